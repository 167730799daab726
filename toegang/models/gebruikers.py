"""Organisations and users."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.models import VersieModel
from kern.velden import AlleenBijInloggen

# How Django keeps a passphrase that is not there.
NOG_GEEN_WACHTZIN = "!"


class Rol(models.TextChoices):
    """The eight roles. An organisation's own manager is a mark on a partner user, not a role."""

    KLANTREGISSEUR = "klantregisseur", "Klantregisseur"
    CONSULENT = "consulent", "Consulent W&I"
    COORDINATOR = "coordinator", "Projectcoördinator"
    FINANCIEN = "financien", "Financieel medewerker"
    PARTNER = "partner", "Partner"
    RAADSGRIFFIE = "raadsgriffie", "Raadsgriffie"
    PRIVACY = "privacy", "Privacyfunctionaris"
    BEHEERDER = "beheerder", "Functioneel beheerder"


class Organisatie(VersieModel):
    """A party of the plan: the municipality itself, and its partners."""

    naam = models.CharField(max_length=200)
    rol = models.CharField("rol in het plan", max_length=200)
    van_plan = models.BooleanField(
        "staat in het plan", default=False, editable=False, help_text="Loading the plan keeps these equal."
    )

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="naam rol van_plan")

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                Lower("naam"),
                name="organisatie_naam_uniek",
                violation_error_message="Er is al een organisatie met deze naam.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class GebruikerQuerySet(models.QuerySet["Gebruiker"]):
    """Rows of users."""

    def beheerd_door(self, beheerder: Gebruiker) -> Self:
        """Users whom this user keeps: the functional manager all, an organisation's manager its own.

        Whom that manager invited is one of them once they came in; until then there is the invitation.
        """
        if beheerder.rol == Rol.BEHEERDER:
            return self
        if beheerder.beheert_organisatie:
            eigen = self.filter(rol=Rol.PARTNER, organisatie=beheerder.organisatie_id)
            wacht = models.Q(password__startswith=NOG_GEEN_WACHTZIN, uitnodigingen__isnull=False)
            return eigen.exclude(wacht)
        return self.none()


class GebruikerManager(BaseUserManager.from_queryset(GebruikerQuerySet)):  # type: ignore[misc]
    """Makes users; a user without password can only come in by invitation."""

    def create_user(
        self, email: str, *, rol: str, naam: str = "", password: str | None = None, **rest: Any
    ) -> Gebruiker:
        gebruiker: Gebruiker = self.model(
            email=self.normalize_email(email).lower(), rol=rol, naam=naam, **rest
        )
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker


class Gebruiker(VersieModel, AbstractBaseUser):
    """Somebody who signs in, known by e-mail address, with one role.

    `beheert_organisatie` marks the user of a partner who keeps the users of the own organisation.
    """

    password = AlleenBijInloggen(_("password"), max_length=128)  # as Django has it, but for who reads it
    email = models.EmailField(
        "e-mailadres",
        unique=True,
        error_messages={"unique": "Er is al een gebruiker met dit e-mailadres."},
    )
    naam = models.CharField(max_length=150, blank=True)
    rol = models.CharField(max_length=20, choices=Rol.choices)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True)
    is_active = models.BooleanField("mag inloggen", default=True)
    beheert_organisatie = models.BooleanField("beheert de gebruikers van de organisatie", default=False)
    apparaten_vergeten_op = models.DateTimeField(
        null=True, editable=False, help_text="Devices that were remembered before this are asked for a code."
    )

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["rol"]
    persoonsgegevens: ClassVar = Persoonsgegevens(
        "toegang.gebruikers",
        over=GEBRUIKERS,
        gegevens=[
            Gegeven("naam en e-mail", "naam email"),
            Gegeven("rol en organisatie", "rol organisatie is_active beheert_organisatie"),
            Gegeven("wachtzin, alleen als hash", "password"),
            Gegeven("laatste keer ingelogd", "last_login apparaten_vergeten_op"),
        ],
    )

    objects = GebruikerManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="gebruiker_email_kleine_letters",
                condition=models.Q(email=Lower("email")),
                violation_error_message="Schrijf het e-mailadres in kleine letters.",
            ),
            models.CheckConstraint(
                name="gebruiker_partner_heeft_organisatie",
                condition=~models.Q(rol=Rol.PARTNER) | models.Q(organisatie__isnull=False),
                violation_error_message="Kies de organisatie van deze partner.",
            ),
            models.CheckConstraint(
                name="gebruiker_beheerder_is_partner",
                condition=models.Q(beheert_organisatie=False) | models.Q(rol=Rol.PARTNER),
                violation_error_message="Alleen een partner kan de gebruikers van de eigen organisatie beheren.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam or self.email

    def get_full_name(self) -> str:
        return str(self)

    @property
    def functie(self) -> str:
        """What this user does, or of a partner for which organisation."""
        return str(self.organisatie if self.rol == Rol.PARTNER else self.get_rol_display())
