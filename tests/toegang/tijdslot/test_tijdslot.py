"""How long a session lasts, and what the pages say of it."""

import re
from pathlib import Path

import pytest
from django.conf import settings as instellingen
from django.contrib.sessions.models import Session
from django.urls import reverse

from tests.toegang.tijdslot.conftest import LANGST, STIL, log_in

pytestmark = pytest.mark.django_db


def binnen(client) -> bool:
    return client.get(reverse("welkom")).status_code == 200


class TestEinde:
    @pytest.mark.parametrize(("seconden", "nog"), [(STIL, True), (STIL + 59, True), (STIL + 60, False)])
    def test_zonder_klik(self, client, gebruiker, klok, seconden, nog):
        """A minute is given on top, as a click is noted once in a minute."""
        log_in(client, gebruiker)
        klok(seconden)
        assert binnen(client) is nog

    def test_een_klik_begint_opnieuw(self, client, gebruiker, klok):
        log_in(client, gebruiker)
        for _ in range(5):
            klok(STIL - 1)
            assert binnen(client)

    def test_wat_een_pagina_vanzelf_vraagt_is_geen_klik(self, client, gebruiker, klok):
        log_in(client, gebruiker)
        klok(STIL - 10)
        assert client.get(reverse("welkom"), headers={"HX-Request": "true"}).status_code == 200
        klok(90)
        assert not binnen(client)

    @pytest.mark.parametrize(("seconden", "nog"), [(LANGST - 1, True), (LANGST, False)])
    def test_hoe_vaak_ook_geklikt_na_twaalf_uur_is_het_over(self, client, gebruiker, klok, seconden, nog):
        log_in(client, gebruiker)
        gegaan = 0
        while gegaan + 1200 < seconden:
            klok(1200)
            gegaan += 1200
            assert binnen(client)
        klok(seconden - gegaan)
        assert binnen(client) is nog

    def test_de_sessie_is_dan_ook_op_de_server_weg(self, client, gebruiker, klok):
        log_in(client, gebruiker)
        sleutel = client.session.session_key
        klok(LANGST)
        assert not binnen(client)
        assert not Session.objects.filter(session_key=sleutel).exists()

    def test_de_inlogpagina_zegt_waarom_en_een_keer(self, client, gebruiker, klok):
        log_in(client, gebruiker)
        klok(STIL + 60)
        assert "U was lang niet actief" in client.get(reverse("welkom"), follow=True).text
        assert "U was lang niet actief" not in client.get(reverse("welkom"), follow=True).text

    def test_een_deel_van_een_pagina_stuurt_de_hele_pagina_weg(self, client, klok):
        koppen = {"HX-Request": "true", "HX-Current-URL": "http://testserver/rapporten/?x=1"}
        antwoord = client.get(reverse("welkom"), headers=koppen)
        assert (antwoord.status_code, antwoord.text) == (204, "")
        assert antwoord.headers["HX-Redirect"] == reverse("account_login") + "?next=/rapporten/"


class TestWaarschuwing:
    def test_staat_op_elke_pagina_met_een_knop_die_niets_weggooit(self, client, gebruiker, klok):
        client.force_login(gebruiker)
        html = client.get(reverse("organisatie-toevoegen")).text
        vak = re.search(r"<section class=\"wi-tijdslot\".*?</section>", html, re.DOTALL)[0]
        assert 'data-stil="1800"' in vak
        assert re.search(rf'action="{reverse("sessie-verlengen")}"\s+method="post"\s+target="_blank"', vak)
        assert "Na 30 minuten zonder klik logt u uit." in html

    def test_het_stijlblad_toont_haar_zonder_javascript_op_tijd(self):
        css = (Path(instellingen.BASIS) / "static" / "layout.css").read_text()
        tijden = re.findall(r"wi-tijdslot-komt 1s steps\(1\) (\d+)s", css)
        verwacht = instellingen.SESSIE_STIL - instellingen.SESSIE_WAARSCHUWING
        assert tijden == [str(int(verwacht.total_seconds()))] * 2

    def test_verlengen(self, client, gebruiker, klok):
        client.force_login(gebruiker)
        klok(STIL - 10)
        antwoord = client.post(reverse("sessie-verlengen"), headers={"Accept": "application/json"})
        assert antwoord.json() == {"stil": STIL, "langst": LANGST - STIL + 10}
        klok(STIL - 10)
        assert "U blijft ingelogd" in client.post(reverse("sessie-verlengen")).text
        assert client.get(reverse("sessie-verlengen")).url == reverse("start")

    def test_het_laatste_half_uur_staat_in_de_voet(self, client, gebruiker, klok):
        client.force_login(gebruiker)
        sessie = client.session
        sessie["tijdslot_begon"] -= LANGST - 600
        sessie.save()
        assert "Over 11 minuten logt u uit: u bent dan 12 uur ingelogd." in client.get(reverse("welkom")).text

    def test_wie_niet_is_ingelogd_heeft_haar_niet(self, client):
        assert "wi-tijdslot" not in client.get(reverse("hulp")).text
