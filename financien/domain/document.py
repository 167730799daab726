"""The reconciliation as the JSON document `aansluiting/1`, for the command and the frozen report."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from financien import figures
from financien.figures import NUL, Aansluiting, Onverklaard, Personen, Regelstand, som


def document(peildatum: date, jaar: int | None = None) -> dict[str, Any]:
    """The document at `peildatum`. With `jaar` only what is of that year, or of no year in particular."""
    stand = figures.bereken(peildatum)
    jaren = [rij for rij in stand.jaren if jaar in {None, rij}]
    return {
        "schema": "aansluiting/1",
        "peildatum": peildatum.isoformat(),
        "jaren": [_jaar(stand, rij) for rij in jaren],
        "totaal": {
            "inkomsten_begroot": als_tekst(stand.inkomsten),
            "lasten_begroot": als_tekst(stand.lasten),
            "niet_toegewezen": als_tekst(stand.niet_toegewezen),
        },
        "niet_toegewezen": [lezing for lezing in _lezingen(stand) if _hoort_bij(lezing["jaar"], jaar)],
        "overheveling": _overheveling(stand),
        "regels": [_regel(regel) for regel in stand.regels if _hoort_bij(regel.jaar, jaar)],
        "personen": [_personen(rij) for rij in stand.personen if _hoort_bij(rij.regel.jaar, jaar)],
        "onverklaard": [_onverklaard(rij) for rij in figures.onverklaard(peildatum)],
        "som_grootboek": als_tekst(stand.grootboek.som),
        "som_aangesloten": als_tekst(stand.grootboek.aangesloten),
        "som_onverklaard": als_tekst(stand.grootboek.los),
    }


def als_tekst(bedrag: Decimal | None) -> str | None:
    """An amount as `344926.00`; null stays null. Every amount here has two decimals."""
    return None if bedrag is None else f"{bedrag:.2f}"


def _hoort_bij(jaar: int | None, gevraagd: int | None) -> bool:
    """What has no year of its own belongs to every year."""
    return gevraagd is None or jaar in {None, gevraagd}


def _jaar(stand: Aansluiting, jaar: int) -> dict[str, Any]:
    """What is booked and committed falls in a year; the budget of the activities is not split yet."""
    posten, activiteiten = stand.posten(jaar), stand.activiteiten
    return {
        "jaar": jaar,
        "inkomsten_begroot": als_tekst(stand.inkomsten_per_jaar[jaar]),
        "inkomsten_ontvangen": als_tekst(som(posten, "geboekt")),
        "lasten_begroot": None,
        "lasten_geboekt": als_tekst(sum((rij.geboekt_per_jaar.get(jaar, NUL) for rij in activiteiten), NUL)),
        "verplicht": als_tekst(sum((rij.verplicht_per_jaar.get(jaar, NUL) for rij in activiteiten), NUL)),
        "prognose": None,
        "saldo": None,
    }


def _lezingen(stand: Aansluiting) -> list[dict[str, Any]]:
    """The two readings of what is not allocated: the plan names no year for its activities."""
    if not stand.jaren:
        return []
    eerste = stand.jaren[0]
    return [
        {
            "lezing": f"alle activiteiten in {eerste}",
            "jaar": eerste,
            "bedrag": als_tekst(stand.niet_toegewezen_eerste_jaar),
        },
        {
            "lezing": "beide jaren" if len(stand.jaren) == 2 else "alle jaren",
            "jaar": None,
            "bedrag": als_tekst(stand.niet_toegewezen),
        },
    ]


def _overheveling(stand: Aansluiting) -> dict[str, Any]:
    """From the first year into the next: proposed from the balance, and what was decided."""
    gaat = figures.overheveling(stand)
    van = stand.jaren[0] if stand.jaren else None
    return {
        "van": van,
        "naar": van + 1 if van else None,
        "voorstel": als_tekst(gaat.voorstel) if gaat else None,
        "besloten": als_tekst(gaat.besloten) if gaat else None,
    }


def _regel(regel: Regelstand) -> dict[str, Any]:
    return {
        "code": regel.code,
        "jaar": regel.jaar,
        "soort": regel.regelsoort,
        "omschrijving": regel.omschrijving,
        "begroot": als_tekst(regel.begroot),
        "gewijzigd": als_tekst(regel.gewijzigd),
        "geboekt": als_tekst(regel.geboekt),
        "verplicht": als_tekst(regel.verplicht),
        "prognose": als_tekst(regel.prognose),
        "vrij": als_tekst(regel.vrij),
        "verschil": als_tekst(regel.verschil),
    }


def _personen(rij: Personen) -> dict[str, Any]:
    return {
        "code": rij.regel.code,
        "jaar": rij.regel.jaar,
        "begroot_personen": rij.begroot,
        "geteld_personen": rij.geteld,
        "tarief": als_tekst(rij.tarief),
        "verschil_personen": rij.verschil,
        "verschil_euro": als_tekst(rij.verschil_euro),
        "kerncijfer": rij.grondslag.kerncijfer if rij.grondslag else None,
    }


def _onverklaard(rij: Onverklaard) -> dict[str, Any]:
    return {
        "boekstuk": rij.boekstuk,
        "boekdatum": rij.boekdatum.isoformat(),
        "bedrag": als_tekst(rij.bedrag),
        "reden": rij.reden,
        "dagen_open": rij.dagen_open,
    }
