"""Making reports away from the request. A message may come twice, late or never: the row decides."""

from __future__ import annotations

import logging

from celery import shared_task
from kombu.exceptions import OperationalError

from kern.klok import vandaag
from kern.namens import namens_doorlopend
from rapportage import actions
from rapportage.models import Rapport

logger = logging.getLogger(__name__)


@shared_task  # type: ignore[untyped-decorator]  # Celery comes without types
def maak(rapport_id: int) -> None:
    """Make the report that was asked for; nothing when it is made already or being made."""
    with namens_doorlopend(None, op=vandaag()):
        actions.maak(rapport_id, vandaag=vandaag())


@shared_task  # type: ignore[untyped-decorator]  # Celery comes without types
def maak_openstaande() -> None:
    """The sweep: make what was asked for and is not made, because a message or a process was lost.

    Each is a task of its own, so that one that fails does not keep the next from being made.
    """
    with namens_doorlopend(None, op=vandaag()):
        openstaand = list(Rapport.objects.openstaand().values_list("pk", flat=True))
    for rapport_id in openstaand:
        meld(rapport_id)


def meld(rapport_id: int) -> None:
    """Tell the worker that there is something to make. Without a broker the sweep finds it later."""
    try:
        maak.apply_async((rapport_id,), retry=False)
    except OperationalError:
        logger.warning("Rapport %s: geen wachtrij bereikbaar. De volgende ronde maakt het.", rapport_id)
