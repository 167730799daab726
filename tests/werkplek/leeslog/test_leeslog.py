"""The read log as the privacy officer goes through it."""

from __future__ import annotations

import csv
import io
import uuid
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.db.models import Value
from django.db.models.functions import TruncHour

from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.actions import verzegel
from toegang.models import Leesbeoordeling, Leesregel, Rol
from toegang.models.leeslog import KLOK
from werkplek.figures.leeslog import VEEL

pytestmark = pytest.mark.django_db
LOG = "/leeslog/"
DINSDAG = datetime(2017, 5, 2, 10)


def rijen(client, vraag: str = ""):
    return [rij["regel"].pk for rij in client.get(f"{LOG}{vraag}").context["rijen"]]


@pytest.fixture
def lezer(db):
    return GebruikerFactory(naam="Marieke de Wit")


@pytest.mark.parametrize("rol", Rol.values)
@pytest.mark.parametrize("deel", ["", "bestand/", "rij"])
def test_alleen_de_privacyfunctionaris(client, rima, lezer, gelezen, rol, deel):
    organisatie = OrganisatieFactory() if rol == Rol.PARTNER else None
    rij = gelezen(lezer, rima)
    client.force_login(GebruikerFactory(rol=rol, organisatie=organisatie))
    pad = f"{LOG}{rij.sleutel}/" if deel == "rij" else f"{LOG}{deel}"
    assert client.get(pad).status_code == (200 if rol == Rol.PRIVACY else 404)


class TestLijst:
    def test_een_nummer_en_geen_naam_en_geen_weg_naar_het_dossier(
        self, client, privacy, rima, lezer, gelezen
    ):
        gelezen(lezer, rima)
        tekst = client.get(LOG).content.decode()
        assert rima.nummer in tekst
        assert "Haddad" not in tekst
        assert f"/dossiers/{rima.sleutel}/" not in tekst

    def test_ook_het_nummer_van_een_afgeschermd_dossier(self, client, privacy, lezer, gelezen):
        persoon = StatushouderFactory(afgeschermd=True)
        gelezen(lezer, persoon)
        assert persoon.nummer in client.get(LOG).content.decode()

    def test_een_nummer_alleen_voor_de_privacyfunctionaris(self, rima):
        with connection.cursor() as cursor:
            for rol, gevonden in (("privacy", 1), ("klantregisseur", 0), ("partner", 0), ("", 0)):
                cursor.execute("SELECT set_config('app.rol', %s, true)", [rol])
                cursor.execute("SELECT count(*) FROM wi_dossiernummers(%s::uuid[])", [[str(rima.sleutel)]])
                assert cursor.fetchone() == (gevonden,)

    def test_geweigerd_vreemd_en_bestaat_niet(self, client, privacy, rima, lezer, gelezen):
        class Niets:
            sleutel = uuid.uuid4()

        gelezen(lezer, rima, geweigerd=True)
        gelezen(lezer, Niets, geweigerd=True)
        over = [rij["waarover"] for rij in client.get(LOG).context["rijen"]]
        assert over == ["Bestaat niet", rima.nummer]

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_even_veel_vragen(self, client, privacy, lezer, gelezen, aantal, django_assert_num_queries):
        for _ in range(aantal):
            gelezen(lezer, StatushouderFactory())
        verzegel()
        # session, user, who can be chosen; keys, rows; users, numbers, judgements; open rows, last seal,
        # all seals and the rows of the last one
        with django_assert_num_queries(12):
            client.get(LOG)


