"""Pages of guidance: the first month, the list of steps, and who guides whom."""

from begeleiding.views.lijsten import EersteMaandPagina, Lijsten
from begeleiding.views.stap import StapGedaan, StapNiet, StapTerug
from begeleiding.views.stappen import (
    LijststapWeg,
    LijststapWijzigen,
    Stappenlijsten,
    StapToevoegen,
    VersieMaken,
    VersieWeg,
    VersieWijzigen,
)
from begeleiding.views.trajecten import Belasting, TrajectBeginnen, TrajectWijzigen

__all__ = [
    "Belasting",
    "EersteMaandPagina",
    "Lijsten",
    "LijststapWeg",
    "LijststapWijzigen",
    "StapGedaan",
    "StapNiet",
    "StapTerug",
    "StapToevoegen",
    "Stappenlijsten",
    "TrajectBeginnen",
    "TrajectWijzigen",
    "VersieMaken",
    "VersieWeg",
    "VersieWijzigen",
]
