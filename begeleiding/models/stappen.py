"""The steps of a family's first month, in versions: a list that runs keeps the version that it began with."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kern.contract import Persoonsgegevens
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel


class StappenlijstQuerySet(models.QuerySet["Stappenlijst"]):
    """Versions of the list."""

    def geldig_op(self, dag: date) -> Self:
        """The version for who settles on `dag` first; the plan's own list has no first day, and holds before all."""
        rijen = self.filter(Q(geldig_vanaf=None) | Q(geldig_vanaf__lte=dag))
        return rijen.order_by(models.F("geldig_vanaf").desc(nulls_last=True))


@met_geschiedenis()
class Stappenlijst(VersieModel):
    """One version of the list, for families that settle on `geldig_vanaf` or later, until the next version.

    The plan's own has no first day. From that day on its steps no longer change.
    """

    geldig_vanaf = models.DateField("geldt vanaf", null=True)
    toelichting = models.CharField("waarom?", max_length=200, blank=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="id versie geldig_vanaf toelichting")

    objects = StappenlijstQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "stappenlijst", "stappenlijsten"
        ordering = [models.F("geldig_vanaf").asc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(
                name="stappenlijst_een_per_dag",
                fields=["geldig_vanaf"],
                nulls_distinct=False,
                violation_error_message="Er is al een lijst die op deze dag ingaat. Wijzig die.",
            ),
        ]

    def __str__(self) -> str:
        return f"Lijst vanaf {self.geldig_vanaf}" if self.geldig_vanaf else "Lijst van het plan"


@met_geschiedenis()
class EersteMaandStap(VersieModel):
    """A step that is due within 30 days of settling.

    `feit` is the code of a fact of another domain (`kern.contract.Feit`) by which the step is done by itself.
    `mag_eerder`: it can be done before the day of settling, as a home is seen before it is moved into.
    """

    lijst = models.ForeignKey(Stappenlijst, models.PROTECT, related_name="stappen")
    code = models.SlugField(
        "code", help_text="Zo heet de stap in een bestand dat u inleest. Kleine letters en cijfers"
    )
    stap = models.CharField("stap", max_length=200, help_text="Als iets dat klaar is: Telefoon geregeld")
    uitleg = models.CharField(
        "uitleg", max_length=300, blank=True, help_text="Wat een vrijwilliger erover moet weten"
    )
    alleen_met_kinderen = models.BooleanField(
        "alleen met kinderen",
        default=False,
        help_text="Alleen voor een gezin met iemand die jonger is dan 18 op de dag van vestiging",
    )
    mag_eerder = models.BooleanField(
        "kan vóór de vestiging klaar zijn", default=False, help_text="Zoals het bekijken van de woning"
    )
    feit = models.CharField(
        "vult zichzelf in", max_length=60, blank=True, help_text="Uit een ander deel van het dossier"
    )
    volgorde = models.PositiveSmallIntegerField("plaats in de lijst")

    persoonsgegevens: ClassVar = Persoonsgegevens(
        geen="id versie lijst code stap uitleg alleen_met_kinderen mag_eerder feit volgorde"
    )

    class Meta:
        ordering = ["lijst", "volgorde", "pk"]
        verbose_name = "stap van de eerste maand"
        verbose_name_plural = "stappen van de eerste maand"
        constraints = [
            models.UniqueConstraint(
                name="eerstemaandstap_code_per_lijst",
                fields=["lijst", "code"],
                violation_error_message="Er is al een stap met deze code.",
            ),
        ]

    def __str__(self) -> str:
        return self.stap
