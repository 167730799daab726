"""Components of the screens: `{% load onderdelen %}`. docs/onderdelen.md says how each is used.

A tag only says which template draws the component and with what; its markup is in
templates/onderdelen/<name>.html. Every variable of such a template is set here, so none can be missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from kern import cellen
from kern.onderdeel import breedte, inhoud_van, teken, teken_vast
from kern.opmaak import scherm
from kern.sleutelbladeren import Sorteerkop

register = template.Library()
for filternaam in ("euro", "getal", "procent", "datum", "datum_lang", "dag_lang", "moment"):
    register.filter(filternaam, getattr(scherm, filternaam), is_safe=True)
register.filter("heel", cellen.heel, is_safe=True)

# How things stand, in the words of kern.hoofdstuk.Stand → the variant of the badge.
STANDEN = {"goed": "safe", "let": "warning", "slecht": "danger", "wacht": "active", "neutraal": "neutral"}
MELDINGEN = {"ok": "klaar", "info": "info", "warning": "let-op", "error": "fout"}
KNOPPEN = frozenset({"primary", "secondary", "subtle"})


@register.simple_tag
def icoon(naam: str, klasse: str = "") -> SafeString:
    """An icon of static/iconen.json; it is hidden from screen readers, so words must stand beside it."""
    return teken_vast("icoon", ("naam", naam), ("klasse", klasse))


@register.simple_tag
def knop(
    tekst: str,
    url: str = "",
    *,
    soort: str = "secondary",
    icoon: str = "",
    klein: bool = False,
    naam: str = "",
    waarde: str = "",
    type: str = "submit",  # noqa: A002
    uit: bool = False,
    bij: str = "",
    formulier: str = "",
) -> SafeString:
    """A button; with `url` a link that looks like one. `bij` are hidden words that complete the text.

    `soort`: primary, secondary or subtle. `uit` shows it as not possible now, and does nothing.
    """
    if soort not in KNOPPEN:
        raise ValueError(soort)
    return teken(
        "knop",
        tekst=tekst,
        url=url,
        soort=soort,
        icoon=icoon,
        klein=klein,
        naam=naam,
        waarde=waarde,
        type=type,
        uit=uit,
        bij=bij,
        formulier=formulier,
    )


@register.simple_tag
def koppeling(tekst: str, url: str, *, icoon: str = "", bij: str = "", klein: bool = False) -> SafeString:
    """A link in the text. `bij` are hidden words that complete it."""
    return teken("koppeling", tekst=tekst, url=url, icoon=icoon, bij=bij, klein=klein)


@register.simple_tag
def badge(soort: str, tekst: str) -> SafeString:
    """A state: `soort` is goed, let, slecht, wacht or neutraal; the text says what it is."""
    return teken_vast("badge", ("soort", STANDEN[soort]), ("tekst", str(tekst)))


@register.simple_tag
def teller(aantal: int, woorden: str, *, laat: bool = False) -> SafeString:
    """A number in a circle; `woorden` is the whole of it for who cannot see what it stands beside."""
    return teken("teller", aantal=scherm.getal(aantal), woorden=woorden, laat=laat)


@register.simple_tag
def etiket(tekst: str) -> SafeString:
    """A fact that is no state, such as the language for an interpreter."""
    return teken("etiket", tekst=tekst)


@register.simple_block_tag
def melding(content: str, soort: str, *, rol: str = "", klasse: str = "") -> SafeString:
    """An alert: ok, info, warning or error, around paragraphs.

    After an action its role is `status`, for what needs an answer now `alert`; empty for what just stands there.
    """
    return teken(
        "melding", inhoud=inhoud_van(content), soort=soort, icoon=MELDINGEN[soort], rol=rol, klasse=klasse
    )


@register.simple_tag
def kruimelpad(*stappen: str) -> SafeString:
    """Breadcrumb from the second level on: label, address, label, address, …, label of this page."""
    *adressen, huidig = stappen
    return teken("kruimelpad", paren=list(zip(adressen[::2], adressen[1::2], strict=True)), huidig=huidig)


@register.simple_tag
def paginas(label: str, *stappen: str, hier: str, vraag: str = "") -> SafeString:
    """Pages that belong together, beside each other: names of addresses, each with its words; `hier` is open."""
    delen = [
        (reverse(naam) + vraag, tekst, naam == hier)
        for naam, tekst in zip(stappen[::2], stappen[1::2], strict=True)
    ]
    return teken("paginas", label=label, paginas=delen)


@register.simple_tag
def meter(deel: float | Decimal, merk: float | Decimal | None = None) -> SafeString:
    """A bar of 100%, filled for `deel`; `merk` is a line in it, such as how much of the time has passed.

    Both are percentages; outside 0 to 100 they stop at the edge. The words must say it too.
    """
    return teken("meter", deel=breedte(deel), merk=None if merk is None else breedte(merk))


@register.simple_block_tag
def cijfer(
    content: str, naam: str, waarde: Any, *, van: str = "", url: str = "", bij: str = "", meter: str = ""
) -> SafeString:
    """A key figure in `div.wi-cijfers`; `waarde` is ready text or a count, the content a badge or nothing."""
    tekst = scherm.getal(waarde) if waarde is None or isinstance(waarde, int) else waarde
    return teken(
        "cijfer", naam=naam, waarde=tekst, van=van, url=url, bij=bij, meter=meter, inhoud=inhoud_van(content)
    )


@register.simple_block_tag
def kaart(
    content: str,
    kop: str,
    kop_id: str,
    *,
    breedte: int = 12,
    soort: str = "",
    bij: str = "",
    niveau: int = 2,
) -> SafeString:
    """A card with a heading; `breedte` of 12 columns in `div.wi-raster`, `bij` stands right in the head.

    `soort`: plat (a table to the edges), doek (sand) or nothing.
    """
    return teken(
        "kaart",
        inhoud=inhoud_van(content),
        kop=kop,
        kop_id=kop_id,
        breedte=breedte,
        soort=soort,
        bij=bij,
        niveau=niveau,
    )


@register.simple_block_tag
def leeg(content: str, kop: str, tekst: str, *, niveau: int = 2) -> SafeString:
    """An empty list: what is empty and why; the content is one or two buttons."""
    return teken("leeg", inhoud=inhoud_van(content), kop=kop, tekst=tekst, niveau=niveau)


@register.simple_block_tag
def bevestiging(content: str, kop: str, tekst: str, *, niveau: int = 2) -> SafeString:
    """A question before something is done, with its consequence; the content are the buttons."""
    return teken("bevestiging", inhoud=inhoud_van(content), kop=kop, tekst=tekst, niveau=niveau)


@register.simple_block_tag
def bron(content: str, kop: str, *, open: bool = False) -> SafeString:  # noqa: A002
    """A remark on a doubtful source, to fold open; the content are `li` elements."""
    return teken("bron", inhoud=inhoud_van(content), kop=kop, open=open)


@register.simple_tag
def voortgang(stap: int, stappen: int, woorden: str) -> SafeString:
    """How far a task is; `woorden` names the task for who cannot see the bar."""
    return teken("voortgang", stap=stap, stappen=stappen, woorden=woorden)


@register.simple_tag
def feiten(rijen: Iterable[tuple[str, Any]], *, soort: str = "rij") -> SafeString:
    """Names with their values: beside each other (`rij`), in two columns (`duo`) or amounts (`bedrag`)."""
    klasse = {"rij": "wi-feiten", "duo": "wi-lijst wi-lijst--duo", "bedrag": "wi-lijst--bedrag"}[soort]
    return teken("feiten", rijen=rijen, klasse=klasse)


@register.simple_block_tag
def grafiek(
    content: str, *, src: str, smal: str, alt: str, breedte: int, hoogte: int, klasse: str = ""
) -> SafeString:
    """A chart with a second drawing below 800 px; `alt` gives the finding in figures, the content explains."""
    return teken(
        "grafiek",
        inhoud=inhoud_van(content),
        src=src,
        smal=smal,
        alt=alt,
        breedte=breedte,
        hoogte=hoogte,
        klasse=klasse,
    )


@register.simple_tag
def bladeren(tekst: str, *, vorige: str = "", volgende: str = "", precies: str = "") -> SafeString:
    """Previous and next of a list; an empty address shows that there is no more.

    `precies` is the address of this page with everything counted, where counting stopped.
    """
    return teken("bladeren", tekst=tekst, vorige=vorige, volgende=volgende, precies=precies)


@register.simple_block_tag
def tabel(
    content: str, bijschrift: str, *, kop_id: str = "", soort: str = "", smal: bool = False
) -> SafeString:
    """A table around `thead` and `tbody`; the caption is for who does not see the heading above it.

    `soort`: schuif (money: scrolls sideways below 800 px, needs `kop_id`, the id of the heading above),
    kaarten (a list: rows become cards), vast (kaarten with a head that stays in sight), or nothing.
    """
    return teken(
        "tabel", inhoud=inhoud_van(content), bijschrift=bijschrift, kop_id=kop_id, soort=soort, smal=smal
    )


@register.simple_tag
def kolomkop(
    tekst: str,
    *,
    getal: bool = False,
    verborgen: bool = False,
    klasse: str = "",
    sorteer: Sorteerkop | None = None,
) -> SafeString:
    """A column's head; `getal` for numbers, amounts and dates, which stand right; `sorteer` makes it sort."""
    return teken("kolomkop", tekst=tekst, getal=getal, verborgen=verborgen, klasse=klasse, sorteer=sorteer)


