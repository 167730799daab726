"""The log of what was read: written before it is shown, never changed, sealed every hour.

Only opaque keys: no name, no number, no search text. No foreign keys either: the log outlives what it is
about, and is written over a connection of its own that may only add rows.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS

# When it was read, by the clock of the database: no peildatum, and not for the writer to say.
KLOK = models.Func(function="clock_timestamp", output_field=models.DateTimeField())


class Leeshandeling(models.TextChoices):
    """What was done."""

    INZIEN = "inzien", "Dossier bekeken"
    AFDRUKKEN = "afdrukken", "Dossier afgedrukt"
    DOCUMENT = "document", "Document geopend"
    BSN = "bsn", "BSN bekeken"
    LIJST = "lijst", "Lijst bekeken"
    ZOEKEN = "zoeken", "Gezocht"
    UITVOER = "uitvoer", "Lijst als bestand gehaald"


class Leesuitkomst(models.TextChoices):
    """Whether it was shown. An unknown dossier and one that is not yours are logged alike."""

    GEZIEN = "gezien", "Getoond"
    GEWEIGERD = "geweigerd", "Geweigerd"


class LeesregelQuerySet(models.QuerySet["Leesregel"]):
    """Rows of the log."""

    def over(self, dossiers: Iterable[uuid.UUID]) -> Self:
        """What was read of a dossier, and of those that went up in it; what was refused is not in it."""
        return self.filter(dossier__in=list(dossiers), uitkomst=Leesuitkomst.GEZIEN)


class Leesregel(models.Model):
    """Somebody read something, or was refused. `aantal` persons, where it is about more than one.

    `wat` names the kind of page, never whom it was about; `rol` and `organisatie` are those of the user at
    that moment. `voorwerp` is the primary key of what the address named besides a dossier. The database
    fills in the key and the moment: the connection of the log may not.
    """

    sleutel = models.UUIDField(
        db_default=models.Func(function="gen_random_uuid"), unique=True, editable=False
    )
    moment = models.DateTimeField(db_default=KLOK)
    gebruiker = models.BigIntegerField(null=True, help_text="Key of the user; None for a command.")
    rol = models.CharField(max_length=20, blank=True)
    organisatie = models.BigIntegerField(null=True)
    dossier = models.UUIDField(null=True)
    voorwerp = models.BigIntegerField(null=True)
    handeling = models.CharField(max_length=10, choices=Leeshandeling.choices)
    wat = models.CharField(max_length=60, blank=True)
    uitkomst = models.CharField(max_length=10, choices=Leesuitkomst.choices)
    doel = models.CharField(max_length=200, blank=True)
    doorverwijzing = models.BigIntegerField(null=True, help_text="Key of the referral that gave access.")
    aantal = models.PositiveIntegerField(null=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "toegang.leeslog",
        gegevens=[
            Gegeven("welk dossier is gelezen", "dossier voorwerp doorverwijzing aantal"),
            Gegeven(
                "wie wat las, wanneer en waarom",
                "moment gebruiker rol organisatie handeling wat uitkomst doel",
                over=GEBRUIKERS,
            ),
        ],
        geen="sleutel",
    )

    objects = LeesregelQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["dossier", "-id"], name="leesregel_dossier"),
            models.Index(fields=["gebruiker", "-id"], name="leesregel_gebruiker"),
            models.Index(fields=["moment"], name="leesregel_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.get_handeling_display()}: {self.get_uitkomst_display()}"


class Leeszegel(models.Model):
    """A seal over the rows that no seal held yet, chained to the one before it (SHA-256).

    `regels` are their primary keys as a multirange of PostgreSQL, "{[1,51),[52,60)}": so a row whose
    transaction ended late comes under the next seal, and none comes under two. A row that is changed or
    taken away later no longer fits its seal.
    """

    regels = models.TextField()
    aantal = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    gezet_op = models.DateTimeField(db_default=KLOK)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="regels aantal sha256 gezet_op")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Zegel {self.pk} over {self.aantal} regels"


class Leesteller(models.Model):
    """How many seals were set, and over how many rows: counted by the database, in the same statement.

    One row. Whoever takes the last seals away with their rows leaves a chain that fits, and this number.
    """

    enige = models.BooleanField(primary_key=True, default=True)
    zegels = models.BigIntegerField(default=0)
    regels = models.BigIntegerField(default=0)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="enige zegels regels")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="leesteller_een_rij",
                condition=models.Q(enige=True),
                violation_error_message="Er is één teller.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.zegels} zegels"


class Leesbeoordeling(models.Model):
    """Somebody of privacy looked at a row of the log, and what they found. Only added to; the last one counts.

    `regel` is the key of the row; no foreign key, as nothing may lean on the log.
    """

    regel = models.BigIntegerField(db_index=True)
    in_orde = models.BooleanField("oordeel", default=True)
    opmerking = models.CharField("opmerking", max_length=300, blank=True)
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    op = models.DateTimeField(db_default=KLOK, editable=False)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "toegang.leeslog",
        over=GEBRUIKERS,
        gegevens=[
            Gegeven("wat de privacyfunctionaris van een inzage vond", "regel in_orde opmerking gebruiker op")
        ],
    )

    class Meta:
        verbose_name, verbose_name_plural = "beoordeling", "beoordelingen"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="leesbeoordeling_met_opmerking",
                condition=models.Q(in_orde=True) | ~models.Q(opmerking=""),
                violation_error_message="Schrijf op wat er niet klopt.",
            ),
        ]

    def __str__(self) -> str:
        return "In orde" if self.in_orde else "Niet in orde"
