"""Who may move in, and what follows: for many at once, from what is known around them. Pure functions.

The page asks for one family, a file for thousands of rows. Days as in `kern.periode`: `van` is
inclusive, `tot` is the first day on which it no longer holds, None while it lasts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from huisvesting.rules.taakstelling import Oordeel, telt_mee
from kern.leeftijd import Geboortedatum
from kern.opmaak.datum import schrijf_datum


class Verblijf(NamedTuple):
    """A time in a home, or in Wassenaar."""

    van: date
    tot: date | None = None

    def loopt_op(self, dag: date) -> bool:
        """Holds at the end of `dag`."""
        return self.van <= dag and (self.tot is None or dag < self.tot)

    def overlapt(self, ander: Verblijf) -> bool:
        """Share at least one day."""
        return (self.tot is None or ander.van < self.tot) and (ander.tot is None or self.van < ander.tot)


@dataclass(frozen=True, kw_only=True)
class Inhuizing:
    """Somebody (primary key) who moves into a home; `woning` None: one that is still to be made.

    `plaatsing`: the stored placement that this takes the place of, None where it is a new one.
    """

    persoon: int
    woning: int | None
    van: date
    tot: date | None = None
    plaatsing: int | None = None

    @property
    def verblijf(self) -> Verblijf:
        return Verblijf(self.van, self.tot)


@dataclass(frozen=True)
class Bezwaar:
    """Why the inhuizing at place `nummer` is refused: a code, the field that it is about, a Dutch sentence."""

    nummer: int
    code: str
    veld: str
    zin: str


@dataclass(frozen=True, kw_only=True)
class Woningfeiten:
    """What counts of a home; without `capaciteit` there is no limit."""

    capaciteit: int | None = None
    beschikbaar_van: date | None = None
    beschikbaar_tot_en_met: date | None = None


@dataclass(frozen=True, kw_only=True)
class Persoonsfeiten:
    """What decides whether a person counts (`telt_mee`)."""

    vergunning: str
    wijze_van_komst: str
    opvang: str
    geboren: Geboortedatum


Verblijven = Mapping[int, Mapping[int, Verblijf]]


@dataclass(frozen=True, kw_only=True)
class Omgeving:
    """What is stored around those who move in.

    `in_woning` and `van_persoon` hold, by home or person, the stored placements by their primary
    key; `vestigingen` the spells of each person; `lidmaatschappen` the families of each person with
    the time of membership; `gezin_gehuisvest` the first day on which a member of a family had a home.
    """

    woningen: Mapping[int, Woningfeiten] = field(default_factory=dict)
    in_woning: Verblijven = field(default_factory=dict)
    van_persoon: Verblijven = field(default_factory=dict)
    vestigingen: Mapping[int, Sequence[Verblijf]] = field(default_factory=dict)
    personen: Mapping[int, Persoonsfeiten] = field(default_factory=dict)
    al_geteld: Collection[int] = frozenset()
    lidmaatschappen: Mapping[int, Sequence[tuple[int, Verblijf]]] = field(default_factory=dict)
    gezin_gehuisvest: Mapping[int, date] = field(default_factory=dict)


def hoogste_bezetting(verblijven: Iterable[Verblijf], tijd: Verblijf) -> int:
    """The most of these that hold together on one day of `tijd`."""
    wisselingen: list[tuple[date, int]] = []
    for verblijf in verblijven:
        if verblijf.overlapt(tijd):
            wisselingen.append((max(verblijf.van, tijd.van), 1))
            if verblijf.tot is not None:
                wisselingen.append((verblijf.tot, -1))
    hoogste = nu = 0
    for _dag, stap in sorted(wisselingen):  # on one day who leaves goes before who comes
        nu += stap
        hoogste = max(hoogste, nu)
    return hoogste


def bezwaren(inhuizingen: Sequence[Inhuizing], omgeving: Omgeving) -> list[Bezwaar]:
    """All refusals, one for each place at most; a row that is refused stands in no other's way."""
    gevonden = {bezwaar.nummer: bezwaar for bezwaar in vestigingsbezwaren(inhuizingen, omgeving)}
    for zoek in (overlapbezwaren, woningbezwaren):
        for bezwaar in zoek(inhuizingen, omgeving, zonder=frozenset(gevonden)):
            gevonden[bezwaar.nummer] = bezwaar
    return list(gevonden.values())


