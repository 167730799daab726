"""Another municipality that reported to COA that an AMV of ours came to live there."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models

from dossiers.models import Statushouder
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel


class OvernameQuerySet(models.QuerySet["Overname"]):
    """Rows of reports."""

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Reports about persons whom this user may see."""
        return self.filter(statushouder__in=Statushouder.objects.met_inzage(gebruiker, "huisvesting"))


@met_geschiedenis()
class Overname(VersieModel):
    """The municipality where an AMV counts from `gemeld_op` (inclusive) on; here one less counts then (H8)."""

    statushouder = models.ForeignKey(Statushouder, models.PROTECT, related_name="overnames")
    gemeente = models.CharField("welke gemeente?", max_length=80)
    gemeld_op = models.DateField("gemeld op")

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "huisvesting.huisvesten",
        gegevens=[Gegeven("welke gemeente een verhuizing meldde", "statushouder gemeente gemeld_op")],
        geen="versie",
    )
    # Somebody who was registered twice was taken over once.
    voorrang: ClassVar = "gemeld_op"
    voorrangszin: ClassVar = "kan één keer: de vroegste melding blijft staan"
    objects = OvernameQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = (
            "melding van een andere gemeente",
            "meldingen van andere gemeenten",
        )
        ordering = ["gemeld_op", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["statushouder"],
                name="overname_een_keer",
                deferrable=models.Deferrable.IMMEDIATE,
                violation_error_message="Voor deze persoon staat al een melding vast.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statushouder}: {self.gemeente} op {self.gemeld_op}"
