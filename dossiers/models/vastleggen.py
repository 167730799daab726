"""What people record in a dossier: contacts, tasks, documents and signals."""

from __future__ import annotations

import uuid
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dossiers.models.dossierdeel import Dossierdeel, DossierdeelQuerySet
from dossiers.models.keuzes import Contactsoort
from kern.contract import Gegeven, Gevoeligheid
from kern.contract.persoonsgegevens import GEBRUIKERS, MELDERS
from kern.geschiedenis import met_geschiedenis
from toegang.models import Organisatie

VRIJE_TEKST = "Wat mensen zelf schrijven, kan over gezondheid gaan (Wet inburgering 2021, artikel 37)."


def _opaak(_document: models.Model, _naam: str) -> str:
    """A place in the file store that says nothing of the file or the person."""
    sleutel = uuid.uuid4().hex
    return f"documenten/{sleutel[:2]}/{sleutel}"


@met_geschiedenis()
class Contactmoment(Dossierdeel):
    """A contact with or about a person on a day; one dated ahead is an appointment."""

    soortnaam = "contact"

    op = models.DateField("datum")
    tijd = models.TimeField(null=True, blank=True)
    soort = models.CharField(max_length=10, choices=Contactsoort.choices, default=Contactsoort.NOTITIE)
    met_tolk = models.BooleanField("met tolk", default=False)
    tekst = models.TextField(max_length=4000)

    persoonsgegevens: ClassVar = Dossierdeel.persoonsgegevens.met(
        Gegeven("contacten en afspraken", "op tijd soort met_tolk"),
        Gegeven("aantekeningen in vrije tekst", "tekst", Gevoeligheid.BIJZONDER, VRIJE_TEKST),
    )

    objects = DossierdeelQuerySet["Contactmoment"].as_manager()

    class Meta(Dossierdeel.Meta):
        verbose_name, verbose_name_plural = "contact", "contacten"
        ordering = ["-op", "-pk"]
        indexes = [models.Index(fields=["statushouder", "-op", "-id"], name="contactmoment_tijdlijn")]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {self.op}"


class TaakQuerySet(DossierdeelQuerySet["Taak"]):
    """Rows of tasks."""

    def open(self) -> Self:
        """Not done and not struck out."""
        return self.geldig().filter(gedaan_op=None)


@met_geschiedenis()
class Taak(Dossierdeel):
    """Something that `eigenaar` does on or before `uiterlijk_op` (inclusive).

    Postponed, `eerst_uiterlijk_op` keeps the last day that it had before anybody postponed it, and `uitstel_reden`
    says why `uiterlijk_op` is what it is now; the days and reasons between stand in the history.
    """

    soortnaam = "taak"

    wat = models.CharField("wat moet er gebeuren?", max_length=200)
    uiterlijk_op = models.DateField("uiterlijk op")
    eigenaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="taken", verbose_name="wie doet het?"
    )
    eerst_uiterlijk_op = models.DateField("was uiterlijk op", null=True, editable=False)
    uitstel_reden = models.CharField("waarom uitgesteld", max_length=300, blank=True, editable=False)
    gedaan_op = models.DateField(null=True, blank=True, editable=False)
    gedaan_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    persoonsgegevens: ClassVar = Dossierdeel.persoonsgegevens.met(
        Gegeven("taken", "uiterlijk_op eerst_uiterlijk_op gedaan_op"),
        Gegeven("aantekeningen in vrije tekst", "wat uitstel_reden", Gevoeligheid.BIJZONDER, VRIJE_TEKST),
        Gegeven("wie het doet", "eigenaar gedaan_door", over=GEBRUIKERS),
    )

    objects = TaakQuerySet.as_manager()

    class Meta(Dossierdeel.Meta):
        verbose_name, verbose_name_plural = "taak", "taken"
        ordering = ["uiterlijk_op", "pk"]
        constraints = [
            *Dossierdeel.Meta.constraints,
            models.CheckConstraint(
                name="taak_uitstel_met_reden",
                condition=Q(eerst_uiterlijk_op=None, uitstel_reden="")
                | (Q(eerst_uiterlijk_op__isnull=False) & ~Q(uitstel_reden="")),
                violation_error_message="Schrijf op waarom.",
            ),
            models.CheckConstraint(
                name="taak_uitstel_naar_later",
                condition=Q(eerst_uiterlijk_op=None) | Q(uiterlijk_op__gt=F("eerst_uiterlijk_op")),
                violation_error_message="Uitstellen kan alleen naar een latere dag.",
            ),
        ]

    def __str__(self) -> str:
        return self.wat

    @property
    def is_open(self) -> bool:
        """As `TaakQuerySet.open`, of a row that was read."""
        return not self.doorgehaald and self.gedaan_op is None


