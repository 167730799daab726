"""What one request may carry, what goes out in a day, and what happens when the database gives up."""

import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse, reverse_lazy

from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Organisatie, Rol

VAN_HIER = {"HTTP_ORIGIN": "http://testserver"}
GETYPT = {"naam": "Taalhuis Kerkehout", "rol": "taalaanbieder"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def ingelogd(client):
    client.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
    return client


class TestTeGroot:
    def test_een_te_groot_bestand(self, ingelogd, settings):
        settings.VERZOEK_MB = 1
        gegevens = {**GETYPT, "bestand": SimpleUploadedFile("groot.csv", b"x" * 1_000_001)}
        antwoord = ingelogd.post(reverse("organisatie-toevoegen"), gegevens)
        assert antwoord.status_code == 413
        assert "Een bestand mag hoogstens 1 MB zijn." in antwoord.text

    def test_net_niet_te_groot(self, ingelogd, settings):
        settings.VERZOEK_MB = 1
        gegevens = {**GETYPT, "bestand": SimpleUploadedFile("groot.csv", b"x" * 990_000)}
        assert ingelogd.post(reverse("organisatie-toevoegen"), gegevens).status_code == 302

    def test_wie_niet_is_ingelogd_stuurt_niets_groots(self, client):
        gegevens = {"login": "x", "bestand": SimpleUploadedFile("groot.csv", b"x" * 1_000_001)}
        assert client.post(reverse("account_login"), gegevens).status_code == 413

    @pytest.mark.parametrize(
        ("instelling", "gegevens", "zin"),
        [
            ("DATA_UPLOAD_MAX_MEMORY_SIZE", {"naam": "x" * 2000}, "te veel tekst"),
            ("DATA_UPLOAD_MAX_NUMBER_FIELDS", {f"veld{n}": "" for n in range(11)}, "te veel velden"),
            (
                "DATA_UPLOAD_MAX_NUMBER_FILES",
                {f"b{n}": SimpleUploadedFile(f"{n}.csv", b"x") for n in range(11)},
                "te veel bestanden",
            ),
        ],
    )
    def test_te_veel_in_een_keer(self, ingelogd, settings, instelling, gegevens, zin):
        setattr(settings, instelling, 1000 if "MEMORY" in instelling else 10)
        antwoord = ingelogd.post(reverse("organisatie-toevoegen"), gegevens)
        assert antwoord.status_code == 413
        assert zin in antwoord.text
        assert "Dit is te groot" in antwoord.text


class TestDatabankGeeftOp:
    @pytest.fixture
    def traag(self, monkeypatch):
        """Saving takes longer than the database gives it."""

        def bewaar(*_: object, **__: object) -> None:
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL statement_timeout = 20")
                cursor.execute("SELECT pg_sleep(5)")

        monkeypatch.setattr("toegang.views.gebruikers.actions.bewaar_organisatie", bewaar)

    def test_wat_getypt_is_blijft(self, ingelogd, traag, caplog):
        antwoord = ingelogd.post(reverse("organisatie-toevoegen"), GETYPT, **VAN_HIER)
        assert antwoord.status_code == 503
        assert antwoord.headers["Retry-After"] == "10"
        assert "Het is nu te druk" in antwoord.text
        assert 'name="naam" value="Taalhuis Kerkehout"' in antwoord.text
        assert not Organisatie.objects.exists()
        assert "QueryCanceled" in caplog.text
        assert "Taalhuis" not in caplog.text

    def test_en_daarna_lukt_het(self, ingelogd, monkeypatch):
        assert ingelogd.post(reverse("organisatie-toevoegen"), GETYPT, **VAN_HIER).status_code == 302
        assert Organisatie.objects.get().naam == GETYPT["naam"]

    def test_een_pagina_die_te_lang_duurt(self, ingelogd, monkeypatch):
        def rijen(*_: object) -> None:
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL statement_timeout = 20")
                cursor.execute("SELECT pg_sleep(5)")

        monkeypatch.setattr("toegang.views.gebruikers.Gebruikers.get_queryset", rijen)
        antwoord = ingelogd.get(reverse("gebruikers"))
        assert antwoord.status_code == 503
        assert f'href="{reverse("gebruikers")}"' in antwoord.text
        assert "Probeer opnieuw" in antwoord.text

    def test_een_andere_fout_van_de_databank_is_een_fout_van_ons(self, ingelogd, monkeypatch, caplog):
        def stuk(*_: object) -> None:
            with connection.cursor() as cursor:
                cursor.execute("SELECT * FROM dossiers_statushouder_bestaat_niet")

        monkeypatch.setattr("toegang.views.gebruikers.Gebruikers.get_queryset", stuk)
        ingelogd.raise_request_exception = False
        with caplog.at_level(logging.ERROR):
            assert ingelogd.get(reverse("gebruikers")).status_code == 500
        assert "Internal Server Error" in caplog.text


class TestUitvoer:
    """What goes out: the rows of one file, and of one user on one day."""

    PAD = reverse_lazy("dossiers:exporteren", args=["csv"])

    @pytest.fixture(autouse=True)
    def _drie_dossiers(self):
        StatushouderFactory.create_batch(3)

    @pytest.fixture
    def regisseur(self, client):
        client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
        return client

    @pytest.mark.parametrize(("grens", "status"), [(3, 200), (2, 413)])
    def test_een_bestand_heeft_een_hoogste_aantal_rijen(self, regisseur, settings, grens, status):
        settings.UITVOER_RIJEN = grens
        antwoord = regisseur.get(self.PAD)
        assert antwoord.status_code == status
        assert ("meer dan 2 rijen. Kies eerst een filter." in antwoord.text) is (status == 413)

    def test_en_een_dag_ook(self, regisseur, settings):
        settings.UITVOER_RIJEN_PER_DAG = 6
        assert [regisseur.get(self.PAD).status_code for _ in range(3)] == [200, 200, 429]
        assert "U nam vandaag al 6 rijen mee." in regisseur.get(self.PAD).text
        settings.VANDAAG = "2017-05-02"
        assert regisseur.get(self.PAD).status_code == 200

    def test_ieder_heeft_een_eigen_telling(self, regisseur, client, settings):
        settings.UITVOER_RIJEN_PER_DAG = 3
        assert regisseur.get(self.PAD).status_code == 200
        client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
        assert client.get(self.PAD).status_code == 200
