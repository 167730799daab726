"""What is decided of a file: save, stop, take back; twice and from old pages; and for whom it is not there."""

from __future__ import annotations

from datetime import date

import pghistory
import pytest
from django.urls import reverse

from dossiers.actions import wijzig_persoon
from dossiers.models import Statushouder
from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from tests.uitwisseling.paginas.conftest import FOUT, GOED, PERSONEN, besluit, bestand, meldingen
from toegang.models import Rol
from uitwisseling import actions
from uitwisseling.models import Inlezing, Kolomkoppeling, Status

pytestmark = pytest.mark.django_db
LIJKT = "Hadad;Rima;17-05-1980;2741603318;Syrische"


@pytest.fixture
def inlezing(lees) -> Inlezing:
    return lees(GOED).context["inlezing"]


def ongedaan(client, inlezing: Inlezing):
    return client.post(reverse("uitwisseling:ongedaan", args=[inlezing.sleutel]), follow=True)


class TestOpslaan:
    def test_alles(self, client, inlezing):
        antwoord = besluit(client, inlezing)
        assert meldingen(antwoord) == ["1 rij opgeslagen."]
        assert Statushouder.objects.get().achternaam == "Haddad"
        assert "Opgeslagen op 1 mei 2017." in antwoord.content.decode()

    def test_alleen_de_goede_rijen(self, client, lees):
        inlezing = lees(GOED, FOUT).context["inlezing"]
        besluit(client, inlezing)
        inlezing.refresh_from_db()
        assert (inlezing.status, inlezing.goede_rijen) == (Status.OPGESLAGEN, True)
        assert [persoon.achternaam for persoon in Statushouder.objects.all()] == ["Haddad"]

    def test_twee_keer_geeft_een_zin_en_geen_dubbel_werk(self, client, inlezing):
        besluit(client, inlezing)
        assert "staat al op 'Opgeslagen'" in meldingen(besluit(client, inlezing))[0]
        assert Statushouder.objects.count() == 1

    def test_stoppen(self, client, inlezing):
        antwoord = besluit(client, inlezing, handeling="stop")
        assert meldingen(antwoord) == ["Er is niets opgeslagen."]
        assert not Statushouder.objects.exists()
        assert "staat al op 'Gestopt" in meldingen(besluit(client, inlezing))[0]
        assert "Gestopt. Er is niets opgeslagen." in client.get(_adres(inlezing)).content.decode()

    def test_wat_intussen_veranderde_wordt_opnieuw_bekeken(self, client, lees):
        """Both rows are good when looked at; then the V-number of one is given to another person."""
        inlezing = lees("Haddad;Rima;17-05-1980;;Syrische").context["inlezing"]
        for _ in range(2):  # now two people have this name and birth date
            StatushouderFactory(achternaam="Haddad", voornamen="Rima")
        antwoord = besluit(client, inlezing)
        assert "Er is niets opgeslagen" in meldingen(antwoord)[0]
        assert antwoord.context["inlezing"].met_fout == 1
        assert Statushouder.objects.count() == 2


def _adres(inlezing: Inlezing) -> str:
    return reverse("uitwisseling:voorbeeld", args=[inlezing.sleutel])


class TestOpzij:
    @pytest.fixture
    def bekend(self):
        return StatushouderFactory(achternaam="Haddad", voornamen="Rima", nationaliteit="Syrische")

    def test_een_rij_naast_wie_zij_lijkt(self, lees, bekend):
        [een] = lees(LIJKT).context["naast"]
        assert (een.rij, een.naast.kop, een.dossier) == (2, "Rima Hadad", bekend)
        regels = {regel.label: regel for regel in een.naast.regels}
        assert (regels["Naam"].soort, regels["Naam"].woorden) == ("lijkt", "andere spelling")
        assert (regels["V-nummer"].hier, regels["V-nummer"].bekend) == ("274 160 3318", "—")
        assert regels["Nationaliteit"].soort == "gelijk"

    @pytest.mark.parametrize(("keuze", "aantal"), [("zelfde", 1), ("ander", 2), ("later", 2), ("", 2)])
    def test_de_keuze(self, client, lees, bekend, keuze, aantal):
        inlezing = lees(LIJKT).context["inlezing"]
        besluit(client, inlezing, **{"besluit-2": keuze})
        assert Statushouder.objects.count() == aantal
        bekend.refresh_from_db()
        assert (bekend.vnummer == "2741603318") == (keuze == "zelfde")

    def test_een_keuze_over_een_rij_die_niet_opzij_staat_doet_niets(self, client, lees, bekend):
        inlezing = lees("Aziz;Karim;17-05-1990;2741603319;Syrische").context["inlezing"]
        besluit(client, inlezing, **{"besluit-2": "zelfde"})
        assert Statushouder.objects.count() == 2


