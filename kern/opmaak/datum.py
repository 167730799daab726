"""Dates as people type and read them: day-month-year, possibly with an unknown day or month."""

import re
from datetime import date

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2100
_SCHEIDING = r"\s*[-/.\s]\s*"
_DAG_MAAND_JAAR = re.compile(
    rf"(?:(\d{{1,2}}){_SCHEIDING})?(?:(\d{{1,2}}){_SCHEIDING})?(\d{{1,4}})", re.ASCII
)
_JAAR_MAAND_DAG = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_ACHT_CIJFERS = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)


class Datumfout(ValueError):
    """A typed date that cannot be used; `code` says why: vorm, eeuw, jaar or bestaat_niet."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def lees_delen(tekst: str) -> tuple[int, int, int]:
    """Day, month and year as typed; 0 where the day, or day and month, are left out or written as 0.

    Separators are -, /, . and space; eight digits in a row are ddmmjjjj, for a telephone's keypad
    without a dash; jjjj-mm-dd is read too. Only the year is looked at: 1900 up to and including
    2100, or 0 where all is unknown. Datumfout with `vorm`, `eeuw` (a year of two digits) or `jaar`.
    """
    schoon = tekst.strip()
    if treffer := _JAAR_MAAND_DAG.fullmatch(schoon):
        jaar, maand, dag = treffer.groups()
    elif treffer := _ACHT_CIJFERS.fullmatch(schoon) or _DAG_MAAND_JAAR.fullmatch(schoon):
        dag, maand, jaar = treffer.groups()
    else:
        raise Datumfout("vorm")
    if maand is None:  # one number before the year is the month
        dag, maand = None, dag
    if len(jaar) < 4:
        raise Datumfout("eeuw" if len(jaar) == 2 else "vorm")
    delen = (int(dag or 0), int(maand or 0), int(jaar))
    if delen != (0, 0, 0) and not EERSTE_JAAR <= delen[2] <= LAATSTE_JAAR:
        raise Datumfout("jaar")
    return delen


def lees_datum(tekst: str) -> date:
    """The date that was typed, with its day and month. Datumfout, also with `bestaat_niet`."""
    dag, maand, jaar = lees_delen(tekst)
    if _is_onvolledig(tekst, dag, maand):
        raise Datumfout("vorm")
    try:
        return date(jaar, maand, dag)
    except ValueError as fout:
        raise Datumfout("bestaat_niet") from fout


def schrijf_datum(dag: date) -> str:
    """The date as the forms and tables show it: 28-3-2017."""
    return f"{dag.day}-{dag.month}-{dag.year}"


def _is_onvolledig(tekst: str, dag: int, maand: int) -> bool:
    """No day or month typed at all; a typed 0 is a date that does not exist, not half a date."""
    geschreven_nullen = len(re.findall(r"\d+", tekst)) == 3 or _ACHT_CIJFERS.fullmatch(tekst.strip())
    return not (dag and maand) and not geschreven_nullen
