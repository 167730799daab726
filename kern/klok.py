"""The one place that asks for today. Only views, commands and tasks call it; rules get a date."""

from datetime import date

from django.conf import settings
from django.utils import timezone

from kern.kalender import AMSTERDAM


def vandaag() -> date:
    """Today in Europe/Amsterdam, or the day that WI_VANDAAG sets (demonstration and tests).

    ValueError when WI_VANDAAG is not a date as YYYY-MM-DD.
    """
    if settings.VANDAAG:
        return date.fromisoformat(settings.VANDAAG)
    return timezone.localdate(timezone=AMSTERDAM)
