"""A mapping that was kept for the headers of a source, and a file that has our own headers."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from dossiers.models import Statushouder
from uitwisseling import actions

VANDAAG = date(2017, 5, 1)


@pytest.fixture(autouse=True)
def _bestanden(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def importeer(tekst, **kolommen):
    bestand = ContentFile(tekst.encode(), name="personen.csv")
    actions.importeer("personen", bestand, kolommen=kolommen or None, gebruiker=None, op=VANDAAG)


@pytest.mark.django_db
def test_een_koppeling_van_een_bron_geldt_ook_voor_het_volgende_bestand():
    importeer("V-nr;Naam\n2900000001;Haddad\n", vnummer="V-nr", achternaam="Naam")
    importeer("V-nr;Naam\n2900000002;Saleh\n")
    assert set(Statushouder.objects.values_list("achternaam", flat=True)) == {"Haddad", "Saleh"}


@pytest.mark.django_db
def test_onze_eigen_koppen_zeggen_wat_zij_zeggen():
    kop = "vnummer;achternaam;voornamen\n"
    importeer(f"{kop}2900000001;Rima;Haddad\n", achternaam="voornamen", voornamen="achternaam")
    importeer(f"{kop}2900000002;Saleh;Omar\n")
    assert list(Statushouder.objects.order_by("vnummer").values_list("achternaam", "voornamen")) == [
        ("Haddad", "Rima"),
        ("Saleh", "Omar"),
    ]
