"""`dossier NR`: what it tells of a person on a day, and what it does not tell."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from dossiers.models import Contactmoment, Regie, Relatie, Rol, Signaal, Statushouder, Taak
from kern.opdrachten import Geweigerd
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import PlaatsingFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol as Gebruikersrol

pytestmark = pytest.mark.django_db


def vraag(nummer: str, *argumenten: str) -> dict:
    uit = StringIO()
    call_command("dossier", nummer, *argumenten, "--json", stdout=uit)
    return json.loads(uit.getvalue())


@pytest.fixture
def rima() -> Statushouder:
    persoon = StatushouderFactory(
        voornamen="Rima",
        achternaam="Haddad",
        bsn="123456782",
        bsn_index="x",
        coa_koppeldatum=date(2017, 1, 9),
    )
    hoofd = GezinslidFactory(statushouder=persoon)
    GezinslidFactory(gezin=hoofd.gezin, rol=Rol.KIND)
    VestigingFactory(statushouder=persoon, van=date(2017, 2, 14), brp_op=date(2017, 2, 20))
    PlaatsingFactory(statushouder=persoon, van=date(2017, 2, 15))
    return persoon


def test_de_persoon_en_het_gezin(rima):
    document = vraag(rima.nummer)
    assert list(document)[:3] == ["schema", "peildatum", "persoon"]
    assert (document["schema"], document["peildatum"]) == ("dossier/1", "2017-05-01")
    persoon = document["persoon"]
    assert (persoon["dossier"], persoon["voornamen"], persoon["stand"]) == (rima.nummer, "Rima", "gevestigd")
    assert (persoon["geboren_vroegst"], persoon["geboren_laatst"]) == ("1980-05-17", "1980-05-17")
    assert [(lid["dossier"] == rima.nummer, lid["rol"]) for lid in document["gezin"]["leden"]] == [
        (True, "hoofd"),
        (False, "kind"),
    ]
    assert document["regie"] == {"regisseur": None, "van": "2017-01-01"}


def test_nooit_een_bsn(rima):
    tekst = json.dumps(vraag(rima.nummer))
    assert "123456782" not in tekst
    assert "bsn" not in tekst


def test_de_feiten_van_alle_domeinen_op_hun_dag(rima):
    feiten = [(feit["op"], feit["code"]) for feit in vraag(rima.nummer)["feiten"]]
    assert feiten == [
        ("2017-01-09", "dossiers.gekoppeld"),
        ("2017-02-14", "dossiers.gevestigd"),
        ("2017-02-15", "huisvesting.gehuisvest"),
        ("2017-02-20", "dossiers.brp"),
    ]


@pytest.mark.parametrize(("peildatum", "aantal"), [("2017-02-13", 0), ("2017-02-14", 1), ("2017-02-15", 1)])
def test_op_een_dag_wat_er_toen_was(rima, peildatum, aantal):
    document = vraag(rima.nummer, "--peildatum", peildatum)
    assert len(document["vestigingen"]) == aantal
    assert [feit["code"] for feit in document["feiten"]].count("dossiers.gevestigd") == aantal


@pytest.mark.parametrize(
    ("peildatum", "vertrokken_op"),
    [("2017-04-29", None), ("2017-04-30", "2017-04-30"), ("2017-05-01", "2017-04-30")],
)
def test_een_vertrek_na_de_peildatum_is_er_nog_niet(rima, peildatum, vertrokken_op):
    rima.vestigingen.update(tot=date(2017, 4, 30), reden_vertrek="Verhuisd")
    [vestiging] = vraag(rima.nummer, "--peildatum", peildatum)["vestigingen"]
    assert vestiging["vertrokken_op"] == vertrokken_op
    assert vestiging["reden_vertrek"] == ("Verhuisd" if vertrokken_op else "")


def test_wat_is_vastgelegd_zonder_wat_is_doorgehaald(rima):
    collega = GebruikerFactory()
    Contactmoment.objects.create(statushouder=rima, op=date(2017, 4, 3), tekst="Gebeld.")
    Contactmoment.objects.create(
        statushouder=rima,
        op=date(2017, 4, 4),
        tekst="Fout.",
        doorgehaald_op=date(2017, 4, 4),
        doorgehaald_reden="Verkeerde persoon",
    )
    Taak.objects.create(statushouder=rima, wat="Bel terug", uiterlijk_op=date(2017, 5, 8), eigenaar=collega)
    Signaal.objects.create(
        statushouder=rima,
        wat="Vaak afwezig",
        melder="School",
        gemeld_op=date(2017, 4, 5),
        antwoord_voor=date(2017, 4, 19),
        eigenaar=collega,
    )
    document = vraag(rima.nummer)
    assert [contact["tekst"] for contact in document["contactmomenten"]] == ["Gebeld."]
    assert [taak["uiterlijk_op"] for taak in document["taken"]] == ["2017-05-08"]
    assert [signaal["antwoord_voor"] for signaal in document["signalen"]] == ["2017-04-19"]
    assert document["documenten"] == []


def test_van_een_uitgestelde_taak_ook_de_eerste_dag_en_waarom(rima):
    taak = {"statushouder": rima, "wat": "Bel terug", "eigenaar": GebruikerFactory()}
    Taak.objects.create(**taak, uiterlijk_op=date(2017, 5, 8))
    Taak.objects.create(
        **taak,
        uiterlijk_op=date(2017, 5, 15),
        eerst_uiterlijk_op=date(2017, 5, 9),
        uitstel_reden="Ziek",
    )
    velden = ("uiterlijk_op", "eerst_uiterlijk_op", "reden")
    assert [[taak[veld] for veld in velden] for taak in vraag(rima.nummer)["taken"]] == [
        ["2017-05-08", None, None],
        ["2017-05-15", "2017-05-09", "Ziek"],
    ]


def test_relaties(rima):
    ouder = StatushouderFactory()
    Relatie.objects.create(persoon=rima, verwant=ouder, soort="ouder", van=date(2017, 1, 1))
    assert [rij["dossier"] for rij in vraag(rima.nummer)["relaties"]] == [ouder.nummer]


def test_wie_samengevoegd_is_komt_uit_bij_wie_blijft(rima):
    oud = StatushouderFactory()
    Statushouder.objects.filter(pk=oud.pk).update(samengevoegd_met=rima)
    assert vraag(oud.nummer)["persoon"]["dossier"] == rima.nummer


def test_onbekend_en_niet_van_u_is_hetzelfde(rima):
    niemand = GebruikerFactory(rol=Gebruikersrol.PARTNER, organisatie=OrganisatieFactory())
    zinnen = []
    for argumenten in (["D-17-9999"], [rima.nummer, "--als", niemand.email]):
        with pytest.raises(Geweigerd) as weigering:
            vraag(*argumenten)
        assert weigering.value.returncode == 2
        zinnen.append(str(weigering.value))
    assert zinnen[0] == zinnen[1]


def test_wie_een_domein_niet_mag_inzien_krijgt_de_feiten_niet(rima):
    consulent = GebruikerFactory(rol=Gebruikersrol.CONSULENT)
    codes = {feit["code"] for feit in vraag(rima.nummer, "--als", consulent.email)["feiten"]}
    assert codes == {"dossiers.gekoppeld", "dossiers.gevestigd", "dossiers.brp"}


def test_als_tekst(rima, capsys):
    Regie.objects.filter(statushouder=rima).update(van=date(2017, 1, 1))
    call_command("dossier", rima.nummer.lower())
    regels = capsys.readouterr().out.splitlines()
    assert regels[0] == f"{rima.nummer}  Rima Haddad  Gevestigd"
    assert regels[-1].split() == ["Documenten", "0"]
