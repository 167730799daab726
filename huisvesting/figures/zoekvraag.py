"""The question by which the database puts households that wait together; the answer is read in `zoekers`.

Who waits is said in `figures.huishoudens`; here they become households. Those of one family who look for a home of
their own or a bigger one are one: with who of the family has no home here, and with everybody where a bigger one is
asked. Each AMV who needs a place is one. Who must leave a home and is in none of those comes last.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection
from django.db.models import F, Q, QuerySet

from dossiers.models import Gezinslid, Statushouder
from huisvesting.figures.huishoudens import (
    EINDIGT,
    WORDT_18,
    gekoppeld_zonder_datum,
    moet_verhuizen,
    verwacht_in_een_woning,
)
from huisvesting.models import Aanbod, Plaatsing, Woonvraag

Bron = tuple[str, tuple[Any, ...]]
# In the order of the list: families by who of them is expected first, then who must leave a home. Members stand in
# the order of the family, head first; of two homes the one that began first counts, of two offers the last.
_EIGEN, _GROTER, _AMV = (f"'{vraag.value}'" for vraag in (Woonvraag.EIGEN, Woonvraag.GROTER, Woonvraag.AMV))
_HUISHOUDENS = f"""
vraag(persoon, vraag, dag, plek) AS MATERIALIZED (
    SELECT persoon, vraag, dag, row_number() OVER (ORDER BY dag, id) FROM verwacht UNION ALL
    SELECT persoon, {_EIGEN}, NULL, 1000000000 + row_number() OVER (ORDER BY naam, persoon) FROM zonder_dag
), weg AS MATERIALIZED (
    SELECT *, row_number() OVER (ORDER BY van, plaatsing) AS plek FROM moet_weg
), lid AS MATERIALIZED (
    SELECT gezin, persoon, row_number() OVER (PARTITION BY gezin ORDER BY rol, id) AS rang FROM gezinslid
    WHERE persoon NOT IN (SELECT persoon FROM opgegaan) AND gezin IN (SELECT g.gezin FROM gezinslid g JOIN (
        SELECT persoon FROM vraag UNION SELECT persoon FROM weg) wie ON wie.persoon = g.persoon)
), woont AS MATERIALIZED (
    SELECT DISTINCT ON (persoon) persoon, plaatsing FROM wonend
    WHERE persoon IN (SELECT persoon FROM vraag UNION SELECT persoon FROM lid) ORDER BY persoon, van
), bod AS MATERIALIZED (
    SELECT DISTINCT ON (persoon) persoon, aanbod FROM aangeboden ORDER BY persoon, dag DESC, aanbod DESC
), wie AS MATERIALIZED (
    SELECT v.*, l.gezin, coalesce(l.gezin, -v.persoon) AS groep FROM vraag v LEFT JOIN lid l ON l.persoon = v.persoon
), groep AS (
    SELECT groep, min(gezin) AS gezin, min(plek) AS plek, bool_or(vraag = {_GROTER}) AS groter,
        (array_agg(persoon ORDER BY plek) FILTER (WHERE vraag IN ({_EIGEN}, {_GROTER})))[1] AS eerste
    FROM wie GROUP BY groep
), bewoner AS (
    SELECT g.groep, g.plek, g.groter, g.eerste, l.persoon, l.rang, w.dag,
        g.groter OR coalesce(w.vraag IN ({_EIGEN}, {_GROTER}), false) AS kandidaat
    FROM groep g JOIN lid l ON l.gezin = g.gezin
    LEFT JOIN wie w ON w.persoon = l.persoon LEFT JOIN woont h ON h.persoon = l.persoon
    WHERE g.eerste IS NOT NULL
    AND (g.groter OR (h.persoon IS NULL AND w.vraag IS DISTINCT FROM {_AMV}))
    UNION ALL
    SELECT g.groep, g.plek, g.groter, g.eerste, w.persoon, 1, w.dag, true
    FROM groep g JOIN wie w ON w.groep = g.groep WHERE g.gezin IS NULL AND g.eerste IS NOT NULL
), zoekt AS (
    SELECT 0 AS blok, g.plek, 0 AS deel, w.plek AS binnen, w.persoon AS huurder, ARRAY[w.persoon] AS personen,
        w.vraag, w.dag, h.plaatsing AS woont, b.aanbod
    FROM wie w JOIN groep g ON g.groep = w.groep
    LEFT JOIN woont h ON h.persoon = w.persoon LEFT JOIN bod b ON b.persoon = w.persoon
    WHERE w.vraag = {_AMV}
    UNION ALL
    SELECT 0, f.plek, 1, 0, f.huurder, f.personen, f.vraag, f.dag, h.plaatsing, f.aanbod FROM (
        SELECT r.plek, min(r.dag) AS dag, CASE WHEN r.groter THEN {_GROTER} ELSE {_EIGEN} END AS vraag,
            coalesce((array_agg(r.persoon ORDER BY r.rang) FILTER (WHERE r.kandidaat))[1], r.eerste) AS huurder,
            array_agg(r.persoon ORDER BY r.rang) AS personen,
            (array_agg(b.aanbod ORDER BY r.rang) FILTER (WHERE b.aanbod IS NOT NULL))[1] AS aanbod
        FROM bewoner r LEFT JOIN bod b ON b.persoon = r.persoon GROUP BY r.groep, r.plek, r.groter, r.eerste
    ) f LEFT JOIN woont h ON h.persoon = f.huurder
), huishouden AS MATERIALIZED (
    SELECT * FROM zoekt
    UNION ALL
    SELECT 1, min(w.plek), 0, 0, (array_agg(w.persoon ORDER BY w.plek))[1], array_agg(w.persoon ORDER BY w.plek),
        CASE WHEN bool_or(w.amv) THEN '{WORDT_18}' ELSE '{EINDIGT}' END,
        min(CASE WHEN w.amv THEN w.eigen_op ELSE w.laatste END),
        (array_agg(w.plaatsing ORDER BY w.plek))[1],
        (array_agg(b.aanbod ORDER BY w.plek) FILTER (WHERE b.aanbod IS NOT NULL))[1]
    FROM weg w LEFT JOIN lid l ON l.persoon = w.persoon LEFT JOIN bod b ON b.persoon = w.persoon
    WHERE w.persoon NOT IN (SELECT unnest(personen) FROM zoekt)
    GROUP BY CASE WHEN w.amv THEN -w.persoon ELSE w.woning END, coalesce(l.gezin, -w.persoon)
)"""


def bron(peildatum: date) -> Bron:
    """The common table expressions up to `huishouden`, with their parameters."""
    wonend = Plaatsing.objects.filter(Q(tot=None) | Q(tot__gt=peildatum))
    leden = Gezinslid.objects.lopend_op(peildatum).hoofd_eerst()
    rol = leden.query.order_by[0]
    delen: dict[str, QuerySet[Any, Any]] = {
        "verwacht(id, persoon, vraag, dag)": verwacht_in_een_woning(peildatum).values_list(
            "pk", "statushouder", "woonvraag", "verwacht_op"
        ),
        "zonder_dag(persoon, naam)": gekoppeld_zonder_datum(peildatum).values_list("pk", "sorteernaam"),
        "moet_weg(plaatsing, persoon, woning, van, amv, laatste, eigen_op)": moet_verhuizen(
            peildatum
        ).values_list(
            "pk",
            "statushouder",
            "woning",
            "van",
            "woning__amv_woning",
            "woning__beschikbaar_tot_en_met",
            F("eigen_op"),
        ),
        "gezinslid(id, gezin, persoon, rol)": leden.values_list("pk", "gezin", "statushouder", rol),
        "opgegaan(persoon)": Statushouder.objects.exclude(samengevoegd_met=None).values_list("pk"),
        "wonend(plaatsing, persoon, van)": wonend.values_list("pk", "statushouder", "van"),
        "aangeboden(aanbod, persoon, dag)": Aanbod.objects.open_op(peildatum).values_list(
            "pk", "statushouder", "aangeboden_op"
        ),
    }
    sql: list[str] = []
    params: list[Any] = []
    for naam, rijen in delen.items():
        deel, erbij = rijen.order_by().query.sql_with_params()
        sql.append(f"{naam} AS NOT MATERIALIZED ({deel})")
        params += erbij
    return ", ".join([*sql, _HUISHOUDENS.strip()]), tuple(params)


def lees(bron: Bron, vraag: str) -> list[tuple[Any, ...]]:
    """The answer to `vraag`, which may name `huishouden`: huurder, personen, vraag, dag, woont, aanbod."""
    sql, params = bron
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {sql} {vraag}", params)
        return list(cursor.fetchall())
