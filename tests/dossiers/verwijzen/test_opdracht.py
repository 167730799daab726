"""`verwijs NR`, and the referrals in `dossier NR`."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command

from dossiers.models import Doorverwijzing
from kern.opdrachten import Geweigerd
from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.dossiers.verwijzen.conftest import DAG
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag(settings):
    settings.VANDAAG = DAG.isoformat()


@pytest.fixture
def verwijs(rima, organisatie):
    def roep(*erbij: str, nummer: str = rima.nummer, **anders: str) -> dict:
        opties = {
            "organisatie": organisatie.naam,
            "domeinen": "dossiers,huisvesting",
            "doel": "Begeleiding",
            "tot": "2017-10-31",
        } | anders
        uit = StringIO()
        paren = [deel for naam, waarde in opties.items() for deel in (f"--{naam}", waarde)]
        call_command("verwijs", nummer, *paren, *erbij, "--json", stdout=uit)
        return json.loads(uit.getvalue())

    return roep


def test_een_verwijzing(verwijs, rima, organisatie):
    assert verwijs() == {
        "schema": "verwijs/1",
        "peildatum": "2017-05-01",
        "dossier": rima.nummer,
        "organisatie": organisatie.naam,
        "gezin": False,
        "domeinen": ["dossiers", "huisvesting"],
        "doel": "Begeleiding",
        "grondslag": "taak",
        "van": "2017-05-01",
        "tot_en_met": "2017-10-31",
        "stand": "gevraagd",
        "gevraagd_op": "2017-05-01",
        "aangenomen_op": None,
        "afgewezen_op": None,
        "beeindigd_op": None,
        "reden": "",
        "aangemaakt": True,
    }


def test_voor_het_gezin_en_meteen_aangenomen(verwijs, gezin):
    document = verwijs("--gezin", "--aannemen")
    assert (document["gezin"], document["stand"], document["aangenomen_op"]) == (
        True,
        "aangenomen",
        "2017-05-01",
    )
    assert Doorverwijzing.objects.get().gezin == gezin


def test_nog_eens_verandert_niets(verwijs):
    verwijs()
    nog_eens = verwijs("--aannemen")
    assert (nog_eens["aangemaakt"], nog_eens["stand"]) == (False, "aangenomen")
    assert verwijs("--aannemen")["aangemaakt"] is False
    assert Doorverwijzing.objects.count() == 1


def test_de_partner_ziet_het_met_als(verwijs, rima, els):
    verwijs("--aannemen")
    uit = StringIO()
    call_command("dossier", rima.nummer, "--als", els.email, "--json", stdout=uit)
    assert json.loads(uit.getvalue())["persoon"]["dossier"] == rima.nummer


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"nummer": "D-99-9999"}, "NR: er is geen dossier met dit nummer, of u mag het niet zien."),
        ({"organisatie": "Onbekend"}, "--organisatie: er doet geen organisatie met deze naam mee"),
        (
            {"domeinen": "dossiers,zorg"},
            "--domeinen: zorg kan niet met een partner worden gedeeld. Kies uit: ",
        ),
        ({"domeinen": ","}, "--domeinen: Kies waarover"),
        ({"doel": " "}, "--doel: Vul in waarvoor"),
        ({"tot": "2017-04-30"}, "--tot: Deze dag is al voorbij"),
        ({"tot": "31-10-2017"}, "--tot: '31-10-2017' is geen datum"),
    ],
)
def test_wat_niet_kan(verwijs, anders, zin):
    with pytest.raises(Geweigerd) as weigering:
        verwijs(**anders)
    assert weigering.value.returncode == 2
    assert str(weigering.value).startswith(zin)
    assert not Doorverwijzing.objects.exists()


def test_zonder_gezin(verwijs):
    with pytest.raises(Geweigerd, match="--gezin: Dit dossier hoort nu niet bij een gezin"):
        verwijs("--gezin", nummer=StatushouderFactory().nummer)


def test_een_andere_op_dezelfde_dagen(verwijs):
    verwijs()
    with pytest.raises(Geweigerd, match="al gevraagd"):
        verwijs("--aannemen", doel="Iets anders")
    assert Doorverwijzing.objects.get().stand_op(DAG) == "gevraagd"


def test_als_tekst(verwijs, rima, organisatie, capsys):
    opties = [
        "--organisatie",
        organisatie.naam,
        "--domeinen",
        "dossiers",
        "--doel",
        "Taal",
        "--tot",
        "2017-06-30",
    ]
    for _ in range(2):
        call_command("verwijs", rima.nummer, *opties)
    regel = (
        f"Dossier {rima.nummer} is doorverwezen naar {organisatie.naam}, van 2017-05-01 tot en met 2017-06-30 "
        "(gevraagd)."
    )
    assert capsys.readouterr().out.splitlines() == [regel, regel, "Deze verwijzing was er al."]


class TestInHetDossier:
    """What `dossier NR` tells of them."""

    def vraag(self, rima, *argumenten: str) -> list[dict]:
        uit = StringIO()
        call_command("dossier", rima.nummer, *argumenten, "--json", stdout=uit)
        return json.loads(uit.getvalue())["doorverwijzingen"]

    @pytest.mark.parametrize(
        ("peildatum", "stand", "einde"),
        [
            ("2016-12-31", None, None),
            ("2017-01-01", "aangenomen", None),
            ("2017-04-02", "aangenomen", None),
            ("2017-04-03", "ingetrokken", "2017-04-03"),
        ],
    )
    def test_op_een_dag_wat_er_toen_was(self, rima, organisatie, peildatum, stand, einde):
        DoorverwijzingFactory(
            statushouder=rima,
            organisatie=organisatie,
            beeindigd_op="2017-04-03",
            einde="ingetrokken",
            reden="Verhuisd",
        )
        rijen = self.vraag(rima, "--peildatum", peildatum)
        assert [rij["stand"] for rij in rijen] == ([stand] if stand else [])
        assert [rij["beeindigd_op"] for rij in rijen] == ([einde] if stand else [])
        assert [rij["reden"] for rij in rijen] == (["Verhuisd" if einde else ""] if stand else [])

    def test_van_het_gezin_ook(self, rima, gezin, organisatie):
        DoorverwijzingFactory(statushouder=None, gezin=gezin, organisatie=organisatie)
        assert [rij["gezin"] for rij in self.vraag(rima)] == [True]

    def test_een_partner_ziet_alleen_de_eigen(self, rima, els):
        DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
        DoorverwijzingFactory(statushouder=rima, organisatie=OrganisatieFactory(naam="Geheim Genootschap"))
        rijen = self.vraag(rima, "--als", els.email)
        assert [rij["organisatie"] for rij in rijen] == [els.organisatie.naam]
        consulent = GebruikerFactory(rol=Rol.CONSULENT)
        assert len(self.vraag(rima, "--als", consulent.email)) == 2