@register.simple_tag
def rijkop(
    tekst: str, url: str = "", *, onder: str = "", onder_klasse: str = "", klasse: str = ""
) -> SafeString:
    """A row's name, bold and a link where it has a page, with one soft line below.

    `onder_klasse` is wi-alleensmal where the line stands in for a column that a telephone leaves out.
    """
    return cellen.rijkop(tekst, url, onder=onder, onder_klasse=onder_klasse, klasse=klasse)


@register.simple_tag
def cel(
    waarde: Any, *, getal: bool = False, kop: str = "", url: str = "", bij: str = "", klasse: str = ""
) -> SafeString:
    """A cell with ready text or a component; `kop` is the column's name where rows become cards."""
    return cellen.cel(waarde, getal=getal, kop=kop, url=url, bij=bij, klasse=klasse)


@register.simple_tag
def bedrag(waarde: Decimal | int | None) -> SafeString:
    """An amount: negative in red with its sign, unknown as a soft dash."""
    return cellen.waarde(scherm.euro(waarde), onbekend=waarde is None, negatief=(waarde or 0) < 0)


@register.simple_tag
def aantal(waarde: int | None) -> SafeString:
    """A count: negative in red with its sign, unknown as a soft dash."""
    return cellen.waarde(scherm.getal(waarde), onbekend=waarde is None, negatief=(waarde or 0) < 0)


@register.simple_tag
def dag(waarde: date | None) -> SafeString:
    """A date in a table: 28-3-2017, unknown as a soft dash."""
    return cellen.waarde(scherm.datum(waarde), onbekend=waarde is None, negatief=False)
