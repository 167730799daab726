"""Each amount opens its rows: what came in and went out in a year, what is committed, what a decision changed."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from financien.figures import bereken, overheveling
from financien.models import Wijzigingsregel
from tests.financien.factories import (
    ActiviteitFactory,
    BegrotingswijzigingFactory,
    BoekingFactory,
    InkomstenpostFactory,
    PlanFactory,
    ToedelingFactory,
    VerplichtingFactory,
    WijzigingsregelFactory,
)
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
PAGINA = "/begroting/"
ONTVANGEN, BESTEED, GEKOPPELD = (f"{PAGINA}boekingen/{wat}/" for wat in ("ontvangen", "besteed", "gekoppeld"))
VAST = f"{PAGINA}verplichtingen/"
MEI = date(2017, 5, 1)


@pytest.fixture
def pieter(client, db):
    PlanFactory()
    InkomstenpostFactory(code="RMBA-17", jaar=2017, bedrag=1000)
    InkomstenpostFactory(code="RMBA-18", jaar=2018, bedrag=1000)
    InkomstenpostFactory(code="OVH", jaar=2018, soort="overheveling", bedrag=0, omschrijving="Overheveling")
    ActiviteitFactory(code="MB", omschrijving="Begeleiding")
    ActiviteitFactory(code="PVT", omschrijving="Verklaring")
    wie = GebruikerFactory(rol="financien")
    client.force_login(wie)
    return wie


def geboekt(regel: str, bedrag: str, **boeking) -> None:
    """An entry on this line; income has the sign of the ledger."""
    post = regel.startswith("RMBA")
    rij = BoekingFactory(bedrag=Decimal(bedrag), **boeking)
    veld = (
        {"inkomstenpost_id": regel, "activiteit": None}
        if post
        else {"activiteit_id": regel, "activiteit": None}
    )
    ToedelingFactory(boeking=rij, **veld)


@pytest.fixture
def boekingen(pieter) -> None:
    geboekt("RMBA-17", "-100.00", boekstuk="I17")
    geboekt("RMBA-17", "-10.00", boekstuk="I17-LATER", boekjaar=2018)
    geboekt("RMBA-18", "-1.00", boekstuk="I18")
    geboekt("MB", "40.00", boekstuk="U17")
    geboekt("PVT", "4.00", boekstuk="U17-PVT", boekdatum=MEI)
    geboekt("MB", "0.40", boekstuk="U18", boekjaar=2018)
    geboekt("MB", "900.00", boekstuk="MORGEN", boekdatum=date(2017, 5, 2))
    BoekingFactory(boekstuk="LOS", bedrag=7)


def tekst(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


def stukken(antwoord) -> set[str]:
    return {rij.boeking.boekstuk for rij in antwoord.context["object_list"]}


@pytest.mark.usefixtures("boekingen")
class TestSom:
    @pytest.mark.parametrize(
        ("adres", "welke", "samen"),
        [
            (ONTVANGEN, "I17 I17-LATER I18", "111,00"),
            (f"{ONTVANGEN}?jaar=2017", "I17 I17-LATER", "110,00"),
            (f"{ONTVANGEN}?jaar=2018", "I18", "1,00"),
            (BESTEED, "U17 U17-PVT U18", "44,40"),
            (f"{BESTEED}?jaar=2017", "U17 U17-PVT", "44,00"),
            (f"{BESTEED}?jaar=2017&peildatum=30-4-2017", "U17", "40,00"),
            (f"{BESTEED}?jaar=2017&peildatum=2-5-2017", "U17 U17-PVT MORGEN", "944,00"),
            (f"{BESTEED}?jaar=2018", "U18", "0,40"),
            (GEKOPPELD, "I17 I17-LATER I18 U17 U17-PVT U18", "−66,60"),
        ],
    )
    def test_de_boekingen_zijn_samen_het_bedrag(self, client, adres, welke, samen):
        antwoord = client.get(adres)
        assert stukken(antwoord) == set(welke.split())
        assert f"samen {samen} euro" in tekst(antwoord)
        teken = -1 if adres.startswith(ONTVANGEN) else 1
        som = sum(rij.bedrag for rij in antwoord.context["object_list"])
        assert teken * som == antwoord.context["samen"]

    @pytest.mark.parametrize("jaar", ["2019", "x", "2016", "9" * 40])
    @pytest.mark.parametrize("adres", [ONTVANGEN, BESTEED, GEKOPPELD])
    def test_geen_jaar_van_het_plan(self, client, adres, jaar):
        assert client.get(adres, {"jaar": jaar}).status_code == 404

    def test_alles_bij_elkaar_kent_geen_jaar(self, client):
        assert client.get(GEKOPPELD, {"jaar": "2017"}).status_code == 404

    def test_bladeren_bewaart_jaar_en_dag(self, client):
        for nummer in range(51):
            geboekt("MB", "1.00", boekstuk=f"N{nummer}")
        html = client.get(BESTEED, {"jaar": "2017", "peildatum": "1-5-2017"}).content.decode()
        [volgende] = [adres for adres in re.findall(r'href="(\?[^"]+)"', html) if "page=2" in adres]
        assert "jaar=2017" in volgende
        assert "peildatum=" in volgende

    def test_evenveel_vragen(self, client, django_assert_num_queries):
        client.get(BESTEED)
        for aantal in (0, 49):
            for nummer in range(aantal):
                geboekt("PVT", "1.00", boekstuk=f"N{nummer}")
            with django_assert_num_queries(7):
                client.get(BESTEED)


@pytest.mark.usefixtures("boekingen")
class TestOverheveling:
    def test_elk_bedrag_van_de_som_opent(self, client):
        VerplichtingFactory(activiteit_id="MB", activiteit=None, jaar=2017, bedrag=50)
        html = client.get(f"{PAGINA}overheveling/").content.decode()
        for adres in (f"{ONTVANGEN}?jaar=2017", f"{BESTEED}?jaar=2017", f"{VAST}?jaar=2017"):
            assert f'href="{adres}"' in html

    def test_de_dag_gaat_mee(self, client):
        html = client.get(f"{PAGINA}overheveling/", {"peildatum": "30-4-2017"}).content.decode()
        assert f'href="{ONTVANGEN}?jaar=2017&amp;peildatum=2017-04-30"' in html

    @pytest.mark.parametrize("dag", ["30-4-2017", "1-5-2017", "2-5-2017"])
    def test_wat_er_opengaat_is_het_bedrag(self, client, dag):
        VerplichtingFactory(activiteit_id="MB", activiteit=None, jaar=2017, bedrag=50, aangegaan_op=MEI)
        VerplichtingFactory(activiteit_id="MB", activiteit=None, jaar=2018, bedrag=7)
        d, m, j = map(int, dag.split("-"))
        gaat = overheveling(bereken(date(j, m, d)))
        assert gaat is not None
        vraag = {"jaar": "2017", "peildatum": dag}
        assert client.get(ONTVANGEN, vraag).context["samen"] == gaat.ontvangen
        assert client.get(BESTEED, vraag).context["samen"] == gaat.besteed
        lijst = client.get(VAST, vraag)
        assert lijst.context["vast"] == gaat.verplicht
        assert sum(rij.over for rij in lijst.context["object_list"]) == gaat.verplicht

    def test_het_besluit_opent_de_wijziging(self, client, pieter):
        wijziging = BegrotingswijzigingFactory(kenmerk="B-1")
        for post, hoeveel in (("OVH", 5), ("RMBA-17", -5)):
            Wijzigingsregel.objects.create(wijziging=wijziging, inkomstenpost_id=post, bedrag=hoeveel)
        html = client.get(f"{PAGINA}overheveling/").content.decode()
        assert f'href="{PAGINA}wijzigingen/?regel=OVH"' in html


@pytest.mark.usefixtures("boekingen")
class TestAansluiting:
    def test_ook_de_totalen_openen(self, client):
        VerplichtingFactory(activiteit_id="MB", activiteit=None, jaar=2017, bedrag=50)
        html = client.get(PAGINA).content.decode()
        for adres in (
            f"{ONTVANGEN}?jaar=2017",
            f"{ONTVANGEN}?jaar=2018",
            ONTVANGEN,
            BESTEED,
            GEKOPPELD,
            VAST,
        ):
            assert f'href="{adres}"' in html

    def test_de_dag_gaat_mee(self, client):
        html = client.get(PAGINA, {"peildatum": "30-4-2017"}).content.decode()
        assert f'href="{ONTVANGEN}?jaar=2017&amp;peildatum=2017-04-30"' in html
        assert f'href="{BESTEED}?peildatum=2017-04-30"' in html

    def test_van_de_boeking_omhoog(self, client):
        rij = next(iter(client.get(f"{BESTEED}?jaar=2018").context["object_list"]))
        html = client.get(f"{PAGINA}boekingen/{rij.boeking_id}/").content.decode()
        assert f'href="{BESTEED}"' in html
        assert f'href="{GEKOPPELD}"' in html


class TestLeegGrootboek:
    """Nothing is booked or promised: an amount of zero opens no empty page."""

    TOTALEN = (ONTVANGEN, BESTEED, GEKOPPELD, VAST)

    @staticmethod
    def geopend(client, **vraag: str) -> set[str]:
        html = client.get(PAGINA, vraag).content.decode()
        cellen = re.findall(r"<td[^>]*>\s*<a[^>]*href=\"([^\"]+)\"", html)
        voet = html.partition("Grootboek = gekoppeld")[2].partition("</p>")[0]
        return {adres.partition("?")[0] for adres in [*cellen, *re.findall(r'href="([^"]+)"', voet)]}

    @pytest.mark.usefixtures("pieter")
    def test_niets_opent(self, client):
        assert self.geopend(client).isdisjoint({*self.TOTALEN, f"{PAGINA}boekingen/"})

    @pytest.mark.parametrize(
        ("regel", "opent"),
        [("RMBA-17", {ONTVANGEN, GEKOPPELD}), ("MB", {BESTEED, GEKOPPELD})],
    )
    def test_een_boeking_opent_vanaf_haar_dag_wat_zij_vult(self, client, pieter, regel, opent):
        geboekt(regel, "1.00", boekdatum=date(2017, 4, 20))
        assert self.geopend(client, peildatum="19-4-2017").isdisjoint(self.TOTALEN)
        for dag in ("20-4-2017", "21-4-2017"):
            assert self.geopend(client, peildatum=dag) & set(self.TOTALEN) == opent

    def test_twee_boekingen_die_samen_nul_zijn_openen_wel(self, client, pieter):
        geboekt("MB", "1.00")
        geboekt("MB", "-1.00")
        assert {BESTEED, GEKOPPELD} <= self.geopend(client)

    def test_een_verplichting_opent_vanaf_haar_dag(self, client, pieter):
        VerplichtingFactory(activiteit_id="MB", activiteit=None, bedrag=5, aangegaan_op=date(2017, 4, 20))
        assert VAST not in self.geopend(client, peildatum="19-4-2017")
        assert VAST in self.geopend(client, peildatum="20-4-2017")

    def test_zonder_regel_opent_waar_er_een_is(self, client, pieter):
        BoekingFactory(boekdatum=date(2017, 4, 20))
        assert f"{PAGINA}boekingen/" not in self.geopend(client, peildatum="19-4-2017")
        assert f"{PAGINA}boekingen/" in self.geopend(client, peildatum="20-4-2017")


@pytest.mark.usefixtures("boekingen")
class TestEenDagDieNietKan:
    @pytest.mark.parametrize("adres", [ONTVANGEN, BESTEED, GEKOPPELD])
    def test_zegt_wat_er_niet_klopt_en_houdt_wat_er_stond(self, client, adres):
        html = tekst(client.get(adres, {"peildatum": "32-1-2017"}))
        assert "Fout:" in html
        assert 'href="#id_peildatum"' in html
        assert 'value="32-1-2017"' in html

    def test_het_jaar_blijft(self, client):
        html = tekst(client.get(BESTEED, {"peildatum": "32-1-2017", "jaar": "2017"}))
        assert '<input type="hidden" name="jaar" value="2017">' in html
        assert 'name="jaar"' not in tekst(client.get(BESTEED))

    def test_een_dag_die_kan_is_geen_fout(self, client):
        html = tekst(client.get(BESTEED, {"peildatum": "1-5-2017"}))
        assert "Fout:" not in html
        assert 'value="1-5-2017"' in html


@pytest.mark.usefixtures("boekingen")
class TestRegel:
    def test_de_stappen_van_de_prognose_openen(self, client):
        html = client.get(f"{PAGINA}MB/").content.decode()
        assert f'href="{PAGINA}MB/boekingen/"' in html
        assert f'href="{VAST}?regel=MB"' in html

    def test_wat_is_gewijzigd_opent_de_besluiten(self, client):
        wijziging = BegrotingswijzigingFactory(kenmerk="B-1")
        WijzigingsregelFactory(wijziging=wijziging, activiteit_id="MB", activiteit=None, bedrag=5)
        ander = BegrotingswijzigingFactory(kenmerk="B-2")
        WijzigingsregelFactory(wijziging=ander, activiteit_id="PVT", activiteit=None, bedrag=5)
        html = client.get(f"{PAGINA}MB/").content.decode()
        assert f'href="{PAGINA}wijzigingen/?regel=MB"' in html
        lijst = client.get(f"{PAGINA}wijzigingen/", {"regel": "MB"})
        assert [rij.kenmerk for rij in lijst.context["object_list"]] == ["B-1"]
        assert "Begeleiding" in tekst(lijst)


@pytest.mark.usefixtures("boekingen")
class TestVerplichtingen:
    def test_van_een_regel_staan_de_bedragen_van_die_regel(self, client):
        VerplichtingFactory(activiteit_id="MB", activiteit=None, bedrag=50)
        VerplichtingFactory(activiteit_id="PVT", activiteit=None, bedrag=7)
        assert "Er ligt 50,00 euro vast" in tekst(client.get(VAST, {"regel": "MB"}))
        assert "Er ligt 57,00 euro vast" in tekst(client.get(VAST))

    def test_een_jaar_dat_niet_bestaat(self, client):
        assert client.get(VAST, {"jaar": "2020"}).status_code == 404
