"""The family form and the person form: what was typed stays, faults stand at their field."""

from datetime import date

import pytest
from django.urls import reverse

from dossiers.models import Gezin, Gezinslid, Statushouder, Vestiging
from huisvesting.models import Plaatsing
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import WoningFactory
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
REGISTREREN = "/dossiers/registreren/"


@pytest.fixture
def ik(client):
    client.force_login(gebruiker := GebruikerFactory())
    return gebruiker


def invoer(*personen: dict[str, str], **anders: str) -> dict[str, str]:
    """A family as the browser sends it."""
    data = {
        "naam": "El Khatib",
        "wijze_van_komst": "koppeling",
        "coa_koppeldatum": "24-4-2017",
        "gevestigd_op": "",
        "opvang": "azc",
        "tolktaal": "ar",
        "p-TOTAL_FORMS": str(len(personen)),
        "p-INITIAL_FORMS": "0",
        **anders,
    }
    for nummer, persoon in enumerate(personen):
        data |= {f"p-{nummer}-{naam}": waarde for naam, waarde in persoon.items()}
    return data


def persoon(**anders: str) -> dict[str, str]:
    return {
        "voornamen": "Mohamad",
        "voorvoegsel": "",
        "achternaam": "El Khatib",
        "geboren": "1981",
        "geslacht": "M",
        "nationaliteit": "Syrische",
        "bsn": "",
        "vnummer": "",
        "vergunning": "asiel",
        "rol": "hoofd",
        **anders,
    }


