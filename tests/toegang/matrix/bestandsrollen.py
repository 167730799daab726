"""Files that go out and come in, by role."""

from __future__ import annotations

from tests.toegang.matrix import rijen
from toegang.models import Rol

# Which role may have which table, or read in which kind of file.
UITROLLEN = {
    **{wat: {Rol.KLANTREGISSEUR, Rol.CONSULENT, Rol.COORDINATOR} for wat in ("personen", "termijnen")},
    "plaatsingen": {Rol.KLANTREGISSEUR, Rol.COORDINATOR},
    "tellingen": {Rol.KLANTREGISSEUR, Rol.COORDINATOR},
    "verschil_coa": {Rol.KLANTREGISSEUR, Rol.COORDINATOR},
    "eerste_maand": {Rol.KLANTREGISSEUR, Rol.COORDINATOR},
    "boekingen": {Rol.COORDINATOR, Rol.FINANCIEN},
    # the key figures of one's own domains
    "kerncijfers": {Rol.KLANTREGISSEUR, Rol.CONSULENT, Rol.COORDINATOR, Rol.FINANCIEN},
}
INROLLEN = {
    **dict.fromkeys(("personen", "plaatsingen", "coa", "eerste_maand"), rijen.MAG_PERSONEN_INLEZEN),
    "grootboek": {Rol.FINANCIEN},
}
