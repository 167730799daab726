"""Absence: who covers, from the first up to and including the last day."""

from datetime import date

import pytest

from dossiers import actions
from dossiers.models import Waarneming
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
LIJST = "/dossiers/waarneming/"
VANDAAG = date(2017, 5, 1)


@pytest.fixture
def collega(db):
    return GebruikerFactory(naam="Bert")


def invoer(waarnemer, **anders: str) -> dict[str, str]:
    return {"waarnemer": str(waarnemer.pk), "van": "8-5-2017", "tot_en_met": "12-5-2017", **anders}


def afwezig(wie, waarnemer, van=date(2017, 5, 8), tot=date(2017, 5, 13)) -> Waarneming:
    return actions.neem_waar(afwezige=wie, waarnemer=waarnemer, van=van, tot=tot, op=min(van, VANDAAG))


class TestZelf:
    def test_wie_weg_gaat_legt_het_zelf_vast(self, client, ik, collega):
        antwoord = client.post(f"{LIJST}nieuw/", invoer(collega))
        assert antwoord.url == LIJST
        rij = Waarneming.objects.get()
        assert (rij.afwezige, rij.waarnemer) == (ik, collega)
        assert (rij.van, rij.tot, rij.tot_en_met) == (date(2017, 5, 8), date(2017, 5, 13), date(2017, 5, 12))

    def test_niet_voor_een_ander(self, client, ik, collega):
        client.post(f"{LIJST}nieuw/", invoer(collega, afwezige=str(collega.pk)))
        assert Waarneming.objects.get().afwezige == ik

    @pytest.mark.parametrize(("laatste", "mag"), [("7-5-2017", False), ("8-5-2017", True)])
    def test_de_laatste_dag_niet_voor_de_eerste(self, client, ik, collega, laatste, mag):
        antwoord = client.post(f"{LIJST}nieuw/", invoer(collega, tot_en_met=laatste))
        assert Waarneming.objects.exists() == mag
        assert mag or "tot_en_met" in antwoord.context["form"].errors

    def test_niet_door_zichzelf(self, client, ik):
        assert f'<option value="{ik.pk}"' not in client.get(f"{LIJST}nieuw/").content.decode()
        assert "waarnemer" in client.post(f"{LIJST}nieuw/", invoer(ik)).context["form"].errors
        client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
        tekst = client.post(f"{LIJST}nieuw/", invoer(ik, afwezige=str(ik.pk))).content.decode()
        assert "Kies een andere collega als waarnemer." in tekst
        assert not Waarneming.objects.exists()

    def test_twee_keer_versturen_is_er_een(self, client, ik, collega):
        for _ in range(2):
            assert client.post(f"{LIJST}nieuw/", invoer(collega)).url == LIJST
        assert (Waarneming.objects.get().afwezige, Waarneming.objects.get().versie) == (ik, 1)

    def test_wie_afwezig_is_wordt_ook_later_geen_waarnemer(self, client, ik, collega):
        rij = afwezig(ik, collega)
        client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
        tekst = client.get(f"{LIJST}{rij.pk}/").content.decode()
        assert f'<option value="{ik.pk}"' not in tekst
        assert f'<option value="{collega.pk}" selected' in tekst

    @pytest.mark.parametrize(
        ("laatste", "mag"), [("30-4-2017", False), ("1-5-2017", True), ("2-5-2017", True)]
    )
    def test_niet_als_de_laatste_dag_voorbij_is(self, client, ik, collega, laatste, mag):
        """Nobody would see it in the list, and it would still stand in the way of another in those days."""
        antwoord = client.post(f"{LIJST}nieuw/", invoer(collega, van="20-4-2017", tot_en_met=laatste))
        assert Waarneming.objects.filter(afwezige=ik).exists() == mag
        if not mag:
            fouten = antwoord.context["form"].errors
            assert fouten["tot_en_met"] == ["Deze dag is al voorbij. Kies vandaag of een dag daarna."]
            assert 'value="30-4-2017"' in antwoord.content.decode()

    @pytest.mark.parametrize("laatste", ["28-4-2017", "5-5-2017"])
    def test_wie_eerder_terug_was_kan_dat_nog_zeggen(self, client, ik, collega, laatste):
        rij = afwezig(ik, collega, date(2017, 4, 24), date(2017, 5, 9))
        typen = invoer(collega, van="24-4-2017", tot_en_met=laatste, versie="1")
        assert client.post(f"{LIJST}{rij.pk}/", typen).status_code == 302

    def test_niet_door_wie_geen_dossiers_heeft(self, client, ik):
        antwoord = client.post(f"{LIJST}nieuw/", invoer(GebruikerFactory(rol=Rol.CONSULENT)))
        assert "waarnemer" in antwoord.context["form"].errors


