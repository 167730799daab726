"""The pages that every user has, and the demonstration's sign-in."""

from decimal import Decimal
from typing import Any

from allauth.account.views import LoginView, PasswordResetFromKeyView
from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required, login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.templatetags.static import static
from django.utils.decorators import method_decorator
from django.views.generic.base import RedirectView, TemplateView, View

from kern.register import register
from toegang.demo import adres
from toegang.forms import VoorbeeldForm
from toegang.models import Gebruiker, Rol
from toegang.rules import mag


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
        # as allauth does after its own form, so that the list of devices has this one
        UserSession.objects.create_from_request(request)
        return redirect("start")


class Inloggen(LoginView):  # type: ignore[misc]
    """Allauth's page, with the roles of the demonstration to choose from."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "rollen": Rol.choices}


class NieuweWachtzin(PasswordResetFromKeyView):  # type: ignore[misc]
    """A new passphrase by the link in a mail; allauth names `token_fail` only where the link fails."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"token_fail": False, **kwargs})  # type: ignore[no-any-return]


@method_decorator(login_required, name="dispatch")
class Beveiliging(IndexView):  # type: ignore[misc]
    """Allauth's page of the second step, with what this user has of it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        soorten = {str(soort) for soort in context["authenticators"]}
        return {**context, **{f"heeft_{soort}": soort in soorten for soort in Authenticator.Type.values}}


class Welkom(TemplateView):
    """For a role that has no page yet: says who you are and that there is nothing to do."""

    template_name = "toegang/welkom.html"


class Onderdelen(TemplateView):
    """All components with their states on one page: to look at, and for the browser tests."""

    template_name = "toegang/onderdelen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        feiten = [("Gezin", "Haddad, 5 personen"), ("Sinds", "28 maart 2017"), ("Dossier", "D-17-0042")]
        return {
            **super().get_context_data(**kwargs),
            "form": VoorbeeldForm.met_een_fout(),
            "feiten": feiten,
            "bedragen": [Decimal("107701"), Decimal("-33225"), None, Decimal(0)],
            "filter": VoorbeeldForm(prefix="filter"),
        }


@method_decorator(login_not_required, name="dispatch")
class Beeldmerk(RedirectView):
    """Where a browser finds the icon of what is no page and names none: a PDF, a file that is shown."""

    http_method_names = ("get", "head")

    def get_redirect_url(self, *args: Any, **kwargs: Any) -> str:
        return static("beeldmerk.svg")


@method_decorator(login_not_required, name="dispatch")
class Hulp(TemplateView):
    """How to use the system; for everybody, signed in or not."""

    template_name = "toegang/hulp.html"


@method_decorator(login_not_required, name="dispatch")
class Toegankelijkheid(TemplateView):
    """What was checked for accessibility and what not; for everybody."""

    template_name = "toegang/toegankelijkheid.html"


@method_decorator(login_not_required, name="dispatch")
class Privacy(TemplateView):
    """What is kept and what is asked of users; for everybody."""

    template_name = "toegang/privacy.html"
