"""How much is measured, and from which size on a goal holds: with little a page costs more than the work in it."""

from __future__ import annotations

import os

VEEL = 50_000
# For each dossier ten entries of the ledger: at the full size a million.
PER_DOSSIER = 10
VARIABELE = "WI_BENCHBOEKINGEN"


def doel(dossiers: int, keer: float) -> float | None:
    """The goal at this number of dossiers; None where none was set."""
    return keer if dossiers >= VEEL else None


def boekingen(dossiers: int) -> int:
    """How many entries of the ledger to measure with: as many as were asked for, or ten for each dossier."""
    gevraagd = os.environ.get(VARIABELE)
    return int(gevraagd) if gevraagd else dossiers * PER_DOSSIER


def doel_boekingen(aantal: int, keer: float) -> float | None:
    """The goal at this number of entries; None where none was set."""
    return doel(aantal // PER_DOSSIER, keer)
