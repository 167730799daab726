"""Long files: asked for, done by a task, found again by the sweep, and shown while it is busy."""

from __future__ import annotations

import pytest
from django.urls import reverse
from kombu.exceptions import OperationalError

from dossiers.models import Statushouder
from tests.dossiers.factories import StatushouderFactory
from tests.uitwisseling.paginas.conftest import FOUT, GOED, PERSONEN, besluit, bestand
from uitwisseling import tasks
from uitwisseling.models import Inlezing, Status

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def gemeld(monkeypatch) -> list[int]:
    """The readings of which the worker is told."""
    gemeld: list[int] = []
    monkeypatch.setattr(tasks.verwerk, "apply_async", lambda args, **_rest: gemeld.append(args[0]))
    return gemeld


@pytest.fixture
def lang(monkeypatch):
    """Every file is a long one."""
    monkeypatch.setattr("uitwisseling.views.inlezen.METEEN_LEZEN", 0)
    monkeypatch.setattr("uitwisseling.views.voorbeeld.METEEN_LEZEN", 0)
    monkeypatch.setattr("uitwisseling.views.besluiten.METEEN_OPSLAAN", 0)


@pytest.fixture
def gevraagd(client, ik, lang, gemeld, django_capture_on_commit_callbacks) -> Inlezing:
    with django_capture_on_commit_callbacks(execute=True):
        client.post(PERSONEN, {"bestand": bestand(GOED, FOUT)})
    inlezing = Inlezing.objects.get()
    assert gemeld == [inlezing.pk]
    return inlezing


def pagina(client, inlezing: Inlezing, **rest):
    return client.get(reverse("uitwisseling:voorbeeld", args=[inlezing.sleutel]), **rest)


def test_een_lang_bestand_wordt_door_een_taak_gelezen(client, gevraagd):
    tekst = pagina(client, gevraagd).content.decode()
    assert "Wij lezen dit bestand. Er is nog niets opgeslagen." in tekst
    assert "Ververs deze bladzijde" in tekst
    Inlezing.objects.update(gedaan=12_000)
    assert "12.000 rijen gelezen" in pagina(client, gevraagd, headers=HTMX).content.decode()
    tasks.verwerk(gevraagd.pk)
    assert pagina(client, gevraagd, headers=HTMX)["HX-Refresh"] == "true"
    assert pagina(client, gevraagd).context["som"] == "1 + 0 + 0 + 1 = 2 rijen."


def test_een_bericht_dat_twee_keer_komt_doet_niets(gevraagd):
    tasks.verwerk(gevraagd.pk)
    tasks.verwerk(gevraagd.pk)
    assert gevraagd.fouten.count() == 1


def test_een_lang_bestand_wordt_door_een_taak_opgeslagen(
    client, gevraagd, gemeld, django_capture_on_commit_callbacks
):
    tasks.verwerk(gevraagd.pk)
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = besluit(client, gevraagd)
    assert "Wij slaan 1 rijen op" in antwoord.content.decode()
    assert gemeld == [gevraagd.pk] * 2
    assert not Statushouder.objects.exists()
    tasks.verwerk(gevraagd.pk)
    assert Statushouder.objects.get().achternaam == "Haddad"
    gevraagd.refresh_from_db()
    assert gevraagd.status == Status.OPGESLAGEN


def test_wat_een_taak_niet_kan_opslaan_komt_terug_met_de_reden(client, gevraagd, monkeypatch):
    """Between the question and the saving two others got this name and birth date."""
    Inlezing.objects.update(status=Status.GESTOPT)
    client.post(PERSONEN, {"bestand": bestand("Haddad;Rima;17-05-1980;;Syrische")})
    inlezing = Inlezing.objects.latest("pk")
    tasks.verwerk(inlezing.pk)
    besluit(client, inlezing)
    for _ in range(2):
        StatushouderFactory(achternaam="Haddad", voornamen="Rima")
    tasks.verwerk(inlezing.pk)
    antwoord = pagina(client, inlezing)
    assert "Er is niets opgeslagen" in antwoord.content.decode()
    assert antwoord.context["inlezing"].status == Status.KLAARGEZET
    assert antwoord.context["inlezing"].met_fout == 1


def test_een_lang_bestand_dat_niet_te_lezen_is(client, ik, lang, gemeld):
    client.post(PERSONEN, {"bestand": bestand("niets", kop="een;twee")})
    inlezing = Inlezing.objects.get()
    tasks.verwerk(inlezing.pk)
    tekst = pagina(client, inlezing).content.decode()
    assert "Deze kolom ontbreekt: achternaam." in tekst
    assert "Kolommen kiezen" in tekst


def test_andere_kolommen_van_een_lang_bestand_leest_een_taak(
    client, ik, lang, gemeld, django_capture_on_commit_callbacks
):
    client.post(PERSONEN, {"bestand": bestand("Haddad;2741603318", kop="Naam;vnummer")})
    inlezing = Inlezing.objects.get()
    tasks.verwerk(inlezing.pk)
    adres = reverse("uitwisseling:kolommen", args=[inlezing.sleutel])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adres, {"achternaam": "Naam", "vnummer": "vnummer"})
    assert gemeld == [inlezing.pk]
    tasks.verwerk(inlezing.pk)
    assert pagina(client, inlezing).context["som"] == "1 + 0 + 0 + 0 = 1 rij."


def test_de_ronde_vindt_wat_nog_niet_gedaan_is(gevraagd, gemeld):
    tasks.verwerk_openstaande()
    assert gemeld == [gevraagd.pk] * 2
    tasks.verwerk(gevraagd.pk)
    tasks.verwerk_openstaande()
    assert gemeld == [gevraagd.pk] * 2


def test_zonder_wachtrij_gaat_er_niets_verloren(gevraagd, monkeypatch, caplog):
    def geen_wachtrij(*_args, **_kwargs):
        raise OperationalError

    monkeypatch.setattr(tasks.verwerk, "apply_async", geen_wachtrij)
    tasks.meld(gevraagd.pk)
    assert "De volgende ronde doet het" in caplog.text
