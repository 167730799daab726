"""Invented contacts, tasks, documents and signals."""

from datetime import date
from hashlib import sha256

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory

from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


class ContactFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Contactmoment"

    statushouder = factory.SubFactory(StatushouderFactory)
    op = date(2017, 4, 26)
    tekst = "Gebeld over de toeslagen."


class TaakFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Taak"

    statushouder = factory.SubFactory(StatushouderFactory)
    wat = "Toeslagen aanvragen"
    uiterlijk_op = date(2017, 5, 8)
    eigenaar = factory.SubFactory(GebruikerFactory)


class SignaalFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Signaal"

    statushouder = factory.SubFactory(StatushouderFactory)
    wat = "Komt vaak te laat op school."
    gemeld_op = date(2017, 4, 28)
    melder = "Mentor Jansen"
    antwoord_voor = date(2017, 5, 12)
    eigenaar = factory.SubFactory(GebruikerFactory)


class DocumentFactory(DjangoModelFactory):
    class Meta:
        model = "dossiers.Document"

    statushouder = factory.SubFactory(StatushouderFactory)
    naam = "beschikking.pdf"
    op = date(2017, 4, 20)
    bestand = factory.LazyFunction(lambda: ContentFile(PDF, name="x"))
    inhoudstype = "application/pdf"
    grootte = len(PDF)
    sha256 = sha256(PDF).hexdigest()
