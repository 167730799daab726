"""Tasks: whose they are, the last day, and done."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from dossiers import actions, figures
from dossiers.models import Taak
from kern.weigering import Verouderd
from tests.dossiers.vastleggen.factories import TaakFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
VANDAAG = date(2017, 5, 1)


def invoer(eigenaar, **anders: str) -> dict[str, str]:
    return {
        "wat": "Toeslagen aanvragen",
        "uiterlijk_op": "8-5-2017",
        "eigenaar": str(eigenaar.pk),
        "domein": "werk_inkomen",
        "zichtbaarheid": "gemeente",
        **anders,
    }


class TestVastleggen:
    def test_voor_een_collega(self, client, ik, persoon):
        collega = GebruikerFactory(rol=Rol.CONSULENT)
        client.post(f"/dossiers/{persoon.sleutel}/taak/", invoer(collega))
        rij = Taak.objects.get()
        assert (rij.statushouder, rij.auteur, rij.eigenaar) == (persoon, ik, collega)
        assert (rij.wat, rij.uiterlijk_op, rij.gedaan_op) == ("Toeslagen aanvragen", date(2017, 5, 8), None)

    def test_wie_hem_vastlegt_staat_er_al(self, client, ik, persoon):
        tekst = client.get(f"/dossiers/{persoon.sleutel}/taak/").content.decode()
        assert f'<option value="{ik.pk}" selected>' in tekst

    @pytest.mark.parametrize(("dag", "mag"), [("30-4-2017", False), ("1-5-2017", True), ("2-5-2017", True)])
    def test_niet_voor_vandaag(self, client, ik, persoon, dag, mag):
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/taak/", invoer(ik, uiterlijk_op=dag))
        assert Taak.objects.exists() == mag
        assert mag or "uiterlijk_op" in antwoord.context["form"].errors


class TestEigenaar:
    def test_wie_dossiers_van_de_gemeente_leest(self):
        namen = {}
        for rol in Rol:
            organisatie = OrganisatieFactory() if rol == Rol.PARTNER else None
            namen[rol] = GebruikerFactory(rol=rol, organisatie=organisatie)
        weg = GebruikerFactory(is_active=False)
        mogelijk = set(figures.eigenaren())
        assert mogelijk == {namen[Rol.KLANTREGISSEUR], namen[Rol.COORDINATOR], namen[Rol.CONSULENT]}
        assert weg not in mogelijk

    @pytest.mark.parametrize("rol", [Rol.PARTNER, Rol.FINANCIEN])
    def test_een_ander_wordt_geweigerd_ook_zonder_formulier(self, client, ik, persoon, rol):
        organisatie = OrganisatieFactory() if rol == Rol.PARTNER else None
        ander = GebruikerFactory(rol=rol, organisatie=organisatie)
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/taak/", invoer(ander))
        assert "eigenaar" in antwoord.context["form"].errors
        with pytest.raises(ValidationError) as fout:
            actions.draag_taak_over(TaakFactory(), versie=1, eigenaar=ander)
        assert set(fout.value.error_dict) == {"eigenaar"}

    def test_overdragen(self, client, ik):
        taak, collega = TaakFactory(), GebruikerFactory(naam="Hanneke Vos")
        data = {"eigenaar": str(collega.pk), "versie": "1"}
        antwoord = client.post(f"/dossiers/taak/{taak.pk}/overdragen/", data, follow=True)
        assert "De taak is nu van Hanneke Vos." in antwoord.content.decode()
        taak.refresh_from_db()
        assert (taak.eigenaar, taak.versie) == (collega, 2)

    def test_wie_weg_is_mag_eigenaar_blijven_als_iets_anders_verandert(self):
        taak = TaakFactory(eigenaar=GebruikerFactory(is_active=False))
        assert actions.wijzig_taak(taak, versie=1, gegevens={"wat": "Anders"}, op=VANDAAG).wat == "Anders"


@pytest.mark.usefixtures("ik")
class TestGedaan:
    def test_met_een_knop_en_weer_terug(self, client, ik):
        taak = TaakFactory()
        antwoord = client.post(f"/dossiers/taak/{taak.pk}/gedaan/", {"versie": "1"}, follow=True)
        taak.refresh_from_db()
        assert (taak.gedaan_op, taak.gedaan_door) == (VANDAAG, ik)
        assert "Toch niet gedaan" in antwoord.content.decode()
        client.post(f"/dossiers/taak/{taak.pk}/heropenen/", {"versie": "2"})
        taak.refresh_from_db()
        assert (taak.gedaan_op, taak.gedaan_door, taak.versie) == (None, None, 3)

    def test_een_collega_was_eerder(self, client):
        """One sentence, and back to the list: there is nothing to compare, and it stays theirs."""
        taak, collega = TaakFactory(wat="Bel de school"), GebruikerFactory(naam="Hanneke Vos")
        actions.taak_gedaan(taak, versie=1, op=VANDAAG, door=collega)
        for versie in ("1", "2"):  # an old page, and the one that shows that it is done
            antwoord = client.post(
                f"/dossiers/taak/{taak.pk}/gedaan/?terug=/werk/", {"versie": versie}, follow=True
            )
            assert antwoord.redirect_chain == [("/werk/", 302)]
            zin = "Deze taak was al gedaan op 1-5-2017 door Hanneke Vos: Bel de school."
            assert zin in antwoord.content.decode()
        taak.refresh_from_db()
        assert (taak.gedaan_door, taak.versie) == (collega, 2)

    def test_wat_al_open_staat_gaat_niet_nog_eens_open(self, client):
        taak = TaakFactory(wat="Bel de school")
        antwoord = client.post(f"/dossiers/taak/{taak.pk}/heropenen/", {"versie": "1"}, follow=True)
        assert "Deze taak stond al open: Bel de school." in antwoord.content.decode()
        taak.refresh_from_db()
        assert taak.versie == 1

    def test_wijzigen(self, client):
        taak = TaakFactory()
        client.post(
            f"/dossiers/taak/{taak.pk}/wijzigen/",
            invoer(taak.eigenaar, uiterlijk_op="1-6-2017", wat="Bellen", versie="1"),
        )
        taak.refresh_from_db()
        assert (taak.wat, taak.uiterlijk_op) == ("Bellen", date(2017, 6, 1))

    @pytest.mark.parametrize(
        ("was", "wordt", "mag"),
        [
            (date(2017, 5, 8), date(2017, 4, 30), False),
            (date(2017, 5, 8), date(2017, 5, 1), True),
            (date(2017, 4, 20), date(2017, 4, 20), True),  # late, and something else of it changes
        ],
    )
    def test_uitstellen_kan_niet_naar_een_dag_die_voorbij_is(self, client, was, wordt, mag):
        taak = TaakFactory(uiterlijk_op=was)
        gestuurd = invoer(taak.eigenaar, uiterlijk_op=f"{wordt:%d-%m-%Y}", wat="Bellen", versie="1")
        antwoord = client.post(f"/dossiers/taak/{taak.pk}/wijzigen/", gestuurd)
        assert ("Deze dag is al voorbij" in antwoord.content.decode()) is not mag
        taak.refresh_from_db()
        assert (taak.wat == "Bellen", taak.uiterlijk_op) == (mag, wordt if mag else was)

    def test_zonder_versie_verandert_er_niets(self, client):
        taak = TaakFactory()
        antwoord = client.post(f"/dossiers/taak/{taak.pk}/gedaan/", {})
        assert "Deze pagina is niet volledig verstuurd." in antwoord.content.decode()
        assert Taak.objects.open().exists()

    @pytest.mark.parametrize(("eigen", "status"), [(True, 302), (False, 404)])
    def test_de_consulent_doet_alleen_de_eigen_taak(self, client, eigen, status):
        client.force_login(consulent := GebruikerFactory(rol=Rol.CONSULENT))
        taak = TaakFactory(**({"eigenaar": consulent} if eigen else {}))
        antwoord = client.post(f"/dossiers/taak/{taak.pk}/gedaan/", {"versie": "1"})
        assert antwoord.status_code == status
        knoppen = client.get(taak.get_absolute_url()).context["knoppen"]
        assert [knop.label for knop in knoppen] == (["Toch niet gedaan"] if eigen else [])

    @pytest.mark.parametrize(
        ("uiterlijk", "woord"), [("2017-04-30", "Te laat"), ("2017-05-01", "Open"), ("2017-05-02", "Open")]
    )
    def test_op_de_dag_zelf_nog_op_tijd(self, client, uiterlijk, woord):
        taak = TaakFactory(uiterlijk_op=uiterlijk)
        assert client.get(taak.get_absolute_url()).context["stand"][1] == woord


def test_twee_keer_gedaan_is_een_verouderde_bladzijde():
    taak, wie = TaakFactory(), GebruikerFactory()
    actions.taak_gedaan(taak, versie=1, op=VANDAAG, door=wie)
    with pytest.raises(Verouderd):
        actions.taak_gedaan(taak, versie=1, op=VANDAAG, door=wie)


def test_open_taken_van_een_dossier(persoon):
    wie = GebruikerFactory()
    later, eerst = (TaakFactory(statushouder=persoon, uiterlijk_op=date(2017, 6, dag)) for dag in (9, 2))
    TaakFactory()
    gedaan, weg = TaakFactory.create_batch(2, statushouder=persoon)
    actions.taak_gedaan(gedaan, versie=1, op=VANDAAG, door=wie)
    actions.haal_door(weg, versie=1, op=VANDAAG, door=wie, reden="Dubbel")
    assert list(figures.open_werk(persoon, wie).taken) == [eerst, later] == list(persoon.taak_set.open())
