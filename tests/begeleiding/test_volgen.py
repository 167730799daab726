"""The lists that follow from who settled when."""

from datetime import date, timedelta

import pytest

from begeleiding import figures
from begeleiding.actions import vink_af, volg_alles, volg_vestigingen
from begeleiding.models import EersteMaand, Stapstand
from dossiers.actions import wijzig_vestiging
from dossiers.actions.samenvoegen import voeg_samen
from dossiers.models import Vestiging
from kern.register import register
from tests.begeleiding.factories import (
    MAART,
    StapFactory,
    StappenlijstFactory,
    eerste_maand,
    gezin,
    planlijst,
    stap,
)
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory

MEI = date(2017, 5, 1)
KIND = {"geboren_vroegst": date(2010, 1, 1), "geboren_laatst": date(2010, 1, 1)}

pytestmark = pytest.mark.django_db


def _lijsten(rij):
    return list(rij.eerste_maanden.order_by("begint_op").values_list("begint_op", flat=True))


def test_een_gezin_dat_zich_vestigt_krijgt_de_lijst_van_het_plan():
    lijst = eerste_maand()
    assert (lijst.begint_op, lijst.uiterlijk_op) == (MAART, date(2017, 4, 27))
    assert [rij.stap.code for rij in lijst.stappen.all()] == [
        "registratie",
        "woning",
        "telefoon",
        "onderwijs",
    ]
    assert not lijst.met_kinderen
    assert not figures.eerste_maand_volgt().aantal


@pytest.mark.parametrize(("later", "lijsten"), [(30, 1), (31, 2)])
def test_wie_later_komt(later, lijsten):
    planlijst()
    vader, kind = StatushouderFactory(), StatushouderFactory(**KIND)
    rij = gezin(vader)
    GezinslidFactory(gezin=rij, statushouder=kind, rol="kind")
    VestigingFactory(statushouder=kind, van=MAART + timedelta(days=later))
    volg_vestigingen([kind])
    assert len(_lijsten(rij)) == lijsten
    # the school step is of the list on which the child is; the dossier is that of the head
    assert rij.eerste_maanden.order_by("begint_op").last().met_kinderen
    assert rij.eerste_maanden.order_by("begint_op").first().met_kinderen is (lijsten == 1)
    assert {lijst.statushouder_id for lijst in rij.eerste_maanden.all()} == {vader.pk}


def test_wie_nog_niet_gevestigd_is_heeft_geen_lijst():
    planlijst()
    rij = gezin(op=None)
    assert volg_vestigingen([rij.leden.get().statushouder]) == 0
    assert not _lijsten(rij)


def test_zonder_lijst_van_het_plan_gebeurt_niets_tot_die_er_is():
    rij = gezin()
    assert volg_vestigingen([rij.leden.get().statushouder]) == 0
    planlijst()
    assert volg_alles() == 1
    assert _lijsten(rij) == [MAART]
    assert volg_alles() == 0


def test_een_feit_vult_een_stap_in_en_leegt_hem_weer():
    persoon = StatushouderFactory()
    lijst = eerste_maand(persoon)
    assert stap(lijst, "registratie").klaar_op is None
    vestiging = Vestiging.objects.get()
    vestiging = wijzig_vestiging(
        vestiging,
        versie=vestiging.versie,
        gegevens={"van": MAART, "tot": None, "brp_op": date(2017, 3, 30), "reden_vertrek": ""},
    )
    assert stap(lijst, "registratie").klaar_op == date(2017, 3, 30)
    assert stap(lijst, "registratie").gedaan_op is None
    wijzig_vestiging(
        vestiging,
        versie=vestiging.versie,
        gegevens={"van": MAART, "tot": None, "brp_op": None, "reden_vertrek": ""},
    )
    assert stap(lijst, "registratie").klaar_op is None


def test_een_gezin_dat_al_was_ingeschreven_begint_met_die_stap_klaar():
    planlijst()
    persoon = StatushouderFactory()
    rij = gezin(persoon, op=None)
    VestigingFactory(statushouder=persoon, van=MAART, brp_op=MAART)
    volg_vestigingen([persoon])
    assert stap(rij.eerste_maanden.get(), "registratie").klaar_op == MAART