@met_geschiedenis()
class Document(Dossierdeel):
    """A file of a person. Its kind is that of its content, its place says nothing, its hash is kept."""

    soortnaam = "document"

    naam = models.CharField(max_length=150)
    op = models.DateField("datum")
    bestand = models.FileField(upload_to=_opaak, max_length=100)
    inhoudstype = models.CharField(max_length=100, editable=False)
    grootte = models.PositiveIntegerField("grootte in bytes", editable=False)
    sha256 = models.CharField(max_length=64, editable=False)

    persoonsgegevens: ClassVar = Dossierdeel.persoonsgegevens.met(
        Gegeven("documenten", "naam bestand", Gevoeligheid.BIJZONDER, VRIJE_TEKST),
        Gegeven("dag van het document", "op"),
        geen="inhoudstype grootte sha256",
    )

    objects = DossierdeelQuerySet["Document"].as_manager()

    class Meta(Dossierdeel.Meta):
        verbose_name, verbose_name_plural = "document", "documenten"
        ordering = ["-op", "-pk"]
        indexes = [models.Index(fields=["statushouder", "-op", "-id"], name="document_tijdlijn")]

    def __str__(self) -> str:
        return self.naam


class SignaalQuerySet(DossierdeelQuerySet["Signaal"]):
    """Rows of signals."""

    def open(self) -> Self:
        """Without an answer and not struck out."""
        return self.geldig().filter(beantwoord_op=None)


@met_geschiedenis()
class Signaal(Dossierdeel):
    """Something noticed by a school or partner; `eigenaar` answers on or before `antwoord_voor` (inclusive)."""

    soortnaam = "signaal"

    wat = models.TextField("wat is opgevallen?", max_length=2000)
    gemeld_op = models.DateField("gemeld op")
    melder = models.CharField("wie meldt dit?", max_length=150)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True)
    eigenaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="signalen", verbose_name="wie antwoordt?"
    )
    antwoord_voor = models.DateField("antwoord uiterlijk op")
    antwoord = models.TextField(max_length=2000, blank=True, editable=False)
    beantwoord_op = models.DateField(null=True, blank=True, editable=False)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    persoonsgegevens: ClassVar = Dossierdeel.persoonsgegevens.met(
        Gegeven("aantekeningen in vrije tekst", "wat antwoord", Gevoeligheid.BIJZONDER, VRIJE_TEKST),
        Gegeven("signalen", "gemeld_op antwoord_voor beantwoord_op"),
        Gegeven("wie een signaal gaf", "melder organisatie", over=MELDERS),
        Gegeven("wie antwoordt", "eigenaar beantwoord_door", over=GEBRUIKERS),
    )

    objects = SignaalQuerySet.as_manager()

    class Meta(Dossierdeel.Meta):
        verbose_name, verbose_name_plural = "signaal", "signalen"
        ordering = ["antwoord_voor", "pk"]
        constraints = [
            *Dossierdeel.Meta.constraints,
            models.CheckConstraint(
                name="signaal_antwoord_niet_voor_melding",
                condition=Q(antwoord_voor__gte=F("gemeld_op")),
                violation_error_message="De antwoorddatum moet op of na de dag van de melding liggen.",
            ),
        ]

    def __str__(self) -> str:
        return f"Signaal van {self.gemeld_op}"

    @property
    def is_open(self) -> bool:
        """As `SignaalQuerySet.open`, of a row that was read."""
        return not self.doorgehaald and self.beantwoord_op is None
