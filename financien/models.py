"""The budget of the plan: income lines, activities, and the ledger accounts that belong to them.

Amounts are euros. Before the first booking they follow the plan file; the constraints hold however
they are written.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import DecimalField, ExpressionWrapper, F, Q

from kern.contract import Persoonsgegevens


class Soort(models.TextChoices):
    """Where income comes from."""

    OVERHEVELING = "overheveling", "Overheveling"
    RMBA = "rmba", "RMBA"
    DU = "decentralisatie-uitkering", "Decentralisatie-uitkering"
    CORRECTIE = "correctie", "Correctie"


def _aantal_met_tarief(naam: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=naam,
        condition=Q(aantal__isnull=True, tarief__isnull=True) | Q(aantal__isnull=False, tarief__isnull=False),
        violation_error_message="Vul het aantal en het tarief allebei in, of geen van beide.",
    )


def _bedrag_is_aantal_keer_tarief(naam: str) -> models.CheckConstraint:
    keer = ExpressionWrapper(
        F("aantal") * F("tarief"), output_field=DecimalField(max_digits=24, decimal_places=2)
    )
    return models.CheckConstraint(
        name=naam,
        condition=Q(aantal__isnull=True) | Q(tarief__isnull=True) | Q(bedrag=keer),
        violation_error_message="Het bedrag moet het aantal keer het tarief zijn.",
    )


class Regel(models.Model):
    """What an income line and an activity have in common."""

    code = models.SlugField(unique=True, error_messages={"unique": "Er is al een regel met deze code."})
    omschrijving = models.CharField(max_length=200)
    aantal = models.PositiveIntegerField(null=True, blank=True, help_text="Persons.")
    tarief = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="code omschrijving aantal tarief bedrag")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.omschrijving


class Inkomstenpost(Regel):
    """Income of one year. A counter entry pairs an amount with its opposite in another line."""

    jaar = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=30, choices=Soort.choices)
    tegenpost = models.ForeignKey(
        "self", models.RESTRICT, to_field="code", null=True, blank=True, related_name="tegenpost_van"
    )

    persoonsgegevens: ClassVar = Regel.persoonsgegevens.met(geen="jaar soort tegenpost")

    # Kept by a deferred trigger, since the two lines can only be right together (migration 0002).
    triggerzinnen: ClassVar[dict[str, str]] = {
        "inkomstenpost_tegenpost_op_nul": (
            "Een post en de tegenpost moeten naar elkaar verwijzen en samen op nul uitkomen."
        ),
    }

    class Meta:
        ordering = ["jaar", "pk"]
        verbose_name_plural = "inkomstenposten"
        constraints = [
            _aantal_met_tarief("inkomstenpost_aantal_met_tarief"),
            _bedrag_is_aantal_keer_tarief("inkomstenpost_bedrag_is_aantal_keer_tarief"),
            models.CheckConstraint(
                name="inkomstenpost_soort_bestaat",
                condition=Q(soort__in=Soort.values),
                violation_error_message="Kies een soort inkomsten uit de lijst.",
            ),
            models.CheckConstraint(
                name="inkomstenpost_niet_eigen_tegenpost",
                condition=Q(tegenpost__isnull=True) | ~Q(tegenpost=F("code")),
                violation_error_message="Een post kan niet de eigen tegenpost zijn.",
            ),
        ]


class Activiteit(Regel):
    """Spending of the plan as a whole; its split over the years is a decision still to record."""

    hoofdstuk = models.SlugField(help_text="Code of the domain that the activity is about.")

    persoonsgegevens: ClassVar = Regel.persoonsgegevens.met(geen="hoofdstuk")

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "activiteiten"
        constraints = [
            _aantal_met_tarief("activiteit_aantal_met_tarief"),
            _bedrag_is_aantal_keer_tarief("activiteit_bedrag_is_aantal_keer_tarief"),
            models.CheckConstraint(
                name="activiteit_bedrag_niet_negatief",
                condition=Q(bedrag__gte=0),
                violation_error_message="Het budget van een activiteit is nul euro of meer.",
            ),
        ]


class Rekening(models.Model):
    """Cost centre and ledger account together say to which line a booking belongs."""

    inkomstenpost = models.ForeignKey(
        Inkomstenpost, models.PROTECT, to_field="code", null=True, blank=True, related_name="rekeningen"
    )
    activiteit = models.ForeignKey(
        Activiteit, models.PROTECT, to_field="code", null=True, blank=True, related_name="rekeningen"
    )
    kostenplaats = models.CharField(max_length=20)
    grootboekrekening = models.CharField(max_length=20)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        geen="inkomstenpost activiteit kostenplaats grootboekrekening"
    )

    class Meta:
        ordering = ["kostenplaats", "grootboekrekening"]
        verbose_name_plural = "rekeningen"
        constraints = [
            models.CheckConstraint(
                name="rekening_een_regel",
                condition=Q(inkomstenpost__isnull=True, activiteit__isnull=False)
                | Q(inkomstenpost__isnull=False, activiteit__isnull=True),
                violation_error_message="Een rekening hoort bij precies één inkomstenpost of activiteit.",
            ),
            models.UniqueConstraint(
                name="rekening_een_keer",
                fields=["kostenplaats", "grootboekrekening"],
                violation_error_message="Deze kostenplaats met deze grootboekrekening hoort al bij een regel.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kostenplaats} {self.grootboekrekening}"
