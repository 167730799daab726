"""Invented persons and families for the tests."""

from datetime import date

import factory
from django.db import transaction
from factory.django import DjangoModelFactory

from dossiers.models import Rol


class StatushouderFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Statushouder"
        skip_postgeneration_save = True

    # The database refuses a dossier without an assignment, when the transaction ends.
    regie = factory.RelatedFactory(
        "tests.dossiers.factories.RegieFactory", factory_related_name="statushouder"
    )
    nummer = factory.Sequence(lambda n: f"D-99-{n:04d}")
    achternaam = factory.Sequence(lambda n: f"Haddad{n}")
    voornamen = "Rima"
    geboren_vroegst = geboren_laatst = date(1980, 5, 17)

    @factory.post_generation
    def genoemd(self, create, extracted, **_rest):
        """Of a shielded dossier the database wants to hear who may know of it."""
        if create and self.afgeschermd:
            InzagerechtFactory(statushouder=self)

    @classmethod
    def _generate(cls, strategy, params):
        with transaction.atomic():
            return super()._generate(strategy, params)


class RegieFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Regie"

    statushouder = factory.SubFactory(StatushouderFactory, regie=None)
    van = date(2017, 1, 1)


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


class DoorverwijzingFactory(DjangoModelFactory):
    """Accepted, and in force during 2017."""

    class Meta:
        model = "dossiers.Doorverwijzing"

    statushouder = factory.SubFactory(StatushouderFactory)
    organisatie = factory.SubFactory("tests.toegang.factories.OrganisatieFactory")
    domeinen = ["dossiers"]
    doel = "Begeleiding in de eerste maand"
    van = gevraagd_op = aangenomen_op = date(2017, 1, 1)
    tot_en_met = date(2017, 12, 31)
    kaart = factory.LazyFunction(
        lambda: {"personen": 1, "leeftijden": [36], "tolktalen": [], "wijk": "", "onderwerpen": ["Algemeen"]}
    )


class InzagerechtFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Inzagerecht"

    statushouder = factory.SubFactory(StatushouderFactory)
    gebruiker = factory.SubFactory("tests.toegang.factories.GebruikerFactory")
    van = date(2017, 1, 1)
    reden = "Houdt de zaak"


class VestigingFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Vestiging"

    statushouder = factory.SubFactory(StatushouderFactory)
    van = date(2017, 3, 28)
