"""Ages with birth dates that are known in part (rules A1 to A3)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from kern.kalender import na
from kern.opmaak.datum import Datumfout, lees_delen, schrijf_datum

MEERDERJARIG = 18


@dataclass(frozen=True)
class Geboortedatum:
    """A birth date as the BRP knows it: a day, a month, a year, or unknown (A2).

    `vroegst` and `laatst` are the first and last day on which the person can be born, both
    inclusive; equal when the day is known, both None when nothing is. ValueError for anything else
    than exactly one day, one whole month or one whole year. [V: behaviour of the BRP]
    """

    vroegst: date | None
    laatst: date | None

    def __post_init__(self) -> None:
        if (self.vroegst is None) != (self.laatst is None):
            raise ValueError("Een geboortedatum heeft een vroegste en een laatste dag, of geen van beide.")
        if (self.vroegst, self.laatst) not in self._bestaanbaar():
            raise ValueError("Een geboortedatum is een dag, een hele maand, een heel jaar of onbekend.")

    def _bestaanbaar(self) -> list[tuple[date | None, date | None]]:
        if not self.vroegst:
            return [(None, None)]
        jaar, maand = self.vroegst.year, self.vroegst.month
        return [(self.vroegst, self.vroegst), _maand(jaar, maand), _jaar(jaar)]

    @classmethod
    def op(cls, dag: date) -> Geboortedatum:
        """A birth date that is known to the day."""
        return cls(dag, dag)

    @classmethod
    def onbekend(cls) -> Geboortedatum:
        """Nothing is known."""
        return cls(None, None)

    @classmethod
    def lees(cls, tekst: str) -> Geboortedatum:
        """What was typed: 14-2-1981, 3-1981, 00-03-1981, 1981, 00-00-1981 or onbekend (00-00-0000).

        Separators as in `kern.opmaak.datum`. Datumfout, a ValueError, with its reason; a day
        without a month is a date that does not exist.
        """
        if tekst.strip().lower() == "onbekend":
            return cls.onbekend()
        dag, maand, jaar = lees_delen(tekst)
        if not jaar:
            return cls.onbekend()
        try:
            if dag:
                return cls.op(date(jaar, maand, dag))
            return cls(*(_maand(jaar, maand) if maand else _jaar(jaar)))
        except (ValueError, calendar.IllegalMonthError) as fout:
            raise Datumfout("bestaat_niet") from fout

    @property
    def is_volledig(self) -> bool:
        """Known to the day."""
        return self.vroegst is not None and self.vroegst == self.laatst

    @property
    def is_maand(self) -> bool:
        """Known to the month, not to the day. (No month has one day, so this cannot be a full date.)"""
        return self.vroegst is not None and not self.is_volledig and self.laatst == _maand_einde(self.vroegst)

    def __str__(self) -> str:
        """As `lees` reads it back: 14-2-1981, 3-1981, 1981, onbekend."""
        if self.vroegst is None:
            return "onbekend"
        if self.is_volledig:
            return schrijf_datum(self.vroegst)
        return f"{self.vroegst.month}-{self.vroegst.year}" if self.is_maand else str(self.vroegst.year)


def leeftijd(geboren: Geboortedatum, peildatum: date) -> int | None:
    """A2: the age in years on `peildatum` as the BRP gives it; None where it does not.

    None for unknown and for year only; with a month, None in the month of birth of every year.
    None before the birth. [V: behaviour of the BRP]
    """
    if geboren.vroegst is None or geboren.laatst is None or geboren.laatst > peildatum:
        return None
    if geboren.is_maand and geboren.vroegst.month == peildatum.month:
        return None
    if not (geboren.is_volledig or geboren.is_maand):
        return None
    return _jaren(geboren.laatst, peildatum)


def leeftijd_min(geboren: Geboortedatum, peildatum: date) -> int | None:
    """A2: the lowest age that is possible on `peildatum`; None when unknown or certainly unborn."""
    if geboren.vroegst is None or geboren.laatst is None or geboren.vroegst > peildatum:
        return None
    return max(0, _jaren(geboren.laatst, peildatum))


def leeftijd_max(geboren: Geboortedatum, peildatum: date) -> int | None:
    """A2: the highest age that is possible on `peildatum`; None when unknown or certainly unborn."""
    if geboren.vroegst is None or geboren.vroegst > peildatum:
        return None
    return _jaren(geboren.vroegst, peildatum)


def leeftijd_in_woorden(geboren: Geboortedatum, peildatum: date) -> str:
    """The age as every page writes it: 36, "35 of 36" where the birth is known in part, or onbekend.

    In whole years, without the word; of who is certainly unborn onbekend.
    """
    jongst, oudst = leeftijd_min(geboren, peildatum), leeftijd_max(geboren, peildatum)
    if jongst is None or oudst is None:
        return "onbekend"
    return str(jongst) if jongst == oudst else f"{jongst} of {oudst}"


def minderjarig(geboren: Geboortedatum, peildatum: date) -> bool | None:
    """A3: under 18 on `peildatum`, the 18th birthday excluded; None where it can be either.

    [K: Burgerlijk Wetboek 1:233]
    """
    jongst, oudst = leeftijd_min(geboren, peildatum), leeftijd_max(geboren, peildatum)
    if jongst is None or oudst is None or jongst < MEERDERJARIG <= oudst:
        return None
    return oudst < MEERDERJARIG


def verjaardag(geboren: date, jaren: int) -> date:
    """A1: the day on which an age is reached. Born on 29 February: 1 March in a common year.

    [V: behaviour of the BRP]
    """
    jaar = geboren.year + jaren
    if (geboren.month, geboren.day) == (2, 29) and not calendar.isleap(jaar):
        return date(jaar, 3, 1)
    return geboren.replace(year=jaar)


def eerste_verjaardag(geboren: Geboortedatum, jaren: int) -> date | None:
    """A2: the first day on which the age can be reached: where a chain that protects starts. [O: default]"""
    return verjaardag(geboren.vroegst, jaren) if geboren.vroegst else None


def laatste_verjaardag(geboren: Geboortedatum, jaren: int) -> date | None:
    """A2: the last day on which the age can be reached: for a sanction or an end of help. [O: default]"""
    return verjaardag(geboren.laatst, jaren) if geboren.laatst else None


def uiterlijk_geboren(jaren: int, peildatum: date) -> date:
    """A1 for queries: who is born on or before this day has reached the age on `peildatum`.

    `geboren_laatst <= uiterlijk_geboren(18, dag)` finds who is certainly 18, `geboren_vroegst <=`
    the same day who may be.
    """
    return na(peildatum, -12 * jaren)


def _jaren(geboren: date, peildatum: date) -> int:
    """Whole years, negative before the birth."""
    jaren = peildatum.year - geboren.year
    return jaren if verjaardag(geboren, jaren) <= peildatum else jaren - 1


def _maand_einde(dag: date) -> date:
    return dag.replace(day=calendar.monthrange(dag.year, dag.month)[1])


def _maand(jaar: int, maand: int) -> tuple[date, date]:
    begin = date(jaar, maand, 1)
    return begin, _maand_einde(begin)


def _jaar(jaar: int) -> tuple[date, date]:
    return date(jaar, 1, 1), date(jaar, 12, 31)