@pytest.mark.usefixtures("ik")
class TestRegistreren:
    def test_een_gezin_in_een_keer(self, client):
        kind = persoon(voornamen="Nadia", geboren="3-6-2012", rol="kind")
        antwoord = client.post(REGISTREREN, invoer(persoon(bsn="123456782"), kind, gevestigd_op="12-5-2017"))
        hoofd = Statushouder.objects.get(voornamen="Mohamad")
        assert antwoord.url == hoofd.get_absolute_url()
        assert str(hoofd.geboren) == "1981"
        assert Gezin.objects.get().leden.count() == Vestiging.objects.count() == 2

    def test_fouten_staan_bij_het_veld_en_in_de_samenvatting_en_de_invoer_blijft(self, client):
        kind = persoon(voornamen="Nadia", geboren="20-4-2017", rol="kind")
        antwoord = client.post(REGISTREREN, invoer(persoon(bsn="123456789"), kind, gevestigd_op="12-4-2017"))
        tekst = antwoord.content.decode()
        assert "Fout: " in tekst
        assert "Er zijn 2 dingen die niet kloppen" in tekst
        assert tekst.count("Dit BSN klopt niet. Controleer de cijfers.") == 1
        assert "Persoon 1, BSN: " in tekst
        assert "Persoon 2, geboortedatum: deze datum ligt na de vestiging (12-4-2017)." in tekst
        assert 'value="123456789"' in tekst
        assert 'value="20-4-2017"' in tekst
        assert not Gezin.objects.exists()

    @pytest.mark.parametrize("datum", ["31-2-2017", "29-2-2017", "0-0-2017", "morgen", "1-13-2017"])
    def test_onmogelijke_datum(self, client, datum):
        antwoord = client.post(REGISTREREN, invoer(persoon(), gevestigd_op=datum))
        assert "gevestigd_op" in antwoord.context["form"].errors
        assert f'value="{datum}"' in antwoord.content.decode()
        assert not Gezin.objects.exists()

    @pytest.mark.parametrize(
        ("geboren", "mag"), [("30-4-2017", True), ("1-5-2017", True), ("2-5-2017", False)]
    )
    def test_niet_geboren_na_vandaag(self, client, geboren, mag):
        client.post(REGISTREREN, invoer(persoon(geboren=geboren)))
        assert Gezin.objects.exists() == mag

    def test_koppeling_zonder_datum_wordt_gevraagd(self, client):
        antwoord = client.post(REGISTREREN, invoer(persoon(), coa_koppeldatum=""))
        assert antwoord.context["form"].errors == {
            "coa_koppeldatum": ["Vul in op welke dag COA het gezin koppelde."]
        }

    @pytest.mark.parametrize(
        ("rollen", "fouten"), [(("hoofd", "hoofd"), [1]), (("kind", "partner"), [0]), (("hoofd", "kind"), [])]
    )
    def test_precies_een_hoofd(self, client, rollen, fouten):
        antwoord = client.post(REGISTREREN, invoer(*(persoon(rol=rol) for rol in rollen)))
        gevonden = [] if antwoord.status_code == 302 else antwoord.context["personen"].forms
        assert [nummer for nummer, form in enumerate(gevonden) if "rol" in form.errors] == fouten

    def test_hetzelfde_nummer_twee_keer_of_al_bekend(self, client):
        StatushouderFactory(vnummer="2741830552")
        dubbel = invoer(persoon(vnummer="1111111111"), persoon(vnummer="111 111 1111", rol="kind"))
        antwoord = client.post(REGISTREREN, dubbel)
        assert antwoord.context["personen"].forms[1].errors == {
            "vnummer": ["Dit V-nummer staat ook bij persoon 1."]
        }
        antwoord = client.post(REGISTREREN, invoer(persoon(vnummer="2741830552")))
        assert antwoord.context["personen"].forms[0].errors == {
            "vnummer": ["Er is al een dossier met dit V-nummer."]
        }
        assert not Gezin.objects.exists()

    def test_persoon_erbij_en_weer_weg_houdt_de_invoer_zonder_te_oordelen(self, client):
        een = invoer(persoon(geboren="31-2-1981"), naam="")
        antwoord = client.post(REGISTREREN, {**een, "toevoegen": "1"})
        tekst = antwoord.content.decode()
        assert len(antwoord.context["personen"].forms) == 2
        assert 'value="31-2-1981"' in tekst
        assert "foutsamenvatting" not in tekst
        twee = invoer(persoon(voornamen="Weg"), persoon(voornamen="Blijft", rol="kind"))
        antwoord = client.post(REGISTREREN, {**twee, "weghalen": "0"})
        assert [form["voornamen"].value() for form in antwoord.context["personen"].forms] == ["Blijft"]

    def test_de_laatste_persoon_kan_niet_weg(self, client):
        antwoord = client.post(REGISTREREN, {**invoer(persoon()), "weghalen": "0"})
        assert len(antwoord.context["personen"].forms) == 1

    def test_te_veel_personen_wordt_geweigerd(self, client):
        client.post(REGISTREREN, invoer(persoon(), *(persoon(rol="kind") for _ in range(20))))
        assert not Gezin.objects.exists()


@pytest.mark.usefixtures("ik")
class TestWijzigen:
    def pagina(self, persoon):
        return reverse("dossiers:wijzigen", args=[persoon.sleutel])

    def invoer(self, **anders):
        vast = {
            "versie": "1",
            "voornamen": "Rima",
            "voorvoegsel": "",
            "achternaam": "Haddad",
            "geboren": "17-5-1980",
            "geslacht": "V",
            "nationaliteit": "Syrische",
            "nieuw_bsn": "",
            "vnummer": "",
            "vergunning": "asiel",
            "vergunning_op": "",
            "wijze_van_komst": "koppeling",
            "coa_koppeldatum": "",
            "opvang": "azc",
            "tolktaal": "",
        }
        return {**vast, **anders}

    def test_een_tweede_lezer_krijgt_beide_versies_en_kan_dan_kiezen(self, client):
        rima = StatushouderFactory(achternaam="Haddad", voornamen="Rima")
        client.post(self.pagina(rima), self.invoer(voornamen="Rima Nour"))
        antwoord = client.post(self.pagina(rima), self.invoer(voornamen="Rima Layla"))
        tekst = antwoord.content.decode()
        assert "Iemand anders heeft dit intussen gewijzigd" in tekst
        assert "Rima Nour" in tekst
        assert 'value="Rima Layla"' in tekst
        rima.refresh_from_db()
        assert rima.voornamen == "Rima Nour"
        versie = antwoord.context["form"]["versie"].value()
        assert (
            client.post(self.pagina(rima), self.invoer(voornamen="Rima Layla", versie=versie)).status_code
            == 302
        )
        rima.refresh_from_db()
        assert (rima.voornamen, rima.versie) == ("Rima Layla", 3)

    def test_geen_pagina_toont_het_opgeslagen_bsn(self, client):
        rima = StatushouderFactory()
        client.post(self.pagina(rima), self.invoer(nieuw_bsn="123456782"))
        conflict = client.post(self.pagina(rima), self.invoer(voornamen="Oud"))
        for antwoord in (client.get(self.pagina(rima)), client.get(rima.get_absolute_url()), conflict):
            assert "123456782" not in antwoord.content.decode()

    def test_onbekende_geboortedatum(self, client):
        rima = StatushouderFactory()
        client.post(self.pagina(rima), self.invoer(geboren="00-03-1981"))
        rima.refresh_from_db()
        assert (rima.geboren_vroegst, rima.geboren_laatst) == (date(1981, 3, 1), date(1981, 3, 31))


