"""Set-based reading of the quota: the ledger at a peildatum, and the persons behind each number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Least

from dossiers.models import Statushouder
from dossiers.models.persoon import StatushouderQuerySet
from huisvesting import rules
from huisvesting.models import Opgave, Periode, Telling, Uitruil, Verwachting
from huisvesting.models.taakstelling import TellingQuerySet, VerwachtingQuerySet
from kern.contract import Gebruiker, Peiling


@dataclass(frozen=True)
class Stand:
    """One period of the ledger at a peildatum; persons, and days that are inclusive.

    `opgave` is the newest known number, with the persons that were exchanged (`uitgeruild`) in it.
    `saldo` = te_realiseren − gerealiseerd: positive is a backlog, negative a lead, never clamped. `afgehaald` are
    those whose count another municipality took over in it: they are off `gerealiseerd` already (H8).
    """

    periode: Periode
    peildatum: date
    opgave: int
    uitgeruild: int
    bron: str
    overgedragen: int
    verwacht_overgedragen: int | None
    gerealiseerd: int
    gerealiseerd_benoemd: int
    beginstand_geldt: bool
    verwacht: int
    afgehaald: int

    @property
    def te_realiseren(self) -> int:
        return self.opgave + self.overgedragen

    @property
    def saldo(self) -> int:
        return self.te_realiseren - self.gerealiseerd

    @property
    def afgesloten(self) -> bool:
        """Ended before the peildatum: from the day after its last day."""
        return self.periode.tot_en_met < self.peildatum

    @property
    def begonnen(self) -> bool:
        return self.periode.van <= self.peildatum

    @property
    def loopt(self) -> bool:
        return self.begonnen and not self.afgesloten

    @property
    def tempo(self) -> Decimal:
        return rules.tempo(self.te_realiseren, self.periode.van, self.periode.tot_en_met, self.peildatum)

    @property
    def prognose(self) -> int | None:
        """Realised plus those expected in the period; None when it has ended."""
        return None if self.afgesloten else self.gerealiseerd + self.verwacht


def _periodes(peildatum: date) -> QuerySet[Any]:
    """Each period whose number is known, with it, its opening position, what is counted and expected; one query."""
    nul = Value(0, output_field=IntegerField())
    in_periode = (
        Telling.objects.actueel()
        .filter(telt_op__gte=OuterRef("van"), telt_op__lte=Least(OuterRef("tot_en_met"), Value(peildatum)))
        .order_by()
    )
    na_stand = in_periode.filter(telt_op__gt=OuterRef("beginstand__stand_op"))
    in_tijd = (OuterRef("van"), OuterRef("tot_en_met"))
    zeker = Telling.objects.vooruit(peildatum).filter(telt_op__range=in_tijd)
    verwacht = Verwachting.objects.verwacht(peildatum).filter(verwacht_op__range=in_tijd)

    def aantal(rijen: QuerySet[Any]) -> Coalesce:
        groep = rijen.order_by().annotate(groep=Value(1)).values("groep").annotate(n=Count("pk")).values("n")
        return Coalesce(Subquery(groep), nul)

    def som(tellingen: TellingQuerySet) -> Coalesce:
        groep = tellingen.annotate(groep=Value(1)).values("groep").annotate(som=Sum("waarde")).values("som")
        return Coalesce(Subquery(groep), nul)

    opgave = Opgave.objects.bekend_op(peildatum).filter(periode=OuterRef("pk")).nieuwste_eerst()
    uitruil = Uitruil.objects.besloten_tot(peildatum).filter(periode=OuterRef("pk")).order_by()
    geruild = uitruil.annotate(groep=Value(1)).values("groep").annotate(som=Sum("aantal")).values("som")
    return (
        Periode.objects.select_related("beginstand")
        .annotate(
            opgave=Subquery(opgave.values("aantal")[:1]),
            bron=Subquery(opgave.values("bron")[:1]),
            uitgeruild=Coalesce(Subquery(geruild), nul),
            benoemd=som(in_periode),
            na_stand=som(na_stand),
            afgehaald=aantal(in_periode.filter(waarde=-1)),
            verwacht=aantal(zeker) + aantal(verwacht),
        )
        .exclude(opgave=None)
    )


def grootboek(peildatum: date) -> list[Stand]:
    """The ledger of all periods, oldest first, at the end of the peildatum.

    A saldo is carried only when its period has ended before the peildatum (from 1 July); until
    then the period right after the running one shows it as `verwacht_overgedragen`. Before the
    day of an opening position only the named persons are known. Source: design section 5.
    """
    standen: list[Stand] = []
    for periode in _periodes(peildatum):
        vorige = standen[-1] if standen else None
        begin = getattr(periode, "beginstand", None)
        geldt = begin is not None and begin.stand_op <= peildatum
        standen.append(
            Stand(
                periode=periode,
                peildatum=peildatum,
                opgave=periode.opgave + periode.uitgeruild,
                uitgeruild=periode.uitgeruild,
                bron=periode.bron,
                overgedragen=vorige.saldo if vorige and vorige.afgesloten else 0,
                verwacht_overgedragen=vorige.saldo if vorige and vorige.loopt else None,
                gerealiseerd=begin.gerealiseerd + periode.na_stand if begin and geldt else periode.benoemd,
                gerealiseerd_benoemd=periode.benoemd,
                beginstand_geldt=geldt,
                verwacht=periode.verwacht,
                afgehaald=periode.afgehaald,
            )
        )
    return standen


def nog_te_huisvesten(standen: list[Stand], peildatum: date) -> int | None:
    """Persons to house up to the end of the peildatum's year: the running saldo plus the later quotas.

    What is expected to be carried is not counted twice: 10 + 15 = 25 on 1 May 2017, not 35. A lead
    lowers it; never clamped. None when no period of the year runs or comes.
    """
    eind = date(peildatum.year, 12, 31)
    delen = [stand.saldo for stand in standen if not stand.afgesloten and stand.periode.tot_en_met <= eind]
    return sum(delen) if delen else None


def mutaties(peiling: Peiling) -> TellingQuerySet:
    """The signed rows of the period, up to the peildatum: they add up to who is realised by name."""
    rijen = Telling.objects.tussen(peiling.van, peiling.geteld_tot_en_met)
    return rijen.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else rijen


def tellingen(peiling: Peiling) -> TellingQuerySet:
    """The rows that count persons in the period, up to the peildatum, as `TellingQuerySet.blijvend`."""
    return mutaties(peiling).blijvend(peiling.peildatum)


def verwachtingen(peiling: Peiling) -> StatushouderQuerySet:
    """Persons expected in the period who do not count yet at the peildatum, with `verwacht_op` and `bron`.

    Who is certain to count comes on that day, whatever day was expected before; who went by is not among them.
    """
    dag, tijd = peiling.peildatum, (peiling.van, peiling.tot_en_met)
    zeker, verwacht = Telling.objects.vooruit(dag), Verwachting.objects.verwacht(dag)
    binnen = Q(pk__in=zeker.filter(telt_op__range=tijd).values("statushouder")) | Q(
        pk__in=verwacht.filter(verwacht_op__range=tijd).values("statushouder")
    )
    rijen = _met_dag(Statushouder.objects.filter(binnen), zeker, verwacht)
    return rijen.met_inzage(peiling.gebruiker, "huisvesting") if peiling.gebruiker else rijen


def gemist(peildatum: date, gebruiker: Gebruiker | None = None) -> StatushouderQuerySet:
    """Persons who were expected before the peildatum and have no home yet, with that day and `bron`."""
    voorbij = Verwachting.objects.komt_nog(peildatum).filter(verwacht_op__lt=peildatum)
    personen = Statushouder.objects.filter(pk__in=voorbij.values("statushouder"))
    rijen = _met_dag(personen, Telling.objects.vooruit(peildatum), voorbij)
    return rijen.met_inzage(gebruiker, "huisvesting") if gebruiker else rijen


def _met_dag(
    personen: StatushouderQuerySet, zeker: TellingQuerySet, verwacht: VerwachtingQuerySet
) -> StatushouderQuerySet:
    """These persons, the first day on top, with the day and source of the certain count, else of the expectation."""
    telling = zeker.filter(statushouder=OuterRef("pk"))
    verwachting = verwacht.filter(statushouder=OuterRef("pk"))
    return personen.annotate(
        verwacht_op=Coalesce(
            Subquery(telling.values("telt_op")[:1]), Subquery(verwachting.values("verwacht_op")[:1])
        ),
        bron=Coalesce(Subquery(telling.values("bron")[:1]), Subquery(verwachting.values("bron")[:1])),
    ).order_by("verwacht_op", "pk")


class Verwacht(NamedTuple):
    """Persons who are expected on one day, come alike, need the same and are known from the same source.

    `vraag` is a `Woonvraag`, empty for who has a home already.
    """

    dag: date
    komst: str
    vraag: str
    bron: str
    personen: int


def verwacht_per_dag(peildatum: date, tot_en_met: date, *, ook_gemist: bool = False) -> list[Verwacht]:
    """Who is expected up to a day, the first on top; with `ook_gemist` also who was before the peildatum; one query."""
    rijen = Verwachting.objects.komt_nog(peildatum) if ook_gemist else Verwachting.objects.verwacht(peildatum)
    komst = F("statushouder__wijze_van_komst")
    verwacht = (
        rijen.filter(verwacht_op__lte=tot_en_met)
        .order_by()
        .values_list("verwacht_op", komst, "woonvraag", "bron")
        .annotate(n=Count("pk"))
    )
    zeker = (
        Telling.objects.vooruit(peildatum)
        .filter(telt_op__lte=tot_en_met)
        .order_by()
        .values_list("telt_op", komst, Value(""), "bron")
        .annotate(n=Count("pk"))
    )
    return sorted(Verwacht(*rij) for rij in verwacht.union(zeker, all=True))
