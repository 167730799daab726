"""New rows that may be somebody who is known: saved, and set aside until a person decides."""

import pytest
from django.db import connection

from dossiers.figures.dubbelen import NUMMERS_KUNNEN
from dossiers.models import Statushouder
from dossiers.rules.gelijkenis import Kandidaat, vergelijk
from tests.dossiers.importeren.conftest import OP, csv, persoon, tellingen
from uitwisseling import actions
from uitwisseling.models import Inleesopzij

pytestmark = pytest.mark.django_db
BEKEND = {"achternaam": "Almasri", "voornamen": "Abdulhadi", "geboortedatum": "03-07-1992", "geslacht": "M"}
ANDERS = {"achternaam": "Al Masri", "voornamen": "Abdelhadi", "geboortedatum": "03-07-1992", "geslacht": "M"}


def opzij(uitslag):
    return [(een.rij, een.code) for een in uitslag.opzij]


def test_een_andere_spelling_wordt_opgeslagen_en_opzij_gezet(importeer):
    importeer(persoon(1, **BEKEND))
    uitslag = importeer(persoon(2, **ANDERS | {"vnummer": ""}))
    assert (opzij(uitslag), tellingen(uitslag)) == ([(2, "mogelijk_dubbel")], (1, 1, 0, 0))
    assert "D-17-0001" in uitslag.opzij[0].melding
    assert Inleesopzij.objects.get().bekend == Statushouder.objects.get(nummer="D-17-0001").pk
    assert Statushouder.objects.count() == 2
    assert opzij(importeer(persoon(2, **ANDERS | {"vnummer": ""}))) == []


def test_een_eerdere_rij_van_het_bestand(importeer):
    uitslag = importeer(persoon(1, **BEKEND | {"vnummer": ""}), persoon(2, **ANDERS | {"vnummer": ""}))
    assert opzij(uitslag) == [(3, "mogelijk_dubbel")]
    assert "rij 2" in uitslag.opzij[0].melding
    assert Inleesopzij.objects.get().bekend is None


@pytest.mark.parametrize(
    "ander",
    [
        {"voornamen": "Khaled"},
        {"geboortedatum": "03-07-1981"},
        {"vnummer": "2799999999"},
    ],
)
def test_iemand_anders_staat_niet_opzij(importeer, ander):
    importeer(persoon(1, **BEKEND))
    assert opzij(importeer(persoon(2, **BEKEND | {"vnummer": "", "achternaam": "Al Masri"} | ander))) == []


@pytest.mark.parametrize("aantal", [100, 101])
def test_een_naam_die_iedereen_heeft_zegt_niets(importeer, aantal, monkeypatch):
    """Otherwise every two of them would be a pair, and a long file would take hours."""
    beoordeeld = []
    monkeypatch.setattr("dossiers.imports.dubbelen.vergelijk", lambda een, ander: beoordeeld.append(een))
    dagen = [f"{1 + nummer % 28}-{1 + nummer // 28}-1980" for nummer in range(aantal)]
    nummers = ["", "", *(str(2_000_000_000 + 7919 * nummer) for nummer in range(2, aantal))]
    naam = {"achternaam": "Haddad", "voornamen": "Rima"}
    importeer(
        *(naam | {"geboortedatum": dag, "vnummer": een} for dag, een in zip(dagen, nummers, strict=True))
    )
    assert bool(beoordeeld) == (aantal == 100)


@pytest.mark.parametrize(
    ("ander", "kan"),
    [
        ("2741603318", True),
        ("2741603319", True),
        ("1741603318", True),
        ("2741603381", True),
        ("7241603318", True),
        ("2741063318", True),
        ("2741603328", True),
        ("2741603309", True),
        ("2741613319", False),
        ("1741603319", False),
    ],
)
def test_alleen_een_verschrijving_is_een_reden_om_te_kijken(ander, kan):
    """What the join leaves out is never a double by the rule."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT {NUMMERS_KUNNEN} FROM
            (VALUES ('2741603318', NULL::text)) AS een(vnummer, bsn_index),
            (VALUES (%s, NULL::text)) AS ander(vnummer, bsn_index)""",
            [ander],
        )
        assert cursor.fetchone() == (kan,)
    een, twee = (
        Kandidaat(achternaam="Haddad", voornamen="Rima", vnummer=nummer) for nummer in ("2741603318", ander)
    )
    assert kan or vergelijk(een, twee) is None


class TestBesluiten:
    @pytest.fixture
    def klaargezet(self, importeer):
        importeer(persoon(1, **BEKEND))
        rij = persoon(2, **ANDERS | {"vnummer": "", "opvang": "kso"})
        return actions.lees_in("personen", csv(rij), gebruiker=None, op=OP)

    def test_dezelfde_persoon_krijgt_wat_in_het_bestand_staat(self, klaargezet):
        bekend = klaargezet.opzijgezet.get().bekend
        klaar = actions.sla_op(klaargezet, op=OP, besluiten={2: bekend})
        assert (klaar.aangemaakt, klaar.gewijzigd, klaar.opzij) == (0, 1, 0)
        wie = Statushouder.objects.get()
        assert (wie.opvang, wie.achternaam, wie.voornamen) == ("kso", "Al Masri", "Abdelhadi")
        assert Statushouder.objects.filter(zoeksleutels__overlap=wie.zoeksleutels).get() == wie

    def test_iemand_anders_staat_niet_meer_opzij(self, klaargezet):
        klaar = actions.sla_op(klaargezet, op=OP, besluiten={2: 0})
        assert (klaar.aangemaakt, klaar.opzij, Statushouder.objects.count()) == (1, 0, 2)

    def test_later_blijft_opzij(self, klaargezet):
        klaar = actions.sla_op(klaargezet, op=OP)
        assert (klaar.aangemaakt, klaar.opzij, Statushouder.objects.count()) == (1, 1, 2)
