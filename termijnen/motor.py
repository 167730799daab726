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

Terms without a dossier have a function and a lock of their own: there is no dossier to lock, and they are so few that
each rule is always asked as a whole. The lock is taken last of all, as the act that calls it is otherwise done: whoever
waits for it holds nothing that its holder still wants.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection
from django.db.models import DateField, Value
from django.db.models.functions import Cast

from kern.contract import Termijnregel
from kern.register import register

_DAGEN = ("gelegenheid", "begint_op", "vervalt_op", "voldaan_op")
KOLOMMEN = ("dossier", "gezin", *_DAGEN, "gestopt_op")
KOLOMMEN_ONDERWERP = ("onderwerp", *_DAGEN)
# of pg_advisory_xact_lock: who computes or decides about a term without a dossier comes one after the other
ONDERWERPSLOT = 7_169_410_015
# From so many dossiers on each statement is planned for them: the plan that a connection keeps is for a few, and
# took five times as long for a night of 100,000 (measured).
VEEL = 500


@dataclass(frozen=True)
class _Soort:
    """How the rows of a rule stand in the table: those of a dossier, or those of another subject."""

    kolommen: tuple[str, ...]  # of the question
    velden: str  # of the table, in the same order
    uniek: str
    waar: str
    """Which rows of the table are of this kind."""
    gelijk: str
    anders: str
    rest: tuple[str, str] = ("", "")
    """Columns of the table that the question does not have, and what stands in them."""
    sleutels: tuple[str, str] = ("", "")
    """Which of them a computation is about, in the question and in the table; empty for all."""


_DOSSIER = _Soort(
    kolommen=KOLOMMEN,
    velden="statushouder_id, gezin_id, gelegenheid, begint_op, vervalt_op, voldaan_op, gestopt_op",
    uniek="(statushouder_id, code, gelegenheid)",
    waar="t.statushouder_id IS NOT NULL",
    gelijk="t.statushouder_id = b.dossier AND t.gelegenheid = b.gelegenheid",
    anders=(
        "(t.gezin_id, t.begint_op, t.vervalt_op, t.voldaan_op, t.gestopt_op)"
        " IS DISTINCT FROM (b.gezin, b.begint_op, b.vervalt_op, b.voldaan_op, b.gestopt_op)"
    ),
    rest=(", onderwerp", ", ''"),
    sleutels=("WHERE dossier = ANY (sleutels)", "AND t.statushouder_id = ANY (sleutels)"),
)
_ONDERWERP = _Soort(
    kolommen=KOLOMMEN_ONDERWERP,
    velden="onderwerp, gelegenheid, begint_op, vervalt_op, voldaan_op",
    uniek="(code, onderwerp, gelegenheid) WHERE statushouder_id IS NULL",
    waar="t.statushouder_id IS NULL",
    gelijk="t.onderwerp = b.onderwerp AND t.gelegenheid = b.gelegenheid",
    anders=(
        "(t.begint_op, t.vervalt_op, t.voldaan_op) IS DISTINCT FROM (b.begint_op, b.vervalt_op, b.voldaan_op)"
    ),
)


class Verschil(NamedTuple):
    """How many rows were added, changed and removed."""

    toegevoegd: int
    gewijzigd: int
    verwijderd: int


def bron(regel: Termijnregel) -> str:
    """The question of a rule as SQL with its parameters in it; the names and order of its columns are fixed."""
    kolommen, rijen = _soort(regel).kolommen, regel.rijen()
    samen = ", ".join(kolommen)
    if isinstance(rijen, str):
        return f"SELECT {samen} FROM ({rijen}) q"  # noqa: S608
    if "gestopt_op" in kolommen and "gestopt_op" not in rijen.query.annotations:  # nothing ends by leaving
        rijen = rijen.annotate(gestopt_op=Cast(Value(None), DateField()))
    vraag, parameters = rijen.values(*kolommen).order_by().query.sql_with_params()
    with connection.cursor() as cursor:
        ingevuld = cursor.cursor.mogrify(vraag, parameters)
    tekst: str = ingevuld.decode() if isinstance(ingevuld, bytes) else ingevuld
    return f"SELECT {samen} FROM ({tekst}) q ({samen})"  # noqa: S608


def _soort(regel: Termijnregel) -> _Soort:
    return _ONDERWERP if regel.zonder_dossier else _DOSSIER


def _regels(soort: _Soort) -> list[tuple[str, Termijnregel]]:
    """The rules of a kind, each with the code of its domain."""
    return [(domein.code, regel) for domein, regel in register.termijnregels() if _soort(regel) is soort]


def _codes(soort: _Soort) -> str:
    return ", ".join(f"'{regel.code}'" for _domein, regel in _regels(soort)) or "''"


