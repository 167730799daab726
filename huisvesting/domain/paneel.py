"""The part of housing on the page of a person."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from dossiers.models import Statushouder
from huisvesting.domain.tijdlijn import vooraf
from huisvesting.models import Plaatsing, Telling
from kern.contract import Gebruiker, Paneel
from kern.opmaak.datum import schrijf_datum
from toegang.rules import WIJZIGEN, mag, van_gemeente


def paneel(persoon: Statushouder, gebruiker: Gebruiker, peildatum: date) -> Paneel:
    """Where somebody lives or is expected to, and whether they count."""
    vooraf([persoon])
    plaatsingen = list(persoon.plaatsingen.all())
    nu = [rij for rij in plaatsingen if rij.tot is None or rij.tot > peildatum]
    telling = next((rij for rij in persoon.tellingen.all() if rij.waarde == 1), None)
    verwachting = next(iter(persoon.verwachtingen.all()), None) if not plaatsingen else None
    toont_telling = van_gemeente(gebruiker)  # the quota is the municipality's own affair
    return Paneel(
        kop="Huisvesting",
        icoon="huisvesting",
        stand=("goed", "Woont in een woning") if any(rij.van <= peildatum for rij in nu) else None,
        feiten=[
            *(_plaatsing(rij) for rij in plaatsingen[-3:]),
            *([("Verwacht", schrijf_datum(verwachting.verwacht_op))] if verwachting else []),
            *([_telling(telling)] if toont_telling and (telling or plaatsingen) else []),
        ],
        leeg="Er is nog geen woning.",
        acties=_acties(persoon, nu, plaatsingen) if mag(gebruiker, "huisvesting", WIJZIGEN) else [],
    )


def _plaatsing(rij: Plaatsing) -> tuple[str, str]:
    tot = f" tot {schrijf_datum(rij.tot)}" if rij.tot else ""
    return ("Woning", f"{rij.woning}, vanaf {schrijf_datum(rij.van)}{tot}")


def _telling(telling: Telling | None) -> tuple[str, str]:
    if telling is None:
        return ("Taakstelling", "Telt niet mee")
    return ("Taakstelling", f"Telt op {schrijf_datum(telling.telt_op)}. {telling.reden}")


def _acties(persoon: Statushouder, nu: list[Plaatsing], alle: list[Plaatsing]) -> list[tuple[str, str, str]]:
    """End the placement that runs; or, before the first home, say when it is expected."""
    acties = [
        ("Plaatsing beëindigen", reverse("huisvesting:beeindigen", args=[rij.pk]), f"in {rij.woning}")
        for rij in nu
        if rij.tot is None
    ]
    if not alle:
        acties.append(
            ("Verwachte datum", reverse("huisvesting:verwachting", args=[persoon.sleutel]), "van een woning")
        )
    return acties
