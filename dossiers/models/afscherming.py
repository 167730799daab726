"""Dossiers that only named users may know of."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from dossiers.models.persoon import Statushouder
from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from kern.periode import PeriodeQuerySet, tot_na_van


class InzagerechtQuerySet(PeriodeQuerySet["Inzagerecht"]):
    """Rows of named access."""


@met_geschiedenis()
class Inzagerecht(VersieModel):
    """This user may know of a shielded dossier, from `van` to `tot` (exclusive)."""

    statushouder = models.ForeignKey(Statushouder, models.PROTECT, related_name="inzagerechten")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="inzagerechten")
    van = models.DateField("vanaf")
    tot = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=200)
    reden_einde = models.CharField("reden van het einde", max_length=200, blank=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier",
        gegevens=[
            Gegeven("afscherming", "statushouder van tot reden reden_einde"),
            Gegeven("wie een afgeschermd dossier mag zien", "gebruiker", over=GEBRUIKERS),
        ],
    )

    objects = InzagerechtQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = (
            "inzage in een afgeschermd dossier",
            "inzages in een afgeschermd dossier",
        )
        ordering = ["van", "pk"]
        constraints = [
            tot_na_van("inzagerecht_tot_na_van", "De einddatum moet na de begindatum liggen."),
            models.UniqueConstraint(
                fields=["statushouder", "gebruiker", "van"],
                name="inzagerecht_een_keer",
                violation_error_message="Deze collega mag dit dossier vanaf die dag al zien.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker} vanaf {self.van}"
