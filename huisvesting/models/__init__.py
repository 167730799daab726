"""Homes and where they come from, placements, and the quota with who counts for it."""

from huisvesting.models.aanbod import (
    Aanbod,
    Herkomst,
    MogelijkeWoning,
    MogelijkeWoningStatus,
    Prestatieafspraak,
)
from huisvesting.models.coa import CoaRegel
from huisvesting.models.opgave import Opgave, Uitruil
from huisvesting.models.overname import Overname
from huisvesting.models.periode import Periode
from huisvesting.models.sturing import AmvUitkomst, Stuurcode, Stuurgetal, Toezichtstap, Trede
from huisvesting.models.taakstelling import Beginstand, Telling, Verwachting, Woonvraag
from huisvesting.models.woning import Plaatsing, Woning, Woningsoort

__all__ = [
    "Aanbod",
    "AmvUitkomst",
    "Beginstand",
    "CoaRegel",
    "Herkomst",
    "MogelijkeWoning",
    "MogelijkeWoningStatus",
    "Opgave",
    "Overname",
    "Periode",
    "Plaatsing",
    "Prestatieafspraak",
    "Stuurcode",
    "Stuurgetal",
    "Telling",
    "Toezichtstap",
    "Trede",
    "Uitruil",
    "Verwachting",
    "Woning",
    "Woningsoort",
    "Woonvraag",
]
