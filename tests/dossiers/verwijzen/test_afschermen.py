"""A shielded dossier: who is named knows of it, nobody else, until it is lifted."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from dossiers import actions, figures
from dossiers.actions import NieuwePersoon, NieuwGezin
from dossiers.actions.afschermen import scherm_nieuwe_leden_af
from dossiers.models import Inzagerecht, Regie
from kern.namens import namens
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory
from tests.dossiers.verwijzen.conftest import DAG, EEN_DAG, scherm_af, ziet
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db


def test_alleen_wie_is_genoemd(rima, marieke, joost):
    ander = GebruikerFactory()
    coordinator = GebruikerFactory(rol=Rol.COORDINATOR)
    scherm_af(marieke, rima, collegas=[joost])
    assert [ziet(wie, rima) for wie in (marieke, joost, ander, coordinator)] == [True, True, False, False]
    rima.refresh_from_db()
    assert (rima.afgeschermd, rima.versie) == (True, 2)


def test_vanaf_de_dag_zelf(rima, marieke):
    scherm_af(marieke, rima)
    dagen = [DAG - EEN_DAG, DAG, DAG + EEN_DAG]
    assert [ziet(marieke, rima, dag) for dag in dagen] == [False, True, True]


def test_een_gezin_in_een_keer(rima, lina, marieke):
    buurman = StatushouderFactory()
    assert len(scherm_af(marieke, rima, lina)) == 2
    ander = GebruikerFactory()
    assert [ziet(ander, wie) for wie in (rima, lina, buurman)] == [False, False, True]


def test_nog_eens_is_hetzelfde(rima, marieke, joost):
    scherm_af(marieke, rima)
    scherm_af(marieke, rima, collegas=[joost])
    rima.refresh_from_db()
    assert rima.versie == 2
    assert Inzagerecht.objects.filter(statushouder=rima).count() == 2


@pytest.mark.parametrize("reden", ["", "  "])
def test_niet_zonder_reden(rima, marieke, reden):
    with pytest.raises(ValidationError) as weigering:
        actions.scherm_af([rima], reden=reden, collegas=[], op=DAG, door=marieke)
    assert list(weigering.value.message_dict) == ["reden"]
    assert ziet(GebruikerFactory(), rima)


@pytest.mark.parametrize("rol", [Rol.FINANCIEN, Rol.PRIVACY, Rol.PARTNER])
def test_alleen_collegas_die_dossiers_zien(rima, marieke, organisatie, rol):
    vreemd = GebruikerFactory(rol=rol, organisatie=organisatie)
    with pytest.raises(ValidationError) as weigering:
        scherm_af(marieke, rima, collegas=[vreemd])
    assert list(weigering.value.message_dict) == ["collegas"]
    assert not Inzagerecht.objects.exists()


class TestOpheffen:
    """As all others again."""

    def test_iedereen_ziet_het_weer(self, rima, lina, marieke):
        scherm_af(marieke, rima, lina, op=DAG - EEN_DAG)
        assert len(actions.hef_afscherming_op([rima, lina], reden="Niet meer nodig", op=DAG)) == 2
        assert ziet(GebruikerFactory(), rima)
        assert actions.hef_afscherming_op([rima, lina], reden="Niet meer nodig", op=DAG) == []
        assert {recht.tot for recht in Inzagerecht.objects.all()} == {DAG}

    def test_dezelfde_dag_op_en_af(self, rima, marieke):
        for _ in range(2):
            scherm_af(marieke, rima)
            assert not ziet(GebruikerFactory(), rima)
            actions.hef_afscherming_op([rima], reden="Niet meer nodig", op=DAG)
            assert ziet(GebruikerFactory(), rima)

    def test_de_volgende_keer_gelden_oude_namen_niet(self, rima, marieke, joost):
        scherm_af(marieke, rima, collegas=[joost], op=DAG - EEN_DAG)
        actions.hef_afscherming_op([rima], reden="Niet meer nodig", op=DAG)
        scherm_af(marieke, rima)
        assert [ziet(wie, rima) for wie in (marieke, joost)] == [True, False]


class TestWieMag:
    """The coordinator, and whose case it is on that day."""

    @pytest.mark.parametrize(("dagen", "verwacht"), [(-1, False), (0, True), (1, True)])
    def test_de_eigen_regisseur(self, rima, marieke, dagen, verwacht):
        van = date(2017, 3, 1)
        Regie.objects.filter(statushouder=rima).update(regisseur=marieke, van=van)
        assert figures.mag_afschermen(rima, marieke, van + dagen * EEN_DAG) is verwacht

    @pytest.mark.parametrize(
        ("rol", "verwacht"),
        [(Rol.COORDINATOR, True), (Rol.KLANTREGISSEUR, False), (Rol.CONSULENT, False), (Rol.PARTNER, False)],
    )
    def test_de_anderen(self, rima, organisatie, rol, verwacht):
        gebruiker = GebruikerFactory(rol=rol, organisatie=organisatie)
        assert figures.mag_afschermen(rima, gebruiker, DAG) is verwacht


def test_een_gezin_met_een_afgeschermd_lid_verwijst_alleen_wie_iedereen_kent(
    vraag, gezin, rima, lina, marieke
):
    GezinslidFactory(gezin=gezin, statushouder=StatushouderFactory(), rol="overig")
    scherm_af(marieke, lina)
    ander = GebruikerFactory()
    with namens(ander, op=DAG), pytest.raises(ValidationError) as weigering:
        vraag(heel_gezin=True, door=ander)
    assert list(weigering.value.message_dict) == ["heel_gezin"]
    with namens(marieke, op=DAG):
        assert vraag(heel_gezin=True).kaart["personen"] == 2


class TestNieuwInHetGezin:
    """A baby does not give a shielded family away."""

    def registreer(self, gezin):
        nieuw = NieuwGezin(gezin=gezin, personen=[NieuwePersoon(achternaam="Haddad", voornamen="Noor")])
        [persoon] = actions.registreer_gezinnen([nieuw], op=DAG)
        connection.check_constraints()
        return persoon

    def test_is_afgeschermd_voor_dezelfde_mensen(self, gezin, rima, lina, marieke, joost):
        scherm_af(marieke, rima, lina, op=DAG - EEN_DAG)
        actions.noem_collega([rima], collega=joost, reden="Waarneming", op=DAG, tot=DAG + EEN_DAG)
        with namens(marieke, op=DAG):
            noor = self.registreer(gezin)
        assert [ziet(wie, noor) for wie in (marieke, joost, GebruikerFactory())] == [True, True, False]
        assert not ziet(joost, noor, DAG + EEN_DAG)

    def test_niet_als_een_lid_het_niet_is(self, gezin, rima, lina, marieke):
        scherm_af(marieke, lina)
        assert ziet(GebruikerFactory(), self.registreer(gezin))

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_zonder_afscherming_kost_het_een_vraag(self, django_assert_num_queries, gezin, aantal):
        leden = GezinslidFactory.create_batch(aantal, gezin=gezin, rol="kind")
        nieuw = [(gezin, StatushouderFactory()) for _ in leden]
        with django_assert_num_queries(1):
            scherm_nieuwe_leden_af(nieuw, op=DAG)
