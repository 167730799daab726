"""Keeping users and organisations: who may come in, for whom, and until when."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.views.generic import CreateView, DetailView, ListView, UpdateView
from django.views.generic.base import View

from kern.bladeren import bladeren
from kern.forms import BewaarMixin
from kern.opmaak.scherm import moment
from toegang import actions
from toegang.forms.gebruikers import CollegaForm, GebruikerForm, OrganisatieForm
from toegang.models import Gebruiker, Organisatie, Rol, Uitnodiging
from toegang.rules import GEBRUIKERS, WIJZIGEN
from toegang.views.recht import RechtMixin


class GebruikersMixin(RechtMixin):
    """The users whom this user keeps; any other is a page that does not exist."""

    recht = ("toegang", GEBRUIKERS)
    leest = None

    def get_queryset(self) -> QuerySet[Gebruiker]:
        """Through `beheerd_door`, with the organisation."""
        beheerd: QuerySet[Gebruiker] = Gebruiker.objects.beheerd_door(self.gebruiker)
        return beheerd.select_related("organisatie").order_by("naam", "pk")

    @property
    def van_alles(self) -> bool:
        """May this user give any role, or only make colleagues of the own organisation?"""
        return self.gebruiker.rol == Rol.BEHEERDER

    def get_form_class(self) -> type[GebruikerForm]:
        """The form within the limits of who keeps."""
        return GebruikerForm if self.van_alles else CollegaForm

    def get_success_url(self) -> str:
        """Back to the list."""
        return reverse("gebruikers")


class Gebruikers(GebruikersMixin, ListView[Gebruiker]):
    """All users that this user keeps, with their role and whether they may come in."""

    template_name = "toegang/gebruikers.html"
    paginate_by = 50

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(van_alles=self.van_alles, **kwargs)
        eerst = context["page_obj"].number == 1 and not self.van_alles
        context["uitgenodigd"] = list(uitnodigingen_van(self.gebruiker)) if eerst else []
        for rij in context["object_list"]:
            rij.stand = ("goed", "Mag inloggen") if rij.is_active else ("neutraal", "Ingetrokken")
            if rij.is_active and not rij.has_usable_password():
                rij.stand = ("wacht", "Uitgenodigd")
        return context | bladeren(context["page_obj"], self.request.GET)


class GebruikerToevoegen(GebruikersMixin, BewaarMixin[GebruikerForm], CreateView[Gebruiker, GebruikerForm]):
    """A new user, who gets an invitation by mail."""

    template_name = "toegang/gebruiker.html"
    object = None

    def bewaar(self, form: GebruikerForm) -> Gebruiker | Uitnodiging:
        gebruiker = actions.voeg_gebruiker_toe(gegevens=form.cleaned_data, door=self.gebruiker)
        messages.success(self.request, f"{gebruiker} krijgt een mail om een wachtzin te kiezen.")
        return gebruiker

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            terug=self.get_success_url(), titel_kort="Gebruiker toevoegen", object=None, eigen=False, **kwargs
        )


class GebruikerWijzigen(GebruikersMixin, BewaarMixin[GebruikerForm], UpdateView[Gebruiker, GebruikerForm]):
    """Another name, role or organisation; withdrawing and inviting again stand below."""

    template_name = "toegang/gebruiker.html"

    def bewaar(self, form: GebruikerForm) -> Gebruiker:
        gegevens = dict(form.cleaned_data)
        gebruiker = actions.wijzig_gebruiker(
            self.object, versie=gegevens.pop("versie"), gegevens=gegevens, door=self.gebruiker
        )
        messages.success(self.request, f"{gebruiker} is opgeslagen.")
        return gebruiker

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            terug=self.get_success_url(),
            titel_kort=str(self.object),
            eigen=self.object.pk == self.gebruiker.pk,
            **kwargs,
        )


class GebruikerToegang(GebruikersMixin, DetailView[Gebruiker]):
    """Withdraw the access of a user after a question, or give it back."""

    template_name = "toegang/gebruiker_toegang.html"
    context_object_name = "ander"

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        ander = self.get_object()
        versie = request.POST.get("versie", "")
        try:
            actions.zet_toegang(
                ander,
                versie=int(versie) if versie.isdecimal() else 0,
                mag_inloggen=not ander.is_active,
                door=self.gebruiker,
            )
        except ValidationError as fout:
            messages.error(request, " ".join(fout.messages))
        else:
            zin = "kan niet meer inloggen" if ander.is_active else "krijgt een mail om weer in te loggen"
            messages.success(request, f"{ander} {zin}.")
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)


def uitnodigingen_van(gebruiker: Gebruiker) -> QuerySet[Uitnodiging]:
    """The invitations of the own organisation that wait; the newest first."""
    eigen = Uitnodiging.objects.wacht().filter(organisatie=gebruiker.organisatie_id)
    gevraagd: QuerySet[Uitnodiging] = eigen.select_related("gevraagd_door", "gebruiker").order_by("-pk")
    return gevraagd


class Uitgenodigd(GebruikersMixin, DetailView[Uitnodiging]):
    """Somebody whom the own organisation invited and who did not come yet: send it again, or withdraw it."""

    template_name = "toegang/uitnodiging.html"
    context_object_name = "uitnodiging"

    def get_queryset(self) -> QuerySet[Uitnodiging]:  # type: ignore[override]
        return uitnodigingen_van(self.gebruiker)

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """`wat` is intrekken, or else the mail goes once more."""
        uitnodiging = self.get_object()
        if request.POST.get("wat") == "intrekken":
            actions.trek_uitnodiging_in(uitnodiging)
            messages.success(request, f"De uitnodiging van {uitnodiging} is ingetrokken.")
        else:
            actions.nodig_nog_eens_uit(uitnodiging)
            messages.success(request, f"{uitnodiging} krijgt opnieuw een mail.")
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rij = self.object
        feiten = [
            ("E-mailadres", format_html('<span class="wi-breek">{}</span>', rij.email)),
            ("Uitgenodigd op", moment(rij.gevraagd_op)),
            ("Door", str(rij.gevraagd_door)),
        ]
        return super().get_context_data(terug=self.get_success_url(), feiten=feiten, **kwargs)


class UitnodigingOpnieuw(GebruikersMixin, View):
    """Send the invitation once more."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        ander = get_object_or_404(self.get_queryset().filter(is_active=True), pk=pk)
        actions.nodig_uit(ander)
        messages.success(request, f"{ander} krijgt opnieuw een mail.")
        return redirect(self.get_success_url())