class TestOverlap:
    @pytest.mark.parametrize(
        ("van", "tot_en_met", "mag"),
        [
            ("1-5-2017", "7-5-2017", True),
            ("1-5-2017", "8-5-2017", False),
            ("12-5-2017", "20-5-2017", False),
            ("13-5-2017", "20-5-2017", True),
        ],
    )
    def test_niet_door_wie_dan_zelf_weg_is(self, client, ik, collega, van, tot_en_met, mag):
        afwezig(collega, GebruikerFactory())
        antwoord = client.post(f"{LIJST}nieuw/", invoer(collega, van=van, tot_en_met=tot_en_met))
        assert Waarneming.objects.filter(afwezige=ik).exists() == mag
        assert mag or antwoord.context["form"].errors == {
            "waarnemer": ["Deze collega is in die dagen zelf ook afwezig."]
        }

    def test_niet_weg_terwijl_men_zelf_waarneemt(self, client, ik, collega):
        afwezig(collega, ik)
        antwoord = client.post(f"{LIJST}nieuw/", invoer(GebruikerFactory()))
        assert "van" in antwoord.context["form"].errors

    def test_niet_twee_waarnemers_tegelijk(self, client, ik, collega):
        afwezig(ik, collega)
        tekst = client.post(f"{LIJST}nieuw/", invoer(GebruikerFactory())).content.decode()
        assert "Voor deze collega is in deze periode al een waarnemer." in tekst


class TestLijst:
    def test_de_coordinator_ziet_en_regelt_alles(self, client, collega):
        client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
        ander = GebruikerFactory(naam="Anna")
        client.post(f"{LIJST}nieuw/", invoer(collega, afwezige=str(ander.pk)))
        rij = Waarneming.objects.get()
        assert rij.afwezige == ander
        assert f"{LIJST}{rij.pk}/intrekken/" in client.get(LIJST).content.decode()

    def test_een_ander_ziet_alleen_het_eigene(self, client, ik, collega):
        ander = GebruikerFactory()
        afwezig(ander, collega)
        eigen = afwezig(ik, collega, date(2017, 6, 1), date(2017, 6, 2))
        voor_mij = afwezig(ander, ik, date(2017, 7, 1), date(2017, 7, 2))
        assert client.get(LIJST).context["waarnemingen"] == [eigen, voor_mij]
        statussen = [client.get(f"{LIJST}{rij.pk}/").status_code for rij in (eigen, voor_mij)]
        assert statussen == [200, 404]

    def test_wat_voorbij_is_staat_er_niet(self, client, ik, collega):
        afwezig(ik, collega, date(2017, 4, 1), date(2017, 5, 1))
        loopt = afwezig(ik, collega, date(2017, 5, 1), date(2017, 5, 2))
        assert client.get(LIJST).context["waarnemingen"] == [loopt]

    @pytest.mark.parametrize("rol", [Rol.CONSULENT, Rol.FINANCIEN, Rol.BEHEERDER])
    def test_wie_geen_dossiers_heeft_heeft_de_bladzijde_niet(self, client, rol):
        client.force_login(GebruikerFactory(rol=rol))
        assert client.get(LIJST).status_code == 404

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_evenveel_vragen_voor_1_en_50(self, client, aantal, collega, django_assert_max_num_queries):
        client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
        for wie in GebruikerFactory.create_batch(aantal):
            afwezig(wie, collega)
        with django_assert_max_num_queries(4):
            client.get(LIJST)


class TestWijzigen:
    def test_een_dag_langer(self, client, ik, collega):
        rij = afwezig(ik, collega)
        assert 'value="12-5-2017"' in client.get(f"{LIJST}{rij.pk}/").content.decode()
        client.post(f"{LIJST}{rij.pk}/", invoer(collega, tot_en_met="13-5-2017", versie="1"))
        rij.refresh_from_db()
        assert (rij.tot, rij.versie) == (date(2017, 5, 14), 2)

    def test_een_oude_bladzijde_toont_beide(self, client, ik, collega):
        rij = afwezig(ik, collega)
        nieuw = {"waarnemer": collega, "van": date(2017, 5, 8), "tot": date(2017, 5, 20)}
        actions.wijzig_waarneming(rij, versie=1, **nieuw)
        data = invoer(collega, tot_en_met="15-5-2017", versie="1")
        tekst = client.post(f"{LIJST}{rij.pk}/", data).content.decode()
        assert "<td>15-5-2017</td>" in tekst
        assert "<td>19-5-2017</td>" in tekst

    @pytest.mark.parametrize(("van", "mag"), [(date(2017, 5, 1), False), (date(2017, 5, 2), True)])
    def test_intrekken_alleen_voor_het_begin(self, client, ik, collega, van, mag):
        rij = afwezig(ik, collega, van)
        client.post(f"{LIJST}{rij.pk}/intrekken/", {"versie": "1"})
        assert Waarneming.objects.exists() != mag
        if mag:
            assert set(Waarneming.pgh_event_model.objects.values_list("pgh_label", flat=True)) == {
                "nieuw",
                "weg",
            }
