"""The parts of the 14 weeks of each household that waits, or got a home and still moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Min, Q, QuerySet

from dossiers.models import Statushouder, Vestiging, WijzeVanKomst
from huisvesting import rules
from huisvesting.figures.huishoudens import Huishouden, zoekend
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


def normlijst(peildatum: date, gebruiker: Gebruiker) -> list[Normrij]:
    """Households that were linked and wait, and those with a tenancy that did not move; most overdue first.

    Who joins a family and who gets a place in an AMV home was not linked for a home: they are not in it.
    """
    wachtend = {
        rij.huurder.pk: rij
        for rij in zoekend(peildatum, gebruiker)
        if rij.vraagt_woning and rij.huurder.wijze_van_komst == WijzeVanKomst.KOPPELING and not rij.woont
    }
    getekend = {
        rij.statushouder_id: rij
        for rij in Aanbod.objects.zichtbaar_voor(gebruiker)
        .filter(Q(sleutel_op=None) | Q(sleutel_op__gt=peildatum), contract_op__isnull=False)
        .select_related("statushouder", "woning")
    }
    huurders = {pk: rij.huurder for pk, rij in wachtend.items()} | {
        pk: rij.statushouder for pk, rij in getekend.items()
    }
    dagen = normdagen(huurders.values(), peildatum)
    rijen = [
        Normrij(
            huurder=persoon,
            delen=rules.delen(dagen[pk], peildatum),
            huishouden=wachtend.get(pk),
            aanbod=getekend.get(pk) or (wachtend[pk].aanbod if pk in wachtend else None),
        )
        for pk, persoon in huurders.items()
        if dagen[pk].verhuisd_op is None or dagen[pk].verhuisd_op > peildatum  # type: ignore[operator]
    ]
    return sorted(rijen, key=lambda rij: (-rij.over, rij.huurder.sorteernaam, rij.huurder.pk))
