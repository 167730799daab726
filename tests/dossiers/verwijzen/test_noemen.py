"""Naming who may open a shielded dossier, and that somebody always may."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from dossiers import actions, figures
from dossiers.models import Inzagerecht, Statushouder
from kern.opdrachten import Geweigerd
from kern.weigering import Verouderd
from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.dossiers.verwijzen.conftest import DAG, EEN_DAG, scherm_af, ziet
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("wie", ["uit dienst", "partner met een verwijzing"])
def test_wie_genoemd_kan_worden(rima, marieke, els, wie):
    if wie == "uit dienst":
        collega, verwacht = GebruikerFactory(is_active=False), False
    else:
        DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
        collega, verwacht = els, True
    assert figures.inzagekeuze(rima, DAG).filter(pk=collega.pk).exists() is verwacht


class TestNoemen:
    """Naming, with a last day or without."""

    @pytest.fixture(autouse=True)
    def _afgeschermd(self, rima, marieke):
        scherm_af(marieke, rima)

    @pytest.mark.parametrize(("dagen", "verwacht"), [(-1, True), (0, False), (1, False)])
    def test_tot_een_dag(self, rima, joost, dagen, verwacht):
        tot = date(2017, 6, 1)
        actions.noem_collega([rima], collega=joost, reden="Waarneming", op=DAG, tot=tot)
        assert ziet(joost, rima, tot + dagen * EEN_DAG) is verwacht

    def test_wie_al_genoemd_is_krijgt_de_nieuwe_dag(self, rima, joost):
        actions.noem_collega([rima], collega=joost, reden="Waarneming", op=DAG, tot=date(2017, 6, 1))
        [recht] = actions.noem_collega([rima], collega=joost, reden="Neemt over", op=DAG + EEN_DAG)
        assert (recht.tot, recht.reden, recht.van) == (None, "Neemt over", DAG)

    @pytest.mark.parametrize(("dagen", "rijen"), [(-1, 1), (0, 2), (1, 2)])
    def test_wat_voorbij_is_komt_niet_terug(self, rima, joost, dagen, rijen):
        tot = date(2017, 6, 1)
        actions.noem_collega([rima], collega=joost, reden="Waarneming", op=DAG, tot=tot)
        [recht] = Inzagerecht.objects.filter(gebruiker=joost)
        Inzagerecht.objects.filter(pk=recht.pk).update(reden_einde="Niet meer nodig")
        actions.noem_collega([rima], collega=joost, reden="Neemt over", op=tot + dagen * EEN_DAG)
        gevonden = list(
            Inzagerecht.objects.filter(gebruiker=joost).values_list("tot", "reden", "reden_einde")
        )
        voorbij = [(tot, "Waarneming", "Niet meer nodig")]
        assert gevonden == [*voorbij, (None, "Neemt over", "")][-rijen:]

    def test_een_dag_die_voorbij_is(self, rima, joost):
        with pytest.raises(ValidationError) as weigering:
            actions.noem_collega([rima], collega=joost, reden="Waarneming", op=DAG, tot=DAG)
        assert list(weigering.value.message_dict) == ["tot"]

    def test_de_laatste_krijgt_geen_einddatum(self, rima, marieke):
        with pytest.raises(ValidationError, match="Noem eerst een andere collega"):
            actions.noem_collega([rima], collega=marieke, reden="Weg", op=DAG, tot=date(2017, 6, 1))
        assert ziet(marieke, rima, date(2017, 6, 1))

    def test_niet_als_het_niet_meer_is_afgeschermd(self, rima, joost):
        actions.hef_afscherming_op([rima], reden="Niet meer nodig", op=DAG)
        with pytest.raises(ValidationError, match="niet meer afgeschermd"):
            actions.noem_collega([rima], collega=joost, reden="Waarneming", op=DAG)


class TestNiemandSluitZichBuiten:
    """There is always somebody without a last day who may sign in."""

    @pytest.fixture
    def recht(self, rima, marieke):
        scherm_af(marieke, rima, op=DAG - EEN_DAG)
        return Inzagerecht.objects.get()

    def test_de_laatste_naam_blijft(self, recht, rima, marieke):
        with pytest.raises(ValidationError, match="Noem eerst een andere collega"):
            actions.beeindig_inzage(recht, versie=1, reden="Niet meer nodig", op=DAG)
        assert ziet(marieke, rima)

    def test_met_een_ander_mag_het(self, recht, rima, marieke, joost):
        actions.noem_collega([rima], collega=joost, reden="Neemt over", op=DAG)
        actions.beeindig_inzage(recht, versie=1, reden="Niet meer nodig", op=DAG)
        actions.beeindig_inzage(recht, versie=1, reden="Niet meer nodig", op=DAG)
        assert [ziet(wie, rima) for wie in (marieke, joost)] == [False, True]

    @pytest.mark.parametrize("van", [DAG, DAG + EEN_DAG])
    def test_wie_regisseur_is_draagt_eerst_over(self, recht, rima, marieke, joost, van):
        actions.wijs_toe([rima], regisseur=marieke, van=DAG - EEN_DAG)
        actions.noem_collega([rima], collega=joost, reden="Neemt over", op=DAG)
        with pytest.raises(ValidationError, match="U bent regisseur van dit dossier"):
            actions.beeindig_inzage(recht, versie=1, reden="Niet meer nodig", op=DAG, door=marieke)
        actions.wijs_toe([rima], regisseur=joost, van=van)
        if van > DAG:
            with pytest.raises(ValidationError, match="Draag het eerst over"):
                actions.beeindig_inzage(recht, versie=1, reden="Niet meer nodig", op=DAG, door=marieke)
        actions.beeindig_inzage(recht, versie=1, reden="Niet meer nodig", op=van, door=marieke)
        assert not ziet(marieke, rima, van)

    @pytest.mark.parametrize("waarom", ["tot een dag", "uit dienst"])
    def test_een_ander_die_niet_blijft_telt_niet(self, recht, rima, joost, waarom):
        tot = date(2017, 6, 1) if waarom == "tot een dag" else None
        actions.noem_collega([rima], collega=joost, reden="Waarneming", op=DAG, tot=tot)
        if waarom == "uit dienst":
            type(joost).objects.filter(pk=joost.pk).update(is_active=False)
        with pytest.raises(ValidationError, match="Noem eerst een andere collega"):
            actions.beeindig_inzage(recht, versie=1, reden="Niet meer nodig", op=DAG)

    def test_wie_van_vandaag_is_gaat_zonder_spoor_van_een_dag(self, recht, rima, joost):
        [nieuw] = actions.noem_collega([rima], collega=joost, reden="Neemt over", op=DAG)
        actions.beeindig_inzage(nieuw, versie=1, reden="Niet meer nodig", op=DAG)
        assert not ziet(joost, rima)
        assert Inzagerecht.objects.get() == recht

    def test_een_oude_pagina(self, recht, rima, marieke, joost):
        [nieuw] = actions.noem_collega([rima], collega=joost, reden="Neemt over", op=DAG)
        with pytest.raises(Verouderd):
            actions.beeindig_inzage(nieuw, versie=9, reden="Niet meer nodig", op=DAG)

    @pytest.mark.parametrize("fout", ["geen naam", "naam weg", "naam met einde", "naam van een ander"])
    def test_de_databank_houdt_het_ook(self, recht, rima, fout):
        kaal = StatushouderFactory()
        doe = {
            "geen naam": lambda: Statushouder.objects.filter(pk=kaal.pk).update(afgeschermd=True),
            "naam weg": recht.delete,
            "naam met einde": lambda: Inzagerecht.objects.update(tot=date(2018, 1, 1)),
            "naam van een ander": lambda: Inzagerecht.objects.update(statushouder=kaal),
        }[fout]
        connection.check_constraints()
        with transaction.atomic():
            doe()
            with pytest.raises(IntegrityError, match="afgeschermd voor iedereen"), transaction.atomic():
                connection.check_constraints()
            transaction.set_rollback(True)


class TestUitweg:
    """`noem_collega`, where everybody who was named has left."""

    @pytest.fixture(autouse=True)
    def _verlaten(self, rima, marieke, settings):
        settings.VANDAAG = DAG.isoformat()
        scherm_af(marieke, rima)
        type(marieke).objects.filter(pk=marieke.pk).update(is_active=False)

    def test_een_ander_kan_verder(self, rima, joost, capsys):
        call_command("noem_collega", rima.nummer, joost.email, "--reden", "Neemt de zaak over")
        assert (
            capsys.readouterr().out.strip()
            == f"{joost.email} mag dossier {rima.nummer} zien vanaf 2017-05-01."
        )
        assert ziet(joost, rima)

    @pytest.mark.parametrize("fout", ["dossier", "collega", "niet afgeschermd", "mag geen dossiers zien"])
    def test_wat_niet_kan(self, rima, joost, fout):
        nummer, email = rima.nummer, joost.email
        if fout == "dossier":
            nummer = "D-99-9999"
        elif fout == "collega":
            email = "niemand@wassenaar.example"
        elif fout == "niet afgeschermd":
            nummer = StatushouderFactory().nummer
        else:
            email = GebruikerFactory(rol=Rol.FINANCIEN).email
        with pytest.raises(Geweigerd) as weigering:
            call_command("noem_collega", nummer, email, "--reden", "Neemt de zaak over")
        assert weigering.value.returncode == 2
        assert Inzagerecht.objects.count() == 1


class TestOverdragen:
    """Whose case it becomes must be able to open it."""

    def test_niet_aan_wie_het_niet_mag_weten(self, rima, marieke, joost):
        scherm_af(marieke, rima)
        with pytest.raises(ValidationError, match="is afgeschermd") as weigering:
            actions.wijs_toe([rima], regisseur=joost, van=DAG)
        assert list(weigering.value.message_dict) == ["regisseur"]
        actions.noem_collega([rima], collega=joost, reden="Neemt over", op=DAG)
        actions.wijs_toe([rima], regisseur=joost, van=DAG)
        assert figures.mag_afschermen(rima, joost, DAG)

    def test_naar_de_werkvoorraad_mag_altijd(self, rima, marieke):
        scherm_af(marieke, rima)
        assert actions.wijs_toe([rima], regisseur=None, van=DAG) == []
