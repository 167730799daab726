"""The number of a period: how it came about, and what municipalities shift among each other."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from huisvesting.models.periode import Periode
from kern.contract import Persoonsgegevens
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel


class OpgaveQuerySet(models.QuerySet["Opgave"]):
    """Versions of the number of a period."""

    def bekend_op(self, dag: date) -> Self:
        """Known at the end of `dag`; what the plan gave always is."""
        return self.filter(Q(bekend_op=None) | Q(bekend_op__lte=dag))

    def nieuwste_eerst(self) -> Self:
        """By the day on which each became known; the plan's last."""
        return self.order_by(F("bekend_op").desc(nulls_last=True), "-pk")


@met_geschiedenis()
class Opgave(VersieModel):
    """The number of persons to house in a period, without what is carried into it or exchanged.

    A number can be reported otherwise later: each version keeps the day on which it became known, and
    the newest known one holds (H5). With its inputs (national total, and inhabitants on 1 January of the
    year before) it can be computed again (H1). The plan's own has neither.
    """

    periode = models.ForeignKey(Periode, models.CASCADE, related_name="opgaven")
    aantal = models.PositiveIntegerField("opgave in personen")
    bekend_op = models.DateField("bekend op", null=True, blank=True)
    landelijk = models.PositiveIntegerField("landelijke opgave", null=True, blank=True)
    inwoners_gemeente = models.PositiveIntegerField("inwoners van Wassenaar", null=True, blank=True)
    inwoners_land = models.PositiveIntegerField("inwoners van Nederland", null=True, blank=True)
    staatscourant = models.CharField("nummer in de Staatscourant", max_length=20, blank=True)
    bron = models.CharField(max_length=200)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        geen="versie periode aantal bekend_op landelijk inwoners_gemeente inwoners_land staatscourant bron"
    )
    objects = OpgaveQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "opgave", "opgaven"
        ordering = ["periode__van", F("bekend_op").asc(nulls_first=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["periode", "bekend_op"],
                name="opgave_een_per_dag",
                nulls_distinct=False,
                violation_error_message="Op deze dag werd al een opgave voor deze periode bekend. Wijzig die.",
            ),
            models.CheckConstraint(
                name="opgave_invoer_volledig",
                condition=Q(landelijk=None, inwoners_gemeente=None, inwoners_land=None)
                | Q(
                    landelijk__isnull=False,
                    inwoners_gemeente__isnull=False,
                    inwoners_land__isnull=False,
                    inwoners_gemeente__gt=0,
                    inwoners_land__gte=F("inwoners_gemeente"),
                ),
                violation_error_message=(
                    "Vul de landelijke opgave en beide aantallen inwoners in, of geen van de drie. Nederland heeft "
                    "niet minder inwoners dan Wassenaar."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.periode}: {self.aantal}"


class UitruilQuerySet(models.QuerySet["Uitruil"]):
    """Rows of exchanges."""

    def besloten_tot(self, dag: date) -> Self:
        """Decided on or before `dag`."""
        return self.filter(besloten_op__lte=dag)


@met_geschiedenis()
class Uitruil(VersieModel):
    """Persons whom another municipality takes over from us (negative) or we from it, in one period.

    The other's number changes by the opposite, so that the sum stays the same. Source: Huisvestingswet
    2014, art. 29 lid 2 (H2).
    """

    periode = models.ForeignKey(Periode, models.PROTECT, related_name="uitruil")
    gemeente = models.CharField("met welke gemeente?", max_length=80)
    aantal = models.SmallIntegerField("personen erbij of eraf")
    besloten_op = models.DateField("besloten op")
    bron = models.CharField("besluit", max_length=200)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="versie periode gemeente aantal besloten_op bron")
    objects = UitruilQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "uitruil", "uitruil"
        ordering = ["besloten_op", "pk"]
        constraints = [
            models.CheckConstraint(
                name="uitruil_niet_nul",
                condition=~Q(aantal=0),
                violation_error_message="Ruil ten minste één persoon: met + erbij, met − eraf.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gemeente} {self.aantal:+d}"
