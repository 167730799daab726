"""The list of persons: what stands in a row, in which orders, and how many there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, NullIf

from dossiers.figures.personen import gezinnen, personen
from dossiers.models import Regie, Stand, Statushouder, Vestiging, Waarneming, WijzeVanKomst
from dossiers.models.persoon import StatushouderQuerySet
from dossiers.rules.inzage import mag_veld
from kern.contract import Gebruiker, Peiling
from kern.eenvan import EenVan
from kern.namens import als_partner
from kern.sleutelbladeren import Aantal, tel
from kern.volgorde import Deel, Reeks, Rijen, Volgorde, heen_en_terug
from toegang.models import Gebruiker as Inlogger
from toegang.rules import RECHTEN, WIJZIGEN, van_gemeente

OP_NAAM = ("sorteernaam", "id")
# What a row shows; the rest of a person, their BSN for one, is not read at all.
VELDEN = (
    "id",
    "sleutel",
    "nummer",
    "achternaam",
    "voorvoegsel",
    "voornamen",
    "sorteernaam",
    "geboren_vroegst",
    "geboren_laatst",
    "nationaliteit",
    "wijze_van_komst",
    "afgeschermd",
)


@dataclass(frozen=True)
class Regisseur:
    """A caseworker, with who covers for them on the peildatum."""

    naam: str
    waarnemer: str | None = None


def lijst(gebruiker: Gebruiker, peildatum: date) -> StatushouderQuerySet:
    """Persons that this user may see, with what a row of the list shows on the peildatum.

    Annotated: `stand` and `sinds` (the day on which that began, None where no day is known),
    `gezin_pk`, `gezin_naam`, `regisseur_pk` (None in the open work stock).
    """
    rijen = Statushouder.objects.zichtbaar_voor(gebruiker)
    return met_rij(rijen, peildatum, met_koppeldag=mag_veld(gebruiker, "coa_koppeldatum"))


def met_rij(
    rijen: StatushouderQuerySet, peildatum: date, *, met_koppeldag: bool = True
) -> StatushouderQuerySet:
    """These persons with what `lijst` shows of them; without `met_koppeldag` who is linked has no `sinds`."""
    regie = Regie.objects.lopend_op(peildatum).filter(statushouder=OuterRef("pk")).order_by("van")
    rijen = rijen.only(*VELDEN).met_stand(peildatum).met_gezin(peildatum)
    return rijen.annotate(
        sinds=_sinds(peildatum, met_koppeldag=met_koppeldag),
        regisseur_pk=Subquery(regie.values("regisseur")[:1]),
    )


def regisseurs(peildatum: date, gebruiker: Gebruiker | None = None) -> dict[int, Regisseur]:
    """Who can have cases or has them on the peildatum, own or as a cover, by primary key, by name; one query.

    For a partner only who has a case that the partner sees, and not who is away.
    """
    if gebruiker and not van_gemeente(gebruiker):
        return _van_eigen_dossiers(peildatum, gebruiker)
    rollen = [rol for (rol, domein), recht in RECHTEN.items() if domein == "dossiers" and WIJZIGEN in recht]
    regie, waarneming = Regie.objects.lopend_op(peildatum), Waarneming.objects.lopend_op(peildatum)
    wie = Inlogger.objects.filter(
        Q(is_active=True, rol__in=rollen)
        | Exists(regie.filter(regisseur=OuterRef("pk")))
        | Exists(waarneming.filter(waarnemer=OuterRef("pk")))
    )
    waarnemer = waarneming.filter(afwezige=OuterRef("pk")).values(door=_naam("waarnemer__"))
    rijen = wie.values_list("pk", _naam(), Subquery(waarnemer[:1])).order_by(_naam(), "pk")
    return {pk: Regisseur(naam, door) for pk, naam, door in rijen}


def _van_eigen_dossiers(peildatum: date, gebruiker: Gebruiker) -> dict[int, Regisseur]:
    zichtbaar = Statushouder.objects.zichtbaar_voor(gebruiker)
    regie = Regie.objects.lopend_op(peildatum).filter(statushouder__in=zichtbaar, regisseur=OuterRef("pk"))
    rijen = Inlogger.objects.filter(Exists(regie)).values_list("pk", _naam()).order_by(_naam(), "pk")
    return {pk: Regisseur(naam) for pk, naam in rijen}


def van_regisseur(rijen: Rijen, wie: int | None, peildatum: date, *, met_waarneming: bool = True) -> Rijen:
    """Cases of this caseworker on the peildatum, own or as a cover; with None the open work stock."""
    regie = Regie.objects.lopend_op(peildatum)
    if wie is None:
        return rijen.filter(Exists(regie.filter(statushouder=OuterRef("pk"), regisseur=None)))
    afwezig = Waarneming.objects.lopend_op(peildatum).filter(waarnemer=wie if met_waarneming else None)
    van_hem = regie.filter(EenVan("regisseur", afwezig.order_by().values("afwezige"), of=wie))
    return rijen.filter(EenVan("pk", van_hem.order_by().values("statushouder")))


def met_stand(rijen: Rijen, stand: str, peildatum: date) -> Rijen:
    """Who stands there on the peildatum: as the annotation `stand`, in conditions that need no reading of all."""
    begonnen = _begonnen(peildatum)
    if stand == Stand.GEVESTIGD:
        return rijen.filter(Exists(begonnen.filter(_lopend(peildatum))))
    if stand == Stand.VERTROKKEN:
        return rijen.filter(Exists(begonnen), ~Exists(begonnen.filter(_lopend(peildatum))))
    rest = rijen.filter(~Exists(begonnen))
    if als_partner():
        return rest
    if stand == Stand.VERWACHT:
        return rest.filter(wijze_van_komst=WijzeVanKomst.NAREIZIGER)
    anderen = rest.exclude(wijze_van_komst=WijzeVanKomst.NAREIZIGER)
    if stand == Stand.GEKOPPELD:
        return anderen.filter(coa_koppeldatum__lte=peildatum)
    return anderen.filter(Q(coa_koppeldatum=None) | Q(coa_koppeldatum__gt=peildatum))


def volgordes(peildatum: date, *, met_koppeldag: bool = True) -> dict[str, Volgorde]:
    """The orders of the list by name; who has no birth date, or no day, comes last in both directions.

    Without `met_koppeldag` the day of COA's linking is not sorted on: its neighbours would tell it. The rows
    must be made so too (`met_rij`).
    """

    def leeftijd(*, aflopend: bool) -> Volgorde:
        bekend = Deel(("geboren_vroegst", "id"), lambda rijen: rijen.filter(geboren_vroegst__isnull=False))
        onbekend = Deel(OP_NAAM, lambda rijen: rijen.filter(geboren_vroegst=None))
        # who is younger was born later
        geboren = Reeks(("geboren_vroegst", "id"), (bekend,), aflopend=not aflopend)
        return Volgorde((geboren, Reeks(OP_NAAM, (onbekend,))))

    def sinds(*, aflopend: bool) -> Volgorde:
        delen = _met_dag(peildatum) if met_koppeldag else _met_dag(peildatum)[:-1]
        zonder = Deel(OP_NAAM, _zonder_dag(peildatum, met_koppeldag=met_koppeldag))
        return Volgorde((Reeks(("sinds", "id"), delen, aflopend=aflopend), Reeks(OP_NAAM, (zonder,))))

    return {
        **heen_en_terug("persoon", Volgorde((Reeks(OP_NAAM, (Deel(OP_NAAM),)),))),
        **heen_en_terug("leeftijd", leeftijd(aflopend=False), leeftijd(aflopend=True)),
        **heen_en_terug("sinds", sinds(aflopend=False), sinds(aflopend=True)),
    }


def telling(
    gebruiker: Gebruiker, peildatum: date, *, precies: bool = False, alle: Aantal | None = None
) -> dict[str, Aantal]:
    """Numbers for the head of the list: persons in all, settled ones, and families with one; three queries.

    Only the persons, in one query, where there are too many to count: "more than" three times says nothing.
    `alle` is that of the persons, where the page has counted them already.
    """
    alle = alle or tel(
        Statushouder.objects.zichtbaar_voor(gebruiker).om_te_tellen(gebruiker), precies=precies
    )
    if not alle.precies:
        return {"personen": alle}
    peiling = Peiling.op(peildatum, gebruiker=gebruiker)
    wat = {"gevestigd": personen(peiling), "gezinnen": gezinnen(peiling)}
    return {"personen": alle, **{naam: tel(rijen, precies=precies) for naam, rijen in wat.items()}}


def _naam(voor: str = "") -> Coalesce:
    """The name of a user, or their e-mail address where there is none."""
    return Coalesce(NullIf(F(f"{voor}naam"), Value("")), F(f"{voor}email"), output_field=CharField())


def _begonnen(dag: date) -> QuerySet[Vestiging]:
    return Vestiging.objects.filter(statushouder=OuterRef("pk"), van__lte=dag)


def _lopend(dag: date) -> Q:
    return Q(tot=None) | Q(tot__gt=dag)


def _sinds(dag: date, *, met_koppeldag: bool) -> Combinable:
    """The day on which `stand` began: of settling, of leaving, or (with `met_koppeldag`) of being linked.

    Of the spells that have begun the one that ends last says it: where one still runs, it is that one.
    """
    laatste = _begonnen(dag).order_by(F("tot").desc(nulls_first=True))
    vestiging = laatste.values(op=Case(When(_lopend(dag), then=F("van")), default=F("tot")))
    if not met_koppeldag:
        return Subquery(vestiging[:1])
    is_gekoppeld = ~Q(wijze_van_komst=WijzeVanKomst.NAREIZIGER) & Q(coa_koppeldatum__lte=dag)
    gekoppeld = Case(When(is_gekoppeld, then=F("coa_koppeldatum")))
    return Coalesce(Subquery(vestiging[:1]), gekoppeld, output_field=DateField())


def _met_dag(dag: date) -> tuple[Deel, ...]:
    """The settled, the left and last the linked, each by an index of its own."""

    def van_vestiging(rijen: Rijen) -> Rijen:
        met_vestiging: Rijen = rijen.annotate(
            v_id=F("vestigingen__id"),
            v_van=F("vestigingen__van"),
            v_tot=F("vestigingen__tot"),
            v_wie=F("vestigingen__statushouder_id"),
        ).filter(v_van__lte=dag)
        return met_vestiging

    def gevestigd(rijen: Rijen) -> Rijen:
        return van_vestiging(rijen).filter(Q(v_tot=None) | Q(v_tot__gt=dag))

    def vertrokken(rijen: Rijen) -> Rijen:
        einde = OuterRef("v_tot")
        later = Q(tot=None) | Q(tot__gt=einde) | Q(tot=einde, pk__gt=OuterRef("v_id"))
        return van_vestiging(rijen).filter(~Exists(_begonnen(dag).filter(later)), v_tot__lte=dag)

    def gekoppeld(rijen: Rijen) -> Rijen:
        zonder = rijen.exclude(wijze_van_komst=WijzeVanKomst.NAREIZIGER).filter(coa_koppeldatum__lte=dag)
        return zonder.filter(~Exists(_begonnen(dag)))

    return (
        Deel(("v_van", "v_wie"), gevestigd),
        Deel(("v_tot", "v_wie"), vertrokken),
        Deel(("coa_koppeldatum", "id"), gekoppeld),
    )


def _zonder_dag(dag: date, *, met_koppeldag: bool) -> Callable[[Rijen], Rijen]:
    """Who has no day to sort on, in the words of the database: that `sinds` is empty would be computed for all."""
    niet_gekoppeld = (
        Q(wijze_van_komst=WijzeVanKomst.NAREIZIGER) | Q(coa_koppeldatum=None) | Q(coa_koppeldatum__gt=dag)
    )
    zonder = niet_gekoppeld if met_koppeldag else Q()
    return lambda rijen: rijen.filter(zonder, ~Exists(_begonnen(dag)))
