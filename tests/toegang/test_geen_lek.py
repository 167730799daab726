"""A fair part of the product in one run, and then all that left it: no person in a line, a message or an address.

Names and numbers that stand nowhere else are typed, kept, searched, read in from a file, reported and referred.
Then the log lines, the messages to the worker, the mails (those about errors too) and all addresses are searched.
"""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from celery.signals import before_task_publish
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils.log import AdminEmailHandler
from django.views.debug import ExceptionReporter

from dossiers.actions import neem_aan
from dossiers.models import Contactmoment, Doorverwijzing, Statushouder
from kern.velden import blinde_index
from tests.dossiers.factories import GezinslidFactory
from tests.harnas.kanaries import Luisteraar, geluisterd, personen_in, personen_in_adres
from tests.harnas.paginas import KeurendeClient
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Poststuk, Rol
from toegang.tasks import verstuur_post
from uitwisseling import tasks as inleestaken
from uitwisseling.models import Inlezing
from wassenaar_integratie.celery import app as celery

NAAM, VOORNAAM, GETYPT, UIT_BESTAND = "Qwaxmuyzen", "Zibrolda", "Vlonkertui", "Drizzelmans"
NAMEN = (NAAM, VOORNAAM, GETYPT, UIT_BESTAND)
BSN, BSN_UIT_BESTAND = "123456782", "231589646"
WACHTZIN = "paars orgel fluistert zacht"

pytestmark = pytest.mark.django_db


class Vangst:
    """All that left the product meanwhile."""

    def __init__(self) -> None:
        self.regels: list[str] = []
        self.berichten: list[str] = []
        self.adressen: list[str] = []
        self.waarschuwingen: list[str] = []
        self.luisteraar = Luisteraar()
        self.post = AdminEmailHandler()
        self.gewaarschuwd: list[Any] = []

    def sluit(self) -> None:
        """Keep what was heard until now."""
        self.regels = list(self.luisteraar.regels)
        self.waarschuwingen = [str(melding.message) for melding in self.gewaarschuwd]

    def lekken(self) -> list[str]:
        """What of it holds a person."""
        teksten = [("logregel", tekst) for tekst in self.regels]
        teksten += [("bericht", tekst) for tekst in self.berichten]
        teksten += [("waarschuwing", tekst) for tekst in self.waarschuwingen]
        for post in mail.outbox:
            html = [str(deel[0]) for deel in getattr(post, "alternatives", [])]
            teksten += [("mail", tekst) for tekst in (post.subject, str(post.body), *html, *post.to)]
        gevonden = [f"{soort}: {wie}" for soort, tekst in teksten if (wie := personen_in(tekst, NAMEN))]
        return gevonden + [f"adres: {adres}" for adres in self.adressen if personen_in_adres(adres, NAMEN)]


class Bezoeker(KeurendeClient):
    """Keeps every address that it asked, that it was sent to, and that stood on a page."""

    vangst: Vangst

    def request(self, **verzoek: Any) -> Any:
        antwoord = super().request(**verzoek)
        self.vangst.adressen += [
            f"{verzoek.get('PATH_INFO', '')}?{verzoek.get('QUERY_STRING', '')}",
            antwoord.headers.get("Location", ""),
            antwoord.headers.get("Content-Disposition", ""),
            antwoord.headers.get("HX-Push-Url", ""),
        ]
        return antwoord


@pytest.fixture
def vangst(settings, tmp_path) -> Iterator[Vangst]:
    """Listens to loggers, warnings, the broker, and has errors mailed as a manager would."""
    settings.MEDIA_ROOT = tmp_path
    settings.ADMINS = [("Beheer", "beheer@wassenaar.example")]
    gevangen = Vangst()
    gevangen.post = post = AdminEmailHandler(include_html=True)
    post.setLevel(logging.ERROR)
    logging.getLogger("django.request").addHandler(post)
    celery.conf.update(task_always_eager=False, broker_url="memory://")
    celery.amqp._producer_pool = None  # a test before this one may have sent something to the other

    def bericht(body: Any, headers: Any, **_rest: Any) -> None:
        gevangen.berichten.append(json.dumps([body, headers], default=str))

    before_task_publish.connect(bericht)
    try:
        with geluisterd() as luisteraar, warnings.catch_warnings(record=True) as gewaarschuwd:
            warnings.simplefilter("always")
            gevangen.luisteraar, gevangen.gewaarschuwd = luisteraar, gewaarschuwd
            yield gevangen
    finally:
        before_task_publish.disconnect(bericht)
        celery.conf.update(task_always_eager=True, broker_url=settings.CELERY_BROKER_URL)
        celery.amqp._producer_pool = None
        logging.getLogger("django.request").removeHandler(post)


