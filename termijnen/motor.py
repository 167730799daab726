"""The one statement per rule that keeps the terms, as a function of the database that is made from the rules.

It runs as its owner, so that the terms of a dossier are the same whoever touched it: a clerk who may not know of
a relative, a consulent or a partner sees only a part of what a rule asks. In one transaction the dossiers are
locked first, with their families and in the order of their keys, as every act does; only then each rule is
asked, with a snapshot of its own under READ COMMITTED: so a computation that began before a colleague committed
never writes an old date back (measured: without the lock 274 of 300 rows were stale). Rows that change are
picked first, by a join against what stands there: where nothing changes nothing is locked or written.

For everybody the dossiers that differ are asked first, by a function that only reads (`anders`). No lock is needed
for that: whoever changes a fact computes the terms in the same transaction, so what is equal in one snapshot is
right in it and needs nothing. What differs is then computed as above, with the lock and a new snapshot.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection
from django.db.models import DateField, Value
from django.db.models.functions import Cast

from kern.contract import Termijnregel
from kern.register import register

KOLOMMEN = ("dossier", "gezin", "gelegenheid", "begint_op", "vervalt_op", "voldaan_op", "gestopt_op")
# From so many dossiers on each statement is planned for them: the plan that a connection keeps is for a few, and
# took five times as long for a night of 100,000 (measured).
VEEL = 500
_ANDERS = (
    "(t.gezin_id, t.begint_op, t.vervalt_op, t.voldaan_op, t.gestopt_op)"
    " IS DISTINCT FROM (b.gezin, b.begint_op, b.vervalt_op, b.voldaan_op, b.gestopt_op)"
)


class Verschil(NamedTuple):
    """How many rows were added, changed and removed."""

    toegevoegd: int
    gewijzigd: int
    verwijderd: int


def bron(regel: Termijnregel) -> str:
    """The question of a rule as SQL with its parameters in it; the names and order of its columns are fixed."""
    rijen = regel.rijen()
    if "gestopt_op" not in rijen.query.annotations:  # of this rule nothing ends by leaving
        rijen = rijen.annotate(gestopt_op=Cast(Value(None), DateField()))
    vraag, parameters = rijen.values(*KOLOMMEN).order_by().query.sql_with_params()
    with connection.cursor() as cursor:
        ingevuld = cursor.cursor.mogrify(vraag, parameters)
    tekst: str = ingevuld.decode() if isinstance(ingevuld, bytes) else ingevuld
    return f"SELECT {', '.join(KOLOMMEN)} FROM ({tekst}) q ({', '.join(KOLOMMEN)})"  # noqa: S608


def functie() -> str:
    """The SQL that makes the functions from all rules; running it again changes nothing.

    `wi_termijnen_bij(bigint[])` gives how many rows it added, changed and removed, for these dossiers and for all
    members of their families: the term of a family stands on the dossier of its head. `wi_termijnen_anders()`
    gives the dossiers of which a row stands otherwise than a fresh computation gives, in order. Compiling their
    plans costs more than it saves (measured), and joins of all dossiers want room.
    """
    return _functie_bij() + _functie_anders()


def _functie_bij() -> str:
    regels = [regel for _domein, regel in register.termijnregels()]
    codes = ", ".join(f"'{regel.code}'" for regel in regels) or "''"
    stappen = "\n".join(_stap(regel) for regel in regels)
    return f"""
