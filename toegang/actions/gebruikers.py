"""Users: made, changed, and let in by a passphrase or an invitation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from kern.weigering import botsing_als_weigering
from toegang.actions.post import nodig_uit
from toegang.actions.sessies import beeindig_sessies
from toegang.actions.uitnodigingen import nodig_collega_uit
from toegang.models import Gebruiker, Organisatie, Rol, Uitnodiging


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

    With `wachtzin` the user signs in with it. Who has none, new or not, and may sign in, is invited by mail.
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
        if nieuw:
            gebruiker.save()
        else:
            gebruiker.bewaar_volgende()  # so that a page that was open says it
        uitnodigen = gebruiker.is_active and not gebruiker.has_usable_password()
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


def voeg_gebruiker_toe(*, gegevens: Mapping[str, Any], door: Gebruiker) -> Gebruiker | Uitnodiging:
    """A new user, invited by mail. An organisation's manager only invites: `nodig_collega_uit`.

    ValidationError, in Dutch and at its field: an address that is taken, a partner without an organisation.
    """
    if door.rol != Rol.BEHEERDER:
        return nodig_collega_uit(gegevens=gegevens, door=door)
    with transaction.atomic(), botsing_als_weigering(Gebruiker):
        gebruiker = Gebruiker(**gegevens)
        gebruiker.set_unusable_password()
        if Gebruiker.objects.filter(email=gebruiker.email).exists():
            raise ValidationError({"email": "Er is al een gebruiker met dit e-mailadres."})
        gebruiker.save()
        nodig_uit(gebruiker)
    return gebruiker


def wijzig_gebruiker(
    gebruiker: Gebruiker, *, versie: int, gegevens: Mapping[str, Any], door: Gebruiker
) -> Gebruiker:
    """Change name, role and organisation. Verouderd when somebody else saved since `versie`."""
    with transaction.atomic(), botsing_als_weigering(Gebruiker):
        rij = Gebruiker.vergrendeld(gebruiker.pk, versie)
        if rij.pk == door.pk and gegevens.get("rol", rij.rol) != rij.rol:
            raise ValidationError({"rol": "U kunt uw eigen rol niet wijzigen. Vraag een collega."})
        for naam, waarde in _binnen_grenzen(gegevens, door).items():
            setattr(rij, naam, waarde)
        rij.bewaar_volgende()
    return rij


def zet_toegang(gebruiker: Gebruiker, *, versie: int, mag_inloggen: bool, door: Gebruiker) -> Gebruiker:
    """Withdraw the access of a user, at once and on every device; or give it back with an invitation."""
    with transaction.atomic():
        rij = Gebruiker.vergrendeld(gebruiker.pk, versie)
        if rij.pk == door.pk:
            raise ValidationError("U kunt uw eigen toegang niet intrekken. Vraag een collega.")
        rij.is_active = mag_inloggen
        rij.bewaar_volgende()
        if mag_inloggen:
            nodig_uit(rij)
        else:
            beeindig_sessies(rij)
    return rij


def _binnen_grenzen(gegevens: Mapping[str, Any], door: Gebruiker) -> dict[str, Any]:
    """An organisation's manager makes partners of the own organisation, whatever was asked."""
    if door.rol == Rol.BEHEERDER:
        return dict(gegevens)
    eigen = {naam: waarde for naam, waarde in gegevens.items() if naam in ("email", "naam")}
    return {**eigen, "rol": Rol.PARTNER, "organisatie_id": door.organisatie_id}
