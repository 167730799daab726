"""The terms of housing as questions: for whom, until when, and when they are met."""

from __future__ import annotations

from datetime import date

import pytest

from dossiers.models import Opvang, Vergunning, WijzeVanKomst
from huisvesting.figures import termijnen
from kern.contract import Peiling
from kern.register import register
from termijnen import figures as van_termijnen
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import AanbodFactory, PlaatsingFactory, WoningFactory

pytestmark = pytest.mark.django_db


def dagen(rijen) -> list[tuple[date, date, date | None]]:
    return [(rij["begint_op"], rij["vervalt_op"], rij["voldaan_op"]) for rij in rijen]


def amv(**velden):
    geboren = velden.pop("geboren", date(1999, 9, 19))
    return StatushouderFactory(
        wijze_van_komst=WijzeVanKomst.AMV,
        opvang=Opvang.KSO,
        vergunning=Vergunning.ASIEL,
        **{"geboren_vroegst": geboren, "geboren_laatst": geboren, **velden},
    )


def test_geval_19_gekoppeld_op_6_maart_woning_voor_15_mei():
    StatushouderFactory(coa_koppeldatum=date(2017, 3, 6))
    assert dagen(termijnen.woning()) == [(date(2017, 3, 6), date(2017, 5, 15), None)]


def test_geval_19_huur_vanaf_15_mei_verhuisd_voor_29_mei():
    AanbodFactory(contract_op=date(2017, 5, 15), sleutel_op=date(2017, 5, 16))
    assert dagen(termijnen.verhuizen()) == [(date(2017, 5, 15), date(2017, 5, 29), date(2017, 5, 16))]


def test_een_aanbod_zonder_contract_vraagt_geen_verhuizing():
    AanbodFactory()
    assert dagen(termijnen.verhuizen()) == []


def test_de_eerste_woning_telt_ook_als_zij_te_laat_kwam():
    persoon = StatushouderFactory(coa_koppeldatum=date(2017, 1, 2))
    for van, tot in ((date(2017, 6, 1), None), (date(2017, 5, 1), date(2017, 6, 1))):
        PlaatsingFactory(statushouder=persoon, van=van, tot=tot)
    assert dagen(termijnen.woning()) == [(date(2017, 1, 2), date(2017, 3, 13), date(2017, 5, 1))]


def test_koppelen_binnen_twee_weken_na_de_vergunning():
    StatushouderFactory(vergunning_op=date(2017, 3, 6), coa_koppeldatum=date(2017, 3, 21))
    assert dagen(termijnen.koppelen()) == [(date(2017, 3, 6), date(2017, 3, 20), date(2017, 3, 21))]


@pytest.mark.parametrize("komst", [WijzeVanKomst.NAREIZIGER, WijzeVanKomst.AMV, WijzeVanKomst.OVERIG])
def test_wie_coa_niet_koppelt_heeft_die_termijnen_niet(komst):
    StatushouderFactory(
        wijze_van_komst=komst, vergunning_op=date(2017, 3, 6), coa_koppeldatum=date(2017, 3, 6)
    )
    assert dagen(termijnen.koppelen()) == dagen(termijnen.woning()) == []


def test_een_gezin_heeft_een_termijn_bij_het_hoofd():
    gezin = GezinFactory()
    hoofd, kind, alleen = (StatushouderFactory(coa_koppeldatum=date(2017, 3, 6)) for _ in range(3))
    GezinslidFactory(gezin=gezin, statushouder=hoofd)
    GezinslidFactory(gezin=gezin, statushouder=kind, rol="kind")
    assert {(rij["dossier"], rij["gezin"]) for rij in termijnen.woning()} == {
        (hoofd.pk, gezin.pk),
        (alleen.pk, None),
    }


