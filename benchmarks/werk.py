"""Mijn werk: the page of a caseworker against SQL by hand that finds the same rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any

from django.db import connection
from django.test import Client

from benchmarks.doelen import doel
from benchmarks.harnas import Kandidaat, Proef
from dossiers.models import Regie, Statushouder
from kern.klok import vandaag
from termijnen.actions import herbereken
from termijnen.figures import regels
from toegang.models import Gebruiker, Rol
from werkplek.figures.werk import Kalender
from werkplek.views.mijn_werk import PER_GROEP

RIJ = re.compile(r'id="(termijn|taak|signaal|afspraak|verwijzing)-(\d+)"')
# Dossiers of the caseworker whose morning it is; a family is four of them.
DOSSIERS = 200
_GEEF_WERK = """
UPDATE dossiers_regie SET regisseur_id = %(wie)s WHERE tot IS NULL AND statushouder_id IN (
    SELECT statushouder_id FROM termijnen_termijn WHERE voldaan_op IS NULL
    GROUP BY statushouder_id ORDER BY md5(statushouder_id::text) LIMIT %(aantal)s)
"""
# All kinds of work together, for a caseworker who reads every domain; the first rows of each group.
_MET_DE_HAND = """
WITH zichtbaar AS (
    SELECT s.id, s.nummer, s.achternaam FROM dossiers_statushouder s
    WHERE s.samengevoegd_met_id IS NULL AND (NOT s.afgeschermd OR EXISTS (
        SELECT FROM dossiers_inzagerecht i WHERE i.statushouder_id = s.id AND i.gebruiker_id = %(wie)s
        AND i.van <= %(dag)s AND (i.tot IS NULL OR i.tot > %(dag)s)))
), van_wie AS (
    SELECT %(wie)s::bigint AS wie UNION SELECT afwezige_id FROM dossiers_waarneming
    WHERE waarnemer_id = %(wie)s AND van <= %(dag)s AND (tot IS NULL OR tot > %(dag)s)
), mijn AS MATERIALIZED (
    SELECT r.statushouder_id AS id FROM dossiers_regie r JOIN zichtbaar s ON s.id = r.statushouder_id
    WHERE r.regisseur_id IN (SELECT wie FROM van_wie) AND r.van <= %(dag)s AND (r.tot IS NULL OR r.tot > %(dag)s)
), werk AS (
    SELECT 'termijn' AS soort, t.id, t.statushouder_id AS dossier, t.code AS wat, t.vervalt_op AS op, false AS wacht
    FROM termijnen_termijn t WHERE t.statushouder_id IN (SELECT id FROM mijn) AND t.code = ANY (%(codes)s)
        AND (t.voldaan_op IS NULL OR t.voldaan_op > %(dag)s) AND (t.gestopt_op IS NULL OR t.gestopt_op > %(dag)s)
        AND t.vervalt_op <= %(eind)s
        AND NOT (t.code = ANY (%(later)s) AND t.begint_op > %(dag)s)
    UNION ALL
    SELECT 'taak', t.id, t.statushouder_id, t.wat, t.uiterlijk_op, t.eigenaar_id NOT IN (SELECT wie FROM van_wie)
    FROM dossiers_taak t WHERE t.doorgehaald_op IS NULL AND t.gedaan_op IS NULL AND t.uiterlijk_op <= %(eind)s
        AND (t.eigenaar_id IN (SELECT wie FROM van_wie) OR t.statushouder_id IN (SELECT id FROM mijn))
    UNION ALL
    SELECT 'signaal', g.id, g.statushouder_id, g.wat, g.antwoord_voor, g.eigenaar_id NOT IN (SELECT wie FROM van_wie)
    FROM dossiers_signaal g WHERE g.doorgehaald_op IS NULL AND g.beantwoord_op IS NULL AND g.antwoord_voor <= %(eind)s
        AND (g.eigenaar_id IN (SELECT wie FROM van_wie) OR g.statushouder_id IN (SELECT id FROM mijn))
    UNION ALL
    SELECT 'afspraak', c.id, c.statushouder_id, c.soort, c.op, false
    FROM dossiers_contactmoment c WHERE c.doorgehaald_op IS NULL AND c.statushouder_id IN (SELECT id FROM mijn)
        AND (c.op > %(dag)s OR (c.op = %(dag)s AND c.tijd IS NOT NULL AND c.soort <> 'notitie')) AND c.op <= %(eind)s
    UNION ALL
    SELECT 'verwijzing', v.id, coalesce(v.statushouder_id, (
            SELECT l.statushouder_id FROM dossiers_gezinslid l JOIN mijn m ON m.id = l.statushouder_id
            WHERE l.gezin_id = v.gezin_id AND l.van <= %(dag)s AND (l.tot IS NULL OR l.tot > %(dag)s)
            ORDER BY l.rol <> 'hoofd', l.id LIMIT 1)), v.doel, v.gevraagd_op, true
    FROM dossiers_doorverwijzing v
    WHERE v.aangenomen_op IS NULL AND v.afgewezen_op IS NULL AND v.beeindigd_op IS NULL
        AND (v.antwoord_tot_en_met IS NULL OR v.antwoord_tot_en_met >= %(dag)s)
        AND (v.herinner_na IS NULL OR v.herinner_na >= %(dag)s)
        AND v.gevraagd_op <= %(dag)s AND v.tot_en_met >= %(dag)s
        AND (v.statushouder_id IN (SELECT id FROM mijn) OR v.gezin_id IN (
            SELECT l.gezin_id FROM dossiers_gezinslid l JOIN mijn m ON m.id = l.statushouder_id
            WHERE l.van <= %(dag)s AND (l.tot IS NULL OR l.tot > %(dag)s)))
)
SELECT groep, soort, id, wat, nummer, achternaam, op, samen FROM (
    SELECT w.*, s.nummer, s.achternaam, g.groep, count(*) OVER (PARTITION BY g.groep) AS samen,
        row_number() OVER (PARTITION BY g.groep ORDER BY w.op, w.soort, w.id) AS plek
    FROM werk w JOIN zichtbaar s ON s.id = w.dossier
    CROSS JOIN LATERAL (SELECT CASE WHEN w.wacht THEN 4 WHEN w.op < %(dag)s THEN 1 WHEN w.op <= %(zondag)s THEN 2
                        ELSE 3 END AS groep) g
) q WHERE plek <= %(per_groep)s ORDER BY groep, plek
"""


def proeven() -> list[Proef]:
    """The page of a caseworker with two hundred dossiers."""
    wie = Gebruiker.objects.filter(rol=Rol.KLANTREGISSEUR).earliest("pk")
    _geef_werk(wie)
    client = Client()
    client.force_login(wie)
    aantal = Statushouder.objects.count()
    return [
        Proef(
            "Mijn werk",
            [
                Kandidaat("onze bladzijde", _pagina(client)),
                Kandidaat("SQL met de hand", lambda: _met_de_hand(wie), doel(aantal, 1 / 20)),
            ],
        )
    ]


def _geef_werk(wie: Gebruiker) -> None:
    """Terms, and so many of the dossiers with something to do; the first time only."""
    herbereken()
    if Regie.objects.filter(regisseur=wie, tot=None).count() < DOSSIERS:
        with connection.cursor() as cursor:
            cursor.execute(_GEEF_WERK, {"wie": wie.pk, "aantal": DOSSIERS})
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE termijnen_termijn")
        cursor.execute("VACUUM ANALYZE dossiers_regie")


def _pagina(client: Client) -> Callable[[], list[tuple[str, int]]]:
    def vraag() -> list[tuple[str, int]]:
        antwoord = client.get("/werk/")
        if antwoord.status_code != 200:
            raise RuntimeError(f"/werk/: {antwoord.status_code}")
        return sorted((soort, int(sleutel)) for soort, sleutel in RIJ.findall(antwoord.content.decode()))

    return vraag


def _met_de_hand(wie: Gebruiker) -> list[tuple[str, int]]:
    """One statement, and its rows as a table in a string: what the page costs at the least."""
    kalender = Kalender(vandaag())
    van_allen = {code: gekend.regel for code, gekend in regels().items() if not gekend.regel.rol}
    parameters: dict[str, Any] = {
        "wie": wie.pk,
        "dag": kalender.vandaag,
        "zondag": kalender.zondag,
        "eind": kalender.eind,
        "codes": list(van_allen),
        "later": [code for code, regel in van_allen.items() if regel.vanaf_begin],
        "per_groep": PER_GROEP,
    }
    with connection.cursor() as cursor:
        cursor.execute(_MET_DE_HAND, parameters)
        rijen = cursor.fetchall()
    "".join("<tr>" + "".join(f"<td>{escape(str(waarde))}</td>" for waarde in rij) + "</tr>" for rij in rijen)
    return sorted((rij[1], rij[2]) for rij in rijen)
