"""What is done with one step: ticked, found not to apply, or taken back; each a POST, with a page of its own."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.http import urlencode

from begeleiding import actions, figures
from begeleiding.domain import woorden
from begeleiding.forms import GedaanForm, NvtForm, TerugForm, stapfeiten
from begeleiding.models import Stapstand
from begeleiding.views.lijsten import VANAF, adres, vanaf_vraag
from dossiers.models import Statushouder
from dossiers.views import LeestDossier
from dossiers.views.deel import Formulierpagina
from kern.forms import TERUG
from kern.klok import vandaag
from kern.weigering import Verouderd
from toegang.models import Leeshandeling
from toegang.rules import WIJZIGEN
from toegang.views import Leest

F = TypeVar("F", bound=BaseForm)


class Staphandeling(LeestDossier, Formulierpagina[F], Generic[F]):
    """The page of an act on one step: the right, then the step through `zichtbaar_voor`, else 404."""

    recht = ("begeleiding", WIJZIGEN)
    leest = Leest(Leeshandeling.INZIEN, "Formulier: stap van de eerste maand")
    template_name = "begeleiding/stap.html"

    @cached_property
    def stand(self) -> Stapstand:
        """The step of the address."""
        rijen = figures.stappen(self.gebruiker).van_toepassing()
        rij: Stapstand = get_object_or_404(rijen, pk=self.kwargs["pk"])
        return rij

    @property
    def statushouder(self) -> Statushouder:
        persoon: Statushouder = self.stand.statushouder
        return persoon

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.stand}

    def terug(self) -> str:
        """The list of the family, which knows from which list of work the user came."""
        pagina, vanaf = adres(self.stand.eerste_maand_id), self.request.GET.get(VANAF, "")
        return f"{pagina}?{urlencode({TERUG: vanaf})}" if vanaf else pagina

    def zeg(self, zin: str) -> str:
        """Say what was done, with the way to take it back; then to what is still to do, or to the whole list."""
        terugzetten = reverse("begeleiding:stap-terug", args=[self.stand.pk])
        adres_ = f"{terugzetten}{vanaf_vraag(self.request.GET.get(VANAF, ''))}"
        link = format_html('{} <a class="nl-link" href="{}">Maak ongedaan</a>', zin, adres_)
        messages.success(self.request, link)
        return f"{self.terug()}#nu"

    def form_valid(self, form: F) -> HttpResponse:
        """What stands already is no fault to mend: back to the list, which says so."""
        try:
            self.bewaard = self.bewaar(form)
        except Verouderd:
            return super().form_valid(form)
        except ValidationError as fout:
            if getattr(fout, "code", "") in {"al_vast", "vanzelf"}:
                messages.info(self.request, fout.messages[0])
                return HttpResponseRedirect(self.terug())
            return super().form_valid(form)
        return HttpResponseRedirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            stand=self.stand,
            lijst=self.stand.eerste_maand,
            vanaf_vraag=vanaf_vraag(self.request.GET.get(VANAF, "")),
            statushouder=self.statushouder,
            feiten=stapfeiten(self.stand) if self.stand.gedaan_op else [],
            **kwargs,
        )


class StapGedaan(Staphandeling[GedaanForm]):
    """Tick a step, or change the day on which it was done."""

    form_class = GedaanForm
    titel = "Wanneer gedaan?"
    knoptekst = "Vink af"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"vandaag": vandaag()}

    def bewaar(self, form: GedaanForm) -> Stapstand:
        gegevens = form.cleaned_data
        return actions.vink_af(
            self.stand,
            versie=gegevens["versie"],
            op=gegevens["gedaan_op"],
            opmerking=gegevens["opmerking"],
            vandaag=vandaag(),
            door=self.gebruiker,
        )

    def get_success_url(self) -> str:
        dag = woorden.kort(self.bewaard.gedaan_op, vandaag())
        return self.zeg(f"Afgevinkt op {dag}: {self.stand.stap}.")


class StapNiet(Staphandeling[NvtForm]):
    """A step that this family does not have to do."""

    form_class = NvtForm
    titel = "Niet van toepassing"
    lead = "De stap telt dan niet mee voor dit gezin."
    knoptekst = "Zet op niet van toepassing"

    def bewaar(self, form: NvtForm) -> Stapstand:
        return actions.zet_niet_van_toepassing(
            self.stand,
            versie=form.cleaned_data["versie"],
            reden=form.cleaned_data["reden"],
            vandaag=vandaag(),
            door=self.gebruiker,
        )

    def get_success_url(self) -> str:
        return self.zeg(f"Niet van toepassing: {self.stand.stap}.")


class StapTerug(Staphandeling[TerugForm]):
    """A tick was a mistake: the step is still to do."""

    form_class = TerugForm
    titel = "Toch nog te doen"
    lead = "De stap komt weer bij wat u nu moet doen."
    knoptekst = "Zet terug op te doen"

    def bewaar(self, form: TerugForm) -> Stapstand:
        return actions.neem_terug(self.stand, versie=form.cleaned_data["versie"])

    def get_success_url(self) -> str:
        messages.success(self.request, f"Weer te doen: {self.stand.stap}.")
        return f"{self.terug()}#nu"
