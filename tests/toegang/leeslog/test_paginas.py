"""What each kind of page leaves in the read log, and that nothing is shown without it."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dossiers.models import Contactmoment, Document, Doorverwijzing
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Leesregel, Rol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


def dossier(persoon, bij: str = "") -> str:
    return f"/dossiers/{persoon.sleutel}/{bij}"


class TestDossier:
    def test_een_regel_met_wie_als_wat_en_waarvoor(self, client, ik, rima, log):
        assert client.get(dossier(rima)).status_code == 200
        assert log() == [("inzien", "Hele dossier", "gezien", rima.sleutel)]
        rij = Leesregel.objects.get()
        assert (rij.gebruiker, rij.rol, rij.organisatie, rij.doel) == (
            ik.pk,
            "klantregisseur",
            None,
            "Regie op de integratie",
        )

    def test_er_staat_geen_naam_nummer_of_zoekwoord_in(self, client, ik, rima):
        client.get(dossier(rima))
        client.post("/dossiers/zoeken/", {"q": "Haddad"})
        client.get("/dossiers/?stand=gevestigd")
        tekst = str(list(Leesregel.objects.values()))
        for woord in ("Rima", "Haddad", rima.nummer, "1234567890", ik.naam, ik.email):
            assert woord not in tekst

    @pytest.mark.parametrize(
        ("bij", "wat"),
        [
            ("geschiedenis/", "Geschiedenis"),
            ("wijzigen/", "Formulier: gegevens wijzigen"),
            ("contact/", "Formulier: contact vastleggen"),
            ("bsn/", "Vraag om het BSN"),
        ],
    )
    def test_ook_elke_andere_pagina(self, client, ik, rima, log, bij, wat):
        client.get(dossier(rima, bij))
        assert log() == [("inzien", wat, "gezien", rima.sleutel)]

    def test_een_formulier_met_fouten_toont_het_ook(self, client, ik, rima, log):
        assert client.post(dossier(rima, "vertrek/"), {}).status_code == 200
        assert log() == [("inzien", "Formulier: vertrek vastleggen", "gezien", rima.sleutel)]

    def test_wie_alleen_wordt_doorgestuurd_zag_niets(self, client, ik, rima, log):
        antwoord = client.post(
            dossier(rima, "contact/"), {"soort": "gesprek", "op": "1-5-2017", "tekst": "Gebeld"}
        )
        assert antwoord.status_code in {200, 302}
        assert len(log()) == (antwoord.status_code == 200)

    def test_een_gezin_op_papier_is_van_elk_lid(self, client, ik, rima, log):
        ander, gezin = StatushouderFactory(), GezinFactory()
        GezinslidFactory(statushouder=rima, gezin=gezin)
        GezinslidFactory(statushouder=ander, gezin=gezin, rol="partner")
        client.get(dossier(rima, "gezin/"))
        assert {rij[-1] for rij in log()} == {rima.sleutel, ander.sleutel}
        assert {rij[0] for rij in log()} == {"afdrukken"}

    def test_twee_naast_elkaar_zijn_er_twee(self, client, ik, rima, log):
        ander = StatushouderFactory(voornamen="Rimah")
        client.get(dossier(rima, f"samenvoegen/{ander.sleutel}/"))
        assert [rij[-1] for rij in log()] == [rima.sleutel, ander.sleutel]

    def test_een_contact_is_van_zijn_dossier(self, client, ik, rima, log):
        deel = Contactmoment.objects.create(statushouder=rima, op=MEI, tekst="Gebeld")
        client.get(reverse("dossiers:contact", args=[deel.pk]))
        assert log() == [("inzien", "Contact", "gezien", rima.sleutel)]
        assert Leesregel.objects.get().voorwerp == deel.pk

    def test_een_document_staat_er_voor_de_eerste_byte(self, client, ik, rima, log, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        document = Document(statushouder=rima, naam="Brief", op=MEI, grootte=3, sha256="0" * 64)
        document.bestand.save("brief", ContentFile(b"abc"))
        antwoord = client.get(reverse("dossiers:document-bestand", args=[document.pk]))
        assert log() == [("document", "Document", "gezien", rima.sleutel)]
        assert b"".join(antwoord.streaming_content) == b"abc"


class TestGeweigerd:
    def test_vreemd_en_niet_bestaand_laten_dezelfde_regel_na(self, client, rima):
        organisatie = OrganisatieFactory()
        client.force_login(GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie))
        weg = uuid.uuid4()
        antwoorden = [client.get(f"/dossiers/{sleutel}/") for sleutel in (rima.sleutel, weg)]
        assert [antwoord.status_code for antwoord in antwoorden] == [404, 404]
        vreemd, niets = Leesregel.objects.order_by("pk").values()
        assert (vreemd.pop("dossier"), niets.pop("dossier")) == (rima.sleutel, weg)
        for rij in (vreemd, niets):
            for eigen in ("id", "sleutel", "moment"):
                del rij[eigen]
        assert vreemd == niets
        assert vreemd["uitkomst"] == "geweigerd"
        assert vreemd["organisatie"] == organisatie.pk

    def test_een_vreemd_contact_heeft_geen_dossier_maar_wel_zijn_sleutel(self, client, rima, log):
        deel = Contactmoment.objects.create(statushouder=rima, op=MEI, tekst="Gebeld")
        client.force_login(GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory()))
        for sleutel in (deel.pk, deel.pk + 1):
            assert client.get(reverse("dossiers:contact", args=[sleutel])).status_code == 404
        assert log() == [("inzien", "Contact", "geweigerd", None)] * 2
        assert list(Leesregel.objects.order_by("pk").values_list("voorwerp", flat=True)) == [
            deel.pk,
            deel.pk + 1,
        ]

    def test_wie_het_recht_niet_heeft(self, client, rima, log):
        client.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
        assert client.get("/dossiers/").status_code == 404
        assert client.get(dossier(rima, "geschiedenis/")).status_code == 404
        assert [rij[2] for rij in log()] == ["geweigerd"] * 2

    def test_een_sleutel_die_geen_getal_van_de_databank_is(self, client, ik, log):
        assert client.get(f"/dossiers/contact/{10**30}/").status_code == 404
        assert Leesregel.objects.get().voorwerp is None


class TestPartner:
    def test_de_verwijzing_staat_erbij(self, client, rima):
        partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory())
        verwijzing = Doorverwijzing.objects.create(
            statushouder=rima,
            organisatie=partner.organisatie,
            domeinen=["dossiers"],
            doel="Maatschappelijke begeleiding",
            van=MEI,
            tot_en_met=MEI,
            gevraagd_op=MEI,
            aangenomen_op=MEI,
            kaart={},
        )
        client.force_login(partner)
        assert client.get(dossier(rima)).status_code == 200
        rij = Leesregel.objects.get()
        assert (rij.doorverwijzing, rij.doel, rij.rol) == (verwijzing.pk, "Doorverwijzing", "partner")


class TestLijst:
    def test_een_regel_met_het_aantal(self, client, ik, log):
        StatushouderFactory.create_batch(3)
        client.get("/dossiers/")
        assert log() == [("lijst", "Lijst van dossiers", "gezien", None)]
        assert Leesregel.objects.get().aantal == 3

    def test_zoeken_ook_waar_het_meteen_doorgaat(self, client, ik, rima, log):
        assert client.post("/dossiers/zoeken/", {"q": rima.nummer}).status_code == 302
        client.post("/dossiers/zoeken/", {"q": "Zzzzz"})
        client.get("/dossiers/zoeken/")
        assert log() == [("zoeken", "Zoeken", "gezien", None)] * 2
        assert list(Leesregel.objects.order_by("pk").values_list("aantal", flat=True)) == [1, 0]

    @pytest.mark.parametrize(
        "adres", ["/dossiers/exporteren/csv/", "/dossiers/exporteren/xlsx/", "/inlezen/export/personen.csv"]
    )
    def test_een_bestand_is_van_elk_dossier_en_een_keer_het_aantal(self, client, ik, log, adres):
        personen = StatushouderFactory.create_batch(3)
        assert client.get(adres).status_code == 200
        regels = Leesregel.objects.order_by("pk")
        assert {rij.handeling for rij in regels} == {"uitvoer"}
        assert {rij.dossier for rij in regels} == {None, *(persoon.sleutel for persoon in personen)}
        assert [rij.aantal for rij in regels if rij.dossier is None] == [3]
        assert not regels.filter(aantal__isnull=False, dossier__isnull=False).exists()

    def test_een_tabel_zonder_personen_staat_er_niet_in(self, client, ik, log):
        assert client.get("/inlezen/export/kerncijfers.csv").status_code == 200
        assert log() == []


class TestZonderLogGeenPagina:
    @pytest.fixture
    def stuk(self, monkeypatch):
        class Dicht:
            def cursor(self):
                raise OperationalError("de verbinding is weg")

        monkeypatch.setattr("toegang.actions.leeslog.connections", {"default": Dicht()})

    @pytest.mark.usefixtures("stuk")
    @pytest.mark.parametrize(
        "adres", ["/dossiers/", "/dossiers/{}/", "/dossiers/{}/gezin/", "/dossiers/exporteren/csv/"]
    )
    def test_er_komt_geen_pagina_en_geen_gegeven(self, client, ik, rima, adres):
        antwoord = client.get(adres.format(rima.sleutel))
        assert antwoord.status_code == 503
        tekst = antwoord.content.decode()
        assert "Daarom laten wij niets zien" in tekst
        assert "Haddad" not in tekst
        assert rima.nummer not in tekst
        assert "no-store" in antwoord["Cache-Control"]

    @pytest.mark.usefixtures("stuk")
    def test_een_weigering_ook_niet(self, client, ik):
        assert client.get(f"/dossiers/{uuid.uuid4()}/").status_code == 503

    @pytest.mark.usefixtures("stuk")
    def test_wat_van_niemand_vertelt_blijft_gewoon_werken(self, client, ik):
        assert client.get("/huisvesting/taakstelling/").status_code == 200

    @pytest.mark.usefixtures("stuk")
    def test_een_formulier_met_fouten_ook_niet(self, client, ik, rima):
        assert client.post(dossier(rima, "relaties/"), {}).status_code == 503

    def test_met_log_wel(self, client, ik, rima):
        assert client.get(dossier(rima)).status_code == 200


@pytest.mark.parametrize("aantal", [1, 50])
def test_een_vraag_voor_het_log_hoe_lang_de_lijst_ook_is(client, ik, aantal):
    StatushouderFactory.create_batch(aantal)
    for adres in ("/dossiers/", "/dossiers/exporteren/csv/"):
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(adres)
        assert sum("toegang_leesregel" in vraag["sql"] for vraag in gevraagd.captured_queries) == 1
