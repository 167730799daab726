"""The rows of the terms of the budget: which month, from when, until when, and when it was done. Never by today."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from financien.models import Boeking, Periodeafsluiting
from kern import schrijfwijze
from kern.models import Plan

# A month has one row that is not opened again, so at most one day on which it was closed.
_MAANDEN = f"""
SELECT to_char(maand, 'YYYY-MM') AS onderwerp, '' AS gelegenheid,
    (maand + interval '1 month')::date AS begint_op,
    (maand + interval '2 months' - interval '1 day')::date AS vervalt_op,
    (SELECT a.afgesloten_op FROM {Periodeafsluiting._meta.db_table} a
        WHERE a.maand = reeks.maand::date AND a.heropend_op IS NULL) AS voldaan_op
FROM generate_series(
    (SELECT date_trunc('month', min(boekdatum)::timestamp) FROM {Boeking._meta.db_table}),
    (SELECT make_date(max(jaar::int), 12, 1)::timestamp
        FROM {Plan._meta.db_table} p, jsonb_array_elements_text(p.jaren) jaar),
    interval '1 month'
) reeks (maand)
"""  # noqa: S608  (names of our own tables)


def maanden_te_sluiten() -> str:
    """Each month from that of the first entry up to the end of the plan, to be closed within the month after it.

    A month that was opened again is to be closed again. As SQL: no table has the months.
    """
    return _MAANDEN


def maandnamen(onderwerpen: Collection[str]) -> dict[str, str]:
    """By key of a month: maart 2017."""
    return {code: schrijfwijze.maand(date.fromisoformat(f"{code}-01")) for code in onderwerpen}
