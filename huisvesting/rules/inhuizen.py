"""Who may move in, and who settles by it: for many at once, from what is known around them. Pure functions.

The page asks for one family, a file for thousands of rows. Days as in `kern.periode`: `van` is
inclusive, `tot` is the first day on which it no longer holds, None while it lasts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dossiers.models import WijzeVanKomst
from huisvesting.rules.inhuizing import Bezwaar, Inhuizing, Omgeving, Openstaand, Woningfeiten
from huisvesting.rules.poort import Poort
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
    """All refusals, one for each place at most; a row that is refused stands in no other's way.

    First what a row is refused for by itself; then, row by row, what those who were let in leave to it.
    """
    gevonden = {
        bezwaar.nummer: bezwaar
        for zoek in (_niet_te_huur, _aanbod_alleen, vestigingsbezwaren, vergunningsbezwaren)
        for bezwaar in zoek(inhuizingen, omgeving)
    }
    poorten = (_poort_persoon(omgeving), _poort_woning(omgeving, naast_aanbod=True))
    for bezwaar in _geweigerd(inhuizingen, poorten, zonder=frozenset(gevonden)):
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
    return niet_te_huur + _geweigerd(inhuizingen, [_poort_woning(omgeving)], zonder=weg)


def overlapbezwaren(
    inhuizingen: Sequence[Inhuizing], omgeving: Omgeving, *, zonder: Collection[int] = frozenset()
) -> list[Bezwaar]:
    """Persons who would have two homes on one day, also where one has no end; earlier rows go first."""
    return _geweigerd(inhuizingen, [_poort_persoon(omgeving)], zonder=zonder)


def aanbodbezwaren(
    inhuizingen: Sequence[Inhuizing], omgeving: Omgeving, *, zonder: Collection[int] = frozenset()
) -> list[Bezwaar]:
    """Who would move in past an open offer, of the home or to them.

    What was so before the offer may be written down: who left by then, who lived elsewhere already, who is of the
    family that has the offered home until it leaves. Of a home by the place those that are offered are kept free.
    Who moves in by an offer does so by its contract, so that no offer stays open behind them.
    """
    erbij: Counter[int] = Counter()
    bezwaren = []
    van_woning, aan_persoon = _op_sleutel(omgeving.aanbod)
    for nummer, inhuizing in enumerate(inhuizingen):
        if nummer in zonder or inhuizing.plaatsing:
            continue
        woning = inhuizing.woning or 0
        aangeboden = _plekken_aangeboden(inhuizing, van_woning[woning])
        if aangeboden and not _naast_aanbod(woning, omgeving, aangeboden + erbij[woning]):
            bezwaren.append(_bezwaar(nummer, "woning_aangeboden", inhuizing))
        elif any(_loopt_langs(inhuizing, rij) for rij in aan_persoon[inhuizing.persoon]):
            bezwaren.append(_bezwaar(nummer, "persoon_aangeboden", inhuizing))
        elif inhuizing.tot is None:
            erbij[woning] += 1
    return bezwaren


def _aanbod_alleen(inhuizingen: Sequence[Inhuizing], omgeving: Omgeving) -> Iterator[Bezwaar]:
    """Who would move in past an open offer even if nobody else of these did."""
    van_woning, aan_persoon = _op_sleutel(omgeving.aanbod)
    for nummer, een in enumerate(inhuizingen):
        rijen = {*van_woning[een.woning or 0], *aan_persoon[een.persoon]}
        if rijen:
            alleen = Omgeving(woningen=omgeving.woningen, in_woning=omgeving.in_woning, aanbod=list(rijen))
            yield from (replace(bezwaar, nummer=nummer) for bezwaar in aanbodbezwaren([een], alleen))


def _op_sleutel(
    aanbod: Iterable[Openstaand],
) -> tuple[defaultdict[int, list[Openstaand]], defaultdict[int, list[Openstaand]]]:
    """The rijen by home, and by person."""
    van_woning, aan_persoon = defaultdict(list), defaultdict(list)
    for rij in aanbod:
        van_woning[rij.woning].append(rij)
        aan_persoon[rij.huurder].append(rij)
    return van_woning, aan_persoon


def _plekken_aangeboden(inhuizing: Inhuizing, aanbod: Iterable[Openstaand]) -> int:
    return sum(rij.personen for rij in aanbod if _loopt_langs(inhuizing, rij))


def _loopt_langs(inhuizing: Inhuizing, aanbod: Openstaand) -> bool:
    """Begins on or after the day of the offer; or is the offered home, then still lived in by no family of theirs."""
    if inhuizing.tot is not None and inhuizing.tot <= aanbod.op:
        return False
    vreemd_in_de_woning = inhuizing.woning == aanbod.woning and inhuizing.persoon not in aanbod.thuis
    return inhuizing.van >= aanbod.op or vreemd_in_de_woning


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


def _poort_persoon(omgeving: Omgeving) -> Poort:
    def weigert(inhuizing: Inhuizing, elders: Collection[Verblijf]) -> str:
        return "overlapt" if any(verblijf.overlapt(inhuizing.verblijf) for verblijf in elders) else ""

    return Poort(omgeving.van_persoon, lambda inhuizing: inhuizing.persoon, weigert)


def _poort_woning(omgeving: Omgeving, *, naast_aanbod: bool = False) -> Poort:
    """Homes with a limit; with `naast_aanbod` the offered places of an AMV home are kept free as well."""
    plekken = {
        pk: feiten.capaciteit for pk, feiten in omgeving.woningen.items() if feiten.capaciteit is not None
    }
    van_woning, _aan_persoon = _op_sleutel(omgeving.aanbod if naast_aanbod else ())

    def weigert(inhuizing: Inhuizing, bewoners: Collection[Verblijf]) -> str:
        woning = inhuizing.woning or 0
        aangeboden = 0 if inhuizing.plaatsing else _plekken_aangeboden(inhuizing, van_woning[woning])
        if aangeboden and aangeboden + sum(een.tot is None for een in bewoners) >= plekken[woning]:
            return "woning_aangeboden"
        past = len(bewoners) < plekken[woning]
        return (
            "" if past or hoogste_bezetting(bewoners, inhuizing.verblijf) < plekken[woning] else "woning_vol"
        )

    return Poort(
        omgeving.in_woning,
        lambda inhuizing: inhuizing.woning if inhuizing.woning in plekken else None,
        weigert,
    )


def _geweigerd(
    inhuizingen: Sequence[Inhuizing], poorten: Sequence[Poort], *, zonder: Collection[int]
) -> list[Bezwaar]:
    """Refusals of who does not fit; a row is let in at all gates or at none.

    A stored placement that a row takes the place of is out of the way first, and back if that row is refused.
    """
    bezwaren = []
    for nummer in sorted(range(len(inhuizingen)), key=lambda plek: inhuizingen[plek].plaatsing is None):
        inhuizing = inhuizingen[nummer]
        if nummer in zonder:
            continue
        pk = inhuizing.plaatsing
        oud = [poort.haal_weg(pk) for poort in poorten]
        code = next((code for poort in poorten if (code := poort.weigert(inhuizing))), "")
        if code:
            bezwaren.append(_bezwaar(nummer, code, inhuizing))
            for poort, verblijf in zip(poorten, oud, strict=True):
                poort.zet_terug(pk, verblijf)
        else:
            for poort in poorten:
                poort.laat_in(nummer, inhuizing)
    return sorted(bezwaren, key=lambda bezwaar: bezwaar.nummer)


_ZINNEN = {
    "overlapt": ("van", "Deze persoon woont in deze periode al op een ander adres."),
    "woning_vol": ("woning", "Deze woning is vol vanaf {dag}."),
    "woning_aangeboden": (
        "woning",
        "Deze woning is aangeboden. Leg bij dat aanbod vast wanneer de huur ingaat, of rond het af.",
    ),
    "persoon_aangeboden": (
        "personen",
        "Er staat een aanbod open. Leg daar vast wanneer de huur ingaat, of rond het af.",
    ),
}


def _bezwaar(nummer: int, code: str, inhuizing: Inhuizing) -> Bezwaar:
    veld, zin = _ZINNEN[code]
    return Bezwaar(nummer, code, veld, zin.format(dag=schrijf_datum(inhuizing.van)))


def _op_datum(inhuizingen: Sequence[Inhuizing]) -> list[tuple[int, Inhuizing]]:
    return sorted(enumerate(inhuizingen), key=lambda paar: (paar[1].van, paar[0]))
