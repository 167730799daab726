"""Invented persons and families for the tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from dossiers.models import Rol


class StatushouderFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Statushouder"

    nummer = factory.Sequence(lambda n: f"D-99-{n:04d}")
    achternaam = factory.Sequence(lambda n: f"Haddad{n}")
    voornamen = "Rima"
    geboren_vroegst = geboren_laatst = date(1980, 5, 17)


class GezinFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Gezin"

    naam = "Haddad"


class GezinslidFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Gezinslid"

    gezin = factory.SubFactory(GezinFactory)
    statushouder = factory.SubFactory(StatushouderFactory)
    rol = Rol.HOOFD
    van = date(2017, 1, 1)


class VestigingFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Vestiging"

    statushouder = factory.SubFactory(StatushouderFactory)
    van = date(2017, 3, 28)
