"""What holds for the data of the case, wherever they come from."""

from dossiers.rules.nummers import (
    nagekeken_bsn,
    nagekeken_geboren,
    nagekeken_vnummer,
)

__all__ = [
    "nagekeken_bsn",
    "nagekeken_geboren",
    "nagekeken_vnummer",
]
