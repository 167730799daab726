"""Reading files in by the pages: a user, a file, and what becomes of it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.toegang.factories import GebruikerFactory
from uitwisseling.models import Inlezing

PERSONEN = reverse("uitwisseling:inlezen", args=["personen"])
KOP = "achternaam;voornamen;geboortedatum;vnummer;nationaliteit"
GOED = "Haddad;Rima;17-05-1980;2741603318;Syrische"
FOUT = "Aziz;Karim;31-02-1990;2741603319;Syrische"


@pytest.fixture(autouse=True)
def _bestanden(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "bestanden"
    settings.VANDAAG = "2017-05-01"


@pytest.fixture
def ik(client, db):
    client.force_login(gebruiker := GebruikerFactory())
    return gebruiker


def bestand(*regels: str, kop: str = KOP, naam: str = "personen.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, "\r\n".join([kop, *regels]).encode())


@pytest.fixture
def lees(client, ik):
    """`lees(rij, …)`: upload these rows and follow to the preview."""

    def doe(*regels: str, **rest: str):
        antwoord = client.post(PERSONEN, {"bestand": bestand(*regels, **rest)})
        assert antwoord.status_code == 302, antwoord.context["form"].errors
        return client.get(antwoord["Location"])

    return doe


def besluit(client, inlezing: Inlezing, **keuzes: str):
    adres = reverse("uitwisseling:besluit", args=[inlezing.sleutel])
    return client.post(adres, {"handeling": "opslaan", **keuzes}, follow=True)


def meldingen(antwoord) -> list[str]:
    return [str(melding) for melding in antwoord.context["messages"]]
