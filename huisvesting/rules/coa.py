"""Our count beside COA's: which persons make the difference, and why. Pure functions. Source: rekenregels H9.

Our count goes by the start of the tenancy, COA's date decides the official figure and stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kern.opmaak.datum import schrijf_datum

ONBEKEND_HIER = "Onbekend bij ons: er is geen dossier met dit V-nummer."
ONBEKEND_DAAR = "Staat niet op de lijst van COA."
WEG_DAAR = "Staat niet meer op de lijst van COA."
DUBBEL_DAAR = "Staat twee keer op de lijst van COA."
NOG_NIET_DAAR = "COA heeft nog geen dag waarop deze persoon is gehuisvest."


# By how the sentence begins: the kind of reason in a few words.
_SOORTEN = {
    "Andere datum": "Andere datum",
    "Telt bij ons niet mee": "Telt bij ons niet mee",
    ONBEKEND_HIER: "Onbekend bij ons",
    ONBEKEND_DAAR: "Onbekend bij COA",
    WEG_DAAR: "Niet meer bij COA",
    NOG_NIET_DAAR: "Bij COA nog niet gehuisvest",
    DUBBEL_DAAR: "Dubbel bij COA",
}


@dataclass(frozen=True, kw_only=True)
class Naastelkaar:
    """One person in both counts: the days from which we and COA count them, None where one does not.

    `regel`: there is a row of COA's list, `persoon`: there is a dossier (primary key). `afgehaald` is the day
    from which another municipality counts them (H8). `dubbel`: the list has another row of the same person.
    `stond_op`: not on the newest list, but on the one before it, with this day.
    """

    persoon: int | None
    regel: int | None
    wij: date | None
    coa: date | None
    afgehaald: date | None = None
    dubbel: bool = False
    stond_op: date | None = None


def telt_bij_ons(rij: Naastelkaar, peildatum: date) -> bool:
    """Counts here at the end of the peildatum."""
    return _geldt(rij.wij, peildatum) and not afgehaald(rij, peildatum)


def afgehaald(rij: Naastelkaar, peildatum: date) -> bool:
    """Another municipality counts them by the end of the peildatum (H8)."""
    return _geldt(rij.afgehaald, peildatum)


def telt_bij_coa(rij: Naastelkaar, peildatum: date) -> bool:
    """Counts for COA at the end of the peildatum."""
    return _geldt(rij.coa, peildatum)


def reden(rij: Naastelkaar, peildatum: date, waarom_niet: Callable[[int], str]) -> str:
    """Why this person makes a difference, in Dutch; empty for who makes none at the peildatum.

    `waarom_niet` gives the rule by which somebody with a dossier does not count here, or no longer.
    """
    hier, daar = telt_bij_ons(rij, peildatum), telt_bij_coa(rij, peildatum)
    if rij.persoon is None or rij.dubbel:
        return (ONBEKEND_HIER if rij.persoon is None else DUBBEL_DAAR) if daar else ""
    if daar and not hier and (rij.wij is None or afgehaald(rij, peildatum)):
        return f"Telt bij ons niet mee. {waarom_niet(rij.persoon)}"
    return _andere_dag(rij) if hier or daar else ""


def _andere_dag(rij: Naastelkaar) -> str:
    """Why the days of both counts are not the same; empty where they are."""
    if rij.regel is None:
        return ONBEKEND_DAAR
    if rij.stond_op:
        return f"{WEG_DAAR} Op de vorige lijst stond {schrijf_datum(rij.stond_op)}."
    if rij.coa is None:
        return NOG_NIET_DAAR
    if rij.wij and rij.wij != rij.coa:
        return f"Andere datum: bij ons {schrijf_datum(rij.wij)}, bij COA {schrijf_datum(rij.coa)}."
    return ""


def verschildagen(rij: Naastelkaar, peildatum: date) -> set[date]:
    """The days by which the counts differ; not the day from which both counted who was taken over since."""
    dagen = {rij.wij, rij.coa} - {None}
    if afgehaald(rij, peildatum):
        dagen = {rij.afgehaald} | (dagen if rij.wij != rij.coa else set())
    return {dag for dag in dagen if dag}


def soort_reden(zin: str) -> str:
    """The kind of a reason that `reden` gave, to count by."""
    return next(soort for begin, soort in _SOORTEN.items() if zin.startswith(begin))


def bereik(rijen: Iterable[Naastelkaar], periode_van: Callable[[date], str]) -> set[str]:
    """The periods (codes) that COA's list is about: those in which we and the list have somebody in common.

    A single other date in another period does not make the list one of that period too. Without anybody in
    common all periods in which the list has somebody.
    """
    op_lijst = [rij for rij in rijen if rij.coa]
    samen = {
        periode_van(rij.coa)
        for rij in op_lijst
        if rij.coa and rij.wij and periode_van(rij.coa) == periode_van(rij.wij)
    }
    return samen or {periode_van(rij.coa) for rij in op_lijst if rij.coa}


def verschillen(
    rijen: Sequence[Naastelkaar],
    *,
    peildatum: date,
    periodes: set[str],
    periode_van: Callable[[date], str],
    waarom_niet: Callable[[int], str],
) -> list[tuple[Naastelkaar, str]]:
    """Who makes the difference, with the reason; who counts here outside `periodes` is compared by the list only."""
    gevonden = []
    for rij in rijen:
        buiten = rij.regel is None and not (rij.wij and periode_van(rij.wij) in periodes)
        waarom = "" if buiten else reden(rij, peildatum, waarom_niet)
        if waarom:
            gevonden.append((rij, waarom))
    return gevonden


def _geldt(dag: date | None, peildatum: date) -> bool:
    return dag is not None and dag <= peildatum
