"""The rules of huisvesting, as data and pure functions: the quota, and who may move in."""

from huisvesting.rules.inhuizen import (
    Bezwaar,
    Inhuizing,
    Omgeving,
    Persoonsfeiten,
    Verblijf,
    Woningfeiten,
    bezwaren,
    hoogste_bezetting,
    overlapbezwaren,
    te_vestigen,
    tellend,
    vestigingsbezwaren,
    woningbezwaren,
)
from huisvesting.rules.taakstelling import BRONVERSCHILLEN, Oordeel, grenzen, halfjaar, telt_mee, tempo

__all__ = [
    "BRONVERSCHILLEN",
    "Bezwaar",
    "Inhuizing",
    "Omgeving",
    "Oordeel",
    "Persoonsfeiten",
    "Verblijf",
    "Woningfeiten",
    "bezwaren",
    "grenzen",
    "halfjaar",
    "hoogste_bezetting",
    "overlapbezwaren",
    "te_vestigen",
    "tellend",
    "telt_mee",
    "tempo",
    "vestigingsbezwaren",
    "woningbezwaren",
]
