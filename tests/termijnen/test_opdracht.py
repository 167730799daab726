"""`termijnen`: its JSON, its choices and its refusals."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from kern.opdrachten import Geweigerd, NietToegestaan
from termijnen.actions import herbereken
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    GezinFactory,
    GezinslidFactory,
    StatushouderFactory,
)
from tests.termijnen.factories import UitzonderingFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Leesregel, Rol

pytestmark = pytest.mark.django_db


def vraag(*opties: str) -> dict:
    uit = StringIO()
    call_command("termijnen", "--json", *opties, stdout=uit)
    return json.loads(uit.getvalue())


@pytest.fixture
def persoon():
    persoon = StatushouderFactory(coa_koppeldatum=date(2017, 3, 6))
    herbereken()
    return persoon


def test_een_termijn_heeft_alle_velden(persoon):
    UitzonderingFactory(statushouder=persoon)
    document = vraag("--peildatum", "2017-05-15")
    assert document["peildatum"] == "2017-05-15"
    assert document["termijnen"] == [
        {
            "dossier": persoon.nummer,
            "gezin": None,
            "domein": "huisvesting",
            "code": "huisvesting.woning",
            "label": "Woning vinden",
            "soort": "norm",
            "keten": "veertien_weken",
            "begint_op": "2017-03-06",
            "vervalt_op": "2017-05-15",
            "voldaan_op": None,
            "status": "uitgesteld",
            "uitgesteld_tot": "2017-06-01",
            "reden": "De woning komt later vrij",
            "bron": "COA, richtlijn van veertien weken (norm, geen wet)",
        }
    ]


def test_gezin_is_een_sleutel(persoon):
    gezin = GezinFactory()
    GezinslidFactory(gezin=gezin, statushouder=persoon)
    herbereken()
    [rij] = vraag()["termijnen"]
    assert rij["gezin"] == str(gezin.sleutel)


def test_kiezen_op_status_domein_en_dossier(persoon):
    ander = StatushouderFactory(coa_koppeldatum=date(2017, 4, 3))
    herbereken()
    op = ("--peildatum", "2017-05-16")
    assert [rij["dossier"] for rij in vraag(*op)["termijnen"]] == [persoon.nummer, ander.nummer]
    assert [rij["dossier"] for rij in vraag(*op, "--status", "te_laat")["termijnen"]] == [persoon.nummer]
    assert [rij["dossier"] for rij in vraag(*op, "--dossier", ander.nummer)["termijnen"]] == [ander.nummer]
    assert len(vraag(*op, "--domein", "huisvesting")["termijnen"]) == 2


def test_opnieuw_rekenen_zegt_wat_er_veranderde(persoon):
    StatushouderFactory(coa_koppeldatum=date(2017, 4, 3))
    nieuw, gezond = vraag("--herbereken"), vraag("--herbereken")
    assert [nieuw[naam] for naam in ("toegevoegd", "gewijzigd", "verwijderd")] == [1, 0, 0]
    assert [gezond[naam] for naam in ("toegevoegd", "gewijzigd", "verwijderd")] == [0, 0, 0]


@pytest.mark.parametrize(
    "opties",
    [
        ["--dossier", "D-17-9999"],
        ["--status", "straks"],
        ["--domein", "termijnen"],
        ["--herbereken", "--status", "open"],
    ],
)
def test_wat_er_niet_is_wordt_geweigerd(persoon, opties):
    with pytest.raises(Geweigerd):
        vraag(*opties)


def test_een_partner_ziet_de_termijnen_van_het_onderwerp_waarvoor_is_verwezen(persoon):
    organisatie = OrganisatieFactory()
    partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie)
    verwijzing = DoorverwijzingFactory(statushouder=persoon, organisatie=organisatie, domeinen=["dossiers"])
    als = ("--als", partner.email, "--peildatum", "2017-05-16")
    assert vraag(*als)["termijnen"] == []
    verwijzing.domeinen = ["dossiers", "huisvesting"]
    verwijzing.save()
    assert [rij["dossier"] for rij in vraag(*als)["termijnen"]] == [persoon.nummer]


def test_wie_geen_dossiers_ziet_mag_het_niet(persoon):
    gebruiker = GebruikerFactory(rol=Rol.PRIVACY)
    with pytest.raises(NietToegestaan):
        vraag("--als", gebruiker.email)
    assert Leesregel.objects.filter(gebruiker=gebruiker.pk, uitkomst="geweigerd").exists()


def test_een_afgeschermd_dossier_bestaat_niet(persoon):
    afgeschermd = StatushouderFactory(coa_koppeldatum=date(2017, 3, 6), afgeschermd=True)
    herbereken()
    gebruiker = GebruikerFactory(rol=Rol.COORDINATOR)
    assert [rij["dossier"] for rij in vraag("--als", gebruiker.email)["termijnen"]] == [persoon.nummer]
    assert len(vraag()["termijnen"]) == 2
    with pytest.raises(Geweigerd, match="geen dossier met dit nummer"):
        vraag("--als", gebruiker.email, "--dossier", afgeschermd.nummer)
