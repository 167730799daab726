"""What a user keeps of their own: filters of the list under a name."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.models import VersieModel


class Bewaardfilter(VersieModel):
    """A choice of filters of one user. `parameters` holds names and values of filters, never a person."""

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="bewaarde_filters", editable=False
    )
    naam = models.CharField("naam van het filter", max_length=60)
    parameters = models.JSONField(editable=False)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "toegang.gebruikers",
        over=GEBRUIKERS,
        gegevens=[Gegeven("bewaarde filters", "gebruiker naam parameters")],
    )

    class Meta:
        ordering = [Lower("naam"), "pk"]
        constraints = [
            models.UniqueConstraint(
                "gebruiker",
                Lower("naam"),
                name="bewaardfilter_naam_uniek",
                violation_error_message="U heeft al een filter met deze naam. Kies een andere naam.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam
