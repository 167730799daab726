"""The budget of the plan: income lines, activities, and the ledger accounts that belong to them.

Amounts are euros. Before the first booking they follow the plan file; the constraints hold however
they are written.
"""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import DecimalField, ExpressionWrapper, F, Func, Q, Value

from financien.models.wacht import weiger
from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from toegang.models import Gebruiker


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


VAST = "Er zijn boekingen. Een bedrag wijzigt nu alleen met een begrotingswijziging."


def _vast(naam: str, velden: str) -> pgtrigger.Trigger:
    """After the first booking no amount of a line changes but by a decision; a line of zero may still come."""
    oud, nieuw = (", ".join(f"{rij}.{veld}" for veld in velden.split()) for rij in ("OLD", "NEW"))
    return pgtrigger.Trigger(
        name=naam,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""IF TG_OP = 'INSERT' THEN IF NEW.bedrag = 0 THEN RETURN NEW; END IF;
        ELSIF TG_OP = 'UPDATE' THEN
            IF ({oud}) IS NOT DISTINCT FROM ({nieuw}) THEN RETURN NEW; END IF;
        ELSIF OLD.bedrag = 0 THEN RETURN OLD; END IF;
        IF EXISTS (SELECT FROM financien_boeking) THEN {weiger(naam, "er zijn boekingen")} END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;""",
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
        "inkomstenpost_vast": VAST,
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
        triggers = [_vast("inkomstenpost_vast", "code jaar aantal tarief bedrag tegenpost_id")]


class Activiteit(Regel):
    """Spending of the plan as a whole; its split over the years is a decision still to record."""

    hoofdstuk = models.SlugField(help_text="Code of the domain that the activity is about.")

    persoonsgegevens: ClassVar = Regel.persoonsgegevens.met(geen="hoofdstuk")
    triggerzinnen: ClassVar[dict[str, str]] = {"activiteit_vast": VAST}

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
        triggers = [_vast("activiteit_vast", "code aantal tarief bedrag")]


class Rekening(models.Model):
    """Cost centre and ledger account together say to which line a booking belongs, by the date of the booking.

    `van` and `tot_en_met` are inclusive; without them it always holds.
    """

    inkomstenpost = models.ForeignKey(
        Inkomstenpost, models.PROTECT, to_field="code", null=True, blank=True, related_name="rekeningen"
    )
    activiteit = models.ForeignKey(
        Activiteit, models.PROTECT, to_field="code", null=True, blank=True, related_name="rekeningen"
    )
    kostenplaats = models.CharField(max_length=20)
    grootboekrekening = models.CharField(max_length=20)
    van = models.DateField("eerste dag", null=True, blank=True)
    tot_en_met = models.DateField("laatste dag", null=True, blank=True)
    door = models.ForeignKey(
        Gebruiker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty: of the plan file.",
    )

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "financien.verantwoorden",
        GEBRUIKERS,
        gegevens=[Gegeven("wie een rekening bij een regel zette", "door")],
        geen="inkomstenpost activiteit kostenplaats grootboekrekening van tot_en_met",
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
            models.CheckConstraint(
                name="rekening_tot_en_met_na_van",
                condition=Q(van=None) | Q(tot_en_met=None) | Q(tot_en_met__gte=F("van")),
                violation_error_message="De laatste dag moet op of na de eerste dag liggen.",
            ),
            ExclusionConstraint(
                name="rekening_een_keer",
                expressions=[
                    ("kostenplaats", RangeOperators.EQUAL),
                    ("grootboekrekening", RangeOperators.EQUAL),
                    (
                        Func(
                            "van",
                            "tot_en_met",
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Deze kostenplaats met deze grootboekrekening hoort al bij een regel.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kostenplaats} {self.grootboekrekening}"
