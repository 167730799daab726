"""The pages about homes and offers: what they show, what they refuse, and that they cost the same for 1 and 50."""

from datetime import date

import pytest
from django.urls import reverse

from dossiers.models import Rol
from huisvesting.models import (
    Aanbod,
    Plaatsing,
    Woningsoort,
    Woonvraag,
)
from kern.opmaak.datum import schrijf_datum
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import (
    AanbodFactory,
    PlaatsingFactory,
    VerwachtingFactory,
    WoningFactory,
)
from tests.huisvesting.wonen.woorden import tekst
from tests.toegang.factories import OrganisatieFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coordinator")]
LIJST, TEKORT = "/huisvesting/woningen/", "/huisvesting/woningen/tekort/"


class TestLijst:
    def _adressen(self, client, **filter_):
        return [str(woning) for woning in client.get(LIJST, filter_).context["object_list"]]

    def test_filters(self, client):
        verhuurder = OrganisatieFactory()
        zuid = WoningFactory(wijk="Zuid", verhuurder=verhuurder)
        amv = WoningFactory(amv_woning=True, soort=Woningsoort.DOORSTROOM)
        assert self._adressen(client, wijk="Zuid") == [str(zuid)]
        assert self._adressen(client, verhuurder=verhuurder.pk) == [str(zuid)]
        assert self._adressen(client, amv="ja") == [str(amv)]
        assert self._adressen(client, amv="nee") == [str(zuid)]
        assert self._adressen(client, soort="doorstroom") == [str(amv)]

    @pytest.mark.parametrize(
        ("dag", "vrij"),
        [("30-4-2017", False), ("1-5-2017", True), ("31-5-2017", True), ("1-6-2017", False)],
    )
    def test_vrij_op_een_dag(self, client, dag, vrij):
        WoningFactory(beschikbaar_van=date(2017, 5, 1), beschikbaar_tot_en_met=date(2017, 5, 31))
        PlaatsingFactory(woning__capaciteit=1)  # full
        AanbodFactory()  # offered
        assert len(self._adressen(client, vrij_op=dag)) == vrij

    @pytest.mark.parametrize(("plaatsen", "vrij"), [(1, False), (2, True), (None, True)])
    def test_een_amv_woning_is_vrij_zolang_er_een_plek_is_die_niet_is_aangeboden(
        self, client, plaatsen, vrij
    ):
        AanbodFactory(woning__amv_woning=True, woning__capaciteit=plaatsen)
        assert len(self._adressen(client, vrij_op="1-5-2017")) == vrij

    def test_een_filter_dat_niet_bestaat_wordt_gezegd(self, client):
        WoningFactory()
        antwoord = client.get(LIJST, {"wijk": "Nergens", "vrij_op": "31-2-2017"})
        assert len(antwoord.context["object_list"]) == 1
        assert "Het filter Wijk is niet gebruikt" in tekst(antwoord)
        assert "Het filter Plek vrij op is niet gebruikt" in tekst(antwoord)

    def test_zonder_uitkomst(self, client):
        WoningFactory(wijk="Zuid")
        assert "Geen woningen met dit filter" in tekst(client.get(LIJST, {"amv": "ja"}))

    @pytest.mark.parametrize("vorm", ["csv", "xlsx"])
    def test_als_bestand_met_hetzelfde_filter(self, client, vorm):
        WoningFactory(straat="Binnenweg", wijk="Zuid")
        WoningFactory(straat="Buitenweg", wijk="Centrum")
        antwoord = client.get(reverse("huisvesting:woningen-bestand", args=[vorm]), {"wijk": "Zuid"})
        assert antwoord.rijen == 1
        if vorm == "csv":
            assert "Binnenweg" in antwoord.content.decode("utf-8-sig")

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_queries(self, client, django_assert_num_queries, aantal):
        for _ in range(aantal):
            WoningFactory(verhuurder=OrganisatieFactory())
        # session, user, neighbourhoods, landlords, count, rows
        with django_assert_num_queries(6):
            client.get(LIJST)


class TestWiePast:
    def test_met_reden_en_knop(self, client):
        past = VerwachtingFactory(statushouder__achternaam="Past").statushouder
        VerwachtingFactory(statushouder__achternaam="Amv", woonvraag=Woonvraag.AMV)
        woning = WoningFactory(capaciteit=1)
        antwoord = client.get(reverse("huisvesting:wie-past", args=[woning.pk]))
        assert "1 van 2 huishoudens" in tekst(antwoord)
        assert f"{reverse('huisvesting:aanbieden', args=[past.sleutel])}?woning={woning.pk}" in tekst(
            antwoord
        )
        assert "dit is een gewone woning" in tekst(antwoord)

    def test_niemand_zoekt(self, client):
        antwoord = client.get(reverse("huisvesting:wie-past", args=[WoningFactory().pk]))
        assert "Niemand zoekt nu een woning" in tekst(antwoord)

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_queries(self, client, django_assert_num_queries, aantal):
        VerwachtingFactory.create_batch(aantal)
        woning = WoningFactory()
        # session, user, home, residents, offer, the families of who stay, the households, their days, their persons
        with django_assert_num_queries(9):
            antwoord = client.get(reverse("huisvesting:wie-past", args=[woning.pk]))
        assert len(antwoord.context["rijen"]) == aantal


