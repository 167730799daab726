"""What a chapter says: values stay values, and what cannot be right is refused."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from kern.hoofdstuk import (
    Begrip,
    Bron,
    Gevoelig,
    Grafiek,
    Inhoud,
    Kernwaarde,
    Kolom,
    Procent,
    Rij,
    Stand,
    Tabel,
    Tekst,
    Verloop,
    cel_als_json,
)

GOED = Stand("goed", "Op tempo")


@pytest.mark.parametrize(
    ("cel", "bevroren"),
    [
        (1234, 1234),
        (0, 0),
        ("", ""),
        ("tekst", "tekst"),
        (None, None),
        (Decimal("12500"), {"bedrag": "12500.00"}),
        (Decimal("-0.01"), {"bedrag": "-0.01"}),
        (date(2017, 4, 30), {"datum": "2017-04-30"}),
        (Procent(Decimal("17.5")), {"procent": "17.5"}),
        (Gevoelig(3), {"gevoelig": 3}),
        (GOED, {"stand": {"soort": "goed", "tekst": "Op tempo"}}),
    ],
)
def test_een_cel_houdt_haar_waarde(cel, bevroren):
    assert cel_als_json(cel) == bevroren


def test_een_bedrag_met_delen_van_centen_wordt_geweigerd():
    with pytest.raises(ValueError, match="meer dan twee decimalen"):
        cel_als_json(Decimal("0.001"))


def test_elke_sleutel_is_er_en_alles_is_json():
    leeg = Inhoud(zin="Zin.", stand=GOED, samenvatting="Kort.").als_json()
    assert " ".join(leeg) == "zin stand samenvatting kern delen bronnen begrippen standen"
    vol = Inhoud(
        zin="Zin.",
        stand=GOED,
        samenvatting="Kort.",
        kern=[Kernwaarde(naam="N", waarde=Decimal("1.50"))],
        delen=[
            Grafiek(alt="A", vega={"mark": "bar"}),
            Tabel(bijschrift="B", kolommen=[Kolom("K")], rijen=[Rij("R", [])]),
            Tekst(["alinea"]),
        ],
        bronnen=[Bron("T", "t")],
        begrippen=[Begrip("B", "b")],
        standen=[Verloop(code="a.b", begin=1, erbij=2, eraf=3, eind=0)],
    ).als_json()
    assert json.loads(json.dumps(vol)) == vol
    assert [next(iter(deel)) for deel in vol["delen"]] == ["grafiek", "tabel", "tekst"]
    assert vol["kern"][0] == {
        "naam": "N",
        "waarde": {"bedrag": "1.50"},
        "van": None,
        "bij": "",
        "stand": None,
    }


@pytest.mark.parametrize(("cellen", "past"), [([], False), ([1], True), ([1, 2], False)])
def test_een_rij_past_bij_de_kolommen(cellen, past):
    kolommen = [Kolom("Kop"), Kolom("Aantal", getal=True)]
    if past:
        assert Tabel(bijschrift="T", kolommen=kolommen, rijen=[Rij("2016", cellen)])
        return
    with pytest.raises(ValueError, match="'2016' past niet bij de kolommen"):
        Tabel(bijschrift="T", kolommen=kolommen, rijen=[Rij("2016", cellen)])


@pytest.mark.parametrize(("eind", "klopt"), [(29, False), (30, True), (31, False)])
def test_een_verloop_klopt(eind, klopt):
    if klopt:
        assert Verloop(code="a.b", begin=25, erbij=10, eraf=5, eind=eind).als_json()["eind"] == 30
        return
    with pytest.raises(ValueError, match=r"a\.b: 25 \+ 10 - 5 is niet"):
        Verloop(code="a.b", begin=25, erbij=10, eraf=5, eind=eind)
