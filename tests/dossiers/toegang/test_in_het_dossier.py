"""What somebody reads INSIDE a dossier: the domains of the table, and for a partner those of its referrals."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import reverse

from dossiers.figures.inzage import domeinen_in
from dossiers.models import Bewaardfilter, Contactmoment, Doorverwijzing, Statushouder
from huisvesting.models import Woning
from kern.namens import namens
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    GezinFactory,
    GezinslidFactory,
    StatushouderFactory,
    VestigingFactory,
)
from tests.dossiers.vastleggen.factories import ContactFactory, DocumentFactory, SignaalFactory, TaakFactory
from tests.harnas.vragen import gevraagd
from tests.huisvesting.factories import PlaatsingFactory, TellingFactory, WoningFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)
ONDERWERPEN, ZICHTBAAR = ("dossiers", "huisvesting", "onderwijs", "werk_inkomen"), ("betrokken", "gemeente")
NIET_VOOR_PARTNERS = ["Syrische", "2781236541", "AMV", "Asiel", "123456782"]


@pytest.fixture(autouse=True)
def opslag(settings):
    geheugen = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": geheugen}


@pytest.fixture
def rima():
    """With a family, a home, and something recorded about each of four domains, shared and not."""
    persoon = StatushouderFactory(
        voornamen="Rima",
        achternaam="Haddad",
        nationaliteit="Syrische",
        vnummer="2781236541",
        wijze_van_komst="amv",
        bsn="123456782",
        bsn_index="kenmerk",
    )
    gezin = GezinFactory(naam="Gezinsnaam")
    GezinslidFactory(statushouder=persoon, gezin=gezin)
    broertje = StatushouderFactory(voornamen="Broertje", achternaam="Haddad")
    GezinslidFactory(statushouder=broertje, gezin=gezin, rol="kind")
    VestigingFactory(statushouder=persoon)
    woning = WoningFactory(straat="Duinlaan", huisnummer=1)
    plaatsing = PlaatsingFactory(statushouder=persoon, woning=woning, van=date(2017, 4, 1))
    TellingFactory(statushouder=persoon, plaatsing=plaatsing, telt_op=date(2017, 4, 1), reden="Teltreden")
    WoningFactory(straat="Leegstraat")
    for domein in ONDERWERPEN:
        for zichtbaar in ZICHTBAAR:
            wat = {"statushouder": persoon, "domein": domein, "zichtbaarheid": zichtbaar}
            ContactFactory(tekst=f"contact {domein} {zichtbaar}", op=date(2017, 4, 20), **wat)
            TaakFactory(wat=f"taak {domein} {zichtbaar}", **wat)
            SignaalFactory(melder=f"signaal {domein} {zichtbaar}", **wat)
            DocumentFactory(naam=f"document {domein} {zichtbaar}.pdf", **wat)
    return persoon


@pytest.fixture
def partner(rima):
    verwijzing = DoorverwijzingFactory(statushouder=rima, domeinen=["huisvesting"])
    return GebruikerFactory(rol=Rol.PARTNER, organisatie=verwijzing.organisatie)


@pytest.fixture
def consulent():
    return GebruikerFactory(rol=Rol.CONSULENT)


def vastgelegd(tekst: str) -> set[tuple[str, str]]:
    """(domain, visibility) of what is on a page of the rows of `rima`."""
    return {
        (domein, zichtbaar)
        for domein in ONDERWERPEN
        for zichtbaar in ZICHTBAAR
        for soort in ("contact", "taak", "signaal", "document")
        if f"{soort} {domein} {zichtbaar}" in tekst
    }


def van(*domeinen: str) -> set[tuple[str, str]]:
    return {(domein, zichtbaar) for domein in domeinen for zichtbaar in ZICHTBAAR}


def bladzijden(rima) -> list[str]:
    return [rima.get_absolute_url(), reverse("werkplek:gezin", args=[rima.sleutel])]


class TestPartner:
    def test_alleen_wat_over_het_verwezen_onderwerp_gedeeld_is(self, client, rima, partner):
        client.force_login(partner)
        for adres in bladzijden(rima):
            tekst = client.get(adres).content.decode()
            assert vastgelegd(tekst) == {("huisvesting", "betrokken")}, adres
            assert "Duinlaan" in tekst

    def test_een_ander_onderwerp_geeft_het_andere(self, client, rima, partner):
        Doorverwijzing.objects.update(domeinen=["onderwijs", "financien"])
        client.force_login(partner)
        for adres in bladzijden(rima):
            tekst = client.get(adres).content.decode()
            assert vastgelegd(tekst) == {("onderwijs", "betrokken")}, adres
            assert "Duinlaan" not in tekst

    def test_nooit_nummers_afkomst_telling_of_wie_niet_verwezen_is(self, client, rima, partner):
        DoorverwijzingFactory(statushouder=rima, doel="Doel van een ander")
        client.force_login(partner)
        verboden = [*NIET_VOOR_PARTNERS, "Broertje", "Gezinsnaam", "Teltreden", "Doel van een ander"]
        for adres in [*bladzijden(rima), reverse("dossiers:lijst")]:
            tekst = client.get(adres).content.decode()
            assert "Haddad" in tekst
            assert [woord for woord in verboden if woord in tekst] == [], adres

    def test_van_een_gezin_dat_verwezen_is_de_leden(self, client, rima, partner):
        Doorverwijzing.objects.update(statushouder=None, gezin=rima.lidmaatschappen.get().gezin)
        client.force_login(partner)
        tekst = client.get(rima.get_absolute_url()).content.decode()
        assert "Broertje" in tekst
        assert vastgelegd(tekst) == {("huisvesting", "betrokken")}

    @pytest.mark.parametrize("soort", ["Contactmoment", "Taak", "Signaal", "Document"])
    def test_de_bladzijde_van_een_rij(self, client, partner, soort):
        client.force_login(partner)
        standen = {
            (rij.domein, rij.zichtbaarheid): client.get(rij.get_absolute_url()).status_code
            for rij in apps.get_model("dossiers", soort).objects.all()
        }
        assert {wat for wat, stand in standen.items() if stand == 200} == {("huisvesting", "betrokken")}
        assert len(standen) == 8
        assert set(standen.values()) == {200, 404}

    def test_de_lijst_het_bestand_en_de_filters(self, client, partner):
        client.force_login(partner)
        antwoord = client.get(reverse("dossiers:lijst"))
        assert set(antwoord.context["filter"].form.fields) == {"stand", "regisseur", "leeftijd"}
        bestand = client.get(reverse("dossiers:exporteren", args=["csv"])).content.decode()
        assert "Haddad" in bestand
        assert "ationaliteit" not in bestand
        gefilterd = client.get(reverse("dossiers:lijst") + "?nationaliteit=Eritrese&komst=koppeling")
        assert "Rima" in gefilterd.content.decode()

    def test_een_filter_bewaren_en_weghalen_en_niet_dat_van_een_ander(self, client, partner):
        vreemd = Bewaardfilter.objects.create(
            gebruiker=GebruikerFactory(), naam="Van een ander", parameters={"stand": "gevestigd"}
        )
        client.force_login(partner)
        client.post(reverse("dossiers:filter_bewaren") + "?stand=gevestigd", {"naam": "Wonen hier"})
        eigen = Bewaardfilter.objects.get(naam="Wonen hier")
        tekst = client.get(reverse("dossiers:lijst")).content.decode()
        assert "Wonen hier" in tekst
        assert "Van een ander" not in tekst
        for lezer, gezien in ((partner, {eigen}), (GebruikerFactory(), set())):
            with namens(lezer, op=MEI):
                assert set(Bewaardfilter.objects.all()) == gezien
        assert client.post(reverse("dossiers:filter_weghalen", args=[eigen.pk])).status_code == 302
        assert client.get(reverse("dossiers:filter_weghalen", args=[vreemd.pk])).status_code == 404

    @pytest.mark.parametrize(
        ("tekst", "gevonden"),
        [("Haddad", True), ("Duinlaan 1", True), ("2781236541", False), ("123456782", False)],
    )
    def test_zoeken(self, client, partner, tekst, gevonden):
        client.force_login(partner)
        antwoord = client.post(reverse("dossiers:zoeken"), {"q": tekst})
        assert ("Rima" in antwoord.content.decode()) == gevonden

    @pytest.mark.parametrize(("rol", "genoemd"), [(Rol.PARTNER, False), (Rol.CONSULENT, True)])
    def test_de_zoekpagina_noemt_alleen_wat_u_mag_zien(self, client, partner, consulent, rol, genoemd):
        client.force_login(partner if rol == Rol.PARTNER else consulent)
        tekst = client.post(reverse("dossiers:zoeken"), {"q": ""}).content.decode()
        assert "Zoek op naam, dossiernummer, " in tekst
        assert [woord in tekst for woord in ("V-nummer", "BSN")] == [genoemd] * 2

    def test_een_adres_vindt_niemand_zonder_huisvesting(self, client, partner):
        Doorverwijzing.objects.update(domeinen=["onderwijs"])
        client.force_login(partner)
        assert "Rima" not in client.post(reverse("dossiers:zoeken"), {"q": "Duinlaan 1"}).content.decode()

    def test_de_databank_laat_alleen_de_woning_van_een_verwezen_persoon(self, partner):
        with namens(partner, op=MEI):
            assert [woning.straat for woning in Woning.objects.all()] == ["Duinlaan"]
        with namens(GebruikerFactory(), op=MEI):
            assert Woning.objects.count() == 2

    def test_de_geschiedenis_is_er_niet(self, client, rima, partner):
        client.force_login(partner)
        assert client.get(reverse("werkplek:geschiedenis", args=[rima.sleutel])).status_code == 404

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_een_vraag_voor_een_hele_lijst_en_een_keer(self, partner, aantal):
        for _ in range(aantal - 1):
            DoorverwijzingFactory(organisatie=partner.organisatie)
        with namens(partner, op=MEI):
            personen = list(Statushouder.objects.zichtbaar_voor(partner))
            assert len(personen) == aantal
            with gevraagd(1):
                assert len(domeinen_in(personen, partner)) == aantal
            with gevraagd(0):
                domeinen_in(personen, partner)


class TestConsulent:
    def test_alleen_werk_en_inkomen_en_inburgering(self, client, rima, consulent):
        client.force_login(consulent)
        for adres in bladzijden(rima):
            tekst = client.get(adres).content.decode()
            assert vastgelegd(tekst) == van("dossiers", "werk_inkomen"), adres
            assert "Duinlaan" not in tekst

    def test_ook_in_wat_er_veranderde(self, client, rima, consulent):
        client.force_login(consulent)
        tekst = client.get(reverse("werkplek:geschiedenis", args=[rima.sleutel])).content.decode()
        assert vastgelegd(tekst) == van("dossiers", "werk_inkomen")
        assert "Duinlaan" not in tekst

    def test_wat_van_onderwerp_veranderde_toont_het_oude_niet(self, client, rima, consulent):
        rij = Contactmoment.objects.get(domein="onderwijs", zichtbaarheid="gemeente")
        rij.domein, rij.tekst = "werk_inkomen", "Nu over werk"
        rij.save()
        client.force_login(consulent)
        tekst = client.get(reverse("werkplek:geschiedenis", args=[rima.sleutel])).content.decode()
        assert "Nu over werk" in tekst
        assert "contact onderwijs gemeente" not in tekst


def als(gebruiker, *opdracht: str) -> dict:
    uit = StringIO()
    call_command(*opdracht, "--json", "--als", gebruiker.email, "--peildatum", "2017-05-01", stdout=uit)
    return json.loads(uit.getvalue())


class TestOpdrachten:
    def test_het_dossier_van_een_partner(self, rima, partner):
        document = als(partner, "dossier", rima.nummer)
        assert vastgelegd(json.dumps(document)) == {("huisvesting", "betrokken")}
        assert {feit["domein"] for feit in document["feiten"]} == {"huisvesting"}
        assert document["persoon"]["achternaam"] == "Haddad"
        assert [document["persoon"][veld] for veld in ("vnummer", "nationaliteit", "vergunning")] == [
            None
        ] * 3
        assert document["gezin"] is None
        assert (document["relaties"], document["vestigingen"]) == ([], [])
        Doorverwijzing.objects.update(domeinen=["dossiers"])
        assert len(als(partner, "dossier", rima.nummer)["vestigingen"]) == 1

    def test_het_dossier_van_een_consulent(self, rima, consulent):
        document = als(consulent, "dossier", rima.nummer)
        assert vastgelegd(json.dumps(document)) == van("dossiers", "werk_inkomen")
        assert {feit["domein"] for feit in document["feiten"]} == {"dossiers"}

    def test_personen_in_een_bestand_van_een_partner(self, partner, tmp_path):
        als(partner, "exporteer", "personen", str(tmp_path / "p.csv"))
        tekst = (tmp_path / "p.csv").read_text()
        assert "Haddad" in tekst
        assert [woord for woord in ("Syrische", "2781236541", "amv", "asiel") if woord in tekst] == []
