"""Reports: asked for, made once from frozen figures, and from then on unchangeable."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, ClassVar, Self, cast

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kern import schrijfwijze
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from toegang.models import Rol

LAATSTE_STAP = 3


class Soort(models.TextChoices):
    """The kinds of reports; a chapter says by these words in which it stands."""

    VOORTGANG = "voortgang", "Voortgang"
    BUDGET = "budget", "Budget"


class Status(models.TextChoices):
    """The way of a report; from GEMAAKT on its figures are frozen."""

    GEVRAAGD = "gevraagd", "Wordt gemaakt"
    MISLUKT = "mislukt", "Niet gelukt"
    GEMAAKT = "gemaakt", "Gemaakt"
    GOEDGEKEURD = "goedgekeurd", "Goedgekeurd"
    GEPUBLICEERD = "gepubliceerd", "Gepubliceerd"


BEVROREN = (Status.GEMAAKT, Status.GOEDGEKEURD, Status.GEPUBLICEERD)


class RapportQuerySet(models.QuerySet["Rapport"]):
    """Reports by who may see them, and by how far they are."""

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """All for those who make reports; for the raadsgriffie only what is published."""
        return self.filter(status=Status.GEPUBLICEERD) if gebruiker.rol == Rol.RAADSGRIFFIE else self

    def van(self, soort: str, maand: date) -> Self:
        """All versions of the report of this kind and month, the newest first."""
        return self.filter(soort=soort, maand=maand).order_by("-versie")

    def gemaakt(self) -> Self:
        """With frozen figures."""
        return self.filter(status__in=BEVROREN)

    def openstaand(self) -> Self:
        """Asked for and not made yet, in the order of asking: the outbox."""
        return self.filter(status=Status.GEVRAAGD).order_by("pk")

    def zonder_inhoud(self) -> Self:
        """For lists: without the PDF and the figures, which are large."""
        return self.defer("pdf", "gegevens").select_related("gevraagd_door")


class Rapport(models.Model):
    """One version of the report of a kind and a month (its first day).

    `gegevens` is the frozen document as JSON text: the order of its keys is part of what scripts
    rely on, and jsonb would not keep it. `stap` is how far the making is, up to LAATSTE_STAP.
    `ongewijzigd_op` is the last day on which it was asked for again and no figure had changed.
    """

    soort = models.CharField(max_length=20, choices=Soort.choices)
    maand = models.DateField()
    versie = models.PositiveIntegerField()
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.GEVRAAGD)
    stap = models.PositiveSmallIntegerField(default=0)
    pogingen = models.PositiveSmallIntegerField(default=0)
    reden = models.CharField("reden van mislukken", max_length=300, blank=True)
    gevraagd_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    gevraagd_op = models.DateField()
    gemaakt_op = models.DateField(null=True)
    ongewijzigd_op = models.DateField(null=True)
    gegevens = models.TextField(null=True)
    sha256 = models.CharField(max_length=64, null=True)
    pdf = models.BinaryField(null=True)
    persoonsgegevens: ClassVar = Persoonsgegevens(
        "toegang.gebruikers",
        over=GEBRUIKERS,
        gegevens=[Gegeven("wie een rapport vroeg", "gevraagd_door")],
        geen="soort maand status stap pogingen reden gevraagd_op gemaakt_op ongewijzigd_op gegevens sha256 pdf",
    )

    objects = RapportQuerySet.as_manager()

    triggerzinnen: ClassVar[dict[str, str]] = {
        "rapport_bevroren": "Dit rapport is gemaakt. De cijfers erin veranderen niet meer.",
    }

    class Meta:
        ordering = ["-maand", "soort", "-versie"]
        constraints = [
            models.UniqueConstraint(
                fields=["soort", "maand", "versie"],
                name="rapport_versie_uniek",
                violation_error_message="Deze versie van het rapport bestaat al.",
            ),
            models.UniqueConstraint(
                fields=["soort", "maand"],
                condition=Q(status__in=[Status.GEVRAAGD, Status.MISLUKT]),
                name="rapport_een_aanvraag_tegelijk",
                violation_error_message="Dit rapport is al gevraagd.",
            ),
            models.CheckConstraint(
                condition=Q(maand__day=1),
                name="rapport_maand_is_eerste_dag",
                violation_error_message="De maand van een rapport is de eerste dag ervan.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values) & Q(soort__in=Soort.values),
                name="rapport_bekende_soort_en_status",
                violation_error_message="Deze soort of status van een rapport bestaat niet.",
            ),
            models.CheckConstraint(
                condition=Q(stap__lte=LAATSTE_STAP),
                name="rapport_stap_bestaat",
                violation_error_message="Deze stap bestaat niet.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=BEVROREN,
                    gegevens__isnull=False,
                    sha256__isnull=False,
                    pdf__isnull=False,
                    gemaakt_op__isnull=False,
                )
                | Q(
                    status__in=[Status.GEVRAAGD, Status.MISLUKT],
                    gegevens__isnull=True,
                    sha256__isnull=True,
                    pdf__isnull=True,
                    gemaakt_op__isnull=True,
                ),
                name="rapport_gemaakt_is_compleet",
                violation_error_message="Een gemaakt rapport heeft cijfers en een PDF, een ander niet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.naam}-v{self.versie}"

    def get_absolute_url(self) -> str:
        return reverse("rapportage:rapport", args=[self.soort, self.maand])

    @property
    def naam(self) -> str:
        """The name without the version, as its files are called: voortgang-2017-04."""
        return f"{self.soort}-{self.maand:%Y-%m}"

    @property
    def titel(self) -> str:
        """The name for people: Voortgang april 2017."""
        return f"{self.get_soort_display()} {schrijfwijze.maand(self.maand)}"

    @property
    def is_gemaakt(self) -> bool:
        return self.status in BEVROREN

    @property
    def badge(self) -> str:
        """How the state of this report is coloured."""
        return {Status.GEVRAAGD: "wacht", Status.MISLUKT: "slecht"}.get(Status(self.status), "goed")

    @property
    def inhoud(self) -> dict[str, Any]:
        """The frozen document. ValueError when this report is not made."""
        if self.gegevens is None:
            raise ValueError(f"Rapport {self} is nog niet gemaakt.")
        return cast("dict[str, Any]", json.loads(self.gegevens))
