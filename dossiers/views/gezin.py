"""A family in one form: register a new one, or add members to one that is known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from dossiers import actions
from dossiers.figures import regie_op
from dossiers.figures.dubbelen import mogelijke_dubbelen
from dossiers.forms import GezinForm, LedenForm, PersonenFormSet, PersoonForm
from dossiers.forms.dubbelen import kandidaat_van_form
from dossiers.models import Gezinslid, Rol, Statushouder
from dossiers.views.dubbelwoorden import Dubbelgroep, groep
from dossiers.views.mixins import DossierMixin
from kern.forms import weigering_in
from kern.klok import vandaag
from toegang.actions import Lezing
from toegang.models import Leeshandeling
from toegang.models import Rol as Gebruikersrol
from toegang.views import GETOOND, Leest, RechtMixin


class GezinFormulier(RechtMixin, TemplateView):
    """A form for the family and one for each member; rows come and go without JavaScript.

    Nobody is saved who may be known already, until the user says that it is somebody else.
    """

    leest: ClassVar[Leest | None] = Leest(Leeshandeling.LIJST, "Mogelijk dubbel bij registreren")
    bekenden = 0  # persons shown who may be meant
    gezinsformulier: type[GezinForm] = GezinForm
    met_hoofd = True
    voorzet: dict[str, Any] = {}
    herstelt_invoer = True

    def personen(self, data: Any = None, initial: list[dict[str, Any]] | None = None) -> Any:
        """The formset, bound to `data` or filled with `initial`."""
        eerste = {"rol": Rol.HOOFD if self.met_hoofd else Rol.PARTNER}
        formset: Any = PersonenFormSet(
            data, prefix="p", initial=initial or [eerste], form_kwargs={"vandaag": vandaag()}
        )
        formset.met_hoofd = self.met_hoofd
        return formset

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        hersteld = getattr(self.request, "herstelde_invoer", None)  # typed before the user was signed out
        if hersteld is not None:
            kwargs |= {"form": self.gezinsformulier(hersteld), "personen": self.personen(hersteld)}
        kwargs.setdefault(
            "form", self.gezinsformulier(initial={"regisseur": self.regisseur()} | self.voorzet)
        )
        kwargs.setdefault("personen", self.personen())
        kwargs.setdefault("dubbelen", [])
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "toevoegen" in request.POST or "weghalen" in request.POST:
            return self.render_to_response(self.get_context_data(**self._andere_rijen(request)))
        form, personen = self.gezinsformulier(request.POST), self.personen(request.POST)
        personen.gevestigd_op = form.cleaned_data.get("gevestigd_op") if form.is_valid() else None
        geldig = personen.is_valid() and form.is_valid()
        dubbelen = self._dubbelen(personen.forms)
        if geldig and all(groep.gekozen for groep in dubbelen):
            with weigering_in(form):
                return self.bewaar(form, personen)
        return self.render_to_response(self.get_context_data(form=form, personen=personen, dubbelen=dubbelen))

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        """The known persons who may be meant; without them the form tells of nobody."""
        lezing = super().lezing(antwoord)
        if lezing is None or antwoord.status_code != GETOOND or lezing.dossiers:
            return lezing
        return replace(lezing, aantal=self.bekenden) if self.bekenden else None

    def regisseur(self) -> int | None:
        """Whose case it probably becomes: of the caseworker who registers; None is the open work stock."""
        return self.gebruiker.pk if self.gebruiker.rol == Gebruikersrol.KLANTREGISSEUR else None

    def gezinssleutel(self) -> int | None:
        """The family that the typed people join; None for a new one."""
        return None

    def _dubbelen(self, getypt: list[PersoonForm]) -> list[Dubbelgroep]:
        """Who may be known already, by typed person, each with what the user chose; three queries."""
        alle = [kandidaat_van_form(form, self.gezinssleutel()) for form in getypt]
        kandidaten = {nummer: wie for nummer, wie in enumerate(alle, start=1) if wie}
        zichtbaar = Statushouder.objects.zichtbaar_voor(self.gebruiker)
        voorstellen = mogelijke_dubbelen(list(kandidaten.values()), rijen=zichtbaar)
        bekend = {voorstel.persoon for rij in voorstellen for voorstel in rij}
        personen = zichtbaar.met_stand(vandaag()).in_bulk(bekend) if bekend else {}
        self.bekenden = len(personen)
        return [
            groep(nummer, kandidaten[nummer], rij, personen, self.request.POST.get(f"toch-{nummer}", ""))
            for nummer, rij in zip(kandidaten, voorstellen, strict=True)
            if rij
        ]

    def bewaar(self, form: GezinForm, personen: Any) -> HttpResponse:
        """Call the action; its refusal is shown in the form."""
        raise NotImplementedError

    def _andere_rijen(self, request: HttpRequest) -> dict[str, Any]:
        """The same forms with one member more or less; what was typed stays, nothing is judged yet."""
        getypt = self.personen(request.POST)
        rijen = [{naam: form[naam].value() for naam in form.fields} for form in getypt.forms]
        if "toevoegen" in request.POST:
            rijen.append({"rol": Rol.KIND})
        weg = request.POST.get("weghalen", "")
        if weg.isdecimal() and len(rijen) > 1:
            rijen = [rij for nummer, rij in enumerate(rijen) if nummer != int(weg)]
        gezin = self.gezinsformulier(request.POST)
        waarden = {naam: gezin[naam].value() for naam in gezin.fields}
        return {"form": self.gezinsformulier(initial=waarden), "personen": self.personen(initial=rijen)}


class GezinRegistreren(GezinFormulier):
    """Register a family with all its members at once."""

    recht = ("dossiers", "wijzigen")
    template_name = "dossiers/gezin_registreren.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=reverse("dossiers:lijst"), **kwargs)

    def bewaar(self, form: GezinForm, personen: Any) -> HttpResponse:
        gezin = form.gezin(personen)
        rijen = actions.registreer_gezinnen([gezin], op=vandaag())
        aantal = "1 persoon" if len(rijen) == 1 else f"{len(rijen)} personen"
        messages.success(self.request, f"Gezin {gezin.naam} is geregistreerd: {aantal}.")
        return redirect(rijen[0])


class GezinslidToevoegen(DossierMixin, GezinFormulier):
    """Add members to the family of this person."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: gezinslid toevoegen")
    recht = ("dossiers", "wijzigen")
    template_name = "dossiers/gezinslid.html"
    gezinsformulier = LedenForm
    met_hoofd = False

    @cached_property
    def lid(self) -> Gezinslid:
        """The membership of today; 404 for who is in no family."""
        lopend = Gezinslid.objects.lopend_op(vandaag()).filter(statushouder=self.statushouder)
        return get_object_or_404(lopend.select_related("gezin"))

    def gezinssleutel(self) -> int:
        return self.lid.gezin_id

    def regisseur(self) -> int | None:
        """The caseworker of the person whose family it is."""
        regie = regie_op([self.statushouder], vandaag()).get(self.statushouder.pk)
        return regie.regisseur_id if regie else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            gezin=self.lid.gezin, terug=self.statushouder.get_absolute_url(), **kwargs
        )

    def bewaar(self, form: GezinForm, personen: Any) -> HttpResponse:
        gezin = form.gezin(personen, bij=self.lid.gezin)
        rijen = actions.registreer_gezinnen([gezin], op=vandaag())
        messages.success(self.request, f"Toegevoegd aan het gezin: {len(rijen)}.")
        return redirect(self.statushouder)
