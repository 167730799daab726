"""The organisations that the plan names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError, RestrictedError

from kern.contract import Laadtelling
from kern.weigering import botsing_als_weigering
from toegang.models import Organisatie


def neem_organisaties_over(rijen: Sequence[Mapping[str, Any]]) -> Laadtelling:
    """Make the organisations of the plan equal to `rijen` (naam, rol), known by name in any case.

    One that somebody entered by hand is adopted when the plan names it. One that left the plan goes;
    if users or homes still belong to it, it stays as an organisation outside the plan. Both count
    as changed.
    """
    telling = Laadtelling()
    with transaction.atomic():
        oud = {rij.naam.lower(): rij for rij in Organisatie.objects.select_for_update()}
        for nieuw in rijen:
            organisatie = oud.pop(nieuw["naam"].lower(), None)
            telling += _gelijk(organisatie, {**nieuw, "van_plan": True})
        for organisatie in oud.values():
            if organisatie.van_plan:
                _uit_het_plan(organisatie)
                telling += Laadtelling(gewijzigd=1)
    return telling


def bewaar_organisatie(
    organisatie: Organisatie, *, gegevens: Mapping[str, Any], versie: int | None = None
) -> Organisatie:
    """Make an organisation, or change it as the next version; what the plan names keeps its name.

    ValidationError when the name is taken; Verouderd when somebody else saved since `versie`.
    """
    with transaction.atomic(), botsing_als_weigering(Organisatie):
        rij = Organisatie.te_bewaren(organisatie, versie)
        if rij.van_plan:
            raise ValidationError("Deze organisatie staat in het plan. Wijzig haar daar.")
        rij.vul(gegevens)
        rij.bewaar_volgende()
    return rij


def _gelijk(organisatie: Organisatie | None, waarden: Mapping[str, Any]) -> Laadtelling:
    if organisatie is None:
        Organisatie.objects.create(**waarden)
        return Laadtelling(aangemaakt=1)
    if all(getattr(organisatie, veld) == waarde for veld, waarde in waarden.items()):
        return Laadtelling(ongewijzigd=1)
    for veld, waarde in waarden.items():
        setattr(organisatie, veld, waarde)
    organisatie.bewaar_volgende()
    return Laadtelling(gewijzigd=1)


def _uit_het_plan(organisatie: Organisatie) -> None:
    try:
        with transaction.atomic():
            organisatie.delete()
    except (ProtectedError, RestrictedError):
        organisatie.van_plan = False
        organisatie.bewaar_volgende()
