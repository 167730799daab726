"""The events of housing on the time line of a person: homes, and counting for the quota."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from dossiers.models import Statushouder
from huisvesting.models import Plaatsing
from kern.contract import Gebeurtenis, Gebruiker, Terugblik
from toegang.rules import van_gemeente


def vooraf(personen: Sequence[Statushouder]) -> None:
    """Read homes, counts and expectations of all these persons, where that was not done yet; three queries."""
    plaatsingen = Prefetch("plaatsingen", Plaatsing.objects.select_related("woning").order_by("van", "pk"))
    prefetch_related_objects(personen, plaatsingen, "tellingen", "verwachtingen")


def tijdlijn(persoon: Statushouder, gebruiker: Gebruiker, terugblik: Terugblik) -> Iterator[Gebeurtenis]:
    """When this person came to live in a home and left it, and when they counted; all, for they are few."""
    if not terugblik.wil("domein"):
        return
    vooraf([persoon])
    for plaatsing in persoon.plaatsingen.all():
        yield _feit(
            plaatsing.van, "huisvesting", f"Gehuisvest in {plaatsing.woning}", plaatsing.woning.plaats
        )
        if plaatsing.tot:
            yield _feit(plaatsing.tot, "huisvesting", f"Weg uit {plaatsing.woning}")
    for telling in persoon.tellingen.all() if van_gemeente(gebruiker) else ():
        titel = "Telt mee" if telling.waarde > 0 else "Telt niet meer mee"
        yield _feit(telling.telt_op, "doel", f"{titel} voor de taakstelling", telling.reden)


def _feit(op: date, icoon: str, titel: str, tekst: str = "") -> Gebeurtenis:
    return Gebeurtenis(op=op, soort="domein", icoon=icoon, titel=titel, tekst=tekst)
