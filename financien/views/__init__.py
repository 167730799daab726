"""Pages of financien: the reconciliation, the entries behind it, and what is decided of the budget."""

from financien.views.aansluiting import (
    AansluitingBestand,
    AansluitingPagina,
    ActiviteitenGrafiek,
    PersonenPagina,
    RegelPagina,
)
from financien.views.besluiten import Overhevelen, OverhevelPagina, Wijzigingen, WijzigingToevoegen
from financien.views.boekingen import Boekingpagina, Nakijken, Regelboekingen, ZonderRegel
from financien.views.koppelen import Koppelen, KoppelGekozen, Losmaken, MerkBesluit
from financien.views.maanden import Maanden, MaandHeropenen, MaandSluiten
from financien.views.rekeningen import Rekeningen, RekeningStoppen, RekeningToevoegen
from financien.views.sommen import Besteed, Gekoppeld, Ontvangen
from financien.views.verklaren import Afwijkingen, DrempelZetten, Verklaren
from financien.views.verplichtingen import (
    VerplichtingBeeindigen,
    Verplichtingen,
    Verplichtingpagina,
    VerplichtingToevoegen,
    VerplichtingWijzigen,
)

__all__ = [
    "AansluitingBestand",
    "AansluitingPagina",
    "ActiviteitenGrafiek",
    "Afwijkingen",
    "Besteed",
    "Boekingpagina",
    "DrempelZetten",
    "Gekoppeld",
    "KoppelGekozen",
    "Koppelen",
    "Losmaken",
    "MaandHeropenen",
    "MaandSluiten",
    "Maanden",
    "MerkBesluit",
    "Nakijken",
    "Ontvangen",
    "OverhevelPagina",
    "Overhevelen",
    "PersonenPagina",
    "RegelPagina",
    "Regelboekingen",
    "RekeningStoppen",
    "RekeningToevoegen",
    "Rekeningen",
    "Verklaren",
    "VerplichtingBeeindigen",
    "VerplichtingToevoegen",
    "VerplichtingWijzigen",
    "Verplichtingen",
    "Verplichtingpagina",
    "WijzigingToevoegen",
    "Wijzigingen",
    "ZonderRegel",
]
