"""Users and organisations for the tests."""

import factory
from factory.django import DjangoModelFactory

from toegang.models import Rol


class OrganisatieFactory(DjangoModelFactory):
    class Meta:
        model = "toegang.Organisatie"

    naam = factory.Sequence(lambda n: f"Organisatie {n}")
    rol = "partner"


class GebruikerFactory(DjangoModelFactory):
    class Meta:
        model = "toegang.Gebruiker"

    email = factory.Sequence(lambda n: f"gebruiker{n}@wassenaar.example")
    naam = "Marieke de Wit"
    rol = Rol.KLANTREGISSEUR


WACHTZIN = "een lange zin over de duinen"


def gebruiker_met_wachtzin(**velden):
    """Somebody who can sign in, with WACHTZIN."""
    iemand = GebruikerFactory(**velden)
    iemand.set_password(WACHTZIN)
    iemand.save()
    return iemand
