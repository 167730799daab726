"""A made report never changes: the database says so, past the ORM too."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from kern.weigering import botsing_als_weigering
from rapportage.models import Rapport, Soort, Status
from tests.rapportage.conftest import APRIL, VANDAAG

ZIN = "De cijfers erin veranderen niet meer"
MIGRATIE = import_module("rapportage.migrations.0002_bevroren")
pytestmark = pytest.mark.django_db


def gemaakt(**velden: object) -> Rapport:
    basis = {
        "soort": Soort.VOORTGANG,
        "maand": APRIL,
        "versie": 1,
        "status": Status.GEMAAKT,
        "gevraagd_op": VANDAAG,
        "gemaakt_op": VANDAAG,
        "gegevens": '{"a": 1}',
        "sha256": "0" * 64,
        "pdf": b"%PDF",
    }
    return Rapport.objects.create(**{**basis, **velden})


NIEUW = {
    "soort": Soort.BUDGET,
    "maand": date(2017, 3, 1),
    "versie": 2,
    "gegevens": '{"a": 2}',
    "sha256": "1" * 64,
    "pdf": b"%PDF-anders",
    "gemaakt_op": date(2017, 5, 2),
    "gevraagd_op": date(2017, 4, 30),
}


@pytest.mark.parametrize("veld", NIEUW)
def test_een_bevroren_veld_verandert_niet(veld):
    rapport = gemaakt()
    with pytest.raises(IntegrityError, match=ZIN):
        Rapport.objects.filter(pk=rapport.pk).update(**{veld: NIEUW[veld]})


def test_wie_het_vroeg_verandert_niet(coordinator):
    rapport = gemaakt()
    with pytest.raises(IntegrityError, match=ZIN):
        Rapport.objects.filter(pk=rapport.pk).update(gevraagd_door=coordinator)


def test_een_gemaakt_rapport_wordt_niet_opnieuw_gemaakt():
    rapport = gemaakt()
    leeg = {"gegevens": None, "sha256": None, "pdf": None, "gemaakt_op": None}
    with pytest.raises(IntegrityError, match=ZIN):
        Rapport.objects.filter(pk=rapport.pk).update(status=Status.GEVRAAGD, **leeg)


def test_een_gemaakt_rapport_wordt_niet_verwijderd():
    gemaakt()
    with pytest.raises(IntegrityError, match=ZIN):
        Rapport.objects.all().delete()


def test_ook_niet_met_sql():
    gemaakt()
    with pytest.raises(IntegrityError, match=ZIN), connection.cursor() as cursor:
        cursor.execute("UPDATE rapportage_rapport SET pdf = 'x'")


def test_de_weigering_is_een_zin():
    gemaakt()
    with pytest.raises(ValidationError, match=ZIN), botsing_als_weigering(Rapport):
        Rapport.objects.update(versie=9)


def test_status_en_opmerking_gaan_wel_verder():
    rapport = gemaakt()
    Rapport.objects.filter(pk=rapport.pk).update(status=Status.GOEDGEKEURD, ongewijzigd_op=VANDAAG)
    rapport.refresh_from_db()
    assert (rapport.status, rapport.ongewijzigd_op) == (Status.GOEDGEKEURD, VANDAAG)


def test_een_aanvraag_mag_weg():
    Rapport.objects.create(soort=Soort.VOORTGANG, maand=APRIL, versie=1, gevraagd_op=VANDAAG)
    Rapport.objects.all().delete()
    assert not Rapport.objects.exists()


def test_zonder_de_trigger_verandert_het_rapport():
    """Control, and the migration back and forth: it is the trigger that the tests above see."""
    rapport = gemaakt()
    with connection.cursor() as cursor:
        cursor.execute(MIGRATIE.WEG)
        Rapport.objects.filter(pk=rapport.pk).update(gegevens='{"a": 2}')
        cursor.execute(MIGRATIE.MAAK)
    rapport.refresh_from_db()
    assert rapport.inhoud == {"a": 2}
    with pytest.raises(IntegrityError, match=ZIN):
        Rapport.objects.filter(pk=rapport.pk).update(gegevens='{"a": 3}')


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"maand": date(2017, 4, 2)}, "eerste dag"),
        ({"pdf": None}, "heeft cijfers en een PDF"),
        ({"status": Status.GEVRAAGD}, "heeft cijfers en een PDF"),
        ({"status": "iets"}, "bestaat niet"),
        ({"soort": "iets"}, "bestaat niet"),
        ({"stap": 4}, "stap bestaat niet"),
    ],
)
def test_wat_niet_kan_weigert_de_database(velden, zin):
    with pytest.raises(ValidationError, match=zin), botsing_als_weigering(Rapport):
        gemaakt(**velden)


def test_een_versie_en_een_aanvraag_tegelijk():
    gemaakt()
    with pytest.raises(ValidationError, match="bestaat al"), botsing_als_weigering(Rapport):
        gemaakt()
    gemaakt(versie=2)
    Rapport.objects.create(soort=Soort.VOORTGANG, maand=APRIL, versie=3, gevraagd_op=VANDAAG)
    with pytest.raises(ValidationError, match="al gevraagd"), botsing_als_weigering(Rapport):
        Rapport.objects.create(soort=Soort.VOORTGANG, maand=APRIL, versie=4, gevraagd_op=VANDAAG)


def test_een_rapport_dat_niet_gemaakt_is_heeft_geen_inhoud():
    rapport = Rapport(soort=Soort.VOORTGANG, maand=APRIL, versie=1, gevraagd_op=VANDAAG)
    with pytest.raises(ValueError, match="nog niet gemaakt"):
        _ = rapport.inhoud
