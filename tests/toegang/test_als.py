"""Each reading command as a user of each role: what is answered, and what is refused with 5 and a sentence."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from dossiers.models import Vestiging
from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory, VestigingFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol
from toegang.rules import BEREIK, INZIEN, Bereik, bereik, domeinen_met, mag

pytestmark = pytest.mark.django_db
GEDAAN, GEWEIGERD, MAG_NIET = 0, 2, 5
ALLES = (
    "taakstelling",
    "kerncijfers",
    "aansluiting",
    "exporteer personen",
    "exporteer plaatsingen",
    "exporteer eerste_maand",
    "exporteer kerncijfers",
    "zoek",
    "dossier",
    "maak_rapport",
)
# What a role may ask; all the rest is refused with 5.
MAG = {
    Rol.KLANTREGISSEUR: {
        "taakstelling",
        "kerncijfers",
        "exporteer personen",
        "exporteer plaatsingen",
        "exporteer eerste_maand",
        "exporteer kerncijfers",
        "zoek",
        "dossier",
    },
    Rol.CONSULENT: {"kerncijfers", "exporteer personen", "exporteer kerncijfers", "zoek", "dossier"},
    Rol.COORDINATOR: set(ALLES),
    Rol.FINANCIEN: {"kerncijfers", "aansluiting", "exporteer kerncijfers", "maak_rapport"},
    Rol.PARTNER: {"exporteer personen", "exporteer eerste_maand", "zoek", "dossier"},
    Rol.RAADSGRIFFIE: set(),
    Rol.PRIVACY: set(),
    Rol.BEHEERDER: set(),
}


@pytest.fixture
def wereld(tmp_path):
    """An adult who was referred, and somebody whom only the municipality knows."""
    call_command("laad_plan", stdout=StringIO())
    bekend, ander = StatushouderFactory(achternaam="Haddad"), StatushouderFactory(achternaam="Saleh")
    for persoon in (bekend, ander):
        VestigingFactory(statushouder=persoon)
    verwijzing = DoorverwijzingFactory(statushouder=bekend)
    return {"bekend": bekend, "ander": ander, "organisatie": verwijzing.organisatie, "map": tmp_path}


def gebruiker(rol: str, wereld: dict):
    return GebruikerFactory(rol=rol, organisatie=wereld["organisatie"] if rol == Rol.PARTNER else None)


def opdracht(wat: str, wereld: dict) -> list[str]:
    """The arguments; a month that has not begun is refused only after the right was looked at."""
    naam, _, tabel = wat.partition(" ")
    rest = {
        "exporteer": [tabel, str(wereld["map"] / "uit.csv")],
        "zoek": ["Haddad"],
        "dossier": [wereld["bekend"].nummer],
        "maak_rapport": ["voortgang", "--maand", "2030-01", "--uit", str(wereld["map"] / "uit.pdf")],
    }
    return [naam, *rest.get(naam, [])]


def vraag(wie, *argumenten: str) -> tuple[int, str]:
    """The exit code, and the answer or the sentence."""
    uit = StringIO()
    try:
        call_command(*argumenten, "--json", "--als", wie.email, stdout=uit)
    except CommandError as weigering:
        return weigering.returncode, str(weigering)
    return GEDAAN, uit.getvalue()


@pytest.mark.parametrize("rol", Rol.values)
def test_elke_opdracht_als_elke_rol(wereld, rol):
    wie = gebruiker(rol, wereld)
    gevonden = {wat: vraag(wie, *opdracht(wat, wereld)) for wat in ALLES}
    verwacht = {
        wat: (GEWEIGERD if wat == "maak_rapport" else GEDAAN) if wat in MAG[rol] else MAG_NIET
        for wat in ALLES
    }
    assert {wat: code for wat, (code, _) in gevonden.items()} == verwacht
    zinnen = [zin for wat, (code, zin) in gevonden.items() if code == MAG_NIET]
    assert [zin for zin in zinnen if not zin.startswith("Deze gebruiker mag")] == []
    assert "Saleh" not in "".join(zin for _, zin in gevonden.values())


@pytest.mark.parametrize("rol", Rol.values)
def test_niemand_controleert_als_gebruiker(wereld, rol):
    code, zin = vraag(gebruiker(rol, wereld), "controleer", "--onderdeel", "vestiging_een_tegelijk")
    assert (code, zin) == (MAG_NIET, "Deze controle leest alle dossiers. Dat mag geen gebruiker.")


@pytest.mark.parametrize(
    ("rol", "codes"),
    [
        (Rol.KLANTREGISSEUR, {"dossiers", "huisvesting", "begeleiding", "partners", "termijnen"}),
        (Rol.CONSULENT, {"dossiers", "termijnen"}),
        (Rol.FINANCIEN, {"financien"}),
        (Rol.COORDINATOR, {"dossiers", "huisvesting", "begeleiding", "partners", "termijnen", "financien"}),
    ],
)
def test_kerncijfers_alleen_van_eigen_domeinen(wereld, rol, codes):
    _, antwoord = vraag(gebruiker(rol, wereld), "kerncijfers")
    assert {cijfer["domein"] for cijfer in json.loads(antwoord)["cijfers"]} == codes


def test_een_consulent_telt_alleen_volwassenen(wereld):
    kind = StatushouderFactory(geboren_vroegst=date(2010, 1, 1), geboren_laatst=date(2010, 1, 1))
    VestigingFactory(statushouder=kind)
    waarden = {}
    for rol in (Rol.CONSULENT, Rol.KLANTREGISSEUR):
        _, antwoord = vraag(gebruiker(rol, wereld), "kerncijfers", "--domein", "dossiers")
        waarden[rol] = json.loads(antwoord)["cijfers"][0]["waarde"]
    assert waarden == {Rol.CONSULENT: 2, Rol.KLANTREGISSEUR: 3}
    assert Vestiging.objects.count() == 3


def test_een_dossier_dat_niet_van_u_is_bestaat_niet(wereld):
    wie = gebruiker(Rol.PARTNER, wereld)
    vreemd, onbekend = vraag(wie, "dossier", wereld["ander"].nummer), vraag(wie, "dossier", "D-17-9999")
    assert vreemd == onbekend
    assert vreemd[0] == GEWEIGERD


def test_een_partner_vindt_alleen_wie_verwezen_is(wereld):
    wie = gebruiker(Rol.PARTNER, wereld)
    assert [len(json.loads(vraag(wie, "zoek", naam)[1])["gevonden"]) for naam in ("Haddad", "Saleh")] == [
        1,
        0,
    ]


class TestTabel:
    @pytest.mark.parametrize("rol", Rol.values)
    def test_wie_dossiers_mag_lezen_heeft_een_bereik_en_andersom(self, rol):
        wie = GebruikerFactory.build(rol=rol, organisatie=OrganisatieFactory.build())
        assert mag(wie, "dossiers", INZIEN) == (bereik(wie) != Bereik.GEEN) == (rol in BEREIK)

    def test_wie_geen_dossiers_ziet_leest_er_ook_geen_onderwerp_in(self):
        in_een_dossier = {"huisvesting", "begeleiding", "onderwijs", "inburgering", "werk_inkomen"}
        for rol in set(Rol.values) - set(BEREIK):
            assert domeinen_met(GebruikerFactory.build(rol=rol), INZIEN) & in_een_dossier == set(), rol
