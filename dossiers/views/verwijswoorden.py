"""How pages say with whom a dossier is shared, and what a partner is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dossiers.models import Doorverwijzing, Verwijsstand
from dossiers.rules.verwijzen import namen_van
from dossiers.views.woorden import ONBEKEND
from kern import schrijfwijze
from kern.opmaak.datum import schrijf_datum
from kern.schrijfwijze import opsomming

_SOORT = {
    Verwijsstand.GEVRAAGD: "wacht",
    Verwijsstand.AANGENOMEN: "goed",
    Verwijsstand.AFGEWEZEN: "let",
}
LOPEND = (Verwijsstand.GEVRAAGD, Verwijsstand.AANGENOMEN)


def stand(verwijzing: Doorverwijzing, dag: date) -> tuple[str, str]:
    """The badge of a referral on `dag`."""
    waarde = verwijzing.stand_op(dag)
    if waarde == Verwijsstand.AANGENOMEN and verwijzing.van > dag:
        return ("wacht", f"Vanaf {schrijf_datum(verwijzing.van)}")
    return (_SOORT.get(waarde, "neutraal"), str(waarde.label))


def regel(verwijzing: Doorverwijzing, dag: date, *, zicht: str = "") -> dict[str, Any]:
    """A referral as the municipality reads it; `zicht` is what a shield leaves the partner to see."""
    return {
        "verwijzing": verwijzing,
        "stand": stand(verwijzing, dag),
        "wie": "Het hele gezin" if verwijzing.gezin_id else "Deze persoon",
        "onderwerpen": opsomming(namen_van(verwijzing.domeinen)),
        "verloop": _verloop(verwijzing),
        "loopt": verwijzing.stand_op(dag) in LOPEND,
        "opnieuw": verwijzing.stand_op(dag) not in LOPEND,
        "aangenomen": verwijzing.stand_op(dag) == Verwijsstand.AANGENOMEN,
        "zicht": zicht if verwijzing.stand_op(dag) in LOPEND else "",
    }


def _verloop(rij: Doorverwijzing) -> str:
    """Who asked, who answered, who ended it and why."""
    zinnen = [f"Gevraagd op {schrijf_datum(rij.gevraagd_op)}{_door(rij.gevraagd_door)}."]
    if rij.herinnerd_op:
        zinnen.append(f"Herinnerd op {schrijf_datum(rij.herinnerd_op)}.")
    if rij.aangenomen_op:
        zinnen.append(f"Aangenomen op {schrijf_datum(rij.aangenomen_op)}{_door(rij.beantwoord_door)}.")
    if rij.afgewezen_op:
        zinnen.append(f"Afgewezen op {schrijf_datum(rij.afgewezen_op)}{_door(rij.beantwoord_door)}.")
    if rij.beeindigd_op:
        einde = str(Verwijsstand(rij.einde).label)
        zinnen.append(f"{einde} op {schrijf_datum(rij.beeindigd_op)}{_door(rij.beeindigd_door)}.")
    if not rij.aangenomen_op and not rij.afgewezen_op and not rij.beeindigd_op and rij.antwoord_tot_en_met:
        zinnen.append(f"Antwoord kan tot en met {schrijf_datum(rij.antwoord_tot_en_met)}.")
    if rij.reden:
        zinnen.append(f"Reden: {rij.reden}")
    return " ".join(zinnen)


def _door(gebruiker: Any) -> str:
    return f" door {gebruiker}" if gebruiker else ""


def kaarttitel(kaart: Mapping[str, Any]) -> str:
    """Who it is about, without a name."""
    if kaart["personen"] == 1:
        [jaren] = _bekende_leeftijden(kaart) or [""]
        return f"1 persoon, {jaren} jaar" if jaren else "1 persoon"
    return f"Gezin van {kaart['personen']} personen"


def kaartregels(verwijzing: Doorverwijzing) -> list[tuple[str, str]]:
    """What a partner may know before it says yes; as it was when the municipality asked."""
    kaart = verwijzing.kaart
    rijen = []
    if kaart["personen"] > 1:
        bekend = _bekende_leeftijden(kaart)
        rest = [] if len(bekend) == kaart["personen"] else ["van een ander niet bekend"]
        rijen.append(("Leeftijd", opsomming([*bekend, *rest]) + (" jaar" if not rest else "")))
    talen = opsomming(kaart["tolktalen"])
    rijen.append(("Tolk", talen or "Niet nodig"))
    if kaart["wijk"]:
        rijen.append(("Wijk", kaart["wijk"]))
    return [
        *rijen,
        ("Waarover", opsomming(kaart["onderwerpen"])),
        ("Waarvoor", verwijzing.doel),
        (
            "Periode",
            f"{schrijfwijze.dag(verwijzing.van)} tot en met {schrijfwijze.dag(verwijzing.tot_en_met)}",
        ),
    ]


def _bekende_leeftijden(kaart: Mapping[str, Any]) -> list[str]:
    """The ages that are known at all, in words; the oldest cards have numbers, and nothing for unknown."""
    return [str(jaren) for jaren in kaart["leeftijden"] if jaren not in (None, ONBEKEND)]