class TestFilters:
    def test_wie(self, client, privacy, rima, lezer, gelezen):
        rij = gelezen(lezer, rima)
        gelezen(GebruikerFactory(), rima)
        assert rijen(client, f"?gebruiker={lezer.pk}") == [rij.pk]

    @pytest.mark.parametrize(
        ("vraag", "gevonden"),
        [
            ("van=2-5-2017", True),
            ("van=3-5-2017", False),
            ("tot_en_met=2-5-2017", True),
            ("tot_en_met=1-5-2017", False),
        ],
    )
    def test_periode_met_beide_dagen(self, client, privacy, rima, lezer, gelezen, vraag, gevonden):
        rij = gelezen(lezer, rima, op=DINSDAG.replace(hour=23, minute=59))
        assert rijen(client, f"?{vraag}") == [rij.pk] * gevonden

    def test_wat_en_uitkomst(self, client, privacy, rima, lezer, gelezen):
        bsn = gelezen(lezer, rima, handeling="bsn", wat="BSN")
        nee = gelezen(lezer, rima, geweigerd=True)
        assert rijen(client, "?handeling=bsn") == [bsn.pk]
        assert rijen(client, "?uitkomst=geweigerd") == [nee.pk]

    @pytest.mark.parametrize(
        ("op", "buiten"),
        [
            (datetime(2017, 5, 2, 6, 59), True),
            (datetime(2017, 5, 2, 7, 0), False),
            (datetime(2017, 5, 2, 18, 59), False),
            (datetime(2017, 5, 2, 19, 0), True),
            (datetime(2017, 5, 5, 12, 0), False),
            (datetime(2017, 5, 6, 12, 0), True),
            (datetime(2017, 1, 3, 7, 0), False),
        ],
    )
    def test_buiten_kantoortijd(self, client, privacy, rima, lezer, gelezen, op, buiten):
        rij = gelezen(lezer, rima, op=op)
        assert rijen(client, "?opvallend=buiten") == [rij.pk] * buiten

    @pytest.mark.parametrize(("aantal", "veel"), [(VEEL - 1, False), (VEEL, True)])
    def test_veel_in_korte_tijd(self, client, privacy, lezer, gelezen, aantal, veel):
        for persoon in StatushouderFactory.create_batch(aantal):
            gelezen(lezer, persoon, op=DINSDAG)
        ander = gelezen(GebruikerFactory(), persoon, op=DINSDAG)
        gevonden = rijen(client, "?opvallend=veel&van=1-5-2017")
        assert len(gevonden) == aantal * veel
        assert ander.pk not in gevonden

    def test_hetzelfde_dossier_steeds_opnieuw_is_niet_veel(self, client, privacy, rima, lezer, gelezen):
        for _ in range(VEEL):
            gelezen(lezer, rima, op=DINSDAG)
        assert rijen(client, "?opvallend=veel&van=1-5-2017") == []

    def test_zonder_dag_een_maand_terug(self, client, privacy, lezer, gelezen):
        for persoon in StatushouderFactory.create_batch(VEEL):
            gelezen(lezer, persoon)
        for dagen, gevonden in ((30, VEEL), (33, 0)):
            Leesregel.objects.update(moment=TruncHour(KLOK - Value(timedelta(days=dagen))))
            assert len(rijen(client, "?opvallend=veel")) == gevonden

    def test_een_bestand_is_een_regel_tot_u_om_een_dossier_vraagt(
        self, client, privacy, rima, lezer, gelezen
    ):
        gelezen(lezer, rima, StatushouderFactory(), handeling="uitvoer", wat="Lijst", aantal=2)
        assert len(rijen(client)) == 1
        [regel] = rijen(client, f"?dossier={rima.sleutel}")
        assert Leesregel.objects.get(pk=regel).dossier == rima.sleutel

    def test_wat_niet_bestaat_filtert_niets_en_zegt_dat(self, client, privacy, rima, lezer, gelezen):
        rij = gelezen(lezer, rima)
        antwoord = client.get(f"{LOG}?handeling=onzin&van=gisteren")
        assert [een["regel"].pk for een in antwoord.context["rijen"]] == [rij.pk]
        assert "is niet gebruikt" in antwoord.content.decode()

    def test_een_dag_die_niet_te_lezen_is_zegt_het_bij_het_veld(self, client, privacy):
        antwoord = client.get(f"{LOG}?van=gisteren")
        [fout] = antwoord.context["filter"].form.errors["van"]
        tekst = antwoord.text
        assert tekst.index('for="id_van"') < tekst.index(fout) < tekst.index('name="van"')
        assert 'id="id_van_error"' in tekst
        assert 'aria-describedby="id_van_error"' in tekst
        assert 'value="gisteren"' in tekst


class TestBeoordelen:
    def test_in_orde_en_terug_in_de_lijst(self, client, privacy, rima, lezer, gelezen):
        rij = gelezen(lezer, rima)
        antwoord = client.post(f"{LOG}{rij.sleutel}/", {"in_orde": "ja", "opmerking": ""}, follow=True)
        assert "Uw oordeel is opgeslagen." in antwoord.content.decode()
        oordeel = Leesbeoordeling.objects.get()
        assert (oordeel.regel, oordeel.gebruiker, oordeel.in_orde) == (rij.pk, privacy, True)
        assert rijen(client, f"?oordeel=open&gebruiker={lezer.pk}") == []

    def test_niet_in_orde_vraagt_waarom(self, client, privacy, rima, lezer, gelezen):
        rij = gelezen(lezer, rima)
        antwoord = client.post(f"{LOG}{rij.sleutel}/", {"in_orde": "nee", "opmerking": " "})
        assert antwoord.context["form"].errors["opmerking"] == ["Schrijf op wat er niet klopt."]
        client.post(f"{LOG}{rij.sleutel}/", {"in_orde": "nee", "opmerking": "Geen reden bekend"})
        assert rijen(client, "?oordeel=mis") == [rij.pk]

    def test_het_laatste_oordeel_telt_en_het_eerste_blijft(self, client, privacy, rima, lezer, gelezen):
        rij = gelezen(lezer, rima)
        client.post(f"{LOG}{rij.sleutel}/", {"in_orde": "nee", "opmerking": "Navragen"})
        client.post(f"{LOG}{rij.sleutel}/", {"in_orde": "ja", "opmerking": "Nagevraagd"})
        assert rijen(client, "?oordeel=mis") == []
        tekst = client.get(f"{LOG}{rij.sleutel}/").content.decode()
        assert tekst.index("Nagevraagd") < tekst.index("Navragen")

    def test_terug_naar_de_lijst_zoals_die_was(self, client, privacy, rima, lezer, gelezen):
        rij = gelezen(lezer, rima)
        vraag = f"?gebruiker={lezer.pk}&oordeel=open"
        [een] = client.get(f"{LOG}{vraag}&vreemd=x").context["rijen"]
        assert een["adres"] == f"{LOG}{rij.sleutel}/{vraag}"
        assert client.get(een["adres"]).context["terug"] == f"{LOG}{vraag}"
        antwoord = client.post(een["adres"], {"in_orde": "ja", "opmerking": ""})
        assert antwoord["Location"] == f"{LOG}{vraag}"

    def test_ook_naar_de_bladzijde(self, client, privacy, rima, lezer, gelezen):
        rij = gelezen(lezer, rima)
        vraag = f"?na={rij.sleutel}&regel=51"
        assert client.get(f"{LOG}{rij.sleutel}/{vraag}").context["terug"] == f"{LOG}{vraag}"

    def test_een_rij_die_niet_bestaat(self, client, privacy):
        assert client.get(f"{LOG}{uuid.uuid4()}/").status_code == 404


