"""Where am I? Every page of the shell marks its entry of the menu, and from the second level on it has breadcrumbs.

Pages that stand beside each other below an entry have a line of links with the own one marked instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.urls import reverse

from tests.toegang.matrix.adressen import adressen
from tests.toegang.matrix.objecten import SOORTEN
from tests.toegang.matrix.tabel import ROLLEN, TABEL
from tests.toegang.matrix.vragen import Vrager
from tests.toegang.matrix.wereld import NIEMAND, WIE, Wereld

pytestmark = pytest.mark.django_db
# Not of a domain: one's own account, and what is about the whole.
ZONDER_MENUPUNT = frozenset(
    {"hulp", "privacy", "toegankelijkheid", "welkom", "onderdelen", "sessie-verlengen", "start", "beeldmerk"}
)
ACCOUNT = ("account_", "mfa_", "usersessions_")
_MENU = re.compile(r'<nav[^>]*aria-label="Hoofdmenu">(.*?)</nav>', re.DOTALL)
_HUIDIG = re.compile(r'href="([^"]*)"\s+aria-current="page"')
_KRUIMELS = '<nav class="utrecht-breadcrumb-nav"'
_NAAST_ELKAAR = re.compile(r'<nav class="wi-chips[^>]*>(?:(?!</nav>).)*aria-current="true"', re.DOTALL)


def _paginas(naam: str, wereld: Wereld, vragers: dict[str, Vrager]) -> Iterator[tuple[str, str, str]]:
    """(who, address, HTML) of this address, once for each role that may; only what stands in the shell."""
    adres = TABEL[naam]
    for wie in sorted(ROLLEN[adres.recht] - {NIEMAND}):
        geval = next((een for een in SOORTEN[adres.soort](wereld, wie) if een.ziet), None)
        if geval is None:
            continue
        pad = reverse(naam, kwargs=geval.kwargs)
        antwoord = vragers[wie].vraag("GET", pad)
        html = antwoord.ruw.decode(errors="replace")
        if antwoord.status == 200 and _MENU.search(html):
            yield wie, pad, html


def _is_van_een_domein(naam: str) -> bool:
    return naam not in ZONDER_MENUPUNT and not naam.startswith(ACCOUNT)


@pytest.mark.parametrize("naam", sorted(naam for naam in adressen() if _is_van_een_domein(naam)))
def test_elke_pagina_zegt_waar_u_bent(naam: str, wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    fout = []
    for wie, pad, html in _paginas(naam, wereld, vragers):
        huidig = {unescape(url) for menu in _MENU.findall(html) for url in _HUIDIG.findall(menu)}
        if len(huidig) != 1:
            fout.append(f"{wie}: {len(huidig)} menupunten aangewezen")
        if _KRUIMELS not in html and pad not in huidig and not _NAAST_ELKAAR.search(html):
            fout.append(f"{wie}: geen kruimelpad")
    assert not fout, f"{naam}: {'; '.join(fout)}"


def test_er_zijn_pagina_s_om_naar_te_kijken(wereld: Wereld, vragers: dict[str, Vrager]) -> None:
    """The pages are told by their markup: without it nothing would be looked at."""
    assert WIE
    assert len(list(_paginas("dossiers:lijst", wereld, vragers))) == len(ROLLEN["dossiers.inzien"])
