"""Two dossiers of one person made one, with the log that takes it back; and pairs that are two people."""

from __future__ import annotations

from typing import ClassVar, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Greatest, Least

from dossiers.models.persoon import Statushouder
from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS


class Samenvoegreden(models.TextChoices):
    """How somebody knows that two dossiers are of one person."""

    GEVRAAGD = "gevraagd", "Gevraagd aan de persoon zelf"
    GEZIEN = "gezien", "Verblijfspas of paspoort gezien"
    BRP = "brp", "Gelijk in de BRP"
    ANDERS = "anders", "Anders"


class SamenvoegingQuerySet(models.QuerySet["Samenvoeging"]):
    """Rows of merges."""

    def geldig(self) -> Self:
        """Not undone."""
        return self.filter(ongedaan_op=None)

    def bij(self, persoon: Statushouder) -> Self:
        """Those in which this dossier took part, on either side, the newest first; undone ones too."""
        return self.filter(Q(blijft=persoon) | Q(vervalt=persoon)).order_by("-pk")


class Samenvoeging(models.Model):
    """`vervalt` went up in `blijft` on `op`. The rows of the log say what moved and what changed."""

    blijft = models.ForeignKey(Statushouder, models.PROTECT, related_name="samenvoegingen")
    vervalt = models.ForeignKey(Statushouder, models.PROTECT, related_name="opgegaan_in")
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reden = models.CharField("waarom is dit dezelfde persoon?", max_length=10, choices=Samenvoegreden.choices)
    toelichting = models.CharField(max_length=200, blank=True)
    ongedaan_op = models.DateField(null=True, blank=True)
    ongedaan_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier",
        gegevens=[
            Gegeven("dubbele dossiers", "blijft vervalt op reden toelichting ongedaan_op"),
            Gegeven("wie samenvoegde", "door ongedaan_door", over=GEBRUIKERS),
        ],
    )

    objects = SamenvoegingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name, verbose_name_plural = "samenvoeging", "samenvoegingen"
        constraints = [
            models.CheckConstraint(
                name="samenvoeging_van_twee",
                condition=~Q(blijft=F("vervalt")),
                violation_error_message="Kies twee verschillende dossiers.",
            ),
            models.UniqueConstraint(
                fields=["vervalt"],
                condition=Q(ongedaan_op=None),
                name="samenvoeging_een_keer",
                violation_error_message="Dit dossier is al samengevoegd.",
            ),
            models.CheckConstraint(
                name="samenvoeging_anders_met_toelichting",
                condition=~Q(reden=Samenvoegreden.ANDERS, toelichting=""),
                violation_error_message="Schrijf op hoe u het weet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vervalt.nummer} in {self.blijft.nummer}"


class Samenvoegregel(models.Model):
    """One row of the log: what became of a row that refers to one of both persons.

    `veld` is its foreign key, `oud` what stood in it, `versie` the row's version right after (None for a
    model that people do not edit). `waarden` are the fields of a changed row as they were; a BSN is in them as
    ciphertext only. Both persons are rows of the log too, without `veld`.
    """

    class Soort(models.TextChoices):
        VERPLAATST = "verplaatst", "Gaat mee"
        ACHTERGEBLEVEN = "achter", "Blijft bij het vervallen dossier"
        STOND_ER = "stond_er", "Stond er al"
        GEWIJZIGD = "gewijzigd", "Aangepast"
        GEMAAKT = "gemaakt", "Nieuw gemaakt"

    samenvoeging = models.ForeignKey(Samenvoeging, models.CASCADE, related_name="regels")
    soort = models.CharField(max_length=10, choices=Soort.choices)
    model = models.CharField(max_length=100)
    object_id = models.BigIntegerField()
    veld = models.CharField(max_length=60, blank=True)
    oud = models.BigIntegerField(null=True)
    versie = models.PositiveIntegerField(null=True)
    waarden = models.JSONField(encoder=DjangoJSONEncoder, default=dict)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier",
        gegevens=[Gegeven("dubbele dossiers", "samenvoeging model object_id veld oud waarden")],
        geen="soort",
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["samenvoeging", "model", "veld", "object_id"],
                name="samenvoegregel_een_keer",
                violation_error_message="Deze rij staat al in het logboek.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.object_id}: {self.get_soort_display()}"


class DubbelbesluitQuerySet(models.QuerySet["Dubbelbesluit"]):
    """Rows of decisions."""

    def paren(self) -> list[tuple[int, int]]:
        """The pairs of persons, the lower key first; of who went up in another dossier that other one."""
        een, ander = (Coalesce(f"{kant}__samengevoegd_met", kant) for kant in ("eerste", "tweede"))
        return list(self.values_list(Least(een, ander), Greatest(een, ander)))


class Dubbelbesluit(models.Model):
    """Somebody decided that two dossiers are of two people: the pair is not proposed again."""

    eerste = models.ForeignKey(Statushouder, models.PROTECT, related_name="+")
    tweede = models.ForeignKey(Statushouder, models.PROTECT, related_name="+")
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reden = models.CharField(max_length=200, blank=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier",
        gegevens=[
            Gegeven("dubbele dossiers", "eerste tweede op reden"),
            Gegeven("wie samenvoegde", "door", over=GEBRUIKERS),
        ],
    )

    objects = DubbelbesluitQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="dubbelbesluit_op_volgorde",
                condition=Q(eerste__lt=F("tweede")),
                violation_error_message="Kies twee verschillende dossiers.",
            ),
            models.UniqueConstraint(
                fields=["eerste", "tweede"],
                name="dubbelbesluit_een_keer_per_paar",
                violation_error_message="Over deze twee dossiers is al besloten.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.eerste.nummer} en {self.tweede.nummer} zijn twee mensen"
