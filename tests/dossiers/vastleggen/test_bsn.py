"""A BSN is shown once, after who asked and why was kept; and never to who has no right to it."""

import pytest
from django.core.exceptions import ValidationError

from dossiers import actions, figures
from dossiers.models import BsnInzage
from kern.velden import blinde_index
from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
BSN = "123456782"
GETOOND = "1234 56 782"
REDEN = {"reden": "instantie", "toelichting": "toeslag aanvragen"}


@pytest.fixture
def met_bsn(db):
    return StatushouderFactory(bsn=BSN, bsn_index=blinde_index(BSN))


def adres(persoon) -> str:
    return f"/dossiers/{persoon.sleutel}/bsn/"


class TestTonen:
    def test_eerst_een_reden_dan_het_nummer(self, client, ik, met_bsn):
        vraag = client.get(adres(met_bsn)).content.decode()
        assert GETOOND not in vraag
        assert BSN not in vraag
        assert not BsnInzage.objects.exists()
        antwoord = client.post(adres(met_bsn), REDEN)
        assert GETOOND in antwoord.content.decode()
        assert "no-store" in antwoord["Cache-Control"]
        rij = BsnInzage.objects.get()
        assert (rij.gebruiker, rij.statushouder) == (ik, met_bsn)
        assert rij.reden == "Nodig voor een aanvraag bij een instantie: toeslag aanvragen"

    def test_elke_keer_opnieuw(self, client, ik, met_bsn):
        client.post(adres(met_bsn), REDEN)
        assert GETOOND not in client.get(adres(met_bsn)).content.decode()
        client.post(adres(met_bsn), REDEN)
        assert BsnInzage.objects.count() == 2

    @pytest.mark.parametrize(
        ("invoer", "veld"),
        [
            ({"reden": ""}, "reden"),
            ({"reden": "zomaar"}, "reden"),
            ({"reden": "anders", "toelichting": " "}, "toelichting"),
            ({"reden": "brp", "toelichting": "a" * 141}, "toelichting"),
        ],
    )
    def test_zonder_reden_geen_nummer_en_geen_rij(self, client, ik, met_bsn, invoer, veld):
        antwoord = client.post(adres(met_bsn), invoer)
        assert veld in antwoord.context["form"].errors
        assert GETOOND not in antwoord.content.decode()
        assert not BsnInzage.objects.exists()

    def test_een_eigen_reden_in_eigen_woorden(self, client, ik, met_bsn):
        client.post(adres(met_bsn), {"reden": "anders", "toelichting": "Vraag van de huisarts"})
        assert BsnInzage.objects.get().reden == "Vraag van de huisarts"

    def test_van_wie_er_geen_is(self, client, ik, persoon):
        assert "Geen BSN bekend" in client.get(adres(persoon)).content.decode()
        client.post(adres(persoon), REDEN)
        assert not BsnInzage.objects.exists()


class TestVolgorde:
    def test_lukt_de_rij_niet_dan_komt_er_geen_nummer(self, client, ik, met_bsn, monkeypatch):
        def vol(**_velden):
            raise OSError("vol")

        monkeypatch.setattr(BsnInzage.objects, "create", vol)
        with pytest.raises(OSError, match="vol"):
            client.post(adres(met_bsn), REDEN)

    @pytest.mark.django_db(transaction=True)
    def test_de_rij_staat_vast_voordat_het_nummer_gelezen_wordt(self, client, monkeypatch):
        persoon, wie = StatushouderFactory(bsn=BSN, bsn_index=blinde_index(BSN)), GebruikerFactory()

        def mislukt(_zelf):
            raise RuntimeError("geen sleutel")

        monkeypatch.setattr("kern.velden.Versleuteld.ontsleutel", mislukt)
        with pytest.raises(RuntimeError):
            actions.toon_bsn(persoon, gebruiker=wie, reden="Controle")
        assert BsnInzage.objects.count() == 1

    @pytest.mark.django_db(transaction=True)
    def test_de_actie_vraagt_ook_een_reden(self, ik, met_bsn):
        with pytest.raises(ValidationError):
            actions.toon_bsn(met_bsn, gebruiker=ik, reden="  ")


@pytest.mark.parametrize(
    ("rol", "status"),
    [
        (Rol.KLANTREGISSEUR, 200),
        (Rol.CONSULENT, 200),
        (Rol.COORDINATOR, 200),
        (Rol.PARTNER, 404),
        (Rol.FINANCIEN, 404),
        (Rol.RAADSGRIFFIE, 404),
        (Rol.PRIVACY, 404),
        (Rol.BEHEERDER, 404),
    ],
)
def test_wie_het_mag(client, met_bsn, rol, status):
    organisatie = OrganisatieFactory() if rol == Rol.PARTNER else None
    client.force_login(GebruikerFactory(rol=rol, organisatie=organisatie))
    assert client.get(adres(met_bsn)).status_code == status
    assert client.post(adres(met_bsn), REDEN).status_code == status
    assert BsnInzage.objects.exists() == (status == 200)


@pytest.mark.parametrize("aantal", [1, 50])
def test_wie_het_zag_in_een_vraag(ik, met_bsn, aantal, django_assert_num_queries):
    for nummer in range(aantal):
        actions.toon_bsn(met_bsn, gebruiker=ik, reden=f"Reden {nummer}")
    with django_assert_num_queries(1):
        gezien = [(str(rij.gebruiker), rij.reden) for rij in figures.bsn_inzagen(met_bsn)]
    assert gezien[0] == (str(ik), f"Reden {aantal - 1}")
