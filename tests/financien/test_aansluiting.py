"""Budget beside ledger: what is booked, committed, changed and loose, to the cent, at any day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from financien import figures
from financien.domain.document import document
from financien.models import Activiteit, Boeking, Inkomstenpost, Toedeling
from tests.financien.factories import (
    ActiviteitFactory,
    BegrotingswijzigingFactory,
    BoekingFactory,
    InkomstenpostFactory,
    PlanFactory,
    ToedelingFactory,
    VerplichtingFactory,
    WijzigingsregelFactory,
)
from tests.financien.test_begrotingsregels import beslis

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


@pytest.fixture
def regels(db) -> tuple[Activiteit, Inkomstenpost]:
    PlanFactory()
    return ActiviteitFactory(code="MB", bedrag=50000), InkomstenpostFactory(code="RMBA", bedrag=52140)


def regel(code: str, peildatum: date = MEI) -> dict[str, Any]:
    [rij] = [rij for rij in document(peildatum)["regels"] if rij["code"] == code]
    return {naam: rij[naam] for naam in ("begroot", "gewijzigd", "geboekt", "verplicht", "vrij", "verschil")}


def test_een_activiteit(regels):
    activiteit, _post = regels
    verplichting = VerplichtingFactory(activiteit=activiteit, bedrag=24000, jaar=2018)
    ToedelingFactory(activiteit=activiteit, boeking__bedrag=Decimal("12500.10"))
    ToedelingFactory(activiteit=activiteit, boeking__bedrag=4000, verplichting=verplichting)
    WijzigingsregelFactory(activiteit=activiteit, bedrag=1000)
    assert regel("MB") == {
        "begroot": "50000.00",
        "gewijzigd": "1000.00",
        "geboekt": "16500.10",
        "verplicht": "20000.00",
        "vrij": "14499.90",
        "verschil": "34499.90",
    }
    stuk = document(MEI)
    assert [(rij["lasten_geboekt"], rij["verplicht"]) for rij in stuk["jaren"]] == [
        ("16500.10", "0.00"),
        ("0.00", "20000.00"),
    ]
    assert stuk["totaal"] == {
        "inkomsten_begroot": "52140.00",
        "lasten_begroot": "51000.00",
        "niet_toegewezen": "1140.00",
    }


def test_inkomsten_zijn_positief_en_het_grootboek_houdt_haar_teken(regels):
    _activiteit, post = regels
    ToedelingFactory(activiteit=None, inkomstenpost=post, boeking__bedrag=Decimal("-16590.00"))
    assert regel("RMBA")["geboekt"] == "16590.00"
    assert regel("RMBA")["verschil"] == "35550.00"
    stuk = document(MEI)
    assert stuk["jaren"][0]["inkomsten_ontvangen"] == "16590.00"
    assert [stuk[f"som_{naam}"] for naam in ("grootboek", "aangesloten", "onverklaard")] == [
        "-16590.00",
        "-16590.00",
        "0.00",
    ]


@pytest.mark.parametrize(
    ("peildatum", "geboekt"),
    [(date(2017, 4, 19), "0.00"), (date(2017, 4, 20), "312.50"), (date(2017, 4, 21), "312.50")],
)
def test_een_boeking_telt_vanaf_haar_dag(regels, peildatum, geboekt):
    ToedelingFactory(activiteit=regels[0], boeking__boekdatum=date(2017, 4, 20), op=date(2017, 5, 1))
    assert regel("MB", peildatum)["geboekt"] == geboekt
    assert document(peildatum)["som_grootboek"] == geboekt


@pytest.mark.parametrize(
    ("peildatum", "verplicht"),
    [
        (date(2017, 1, 14), "0.00"),
        (date(2017, 1, 15), "100.00"),
        (date(2017, 5, 31), "100.00"),
        (date(2017, 6, 1), "0.00"),
    ],
)
def test_een_verplichting_loopt(regels, peildatum, verplicht):
    VerplichtingFactory(
        activiteit=regels[0], bedrag=100, aangegaan_op=date(2017, 1, 15), beeindigd_op=date(2017, 6, 1)
    )
    assert regel("MB", peildatum)["verplicht"] == verplicht


@pytest.mark.parametrize(
    ("peildatum", "bedrag"), [(date(2017, 3, 31), "0.00"), (date(2017, 4, 1), "1000.00")]
)
def test_een_wijziging_geldt_vanaf_haar_dag(regels, peildatum, bedrag):
    WijzigingsregelFactory(activiteit=regels[0], wijziging=BegrotingswijzigingFactory(op=date(2017, 4, 1)))
    assert regel("MB", peildatum)["gewijzigd"] == bedrag


def test_boven_de_verplichting_blijft_er_niets_van_over(regels):
    verplichting = VerplichtingFactory(activiteit=regels[0], bedrag=100)
    ToedelingFactory(activiteit=regels[0], boeking__bedrag=150, verplichting=verplichting)
    assert regel("MB")["verplicht"] == "0.00"


def test_wat_los_is(regels):
    BoekingFactory(
        boekstuk="A", boekdatum=date(2017, 3, 22), bedrag=Decimal("-190.00"), grootboekrekening="9"
    )
    los = ToedelingFactory(activiteit=regels[0], boeking__boekstuk="B", boeking__boekdatum=MEI)
    Toedeling.objects.filter(pk=los.pk).update(ongedaan_op=MEI)
    BoekingFactory(boekstuk="C", boekdatum=date(2017, 5, 2))
    stuk = document(MEI)
    assert stuk["onverklaard"] == [
        {
            "boekstuk": "A",
            "boekdatum": "2017-03-22",
            "bedrag": "-190.00",
            "reden": "Kostenplaats 67110 met rekening 9 hoort bij geen regel van de begroting.",
            "dagen_open": 40,
        },
        {
            "boekstuk": "B",
            "boekdatum": "2017-05-01",
            "bedrag": "312.50",
            "reden": "De koppeling is ongedaan gemaakt.",
            "dagen_open": 0,
        },
    ]
    assert (stuk["som_grootboek"], stuk["som_onverklaard"]) == ("122.50", "122.50")


def test_een_boeking_over_twee_regels_telt_een_keer(regels):
    boeking = BoekingFactory(bedrag=Decimal("1875.97"))
    ander = Activiteit.objects.create(code="PVT", hoofdstuk="inburgering", omschrijving="x", bedrag=0)
    ToedelingFactory(boeking=boeking, activiteit=regels[0], bedrag=Decimal("1250.00"))
    ToedelingFactory(boeking=boeking, activiteit=ander, bedrag=Decimal("625.97"))
    beslis()
    stuk = document(MEI)
    assert (stuk["som_grootboek"], stuk["som_aangesloten"]) == ("1875.97", "1875.97")
    assert (regel("MB")["geboekt"], regel("PVT")["geboekt"]) == ("1250.00", "625.97")


CENTEN = st.integers(-(10**9), 10**9)
# (cents, on which line or loose, in how many parts, undone, day in April)
BOEKING = st.tuples(
    CENTEN, st.sampled_from(["los", "lasten", "baten"]), st.booleans(), st.booleans(), st.integers(1, 30)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(boekingen=st.lists(BOEKING, max_size=12), dag=st.integers(1, 30))
def test_grootboek_is_toegedeeld_en_los(regels, boekingen, dag):
    """In any order, at any day: the ledger is what has a line and what has none; and the lines are the first."""
    voor = Boeking.objects.count()
    for nummer, (centen, waar, gesplitst, ongedaan, op) in enumerate(boekingen):
        boeking = BoekingFactory(
            boekstuk=f"{voor}-{nummer}", bedrag=Decimal(centen).scaleb(-2), boekdatum=date(2017, 4, op)
        )
        if waar != "los":
            _deel_toe(
                boeking,
                regels if gesplitst else (regels[waar == "baten"],),
                ongedaan_op=MEI if ongedaan else None,
            )
    beslis()
    stand = figures.bereken(date(2017, 4, dag))
    rijen = list(Boeking.objects.filter(boekdatum__lte=date(2017, 4, dag)))
    los = [rij for rij in rijen if not rij.toedelingen.filter(ongedaan_op=None).exists()]
    assert stand.grootboek.som == sum((rij.bedrag for rij in rijen), Decimal(0))
    assert stand.grootboek.los == sum((rij.bedrag for rij in los), Decimal(0))
    assert stand.grootboek.sluit
    lasten, baten = stand.activiteiten[0].geboekt, stand.posten()[0].geboekt
    assert lasten - baten == stand.grootboek.aangesloten
    assert (len(los), len(rijen)) == (stand.grootboek.aantal_los, stand.grootboek.boekingen)


def _deel_toe(boeking: Boeking, waar: tuple[Any, ...], ongedaan_op: date | None) -> None:
    """On these lines: a third on the first, the rest on the last."""
    delen = [boeking.bedrag]
    if len(waar) == 2:
        deel = (boeking.bedrag / 3).quantize(Decimal("0.01"))
        delen = [deel, boeking.bedrag - deel]
    Toedeling.objects.bulk_create(
        Toedeling(
            boeking=boeking,
            activiteit=een if isinstance(een, Activiteit) else None,
            inkomstenpost=een if isinstance(een, Inkomstenpost) else None,
            bedrag=deel,
            wijze="hand",
            op=MEI,
            ongedaan_op=ongedaan_op,
        )
        for een, deel in zip(waar, delen, strict=True)
    )


def test_evenveel_vragen_voor_1_en_50_boekingen(regels):
    def vragen(aantal: int) -> int:
        for _ in range(aantal):
            ToedelingFactory(activiteit=regels[0])
            BoekingFactory()
        with CaptureQueriesContext(connection) as gesteld:
            document(MEI)
        return len(gesteld)

    # The plan's years, the reconciliation, and the loose entries.
    assert vragen(1) == vragen(49) == 3
