"""Who could live in a home: all who wait are judged by their keys, and read in full as far as a page shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import overload

from dossiers.models import Statushouder
from huisvesting import rules
from huisvesting.figures.huishoudens import Huishouden
from huisvesting.figures.wonen import familie_in
from huisvesting.figures.woningen import ruimte
from huisvesting.figures.zoekers import Zoekers, Zoekrij, huishoudens, wordt_18
from huisvesting.models import Aanbod, Woning, Woonvraag
from kern.contract import Gebruiker
from kern.leeftijd import Geboortedatum


class Passenden(Sequence[rules.Passend[Huishouden]]):
    """The households that wait and whose tenant this user may see, who fits first, by the rule of `rules.passen`.

    Seven queries at most; a page of them another three.
    """

    def __init__(self, woning: Woning, peildatum: date, gebruiker: Gebruiker) -> None:
        self.ruimte = ruimte(woning, peildatum)
        rijen = Zoekers(peildatum, gebruiker).rijen()
        self._rijen = rules.rangschik(_vragen(rijen, woning, peildatum), self.ruimte)

    @property
    def passend(self) -> int:
        """How many fit."""
        return sum(rij.past for rij in self._rijen)

    def __len__(self) -> int:
        return len(self._rijen)

    def __iter__(self) -> Iterator[rules.Passend[Huishouden]]:
        return iter(self[:])

    @overload
    def __getitem__(self, plek: int) -> rules.Passend[Huishouden]: ...
    @overload
    def __getitem__(self, plek: slice) -> list[rules.Passend[Huishouden]]: ...
    def __getitem__(self, plek: int | slice) -> rules.Passend[Huishouden] | list[rules.Passend[Huishouden]]:
        if isinstance(plek, int):
            [een] = self._lees([self._rijen[plek]])
            return een
        return self._lees(self._rijen[plek])

    def _lees(self, rijen: Sequence[rules.Passend[Zoekrij]]) -> list[rules.Passend[Huishouden]]:
        gelezen = huishoudens([rij.wie for rij in rijen])
        return [rules.Passend(wie, rij.vraag, rij.redenen) for wie, rij in zip(gelezen, rijen, strict=True)]


def _vragen(rijen: Sequence[Zoekrij], woning: Woning, peildatum: date) -> list[tuple[Zoekrij, rules.Vraag]]:
    """What each of these asks of this home; an offer of this home is its own. Three queries at most."""
    familie = familie_in(woning, peildatum)
    feiten = {
        pk: (gekoppeld_op, Geboortedatum(vroegst, laatst))
        for pk, gekoppeld_op, vroegst, laatst in Statushouder.objects.filter(
            pk__in=[rij.huurder for rij in rijen]
        )
        .order_by()
        .values_list("pk", "coa_koppeldatum", "geboren_vroegst", "geboren_laatst")
    }
    aanbod = Aanbod.objects.select_related("woning").in_bulk({rij.aanbod for rij in rijen} - {None})
    van = {pk: "deze woning" if rij.woning_id == woning.pk else str(rij.woning) for pk, rij in aanbod.items()}
    vragen = []
    for rij in rijen:
        gekoppeld_op, geboren = feiten[rij.huurder]
        vraag = rules.Vraag(
            personen=len(rij.personen),
            amv=rij.vraag == Woonvraag.AMV,
            nodig_op=rij.dag or wordt_18(geboren, rij.vraag),
            aanbod=van.get(rij.aanbod or 0, ""),
            familie=familie.get(rij.huurder, 0),
            gekoppeld_op=None if rij.woont else gekoppeld_op,
        )
        vragen.append((rij, vraag))
    return vragen
