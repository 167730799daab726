"""What holds for the data of the case, wherever they come from."""

from dossiers.rules.nummers import (
    nagekeken_bsn,
    nagekeken_geboren,
    nagekeken_telefoon,
    nagekeken_vnummer,
)
from dossiers.rules.uitstel import NIET_UITGESTELD, gedaanbezwaar, uitstelbezwaar
from dossiers.rules.vastleggen import mag_afhandelen

__all__ = [
    "NIET_UITGESTELD",
    "gedaanbezwaar",
    "mag_afhandelen",
    "nagekeken_bsn",
    "nagekeken_geboren",
    "nagekeken_telefoon",
    "nagekeken_vnummer",
    "uitstelbezwaar",
]
