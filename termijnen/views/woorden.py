"""Terms in the words of a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from kern.opmaak.datum import schrijf_datum
from termijnen.models import Status, Uitzondering

STANDEN: dict[Status, tuple[str, str]] = {
    Status.OPEN: ("neutraal", "Open"),
    Status.TE_LAAT: ("slecht", "Te laat"),
    Status.VOLDAAN: ("goed", "Op tijd gedaan"),
    Status.VOLDAAN_TE_LAAT: ("let", "Te laat gedaan"),
    Status.UITGESTELD: ("let", "Uitgesteld"),
    Status.VRIJGESTELD: ("neutraal", "Vrijgesteld"),
}
# who set it; only a law can make something too late by law (T4)
SOORTEN = {"wet": "Wet", "regeling": "Regeling", "norm": "Norm, geen wet", "plan": "Plan"}


def besluitregel(rij: Uitzondering) -> dict[str, Any]:
    """A decision in a sentence, with the address to take it back while it holds."""
    datum = f" {schrijf_datum(rij.nieuwe_datum)}" if rij.nieuwe_datum else ""
    tot = " tot en met" if rij.soort == "uitstel" else " op" if datum else ""
    zin = f"{rij.get_soort_display()}{tot}{datum}. {rij.reden}"
    wie = f"{rij.door}, {schrijf_datum(rij.besloten_op)}"
    if rij.ingetrokken_op:
        wie = f"{wie}, teruggedraaid op {schrijf_datum(rij.ingetrokken_op)}"
    terug = "" if rij.ingetrokken_op else reverse("termijnen:terugdraaien", args=[rij.pk])
    return {"zin": zin, "wie": wie, "terug": terug, "geldt": not rij.ingetrokken_op}


def intussen(laatste: Uitzondering | None, gezien: int | None, gekozen: Mapping[str, Any]) -> str:
    """What a colleague decided since the form was opened, in a sentence; empty where that was seen, or is the same."""
    if (laatste.pk if laatste else None) == gezien:
        return ""
    nog_eens = "Kijk of uw besluit nog nodig is en leg het dan nog eens vast."
    if laatste is None:
        return f"Het besluit dat u zag, is intussen teruggedraaid. {nog_eens}"
    if (laatste.soort, laatste.nieuwe_datum) == (gekozen["soort"], gekozen["nieuwe_datum"]):
        return ""
    regel = besluitregel(laatste)
    return f"Intussen is al besloten: {regel['zin'].removesuffix('.')}. ({regel['wie']}) {nog_eens}"
