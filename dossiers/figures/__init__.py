"""Set-based reading of the case: what key figures count and pages list."""

from dossiers.figures.bestanden import (
    bestanden_hash,
)
from dossiers.figures.controles import (
    dossier_heeft_regisseur,
    gezin_een_tegelijk,
    vestiging_een_tegelijk,
)
from dossiers.figures.dossierlijst import (
    Regisseur,
    lijst,
    met_rij,
    met_stand,
    regisseurs,
    telling,
    van_regisseur,
    volgordes,
)
from dossiers.figures.feiten import (
    gekoppeld,
    gevestigd,
    ingeschreven,
)
from dossiers.figures.mensen import (
    eigenaren,
    noem,
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
    open_werk,
    werk,
    zelfde_document,
)
from dossiers.figures.verwijzen import (
    gezin_op,
    gezinsleden_op,
    hoofden,
    inzagekeuze,
    inzagerechten,
    mag_afschermen,
    verwijsbaar,
    verwijzingen,
    voor_partner,
    wijk_van,
)

__all__ = [
    "Regisseur",
    "afspraken",
    "bestanden_hash",
    "dossier_heeft_regisseur",
    "eigenaren",
    "gekoppeld",
    "gevestigd",
    "gezin_een_tegelijk",
    "gezin_op",
    "gezinnen",
    "gezinsgroottes",
    "gezinsleden",
    "gezinsleden_op",
    "hoofden",
    "ingeschreven",
    "inzagekeuze",
    "inzagerechten",
    "lijst",
    "mag_afschermen",
    "met_rij",
    "met_stand",
    "noem",
    "onderwerp",
    "onderwerpen",
    "open_werk",
    "personen",
    "regie_op",
    "regisseurkeuze",
    "regisseurs",
    "relaties",
    "telling",
    "van_regisseur",
    "verwijsbaar",
    "verwijzingen",
    "vestiging_een_tegelijk",
    "volgordes",
    "voor_partner",
    "waarnemers_op",
    "waarnemingen",
    "werk",
    "wijk_van",
    "zelfde_document",
]
