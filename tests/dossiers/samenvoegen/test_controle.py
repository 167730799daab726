"""The invariant of merged dossiers finds a planted fault, and nothing in what the act itself writes."""

from datetime import date

import pytest

from dossiers.actions.samenvoegen import voeg_samen
from dossiers.figures.samenvoeging_klopt import samengevoegd_naar_een_dossier
from dossiers.models import Statushouder
from kern.register import register
from tests.dossiers.factories import StatushouderFactory

pytestmark = pytest.mark.django_db


def samen(blijft, vervalt):
    for persoon in (blijft, vervalt):
        persoon.refresh_from_db()
    voeg_samen(
        blijft,
        vervalt,
        versies=(blijft.versie, vervalt.versie),
        keuzes={},
        reden="gezien",
        op=date(2017, 5, 1),
        door=None,
    )


def test_een_ketting_is_in_orde():
    een, twee, drie = StatushouderFactory(), StatushouderFactory(), StatushouderFactory()
    samen(twee, een)
    samen(drie, twee)
    assert samengevoegd_naar_een_dossier().aantal == 0


def test_zonder_samenvoeging_of_met_een_dossier_dat_weg_is():
    los = StatushouderFactory(samengevoegd_met=StatushouderFactory())
    assert samengevoegd_naar_een_dossier().voorbeelden == [los.nummer]
    een, twee, drie = StatushouderFactory(), StatushouderFactory(), StatushouderFactory()
    samen(twee, een)
    samen(drie, twee)
    Statushouder.objects.filter(pk=een.pk).update(samengevoegd_met=twee)
    assert samengevoegd_naar_een_dossier().voorbeelden == [los.nummer, een.nummer]


def test_controleer_kent_deze_regel():
    assert "samengevoegd_naar_een_dossier" in {regel.code for regel in register["dossiers"].controles}
