"""Lines of a budget for the tests."""

from decimal import Decimal

import factory
from factory.django import DjangoModelFactory


class PlanFactory(DjangoModelFactory):
    class Meta:
        model = "kern.Plan"

    kenmerk = "Z/17/9410/26001"
    naam = "Integratie en participatie statushouders Wassenaar 2017-2018"
    gemeente = "Wassenaar"
    jaren = [2017, 2018]
    sha256 = "0" * 64


class InkomstenpostFactory(DjangoModelFactory):
    class Meta:
        model = "financien.Inkomstenpost"

    code = factory.Sequence(lambda n: f"POST-{n}")
    jaar = 2017
    soort = "rmba"
    omschrijving = "RMBA-middelen 2017"
    bedrag = Decimal("52140.00")


class ActiviteitFactory(DjangoModelFactory):
    class Meta:
        model = "financien.Activiteit"

    code = factory.Sequence(lambda n: f"ACT-{n}")
    hoofdstuk = "begeleiding"
    omschrijving = "Maatschappelijke begeleiding"
    bedrag = Decimal("50000.00")


class RekeningFactory(DjangoModelFactory):
    class Meta:
        model = "financien.Rekening"

    activiteit = factory.SubFactory(ActiviteitFactory)
    kostenplaats = "67110"
    grootboekrekening = factory.Sequence(lambda n: f"{43000 + n}")
