"""Amounts in euro as people type and read them in Dutch: 1.234,56."""

import re
from decimal import Decimal

_BEDRAG = re.compile(r"([-+]?)([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?", re.ASCII)


def zonder_opmaak(tekst: str) -> str:
    """Without spaces and euro sign, and with a plain minus."""
    return re.sub(r"[\s\u00a0€]", "", tekst).replace("\u2212", "-")


def lees_bedrag(tekst: str) -> Decimal:
    """Euros with two decimals. A point is only read between thousands, a comma before cents.

    So 1,234.56, 1234.56, 1,234 and 0.500 are refused and not guessed at: ValueError.
    """
    treffer = _BEDRAG.fullmatch(zonder_opmaak(tekst))
    if treffer is None:
        raise ValueError(tekst)
    teken, heel, centen = treffer.groups()
    # Two decimals as written: rounding would fail on an amount of more digits than a Decimal computes with.
    return Decimal(f"{teken}{heel.replace('.', '')}.{(centen or '').ljust(2, '0')}")
