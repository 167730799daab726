"""Work of toegang that nobody waits for."""

from celery import shared_task

from toegang.actions import ruim_sessies_op, verstuur_openstaande, verzegel


@shared_task  # type: ignore[untyped-decorator]
def verstuur_post() -> int:
    """Send what is in the outbox; asked for every minute, and safe to run twice at once."""
    return verstuur_openstaande()


@shared_task  # type: ignore[untyped-decorator]
def verzegel_leeslog() -> int:
    """Seal what was read since the last seal; asked for every hour, and safe to run twice at once."""
    return verzegel()


@shared_task  # type: ignore[untyped-decorator]
def ruim_op() -> int:
    """Take away the sessions that are over; asked for every night, and safe to run twice at once."""
    return ruim_sessies_op()
