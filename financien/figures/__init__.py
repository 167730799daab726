"""What can be read of the budget, the ledger and the reconciliation of the two."""

from financien.figures.aansluiting import bereken, inkomsten, lasten, planjaren, regels, rekeningen
from financien.figures.achter import (
    achter_besteed,
    achter_gekoppeld,
    achter_ontvangen,
    besteed,
    ontvangen,
    verplicht,
)
from financien.figures.afwijking import Afwijking, afwijkingen, drempel_op
from financien.figures.controles import begroting_sluit, grootboek_sluit
from financien.figures.ingelezen import laatst_ingelezen
from financien.figures.los import Onverklaard, losse_boekingen, onverklaard
from financien.figures.overheveling import Overheveling, overheveling
from financien.figures.stand import (
    ACTIVITEIT,
    INKOMST,
    NUL,
    Aansluiting,
    Grootboekstand,
    Personen,
    Regelstand,
    som,
)

__all__ = [
    "ACTIVITEIT",
    "INKOMST",
    "NUL",
    "Aansluiting",
    "Afwijking",
    "Grootboekstand",
    "Onverklaard",
    "Overheveling",
    "Personen",
    "Regelstand",
    "achter_besteed",
    "achter_gekoppeld",
    "achter_ontvangen",
    "afwijkingen",
    "begroting_sluit",
    "bereken",
    "besteed",
    "drempel_op",
    "grootboek_sluit",
    "inkomsten",
    "laatst_ingelezen",
    "lasten",
    "losse_boekingen",
    "ontvangen",
    "onverklaard",
    "overheveling",
    "planjaren",
    "regels",
    "rekeningen",
    "som",
    "verplicht",
]
