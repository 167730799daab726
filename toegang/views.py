"""The mixin that every view starts with, the start page, and the demonstration's sign-in."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.views.generic.base import View

from kern.register import register
from toegang.demo import adres
from toegang.models import Gebruiker, Rol
from toegang.rules import mag


class RechtMixin(View):
    """Gives `self.gebruiker`. Who lacks the right gets the page of what does not exist.

    `recht` is (domain, right); a view without it is refused at its first request.
    """

    recht: ClassVar[tuple[str, str] | None] = None
    gebruiker: Gebruiker

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if self.recht is None:
            raise ImproperlyConfigured(f"{type(self).__name__} heeft geen recht.")
        if not isinstance(request.user, Gebruiker) or not mag(request.user, *self.recht):
            raise Http404
        self.gebruiker = request.user
        return super().dispatch(request, *args, **kwargs)


class Start(View):
    """Sends each user to the first page of their navigation."""

    def get(self, request: HttpRequest) -> HttpResponse:
        punten = [
            punt
            for domein in register
            for punt in domein.menu
            if isinstance(request.user, Gebruiker) and mag(request.user, domein.code, punt.recht)
        ]
        if not punten:
            return redirect("welkom")
        return redirect(min(punten, key=lambda punt: punt.volgorde).url)


@method_decorator(login_not_required, name="dispatch")
class DemoInloggen(View):
    """Signs in as the demonstration's user of a role. Does not exist outside the demonstration."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if not settings.DEMONSTRATIE or request.POST.get("rol") not in Rol.values:
            raise Http404
        gebruiker = get_object_or_404(Gebruiker, email=adres(request.POST["rol"]))
        login(request, gebruiker, backend=settings.AUTHENTICATION_BACKENDS[0])
        return redirect("start")
