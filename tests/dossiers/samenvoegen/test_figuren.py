"""After merging, figures of every day are those of a person who was registered once."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossiers import figures
from dossiers.actions.samenvoegen import voeg_samen
from dossiers.models import Dubbelbesluit
from huisvesting.figures import grootboek, tellingen, verloop, verwachtingen
from huisvesting.models import Woning
from kern.contract import Peiling
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import (
    OpgaveFactory,
    PeriodeFactory,
    PlaatsingFactory,
    TellingFactory,
    VerwachtingFactory,
    WoningFactory,
)

pytestmark = pytest.mark.django_db
DAG = date(2017, 5, 1)
EEN, TWEE = date(2016, 9, 12), date(2017, 4, 18)
DAGEN = [date(2016, 9, 11), EEN, date(2016, 12, 31), date(2017, 4, 17), TWEE, DAG]


def samen(blijft, vervalt):
    versies = (blijft.versie, vervalt.versie)
    return voeg_samen(blijft, vervalt, versies=versies, keuzes={}, reden="gezien", op=DAG, door=None)


def cijfers():
    """The ledger and the key figures on the days around both registrations."""
    return {
        dag: (
            [
                (stand.periode.code, stand.gerealiseerd, stand.saldo, stand.prognose)
                for stand in grootboek(dag)
            ],
            tellingen(Peiling.op(dag)).count(),
            verwachtingen(Peiling.op(dag).heel_jaar()).count(),
            verloop(grootboek(dag), dag),
            figures.personen(Peiling.op(dag)).count(),
            figures.gezinnen(Peiling.op(dag)).count(),
        )
        for dag in DAGEN
    }


def perioden():
    OpgaveFactory(
        periode=PeriodeFactory(code="2016", van=date(2016, 1, 1), tot_en_met=date(2016, 12, 31)), aantal=66
    )
    OpgaveFactory(periode=PeriodeFactory(), aantal=20)


def registreer(persoon, dag, *, geteld=True):
    GezinslidFactory(statushouder=persoon, van=dag)
    VestigingFactory(statushouder=persoon, van=dag)
    if geteld:
        TellingFactory(
            statushouder=persoon, plaatsing=PlaatsingFactory(statushouder=persoon, van=dag), telt_op=dag
        )
    else:
        VerwachtingFactory(statushouder=persoon, verwacht_op=date(2017, 6, 1))


@pytest.mark.parametrize("eerst", [True, False])
@pytest.mark.parametrize("tweede_geteld", [True, False])
def test_als_een_keer_geregistreerd(eerst, tweede_geteld):
    """Whichever dossier stays: the one of 2016, in which he counted first, or the one of 2017."""
    perioden()
    enige = StatushouderFactory()
    registreer(enige, EEN)
    if not tweede_geteld:
        VerwachtingFactory(statushouder=enige, verwacht_op=date(2017, 6, 1))
    verwacht = cijfers()
    enige.verwachtingen.all().delete()
    dubbel = StatushouderFactory()
    registreer(dubbel, TWEE, geteld=tweede_geteld)
    assert cijfers() != verwacht
    samen(*((enige, dubbel) if eerst else (dubbel, enige)))
    if eerst:
        assert cijfers() == verwacht
    else:  # the family of the dossier that stays began later, and that is what is known of it
        assert [deel[:5] for deel in cijfers().values()] == [deel[:5] for deel in verwacht.values()]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    spellen=st.lists(
        st.tuples(st.booleans(), st.integers(1, 25), st.none() | st.integers(1, 8)), min_size=1, max_size=6
    )
)
def test_gevestigd_op_de_dagen_van_een_van_beide(spellen):
    """Property: settled before and after on the same days, but one person where there were two."""
    with transaction.atomic():
        paar = [StatushouderFactory(), StatushouderFactory()]
        for kant, dag, lengte in spellen:
            van = date(2017, 1, dag)
            tot = lengte and date(2017, 1, dag + lengte - 1) if dag + (lengte or 0) <= 31 else None
            bestaand = paar[kant].vestigingen.all()
            if all((s.tot and s.tot <= van) or (tot and tot <= s.van) for s in bestaand) and tot != van:
                VestigingFactory(statushouder=paar[kant], van=van, tot=tot)
        dagen = [date(2017, 1, dag) for dag in range(1, 32)]
        voor = [min(1, figures.personen(Peiling.op(dag)).count()) for dag in dagen]
        samen(*paar)
        assert [figures.personen(Peiling.op(dag)).count() for dag in dagen] == voor
        transaction.set_rollback(True)


def test_een_plaats_in_een_woning_komt_vrij():
    """The placement that stayed behind takes no place: of the page's number, nor of the database's guard."""
    woning = WoningFactory(capaciteit=1)
    paar = StatushouderFactory(), StatushouderFactory()
    PlaatsingFactory(statushouder=paar[0])
    PlaatsingFactory(statushouder=paar[1], woning=woning)
    assert Woning.objects.met_bewoners(DAG).get(pk=woning.pk).bewoners == 1
    samen(*paar)
    assert Woning.objects.met_bewoners(DAG).get(pk=woning.pk).bewoners == 0
    PlaatsingFactory(woning=woning)


def test_een_gezin_telt_wie_er_dubbel_in_stond_een_keer():
    lid = GezinslidFactory()
    dubbel = GezinslidFactory(gezin=lid.gezin, rol="kind")
    assert figures.gezinsgroottes([lid.gezin_id], DAG) == {lid.gezin_id: 2}
    samen(lid.statushouder, dubbel.statushouder)
    assert figures.gezinsgroottes([lid.gezin_id], DAG) == {lid.gezin_id: 1}


def test_een_besluit_geldt_ook_voor_het_dossier_waarin_een_van_beide_opging():
    een, ander, derde = StatushouderFactory(), StatushouderFactory(), StatushouderFactory()
    Dubbelbesluit.objects.create(eerste=een, tweede=ander, op=DAG)
    samen(derde, een)
    assert Dubbelbesluit.objects.paren() == [(ander.pk, derde.pk)]
