"""The burgerservicenummer as text: read, checked and shown in part (rule N1)."""

import re

from stdnum.nl import bsn as stdnum_bsn


def bsn_genormaliseerd(tekst: str) -> str:
    """The nine digits, without spaces, points and dashes, eight digits with a zero before them.

    ValueError, without the number in it, when there are not eight or nine digits. Says nothing of
    the check digit.
    """
    cijfers = re.sub(r"[\s.-]", "", tekst)
    if not re.fullmatch(r"[0-9]{8,9}", cijfers):
        raise ValueError("Een BSN heeft 9 cijfers.")
    return cijfers.zfill(9)


def bsn_geldig(tekst: str) -> bool:
    """N1: nine digits (or eight) that pass the 11-proof, and not all zeros. [K]"""
    try:
        return stdnum_bsn.is_valid(bsn_genormaliseerd(tekst))
    except ValueError:
        return False


def bsn_gemaskeerd(tekst: str) -> str:
    """Only the last three digits, as the screens show it: •••••• 417. ValueError as above."""
    return f"•••••• {bsn_genormaliseerd(tekst)[-3:]}"
