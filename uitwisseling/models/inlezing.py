"""One reading of a file, and the column mappings that are kept."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS


class Status(models.TextChoices):
    """How far a file is; from OPGESLAGEN on its rows are in the case."""

    ONTVANGEN = "ontvangen", "Wordt gelezen"
    GEWEIGERD = "geweigerd", "Niet te lezen"
    KLAARGEZET = "klaargezet", "Nog niet opgeslagen"
    OPSLAAN = "opslaan", "Wordt opgeslagen"
    OPGESLAGEN = "opgeslagen", "Opgeslagen"
    GESTOPT = "gestopt", "Gestopt, niets opgeslagen"
    ONGEDAAN = "ongedaan", "Ongedaan gemaakt"


def _opaak(_inlezing: models.Model, _naam: str) -> str:
    """A place in the file store that says nothing of the file or of who is in it."""
    sleutel = uuid.uuid4().hex
    return f"inlezingen/{sleutel[:2]}/{sleutel}"


class InlezingQuerySet(models.QuerySet["Inlezing"]):
    """Files by who may see them, and by how far they are."""

    def van_soorten(self, soorten: Any) -> Self:
        """Of these kinds: pages pass those that the user has the right to."""
        return self.filter(soort__in=soorten)

    def van(self, gebruiker: Gebruiker) -> Self:
        """Read by this user."""
        return self.filter(gebruiker_id=gebruiker.pk)

    def openstaand(self) -> Self:
        """Asked for and not done, in the order of asking: the outbox of the tasks."""
        return self.filter(status__in=[Status.ONTVANGEN, Status.OPSLAAN]).order_by("pk")


class Inlezing(models.Model):
    """One file that came in, and where it stands; the row is the outbox of what still has to be done.

    `bestand` is the file as it came, encrypted (`kern.kluis`), under an opaque name; `sha256` is that
    of the file in the clear. `kolommen` maps our column names to those of the file. The counts are
    rows of the file: `gelezen` = `aangemaakt` + `gewijzigd` + `ongewijzigd` + `met_fout`, and
    `opzij` are of those in `aangemaakt` or `gewijzigd`. `gedaan` is the progress, in rows.
    """

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    soort = models.CharField(max_length=30)
    bestandsnaam = models.CharField(max_length=255)
    bestand = models.FileField(upload_to=_opaak, max_length=100)
    grootte = models.PositiveBigIntegerField("grootte in bytes", default=0)
    sha256 = models.CharField(max_length=64)
    kolommen = models.JSONField(default=dict)
    niet_gelezen = models.JSONField(default=list, help_text="Headers of the file that are no column of ours.")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    op = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.ONTVANGEN)
    reden = models.TextField(blank=True, help_text="Why the file as a whole was refused, in Dutch.")
    gelezen = models.PositiveIntegerField(default=0)
    aangemaakt = models.PositiveIntegerField(default=0)
    gewijzigd = models.PositiveIntegerField(default=0)
    ongewijzigd = models.PositiveIntegerField(default=0)
    met_fout = models.PositiveIntegerField(default=0)
    opzij = models.PositiveIntegerField(default=0)
    gedaan = models.PositiveIntegerField(default=0)
    goede_rijen = models.BooleanField(
        default=False, help_text="The good rows were saved without the faulty ones."
    )
    besluiten = models.JSONField(default=dict, help_text="By row number: the pk that it is, or 0.")
    opgeslagen_op = models.DateField(null=True)
    ongedaan_op = models.DateField(null=True)
    ongedaan_door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    behouden = models.JSONField(default=list, help_text="What stayed when it was taken back.")

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "uitwisseling.inlezen",
        gegevens=[
            Gegeven(
                "bestanden met personen", "bestandsnaam bestand kolommen niet_gelezen besluiten behouden"
            ),
            Gegeven(
                "wie inlas en wanneer",
                "gebruiker op opgeslagen_op ongedaan_op ongedaan_door",
                over=GEBRUIKERS,
            ),
        ],
        geen="sleutel soort grootte sha256 status reden gelezen aangemaakt gewijzigd ongewijzigd met_fout"
        " opzij gedaan goede_rijen",
    )

    objects = InlezingQuerySet.as_manager()

    triggerzinnen: ClassVar[dict[str, str]] = {}

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["soort", "-id"], name="inlezing_soort")]
        constraints = [
            models.CheckConstraint(
                name="inlezing_bekende_status",
                condition=Q(status__in=Status.values),
                violation_error_message="Deze status van een bestand bestaat niet.",
            ),
        ]

    def __str__(self) -> str:
        return self.bestandsnaam

    @property
    def te_bewaren(self) -> int:
        """Rows without a fault."""
        return self.aangemaakt + self.gewijzigd + self.ongewijzigd

    @property
    def is_bezig(self) -> bool:
        """Something is still being done with it."""
        return self.status in {Status.ONTVANGEN, Status.OPSLAAN}


class Kolomkoppeling(models.Model):
    """Which column of a source is which of ours, kept for the next file with the same headers.

    `koppen` is a hash of the headers, in any order; `kolommen` maps ours to theirs.
    """

    soort = models.CharField(max_length=30)
    koppen = models.CharField(max_length=64)
    kolommen = models.JSONField()

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="soort koppen kolommen")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["soort", "koppen"],
                name="kolomkoppeling_een_per_bron",
                violation_error_message="Voor deze kolommen is al een koppeling bewaard.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort}: {', '.join(self.kolommen)}"
