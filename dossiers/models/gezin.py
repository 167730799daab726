"""The household: a family and its dated members."""

from __future__ import annotations

import uuid
from typing import ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When

from dossiers.models.keuzes import Rol
from dossiers.models.persoon import Statushouder
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from kern.periode import PeriodeQuerySet, daterange, tot_na_van


class GezinQuerySet(models.QuerySet["Gezin"]):
    """Rows of families."""

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Families of which this user may see a member."""
        leden = Gezinslid.objects.filter(
            gezin=OuterRef("pk"), statushouder__in=Statushouder.objects.zichtbaar_voor(gebruiker)
        )
        return self.filter(Exists(leden))


class GezinslidQuerySet(PeriodeQuerySet["Gezinslid"]):
    """Rows of memberships."""

    def hoofd_eerst(self) -> Self:
        """Head, partner, children, others; within those in order of registration."""
        volgorde = Case(*(When(rol=rol, then=Value(plaats)) for plaats, rol in enumerate(Rol.values)))
        return self.order_by(volgorde, "pk")


@met_geschiedenis()
class Gezin(VersieModel):
    """The household unit; newborns and Dutch partners can be members without counting."""

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    naam = models.CharField("naam van het gezin", max_length=200)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier", gegevens=[Gegeven("gezin en verwanten", "id sleutel naam")]
    )

    objects = GezinQuerySet.as_manager()

    class Meta:
        ordering = ["naam", "pk"]

    def __str__(self) -> str:
        return self.naam


@met_geschiedenis()
class Gezinslid(VersieModel):
    """A person in one family at a time, from `van` (inclusive) to `tot` (exclusive)."""

    gezin = models.ForeignKey(Gezin, models.PROTECT, related_name="leden")
    statushouder = models.ForeignKey(Statushouder, models.PROTECT, related_name="lidmaatschappen")
    rol = models.CharField("rol in het gezin", max_length=10, choices=Rol.choices)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    periode = daterange()

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier",
        gegevens=[Gegeven("gezin en verwanten", "gezin statushouder rol van tot periode")],
    )

    objects = GezinslidQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "plaats in een gezin", "plaatsen in een gezin"
        ordering = ["gezin", "pk"]
        constraints = [
            tot_na_van("gezinslid_tot_na_van", "De einddatum moet na de begindatum liggen."),
            ExclusionConstraint(
                name="gezinslid_een_gezin_tegelijk",
                expressions=[("statushouder", RangeOperators.EQUAL), ("periode", RangeOperators.OVERLAPS)],
                violation_error_message="Deze persoon hoort in deze periode al bij een gezin.",
            ),
            ExclusionConstraint(
                name="gezinslid_een_hoofd_tegelijk",
                expressions=[("gezin", RangeOperators.EQUAL), ("periode", RangeOperators.OVERLAPS)],
                condition=Q(rol=Rol.HOOFD),
                violation_error_message="Dit gezin heeft in deze periode al een hoofd.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statushouder} ({self.get_rol_display()})"
