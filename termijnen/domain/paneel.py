"""What is due, on the page of a person."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from dossiers.models import Statushouder
from kern.contract import Gebruiker, Paneel
from kern.opmaak.datum import schrijf_datum
from termijnen import figures
from termijnen.models import Status, Termijn


def paneel(persoon: Statushouder, gebruiker: Gebruiker, peildatum: date) -> Paneel:
    """What is not done yet, the earliest last day first; of a family it stands with each member."""
    bekend = figures.regels()
    rijen = [rij for rij in figures.open_van(persoon, peildatum, gebruiker) if rij.code in bekend]
    laat = sum(rij.status == Status.TE_LAAT for rij in rijen)
    return Paneel(
        kop="Termijnen",
        icoon="klok",
        stand=_stand(laat, len(rijen)),
        feiten=[(bekend[rij.code].regel.label, _wanneer(rij, bekend[rij.code].regel.soort)) for rij in rijen],
        leeg="Er staan geen termijnen open.",
        acties=[
            ("Alle termijnen", reverse("termijnen:dossier", args=[persoon.sleutel]), f"van {persoon.naam}")
        ],
    )


def _stand(laat: int, samen: int) -> tuple[str, str] | None:
    if laat:
        return ("slecht", f"{laat} te laat")
    return ("goed", "Niets te laat") if samen else None


def _wanneer(rij: Termijn, soort: str) -> str:
    """Only what a law sets is called too late by law."""
    if rij.status == Status.UITGESTELD and rij.uitgesteld_tot:
        return f"uitgesteld tot en met {schrijf_datum(rij.uitgesteld_tot)}: {rij.reden}"
    uiterlijk = f"uiterlijk {schrijf_datum(rij.uitgesteld_tot or rij.vervalt_op)}"
    if rij.status == Status.TE_LAAT:
        return f"te laat{' volgens de wet' if soort == 'wet' else ''}, {uiterlijk}"
    return uiterlijk
