"""Who may see a dossier now, in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dossiers.figures.waarom import VAN_DE_ROL, Toegang
from dossiers.rules.verwijzen import namen_van
from dossiers.rules.waarom import Grond, Grondsoort, laatste_dag
from kern.contract import Gebruiker
from kern.opmaak.datum import schrijf_datum
from kern.opmaak.scherm import getal
from kern.register import register
from kern.schrijfwijze import opsomming
from toegang.models import Rol

_ALLEN = {
    Rol.KLANTREGISSEUR: "Klantregisseurs",
    Rol.CONSULENT: "Consulenten W&I",
    Rol.COORDINATOR: "Projectcoördinatoren",
}
_EINDE = {
    Grondsoort.REGIE: "tot overdracht",
    Grondsoort.ROL: "zolang deze rol duurt",
    Grondsoort.MANDAAT: "zolang deze rol duurt",
}


def lijnen(toegang: Iterable[Toegang], gebruiker: Gebruiker) -> list[dict[str, Any]]:
    """Each line: who, why and on which basis, what of it, until when, and whether it is about the reader."""
    return [_lijn(een, gebruiker) for een in toegang]


def _lijn(toegang: Toegang, gebruiker: Gebruiker) -> dict[str, Any]:
    mensen, samen = toegang.mensen, toegang.gronden
    einde = laatste_dag(samen)
    return {
        "wie": _wie(toegang),
        "onder": _onder(toegang, gebruiker) if len(mensen) == 1 else "",
        "aantal": f"{getal(len(mensen))} mensen" if len(mensen) > 1 else "",
        "mensen": [str(een) + (" (dit bent u)" if een.pk == gebruiker.pk else "") for een in mensen],
        "waarom": opsomming([_waarom(grond) for grond in samen]),
        "grondslag": "; ".join(dict.fromkeys(grond.grondslag for grond in samen)),
        "ziet": _ziet(toegang),
        "tot_en_met": schrijf_datum(einde) if einde else _EINDE.get(samen[0].soort, "geen einddatum"),
        "van_mij": [een.pk for een in mensen] == [gebruiker.pk],
    }


def _wie(toegang: Toegang) -> str:
    """The organisation of a referral, a role of more than one, or somebody by name."""
    [een, *anderen] = toegang.mensen
    if _van_organisatie(toegang):
        return str(een.organisatie)
    if anderen:
        return _ALLEN.get(Rol(een.rol), een.get_rol_display())
    return str(een)


def _van_organisatie(toegang: Toegang) -> bool:
    """Whoever works for the organisation, whatever their name."""
    return [grond.soort for grond in toegang.gronden] == [Grondsoort.VERWEZEN]


def _onder(toegang: Toegang, gebruiker: Gebruiker) -> str:
    """Of one person: that it is the reader, or else who it is or what they are."""
    [een] = toegang.mensen
    if een.pk == gebruiker.pk:
        return "dit bent u"
    if een.rol == Rol.PARTNER:
        return str(een if _van_organisatie(toegang) else een.organisatie)
    rol: str = een.get_rol_display()
    return rol[:1].lower() + rol[1:]


def _waarom(grond: Grond) -> str:
    woorden = {
        Grondsoort.ROL: "rol",
        Grondsoort.MANDAAT: "mandaat, 18 jaar of ouder",
        Grondsoort.REGIE: "regisseur",
        Grondsoort.WAARNEMING: f"neemt waar voor {grond.over}",
        Grondsoort.VERWEZEN: f"doorverwezen: {grond.over}",
        Grondsoort.GENOEMD: f"met naam genoemd: {grond.over}",
    }
    vanaf = f", vanaf {schrijf_datum(grond.van)}" if grond.van and grond.soort not in VAN_DE_ROL else ""
    return woorden[grond.soort] + vanaf


def _ziet(toegang: Toegang) -> str:
    alle = {domein.code for domein in register if domein.onderwerp}
    volgorde = [domein.code for domein in register if domein.code in toegang.domeinen]
    wat = "alle onderwerpen" if toegang.domeinen == alle else opsomming(namen_van(volgorde)).lower()
    return f"{wat or 'naam en contactgegevens'}{'' if toegang.bsn else ', zonder BSN'}"


def van_mij(toegang: Iterable[Toegang], gebruiker: Gebruiker) -> list[Grond]:
    """The grants of the reader: those of "Waarom zie ik dit?"."""
    return [grond for een in toegang if gebruiker in een.mensen for grond in een.gronden]


def mensen_met_naam(toegang: Sequence[Toegang]) -> int:
    """How many different people there are in these lines."""
    return len({een.pk for lijn in toegang for een in lijn.mensen})
