"""What every page of the shell needs: navigation by right, the demonstration's banner, the peildatum."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from kern.klok import vandaag
from kern.register import register
from toegang.rules import mag


def navigatie(request: HttpRequest) -> list[dict[str, Any]]:
    """The groups of the menu with the entries that this user may open, in order."""
    if not request.user.is_authenticated:
        return []
    punten = [
        (punt, domein.code)
        for domein in register
        for punt in domein.menu
        if mag(request.user, domein.code, punt.recht)
    ]
    groepen: dict[str, list[Any]] = {}
    for punt, _domein in sorted(punten, key=lambda paar: paar[0].volgorde):
        groepen.setdefault(punt.groep, []).append(punt)
    return [{"kop": kop, "punten": rijen} for kop, rijen in groepen.items()]


def schil(request: HttpRequest) -> dict[str, Any]:
    """Context processor of the shell."""
    return {
        "demonstratie": settings.DEMONSTRATIE,
        "vandaag": vandaag(),
        "navigatie": navigatie(request),
    }
