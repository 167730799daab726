"""What is written down in a dossier: contacts, tasks, documents and signals."""

from __future__ import annotations

from datetime import date

from django.core.files.base import ContentFile

from dossiers import actions
from dossiers.models import Taak
from tests.dossiers.vastleggen.factories import (
    PDF,
    ContactFactory,
    DocumentFactory,
    SignaalFactory,
    TaakFactory,
)
from tests.termijnen.handelingen.wereld import MEI, Doe, Wereld, geval

JUNI = date(2017, 6, 1)


@geval("dossiers.bewaar_document")
def _(w: Wereld) -> Doe:
    gegevens = {"op": MEI, "domein": "dossiers"}
    return lambda: actions.bewaar_document(
        w.sami, bestand=ContentFile(PDF, "brief.pdf"), gegevens=gegevens, auteur=w.marieke
    )


@geval("dossiers.wijzig_document")
def _(w: Wereld) -> Doe:
    rij = DocumentFactory(statushouder=w.sami)
    return lambda: actions.wijzig_document(rij, versie=1, gegevens={"naam": "brief.pdf", "op": MEI})


@geval("dossiers.leg_contact_vast")
def _(w: Wereld) -> Doe:
    gegevens = {"op": JUNI, "tekst": "Gesprek"}
    return lambda: actions.leg_contact_vast(w.sami, gegevens=gegevens, auteur=w.marieke)


@geval("dossiers.noteer")
def _(w: Wereld) -> Doe:
    return lambda: actions.noteer(w.sami, "Belt morgen terug.", op=MEI, auteur=w.marieke)


@geval("dossiers.wijzig_contact")
def _(w: Wereld) -> Doe:
    rij = ContactFactory(statushouder=w.sami)
    return lambda: actions.wijzig_contact(rij, versie=1, gegevens={"tekst": "Anders"})


@geval("dossiers.leg_taak_vast")
def _(w: Wereld) -> Doe:
    gegevens = {"wat": "Bellen", "uiterlijk_op": JUNI, "eigenaar": w.marieke}
    return lambda: actions.leg_taak_vast(w.sami, gegevens=gegevens, auteur=w.marieke, op=MEI)


@geval("dossiers.wijzig_taak")
def _(w: Wereld) -> Doe:
    rij = TaakFactory(statushouder=w.sami)
    return lambda: actions.wijzig_taak(rij, versie=1, gegevens={"wat": "Anders"}, op=MEI)


@geval("dossiers.draag_taak_over")
def _(w: Wereld) -> Doe:
    rij = TaakFactory(statushouder=w.sami)
    return lambda: actions.draag_taak_over(rij, versie=1, eigenaar=w.bert)


def _uitgesteld(w: Wereld) -> Taak:
    rij = TaakFactory(statushouder=w.sami, uiterlijk_op=MEI)
    return actions.stel_taak_uit(rij, versie=1, nieuwe_datum=JUNI, reden="Wacht op een document", op=MEI)


@geval("dossiers.stel_taak_uit")
def _(w: Wereld) -> Doe:
    return lambda: _uitgesteld(w)


@geval("dossiers.draai_taakuitstel_terug")
def _(w: Wereld) -> Doe:
    rij = _uitgesteld(w)
    return lambda: actions.draai_taakuitstel_terug(rij, versie=rij.versie)


@geval("dossiers.taak_gedaan")
def _(w: Wereld) -> Doe:
    rij = TaakFactory(statushouder=w.sami)
    return lambda: actions.taak_gedaan(rij, versie=1, op=MEI, door=w.marieke)


@geval("dossiers.taak_heropen")
def _(w: Wereld) -> Doe:
    rij = actions.taak_gedaan(TaakFactory(statushouder=w.sami), versie=1, op=MEI, door=w.marieke)
    return lambda: actions.taak_heropen(rij, versie=rij.versie)


@geval("dossiers.leg_signaal_vast")
def _(w: Wereld) -> Doe:
    gegevens = {
        "wat": "Komt te laat",
        "gemeld_op": MEI,
        "melder": "School",
        "antwoord_voor": JUNI,
        "eigenaar": w.marieke,
    }
    return lambda: actions.leg_signaal_vast(w.sami, gegevens=gegevens, auteur=w.marieke)


@geval("dossiers.wijzig_signaal")
def _(w: Wereld) -> Doe:
    rij = SignaalFactory(statushouder=w.sami)
    return lambda: actions.wijzig_signaal(rij, versie=1, gegevens={"wat": "Anders"}, op=MEI)


@geval("dossiers.beantwoord_signaal")
def _(w: Wereld) -> Doe:
    rij = SignaalFactory(statushouder=w.sami)
    return lambda: actions.beantwoord_signaal(
        rij, versie=1, antwoord="Besproken", beantwoord_op=MEI, door=w.marieke
    )


@geval("dossiers.haal_door")
def _(w: Wereld) -> Doe:
    rij = ContactFactory(statushouder=w.sami)
    return lambda: actions.haal_door(rij, versie=1, op=MEI, door=w.marieke, reden="Verkeerd dossier")
