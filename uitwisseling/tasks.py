"""Long files away from the request. A message may come twice, late or never: the row decides."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from celery import shared_task
from django.core.exceptions import ValidationError
from django.db import connection
from kombu.exceptions import OperationalError

from kern.klok import vandaag
from kern.namens import namens_doorlopend
from uitwisseling import actions
from uitwisseling.models import Inlezing, Status

logger = logging.getLogger(__name__)
_SLOT = 0x1_4E1F  # of pg_try_advisory_lock: one process works at a file at a time


@shared_task  # type: ignore[untyped-decorator]  # Celery comes without types
def verwerk(inlezing_id: int) -> None:
    """Read or save the file that was asked for; nothing when that is done already or being done."""
    with namens_doorlopend(None, op=vandaag()), _alleen(inlezing_id) as gekregen:
        inlezing = Inlezing.objects.openstaand().filter(pk=inlezing_id).first()
        if not gekregen or inlezing is None:
            return
        try:
            with namens_doorlopend(inlezing.gebruiker, op=vandaag()):
                _werk_af(inlezing)
        except ValidationError as weigering:
            logger.info("Inlezing %s: %s.", inlezing_id, getattr(weigering, "code", "geweigerd"))
            actions.zet_terug(inlezing, weigering)


def _werk_af(inlezing: Inlezing) -> None:
    """The next step of this file."""
    if inlezing.status == Status.ONTVANGEN:
        actions.lees(inlezing)
    else:
        actions.sla_op(inlezing, op=vandaag(), goede_rijen=inlezing.goede_rijen)


@shared_task  # type: ignore[untyped-decorator]  # Celery comes without types
def verwerk_openstaande() -> None:
    """The sweep: what was asked for and is not done, because a message or a process was lost."""
    with namens_doorlopend(None, op=vandaag()):
        openstaand = list(Inlezing.objects.openstaand().values_list("pk", flat=True))
    for inlezing_id in openstaand:
        meld(inlezing_id)


def meld(inlezing_id: int) -> None:
    """Tell the worker that there is something to do. Without a broker the sweep finds it later."""
    try:
        verwerk.apply_async((inlezing_id,), retry=False)
    except OperationalError:
        logger.warning("Inlezing %s: geen wachtrij bereikbaar. De volgende ronde doet het.", inlezing_id)


@contextmanager
def _alleen(inlezing_id: int) -> Iterator[bool]:
    """Is this process the only one at this file? PostgreSQL forgets the lock when it dies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_SLOT, inlezing_id])
        gekregen = bool(cursor.fetchone()[0])
    try:
        yield gekregen
    finally:
        if gekregen:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_SLOT, inlezing_id])
