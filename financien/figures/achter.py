"""The entries behind a sum: what is received, spent, or has a line at all. Each set is the amount, to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from financien.figures.stand import NUL, Aansluiting, som
from financien.models import Toedeling
from financien.models.toedeling import ToedelingQuerySet


def _tot_en_met(peildatum: date) -> ToedelingQuerySet:
    rijen = Toedeling.objects.geldig().filter(boeking__boekdatum__lte=peildatum)
    return rijen.order_by("boeking__boekdatum", "pk")


def achter_ontvangen(peildatum: date, jaar: int | None = None) -> ToedelingQuerySet:
    """On income lines; with `jaar` on those of that year, whatever the booking year."""
    rijen = _tot_en_met(peildatum).exclude(inkomstenpost=None)
    return rijen.filter(inkomstenpost__jaar=jaar) if jaar else rijen


def achter_besteed(peildatum: date, jaar: int | None = None) -> ToedelingQuerySet:
    """On activities; with `jaar` those of that booking year."""
    rijen = _tot_en_met(peildatum).exclude(activiteit=None)
    return rijen.filter(boeking__boekjaar=jaar) if jaar else rijen


def achter_gekoppeld(peildatum: date) -> ToedelingQuerySet:
    """On any line, with the sign of the ledger."""
    return _tot_en_met(peildatum)


def ontvangen(stand: Aansluiting, jaar: int | None = None) -> Decimal:
    """What `achter_ontvangen` is together, positive."""
    return som(stand.posten(jaar), "geboekt")


def besteed(stand: Aansluiting, jaar: int | None = None) -> Decimal:
    """What `achter_besteed` is together."""
    return som(stand.activiteiten, "geboekt") if jaar is None else _in(stand, "geboekt_per_jaar", jaar)


def verplicht(stand: Aansluiting, jaar: int | None = None) -> Decimal:
    """What is left of the commitments that run; with `jaar` of those that are charged to that year."""
    return som(stand.activiteiten, "verplicht") if jaar is None else _in(stand, "verplicht_per_jaar", jaar)


def _in(stand: Aansluiting, naam: str, jaar: int) -> Decimal:
    return sum((getattr(regel, naam).get(jaar, NUL) for regel in stand.activiteiten), NUL)