@pytest.mark.usefixtures("ik")
def test_gezinslid_erbij(client):
    lid = GezinslidFactory()
    url = reverse("dossiers:gezinslid", args=[lid.statushouder.sleutel])
    data = invoer(persoon(voornamen="Nour", rol="partner"), wijze_van_komst="nareiziger", coa_koppeldatum="")
    assert client.post(url, data).url == lid.statushouder.get_absolute_url()
    assert Gezinslid.objects.filter(gezin=lid.gezin).count() == 2
    tweede_hoofd = client.post(url, invoer(persoon(voornamen="Hoofd", vnummer="")))
    assert "Dit gezin heeft in deze periode al een hoofd." in tweede_hoofd.content.decode()


@pytest.mark.usefixtures("ik")
def test_vertrek_vastleggen(client):
    vestiging = VestigingFactory()
    url = reverse("dossiers:vertrek", args=[vestiging.statushouder.sleutel])
    antwoord = client.post(url, {"op": "1-3-2017", "reden": "Verhuisd naar Leiden"})
    assert antwoord.context["form"].errors == {
        "op": ["Deze persoon is op die dag niet gevestigd in Wassenaar."]
    }
    assert 'value="Verhuisd naar Leiden"' in antwoord.content.decode()
    assert client.post(url, {"op": "1-5-2017", "reden": "Verhuisd naar Leiden"}).status_code == 302


@pytest.mark.usefixtures("ik")
def test_volle_woning_wordt_bij_het_veld_geweigerd_en_de_invoer_blijft(client):
    lid = GezinslidFactory()
    kind = GezinslidFactory(gezin=lid.gezin, rol="kind").statushouder
    vol = WoningFactory(capaciteit=1)
    url = reverse("huisvesting:plaatsen", args=[lid.statushouder.sleutel])
    data = {"personen": [lid.statushouder.pk, kind.pk], "woning": vol.pk, "van": "10-5-2017"}
    antwoord = client.post(url, data)
    assert antwoord.context["form"].errors == {
        "woning": [
            "In deze woning is plek voor 1, en u koos 2 personen. Bron: aantal plaatsen van de woning."
        ]
    }
    assert 'value="10-5-2017"' in antwoord.content.decode()
    assert not Plaatsing.objects.exists()
    assert client.post(url, {**data, "personen": [kind.pk]}).status_code == 302
    assert Plaatsing.objects.get().statushouder == kind


@pytest.mark.usefixtures("ik")
def test_iemand_van_een_ander_gezin_kan_niet_mee(client):
    lid, vreemde = GezinslidFactory(), GezinslidFactory()
    url = reverse("huisvesting:plaatsen", args=[lid.statushouder.sleutel])
    data = {"personen": [vreemde.statushouder.pk], "woning": WoningFactory().pk, "van": "10-5-2017"}
    assert "personen" in client.post(url, data).context["form"].errors
    assert not Plaatsing.objects.exists()