def test_wie_uit_het_gezin_ging_staat_alleen():
    kind = StatushouderFactory(coa_koppeldatum=date(2017, 3, 6))
    GezinslidFactory(statushouder=kind, rol="kind", tot=date(2017, 2, 1))
    assert [(rij["dossier"], rij["gezin"]) for rij in termijnen.woning()] == [(kind.pk, None)]


def test_wie_18_wordt_begint_te_zoeken_met_17_jaar_en_6_maanden():
    persoon = amv()
    VestigingFactory(statushouder=persoon, van=date(2016, 2, 1))
    assert dagen(termijnen.amv_zoeken()) == [(date(2016, 2, 1), date(2017, 3, 19), None)]
    AanbodFactory(statushouder=persoon, aangeboden_op=date(2017, 4, 3))
    assert dagen(termijnen.amv_zoeken()) == [(date(2016, 2, 1), date(2017, 3, 19), date(2017, 4, 3))]


def test_een_plaats_in_een_amv_woning_is_geen_begin_van_zoeken():
    persoon, plek = amv(), WoningFactory(amv_woning=True)
    AanbodFactory(statushouder=persoon, woning=plek, aangeboden_op=date(2016, 1, 20))
    PlaatsingFactory(statushouder=persoon, woning=plek, van=date(2016, 2, 1), tot=date(2017, 6, 1))
    assert dagen(termijnen.amv_zoeken())[0][2] is None
    PlaatsingFactory(statushouder=persoon, van=date(2017, 6, 1))  # from a file, without an offer
    assert dagen(termijnen.amv_zoeken())[0][2] == date(2017, 6, 1)


@pytest.mark.parametrize(
    ("geboren", "zoeken", "achttien"),
    [
        (date(1999, 8, 31), date(2017, 2, 28), date(2017, 8, 31)),
        (date(2000, 8, 31), date(2018, 2, 28), date(2018, 8, 31)),  # case 46
        (date(2000, 2, 29), date(2017, 8, 29), date(2018, 3, 1)),  # case 43
    ],
)
def test_de_keten_van_een_verjaardag(geboren, zoeken, achttien):
    amv(geboren=geboren)
    assert dagen(termijnen.amv_woning()) == [(zoeken, achttien, None)]


def test_bij_een_jaar_alleen_geldt_de_vroegste_dag():
    """Case 44: born in 2000, the chain runs from 1 July 2017."""
    amv(geboren_vroegst=date(2000, 1, 1), geboren_laatst=date(2000, 12, 31))
    assert dagen(termijnen.amv_woning()) == [(date(2017, 7, 1), date(2018, 1, 1), None)]


def test_een_amv_woning_is_geen_eigen_woning():
    persoon = amv()
    PlaatsingFactory(
        statushouder=persoon,
        woning=WoningFactory(amv_woning=True),
        van=date(2016, 3, 1),
        tot=date(2017, 9, 1),
    )
    assert dagen(termijnen.amv_woning())[0][2] is None
    PlaatsingFactory(statushouder=persoon, van=date(2017, 9, 1))
    assert dagen(termijnen.amv_woning())[0][2] == date(2017, 9, 1)


def test_zonder_geboortedatum_is_er_geen_termijn():
    amv(geboren_vroegst=None, geboren_laatst=None)
    assert dagen(termijnen.amv_woning()) == dagen(termijnen.amv_zoeken()) == []


def gestopt(rijen) -> list[date | None]:
    return [rij["gestopt_op"] for rij in rijen]


MAART, JUNI = date(2017, 3, 6), date(2017, 6, 1)


def verblijf(persoon, tot: date | None = JUNI, van: date = date(2017, 1, 2)):
    return VestigingFactory(statushouder=persoon, van=van, tot=tot)


@pytest.mark.parametrize(
    ("tot", "verwacht"),
    [(date(2017, 3, 5), None), (MAART, MAART), (date(2017, 3, 7), date(2017, 3, 7)), (None, None)],
)
def test_wie_vertrok_heeft_geen_woning_meer_nodig_wie_daarna_wordt_gekoppeld_wel(tot, verwacht):
    verblijf(StatushouderFactory(coa_koppeldatum=MAART, vergunning_op=MAART), tot)
    assert gestopt(termijnen.woning()) == gestopt(termijnen.koppelen()) == [verwacht]


