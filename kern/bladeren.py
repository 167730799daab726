"""Going through a list page by page."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page
from django.http import QueryDict

from kern.opmaak.scherm import getal


def bladeren(pagina: Page[Any], vraag: QueryDict) -> dict[str, str]:
    """Words and addresses for going through a list; the filters stay."""

    def adres(nummer: int) -> str:
        parameters = vraag.copy()
        parameters["page"] = str(nummer)
        return f"?{parameters.urlencode()}"

    totaal = pagina.paginator.count
    return {
        "bladertekst": (
            f"Regel {getal(pagina.start_index())} tot en met {getal(pagina.end_index())} van {getal(totaal)}."
        ),
        "vorige": adres(pagina.previous_page_number()) if pagina.has_previous() else "",
        "volgende": adres(pagina.next_page_number()) if pagina.has_next() else "",
    }
