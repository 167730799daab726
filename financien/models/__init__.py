"""The budget, the ledger beside it, and which entry belongs to which line."""

from financien.models.begroting import Activiteit, Inkomstenpost, Regel, Rekening, Soort
from financien.models.grootboek import Boeking, Periodeafsluiting
from financien.models.toedeling import Besluit, Merk, Merkcode, Toedeling, Wijze
from financien.models.verklaring import Drempel, Verklaring
from financien.models.verplichting import Verplichting, Verplichtingsoort, Verplichtingtermijn
from financien.models.wijziging import Begrotingswijziging, Wijzigingsregel

__all__ = [
    "Activiteit",
    "Begrotingswijziging",
    "Besluit",
    "Boeking",
    "Drempel",
    "Inkomstenpost",
    "Merk",
    "Merkcode",
    "Periodeafsluiting",
    "Regel",
    "Rekening",
    "Soort",
    "Toedeling",
    "Verklaring",
    "Verplichting",
    "Verplichtingsoort",
    "Verplichtingtermijn",
    "Wijze",
    "Wijzigingsregel",
]
