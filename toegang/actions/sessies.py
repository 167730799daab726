"""Where a user is signed in, and which devices are remembered: ended and forgotten."""

from __future__ import annotations

from importlib import import_module

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
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


def ruim_sessies_op() -> int:
    """Take away sessions that are over, and what was kept of their devices; gives the number of devices.

    Who never comes back leaves a session with what was typed last, and an IP address: nobody needs them.
    """
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    verlopen = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))
    return int(verlopen.delete()[0])


def vergeet_apparaten(gebruiker: Gebruiker) -> None:
    """From now on every device is asked for the second step again, also where it was remembered.

    The moment is the real one, not the peildatum: it is compared with that in the device's cookie.
    """
    Gebruiker.objects.filter(pk=gebruiker.pk).update(apparaten_vergeten_op=timezone.now())  # noqa: TID251
