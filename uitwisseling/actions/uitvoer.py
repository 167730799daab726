"""What goes out as a table, for the read log."""

from __future__ import annotations

from kern.contract import Exporttabel, Peiling
from toegang.actions import Lezing
from toegang.models import Leeshandeling


def lezing_van_tabel(tabel: Exporttabel, peiling: Peiling) -> Lezing | None:
    """Every dossier in the table, and their number; None for a table without persons."""
    if tabel.dossiers is None:
        return None
    dossiers = list(dict.fromkeys(tabel.dossiers(peiling)))
    return Lezing(
        handeling=Leeshandeling.UITVOER,
        wat=f"Tabel {tabel.label.lower()}",
        dossiers=dossiers,
        aantal=len(dossiers),
    )
