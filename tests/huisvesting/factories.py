"""Homes, placements and periods for the tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from tests.dossiers.factories import StatushouderFactory


class WoningFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.Woning"

    straat = "Helmweg"
    huisnummer = factory.Sequence(lambda n: n + 1)
    postcode = "2242ZZ"
    wijk = "Kerkehout"
    capaciteit = 5


class PlaatsingFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.Plaatsing"

    statushouder = factory.SubFactory(StatushouderFactory)
    woning = factory.SubFactory(WoningFactory)
    van = date(2017, 1, 1)


class TellingFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.Telling"

    statushouder = factory.SubFactory(StatushouderFactory)
    waarde = 1
    telt_op = date(2017, 3, 28)
    reden, regel, bron = "Eerste woning in Wassenaar.", "H6", "Huisvestingswet 2014, art. 28"


class VerwachtingFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.Verwachting"

    statushouder = factory.SubFactory(StatushouderFactory)
    verwacht_op = date(2017, 6, 12)
    bron = "Eigen dossiers"


class AanbodFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.Aanbod"

    statushouder = factory.SubFactory(StatushouderFactory)
    woning = factory.SubFactory(WoningFactory)
    aangeboden_op = date(2017, 4, 3)


class CoaRegelFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.CoaRegel"

    vnummer = factory.Sequence(lambda n: f"27000{n:05d}")


class OvernameFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.Overname"

    statushouder = factory.SubFactory(StatushouderFactory)
    gemeente = "Delft"
    gemeld_op = date(2018, 7, 3)


class PeriodeFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.Periode"

    code = "2017-H1"
    van = date(2017, 1, 1)
    tot_en_met = date(2017, 6, 30)


class OpgaveFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.Opgave"

    periode = factory.SubFactory(PeriodeFactory)
    aantal = 20
    bron = "Plan"


class BeginstandFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.Beginstand"

    periode = factory.SubFactory(PeriodeFactory)
    gerealiseerd = 20
    stand_op = date(2017, 5, 1)
    bron = "Plan"


class StuurgetalFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.Stuurgetal"

    code = "opgave_later"
    waarde = 12
    vanaf = date(2017, 1, 1)
    bron = "Proef"


class ToezichtstapFactory(DjangoModelFactory):
    class Meta:
        model = "huisvesting.Toezichtstap"

    periode = factory.SubFactory(PeriodeFactory)
    trede = "signaleren"
    op = date(2017, 4, 3)
