"""Views that forget what ours may not forget; only the tests have addresses for them."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path

from dossiers.models import Contactmoment, Statushouder


def zonder_filter(_request: HttpRequest) -> HttpResponse:
    """All names, and all that was recorded, without asking who wants to know."""
    namen = [str(persoon) for persoon in Statushouder.objects.all()]
    return HttpResponse("\n".join([*namen, *Contactmoment.objects.values_list("tekst", flat=True)]))


def druppelsgewijs(_request: HttpRequest) -> StreamingHttpResponse:
    """The same, read while it is sent: after the transaction of the page."""

    def regels() -> Iterator[str]:
        for persoon in Statushouder.objects.all():
            yield str(persoon)

    return StreamingHttpResponse(regels())


urlpatterns = [
    path("alles/", zonder_filter, name="alles"),
    path("druppels/", druppelsgewijs, name="druppels"),
]
