"""Homes: what is free, who promised how many, and how they lie over the neighbourhoods."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least

from huisvesting import rules
from huisvesting.figures.huishoudens import EINDIGT, WORDT_18, Huishouden
from huisvesting.figures.zoekers import Wachttelling, Zoekers, tel_zoekers
from huisvesting.models import (
    Aanbod,
    MogelijkeWoning,
    MogelijkeWoningStatus,
    Plaatsing,
    Prestatieafspraak,
    Stuurcode,
    Stuurgetal,
    Woning,
    Woonvraag,
)
from huisvesting.models.aanbod import PrestatieafspraakQuerySet
from huisvesting.models.woning import PER_PLEK, WoningQuerySet
from toegang.models import Organisatie

ZONDER_WIJK = "Wijk onbekend"


def vrije_woningen(peildatum: date, tot_en_met: date) -> WoningQuerySet:
    """Homes in which nobody lives at the end of `tot_en_met`, nor has the promise of it, and to be let after it.

    Also those that come available by then, or that are left by then; those with an open offer at the peildatum
    not. Who moves into a home that ends by then would need another one.
    """
    blijft = Q(tot=None) | Q(tot__gt=tot_en_met)
    bewoond = Plaatsing.objects.actueel().filter(blijft, woning=OuterRef("pk"))
    aangeboden = Aanbod.objects.open_op(peildatum).filter(woning=OuterRef("pk"))
    return Woning.objects.filter(
        ~Exists(bewoond),
        ~Exists(aangeboden),
        Q(beschikbaar_van=None) | Q(beschikbaar_van__lte=tot_en_met),
        Q(beschikbaar_tot_en_met=None) | Q(beschikbaar_tot_en_met__gt=tot_en_met),
    )


def tekort(peildatum: date, wachtenden: Sequence[Wachttelling] | None = None) -> rules.Woningtekort:
    """Homes needed and in sight up to the end of the peildatum's year, for everybody who waits."""
    alle = tel_zoekers(peildatum) if wachtenden is None else wachtenden
    eind = date(peildatum.year, 12, 31)
    per_vraag = Counter[str]()
    for rij in alle:
        per_vraag[rij.woonvraag] += rij.huishoudens
    met_aanbod = [rij for rij in alle if rij.vraagt_woning and rij.aangeboden]
    groter = [Woonvraag.GROTER.value] if any(rij.woonvraag == Woonvraag.GROTER for rij in met_aanbod) else []
    naar_groter = Zoekers(peildatum, soorten=groter, aangeboden=True).alle() if groter else []
    toegezegd = MogelijkeWoning.objects.filter(status=MogelijkeWoningStatus.TOEGEZEGD, verwacht_op__lte=eind)
    return rules.Woningtekort(
        eigen=per_vraag[Woonvraag.EIGEN],
        groter=per_vraag[Woonvraag.GROTER],
        wordt_18=per_vraag[WORDT_18],
        eindigt=per_vraag[EINDIGT],
        aangeboden=sum(rij.huishoudens for rij in met_aanbod),
        vrij=vrije_woningen(peildatum, eind).filter(amv_woning=False).count(),
        toegezegd=sum(toegezegd.values_list("woningen", flat=True)),
        komt_vrij=_laten_achter(naar_groter, eind) if naar_groter else 0,
    )


def _laten_achter(huishoudens: Sequence[Huishouden], eind: date) -> int:
    """Homes that come free by a bigger one: nobody stays but who moves to it with the same household.

    Once its end is known a home is one of `vrije_woningen`.
    """
    blijven = Plaatsing.objects.actueel().filter(Q(tot=None) | Q(tot__gt=eind))
    huishouden_van = {
        wie.pk: huishouden.huurder.pk for huishouden in huishoudens for wie in huishouden.personen
    }
    blijft_te_huur = Q(beschikbaar_tot_en_met=None) | Q(beschikbaar_tot_en_met__gt=eind)
    van_hen = blijven.filter(statushouder__in=huishouden_van).values("woning")
    oude = Woning.objects.filter(blijft_te_huur, amv_woning=False, pk__in=van_hen)
    bewoners: dict[int, set[int | None]] = defaultdict(set)
    for woning, persoon in blijven.filter(woning__in=oude).order_by().values_list("woning", "statushouder"):
        bewoners[woning].add(huishouden_van.get(persoon))
    return sum(len(van) == 1 and None not in van for van in bewoners.values())


def ruimte(woning: Woning, peildatum: date, *, familie: Collection[int] = ()) -> rules.Ruimte:
    """What is free in this home from the peildatum, once everybody of whom that is known has left; two queries.

    `familie` are the persons who are in nobody's way here. In a home by the place one that is offered is taken;
    what is offered is as it is known now.
    """
    wonend = woning.plaatsingen.actueel().filter(Q(tot=None) | Q(tot__gt=peildatum))
    verblijven = list(wonend.values_list("statushouder", "tot"))
    weg = [tot for _persoon, tot in verblijven if tot]
    blijven = [persoon for persoon, tot in verblijven if tot is None]
    open_ = list(Aanbod.objects.zonder_uitkomst().filter(woning=woning).values_list("personen", flat=True))
    bezet = len(blijven) + (sum(open_) if woning.per_plek else 0)
    return rules.Ruimte(
        plaatsen=None if woning.capaciteit is None else max(woning.capaciteit - bezet, 0),
        vrij_van=max([peildatum, woning.beschikbaar_van or peildatum, *weg]),
        vrij_tot_en_met=woning.beschikbaar_tot_en_met,
        amv=woning.amv_woning,
        per_plek=woning.per_plek,
        blijven=len({*blijven} - {*familie}),
        aanbod=bool(open_) and not woning.per_plek,
    )


