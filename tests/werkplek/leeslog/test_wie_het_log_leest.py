"""Looking at the read log is itself in it; and how its rows are told."""

from __future__ import annotations

from datetime import datetime

import pytest

from kern.weigering import NietVastgelegd
from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Leesregel

pytestmark = pytest.mark.django_db
LOG = "/leeslog/"
DINSDAG = datetime(2017, 5, 2, 10)


@pytest.fixture
def lezer(db):
    return GebruikerFactory(naam="Marieke de Wit")


class TestWieHetLogLeest:
    """Who read what is read with a purpose too."""

    def test_de_lijst_is_een_regel_met_het_aantal_dossiers(self, client, privacy, rima, lezer, gelezen):
        for persoon in (rima, rima, StatushouderFactory()):
            gelezen(lezer, persoon)
        client.get(f"{LOG}?gebruiker={lezer.pk}")
        rij = Leesregel.objects.latest("pk")
        assert (rij.gebruiker, rij.handeling, rij.wat, rij.uitkomst) == (
            privacy.pk,
            "lijst",
            "Leeslog",
            "gezien",
        )
        assert (rij.aantal, rij.dossier, rij.doel) == (2, None, "Toezicht op wie wat bekijkt")

    @pytest.mark.parametrize(("met_dossier", "aantal"), [(True, 1), (False, 0)])
    def test_een_regel_ook(self, client, privacy, rima, lezer, gelezen, met_dossier, aantal):
        rij = gelezen(lezer, *([rima] if met_dossier else []), handeling="lijst", wat="x")
        client.get(f"{LOG}{rij.sleutel}/")
        nieuw = Leesregel.objects.latest("pk")
        assert (nieuw.wat, nieuw.aantal, nieuw.dossier) == ("Eén regel van het leeslog", aantal, None)
        assert nieuw.doel == "Toezicht op wie wat bekijkt"

    def test_wie_het_niet_mag_laat_een_geweigerde_regel_na(self, client, lezer):
        client.force_login(lezer)
        assert client.get(LOG).status_code == 404
        rij = Leesregel.objects.get()
        assert (rij.uitkomst, rij.wat, rij.aantal) == ("geweigerd", "Leeslog", None)

    def test_zonder_log_geen_leeslog(self, client, privacy, monkeypatch):
        def dicht(*_wat, **_hoe):
            raise NietVastgelegd

        monkeypatch.setattr("toegang.views.recht.leg_lezen_vast", dicht)
        assert client.get(LOG).status_code == 503


class TestGevouwen:
    def test_hetzelfde_na_elkaar_is_een_regel_en_elke_keer_blijft_te_openen(
        self, client, privacy, rima, lezer, gelezen
    ):
        regels = [gelezen(lezer, rima, op=DINSDAG.replace(minute=minuut)) for minuut in (1, 2, 3)]
        antwoord = client.get(LOG)
        [groep] = antwoord.context["groepen"]
        assert groep["onder"] == "3 keer, vanaf 10.01 uur"
        assert all(f"{LOG}{regel.sleutel}/" in antwoord.text for regel in regels)

    def test_wat_beoordeeld_is_staat_apart(self, client, privacy, rima, lezer, gelezen):
        regels = [gelezen(lezer, rima, op=DINSDAG.replace(minute=minuut)) for minuut in (1, 2, 3)]
        client.post(f"{LOG}{regels[1].sleutel}/", {"in_orde": "ja", "opmerking": ""})
        assert len(client.get(LOG).context["groepen"]) == 3


def test_een_zegel_wordt_uitgelegd(client, privacy):
    assert "Een zegel is een code" in client.get(LOG).text
