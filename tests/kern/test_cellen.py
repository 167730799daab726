"""Cells are written without a template: nothing of somebody's own may become HTML."""

from decimal import Decimal

import pytest
from django.utils.safestring import mark_safe

from kern import cellen

KWAAD = """<b onclick="x">&'"""
NETJES = "&lt;b onclick=&quot;x&quot;&gt;&amp;&#x27;"


def test_een_vraag_boven_een_kolom_staat_op_een_kaart_zonder_vraagteken():
    assert 'data-kop="Telt mee"' in cellen.cel("Ja", kop="Telt mee?")
    assert 'data-kop="Wijk"' in cellen.cel("Zuid", kop="Wijk")


def test_alles_wat_iemand_typt_wordt_tekst():
    cel = cellen.cel(KWAAD, getal=True, kop=KWAAD, url=KWAAD, bij=KWAAD, klasse=KWAAD)
    kop = cellen.rijkop(KWAAD, KWAAD, onder=KWAAD, onder_klasse=KWAAD, klasse=KWAAD)
    assert "<b" not in cel + kop + cellen.waarde(KWAAD, onbekend=True, negatief=False)
    assert "<b" not in cellen.waarde(KWAAD, onbekend=False, negatief=False)
    assert (cel.count(NETJES), kop.count(NETJES)) == (5, 5)


def test_een_onderdeel_blijft_wat_het_is():
    badge = mark_safe("<span>Gevestigd</span>")
    assert badge in cellen.cel(badge, getal=False, kop="Status", url="", bij="", klasse="")


HEEL = '<span class="wi-nowrap">{}</span>'


@pytest.mark.parametrize(
    ("tekst", "deel"),
    [
        ("28-3-2017", "28-3-2017"),
        ("uiterlijk 1-5-2017", "1-5-2017"),
        ("D-17-0003 · Eritrese", "D-17-0003"),
        ("D-17-123456", "D-17-123456"),
        ("06-12345678", ""),
        ("V-nummer", ""),
        ("3-2017", ""),
        ("XD-17-0003", ""),
    ],
)
def test_een_dag_en_een_dossiernummer_breken_niet_af(tekst, deel):
    verwacht = tekst.replace(deel, HEEL.format(deel)) if deel else tekst
    assert cellen.heel(tekst) == verwacht
    for html in (
        cellen.cel(tekst),
        cellen.cel("", bij=tekst),
        cellen.rijkop(tekst),
        cellen.rijkop("", onder=tekst),
    ):
        assert verwacht in html
    assert verwacht in cellen.waarde(tekst, onbekend=False, negatief=False)


def test_wat_al_html_is_wordt_niet_veranderd():
    badge = mark_safe('<a href="/dossiers/D-17-0003/">1-5-2017</a>')
    assert cellen.heel(badge) == badge


@pytest.mark.parametrize(("waarde", "tekst"), [(Decimal("1.5"), "1,5"), (3, "3"), ("", ""), (True, "True")])
def test_een_waarde_zoals_een_sjabloon_haar_schrijft(waarde, tekst):
    assert cellen.tekst_van(waarde) == tekst
