"""The kept SQL of whom somebody sees: for each the own key, also deep in another query."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.models import Exists, OuterRef

from dossiers.models import Gezinslid, Statushouder
from kern.namens import namens
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    GezinslidFactory,
    InzagerechtFactory,
    StatushouderFactory,
)
from tests.toegang.factories import GebruikerFactory
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db
DAG = date(2017, 5, 1)


@pytest.fixture(autouse=True)
def _zonder_beleid():
    """On that day, and as who owns the tables: no policy holds, so that the application's filter stands alone."""
    with namens(None, op=DAG):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE NONE")
        yield


def test_elke_organisatie_en_elke_gebruiker_heeft_de_eigen_sleutel():
    for verwezen in DoorverwijzingFactory.create_batch(2):
        partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=verwezen.organisatie)
        assert list(Statushouder.objects.zichtbaar_voor(partner)) == [verwezen.statushouder]
    rechten = InzagerechtFactory.create_batch(2)
    Statushouder.objects.filter(inzagerechten__in=rechten).update(afgeschermd=True)
    for recht in rechten:
        afgeschermd = Statushouder.objects.zichtbaar_voor(recht.gebruiker).filter(afgeschermd=True)
        assert list(afgeschermd) == [recht.statushouder]


@pytest.mark.parametrize("met_gezin", [False, True])
def test_in_een_andere_vraag_gaat_het_over_de_persoon_van_die_rij(met_gezin):
    """Two and three deep, where Django's own names of tables are those of the kept SQL."""
    lid, _ander = GezinslidFactory(), GezinslidFactory()
    verwezen = DoorverwijzingFactory(
        **({"statushouder": None, "gezin": lid.gezin} if met_gezin else {"statushouder": lid.statushouder})
    )
    partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=verwezen.organisatie)
    zichtbaar = Statushouder.objects.zichtbaar_voor(partner)
    leden = Gezinslid.objects.filter(statushouder__in=zichtbaar)
    assert list(leden) == [lid]
    assert list(Gezinslid.objects.filter(Exists(leden.filter(pk=OuterRef("pk"))))) == [lid]
    dieper = Statushouder.objects.filter(
        Exists(Gezinslid.objects.filter(pk__in=leden, statushouder=OuterRef("pk")))
    )
    assert list(dieper) == [lid.statushouder]


def test_wie_geen_organisatie_heeft_ziet_niemand():
    DoorverwijzingFactory()
    assert not Statushouder.objects.zichtbaar_voor(Gebruiker(rol=Rol.PARTNER)).exists()


def test_wie_nog_niet_is_bewaard_is_bij_niemand_genoemd():
    InzagerechtFactory(statushouder=StatushouderFactory(afgeschermd=False))
    Statushouder.objects.update(afgeschermd=True)
    assert not Statushouder.objects.zichtbaar_voor(Gebruiker(rol=Rol.KLANTREGISSEUR)).exists()
