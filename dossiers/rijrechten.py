"""Row-level security: what the database itself lets the roles `staf` and `partner` see.

The policies are made from the models: every table with a key of a dossier gets one, history and tables
of later domains included, each time the migrations have run. They say the same as `zichtbaar_voor`, in
SQL; a test holds the two equal. What they need of the user stands in settings of the transaction, which
`kern.namens` fills in; without them nothing is seen.

The partner's dossiers are computed once in a statement and come as an array, so that the list goes by
the primary key (measured: a subquery for each row costs a hundred times as much).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from django.apps import apps
from django.db import connection, models, transaction

from dossiers.models import Bewaardfilter, Doorverwijzing, Gezin, Statushouder
from kern.register import register
from toegang.rules import BEREIK, Bereik

# Tables of a person that carry no key of a dossier of their own, with the rule for each role.
_GEZIN = "{kolom} <> ALL ((SELECT wi_verborgen_gezinnen())::bigint[])"
_GEZIN_PARTNER = "{kolom} = ANY ((SELECT wi_partnergezinnen())::bigint[])"
_STAF = (
    "({kolom} IS NULL OR ({kolom} <> ALL ((SELECT wi_verborgen())::bigint[])"
    " AND (NOT wi_alleen_volwassenen() OR {kolom} IN"
    " (SELECT id FROM dossiers_statushouder WHERE geboren_laatst <= wi_volwassen_voor()))))"
)
_PARTNER = "{kolom} = ANY ((SELECT wi_partnerdossiers())::bigint[])"
# A referral of a family is hidden where all of it is: who knows of one member must see with whom it is shared.
_VERWEZEN_GEZIN = "(gezin_id IS NULL OR gezin_id <> ALL ((SELECT wi_geheel_verborgen_gezinnen())::bigint[]))"
_VERWEZEN_PARTNER = (
    "organisatie_id = nullif(current_setting('app.organisatie', true), '')::bigint"
    " AND (statushouder_id IS NULL OR statushouder_id <> ALL ((SELECT wi_verborgen())::bigint[]))"
    f" AND {_VERWEZEN_GEZIN}"
)
# The row itself: its own columns, so that it is not asked of the same table again.
_STAF_ZELF = (
    "id <> ALL ((SELECT wi_verborgen())::bigint[])"
    " AND (NOT wi_alleen_volwassenen() OR geboren_laatst <= wi_volwassen_voor())"
)
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

FUNCTIES = """
CREATE OR REPLACE FUNCTION wi_dag() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.dag', true), '')::date $$;

CREATE OR REPLACE FUNCTION wi_gebruiker() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.gebruiker', true), '')::bigint $$;

CREATE OR REPLACE FUNCTION wi_alleen_volwassenen() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce(current_setting('app.rol', true), '') IN ('', __VOLWASSENEN__) $$;

-- born on 29 February: 18 on 1 March (A1)
CREATE OR REPLACE FUNCTION wi_volwassen_voor() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (wi_dag() - interval '18 years')::date $$;

CREATE OR REPLACE FUNCTION wi_verborgen() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(s.id), '{}') FROM dossiers_statushouder s
    WHERE s.afgeschermd AND coalesce(current_setting('app.rol', true), '') <> 'gemeente'
      -- of who went up in another dossier, whoever may know of that one may
      AND NOT EXISTS (SELECT FROM dossiers_inzagerecht r
                      WHERE r.statushouder_id IN (s.id, s.samengevoegd_met_id)
                        AND r.gebruiker_id = wi_gebruiker()
                        AND r.van <= wi_dag() AND (r.tot IS NULL OR r.tot > wi_dag()))
$$;

CREATE OR REPLACE FUNCTION wi_verborgen_gezinnen() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT l.gezin_id), '{}') FROM dossiers_gezinslid l
    WHERE l.statushouder_id = ANY (wi_verborgen())
$$;

CREATE OR REPLACE FUNCTION wi_geheel_verborgen_gezinnen() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(gezin_id), '{}') FROM (
        SELECT l.gezin_id FROM dossiers_gezinslid l
        WHERE l.gezin_id = ANY (wi_verborgen_gezinnen())
          AND l.van <= wi_dag() AND (l.tot IS NULL OR l.tot > wi_dag())
        GROUP BY l.gezin_id HAVING bool_and(l.statushouder_id = ANY (wi_verborgen()))
    ) geheel
$$;

CREATE OR REPLACE FUNCTION wi_partnerdossiers() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH verwezen AS (
        SELECT statushouder_id, gezin_id FROM dossiers_doorverwijzing
        WHERE organisatie_id = nullif(current_setting('app.organisatie', true), '')::bigint
          AND aangenomen_op <= wi_dag() AND van <= wi_dag() AND tot_en_met >= wi_dag()
          AND (beeindigd_op IS NULL OR beeindigd_op > wi_dag())
    ), mijn AS (
        SELECT statushouder_id AS id FROM verwezen WHERE statushouder_id IS NOT NULL
        UNION
        SELECT l.statushouder_id FROM verwezen JOIN dossiers_gezinslid l USING (gezin_id)
        WHERE l.van <= wi_dag() AND (l.tot IS NULL OR l.tot > wi_dag())
    )
    SELECT coalesce(array_agg(id), '{}') FROM mijn WHERE id <> ALL (wi_verborgen())
$$;

