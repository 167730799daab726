"""The pages of the budget: who may see them, at which day, and that each number opens what is behind it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.financien.factories import ActiviteitFactory, InkomstenpostFactory, PlanFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
PAGINA = "/begroting/"
ADRESSEN = [
    PAGINA,
    f"{PAGINA}activiteiten.svg",
    f"{PAGINA}activiteiten-smal.svg",
    f"{PAGINA}DU-2017/",
    f"{PAGINA}DU-2017/personen/",
]
MEI = date(2017, 5, 1)


def inloggen(client, rol: str) -> None:
    client.force_login(GebruikerFactory(rol=rol, organisatie=OrganisatieFactory()))


def tekst(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


@pytest.mark.usefixtures("plan")
class TestRecht:
    @pytest.mark.parametrize("adres", ADRESSEN)
    @pytest.mark.parametrize("rol", Rol.values)
    def test_wie_er_in_mag(self, client, geplaatst, rol, adres):
        inloggen(client, rol)
        mag = rol == "coordinator" or (rol == "financien" and not adres.endswith("personen/"))
        assert client.get(adres).status_code == (200 if mag else 404)

    @pytest.mark.parametrize("adres", ADRESSEN)
    def test_niet_zonder_inloggen(self, client, adres):
        assert client.get(adres).status_code == 302

    def test_in_het_menu(self, client):
        inloggen(client, "financien")
        assert "<span>Begroting</span>" in client.get(PAGINA).content.decode()


@pytest.mark.usefixtures("plan")
class TestPagina:
    @pytest.fixture(autouse=True)
    def ik(self, client) -> None:
        inloggen(client, "coordinator")

    def test_de_bedragen_van_het_plan(self, client):
        pagina = tekst(client.get(PAGINA))
        for bedrag in (
            "344.926,00",
            "68.775,00",
            "413.701,00",
            "282.666,00",
            "131.035,00",
            "62.260,00",
            "−33.225,00",
        ):
            assert bedrag in pagina
        for stuk in (
            "22 × 2.370,00",
            "50 × 450,00",
            "tegenpost in 2018",
            "tegenpost in 2017",
            "nog niet bekend",
        ):
            assert stuk in pagina
        assert "Stand op 1 mei 2017" in pagina
        assert "De tabel met activiteiten noemt geen jaar" in pagina

    def test_elke_regel_gaat_open(self, client):
        pagina = client.get(PAGINA).content.decode()
        for code in ("OVH-2016", "RMBA-2017", "DU-2017-ND", "MB", "PVT", "ONV"):
            assert f'href="{PAGINA}{code}/"' in pagina
            assert client.get(f"{PAGINA}{code}/").status_code == 200

    def test_personen_naast_personen(self, client, geplaatst):
        geplaatst(*[MEI] * 20)
        antwoord = client.get(PAGINA)
        assert "−110.750,00" in tekst(antwoord)
        assert f'href="{PAGINA}DU-2017/personen/"' in antwoord.content.decode()
        assert "Participatieverklaring getekend: nog niet geregistreerd" in tekst(antwoord)

    def test_een_andere_dag(self, client, geplaatst):
        geplaatst(date(2017, 4, 30), MEI)
        pagina = client.get(PAGINA, {"peildatum": "30-4-2017"})
        assert "Stand op 30 april 2017" in tekst(pagina)
        assert "−194.920,00" in tekst(pagina)  # 1 against 45
        assert f'href="{PAGINA}DU-2017/?peildatum=2017-04-30"' in pagina.content.decode()
        assert "−190.490,00" in tekst(client.get(PAGINA, {"peildatum": "2017-05-01"}))  # 2 against 45

    def test_een_dag_die_niet_bestaat(self, client):
        pagina = tekst(client.get(PAGINA, {"peildatum": "32-5-2017"}))
        assert "<title>Fout: Begroting 2017 en 2018" in pagina
        assert "Deze datum bestaat niet: 32-5-2017" in pagina
        assert 'value="32-5-2017"' in pagina
        assert "Stand op 1 mei 2017" in pagina

    def test_de_grafiek(self, client):
        for naam in ("activiteiten", "activiteiten-smal"):
            antwoord = client.get(f"{PAGINA}{naam}.svg")
            assert antwoord["Content-Type"].startswith("image/svg+xml")
            assert "Werk en inkomen 78.000,00" in antwoord.content.decode()


@pytest.mark.usefixtures("plan")
class TestRegel:
    @pytest.fixture(autouse=True)
    def ik(self, client) -> None:
        inloggen(client, "coordinator")

    @pytest.mark.parametrize(
        ("code", "stukken"),
        [
            (
                "RMBA-2017",
                ["22 personen × 2.370,00 euro", "52.140,00", "nog niet geregistreerd", "67100", "80211"],
            ),
            ("DU-2017-COR", ["samen met de tegenpost", "−33.225,00 + 33.225,00", ">0,00<"]),
            ("DU-2017-ND", ["33.225,00 + −33.225,00", "Correctie decentralisatie-uitkering"]),
            ("OVH-2017", ["pas als het jaar ervoor is afgesloten"]),
            ("OVH-2016", ["Het plan noemt alleen het bedrag.", "107.701,00"]),
            ("PVT", ["50 personen × 450,00 euro", "22.500,00", "activiteit van 2017 en 2018", "Inburgering"]),
            ("WODV", ["Z/17/9410/26001", "36.400,00", "41100"]),
        ],
    )
    def test_de_som_in_woorden(self, client, code, stukken):
        pagina = tekst(client.get(f"{PAGINA}{code}/"))
        for stuk in stukken:
            assert stuk in pagina

    def test_het_verschil_in_personen(self, client, geplaatst):
        geplaatst(*[MEI] * 20)
        pagina = tekst(client.get(f"{PAGINA}DU-2017/"))
        assert "25 personen minder × 4.430,00 euro" in pagina
        assert "−110.750,00" in pagina
        assert f'href="{PAGINA}DU-2017/personen/"' in pagina

    def test_wie_we_tellen(self, client, geplaatst):
        geplaatst(date(2016, 12, 31), *[MEI] * 3, date(2017, 5, 2))
        antwoord = client.get(f"{PAGINA}DU-2017/personen/")
        assert len(antwoord.context["object_list"]) == 3
        assert "3 van de 45 begrote personen, van 1 januari 2017 tot en met 1 mei 2017" in tekst(antwoord)

    def test_niemand(self, client, geplaatst):
        assert "Er telt nog niemand" in tekst(client.get(f"{PAGINA}DU-2017/personen/"))

    @pytest.mark.parametrize("code", ["BESTAAT-NIET", "RMBA-2017/personen", "MB/personen"])
    def test_wat_er_niet_is(self, client, code):
        assert client.get(f"{PAGINA}{code}/").status_code == 404

    def test_een_financieel_medewerker_ziet_het_getal_en_niet_de_personen(self, client, geplaatst):
        geplaatst(*[MEI] * 20)
        inloggen(client, "financien")
        antwoord = client.get(PAGINA)
        assert "−110.750,00" in tekst(antwoord)
        assert "DU-2017/personen" not in antwoord.content.decode()


def test_zonder_plan(client):
    inloggen(client, "financien")
    pagina = tekst(client.get(PAGINA))
    assert "Er is nog geen plan geladen" in pagina


def test_evenveel_vragen_voor_1_en_50_regels(client):
    inloggen(client, "coordinator")
    PlanFactory()

    def vragen(aantal: int) -> int:
        InkomstenpostFactory.create_batch(
            aantal, soort="decentralisatie-uitkering", aantal=1, tarief=Decimal(4430), bedrag=Decimal(4430)
        )
        ActiviteitFactory.create_batch(aantal)
        client.get(PAGINA)
        with CaptureQueriesContext(connection) as gevraagd:
            antwoord = client.get(PAGINA)
        assert len(antwoord.context["activiteiten"]) == aantal + (1 if aantal > 1 else 0)
        return len(gevraagd)

    assert vragen(1) == vragen(49)


def test_evenveel_vragen_voor_1_en_50_personen(client, plan, geplaatst):
    inloggen(client, "coordinator")

    def vragen(*dagen: date) -> int:
        geplaatst(*dagen)
        client.get(f"{PAGINA}DU-2017/personen/")
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(f"{PAGINA}DU-2017/personen/")
        return len(gevraagd)

    assert vragen(MEI) == vragen(*[MEI] * 49)
