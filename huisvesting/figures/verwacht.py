"""Who is expected this year, by how they come: what they need, and how we know it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dossiers.models import WijzeVanKomst
from huisvesting.figures.grootboek import Stand, verwacht_per_dag
from huisvesting.figures.zoekers import Wachttelling
from huisvesting.models import Woonvraag
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

    `vragen` are persons by what they need, empty for who has a home; `aangeboden` and `gezocht` are homes for
    households of their own.
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
    peiling: Peiling, lopend: Stand | None, wachtenden: Sequence[Wachttelling]
) -> list[Verwachtgroep]:
    """The expected persons of the period, the largest group first, and how many in the running period; one query.

    `wachtenden` counts the households that look for a home (`tel_zoekers`).
    """
    eind = lopend.periode.tot_en_met if lopend else peiling.peildatum
    groepen: dict[str, Verwachtgroep] = {}
    rijen = verwacht_per_dag(peiling.peildatum, peiling.tot_en_met)
    for rij in sorted(rijen, key=lambda rij: (rij.komst, rij.bron)):
        groep = groepen.setdefault(rij.komst, Verwachtgroep(rij.komst, *NAMEN[WijzeVanKomst(rij.komst)]))
        groep.personen += rij.personen
        groep.in_lopende_periode += rij.personen if rij.dag <= eind else 0
        groep.vragen[rij.vraag] += rij.personen
        if rij.bron not in groep.bronnen:
            groep.bronnen.append(rij.bron)
    _tel_woningen(groepen, wachtenden)
    return sorted(groepen.values(), key=lambda groep: (-groep.personen, groep.naam))


def _tel_woningen(groepen: Mapping[str, Verwachtgroep], wachtenden: Sequence[Wachttelling]) -> None:
    """Homes for households of their own of which the day is known: it lies in this year."""
    for rij in wachtenden:
        groep = groepen.get(rij.komst)
        if groep is None or not rij.met_dag or rij.woonvraag != Woonvraag.EIGEN:
            continue
        if rij.aangeboden:
            groep.aangeboden += rij.huishoudens
        else:
            groep.gezocht += rij.huishoudens
