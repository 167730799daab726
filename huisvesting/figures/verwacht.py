"""Who is expected this year, by how they come: what they need, and how we know it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q

from dossiers.models import WijzeVanKomst
from huisvesting.figures.grootboek import Stand, verwachtingen
from huisvesting.figures.huishoudens import Huishouden
from kern.contract import Peiling

NAMEN = {
    WijzeVanKomst.NAREIZIGER: ("Nareizigers", "nareizigers"),
    WijzeVanKomst.KOPPELING: ("Gekoppeld", "gekoppeld"),
    WijzeVanKomst.AMV: ("AMV die instromen", "AMV"),
    WijzeVanKomst.OVERIG: ("Anders", "anders"),
}


@dataclass
class Verwachtgroep:
    """Persons who are expected, by the way they come.

    `vragen` are persons by what they need; `aangeboden` and `gezocht` are homes for households of their own.
    """

    komst: str
    naam: str
    in_zin: str
    personen: int = 0
    in_lopende_periode: int = 0
    vragen: Counter[str] = field(default_factory=Counter)
    bronnen: list[str] = field(default_factory=list)
    aangeboden: int = 0
    gezocht: int = 0


def verwachte_groepen(
    peiling: Peiling, lopend: Stand | None, huishoudens: Sequence[Huishouden]
) -> list[Verwachtgroep]:
    """The expected persons of the period, the largest group first, and how many in the running period; one query.

    `huishoudens` are those who look for a home (`zoekend`), where that was read already.
    """
    eind = lopend.periode.tot_en_met if lopend else peiling.peildatum
    rijen = (
        verwachtingen(peiling)
        .order_by("statushouder__wijze_van_komst", "bron")
        .values_list("statushouder__wijze_van_komst", "woonvraag", "bron")
        .annotate(personen=Count("pk"), nu=Count("pk", filter=Q(verwacht_op__lte=eind)))
    )
    groepen: dict[str, Verwachtgroep] = {}
    for komst, vraag, bron, personen, nu in rijen:
        groep = groepen.setdefault(komst, Verwachtgroep(komst, *NAMEN[WijzeVanKomst(komst)]))
        groep.personen += personen
        groep.in_lopende_periode += nu
        groep.vragen[vraag] += personen
        if bron not in groep.bronnen:
            groep.bronnen.append(bron)
    _tel_woningen(groepen, huishoudens, date(peiling.peildatum.year, 12, 31))
    return sorted(groepen.values(), key=lambda groep: (-groep.personen, groep.naam))


def _tel_woningen(
    groepen: Mapping[str, Verwachtgroep], huishoudens: Sequence[Huishouden], eind: date
) -> None:
    for rij in huishoudens:
        groep = groepen.get(rij.huurder.wijze_van_komst)
        if groep is None or not rij.verwacht_op or rij.verwacht_op > eind or rij.woonvraag != "eigen":
            continue
        if rij.aanbod:
            groep.aangeboden += 1
        else:
            groep.gezocht += 1