def bezoeker(vangst: Vangst, gebruiker: Any = None) -> Bezoeker:
    client = Bezoeker(raise_request_exception=False)
    client.vangst = vangst
    if gebruiker:
        client.force_login(gebruiker)
    return client


def registreer(client: Client) -> Statushouder:
    """A family by the form: first with a fault, so that what was typed stands on a page, then well."""
    persoon = {
        "voornamen": VOORNAAM,
        "voorvoegsel": "",
        "achternaam": NAAM,
        "geboren": "onzin",
        "geslacht": "V",
        "nationaliteit": "Syrische",
        "bsn": BSN,
        "vnummer": "",
        "vergunning": "asiel",
        "rol": "hoofd",
    }
    gezin = {
        "naam": NAAM,
        "wijze_van_komst": "koppeling",
        "coa_koppeldatum": "24-4-2017",
        "gevestigd_op": "",
        "opvang": "azc",
        "tolktaal": "ar",
        "p-TOTAL_FORMS": "1",
        "p-INITIAL_FORMS": "0",
    }
    for geboren in ("onzin", "1981"):
        regel = {f"p-0-{naam}": waarde for naam, waarde in {**persoon, "geboren": geboren}.items()}
        client.post("/dossiers/registreren/", {**gezin, **regel})
    return Statushouder.objects.get(achternaam=NAAM)


def werk_in_het_dossier(client: Client, persoon: Statushouder) -> None:
    """Read, search, write, add a file, see the BSN, refer; and ask for what is not there."""
    dossier = f"/dossiers/{persoon.sleutel}/"
    client.get(dossier)
    for tekst in (f"{VOORNAAM} {NAAM}", BSN, GETYPT):
        client.post("/dossiers/zoeken/", {"q": tekst}, follow=True)
    client.post(f"{dossier}noteren/", {"tekst": f"{VOORNAAM} belde over {GETYPT}"}, follow=True)
    client.post(f"{dossier}contact/", {"tekst": f"{GETYPT}", "op": "31-2-2017"})
    client.post(
        f"{dossier}document/",
        {
            "naam": f"Brief van {NAAM}",
            "op": "1-5-2017",
            "domein": "dossiers",
            "zichtbaarheid": "gemeente",
            "bestand": SimpleUploadedFile(f"{NAAM}.txt", f"Aan {VOORNAAM} {NAAM}, {BSN}".encode()),
        },
        follow=True,
    )
    client.post(f"{dossier}bsn/", {"reden": "anders", "toelichting": f"Vraag van {GETYPT}"})
    organisatie = OrganisatieFactory(naam="Taalhuis", van_plan=True)
    client.post(
        f"{dossier}doorverwijzen/",
        {
            "organisatie": organisatie.pk,
            "domeinen": ["dossiers"],
            "doel": "Begeleiding",
            "van": "1-5-2017",
            "tot_en_met": "31-10-2017",
            "grondslag": "taak",
        },
        follow=True,
    )
    client.get("/dossiers/exporteren/csv/")
    client.get("/dossiers/exporteren/xlsx/")
    client.get("/dossiers/00000000-0000-4000-8000-000000000000/")


def lees_in(client: Client) -> Inlezing:
    """A file with a good row, faults in the others, and a name that says whose it is."""
    regels = [
        "achternaam;voornamen;geboortedatum;bsn;vnummer",
        f"{UIT_BESTAND};Ola;17-05-1980;{BSN_UIT_BESTAND};",
        f"{UIT_BESTAND};Ola;31-02-1980;123456789;",
        f"{GETYPT};;;;12",
    ]
    bestand = SimpleUploadedFile(f"{UIT_BESTAND} {BSN_UIT_BESTAND}.csv", "\r\n".join(regels).encode())
    client.post("/inlezen/personen/", {"bestand": bestand}, follow=True)
    return Inlezing.objects.latest("pk")


