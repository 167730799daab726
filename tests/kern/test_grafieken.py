"""Charts: the same data give the same bytes, in a picture that a strict page may show."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kern import grafieken, grafiekthema
from kern.grafieken import bevries, svg, svg_antwoord

BASIS = Path(__file__).resolve().parent.parent.parent
KIND = """
import hashlib, json, sys
import django; django.setup()
from kern.grafieken import svg
print(hashlib.sha256(svg(json.load(sys.stdin), "Titel", "Beschrijving").encode()).hexdigest())
"""


@pytest.fixture(autouse=True)
def _niets_onthouden():
    grafieken._teken.cache_clear()


def lijn(dagen: int = 3) -> Any:
    """A line over days, clipped: vl-convert gives clips an id that counts on."""
    import altair as alt

    rijen = [{"d": f"2017-01-0{dag}", "n": dag * 1000} for dag in range(1, dagen + 1)]
    return (
        alt.Chart(alt.Data(values=rijen))
        .mark_line(clip=True)
        .encode(
            x=alt.X(
                "d:T",
                axis=alt.Axis(format="%B", tickCount="month"),
                scale=alt.Scale(domain=["2017-01-01", "2017-03-01"]),
            ),
            y="n:Q",
        )
        .properties(width=400, height=200)
    )


def test_een_bevroren_grafiek_heeft_thema_en_gegevens():
    spec = bevries(lijn())
    assert spec["config"]["font"] == grafiekthema.SPECLETTER
    assert json.loads(json.dumps(spec)) == spec == bevries(lijn())
    assert [rij["n"] for rij in spec["data"]["values"]] == [1000, 2000, 3000]


def test_de_tekening_heeft_een_naam_en_mag_in_een_strenge_pagina():
    tekening = svg(bevries(lijn()), "Een & ander", "Van 1 <naar> 3")
    assert 'role="img"' in tekening
    assert "<title>Een &amp; ander</title><desc>Van 1 &lt;naar&gt; 3</desc>" in tekening
    assert not re.search(r"\sstyle=|<script|\son\w+=", tekening)
    assert "@font-face" in tekening
    assert "@font-face" not in svg(bevries(lijn()), "T", "B", met_letters=False)


def test_de_tekening_is_nederlands():
    tekening = svg(bevries(lijn()), "T", "B")
    assert ">januari<" in tekening
    assert ">1.000<" in tekening


def test_zonder_utc_raakt_de_eerste_dag_kwijt(monkeypatch):
    """Control: in the zone of the settings 1 January begins an hour before the first day of the chart."""
    monkeypatch.setattr(grafieken, "_zonder_tijdzone", lambda _spec: None)
    assert ">januari<" not in svg(bevries(lijn()), "T", "B")


def test_dezelfde_grafiek_geeft_dezelfde_bytes_ook_na_een_andere():
    spec = bevries(lijn())
    eerste = svg(spec, "T", "B")
    svg(bevries(lijn(2)), "T", "B")
    grafieken._teken.cache_clear()
    assert svg(spec, "T", "B") == eerste


def test_zonder_hernummeren_tellen_de_nummers_door(monkeypatch):
    """Control: what our numbering takes away is really there."""
    monkeypatch.setattr(grafieken, "_hernummer", lambda bron: bron)
    spec = bevries(lijn())
    eerste = svg(spec, "T", "B")
    grafieken._teken.cache_clear()
    assert svg(spec, "T", "B") != eerste


def test_in_elk_proces_en_elke_tijdzone_dezelfde_bytes():
    spec, hashes = json.dumps(bevries(lijn())), set()
    for zaad, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
        klaar = subprocess.run(
            [sys.executable, "-c", KIND],
            input=spec,
            capture_output=True,
            text=True,
            cwd=BASIS,
            env={
                **os.environ,
                "PYTHONHASHSEED": zaad,
                "TZ": zone,
                "DJANGO_SETTINGS_MODULE": "wassenaar_integratie.settings.test",
            },
            check=True,
        )
        hashes.add(klaar.stdout.strip())
    assert len(hashes) == 1


def test_een_getekende_grafiek_wordt_onthouden(monkeypatch):
    spec = bevries(lijn())
    eerste = svg(spec, "T", "B")
    monkeypatch.setattr("vl_convert.vegalite_to_svg", lambda *_a, **_k: pytest.fail("drawn again"))
    assert svg(spec, "T", "B") == eerste


def test_het_antwoord_van_een_pagina():
    antwoord = svg_antwoord(bevries(lijn()), "T", "B")
    assert antwoord["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert antwoord["Cache-Control"] == "private, no-cache"
    assert antwoord.content.decode().startswith("<svg")


def test_zonder_letters_zegt_de_fout_wat_te_doen(monkeypatch):
    monkeypatch.setattr("kern.grafiekthema.finders.find", lambda _pad: None)
    with pytest.raises(FileNotFoundError, match="make setup"):
        grafieken.grafiekthema.letterbestand("source-sans-3-latin-400-normal.woff2")
