"""Pages of huisvesting: the taakstelling with its rows, homes, and placing people in them."""

from huisvesting.views.aanbod import (
    AanbodContract,
    Aanbodpagina,
    AanbodStap,
    AanbodTerug,
    BiedAan,
)
from huisvesting.views.aanbodlijst import Aanbodlijst, Wachtenden
from huisvesting.views.amv import AmvGevolgen
from huisvesting.views.amvbewaard import AmvBewaard, AmvBewaardeLijst, AmvBewaren
from huisvesting.views.amvdelen import AmvBewoners, AmvGrafiek, AmvUitvoer
from huisvesting.views.coa import WijEnCoa
from huisvesting.views.mogelijk import (
    AfspraakToevoegen,
    AfspraakWijzigen,
    MogelijkeWoningen,
    MogelijkToevoegen,
    MogelijkWijzigen,
    Tekort,
    Verhuurders,
    WijkGrafiek,
    WordtWoning,
)
from huisvesting.views.opgave import (
    Opgavepagina,
    OpgaveVastleggen,
    OpgaveWijzigen,
    UitruilVastleggen,
    UitruilWijzigen,
)
from huisvesting.views.plaatsing import Plaatsen, PlaatsingBeeindigen, VerwachtingVastleggen
from huisvesting.views.prognose import Prognose, PrognoseAmv, PrognoseGrafiek, PrognosePersonen
from huisvesting.views.sturing import Stuurgetallen, StuurgetalVastleggen, StuurgetalWijzigen
from huisvesting.views.taakstelling import (
    Gehuisvest,
    Taakstelling,
    TaakstellingBestand,
    VerloopGrafiek,
    Verwacht,
)
from huisvesting.views.telling import OvernameMelden, TeltNietMee
from huisvesting.views.toezicht import (
    Gekoppeld,
    Toezicht,
    ToezichtstapDoorhalen,
    ToezichtstapVastleggen,
    ToezichtstapWijzigen,
)
from huisvesting.views.woning import WiePast, Woningen, WoningenBestand, WoningToevoegen, WoningWijzigen

__all__ = [
    "AanbodContract",
    "AanbodStap",
    "AanbodTerug",
    "Aanbodlijst",
    "Aanbodpagina",
    "AfspraakToevoegen",
    "AfspraakWijzigen",
    "AmvBewaard",
    "AmvBewaardeLijst",
    "AmvBewaren",
    "AmvBewoners",
    "AmvGevolgen",
    "AmvGrafiek",
    "AmvUitvoer",
    "BiedAan",
    "Gehuisvest",
    "Gekoppeld",
    "MogelijkToevoegen",
    "MogelijkWijzigen",
    "MogelijkeWoningen",
    "OpgaveVastleggen",
    "OpgaveWijzigen",
    "Opgavepagina",
    "OvernameMelden",
    "Plaatsen",
    "PlaatsingBeeindigen",
    "Prognose",
    "PrognoseAmv",
    "PrognoseGrafiek",
    "PrognosePersonen",
    "StuurgetalVastleggen",
    "StuurgetalWijzigen",
    "Stuurgetallen",
    "Taakstelling",
    "TaakstellingBestand",
    "Tekort",
    "TeltNietMee",
    "Toezicht",
    "ToezichtstapDoorhalen",
    "ToezichtstapVastleggen",
    "ToezichtstapWijzigen",
    "UitruilVastleggen",
    "UitruilWijzigen",
    "Verhuurders",
    "VerloopGrafiek",
    "Verwacht",
    "VerwachtingVastleggen",
    "Wachtenden",
    "WiePast",
    "WijEnCoa",
    "WijkGrafiek",
    "WoningToevoegen",
    "WoningWijzigen",
    "Woningen",
    "WoningenBestand",
    "WordtWoning",
]