class TestOngedaan:
    def test_eerst_zien_en_dan_terug(self, client, inlezing):
        besluit(client, inlezing)
        antwoord = client.get(PERSONEN, {"ongedaan": str(inlezing.sleutel)})
        [een] = antwoord.context["eerder"]
        assert (een["terug"]["weg"], een["terug"]["blijft"]) == (1, 0)
        assert meldingen(ongedaan(client, inlezing)) == ["personen.csv is ongedaan gemaakt."]
        assert not Statushouder.objects.exists()
        assert "al ongedaan gemaakt" in meldingen(ongedaan(client, inlezing))[0]

    def test_wie_iets_daarna_wijzigde_wordt_genoemd(self, client, ik, lees):
        inlezing = lees(GOED, "Aziz;Karim;17-05-1990;2741603319;Syrische").context["inlezing"]
        besluit(client, inlezing)
        persoon = Statushouder.objects.get(achternaam="Aziz")
        wijzigen = reverse("dossiers:wijzigen", args=[persoon.sleutel])
        invoer = {**client.get(wijzigen).context["form"].initial, "telefoon": "0612345678"}
        invoer["geboren"] = "17-5-1990"
        client.post(wijzigen, {naam: "" if waarde is None else waarde for naam, waarde in invoer.items()})
        persoon.refresh_from_db()
        assert persoon.telefoon == "0612345678"
        tekst = client.get(PERSONEN, {"ongedaan": str(inlezing.sleutel)}).content.decode()
        assert f"Rij 3, dossier {persoon.nummer}" in tekst
        assert "door Marieke de Wit" in tekst
        antwoord = ongedaan(client, inlezing)
        assert meldingen(antwoord) == ["personen.csv is ongedaan gemaakt. Van 1 rij bleef iets staan."]
        assert [rij.achternaam for rij in Statushouder.objects.all()] == ["Aziz"]
        assert "Dit bleef staan" in antwoord.content.decode()

    def test_een_wijziging_door_een_opdracht_heeft_geen_naam(self, client, inlezing):
        besluit(client, inlezing)
        persoon = Statushouder.objects.get()
        with pghistory.context(opdracht="proef"):
            wijzig_persoon(persoon, versie=persoon.versie, gegevens={"telefoon": "0612345678"})
        antwoord = client.get(PERSONEN, {"ongedaan": str(inlezing.sleutel)})
        [(_een, daarna)] = antwoord.context["eerder"][0]["terug"]["behouden"]
        assert daarna.door == ""


class TestKolommen:
    KOP = "Naam;Voornamen;Geb.datum;vnummer;Kamer"
    REGEL = "Haddad;Rima;17-05-1980;2741603318;12"
    KEUZE = {
        "achternaam": "Naam",
        "voornamen": "Voornamen",
        "geboortedatum": "Geb.datum",
        "vnummer": "vnummer",
    }

    def test_onbekende_kolommen_worden_gekozen_en_bewaard(self, client, lees):
        antwoord = lees(self.REGEL, kop=self.KOP)
        assert "Kolommen kiezen" in antwoord.content.decode()
        kolommen = reverse("uitwisseling:kolommen", args=[antwoord.context["inlezing"].sleutel])
        initial = client.get(kolommen).context["form"]
        assert (initial["voornamen"].value(), initial["achternaam"].value()) == ("Voornamen", "")
        antwoord = client.post(kolommen, self.KEUZE, follow=True)
        assert antwoord.context["koppeling"].anders == [
            ("Naam", "Achternaam"),
            ("Geb.datum", "Geboortedatum"),
        ]
        assert antwoord.context["koppeling"].niet_gelezen == ["Kamer"]
        assert Kolomkoppeling.objects.count() == 1
        assert lees(self.REGEL, kop=self.KOP).context["som"] == "1 + 0 + 0 + 0 = 1 rij."

    @pytest.mark.parametrize(
        ("keuze", "veld", "zin"),
        [
            ({"achternaam": ""}, "achternaam", "Kies de kolom"),
            ({"voornamen": "Naam"}, "voornamen", "Kies elke kolom één keer"),
            ({"achternaam": "Adres"}, "achternaam", "Kies een kolom uit de lijst"),
            ({"vnummer": "", "voornamen": "", "geboortedatum": ""}, None, "geen kolom om een rij"),
        ],
    )
    def test_wat_niet_kan(self, client, lees, keuze, veld, zin):
        inlezing = lees("Haddad;Rima;17-05-1980;12", kop="Naam;roepnaam;Geb.datum;nummer").context["inlezing"]
        basis = {"achternaam": "Naam", "voornamen": "roepnaam", "geboortedatum": "Geb.datum"}
        adres = reverse("uitwisseling:kolommen", args=[inlezing.sleutel])
        fouten = client.post(adres, {**basis, **keuze}).context["form"].errors
        assert zin in fouten[veld or "__all__"][0]

    def test_niet_meer_als_het_is_opgeslagen(self, client, inlezing):
        adres = reverse("uitwisseling:kolommen", args=[inlezing.sleutel])
        gekozen = client.get(adres).context["form"].initial
        besluit(client, inlezing)
        velden = {naam: naam for naam in ("achternaam", "voornamen", "geboortedatum", "vnummer")}
        antwoord = client.post(adres, {**gekozen, **velden})
        assert "staat al op 'Opgeslagen'" in antwoord.context["form"].errors["__all__"][0]


