"""Homes and placements for any number of invented people: a few statements for each portion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dossiers.models import WijzeVanKomst
from huisvesting.actions import hertel
from huisvesting.demo.plan import BRON, STRATEN, VERHUURDER, WIJKEN
from huisvesting.models import Plaatsing, Verwachting, Woning
from kern.contract import Demo
from toegang.models import Organisatie

_PER_STRAAT = 400
_AMV_PLEKKEN = 4


@dataclass(frozen=True)
class Woonplek:
    """A family lives in home number `woning` of this portion from `van` to `tot` (exclusive)."""

    woning: int
    van: date
    tot: date | None


def huisvest_verzonnen(demo: Demo) -> None:
    """Place who has a home here, count them by the rules, and keep who is expected."""
    plekken = _Woonplekken()
    gehuisvest = [(deel, plekken.van(deel)) for deel in demo.gezinnen]
    woningen = _woningen(plekken, begin=demo.onthouden.get("huisvesting", 0))
    demo.onthouden["huisvesting"] = demo.onthouden.get("huisvesting", 0) + len(woningen)
    plaatsingen = Plaatsing.objects.bulk_create(
        Plaatsing(statushouder=persoon, woning=woningen[plek.woning], van=plek.van, tot=plek.tot)
        for deel, gezinsplekken in gehuisvest
        for persoon in deel.personen
        for plek in gezinsplekken
    )
    hertel([persoon for deel, plekken in gehuisvest if plekken for persoon in deel.personen])
    Verwachting.objects.bulk_create(
        Verwachting(statushouder=persoon, verwacht_op=deel.verwacht_op, bron=BRON)
        for deel in demo.gezinnen
        if deel.verwacht_op
        for persoon in deel.personen
    )
    demo.kenmerken.append(f"{len(woningen)} {len(plaatsingen)}")


class _Woonplekken:
    """Gives each family its homes, numbered within the portion; AMVs share one with four places."""

    def __init__(self) -> None:
        self.plekken: Counter[int] = Counter()
        self.vanaf: dict[int, date] = {}
        self.amv: set[int] = set()
        self._van_gezin: dict[int, list[Woonplek]] = {}
        self._amv_bezet = 0
        self._volgende = 0

    def van(self, deel: Any) -> list[Woonplek]:
        """The homes of who came here, on their days; who follows comes into those of the family."""
        if deel.gezin.pk not in self._van_gezin:
            self._van_gezin[deel.gezin.pk] = list(self._eerste(deel)) if deel.gehuisvest_op else []
        for nummer in {plek.woning for plek in self._van_gezin[deel.gezin.pk]}:
            if nummer not in self.amv:
                self.plekken[nummer] += len(deel.personen)
        if not deel.gehuisvest_op:
            return []
        begin: date = deel.gehuisvest_op
        return [
            Woonplek(plek.woning, max(plek.van, begin), plek.tot)
            for plek in self._van_gezin[deel.gezin.pk]
            if plek.tot is None or plek.tot > begin
        ]

    def _eerste(self, deel: Any) -> Iterator[Woonplek]:
        for nummer, (van, tot) in enumerate(_stukken(deel)):
            amv = deel.soort == WijzeVanKomst.AMV and nummer == 0
            yield Woonplek(self._amv_woning(van) if amv else self._nieuwe(van), van, tot)

    def _amv_woning(self, van: date) -> int:
        if not self.amv or self._amv_bezet == _AMV_PLEKKEN:
            nummer, self._amv_bezet = self._nieuwe(van), 0
            self.amv.add(nummer)
            self.plekken[nummer] = _AMV_PLEKKEN
        self._amv_bezet += 1
        nummer = max(self.amv)
        self.vanaf[nummer] = min(self.vanaf[nummer], van)
        return nummer

    def _nieuwe(self, van: date) -> int:
        nummer = self._volgende
        self._volgende += 1
        self.vanaf[nummer] = van
        return nummer


def _stukken(deel: Any) -> Iterator[tuple[date, date | None]]:
    """The spells of the family, cut where it moves to another home."""
    for van, tot in deel.verblijven:
        begin = van
        for verhuist_op in deel.verhuist_op:
            if begin < verhuist_op and (tot is None or verhuist_op < tot):
                yield begin, verhuist_op
                begin = verhuist_op
        yield begin, tot


def _woningen(plekken: _Woonplekken, begin: int) -> Sequence[Woning]:
    """The homes of this portion; `begin` were made before."""
    verhuurder = Organisatie.objects.filter(naam=VERHUURDER).first()
    return Woning.objects.bulk_create(
        _woning(begin + nummer, plekken, nummer, verhuurder) for nummer in range(len(plekken.vanaf))
    )


def _woning(teller: int, plekken: _Woonplekken, nummer: int, verhuurder: Organisatie | None) -> Woning:
    straat, huisnummer = divmod(teller, _PER_STRAAT)
    naam, ronde = STRATEN[straat % len(STRATEN)], straat // len(STRATEN)
    return Woning(
        straat=naam,
        huisnummer=1 + huisnummer,
        toevoeging=str(ronde) if ronde else "",
        postcode=f"224{straat % 6}Z{'XYZ'[straat // 6 % 3]}",
        wijk=WIJKEN[straat % len(WIJKEN)],
        verhuurder=verhuurder,
        capaciteit=plekken.plekken[nummer],
        amv_woning=nummer in plekken.amv,
        beschikbaar_van=plekken.vanaf[nummer],
    )
