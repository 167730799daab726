"""A table made equal to the rows of a file, and only the part that is meant."""

import pytest

from financien.models import Rekening
from kern.contract import Laadtelling
from kern.laden import maak_gelijk
from tests.financien.factories import ActiviteitFactory, RekeningFactory
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
SLEUTEL = ("kostenplaats", "grootboekrekening")


def rij(rekening: str, regel: str = "MB") -> dict[str, object]:
    return {
        "inkomstenpost_id": None,
        "activiteit_id": regel,
        "kostenplaats": "67110",
        "grootboekrekening": rekening,
    }


def staat() -> list[tuple[str, str | None, bool]]:
    """(account, line, of a person?) of all rows."""
    rijen = Rekening.objects.order_by("grootboekrekening", "pk")
    return [(een.grootboekrekening, een.activiteit_id, een.door is not None) for een in rijen]


@pytest.fixture
def bestand(db) -> None:
    """Of the file 1, 2 and 3; of a person 8 and 9."""
    regel, _ander = ActiviteitFactory(code="MB"), ActiviteitFactory(code="JONG")
    for nummer in "123":
        RekeningFactory(activiteit=regel, grootboekrekening=nummer)
    wie = GebruikerFactory(rol="financien")
    for nummer in "89":
        RekeningFactory(activiteit=regel, grootboekrekening=nummer, door=wie)


@pytest.mark.usefixtures("bestand")
class TestBinnen:
    def test_wat_er_niet_bij_hoort_blijft(self):
        telling = maak_gelijk(
            Rekening, SLEUTEL, [rij("1"), rij("2", "JONG"), rij("4")], binnen={"door": None}
        )
        assert telling == Laadtelling(aangemaakt=1, gewijzigd=2, ongewijzigd=1)
        assert staat() == [
            ("1", "MB", False),
            ("2", "JONG", False),
            ("4", "MB", False),
            ("8", "MB", True),
            ("9", "MB", True),
        ]

    def test_twee_keer_verandert_niets(self):
        maak_gelijk(Rekening, SLEUTEL, [rij("1")], binnen={"door": None})
        eerst = staat()
        telling = maak_gelijk(Rekening, SLEUTEL, [rij("1")], binnen={"door": None})
        assert (telling, staat()) == (Laadtelling(ongewijzigd=1), eerst)

    def test_zonder_rijen_gaat_alleen_wat_er_binnen_staat(self):
        assert maak_gelijk(Rekening, SLEUTEL, [], binnen={"door": None}) == Laadtelling(gewijzigd=3)
        assert [rekening for rekening, _regel, _mens in staat()] == ["8", "9"]

    def test_zonder_verwijderen_blijft_ook_dat(self):
        maak_gelijk(Rekening, SLEUTEL, [], verwijder=False, binnen={"door": None})
        assert len(staat()) == 5

    def test_zonder_binnen_gaat_alles_wat_er_niet_in_staat(self):
        """The control."""
        assert maak_gelijk(Rekening, SLEUTEL, [rij("1")]) == Laadtelling(gewijzigd=4, ongewijzigd=1)
        assert staat() == [("1", "MB", False)]

    def test_wat_nieuw_is_hoort_erbij(self):
        wie = GebruikerFactory(rol="financien")
        maak_gelijk(Rekening, SLEUTEL, [rij("5")], binnen={"door": wie})
        assert Rekening.objects.get(grootboekrekening="5").door == wie
        assert len(staat()) == 6


def test_het_aantal_vragen_groeit_niet(bestand, django_assert_num_queries):
    for aantal in (1, 50):
        with django_assert_num_queries(3):  # read, remove, make
            maak_gelijk(
                Rekening, SLEUTEL, [rij(f"{aantal}-{n}") for n in range(aantal)], binnen={"door": None}
            )
