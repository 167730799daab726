"""The page of the AMV homes: the example of the design, by its inputs, bad input, names, and what is kept."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from dossiers.actions import scherm_af
from tests.huisvesting.amv.voorbeeld import BEWONERS, bewoner, tekst
from tests.huisvesting.factories import AanbodFactory, PlaatsingFactory, WoningFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ik")]
AMV = "/huisvesting/taakstelling/amv/"


@pytest.mark.usefixtures("zes")
class TestVoorbeeld:
    def test_de_cijfers(self, client):
        pagina = client.get(AMV)
        uit = pagina.context["gevolgen"]
        assert (uit.worden_18, uit.woningen, uit.maanden, uit.euro) == (12, 12, 120, Decimal("36000.00"))
        assert uit.taakstelling == 13
        gelezen = tekst(pagina)
        for zin in (
            "6 wonen er al, 6 komen nog",
            "1 per jongere, eerste op 19 september<",
            "samen 36.000,00 euro",
            "12 die instromen en Yonas Tesfay",
            "3 in 2017",
            "Piek begin 2019",
            "De 6 bewoners nu",
            "2 woningen: 8 plekken",
            "Tot en met juni 2017 wordt niemand 18.",
            "Na juni 2020 lopen nog 24 maanden begeleiding door: 12 × 12 = 144, min 120.",
        ):
            assert zin in gelezen, zin

    def test_de_piek_in_woorden(self, client):
        sommen = client.get(AMV).context["sommen"]
        assert sommen == [
            (
                "Wie wordt 18?",
                "2 bewoners: Robel Asmelash en Hamid Safi. En de 2 die in de tweede helft van 2017 instromen: "
                "18 maanden later. 2 + 2 = 4",
                "4",
            ),
            ("Hoeveel woningen?", "4 jongeren × 1 woning", "4"),
            (
                "Hoeveel maanden begeleiding?",
                "Gemiddeld wordt iemand halverwege 18. Dan telt dit half jaar 3 maanden, het volgende 6 en daarna "
                "weer 3. 4 × 3 + 1 × 6 + 2 × 3 = 24",
                "24",
            ),
            ("Wat kost dat?", "24 maanden × 300,00 euro", "7.200,00"),
            (
                "Wat doet het met de taakstelling?",
                "De 2 die instromen, zijn 15 jaar of ouder. Zij tellen meteen: +2. De 4 die 18 worden, telden al: 0.",
                "+2",
            ),
        ]

    def test_een_ander_half_jaar(self, client):
        pagina = client.get(AMV, {"halfjaar": "2017-H2"})
        assert pagina.context["stap"].code == "2017-H2"
        assert "1 pas met een eigen woning: +1" in tekst(pagina)

    @pytest.mark.parametrize("halfjaar", ["2030-H1", "onzin", "2017"])
    def test_een_half_jaar_dat_er_niet_is_toont_de_piek(self, client, halfjaar):
        assert client.get(AMV, {"halfjaar": halfjaar}).context["stap"].code == "2019-H1"

    def test_wanneer_het_zoeken_begint(self, client):
        regels = {
            rij["persoon"].voornamen: (rij["zoeken"]["te_laat"], rij["zoeken"]["tekst"], rij["wordt_18"])
            for rij in client.get(AMV).context["bewoners"]
        }
        assert list(regels) == ["Yonas", "Filmon", "Abel", "Merhawi", "Robel", "Hamid"]
        assert regels["Yonas"] == ("43 dagen te laat", "uiterlijk 19 maart", "19-9-2017")
        assert regels["Filmon"] == ("", "begint 14 augustus 2017", "14-2-2018")
        assert regels["Hamid"] == ("", "begint 30 december 2018", "30-6-2019")

    @pytest.mark.parametrize(
        ("peildatum", "te_laat"),
        [("2017-03-18", ""), ("2017-03-19", ""), ("2017-03-20", "1 dag te laat")],
    )
    def test_te_laat_vanaf_de_dag_erna(self, client, peildatum, te_laat):
        yonas = client.get(AMV, {"peildatum": peildatum}).context["bewoners"][0]
        assert yonas["zoeken"]["te_laat"] == te_laat

    def test_met_een_aanbod_is_niemand_te_laat(self, client, zes):
        AanbodFactory(statushouder=zes[0], aangeboden_op=date(2017, 4, 28))
        pagina = client.get(AMV)
        assert pagina.context["bewoners"][0]["zoeken"] == {"te_laat": "", "tekst": "woning in zicht"}
        assert "1 in zicht" in tekst(pagina)

    def test_een_huis_van_een_latere_dag_is_ook_in_zicht(self, client, zes):
        zes[0].plaatsingen.update(tot=date(2017, 9, 19))
        PlaatsingFactory(statushouder=zes[0], van=date(2017, 9, 19))
        pagina = client.get(AMV)
        assert pagina.context["bewoners"][0]["zoeken"]["tekst"] == "woning in zicht"
        assert pagina.context["in_zicht"] == 1

    def test_hoe_zeker_het_is(self, client):
        twijfels = dict(client.get(AMV).context["twijfels"])
        assert twijfels == {
            "300,00 per maand": "is nog niet vastgesteld. Bron: Offerte van Jeugdformaat.",
            "4 per jaar": "is nog niet vastgesteld. Bron: Schatting van Nidos (april 2017).",
            "Yonas Tesfay": "kwam in 2015. Telt pas met een eigen woning.",
        }

    def test_zelf_ingevuld_gaat_voor(self, client):
        pagina = client.get(AMV, {"instroom": "2", "tarief": "250,50"})
        uit = pagina.context["gevolgen"]
        assert uit.komen == 3
        assert uit.euro == uit.maanden * Decimal("250.50")
        twijfels = dict(pagina.context["twijfels"])
        assert twijfels["2 per jaar"] == "is hier ingevuld. Ingesteld is 4."
        assert pagina.context["breed_src"].count("instroom=2") == 1

    @pytest.mark.parametrize(
        ("veld", "waarde", "fout"),
        [
            ("instroom", "vier", "Vul een heel getal in van 0 tot en met 200."),
            ("instroom", "-1", "Vul een heel getal in van 0 tot en met 200."),
            ("instroom", "", "Vul een heel getal in van 0 tot en met 200."),
            ("verblijf", "0", "Vul een heel getal in van 1 tot en met 120."),
            ("plekken", "1,5", "Vul een heel getal in van 1 tot en met 50."),
            ("woningen", "1.5", "Vul een getal in, bijvoorbeeld 1 of 0,5."),
            ("tarief", "300.00", "Schrijf het bedrag als 1.234,56."),
            ("tarief", "-1", "Dit bedrag mag niet lager zijn dan 0,00."),
        ],
    )
    def test_een_fout_getal(self, client, veld, waarde, fout):
        """One sentence at the field, all that was typed kept, and the set number in its place."""
        pagina = client.get(AMV, {"maanden": "24", veld: waarde})
        form = pagina.context["form"]
        assert form.errors == {veld: [fout]}
        assert form[veld].value() == waarde
        assert form["maanden"].value() == "24"
        assert pagina.context["gevolgen"].doorloop > 24
        assert "Fout: " in tekst(pagina)

    def test_een_onmogelijke_peildatum_blijft_staan_met_haar_fout(self, client):
        gelezen = tekst(client.get(AMV, {"peildatum": "31-2-2017"}))
        assert 'value="31-2-2017"' in gelezen
        assert "Deze datum bestaat niet" in gelezen

    def test_van_veel_jongeren_die_nog_niet_tellen_staan_er_vier_bij_naam(self, client):
        huis = WoningFactory(amv_woning=True)
        for _ in range(5):
            bewoner(huis, sinds=date(2015, 10, 1))
        assert (
            dict(client.get(AMV).context["twijfels"])["Nog 2 bewoners"] == "tellen pas met een eigen woning."
        )

    def test_wat_openklapt_is_open_na_een_fout(self, client):
        assert '<details class="wi-aannames">' in tekst(client.get(AMV))
        assert '<details class="wi-aannames" open>' in tekst(client.get(AMV, {"tarief": "x"}))

    def test_de_tabel_als_bestand(self, client):
        antwoord = client.get(reverse("huisvesting:amv-uitvoer", args=["csv"]), {"instroom": "4"})
        rijen = list(csv.reader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))
        assert rijen[1] == [
            "2017, tweede helft", "01-07-2017", "31-12-2017", "1", "1", "0", "1", "7", "8", "3", "900,00", "3",
        ]  # fmt: skip
        assert len(rijen) == 7
        assert client.get(reverse("huisvesting:amv-uitvoer", args=["pdf"])).status_code == 404
        assert client.get(reverse("huisvesting:amv-uitvoer", args=["xlsx"])).status_code == 200

    @pytest.mark.parametrize("naam", ["amv-grafiek", "amv-grafiek-smal"])
    def test_de_grafiek(self, client, naam):
        antwoord = client.get(reverse(f"huisvesting:{naam}"))
        assert antwoord["Content-Type"].startswith("image/svg+xml")
        assert "2019, eerste helft 4" in antwoord.content.decode()

    def test_de_bewoners_van_een_half_jaar(self, client):
        url = reverse("huisvesting:amv-bewoners")
        wie = [rij["bewoner"].persoon.voornamen for rij in client.get(url).context["rijen"]]
        assert wie == [voornamen for voornamen, *_ in BEWONERS]
        rijen = client.get(url, {"halfjaar": "2018-H1"}).context["rijen"]
        assert [rij["bewoner"].persoon.voornamen for rij in rijen] == ["Filmon", "Abel"]

    def test_een_afgeschermde_jongere_is_er_niet_voor_wie_niet_mag(self, client, zes):
        scherm_af([zes[5]], reden="Wordt bedreigd", collegas=[], op=date(2017, 5, 1), door=GebruikerFactory())
        for url in (AMV, reverse("huisvesting:amv-bewoners")):
            assert "Safi" not in client.get(url).content.decode()
        # a home that is hidden with them hides who shares it
        assert client.get(AMV).context["aantal_bewoners"] < 6

    def test_zonder_recht_op_de_begroting_staat_het_budget_er_niet(self, client):
        client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
        assert "Past het in het plan?" not in tekst(client.get(AMV))


@pytest.mark.parametrize("aantal", [1, 50])
@pytest.mark.usefixtures("getallen")
def test_kost_altijd_evenveel_queries(client, django_assert_num_queries, aantal):
    for _ in range(aantal):
        bewoner(WoningFactory(amv_woning=True))
    # session, user, whom I see, numbers, residents, homes, and three of the budget
    with django_assert_num_queries(9):
        client.get(AMV)


@pytest.mark.parametrize("aantal", [1, 50])
@pytest.mark.usefixtures("getallen")
def test_bewoners_kosten_altijd_evenveel_queries(client, django_assert_num_queries, aantal):
    for _ in range(aantal):
        bewoner(WoningFactory(amv_woning=True))
    # session, user, count, rows, numbers, homes
    with django_assert_num_queries(6):
        pagina = client.get(reverse("huisvesting:amv-bewoners"))
    assert pagina.context["paginator"].count == aantal
