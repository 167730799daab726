"""The night: referrals that wait for an answer."""

from __future__ import annotations

from celery import shared_task

from kern.klok import vandaag
from partners.actions import bewaak_verwijzingen


@shared_task  # type: ignore[untyped-decorator]  # Celery comes without types
def bewaak() -> None:
    """Remind of what waits, and end what got no answer in time. Safe to run twice."""
    bewaak_verwijzingen(op=vandaag())