def afspraken(peildatum: date) -> PrestatieafspraakQuerySet:
    """Agreements with what was delivered: homes of the landlord that came available in their time.

    Up to and including the peildatum: `geleverd`, and of those `geleverd_amv`.
    """
    gekomen = (
        Woning.objects.filter(
            verhuurder=OuterRef("verhuurder"),
            beschikbaar_van__gte=OuterRef("van"),
            beschikbaar_van__lte=Least(OuterRef("tot_en_met"), Value(peildatum)),
        )
        .order_by()
        .annotate(groep=Value(1))
        .values("groep")
    )
    totaal = gekomen.annotate(n=Count("pk")).values("n")
    amv = gekomen.annotate(n=Count("pk", filter=Q(amv_woning=True))).values("n")
    rijen: PrestatieafspraakQuerySet = Prestatieafspraak.objects.select_related("verhuurder").annotate(
        geleverd=Coalesce(Subquery(totaal, output_field=IntegerField()), 0),
        geleverd_amv=Coalesce(Subquery(amv, output_field=IntegerField()), 0),
    )
    return rijen


def verhuurders(peildatum: date) -> QuerySet[Organisatie, Any]:
    """Organisations with a home or an agreement, with how many homes are to be let on the peildatum."""
    woningen = (
        Woning.objects.beschikbaar_op(peildatum)
        .filter(verhuurder=OuterRef("pk"))
        .order_by()
        .values("verhuurder")
    )
    aantal = Subquery(woningen.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    heeft = Exists(Woning.objects.filter(verhuurder=OuterRef("pk")))
    belooft = Exists(Prestatieafspraak.objects.filter(verhuurder=OuterRef("pk")))
    return (
        Organisatie.objects.filter(heeft | belooft)
        .annotate(woningen=Coalesce(aantal, 0))
        .order_by("naam", "pk")
    )


@dataclass(frozen=True, kw_only=True)
class Wijkdeel:
    """A neighbourhood: homes in the list that are to be let, those with residents, and the persons in them.

    `alle_woningen` is the number of dwellings in the neighbourhood, None where nobody entered it.
    """

    wijk: str
    woningen: int
    bewoond: int
    personen: int
    alle_woningen: Decimal | None = None

    @property
    def per_duizend(self) -> Decimal | None:
        """Homes with residents for each 1.000 dwellings, in one decimal; None where it cannot be known."""
        if not self.alle_woningen:
            return None
        return (1000 * Decimal(self.bewoond) / self.alle_woningen).quantize(Decimal("0.1"), ROUND_HALF_UP)


def wijkspreiding(peildatum: date) -> list[Wijkdeel]:
    """The homes over the neighbourhoods at the end of the peildatum, most homes with residents first; two queries."""
    wonend = Plaatsing.objects.actueel().lopend_op(peildatum).filter(woning=OuterRef("pk")).order_by()
    personen = Subquery(
        wonend.values("woning").annotate(n=Count("pk")).values("n"), output_field=IntegerField()
    )
    rijen = (
        Woning.objects.beschikbaar_op(peildatum)
        .annotate(n=Coalesce(personen, 0))
        .annotate(met=Case(When(n__gt=0, then=1), default=0, output_field=IntegerField()))
        .values_list("wijk", "n", "met")
        .order_by()
    )
    woningen: Counter[str] = Counter()
    bewoond: Counter[str] = Counter()
    mensen: Counter[str] = Counter()
    for wijk, aantal, met in rijen:
        woningen[wijk] += 1
        bewoond[wijk] += met
        mensen[wijk] += aantal
    alle = dict(
        Stuurgetal.objects.geldig_op(peildatum)
        .filter(code=Stuurcode.WONINGEN_WIJK)
        .values_list("wijk", "waarde")
    )
    delen = [
        Wijkdeel(
            wijk=wijk or ZONDER_WIJK,
            woningen=woningen[wijk],
            bewoond=bewoond[wijk],
            personen=mensen[wijk],
            alle_woningen=alle.get(wijk),
        )
        for wijk in woningen
    ]
    return sorted(delen, key=lambda deel: (-deel.bewoond, deel.wijk))


def wijknamen() -> list[str]:
    """The neighbourhoods in which there is a home, by name; one query."""
    return list(Woning.objects.exclude(wijk="").order_by("wijk").values_list("wijk", flat=True).distinct())


def vrij_op(rijen: WoningQuerySet, dag: date) -> WoningQuerySet:
    """Homes to be let on `dag` in which somebody can still come to live on it.

    Without an open offer; one that is offered by the place, with a place that was not.
    """
    open_ = Aanbod.objects.open_op(dag).filter(woning=OuterRef("pk")).order_by()
    plekken = open_.values("woning").annotate(n=Sum("personen")).values("n")
    vol = F("bewoners") + Coalesce(Subquery(plekken, output_field=IntegerField()), 0)
    return (
        rijen.beschikbaar_op(dag)
        .met_bewoners(dag)
        .filter(PER_PLEK | ~Exists(open_), Q(capaciteit=None) | Q(capaciteit__gt=vol))
    )
