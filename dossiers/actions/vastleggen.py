"""Recording in a dossier: contacts, tasks and signals, and striking out what does not count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction

from dossiers import figures
from dossiers.models import Contactmoment, Contactsoort, Dossierdeel, Signaal, Statushouder, Taak
from dossiers.models.sloten import vergrendel
from kern.contract import Gebruiker
from kern.register import register
from kern.weigering import Verouderd, botsing_als_weigering
from toegang.rules import INZIEN, mag

D = TypeVar("D", bound=Dossierdeel)
DOORGEHAALD = "Dit is doorgehaald. Het kan niet meer worden gewijzigd."
_VOORBIJ = "Deze dag is al voorbij. Kies vandaag of een dag daarna."


def leg_contact_vast(
    persoon: Statushouder, *, gegevens: Mapping[str, Any], auteur: Gebruiker | None
) -> Contactmoment:
    """Record a contact; one dated ahead is an appointment. `gegevens` are fields of Contactmoment.

    ValidationError at `tekst` (empty, or longer than its field) or at `domein` (no subject).
    """
    return voeg_toe(Contactmoment(statushouder=persoon), gegevens, auteur)


def noteer(
    persoon: Statushouder,
    tekst: str,
    *,
    op: date,
    auteur: Gebruiker | None,
    gegevens: Mapping[str, Any] | None = None,
) -> Contactmoment:
    """A note in one sentence, dated `op`; `gegevens` are other fields. Refuses as `leg_contact_vast`."""
    velden = {"soort": Contactsoort.NOTITIE, **(gegevens or {}), "tekst": tekst, "op": op}
    return leg_contact_vast(persoon, gegevens=velden, auteur=auteur)


def wijzig_contact(contact: Contactmoment, *, versie: int, gegevens: Mapping[str, Any]) -> Contactmoment:
    """Change a contact as the next version; Verouderd when somebody else saved since `versie`."""
    return wijzig_deel(contact, versie=versie, gegevens=gegevens)


def leg_taak_vast(
    persoon: Statushouder, *, gegevens: Mapping[str, Any], auteur: Gebruiker | None, op: date
) -> Taak:
    """A new task. ValidationError at `uiterlijk_op` before `op` (today is allowed), or at `eigenaar`."""
    if gegevens["uiterlijk_op"] < op:
        raise ValidationError({"uiterlijk_op": _VOORBIJ})
    _eis_eigenaar(gegevens["eigenaar"], gegevens.get("domein", Taak.domein.field.default))
    return voeg_toe(Taak(statushouder=persoon), gegevens, auteur)


def wijzig_taak(taak: Taak, *, versie: int, gegevens: Mapping[str, Any], op: date) -> Taak:
    """Change a task, its owner included, as the next version; Verouderd, or refused at `eigenaar`.

    ValidationError at `uiterlijk_op` where that becomes a day before `op`; one that passed may stay. Another day is
    agreed anew: then the task is no longer postponed.
    """
    uiterlijk = gegevens.get("uiterlijk_op")
    if uiterlijk and not Taak.objects.filter(pk=taak.pk, uiterlijk_op=uiterlijk).exists():
        if uiterlijk < op:
            raise ValidationError({"uiterlijk_op": _VOORBIJ})
        gegevens = {**gegevens, "eerst_uiterlijk_op": None, "uitstel_reden": ""}
    _eis_nog_eigenaar(taak, gegevens)
    return wijzig_deel(taak, versie=versie, gegevens=gegevens)


def draag_taak_over(taak: Taak, *, versie: int, eigenaar: Gebruiker) -> Taak:
    """Somebody else does the task from now on; Verouderd, or refused at `eigenaar`."""
    _eis_eigenaar(eigenaar, taak.domein)
    return wijzig_deel(taak, versie=versie, gegevens={"eigenaar_id": eigenaar.pk})


def taak_gedaan(taak: Taak, *, versie: int, op: date, door: Gebruiker) -> Taak:
    """The task was done on `op`. Verouderd, also where a colleague ticked it off first."""
    return wijzig_deel(taak, versie=versie, gegevens={"gedaan_op": op, "gedaan_door_id": door.pk})


def taak_heropen(taak: Taak, *, versie: int) -> Taak:
    """The task was not done after all."""
    return wijzig_deel(taak, versie=versie, gegevens={"gedaan_op": None, "gedaan_door_id": None})


def leg_signaal_vast(
    persoon: Statushouder, *, gegevens: Mapping[str, Any], auteur: Gebruiker | None
) -> Signaal:
    """Something noticed. ValidationError at `eigenaar`, or where the answer is due before the report."""
    _eis_eigenaar(gegevens["eigenaar"], gegevens.get("domein", Signaal.domein.field.default))
    return voeg_toe(Signaal(statushouder=persoon), gegevens, auteur)


def wijzig_signaal(signaal: Signaal, *, versie: int, gegevens: Mapping[str, Any], op: date) -> Signaal:
    """Change a signal as the next version; Verouderd, or refused as when it is recorded.

    ValidationError at `antwoord_voor` where that becomes a day before `op`; one that passed may stay.
    """
    uiterlijk: date | None = gegevens.get("antwoord_voor")
    if uiterlijk is not None and uiterlijk < op:
        zelfde = Signaal.objects.filter(pk=signaal.pk, antwoord_voor=uiterlijk)
        if not zelfde.exists():
            raise ValidationError({"antwoord_voor": _VOORBIJ})
    _eis_nog_eigenaar(signaal, gegevens)
    return wijzig_deel(signaal, versie=versie, gegevens=gegevens)


def beantwoord_signaal(
    signaal: Signaal, *, versie: int, antwoord: str, beantwoord_op: date, door: Gebruiker
) -> Signaal:
    """The answer to a signal, given on `beantwoord_op`; a second one takes the place of the first.

    Verouderd; ValidationError at `beantwoord_op` before the day of the report, or at an empty `antwoord`.
    """
    if beantwoord_op < signaal.gemeld_op:
        raise ValidationError({"beantwoord_op": "Dit ligt voor de dag van de melding."})
    if not antwoord.strip():
        raise ValidationError({"antwoord": "Vul het antwoord in."})
    gegevens = {"antwoord": antwoord, "beantwoord_op": beantwoord_op, "beantwoord_door_id": door.pk}
    return wijzig_deel(signaal, versie=versie, gegevens=gegevens)


def haal_door(deel: D, *, versie: int, op: date, door: Gebruiker, reden: str) -> D:
    """Strike out a contact, task, document or signal: it stays, with who, when and why, and no longer counts.

    Verouderd; ValidationError at `doorgehaald_reden` without a reason.
    """
    if not reden.strip():
        raise ValidationError({"doorgehaald_reden": "Vul in waarom dit wordt doorgehaald."})
    with transaction.atomic(), botsing_als_weigering(type(deel)):
        rij = vergrendeld_geldig(deel, versie)
        rij.haal_door(op=op, door=door, reden=reden.strip())
        rij.bewaar_volgende()
        register.werk_bij([rij.statushouder])
    return rij


def voeg_toe(deel: D, gegevens: Mapping[str, Any], auteur: Gebruiker | None) -> D:
    """Save a new row with these fields and its author. Refuses texts and subjects that cannot be.

    In a dossier that was merged into another since it was read, the row comes into that other one.
    """
    with transaction.atomic(), botsing_als_weigering(type(deel)):
        # A merge that is going on locks the person: this waits for it, and then sees where its rows went.
        vergrendel([deel.statushouder_id])
        persoon = Statushouder.objects.select_related("samengevoegd_met").get(pk=deel.statushouder_id)
        deel.statushouder = persoon.samengevoegd_met or persoon
        _vul(deel, gegevens)
        deel.auteur_id = auteur.pk if auteur else None
        deel.save()
        register.werk_bij([deel.statushouder])
    return deel


def wijzig_deel(deel: D, *, versie: int, gegevens: Mapping[str, Any]) -> D:
    """Save these fields as the next version. Verouderd; ValidationError where the row is struck out."""
    with transaction.atomic(), botsing_als_weigering(type(deel)):
        rij = vergrendeld_geldig(deel, versie)
        _vul(rij, gegevens)
        rij.bewaar_volgende()
        register.werk_bij([rij.statushouder])
    return rij


def vergrendeld_geldig(deel: D, versie: int) -> D:
    """The locked row in this version. That it was struck out meanwhile is said before that it is another version."""
    vergrendel([deel.statushouder_id])
    try:
        rij = type(deel).vergrendeld(deel.pk, versie)
    except Verouderd as fout:
        if not getattr(fout.actueel, "doorgehaald", False):
            raise
        raise ValidationError(DOORGEHAALD, code="doorgehaald") from fout
    if rij.doorgehaald:
        raise ValidationError(DOORGEHAALD, code="doorgehaald")
    return rij


def _vul(deel: Dossierdeel, gegevens: Mapping[str, Any]) -> None:
    """Put the fields in the row; the forms check the same, so that a file or command cannot pass it by."""
    for naam, waarde in gegevens.items():
        setattr(deel, naam, waarde)
    if deel.domein not in dict(figures.onderwerpen()):
        raise ValidationError({"domein": "Kies een onderwerp uit de lijst."})
    teksten = ((veld, gegevens[veld.name]) for veld in deel._meta.concrete_fields if veld.name in gegevens)
    for veld, tekst in teksten:
        if isinstance(veld, (models.TextField, models.CharField)) and not veld.choices:
            _eis_tekst(veld.name, tekst, langste=veld.max_length, verplicht=not veld.blank)


def _eis_tekst(naam: str, tekst: str, *, langste: int | None, verplicht: bool) -> None:
    if verplicht and not tekst.strip():
        raise ValidationError({naam: "Vul dit in."})
    if langste and len(tekst) > langste:
        raise ValidationError({naam: f"Gebruik niet meer dan {langste} tekens; het zijn er nu {len(tekst)}."})


def _eis_eigenaar(eigenaar: Gebruiker, domein: str) -> None:
    """Who reads dossiers, and what is about this subject; of a subject that does not exist `_vul` says so."""
    if not figures.eigenaren().filter(pk=eigenaar.pk).exists():
        raise ValidationError({"eigenaar": "Kies een collega die dossiers mag lezen."})
    if domein in dict(figures.onderwerpen()) and not mag(eigenaar, domein, INZIEN):
        raise ValidationError({"eigenaar": "Deze collega mag dit onderwerp niet lezen. Kies iemand anders."})


def _eis_nog_eigenaar(deel: Taak | Signaal, gegevens: Mapping[str, Any]) -> None:
    """Only where the owner or the subject changes: who left stays the owner of what was theirs."""
    eigenaar, domein = gegevens.get("eigenaar", deel.eigenaar), gegevens.get("domein", deel.domein)
    if (eigenaar, domein) != (deel.eigenaar, deel.domein):
        _eis_eigenaar(eigenaar, domein)
