"""Until when something may be postponed: a task, and a term of another domain. A pure function."""

from __future__ import annotations

from datetime import date

from kern.opmaak.datum import schrijf_datum

NIET_UITGESTELD = "Deze taak is niet (meer) uitgesteld."


def uitstelbezwaar(laatste_dag: date, nieuwe_datum: date, *, op: date) -> str:
    """Why on the day `op` this last day cannot become `nieuwe_datum`; empty when it can.

    Only a day after today and after the last day that it has: another one postpones nothing.
    """
    if nieuwe_datum <= op:
        return "Kies een dag na vandaag."
    if nieuwe_datum <= laatste_dag:
        return f"De laatste dag is al {schrijf_datum(laatste_dag)}. Kies een dag daarna."
    return ""


def gedaanbezwaar(gedaan_op: date | None) -> str:
    """Why the last day of a task that was done on this day does not move any more; empty for one that is not done."""
    return f"Deze taak is al gedaan op {schrijf_datum(gedaan_op)}." if gedaan_op else ""
