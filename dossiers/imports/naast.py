"""A row that may be somebody who is known, beside that person: for who decides on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dossiers.models import Geslacht, Nationaliteit, Statushouder
from dossiers.rules.gelijkenis import BEETJE, EEN_KEER, Kandidaat, Veldoordeel, vergelijk, vergelijk_velden
from kern.contract import Naast, Naastregel, Opzijrij
from kern.leeftijd import Geboortedatum

_NIETS = "—"
_LABELS = {
    "naam": "Naam",
    "geboren": "Geboren",
    "geslacht": "Geslacht",
    "nationaliteit": "Nationaliteit",
    "vnummer": "V-nummer",
    "bsn": "BSN",
}


def naast(rijen: Sequence[Opzijrij]) -> Mapping[int, Naast]:
    """By row number: its fields beside those of the person that it resembles; one query."""
    bekenden = Statushouder.objects.in_bulk([rij.bekend for rij in rijen])
    return {rij.rij: _naast(rij, bekenden[rij.bekend]) for rij in rijen if rij.bekend in bekenden}


def _naast(rij: Opzijrij, persoon: Statushouder) -> Naast:
    hier, bekend = _van_rij(rij), _van_persoon(persoon)
    gelijkenis = vergelijk(hier, bekend)
    oordeel = gelijkenis.oordeel if gelijkenis else BEETJE
    stand = ("let" if gelijkenis and gelijkenis.sterk else "neutraal", oordeel)
    links, rechts = _teksten(hier), _teksten(bekend)
    regels = [
        _regel(een, links[een.veld], rechts[een.veld])
        for een in vergelijk_velden(hier, bekend)
        if (links[een.veld], rechts[een.veld]) != (_NIETS, _NIETS)
    ]
    return Naast(_naam(hier), stand, regels)


def _regel(oordeel: Veldoordeel, hier: str, bekend: str) -> Naastregel:
    woorden = oordeel.woorden
    if oordeel.soort == EEN_KEER:
        woorden = "niet in het bestand" if hier == _NIETS else "nog niet bekend"
    return Naastregel(_LABELS[oordeel.veld], hier, bekend, oordeel.soort, woorden)


def _van_rij(rij: Opzijrij) -> Kandidaat:
    dagen = [rij.velden.get(f"geboortedatum_{deel}") for deel in ("vroegst", "laatst")]
    vroegst, laatst = (date.fromisoformat(dag) if dag else None for dag in dagen)
    return Kandidaat(
        achternaam=rij.cellen.get("achternaam") or "",
        voorvoegsel=rij.cellen.get("voorvoegsel") or "",
        voornamen=rij.cellen.get("voornamen") or "",
        geboren=Geboortedatum(vroegst, laatst),
        geslacht=rij.velden.get("geslacht") or Geslacht.ONBEKEND,
        nationaliteit=rij.velden.get("nationaliteit") or Nationaliteit.ONBEKEND,
        vnummer=rij.velden.get("vnummer"),
        bsn_index=rij.velden.get("bsn_index"),
    )


def _van_persoon(persoon: Statushouder) -> Kandidaat:
    return Kandidaat(
        achternaam=persoon.achternaam,
        voorvoegsel=persoon.voorvoegsel,
        voornamen=persoon.voornamen,
        geboren=persoon.geboren,
        geslacht=persoon.geslacht,
        nationaliteit=persoon.nationaliteit,
        vnummer=persoon.vnummer,
        bsn_index=persoon.bsn_index,
    )


def _naam(van: Kandidaat) -> str:
    return " ".join(deel for deel in (van.voornamen, van.voorvoegsel, van.achternaam) if deel)


def _teksten(van: Kandidaat) -> dict[str, str]:
    """What the screen shows of each field; a BSN only as being there."""
    onbekend_geslacht = van.geslacht == Geslacht.ONBEKEND
    return {
        "naam": _naam(van),
        "geboren": str(van.geboren) if van.geboren.vroegst else _NIETS,
        "geslacht": _NIETS if onbekend_geslacht else str(Geslacht(van.geslacht).label),
        "nationaliteit": _NIETS if van.nationaliteit == Nationaliteit.ONBEKEND else van.nationaliteit,
        "vnummer": " ".join((van.vnummer[:3], van.vnummer[3:6], van.vnummer[6:])) if van.vnummer else _NIETS,
        "bsn": "••••••" if van.bsn_index else _NIETS,
    }
