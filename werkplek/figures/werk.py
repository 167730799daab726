"""What is due for a user: terms of all domains, tasks, signals and appointments, and what waits for others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db import connection
from django.db.models import Case, CharField, F, Q, QuerySet, Value, When

from dossiers import figures as van_dossiers
from dossiers.models import Contactmoment, Contactsoort, Signaal, Taak
from kern.contract import Gebruiker
from kern.kalender import na
from termijnen import figures as van_termijnen
from toegang.models import Gebruiker as Gebruikers
from toegang.rules import DELEN, INZIEN, mag
from werkplek.figures.wachten import gevraagd
from werkplek.figures.werkbladen import Plek, Vanaf, eerste
from werkplek.figures.wiens import Keuze, Wie, bij, standaard, van_wie

# The SQL of the number in the menu, by user, day and rules.
_GEMAAKT: dict[tuple[Any, ...], tuple[str, tuple[Any, ...]]] = {}
_HOOGSTENS = 500


class Groep(StrEnum):
    """When something must be done, as the list draws it together; the value stands in the address."""

    TE_LAAT = "te-laat"
    DEZE_WEEK = "deze-week"
    KOMT_ERAAN = "komt-eraan"
    WACHT = "wacht"


class Soort(StrEnum):
    """What kind of thing is due; with its key it names a row."""

    TERMIJN = "termijn"
    TAAK = "taak"
    SIGNAAL = "signaal"
    AFSPRAAK = "afspraak"
    VERWIJZING = "verwijzing"
    ZONDER_DOSSIER = "zonder-dossier"


@dataclass(frozen=True)
class Kalender:
    """The days between the groups: this week ends on Sunday, what is to come with the next month."""

    vandaag: date

    @property
    def zondag(self) -> date:
        """The last day of this week."""
        return self.vandaag + timedelta(days=6 - self.vandaag.weekday())

    @property
    def eind(self) -> date:
        """The last day that the list looks ahead to; always after this week."""
        return na(self.vandaag.replace(day=1), 2) - timedelta(days=1)

    def groep(self, veld: str, *vooraf: When) -> Case:
        """The group of a row by its last day; `vooraf` are exceptions that come first."""
        return Case(
            *vooraf,
            When(**{f"{veld}__lt": self.vandaag}, then=Value(Groep.TE_LAAT)),
            When(**{f"{veld}__lte": self.zondag}, then=Value(Groep.DEZE_WEEK)),
            default=Value(Groep.KOMT_ERAAN),
            output_field=CharField(),
        )


@dataclass(frozen=True, kw_only=True)
class Werkregel:
    """One thing that is due. `op` is its last day, or the day since which it waits; `tijd` of an appointment.

    `persoon` is None for a term without a dossier.
    """

    soort: Soort
    groep: Groep
    op: date
    rij: Any
    persoon: Any

    @property
    def volgorde(self) -> tuple[date, str, int]:
        return self.op, self.soort, self.rij.pk


@dataclass(frozen=True)
class Werk:
    """Rows by group, the first to do first, how many there are of each, and how large each family is.

    `verder` is where the next page of a group begins after; a group that is given whole has none.
    """

    regels: Mapping[Groep, Sequence[Werkregel]]
    aantallen: Mapping[Groep, int]
    verder: Mapping[Groep, Plek] = field(default_factory=dict)
    groottes: Mapping[int, int] = field(default_factory=dict)


def werk(
    gebruiker: Gebruiker, dag: date, keuze: Keuze, *, per_groep: int, vanaf: Vanaf | None = None
) -> Werk:
    """What this user's choice of work holds on `dag`, at most `per_groep` rows of each group, or those after a place.

    The number of queries does not depend on the number of rows. Of a dossier that the user may not see
    nothing is given.
    """
    aantallen: Counter[Groep] = Counter()
    gevonden: list[tuple[Soort, Groep, date, Any, int | None]] = []
    for soort, rijen in _bronnen(gebruiker, dag, keuze).items():
        per_soort: dict[Groep, int] = {}
        for rij in eerste(rijen, soort, per_groep + 1, vanaf):
            groep = Groep(rij.groep)
            per_soort[groep] = rij.samen
            if rij.erna:
                gevonden.append((soort, groep, rij.op_dag, rij, rij.statushouder_id))
        aantallen.update(per_soort)
    wachtend: list[Any] = []
    if keuze.domein in {"", "dossiers"} and mag(gebruiker, "dossiers", DELEN):
        na = vanaf.plek.erna(Soort.VERWIJZING, "gevraagd_op") if vanaf and vanaf.groep == Groep.WACHT else Q()
        wachtend, samen = gevraagd(gebruiker, dag, bij(gebruiker, dag, keuze), na=na, hoogstens=per_groep + 1)
        aantallen[Groep.WACHT] += samen
    gevonden += [(Soort.VERWIJZING, Groep.WACHT, rij.gevraagd_op, rij, persoon) for rij, persoon in wachtend]
    personen = _in_rijen(gebruiker, dag, {persoon for *_rest, persoon in gevonden if persoon})
    regels: dict[Groep, list[Werkregel]] = {groep: [] for groep in Groep}
    for soort, groep, op, rij, persoon in gevonden:
        if persoon is None or persoon in personen:
            wie = personen[persoon] if persoon is not None else None
            regels[groep].append(Werkregel(soort=soort, groep=groep, op=op, rij=rij, persoon=wie))
    for rijen in regels.values():
        rijen.sort(key=lambda regel: regel.volgorde)
    getoond = {groep: rijen[:per_groep] for groep, rijen in regels.items()}
    verder = {
        groep: Plek(*rijen[per_groep - 1].volgorde) for groep, rijen in regels.items() if rijen[per_groep:]
    }
    samen_ = [regel for rijen in getoond.values() for regel in rijen]
    _lees_eigenaars([regel.rij for regel in samen_ if regel.soort in {Soort.TAAK, Soort.SIGNAAL}])
    van_termijnen.zet_voortgang([regel.rij for regel in samen_ if regel.soort == Soort.TERMIJN], dag)
    van_termijnen.noem([regel.rij for regel in samen_ if regel.soort == Soort.ZONDER_DOSSIER])
    gezinnen = {regel.persoon.gezin_pk for regel in samen_ if regel.persoon}
    return Werk(getoond, aantallen, verder, van_dossiers.gezinsgroottes(gezinnen - {None}, dag))


def te_laat(gebruiker: Gebruiker, dag: date) -> int:
    """How much of the work that this user sees first is too late on `dag`: the number in the menu. One query.

    Every page asks it, and making its SQL takes longer than the answer: it is made once for a user and a day.
    """
    wie = (gebruiker.pk, gebruiker.rol, getattr(gebruiker, "organisatie_id", None))
    regels = tuple((gekend.regel.code, gekend.regel.rol) for gekend in van_termijnen.regels().values())
    if (wie, dag, regels) not in _GEMAAKT:
        if len(_GEMAAKT) >= _HOOGSTENS:
            _GEMAAKT.clear()
        laat = _sleutels_te_laat(gebruiker, dag)
        _GEMAAKT[wie, dag, regels] = laat[0].union(*laat[1:], all=True).query.sql_with_params()
    sql, parameters = _GEMAAKT[wie, dag, regels]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({sql}) laat", parameters)  # noqa: S608  (SQL of the ORM)
        samen: int = cursor.fetchone()[0]
    return samen


def _sleutels_te_laat(gebruiker: Gebruiker, dag: date) -> list[Any]:
    keuze, gisteren = Keuze(wie=standaard(gebruiker)), dag - timedelta(days=1)
    termijnen = _termijnen(gebruiker, dag, keuze, bij(gebruiker, dag, keuze))
    eigen = van_wie(gebruiker, dag, keuze)
    taken = Taak.objects.zichtbaar_voor(gebruiker).open().filter(eigen, uiterlijk_op__lt=dag)
    signalen = Signaal.objects.zichtbaar_voor(gebruiker).open().filter(eigen, antwoord_voor__lt=dag)
    andere = _zonder_dossier(gebruiker, dag, keuze)
    laat = [rijen.te_doen(dag, tot_en_met=gisteren) for rijen in (termijnen, andere)]
    return [rijen.order_by().values("pk") for rijen in (*laat, taken, signalen)]


def _bronnen(gebruiker: Gebruiker, dag: date, keuze: Keuze) -> dict[Soort, Any]:
    """Rows of each kind with `groep` and `op_dag`, none of them limited."""
    kalender, deze = Kalender(dag), bij(gebruiker, dag, keuze)
    termijnen = _termijnen(gebruiker, dag, keuze, deze)
    termijnen = termijnen.te_doen(dag, tot_en_met=kalender.eind)
    andere = _zonder_dossier(gebruiker, dag, keuze).te_doen(dag, tot_en_met=kalender.eind)
    if keuze.domein:
        termijnen, andere = (
            rijen.filter(code__startswith=f"{keuze.domein}.") for rijen in (termijnen, andere)
        )
    return {
        Soort.TERMIJN: termijnen.annotate(groep=kalender.groep("uiterlijk"), op_dag=F("uiterlijk")),
        Soort.ZONDER_DOSSIER: andere.annotate(groep=kalender.groep("uiterlijk"), op_dag=F("uiterlijk")),
        Soort.TAAK: _met_eigenaar(Taak, "uiterlijk_op", gebruiker, kalender, keuze, deze),
        Soort.SIGNAAL: _met_eigenaar(Signaal, "antwoord_voor", gebruiker, kalender, keuze, deze),
        Soort.AFSPRAAK: _over(_afspraken(gebruiker, dag, kalender.eind), keuze)
        .filter(deze)
        .annotate(groep=kalender.groep("op"), op_dag=F("op")),
    }


def _termijnen(gebruiker: Gebruiker, dag: date, keuze: Keuze, deze: Q) -> Any:
    """Terms of these persons that are of a caseworker; in one's own work those of the own role too, of all persons."""
    regels = [gekend.regel for gekend in van_termijnen.regels().values()]
    van_rol = {regel.code: regel.rol for regel in regels if regel.rol}
    eigen = deze & ~Q(code__in=van_rol)
    mijn_rol = [code for code, rol in van_rol.items() if rol == gebruiker.rol]
    if mijn_rol and keuze.selectie is None and keuze.wie in {Wie.MIJN, Wie.ALLE}:
        eigen |= Q(code__in=mijn_rol)
    later = [regel.code for regel in regels if regel.vanaf_begin]
    rijen = van_termijnen.termijnen(dag, gebruiker).filter(eigen)
    return rijen.exclude(code__in=later, begint_op__gt=dag) if later else rijen


