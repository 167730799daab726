"""What is recorded: the subjects, what is open, and files that are there already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from dossiers.models import Contactmoment, Document, Signaal, Statushouder, Taak
from kern.contract import Gebruiker
from kern.register import register


def onderwerpen() -> list[tuple[str, str]]:
    """Code and name of each domain that contacts, tasks, documents and signals can be about."""
    return [(domein.code, domein.onderwerp) for domein in register if domein.onderwerp]


def onderwerp(code: str) -> str:
    """The name of a subject; of one that is no longer registered its code."""
    return dict(onderwerpen()).get(code, code)


def open_taken(persoon: Statushouder, gebruiker: Gebruiker) -> QuerySet[Taak]:
    """Tasks in this dossier that are neither done nor struck out, the first to do first."""
    return (
        Taak.objects.zichtbaar_voor(gebruiker).open().filter(statushouder=persoon).select_related("eigenaar")
    )


def open_signalen(persoon: Statushouder, gebruiker: Gebruiker) -> QuerySet[Signaal]:
    """Signals in this dossier that wait for an answer, the first to answer first."""
    rijen = Signaal.objects.zichtbaar_voor(gebruiker).open()
    return rijen.filter(statushouder=persoon).select_related("eigenaar")


def afspraken(personen: Iterable[Statushouder], gebruiker: Gebruiker, *, na: date) -> QuerySet[Contactmoment]:
    """Contacts of these persons that are dated after `na`, the first to come first; one query with who made them."""
    rijen = Contactmoment.objects.zichtbaar_voor(gebruiker).geldig()
    komend = rijen.filter(statushouder__in=personen, op__gt=na).select_related("auteur")
    return komend.order_by("op", "tijd", "pk")


def zelfde_document(persoon: Statushouder, sha256: str) -> Document | None:
    """The document of this person with exactly this content that counts, if there is one."""
    return Document.objects.geldig().filter(statushouder=persoon, sha256=sha256).first()
