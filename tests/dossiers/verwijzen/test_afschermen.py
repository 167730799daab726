"""A shielded dossier: who is named knows of it, and somebody always does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from dossiers import actions, figures
from dossiers.actions import NieuwePersoon, NieuwGezin
from dossiers.actions.afschermen import scherm_nieuwe_leden_af
from dossiers.models import Inzagerecht, Regie, Statushouder
from kern.namens import namens
from kern.opdrachten import Geweigerd
from kern.weigering import Verouderd
from tests.dossiers.factories import DoorverwijzingFactory, GezinslidFactory, StatushouderFactory
from tests.dossiers.verwijzen.conftest import DAG
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
EEN_DAG = timedelta(days=1)


@pytest.fixture
def joost():
    return GebruikerFactory(naam="Joost van den Berg")


def scherm_af(marieke, *personen, collegas=(), op=DAG):
    return actions.scherm_af(personen, reden="Wordt bedreigd", collegas=list(collegas), op=op, door=marieke)


def ziet(gebruiker, persoon, op=DAG) -> bool:
    """By the page and by the database alike."""
    with namens(gebruiker, op=op):
        rijen = Statushouder.objects.filter(pk=persoon.pk)
        door_de_pagina = rijen.zichtbaar_voor(gebruiker).exists()
        assert door_de_pagina == rijen.exists()
    return door_de_pagina


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
        actions.noem_collega(rima, collega=joost, reden="Waarneming", op=DAG, tot=tot)
        assert ziet(joost, rima, tot + dagen * EEN_DAG) is verwacht

    def test_wie_al_genoemd_is_krijgt_de_nieuwe_dag(self, rima, joost):
        actions.noem_collega(rima, collega=joost, reden="Waarneming", op=DAG, tot=date(2017, 6, 1))
        recht = actions.noem_collega(rima, collega=joost, reden="Neemt over", op=DAG + EEN_DAG)
        assert (recht.tot, recht.reden, recht.van) == (None, "Neemt over", DAG)

    def test_een_dag_die_voorbij_is(self, rima, joost):
        with pytest.raises(ValidationError) as weigering:
            actions.noem_collega(rima, collega=joost, reden="Waarneming", op=DAG, tot=DAG)
        assert list(weigering.value.message_dict) == ["tot"]

    def test_de_laatste_krijgt_geen_einddatum(self, rima, marieke):
        with pytest.raises(ValidationError, match="Noem eerst een andere collega"):
            actions.noem_collega(rima, collega=marieke, reden="Weg", op=DAG, tot=date(2017, 6, 1))
        assert ziet(marieke, rima, date(2017, 6, 1))

    def test_niet_als_het_niet_meer_is_afgeschermd(self, rima, joost):
        actions.hef_afscherming_op([rima], op=DAG)
        with pytest.raises(ValidationError, match="niet meer afgeschermd"):
            actions.noem_collega(rima, collega=joost, reden="Waarneming", op=DAG)


class TestNiemandSluitZichBuiten:
    """There is always somebody without a last day who may sign in."""

    @pytest.fixture
    def recht(self, rima, marieke):
        scherm_af(marieke, rima, op=DAG - EEN_DAG)
        return Inzagerecht.objects.get()

    def test_de_laatste_naam_blijft(self, recht, rima, marieke):
        with pytest.raises(ValidationError, match="Noem eerst een andere collega"):
            actions.beeindig_inzage(recht, versie=1, op=DAG)
        assert ziet(marieke, rima)

    def test_met_een_ander_mag_het(self, recht, rima, marieke, joost):
        actions.noem_collega(rima, collega=joost, reden="Neemt over", op=DAG)
        actions.beeindig_inzage(recht, versie=1, op=DAG)
        actions.beeindig_inzage(recht, versie=1, op=DAG)
        assert [ziet(wie, rima) for wie in (marieke, joost)] == [False, True]

    @pytest.mark.parametrize("waarom", ["tot een dag", "uit dienst"])
    def test_een_ander_die_niet_blijft_telt_niet(self, recht, rima, joost, waarom):
        tot = date(2017, 6, 1) if waarom == "tot een dag" else None
        actions.noem_collega(rima, collega=joost, reden="Waarneming", op=DAG, tot=tot)
        if waarom == "uit dienst":
            type(joost).objects.filter(pk=joost.pk).update(is_active=False)
        with pytest.raises(ValidationError, match="Noem eerst een andere collega"):
            actions.beeindig_inzage(recht, versie=1, op=DAG)

    def test_wie_van_vandaag_is_gaat_zonder_spoor_van_een_dag(self, recht, rima, joost):
        nieuw = actions.noem_collega(rima, collega=joost, reden="Neemt over", op=DAG)
        actions.beeindig_inzage(nieuw, versie=1, op=DAG)
        assert not ziet(joost, rima)
        assert Inzagerecht.objects.get() == recht

    def test_een_oude_pagina(self, recht, rima, marieke, joost):
        nieuw = actions.noem_collega(rima, collega=joost, reden="Neemt over", op=DAG)
        with pytest.raises(Verouderd):
            actions.beeindig_inzage(nieuw, versie=9, op=DAG)

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


class TestOpheffen:
    """As all others again."""

    def test_iedereen_ziet_het_weer(self, rima, lina, marieke):
        scherm_af(marieke, rima, lina, op=DAG - EEN_DAG)
        assert len(actions.hef_afscherming_op([rima, lina], op=DAG)) == 2
        assert ziet(GebruikerFactory(), rima)
        assert actions.hef_afscherming_op([rima, lina], op=DAG) == []
        assert {recht.tot for recht in Inzagerecht.objects.all()} == {DAG}

    def test_dezelfde_dag_op_en_af(self, rima, marieke):
        for _ in range(2):
            scherm_af(marieke, rima)
            assert not ziet(GebruikerFactory(), rima)
            actions.hef_afscherming_op([rima], op=DAG)
            assert ziet(GebruikerFactory(), rima)

    def test_de_volgende_keer_gelden_oude_namen_niet(self, rima, marieke, joost):
        scherm_af(marieke, rima, collegas=[joost], op=DAG - EEN_DAG)
        actions.hef_afscherming_op([rima], op=DAG)
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
        actions.noem_collega(rima, collega=joost, reden="Waarneming", op=DAG, tot=DAG + EEN_DAG)
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
        actions.noem_collega(rima, collega=joost, reden="Neemt over", op=DAG)
        actions.wijs_toe([rima], regisseur=joost, van=DAG)
        assert figures.mag_afschermen(rima, joost, DAG)

    def test_naar_de_werkvoorraad_mag_altijd(self, rima, marieke):
        scherm_af(marieke, rima)
        assert actions.wijs_toe([rima], regisseur=None, van=DAG) == []
