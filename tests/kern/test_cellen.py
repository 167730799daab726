"""Cells are written without a template: nothing of somebody's own may become HTML."""

from decimal import Decimal

import pytest
from django.utils.safestring import mark_safe

from kern import cellen

KWAAD = """<b onclick="x">&'"""
NETJES = "&lt;b onclick=&quot;x&quot;&gt;&amp;&#x27;"


def test_alles_wat_iemand_typt_wordt_tekst():
    cel = cellen.cel(KWAAD, getal=True, kop=KWAAD, url=KWAAD, bij=KWAAD, klasse=KWAAD)
    kop = cellen.rijkop(KWAAD, KWAAD, onder=KWAAD, onder_klasse=KWAAD, klasse=KWAAD)
    assert "<b" not in cel + kop + cellen.waarde(KWAAD, onbekend=True, negatief=False)
    assert "<b" not in cellen.waarde(KWAAD, onbekend=False, negatief=False)
    assert (cel.count(NETJES), kop.count(NETJES)) == (5, 5)


def test_een_onderdeel_blijft_wat_het_is():
    badge = mark_safe("<span>Gevestigd</span>")
    assert badge in cellen.cel(badge, getal=False, kop="Status", url="", bij="", klasse="")


@pytest.mark.parametrize(("waarde", "tekst"), [(Decimal("1.5"), "1,5"), (3, "3"), ("", ""), (True, "True")])
def test_een_waarde_zoals_een_sjabloon_haar_schrijft(waarde, tekst):
    assert cellen.tekst_van(waarde) == tekst
