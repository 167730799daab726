"""The pages as PDF/UA: tagged, without network, and the same bytes for the same document."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.contrib.staticfiles import finders

from kern.grafieken import svg
from kern.grafiekthema import letterbestand
from rapportage.weergave.bladzijden import grafieken, html

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

# An address that cannot exist: all that the pages ask for comes from `_ophaler`.
BASIS = "https://rapport.invalid/"
OPMAAK = frozenset({"tokens.css", "rapport.css", "duinen.svg"})
LETTERS = "pakketten/letters/files/"
# SOURCE_DATE_EPOCH belongs to the whole process, so one report at a time sets it.
_EEN_TEGELIJK = threading.Lock()


def pdf(inhoud: dict[str, Any]) -> bytes:
    """The report as PDF/UA-1. FileNotFoundError where set-up did not copy the fonts."""
    from weasyprint import HTML

    bladzijden = HTML(string=html(inhoud), base_url=BASIS, url_fetcher=_ophaler(inhoud))
    with _tijd_van(date.fromisoformat(inhoud["peildatum"])):
        # pdf_variant belongs to write_pdf: render() would silently leave out every tag.
        resultaat = bladzijden.write_pdf(finisher=_geef_koppen_bereik, pdf_variant="pdf/ua-1")
    if not isinstance(resultaat, bytes):
        raise TypeError("WeasyPrint gaf geen PDF.")
    return resultaat


def _geef_koppen_bereik(_document: Any, pdf: Any) -> None:
    """Say of each table header whether it is of its column or its row; WeasyPrint leaves `scope` out.

    Without it nothing tells a screen reader what the head above the row headers belongs to.
    """
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/TH":
            groep = _boven(_boven(element, pdf), pdf)
            element["A"]["Scope"] = "/Column" if groep["S"] == "/THead" else "/Row"


def _boven(element: Any, pdf: Any) -> Any:
    """The parent in the structure; it is kept as a reference such as b"12 0 R"."""
    return pdf.objects[int(element["P"].split()[0])]


@contextmanager
def _tijd_van(dag: date) -> Iterator[None]:
    """Fonts that are cut for the PDF hold a time: the peildatum, or the bytes differ by the second."""
    with _EEN_TEGELIJK:
        oud = os.environ.get("SOURCE_DATE_EPOCH")
        os.environ["SOURCE_DATE_EPOCH"] = str(
            int(datetime(dag.year, dag.month, dag.day, tzinfo=UTC).timestamp())
        )
        try:
            yield
        finally:
            if oud is None:
                del os.environ["SOURCE_DATE_EPOCH"]
            else:
                os.environ["SOURCE_DATE_EPOCH"] = oud


def _ophaler(inhoud: dict[str, Any]) -> URLFetcher:
    """What fetches for WeasyPrint: our own style, fonts and this document's charts, and nothing else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    tekeningen = grafieken(inhoud)

    class Ophaler(URLFetcher):  # type: ignore[misc]  # WeasyPrint comes without types
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            """Fatal for anything else, so that a report without its style or chart is never kept."""
            pad = url.removeprefix(BASIS)
            try:
                soort, bron = _bron(pad, tekeningen)
            except (FileNotFoundError, KeyError) as fout:
                raise FatalURLFetchingError(f"Het rapport vraagt om {url}, en dat is er niet.") from fout
            return URLFetcherResponse(url, bron, {"Content-Type": soort})

    return Ophaler(allowed_protocols=["https"])


def _bron(pad: str, tekeningen: dict[str, Any]) -> tuple[str, bytes]:
    """Type and bytes of what a path stands for. KeyError or FileNotFoundError when it is not ours."""
    if pad in OPMAAK:
        soort = "text/css" if pad.endswith(".css") else "image/svg+xml"
        return soort, _statisch(pad)
    if pad.startswith(LETTERS):
        return "font/woff2", letterbestand(Path(pad).name).read_bytes()
    deel = tekeningen[pad]
    titel = deel["bijschrift"] or deel["kop"] or deel["alt"]
    return "image/svg+xml", svg(deel["vega"], titel, deel["alt"], met_letters=False).encode()


def _statisch(pad: str) -> bytes:
    gevonden = finders.find(pad)
    if not isinstance(gevonden, str):
        raise FileNotFoundError(pad)
    return Path(gevonden).read_bytes()
