"""The PDF: tagged, without network, the same bytes for the same document, and with its figures."""

from __future__ import annotations

import hashlib
import html as htmlmodule
import json
import os
import re
import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path

import pdfua
import pikepdf
import pytest

from rapportage import figures, weergave
from rapportage.weergave import drukwerk
from tests.rapportage.conftest import APRIL

BASIS = Path(__file__).resolve().parent.parent.parent
KIND = """
import json, os, sys, time
import django; django.setup()
from rapportage import weergave
time.sleep(1.1)  # a time stamp in the PDF would now be another second
sys.stdout.buffer.write(weergave.pdf(json.load(sys.stdin)))
"""


@pytest.fixture
def inhoud(werkelijkheid, plan) -> dict:
    return figures.bevries("voortgang", APRIL, 1)


@pytest.fixture
def pdf(inhoud) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(weergave.pdf(inhoud)))


def tekst(inhoud: dict) -> str:
    """What can be read in the pages, on one line."""
    zonder = re.sub(r"<head>.*?</head>|<[^>]+>", " ", weergave.html(inhoud), flags=re.DOTALL)
    return re.sub(r"\s+", " ", htmlmodule.unescape(zonder))


def elementen(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """All elements of the structure tree."""
    gevonden, open_ = [], [pdf.Root.StructTreeRoot]
    while open_:
        deel = open_.pop()
        if isinstance(deel, pikepdf.Array):
            open_.extend(deel)
        elif isinstance(deel, pikepdf.Dictionary):
            if "/S" in deel:
                gevonden.append(deel)
            if "/K" in deel:
                open_.append(deel.K)
    return gevonden


def test_pdf_ua(pdf):
    assert pdf.Root.MarkInfo.Marked is True
    assert str(pdf.Root.Lang) == "nl"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    assert str(pdf.docinfo.Title) == "Voortgang integratie en participatie statushouders, april 2017"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    assert len(pdf.Root.Outlines.keys()) > 0


def test_alles_heeft_zijn_plaats_in_de_structuur(pdf, inhoud):
    soorten = Counter(str(element.S) for element in elementen(pdf))
    assert soorten["/Figure"] == 1
    assert soorten["/Table"] == soorten["/THead"] == 6
    assert soorten["/Caption"] == 6 + 1  # that of the figure
    assert soorten["/H1"] >= 4
    figuren = [element for element in elementen(pdf) if element.S == "/Figure"]
    assert [str(figuur.Alt) for figuur in figuren] == ["Balk: 20 personen in april."]


def test_elke_kop_van_een_tabel_zegt_waarvan(pdf):
    koppen = [element for element in elementen(pdf) if element.S == "/TH"]
    assert koppen
    for kop in koppen:
        in_de_kop = kop.P.P.S == "/THead"
        assert kop.A.Scope == ("/Column" if in_de_kop else "/Row")


def test_de_controle_van_buiten_vindt_niets(inhoud, tmp_path):
    bestand = tmp_path / "rapport.pdf"
    bestand.write_bytes(weergave.pdf(inhoud))
    assert [(vondst.rule_id, vondst.message) for vondst in pdfua.validate(str(bestand)).findings] == []


def test_de_controle_van_buiten_vindt_een_tabel_zonder_bereik(inhoud, tmp_path, monkeypatch):
    """Control: without our own step the same checker does find something."""
    monkeypatch.setattr(drukwerk, "_geef_koppen_bereik", lambda _document, _pdf: None)
    bestand = tmp_path / "rapport.pdf"
    bestand.write_bytes(weergave.pdf(inhoud))
    assert {vondst.rule_id for vondst in pdfua.validate(str(bestand)).findings} == {"UA-15-003"}


def test_de_letters_zijn_de_onze(pdf):
    letters = {str(font.BaseFont) for bladzijde in pdf.pages for font in bladzijde.Resources.Font.values()}
    assert {naam.partition("+")[2].rstrip(",") for naam in letters} <= {
        "Source-Sans-3",
        "Source-Sans-3-Semi-Bold",
        "Source-Sans-3-Bold",
    }


def test_dezelfde_gegevens_geven_dezelfde_bytes_in_elk_proces(inhoud):
    hashes = {hashlib.sha256(weergave.pdf(inhoud)).hexdigest()}
    for zaad in ("1", "2"):
        klaar = subprocess.run(
            [sys.executable, "-c", KIND],
            input=json.dumps(inhoud).encode(),
            capture_output=True,
            cwd=BASIS,
            env={
                **os.environ,
                "PYTHONHASHSEED": zaad,
                "TZ": "Pacific/Auckland",
                "DJANGO_SETTINGS_MODULE": "wassenaar_integratie.settings.test",
            },
            check=True,
        )
        hashes.add(hashlib.sha256(klaar.stdout).hexdigest())
    assert len(hashes) == 1


def test_de_tijd_van_het_proces_blijft_wat_zij_was(inhoud, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "42")
    weergave.pdf(inhoud)
    assert os.environ["SOURCE_DATE_EPOCH"] == "42"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    weergave.pdf(inhoud)
    assert "SOURCE_DATE_EPOCH" not in os.environ


@pytest.mark.parametrize(
    "adres",
    [
        "https://example.org/x.svg",
        "file:///etc/hostname",
        "settings/base.py",
        "../manage.py",
        "grafieken/9-9.svg",
    ],
)
def test_wat_niet_van_ons_is_wordt_niet_gehaald(inhoud, monkeypatch, adres):
    from weasyprint.urls import FatalURLFetchingError

    met_vreemd_beeld = weergave.html(inhoud).replace("grafieken/1-1.svg", adres)
    assert adres in met_vreemd_beeld
    monkeypatch.setattr(drukwerk, "html", lambda _inhoud: met_vreemd_beeld)
    with pytest.raises(FatalURLFetchingError, match="dat is er niet"):
        weergave.pdf(inhoud)


def test_de_bladzijden_zeggen_wat_bevroren_is(inhoud):
    bladzijden = tekst(inhoud)
    for zin in [
        *("Maandrapport april 2017", "Peildatum 30 april 2017", "Kenmerk plan Z/17/9410/26001", "Versie 1"),
        "April in één bladzijde In april vonden 5 mensen een woning. Van het budget is 17,5% besteed.",
        "Gehuisvest 20 van 30 +5 in april Op tempo",
        "Besteed 17,5% 49.470,50 euro",
        "Huisvesting Op tempo 20 van 30 gehuisvest.",
        "2016 1.066 31-12-2016 Afgesloten 2017 — Op tempo",
        "Wat er in april veranderde Cijfer Begin april Erbij Eraf Eind april Gehuisveste personen 15 6 1 20",
        "Dit is de toelichting van het hoofdstuk. Wat er",
        "Over de bron Taakstelling 2016 De inleiding noemt 51.",
        "2017 344.926,00",
        "Gehuisveste personen 20 personen Wie een woning kreeg. Bron: Plan 2017-2018.",
        "Inkomsten 344.926,00 euro Wat er binnenkomt.",
        "Taakstelling 2016 51 (inleiding) 282.666 (tabel) Wij rekenen met 66.",
    ]:
        assert zin in bladzijden
    assert bladzijden.count("Niet achter op de opgave.") == 1
    assert "Een tweede keer." not in bladzijden


def test_de_pdf_heeft_dezelfde_bladzijden(pdf):
    """Cover, the essence, a page for each chapter, and the annex; each with its month, but for the cover."""
    assert len(pdf.pages) == 5
    [hoofd, *delen] = [str(punt.Title) for punt in _inhoudsopgave(pdf)]
    assert hoofd == "Voortgang integratie en participatie statushouders"
    assert delen == [
        "April in één bladzijde",
        "1 Huisvesting",
        "2 Begroting",
        "Bijlage: begrippen en bronnen",
    ]


def _inhoudsopgave(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    punt, punten = pdf.Root.Outlines.First, []
    while punt is not None:
        punten.append(punt)
        punt = punt.get("/Next")
    return punten


def test_een_klein_gevoelig_aantal_wordt_niet_getoond(inhoud):
    bladzijden = tekst(inhoud)
    assert "Zonder school < 5 van 21" in bladzijden
    assert "Kinderen zonder school < 5 kinderen" in bladzijden
    assert "< 5 betekent: minder dan 5" in bladzijden
    assert inhoud["cijfers"][1]["waarde"] == 3
    assert inhoud["hoofdstukken"][0]["kern"][1]["waarde"] == {"gevoelig": 3}


@pytest.mark.parametrize(("aantal", "getoond"), [(0, "0"), (1, "< 5"), (4, "< 5"), (5, "5"), (1234, "1.234")])
def test_de_grenzen_van_klein(werkelijkheid, plan, aantal, getoond):
    werkelijkheid.zonder_school = aantal
    bladzijden = tekst(figures.bevries("voortgang", APRIL, 1))
    assert f"Zonder school {getoond} van 21" in bladzijden
    assert ("< 5 betekent" in bladzijden) == (getoond == "< 5")


def test_een_cijfer_dat_niet_gevoelig_is_wordt_getoond(inhoud):
    """Control: it is the mark on the figure that hides it."""
    inhoud["cijfers"][1]["gevoelig"] = False
    assert "Kinderen zonder school 3 kinderen" in tekst(inhoud)


def test_het_budgetrapport_heeft_alleen_de_begroting(werkelijkheid, plan):
    bladzijden = tekst(figures.bevries("budget", APRIL, 3))
    assert "Budget integratie en participatie statushouders Maandrapport april 2017" in bladzijden
    assert "Inkomsten 344.926,00 euro" in bladzijden
    assert "Gehuisveste personen" not in bladzijden
    assert "Versie 3" in bladzijden


def test_de_tekst_van_een_hoofdstuk_wordt_geen_opmaak(inhoud):
    inhoud["hoofdstukken"][0]["zin"] = "<script>alert(1)</script> & meer"
    inhoud["plan"]["gemeente"] = 'Wasse"naar'
    bladzijden = weergave.html(inhoud)
    assert "<script>" not in bladzijden
    assert "&lt;script&gt;" in bladzijden
    assert 'data-gemeente="Gemeente Wasse&quot;naar"' in bladzijden


def test_alleen_het_document_wordt_gelezen(inhoud, django_assert_num_queries):
    with django_assert_num_queries(0):
        weergave.pdf(inhoud)
