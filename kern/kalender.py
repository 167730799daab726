"""Legal calendar: terms in months and weeks, weekends and holidays, too late (rules T0 to T6).

All days are civil dates in Europe/Amsterdam. Marks in the docstrings: [V] read in the source named,
[K] general knowledge, not verified, [O] left open by the sources.
"""

import calendar
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Eenheid = Literal["dagen", "weken", "maanden", "jaren"]
Soort = Literal["wet", "regeling", "norm", "plan"]

# Above these a legal term is not extended: Algemene termijnenwet, art. 4 under a. [V]
_LANGSTE_VERLENGBARE = {"dagen": 90, "weken": 12, "maanden": 3, "jaren": 0}


def datum_van(moment: datetime) -> date:
    """T0: the civil date of a moment in Europe/Amsterdam. ValueError for a moment without zone. [K]"""
    if moment.tzinfo is None:
        raise ValueError("Een moment zonder tijdzone heeft geen datum.")
    return moment.astimezone(AMSTERDAM).date()


def na(dag: date, maanden: int) -> date:
    """T1: last day of "within n months after `dag`", `dag` itself not counted.

    The same day number n months on, or else the last day of that month. A negative number counts
    back in the same way. [K: European Convention on the Calculation of Time-Limits, 1972, art. 4]
    """
    return _zelfde_dag(dag, maanden) or _laatste_van_maand(dag, maanden)


def vanaf(dag: date, maanden: int) -> date:
    """T2: last day of "n months counted from `dag`", `dag` being the first of them.

    The day before the same day number n months on; if that number does not exist, the last day of
    that month. ValueError unless `maanden` is 1 or more. [K: the same convention]
    """
    if maanden < 1:
        raise ValueError("Een termijn vanaf een dag duurt ten minste een maand.")
    zelfde = _zelfde_dag(dag, maanden)
    return zelfde - timedelta(days=1) if zelfde else _laatste_van_maand(dag, maanden)


def weken_na(dag: date, weken: int) -> date:
    """T3: last day of "within n weeks after `dag`": 7n days on, inclusive. [K]"""
    return dag + timedelta(weeks=weken)


@dataclass(frozen=True)
class Termijnduur:
    """How long a term is and who set it, from which follows whether it is extended (T4, T5).

    `soort` is `wet` for a statute or AMvB, `regeling` for a ministerial one, `norm` for a norm of
    practice or house rule, `plan` for the plan. `terug`: counted back from an event.
    """

    aantal: int
    eenheid: Eenheid
    soort: Soort
    terug: bool = False

    def __post_init__(self) -> None:
        if self.aantal < 1:
            raise ValueError("Een termijn duurt ten minste 1; de richting staat in `terug`.")

    @property
    def wordt_verlengd(self) -> bool:
        """T5: only terms of law, counted onwards, of at most 90 days, 12 weeks or 3 months.

        [V: Algemene termijnenwet, art. 1(2), 4 and 5]
        """
        kort = self.aantal <= _LANGSTE_VERLENGBARE[self.eenheid]
        return self.soort == "wet" and not self.terug and kort

    def einde(self, dag: date, *, dag_telt_mee: bool = False, gelijkgesteld: Collection[date] = ()) -> date:
        """Last day of this term after `dag` (T1, T3), or from it on when `dag_telt_mee` (T2), after T4.

        A term counted back ends before `dag` by the same day number and is never extended. [K]
        """
        einde = self._ongewijzigd_einde(dag, dag_telt_mee)
        return verlengd(einde, self, gelijkgesteld)

    def _ongewijzigd_einde(self, dag: date, dag_telt_mee: bool) -> date:
        aantal = -self.aantal if self.terug else self.aantal
        if self.eenheid in ("dagen", "weken"):
            dagen = aantal * (7 if self.eenheid == "weken" else 1)
            return dag + timedelta(days=dagen - (1 if dag_telt_mee else 0))
        maanden = aantal * (12 if self.eenheid == "jaren" else 1)
        return vanaf(dag, maanden) if dag_telt_mee else na(dag, maanden)


def verlengd(laatste_dag: date, duur: Termijnduur, gelijkgesteld: Collection[date] = ()) -> date:
    """T4: the last day moved on to the first that is no Saturday, Sunday or general holiday.

    Unchanged where T5 says that the term is not extended. `gelijkgesteld`: the days that a royal
    decree equates with a general holiday; they are data, so the caller brings them.
    [V: Algemene termijnenwet, art. 1, 3 and 5]
    """
    if not duur.wordt_verlengd:
        return laatste_dag
    while laatste_dag.weekday() >= 5 or laatste_dag in gelijkgesteld or is_feestdag(laatste_dag):
        laatste_dag += timedelta(days=1)
    return laatste_dag


def is_feestdag(dag: date) -> bool:
    """T4: is this a general holiday, or Good Friday, which counts the same? Equated days are not known here."""
    return dag in feestdagen(dag.year)


def feestdagen(jaar: int) -> frozenset[date]:
    """The general holidays of a year, Good Friday among them; 5 May every year.

    The King's birthday as celebrated: 27 April, or the 26th when that is a Sunday.
    [V: Algemene termijnenwet, art. 3; the Queen's day of before 2014, 30 or 29 April: K]
    """
    pasen = eerste_paasdag(jaar)
    ten_opzichte_van_pasen = (-2, 1, 39, 50)  # Good Friday, Easter Monday, Ascension Day, Whit Monday
    vast = {date(jaar, 1, 1), date(jaar, 5, 5), date(jaar, 12, 25), date(jaar, 12, 26)}
    return frozenset(vast | {_vorst(jaar)} | {pasen + timedelta(days=n) for n in ten_opzichte_van_pasen})


def eerste_paasdag(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, valid for every year). [K]"""
    gulden = jaar % 19
    eeuw, in_eeuw = divmod(jaar, 100)
    maan = (19 * gulden + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (eeuw % 4) + 2 * (in_eeuw // 4) - maan - in_eeuw % 4) % 7
    correctie = (gulden + 11 * maan + 22 * week) // 451
    maand, dag = divmod(maan + week - 7 * correctie + 114, 31)
    return date(jaar, maand, dag + 1)


def te_laat(laatste_dag: date, voldaan_op: date | None, peildatum: date) -> bool:
    """T6: on `peildatum` the last day (after T4) is past, and the thing is not done by then. [K]

    The last day itself is in time. What was done after the peildatum is not known on it. Once
    done, it is no longer late; whether it was done in time is `op_tijd`.
    """
    return laatste_dag < peildatum and not (voldaan_op is not None and voldaan_op <= peildatum)


def op_tijd(laatste_dag: date, voldaan_op: date | None) -> bool:
    """T6: was it done on or before the last day? Not done is not in time. [K]"""
    return voldaan_op is not None and voldaan_op <= laatste_dag


def _vorst(jaar: int) -> date:
    """The birthday of the King or, up to 2013, the Queen's day; the day before when it is a Sunday."""
    dag = date(jaar, 4, 27 if jaar >= 2014 else 30)
    return dag - timedelta(days=1) if dag.weekday() == 6 else dag


def _maand(dag: date, maanden: int) -> tuple[int, int]:
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return jaar, maand + 1


def _laatste_van_maand(dag: date, maanden: int) -> date:
    jaar, maand = _maand(dag, maanden)
    return date(jaar, maand, calendar.monthrange(jaar, maand)[1])


def _zelfde_dag(dag: date, maanden: int) -> date | None:
    """The same day number so many months on; None where that month has no such day."""
    laatste = _laatste_van_maand(dag, maanden)
    return laatste.replace(day=dag.day) if dag.day <= laatste.day else None
