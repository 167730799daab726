"""With whom a dossier was shared, on the time line of a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from dossiers.figures import verwijzingen_bij
from dossiers.models import Doorverwijzing, Statushouder, Verwijsstand
from dossiers.rules.verwijzen import namen_van
from kern.contract import Gebeurtenis, Gebruiker
from toegang.rules import DELEN, mag


def verwezen(persoon: Statushouder, gebruiker: Gebruiker) -> Iterator[Gebeurtenis]:
    """Asked, answered and ended: for who works for the municipality; a partner has a page of its own."""
    if not mag(gebruiker, "dossiers", DELEN):
        return
    adres = reverse("dossiers:gedeeld", args=[persoon.sleutel])
    for rij in verwijzingen_bij(persoon, gebruiker):
        yield from _van(rij, adres)


def _van(rij: Doorverwijzing, adres: str) -> Iterator[Gebeurtenis]:
    waarover = ", ".join(namen_van(rij.domeinen))
    yield _op(rij.gevraagd_op, f"Doorverwezen naar {rij.organisatie}", waarover, rij.gevraagd_door, adres)
    if rij.aangenomen_op:
        yield _op(
            rij.aangenomen_op, f"{rij.organisatie} nam de verwijzing aan", "", rij.beantwoord_door, adres
        )
    if rij.afgewezen_op:
        yield _op(
            rij.afgewezen_op,
            f"{rij.organisatie} wees de verwijzing af",
            rij.reden,
            rij.beantwoord_door,
            adres,
        )
    if rij.herinnerd_op:
        yield _op(rij.herinnerd_op, f"{rij.organisatie} herinnerd aan de verwijzing", "", None, adres)
    if rij.beeindigd_op:
        einde = str(Verwijsstand(rij.einde).label).lower()
        titel = f"Verwijzing naar {rij.organisatie} {einde}"
        yield _op(rij.beeindigd_op, titel, rij.reden, rij.beeindigd_door, adres)


def _op(dag: date, titel: str, tekst: str, door: Gebruiker | None, adres: str) -> Gebeurtenis:
    return Gebeurtenis(
        op=dag,
        soort="domein",
        icoon="verwijzing",
        titel=titel,
        tekst=tekst,
        door=str(door or ""),
        adres=adres,
    )
