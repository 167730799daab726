"""Who guides a person, for which organisation, from when to when and how much."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q

from dossiers.models import Statushouder
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from kern.periode import PeriodeQuerySet, daterange, tot_na_van
from toegang.models import Organisatie


class Intensiteit(models.TextChoices):
    """How often the guide and the person meet."""

    INTENSIEF = "intensief", "Elke week of vaker"
    GEWOON = "gewoon", "Om de week"
    LICHT = "licht", "Eén keer per maand of minder"


class TrajectQuerySet(PeriodeQuerySet["Begeleidingstraject"]):
    """Trajectories."""

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Trajectories of persons of whom this user may read guidance."""
        return self.filter(statushouder__in=Statushouder.objects.met_inzage(gebruiker, "begeleiding"))


@met_geschiedenis()
class Begeleidingstraject(VersieModel):
    """Guidance of one person by one organisation, from `van` (inclusive) to `tot` (exclusive).

    `begeleider` is a user, or `vrijwilliger` the name of somebody who has no account; both may be empty while
    the organisation still looks for one.
    """

    statushouder = models.ForeignKey(Statushouder, models.PROTECT, related_name="begeleidingstrajecten")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="begeleidingstrajecten")
    begeleider = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="begeleidingstrajecten"
    )
    vrijwilliger = models.CharField("vrijwilliger", max_length=100, blank=True)
    intensiteit = models.CharField(
        "hoe vaak?", max_length=10, choices=Intensiteit.choices, default=Intensiteit.GEWOON
    )
    van = models.DateField("vanaf")
    tot = models.DateField("tot", null=True, blank=True)
    periode = daterange()

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "begeleiding.begeleiden",
        gegevens=[
            Gegeven(
                "begeleiding: door welke organisatie, hoe vaak, van wanneer tot wanneer",
                "statushouder organisatie intensiteit van tot periode",
            ),
            Gegeven("wie begeleidt", "begeleider vrijwilliger", over=GEBRUIKERS),
        ],
        geen="id versie",
    )

    objects = TrajectQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "begeleidingstraject", "begeleidingstrajecten"
        ordering = ["van", "pk"]
        indexes = [models.Index(fields=["organisatie", "van"], name="traject_op_organisatie")]
        constraints = [
            tot_na_van("traject_tot_na_van", "De laatste dag mag niet voor de eerste dag liggen."),
            ExclusionConstraint(
                name="traject_een_per_organisatie",
                expressions=[
                    ("statushouder", RangeOperators.EQUAL),
                    ("organisatie", RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.IMMEDIATE,
                violation_error_message=(
                    "Deze persoon krijgt in deze periode al begeleiding van deze organisatie. Beëindig die eerst."
                ),
            ),
            models.CheckConstraint(
                name="traject_begeleider_of_vrijwilliger",
                condition=Q(begeleider=None) | Q(vrijwilliger=""),
                violation_error_message="Kies een begeleider, of vul de naam van een vrijwilliger in: niet allebei.",
            ),
        ]

    def __str__(self) -> str:
        return f"Begeleiding door {self.organisatie}"

    @property
    def tot_en_met(self) -> date | None:
        """The last day; None while it runs."""
        return self.tot - timedelta(days=1) if self.tot else None

    @property
    def wie(self) -> str:
        """The name of the guide or volunteer; empty while nobody was found."""
        return self.begeleider.naam if self.begeleider else self.vrijwilliger
