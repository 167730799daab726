"""A year of 600 entries with planted faults: each is found, and nothing else is flagged."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from financien.figures import bereken
from financien.models import Boeking
from tests.financien.grootboek.conftest import VANDAAG, fouten, opzij
from tests.financien.grootboek.jaar import maak
from uitwisseling import actions

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("begroting")
@pytest.mark.parametrize("zaad", [1, 2])
def test_elke_fout_en_niets_anders(zaad):
    jaar = maak(zaad)
    bestand = ContentFile(jaar.bestand(), name="grootboek.csv")
    lezing = actions.lees_in("grootboek", bestand, gebruiker=None, op=VANDAAG)
    assert set(fouten(lezing)) == jaar.fouten
    assert set(opzij(lezing)) == jaar.opzij
    assert lezing.aangemaakt == len(jaar.rijen) - len(jaar.fouten)
    assert len(jaar.rijen) >= 600
    assert not Boeking.objects.exists()

    actions.sla_op(lezing, op=VANDAAG, goede_rijen=True)
    assert Boeking.objects.count() == lezing.aangemaakt
    stand = bereken(Boeking.objects.latest("boekdatum").boekdatum).grootboek
    assert stand.boekingen == lezing.aangemaakt
    assert stand.sluit
