"""The page of the forecast: its words, what is missing, and what each number opens."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from huisvesting import figures
from huisvesting.domain.prognose import in_een_zin, ontbreekt, rekensom
from huisvesting.models import Opgave, Stuurcode
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import PlaatsingFactory, VerwachtingFactory
from tests.huisvesting.vooruit import ALLES, amv, stel_in, verwacht
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

MEI = date(2017, 5, 1)
PAGINA = "/huisvesting/taakstelling/prognose/"


@pytest.mark.usefixtures("periodes")
class TestWoorden:
    def test_een_lege_installatie_zegt_wat_er_mist(self):
        codes = {deel.code for deel in ontbreekt(figures.prognose(MEI))}
        assert codes == {*figures.INSTROOM.values(), Stuurcode.OPGAVE_LATER, Stuurcode.AMV_INSTROOM}

    @pytest.mark.parametrize("weg", sorted(ALLES))
    def test_een_getal_dat_mist_wordt_genoemd(self, weg):
        stel_in(**{code: n for code, n in ALLES.items() if code != weg})
        assert [deel.code for deel in ontbreekt(figures.prognose(MEI))] == [weg]

    @pytest.mark.parametrize(("verwacht_", "mist"), [(9, True), (10, False), (20, False), (21, True)])
    def test_laag_verwacht_en_hoog_lopen_op(self, verwacht_, mist):
        stel_in(**ALLES | {"instroom_verwacht": verwacht_})
        assert any("lopen niet op" in deel.zin for deel in ontbreekt(figures.prognose(MEI))) is mist

    def test_de_rekensom_van_het_lopende_half_jaar(self):
        verwacht(date(2017, 6, 12), aantal=4)
        stappen = rekensom(figures.prognose(MEI), 0)
        assert [stap.uitkomst for stap in stappen] == ["20", "10", "30", "20", "4", "0", "24", "6 te weinig"]
        assert stappen[2].som == "20 + 10"
        assert stappen[4].som == "4 nareizigers"
        assert stappen[6].som == "20 + 4 + 0"
        assert stappen[7].som == "30 − 24"

    def test_de_rekensom_van_een_later_half_jaar(self):
        stel_in(**ALLES)
        verwacht(date(2017, 9, 12), aantal=3)
        stappen = rekensom(figures.prognose(MEI), 1)
        assert [stap.uitkomst for stap in stappen] == ["15", "10", "25", "3", "13", "16", "9 te weinig"]
        assert stappen[4].som == (
            "14 komen er, van wie we er al 3 bij naam kennen. "
            "2 AMV komen er, van wie we nog geen namen kennen"
        )
        assert stappen[6].som == "25 − 16. Met lage instroom: 13 te weinig. Met hoge instroom: 3 te weinig"

    def test_in_een_zin(self):
        verwacht(date(2017, 6, 12), aantal=4)
        assert in_een_zin(figures.prognose(MEI)) == (
            "Op 30 juni 2017 verwachten we 24 personen van de 30: 6 te weinig."
        )
        stel_in(**ALLES)
        assert "Op 30 juni 2020 is het" in in_een_zin(figures.prognose(MEI))


@pytest.fixture
def coordinator(client):
    gebruiker = GebruikerFactory(rol=Rol.COORDINATOR)
    client.force_login(gebruiker)
    return gebruiker


def tekst(client, pad: str = PAGINA, **vraag: str) -> str:
    antwoord = client.get(pad, vraag)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


@pytest.mark.usefixtures("periodes")
class TestPagina:
    def test_het_voorbeeld_staat_op_de_pagina(self, client, coordinator):
        verwacht(date(2017, 6, 12), aantal=4)
        pagina = tekst(client)
        assert "verwachten we 24 personen van de 30: 6 te weinig." in pagina
        assert "20,1" in pagina
        assert "30 × 121 ÷ 181 dagen. Gehuisvest: 20" in pagina
        assert "grafiek.svg" in pagina

    def test_wie_mag_sturen_kan_invullen_wat_mist(self, client, coordinator):
        adres = reverse("huisvesting:stuurgetal-nieuw") + "?code=opgave_later"
        assert adres in tekst(client)
        client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
        pagina = tekst(client)
        assert adres not in pagina
        assert "geen schatting ingevuld" in pagina

    def test_een_half_jaar_kiezen(self, client, coordinator):
        assert "Zo rekenen we: 2018, eerste helft" in tekst(client, halfjaar="2018-H1")
        for onzin in ("2030-H1", "onzin", ""):
            assert "Zo rekenen we: 2017, eerste helft" in tekst(client, halfjaar=onzin)

    @pytest.mark.parametrize("dag", ["2015-01-01", "2016-06-30", "2017-07-01", "2030-01-01", "31-2-2017"])
    def test_op_elke_dag(self, client, coordinator, dag):
        stel_in(**ALLES)
        tekst(client, peildatum=dag)
        antwoord = client.get(reverse("huisvesting:prognose-grafiek"), {"peildatum": dag})
        assert antwoord["Content-Type"].startswith("image/svg+xml")

    def test_zonder_plan_en_zonder_getallen(self, client, coordinator):
        Opgave.objects.all().delete()
        assert "Een opgave is niet bekend." in tekst(client)
        assert "grafiek.svg" not in tekst(client)
        assert client.get(reverse("huisvesting:prognose-grafiek-smal")).status_code == 200

    def test_wat_meegaat_opent_het_half_jaar_ervoor(self, client, coordinator):
        rijen = client.get(PAGINA, {"peildatum": "1-5-2017"}).context["rijen"]
        assert [rij["meegenomen_url"] for rij in rijen[:3]] == [
            "/huisvesting/taakstelling/?peildatum=2017-05-01#tabel",
            "?peildatum=2017-05-01&halfjaar=2017-H1#zo",
            "?peildatum=2017-05-01&halfjaar=2017-H2#zo",
        ]
        assert all(rij[url] for rij in rijen for url in ("opgave_url", "erbij_url", "zo", "amv_18_url"))

    @pytest.mark.parametrize("groep", ["gekoppeld", "nareizigers", "amv"])
    def test_elk_getal_opent_de_personen(self, client, coordinator, groep):
        komst = {"gekoppeld": "koppeling", "nareizigers": "nareiziger", "amv": "amv"}
        for waarde in komst.values():
            verwacht(date(2017, 8, 1), waarde)
        adres = reverse("huisvesting:prognose-personen", args=["2017-H2"])
        assert f"{adres}?groep={groep}" in tekst(client)
        [rij] = client.get(adres, {"groep": groep}).context["rijen"]
        assert rij["persoon"].wijze_van_komst == komst[groep]
        assert len(client.get(adres).context["rijen"]) == 3

    def test_wie_eerder_verwacht_werd(self, client, coordinator):
        verwacht(date(2017, 4, 30))
        verwacht(MEI)
        adres = reverse("huisvesting:prognose-personen", args=["eerder"])
        assert adres in tekst(client)
        [rij] = client.get(adres).context["rijen"]
        assert rij["dag"] == date(2017, 4, 30)

    def test_wie_gekoppeld_is_zonder_datum(self, client, coordinator):
        verwacht(date(2017, 6, 12))
        assert "nog geen verwachte datum" not in tekst(client)
        persoon = StatushouderFactory(coa_koppeldatum=MEI)
        StatushouderFactory(coa_koppeldatum=date(2017, 5, 2))  # not yet
        StatushouderFactory(coa_koppeldatum=MEI, vergunning="regulier")  # never counts
        adres = reverse("huisvesting:prognose-personen", args=["zonder-datum"])
        pagina = tekst(client)
        assert "1 persoon is gekoppeld en heeft nog geen verwachte datum voor een woning." in pagina
        assert adres in pagina
        [rij] = client.get(adres).context["rijen"]
        assert (rij["persoon"], rij["dag"]) == (persoon, None)
        VerwachtingFactory(statushouder=persoon)
        assert adres not in tekst(client)

    def test_een_amv_die_hier_woont_kan_een_datum_krijgen(self, client, coordinator):
        persoon = amv(date(1999, 6, 1))
        PlaatsingFactory(statushouder=persoon, woning__amv_woning=True)
        zin = "1 AMV wordt in deze periode 18 en heeft nog geen verwachte datum"
        assert zin in tekst(client)
        adres = reverse("huisvesting:verwachting", args=[persoon.sleutel])
        assert adres in tekst(client, persoon.get_absolute_url())
        data = {"verwacht_op": "12-6-2017", "woonvraag": "eigen", "bron": "Aanbod"}
        assert client.post(adres, data).status_code == 302
        assert zin not in tekst(client)

    def test_amv_die_18_worden(self, client, coordinator):
        persoon = amv(date(1999, 9, 1))
        adres = reverse("huisvesting:prognose-amv", args=["2017-H2"])
        assert adres in tekst(client)
        [rij] = client.get(adres).context["rijen"]
        assert (rij["persoon"], rij["dag"]) == (persoon, date(2017, 9, 1))
        assert client.get(reverse("huisvesting:prognose-amv", args=["2018-H1"])).context["rijen"] == []

    @pytest.mark.parametrize("naam", ["prognose-personen", "prognose-amv"])
    def test_een_half_jaar_dat_niet_bestaat(self, client, coordinator, naam):
        assert client.get(reverse(f"huisvesting:{naam}", args=["2017-H3"])).status_code == 404

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_vragen(self, client, coordinator, django_assert_num_queries, aantal):
        verwacht(date(2017, 9, 1), aantal=aantal)
        with django_assert_num_queries(
            8
        ):  # session, user, ledger, numbers, expected, AMV, linked, thresholds
            client.get(PAGINA)
        with django_assert_num_queries(4):  # session, user, count, rows
            client.get(reverse("huisvesting:prognose-personen", args=["2017-H2"]))
