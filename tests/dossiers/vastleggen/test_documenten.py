"""Documents: kept with their hash, given out as a download only, and gone where the row does not come about."""

from datetime import date
from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection

from dossiers import actions
from dossiers.actions import documenten
from dossiers.models import Document
from kern import kluis
from kern.register import register
from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.dossiers.vastleggen.factories import PDF, DocumentFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol
from uitwisseling.models import Inlezing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]


def invoer(inhoud: bytes = PDF, naam: str = "brief.pdf", **anders: str) -> dict[str, object]:
    bestand = SimpleUploadedFile(naam, inhoud, content_type="text/html")
    vast = {"naam": "", "op": "1-5-2017", "domein": "dossiers", "zichtbaarheid": "gemeente"}
    return {**vast, **anders, "bestand": bestand}


def bewaarde_bestanden(opslag, map_: str = "documenten") -> list[str]:
    mappen, bestanden = opslag.listdir(map_) if opslag.exists(map_) else ([], [])
    dieper = [pad for sub in mappen for pad in bewaarde_bestanden(opslag, f"{map_}/{sub}")]
    return [*(f"{map_}/{naam}" for naam in bestanden), *dieper]


@pytest.mark.usefixtures("ik")
class TestVastleggen:
    def test_wat_de_browser_beweert_telt_niet(self, client, ik, persoon, opslag):
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/document/", invoer(naam="C:\\x\\brief.html"))
        assert antwoord.url == persoon.get_absolute_url()
        document = Document.objects.get()
        assert (document.inhoudstype, document.naam) == ("application/pdf", "brief.html.pdf")
        assert (document.sha256, document.grootte) == (sha256(PDF).hexdigest(), len(PDF))
        assert (document.auteur, document.statushouder) == (ik, persoon)
        assert bewaarde_bestanden(opslag) == [document.bestand.name]

    def test_de_plaats_zegt_niets_van_het_bestand_of_de_persoon(self, client, persoon):
        client.post(f"/dossiers/{persoon.sleutel}/document/", invoer(naam="Haddad.pdf"))
        plaats = Document.objects.get().bestand.name.lower()
        assert "haddad" not in plaats
        assert "pdf" not in plaats

    def test_een_eigen_naam_krijgt_de_uitgang_van_de_soort(self, client, persoon):
        data = invoer() | {"naam": "Beschikking toeslagen"}
        client.post(f"/dossiers/{persoon.sleutel}/document/", data)
        assert Document.objects.get().naam == "Beschikking toeslagen.pdf"

    @pytest.mark.parametrize(
        ("inhoud", "zin"),
        [
            (b"", "Dit bestand is leeg."),
            (b"<svg/>", "Dit soort bestand kan niet in een dossier."),
            (b"MZ\x90\x00", "Dit soort bestand kan niet in een dossier."),
        ],
    )
    def test_geweigerd_met_een_zin_en_niets_bewaard(self, client, persoon, opslag, inhoud, zin):
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/document/", invoer(inhoud))
        assert antwoord.context["form"].errors["bestand"][0].startswith(zin)
        assert not Document.objects.exists()
        assert bewaarde_bestanden(opslag) == []

    def test_te_groot(self, client, persoon, settings):
        settings.DOCUMENT_MB = 1
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/document/", invoer(PDF + b" " * 1024 * 1024))
        assert "Dit bestand is te groot: 1,1 MB." in antwoord.context["form"].errors["bestand"][0]

    def test_zonder_bestand(self, client, persoon):
        data = invoer()
        del data["bestand"]
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/document/", data)
        assert antwoord.context["form"].errors["bestand"] == ["Kies een bestand."]

    def test_dezelfde_inhoud_twee_keer_noemt_de_eerste(self, client, persoon, opslag):
        eerste = DocumentFactory(statushouder=persoon)
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/document/", invoer(naam="anders.pdf"))
        assert antwoord.context["form"].errors["bestand"] == [
            "Dit bestand staat al in dit dossier: beschikking.pdf van 20-4-2017."
        ]
        assert bewaarde_bestanden(opslag) == [eerste.bestand.name]

    def test_in_een_ander_dossier_of_na_doorhalen_mag_het_wel(self, client, ik, persoon):
        DocumentFactory()
        doorgehaald = DocumentFactory(statushouder=persoon)
        actions.haal_door(doorgehaald, versie=1, op=doorgehaald.op, door=ik, reden="Verkeerd dossier")
        client.post(f"/dossiers/{persoon.sleutel}/document/", invoer())
        assert Document.objects.geldig().filter(statushouder=persoon).count() == 1

    def test_de_bladzijde_stuurt_bestanden_mee(self, client, persoon):
        tekst = client.get(f"/dossiers/{persoon.sleutel}/document/").content.decode()
        assert 'enctype="multipart/form-data"' in tekst


