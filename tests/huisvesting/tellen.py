"""Persons whose count is asked, and a change of what decides it."""

from __future__ import annotations

from datetime import date
from typing import Any

from dossiers.actions import wijzig_persoon
from dossiers.models import Opvang, Statushouder, WijzeVanKomst
from tests.dossiers.factories import StatushouderFactory


def amv(geboren: date = date(2000, 6, 1), **anders: Any) -> Statushouder:
    """An AMV with a permit, in reception of Nidos."""
    velden = {"wijze_van_komst": WijzeVanKomst.AMV, "opvang": Opvang.KSO, **anders}
    return StatushouderFactory(geboren_vroegst=geboren, geboren_laatst=geboren, **velden)


def wijzig(persoon: Statushouder, **velden: Any) -> Statushouder:
    """Change these fields, as the page does."""
    persoon.refresh_from_db()
    return wijzig_persoon(persoon, versie=persoon.versie, gegevens=velden)
