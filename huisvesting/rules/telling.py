"""Who counts for the quota, from which day, and by which rule. Sources: rekenregels H6 to H10.

A count never depends on today: it follows from the permit, the birth, the reception and the homes of a
person, and may lie ahead (the 15th birthday of an AMV who lives in a living group already).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dossiers.models import Opvang, Vergunning, WijzeVanKomst
from huisvesting.rules.verblijf import Verblijf
from kern.leeftijd import MEERDERJARIG, Geboortedatum, laatste_verjaardag

GEMEENTE = "Wassenaar"
AMV_KSO_VANAF = date(2016, 1, 1)
AMV_KSO_LEEFTIJD = 15
_HW_1 = "Huisvestingswet 2014, art. 1"
_HW_28 = "Huisvestingswet 2014, art. 28"
_COA = "COA, taakstelling huisvesting AMV"
_DOORSTROOM = "Huisvestingswet 2014, art. 28; Volkshuisvesting Nederland, vragen over doorstroomlocaties"
# In these an AMV counts only with a home of his own: the page of COA words it by the kind of reception.
_ANDERE_OPVANG = {Opvang.KWV, Opvang.GASTGEZIN}


@dataclass(frozen=True)
class Oordeel:
    """Whether somebody counts, and by which rule; shown to the user as it stands.

    Who counts does so from `op` (inclusive) on, in the home of placement `plaatsing`.
    """

    telt: bool
    reden: str
    regel: str
    bron: str
    op: date | None = None
    plaatsing: int | None = None


@dataclass(frozen=True, kw_only=True)
class Persoonsfeiten:
    """What of a person decides whether they count. `vergunning_op` is None where the day is not known."""

    vergunning: str
    wijze_van_komst: str
    opvang: str
    geboren: Geboortedatum
    vergunning_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class Woonplek:
    """A home in which somebody lives for a time; `plaatsing` is the primary key of the placement.

    `gemeente` is the one for which the home counts: that where it stands, and of a doorstroomlocatie its
    koppelgemeente (H10). `gezin_gehuisvest_op` is the first day on which the family had a home here, where
    that lies before this one.
    """

    tijd: Verblijf
    plaatsing: int | None = None
    amv_woning: bool = False
    doorstroom: bool = False
    gemeente: str = GEMEENTE
    gezin_gehuisvest_op: date | None = None


def beoordeel(feiten: Persoonsfeiten, plekken: Sequence[Woonplek]) -> Oordeel:
    """Does this person count, from which day on, and why? The earliest home that counts decides; once each.

    A partial birth date is read to the latest day and an unknown day of the permit as one that has been, so
    that a birth date alone makes nobody count who may not. Who does not count gets the reason of the last home.
    Somebody who later moves, leaves the country or dies stays counted, and who comes back counts not again.
    """
    if not plekken:
        return _zonder_woning(feiten)
    oordelen = [_in_woning(feiten, plek) for plek in sorted(plekken, key=lambda plek: plek.tijd.van)]
    tellend = [(oordeel.op, nummer) for nummer, oordeel in enumerate(oordelen) if oordeel.telt and oordeel.op]
    return oordelen[min(tellend)[1]] if tellend else oordelen[-1]


def telt_mee(
    *,
    vergunning: str,
    wijze_van_komst: str,
    opvang: str,
    geboren: Geboortedatum,
    gezin_gehuisvest_op: date | None,
    dag: date,
) -> Oordeel:
    """Does a person who is housed on `dag` in a plain home here count on that day? See `beoordeel`."""
    feiten = Persoonsfeiten(
        vergunning=vergunning, wijze_van_komst=wijze_van_komst, opvang=opvang, geboren=geboren
    )
    oordeel = beoordeel(feiten, [Woonplek(tijd=Verblijf(dag), gezin_gehuisvest_op=gezin_gehuisvest_op)])
    return oordeel if oordeel.op == dag else replace(oordeel, telt=False)


def _niet(reden: str, regel: str = "H6", bron: str = _HW_1) -> Oordeel:
    return Oordeel(telt=False, reden=reden, regel=regel, bron=bron)


def _door_de_persoon(feiten: Persoonsfeiten) -> Oordeel | None:
    """Why somebody never counts, whatever the home (H6); None for who may."""
    if feiten.vergunning == Vergunning.REGULIER:
        return _niet("Geen asielvergunning, maar een reguliere vergunning.")
    if feiten.vergunning not in {Vergunning.ASIEL, Vergunning.NAREIS}:
        return _niet("Geen asielvergunning.")
    return None


def _zonder_woning(feiten: Persoonsfeiten) -> Oordeel:
    oordeel = _door_de_persoon(feiten)
    if oordeel:
        return oordeel
    if feiten.wijze_van_komst == WijzeVanKomst.AMV and feiten.opvang == Opvang.KSO:
        # of the reception no first day is known, so nobody can say from when
        reden = "AMV in opvang van Nidos: telt vanaf 15 jaar, zodra de plaats in een AMV-woning hier is vastgelegd."
        return _niet(reden, "H7", _COA)
    return _zelf(feiten) or _niet("Kreeg geen woning van de gemeente.", "H6", _HW_28)


def _in_woning(feiten: Persoonsfeiten, plek: Woonplek) -> Oordeel:
    """The judgement on one home."""
    niet = _door_de_persoon(feiten) or _door_de_woning(feiten, plek)
    if niet:
        return niet
    begin = max(plek.tijd.van, feiten.vergunning_op or plek.tijd.van)
    if feiten.wijze_van_komst == WijzeVanKomst.AMV:
        return _amv(feiten, plek, begin)
    if not plek.tijd.loopt_op(begin):
        return _niet("De vergunning ging pas in na deze woning.")
    return _eerste_woning(feiten, plek, begin)


def _door_de_woning(feiten: Persoonsfeiten, plek: Woonplek) -> Oordeel | None:
    """Why nobody with these facts counts with this home, whatever the day; None for who may."""
    if plek.gemeente.strip().casefold() != GEMEENTE.casefold():
        return _elders(plek)
    if _hier_geboren(feiten, plek):
        return _niet("Geboren nadat het gezin een woning had.")
    return _zelf(feiten)


def _hier_geboren(feiten: Persoonsfeiten, plek: Woonplek) -> bool:
    """Born to a family that had a home here; not a nareiziger, who was born abroad and came later (H6)."""
    laatst, gehuisvest = feiten.geboren.laatst, plek.gezin_gehuisvest_op
    if feiten.wijze_van_komst == WijzeVanKomst.NAREIZIGER or not gehuisvest or not laatst:
        return False
    return laatst > gehuisvest


def _zelf(feiten: Persoonsfeiten) -> Oordeel | None:
    if feiten.wijze_van_komst == WijzeVanKomst.OVERIG and feiten.opvang == Opvang.GEEN:
        return _niet("Vestigde zich zelf, en niet vanuit de opvang.")
    return None


def _elders(plek: Woonplek) -> Oordeel:
    if plek.doorstroom:
        return _niet(f"Doorstroomlocatie van {plek.gemeente}: telt daar.", "H10", _DOORSTROOM)
    return _niet(f"De woning staat in {plek.gemeente}: telt daar.", "H10", _HW_28)


def _eerste_woning(feiten: Persoonsfeiten, plek: Woonplek, op: date) -> Oordeel:
    regel, bron = "H6", _HW_28
    reden = "Eerste woning in Wassenaar."
    if plek.doorstroom:
        reden, regel, bron = f"Doorstroomlocatie voor {GEMEENTE}.", "H10", _DOORSTROOM
    elif feiten.wijze_van_komst == WijzeVanKomst.NAREIZIGER:
        reden = "Nareiziger met een eerste woning in Wassenaar."
    return Oordeel(telt=True, reden=reden, regel=regel, bron=bron, op=op, plaatsing=plek.plaatsing)


def _amv(feiten: Persoonsfeiten, plek: Woonplek, begin: date) -> Oordeel:
    """H7: in a living group of Nidos from 15 and from 1-1-2016 on; else with a home of his own at 18."""
    vijftien = laatste_verjaardag(feiten.geboren, AMV_KSO_LEEFTIJD)
    achttien = laatste_verjaardag(feiten.geboren, MEERDERJARIG)
    if vijftien is None or achttien is None:
        return _niet("AMV: de geboortedatum is onbekend.", "H7", _COA)
    in_kso = max(begin, vijftien, AMV_KSO_VANAF)
    if _is_kso(feiten, plek) and in_kso < achttien and plek.tijd.loopt_op(in_kso):
        reden = "AMV van 15 jaar of ouder in opvang van Nidos."
        return Oordeel(telt=True, reden=reden, regel="H7", bron=_COA, op=in_kso, plaatsing=plek.plaatsing)
    eigen = max(begin, achttien)
    if plek.tijd.loopt_op(eigen) and (not plek.amv_woning or plek.tijd.van >= achttien):
        return _eerste_woning(feiten, plek, eigen)
    return _niet("AMV: telt bij een eigen woning rond 18 jaar.", "H7", _COA)


def _is_kso(feiten: Persoonsfeiten, plek: Woonplek) -> bool:
    """A living group of Nidos: reception of that kind, or an AMV home for who is in no other kind."""
    if feiten.opvang in _ANDERE_OPVANG:
        return False
    return feiten.opvang == Opvang.KSO or plek.amv_woning