class TestNietsBlijftAchter:
    def bewaar(self, persoon):
        gegevens = {"op": date(2017, 5, 1), "domein": "dossiers", "zichtbaarheid": "gemeente"}
        actions.bewaar_document(persoon, bestand=ContentFile(PDF, "x.pdf"), gegevens=gegevens, auteur=None)

    @pytest.mark.parametrize("fout", [RuntimeError, KeyboardInterrupt])
    def test_als_de_rij_niet_lukt_gaat_het_bestand_weg(self, persoon, opslag, monkeypatch, fout):
        def stuk(*_args):
            assert len(bewaarde_bestanden(opslag)) == 1
            raise fout

        monkeypatch.setattr(documenten, "voeg_toe", stuk)
        with pytest.raises(fout):
            self.bewaar(persoon)
        assert bewaarde_bestanden(opslag) == []
        assert not Document.objects.exists()

    def test_als_het_lukt_blijft_het(self, persoon, opslag):
        self.bewaar(persoon)
        assert len(bewaarde_bestanden(opslag)) == 1

    @pytest.mark.django_db(transaction=True)
    def test_ook_als_pas_het_vastleggen_mislukt(self, opslag, monkeypatch):
        persoon = StatushouderFactory()

        def weiger():
            assert len(bewaarde_bestanden(opslag)) == 1
            raise OperationalError("geen verbinding")

        monkeypatch.setattr(connection, "commit", weiger)
        with pytest.raises(OperationalError):
            self.bewaar(persoon)
        assert bewaarde_bestanden(opslag) == []


class TestDownloaden:
    @pytest.mark.usefixtures("ik")
    def test_alleen_als_bijlage_en_nergens_bewaard(self, client):
        document = DocumentFactory(naam="beschikking ünï.pdf")
        antwoord = client.get(f"/dossiers/document/{document.pk}/bestand/")
        assert b"".join(antwoord.streaming_content) == PDF
        assert (
            antwoord["Content-Disposition"] == "attachment; filename*=utf-8''beschikking%20%C3%BCn%C3%AF.pdf"
        )
        assert antwoord["Content-Type"] == "application/pdf"
        assert antwoord["X-Content-Type-Options"] == "nosniff"
        assert antwoord["Cache-Control"] == "no-store"
        assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"

    @pytest.mark.usefixtures("ik")
    def test_een_soort_die_wij_niet_kennen_blijft_onschuldig(self, client):
        document = DocumentFactory(inhoudstype="text/html")
        antwoord = client.get(f"/dossiers/document/{document.pk}/bestand/")
        antwoord.close()
        assert antwoord["Content-Type"] == "application/octet-stream"

    def test_wat_doorgehaald_is_gaat_niet_meer_uit(self, client, ik):
        document = DocumentFactory()
        actions.haal_door(document, versie=1, op=document.op, door=ik, reden="Van een ander")
        assert client.get(f"/dossiers/document/{document.pk}/bestand/").status_code == 404
        assert client.get(document.get_absolute_url()).status_code == 200

    @pytest.mark.parametrize(
        ("rol", "zichtbaarheid", "status"),
        [
            (Rol.CONSULENT, "gemeente", 200),
            (Rol.PARTNER, "gemeente", 404),
            (Rol.PARTNER, "betrokken", 200),
            (Rol.FINANCIEN, "betrokken", 404),
            (Rol.BEHEERDER, "betrokken", 404),
        ],
    )
    def test_wie_het_niet_mag_zien_vindt_het_niet(self, client, rol, zichtbaarheid, status):
        document = DocumentFactory(zichtbaarheid=zichtbaarheid)
        organisatie = OrganisatieFactory() if rol == Rol.PARTNER else None
        if organisatie:
            DoorverwijzingFactory(statushouder=document.statushouder, organisatie=organisatie)
        client.force_login(GebruikerFactory(rol=rol, organisatie=organisatie))
        antwoord = client.get(f"/dossiers/document/{document.pk}/bestand/")
        assert antwoord.status_code == status
        antwoord.close()

    @pytest.mark.usefixtures("ik")
    def test_een_bestand_dat_weg_is_geeft_een_zin(self, client, opslag):
        document = DocumentFactory()
        opslag.delete(document.bestand.name)
        antwoord = client.get(f"/dossiers/document/{document.pk}/bestand/", follow=True)
        assert "Dit bestand is er niet meer." in antwoord.content.decode()


