"""Offers: where one stands, and the dated facts that follow from them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, Min, QuerySet

from dossiers.models import Statushouder, WijzeVanKomst
from huisvesting import rules
from huisvesting.models import Aanbod, Plaatsing, Verwachting, Woonvraag
from huisvesting.models.aanbod import AanbodQuerySet
from kern.contract import Gebruiker
from kern.leeftijd import minderjarig


def aanbodstand(rij: Aanbod) -> rules.Aanbodstand:
    """The days of an offer, for the rules of its steps."""
    dagen = {stap.veld: getattr(rij, stap.veld) for stap in rules.Stap}
    return rules.Aanbodstand(aangeboden_op=rij.aangeboden_op, **dagen)


def zoekt_amv_plek(persoon: Statushouder, op: date) -> bool:
    """Does this person need a place in an AMV home: as was written down, else by being an AMV under 18.

    Who lives in one looks for a home of the own.
    """
    if Plaatsing.objects.lopend_op(op).filter(statushouder=persoon, woning__amv_woning=True).exists():
        return False
    vraag = Verwachting.objects.filter(statushouder=persoon).values_list("woonvraag", flat=True).first()
    return vraagt_amv_plek(persoon, vraag, op)


def vraagt_amv_plek(persoon: Statushouder, vraag: str | None, op: date) -> bool:
    """As `zoekt_amv_plek`, of who lives in no AMV home, by the `woonvraag` that was written down."""
    if vraag is not None:
        return vraag == Woonvraag.AMV
    return persoon.wijze_van_komst == WijzeVanKomst.AMV and bool(minderjarig(persoon.geboren, op))


def aanbiedingen(gebruiker: Gebruiker) -> AanbodQuerySet:
    """Offers to persons whom this user may see, with home and tenant."""
    return Aanbod.objects.zichtbaar_voor(gebruiker).select_related("statushouder", "woning")


def _eerste(veld: str) -> QuerySet[Any, Any]:
    rijen = Aanbod.objects.filter(**{f"{veld}__isnull": False}).order_by()
    return rijen.values(dossier=F("statushouder")).annotate(op=Min(veld))


def bezichtigd() -> QuerySet[Any, Any]:
    """The first day on which the tenant saw a home."""
    return _eerste("bezichtigd_op")


def huurcontract() -> QuerySet[Any, Any]:
    """The first day of a tenancy that was signed, by its main tenant."""
    return _eerste("contract_op")


def sleutel() -> QuerySet[Any, Any]:
    """The first day on which the main tenant got the key of a home."""
    return _eerste("sleutel_op")
