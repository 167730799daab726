"""The rows of the terms of housing: for whom, from when, until when, and when it was done. Never by today.

What is asked of a household stands on the dossier of its head, with the family beside it; who is in no
family, or an AMV, stands alone. Once all of them left nobody is asked any more, until somebody comes back; who was
linked or signed after that day comes anew.
"""

from __future__ import annotations

from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    DateField,
    F,
    FilteredRelation,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Least
from django.db.models.lookups import GreaterThanOrEqual

from dossiers.models import Rol, Statushouder, Vestiging, WijzeVanKomst
from huisvesting.models import Aanbod, Plaatsing
from kern.kalenderuitdrukkingen import maanden_na, verjaardag, weken_na

KOPPELEN, WONING, VERHUIZEN = 2, 10, 2  # weeks (H11)
ZOEKEN = 210  # months of age: 17 years and 6 months (A4)
VOLWASSEN = 18
# Of the person alone, whatever family they are in; with its type, for PostgreSQL takes a bare NULL for text.
_ALLEEN = Cast(Value(None), BigIntegerField())
_VAN_GEZIN = F("lid__gezin")


def koppelen() -> QuerySet[Any, Any]:
    """COA links somebody within 2 weeks after the permit."""
    wie = _huishoudens().filter(wijze_van_komst=WijzeVanKomst.KOPPELING, vergunning_op__isnull=False)
    return _rijen(
        wie,
        begint=F("vergunning_op"),
        vervalt=weken_na("vergunning_op", KOPPELEN),
        voldaan=F("coa_koppeldatum"),
    )


def woning() -> QuerySet[Any, Any]:
    """A home within 10 weeks after the link; boundary case 19: linked on 6 March, by 15 May."""
    wie = _huishoudens().filter(wijze_van_komst=WijzeVanKomst.KOPPELING, coa_koppeldatum__isnull=False)
    return _rijen(
        wie,
        begint=F("coa_koppeldatum"),
        vervalt=weken_na("coa_koppeldatum", WONING),
        voldaan=Min("plaatsingen__van"),
    )


def verhuizen() -> QuerySet[Any, Any]:
    """The key within 2 weeks after the tenancy starts, for each offer that was signed."""
    getekend = Aanbod.objects.filter(contract_op__isnull=False).alias(lid=_lidmaatschap("statushouder__"))
    return getekend.order_by().values(
        dossier=F("statushouder"),
        gezin=F("lid__gezin"),
        gelegenheid=Cast("pk", CharField()),
        begint_op=F("contract_op"),
        vervalt_op=weken_na("contract_op", VERHUIZEN),
        voldaan_op=F("sleutel_op"),
        gestopt_op=_niet_voor(F("contract_op"), _vertrokken("statushouder")),
    )


def amv_zoeken() -> QuerySet[Any, Any]:
    """Looking for a home begins at 17 years and 6 months. From the earliest birth date.

    Done with the first offer of a home of one's own, or with that home itself where it came without an offer; the
    place in an AMV home is neither.
    """
    begin = maanden_na("geboren_vroegst", ZOEKEN)
    aanbod = Aanbod.objects.filter(statushouder=OuterRef("pk"), woning__amv_woning=False)
    eerste = aanbod.order_by("aangeboden_op").values("aangeboden_op")
    gevestigd = Vestiging.objects.filter(statushouder=OuterRef("pk")).order_by("van").values("van")
    sinds = Least(begin, Coalesce(Subquery(gevestigd[:1]), F("coa_koppeldatum"), begin))
    gedaan = Least(Subquery(eerste[:1]), _eigen_woning())
    return _rijen(
        _amv(), begint=sinds, vervalt=begin, voldaan=gedaan, gezin=_ALLEEN, gestopt=_amv_vertrokken()
    )


def amv_woning() -> QuerySet[Any, Any]:
    """A home of one's own on the 18th birthday: a placement outside the AMV homes."""
    return _rijen(
        _amv(),
        begint=maanden_na("geboren_vroegst", ZOEKEN),
        vervalt=verjaardag("geboren_vroegst", VOLWASSEN),
        voldaan=_eigen_woning(),
        gezin=_ALLEEN,
        gestopt=_amv_vertrokken(),
    )


def _eigen_woning() -> Combinable:
    """The first day in a home that is no AMV home."""
    eigen = Plaatsing.objects.filter(statushouder=OuterRef("pk"), woning__amv_woning=False).order_by("van")
    return Subquery(eigen.values("van")[:1])


def _amv() -> QuerySet[Statushouder]:
    return Statushouder.objects.filter(
        wijze_van_komst=WijzeVanKomst.AMV, geboren_vroegst__isnull=False, samengevoegd_met=None
    )


def _amv_vertrokken() -> Combinable:
    """As `_vertrokken`, of an AMV alone: who left before the chain began stays gone, until a link after that day."""
    weg = _zelf_vertrokken()
    return _niet_voor(Coalesce(F("coa_koppeldatum"), weg), weg)


def _lidmaatschap(bij: str = "") -> FilteredRelation:
    """The membership without an end, of which there is one at most: joined, not asked again for each person."""
    naam = f"{bij}lidmaatschappen"
    return FilteredRelation(naam, condition=Q(**{f"{naam}__tot": None}))


def _huishoudens() -> QuerySet[Statushouder]:
    """Heads of families, and who is in none; with their membership as `lid`."""
    personen = Statushouder.objects.filter(samengevoegd_met=None).alias(lid=_lidmaatschap())
    return personen.filter(Q(lid__rol=None) | Q(lid__rol=Rol.HOOFD))


def _rijen(
    wie: QuerySet[Statushouder],
    *,
    begint: Combinable,
    vervalt: Combinable,
    voldaan: Combinable,
    gezin: Combinable = _VAN_GEZIN,
    gestopt: Combinable | None = None,
) -> QuerySet[Any, Any]:
    return wie.order_by().values(
        dossier=F("pk"),
        gezin=gezin,
        gelegenheid=Value("", output_field=CharField()),
        begint_op=Cast(begint, DateField()),
        vervalt_op=Cast(vervalt, DateField()),
        voldaan_op=Cast(voldaan, DateField()),
        gestopt_op=gestopt or _niet_voor(begint, _vertrokken("pk")),
    )


def _vertrokken(wie: str) -> Combinable:
    """The day on which the last of the household left; None while one of them lives here, or nobody ever did."""
    lid = "statushouder__lidmaatschappen"
    gezin = Vestiging.objects.filter(**{f"{lid}__gezin": OuterRef("lid__gezin"), f"{lid}__tot": None})
    return Case(
        When(lid__gezin=None, then=_zelf_vertrokken(wie)),
        default=gezin.laatste_vertrek(),
        output_field=DateField(),
    )


def _zelf_vertrokken(wie: str = "pk") -> Combinable:
    """The day on which this person left for the last time; None while they live here."""
    return Vestiging.objects.filter(statushouder=OuterRef(wie)).laatste_vertrek()


def _niet_voor(begint: Combinable, dag: Combinable) -> Combinable:
    """`dag`, but none that lies before the term begins."""
    return Case(When(GreaterThanOrEqual(dag, Cast(begint, DateField())), then=dag), output_field=DateField())
