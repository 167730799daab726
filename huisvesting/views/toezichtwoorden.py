"""How the page of supervision says what the province sees and may do."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from huisvesting import rules
from huisvesting.domain.toezicht import mag, volgende_trede
from huisvesting.figures import Periodetoezicht, Toezicht
from huisvesting.models import Toezichtstap
from huisvesting.rules import OP_RIJ, Beoordeling, Toezichtsregel
from kern import schrijfwijze

_BADGES = {
    Beoordeling.LOOPT: ("wacht", "Loopt nog"),
    Beoordeling.GEHAALD: ("goed", "Gehaald"),
    Beoordeling.GEMIST: ("slecht", "Gemist"),
    Beoordeling.VERSCHOONBAAR: ("let", "Gemist, verschoonbaar"),
    Beoordeling.ONBEKEND: ("neutraal", "Niet bekend"),
}


def rijen(toezicht: Toezicht, vraag: str) -> list[dict[str, Any]]:
    """Each period, the last one first, with its arithmetic in words."""
    return [_rij(deel, vraag) for deel in toezicht.periodes]


def _rij(deel: Periodetoezicht, vraag: str) -> dict[str, Any]:
    stand, koppeling = deel.stand, deel.koppeling
    weet = deel.beoordeling != Beoordeling.ONBEKEND
    return {
        "naam": rules.periodenaam(deel.code),
        "onder": "heel jaar, beoordeeld als één periode" if "-" not in deel.code else "",
        "beoordeeldag": deel.beoordeeldag,
        "te_realiseren": stand.te_realiseren if stand else None,
        "opgave_url": (reverse("huisvesting:opgave", args=[deel.code]) + vraag) if stand else "",
        "gerealiseerd": stand.gerealiseerd if stand and weet else None,
        "gehuisvest_url": (reverse("huisvesting:gehuisvest", args=[deel.code]) + vraag) if stand else "",
        "saldo": stand.saldo if stand and weet else None,
        "koppeldag": deel.koppeldag,
        "gekoppeld": koppeling.zeker if koppeling else None,
        "gekoppeld_url": (reverse("huisvesting:gekoppeld", args=[deel.code]) + vraag) if koppeling else "",
        "badge": _BADGES[deel.beoordeling],
    }


def kop(toezicht: Toezicht) -> dict[str, Any]:
    """The figures at the top: missed in a row, and what the province may do."""
    reeks = toezicht.reeks
    bij = "Wat ervoor was, is niet bekend" if not reeks.zeker else "De periode ervoor is gehaald"
    if not reeks.gemist and reeks.zeker:
        bij = "De laatste periode is gehaald"
    if not reeks.gemist and not reeks.zeker:
        bij = "Van de laatste periode is niets bekend"
    return {
        "gemist": reeks.gemist,
        "gemist_bij": bij,
        "ten_minste": "ten minste" if reeks.gemist and not reeks.zeker else "",
        "verschoonbaar": reeks.verschoonbaar,
        "telt": reeks.telt,
        "op_rij": OP_RIJ,
        "mag": mag(toezicht),
    }


def ladder(toezicht: Toezicht) -> list[dict[str, Any]]:
    """The steps in their order: taken, next, or neither; and whether they were looked up."""
    gezet = {
        s.trede: s
        for s in toezicht.stappen
        if not s.doorgehaald_reden and s.periode.code in toezicht.in_reeks
    }
    aan_zet = toezicht.laatste is not None and toezicht.laatste.beoordeling == Beoordeling.GEMIST
    straks = volgende_trede(toezicht) if aan_zet else None
    uit = []
    for nummer, trede in enumerate(rules.LADDER, start=1):
        rij = gezet.get(trede)
        stand = ("wacht", "Volgende stap") if trede == straks else ("neutraal", "Nog niet")
        uit.append(
            {
                "nummer": nummer,
                "naam": trede.label,
                "stand": ("let", f"Gezet op {schrijfwijze.dag(rij.op)}") if rij else stand,
                "zekerheid": "In een bron gelezen" if trede in rules.NAGEGAAN else "Niet nagegaan",
            }
        )
    return uit


def stap(rij: Toezichtstap, *, wijzigbaar: bool) -> dict[str, Any]:
    """One step of the record; a struck one keeps its reason."""
    open_ = wijzigbaar and not rij.doorgehaald_reden
    return {
        "rij": rij,
        "naam": rij.get_trede_display(),
        "periode": rules.periodenaam(rij.periode.code),
        "reden": f"Doorgehaald: {rij.doorgehaald_reden}" if rij.doorgehaald_reden else "",
        "wijzigen": reverse("huisvesting:toezichtstap", args=[rij.pk]) if open_ else "",
        "doorhalen": reverse("huisvesting:toezichtstap-doorhalen", args=[rij.pk]) if open_ else "",
    }


def regel(regel_: Toezichtsregel) -> dict[str, Any]:
    """A rule with its source, and what of it was not looked up."""
    return {
        "wat": regel_.wat,
        "bron": regel_.bron,
        "twijfel": regel_.twijfel,
        "stand": ("let", "Niet helemaal nagegaan") if regel_.twijfel else ("goed", "In de bron gelezen"),
    }