def test_wie_er_nog_niet_woonde_is_niet_vertrokken_en_wie_terugkwam_ook_niet():
    StatushouderFactory(coa_koppeldatum=MAART)
    terug = StatushouderFactory(coa_koppeldatum=MAART)
    verblijf(terug)
    verblijf(terug, None, van=date(2017, 8, 1))
    assert gestopt(termijnen.woning()) == [None, None]


def test_een_gezin_is_vertrokken_met_de_laatste():
    gezin = GezinFactory()
    hoofd, kind, ander = (StatushouderFactory(coa_koppeldatum=MAART) for _ in range(3))
    for lid, rol in ((hoofd, "hoofd"), (kind, "kind"), (ander, "kind")):
        GezinslidFactory(gezin=gezin, statushouder=lid, rol=rol)
    verblijf(hoofd)
    blijft = verblijf(kind, None)
    assert gestopt(termijnen.woning()) == [None]
    blijft.tot = date(2017, 7, 1)
    blijft.save()
    assert gestopt(termijnen.woning()) == [date(2017, 7, 1)]


def test_na_het_vertrek_is_er_geen_sleutel_meer_te_halen():
    aanbod = AanbodFactory(contract_op=date(2017, 5, 15))
    verblijf(aanbod.statushouder)
    assert gestopt(termijnen.verhuizen()) == [JUNI]


def test_een_amv_die_eerder_vertrok_wordt_hier_niet_achttien():
    persoon = amv()
    laatste = verblijf(persoon, date(2017, 1, 20))
    assert gestopt(termijnen.amv_woning()) == gestopt(termijnen.amv_zoeken()) == [date(2017, 1, 20)]
    laatste.tot = None
    laatste.save()
    assert gestopt(termijnen.amv_woning()) == gestopt(termijnen.amv_zoeken()) == [None]


@pytest.mark.parametrize(
    ("gekoppeld", "verwacht"),
    [(date(2017, 5, 31), JUNI), (JUNI, JUNI), (date(2017, 6, 2), None), (None, JUNI)],
)
def test_een_amv_die_na_het_vertrek_opnieuw_is_gekoppeld_wordt_hier_wel_achttien(gekoppeld, verwacht):
    verblijf(amv(coa_koppeldatum=gekoppeld))
    assert gestopt(termijnen.amv_woning()) == gestopt(termijnen.amv_zoeken()) == [verwacht]


@pytest.mark.parametrize(
    ("peildatum", "laat"),
    [(date(2017, 9, 19), 0), (date(2017, 9, 20), 1), (date(2017, 9, 21), 0), (date(2017, 9, 22), 0)],
)
def test_een_amv_is_te_laat_tot_de_dag_van_vertrek(peildatum, laat):
    """Eighteen on 19 September, so late from the 20th; gone on the 21st."""
    persoon = amv()
    verblijf(persoon, date(2017, 9, 21))
    register.werk_bij([persoon])
    rijen = van_termijnen.te_laat(Peiling.op(peildatum)).filter(code="huisvesting.amv_woning")
    assert rijen.count() == laat


@pytest.mark.parametrize("tot", [date(2017, 1, 20), date(2017, 3, 18), date(2017, 3, 19), date(2017, 3, 20)])
def test_een_amv_die_weg_is_wordt_nooit_te_laat(tot):
    """Also who left before the chain began, on 19 March."""
    persoon = amv()
    verblijf(persoon, tot)
    register.werk_bij([persoon])
    rijen = van_termijnen.te_laat(Peiling.op(date(2018, 1, 1)))
    assert rijen.filter(code__startswith="huisvesting.amv").count() == 0
