"""Where a user is signed in, and which devices are remembered: ended and forgotten."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.utils import timezone

from toegang.models import Gebruiker


def beeindig_sessies(gebruiker: Gebruiker, *, behalve: str = "", alleen: int | None = None) -> int:
    """End sessions of this user, at once; gives how many.

    All of them, or without the one with the key `behalve`, or `alleen` the one with this number. Of another
    user none is ended, whatever number is given.
    """
    rijen = UserSession.objects.filter(user=gebruiker).exclude(session_key=behalve)
    if alleen is not None:
        rijen = rijen.filter(pk=alleen)
    sessies = list(rijen)
    for sessie in sessies:
        sessie.end()
    return len(sessies)


def vergeet_apparaten(gebruiker: Gebruiker) -> None:
    """From now on every device is asked for the second step again, also where it was remembered.

    The moment is the real one, not the peildatum: it is compared with that in the device's cookie.
    """
    Gebruiker.objects.filter(pk=gebruiker.pk).update(apparaten_vergeten_op=timezone.now())  # noqa: TID251
