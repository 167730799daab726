"""The outbox of mail to users."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from toegang.models.gebruikers import Gebruiker
from toegang.models.uitnodigingen import Uitnodiging


class Postsoort(models.TextChoices):
    """Kinds of mail that we send by ourselves."""

    UITNODIGING = "uitnodiging", "Uitnodiging"
    WACHTZIN = "wachtzin", "Nieuwe wachtzin"
    AL_TOEGANG = "al_toegang", "U hebt al toegang"
    AL_BEKEND = "al_bekend", "Iemand is twee keer gevraagd"
    HERINNERING = "herinnering", "Er wacht een verwijzing"


class PoststukQuerySet(models.QuerySet["Poststuk"]):
    """Rows of the outbox."""

    def open(self) -> PoststukQuerySet:
        """Still to be sent, to who may still sign in; given up after a day of trying every minute."""
        return self.filter(verstuurd=False, gebruiker__is_active=True, pogingen__lt=1440).order_by("pk")


class Poststuk(models.Model):
    """A mail to a user, as the outbox holds it: what kind and for whom, not its text or its link."""

    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="post")
    soort = models.CharField(max_length=20, choices=Postsoort.choices)
    uitnodiging = models.ForeignKey(
        Uitnodiging, models.CASCADE, null=True, help_text="What this mail is about, besides who gets it."
    )
    gevraagd_op = models.DateTimeField(auto_now_add=True)
    verstuurd = models.BooleanField(default=False)
    pogingen = models.PositiveSmallIntegerField(default=0)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "toegang.gebruikers",
        over=GEBRUIKERS,
        gegevens=[
            Gegeven("mail aan een gebruiker", "gebruiker soort uitnodiging gevraagd_op verstuurd pogingen")
        ],
    )

    objects = PoststukQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.get_soort_display()} voor gebruiker {self.gebruiker_id}"
