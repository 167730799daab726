"""Which rows of the read log the database gives: by the table of rights, and never more than that."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from dossiers.models import Statushouder
from kern.namens import namens
from tests.dossiers.factories import DoorverwijzingFactory, InzagerechtFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leesbeoordeling, Leeshandeling, Leesregel, Rol

pytestmark = pytest.mark.django_db
DAG = date(2017, 5, 1)


def lees(gebruiker, *personen) -> None:
    leg_lezen_vast(
        gebruiker,
        Lezing(handeling=Leeshandeling.INZIEN, wat="Dossier", dossiers=[p.sleutel for p in personen]),
    )


@pytest.fixture
def open_():
    return StatushouderFactory()


@pytest.fixture
def geheim():
    persoon = StatushouderFactory()
    InzagerechtFactory(statushouder=persoon)
    Statushouder.objects.filter(pk=persoon.pk).update(afgeschermd=True)
    return persoon


@pytest.fixture(autouse=True)
def log(open_, geheim):
    """A look of somebody else at each of both, and one of the municipality at the open one."""
    lezer = GebruikerFactory()
    lees(lezer, open_)
    lees(lezer, geheim)
    lees(None, open_)


def gezien(gebruiker) -> int:
    """How many rows the database gives, whatever the page asks; -1 where this role may not ask."""
    with namens(gebruiker, op=DAG):
        try:
            with transaction.atomic():
                return Leesregel.objects.count()
        except ProgrammingError:
            return -1


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [
        (Rol.PRIVACY, 3),
        (Rol.KLANTREGISSEUR, 2),
        (Rol.COORDINATOR, 2),
        (Rol.CONSULENT, 0),
        (Rol.FINANCIEN, 0),
        (Rol.RAADSGRIFFIE, 0),
        (Rol.BEHEERDER, 0),
    ],
)
def test_elke_rol_leest_wat_de_tabel_geeft(rol, ziet):
    assert gezien(GebruikerFactory(rol=rol)) == ziet


def test_de_gemeente_zelf_leest_alles():
    assert gezien(None) == 3


def test_wie_is_genoemd_leest_ook_wie_het_afgeschermde_dossier_zag(geheim):
    assert gezien(geheim.inzagerechten.get().gebruiker) == 3


@pytest.mark.parametrize("rol", [Rol.CONSULENT, Rol.FINANCIEN])
def test_ieder_leest_de_eigen_regels(rol, open_):
    ik = GebruikerFactory(rol=rol)
    lees(ik, open_)
    assert gezien(ik) == 1


def test_een_partner_vraagt_er_niet_naar(open_):
    verwezen = DoorverwijzingFactory(statushouder=open_)
    ik = GebruikerFactory(rol=Rol.PARTNER, organisatie=verwezen.organisatie)
    lees(ik, open_)
    assert gezien(ik) == -1


def test_zonder_beleid_leest_een_regisseur_alles():
    """Negative control: it is the policy that keeps the row of the shielded dossier."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE toegang_leesregel DISABLE ROW LEVEL SECURITY")
    assert gezien(GebruikerFactory()) == 3


def test_wat_ervan_werd_gevonden_is_van_privacy():
    privacy = GebruikerFactory(rol=Rol.PRIVACY)
    with namens(privacy, op=DAG):
        Leesbeoordeling.objects.create(regel=1, gebruiker=privacy)
        assert Leesbeoordeling.objects.count() == 1
    with namens(GebruikerFactory(), op=DAG):
        assert Leesbeoordeling.objects.count() == 0
