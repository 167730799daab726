"""How the pages of a person say what the facts mean."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.html import format_html

from dossiers.models import (
    Contactmoment,
    Geslacht,
    Regie,
    Relatie,
    Relatiesoort,
    Rol,
    Signaal,
    Statushouder,
    Taak,
)
from dossiers.rules import mag_afhandelen
from dossiers.rules.inzage import mag_veld
from dossiers.rules.verwijzen import namen_van
from dossiers.rules.waarom import Grond
from dossiers.views import woorden
from dossiers.views.relaties import VAN_DE_ANDERE_KANT
from kern import schrijfwijze
from kern.contract import Gebruiker
from kern.leeftijd import leeftijd_in_woorden
from kern.opmaak.datum import schrijf_datum
from kern.register import register
from toegang.rules import mag
from werkplek.figures import Regel

FILTERS = {"": "Alles", "contact": "Contact", "domein": "Domeinen", "document": "Documenten"}
_KINDEREN = {Geslacht.MAN: "zoon", Geslacht.VROUW: "dochter"}
_SOORTEN = {"contact": "Contact", "document": "Document"}
NOG_TE_KOMEN = "Nog te komen"


def jaren(persoon: Statushouder, peildatum: date) -> str:
    """The age in words."""
    jaar = leeftijd_in_woorden(persoon.geboren, peildatum)
    return "leeftijd onbekend" if jaar == woorden.ONBEKEND else f"{jaar} jaar"


def rol(persoon: Any) -> str:
    """The place in the family; of a child whether it is a son or a daughter."""
    if persoon.rol == Rol.KIND:
        return _KINDEREN.get(persoon.geslacht, "kind")
    return Rol(persoon.rol).label.lower()


def leden(huidig: Statushouder, personen: Iterable[Any], peildatum: date) -> list[dict[str, Any]]:
    """The strip of the family: of who bears the same family name only the given names, but of this person."""
    return [
        {
            "adres": persoon.get_absolute_url(),
            "naam": persoon.naam
            if persoon.pk == huidig.pk or persoon.achternaam != huidig.achternaam
            else persoon.voornamen or persoon.naam,
            "rol": f"{jaren(persoon, peildatum)}, {rol(persoon)}",
            "stand": woorden.stand(persoon.stand)["label"],
            "huidig": persoon.pk == huidig.pk,
        }
        for persoon in personen
    ]


def regisseur(regie: Regie | None) -> str:
    """Whose case it is, and who covers during an absence."""
    if regie is None or regie.regisseur is None:
        return "Nog niet toegewezen"
    waarnemer = getattr(regie, "waarnemer", None)
    return f"{regie.regisseur}, nu waargenomen door {waarnemer}" if waarnemer else str(regie.regisseur)


def kop(persoon: Any, regie: Regie | None, peildatum: date, gebruiker: Gebruiker) -> list[tuple[str, str]]:
    """The facts in the head of the page that this user may read; one line on a wide screen."""
    sinds = {
        "gevestigd": ("Gevestigd sinds", persoon.gevestigd_sinds),
        "vertrokken": ("Gevestigd geweest vanaf", persoon.gevestigd_sinds),
        "gekoppeld": ("Gekoppeld sinds", persoon.coa_koppeldatum),
    }.get(persoon.stand)
    if persoon.stand == "gekoppeld" and not mag_veld(gebruiker, "coa_koppeldatum"):
        sinds = None
    return [
        ("Dossier", persoon.nummer),
        (f"Leeftijd op {schrijfwijze.dag(peildatum)}", jaren(persoon, peildatum)),
        *([(sinds[0], schrijfwijze.dag(sinds[1]))] if sinds else []),
        ("Tolk", persoon.get_tolktaal_display() or "Geen tolk nodig"),
        ("Regisseur", regisseur(regie)),
    ]


def gegevens(persoon: Statushouder, gebruiker: Gebruiker) -> list[tuple[str, str]]:
    """What this user may read of a person, for the card beside the panels; what is empty is left out."""
    rijen = [
        ("", "Geboren", str(persoon.geboren)),
        ("", "Geslacht", persoon.get_geslacht_display()),
        ("nationaliteit", "Nationaliteit", woorden.nationaliteit(persoon.nationaliteit)),
        ("vnummer", "V-nummer", persoon.vnummer or ""),
        ("vergunning", "Vergunning", persoon.get_vergunning_display()),
        ("wijze_van_komst", "Komt door", persoon.get_wijze_van_komst_display()),
        ("", "Telefoon", persoon.telefoon),
        ("", "E-mail", persoon.email),
    ]
    gelezen = [(naam, waarde) for veld, naam, waarde in rijen if waarde and mag_veld(gebruiker, veld)]
    return [(naam, _te_bereiken(naam, waarde)) for naam, waarde in gelezen]


def _te_bereiken(naam: str, waarde: str) -> str:
    """A telephone number to call and an address to write to, for who reads this on a telephone."""
    if naam == "Telefoon":
        nummer = "".join(teken for teken in waarde if teken.isdigit() or teken == "+")
        return format_html('<a class="nl-link" href="tel:{}">{}</a>', nummer, waarde)
    if naam == "E-mail":
        return format_html('<a class="nl-link" href="mailto:{}">{}</a>', waarde, waarde)
    return waarde


def waarom(gronden: Iterable[Grond]) -> list[dict[str, Any]]:
    """Each grant with its basis and its days; what ends it in words where there is no last day."""
    return [
        {
            "wat": grond.wat,
            "feiten": [
                ("Grondslag", grond.grondslag),
                *([("Vanaf", schrijfwijze.dag(grond.van))] if grond.van else []),
                ("Tot en met", schrijfwijze.dag(grond.tot_en_met) if grond.tot_en_met else grond.einde),
            ],
        }
        for grond in gronden
    ]


def verwezen(gronden: Iterable[Grond], gebruiker: Gebruiker) -> list[dict[str, Any]]:
    """What a partner was asked to do here, with where that is finished; nothing for who works otherwise."""
    acties = [
        actie
        for domein in register
        for actie in domein.verwijsacties
        if mag(gebruiker, domein.code, actie.recht)
    ]
    return [
        {
            "feiten": [
                ("Waarvoor", grond.over),
                ("Waarover", schrijfwijze.opsomming(namen_van(grond.domeinen))),
                ("Tot en met", schrijfwijze.dag(grond.tot_en_met) if grond.tot_en_met else grond.einde),
            ],
            "acties": [(actie.label, reverse(actie.url, args=[grond.verwijzing])) for actie in acties],
            "bij": f"de verwijzing: {grond.over}",
        }
        for grond in gronden
        if grond.verwijzing
    ]


def relaties(persoon: Statushouder, rijen: Iterable[Relatie], peildatum: date) -> list[dict[str, Any]]:
    """Who belongs to this person on the peildatum or later, and what they are of this person."""
    return [
        {"wie": rij.verwant, "wat": rij.get_soort_display()}
        if rij.persoon_id == persoon.pk
        else {"wie": rij.persoon, "wat": VAN_DE_ANDERE_KANT[Relatiesoort(rij.soort)]}
        for rij in rijen
        if rij.tot is None or rij.tot > peildatum
    ]


def open_werk(
    taken: Iterable[Taak], signalen: Iterable[Signaal], gebruiker: Gebruiker, peildatum: date
) -> list[dict[str, Any]]:
    """What is open in a dossier, the first to do first, with where it is done by who may do that."""
    rijen = [
        *((taak.uiterlijk_op, taak, taak.wat, _voor_wie(taak), "dossiers:taak-gedaan") for taak in taken),
        *(
            (
                signaal.antwoord_voor,
                signaal,
                f"Signaal van {signaal.melder}",
                f"Antwoord van {signaal.eigenaar}",
                "dossiers:signaal-antwoord",
            )
            for signaal in signalen
        ),
    ]
    rijen.sort(key=lambda rij: rij[0])
    return [_open_rij(rij, gebruiker, peildatum) for rij in rijen]


def uitgesteld(reden: str, was: date) -> list[str]:
    """What a row says of something that was postponed."""
    return [f"uitgesteld: {reden}", f"was uiterlijk {schrijf_datum(was)}"]


def afspraak_op(afspraak: Contactmoment) -> str:
    """The day of an appointment, and the time where one was agreed."""
    dag = schrijf_datum(afspraak.op)
    return f"{dag}, {schrijfwijze.tijd(afspraak.tijd)}" if afspraak.tijd else dag


def _voor_wie(taak: Taak) -> str:
    was = taak.eerst_uiterlijk_op
    return " · ".join((f"Taak voor {taak.eigenaar}", *(uitgesteld(taak.uitstel_reden, was) if was else ())))


def _open_rij(rij: tuple[date, Any, str, str, str], gebruiker: Gebruiker, peildatum: date) -> dict[str, Any]:
    uiterlijk, deel, wat, voor_wie, doen = rij
    adres = reverse(doen, args=[deel.pk]) if mag_afhandelen(deel, gebruiker) else ""
    return {
        "deel": deel,
        "wat": wat,
        "wie": voor_wie,
        "bij": f"({wat})",
        "stand": _stand_van(uiterlijk, peildatum),
        "afvinken": adres if isinstance(deel, Taak) else "",
        "openen": "" if isinstance(deel, Taak) else adres,
    }


def _stand_van(uiterlijk: date, peildatum: date) -> tuple[str, str]:
    """A badge: how many days too late, and always the last day on which it was in time."""
    laat, dag = (peildatum - uiterlijk).days, schrijf_datum(uiterlijk)
    if laat <= 0:
        return "neutraal", f"uiterlijk {dag}"
    return "slecht", f"{'1 dag' if laat == 1 else f'{laat} dagen'} te laat, uiterlijk {dag}"


def maanden(regels: Iterable[Regel], vandaag: date) -> list[tuple[str, list[dict[str, Any]]]]:
    """The events of a page below the name of their month; what is still to come stands apart."""
    return [
        (naam, [_regel(regel, vandaag) for regel in groep])
        for naam, groep in groupby(regels, key=lambda regel: _maand(regel.gebeurtenis.op, vandaag))
    ]


def _maand(op: date, vandaag: date) -> str:
    return NOG_TE_KOMEN if op > vandaag else schrijfwijze.maand(op).capitalize()


def _regel(regel: Regel, vandaag: date) -> dict[str, Any]:
    gebeurtenis = regel.gebeurtenis
    tekst = gebeurtenis.tekst.strip()
    if gebeurtenis.door:
        tekst = f"{tekst}{'' if not tekst or tekst[-1] in '.!?' else '.'} Door {gebeurtenis.door}.".strip()
    return {
        "dag": _dag(gebeurtenis.op, vandaag),
        "icoon": gebeurtenis.icoon,
        "soort": _SOORTEN.get(gebeurtenis.soort, regel.domein),
        "titel": gebeurtenis.titel,
        "tekst": tekst,
        "adres": gebeurtenis.adres,
        "doorgehaald": gebeurtenis.doorgehaald,
    }


def _dag(op: date, vandaag: date) -> str:
    """The day and the month; of what lies in a later year the whole date."""
    if op.year > vandaag.year:
        return schrijf_datum(op)
    return f"{op.day} {schrijfwijze.MAANDEN[op.month - 1]}"