def _zonder_dossier(gebruiker: Gebruiker, dag: date, keuze: Keuze) -> Any:
    """Terms without a dossier that are of the role of this user; none in the work of another or of some dossiers."""
    rijen = van_termijnen.zonder_dossier(dag, gebruiker)
    regels = [gekend.regel for gekend in van_termijnen.regels().values()]
    mijn = [regel for regel in regels if regel.zonder_dossier and regel.rol == gebruiker.rol]
    if not mijn or keuze.selectie is not None or keuze.wie not in {Wie.MIJN, Wie.ALLE}:
        return rijen.none()
    later = [regel.code for regel in mijn if regel.vanaf_begin]
    return rijen.filter(code__in=[regel.code for regel in mijn]).exclude(code__in=later, begint_op__gt=dag)


def _met_eigenaar(
    model: Any, veld: str, gebruiker: Gebruiker, kalender: Kalender, keuze: Keuze, deze: Q
) -> QuerySet[Any]:
    """Tasks or signals of whose work it is, and those of others in the dossiers of this choice, which wait."""
    eigen = van_wie(gebruiker, kalender.vandaag, keuze)
    alle = _over(model.objects.zichtbaar_voor(gebruiker).open(), keuze)
    rijen: QuerySet[Any] = alle.filter(eigen | deze, **{f"{veld}__lte": kalender.eind})
    if keuze.selectie is not None:
        rijen = rijen.filter(statushouder__in=keuze.selectie.order_by().values("pk"))
    anders = When(~eigen, then=Value(Groep.WACHT))
    gegroepeerd: QuerySet[Any] = rijen.annotate(groep=kalender.groep(veld, anders), op_dag=F(veld))
    return gegroepeerd


