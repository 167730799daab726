"""The rows of a file: staged, wrong, doubtful, changed, and what was written of them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kern.contract import Gegeven, Persoonsgegevens
from uitwisseling.models.inlezing import Inlezing

# Stays after saving, to be read again; it goes with the file.
_GEZEGD = "wat er over een rij van een bestand is gezegd, zolang het bestand er is"
KOP = 1  # the number of the row with the headers: what is said there is said of the file as a whole


class Uitkomst(models.TextChoices):
    """What becomes of a row without faults."""

    NIEUW = "nieuw", "Nieuw"
    GEWIJZIGD = "gewijzigd", "Gewijzigd"
    ONGEWIJZIGD = "ongewijzigd", "Blijft gelijk"


class Inleesrij(models.Model):
    """A row as it was read: `cellen` as they stand, one for each column of the kind, in its order.

    `velden` are the values that were read from them (dates, codes, numbers), in the order of
    `uitwisseling.rules.cellen.velden`. A BSN is only there encrypted. The rows go when the file is
    saved or stopped; the file itself stays.
    """

    pk = models.CompositePrimaryKey("inlezing", "rij")
    inlezing = models.ForeignKey(Inlezing, models.CASCADE, related_name="rijen")
    rij = models.PositiveIntegerField()
    cellen = ArrayField(models.TextField(null=True))
    velden = ArrayField(models.TextField(null=True))

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "uitwisseling.inlezen",
        gegevens=[Gegeven("rijen van een bestand, tot het is opgeslagen", "inlezing rij cellen velden")],
    )

    def __str__(self) -> str:
        return f"rij {self.rij}"


def _van_inlezing(naam: str) -> models.ForeignKey[Inlezing, Inlezing]:
    return models.ForeignKey(Inlezing, models.CASCADE, related_name=naam)


class _BijRij(models.Model):
    rij = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["inlezing", "rij", "pk"]
        indexes = [models.Index(fields=["inlezing", "rij"], name="%(class)s_rij")]

    def __str__(self) -> str:
        return f"rij {self.rij}"


class Inleesfout(_BijRij):
    """What is wrong with a cell: `melding` says it, `goed` says what would be right.

    `waarde` is None in the column `bsn`. `bij_lezen`: found while the file was read, so it does not
    depend on what is in the case.
    """

    inlezing = _van_inlezing("fouten")
    kolom = models.CharField(max_length=40)
    waarde = models.TextField(null=True)
    code = models.CharField(max_length=40)
    melding = models.TextField()
    goed = models.TextField(blank=True)
    bij_lezen = models.BooleanField(default=False)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "uitwisseling.inlezen",
        gegevens=[Gegeven(_GEZEGD, "inlezing rij waarde melding goed")],
        geen="kolom code bij_lezen",
    )

    class Meta(_BijRij.Meta):
        pass


class Inleesopzij(_BijRij):
    """A good row that needs a person's decision. `bekend` is the primary key of what it resembles.

    `besluit` is what was decided before saving: "zelfde", "ander", or empty for later.
    """

    inlezing = _van_inlezing("opzijgezet")
    code = models.CharField(max_length=40)
    melding = models.TextField()
    bekend = models.BigIntegerField(null=True)
    besluit = models.CharField(max_length=10, blank=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "uitwisseling.inlezen",
        gegevens=[Gegeven(_GEZEGD, "inlezing rij melding bekend besluit")],
        geen="code",
    )

    class Meta(_BijRij.Meta):
        pass


class Inleesverschil(_BijRij):
    """One field that a row changes: `was` and `wordt` as text, None where there is nothing.

    `model` and `object_id` say of which row of which table; `dossier` is the person, if there is
    one. `kolom` is the column of the file; fields of one column go together (both ends of a birth
    date). `stap` is the order in which the changes are written.
    """

    inlezing = _van_inlezing("verschillen")
    model = models.CharField(max_length=80)
    object_id = models.BigIntegerField()
    dossier = models.BigIntegerField(null=True)
    veld = models.CharField(max_length=40)
    kolom = models.CharField(max_length=40, blank=True)
    was = models.TextField(null=True)
    wordt = models.TextField(null=True)
    stap = models.PositiveSmallIntegerField(default=0)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "uitwisseling.inlezen",
        gegevens=[Gegeven("wat een bestand veranderde", "inlezing rij object_id dossier was wordt")],
        geen="model veld kolom stap",
    )

    class Meta(_BijRij.Meta):
        pass


class Inleesspoor(_BijRij):
    """One row of a table that an import wrote, so that it can be taken back.

    `oud` and `nieuw` hold, as text, only the fields that changed; both are None for a row that was
    made. `versie` is the one that the import left, None where the table has none.
    """

    inlezing = _van_inlezing("sporen")
    model = models.CharField(max_length=80)
    object_id = models.BigIntegerField()
    dossier = models.BigIntegerField(null=True)
    versie = models.PositiveIntegerField(null=True)
    stap = models.PositiveSmallIntegerField(default=0)
    oud = models.JSONField(null=True)
    nieuw = models.JSONField(null=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "uitwisseling.inlezen",
        gegevens=[Gegeven("wat een bestand veranderde", "inlezing rij object_id dossier oud nieuw")],
        geen="model stap",
    )

    class Meta(_BijRij.Meta):
        pass
