"""What is recorded: the subjects, what is open, and files that are there already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from dossiers.figures.eenmaal import eenmaal
from dossiers.figures.inzage import domeinen_in
from dossiers.figures.mensen import met_mensen
from dossiers.models import Contactmoment, Document, Signaal, Statushouder, Taak
from kern.contract import Gebruiker
from kern.register import register


def onderwerpen() -> list[tuple[str, str]]:
    """Code and name of each domain that contacts, tasks, documents and signals can be about."""
    return [(domein.code, domein.onderwerp) for domein in register if domein.onderwerp]


def onderwerp(code: str) -> str:
    """The name of a subject; of one that is no longer registered its code."""
    return dict(onderwerpen()).get(code, code)


class Werk(NamedTuple):
    """What is or was to be done in a dossier, the first to do first."""

    taken: Sequence[Taak]
    signalen: Sequence[Signaal]


def werk(persoon: Statushouder, gebruiker: Gebruiker) -> Werk:
    """All tasks and signals in this dossier, done and struck out too; a dossier has few of them.

    The person was found through `zichtbaar_voor`. Two queries, once for each object and user: the time line
    of a page and what is open on it are the same rows, each with its users.
    """

    def lees() -> Werk:
        waarvan = persoon, gebruiker, domeinen_in([persoon], gebruiker)[persoon.pk]
        signalen = met_mensen(Signaal.objects.in_dossier(*waarvan)).prefetch_related("organisatie")
        return Werk(list(met_mensen(Taak.objects.in_dossier(*waarvan))), list(signalen))

    return eenmaal(persoon, "werk", gebruiker.pk, lees=lees)


def open_werk(persoon: Statushouder, gebruiker: Gebruiker) -> Werk:
    """The tasks in this dossier that are not done and the signals without an answer, none struck out."""
    alle = werk(persoon, gebruiker)
    return Werk([rij for rij in alle.taken if rij.is_open], [rij for rij in alle.signalen if rij.is_open])


def afspraken(personen: Iterable[Statushouder], gebruiker: Gebruiker, *, na: date) -> QuerySet[Contactmoment]:
    """Contacts of these persons that are dated after `na`, the first to come first; one query with who made them."""
    rijen = Contactmoment.objects.zichtbaar_voor(gebruiker).geldig()
    komend = rijen.filter(statushouder__in=personen, op__gt=na).select_related("auteur")
    return komend.order_by("op", "tijd", "pk")


def zelfde_document(persoon: Statushouder, sha256: str) -> Document | None:
    """The document of this person with exactly this content that counts, if there is one."""
    return Document.objects.geldig().filter(statushouder=persoon, sha256=sha256).first()
