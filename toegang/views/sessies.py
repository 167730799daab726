"""Where this user is signed in: each session ended, all of them, or kept a while longer."""

from __future__ import annotations

from typing import Any, Final

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView
from django.views.generic.base import View

from toegang import actions
from toegang.models import Gebruiker
from toegang.poort.tijdslot import over

# In the order in which they are looked for: Edge and Opera name Chrome too, and Chrome names Safari.
_PROGRAMMAS: Final = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
_TOESTELLEN: Final = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("Mac OS", "Mac"), ("Linux", "Linux"),
)  # fmt: skip


def toestel(user_agent: str) -> str:
    """What a browser says of itself, as its user would: `Firefox op Windows`."""
    programma = next((naam for teken, naam in _PROGRAMMAS if teken in user_agent), "Onbekende browser")
    apparaat = next((naam for teken, naam in _TOESTELLEN if teken in user_agent), "een onbekend apparaat")
    return f"{programma} op {apparaat}"


class EigenMixin(View):
    """Of who is signed in alone; LoginRequired stands before it."""

    @property
    def gebruiker(self) -> Gebruiker:
        """Who is signed in."""
        assert isinstance(self.request.user, Gebruiker)  # noqa: S101
        return self.request.user


class Sessies(EigenMixin, TemplateView):
    """All sessions of this user, each with its device; the button says which of them end."""

    template_name = "usersessions/usersession_list.html"

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """`wat` is anders (all but this one), alles, vergeet, or the number of one session."""
        wat = request.POST.get("wat", "")
        if wat == "alles":
            actions.beeindig_sessies(self.gebruiker)
            actions.vergeet_apparaten(self.gebruiker)
            logout(request)
            messages.success(request, "U bent overal uitgelogd.")
            return redirect("account_login")
        if wat == "vergeet":
            actions.vergeet_apparaten(self.gebruiker)
            messages.success(request, "Elk apparaat vraagt nu weer om de tweede stap.")
        elif wat == "anders":
            actions.beeindig_sessies(self.gebruiker, behalve=request.session.session_key or "")
            messages.success(request, "U bent op de andere apparaten uitgelogd.")
        elif wat.isdecimal() and len(wat) < 18:
            geeindigd = actions.beeindig_sessies(self.gebruiker, alleen=int(wat))
            messages.success(request, "Dat apparaat is uitgelogd." if geeindigd else "Dat was al uitgelogd.")
        return redirect("usersessions_list")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rijen = sorted(UserSession.objects.purge_and_list(self.gebruiker), key=lambda rij: rij.last_seen_at)
        sessies = [
            {"rij": rij, "toestel": toestel(rij.user_agent), "hier": rij.is_current()}
            for rij in reversed(rijen)
        ]
        return super().get_context_data(sessies=sessies, meer=len(sessies) > 1, **kwargs)


class SessieVerlengen(EigenMixin, TemplateView):
    """A click that says: I am still here. The seconds that are left as JSON, or a page for another tab."""

    template_name = "toegang/verlengd.html"

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """The middleware noted the click already."""
        stil, langst = over(request)
        if request.accepts("text/html"):
            return self.render_to_response(self.get_context_data())
        return JsonResponse({"stil": stil, "langst": langst})

    def get(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Somebody who signs in after the warning comes here: there is nothing to keep any more."""
        return redirect("start")