-- the privacy officer has no dossiers, but must know which one a row of the read log is about
CREATE OR REPLACE FUNCTION wi_dossiernummers(sleutels uuid[]) RETURNS TABLE (sleutel uuid, nummer varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.sleutel, s.nummer FROM dossiers_statushouder s
    WHERE s.sleutel = ANY (sleutels) AND current_setting('app.rol', true) IN ('privacy', 'gemeente')
$$;

CREATE OR REPLACE FUNCTION wi_partnergezinnen() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT l.gezin_id), '{}') FROM dossiers_gezinslid l
    WHERE l.statushouder_id = ANY (wi_partnerdossiers())
      AND l.van <= wi_dag() AND (l.tot IS NULL OR l.tot > wi_dag())
$$;
"""
# Roles belong to the whole server: in production its keeper makes them, and then nothing happens here.
ROLLEN = """
DO $$
DECLARE rol text;
BEGIN
    FOREACH rol IN ARRAY ARRAY['staf NOLOGIN', 'partner NOLOGIN', 'wi_web LOGIN NOINHERIT', 'wi_log LOGIN NOINHERIT']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = split_part(rol, ' ', 1)) THEN
            BEGIN
                EXECUTE 'CREATE ROLE ' || rol;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- another database's, at the same moment
            END;
        END IF;
    END LOOP;
    FOREACH rol IN ARRAY ARRAY['staf', 'partner'] LOOP
        IF NOT EXISTS (SELECT FROM pg_auth_members WHERE roleid = rol::regrole AND member = 'wi_web'::regrole) THEN
            EXECUTE format('GRANT %I TO wi_web', rol);
        END IF;
        IF NOT pg_has_role(current_user, rol, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', rol);
        END IF;
    END LOOP;
END $$;
"""
# A trigger guards the whole table, also where this user sees a part of it; and only it writes history.
WACHTERS = """
DO $$
DECLARE wachter record;
BEGIN
    FOR wachter IN
        SELECT p.oid::regprocedure AS naam FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype = 'trigger'::regtype AND NOT p.prosecdef
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = public, pg_temp', wachter.naam);
    END LOOP;
END $$;
"""


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


def met_dossier() -> dict[type[models.Model], tuple[str, str]]:
    """By model: what `staf` and what `partner` may see of it, as conditions in SQL."""
    regels: dict[type[models.Model], tuple[str, str]] = {}
    for model in modellen():
        gevolgd = getattr(model, "pgh_tracked_model", model)
        if model is Statushouder:
            regels[model] = (_STAF_ZELF, _PARTNER.format(kolom="id"))
        elif gevolgd is Gezin:
            kolom = "id" if model is Gezin else "pgh_obj_id"
            regels[model] = (_GEZIN.format(kolom=kolom), _GEZIN_PARTNER.format(kolom=kolom))
        elif gevolgd is Doorverwijzing:
            staf = _STAF.format(kolom="statushouder_id")
            regels[model] = (f"{staf} AND {_VERWEZEN_GEZIN}", _VERWEZEN_PARTNER)
        elif kolommen := dossiersleutels(model):
            regels[model] = (
                " AND ".join(_STAF.format(kolom=kolom) for kolom in kolommen),
                " AND ".join(_PARTNER.format(kolom=kolom) for kolom in kolommen),
            )
    regels |= {model: (_ZELF, _ZELF) for model in VAN_DE_GEBRUIKER}
    return regels | {model: ("true", _genoemd(model, regels)) for model in naslag()}


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
    volwassenen = ", ".join(f"'{rol}'" for rol, hoever in BEREIK.items() if hoever == Bereik.VOLWASSENEN)
    delen = [ROLLEN, FUNCTIES.replace("__VOLWASSENEN__", volwassenen)]
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
    for model, (staf, partner) in met_dossier().items():
        delen += _beleid(model, staf, partner)
    return "\n".join(delen)


def _leeslog() -> Iterator[str]:
    """Adding to the log and nothing else; its key and its moment are for the database alone."""
    for tabel in (*LEESLOG, *BEOORDELINGEN):
        [model] = [model for model in modellen() if model._meta.db_table == tabel]
        kolommen = ", ".join(
            veld.column
            for veld in model._meta.concrete_fields
            if veld.column and not veld.primary_key and not veld.has_db_default()
        )
        schrijver = "wi_log" if tabel in LEESLOG else "staf"
        yield (
            f"REVOKE ALL ON {tabel} FROM staf, partner, wi_web, wi_log; GRANT SELECT ON {tabel} TO staf, {schrijver};"
            f" GRANT INSERT ({kolommen}) ON {tabel} TO {schrijver};"
        )


def _beleid(model: type[models.Model], staf: str, partner: str) -> list[str]:
    tabel = model._meta.db_table
    kolommen = SCHRIJFBAAR_VOOR_PARTNER.get(model.__name__)
    rechten = "SELECT, INSERT, UPDATE, DELETE" if model in VAN_DE_GEBRUIKER else "SELECT"
    return [
        f'ALTER TABLE "{tabel}" ENABLE ROW LEVEL SECURITY;',
        f'DROP POLICY IF EXISTS staf ON "{tabel}";',
        f'DROP POLICY IF EXISTS partner ON "{tabel}";',
        f'CREATE POLICY staf ON "{tabel}" TO staf USING ({staf});',
        f'CREATE POLICY partner ON "{tabel}" TO partner USING ({partner});',
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
    kenmerk = sha256(opdrachten.encode()).hexdigest()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(WACHTERS)
        cursor.execute("SELECT obj_description(to_regprocedure('wi_dag()'), 'pg_proc')")
        if cursor.fetchone() == (kenmerk,):
            return
        cursor.execute(opdrachten)
        cursor.execute(f"COMMENT ON FUNCTION wi_dag() IS '{kenmerk}'")


def _compleet() -> bool:
    """Whether every table of our models is there: a migration to an earlier state leaves the rights alone."""
    aanwezig = set(connection.introspection.table_names())
    return all(model._meta.db_table in aanwezig for model in met_dossier())