def functie() -> str:
    """The SQL that makes the functions from all rules; running it again changes nothing.

    `wi_termijnen_bij(bigint[])` gives how many rows it added, changed and removed, for these dossiers and for all
    members of their families: the term of a family stands on the dossier of its head. `wi_termijnen_anders()`
    gives the dossiers of which a row stands otherwise than a fresh computation gives, in order. Compiling their
    plans costs more than it saves (measured), and joins of all dossiers want room. `wi_onderwerpen_bij(text)` does
    the same for what is of no dossier, of one domain or (empty) of all.
    """
    return _functie_bij() + _functie_anders() + _functie_onderwerpen()


def _functie_bij() -> str:
    codes = _codes(_DOSSIER)
    stappen = "\n".join(_stap(regel) for _domein, regel in _regels(_DOSSIER))
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
        SELECT DISTINCT dossier FROM ({_anders(_DOSSIER)}) alle
    ) wie
$anders$;
REVOKE ALL ON FUNCTION wi_termijnen_anders() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wi_termijnen_anders() TO staf;
"""  # noqa: S608


def _functie_onderwerpen() -> str:
    stappen = "\n".join(
        f"    IF domein IN ('', '{code}') THEN{_stap(regel)}\n    END IF;"
        for code, regel in _regels(_ONDERWERP)
    )
    return f"""
CREATE OR REPLACE FUNCTION wi_onderwerpen_bij(
    domein text, OUT toegevoegd bigint, OUT gewijzigd bigint, OUT verwijderd bigint
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $onderwerpen$
DECLARE
    nieuw bigint; anders bigint; weg bigint;
BEGIN
    PERFORM pg_advisory_xact_lock({ONDERWERPSLOT});
    toegevoegd := 0; gewijzigd := 0; verwijderd := 0;
    IF domein = '' THEN
        DELETE FROM termijnen_termijn WHERE statushouder_id IS NULL AND code NOT IN ({_codes(_ONDERWERP)});
        GET DIAGNOSTICS verwijderd = ROW_COUNT;
    END IF;
{stappen}
END $onderwerpen$;
REVOKE ALL ON FUNCTION wi_onderwerpen_bij(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wi_onderwerpen_bij(text) TO staf;
"""  # noqa: S608


def _stap(regel: Termijnregel) -> str:
    soort = _soort(regel)
    vraag, tabel = soort.sleutels
    van_regel = f"t.code = '{regel.code}' AND {soort.waar} {tabel}"
    return f"""
    WITH b AS MATERIALIZED ({bron(regel)} {vraag}),
    verdwenen AS (
        DELETE FROM termijnen_termijn t WHERE {van_regel}
            AND NOT EXISTS (SELECT FROM b WHERE {soort.gelijk}) RETURNING 1
    ),
    te_zetten AS (
        SELECT b.* FROM b LEFT JOIN termijnen_termijn t ON {van_regel} AND {soort.gelijk}
        WHERE t.id IS NULL OR {soort.anders} ORDER BY b.{soort.kolommen[0]}, b.gelegenheid
    ),
    gezet AS (
        INSERT INTO termijnen_termijn AS t (code, {soort.velden}{soort.rest[0]})
        SELECT '{regel.code}', {", ".join(soort.kolommen)}{soort.rest[1]} FROM te_zetten
        ON CONFLICT {soort.uniek} DO UPDATE SET gezin_id = excluded.gezin_id,
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


def werk_onderwerpen_bij(domein: str) -> Verschil:
    """Compute the terms without a dossier of this domain anew, or (empty) of all, in the transaction that runs."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM wi_onderwerpen_bij(%s)", [domein])
        return Verschil(*cursor.fetchone())


def vergrendel_onderwerpen() -> None:
    """Until the end of the transaction nobody else computes or decides about a term without a dossier."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONDERWERPSLOT])


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
    delen = " UNION ALL ".join(
        f"SELECT code FROM ({_anders(soort)}) deel"  # noqa: S608
        for soort in (_DOSSIER, _ONDERWERP)
    )
    return f"SELECT code, count(*) AS aantal FROM ({delen}) alle GROUP BY code ORDER BY code"  # noqa: S608


def _anders(soort: _Soort) -> str:
    """Code and dossier of each row of a kind that stands otherwise than its rule says, or of which there is no rule.

    Without a dossier it is the key of the subject.
    """
    vraag, tabel = soort.kolommen[0], soort.velden.split(",", maxsplit=1)[0]
    delen = [
        f"""SELECT '{regel.code}' AS code, coalesce(b.{vraag}, t.{tabel}) AS {vraag} FROM ({bron(regel)}) b
            FULL JOIN (SELECT * FROM termijnen_termijn t WHERE t.code = '{regel.code}' AND {soort.waar}) t
                ON {soort.gelijk}
            WHERE t.id IS NULL OR b.{vraag} IS NULL OR {soort.anders}"""  # noqa: S608
        for _domein, regel in _regels(soort)
    ]
    delen.append(
        f"""SELECT t.code, t.{tabel} FROM termijnen_termijn t
            WHERE t.code NOT IN ({_codes(soort)}) AND {soort.waar}"""  # noqa: S608
    )
    return " UNION ALL ".join(delen)
