"""Before referring: how many places are free, and how soon an organisation answers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from kern.namens import namens
from partners import actions, figures
from partners.domain import over_organisaties
from partners.models import Plaatsen
from tests.dossiers.factories import DoorverwijzingFactory
from tests.dossiers.samenvoegen.hulp import tekst
from tests.partners.conftest import DAG
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
EEN = timedelta(days=1)


def woorden(organisatie, op=DAG):
    return over_organisaties([organisatie], op)[organisatie.pk]


def beantwoord(organisatie, *dagen, **veld):
    for aantal in dagen:
        naam = next(iter(veld), "aangenomen_op")
        rest = {"aangenomen_op": None, "reden": "Nee"} if naam == "afgewezen_op" else {}
        gevraagd = DAG - timedelta(days=60)
        DoorverwijzingFactory(
            organisatie=organisatie,
            **{"gevraagd_op": gevraagd, "van": gevraagd, **rest, naam: gevraagd + timedelta(days=aantal)},
        )


def test_zonder_iets(organisatie):
    assert woorden(organisatie) == "plaatsen niet opgegeven, nog geen antwoorden"


@pytest.mark.parametrize(
    ("aantal", "zin"),
    [
        (5, "3 plaatsen vrij van 5"),
        (3, "1 plaats vrij van 3"),
        (2, "geen plaatsen vrij van 2"),
        (0, "geen plaatsen vrij van 0"),
    ],
)
def test_vrij_is_wat_overblijft_en_nooit_minder_dan_niets(organisatie, aantal, zin):
    beantwoord(organisatie, 1, 1)
    actions.zet_plaatsen(organisatie, aantal=aantal, vanaf=DAG, door=None)
    assert woorden(organisatie).startswith(zin)


@pytest.mark.parametrize(
    ("dagen", "zin"),
    [
        ((0,), "dezelfde dag"),
        ((1,), "binnen 1 dag"),
        ((1, 2, 30), "binnen 2 dagen"),
        ((2, 3), "binnen 3 dagen"),
    ],
)
def test_de_mediaan_naar_boven(organisatie, dagen, zin):
    beantwoord(organisatie, *dagen)
    assert woorden(organisatie).endswith(f"antwoordt meestal {zin}")


def test_een_nee_is_ook_een_antwoord(organisatie):
    beantwoord(organisatie, 6, afgewezen_op=True)
    assert figures.standen([organisatie], DAG)[organisatie.pk].antwoord_in == 6


def test_plaatsen_gelden_vanaf_hun_dag(organisatie):
    actions.zet_plaatsen(organisatie, aantal=5, vanaf=DAG, door=None)
    actions.zet_plaatsen(organisatie, aantal=9, vanaf=DAG + EEN, door=None)
    per_dag = [
        figures.standen([organisatie], op)[organisatie.pk].plaatsen for op in (DAG - EEN, DAG, DAG + EEN)
    ]
    assert per_dag == [None, 5, 9]


def test_op_het_formulier(client, rima, marieke, organisatie, els):
    actions.zet_plaatsen(organisatie, aantal=5, vanaf=DAG, door=None)
    client.force_login(marieke)
    pagina = client.get(reverse("dossiers:doorverwijzen", args=[rima.sleutel]))
    assert "VluchtelingenWerk Proef (5 plaatsen vrij van 5, nog geen antwoorden)" in tekst(pagina)


@pytest.mark.parametrize("aantal", [1, 50])
def test_kost_altijd_evenveel_queries(django_assert_num_queries, aantal):
    alle = OrganisatieFactory.create_batch(aantal)
    with django_assert_num_queries(3):
        assert len(figures.standen(alle, DAG)) == aantal


class TestBeheer:
    """The organisation's own manager says how many there are."""

    ADRES = "partners:plaatsen"

    @pytest.fixture
    def beheer(self, client, organisatie):
        gebruiker = GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie, beheert_organisatie=True)
        client.force_login(gebruiker)
        return gebruiker

    def test_zetten_en_opnieuw(self, client, beheer, organisatie):
        for aantal in ("12", "15"):
            antwoord = client.post(reverse(self.ADRES), {"aantal": aantal}, follow=True)
            assert f"0 van {aantal}" in tekst(antwoord)
        rij = Plaatsen.objects.get()
        assert (rij.aantal, rij.vanaf, rij.door) == (15, DAG, beheer)
        assert 'value="15"' in client.get(reverse(self.ADRES)).content.decode()

    @pytest.mark.parametrize(
        ("getypt", "zin"),
        [
            ("", "Vul een aantal in."),
            ("-1", "Vul 0 of meer in."),
            ("501", "tot en met 500"),
            ("veel", "Vul een heel getal in"),
        ],
    )
    def test_fout(self, client, beheer, getypt, zin):
        antwoord = client.post(reverse(self.ADRES), {"aantal": getypt})
        assert zin in tekst(antwoord)
        assert f'value="{getypt}"' in antwoord.content.decode() or not getypt
        assert not Plaatsen.objects.exists()

    @pytest.mark.parametrize("rol", [Rol.PARTNER, Rol.COORDINATOR, Rol.BEHEERDER])
    def test_niet_door_een_ander(self, client, organisatie, rol):
        client.force_login(GebruikerFactory(rol=rol, organisatie=organisatie if rol == Rol.PARTNER else None))
        assert client.get(reverse(self.ADRES)).status_code == 404

    def test_de_databank_houdt_een_andere_organisatie_tegen(self, organisatie, els):
        ander = OrganisatieFactory()
        Plaatsen.objects.create(organisatie=ander, vanaf=DAG, aantal=3)
        with namens(els, op=DAG):
            assert not Plaatsen.objects.exists()
            actions.zet_plaatsen(organisatie, aantal=3, vanaf=DAG, door=els)  # the own one goes
            with pytest.raises(DatabaseError), transaction.atomic():
                Plaatsen.objects.create(organisatie=ander, vanaf=DAG + EEN, aantal=1)
