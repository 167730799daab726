"""The night: terms whose rules or facts changed without an action."""

from __future__ import annotations

from celery import shared_task

from kern.klok import vandaag
from kern.namens import namens_doorlopend
from termijnen.actions import herbereken


@shared_task  # type: ignore[untyped-decorator]  # Celery comes without types
def bereken_termijnen() -> None:
    """Compute all terms anew. Nothing changes where every action kept its own."""
    with namens_doorlopend(None, op=vandaag()):
        herbereken()
