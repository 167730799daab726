"""The AMV page without numbers, and outcomes that are kept: as they were, whatever becomes of the residents."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from huisvesting.models import AmvUitkomst, Stuurgetal
from tests.huisvesting.amv.voorbeeld import tekst
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ik")]
AMV = "/huisvesting/taakstelling/amv/"


class TestZonderGetallen:
    def test_zegt_de_pagina_wat_er_ontbreekt(self, client):
        assert "Er ontbreekt een getal" in tekst(client.get(AMV))

    def test_met_alle_getallen_in_het_formulier_rekent_de_pagina(self, client):
        vraag = {"instroom": 4, "verblijf": 18, "plekken": 4, "woningen": 1, "maanden": 12, "tarief": 300}
        assert client.get(AMV, vraag).context["gevolgen"].komen == 6

    def test_er_is_geen_grafiek_en_geen_bestand(self, client):
        assert client.get(reverse("huisvesting:amv-grafiek")).status_code == 404
        assert client.get(reverse("huisvesting:amv-uitvoer", args=["csv"])).status_code == 404

    def test_er_valt_niets_te_bewaren(self, client):
        pagina = client.post(reverse("huisvesting:amv-bewaren"), {"naam": "Leeg"})
        assert "kan niet worden bewaard" in tekst(pagina)
        assert not AmvUitkomst.objects.exists()


@pytest.mark.usefixtures("zes")
class TestBewaren:
    BEWAREN = "/huisvesting/taakstelling/amv/bewaren/?instroom=6"

    def test_de_uitkomst_blijft_zoals_zij_was(self, client, zes):
        antwoord = client.post(self.BEWAREN, {"naam": "Meer instroom"}, follow=True)
        assert "De uitkomst is bewaard" in tekst(antwoord)
        uitkomst = AmvUitkomst.objects.get()
        assert uitkomst.invoer["instroom"] == 6
        ooit = self.getoond(client, uitkomst)
        zes[0].plaatsingen.update(tot=date(2017, 4, 1))
        Stuurgetal.objects.update(waarde=1)
        assert self.getoond(client, uitkomst) == ooit
        assert ooit[1]["euro"] > Decimal("36000.00")
        assert "Tesfay" not in f"{uitkomst.uitkomst} {uitkomst.invoer} {ooit}"

    @staticmethod
    def getoond(client, uitkomst):
        context = client.get(reverse("huisvesting:amv-bewaard", args=[uitkomst.pk])).context
        return context["rijen"], context["samen"], context["getallen"], context["doorloop"]

    def test_een_fout_getal_wordt_niet_bewaard(self, client):
        pagina = client.post(self.BEWAREN.replace("6", "x"), {"naam": "Fout"})
        assert "kan niet worden bewaard" in tekst(pagina)
        assert pagina.context["form"]["naam"].value() == "Fout"
        assert not AmvUitkomst.objects.exists()

    def test_zonder_naam(self, client):
        pagina = client.post(self.BEWAREN, {"naam": ""})
        assert pagina.context["form"].errors == {"naam": ["Vul dit veld in."]}

    def test_alleen_wie_stuurt(self, client):
        client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
        assert client.post(self.BEWAREN, {"naam": "Nee"}).status_code == 404
        assert "Bewaar deze uitkomst" not in tekst(client.get(AMV))
        assert not AmvUitkomst.objects.exists()

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_de_lijst_kost_altijd_evenveel_queries(self, client, django_assert_num_queries, aantal):
        client.post(self.BEWAREN, {"naam": "Eerste"}, follow=True)
        eerste = AmvUitkomst.objects.values().get()
        del eerste["id"]
        AmvUitkomst.objects.bulk_create(AmvUitkomst(**eerste) for _ in range(aantal - 1))
        with django_assert_num_queries(4):  # session, user, count, rows
            pagina = client.get(reverse("huisvesting:amv-lijst"))
        assert len(pagina.context["rijen"]) == aantal
