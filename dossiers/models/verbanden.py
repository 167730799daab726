"""Who belongs to whom, and whose case it is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from dossiers.models.keuzes import Relatiesoort
from dossiers.models.persoon import Statushouder
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from kern.periode import PeriodeQuerySet, daterange, tot_na_van
from toegang.rules import van_gemeente


class RelatieQuerySet(PeriodeQuerySet["Relatie"]):
    """Rows of kinship."""

    def leesbaar_voor(self, gebruiker: Gebruiker | None) -> Self:
        """Without who came after whom for a partner: how somebody came is the municipality's (`rules.inzage`)."""
        if gebruiker is None or van_gemeente(gebruiker):
            return self
        return self.exclude(soort=Relatiesoort.REFERENT)


@met_geschiedenis()
class Relatie(VersieModel):
    """`verwant` is the referent, parent or guardian of `persoon`, from `van` to `tot` (exclusive)."""

    persoon = models.ForeignKey(Statushouder, models.PROTECT, related_name="relaties")
    verwant = models.ForeignKey(Statushouder, models.PROTECT, related_name="relaties_van_anderen")
    soort = models.CharField(max_length=10, choices=Relatiesoort.choices)
    van = models.DateField("vanaf")
    tot = models.DateField("tot", null=True, blank=True)
    periode = daterange()

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier",
        gegevens=[Gegeven("gezin en verwanten", "persoon verwant soort van tot periode")],
    )

    objects = RelatieQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "relatie", "relaties"
        ordering = ["persoon", "van", "pk"]
        constraints = [
            tot_na_van("relatie_tot_na_van", "De einddatum moet na de begindatum liggen."),
            models.CheckConstraint(
                name="relatie_met_een_ander",
                condition=~Q(persoon=F("verwant")),
                violation_error_message="Kies een andere persoon: niemand is familie van zichzelf.",
            ),
            ExclusionConstraint(
                name="relatie_een_keer_tegelijk",
                expressions=[
                    ("persoon", RangeOperators.EQUAL),
                    ("verwant", RangeOperators.EQUAL),
                    ("soort", RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ],
                violation_error_message="Deze relatie staat er in deze periode al.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verwant}, {self.get_soort_display()} van {self.persoon}"


class RegieQuerySet(PeriodeQuerySet["Regie"]):
    """Rows of assignments."""


@met_geschiedenis()
class Regie(VersieModel):
    """Whose case it is from `van` to `tot` (exclusive); without `regisseur` it is open work (werkvoorraad).

    Each dossier has exactly one row without an end: the triggers of migration 0005 hold it.
    """

    statushouder = models.ForeignKey(Statushouder, models.PROTECT, related_name="regie")
    regisseur = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="regie"
    )
    van = models.DateField("vanaf")
    tot = models.DateField(null=True, blank=True)
    periode = daterange()

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier",
        gegevens=[
            Gegeven("wanneer wie de regie heeft", "statushouder van tot periode"),
            Gegeven("wie de regie heeft", "regisseur", over=GEBRUIKERS),
        ],
    )

    waarnemer: Any = None  # a colleague: who covers on the day that a figure asks for

    triggerzinnen: ClassVar = {
        "dossier_heeft_regisseur": "Elk dossier heeft een regisseur, of staat in de werkvoorraad."
    }
    objects = RegieQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "toewijzing aan een regisseur", "toewijzingen aan een regisseur"
        ordering = ["statushouder", "van"]
        constraints = [
            tot_na_van("regie_tot_na_van", "De einddatum moet na de begindatum liggen.", zelfde_dag=True),
            ExclusionConstraint(
                name="regie_een_tegelijk",
                expressions=[("statushouder", RangeOperators.EQUAL), ("periode", RangeOperators.OVERLAPS)],
                violation_error_message="Dit dossier heeft in deze periode al een regisseur.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regisseur or 'Nog niet toegewezen'} vanaf {self.van}"


class WaarnemingQuerySet(PeriodeQuerySet["Waarneming"]):
    """Rows of covering."""


@met_geschiedenis()
class Waarneming(VersieModel):
    """During the absence of `afwezige` a `waarnemer` has their cases: `van` inclusive, `tot` exclusive."""

    afwezige = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="afwezigheid")
    waarnemer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="waarnemingen")
    van = models.DateField("vanaf")
    tot = models.DateField("tot")
    periode = daterange()

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier",
        over=GEBRUIKERS,
        gegevens=[Gegeven("afwezigheid en waarneming", "afwezige waarnemer van tot periode")],
    )

    objects = WaarnemingQuerySet.as_manager()

    class Meta:
        ordering = ["van", "pk"]
        constraints = [
            tot_na_van("waarneming_tot_na_van", "De einddatum moet na de begindatum liggen."),
            models.CheckConstraint(
                name="waarneming_door_een_ander",
                condition=~Q(afwezige=F("waarnemer")),
                violation_error_message="Kies een andere collega als waarnemer.",
            ),
            ExclusionConstraint(
                name="waarneming_een_tegelijk",
                expressions=[("afwezige", RangeOperators.EQUAL), ("periode", RangeOperators.OVERLAPS)],
                violation_error_message="Voor deze collega is in deze periode al een waarnemer.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.waarnemer} neemt waar voor {self.afwezige}"

    @property
    def tot_en_met(self) -> date | None:
        """The last day of the absence; None on a row that is not filled in yet."""
        return self.tot - timedelta(days=1) if self.tot else None
