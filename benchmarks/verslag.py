"""The results as a page: docs/prestaties.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from datetime import date

from benchmarks.harnas import Uitslag

KOP = """# Prestaties

Gemeten met `make bench`, dat deze bladzijde schrijft. De wegen naar dezelfde uitkomst lopen om de beurt in
één proces en moeten hetzelfde vinden; anders telt de meting niet. De gegevens zijn verzonnen personen van
`demo_gegevens --personen N`. Een bladzijde is het hele verzoek: inlogsessie, rechten, vragen aan de databank,
sjabloon. Het beheer van Django krijgt dezelfde kolommen, filters en vooraf opgehaalde gegevens
(`benchmarks/admin.py`); het staat alleen in de meting, nooit in het product.

Bij het inlezen noemt ons programma elke fout bij rij en kolom, zoekt het dubbelen en bewaart het wat nodig is om
het bestand terug te nemen. django-import-export krijgt zijn eigen instelling voor fouten per veld
(`clean_model_instances`) en hoeft zijn proefronde niet te doen. De regel "in partijen, zonder controle" is het
snelste dat een kenner ermee schrijft (`use_bulk`): die zegt niet welke rij fout is. Daarvoor geldt geen doel.

De termijnen en het grootboek worden gemeten in een kopie van de databank, die daarna weg is. Tien keer zo veel
dossiers of boekingen mogen ten hoogste 12,5 keer zo lang duren; bij 100.000 dossiers is dat een miljoen. De kopieën
van dossiers hebben alles wat de regels van termijnen lezen, maar geen geschiedenis en geen index om op naam te zoeken.
"Mijn werk" en de aansluiting vinden precies hetzelfde als de SQL met de hand en de lus, tot op de cent. Een controle is
een manier die haar doel moet missen: haalt zij het, dan zegt het doel niets.

"Keer" is de mediaan van de ander gedeeld door die van ons: 5 betekent dat wij vijf keer zo snel zijn.
"""


def schrijf(uitslagen: Mapping[int, Sequence[Uitslag]], op: date) -> str:
    """The whole page."""
    machine = f"{os.cpu_count()} kernen, {platform.machine()}, Python {platform.python_version()}"
    delen = [KOP, f"Laatste meting: {op.day}-{op.month}-{op.year}, {machine}.\n"]
    for aantal, rijen in uitslagen.items():
        delen.append(f"## {_getal(aantal)} dossiers\n")
        delen.append(tabel(rijen))
    return "\n".join(delen)


def tabel(rijen: Sequence[Uitslag]) -> str:
    """One table, in markdown."""
    kop = [
        "| proef | weg | snelste | mediaan | keer | doel | gehaald |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- |",
    ]
    return "\n".join([*kop, *map(_rij, rijen), ""])


def _rij(rij: Uitslag) -> str:
    doel = "" if rij.doel is None else f"{'<' if rij.controle else '≥'} {_komma(rij.doel)}"
    gehaald = "" if rij.doel is None else ("ja" if rij.gehaald else "nee")
    cellen = (
        rij.proef,
        rij.kandidaat,
        _tijd(rij, rij.snelste),
        _tijd(rij, rij.mediaan),
        _komma(rij.keer),
        doel,
        gehaald,
    )
    return f"| {' | '.join(cellen)} |"


def _tijd(rij: Uitslag, waarde: float) -> str:
    return f"{_komma(waarde * 1000)} ms" if rij.eenheid == "ms" else f"{_komma(waarde)} {rij.eenheid}"


def _komma(waarde: float) -> str:
    return f"{waarde:.2f}".replace(".", ",")


def _getal(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")
