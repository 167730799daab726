"""Pages of the shared case: the list, a family in one form."""

from dossiers.views.afschermen import Afschermen, Afscherming, AfschermingOpheffen, InzageBeeindigen
from dossiers.views.bewaard import FilterBewaren, FilterHernoemen, FilterWeghalen
from dossiers.views.bsn import (
    BsnTonen,
)
from dossiers.views.deelpagina import (
    ContactPagina,
    DocumentPagina,
    SignaalPagina,
    TaakPagina,
)
from dossiers.views.documenten import (
    DocumentBestand,
    DocumentVastleggen,
    DocumentWijzigen,
)
from dossiers.views.dossier import PersoonWijzigen, VertrekVastleggen, VestigingWijzigen
from dossiers.views.dubbelen import Dubbelen
from dossiers.views.gezin import GezinRegistreren, GezinslidToevoegen
from dossiers.views.handelingen import (
    ContactDoorhalen,
    DocumentDoorhalen,
    SignaalBeantwoorden,
    SignaalDoorhalen,
    TaakDoorhalen,
    TaakGedaan,
    TaakHeropenen,
    TaakOverdragen,
    TaakUitstellen,
    TaakUitstelTerug,
)
from dossiers.views.lijst import Dossierlijst, Exporteren
from dossiers.views.mixins import DossierMixin, LeestDossier
from dossiers.views.overdracht import OverdrachtTerug, WerkOverdragen
from dossiers.views.regie import (
    RegieOverdragen,
    Waarnemingen,
    WaarnemingIntrekken,
    WaarnemingVastleggen,
    WaarnemingWijzigen,
)
from dossiers.views.relaties import (
    RelatieBeeindigen,
    Relaties,
)
from dossiers.views.samenvoegen import Samenvoegen, SamenvoegenMet, SamenvoegingOngedaan, TweeMensen
from dossiers.views.vastleggen import (
    ContactVastleggen,
    ContactWijzigen,
    Noteren,
    SignaalVastleggen,
    SignaalWijzigen,
    TaakVastleggen,
    TaakWijzigen,
)
from dossiers.views.verwijzen import (
    Doorverwijzen,
    Gedeeld,
    OpnieuwVerwijzen,
    VerwijzingAfronden,
    VerwijzingHerinneren,
    VerwijzingIntrekken,
)
from dossiers.views.zoeken import Zoeken

__all__ = [
    "Afschermen",
    "Afscherming",
    "AfschermingOpheffen",
    "BsnTonen",
    "ContactDoorhalen",
    "ContactPagina",
    "ContactVastleggen",
    "ContactWijzigen",
    "DocumentBestand",
    "DocumentDoorhalen",
    "DocumentPagina",
    "DocumentVastleggen",
    "DocumentWijzigen",
    "Doorverwijzen",
    "DossierMixin",
    "Dossierlijst",
    "Dubbelen",
    "Exporteren",
    "FilterBewaren",
    "FilterHernoemen",
    "FilterWeghalen",
    "Gedeeld",
    "GezinRegistreren",
    "GezinslidToevoegen",
    "InzageBeeindigen",
    "LeestDossier",
    "Noteren",
    "OpnieuwVerwijzen",
    "OverdrachtTerug",
    "PersoonWijzigen",
    "RegieOverdragen",
    "RelatieBeeindigen",
    "Relaties",
    "Samenvoegen",
    "SamenvoegenMet",
    "SamenvoegingOngedaan",
    "SignaalBeantwoorden",
    "SignaalDoorhalen",
    "SignaalPagina",
    "SignaalVastleggen",
    "SignaalWijzigen",
    "TaakDoorhalen",
    "TaakGedaan",
    "TaakHeropenen",
    "TaakOverdragen",
    "TaakPagina",
    "TaakUitstelTerug",
    "TaakUitstellen",
    "TaakVastleggen",
    "TaakWijzigen",
    "TweeMensen",
    "VertrekVastleggen",
    "VerwijzingAfronden",
    "VerwijzingHerinneren",
    "VerwijzingIntrekken",
    "VestigingWijzigen",
    "WaarnemingIntrekken",
    "WaarnemingVastleggen",
    "WaarnemingWijzigen",
    "Waarnemingen",
    "WerkOverdragen",
    "Zoeken",
]