def _afspraken(gebruiker: Gebruiker, dag: date, eind: date) -> QuerySet[Any]:
    """What is agreed for a day to come, and for a time today: a note of today is no appointment."""
    komend = Q(op__gt=dag) | (Q(op=dag, tijd__isnull=False) & ~Q(soort=Contactsoort.NOTITIE))
    rijen = Contactmoment.objects.zichtbaar_voor(gebruiker).geldig()
    return rijen.filter(komend, op__lte=eind)


def _over(rijen: Any, keuze: Keuze) -> Any:
    """What was recorded about the domain of the choice."""
    return rijen.filter(domein=keuze.domein) if keuze.domein else rijen


def _in_rijen(gebruiker: Gebruiker, dag: date, sleutels: Iterable[int]) -> dict[int, Any]:
    """The persons of the rows as the list of dossiers shows them, by key; one query."""
    return {rij.pk: rij for rij in van_dossiers.lijst(gebruiker, dag).filter(pk__in=set(sleutels))}


def _lees_eigenaars(rijen: Sequence[Any]) -> None:
    """Give these tasks and signals their owner; one query."""
    eigenaars = Gebruikers.objects.in_bulk({rij.eigenaar_id for rij in rijen})
    for rij in rijen:
        rij.eigenaar = eigenaars[rij.eigenaar_id]


def domeinen(gebruiker: Gebruiker) -> list[str]:
    """Domains of which this user can have work: those with a term that they may read."""
    codes = {
        gekend.domein.code: None
        for gekend in van_termijnen.regels().values()
        if not gekend.regel.zonder_dossier or gekend.regel.rol == gebruiker.rol
    }
    return [code for code in codes if mag(gebruiker, code, INZIEN)]