@pytest.mark.usefixtures("ik")
def test_wijzigen_laat_de_inhoud_staan_en_de_uitgang(client):
    document = DocumentFactory()
    data = {"naam": "toeslag.exe", "op": "2-5-2017", "domein": "onderwijs", "zichtbaarheid": "betrokken"}
    client.post(f"/dossiers/document/{document.pk}/wijzigen/", data | {"versie": "1"})
    document.refresh_from_db()
    assert (document.naam, document.domein, document.versie) == ("toeslag.exe.pdf", "onderwijs", 2)
    assert document.sha256 == sha256(PDF).hexdigest()


class TestControle:
    def controle(self):
        return next(deel for deel in register["dossiers"].controles if deel.code == "bestanden_hash").toets()

    def test_gezond(self):
        DocumentFactory()
        assert self.controle().aantal == 0

    def test_een_ander_bestand_op_dezelfde_plaats(self, opslag):
        document = DocumentFactory()
        opslag.delete(document.bestand.name)
        opslag.save(document.bestand.name, ContentFile(b"%PDF-anders"))
        gevonden = self.controle()
        assert (gevonden.aantal, list(gevonden.voorbeelden)) == (
            1,
            [f"Het bestand van document {document.pk} is veranderd."],
        )

    def test_geen_bestand_meer(self, opslag):
        documenten = DocumentFactory.create_batch(12)
        for document in documenten:
            opslag.delete(document.bestand.name)
        gevonden = self.controle()
        assert (gevonden.aantal, len(gevonden.voorbeelden)) == (12, 10)
        assert gevonden.voorbeelden[0] == f"Het bestand van document {documenten[0].pk} is er niet."

    def test_een_ingelezen_bestand_wordt_ook_gelezen(self, opslag):
        dicht = b"".join(kluis.versleutel([b"a;b\n"]))
        heel, anders = (
            Inlezing.objects.create(
                soort="personen",
                bestandsnaam="x.csv",
                bestand=ContentFile(dicht, name="x"),
                sha256=sha256(inhoud).hexdigest(),
                op=date(2017, 5, 1),
            )
            for inhoud in (b"a;b\n", b"c;d\n")
        )
        assert list(self.controle().voorbeelden) == [f"Het bestand van inlezing {anders.pk} is veranderd."]
        opslag.delete(heel.bestand.name)
        opslag.save(heel.bestand.name, ContentFile(b"zonder slot\n"))
        assert f"Het bestand van inlezing {heel.pk} is niet te lezen." in self.controle().voorbeelden
