"""Does the database itself hold who sees which rows?"""

from __future__ import annotations

from django.db import connection

from dossiers.rijrechten import met_dossier, met_personen
from kern.contract import Bevinding
from kern.controles import MEESTE_VOORBEELDEN

# One row for each table that holds its rows: switched on, for those who read exactly these policies, nothing for
# everybody. Who only adds reads nothing by it, and who writes the read log is none of them.
_HOUDT = """
SELECT t.relname FROM pg_class t
WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relrowsecurity
  AND (SELECT array_agg(p.polname::text || ':' || r.rolname ORDER BY p.polname)
       FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
       WHERE p.polrelid = t.oid AND p.polcmd <> 'a' AND r.rolname <> 'wi_log')
      = ARRAY['mandaat:mandaat', 'partner:partner', 'staf:staf']
  AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND 0 = ANY (p.polroles))
  AND NOT EXISTS (SELECT FROM aclexplode(t.relacl) g WHERE g.grantee = 0)
"""


def rls_elke_tabel() -> Bevinding:
    """Tables that tell of persons, by their keys or as they declare it, whose rows are not held; by name."""
    with connection.cursor() as cursor:
        cursor.execute(_HOUDT)
        houdt = {naam for [naam] in cursor.fetchall()}
    tabellen = {model._meta.db_table for model in {*met_dossier(), *met_personen()}}
    open_ = sorted(tabellen - houdt)
    return Bevinding(len(open_), open_[:MEESTE_VOORBEELDEN])
