"""The terms stand there as their rules say, whoever touched the dossier."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dossiers.models import Statushouder
from kern.namens import namens
from kern.register import register
from termijnen import motor
from termijnen.actions import herbereken, werk_bij
from termijnen.figures import termijnen_vers
from termijnen.models import Termijn
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    GezinFactory,
    GezinslidFactory,
    StatushouderFactory,
)
from tests.harnas.paginas import als_web
from tests.harnas.vers import Onvers
from tests.huisvesting.factories import PlaatsingFactory, WoningFactory
from tests.termijnen.factories import TermijnFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)
WONING = "huisvesting.woning"


def gekoppeld(**velden) -> Statushouder:
    return StatushouderFactory(coa_koppeldatum=date(2017, 3, 6), **velden)


def woning(persoon: Statushouder) -> Termijn:
    return Termijn.objects.get(code=WONING, statushouder=persoon)


def test_een_nieuwe_termijn_een_gewijzigde_en_een_die_verdwijnt():
    persoon = gekoppeld()
    assert motor.werk_bij([persoon.pk]) == (1, 0, 0)
    assert woning(persoon).vervalt_op == date(2017, 5, 15)
    assert motor.werk_bij([persoon.pk]) == (0, 0, 0)
    Statushouder.objects.filter(pk=persoon.pk).update(coa_koppeldatum=date(2017, 3, 7))
    assert motor.werk_bij([persoon.pk]) == (0, 1, 0)
    assert woning(persoon).vervalt_op == date(2017, 5, 16)
    Statushouder.objects.filter(pk=persoon.pk).update(coa_koppeldatum=None)
    assert motor.werk_bij([persoon.pk]) == (0, 0, 1)
    assert not Termijn.objects.exists()


def test_een_andere_persoon_blijft_zoals_hij_is():
    persoon, ander = gekoppeld(), gekoppeld()
    motor.werk_bij([persoon.pk])
    assert list(Termijn.objects.values_list("statushouder", flat=True)) == [persoon.pk]
    assert termijnen_vers().aantal == 1
    assert herbereken() == (1, 0, 0)
    assert termijnen_vers().aantal == 0
    assert {rij.statushouder_id for rij in Termijn.objects.all()} == {persoon.pk, ander.pk}


def test_de_nacht_leest_alleen_waar_alles_klopt_en_vergrendelt_wie_verschilt():
    """A dossier that is locked bears the transaction that did it; so the control is the one that did change."""
    goed, fout = gekoppeld(), gekoppeld()
    motor.werk_bij([goed.pk])
    vergrendeld = _vergrendeld()
    assert motor.anders() == [fout.pk]
    assert herbereken() == (1, 0, 0)
    assert _vergrendeld() - vergrendeld == {fout.pk}
    assert motor.anders() == []
    with CaptureQueriesContext(connection) as vragen:
        assert herbereken() == (0, 0, 0)
    assert len(vragen) == 2  # what is of no dossier is computed at once


def _vergrendeld() -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM dossiers_statushouder WHERE xmax <> 0")
        return {sleutel for (sleutel,) in cursor.fetchall()}


def test_een_regel_die_er_niet_meer_is_laat_niets_achter():
    TermijnFactory(code="huisvesting.afgeschaft")
    assert termijnen_vers().voorbeelden == ["huisvesting.afgeschaft: 1"]
    assert herbereken() == (0, 0, 1)


def test_van_een_gezin_staat_de_termijn_bij_het_hoofd_ook_als_een_ander_lid_is_geraakt():
    gezin = GezinFactory()
    hoofd, kind = gekoppeld(), gekoppeld()
    GezinslidFactory(gezin=gezin, statushouder=hoofd)
    GezinslidFactory(gezin=gezin, statushouder=kind, rol="kind")
    motor.werk_bij([kind.pk])
    [termijn] = Termijn.objects.all()
    assert (termijn.statushouder, termijn.gezin) == (hoofd, gezin)


def test_een_nieuw_hoofd_neemt_de_termijn_over():
    gezin = GezinFactory()
    eerste, tweede = gekoppeld(), gekoppeld()
    lid = GezinslidFactory(gezin=gezin, statushouder=eerste)
    ander = GezinslidFactory(gezin=gezin, statushouder=tweede, rol="partner")
    motor.werk_bij([eerste.pk])
    lid.rol, ander.rol = "partner", "hoofd"
    lid.save()
    ander.save()
    assert motor.werk_bij([tweede.pk]) == (1, 0, 1)
    assert woning(tweede).gezin == gezin


def test_wie_maar_een_deel_ziet_rekent_toch_het_geheel():
    """A partner, and a clerk who may not know of the head: the terms are those of everybody."""
    gezin = GezinFactory()
    hoofd, kind = gekoppeld(afgeschermd=True), gekoppeld()
    GezinslidFactory(gezin=gezin, statushouder=hoofd)
    GezinslidFactory(gezin=gezin, statushouder=kind, rol="kind")
    PlaatsingFactory(statushouder=hoofd, van=date(2017, 4, 3))
    organisatie = OrganisatieFactory()
    DoorverwijzingFactory(statushouder=kind, organisatie=organisatie)
    for gebruiker in (
        GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie),
        GebruikerFactory(rol=Rol.KLANTREGISSEUR),
    ):
        Termijn.objects.all().delete()
        with als_web(), namens(gebruiker, op=MEI):
            assert motor.werk_bij([kind.pk]) == (1, 0, 0)
            assert not Termijn.objects.exists()  # and sees no more for it
        assert woning(hoofd).voldaan_op == date(2017, 4, 3)
        assert termijnen_vers().aantal == 0


def test_wie_in_een_ander_dossier_opging_heeft_geen_termijnen():
    blijft, opgegaan = gekoppeld(), gekoppeld()
    herbereken()
    Statushouder.objects.filter(pk=opgegaan.pk).update(samengevoegd_met=blijft)
    assert motor.werk_bij([blijft.pk, opgegaan.pk]) == (0, 0, 1)


@pytest.mark.parametrize("aantal", [1, 50])
def test_een_vraag_voor_hoeveel_dossiers_ook(aantal, django_assert_num_queries):
    personen = [gekoppeld() for _ in range(aantal)]
    with django_assert_num_queries(1):
        werk_bij(personen)
    assert Termijn.objects.filter(code=WONING).count() == aantal


def test_zonder_dossier_wordt_er_niets_gevraagd(django_assert_num_queries):
    with django_assert_num_queries(0):
        werk_bij([])


def test_het_register_roept_de_motor_aan():
    persoon = gekoppeld()
    register.werk_bij([persoon])
    assert woning(persoon)


@pytest.mark.parametrize(
    "regel", [regel for _domein, regel in register.termijnregels()], ids=lambda regel: regel.code
)
def test_elke_regel_geeft_de_kolommen_en_hangt_niet_van_vandaag_af(regel):
    sql = motor.bron(regel).lower()
    for vandaag in ("wi_dag", "current_date", "now()", "current_timestamp", "current_setting"):
        assert vandaag not in sql
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({sql}) q".replace("%", "%%"))
        kolommen = tuple(kolom.name for kolom in cursor.description)
    assert kolommen == (motor.KOLOMMEN_ONDERWERP if regel.zonder_dossier else motor.KOLOMMEN)


def test_een_termijn_van_een_onbekende_regel_staat_niet_in_het_document():
    from termijnen.figures import document

    assert document([SimpleNamespace(code="er.is.geen")]) == []


def test_een_pagina_die_het_register_vergeet_valt_door_de_mand(client, monkeypatch, settings):
    """The control of the tests' own client: every POST is looked at."""
    settings.VANDAAG = "2017-05-01"
    gebruiker = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
    persoon = gekoppeld()
    werk_bij([persoon])
    monkeypatch.setattr(register, "werk_bij", lambda _dossiers: None)
    client.force_login(gebruiker)
    adres = reverse("huisvesting:plaatsen", args=[persoon.sleutel])
    gestuurd = {"personen": [persoon.pk], "woning": WoningFactory().pk, "van": "3-4-2017"}
    with pytest.raises(Onvers, match="1 termijnen"):
        client.post(adres, gestuurd)
    monkeypatch.undo()
    werk_bij([persoon])
    assert woning(persoon).voldaan_op == date(2017, 4, 3)
