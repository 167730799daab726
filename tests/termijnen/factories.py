"""Terms and decisions for the tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from tests.dossiers.factories import StatushouderFactory


class TermijnFactory(DjangoModelFactory):
    """Of a rule that is there, so that pages and documents know it."""

    class Meta:
        model = "termijnen.Termijn"

    code = "huisvesting.woning"
    statushouder = factory.SubFactory(StatushouderFactory)
    begint_op = date(2017, 3, 6)
    vervalt_op = date(2017, 5, 15)


class UitzonderingFactory(DjangoModelFactory):
    class Meta:
        model = "termijnen.Uitzondering"

    code = "huisvesting.woning"
    statushouder = factory.SubFactory(StatushouderFactory)
    soort = "uitstel"
    nieuwe_datum = date(2017, 6, 1)
    reden = "De woning komt later vrij"
    besloten_op = date(2017, 5, 10)
    door = factory.SubFactory("tests.toegang.factories.GebruikerFactory")
