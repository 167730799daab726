"""`importeer grootboek` against the promise of the command line: each code, row and column, and nothing else."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from financien.figures import bereken
from financien.models import Boeking
from tests.financien.factories import BoekingFactory, PeriodeafsluitingFactory, RekeningFactory
from tests.financien.grootboek.belofte import PVT, ZOMER, Grootboek, maak

pytestmark = pytest.mark.django_db


def draai(*argumenten: str) -> dict[str, Any]:
    """The document of a file with faults: it ends with 3."""
    uit = StringIO()
    with pytest.raises(SystemExit) as einde:
        call_command("importeer", "grootboek", *argumenten, "--json", stdout=uit)
    assert einde.value.code == 3
    antwoord: dict[str, Any] = json.loads(uit.getvalue())
    return antwoord


def klopt(document: dict[str, Any], boek: Grootboek) -> None:
    """What is said of the file is what was promised of it."""
    gevonden = {(fout["rij"], fout["kolom"], fout["code"]) for fout in document["fouten"]}
    assert (gevonden - boek.fouten, boek.fouten - gevonden) == (set(), set())
    assert len(document["fouten"]) == len(boek.fouten)
    apart = {(rij["rij"], rij["code"]) for rij in document["opzij"]}
    assert (apart - boek.opzij, boek.opzij - apart) == (set(), set())
    assert len(document["opzij"]) == len(boek.opzij)
    met_fout = len({rij for rij, _kolom, _code in boek.fouten})
    tellingen = [document[naam] for naam in ("gelezen", "aangemaakt", "gewijzigd", "ongewijzigd")]
    nieuw = boek.gelezen - met_fout - boek.ongewijzigd
    assert tellingen == [boek.gelezen, nieuw, 0, boek.ongewijzigd]
    assert len(boek.centen) == nieuw


@pytest.mark.usefixtures("begroting")
@pytest.mark.parametrize(("zaad", "tekenset"), [(1, "utf-8-sig"), (2, "cp1252"), (3, "utf-8")])
def test_elke_belofte_en_niets_anders(zaad, tekenset, tmp_path: Path):
    boek = maak(zaad)
    RekeningFactory(
        activiteit_id="PVT",
        activiteit=None,
        kostenplaats=ZOMER[0],
        grootboekrekening=ZOMER[1],
        van=date(2017, 7, 1),
    )
    for rij in boek.bekend:
        BoekingFactory(kostenplaats=PVT[0], grootboekrekening=PVT[1], **rij)
    PeriodeafsluitingFactory(maand=date(2017, 2, 1))
    pad = tmp_path / "grootboek.csv"
    pad.write_bytes(boek.bestand(tekenset))
    vooraf = Boeking.objects.count()

    proef = draai(str(pad), "--proef")
    klopt(proef, boek)
    klopt(draai(str(pad)), boek)
    assert Boeking.objects.count() == vooraf

    document = draai(str(pad), "--goede-rijen")
    klopt(document, boek)
    assert document["opgeslagen"] is True
    som = sum((Decimal(cent) / 100 for cent in boek.centen.values()), Decimal(0))
    som += sum((Decimal(str(rij["bedrag"])) for rij in boek.bekend), Decimal(0))
    stand = bereken(date(2018, 12, 31)).grootboek
    assert (stand.som, stand.sluit) == (som, True)
    los = {rij for rij, code in boek.opzij if code == "niet_toegewezen"}
    assert stand.aantal_los == len(los) + len(boek.bekend)

    weer = draai(str(pad), "--goede-rijen")
    assert (weer["aangemaakt"], weer["ongewijzigd"]) == (0, document["aangemaakt"] + boek.ongewijzigd)
    assert weer["opzij"] == []
