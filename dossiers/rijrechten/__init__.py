"""Row-level security: what the database itself lets the roles `staf`, `mandaat` and `partner` see.

The policies are made from the models: every table with a key of a dossier gets one, history and tables
of later domains included, each time the migrations have run. They say the same as `zichtbaar_voor`, in
SQL; a test holds the two equal. What they need of the user stands in settings of the transaction, which
`kern.namens` fills in; without them nothing is seen.

`mandaat` (the consulent) is a member of `staf` with a policy more, that leaves adults only: so the cost of
that question is not in the plans of everybody else (measured at 100,000: 1.7 s against 0.1 s for a list).
The partner's dossiers are computed once in a statement and come as an array, so that the list goes by
the primary key (measured: a subquery for each row costs a hundred times as much).

Signing in, and keeping users, is done by the web's own role, `wi_web`, which reads nothing of persons, and by
the commands for it as the owner. The roles of the pages read of users what a page shows of a colleague, change
nothing of it, and hold no passphrase, session, second step or mail.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.db import connection, models, transaction

from dossiers.rijrechten.functies import FUNCTIES, ROLLEN, WACHTERS
from dossiers.rijrechten.regels import (
    GEEN,
    VAN_DE_GEBRUIKER,
    Regels,
    dossiersleutels,
    met_dossier,
    met_personen,
    modellen,
    naslag,
    van_organisatie,
)
from dossiers.rijrechten.vindplaatsen import functies
from dossiers.rijrechten.zoeken import FUNCTIE
from kern.namens import PARTNER, STAF
from kern.register import register
from kern.velden import AlleenBijInloggen, NietVoorPartners

__all__ = [
    "dossiersleutels",
    "met_dossier",
    "met_personen",
    "modellen",
    "naslag",
    "verouderd",
    "zet_rijrechten",
]

# What a partner may write, by column; the rest of the tables with a policy is to be read only. A partner
# answers a referral and ends it, and can neither make one nor change what it is about.
SCHRIJFBAAR_VOOR_PARTNER = {
    "Doorverwijzing": (
        "aangenomen_op, afgewezen_op, beantwoord_door_id, reden, beeindigd_op, beeindigd_door_id, einde, versie"
    ),
    # the first month is ticked by who was referred for it, and they say who guides
    "Stapstand": (
        "gedaan_op, niet_van_toepassing, reden, opmerking, door_id, organisatie_id, vestiging_id, versie"
    ),
    "Begeleidingstraject": "begeleider_id, vrijwilliger, intensiteit, tot, versie",
}
# What a partner may add, and never change.
TOEVOEGBAAR_VOOR_PARTNER = {"Vraag"}
# Tables without persons of whom a dossier is, that a partner's pages read.
LEESBAAR_VOOR_PARTNER = ("toegang_organisatie", "toegang_gebruiker", "kern_plan", "kern_bronverschil")
# Who signs in, how and from where: no page of a role asks it.
ALLEEN_INLOGGEN = (
    "django_session",
    "account_",
    "mfa_",
    "usersessions_",
    "toegang_poststuk",
    "toegang_uitnodiging",
)
# What the roles read and never write.
ALLEEN_LEZEN = ("django_", "auth_", "toegang_gebruiker")
# The read log: added to over a connection of its own, changed by nobody (only its owner could).
LEESLOG = ("toegang_leesregel", "toegang_leeszegel")
# Counts its seals, by a trigger only.
LEESTELLER = "toegang_leesteller"
# What the privacy officer found of its rows: added to, and never changed.
BEOORDELINGEN = ("toegang_leesbeoordeling",)
# What signing in, one's own second step and keeping users need; for the web's own role.
VAN_HET_INLOGGEN = ("django_session", "django_content_type", "toegang_", "account_", "mfa_", "usersessions_")
# A table has no list of rights until the first grant or revoke on it.
_KAAL = """
SELECT EXISTS (
    SELECT FROM pg_class t
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r'
      AND (t.relacl IS NULL OR t.relname = ANY (%s) AND NOT (t.relrowsecurity AND ARRAY(
          SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = t.oid
      ) @> %s::text[]))
)
"""
_SCHRIJVEN = "INSERT, UPDATE, DELETE"
_ALLES = f"SELECT, {_SCHRIJVEN}"


def _opdrachten() -> str:
    """All that makes the rights as the models ask; running it again changes nothing."""
    delen = [ROLLEN, FUNCTIES, FUNCTIE, *functies()]
    per_tabel = {model._meta.db_table: model for model in modellen()}
    geschiedenis = {model._meta.db_table for model in modellen() if hasattr(model, "pgh_tracked_model")}
    delen += _leeslog()
    for tabel in sorted({*connection.introspection.table_names()} - {*LEESLOG, LEESTELLER, *BEOORDELINGEN}):
        delen.append(f'REVOKE ALL ON "{tabel}" FROM staf, mandaat, partner, wi_web;')
        if tabel.startswith(VAN_HET_INLOGGEN):
            delen.append(f'GRANT {_ALLES} ON "{tabel}" TO wi_web;')
        if not tabel.startswith(ALLEEN_INLOGGEN):
            alleen_lezen = tabel in geschiedenis or tabel.startswith(ALLEEN_LEZEN)
            delen.append(_leest(tabel, per_tabel.get(tabel), STAF))
            delen.append("" if alleen_lezen else f'GRANT {_SCHRIJVEN} ON "{tabel}" TO {STAF};')
        if tabel in LEESBAAR_VOOR_PARTNER:
            delen.append(_leest(tabel, per_tabel[tabel], PARTNER))
    delen.append("GRANT SELECT ON django_migrations TO wi_web;")
    delen.append("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO staf, partner, wi_web, wi_log;")
    for model, regels in met_dossier().items():
        delen += _beleid(model, regels)
    delen.append("DROP FUNCTION IF EXISTS wi_bits(text);")  # what an earlier version of the policies called
    delen += [domein.databank() for domein in register if domein.databank]
    return "\n".join(delen)


def _leeslog() -> Iterator[str]:
    """Adding to the log and nothing else; its key and its moment are for the database alone.

    What the privacy officer found is written by Django, which names every column.
    """
    yield f"REVOKE ALL ON {LEESTELLER} FROM staf, partner, wi_web, wi_log;"
    yield f"GRANT SELECT ON {LEESTELLER} TO staf, wi_log;"
    for tabel in (*LEESLOG, *BEOORDELINGEN):
        [model] = [model for model in modellen() if model._meta.db_table == tabel]
        kolommen = ", ".join(
            veld.column
            for veld in model._meta.concrete_fields
            if veld.column and not veld.primary_key and (tabel in BEOORDELINGEN or not veld.has_db_default())
        )
        schrijver = "wi_log" if tabel in LEESLOG else "staf"
        yield (
            f"REVOKE ALL ON {tabel} FROM staf, partner, wi_web, wi_log; GRANT SELECT ON {tabel} TO staf, {schrijver};"
            f" GRANT INSERT ({kolommen}) ON {tabel} TO {schrijver};"
        )
    yield "DROP POLICY IF EXISTS schrijver ON toegang_leesregel;"
    yield "CREATE POLICY schrijver ON toegang_leesregel TO wi_log USING (true) WITH CHECK (true);"


def _leest(tabel: str, model: type[models.Model] | None, rol: str) -> str:
    """This role reads this table, without the columns that are none of its business."""
    velden = model._meta.concrete_fields if model else ()
    if not any(_dicht(veld, rol) for veld in velden):
        return f'GRANT SELECT ON "{tabel}" TO {rol};'
    kolommen = ", ".join(veld.column for veld in velden if veld.column and not _dicht(veld, rol))
    return f'GRANT SELECT ({kolommen}) ON "{tabel}" TO {rol};'


def _dicht(veld: models.Field[Any, Any], rol: str) -> bool:
    return isinstance(veld, NietVoorPartners if rol == PARTNER else AlleenBijInloggen)


def _beleid(model: type[models.Model], regels: Regels) -> Iterator[str]:
    tabel = model._meta.db_table
    yield f'ALTER TABLE "{tabel}" ENABLE ROW LEVEL SECURITY;'
    yield from (f'DROP POLICY IF EXISTS {rol} ON "{tabel}";' for rol in Regels._fields)
    yield f'CREATE POLICY staf ON "{tabel}" TO staf USING ({regels.staf});'
    yield f'CREATE POLICY partner ON "{tabel}" TO partner USING ({regels.partner});'
    yield f'CREATE POLICY mandaat ON "{tabel}" AS RESTRICTIVE TO mandaat USING ({regels.mandaat});'
    if regels.partner == GEEN:
        return
    yield _leest(tabel, model, PARTNER)
    if model in VAN_DE_GEBRUIKER or model in van_organisatie():
        yield f'GRANT INSERT, UPDATE, DELETE ON "{tabel}" TO partner;'
    if model.__name__ in TOEVOEGBAAR_VOOR_PARTNER:
        yield f'GRANT INSERT ON "{tabel}" TO partner;'
    if kolommen := SCHRIJFBAAR_VOOR_PARTNER.get(model.__name__):
        yield f'GRANT UPDATE ({kolommen}) ON "{tabel}" TO partner;'


def zet_rijrechten(**_rest: object) -> None:
    """Make roles, functions, policies and grants as the models ask; nothing where they are so already.

    Runs as the owner, after the migrations. What was last made is remembered on the function `wi_dag`,
    so that a second run takes no lock. A table that was dropped and made again has lost its rights while the
    models ask the same: so each table is looked at too.
    """
    if not _compleet():
        return
    opdrachten = _opdrachten()
    kenmerk = _kenmerk(opdrachten)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(WACHTERS)
        if _gezet(cursor) == kenmerk and not _kaal(cursor):
            return
        cursor.execute(opdrachten)
        cursor.execute(f"COMMENT ON FUNCTION wi_dag() IS '{kenmerk}'")


def verouderd() -> bool:
    """Whether the database holds other rights than the models ask, with all migrations done."""
    with connection.cursor() as cursor:
        return _gezet(cursor) != _kenmerk(_opdrachten()) or _kaal(cursor)


def _kenmerk(opdrachten: str) -> str:
    return sha256(opdrachten.encode()).hexdigest()


def _gezet(cursor: Any) -> str | None:
    cursor.execute("SELECT obj_description(to_regprocedure('wi_dag()'), 'pg_proc')")
    gevonden: str | None = cursor.fetchone()[0]
    return gevonden


def _kaal(cursor: Any) -> bool:
    """Whether a table has no rights at all, or one with a dossier no policies: as a migration makes it."""
    cursor.execute(_KAAL, [[model._meta.db_table for model in met_dossier()], list(Regels._fields)])
    gevonden: bool = cursor.fetchone()[0]
    return gevonden


def _compleet() -> bool:
    """Whether every table of our models is there: a migration to an earlier state leaves the rights alone."""
    aanwezig = set(connection.introspection.table_names())
    return all(model._meta.db_table in aanwezig for model in met_dossier())
