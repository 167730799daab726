"""People who may be known already, beside what was typed: the words of the family form (picture 05)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dossiers.figures.dubbelen import Voorstel
from dossiers.models import Stand, Statushouder
from dossiers.rules.gelijkenis import EEN_KEER, GELIJK, LIJKT, VERSCHILT, Kandidaat

TEKENS = {
    GELIJK: ("wi-gelijk", "="),
    LIJKT: ("wi-lijkt", "≈"),
    VERSCHILT: ("wi-verschilt", "≠"),
    EEN_KEER: ("wi-stil", ""),
}
LABELS = {
    "naam": "Naam",
    "geboren": "Geboren",
    "geslacht": "Geslacht",
    "nationaliteit": "Nationaliteit",
    "vnummer": "V-nummer",
    "bsn": "BSN",
}
NIETS = "—"


@dataclass(frozen=True)
class Dubbelgroep:
    """Who may be the same as one typed person; `keuze` is what the box sends that says "somebody else".

    The box names the persons who were shown, so that it does not hold for others who come up later.
    """

    nummer: int
    naam: str
    kandidaten: tuple[dict[str, Any], ...]
    veld: str
    keuze: str
    gekozen: bool


def groep(
    nummer: int, getypt: Kandidaat, voorstellen: list[Voorstel], personen: dict[int, Statushouder], keuze: str
) -> Dubbelgroep:
    """The panel beside typed person `nummer` (from 1); `keuze` is what the box of the last page said."""
    bekend = [voorstel for voorstel in voorstellen if voorstel.persoon in personen]
    getoond = ",".join(sorted(str(personen[voorstel.persoon].sleutel) for voorstel in bekend))
    return Dubbelgroep(
        nummer=nummer,
        naam=_naam(getypt),
        kandidaten=tuple(_kandidaat(getypt, voorstel, personen[voorstel.persoon]) for voorstel in bekend),
        veld=f"toch-{nummer}",
        keuze=getoond,
        gekozen=keuze == getoond,
    )


def _kandidaat(getypt: Kandidaat, voorstel: Voorstel, persoon: Any) -> dict[str, Any]:
    rijen = []
    for oordeel in voorstel.gelijkenis.velden:
        hier, daar = _waarde(getypt, oordeel.veld), _waarde(voorstel.bekend, oordeel.veld)
        if oordeel.soort in TEKENS and (oordeel.veld != "bsn" or oordeel.soort != EEN_KEER):
            klasse, teken = TEKENS[oordeel.soort]
            rijen.append((LABELS[oordeel.veld], hier, daar, klasse, f"{teken} {oordeel.woorden}".strip()))
    return {
        "persoon": persoon,
        "oordeel": voorstel.gelijkenis.oordeel,
        "soort": "let" if voorstel.gelijkenis.sterk else "neutraal",
        "rijen": rijen,
        "stand": Stand(persoon.stand).label,
    }


def _waarde(van: Kandidaat, veld: str) -> str:
    """What stands in the table; of a BSN only that it is known."""
    if veld == "naam":
        return _naam(van)
    if veld == "bsn":
        return "••••••" if van.bsn_index else NIETS
    if veld == "vnummer":
        return f"{van.vnummer[:3]} {van.vnummer[3:6]} {van.vnummer[6:]}" if van.vnummer else NIETS
    if veld == "geslacht":
        return {"M": "Man", "V": "Vrouw"}.get(van.geslacht, NIETS)
    return str(getattr(van, veld))


def _naam(van: Kandidaat) -> str:
    return " ".join(deel for deel in (van.voornamen, van.voorvoegsel, van.achternaam) if deel)
