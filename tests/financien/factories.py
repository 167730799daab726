"""Lines of a budget for the tests."""

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from tests.toegang.factories import GebruikerFactory


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


class BoekingFactory(DjangoModelFactory):
    class Meta:
        model = "financien.Boeking"

    boekstuk = factory.Sequence(lambda n: f"{4470000 + n}")
    regelnummer = 1
    boekdatum = date(2017, 4, 20)
    boekjaar = 2017
    kostenplaats = "67110"
    grootboekrekening = "43810"
    relatie = "Drukkerij De Horst"
    bedrag = Decimal("312.50")


class VerplichtingFactory(DjangoModelFactory):
    class Meta:
        model = "financien.Verplichting"

    nummer = factory.Sequence(lambda n: f"V-17-{n:03}")
    soort = "contract"
    omschrijving = "Begeleiding in AMV-woningen"
    relatie = "Jeugdformaat"
    activiteit = factory.SubFactory(ActiviteitFactory)
    jaar = 2017
    bedrag = Decimal("11000.00")
    aangegaan_op = date(2017, 1, 15)


class VerplichtingtermijnFactory(DjangoModelFactory):
    class Meta:
        model = "financien.Verplichtingtermijn"

    verplichting = factory.SubFactory(VerplichtingFactory)
    maand = date(2017, 6, 1)
    bedrag = factory.SelfAttribute("verplichting.bedrag")


class ToedelingFactory(DjangoModelFactory):
    """A whole entry on one line."""

    class Meta:
        model = "financien.Toedeling"

    activiteit = factory.SubFactory(ActiviteitFactory)
    boeking = factory.SubFactory(BoekingFactory)
    bedrag = factory.SelfAttribute("boeking.bedrag")
    wijze = "hand"
    op = date(2017, 5, 1)


class MerkFactory(DjangoModelFactory):
    class Meta:
        model = "financien.Merk"

    boeking = factory.SubFactory(BoekingFactory)
    code = "mogelijk_dubbel"


class PeriodeafsluitingFactory(DjangoModelFactory):
    class Meta:
        model = "financien.Periodeafsluiting"

    maand = date(2017, 3, 1)
    afgesloten_op = date(2017, 4, 10)
    afgesloten_door = factory.SubFactory(GebruikerFactory, rol="financien")


class BegrotingswijzigingFactory(DjangoModelFactory):
    class Meta:
        model = "financien.Begrotingswijziging"

    kenmerk = factory.Sequence(lambda n: f"2017-{n}")
    omschrijving = "Meer begeleiding"
    op = date(2017, 4, 1)


class WijzigingsregelFactory(DjangoModelFactory):
    """Two lines that net to zero: this one, and the same from what is not allocated."""

    class Meta:
        model = "financien.Wijzigingsregel"
        skip_postgeneration_save = True

    wijziging = factory.SubFactory(BegrotingswijzigingFactory)
    activiteit = factory.SubFactory(ActiviteitFactory)
    bedrag = Decimal("1000.00")

    @factory.post_generation
    def tegenover(obj, create, extracted, **kwargs):  # noqa: N805
        if create:
            type(obj).objects.create(wijziging=obj.wijziging, bedrag=-obj.bedrag)


class DrempelFactory(DjangoModelFactory):
    class Meta:
        model = "financien.Drempel"

    bedrag = Decimal("2500.00")
    vanaf = date(2017, 1, 1)
    door = factory.SubFactory(GebruikerFactory, rol="financien")


class VerklaringFactory(DjangoModelFactory):
    class Meta:
        model = "financien.Verklaring"

    activiteit = factory.SubFactory(ActiviteitFactory)
    op = date(2017, 5, 1)
    peildatum = factory.SelfAttribute("op")
    afwijking = Decimal("6000.00")
    tekst = "Eenmalige kosten"
    door = factory.SubFactory(GebruikerFactory, rol="financien")
