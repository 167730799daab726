"""Whom the manager of an organisation invited: the same row, whether the address was known or not."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from toegang.models.gebruikers import NOG_GEEN_WACHTZIN, Gebruiker, Organisatie


class UitnodigingQuerySet(models.QuerySet["Uitnodiging"]):
    """Rows of invitations."""

    def wacht(self) -> Self:
        """Not withdrawn, and nobody chose a passphrase yet; where there was nobody to invite it stays so."""
        niemand_kwam = Q(gebruiker=None) | Q(gebruiker__password__startswith=NOG_GEEN_WACHTZIN)
        return self.filter(niemand_kwam, ingetrokken=False)


class Uitnodiging(models.Model):
    """The manager of an organisation invited somebody.

    `gebruiker` is the user that was made for it; None where the address belonged to somebody already. The
    manager sees no difference, so cannot find out whose addresses have an account.
    """

    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="uitnodigingen")
    email = models.EmailField("e-mailadres")
    naam = models.CharField(max_length=150)
    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, null=True, related_name="uitnodigingen")
    gevraagd_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField(auto_now_add=True)
    ingetrokken = models.BooleanField(default=False)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "toegang.gebruikers",
        over=GEBRUIKERS,
        gegevens=[
            Gegeven(
                "wie door een organisatie is uitgenodigd",
                "organisatie email naam gebruiker gevraagd_door gevraagd_op ingetrokken",
            )
        ],
    )

    objects = UitnodigingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "organisatie",
                Lower("email"),
                name="uitnodiging_een_keer_open",
                condition=Q(ingetrokken=False),
                violation_error_message="Deze persoon is al uitgenodigd of staat al in uw lijst.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam
