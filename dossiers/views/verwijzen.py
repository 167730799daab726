"""Sharing a dossier with a partner: asking, looking back, withdrawing and finishing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.views.generic import TemplateView

from dossiers import actions, figures
from dossiers.forms import IntrekForm, VerwijsForm, ZekerForm
from dossiers.models import Doorverwijzing, Verwijsstand
from dossiers.views import afschermwoorden
from dossiers.views import verwijswoorden as woorden
from dossiers.views.deel import Formulierpagina
from dossiers.views.mixins import DossierMixin
from kern.klok import vandaag
from toegang.models import Leeshandeling
from toegang.rules import DELEN, WIJZIGEN, mag
from toegang.views import Leest


class Doorverwijzen(DossierMixin, Formulierpagina[VerwijsForm]):
    """Ask an organisation to take part in the dossier of this person, or of the family."""

    recht = ("dossiers", WIJZIGEN)
    form_class = VerwijsForm
    titel = "Doorverwijzen"
    knoptekst = "Verwijzing versturen"

    def get_form_kwargs(self) -> dict[str, Any]:
        leden = figures.gezinsleden(self.statushouder, gebruiker=self.gebruiker, peildatum=vandaag())
        gezin = figures.gezin_op(
            self.statushouder, vandaag()
        )  # None too where one member is shielded for this user
        return super().get_form_kwargs() | {"vandaag": vandaag(), "gezin": len(leden) if gezin else 0}

    def bewaar(self, form: VerwijsForm) -> Doorverwijzing:
        verwijzing = actions.verwijs(
            self.statushouder,
            gegevens=form.gegevens(),
            heel_gezin=bool(form.cleaned_data.get("heel_gezin")),
            op=vandaag(),
            door=self.gebruiker,
        )
        self.melding = f"De verwijzing is verstuurd. {verwijzing.organisatie} ziet het dossier na aannemen."
        return verwijzing

    def get_success_url(self) -> str:
        """With the way to withdraw it."""
        delen = [self.statushouder.sleutel, self.bewaard.pk]
        intrekken = reverse("dossiers:verwijzing-intrekken", args=delen)
        zin = '{} <a class="nl-link" href="{}">Trek weer in</a>'
        messages.success(self.request, format_html(zin, self.melding, intrekken))
        return self.terug()

    def terug(self) -> str:
        return str(self.statushouder.get_absolute_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        wie = f"{self.statushouder.naam}, dossier {self.statushouder.nummer}"
        lead = f"{wie}. De organisatie beslist zelf of zij meedoet."
        return super().get_context_data(**{"lead": lead, **kwargs})


class OpnieuwVerwijzen(Doorverwijzen):
    """Ask again, or another: all that was asked before is filled in, but for who said no."""

    titel = "Opnieuw doorverwijzen"

    @cached_property
    def eerder(self) -> Doorverwijzing:
        """The referral of the address, of this person or the family; else 404."""
        rijen = figures.verwijzingen(self.statushouder, self.gebruiker, vandaag())
        return get_object_or_404(rijen, pk=self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        rij, dag = self.eerder, vandaag()
        return {
            "organisatie": None if rij.afgewezen_op else rij.organisatie_id,
            "domeinen": rij.domeinen,
            "doel": rij.doel,
            "grondslag": rij.grondslag,
            "heel_gezin": rij.gezin_id is not None,
            "van": max(rij.van, dag),
            "tot_en_met": rij.tot_en_met if rij.tot_en_met >= max(rij.van, dag) else None,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        _soort, stand = woorden.stand(self.eerder, vandaag())
        reden = f": {self.eerder.reden}" if self.eerder.reden else ""
        lead = f"{self.eerder.organisatie} is eerder gevraagd ({stand.lower()}{reden}). Kies wie u nu vraagt."
        return super().get_context_data(**{"lead": lead, **kwargs})


class Gedeeld(DossierMixin, TemplateView):
    """With whom this dossier is or was shared, about what, and what became of it."""

    leest = Leest(Leeshandeling.INZIEN, "Gedeeld met")
    recht = ("dossiers", DELEN)
    template_name = "dossiers/verwijzen/gedeeld.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rijen = figures.verwijzingen(self.statushouder, self.gebruiker, vandaag())
        regels = afschermwoorden.regels(rijen, self.statushouder, vandaag())
        return super().get_context_data(
            rijen=regels,
            iets_loopt=any(regel["loopt"] for regel in regels),
            ook_anders=figures.ook_over_anders(self.statushouder, self.gebruiker, vandaag()),
            mag_wijzigen=mag(self.gebruiker, "dossiers", WIJZIGEN),
            **kwargs,
        )


class VerwijzingMixin(DossierMixin):
    """An act on one of the referrals of this dossier, as long as it is how `kan` says."""

    recht = ("dossiers", WIJZIGEN)
    kan: tuple[Verwijsstand, ...] = woorden.LOPEND
    kan_niet = "Deze verwijzing is al voorbij."

    @cached_property
    def verwijzing(self) -> Doorverwijzing:
        """The referral of the address, of this person or the family; else 404."""
        rijen = figures.verwijzingen(self.statushouder, self.gebruiker, vandaag())
        return get_object_or_404(rijen, pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What is over is not asked about any more."""
        if self.verwijzing.stand_op(vandaag()) not in self.kan:
            messages.info(request, self.kan_niet)
            return redirect(self.terug())
        return super().get(request, *args, **kwargs)  # type: ignore[misc,no-any-return]

    def terug(self) -> str:
        """The list of referrals of this dossier."""
        return reverse("dossiers:gedeeld", args=[self.statushouder.sleutel])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rij = woorden.regel(self.verwijzing, vandaag())
        feiten = [
            ("Organisatie", str(self.verwijzing.organisatie)),
            ("Voor wie", rij["wie"]),
            *woorden.kaartregels(self.verwijzing)[-3:],
        ]
        return super().get_context_data(feiten=feiten, **kwargs)


class VerwijzingIntrekken(VerwijzingMixin, Formulierpagina[IntrekForm]):
    """Stop sharing, from today on."""

    form_class = IntrekForm
    template_name = "dossiers/vastleggen/handeling.html"
    titel = "Verwijzing intrekken"
    lead = "De organisatie ziet het dossier vanaf nu niet meer. Wat zij al vastlegde, blijft staan."
    knoptekst = "Verwijzing intrekken"

    def bewaar(self, form: IntrekForm) -> Doorverwijzing:
        self.melding = f"De verwijzing naar {self.verwijzing.organisatie} is ingetrokken."
        return actions.trek_verwijzing_in(
            self.verwijzing, reden=form.cleaned_data["reden"], op=vandaag(), door=self.gebruiker
        )


class VerwijzingAfronden(VerwijzingMixin, Formulierpagina[ZekerForm]):
    """The work of the organisation is done: stop sharing, from today on."""

    form_class = ZekerForm
    template_name = "dossiers/vastleggen/handeling.html"
    titel = "Verwijzing afronden"
    lead = "Het werk is klaar. De organisatie ziet het dossier vanaf nu niet meer."
    knoptekst = "Verwijzing afronden"

    def bewaar(self, form: ZekerForm) -> Doorverwijzing:
        self.melding = f"De verwijzing naar {self.verwijzing.organisatie} is afgerond."
        return actions.rond_verwijzing_af(self.verwijzing, op=vandaag(), door=self.gebruiker)


class VerwijzingHerinneren(VerwijzingMixin, Formulierpagina[ZekerForm]):
    """Ask the organisation once more for its answer."""

    kan = (Verwijsstand.GEVRAAGD,)
    kan_niet = "Deze verwijzing wacht niet meer op een antwoord."
    form_class = ZekerForm
    template_name = "dossiers/vastleggen/handeling.html"
    titel = "Organisatie herinneren"
    lead = "Wie bij de organisatie kan antwoorden, krijgt een mail. Daarin staat niet om wie het gaat."
    knoptekst = "Herinnering versturen"

    def bewaar(self, form: ZekerForm) -> Doorverwijzing:
        self.melding = f"{self.verwijzing.organisatie} krijgt vandaag een herinnering."
        return actions.herinner(self.verwijzing, op=vandaag())
