"""What is checked of a person's numbers and birth date, wherever they are typed (N1, N2)."""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError

from kern.bsn import bsn_geldig
from kern.leeftijd import Geboortedatum
from kern.vnummer import vnummer_genormaliseerd


def al_bekend(label: str) -> str:
    """Said of a number that a dossier has which this user can look up. `label` is BSN or V-nummer."""
    return f"Er is al een dossier met dit {label}."


def nagekeken_bsn(tekst: str) -> str:
    """Nine digits, or empty; ValidationError when the eleven test does not hold (N1)."""
    bsn = "".join(tekst.split())
    if bsn and not bsn_geldig(bsn):
        raise ValidationError("Dit BSN klopt niet. Controleer de cijfers.")
    return bsn.zfill(9) if bsn else ""


def nagekeken_vnummer(tekst: str | None) -> str | None:
    """Ten digits without spaces, points and dashes, or None (N2)."""
    if not (tekst or "").strip():
        return None
    try:
        return vnummer_genormaliseerd(tekst or "")
    except ValueError as fout:
        raise ValidationError(str(fout)) from fout


def nagekeken_telefoon(tekst: str) -> str:
    """A Dutch number of ten digits (or +31 and nine), or an international one; empty stays empty.

    Kept as it was typed, with single spaces. ValidationError for anything else.
    """
    netjes = " ".join(tekst.split())
    cijfers = re.sub(r"[\s().-]", "", netjes).replace("+", "00", 1) if netjes else ""
    nederlands = re.fullmatch(r"0[1-9][0-9]{8}|00310?[1-9][0-9]{8}", cijfers)
    buitenlands = re.fullmatch(r"00(?!31)[1-9][0-9]{7,14}", cijfers)
    if netjes and not (nederlands or buitenlands):
        raise ValidationError("Schrijf een nummer van 10 cijfers, of begin met + en het landnummer.")
    return netjes


def nagekeken_geboren(geboren: Geboortedatum, vandaag: date) -> Geboortedatum:
    """Born today at the latest."""
    if geboren.vroegst and geboren.vroegst > vandaag:
        raise ValidationError("Deze geboortedatum ligt in de toekomst.")
    return geboren
