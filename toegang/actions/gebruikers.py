"""Users: made, changed, and let in by a passphrase or an invitation."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from kern.weigering import botsing_als_weigering
from toegang.actions.post import nodig_uit
from toegang.models import Gebruiker, Organisatie, Rol


@dataclass(frozen=True)
class Gebruikerstelling:
    """A user as saved, and what happened: made or not, invited by mail or not."""

    gebruiker: Gebruiker
    aangemaakt: bool
    uitgenodigd: bool


def bewaar_gebruiker(
    *, email: str, rol: str, organisatie: str | None = None, wachtzin: str | None = None
) -> Gebruikerstelling:
    """Make a user with this address, or give the one that is there this role and organisation.

    With `wachtzin` the user signs in with it; a new user without one is invited by mail.
    ValidationError, in Dutch and at its field: an address that cannot be, an organisation that is
    not known, a partner without one, a passphrase that is too weak.
    """
    email = _adres(email)
    soort = Rol(rol)
    partij = _organisatie(organisatie)
    with transaction.atomic(), botsing_als_weigering(Gebruiker):
        gebruiker = Gebruiker.objects.select_for_update(of=("self",)).filter(email=email).first()
        nieuw = gebruiker is None
        gebruiker = gebruiker or Gebruiker(email=email)
        gebruiker.rol, gebruiker.organisatie = soort, partij
        if wachtzin is not None:
            _keur(wachtzin, gebruiker)
            gebruiker.set_password(wachtzin)
        elif nieuw:
            gebruiker.set_unusable_password()
        gebruiker.save()
        uitnodigen = nieuw and wachtzin is None
        if uitnodigen:
            nodig_uit(gebruiker)
    return Gebruikerstelling(gebruiker, nieuw, uitnodigen)


def _adres(email: str) -> str:
    adres = email.strip().lower()
    try:
        validate_email(adres)
    except ValidationError as fout:
        raise ValidationError(
            {"email": "Dit is geen e-mailadres. Schrijf het als naam@gemeente.nl."}
        ) from fout
    return adres


def _organisatie(naam: str | None) -> Organisatie | None:
    if naam is None:
        return None
    gevonden = Organisatie.objects.filter(naam__iexact=naam.strip()).first()
    if gevonden is None:
        bekend = "; ".join(Organisatie.objects.values_list("naam", flat=True)) or "nog geen"
        raise ValidationError({"organisatie": f"Deze organisatie is niet bekend. Bekend: {bekend}."})
    return gevonden


def _keur(wachtzin: str, gebruiker: Gebruiker) -> None:
    try:
        validate_password(wachtzin, gebruiker)
    except ValidationError as fout:
        raise ValidationError({"wachtzin": fout.error_list}) from fout
