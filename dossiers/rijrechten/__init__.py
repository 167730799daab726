"""Row-level security: what the database itself lets the roles `staf`, `mandaat` and `partner` see.

The policies are made from the models: every table with a key of a dossier gets one, history and tables
of later domains included, each time the migrations have run. They say the same as `zichtbaar_voor`, in
SQL; a test holds the two equal. What they need of the user stands in settings of the transaction, which
`kern.namens` fills in; without them nothing is seen.

`mandaat` (the consulent) is a member of `staf` with a policy more, that leaves adults only: so the cost of
that question is not in the plans of everybody else (measured at 100,000: 1.7 s against 0.1 s for a list).
The partner's dossiers are computed once in a statement and come as an array, so that the list goes by
the primary key (measured: a subquery for each row costs a hundred times as much).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection, models, transaction

from dossiers.models import Bewaardfilter, Doorverwijzing, Gezin, Statushouder
from dossiers.rijrechten.functies import FUNCTIES, ROLLEN, WACHTERS
from dossiers.rijrechten.zoeken import FUNCTIE
from kern.register import register
from uitwisseling.models import Inleesverschil

# Tables of a person that carry no key of a dossier of their own, with the rule for each role.
_GEZIN = "{kolom} <> ALL ((SELECT wi_verborgen_gezinnen())::bigint[])"
_STAF = "({kolom} IS NULL OR {kolom} <> ALL ((SELECT wi_verborgen())::bigint[]))"
_VOLWASSEN = (
    "({kolom} IS NULL OR {kolom} IN"
    " (SELECT id FROM dossiers_statushouder WHERE geboren_laatst <= wi_volwassen_voor()))"
)
# Of families those with a member whom the mandate sees; by key, so that a page asks it for its own rows only.
_VOLWASSEN_GEZIN = 'EXISTS (SELECT FROM dossiers_gezinslid l WHERE l.gezin_id = "{tabel}".{kolom})'
# One bit for each key: an array would be sorted again for each row of a list that looks in this table.
_PARTNER = (
    "CASE WHEN {kolom} < 8 * octet_length((SELECT wi_bits('app.dossierbits')))"
    " THEN get_bit((SELECT wi_bits('app.dossierbits')), {kolom}) = 1 ELSE false END"
)
# Of families those with a member whom the partner sees on the day, by key too.
_GEZIN_PARTNER = (
    'EXISTS (SELECT FROM dossiers_gezinslid l WHERE l.gezin_id = "{tabel}".{kolom}'
    " AND l.van <= wi_dag() AND (l.tot IS NULL OR l.tot > wi_dag()))"
)
# A referral of a family is hidden where all of it is: who knows of one member must see with whom it is shared.
_VERWEZEN_GEZIN = "(gezin_id IS NULL OR gezin_id <> ALL ((SELECT wi_geheel_verborgen_gezinnen())::bigint[]))"
_VERWEZEN_PARTNER = (
    "organisatie_id = nullif(current_setting('app.organisatie', true), '')::bigint"
    " AND (statushouder_id IS NULL OR statushouder_id <> ALL ((SELECT wi_verborgen())::bigint[]))"
    f" AND {_VERWEZEN_GEZIN}"
)
# The row itself: its own columns, so that it is not asked of the same table again.
_STAF_ZELF = "id <> ALL ((SELECT wi_verborgen())::bigint[])"
_VOLWASSEN_ZELF = "geboren_laatst <= wi_volwassen_voor()"
# What a partner may write, by column; the rest of the tables with a policy is to be read only. A partner
# answers a referral and ends it, and can neither make one nor change what it is about.
SCHRIJFBAAR_VOOR_PARTNER = {
    "Doorverwijzing": (
        "aangenomen_op, afgewezen_op, beantwoord_door_id, reden, beeindigd_op, beeindigd_door_id, einde, versie"
    )
}
# What a user keeps of their own: nobody else reads it, and a partner may write it too.
VAN_DE_GEBRUIKER = (Bewaardfilter,)
_ZELF = "gebruiker_id = wi_gebruiker()"
# Tables without persons that a partner's pages read.
LEESBAAR_VOOR_PARTNER = ("toegang_organisatie", "toegang_gebruiker", "kern_plan", "kern_bronverschil")
# The read log: added to over a connection of its own, changed by nobody (only its owner could).
LEESLOG = ("toegang_leesregel", "toegang_leeszegel")
# What the privacy officer found of its rows: added to, and never changed.
BEOORDELINGEN = ("toegang_leesbeoordeling",)
# What signing in and one's own second step need, before and beside the role.
VAN_HET_INLOGGEN = ("django_session", "django_content_type", "toegang_", "account_", "mfa_", "usersessions_")


def dossiersleutels(model: type[models.Model]) -> list[str]:
    """Columns of this model that hold the key of a dossier; of the history too."""
    if model is Statushouder:
        return ["id"]
    if getattr(model, "pgh_tracked_model", None) is Statushouder:
        return ["pgh_obj_id"]
    return [
        veld.column
        for veld in model._meta.concrete_fields
        if veld.column and veld.is_relation and veld.related_model is Statushouder and veld.name != "pgh_obj"
    ]


def modellen() -> Iterator[type[models.Model]]:
    """Every model with a table of its own."""
    return (model for model in apps.get_models(include_auto_created=True) if model._meta.managed)


class Regels(NamedTuple):
    """What each role may see of a table, as conditions in SQL; `mandaat` is besides what `staf` may."""

    staf: str
    partner: str
    mandaat: str = "true"


def met_dossier() -> dict[type[models.Model], Regels]:
    """By model: what each role may see of it."""
    regels: dict[type[models.Model], Regels] = {}
    for model in modellen():
        gevolgd = getattr(model, "pgh_tracked_model", model)
        if model is Statushouder:
            regels[model] = Regels(_STAF_ZELF, _PARTNER.format(kolom="id"), _VOLWASSEN_ZELF)
        elif gevolgd is Gezin:
            kolom = "id" if model is Gezin else "pgh_obj_id"
            regels[model] = Regels(
                _GEZIN.format(kolom=kolom),
                _GEZIN_PARTNER.format(tabel=model._meta.db_table, kolom=kolom),
                _VOLWASSEN_GEZIN.format(tabel=model._meta.db_table, kolom=kolom),
            )
        elif gevolgd is Doorverwijzing:
            staf = _STAF.format(kolom="statushouder_id")
            volwassen = _VOLWASSEN.format(kolom="statushouder_id")
            gezin = _VOLWASSEN_GEZIN.format(tabel=model._meta.db_table, kolom="gezin_id")
            regels[model] = Regels(
                f"{staf} AND {_VERWEZEN_GEZIN}",
                _VERWEZEN_PARTNER,
                f"{volwassen} AND (gezin_id IS NULL OR {gezin})",
            )
        elif kolommen := dossiersleutels(model):
            regels[model] = Regels(
                *(
                    " AND ".join(regel.format(kolom=kolom) for kolom in kolommen)
                    for regel in (_STAF, _PARTNER, _VOLWASSEN)
                )
            )
    regels |= dict.fromkeys(VAN_DE_GEBRUIKER, Regels(_ZELF, _ZELF))
    # What a file changed says in plain text what was known of somebody; a partner reads no files in.
    regels[Inleesverschil] = Regels(_STAF.format(kolom="dossier"), "false")
    return regels | {model: Regels("true", _genoemd(model, regels)) for model in naslag()}


def naslag() -> list[type[models.Model]]:
    """Tables without persons that the panels of a dossier read, as the domains say."""
    return [apps.get_model(label) for domein in register for label in domein.naslag]


def _genoemd(model: type[models.Model], regels: Iterable[type[models.Model]]) -> str:
    """Rows to which something refers in a dossier that this partner sees: that has a policy itself."""
    tabel = model._meta.db_table
    delen = [
        f'EXISTS (SELECT FROM "{ander._meta.db_table}" x WHERE x.{veld.column} = "{tabel}".id)'
        for ander in regels
        for veld in ander._meta.concrete_fields
        if veld.related_model is model and not hasattr(ander, "pgh_tracked_model")
    ]
    return " OR ".join(delen) or "false"


def _opdrachten() -> str:
    """All that makes the rights as the models ask; running it again changes nothing."""
    delen = [ROLLEN, FUNCTIES, FUNCTIE]
    geschiedenis = {model._meta.db_table for model in modellen() if hasattr(model, "pgh_tracked_model")}
    delen += _leeslog()
    for tabel in sorted({*connection.introspection.table_names()} - {*LEESLOG, *BEOORDELINGEN}):
        rechten = "SELECT" if tabel in geschiedenis else "SELECT, INSERT, UPDATE, DELETE"
        delen.append(f'GRANT {rechten} ON "{tabel}" TO staf;')
        if tabel.startswith(VAN_HET_INLOGGEN):
            delen.append(f'GRANT {rechten} ON "{tabel}" TO wi_web, partner;')
        if tabel in LEESBAAR_VOOR_PARTNER:
            delen.append(f'GRANT SELECT ON "{tabel}" TO partner;')
    delen.append("GRANT SELECT ON django_migrations TO wi_web;")
    delen.append("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO staf, partner, wi_web, wi_log;")
    for model, regels in met_dossier().items():
        delen += _beleid(model, regels)
    return "\n".join(delen)


def _leeslog() -> Iterator[str]:
    """Adding to the log and nothing else; its key and its moment are for the database alone.

    What the privacy officer found is written by Django, which names every column.
    """
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


def _beleid(model: type[models.Model], regels: Regels) -> list[str]:
    tabel = model._meta.db_table
    kolommen = SCHRIJFBAAR_VOOR_PARTNER.get(model.__name__)
    rechten = "SELECT, INSERT, UPDATE, DELETE" if model in VAN_DE_GEBRUIKER else "SELECT"
    return [
        f'ALTER TABLE "{tabel}" ENABLE ROW LEVEL SECURITY;',
        *(f'DROP POLICY IF EXISTS {rol} ON "{tabel}";' for rol in Regels._fields),
        f'CREATE POLICY staf ON "{tabel}" TO staf USING ({regels.staf});',
        f'CREATE POLICY partner ON "{tabel}" TO partner USING ({regels.partner});',
        f'CREATE POLICY mandaat ON "{tabel}" AS RESTRICTIVE TO mandaat USING ({regels.mandaat});',
        f'REVOKE ALL ON "{tabel}" FROM partner;',
        f'GRANT {rechten} ON "{tabel}" TO partner;',
        *([f'GRANT UPDATE ({kolommen}) ON "{tabel}" TO partner;'] if kolommen else []),
    ]


def zet_rijrechten(**_rest: object) -> None:
    """Make roles, functions, policies and grants as the models ask; nothing where they are so already.

    Runs as the owner, after the migrations. What was last made is remembered on the function `wi_dag`,
    so that a second run takes no lock.
    """
    if not _compleet():
        return
    opdrachten = _opdrachten()
    kenmerk = _kenmerk(opdrachten)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(WACHTERS)
        if _gezet(cursor) == kenmerk:
            return
        cursor.execute(opdrachten)
        cursor.execute(f"COMMENT ON FUNCTION wi_dag() IS '{kenmerk}'")


def verouderd() -> bool:
    """Whether the database holds other rights than the models ask, with all migrations done."""
    with connection.cursor() as cursor:
        gezet = _gezet(cursor)
    return gezet != _kenmerk(_opdrachten())


def _kenmerk(opdrachten: str) -> str:
    return sha256(opdrachten.encode()).hexdigest()


def _gezet(cursor: Any) -> str | None:
    cursor.execute("SELECT obj_description(to_regprocedure('wi_dag()'), 'pg_proc')")
    gevonden: str | None = cursor.fetchone()[0]
    return gevonden


def _compleet() -> bool:
    """Whether every table of our models is there: a migration to an earlier state leaves the rights alone."""
    aanwezig = set(connection.introspection.table_names())
    return all(model._meta.db_table in aanwezig for model in met_dossier())
