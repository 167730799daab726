"""Who may move in, and who settles by it: for many at once, from what is known around them. Pure functions.

The page asks for one family, a file for thousands of rows. Days as in `kern.periode`: `van` is
inclusive, `tot` is the first day on which it no longer holds, None while it lasts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date

from dossiers.models import WijzeVanKomst
from huisvesting.rules.inhuizing import Bezwaar, Inhuizing, Omgeving, Openstaand, Verblijven, Woningfeiten
from huisvesting.rules.verblijf import Verblijf
from kern.opmaak.datum import schrijf_datum


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
    gevonden = {
        bezwaar.nummer: bezwaar
        for zoek in (vestigingsbezwaren, vergunningsbezwaren)
        for bezwaar in zoek(inhuizingen, omgeving)
    }
    for zoek in (aanbodbezwaren, overlapbezwaren, woningbezwaren):
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


def aanbodbezwaren(
    inhuizingen: Sequence[Inhuizing], omgeving: Omgeving, *, zonder: Collection[int] = frozenset()
) -> list[Bezwaar]:
    """Who would move in past an open offer, of the home or to them; not who left before it was made.

    Of a home by the place those that are offered are kept free. Who moves in by an offer does so by its contract,
    so that no offer stays open behind them.
    """
    van_woning, aan_persoon = defaultdict(list), defaultdict(list)
    for rij in omgeving.aanbod:
        van_woning[rij.woning].append(rij)
        aan_persoon[rij.huurder].append(rij)
    bezwaren = []
    erbij: Counter[int] = Counter()
    for nummer, inhuizing in enumerate(inhuizingen):
        if nummer in zonder or inhuizing.plaatsing:
            continue
        woning = inhuizing.woning or 0
        aangeboden = sum(rij.personen for rij in van_woning[woning] if _loopt_langs(inhuizing, rij))
        if aangeboden and not _naast_aanbod(woning, omgeving, aangeboden + erbij[woning]):
            zin = "Deze woning is aangeboden. Leg bij dat aanbod vast wanneer de huur ingaat, of rond het af."
            bezwaren.append(Bezwaar(nummer, "woning_aangeboden", "woning", zin))
        elif any(_loopt_langs(inhuizing, rij) for rij in aan_persoon[inhuizing.persoon]):
            zin = "Er staat een aanbod open. Leg daar vast wanneer de huur ingaat, of rond het af."
            bezwaren.append(Bezwaar(nummer, "persoon_aangeboden", "personen", zin))
        elif inhuizing.tot is None:
            erbij[woning] += 1
    return bezwaren


def _loopt_langs(inhuizing: Inhuizing, aanbod: Openstaand) -> bool:
    """Still there on the day of the offer, whenever they came."""
    return inhuizing.tot is None or inhuizing.tot > aanbod.op


def _naast_aanbod(woning: int, omgeving: Omgeving, bezet: int) -> bool:
    """Is there, in a home by the place, one more than for who stays and these?"""
    feiten = omgeving.woningen.get(woning, Woningfeiten())
    if not feiten.per_plek or feiten.capaciteit is None:
        return feiten.per_plek
    blijven = sum(verblijf.tot is None for verblijf in omgeving.in_woning.get(woning, {}).values())
    return blijven + bezet < feiten.capaciteit


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


def vergunningsbezwaren(inhuizingen: Sequence[Inhuizing], omgeving: Omgeving) -> list[Bezwaar]:
    """A home before the permit, where its day is known; an AMV may live in a living group without one (H7)."""
    bezwaren = []
    for nummer, inhuizing in enumerate(inhuizingen):
        feiten = omgeving.personen.get(inhuizing.persoon)
        sinds = feiten.vergunning_op if feiten and feiten.wijze_van_komst != WijzeVanKomst.AMV else None
        if sinds and inhuizing.van < sinds and not inhuizing.plaatsing:
            zin = f"De woning gaat in voor de vergunning ({schrijf_datum(sinds)})."
            bezwaren.append(Bezwaar(nummer, "voor_vergunning", "van", zin))
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
