"""A question or signal of a partner: sending it, and the answer of the caseworker."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property

from dossiers import figures as van_dossiers
from dossiers.models import Statushouder, Verwijsstand
from dossiers.views import LeestDossier, verwijswoorden
from dossiers.views.deel import Formulierpagina
from kern.klok import vandaag
from kern.opmaak.datum import schrijf_datum
from partners import actions, figures
from partners.forms import AntwoordForm, VraagForm
from partners.models import Vraag
from partners.views.antwoorden import Genoemd
from toegang.models import Leeshandeling
from toegang.rules import WIJZIGEN
from toegang.views import Leest


class VraagStellen(Genoemd, Formulierpagina[VraagForm]):
    """Ask or tell the municipality something, also before saying yes."""

    template_name = "partners/verwijzing.html"
    kan = (Verwijsstand.GEVRAAGD, Verwijsstand.AANGENOMEN)
    form_class = VraagForm
    titel = "Vraag aan de gemeente"
    lead = "De regisseur van de gemeente antwoordt. Het antwoord staat daarna op uw eerste pagina."
    knoptekst = "Verstuur"

    def bewaar(self, form: VraagForm) -> Vraag:
        vraag = actions.vraag_gemeente(
            self.verwijzing, **form.cleaned_data, op=vandaag(), door=self.gebruiker
        )
        self.melding = f"Verstuurd. De gemeente antwoordt uiterlijk op {schrijf_datum(vraag.antwoord_voor)}."
        return vraag


class VraagBeantwoorden(LeestDossier, Formulierpagina[AntwoordForm]):
    """The caseworker answers; the partner reads it on its first page."""

    recht = ("dossiers", WIJZIGEN)
    leest = Leest(Leeshandeling.INZIEN, "Vraag van een partner")
    template_name = "partners/beantwoorden.html"
    form_class = AntwoordForm
    titel = "Vraag van een partner"
    knoptekst = "Verstuur antwoord"

    @cached_property
    def vraag(self) -> Vraag:
        """The question of the address, about a referral that this user may read; else 404."""
        return get_object_or_404(figures.vragen(self.gebruiker), pk=self.kwargs["pk"])

    @cached_property
    def statushouder(self) -> Statushouder:
        """Whom it is about: of a family the head."""
        verwijzing = self.vraag.doorverwijzing
        persoon = van_dossiers.hoofden([verwijzing], self.gebruiker, vandaag()).get(verwijzing.pk)
        if persoon is None:
            raise Http404
        return persoon

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What was answered is not answered again."""
        if self.vraag.beantwoord_op:
            messages.info(request, "Deze vraag is al beantwoord.")
            return redirect(self.terug())
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Before anything is done: a foreign question has no form."""
        _ = self.statushouder
        return super().get_form_kwargs()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        vraag, verwijzing = self.vraag, self.vraag.doorverwijzing
        wie = f" ({vraag.gesteld_door})" if vraag.gesteld_door else ""
        feiten = [
            ("Van", f"{verwijzing.organisatie}{wie}"),
            ("Over", f"{self.statushouder.naam}, dossier {self.statushouder.nummer}"),
            ("Verwijzing", f"{verwijzing.doel} ({verwijswoorden.stand(verwijzing, vandaag())[1].lower()})"),
            ("Soort", vraag.get_soort_display()),
            ("Gesteld op", schrijf_datum(vraag.gesteld_op)),
            ("Antwoord uiterlijk", schrijf_datum(vraag.antwoord_voor)),
        ]
        return super().get_context_data(
            vraag=vraag, feiten=feiten, statushouder=self.statushouder, lead=self.lead, **kwargs
        )

    def bewaar(self, form: AntwoordForm) -> Vraag:
        self.melding = f"Verstuurd aan {self.vraag.doorverwijzing.organisatie}."
        return actions.beantwoord_vraag(
            self.vraag, antwoord=form.cleaned_data["antwoord"], op=vandaag(), door=self.gebruiker
        )

    def terug(self) -> str:
        return str(self.statushouder.get_absolute_url())
