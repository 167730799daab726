"""The rows of the terms of the budget: which month, from when, until when, and when it was done. Never by today."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from financien.models import Boeking, Periodeafsluiting
from kern import schrijfwijze
from kern.models import Plan

# The months, and the closings of each that held at the end of a day: one that was undone on its own day never did.
# A month is to be closed, and each time that it is opened again it is to be closed anew: those are its occasions. So
# at a day before it was opened again it is as closed as it was then.
_MAANDEN = f"""
WITH reeks AS (
    SELECT maand::date, (maand + interval '1 month')::date AS begint_op,
        (maand + interval '2 months' - interval '1 day')::date AS vervalt_op
    FROM generate_series(
        (SELECT date_trunc('month', min(boekdatum)::timestamp) FROM {Boeking._meta.db_table}),
        (SELECT make_date(max(jaar::int), 12, 1)::timestamp
            FROM {Plan._meta.db_table} p, jsonb_array_elements_text(p.jaren) jaar),
        interval '1 month'
    ) reeks (maand)
), dicht AS (
    SELECT maand, afgesloten_op, heropend_op, row_number() OVER (PARTITION BY maand ORDER BY id) AS keer,
        lead(afgesloten_op) OVER (PARTITION BY maand ORDER BY id) AS weer_dicht
    FROM {Periodeafsluiting._meta.db_table} WHERE heropend_op IS NULL OR heropend_op > afgesloten_op
)
SELECT to_char(reeks.maand, 'YYYY-MM') AS onderwerp, '' AS gelegenheid, begint_op, vervalt_op,
    dicht.afgesloten_op AS voldaan_op
FROM reeks LEFT JOIN dicht ON dicht.maand = reeks.maand AND dicht.keer = 1
UNION ALL
SELECT to_char(reeks.maand, 'YYYY-MM'), 'heropend ' || to_char(heropend_op, 'YYYY-MM-DD'), heropend_op,
    (date_trunc('month', heropend_op::timestamp) + interval '2 months' - interval '1 day')::date, weer_dicht
FROM reeks JOIN dicht ON dicht.maand = reeks.maand AND dicht.heropend_op IS NOT NULL
"""  # noqa: S608  (names of our own tables)


def maanden_te_sluiten() -> str:
    """Each month from that of the first entry up to the end of the plan, to be closed within the month after it.

    A month that was opened again is to be closed again within the month after the one in which it was opened. That is
    always later than the day that it had, for no month closes before it is over. As SQL: no table has the months.
    """
    return _MAANDEN


def maandnamen(onderwerpen: Collection[str]) -> dict[str, str]:
    """By key of a month: maart 2017."""
    return {code: schrijfwijze.maand(date.fromisoformat(f"{code}-01")) for code in onderwerpen}