class TestWoning:
    @pytest.mark.parametrize("aantal", [1, 50])
    def test_de_pagina_kost_altijd_evenveel_queries(self, client, django_assert_num_queries, aantal):
        woning = WoningFactory(capaciteit=None)
        AanbodFactory(woning=woning)
        PlaatsingFactory.create_batch(aantal, woning=woning)
        for _ in range(aantal - 1):
            AanbodFactory(woning=woning, geweigerd_op=date(2017, 4, 5), reden="Te klein")
        # session, user, home, residents, offers; of the tenant first home, keys, BRP; possible homes, landlords
        with django_assert_num_queries(10):
            antwoord = client.get(reverse("huisvesting:woning", args=[woning.pk]))
        assert len(antwoord.context["aanbod"]) == len(antwoord.context["plaatsingen"]) == aantal
        assert "De 14 weken van dit huishouden" in tekst(antwoord)


class TestAanbieden:
    def _gezin(self):
        gezin = GezinFactory()
        hoofd = GezinslidFactory(gezin=gezin, rol=Rol.HOOFD).statushouder
        GezinslidFactory(gezin=gezin, rol=Rol.KIND)
        return hoofd

    def test_van_aanbod_tot_sleutel(self, client):
        hoofd, woning = self._gezin(), WoningFactory()
        adres = reverse("huisvesting:aanbieden", args=[hoofd.sleutel])
        form = client.get(adres, {"woning": woning.pk}).context["form"]
        assert (form["woning"].value(), form["personen"].value()) == (woning.pk, 2)
        client.post(adres, {"woning": woning.pk, "personen": 2, "aangeboden_op": "3-4-2017"})
        aanbod = Aanbod.objects.get()

        def stap(naam, versie, **data):
            pagina = reverse("huisvesting:aanbod-stap", args=[aanbod.pk, naam])
            return client.post(pagina, {"versie": versie, f"{naam}_op": "10-4-2017"} | data)

        assert stap("bezichtigd", 1).status_code == 302
        assert stap("geaccepteerd", 2).status_code == 302
        huur = reverse("huisvesting:aanbod-contract", args=[aanbod.pk])
        bewoners = client.get(huur).context["form"]["bewoners"].value()
        assert len(bewoners) == 2
        client.post(huur, {"versie": 3, "contract_op": "20-4-2017", "bewoners": bewoners})
        assert Plaatsing.objects.filter(woning=woning, van=date(2017, 4, 20)).count() == 2
        client.post(
            reverse("huisvesting:aanbod-stap", args=[aanbod.pk, "sleutel"]),
            {"versie": 4, "sleutel_op": "21-4-2017"},
        )
        pagina = tekst(client.get(reverse("huisvesting:aanbod", args=[aanbod.pk])))
        assert "Sleutel gegeven" in pagina
        assert "Neem de sleutel terug" in pagina

    def test_een_weigering_houdt_wat_getypt_is(self, client):
        hoofd, woning = self._gezin(), WoningFactory(capaciteit=1)
        adres = reverse("huisvesting:aanbieden", args=[hoofd.sleutel])
        antwoord = client.post(adres, {"woning": woning.pk, "personen": 2, "aangeboden_op": "3-4-2017"})
        assert "In deze woning is plek voor 1, en er zijn 2 personen." in tekst(antwoord)
        assert 'value="3-4-2017"' in tekst(antwoord)
        assert not Aanbod.objects.exists()

    def test_twee_keer_klikken_is_een_zin(self, client):
        aanbod = AanbodFactory()
        adres = reverse("huisvesting:aanbod-stap", args=[aanbod.pk, "bezichtigd"])
        data = {"versie": 1, "bezichtigd_op": "10-4-2017"}
        assert client.post(adres, data).status_code == 302
        assert "bezichtigd op 10-4-2017. Dat staat al vast." in tekst(client.post(adres, data))
        terug = client.get(adres, follow=True)  # the back button
        assert "bezichtigd op 10-4-2017. Dat staat al vast." in tekst(terug)

    def test_nee_vraagt_een_reden(self, client):
        aanbod = AanbodFactory()
        adres = reverse("huisvesting:aanbod-stap", args=[aanbod.pk, "geweigerd"])
        antwoord = client.post(adres, {"versie": 1, "geweigerd_op": "10-4-2017", "reden": ""})
        assert "Schrijf op waarom." in tekst(antwoord)
        client.post(adres, {"versie": 1, "geweigerd_op": "10-4-2017", "reden": "Te ver"})
        aanbod.refresh_from_db()
        assert aanbod.reden == "Te ver"
        assert (
            client.post(reverse("huisvesting:aanbod-terug", args=[aanbod.pk]), {"versie": 2}).status_code
            == 302
        )
        aanbod.refresh_from_db()
        assert aanbod.geweigerd_op is None

    def test_het_dossier_toont_het_aanbod(self, client):
        aanbod = AanbodFactory(aangeboden_op=date(2017, 4, 3))
        pagina = tekst(client.get(aanbod.statushouder.get_absolute_url()))
        assert f"{aanbod.woning}, aangeboden op 3-4-2017" in pagina
        assert reverse("huisvesting:aanbod", args=[aanbod.pk]) in pagina

    @pytest.mark.parametrize(
        ("gekoppeld", "zin"),
        [
            ("2017-02-20", "uiterlijk 1-5-2017 (norm)"),
            ("2017-02-19", "1 dag te laat, uiterlijk 30-4-2017 (norm)"),
        ],
    )
    def test_het_dossier_zegt_hoe_lang_de_norm_nog_loopt(self, client, gekoppeld, zin):
        persoon = StatushouderFactory(coa_koppeldatum=date.fromisoformat(gekoppeld))
        assert zin in tekst(client.get(persoon.get_absolute_url()))

    def test_wie_een_aanbod_heeft_komt_daar_uit(self, client):
        aanbod = AanbodFactory()
        adres = reverse("huisvesting:aanbieden", args=[aanbod.statushouder.sleutel])
        antwoord = client.get(adres)
        assert antwoord["Location"] == reverse("huisvesting:aanbod", args=[aanbod.pk])

    def test_ook_wie_in_het_huishouden_van_een_aanbod_is(self, client):
        gezin, aanbod = GezinFactory(), AanbodFactory()
        GezinslidFactory(gezin=gezin, statushouder=aanbod.statushouder)
        partner = GezinslidFactory(gezin=gezin, rol=Rol.PARTNER).statushouder
        antwoord = client.get(reverse("huisvesting:aanbieden", args=[partner.sleutel]), follow=True)
        assert antwoord.redirect_chain == [(reverse("huisvesting:aanbod", args=[aanbod.pk]), 302)]
        assert "Voor iemand uit dit huishouden staat al een aanbod open." in tekst(antwoord)

    def test_de_hoofdhuurder_staat_altijd_aan(self, client):
        woont = PlaatsingFactory()
        gezin = GezinFactory()
        GezinslidFactory(gezin=gezin, statushouder=woont.statushouder)
        kind = GezinslidFactory(gezin=gezin, rol=Rol.KIND).statushouder
        aanbod = AanbodFactory(statushouder=woont.statushouder, geaccepteerd_op=date(2017, 4, 10))
        huur = reverse("huisvesting:aanbod-contract", args=[aanbod.pk])
        bewoners = client.get(huur).context["form"]["bewoners"].value()
        assert bewoners == [woont.statushouder_id, kind.pk]
        data = {"versie": 1, "contract_op": "20-4-2017", "bewoners": [kind.pk]}
        assert "huurt de woning en gaat er dus ook wonen." in tekst(client.post(huur, data))
        assert Plaatsing.objects.count() == 1

    def test_een_weigering_van_plaatsen_staat_bij_de_bewoners(self, client):
        aanbod = AanbodFactory(geaccepteerd_op=date(2017, 4, 10), woning__capaciteit=1)
        gezin = GezinFactory()
        GezinslidFactory(gezin=gezin, statushouder=aanbod.statushouder)
        kind = GezinslidFactory(gezin=gezin, rol=Rol.KIND).statushouder
        huur = reverse("huisvesting:aanbod-contract", args=[aanbod.pk])
        data = {"versie": 1, "contract_op": "20-4-2017", "bewoners": [aanbod.statushouder_id, kind.pk]}
        fouten = client.post(huur, data).context["form"].errors
        assert list(fouten) == ["bewoners"]

    @pytest.mark.parametrize(
        ("dag", "staat"), [("2017-04-30", False), ("2017-05-01", True), ("2017-05-02", True)]
    )
    def test_wie_ergens_woont_kan_ook_een_verwachte_datum_krijgen(self, client, dag, staat):
        persoon = PlaatsingFactory().statushouder
        dag = date.fromisoformat(dag)
        VerwachtingFactory(statushouder=persoon, verwacht_op=dag, woonvraag=Woonvraag.GROTER)
        adres = reverse("huisvesting:verwachting", args=[persoon.sleutel])
        pagina = tekst(client.get(persoon.get_absolute_url()))
        assert adres in pagina
        assert (schrijf_datum(dag) in pagina) is staat
        data = {"versie": 1, "verwacht_op": "1-8-2017", "woonvraag": "groter", "bron": "Gezin groeit"}
        assert client.post(adres, data).status_code == 302
        assert "1-8-2017" in tekst(client.get(persoon.get_absolute_url()))

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_de_lijst_kost_altijd_evenveel_queries(self, client, django_assert_num_queries, aantal):
        AanbodFactory.create_batch(aantal)
        with django_assert_num_queries(4):  # session, user, count, rows
            antwoord = client.get(reverse("huisvesting:aanbodlijst"))
        assert antwoord.context["paginator"].count == aantal


def test_een_persoon_zonder_gezin_kan_een_woning_krijgen(client):
    persoon = StatushouderFactory()
    antwoord = client.get(reverse("huisvesting:aanbieden", args=[persoon.sleutel]))
    assert antwoord.context["leden"] == [persoon]
