"""The parts of the 14 weeks of each household that waits, or got a home and still moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, overload

from django.db.models import Min, Q, QuerySet

from dossiers.models import Statushouder, Vestiging
from huisvesting import rules
from huisvesting.figures.huishoudens import Huishouden
from huisvesting.figures.zoekers import WONINGVRAGEN, Zoekers, huishoudens
from huisvesting.models import Aanbod, Plaatsing
from kern.contract import Gebruiker


@dataclass(frozen=True, kw_only=True)
class Normrij:
    """A household with its parts; `huishouden` is None once it has a home."""

    huurder: Statushouder
    delen: Sequence[rules.Normdeel]
    huishouden: Huishouden | None = None
    aanbod: Aanbod | None = None

    @property
    def over(self) -> int:
        """Days over the norm of the part that runs, negative while there is time left."""
        return rules.lopend_te_laat(self.delen)


def normdagen(personen: Iterable[Statushouder], peildatum: date) -> dict[int, rules.Normdagen]:
    """The days of the norm by tenant; three queries.

    The tenancy starts with the first home here. Somebody moved on the day of registration in the BRP,
    or where that is not known when the key was given.
    """
    personen = list(personen)
    huur = _eerste(Plaatsing.objects.filter(statushouder__in=personen), "van")
    sleutels = Aanbod.objects.filter(statushouder__in=personen, sleutel_op__lte=peildatum)
    sleutel = _eerste(sleutels, "sleutel_op")
    brp: dict[int, date] = {}
    spellen: Any = Vestiging.objects.filter(statushouder__in=personen, brp_op__isnull=False)
    for pk, dag in spellen.order_by("brp_op").values_list("statushouder_id", "brp_op"):
        if pk in huur and dag >= huur[pk]:
            brp.setdefault(pk, dag)
    return {
        persoon.pk: rules.Normdagen(
            vergunning_op=persoon.vergunning_op,
            gekoppeld_op=persoon.coa_koppeldatum,
            huur_op=huur.get(persoon.pk),
            verhuisd_op=brp.get(persoon.pk) or sleutel.get(persoon.pk),
        )
        for persoon in personen
    }


def _eerste(rijen: QuerySet[Any, Any], veld: str) -> dict[int, date]:
    """The first of these days by person."""
    return dict(rijen.order_by().values_list("statushouder_id").annotate(eerste=Min(veld)))


def normdelen(persoon: Statushouder, peildatum: date) -> list[rules.Normdeel]:
    """The parts of one tenant."""
    return rules.delen(normdagen([persoon], peildatum)[persoon.pk], peildatum)


class Normlijst(Sequence[Normrij]):
    """Households that were linked and wait, and those with a tenancy that did not move; most overdue first.

    Who joins a family and who gets a place in an AMV home was not linked for a home: they are not in it. Of all
    of them only the days are read, seven queries; who it is and what was offered for the rows that are asked.
    """

    def __init__(self, peildatum: date, gebruiker: Gebruiker) -> None:
        zoekers = Zoekers(peildatum, gebruiker, soorten=WONINGVRAGEN, gekoppeld=True)
        self._wachtend = {rij.huurder: rij for rij in zoekers.rijen()}
        getekend = Aanbod.objects.zichtbaar_voor(gebruiker).filter(
            Q(sleutel_op=None) | Q(sleutel_op__gt=peildatum), contract_op__isnull=False
        )
        self._getekend = dict(getekend.values_list("statushouder_id", "pk"))
        wie = Statushouder.objects.filter(pk__in={*self._wachtend, *self._getekend})
        personen = list(wie.only("vergunning_op", "coa_koppeldatum", "sorteernaam"))
        dagen = normdagen(personen, peildatum)
        rijen = [
            (persoon.sorteernaam, persoon.pk, rules.delen(dagen[persoon.pk], peildatum))
            for persoon in personen
            if _moet_nog(dagen[persoon.pk], peildatum)
        ]
        rijen.sort(key=lambda rij: (-rules.lopend_te_laat(rij[2]), *rij[:2]))
        self._rijen = [(pk, delen) for _naam, pk, delen in rijen]

    @property
    def te_laat(self) -> int:
        """Households with a part that runs and is overdue."""
        return sum(any(deel.loopt and deel.te_laat for deel in delen) for _pk, delen in self._rijen)

    def __len__(self) -> int:
        return len(self._rijen)

    def __iter__(self) -> Iterator[Normrij]:
        return iter(self._lees(self._rijen))

    @overload
    def __getitem__(self, plek: int) -> Normrij: ...
    @overload
    def __getitem__(self, plek: slice) -> list[Normrij]: ...
    def __getitem__(self, plek: int | slice) -> Normrij | list[Normrij]:
        if isinstance(plek, slice):
            return self._lees(self._rijen[plek])
        return self._lees([self._rijen[plek]])[0]

    def _lees(self, rijen: Sequence[tuple[int, Sequence[rules.Normdeel]]]) -> list[Normrij]:
        pks = [pk for pk, _delen in rijen]
        gelezen = huishoudens([self._wachtend[pk] for pk in pks if pk in self._wachtend])
        wachtend = {rij.huurder.pk: rij for rij in gelezen}
        aanbod = Aanbod.objects.select_related("statushouder", "woning").in_bulk(
            [self._getekend[pk] for pk in pks if pk in self._getekend]
        )
        getekend = {rij.statushouder_id: rij for rij in aanbod.values()}
        return [
            Normrij(
                huurder=wachtend[pk].huurder if pk in wachtend else getekend[pk].statushouder,
                delen=delen,
                huishouden=wachtend.get(pk),
                aanbod=getekend.get(pk) or wachtend[pk].aanbod,
            )
            for pk, delen in rijen
        ]


def _moet_nog(dagen: rules.Normdagen, peildatum: date) -> bool:
    """Did this household not move yet?"""
    return dagen.verhuisd_op is None or dagen.verhuisd_op > peildatum
