"""A page asks the database as often for fifty rows as for one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from financien.models import Boeking, Verplichting
from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    DrempelFactory,
    InkomstenpostFactory,
    MerkFactory,
    PeriodeafsluitingFactory,
    PlanFactory,
    RekeningFactory,
    ToedelingFactory,
    VerklaringFactory,
    VerplichtingFactory,
    VerplichtingtermijnFactory,
    WijzigingsregelFactory,
)
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MEEST = 16


@pytest.fixture
def pieter(client, settings):
    """Somebody who may change, on a day on which every month of the plan has ended."""
    settings.VANDAAG = "2019-01-02"
    PlanFactory()
    ActiviteitFactory(code="MB", bedrag=500_000)
    InkomstenpostFactory(code="OVH", jaar=2018, soort="overheveling", bedrag=0)
    VerplichtingFactory(nummer="VAST", activiteit_id="MB", activiteit=None, bedrag=36)
    BoekingFactory(boekstuk="LOS", relatie="Taxi Duinrand")
    ToedelingFactory(boeking__boekstuk="VAST", activiteit_id="MB", activiteit=None)
    wie = GebruikerFactory(rol="financien")
    client.force_login(wie)
    return wie


def _op_mb(**rest: object) -> dict[str, object]:
    return {"activiteit_id": "MB", "activiteit": None, **rest}


def _regel(nummer: int) -> None:
    """Another activity and income line, with an entry, a commitment, an account and a remark each."""
    regel = ActiviteitFactory(code=f"R{nummer}", bedrag=0)  # there are entries, so no other amount may come
    ToedelingFactory(activiteit=regel)
    VerplichtingFactory(**_op_mb(bedrag=10))
    RekeningFactory(activiteit=regel)
    VerklaringFactory(activiteit=regel)
    InkomstenpostFactory(code=f"P{nummer}", aantal=0, tarief=10, bedrag=0)


def _los(nummer: int) -> None:
    """A loose entry with as many that look like it, so that each has a suggestion to look for."""
    BoekingFactory(relatie=f"Relatie {nummer}")
    ToedelingFactory(boeking__relatie=f"Relatie {nummer}", **_op_mb())


def _verdeeld(nummer: int) -> None:
    """The entry VAST was on other lines before."""
    boeking = BoekingFactory(boekstuk=f"E{nummer}", relatie="Taxi Duinrand")
    MerkFactory(boeking=boeking)
    ToedelingFactory(**_op_mb(boeking=boeking))


def _maand(nummer: int) -> None:
    """A month closed and opened again, time after time."""
    wie = GebruikerFactory(rol="financien")
    dag = date(2018, 12, 31)
    PeriodeafsluitingFactory(afgesloten_op=dag, heropend_op=dag, heropend_door=wie, reden="Nota kwam te laat")


GEVALLEN: dict[str, tuple[Callable[[int], object], tuple[str, ...]]] = {
    "aansluiting": (_regel, ()),
    "afwijkingen": (_regel, ()),
    "overheveling": (_regel, ()),
    "rekeningen": (_regel, ()),
    "verplichtingen": (_regel, ()),
    "boekingen": (_los, ()),
    "nakijken": (_verdeeld, ()),
    "wijzigingen": (lambda _nummer: WijzigingsregelFactory(**_op_mb()), ()),
    "maanden": (_maand, ()),
    "drempel": (lambda nummer: DrempelFactory(vanaf=date(2018, 1, 1 + nummer % 28)), ()),
    "regel": (_verdeeld, ("MB",)),
    "regelboekingen": (_verdeeld, ("MB",)),
    "verklaren": (lambda _nummer: VerklaringFactory(**_op_mb()), ("MB",)),
    "koppelen": (_regel, ("LOS",)),
    "boeking": (_verdeeld, ("VAST",)),
    "verplichting": (
        lambda _nummer: ToedelingFactory(**_op_mb(verplichting=_vaste())),
        ("V-VAST",),
    ),
    "verplichting-wijzigen": (_regel, ("V-VAST",)),
}


def _vaste() -> object:
    return Verplichting.objects.get(nummer="VAST")


def _pad(naam: str, waarop: tuple[str, ...]) -> str:
    sleutels: list[object] = []
    for wat in waarop:
        if wat.startswith("V-"):
            sleutels.append(Verplichting.objects.get(nummer=wat[2:]).pk)
        elif wat in {"LOS", "VAST"}:
            sleutels.append(Boeking.objects.get(boekstuk=wat).pk)
        else:
            sleutels.append(wat)
    return reverse(f"financien:{naam}", args=sleutels)


@pytest.mark.parametrize("naam", GEVALLEN)
def test_evenveel_voor_1_en_50(client, pieter, naam):
    maak, waarop = GEVALLEN[naam]
    pad = _pad(naam, waarop)
    client.get(pad)
    gesteld = []
    nummer = 0
    for aantal in (1, 49 if naam != "drempel" else 20):
        for _ in range(aantal):
            nummer += 1
            maak(nummer)
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(pad).status_code == 200
        gesteld.append(len(vragen))
    assert gesteld[0] == gesteld[1]
    assert gesteld[1] <= MEEST


def test_een_verplichting_met_36_termijnen_leest_ze_in_een_keer(client, pieter):
    pad = _pad("verplichting", ("V-VAST",))
    client.get(pad)
    with CaptureQueriesContext(connection) as zonder:
        client.get(pad)
    for nummer in range(36):
        VerplichtingtermijnFactory(
            verplichting=_vaste(), maand=date(2017 + nummer // 12, nummer % 12 + 1, 1), bedrag=1
        )
    with CaptureQueriesContext(connection) as met:
        client.get(pad)
    assert len(met) == len(zonder)
