"""`manage.py zoek`: the shape of the answer, the refusals, and what a user would see."""

import io
import json

import pytest
from django.core.management import call_command

from kern.opdrachten import Geweigerd, NietToegestaan
from kern.velden import blinde_index
from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db


def zoek(*argumenten):
    uit = io.StringIO()
    call_command("zoek", *argumenten, stdout=uit)
    return uit.getvalue()


@pytest.fixture
def rima():
    return StatushouderFactory(
        nummer="D-17-0042",
        voornamen="Rima",
        voorvoegsel="van",
        achternaam="Haddad",
        vnummer="2741830552",
        bsn="123456782",
        bsn_index=blinde_index("123456782"),
    )


@pytest.mark.usefixtures("rima")
def test_de_vorm_van_het_antwoord():
    assert json.loads(zoek("Rimah Hadad", "--json")) == {
        "schema": "zoek/1",
        "peildatum": "2017-05-01",
        "gevonden": [
            {
                "dossier": "D-17-0042",
                "naam": "Rima van Haddad",
                "geboortejaar": 1980,
                "score": pytest.approx(0.98, abs=0.02),
                "waarom": "spelling",
            }
        ],
    }


@pytest.mark.usefixtures("rima")
def test_de_tekst():
    assert zoek("Haddad").startswith("D-17-0042   Rima van Haddad, geboren 1980 (gelijk, ")
    assert zoek("Woldu").strip() == "Niemand gevonden."


def test_het_geboortejaar_is_leeg_als_het_niet_bekend_is():
    StatushouderFactory(achternaam="Woldu", geboren_vroegst=None, geboren_laatst=None)
    assert json.loads(zoek("Woldu", "--json"))["gevonden"][0]["geboortejaar"] is None


@pytest.mark.usefixtures("rima")
@pytest.mark.parametrize(
    "nummer", ["123456782", "2741830552", "274 183 0552", "Haddad 123456782", "123456789"]
)
def test_een_bsn_of_vnummer_als_argument_wordt_geweigerd(nummer):
    with pytest.raises(Geweigerd, match="Gebruik - en geef het nummer als invoer") as weigering:
        zoek(nummer)
    assert weigering.value.returncode == 2
    assert nummer not in str(weigering.value)


@pytest.mark.usefixtures("rima")
@pytest.mark.parametrize("nummer", ["123456782", "274 183 0552", "D-17-0042", "Haddad"])
def test_met_een_streepje_komt_het_uit_de_invoer(nummer, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{nummer}\n"))
    assert [rij["dossier"] for rij in json.loads(zoek("-", "--json"))["gevonden"]] == ["D-17-0042"]


@pytest.mark.parametrize("leeg", ["", "  "])
def test_niets_gevraagd_wordt_geweigerd(leeg):
    with pytest.raises(Geweigerd, match="Geef een naam"):
        zoek(leeg)


@pytest.mark.parametrize("limiet", ["0", "-1", "501", "veel"])
def test_een_onmogelijk_aantal_wordt_geweigerd(limiet):
    with pytest.raises(Geweigerd, match="is geen aantal"):
        zoek("Haddad", f"--limiet={limiet}")


def test_het_aantal():
    StatushouderFactory.create_batch(3, achternaam="Haddad")
    assert len(json.loads(zoek("Haddad", "--json", "--limiet=2"))["gevonden"]) == 2


@pytest.mark.usefixtures("rima")
@pytest.mark.parametrize(("rol", "mag"), [("klantregisseur", True), ("financien", False)])
def test_als_een_gebruiker(rol, mag):
    gebruiker = GebruikerFactory(rol=rol)
    if mag:
        assert "D-17-0042" in zoek("Haddad", "--als", gebruiker.email)
    else:
        with pytest.raises(NietToegestaan):
            zoek("Haddad", "--als", gebruiker.email)
