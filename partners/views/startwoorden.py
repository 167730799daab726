"""How the first page of a partner says what is asked and what is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from dossiers.models import Doorverwijzing, Signaal, Statushouder
from dossiers.views import verwijswoorden
from kern import schrijfwijze
from kern.contract import Gebruiker
from kern.opmaak.datum import schrijf_datum
from kern.schrijfwijze import MAANDEN, opsomming
from partners.figures.start import Startwerk
from partners.models import Vraag, Vraagsoort
from termijnen import figures as van_termijnen

_BINNENKORT = timedelta(days=7)


class Werk(NamedTuple):
    """Something to do: the last day, what, where (empty where it is done elsewhere), and how far it is."""

    op: date
    wat: str
    adres: str
    stand: str


def groet(gebruiker: Any) -> str:
    """By the first name, as on the street."""
    voornaam = str(gebruiker.naam or "").split(" ")[0]
    return f"Dag {voornaam}" if voornaam else "Welkom"


def lead(nieuw: int, deze_week: int) -> str:
    """The two numbers for which somebody opens this page."""
    zinnen = []
    if nieuw:
        wacht = "nieuwe verwijzing wacht" if nieuw == 1 else "nieuwe verwijzingen wachten"
        zinnen.append(f"{nieuw} {wacht} op uw antwoord.")
    if deze_week:
        heeft = "gezin heeft" if deze_week == 1 else "gezinnen hebben"
        zinnen.append(f"{deze_week} {heeft} deze week iets nodig.")
    return " ".join(zinnen) or "Er wacht nu niets op u."


def kaart(rij: Doorverwijzing, dag: date) -> dict[str, Any]:
    """What is asked, on the minimal card, with until when an answer is taken."""
    over = (rij.laatste_antwoorddag - dag).days
    return {
        "rij": rij,
        "titel": verwijswoorden.kaarttitel(rij.kaart),
        "regels": verwijswoorden.kaartregels(rij),
        "sinds": f"Sinds {schrijfwijze.dag(rij.gevraagd_op)}",
        "herinnerd": rij.herinnerd_op is not None,
        "tot": f"U kunt antwoorden tot en met {schrijfwijze.dag(rij.laatste_antwoorddag)}",
        "dringend": over <= _BINNENKORT.days,
    }


def gezin(
    rij: Doorverwijzing, persoon: Statushouder | None, werk: Startwerk, gebruiker: Gebruiker, dag: date
) -> dict[str, Any]:
    """An accepted referral: whom it opens from its first day on, and what has to be done first."""
    te_doen = _te_doen(persoon, werk, gebruiker) if persoon else []
    eerst = te_doen[0] if te_doen else None
    return {
        "rij": rij,
        "persoon": persoon,
        "wie": _wie(rij, persoon),
        "onder": _onder(rij) if persoon else f"Te zien vanaf {schrijf_datum(rij.van)}",
        "eerst": eerst,
        "meer": max(len(te_doen) - 1, 0),
        "op": eerst.op if eerst else None,
        "badge": _badge(eerst.op, dag)
        if eerst
        else ("goed", "Op orde")
        if persoon
        else ("wacht", "Begint nog"),
        "deze_week": bool(eerst and eerst.op <= dag + timedelta(days=6 - dag.weekday())),
    }


def gezinsnaam(rij: Doorverwijzing, persoon: Statushouder) -> str:
    """The name of the family that this referral opens with `persoon` at its head; empty for one of one person."""
    if rij.gezin is None or rij.kaart["personen"] <= 1:
        return ""
    naam = rij.gezin.naam.removeprefix("Gezin ").removeprefix("gezin ")
    return f"Gezin {naam or persoon.achternaam}"


def vraag(rij: Vraag, namen: Mapping[int, str], dag: date) -> dict[str, Any]:
    """A request of the own organisation, and what became of it."""
    wie = namen.get(rij.doorverwijzing_id) or verwijswoorden.kaarttitel(rij.doorverwijzing.kaart)
    soort = "Signaal" if rij.soort == Vraagsoort.SIGNAAL else "Vraag"
    if rij.beantwoord_op:
        badge = ("goed", f"Antwoord {_kort(rij.beantwoord_op, dag)}")
    elif rij.antwoord_voor < dag:
        badge = ("let", "Nog geen antwoord")
    else:
        badge = ("wacht", "Gemeld" if rij.soort == Vraagsoort.SIGNAAL else "Gevraagd")
    return {
        "rij": rij,
        "titel": f"{soort} over {wie[:1].lower()}{wie[1:]}"
        if wie.startswith(("Gezin", "1 persoon"))
        else f"{soort} over {wie}",
        "onder": f"aan de gemeente, {_kort(rij.gesteld_op, dag)}",
        "badge": badge,
    }


def signaal(rij: Signaal, dag: date) -> dict[str, Any]:
    """Something that a school or partner noticed, shared with who helps."""
    laat = rij.antwoord_voor < dag
    return {
        "titel": f"{rij.statushouder.lijstnaam}: {rij.wat}",
        "adres": rij.get_absolute_url(),
        "onder": f"van {rij.melder}, bij {rij.eigenaar}",
        "badge": ("slecht" if laat else "wacht", f"antwoord {_kort(rij.antwoord_voor, dag)}"),
    }


def _te_doen(persoon: Statushouder, werk: Startwerk, gebruiker: Gebruiker) -> list[Werk]:
    """Steps and terms together, the first to do first; a term is left out where its steps stand there already."""
    nodig = [Werk(een.uiterlijk_op, een.wat, een.adres, een.stand) for een in werk.nodig[persoon.pk]]
    bekend = {een.adres for een in nodig}
    regels = van_termijnen.regels()
    for termijn in werk.termijnen[persoon.pk]:
        regel = regels[termijn.code].regel if termijn.code in regels else None
        if regel is None:
            continue
        actie = regel.actie(persoon, termijn.gelegenheid, gebruiker)
        if actie is None or actie[1] not in bekend:
            nodig.append(Werk(termijn.uiterlijk, regel.label, actie[1] if actie else "", ""))
    return sorted(nodig)


def _wie(rij: Doorverwijzing, persoon: Statushouder | None) -> str:
    if persoon is None:
        return verwijswoorden.kaarttitel(rij.kaart)
    return gezinsnaam(rij, persoon) or persoon.lijstnaam


def _onder(rij: Doorverwijzing) -> str:
    talen = opsomming(rij.kaart["tolktalen"])
    aantal = rij.kaart["personen"]
    wie = f"{aantal} personen" if aantal > 1 else verwijswoorden.kaarttitel(rij.kaart)
    return f"{wie}, tolk {talen}" if talen else wie


def _badge(op: date, dag: date) -> tuple[str, str]:
    dagen = (op - dag).days
    if dagen < 0:
        return ("slecht", "1 dag te laat" if dagen == -1 else f"{-dagen} dagen te laat")
    if dagen <= _BINNENKORT.days:
        return ("let", f"uiterlijk {_kort(op, dag)}")
    return ("neutraal", f"uiterlijk {_kort(op, dag)}")


def _kort(op: date, dag: date) -> str:
    jaar = f" {op.year}" if op.year != dag.year else ""
    return f"{op.day} {MAANDEN[op.month - 1]}{jaar}"
