"""The list of dossiers: against Django's admin, against SQL by hand, and its last page against its first."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from django.db import connection
from django.test import Client

from benchmarks.doelen import doel
from benchmarks.harnas import Kandidaat, Proef
from dossiers.models import Statushouder
from kern.klok import vandaag
from kern.leeftijd import uiterlijk_geboren
from toegang.models import Gebruiker, Rol

FILTER = "stand=gevestigd&leeftijd=18-27"
NUMMER = re.compile(r"\bD-\d\d-\d{4,}\b")
_MET_DE_HAND = """
SELECT s.nummer, s.achternaam, s.voorvoegsel, s.voornamen, s.nationaliteit, s.geboren_vroegst, s.geboren_laatst,
       g.naam, v.van, u.naam
FROM dossiers_statushouder s
JOIN dossiers_vestiging v ON v.statushouder_id = s.id AND v.van <= %(dag)s AND (v.tot IS NULL OR v.tot > %(dag)s)
LEFT JOIN dossiers_gezinslid l
    ON l.statushouder_id = s.id AND l.van <= %(dag)s AND (l.tot IS NULL OR l.tot > %(dag)s)
LEFT JOIN dossiers_gezin g ON g.id = l.gezin_id
LEFT JOIN dossiers_regie r ON r.statushouder_id = s.id AND r.van <= %(dag)s AND (r.tot IS NULL OR r.tot > %(dag)s)
LEFT JOIN toegang_gebruiker u ON u.id = r.regisseur_id
WHERE s.samengevoegd_met_id IS NULL AND s.geboren_laatst <= %(oudst)s AND s.geboren_vroegst > %(jongst)s
ORDER BY s.sorteernaam, s.id
LIMIT 50
"""


def proeven() -> list[Proef]:
    """What is measured of the list."""
    client = Client()
    client.force_login(Gebruiker.objects.filter(rol=Rol.KLANTREGISSEUR).earliest("pk"))
    aantal = Statushouder.objects.count()
    lijst = pagina(client, f"/dossiers/?{FILTER}")
    return [
        Proef(
            "Lijst met filter",
            [
                Kandidaat("onze lijst", lijst),
                Kandidaat(
                    "beheer van Django",
                    pagina(client, f"/admin/dossiers/statushouder/?{FILTER}"),
                    doel(aantal, 5),
                ),
                Kandidaat("SQL met de hand", _met_de_hand, doel(aantal, 1 / 20)),
            ],
        ),
        Proef(
            "Laatste bladzijde",
            [
                Kandidaat("laatste bladzijde", pagina(client, f"/dossiers/?{_laatste()}")),
                Kandidaat("eerste bladzijde", pagina(client, "/dossiers/"), 1 / 1.2),
            ],
            rondes=25,
            zelfde=False,
        ),
    ]


def pagina(client: Client, adres: str) -> Callable[[], list[str]]:
    """Asks this address each time, and gives the dossier numbers on it. RuntimeError for another answer than 200."""

    def vraag() -> list[str]:
        antwoord = client.get(adres)
        if antwoord.status_code != 200:
            raise RuntimeError(f"{adres}: {antwoord.status_code}")
        return NUMMER.findall(antwoord.content.decode())

    return vraag


def _laatste() -> str:
    """The place of the last full page."""
    op_naam = Statushouder.objects.filter(samengevoegd_met=None).order_by("-sorteernaam", "-id")
    return f"na={op_naam[50].sleutel}"


def _met_de_hand() -> list[str]:
    """One statement, and its rows as a table in a string: what a page costs at the least."""
    parameters = {
        "dag": vandaag(),
        "oudst": uiterlijk_geboren(18, vandaag()),
        "jongst": uiterlijk_geboren(27, vandaag()),
    }
    with connection.cursor() as cursor:
        cursor.execute(_MET_DE_HAND, parameters)
        rijen = cursor.fetchall()
    tabel = "".join(
        "<tr>" + "".join(f"<td>{escape(str(waarde))}</td>" for waarde in rij) + "</tr>" for rij in rijen
    )
    return NUMMER.findall(f"<table>{tabel}</table>")
