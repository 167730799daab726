"""The demonstration: with whom its dossiers are shared, and the family that not everybody knows of."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from dossiers.models import Doorverwijzing, Inzagerecht, Statushouder, Verwijsstand
from kern.namens import namens
from toegang.demo import adres, maak_gebruikers
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


def ziet(rol: str) -> int:
    gebruiker = Gebruiker.objects.get(email=adres(rol))
    with namens(gebruiker, op=MEI):
        return Statushouder.objects.zichtbaar_voor(gebruiker).count()


def standen() -> Counter[str]:
    return Counter(str(rij.stand_op(MEI)) for rij in Doorverwijzing.objects.all())


def test_die_van_het_plan(settings):
    settings.DEMONSTRATIE = True
    call_command("laad_plan")
    maak_gebruikers()
    call_command("demo_gegevens")
    connection.check_constraints()
    assert set(standen()) == set(Verwijsstand.values)
    alle = Statushouder.objects.count()
    # who works on the case sees everybody, so that the plan's figures hold on their pages
    assert ziet(Rol.KLANTREGISSEUR) == ziet(Rol.COORDINATOR) == alle
    assert Statushouder.objects.filter(afgeschermd=True).count() == 2
    assert 20 < ziet(Rol.PARTNER) < alle
    afgeschermd = Inzagerecht.objects.values("statushouder")
    consulent = Gebruiker.objects.get(email=adres(Rol.CONSULENT))
    with namens(consulent, op=MEI):
        assert not Statushouder.objects.filter(pk__in=afgeschermd).exists()
    # the shielded family is shared as well, and its partner does not know
    assert Doorverwijzing.objects.filter(gezin__leden__statushouder__in=afgeschermd).exists()
    for kaart in Doorverwijzing.objects.values_list("kaart", flat=True):
        assert not {lid.achternaam for lid in Statushouder.objects.all()} & set(str(kaart).split("'"))


def test_zonder_plan_en_gebruikers_geen(settings):
    settings.DEMONSTRATIE = True
    call_command("demo_gegevens")
    assert not Doorverwijzing.objects.exists()
    assert not Statushouder.objects.filter(afgeschermd=True).exists()


def test_van_een_aantal_een_deel(settings):
    settings.DEMONSTRATIE = True
    call_command("laad_plan")
    maak_gebruikers()
    call_command("demo_gegevens", "--personen", "900")
    connection.check_constraints()
    gezinnen = Doorverwijzing.objects.values("gezin").distinct().count()
    assert 20 < gezinnen < 200
    assert set(standen()) > {"aangenomen", "verlopen"}
    assert Statushouder.objects.filter(afgeschermd=True).exists()
    assert ziet(Rol.KLANTREGISSEUR) == 900
    assert 10 < ziet(Rol.PARTNER) < 300
