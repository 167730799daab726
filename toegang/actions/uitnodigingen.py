"""Inviting colleagues by the manager of an organisation, who is not told whose addresses are known already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from kern.weigering import botsing_als_weigering
from toegang.actions.post import meld_dubbel, nodig_uit
from toegang.models import Gebruiker, Rol, Uitnodiging

_STAAT_AL_IN_DE_LIJST = "Deze persoon is al uitgenodigd of staat al in uw lijst."


def nodig_collega_uit(*, gegevens: Mapping[str, Any], door: Gebruiker) -> Uitnodiging:
    """Invite somebody as a partner of the organisation of `door`.

    Where the address belongs to a user elsewhere nothing is made: that user and the functional manager get a
    mail, and `door` sees the same as otherwise. ValidationError at the address of who is in the own list already.
    """
    email, naam = str(gegevens["email"]).strip().lower(), str(gegevens["naam"])
    organisatie = door.organisatie
    if organisatie is None:
        raise ValidationError("U werkt niet voor een organisatie.")
    with transaction.atomic(), botsing_als_weigering(Gebruiker, Uitnodiging):
        bekend = Gebruiker.objects.select_for_update(of=("self",)).filter(email=email).first()
        eerder = Uitnodiging.objects.filter(organisatie=organisatie, email=email)
        in_de_lijst = bekend and Gebruiker.objects.beheerd_door(door).filter(pk=bekend.pk).exists()
        if in_de_lijst or eerder.wacht().exists():
            raise ValidationError({"email": _STAAT_AL_IN_DE_LIJST})
        eerder.update(ingetrokken=True)
        uitnodiging = Uitnodiging(organisatie=organisatie, email=email, naam=naam, gevraagd_door=door)
        if bekend is None or _van(bekend, door):
            uitnodiging.gebruiker = _maak(bekend, uitnodiging)
            nodig_uit(uitnodiging.gebruiker)
        uitnodiging.save()
        if uitnodiging.gebruiker is None and bekend is not None:
            meld_dubbel(uitnodiging, bekend)
    return uitnodiging


def _van(gebruiker: Gebruiker, door: Gebruiker) -> bool:
    return gebruiker.rol == Rol.PARTNER and gebruiker.organisatie_id == door.organisatie_id


def _maak(bekend: Gebruiker | None, uitnodiging: Uitnodiging) -> Gebruiker:
    """A new partner; or who was invited before, did not come, and had the invitation withdrawn."""
    if bekend is not None:
        bekend.is_active, bekend.naam = True, uitnodiging.naam
        bekend.bewaar_volgende()
        return bekend
    return Gebruiker.objects.create_user(
        uitnodiging.email,
        rol=Rol.PARTNER,
        naam=uitnodiging.naam,
        organisatie_id=uitnodiging.organisatie_id,
    )


def nodig_nog_eens_uit(uitnodiging: Uitnodiging) -> None:
    """Send the invitation once more; who has an account elsewhere had the mail about it."""
    if uitnodiging.gebruiker and _van_organisatie(uitnodiging.gebruiker, uitnodiging):
        nodig_uit(uitnodiging.gebruiker)


def _van_organisatie(gebruiker: Gebruiker, uitnodiging: Uitnodiging) -> bool:
    """Is this user still with the organisation that invites? The functional manager can have moved them."""
    return gebruiker.rol == Rol.PARTNER and gebruiker.organisatie_id == uitnodiging.organisatie_id


def trek_uitnodiging_in(uitnodiging: Uitnodiging) -> None:
    """The link in the mail no longer lets anybody in. Twice changes nothing."""
    with transaction.atomic():
        rij = Uitnodiging.objects.select_for_update(of=("self",)).wacht().filter(pk=uitnodiging.pk).first()
        if rij is None:
            return
        rij.ingetrokken = True
        rij.save()
        gebruiker = Gebruiker.objects.select_for_update().filter(pk=rij.gebruiker_id).first()
        if gebruiker and _van_organisatie(gebruiker, rij):
            gebruiker.is_active = False
            gebruiker.bewaar_volgende()
