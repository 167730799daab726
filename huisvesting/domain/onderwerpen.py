"""What is due in housing that is of no dossier: agreements with landlords, and the days of supervision."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from huisvesting.figures import onderwerpen as rijen
from huisvesting.rules import TOEZICHTBRON
from kern.contract import Gebruiker, Termijnregel
from toegang.models import Rol
from toegang.rules import INZIEN, WIJZIGEN, mag

Handeling = tuple[str, str] | None


def _afspraak(pk: Any, _gelegenheid: str, gebruiker: Gebruiker) -> Handeling:
    if not mag(gebruiker, "huisvesting", WIJZIGEN):
        return None
    return "Afspraak bekijken", reverse("huisvesting:afspraak-wijzigen", args=[int(pk)])


def _toezicht(_periode: Any, _gelegenheid: str, gebruiker: Gebruiker) -> Handeling:
    if not mag(gebruiker, "huisvesting", INZIEN):
        return None
    return "Stand nakijken", reverse("huisvesting:toezicht")


_TOEZICHT = f"{TOEZICHTBRON} (norm, geen wet)"  # H12
ONDERWERPREGELS = [
    Termijnregel(
        code="huisvesting.afspraak_loopt_af",
        label="Prestatieafspraak loopt af zonder vervolg",
        soort="norm",
        bron="Afspraak in huis: een vervolg ligt er voor de laatste dag (norm, geen wet)",
        rijen=rijen.afspraken_zonder_vervolg,
        namen=rijen.afspraaknamen,
        actie=_afspraak,
        rol=Rol.COORDINATOR,
    ),
    Termijnregel(
        code="huisvesting.koppeldag",
        label="Koppeldag: nagaan of COA genoeg mensen koppelde",
        soort="norm",
        bron=_TOEZICHT,
        rijen=rijen.koppeldagen,
        namen=rijen.periodenamen,
        actie=_toezicht,
        keten="toezicht",
        rol=Rol.COORDINATOR,
    ),
    Termijnregel(
        code="huisvesting.beoordeeldag",
        label="Beoordeling door de provincie: nagaan of de stand klopt",
        soort="norm",
        bron=_TOEZICHT,
        rijen=rijen.beoordeeldagen,
        namen=rijen.periodenamen,
        actie=_toezicht,
        keten="toezicht",
        rol=Rol.COORDINATOR,
    ),
]
