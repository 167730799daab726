"""A consulent reads work, income and inburgering: of a referral about something else not even what it is for."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Organisatie, Rol

pytestmark = pytest.mark.django_db
DOEL = "Doelwoord"


@pytest.fixture
def volwassene():
    return StatushouderFactory(geboren_vroegst=date(1980, 1, 1), geboren_laatst=date(1980, 1, 1))


def verwezen(persoon, *domeinen):
    partij, _nieuw = Organisatie.objects.get_or_create(naam=f"Partijwoord {domeinen[0]}", rol="partner")
    return DoorverwijzingFactory(statushouder=persoon, organisatie=partij, domeinen=list(domeinen), doel=DOEL)


def pagina(client, rol, persoon, bij):
    client.force_login(GebruikerFactory(rol=rol))
    antwoord = client.get(f"/dossiers/{persoon.sleutel}/{bij}")
    assert antwoord.status_code == 200
    return antwoord.text


LEESBAAR = [["inburgering"], ["dossiers"], ["inburgering", "werk_inkomen"], ["dossiers", "inburgering"]]
# one purpose for two domains says what is the matter in the one that is not read
NIET = [["onderwijs"], ["begeleiding"], ["dossiers", "begeleiding"], ["onderwijs", "werk_inkomen"]]


@pytest.mark.parametrize("bij", ["gedeeld/", "", "geschiedenis/"])
@pytest.mark.parametrize("domeinen", NIET)
def test_geen_doel_en_geen_naam_van_wat_een_consulent_niet_leest(client, volwassene, domeinen, bij):
    verwezen(volwassene, *domeinen)
    tekst = pagina(client, Rol.CONSULENT, volwassene, bij)
    assert [woord for woord in (DOEL, "Partijwoord") if woord in tekst] == []


@pytest.mark.parametrize("domeinen", NIET)
def test_wel_dat_er_gedeeld_is(client, volwassene, domeinen):
    verwezen(volwassene, *domeinen)
    tekst = pagina(client, Rol.CONSULENT, volwassene, "gedeeld/")
    assert "gedeeld over een onderwerp dat u niet leest" in tekst
    assert "Nog met niemand gedeeld" not in tekst


@pytest.mark.parametrize("domeinen", LEESBAAR)
def test_wat_een_consulent_leest_staat_er(client, volwassene, domeinen):
    verwezen(volwassene, *domeinen)
    tekst = pagina(client, Rol.CONSULENT, volwassene, "gedeeld/")
    assert DOEL in tekst
    assert "onderwerp dat u niet leest" not in tekst


@pytest.mark.parametrize("rol", [Rol.KLANTREGISSEUR, Rol.COORDINATOR])
def test_wie_alles_leest_ziet_elk_doel(client, volwassene, rol):
    """The control: the same referral, for who reads school and guidance."""
    verwezen(volwassene, "onderwijs")
    tekst = pagina(client, rol, volwassene, "gedeeld/")
    assert DOEL in tekst
    assert "onderwerp dat u niet leest" not in tekst


@pytest.mark.parametrize(("rol", "aantal"), [(Rol.CONSULENT, 1), (Rol.KLANTREGISSEUR, 2)])
def test_ook_op_de_opdrachtregel(volwassene, rol, aantal):
    verwezen(volwassene, "onderwijs")
    verwezen(volwassene, "inburgering")
    ik, uit = GebruikerFactory(rol=rol), StringIO()
    call_command("dossier", volwassene.nummer, "--als", ik.email, "--json", stdout=uit)
    assert len(json.loads(uit.getvalue())["doorverwijzingen"]) == aantal


class TestKoppeldatum:
    """The day on which COA linked somebody tells of asylum, and serves the quota: it is the municipality's."""

    @pytest.fixture
    def gekoppeld(self):
        return StatushouderFactory(coa_koppeldatum=date(2017, 4, 24), wijze_van_komst="koppeling")

    @pytest.fixture
    def partner(self, gekoppeld):
        organisatie = Organisatie.objects.create(naam="Taalhuis", rol="partner")
        domeinen = ["dossiers", "huisvesting", "begeleiding", "onderwijs", "inburgering", "werk_inkomen"]
        DoorverwijzingFactory(statushouder=gekoppeld, organisatie=organisatie, domeinen=domeinen)
        return GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie)

    def bladzijden(self, client, wie, persoon):
        client.force_login(wie)
        paden = [f"/dossiers/{persoon.sleutel}/", f"/dossiers/{persoon.sleutel}/gezin/", "/dossiers/"]
        antwoorden = [client.get(pad) for pad in paden]
        bestand = client.get("/dossiers/exporteren/csv/")
        assert {antwoord.status_code for antwoord in [*antwoorden, bestand]} == {200}
        teksten = [antwoord.text for antwoord in antwoorden]
        return [*teksten, b"".join(bestand.streaming_content).decode() if bestand.streaming else bestand.text]

    def document(self, wie, persoon):
        uit = StringIO()
        call_command("dossier", persoon.nummer, "--als", wie.email, "--json", stdout=uit)
        gevonden = json.loads(uit.getvalue())
        return gevonden["persoon"]["coa_koppeldatum"], [feit["code"] for feit in gevonden["feiten"]]

    def test_een_partner_leest_die_nergens(self, client, gekoppeld, partner):
        for tekst in self.bladzijden(client, partner, gekoppeld):
            assert [
                woord
                for woord in ("24-4-2017", "24-04-2017", "24 april 2017", "Gekoppeld door COA")
                if woord in tekst
            ] == []
        assert self.document(partner, gekoppeld) == (None, [])

    def test_de_gemeente_overal(self, client, gekoppeld):
        ik = GebruikerFactory()
        dossier, gezin, lijst, bestand = self.bladzijden(client, ik, gekoppeld)
        assert "Gekoppeld door COA" in dossier
        assert all("24" in tekst and "2017" in tekst for tekst in (gezin, lijst, bestand))
        assert self.document(ik, gekoppeld) == ("2017-04-24", ["dossiers.gekoppeld"])
