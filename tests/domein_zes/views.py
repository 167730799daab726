"""The only page of the sixth domain."""

from django.http import HttpRequest, HttpResponse
from django.views.generic.base import View

from toegang.views import RechtMixin


class Start(RechtMixin, View):
    """Says that it is there, to who has the right in the domain."""

    recht = ("sport", "inzien")
    leest = None

    def get(self, _request: HttpRequest) -> HttpResponse:
        return HttpResponse('<!doctype html><html lang="nl"><title>Sport</title><h1>Sport</h1></html>')
