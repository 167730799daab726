"""What huisvesting does at night. Safe to run twice: it writes only what differs."""

from __future__ import annotations

from celery import shared_task

from huisvesting import actions
from kern.klok import vandaag
from kern.namens import namens_doorlopend


@shared_task  # type: ignore[untyped-decorator]  # Celery comes without types
def hertel() -> int:
    """Write the count of everybody as it follows from the facts; how many rows were not right."""
    with namens_doorlopend(None, op=vandaag()):
        return actions.hertel_alles()