class OrganisatieMixin(RechtMixin):
    """Organisations are kept by the functional manager; those of the plan come from the plan alone."""

    recht = ("toegang", WIJZIGEN)
    leest = None

    def get_queryset(self) -> QuerySet[Organisatie]:
        """What can be changed here."""
        return Organisatie.objects.filter(van_plan=False)

    def get_success_url(self) -> str:
        """Back to the list."""
        return reverse("organisaties")

    @cached_property
    def terug(self) -> str:
        """The address of Annuleren."""
        return self.get_success_url()


class Organisaties(OrganisatieMixin, ListView[Organisatie]):
    """Parties of the plan and others, with the number of users who may sign in."""

    template_name = "toegang/organisaties.html"

    def get_queryset(self) -> QuerySet[Organisatie]:
        """All of them, those of the plan too."""
        return Organisatie.objects.annotate(gebruikers=Count("gebruiker"))


class OrganisatieToevoegen(
    OrganisatieMixin, BewaarMixin[OrganisatieForm], CreateView[Organisatie, OrganisatieForm]
):
    """A party that the plan does not name."""

    form_class = OrganisatieForm
    template_name = "toegang/organisatie.html"
    object = None

    def bewaar(self, form: OrganisatieForm) -> Organisatie:
        organisatie = actions.bewaar_organisatie(Organisatie(), gegevens=form.cleaned_data)
        messages.success(self.request, f"{organisatie} staat in de lijst.")
        return organisatie

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            terug=self.terug, titel_kort="Organisatie toevoegen", object=None, **kwargs
        )


class OrganisatieWijzigen(
    OrganisatieMixin, BewaarMixin[OrganisatieForm], UpdateView[Organisatie, OrganisatieForm]
):
    """Another name or role."""

    form_class = OrganisatieForm
    template_name = "toegang/organisatie.html"

    def bewaar(self, form: OrganisatieForm) -> Organisatie:
        gegevens = dict(form.cleaned_data)
        organisatie = actions.bewaar_organisatie(
            self.object, versie=gegevens.pop("versie"), gegevens=gegevens
        )
        messages.success(self.request, f"{organisatie} is opgeslagen.")
        return organisatie

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.terug, titel_kort=str(self.object), **kwargs)
