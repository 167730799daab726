"""Set-based reading for partners."""

from partners.figures.standen import (
    Stand,
    antwoordtijd,
    beantwoord,
    gevraagd,
    open_vragen,
    standen,
    verlopen,
    vragen,
    wacht_te_lang,
)

__all__ = [
    "Stand",
    "antwoordtijd",
    "beantwoord",
    "gevraagd",
    "open_vragen",
    "standen",
    "verlopen",
    "vragen",
    "wacht_te_lang",
]
