"""What a partner asks and tells about a referral, and how many families its organisation can help."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dossiers.models import Doorverwijzing
from dossiers.models.vastleggen import VRIJE_TEKST
from kern.contract import Gegeven, Gevoeligheid, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from toegang.models import Organisatie


class Vraagsoort(models.TextChoices):
    """What a partner sends to the municipality."""

    VRAAG = "vraag", "Vraag"
    SIGNAAL = "signaal", "Signaal"


class VraagQuerySet(models.QuerySet["Vraag"]):
    """Rows of questions."""

    def open(self) -> Self:
        """Without an answer."""
        return self.filter(beantwoord_op=None)

    def open_op(self, dag: date) -> Self:
        """Without an answer at the end of `dag`."""
        return self.filter(Q(beantwoord_op=None) | Q(beantwoord_op__gt=dag), gesteld_op__lte=dag)


@met_geschiedenis()
class Vraag(VersieModel):
    """A question or a signal of a partner about a referral, also before it says yes; the caseworker answers.

    It hangs on the referral alone, and goes with it: the same users see it. `antwoord_voor` is inclusive.
    """

    doorverwijzing = models.ForeignKey(Doorverwijzing, models.PROTECT, related_name="vragen")
    soort = models.CharField("wat is het?", max_length=10, choices=Vraagsoort.choices)
    tekst = models.TextField("uw vraag", max_length=1000)
    gesteld_op = models.DateField()
    gesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    antwoord_voor = models.DateField("antwoord uiterlijk op")
    antwoord = models.TextField("uw antwoord", max_length=1000, blank=True)
    beantwoord_op = models.DateField(null=True, editable=False)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.verwijzing",
        gegevens=[
            Gegeven(
                "vraag of signaal van een partner, en het antwoord",
                "tekst antwoord",
                Gevoeligheid.BIJZONDER,
                VRIJE_TEKST,
            ),
            Gegeven(
                "over welke verwijzing, en wanneer",
                "doorverwijzing soort gesteld_op antwoord_voor beantwoord_op",
            ),
            Gegeven("wie vroeg en wie antwoordde", "gesteld_door beantwoord_door", over=GEBRUIKERS),
        ],
    )
    objects = VraagQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "vraag van een partner", "vragen van partners"
        ordering = ["-gesteld_op", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="partnervraag_met_tekst",
                condition=~Q(tekst=""),
                violation_error_message="Schrijf uw vraag op.",
            ),
            models.CheckConstraint(
                name="partnervraag_antwoord_met_dag",
                condition=Q(antwoord="", beantwoord_op=None)
                | (~Q(antwoord="") & Q(beantwoord_op__gte=F("gesteld_op"))),
                violation_error_message="Een antwoord heeft woorden en een dag, niet voor die van de vraag.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {self.gesteld_op}"


class PlaatsenQuerySet(models.QuerySet["Plaatsen"]):
    """Rows of capacity."""

    def geldig_op(self, dag: date) -> Self:
        """What holds on `dag` for each organisation: the last one that began."""
        rijen = self.filter(vanaf__lte=dag).order_by("organisatie", "-vanaf", "-pk")
        return rijen.distinct("organisatie")


@met_geschiedenis()
class Plaatsen(models.Model):
    """For how many families or single persons at once an organisation has room, from a day on."""

    van_organisatie: ClassVar = True

    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="plaatsen")
    vanaf = models.DateField("vanaf")
    aantal = models.PositiveSmallIntegerField("hoeveel gezinnen tegelijk?")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "toegang.gebruikers",
        over=GEBRUIKERS,
        gegevens=[Gegeven("wie de plaatsen van een organisatie opgaf", "door")],
        geen="organisatie vanaf aantal",
    )
    objects = PlaatsenQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "plaatsen van een organisatie"
        ordering = ["organisatie", "vanaf"]
        constraints = [
            models.UniqueConstraint(
                name="plaatsen_een_per_dag",
                fields=["organisatie", "vanaf"],
                violation_error_message="Vanaf deze dag is al een aantal opgegeven.",
            ),
            models.CheckConstraint(
                name="plaatsen_hoogstens_500",
                condition=Q(aantal__lte=500),
                violation_error_message="Vul een aantal in tot en met 500.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aantal} vanaf {self.vanaf}"
