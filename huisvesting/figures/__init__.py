"""Set-based reading of the quota: what key figures count, pages list and commands print."""

from huisvesting.figures.aanbod import (
    aanbiedingen,
    aanbodstand,
    bezichtigd,
    huurcontract,
    sleutel,
    zoekt_amv_plek,
)
from huisvesting.figures.cijfers import woningtekort, woningzoekers
from huisvesting.figures.controles import (
    een_telling_per_persoon,
    namen_binnen_beginstand,
    telling_volgt,
    vestiging_en_plaatsing,
    woning_niet_vol,
)
from huisvesting.figures.document import bronverschillen, opmerkingen, taakstelling
from huisvesting.figures.feiten import gehuisvest
from huisvesting.figures.grootboek import (
    Stand,
    gemist,
    grootboek,
    mutaties,
    nog_te_huisvesten,
    tellingen,
    verwachtingen,
)
from huisvesting.figures.huishoudens import Huishouden, huishouden_van
from huisvesting.figures.norm import Normlijst, Normrij, normdelen
from huisvesting.figures.opgave import Opgaveversie, uitruil, versies
from huisvesting.figures.passend import Passenden
from huisvesting.figures.prognose import GETALLEN, Prognose, amv_wordt_18, prognose, zonder_dag
from huisvesting.figures.sturing import INSTROOM, Drempels, Stuurgetallen, drempels, stuurgetallen
from huisvesting.figures.telling import telt_niet_mee
from huisvesting.figures.toezicht import Periodetoezicht, Toezicht, gekoppeld, toezicht
from huisvesting.figures.verloop import verloop
from huisvesting.figures.verwacht import Verwachtgroep, verwachte_groepen
from huisvesting.figures.wonen import familie, familie_in, zonder_woning
from huisvesting.figures.woningen import (
    Wijkdeel,
    afspraken,
    ruimte,
    tekort,
    verhuurders,
    vrij_op,
    vrije_woningen,
    wijknamen,
    wijkspreiding,
)
from huisvesting.figures.zoekers import WONINGVRAGEN, Wachttelling, Zoekers, tel_zoekers, zoekend

__all__ = [
    "GETALLEN",
    "INSTROOM",
    "WONINGVRAGEN",
    "Drempels",
    "Huishouden",
    "Normlijst",
    "Normrij",
    "Opgaveversie",
    "Passenden",
    "Periodetoezicht",
    "Prognose",
    "Stand",
    "Stuurgetallen",
    "Toezicht",
    "Verwachtgroep",
    "Wachttelling",
    "Wijkdeel",
    "Zoekers",
    "aanbiedingen",
    "aanbodstand",
    "afspraken",
    "amv_wordt_18",
    "bezichtigd",
    "bronverschillen",
    "drempels",
    "een_telling_per_persoon",
    "familie",
    "familie_in",
    "gehuisvest",
    "gekoppeld",
    "gemist",
    "grootboek",
    "huishouden_van",
    "huurcontract",
    "mutaties",
    "namen_binnen_beginstand",
    "nog_te_huisvesten",
    "normdelen",
    "opmerkingen",
    "prognose",
    "ruimte",
    "sleutel",
    "stuurgetallen",
    "taakstelling",
    "tekort",
    "tel_zoekers",
    "telling_volgt",
    "tellingen",
    "telt_niet_mee",
    "toezicht",
    "uitruil",
    "verhuurders",
    "verloop",
    "versies",
    "verwachte_groepen",
    "verwachtingen",
    "vestiging_en_plaatsing",
    "vrij_op",
    "vrije_woningen",
    "wijknamen",
    "wijkspreiding",
    "woning_niet_vol",
    "woningtekort",
    "woningzoekers",
    "zoekend",
    "zoekt_amv_plek",
    "zonder_dag",
    "zonder_woning",
]
