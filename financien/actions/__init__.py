"""What is done with the budget and the ledger."""

from financien.actions.begroting import stel_begroting_gelijk
from financien.actions.maanden import heropen_maand, sluit_maand, te_verklaren
from financien.actions.merken import besluit_over
from financien.actions.rekeningen import stop_rekening, zet_rekening
from financien.actions.toedelen import Deel, Keuze, koppel, koppel_vanzelf, maak_los, verdeel
from financien.actions.verklaren import verklaar, zet_drempel
from financien.actions.verplichten import (
    EigenTermijnen,
    Verdeling,
    beeindig_verplichting,
    bewaar_verplichting,
    gelijke_delen,
)
from financien.actions.wijzigen import NIET_TOEGEWEZEN, Wijziging, hevel_over, wijzig_begroting

__all__ = [
    "NIET_TOEGEWEZEN",
    "Deel",
    "EigenTermijnen",
    "Keuze",
    "Verdeling",
    "Wijziging",
    "beeindig_verplichting",
    "besluit_over",
    "bewaar_verplichting",
    "gelijke_delen",
    "heropen_maand",
    "hevel_over",
    "koppel",
    "koppel_vanzelf",
    "maak_los",
    "sluit_maand",
    "stel_begroting_gelijk",
    "stop_rekening",
    "te_verklaren",
    "verdeel",
    "verklaar",
    "wijzig_begroting",
    "zet_drempel",
    "zet_rekening",
]
