"""What is recorded in a dossier: with a domain, who may read it, and struck out instead of deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from dossiers.models import inzage
from dossiers.models.keuzes import Zichtbaarheid
from dossiers.models.persoon import Statushouder
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.models import VersieModel
from toegang.rules import van_gemeente

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

D = TypeVar("D", bound="Dossierdeel")


class DossierdeelQuerySet(models.QuerySet[D]):
    """Rows of a dossier."""

    def geldig(self) -> Self:
        """Not struck out."""
        return self.filter(doorgehaald_op=None)

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Rows in dossiers that this user may see, about domains that they may read there.

        A partner besides only those that are shared with partners.
        """
        rijen = self.filter(statushouder__in=Statushouder.objects.zichtbaar_voor(gebruiker))
        return rijen._leesbaar_voor(gebruiker)

    def in_dossier(self, persoon: Statushouder, gebruiker: Gebruiker, domeinen: Collection[str]) -> Self:
        """As `zichtbaar_voor`, in the dossier of a person who was found through that: it is not asked again.

        Nor are the domains that a partner reads there: those are `domeinen` (`figures.inzage.domeinen_in`).
        """
        rijen = self.filter(statushouder=persoon)
        if van_gemeente(gebruiker):
            return rijen._leesbaar_voor(gebruiker)
        return rijen.filter(domein__in=domeinen, zichtbaarheid=Zichtbaarheid.BETROKKEN)

    def _leesbaar_voor(self, gebruiker: Gebruiker) -> Self:
        rijen = self.filter(inzage.deel_leesbaar(gebruiker))
        return rijen if van_gemeente(gebruiker) else rijen.filter(zichtbaarheid=Zichtbaarheid.BETROKKEN)


class Dossierdeel(VersieModel):
    """Base of contacts, tasks, documents and signals. `auteur` is None for what came by file.

    `soortnaam` is how its addresses call it.
    """

    soortnaam: ClassVar[str]

    statushouder = models.ForeignKey(Statushouder, models.PROTECT)
    domein = models.CharField("onderwerp", max_length=30, default="dossiers")
    zichtbaarheid = models.CharField(
        "wie mag dit lezen?", max_length=10, choices=Zichtbaarheid.choices, default=Zichtbaarheid.GEMEENTE
    )
    auteur = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    vastgelegd_op = models.DateTimeField(auto_now_add=True)
    doorgehaald_op = models.DateField(null=True, blank=True, editable=False)
    doorgehaald_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    doorgehaald_reden = models.CharField(max_length=200, blank=True, editable=False)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.vastleggen",
        gegevens=[
            Gegeven("over wie, waarover en voor wie leesbaar", "statushouder domein zichtbaarheid"),
            Gegeven("wie het vastlegde of doorhaalde", "auteur doorgehaald_door", over=GEBRUIKERS),
            Gegeven("wanneer en waarom", "vastgelegd_op doorgehaald_op doorgehaald_reden"),
        ],
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_doorgehaald_met_reden",
                condition=Q(doorgehaald_op=None, doorgehaald_reden="")
                | (Q(doorgehaald_op__isnull=False) & ~Q(doorgehaald_reden="")),
                violation_error_message="Geef een reden voor het doorhalen.",
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse(f"dossiers:{self.soortnaam}", args=[self.pk])

    @property
    def doorgehaald(self) -> bool:
        return self.doorgehaald_op is not None

    def haal_door(self, *, op: date, door: Gebruiker | None, reden: str) -> None:
        """Set the fields of striking out; saves nothing."""
        self.doorgehaald_op, self.doorgehaald_reden = op, reden
        self.doorgehaald_door_id = door.pk if door else None