def woningbezwaren(
    inhuizingen: Sequence[Inhuizing], omgeving: Omgeving, *, zonder: Collection[int] = frozenset()
) -> list[Bezwaar]:
    """Homes that are not to be let on the first day, or are full on some day; earlier rows go first.

    A bed promised is a bed taken. What is refused here takes no place, nor do the places `zonder`.
    """
    niet_te_huur = [
        bezwaar for bezwaar in _niet_te_huur(inhuizingen, omgeving) if bezwaar.nummer not in zonder
    ]
    weg = {*zonder, *(bezwaar.nummer for bezwaar in niet_te_huur)}
    capaciteit = {pk: w.capaciteit for pk, w in omgeving.woningen.items() if w.capaciteit is not None}

    def past(inhuizing: Inhuizing, bewoners: Collection[Verblijf]) -> bool:
        plekken = capaciteit[inhuizing.woning or 0]
        return len(bewoners) < plekken or hoogste_bezetting(bewoners, inhuizing.verblijf) < plekken

    def woning_met_grens(inhuizing: Inhuizing) -> int | None:
        return inhuizing.woning if inhuizing.woning in capaciteit else None

    vol = _geweigerd(inhuizingen, omgeving.in_woning, woning_met_grens, past, zonder=weg)
    return niet_te_huur + [
        Bezwaar(
            nummer,
            "woning_vol",
            "woning",
            f"Deze woning is vol vanaf {schrijf_datum(inhuizingen[nummer].van)}.",
        )
        for nummer in vol
    ]


def overlapbezwaren(
    inhuizingen: Sequence[Inhuizing], omgeving: Omgeving, *, zonder: Collection[int] = frozenset()
) -> list[Bezwaar]:
    """Persons who would have two homes on one day, also where one has no end; earlier rows go first."""

    def past(inhuizing: Inhuizing, elders: Collection[Verblijf]) -> bool:
        return not any(verblijf.overlapt(inhuizing.verblijf) for verblijf in elders)

    dubbel = _geweigerd(
        inhuizingen, omgeving.van_persoon, lambda inhuizing: inhuizing.persoon, past, zonder=zonder
    )
    zin = "Deze persoon woont in deze periode al op een ander adres."
    return [Bezwaar(nummer, "overlapt", "van", zin) for nummer in dubbel]


def vestigingsbezwaren(inhuizingen: Sequence[Inhuizing], omgeving: Omgeving) -> list[Bezwaar]:
    """A home begins on or after the settling date that is to come, unless it is left by then (an earlier spell)."""
    bezwaren = []
    for nummer, inhuizing in enumerate(inhuizingen):
        spellen = omgeving.vestigingen.get(inhuizing.persoon, ())
        terug_op = _eerste_na(spellen, inhuizing.van)
        eerder = terug_op and inhuizing.tot and inhuizing.tot <= terug_op
        if not inhuizing.plaatsing and terug_op and not eerder and not _loopt_op(spellen, inhuizing.van):
            zin = f"De woning gaat in voor de vestiging ({schrijf_datum(terug_op)})."
            bezwaren.append(Bezwaar(nummer, "voor_vestiging", "van", zin))
    return bezwaren


def te_vestigen(inhuizingen: Sequence[Inhuizing], omgeving: Omgeving) -> dict[int, Verblijf]:
    """By place: the spell that opens, with a home of a person on a day on which none runs.

    Of an earlier spell than one that is known the end is that of the home, or of the home moved to that day.
    """
    geopend: dict[int, Verblijf] = {}
    vorige: dict[int, int] = {}  # by person: the place of the spell that was opened last
    for nummer, inhuizing in _op_datum(inhuizingen):
        spellen = omgeving.vestigingen.get(inhuizing.persoon, ())
        vorig = geopend.get(vorige.get(inhuizing.persoon, -1))
        if _loopt_op((*spellen, vorig) if vorig else spellen, inhuizing.van):
            continue
        spel = Verblijf(inhuizing.van, inhuizing.tot if _eerste_na(spellen, inhuizing.van) else None)
        if vorig and spel.tot and vorig.tot == spel.van:
            geopend[vorige[inhuizing.persoon]] = Verblijf(vorig.van, spel.tot)
        else:
            vorige[inhuizing.persoon] = nummer
            geopend[nummer] = spel
    return geopend


def _loopt_op(spellen: Iterable[Verblijf], dag: date) -> bool:
    return any(spel.loopt_op(dag) for spel in spellen)