CREATE OR REPLACE FUNCTION wi_termijnen_bij(
    dossiers bigint[], OUT toegevoegd bigint, OUT gewijzigd bigint, OUT verwijderd bigint
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $termijnen$
DECLARE
    sleutels bigint[];
    nieuw bigint; anders bigint; weg bigint;
BEGIN
    PERFORM wi_vergrendel(dossiers, false);
    IF cardinality(dossiers) > {VEEL} THEN
        PERFORM set_config('plan_cache_mode', 'force_custom_plan', true);
    END IF;
    SELECT coalesce(array_agg(sleutel ORDER BY sleutel), '{{}}') INTO sleutels FROM (
        SELECT unnest(dossiers) AS sleutel
        UNION
        SELECT ander.statushouder_id FROM dossiers_gezinslid lid
        JOIN dossiers_gezinslid ander USING (gezin_id)
        WHERE lid.statushouder_id = ANY (dossiers)
    ) wie;
    toegevoegd := 0; gewijzigd := 0;
    DELETE FROM termijnen_termijn WHERE statushouder_id = ANY (sleutels) AND code NOT IN ({codes});
    GET DIAGNOSTICS verwijderd = ROW_COUNT;
{stappen}
END $termijnen$;
REVOKE ALL ON FUNCTION wi_termijnen_bij(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wi_termijnen_bij(bigint[]) TO staf, partner;
"""  # noqa: S608


def _functie_anders() -> str:
    return f"""
CREATE OR REPLACE FUNCTION wi_termijnen_anders() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '64MB' AS $anders$
    SELECT coalesce(array_agg(dossier ORDER BY dossier), '{{}}') FROM (
        SELECT DISTINCT dossier FROM ({_anders()}) alle
    ) wie
$anders$;
REVOKE ALL ON FUNCTION wi_termijnen_anders() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wi_termijnen_anders() TO staf;
"""  # noqa: S608


def _stap(regel: Termijnregel) -> str:
    van_regel = f"t.code = '{regel.code}' AND t.statushouder_id = ANY (sleutels)"
    gelijk = "t.statushouder_id = b.dossier AND t.gelegenheid = b.gelegenheid"
    return f"""
    WITH b AS MATERIALIZED ({bron(regel)} WHERE dossier = ANY (sleutels)),
    verdwenen AS (
        DELETE FROM termijnen_termijn t WHERE {van_regel} AND NOT EXISTS (SELECT FROM b WHERE {gelijk}) RETURNING 1
    ),
    te_zetten AS (
        SELECT b.* FROM b LEFT JOIN termijnen_termijn t ON {van_regel} AND {gelijk}
        WHERE t.id IS NULL OR {_ANDERS} ORDER BY b.dossier, b.gelegenheid
    ),
    gezet AS (
        INSERT INTO termijnen_termijn AS t
            (code, statushouder_id, gezin_id, gelegenheid, begint_op, vervalt_op, voldaan_op, gestopt_op)
        SELECT '{regel.code}', dossier, gezin, gelegenheid, begint_op, vervalt_op, voldaan_op, gestopt_op FROM te_zetten
        ON CONFLICT (statushouder_id, code, gelegenheid) DO UPDATE SET gezin_id = excluded.gezin_id,
            begint_op = excluded.begint_op, vervalt_op = excluded.vervalt_op, voldaan_op = excluded.voldaan_op,
            gestopt_op = excluded.gestopt_op
        RETURNING (xmax = 0) AS is_nieuw
    )
    SELECT (SELECT count(*) FILTER (WHERE is_nieuw) FROM gezet),
        (SELECT count(*) FILTER (WHERE NOT is_nieuw) FROM gezet), (SELECT count(*) FROM verdwenen)
    INTO nieuw, anders, weg;
    toegevoegd := toegevoegd + nieuw; gewijzigd := gewijzigd + anders; verwijderd := verwijderd + weg;"""  # noqa: S608


def werk_bij(sleutels: Iterable[int]) -> Verschil:
    """Compute the terms of these dossiers and their families anew, in the transaction that runs."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM wi_termijnen_bij(%s::bigint[])", [list(sleutels)])
        return Verschil(*cursor.fetchone())


def anders() -> list[int]:
    """Keys of all dossiers of which a row stands otherwise than a fresh computation gives, in order; it only reads."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT wi_termijnen_anders()")
        sleutels: list[int] = cursor.fetchone()[0]
        return sleutels


def onvers() -> list[tuple[str, int]]:
    """By code of a rule: how many rows stand there otherwise than a fresh computation gives; none is left out.

    Asked as the municipality, who sees all. Rows of a rule that is no longer there count under its code.
    """
    with connection.cursor() as cursor:
        cursor.execute(vraag_onvers())
        return [(code, aantal) for code, aantal in cursor.fetchall()]


def vraag_onvers() -> str:
    """The question of `onvers` as SQL without parameters: those of the rules are in it."""
    return f"SELECT code, count(*) AS aantal FROM ({_anders()}) alle GROUP BY code ORDER BY code"  # noqa: S608


def _anders() -> str:
    """Code and dossier of each row that stands otherwise than its rule says, or of which there is no rule."""
    regels = [regel for _domein, regel in register.termijnregels()]
    delen = [
        f"""SELECT '{regel.code}' AS code, coalesce(b.dossier, t.statushouder_id) AS dossier FROM ({bron(regel)}) b
            FULL JOIN (SELECT * FROM termijnen_termijn WHERE code = '{regel.code}') t
                ON t.statushouder_id = b.dossier AND t.gelegenheid = b.gelegenheid
            WHERE t.id IS NULL OR b.dossier IS NULL OR {_ANDERS}"""  # noqa: S608
        for regel in regels
    ]
    bekend = ", ".join(f"'{regel.code}'" for regel in regels) or "''"
    delen.append(
        f"SELECT code, statushouder_id FROM termijnen_termijn WHERE code NOT IN ({bekend})"  # noqa: S608
    )
    return " UNION ALL ".join(delen)
