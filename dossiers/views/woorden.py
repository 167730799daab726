"""How the pages of the case say what the facts mean."""

from __future__ import annotations

from typing import Any

from dossiers.figures import Regisseur
from dossiers.models import Stand
from dossiers.models.nationaliteiten import nationaliteitkeuzes

STANDSOORT = {
    Stand.GEVESTIGD: "goed",
    Stand.GEKOPPELD: "wacht",
    Stand.VERWACHT: "wacht",
    Stand.VERTROKKEN: "neutraal",
    Stand.GEREGISTREERD: "neutraal",
}
ONBEKEND = "onbekend"
# Django sorts and flattens all two hundred again for each row that asks for its own.
_NATIONALITEITEN = dict(nationaliteitkeuzes())


def stand(code: str) -> dict[str, Any]:
    """The badge of where somebody stands."""
    waarde = Stand(code)
    return {"soort": STANDSOORT[waarde], "label": waarde.label, "gevestigd": waarde == Stand.GEVESTIGD}


def nationaliteit(code: str) -> str:
    """The name of a nationality; of one that is no longer a choice what stands there."""
    return _NATIONALITEITEN.get(code, code)


def gezin(naam: str | None, grootte: int, *, alles: bool = True) -> str:
    """The family of somebody, with its size; without `alles` that of whom the reader may see."""
    if naam is None:
        return "geen gezin"
    if grootte == 1:
        return "alleenstaand" if alles else "alleen deze persoon"
    return f"{naam}, {grootte} personen"


def regisseur(wie: Regisseur | None) -> str:
    """Whose case it is, with who covers; the open work stock in words."""
    if wie is None:
        return "Nog niet toegewezen"
    return f"{wie.naam} (waarnemer: {wie.waarnemer})" if wie.waarnemer else wie.naam
