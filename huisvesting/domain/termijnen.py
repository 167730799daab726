"""What is due in housing: the norm of practice from permit to key, and the months around an eighteenth birthday."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from huisvesting.figures import termijnen as rijen
from huisvesting.rules import Stap
from kern.contract import Gebruiker, Termijnregel
from toegang.rules import WIJZIGEN, mag

Handeling = tuple[str, str] | None


def _koppelen(persoon: Any, _gelegenheid: str, gebruiker: Gebruiker) -> Handeling:
    if not mag(gebruiker, "dossiers", WIJZIGEN):
        return None
    return "Koppeling vastleggen", reverse("dossiers:wijzigen", args=[persoon.sleutel])


def _plaatsen(persoon: Any, _gelegenheid: str, gebruiker: Gebruiker) -> Handeling:
    return _doen("Woning toewijzen", reverse("huisvesting:plaatsen", args=[persoon.sleutel]), gebruiker)


def _aanbieden(persoon: Any, _gelegenheid: str, gebruiker: Gebruiker) -> Handeling:
    return _doen("Woning aanbieden", reverse("huisvesting:aanbieden", args=[persoon.sleutel]), gebruiker)


def _sleutel(_persoon: Any, gelegenheid: str, gebruiker: Gebruiker) -> Handeling:
    adres = reverse("huisvesting:aanbod-stap", args=[int(gelegenheid), Stap.SLEUTEL.value])
    return _doen("Sleutel vastleggen", adres, gebruiker)


def _doen(wat: str, adres: str, gebruiker: Gebruiker) -> Handeling:
    return (wat, adres) if mag(gebruiker, "huisvesting", WIJZIGEN) else None


# Source: rekenregels H11. A norm of practice, not a law; later texts say ten weeks with the move in it.
_COA = "COA, richtlijn van veertien weken (norm, geen wet)"
_AMV = "Afspraak in huis: een woning zoeken begint met 17 jaar en 6 maanden"  # A4
TERMIJNREGELS = [
    Termijnregel(
        code="huisvesting.koppelen",
        label="COA koppelt aan de gemeente",
        soort="norm",
        bron=_COA,
        rijen=rijen.koppelen,
        actie=_koppelen,
        keten="veertien_weken",
    ),
    Termijnregel(
        code="huisvesting.woning",
        label="Woning vinden",
        soort="norm",
        bron=_COA,
        rijen=rijen.woning,
        actie=_plaatsen,
        keten="veertien_weken",
    ),
    Termijnregel(
        code="huisvesting.verhuizen",
        label="Verhuizen en sleutel krijgen",
        soort="norm",
        bron=_COA,
        rijen=rijen.verhuizen,
        actie=_sleutel,
        keten="veertien_weken",
    ),
    Termijnregel(
        code="huisvesting.amv_zoeken",
        label="Beginnen met woning zoeken voor wie 18 wordt",
        soort="norm",
        bron=_AMV,
        rijen=rijen.amv_zoeken,
        actie=_aanbieden,
        keten="amv18",
    ),
    Termijnregel(
        code="huisvesting.amv_woning",
        label="Eigen woning op de 18e verjaardag",
        soort="plan",
        bron="Plan 2017-2018, hoofdstuk Huisvesting",
        rijen=rijen.amv_woning,
        actie=_plaatsen,
        keten="amv18",
    ),
]
