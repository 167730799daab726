"""The events of housing on the time line of a person: homes, and counting for the quota."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from dossiers.models import Statushouder
from huisvesting.domain.telling import onthoud_oordelen
from huisvesting.models import Aanbod, Plaatsing
from kern.contract import Gebeurtenis, Gebruiker, Terugblik
from toegang.rules import van_gemeente


def vooraf(personen: Sequence[Statushouder]) -> None:
    """Read homes, counts and expectations of all these persons, where that was not done yet; four queries.

    Where somebody has a home and does not count four more, for the reason.
    """
    plaatsingen = Prefetch("plaatsingen", Plaatsing.objects.select_related("woning").order_by("van", "pk"))
    aanbod = Prefetch("aanbod", Aanbod.objects.select_related("woning").order_by("aangeboden_op", "pk"))
    prefetch_related_objects(personen, plaatsingen, aanbod, "tellingen", "verwachtingen")
    onthoud_oordelen(personen)


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
    for aanbod in persoon.aanbod.all():
        yield from _aanbod(aanbod)
    for telling in persoon.tellingen.all() if van_gemeente(gebruiker) else ():
        titel = "Telt mee" if telling.waarde > 0 else "Telt niet meer mee"
        tekst = f"{telling.reden} Regel {telling.regel}, {telling.bron}."
        yield _feit(telling.telt_op, "doel", f"{titel} voor de taakstelling", tekst)


def _aanbod(rij: Aanbod) -> Iterator[Gebeurtenis]:
    """What became of an offer; the start of the tenancy is on the line as the home."""
    stappen = (
        (rij.aangeboden_op, "aangeboden", ""),
        (rij.bezichtigd_op, "bezichtigd", ""),
        (rij.geaccepteerd_op, "geaccepteerd", ""),
        (rij.geweigerd_op, "geweigerd", rij.reden),
        (rij.ingetrokken_op, "niet meer aangeboden", rij.reden),
    )
    for dag, wat, reden in stappen:
        if dag:
            yield _feit(dag, "huisvesting", f"{rij.woning} {wat}", reden)
    if rij.sleutel_op:
        yield _feit(rij.sleutel_op, "sleutel", f"Sleutel van {rij.woning} gekregen")


def _feit(op: date, icoon: str, titel: str, tekst: str = "") -> Gebeurtenis:
    return Gebeurtenis(op=op, soort="domein", icoon=icoon, titel=titel, tekst=tekst)
