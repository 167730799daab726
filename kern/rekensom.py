"""Arithmetic in words, as the pages of more than one domain show it (`rekensom.html`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rekenstap:
    """One step: the question, how it is answered, what comes out, and where its rows are (empty: no page has them)."""

    vraag: str
    som: str
    uitkomst: str
    adres: str = ""
