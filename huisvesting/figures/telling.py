"""What of persons, families and homes decides who counts; a fixed number of queries for any number of persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet

from dossiers.models import Gezinslid, Statushouder, Vestiging
from huisvesting.models import Overname, Plaatsing, Telling
from huisvesting.models.woning import Woningsoort
from huisvesting.rules import Oordeel, Persoonsfeiten, Verblijf, Woonplek, beoordeel
from huisvesting.rules.overname import Telregel, telregels
from kern.contract import Peiling
from kern.leeftijd import Geboortedatum

# Persons that are judged at once; the rest waits in the database.
STAPEL = 5_000
_FEITEN = ("vergunning", "vergunning_op", "wijze_van_komst", "opvang", "geboren_vroegst", "geboren_laatst")
_WONING = ("woning__amv_woning", "woning__soort", "woning__plaats", "woning__koppelgemeente")


SAMENGEVOEGD = Oordeel(
    telt=False,
    reden="Telt mee in het dossier waarin dit opging.",
    regel="H6",
    bron="Huisvestingswet 2014, art. 28",
)


class Telstand(NamedTuple):
    """Of one person: the judgement, the rows that should be there, and those that are (with their keys)."""

    oordeel: Oordeel
    hoort: frozenset[Telregel]
    is_er: Mapping[Telregel, int]


def oordelen(personen: Collection[int]) -> dict[int, Oordeel]:
    """Whether each of these persons (primary keys) counts, from when, and why; four queries."""
    plekken = _plekken(personen)
    return {pk: beoordeel(feiten, plekken.get(pk, ())) for pk, feiten in persoonsfeiten(personen).items()}


def telstanden(personen: Collection[int]) -> dict[int, Telstand]:
    """What should count of these persons beside what is stored; six queries.

    Of a dossier that went up in another nothing: that one counts, until it is undone.
    """
    opgeslagen: dict[int, dict[Telregel, int]] = defaultdict(dict)
    for rij in Telling.objects.filter(statushouder__in=personen):
        regel = Telregel(rij.plaatsing_id, rij.waarde, rij.telt_op, rij.reden, rij.regel, rij.bron)
        opgeslagen[rij.statushouder_id][regel] = rij.pk
    overnames = {
        persoon: (gemeente, gemeld_op)
        for persoon, gemeente, gemeld_op in Overname.objects.filter(statushouder__in=personen).values_list(
            "statushouder_id", "gemeente", "gemeld_op"
        )
    }
    gevonden = oordelen(personen)
    standen = {}
    for pk in personen:
        oordeel = gevonden.get(pk, SAMENGEVOEGD)
        standen[pk] = Telstand(oordeel, telregels(oordeel, overnames.get(pk)), opgeslagen[pk])
    return standen


def met_telfeiten(personen: QuerySet[Statushouder]) -> QuerySet[Statushouder]:
    """Of these persons those who have a home, or count."""
    eigen = {"statushouder": OuterRef("pk")}
    return personen.filter(
        Q(Exists(Plaatsing.objects.filter(**eigen))) | Q(Exists(Telling.objects.filter(**eigen)))
    )


def telt_niet_mee(peiling: Peiling) -> QuerySet[Statushouder]:
    """Who has lived here by the peildatum, settled or in a home, and does not count at its end."""
    dag, eigen = peiling.peildatum, {"statushouder": OuterRef("pk")}
    personen = Statushouder.objects.actueel()
    if peiling.gebruiker:
        personen = personen.met_inzage(peiling.gebruiker, "huisvesting")
    geteld = Telling.objects.filter(**eigen, telt_op__lte=dag)
    return personen.filter(
        Q(Exists(Vestiging.objects.filter(**eigen, van__lte=dag)))
        | Q(Exists(Plaatsing.objects.filter(**eigen, van__lte=dag))),
        ~Q(Exists(geteld.filter(waarde=1))) | Q(Exists(geteld.filter(waarde=-1))),
    ).order_by("sorteernaam", "pk")


def stapels() -> Iterator[list[int]]:
    """Primary keys of everybody who has a home or counts, in parts."""
    rijen = met_telfeiten(Statushouder.objects.all()).order_by("pk").values_list("pk", flat=True)
    sleutels = list(rijen)
    for plek in range(0, len(sleutels), STAPEL):
        yield sleutels[plek : plek + STAPEL]


def anders_geteld(standen: Mapping[int, Telstand]) -> list[int]:
    """Of these persons those whose stored count is not what follows from the facts."""
    return [pk for pk, stand in standen.items() if stand.hoort != stand.is_er.keys()]


def persoonsfeiten(personen: Collection[int]) -> dict[int, Persoonsfeiten]:
    """What of these persons themselves decides; those who went up in another dossier are left out."""
    rijen = Statushouder.objects.actueel().filter(pk__in=personen).order_by()
    return {
        pk: Persoonsfeiten(
            vergunning=vergunning,
            vergunning_op=vergunning_op,
            wijze_van_komst=wijze,
            opvang=opvang,
            geboren=Geboortedatum(vroegst, laatst),
        )
        for pk, vergunning, vergunning_op, wijze, opvang, vroegst, laatst in rijen.values_list("pk", *_FEITEN)
    }


def _plekken(personen: Collection[int]) -> dict[int, list[Woonplek]]:
    """The homes of each of these persons, with the day on which the family had one before."""
    rijen = Plaatsing.objects.filter(statushouder__in=personen).order_by()
    gezinnen = _Gezinnen(personen)
    plekken: dict[int, list[Woonplek]] = defaultdict(list)
    for pk, persoon, van, tot, amv, soort, plaats, koppel in rijen.values_list(
        "pk", "statushouder_id", "van", "tot", *_WONING
    ):
        doorstroom = soort == Woningsoort.DOORSTROOM
        plekken[persoon].append(
            Woonplek(
                tijd=Verblijf(van, tot),
                plaatsing=pk,
                amv_woning=amv,
                doorstroom=doorstroom,
                gemeente=koppel if doorstroom else plaats,
                gezin_gehuisvest_op=gezinnen.gehuisvest_voor(persoon, van),
            )
        )
    return plekken


class _Gezinnen:
    """The families of persons with the time of membership, and since when each family had a home here."""

    def __init__(self, personen: Collection[int]) -> None:
        self._van: dict[int, list[tuple[int, Verblijf]]] = defaultdict(list)
        rijen = Gezinslid.objects.filter(statushouder__in=personen).order_by()
        for persoon, gezin, van, tot in rijen.values_list("statushouder_id", "gezin_id", "van", "tot"):
            self._van[persoon].append((gezin, Verblijf(van, tot)))
        gezinnen = {gezin for delen in self._van.values() for gezin, _tijd in delen}
        lid = "statushouder__lidmaatschappen"
        sleutel = f"{lid}__gezin"
        # who lived here and left before being of the family, or came in after it, does not house the family
        wonend = (
            Plaatsing.objects.actueel()
            .filter(
                Q(**{f"{lid}__tot": None}) | Q(**{f"{lid}__tot__gt": F("van")}),
                Q(tot=None) | Q(tot__gt=F(f"{lid}__van")),
                **{f"{sleutel}__in": gezinnen},
            )
            .order_by()
        )
        self._gehuisvest: dict[int, date] = (
            dict(wonend.values(sleutel).annotate(eerste=Min("van")).values_list(sleutel, "eerste"))
            if gezinnen
            else {}
        )

    def gehuisvest_voor(self, persoon: int, dag: date) -> date | None:
        """The first day on which a family of this person, on `dag`, had a home; None when not before `dag`."""
        return min(self._dagen(persoon, dag), default=None)

    def _dagen(self, persoon: int, dag: date) -> Iterator[date]:
        for gezin, tijd in self._van.get(persoon, ()):
            eerste = self._gehuisvest.get(gezin)
            if tijd.loopt_op(dag) and eerste and eerste < dag:
                yield eerste
