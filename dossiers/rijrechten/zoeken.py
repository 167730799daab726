"""Looking up names by their indexes under row-level security.

A policy goes before every condition that is not leakproof, and neither the letters (`LIKE`, trigrams) nor the
sounds (arrays that overlap) of a name are: under a policy each search would read everybody (measured at 100,000
persons: 130 ms against 25). So a function of the owner looks in the index and gives keys: to a partner of those
who were referred, to the others of all but the shielded. The question that asks for them reads their rows under
the policies as ever, which leave a consulent the adults.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.db.models.expressions import RawSQL

from dossiers.models.persoon import StatushouderQuerySet

Woordklanken = Sequence[Sequence[str]]

FUNCTIE = r"""
CREATE OR REPLACE FUNCTION wi_op_naam(vraag jsonb) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100 AS $$
DECLARE waar text;
BEGIN
    SELECT string_agg(deel, ' AND ') INTO waar FROM (
        SELECT format('s.sorteernaam LIKE %L',
                      '%' || regexp_replace(zoeknaam(woord), '([\\%_])', '\\\1', 'g') || '%') AS deel
        FROM jsonb_array_elements_text(vraag -> 'letters') woord
        UNION ALL
        SELECT format('s.sorteernaam %%> %L', zoeknaam(woord)) FROM jsonb_array_elements_text(vraag -> 'lijkt') woord
        UNION ALL
        SELECT '(' || string_agg((
            SELECT '(' || string_agg(
                format('s.zoeksleutels && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(klanken))), ' AND '
            ) || ')' FROM jsonb_array_elements(samen) klanken
        ), ' OR ') || ')' FROM jsonb_array_elements(vraag -> 'klanken') samen HAVING count(*) > 0
    ) delen;
    IF waar IS NULL THEN
        RETURN;
    END IF;
    IF current_setting('role') = 'partner' THEN
        waar := waar || ' AND CASE WHEN s.id <= $1 THEN get_bit($2, s.id) = 1 ELSE false END';
        RETURN QUERY EXECUTE 'SELECT s.id FROM dossiers_statushouder s WHERE ' || waar USING wi_hoogste(), wi_bits();
    ELSE
        RETURN QUERY EXECUTE 'SELECT s.id FROM dossiers_statushouder s WHERE ' || waar || ' AND s.id <> ALL ($1)'
            USING wi_verborgen();
    END IF;
END $$;
REVOKE ALL ON FUNCTION wi_op_naam(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wi_op_naam(jsonb) TO staf, partner;
"""


def met_letters(rijen: StatushouderQuerySet, woorden: Sequence[str]) -> StatushouderQuerySet:
    """Of these rows those in whose name all these words stand, as pieces of it; nobody without a word."""
    return _op_naam(rijen, letters=list(woorden))


def met_klanken(rijen: StatushouderQuerySet, keuzes: Sequence[Woordklanken]) -> StatushouderQuerySet:
    """Of these rows those with the sounds of at least one choice: of each of its words one sound at least."""
    return _op_naam(
        rijen, klanken=[[list(klanken) for klanken in keuze] for keuze in keuzes if keuze and all(keuze)]
    )


def met_gelijkende_letters(rijen: StatushouderQuerySet, woorden: Sequence[str]) -> StatushouderQuerySet:
    """Of these rows those with words that have most groups of three letters in common with all of these (pg_trgm)."""
    return _op_naam(rijen, lijkt=list(woorden))


def _op_naam(rijen: StatushouderQuerySet, **vraag: list[Any]) -> StatushouderQuerySet:
    return rijen.filter(pk__in=RawSQL("SELECT wi_op_naam(%s::jsonb)", [json.dumps(vraag)]))
