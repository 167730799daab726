"""Set-based reading of guidance."""

from begeleiding.figures.controles import eerste_maand_volgt
from begeleiding.figures.lijsten import (
    compleet,
    eerste_maand_af,
    lijsten,
    stappen,
    te_laat,
    te_toetsen,
    tel_open,
)
from begeleiding.figures.trajecten import (
    Belasting,
    aantal_in_begeleiding,
    begeleid,
    belasting,
    belasting_organisaties,
    in_begeleiding,
    trajecten,
)
from begeleiding.figures.volgen import feitdag, feitdagen, hoort, staat

__all__ = [
    "Belasting",
    "aantal_in_begeleiding",
    "begeleid",
    "belasting",
    "belasting_organisaties",
    "compleet",
    "eerste_maand_af",
    "eerste_maand_volgt",
    "feitdag",
    "feitdagen",
    "hoort",
    "in_begeleiding",
    "lijsten",
    "staat",
    "stappen",
    "te_laat",
    "te_toetsen",
    "tel_open",
    "trajecten",
]
