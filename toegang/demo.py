"""The users of the demonstration: one for each role, invented."""

from __future__ import annotations

from django.db import transaction

from toegang.models import Gebruiker, Organisatie, Rol

WACHTZIN = "samen op weg in Wassenaar"
_NAMEN = {
    Rol.KLANTREGISSEUR: "Marieke de Wit",
    Rol.COORDINATOR: "Hanneke Vos",
    Rol.FINANCIEN: "Pieter Kuiper",
    Rol.CONSULENT: "Sanne Bakker",
    Rol.PARTNER: "Els Brouwer",
    Rol.RAADSGRIFFIE: "Willem Dekker",
    Rol.PRIVACY: "Anouk Visser",
    Rol.BEHEERDER: "Thijs Mulder",
}
_ORGANISATIES = {
    Rol.PARTNER: "Stichting VluchtelingenWerk Wassenaar",
    Rol.CONSULENT: "Werk en Inkomen Leidschendam-Voorburg",
}


def adres(rol: str) -> str:
    """The e-mail address of the demonstration's user of a role; `.example` reaches nobody."""
    return f"{rol}@wassenaar.example"


def maak_gebruikers() -> list[Gebruiker]:
    """The users, made where they are not there yet; a changed passphrase stays changed."""
    bekend = {gebruiker.email: gebruiker for gebruiker in Gebruiker.objects.all()}
    with transaction.atomic():
        return [bekend.get(adres(rol)) or _maak(rol, naam) for rol, naam in _NAMEN.items()]


def _maak(rol: Rol, naam: str) -> Gebruiker:
    organisatie = None
    if rol in _ORGANISATIES:
        organisatie, _ = Organisatie.objects.get_or_create(
            naam=_ORGANISATIES[rol], defaults={"rol": "partner"}
        )
    return Gebruiker.objects.create_user(
        adres(rol), rol=rol, naam=naam, password=WACHTZIN, organisatie=organisatie
    )
