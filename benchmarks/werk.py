"""Mijn werk and the terms: the page against SQL by hand, and computing all terms anew against half of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from django.db import connection, transaction
from django.test import Client

from benchmarks.doelen import doel
from benchmarks.harnas import Kandidaat, Proef
from dossiers.models import Regie, Statushouder
from kern.klok import vandaag
from termijnen import motor
from termijnen.actions.bijwerken import PER_KEER
from termijnen.figures import regels
from toegang.models import Gebruiker, Rol
from werkplek.figures.werk import Kalender
from werkplek.views.mijn_werk import PER_GROEP

RIJ = re.compile(r'id="termijn-(\d+)"')
# Dossiers of the caseworker whose morning it is; a family is four of them.
DOSSIERS = 200
# Computing twice as many dossiers may take this many times as long.
EVENREDIG = 2.4
_GEEF_WERK = """
UPDATE dossiers_regie SET regisseur_id = %(wie)s WHERE tot IS NULL AND statushouder_id IN (
    SELECT statushouder_id FROM termijnen_termijn WHERE voldaan_op IS NULL
    GROUP BY statushouder_id ORDER BY md5(statushouder_id::text) LIMIT %(aantal)s)
"""
_MET_DE_HAND = """
SELECT groep, id, code, nummer, achternaam, vervalt_op, samen FROM (
    SELECT t.id, t.code, s.nummer, s.achternaam, t.vervalt_op, g.groep,
           row_number() OVER (PARTITION BY g.groep ORDER BY t.vervalt_op, t.id) AS plek,
           count(*) OVER (PARTITION BY g.groep) AS samen
    FROM termijnen_termijn t
    JOIN dossiers_statushouder s ON s.id = t.statushouder_id AND s.samengevoegd_met_id IS NULL
    JOIN dossiers_regie r ON r.statushouder_id = s.id AND r.regisseur_id = %(wie)s
        AND r.van <= %(dag)s AND (r.tot IS NULL OR r.tot > %(dag)s)
    CROSS JOIN LATERAL (SELECT CASE WHEN t.vervalt_op < %(dag)s THEN 1 WHEN t.vervalt_op <= %(zondag)s THEN 2
                        ELSE 3 END AS groep) g
    WHERE (t.voldaan_op IS NULL OR t.voldaan_op > %(dag)s) AND t.vervalt_op <= %(eind)s AND t.code = ANY (%(codes)s)
) q WHERE plek <= %(per_groep)s ORDER BY groep, plek
"""


def proeven() -> list[Proef]:
    """The page of a caseworker with two hundred dossiers, and the night."""
    wie = Gebruiker.objects.filter(rol=Rol.KLANTREGISSEUR).earliest("pk")
    _geef_werk(wie)
    client = Client()
    client.force_login(wie)
    aantal = Statushouder.objects.count()
    sleutels = list(Statushouder.objects.order_by("pk").values_list("pk", flat=True))
    return [
        Proef(
            "Mijn werk",
            [
                Kandidaat("onze bladzijde", _pagina(client)),
                Kandidaat("SQL met de hand", lambda: _met_de_hand(wie), doel(aantal, 1 / 20)),
            ],
            zelfde=False,  # tasks and appointments share the places of a group with the terms
        ),
        Proef(
            "Alle termijnen opnieuw berekenen",
            [
                Kandidaat(f"{len(sleutels)} dossiers", _bereken(sleutels)),
                Kandidaat(
                    f"{len(sleutels) // 2} dossiers", _bereken(sleutels[::2]), doel(aantal, 1 / EVENREDIG)
                ),
            ],
            rondes=3,
            zelfde=False,
        ),
    ]


def _geef_werk(wie: Gebruiker) -> None:
    """Terms, and so many of the dossiers with something to do; the first time only."""
    _bereken(list(Statushouder.objects.order_by("pk").values_list("pk", flat=True)))()
    if Regie.objects.filter(regisseur=wie, tot=None).count() < DOSSIERS:
        with connection.cursor() as cursor:
            cursor.execute(_GEEF_WERK, {"wie": wie.pk, "aantal": DOSSIERS})
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE termijnen_termijn")
        cursor.execute("VACUUM ANALYZE dossiers_regie")


def _bereken(sleutels: Sequence[int]) -> Callable[[], int]:
    """As the night does: a part in each transaction."""

    def doe() -> int:
        for begin in range(0, len(sleutels), PER_KEER):
            with transaction.atomic():
                motor.werk_bij(sleutels[begin : begin + PER_KEER])
        return len(sleutels)

    return doe


def _pagina(client: Client) -> Callable[[], list[int]]:
    def vraag() -> list[int]:
        antwoord = client.get("/werk/")
        if antwoord.status_code != 200:
            raise RuntimeError(f"/werk/: {antwoord.status_code}")
        return sorted(int(sleutel) for sleutel in RIJ.findall(antwoord.content.decode()))

    return vraag


def _met_de_hand(wie: Gebruiker) -> list[int]:
    """One statement, and its rows as a table in a string: what the page costs at the least."""
    kalender = Kalender(vandaag())
    parameters: dict[str, Any] = {
        "wie": wie.pk,
        "dag": kalender.vandaag,
        "zondag": kalender.zondag,
        "eind": kalender.eind,
        "codes": list(regels()),
        "per_groep": PER_GROEP,
    }
    with connection.cursor() as cursor:
        cursor.execute(_MET_DE_HAND, parameters)
        rijen = cursor.fetchall()
    "".join("<tr>" + "".join(f"<td>{escape(str(waarde))}</td>" for waarde in rij) + "</tr>" for rij in rijen)
    return sorted(rij[1] for rij in rijen)