def alles(vangst: Vangst, monkeypatch: Any, on_commit: Any) -> None:
    """The run."""
    call_command("laad_plan", stdout=StringIO())
    ik = GebruikerFactory(rol=Rol.COORDINATOR, email="coordinator@wassenaar.example")
    ik.set_password(WACHTZIN)
    ik.save()
    client = bezoeker(vangst)
    client.post("/inloggen/", {"login": f"{NAAM}@example.org", "password": GETYPT})
    client.post("/inloggen/", {"login": ik.email, "password": WACHTZIN}, follow=True)
    persoon = registreer(client)
    werk_in_het_dossier(client, persoon)
    monkeypatch.setattr("uitwisseling.views.inlezen.METEEN_LEZEN", 0)
    with on_commit(execute=True):
        inlezing = lees_in(client)
    inleestaken.verwerk(inlezing.pk)
    inlezing.refresh_from_db()
    for pagina in ("", "fouten.csv", "wijzigingen/"):
        client.get(f"/inlezen/bestand/{inlezing.sleutel}/{pagina}")
    with on_commit(execute=True):
        client.post("/rapporten/maken/", {"soort": "voortgang", "maand": "2017-04"})
    Poststuk.objects.create(gebruiker=ik, soort="uitnodiging")
    verstuur_post()
    als_partner(vangst, persoon)
    val_om(client, monkeypatch)
    for opdracht in (["dossier", persoon.nummer], ["kerncijfers"], ["controleer"]):
        call_command(*opdracht, "--json", stdout=StringIO(), stderr=StringIO())


def als_partner(vangst: Vangst, persoon: Statushouder) -> None:
    """The partner's dossier, and one that is not theirs."""
    verwijzing = Doorverwijzing.objects.get(statushouder=persoon)
    medewerker = GebruikerFactory(rol=Rol.PARTNER, organisatie=verwijzing.organisatie)
    neem_aan(verwijzing, op=verwijzing.van, door=medewerker)
    partner = bezoeker(vangst, medewerker)
    partner.get(f"/dossiers/{persoon.sleutel}/")
    partner.get("/dossiers/")
    partner.get(f"/dossiers/{GezinslidFactory().statushouder.sleutel}/")


def val_om(client: Client, monkeypatch: Any) -> None:
    """An error in a page that got a name and a BSN, with both in its text; it is mailed to who keeps the system."""

    def stuk(*_args: Any, **_rest: Any) -> None:
        raise ValueError(f"{VOORNAAM} {NAAM} {BSN}")

    with monkeypatch.context() as even:
        even.setattr("dossiers.views.zoeken.zoek", stuk)
        antwoord = client.post("/dossiers/zoeken/", {"q": f"{NAAM} {BSN}"}, follow=True)
    assert antwoord.status_code == 500


@pytest.fixture
def gelopen(vangst, monkeypatch, django_capture_on_commit_callbacks) -> Vangst:
    """The run is over."""
    alles(vangst, monkeypatch, django_capture_on_commit_callbacks)
    vangst.sluit()
    return vangst


def test_niets_van_personen_in_logregels_berichten_mail_en_adressen(gelopen):
    assert gelopen.lekken() == []
    # and there was something to find
    assert Contactmoment.objects.filter(tekst__contains=GETYPT).exists()
    assert Statushouder.objects.filter(bsn_index=blinde_index(BSN)).exists()
    assert len(gelopen.berichten) >= 2
    assert [post for post in mail.outbox if "Internal Server Error" in post.subject]
    assert len(gelopen.regels) >= 2
    assert len(gelopen.adressen) > 80


@pytest.mark.parametrize("wat", [NAAM, f"Gezocht: {VOORNAAM}"])
def test_een_gepland_lek_in_een_logregel_wordt_gezien(vangst, wat):
    logging.getLogger("dossiers").warning("%s", wat)
    vangst.sluit()
    assert len(vangst.lekken()) == 1


def test_een_gepland_lek_in_een_bericht_een_mail_of_een_adres_wordt_gezien(vangst):
    inleestaken.verwerk.apply_async((NAAM,), retry=False)
    mail.send_mail("Nieuw dossier", f"Van {NAAM}", None, ["ik@wassenaar.example"])
    vangst.adressen.append(f"/dossiers/?q={NAAM}")
    warnings.warn(f"{NAAM} bestaat niet meer", stacklevel=1)
    vangst.sluit()
    assert [lek.partition(":")[0] for lek in vangst.lekken()] == ["bericht", "waarschuwing", "mail", "adres"]


def test_met_het_verslag_van_django_staat_er_wel_iets_in_de_foutmail(vangst, monkeypatch):
    vangst.post.reporter_class = ExceptionReporter
    val_om(bezoeker(vangst, GebruikerFactory(rol=Rol.COORDINATOR)), monkeypatch)
    vangst.sluit()
    assert {lek.partition(":")[0] for lek in vangst.lekken()} == {"mail"}
