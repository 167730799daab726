"""What guidance does at night. Safe to run twice: it writes only what differs."""

from __future__ import annotations

from celery import shared_task

from begeleiding import actions
from kern.klok import vandaag
from kern.namens import namens_doorlopend


@shared_task  # type: ignore[untyped-decorator]  # Celery comes without types
def volg() -> int:
    """Write the lists of the first month of every family as they follow from the facts; how many were not right."""
    with namens_doorlopend(None, op=vandaag()):
        return actions.volg_alles()