class TestBestand:
    def lees(self, client, vraag: str = "") -> list[dict[str, str]]:
        antwoord = client.get(f"{LOG}bestand/{vraag}")
        return list(csv.DictReader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))

    def test_de_gefilterde_rijen_met_het_oordeel(self, client, privacy, rima, lezer, gelezen):
        rij = gelezen(lezer, rima, op=DINSDAG)
        gelezen(GebruikerFactory(), rima)
        client.post(f"{LOG}{rij.sleutel}/", {"in_orde": "nee", "opmerking": "Navragen"})
        [regel] = self.lees(client, f"?gebruiker={lezer.pk}")
        assert regel == {
            "wanneer": "2-5-2017, 10.00 uur",
            "wie": "Marieke de Wit",
            "als": "Gemeente, klantregisseur",
            "wat": "Hele dossier",
            "handeling": "Dossier bekeken",
            "uitkomst": "Getoond",
            "dossier": rima.nummer,
            "personen": "",
            "doel": "Regie op de integratie",
            "oordeel": "Niet in orde",
            "opmerking": "Navragen",
        }

    def test_meenemen_staat_zelf_in_het_log(self, client, privacy, rima, lezer, gelezen):
        for persoon in (rima, rima, StatushouderFactory()):
            gelezen(lezer, persoon)
        gelezen(GebruikerFactory(), StatushouderFactory())
        assert len(self.lees(client, f"?gebruiker={lezer.pk}")) == 3
        rij = Leesregel.objects.latest("pk")
        assert (rij.gebruiker, rij.handeling, rij.wat) == (privacy.pk, "uitvoer", "Leeslog als bestand")
        assert (rij.aantal, rij.dossier, rij.doel) == (2, None, "Toezicht op wie wat bekijkt")

    def test_wat_niet_meegaat_staat_er_niet_in(self, client, privacy, rima, lezer, gelezen):
        gelezen(lezer, rima)
        client.get(f"{LOG}bestand/?van=gisteren")
        assert Leesregel.objects.count() == 1

    def test_wat_getypt_is_wordt_geen_formule(self, client, privacy, rima, lezer, gelezen):
        gelezen(lezer, rima, handeling="bsn", wat="BSN", doel="=1+1")
        [regel] = self.lees(client)
        assert not regel["doel"].startswith("=")

    def test_te_veel(self, client, privacy, rima, lezer, gelezen, monkeypatch):
        monkeypatch.setattr("werkplek.views.leeslog.HOOGSTENS_IN_BESTAND", 1)
        gelezen(lezer, rima)
        gelezen(lezer, rima)
        antwoord = client.get(f"{LOG}bestand/", follow=True)
        assert "Kies eerst een periode." in antwoord.content.decode()

    def test_in_delen_is_het_hetzelfde(self, client, privacy, rima, lezer, gelezen, monkeypatch):
        monkeypatch.setattr("werkplek.views.leeslog._TEGELIJK", 2)
        for _ in range(4):
            gelezen(lezer, rima)
        assert len(self.lees(client)) == 4


class TestZegelstand:
    def test_nog_geen_dan_klopt_dan_gebroken(self, client, privacy, rima, lezer, gelezen):
        gelezen(lezer, rima)
        assert "Er is nog geen zegel. 1 regels wachten" in client.get(LOG).content.decode()
        verzegel()
        assert client.get(LOG).context["zegels"].klopt
        Leesregel.objects.update(doel="Iets anders")
        tekst = client.get(LOG).content.decode()
        assert "Het laatste zegel klopt niet meer" in tekst

    @pytest.mark.parametrize(("minuten", "stil"), [(119, False), (121, True)])
    def test_staat_stil(self, client, privacy, rima, lezer, gelezen, minuten, stil):
        gelezen(lezer, rima)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE toegang_leesregel SET moment = clock_timestamp() - make_interval(mins => %s)",
                [minuten],
            )
        assert client.get(LOG).context["zegels"].staat_stil is stil
