"""What is due about referrals: calling who does not answer, the coordinator, another partner, and questions."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from dossiers.rules.antwoordtermijn import BRON
from kern.contract import Gebruiker, Termijnregel
from partners.figures import termijnen as rijen
from toegang.models import Rol
from toegang.rules import DELEN, WIJZIGEN, mag

Handeling = tuple[str, str] | None


def _bekijk(persoon: Any, _gelegenheid: str, gebruiker: Gebruiker) -> Handeling:
    if not mag(gebruiker, "dossiers", DELEN):
        return None
    return "Bekijk de verwijzing", reverse("dossiers:gedeeld", args=[persoon.sleutel])


def _opnieuw(persoon: Any, gelegenheid: str, gebruiker: Gebruiker) -> Handeling:
    if not mag(gebruiker, "dossiers", WIJZIGEN):
        return None
    return "Verwijs opnieuw", reverse("dossiers:opnieuw-verwijzen", args=[persoon.sleutel, int(gelegenheid)])


def _antwoorden(_persoon: Any, gelegenheid: str, gebruiker: Gebruiker) -> Handeling:
    if not mag(gebruiker, "dossiers", WIJZIGEN):
        return None
    return "Beantwoorden", reverse("partners:beantwoorden", args=[int(gelegenheid)])


TERMIJNREGELS = [
    Termijnregel(
        code="partners.nabellen",
        label="Partner nabellen: nog geen antwoord",
        soort="norm",
        bron=BRON,
        rijen=rijen.nabellen,
        actie=_bekijk,
        vanaf_begin=True,
    ),
    Termijnregel(
        code="partners.coordinator",
        label="Verwijzing zonder antwoord: besluit wat ermee gebeurt",
        soort="norm",
        bron=BRON,
        rijen=rijen.coordinator,
        actie=_bekijk,
        rol=Rol.COORDINATOR,
        vanaf_begin=True,
    ),
    Termijnregel(
        code="partners.opnieuw",
        label="Een andere partner zoeken",
        soort="norm",
        bron=BRON,
        rijen=rijen.opnieuw,
        actie=_opnieuw,
    ),
    Termijnregel(
        code="partners.vraag",
        label="Vraag van een partner beantwoorden",
        soort="norm",
        bron=BRON,
        rijen=rijen.vragen,
        actie=_antwoorden,
    ),
]
