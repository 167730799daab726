"""From which size on a goal holds: with a thousand dossiers a page costs more than the work in it."""

from __future__ import annotations

VEEL = 50_000


def doel(dossiers: int, keer: float) -> float | None:
    """The goal at this number of dossiers; None where none was set."""
    return keer if dossiers >= VEEL else None
