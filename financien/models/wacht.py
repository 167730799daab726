"""What triggers have in common: a refusal that carries the name under which its sentence stands."""

from __future__ import annotations

import pgtrigger
from django.db import connection

# One lock for all months: who books shares it, who closes a month holds it alone.
MAANDSLOT = 7_169_410_016
# The day of whoever asks; NULL outside of that, and then an end that is still to come counts as ended.
VANDAAG = "nullif(current_setting('app.dag', true), '')::date"
# An import is taken back inside this context (`uitwisseling.actions.maak_ongedaan`).
_NEEMT_TERUG = """(nullif(current_setting('pghistory.context_id', true), '') IS NOT NULL
    AND nullif(current_setting('pghistory.context_metadata', true), '')::jsonb ? 'terug_van')"""


def wacht_op_boekers() -> None:
    """Hold the lock for all months, until the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MAANDSLOT])


def weiger(naam: str, melding: str) -> str:
    """PL/pgSQL that refuses under this name; what people read is in `triggerzinnen` of the model."""
    return f"RAISE EXCEPTION '{melding}' USING ERRCODE = 'check_violation', CONSTRAINT = '{naam}';"


def blijft(naam: str, melding: str) -> pgtrigger.Trigger:
    """Rows are made, and then never change or go."""
    return pgtrigger.Trigger(
        name=naam,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=weiger(naam, melding) + " RETURN NULL;",
    )


def alleen_met_import(naam: str, melding: str) -> pgtrigger.Trigger:
    """Rows go only with the import that made them.

    Once for a statement: a row trigger of pgtrigger catches an error for each row, and that walks all that is
    deferred in the transaction (measured: taking back 50,000 rows would not end).
    """
    return pgtrigger.Trigger(
        name=naam,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Delete,
        referencing=verwijst_naar(old="rijen"),
        func=f"""IF EXISTS (SELECT FROM rijen) AND NOT {_NEEMT_TERUG} THEN {weiger(naam, melding)} END IF;
        RETURN NULL;""",
    )


def maand_open(naam: str, rijen: str) -> str:
    """PL/pgSQL of a statement trigger: none of these days (`SELECT boekdatum ...`) is in a closed month.

    It waits for who closes a month at this moment, and then sees that it is closed.
    """
    return f"""PERFORM pg_advisory_xact_lock_shared({MAANDSLOT});
    IF EXISTS (SELECT FROM financien_periodeafsluiting p JOIN ({rijen}) b
        ON b.boekdatum >= p.maand AND b.boekdatum < p.maand + interval '1 month'
        WHERE p.heropend_op IS NULL) THEN {weiger(naam, "deze maand is gesloten")} END IF; RETURN NULL;"""


def verwijst_naar(*, new: str | None = None, old: str | None = None) -> pgtrigger.Referencing:
    """The rows of a statement under a name, as they became or as they were."""
    return pgtrigger.Referencing(new=new, old=old)  # type: ignore[no-untyped-call]