def test_een_verbeterde_vestiging_schuift_de_lijst_op_en_houdt_het_werk():
    lijst = eerste_maand()
    rij = stap(lijst, "telefoon")
    vink_af(rij, versie=rij.versie, op=date(2017, 4, 10), vandaag=MEI, door=None)
    vestiging = Vestiging.objects.get()
    wijzig_vestiging(
        vestiging,
        versie=vestiging.versie,
        gegevens={"van": date(2017, 4, 3), "tot": None, "brp_op": None, "reden_vertrek": ""},
    )
    lijst.refresh_from_db()
    assert (lijst.begint_op, lijst.uiterlijk_op) == (date(2017, 4, 3), date(2017, 5, 3))
    assert stap(lijst, "telefoon").gedaan_op == date(2017, 4, 10)


@pytest.mark.parametrize("aangeraakt", [True, False])
def test_een_vestiging_die_vervalt_neemt_alleen_een_lege_lijst_mee(aangeraakt):
    persoon = StatushouderFactory()
    lijst = eerste_maand(persoon)
    if aangeraakt:
        rij = stap(lijst, "telefoon")
        vink_af(rij, versie=rij.versie, op=MEI, vandaag=MEI, door=None)
    Vestiging.objects.all().delete()
    volg_vestigingen([persoon])
    over = list(EersteMaand.objects.values_list("begint_op", flat=True))
    assert over == ([None] if aangeraakt else [])
    assert volg_vestigingen([persoon]) == 0
    VestigingFactory(statushouder=persoon, van=MAART)
    volg_vestigingen([persoon])
    nieuw = EersteMaand.objects.get()
    assert nieuw.begint_op == MAART
    assert stap(nieuw, "telefoon").gedaan_op == (MEI if aangeraakt else None)


def test_een_lopende_lijst_houdt_haar_versie():
    lijst = eerste_maand()
    nieuwe = StappenlijstFactory(geldig_vanaf=date(2017, 4, 1))
    StapFactory(lijst=nieuwe, code="bank")
    later = gezin(op=date(2017, 4, 1))
    ervoor = gezin(op=date(2017, 3, 31))
    volg_alles()
    assert [rij.stap.code for rij in later.eerste_maanden.get().stappen.all()] == ["bank"]
    assert ervoor.eerste_maanden.get().stappen.count() == 4
    assert lijst.stappen.count() == 4


def test_het_dossier_van_de_lijst_volgt_het_hoofd_van_het_gezin():
    een, ander = StatushouderFactory(), StatushouderFactory()
    lijst = eerste_maand(een, ander)
    lijst.gezin.leden.filter(statushouder=een).update(rol="overig")
    lijst.gezin.leden.filter(statushouder=ander).update(rol="hoofd")
    register.werk_bij([een])
    lijst.refresh_from_db()
    assert lijst.statushouder == ander
    assert {rij.statushouder_id for rij in Stapstand.objects.all()} == {ander.pk}


def test_van_twee_dossiers_van_een_mens_blijft_een_lijst():
    blijft, vervalt = StatushouderFactory(), StatushouderFactory()
    lijst = eerste_maand(blijft)
    ander = gezin(vervalt, op=date(2017, 3, 29), naam="Dubbel")
    volg_vestigingen([vervalt])
    blijft.refresh_from_db()
    vervalt.refresh_from_db()
    voeg_samen(
        blijft,
        vervalt,
        versies=(blijft.versie, vervalt.versie),
        keuzes={},
        reden="gevraagd",
        op=MEI,
        door=None,
    )
    assert _lijsten(lijst.gezin) == [MAART]
    assert not _lijsten(ander)
    assert not figures.eerste_maand_volgt().aantal


@pytest.mark.parametrize("aantal", [1, 50])
def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_gezinnen(aantal, django_assert_max_num_queries):
    planlijst()
    personen = [gezin().leden.get().statushouder for _ in range(aantal)]
    with django_assert_max_num_queries(24):
        assert volg_vestigingen(personen) == aantal
    with django_assert_max_num_queries(8):
        assert volg_vestigingen(personen) == 0


def test_wat_niet_volgt_wordt_gevonden():
    lijst = eerste_maand()
    EersteMaand.objects.update(begint_op=date(2017, 3, 29))
    assert figures.eerste_maand_volgt().aantal == 1
    assert figures.eerste_maand_volgt().voorbeelden == [f"gezin {lijst.gezin_id}"]
