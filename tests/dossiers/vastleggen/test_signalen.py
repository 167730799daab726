"""Signals: an owner, an answer date, and an answer."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from dossiers import actions, figures
from dossiers.models import Signaal
from tests.dossiers.vastleggen.factories import SignaalFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
VANDAAG = date(2017, 5, 1)


def invoer(eigenaar, **anders: str) -> dict[str, str]:
    return {
        "wat": "Komt vaak te laat op school.",
        "melder": "Mentor Jansen",
        "organisatie": "",
        "gemeld_op": "28-4-2017",
        "eigenaar": str(eigenaar.pk),
        "antwoord_voor": "12-5-2017",
        "domein": "onderwijs",
        "zichtbaarheid": "gemeente",
        **anders,
    }


class TestVastleggen:
    def test_met_melder_eigenaar_en_antwoorddatum(self, client, ik, persoon):
        school = OrganisatieFactory(naam="De Zandloper")
        client.post(f"/dossiers/{persoon.sleutel}/signaal/", invoer(ik, organisatie=str(school.pk)))
        rij = Signaal.objects.get()
        assert (rij.melder, rij.organisatie, rij.eigenaar, rij.auteur) == ("Mentor Jansen", school, ik, ik)
        assert (rij.gemeld_op, rij.antwoord_voor) == (date(2017, 4, 28), date(2017, 5, 12))

    def test_twee_weken_staan_er_al(self, client, ik, persoon):
        form = client.get(f"/dossiers/{persoon.sleutel}/signaal/").context["form"]
        assert form.initial["antwoord_voor"] == date(2017, 5, 15)

    @pytest.mark.parametrize(("dag", "mag"), [("1-5-2017", True), ("2-5-2017", False)])
    def test_niet_gemeld_na_vandaag(self, client, ik, persoon, dag, mag):
        client.post(f"/dossiers/{persoon.sleutel}/signaal/", invoer(ik, gemeld_op=dag))
        assert Signaal.objects.exists() == mag

    @pytest.mark.parametrize(("dag", "mag"), [("27-4-2017", False), ("28-4-2017", True), ("29-4-2017", True)])
    def test_het_antwoord_niet_voor_de_melding(self, client, ik, persoon, dag, mag):
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/signaal/", invoer(ik, antwoord_voor=dag))
        assert Signaal.objects.exists() == mag
        assert (
            mag or "De antwoorddatum moet op of na de dag van de melding liggen." in antwoord.content.decode()
        )


class TestBeantwoorden:
    def test_antwoorden_en_dat_later_verbeteren(self, client, ik):
        signaal = SignaalFactory()
        data = {"antwoord": "Met de mentor gesproken.", "beantwoord_op": "1-5-2017", "versie": "1"}
        client.post(f"/dossiers/signaal/{signaal.pk}/antwoord/", data)
        signaal.refresh_from_db()
        assert (signaal.antwoord, signaal.beantwoord_op) == ("Met de mentor gesproken.", VANDAAG)
        assert signaal.beantwoord_door == ik
        bladzijde = client.get(f"/dossiers/signaal/{signaal.pk}/antwoord/").content.decode()
        assert "Met de mentor gesproken.</textarea>" in bladzijde
        client.post(f"/dossiers/signaal/{signaal.pk}/antwoord/", data | {"antwoord": "Beter.", "versie": "2"})
        signaal.refresh_from_db()
        assert signaal.antwoord == "Beter."

    @pytest.mark.parametrize(
        ("dag", "mag"),
        [("27-4-2017", False), ("28-4-2017", True), ("1-5-2017", True), ("2-5-2017", False)],
    )
    def test_tussen_de_melding_en_vandaag(self, client, ik, dag, mag):
        signaal = SignaalFactory()
        data = {"antwoord": "Ja.", "beantwoord_op": dag, "versie": "1"}
        antwoord = client.post(f"/dossiers/signaal/{signaal.pk}/antwoord/", data)
        assert Signaal.objects.open().exists() != mag
        assert mag or "beantwoord_op" in antwoord.context["form"].errors

    def test_een_leeg_antwoord_is_geen_antwoord(self, ik):
        signaal = SignaalFactory()
        with pytest.raises(ValidationError):
            actions.beantwoord_signaal(signaal, versie=1, antwoord=" ", beantwoord_op=VANDAAG, door=ik)

    @pytest.mark.parametrize(("eigen", "status"), [(True, 200), (False, 404)])
    def test_de_consulent_beantwoordt_het_eigen_signaal(self, client, eigen, status):
        client.force_login(consulent := GebruikerFactory(rol=Rol.CONSULENT))
        signaal = SignaalFactory(**({"eigenaar": consulent} if eigen else {}))
        assert client.get(f"/dossiers/signaal/{signaal.pk}/antwoord/").status_code == status

    def test_een_collega_antwoordde_eerder(self, client, ik):
        signaal = SignaalFactory()
        actions.beantwoord_signaal(signaal, versie=1, antwoord="Van mij.", beantwoord_op=VANDAAG, door=ik)
        data = {"antwoord": "Van jou.", "beantwoord_op": "1-5-2017", "versie": "1"}
        tekst = client.post(f"/dossiers/signaal/{signaal.pk}/antwoord/", data).content.decode()
        assert "<td>Van mij.</td>" in tekst
        assert "Van jou.</textarea>" in tekst


def test_wijzigen(client, ik):
    signaal = SignaalFactory()
    data = invoer(signaal.eigenaar, wat="Komt weer op tijd.", versie="1")
    client.post(f"/dossiers/signaal/{signaal.pk}/wijzigen/", data)
    signaal.refresh_from_db()
    assert (signaal.wat, signaal.versie) == ("Komt weer op tijd.", 2)


def test_open_signalen_van_een_dossier(persoon):
    wie = GebruikerFactory()
    signaal, beantwoord, weg = SignaalFactory.create_batch(3, statushouder=persoon)
    actions.beantwoord_signaal(beantwoord, versie=1, antwoord="Ja.", beantwoord_op=VANDAAG, door=wie)
    actions.haal_door(weg, versie=1, op=VANDAAG, door=wie, reden="Dubbel")
    assert list(figures.open_werk(persoon, wie).signalen) == [signaal] == list(persoon.signaal_set.open())


class TestUitstellen:
    """Another day for the answer: not one that passed, as with tasks."""

    @pytest.mark.parametrize(
        ("dag", "mag"), [(date(2017, 4, 30), False), (VANDAAG, True), (date(2017, 5, 2), True)]
    )
    def test_een_dag_die_voorbij_is(self, dag, mag):
        signaal = SignaalFactory()
        gegevens = {"antwoord_voor": dag}
        if mag:
            assert (
                actions.wijzig_signaal(signaal, versie=1, gegevens=gegevens, op=VANDAAG).antwoord_voor == dag
            )
            return
        with pytest.raises(ValidationError) as fout:
            actions.wijzig_signaal(signaal, versie=1, gegevens=gegevens, op=VANDAAG)
        assert fout.value.message_dict == {
            "antwoord_voor": ["Deze dag is al voorbij. Kies vandaag of een dag daarna."]
        }

    def test_een_dag_die_al_voorbij_was_mag_blijven(self):
        signaal = SignaalFactory(antwoord_voor=date(2017, 4, 28))
        gegevens = {"antwoord_voor": date(2017, 4, 28), "wat": "Anders"}
        assert actions.wijzig_signaal(signaal, versie=1, gegevens=gegevens, op=VANDAAG).wat == "Anders"
