"""The one place that asks for today."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from kern.klok import vandaag


def test_de_dag_die_is_ingesteld(settings):
    settings.VANDAAG = "2017-05-01"
    assert vandaag() == date(2017, 5, 1)


@pytest.mark.parametrize(
    ("moment", "dag"),
    [
        pytest.param(datetime(2017, 6, 30, 22, 30, tzinfo=UTC), date(2017, 7, 1), id="10"),
        (datetime(2017, 6, 30, 21, 59, tzinfo=UTC), date(2017, 6, 30)),
        (datetime(2017, 12, 31, 22, 59, tzinfo=UTC), date(2017, 12, 31)),
        (datetime(2017, 12, 31, 23, 0, tzinfo=UTC), date(2018, 1, 1)),
    ],
)
@pytest.mark.parametrize("niets", [None, ""])
def test_anders_de_dag_in_amsterdam(settings, monkeypatch, moment, dag, niets):
    settings.VANDAAG = niets
    monkeypatch.setattr(timezone, "now", lambda: moment)
    assert vandaag() == dag


def test_ook_als_een_lezer_elders_zit(settings, monkeypatch):
    """An active zone of another part of the world does not move the municipality's day."""
    settings.VANDAAG = None
    monkeypatch.setattr(timezone, "now", lambda: datetime(2017, 6, 30, 22, 30, tzinfo=UTC))
    with timezone.override("America/New_York"):
        assert vandaag() == date(2017, 7, 1)


@pytest.mark.parametrize("verkeerd", ["1-5-2017", "2017-02-30", "morgen"])
def test_een_verkeerde_dag_faalt_luid(settings, verkeerd):
    settings.VANDAAG = verkeerd
    with pytest.raises(ValueError, match=r"isoformat|range|day"):
        vandaag()
