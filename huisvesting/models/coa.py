"""COA's own count, as its list gives it."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models

from dossiers.models import Statushouder
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from kern.velden import TekstNietVoorPartners


class CoaRegelQuerySet(models.QuerySet["CoaRegel"]):
    """Rows of COA's list."""

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Rows of persons whom this user may see, and of those who have no dossier here."""
        gezien = Statushouder.objects.met_inzage(gebruiker, "huisvesting")
        return self.filter(models.Q(statushouder=None) | models.Q(statushouder__in=gezien))


@met_geschiedenis()
class CoaRegel(VersieModel):
    """What COA's list says of one person, with COA's own dates (H9); known by the V-nummer.

    `statushouder` is empty for who has no dossier here; then the name and the birth date of the list are
    all that is known. `gehuisvest_op` is the day on which the person counts for COA. Who is not on the newest
    list of that half-year is kept with `op_lijst` false, and counts for COA no more.
    """

    statushouder = models.OneToOneField(
        Statushouder, models.PROTECT, null=True, blank=True, related_name="coa_regel"
    )
    vnummer = TekstNietVoorPartners("V-nummer", max_length=10, unique=True)
    achternaam = models.CharField(max_length=200, blank=True)
    voornamen = models.CharField(max_length=200, blank=True)
    geboren_vroegst = models.DateField(null=True, blank=True)
    geboren_laatst = models.DateField(null=True, blank=True)
    koppeldatum = models.DateField(null=True, blank=True)
    gehuisvest_op = models.DateField("gehuisvest op", null=True, blank=True)
    gezinsgrootte = models.PositiveSmallIntegerField(null=True, blank=True)
    op_lijst = models.BooleanField("op de nieuwste lijst", default=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "huisvesting.huisvesten",
        gegevens=[
            Gegeven(
                "wat de lijst van COA zegt",
                "statushouder vnummer achternaam voornamen geboren_vroegst geboren_laatst koppeldatum"
                " gehuisvest_op gezinsgrootte op_lijst",
            )
        ],
        geen="versie",
    )
    objects = CoaRegelQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "regel van COA", "regels van COA"
        ordering = ["vnummer"]

    def __str__(self) -> str:
        return f"COA: {self.gehuisvest_op or 'nog niet gehuisvest'}"
