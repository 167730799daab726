"""The spells in which a person lives in Wassenaar."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Case, Exists, F, Subquery, When

from dossiers.models.persoon import Statushouder
from kern.contract import Gegeven, Persoonsgegevens
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from kern.periode import PeriodeQuerySet, daterange, tot_na_van


class VestigingQuerySet(PeriodeQuerySet["Vestiging"]):
    """Rows of spells."""

    def laatste_vertrek(self, *, ooit: VestigingQuerySet | None = None) -> Case:
        """The day on which the last of these left, of the rows of an outer query; None while somebody lives here.

        `ooit` are more spells of the same people, compared with the outer query by equality only (by default these
        themselves). Of most nobody ever left; that the database can look up for all of them together.
        """
        dag = Subquery(self.order_by(F("tot").desc(nulls_first=True)).values("tot")[:1])
        vertrokken = (self if ooit is None else ooit).filter(tot__isnull=False)
        return Case(When(Exists(vertrokken), then=dag), output_field=models.DateField())


@met_geschiedenis()
class Vestiging(VersieModel):
    """A spell of living in Wassenaar, from `van` (inclusive) to `tot` (exclusive: the day of leaving).

    "Settled" has no other home than this. People leave and come back.
    """

    statushouder = models.ForeignKey(Statushouder, models.PROTECT, related_name="vestigingen")
    van = models.DateField("gevestigd op")
    tot = models.DateField("vertrokken op", null=True, blank=True)
    brp_op = models.DateField("ingeschreven in de BRP op", null=True, blank=True)
    reden_vertrek = models.CharField(max_length=200, blank=True)
    periode = daterange()

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier",
        gegevens=[Gegeven("vestiging en vertrek", "statushouder van tot brp_op reden_vertrek periode")],
    )

    objects = VestigingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "vestiging", "vestigingen"
        ordering = ["statushouder", "van"]
        # the list by the day on which somebody came or left
        indexes = [
            models.Index(fields=["van", "statushouder"], name="vestiging_op_van"),
            models.Index(fields=["tot", "statushouder"], name="vestiging_op_tot"),
        ]
        constraints = [
            tot_na_van(
                "vestiging_tot_niet_voor_van",
                "De dag van vertrek mag niet voor de vestiging liggen.",
                zelfde_dag=True,
            ),
            ExclusionConstraint(
                name="vestiging_een_tegelijk",
                expressions=[("statushouder", RangeOperators.EQUAL), ("periode", RangeOperators.OVERLAPS)],
                violation_error_message="Deze persoon is in deze periode al gevestigd in Wassenaar.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statushouder} vanaf {self.van}"
