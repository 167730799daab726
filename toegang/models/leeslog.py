"""The log of what was read: written before it is shown, never changed, sealed every hour.

Only opaque keys: no name, no number, no search text. No foreign keys either: the log outlives what it is
about, and is written over a connection of its own that may only add rows.
"""

from __future__ import annotations

import uuid
from typing import Self

from django.db import models


class Leeshandeling(models.TextChoices):
    """What was done."""

    INZIEN = "inzien", "Dossier bekeken"
    AFDRUKKEN = "afdrukken", "Dossier afgedrukt"
    DOCUMENT = "document", "Document geopend"
    BSN = "bsn", "BSN bekeken"
    ZOEKEN = "zoeken", "Gezocht"
    UITVOER = "uitvoer", "Lijst meegenomen"


class Leesuitkomst(models.TextChoices):
    """Whether it was shown. An unknown dossier and one that is not yours are logged alike."""

    GEZIEN = "gezien", "Getoond"
    GEWEIGERD = "geweigerd", "Niet getoond"


class LeesregelQuerySet(models.QuerySet["Leesregel"]):
    """Rows of the log."""

    def over(self, dossier: uuid.UUID) -> Self:
        """What was read of this dossier, newest first."""
        return self.filter(dossier=dossier).order_by("-pk")


class Leesregel(models.Model):
    """Somebody read something, or was refused. `aantal` persons, where it is about more than one."""

    moment = models.DateTimeField(auto_now_add=True)
    gebruiker = models.BigIntegerField(null=True, help_text="Key of the user; None for a command.")
    dossier = models.UUIDField(null=True)
    handeling = models.CharField(max_length=10, choices=Leeshandeling.choices)
    uitkomst = models.CharField(max_length=10, choices=Leesuitkomst.choices)
    doel = models.CharField(max_length=200, blank=True)
    aantal = models.PositiveIntegerField(null=True)

    objects = LeesregelQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["dossier", "-id"], name="leesregel_dossier"),
            models.Index(fields=["gebruiker", "-id"], name="leesregel_gebruiker"),
        ]

    def __str__(self) -> str:
        return f"{self.get_handeling_display()}: {self.get_uitkomst_display()}"


class Leeszegel(models.Model):
    """A seal over the rows after the previous one up to `tot_en_met`, chained to it (SHA-256).

    A row that is changed, taken away or put in between later no longer fits its seal.
    """

    tot_en_met = models.BigIntegerField(unique=True)
    aantal = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    gezet_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["tot_en_met"]

    def __str__(self) -> str:
        return f"Zegel tot en met regel {self.tot_en_met}"
