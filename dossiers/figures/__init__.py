"""Set-based reading of the case: what key figures count and pages list."""

from dossiers.figures.bestanden import (
    bestanden_hash,
)
from dossiers.figures.dossierlijst import (
    Regisseur,
    lijst,
    regisseurs,
    telling,
    van_regisseur,
    volgordes,
)
from dossiers.figures.mensen import (
    bsn_inzagen,
    eigenaren,
    regie_op,
    regisseurkeuze,
    relaties,
    waarnemers_op,
    waarnemingen,
)
from dossiers.figures.personen import (
    gezinnen,
    gezinsgroottes,
    gezinsleden,
    personen,
)
from dossiers.figures.vastleggen import (
    afspraken,
    onderwerp,
    onderwerpen,
    open_signalen,
    open_taken,
    zelfde_document,
)

__all__ = [
    "Regisseur",
    "afspraken",
    "bestanden_hash",
    "bsn_inzagen",
    "eigenaren",
    "gezinnen",
    "gezinsgroottes",
    "gezinsleden",
    "lijst",
    "onderwerp",
    "onderwerpen",
    "open_signalen",
    "open_taken",
    "personen",
    "regie_op",
    "regisseurkeuze",
    "regisseurs",
    "relaties",
    "telling",
    "van_regisseur",
    "volgordes",
    "waarnemers_op",
    "waarnemingen",
    "zelfde_document",
]