class TestVoorWie:
    @pytest.mark.parametrize("rol", [Rol.CONSULENT, Rol.PARTNER, Rol.PRIVACY, Rol.FINANCIEN, Rol.BEHEERDER])
    def test_zonder_recht_is_de_bladzijde_er_niet(self, client, rol):
        organisatie = OrganisatieFactory() if rol == Rol.PARTNER else None
        client.force_login(GebruikerFactory(rol=rol, organisatie=organisatie))
        assert client.get(PERSONEN).status_code == 404
        assert client.post(PERSONEN, {"bestand": bestand(GOED)}).status_code == 404
        assert not Inlezing.objects.exists()

    def test_een_soort_die_niet_bestaat(self, client, ik):
        assert client.get(reverse("uitwisseling:inlezen", args=["mensen"])).status_code == 404

    @pytest.mark.parametrize("naam", ["voorbeeld", "fouten", "wijzigingen", "kolommen"])
    def test_het_voorbeeld_van_een_ander_is_er_niet(self, client, inlezing, naam):
        adres = reverse(f"uitwisseling:{naam}", args=[inlezing.sleutel])
        assert client.get(adres).status_code == 200
        client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
        assert client.get(adres).status_code == 404
        assert besluit(client, inlezing).status_code == 404
        inlezing.refresh_from_db()
        assert inlezing.status == Status.KLAARGEZET

    def test_wat_een_ander_opsloeg_kan_een_collega_zien_en_ongedaan_maken(self, client, inlezing):
        besluit(client, inlezing)
        client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
        assert client.get(_adres(inlezing)).status_code == 200
        assert "ongedaan gemaakt" in meldingen(ongedaan(client, inlezing))[0]

    def test_een_export(self, client, ik):
        StatushouderFactory(achternaam="=1+1")
        antwoord = client.get(reverse("uitwisseling:export", args=["personen", "csv"]))
        assert antwoord["Content-Disposition"] == 'attachment; filename="personen-2017-05-01.csv"'
        assert ";'=1+1;" in antwoord.content.decode()

    @pytest.mark.parametrize(("soort", "formaat"), [("mensen", "csv"), ("personen", "ods")])
    def test_een_export_die_niet_bestaat(self, client, ik, soort, formaat):
        assert client.get(reverse("uitwisseling:export", args=[soort, formaat])).status_code == 404

    def test_een_export_zonder_recht(self, client):
        client.force_login(GebruikerFactory(rol=Rol.FINANCIEN))
        assert client.get(reverse("uitwisseling:export", args=["personen", "csv"])).status_code == 404
        assert client.get(reverse("uitwisseling:export", args=["kerncijfers", "xlsx"])).status_code == 200


def test_een_import_van_de_opdrachtregel_staat_ook_bij_eerder(client, ik):
    inlezing = actions.lees_in("personen", bestand(GOED), gebruiker=None, op=date(2017, 5, 1))
    actions.sla_op(inlezing, op=date(2017, 5, 1))
    assert "Vanaf de opdrachtregel" in client.get(PERSONEN).content.decode()