def _eerste_na(spellen: Iterable[Verblijf], dag: date) -> date | None:
    return min((spel.van for spel in spellen if spel.van > dag), default=None)


def tellend(inhuizingen: Sequence[Inhuizing], omgeving: Omgeving) -> dict[int, Oordeel]:
    """By place: who counts for the quota from this home on, and by which rule; each person once."""
    gehuisvest = dict(omgeving.gezin_gehuisvest)
    for inhuizing in inhuizingen:
        for gezin, _tijd in omgeving.lidmaatschappen.get(inhuizing.persoon, ()):
            gehuisvest[gezin] = min(inhuizing.van, gehuisvest.get(gezin, inhuizing.van))
    geteld, oordelen = set(omgeving.al_geteld), {}
    for nummer, inhuizing in _op_datum(inhuizingen):
        if inhuizing.persoon in geteld:
            continue
        oordeel = _oordeel(inhuizing, omgeving, gehuisvest)
        if oordeel.telt:
            geteld.add(inhuizing.persoon)
            oordelen[nummer] = oordeel
    return oordelen


def _oordeel(inhuizing: Inhuizing, omgeving: Omgeving, gehuisvest: Mapping[int, date]) -> Oordeel:
    gezinnen = (
        gezin
        for gezin, tijd in omgeving.lidmaatschappen.get(inhuizing.persoon, ())
        if tijd.loopt_op(inhuizing.van)
    )
    eerder = [dag for gezin in gezinnen if (dag := gehuisvest.get(gezin)) and dag < inhuizing.van]
    feiten = omgeving.personen[inhuizing.persoon]
    return telt_mee(
        vergunning=feiten.vergunning,
        wijze_van_komst=feiten.wijze_van_komst,
        opvang=feiten.opvang,
        geboren=feiten.geboren,
        gezin_gehuisvest_op=min(eerder, default=None),
        dag=inhuizing.van,
    )


def _niet_te_huur(inhuizingen: Sequence[Inhuizing], omgeving: Omgeving) -> Iterator[Bezwaar]:
    for nummer, inhuizing in enumerate(inhuizingen):
        feiten = omgeving.woningen.get(inhuizing.woning or 0, Woningfeiten())
        if feiten.beschikbaar_van and inhuizing.van < feiten.beschikbaar_van:
            wanneer = f"vanaf {schrijf_datum(feiten.beschikbaar_van)}"
        elif feiten.beschikbaar_tot_en_met and inhuizing.van > feiten.beschikbaar_tot_en_met:
            wanneer = f"tot en met {schrijf_datum(feiten.beschikbaar_tot_en_met)}"
        else:
            continue
        yield Bezwaar(nummer, "niet_beschikbaar", "van", f"Deze woning is beschikbaar {wanneer}.")


def _geweigerd(
    inhuizingen: Sequence[Inhuizing],
    bekend: Verblijven,
    groep: Callable[[Inhuizing], int | None],
    past: Callable[[Inhuizing, Collection[Verblijf]], bool],
    *,
    zonder: Collection[int],
) -> list[int]:
    """Places of those who do not fit beside what is stored and who was let in before them.

    A stored placement that a row takes the place of is out of the way first, and back if that row
    is refused. No group: nothing to fit in.
    """
    stand = {sleutel: dict(verblijven) for sleutel, verblijven in bekend.items()}
    waar = {pk: sleutel for sleutel, verblijven in bekend.items() for pk in verblijven}
    geweigerd = []
    for nummer in sorted(range(len(inhuizingen)), key=lambda plek: inhuizingen[plek].plaatsing is None):
        inhuizing = inhuizingen[nummer]
        sleutel = groep(inhuizing)
        if nummer in zonder:
            continue
        pk = inhuizing.plaatsing
        oud = stand[waar[pk]].pop(pk) if pk in waar else None
        if sleutel is None:
            continue
        binnen = stand.setdefault(sleutel, {})
        if past(inhuizing, binnen.values()):
            binnen[-nummer - 1] = inhuizing.verblijf  # a key that no stored row has
        else:
            geweigerd.append(nummer)
            if pk is not None and oud is not None:
                stand[waar[pk]][pk] = oud
    return sorted(geweigerd)


def _op_datum(inhuizingen: Sequence[Inhuizing]) -> list[tuple[int, Inhuizing]]:
    return sorted(enumerate(inhuizingen), key=lambda paar: (paar[1].van, paar[0]))
