"""What may be decided about a term by hand. Pure functions; each refusal is a Dutch sentence at its field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dossiers.rules import uitstelbezwaar
from kern.kalender import Soort
from kern.opmaak.datum import schrijf_datum
from termijnen.models import Uitzonderingsoort


@dataclass(frozen=True, kw_only=True)
class Lopend:
    """What a decision is about: the term as it stands on the day of the decision."""

    soort: Soort
    bron: str
    begint_op: date
    vervalt_op: date
    gedaan_op: date | None


def bezwaren(termijn: Lopend, *, soort: str, nieuwe_datum: date | None, op: date) -> dict[str, str]:
    """By field what refuses this decision on the day `op`; empty when it may be taken.

    A term of a law has no postponement that the municipality could give (T4, T6), and the sentence says which
    article; it can be exempted. A postponement runs until a day after today and after the last day; what was done
    lies not in the future, and not before the term began.
    """
    if termijn.gedaan_op:
        return {"soort": f"Dit is al gedaan op {schrijf_datum(termijn.gedaan_op)}."}
    if soort == Uitzonderingsoort.VRIJSTELLING:
        return (
            {"nieuwe_datum": "Bij een vrijstelling hoort geen datum. Maak dit veld leeg."}
            if nieuwe_datum
            else {}
        )
    if nieuwe_datum is None:
        return {"nieuwe_datum": "Vul een datum in."}
    if soort == Uitzonderingsoort.UITSTEL:
        return _uitstel(termijn, nieuwe_datum, op)
    return _gedaan(termijn, nieuwe_datum, op)


def _uitstel(termijn: Lopend, nieuwe_datum: date, op: date) -> dict[str, str]:
    if termijn.soort == "wet":
        zin = (
            f"Dit is een termijn uit de wet ({termijn.bron}): de gemeente kan hem niet uitstellen. "
            "Vrijstellen kan wel, met de reden."
        )
        return {"soort": zin}
    zin = uitstelbezwaar(termijn.vervalt_op, nieuwe_datum, op=op)
    return {"nieuwe_datum": zin} if zin else {}


def _gedaan(termijn: Lopend, gedaan_op: date, op: date) -> dict[str, str]:
    if gedaan_op > op:
        return {"nieuwe_datum": "Deze dag moet nog komen. Vul de dag in waarop het is gedaan."}
    if gedaan_op < termijn.begint_op:
        return {"nieuwe_datum": f"De termijn begint pas op {schrijf_datum(termijn.begint_op)}."}
    return {}
