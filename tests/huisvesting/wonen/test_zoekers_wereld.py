"""The households that the database puts together are those that were put together one by one, for worlds of chance."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from dossiers.models import Rol, WijzeVanKomst
from huisvesting.figures.huishoudens import ZOEKT
from huisvesting.figures.norm import Normlijst
from huisvesting.figures.passend import Passenden
from huisvesting.figures.zoekers import Zoekers, huurders, tel_zoekers, zoekend
from huisvesting.models import Woning, Woonvraag
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import (
    AanbodFactory,
    PlaatsingFactory,
    TellingFactory,
    VerwachtingFactory,
    WoningFactory,
)
from tests.huisvesting.wonen import een_voor_een
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)
DAGEN = (MEI, date(2017, 12, 31), date(2018, 1, 1))


def dag(kans, van=date(2016, 6, 1), dagen=800) -> date:
    return van + timedelta(days=kans.randrange(dagen))


def persoon(kans):
    """Somebody who came in any way, linked or not, of any age, some of them shielded."""
    geboren = dag(kans, date(1998, 1, 1), 1500)
    return StatushouderFactory(
        wijze_van_komst=kans.choice([*WijzeVanKomst, WijzeVanKomst.KOPPELING]),
        coa_koppeldatum=kans.choice([None, dag(kans)]),
        geboren_vroegst=geboren,
        geboren_laatst=geboren,
        afgeschermd=kans.random() < 0.1,
    )


def rond(kans, wie, woningen) -> None:
    """What may be stored around somebody: a home, an expectation, an offer, a count, a spell, a double."""
    if kans.random() < 0.5:
        VerwachtingFactory(
            statushouder=wie, woonvraag=kans.choice(list(Woonvraag)), verwacht_op=dag(kans, date(2017, 1, 1))
        )
    if kans.random() < 0.4:
        van = dag(kans, date(2016, 6, 1), 500)
        tot = van + timedelta(days=kans.randrange(1, 300)) if kans.random() < 0.3 else None
        PlaatsingFactory(statushouder=wie, woning=kans.choice(woningen), van=van, tot=tot)
    if kans.random() < 0.3:
        op = dag(kans, date(2017, 1, 1), 200)
        later = op + timedelta(days=kans.randrange(200))
        uitkomst = kans.choice(["", "", "ingetrokken_op", "contract_op"])
        AanbodFactory(
            statushouder=wie,
            woning=WoningFactory(capaciteit=None),
            aangeboden_op=op,
            reden="Te klein" if uitkomst == "ingetrokken_op" else "",
            **({uitkomst: later} if uitkomst else {}),
        )
    if kans.random() < 0.2:
        TellingFactory(statushouder=wie, telt_op=dag(kans))
    if kans.random() < 0.2:
        VestigingFactory(statushouder=wie, van=date(2017, 1, 1))


def maak_wereld(zaad: int) -> None:
    """Forty persons, in families or alone, with what may be stored around them."""
    kans = random.Random(zaad)
    woningen = [
        WoningFactory(
            capaciteit=None,
            amv_woning=kans.random() < 0.4,
            beschikbaar_tot_en_met=kans.choice([None, None, dag(kans, date(2017, 6, 1), 400)]),
        )
        for _ in range(8)
    ]
    gezinnen = [GezinFactory() for _ in range(8)]
    met_hoofd = set()
    mensen = []
    for _ in range(40):
        wie = persoon(kans)
        mensen.append(wie)
        if kans.random() < 0.7:
            gezin = kans.choice(gezinnen)
            rol = kans.choice([Rol.KIND, Rol.OVERIG]) if gezin in met_hoofd else Rol.HOOFD
            met_hoofd.add(gezin)
            tot = date(2017, 4, 1) if rol != Rol.HOOFD and kans.random() < 0.1 else None
            GezinslidFactory(gezin=gezin, statushouder=wie, rol=rol, tot=tot)
        rond(kans, wie, woningen)
    for wie in kans.sample(mensen, 3):
        wie.samengevoegd_met = next(ander for ander in mensen if ander != wie and not ander.samengevoegd_met)
        wie.save()


@pytest.fixture(params=range(6))
def wereld(request, db):
    maak_wereld(request.param)


def plat(rijen):
    """All that a household says, to compare by."""
    return [
        (rij.huurder, rij.personen, rij.woonvraag, rij.verwacht_op, rij.woont, rij.aanbod, rij.gekoppeld_op)
        for rij in rijen
    ]


@pytest.mark.usefixtures("wereld")
def test_de_databank_zegt_hetzelfde_als_een_voor_een(als):
    gebruiker = GebruikerFactory()
    for op in DAGEN:
        verwacht = een_voor_een.zoekend(op)
        assert plat(zoekend(op)) == plat(verwacht)
        assert Counter(
            {
                (rij.woonvraag, rij.komst, rij.met_dag, rij.aangeboden): rij.huishoudens
                for rij in tel_zoekers(op)
            }
        ) == Counter(
            (
                rij.woonvraag,
                rij.huurder.wijze_van_komst,
                _met_dag(rij),
                rij.aanbod is not None,
            )
            for rij in verwacht
        )
        assert {rij.pk for rij in huurders(op)} == {rij.huurder.pk for rij in verwacht if rij.vraagt_woning}
        assert plat(zoekend(op, gebruiker)) == plat(een_voor_een.zoekend(op, gebruiker))
        with als(gebruiker):  # as the web asks it
            assert plat(zoekend(op, gebruiker)) == plat(een_voor_een.zoekend(op, gebruiker))


def _met_dag(rij) -> bool:
    """The birthday of who turns 18 is worked out for the list only."""
    return rij.verwacht_op is not None and (
        rij.woonvraag != "wordt_18" or rij.verwacht_op == getattr(rij.woont, "eigen_op", None)
    )


@pytest.mark.usefixtures("wereld")
def test_de_lijst_van_wie_wacht_zegt_hetzelfde_als_een_voor_een(als):
    gebruiker = GebruikerFactory()
    with als(gebruiker):
        verwacht = een_voor_een.normlijst(MEI, gebruiker)
        lijst = Normlijst(MEI, gebruiker)
        assert norm(lijst) == norm(verwacht)
        assert norm([*lijst[:2], *lijst[2:]]) == norm(verwacht)
        assert lijst.te_laat == sum(
            any(deel.loopt and deel.te_laat for deel in rij.delen) for rij in verwacht
        )
        assert len(lijst) == len(verwacht)


@pytest.mark.usefixtures("wereld")
def test_wie_kan_hier_wonen_zegt_hetzelfde_als_een_voor_een(als):
    gebruiker = GebruikerFactory()
    woningen = [*Woning.objects.all(), WoningFactory(capaciteit=2), WoningFactory(amv_woning=True)]
    with als(gebruiker):
        for woning in woningen:
            verwacht = een_voor_een.passend(woning, MEI, gebruiker)
            lijst = Passenden(woning, MEI, gebruiker)
            assert past([*lijst[:2], *lijst[2:]]) == past(lijst) == past(verwacht)
            assert (len(lijst), lijst.passend) == (len(verwacht), sum(rij.past for rij in verwacht))
            assert past([lijst[0]]) == past(verwacht[:1])


def past(rijen):
    return [(plat([rij.wie]), rij.vraag, rij.redenen, rij.past) for rij in rijen]


def norm(rijen):
    return [
        (rij.huurder, [*rij.delen], plat([rij.huishouden] if rij.huishouden else []), rij.aanbod)
        for rij in rijen
    ]


@pytest.mark.usefixtures("wereld")
def test_bladen_en_keuzes_zijn_delen_van_het_geheel():
    alle = plat(zoekend(MEI))
    rijen = Zoekers(MEI)
    assert len(rijen) == len(alle)
    assert plat([*rijen[0:3], *rijen[3:7], *rijen[7 : len(rijen)]]) == alle
    assert (rijen[len(rijen) :], plat([rijen[1]])) == ([], alle[1:2])
    for soort in ZOEKT:
        gevraagd = [rij for rij in alle if rij[2] == soort]
        assert plat(Zoekers(MEI, soorten=[soort]).alle()) == gevraagd
        met = [rij for rij in gevraagd if rij[5]]
        assert plat(Zoekers(MEI, soorten=[soort], aangeboden=True).alle()) == met


def test_de_werelden_hebben_van_alles_iets():
    """A comparison without somebody of a kind would prove nothing of it."""
    for zaad in range(6):
        maak_wereld(zaad)
    alle = een_voor_een.zoekend(MEI)
    assert {rij.woonvraag for rij in alle} == set(ZOEKT)
    assert any(rij.aanbod and rij.aanbod.statushouder != rij.huurder for rij in alle)
    assert any(rij.woont for rij in alle if rij.woonvraag == Woonvraag.GROTER)
    assert any(len(rij.personen) > 2 for rij in alle)


@pytest.mark.parametrize("aantal", [1, 50])
def test_een_blad_kost_altijd_evenveel_queries(aantal, django_assert_num_queries):
    for _ in range(aantal):
        gezin = GezinFactory()
        for rol in (Rol.HOOFD, Rol.KIND):
            VerwachtingFactory(statushouder=GezinslidFactory(gezin=gezin, rol=rol).statushouder)
    with django_assert_num_queries(2):  # how many with the page, who is on it
        assert len(Zoekers(MEI)[0:50]) == aantal
    with django_assert_num_queries(1):
        assert sum(rij.huishoudens for rij in tel_zoekers(MEI)) == aantal


@pytest.mark.parametrize("aantal", [1, 50])
def test_wie_wacht_kost_altijd_evenveel_queries(aantal, django_assert_num_queries):
    for persoon in StatushouderFactory.create_batch(aantal, coa_koppeldatum=date(2017, 4, 3)):
        AanbodFactory(statushouder=persoon, woning__capaciteit=None)
    # who waits, who signed, their days (4), the persons and offers of the page
    with django_assert_num_queries(8):
        assert len(Normlijst(MEI, GebruikerFactory.build(pk=1))[0:50]) == aantal
