"""How the page of the numbers to steer by orders and names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse

from huisvesting.models import Stuurcode, Stuurgetal
from kern import schrijfwijze
from kern.opmaak.scherm import getal

GROEPEN: tuple[tuple[str, tuple[Stuurcode, ...]], ...] = (
    (
        "Vanaf wanneer waarschuwen wij?",
        (Stuurcode.DREMPEL_TEMPO, Stuurcode.DREMPEL_PROGNOSE, Stuurcode.DREMPEL_WONINGEN),
    ),
    (
        "Waarmee rekent de prognose?",
        (
            Stuurcode.INSTROOM_LAAG,
            Stuurcode.INSTROOM_VERWACHT,
            Stuurcode.INSTROOM_HOOG,
            Stuurcode.OPGAVE_LATER,
        ),
    ),
    (
        "Waarmee rekent de pagina over AMV?",
        (
            Stuurcode.AMV_INSTROOM,
            Stuurcode.AMV_VERBLIJF,
            Stuurcode.AMV_PLEKKEN,
            Stuurcode.AMV_WONINGEN,
            Stuurcode.AMV_MAANDEN,
            Stuurcode.AMV_TARIEF,
            Stuurcode.AMV_ZOEKEN,
        ),
    ),
    ("Hoeveel woningen staan er in elke wijk?", (Stuurcode.WONINGEN_WIJK,)),
)


def naam(rij: Stuurgetal) -> str:
    """What the number is about, with its neighbourhood where it has one."""
    return f"{rij.get_code_display()}: {rij.wijk}" if rij.wijk else rij.get_code_display()


def waarde(rij: Stuurgetal) -> str:
    """The number as the screen writes it: euros with cents, a whole one without."""
    if rij.code == Stuurcode.AMV_TARIEF:
        return f"{schrijfwijze.bedrag(rij.waarde)} euro"
    return getal(int(rij.waarde)) if rij.waarde == int(rij.waarde) else _gebroken(rij.waarde)


def vastgelegd(rij: Stuurgetal) -> str:
    """What was saved, in one sentence."""
    return f"Vastgelegd: {naam(rij)}, {waarde(rij)} vanaf {schrijfwijze.dag(rij.vanaf)}."


def groepen(rijen: Iterable[Stuurgetal], peildatum: date, *, wijzigbaar: bool) -> list[dict[str, Any]]:
    """All numbers by subject, the newest of each first; a code without any has a row that says so."""
    per_code: dict[str, dict[str, list[Stuurgetal]]] = defaultdict(lambda: defaultdict(list))
    for rij in rijen:
        per_code[rij.code][rij.wijk].append(rij)
    uit = []
    for nummer, (kop, codes) in enumerate(GROEPEN):
        regels: list[dict[str, Any]] = []
        for code in codes:
            for reeks in [per_code[code][wijk] for wijk in sorted(per_code[code])] or [[]]:
                regels += _reeks(code, reeks, peildatum, wijzigbaar=wijzigbaar)
        leeg = sum(regel["leeg"] for regel in regels)
        uit.append({"kop": kop, "id": f"groep-{nummer}", "regels": regels, "ontbreken": leeg})
    return uit


def _reeks(
    code: Stuurcode, rijen: list[Stuurgetal], peildatum: date, *, wijzigbaar: bool
) -> list[dict[str, Any]]:
    if not rijen:
        url = f"{reverse('huisvesting:stuurgetal-nieuw')}?code={code}" if wijzigbaar else ""
        stand = ("let", "Niet ingevuld")
        return [{"naam": code.label, "url": url, "leeg": True, "rij": None, "waarde": "", "stand": stand}]
    geldend = max((rij for rij in rijen if rij.vanaf <= peildatum), key=lambda rij: rij.vanaf, default=None)
    return [
        {
            "naam": naam(rij),
            "url": reverse("huisvesting:stuurgetal", args=[rij.pk]) if wijzigbaar else "",
            "leeg": False,
            "rij": rij,
            "waarde": waarde(rij),
            "stand": _stand(rij, geldend, peildatum),
        }
        for rij in sorted(rijen, key=lambda rij: rij.vanaf, reverse=True)
    ]


def _stand(rij: Stuurgetal, geldend: Stuurgetal | None, peildatum: date) -> tuple[str, str]:
    if rij is geldend:
        return ("goed", "Geldt")
    return ("wacht", "Gaat nog in") if rij.vanaf > peildatum else ("neutraal", "Vervangen")


def _gebroken(deel: Decimal) -> str:
    return schrijfwijze.bedrag(deel).rstrip("0")
