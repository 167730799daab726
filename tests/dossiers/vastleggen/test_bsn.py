"""A BSN is shown once, after who asked and why was kept; and never to who has no right to it."""

import pytest
from django.core.exceptions import ValidationError

from dossiers import actions
from kern.velden import blinde_index
from kern.weigering import NietVastgelegd
from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Leeshandeling, Leesregel, Rol

pytestmark = pytest.mark.django_db
BSN = "123456782"
GETOOND = "1234 56 782"
REDEN = {"reden": "instantie", "toelichting": "toeslag aanvragen"}


@pytest.fixture
def met_bsn(db):
    return StatushouderFactory(bsn=BSN, bsn_index=blinde_index(BSN))


def gezien():
    """The rows of numbers that were shown."""
    return Leesregel.objects.filter(handeling=Leeshandeling.BSN, uitkomst="gezien")


def adres(persoon) -> str:
    return f"/dossiers/{persoon.sleutel}/bsn/"


class TestTonen:
    def test_eerst_een_reden_dan_het_nummer(self, client, ik, met_bsn):
        vraag = client.get(adres(met_bsn)).content.decode()
        assert GETOOND not in vraag
        assert BSN not in vraag
        assert not gezien().exists()
        antwoord = client.post(adres(met_bsn), REDEN)
        assert GETOOND in antwoord.content.decode()
        assert "no-store" in antwoord["Cache-Control"]
        rij = gezien().get()
        assert (rij.gebruiker, rij.rol, rij.dossier) == (ik.pk, ik.rol, met_bsn.sleutel)
        assert rij.doel == "Nodig voor een aanvraag bij een instantie: toeslag aanvragen"

    def test_elke_keer_opnieuw(self, client, ik, met_bsn):
        client.post(adres(met_bsn), REDEN)
        assert GETOOND not in client.get(adres(met_bsn)).content.decode()
        client.post(adres(met_bsn), REDEN)
        assert gezien().count() == 2

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
        assert not gezien().exists()

    def test_een_eigen_reden_in_eigen_woorden(self, client, ik, met_bsn):
        client.post(adres(met_bsn), {"reden": "anders", "toelichting": "Vraag van de huisarts"})
        assert gezien().get().doel == "Vraag van de huisarts"

    def test_van_wie_er_geen_is(self, client, ik, persoon):
        assert "Geen BSN bekend" in client.get(adres(persoon)).content.decode()
        client.post(adres(persoon), REDEN)
        assert not gezien().exists()


class TestVolgorde:
    def test_lukt_de_rij_niet_dan_komt_er_geen_nummer(self, client, ik, met_bsn, monkeypatch):
        def vol(*_wat, **_hoe):
            raise NietVastgelegd

        monkeypatch.setattr("dossiers.actions.bsn.leg_lezen_vast", vol)
        antwoord = client.post(adres(met_bsn), REDEN)
        assert antwoord.status_code == 503
        assert GETOOND not in antwoord.content.decode()

    def test_de_rij_staat_vast_voordat_het_nummer_gelezen_wordt(self, monkeypatch, met_bsn):
        def mislukt(_zelf):
            raise RuntimeError("geen sleutel")

        monkeypatch.setattr("kern.velden.Versleuteld.ontsleutel", mislukt)
        with pytest.raises(RuntimeError):
            actions.toon_bsn(met_bsn, gebruiker=GebruikerFactory(), reden="Controle")
        assert gezien().count() == 1

    def test_de_actie_vraagt_ook_een_reden(self, ik, met_bsn):
        with pytest.raises(ValidationError):
            actions.toon_bsn(met_bsn, gebruiker=ik, reden="  ")
        assert not gezien().exists()


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
    assert gezien().exists() == (status == 200)
