"""Set-based reading: what an organisation can take and how soon it answers, and what waits for an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Aggregate, Count, DurationField, F, Q
from django.db.models.functions import Coalesce

from dossiers.models import Doorverwijzing
from dossiers.models.doorverwijzing import DoorverwijzingQuerySet
from kern.contract import Gebruiker, Peiling, Waarde
from partners.models import Plaatsen, Vraag, VraagQuerySet
from toegang.models import Organisatie


class Mediaan(Aggregate):
    """The middle of what is counted; between the two middle ones where their number is even."""

    template = "percentile_cont(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    name = "Mediaan"
    output_field = DurationField()


_ANTWOORD = Coalesce("aangenomen_op", "afgewezen_op")
_DUUR = Mediaan(_ANTWOORD - F("gevraagd_op"))


@dataclass(frozen=True)
class Stand:
    """What is known of an organisation before it is asked: places, families now, days to an answer (median)."""

    plaatsen: int | None
    nu: int
    antwoord_in: int | None

    @property
    def vrij(self) -> int | None:
        """Places that are free, never below zero; None where the organisation did not say."""
        return None if self.plaatsen is None else max(self.plaatsen - self.nu, 0)


def standen(organisaties: Iterable[Organisatie], dag: date) -> Mapping[int, Stand]:
    """How each of these organisations stands at the end of `dag`; three queries."""
    sleutels = [rij.pk for rij in organisaties]
    verwezen = Doorverwijzing.objects.filter(organisatie__in=sleutels).order_by()
    plaatsen = dict(
        Plaatsen.objects.geldig_op(dag).filter(organisatie__in=sleutels).values_list("organisatie", "aantal")
    )
    per = verwezen.values("organisatie")
    nu = dict(_paren(per.filter(pk__in=verwezen.lopend_op(dag).values("pk")).annotate(n=Count("pk"))))
    beantwoord = per.filter(Q(aangenomen_op__lte=dag) | Q(afgewezen_op__lte=dag))
    duur: dict[int, timedelta] = dict(_paren(beantwoord.annotate(n=_DUUR)))
    return {
        pk: Stand(plaatsen.get(pk), nu.get(pk, 0), _dagen(duur[pk]) if pk in duur else None)
        for pk in sleutels
    }


def _paren(rijen: Any) -> Any:
    return rijen.values_list("organisatie", "n")


def _dagen(duur: timedelta) -> int:
    """Whole days, upwards: who hopes for an answer in four and a half waits five."""
    return -(-duur // timedelta(days=1))


def vragen(gebruiker: Gebruiker) -> VraagQuerySet:
    """Questions about referrals that this user may read, with who asked and answered."""
    zichtbaar = Doorverwijzing.objects.zichtbaar_voor(gebruiker).order_by().values("pk")
    rijen = Vraag.objects.filter(doorverwijzing__in=zichtbaar)
    return rijen.select_related("doorverwijzing__organisatie", "gesteld_door", "beantwoord_door")


def _verwezen(peiling: Peiling) -> DoorverwijzingQuerySet:
    alle = Doorverwijzing.objects.all()
    return alle.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else alle


def gevraagd(peiling: Peiling) -> DoorverwijzingQuerySet:
    """Referrals that were asked in the period."""
    return _verwezen(peiling).filter(gevraagd_op__range=(peiling.van, peiling.geteld_tot_en_met))


def beantwoord(peiling: Peiling) -> DoorverwijzingQuerySet:
    """Referrals that were answered in the period."""
    binnen = (peiling.van, peiling.geteld_tot_en_met)
    return _verwezen(peiling).filter(Q(aangenomen_op__range=binnen) | Q(afgewezen_op__range=binnen))


def antwoordtijd(peiling: Peiling) -> Waarde:
    """The median of the days between asking and answering; None without answers."""
    sleutels = beantwoord(peiling).order_by().values("pk")
    duur = Doorverwijzing.objects.filter(pk__in=sleutels).aggregate(n=_DUUR)["n"]
    return None if duur is None else Decimal(_dagen(duur))


def wacht_te_lang(peiling: Peiling) -> DoorverwijzingQuerySet:
    """Referrals without an answer at the peildatum, after the day on which the organisation was to be reminded."""
    return _verwezen(peiling).open_op(peiling.peildatum).filter(herinner_na__lt=peiling.peildatum)


def verlopen(peiling: Peiling) -> DoorverwijzingQuerySet:
    """Referrals of which the last day to answer passed in the period, without an answer."""
    binnen = (peiling.van - timedelta(days=1), peiling.geteld_tot_en_met - timedelta(days=1))
    zonder = _verwezen(peiling).filter(aangenomen_op=None, afgewezen_op=None)
    nog_open = Q(beeindigd_op=None) | Q(einde=Doorverwijzing.VERLOPEN)
    return zonder.filter(nog_open, antwoord_tot_en_met__range=binnen)


def open_vragen(peiling: Peiling) -> VraagQuerySet:
    """Questions and signals of partners without an answer at the peildatum."""
    return Vraag.objects.open_op(peiling.peildatum).filter(doorverwijzing__in=_verwezen(peiling).values("pk"))
