"""Shielding a dossier, naming who may know of it, and lifting that."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from dossiers import actions, figures
from dossiers.forms import AfschermForm, InzageForm, OpheffenForm, WeghaalForm
from dossiers.models import Inzagerecht, Statushouder
from dossiers.views import afschermwoorden as woorden
from dossiers.views.deel import Formulierpagina
from dossiers.views.mixins import DossierMixin
from kern.klok import vandaag
from kern.opmaak.datum import schrijf_datum
from toegang.models import Leeshandeling
from toegang.rules import WIJZIGEN
from toegang.views import Leest


class AfschermMixin(DossierMixin):
    """For the coordinator and for whose case it is; for all others this page is not there."""

    recht = ("dossiers", WIJZIGEN)
    afgeschermd = True  # what the dossier must be for this page

    @cached_property
    def statushouder(self) -> Statushouder:
        persoon: Statushouder = super().statushouder
        if not figures.mag_afschermen(persoon, self.gebruiker, vandaag()):
            raise Http404
        return persoon

    @cached_property
    def anderen(self) -> list[Statushouder]:
        """The other members of the family whom this user knows, and who are not yet as this page makes them."""
        leden = figures.gezinsleden(self.statushouder, gebruiker=self.gebruiker, peildatum=vandaag())
        personen = [lid.statushouder for lid in leden if lid.statushouder_id != self.statushouder.pk]
        return [persoon for persoon in personen if persoon.afgeschermd == self.afgeschermd]

    def terug(self) -> str:
        """The page of the shield."""
        return reverse("dossiers:afscherming", args=[self.statushouder.sleutel])

    def met_gezin(self, form: Any) -> list[Statushouder]:
        """Whom the form is about."""
        erbij = self.anderen if form.cleaned_data.get("heel_gezin") else []
        return [self.statushouder, *erbij]


class Afschermen(AfschermMixin, Formulierpagina[AfschermForm]):
    """Only named colleagues know of this dossier from now on."""

    afgeschermd = False
    form_class = AfschermForm
    titel = "Dossier afschermen"
    knoptekst = "Dossier afschermen"

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """One that is shielded has a page of its own."""
        if self.statushouder.afgeschermd:
            return HttpResponseRedirect(self.terug())
        return super().get(*args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "statushouder": self.statushouder,
            "vandaag": vandaag(),
            "gebruiker": self.gebruiker,
            "anderen": self.anderen,
        }

    def bewaar(self, form: AfschermForm) -> list[Statushouder]:
        personen = actions.scherm_af(
            self.met_gezin(form),
            reden=form.cleaned_data["reden"],
            collegas=list(form.cleaned_data["collegas"]),
            op=vandaag(),
            door=self.gebruiker,
        )
        aantal = len(personen)
        self.melding = (
            "Het dossier is afgeschermd." if aantal == 1 else f"{aantal} dossiers zijn afgeschermd."
        )
        return personen

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lead = (
            f"{self.statushouder.naam}, dossier {self.statushouder.nummer}. Wie hier niet is genoemd, vindt het "
            "dossier nergens meer: niet in lijsten, niet bij het zoeken en niet in cijfers die personen tonen."
        )
        return super().get_context_data(
            lead=lead, **{**kwargs, "terug": self.statushouder.get_absolute_url()}
        )


class Afscherming(AfschermMixin, Formulierpagina[InzageForm]):
    """Who may know of this dossier, and a form to name somebody more."""

    leest = Leest(Leeshandeling.INZIEN, "Wie het dossier mag zien")
    form_class = InzageForm
    template_name = "dossiers/verwijzen/afscherming.html"
    titel = "Wie mag dit dossier zien?"
    knoptekst = "Collega toevoegen"

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """One that is not shielded has nobody named."""
        if not self.statushouder.afgeschermd:
            return HttpResponseRedirect(reverse("dossiers:afschermen", args=[self.statushouder.sleutel]))
        return super().get(*args, **kwargs)

    @cached_property
    def rechten(self) -> list[Inzagerecht]:
        """Who may know of this dossier and of the other shielded ones of the family; one query."""
        return list(figures.inzagerechten([self.statushouder, *self.anderen], vandaag()))

    def get_form_kwargs(self) -> dict[str, Any]:
        eigen = [rij for rij in self.rechten if rij.statushouder_id == self.statushouder.pk]
        return super().get_form_kwargs() | {
            "statushouder": self.statushouder,
            "vandaag": vandaag(),
            "anderen": self.anderen,
            "eindes": {rij.gebruiker_id: woorden.laatste_dag(rij) for rij in eigen},
        }

    def bewaar(self, form: InzageForm) -> list[Inzagerecht]:
        collega = form.cleaned_data["collega"]
        personen = self.met_gezin(form)
        wat = "dit dossier" if len(personen) == 1 else f"deze {len(personen)} dossiers van het gezin"
        self.melding = f"{collega} mag {wat} zien."
        return actions.noem_collega(
            personen,
            collega=collega,
            reden=form.cleaned_data["reden"],
            op=vandaag(),
            tot=form.tot(),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            rechten=woorden.genoemden(self.rechten, self.statushouder, self.anderen),
            **{**kwargs, "terug": self.statushouder.get_absolute_url()},
        )


class InzageBeeindigen(AfschermMixin, Formulierpagina[WeghaalForm]):
    """A colleague no longer knows of this dossier."""

    form_class = WeghaalForm
    template_name = "dossiers/vastleggen/handeling.html"
    titel = "Inzage weghalen"
    lead = "Deze collega vindt het dossier vanaf nu nergens meer."
    knoptekst = "Inzage weghalen"

    @cached_property
    def inzage(self) -> Inzagerecht:
        """The row of the address that still holds, of a dossier that is shielded; else 404."""
        if not self.statushouder.afgeschermd:
            raise Http404
        rijen = figures.inzagerechten([self.statushouder], vandaag())
        return get_object_or_404(rijen, pk=self.kwargs["pk"])

    @cached_property
    def anderen(self) -> list[Statushouder]:
        """Members of the family for whom the same colleague is named."""
        personen = super().anderen
        rijen = figures.inzagerechten(personen, vandaag()).filter(gebruiker=self.inzage.gebruiker_id)
        genoemd = {rij.statushouder_id for rij in rijen}
        return [persoon for persoon in personen if persoon.pk in genoemd]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"anderen": self.anderen}

    def bewaar(self, form: WeghaalForm) -> list[Statushouder]:
        _zelf, *ook = self.met_gezin(form)
        personen = actions.beeindig_inzage(
            self.inzage,
            versie=self.inzage.versie,
            reden=form.cleaned_data["reden"],
            op=vandaag(),
            ook=ook,
            door=self.gebruiker,
        )
        aantal = len(personen)
        wat = f"deze {aantal} dossiers van het gezin" if aantal > 1 else "dit dossier"
        self.melding = f"{self.inzage.gebruiker} mag {wat} niet meer zien."
        return personen

    def get_success_url(self) -> str:
        """Who took their own name away, no longer knows of the dossier."""
        messages.success(self.request, self.melding)
        return reverse("dossiers:lijst") if self.inzage.gebruiker_id == self.gebruiker.pk else self.terug()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        feiten = [
            ("Collega", str(self.inzage.gebruiker)),
            ("Dossier", f"{self.statushouder.naam}, {self.statushouder.nummer}"),
            ("Vanaf", schrijf_datum(self.inzage.van)),
            ("Waarom", self.inzage.reden),
        ]
        return super().get_context_data(feiten=feiten, **kwargs)


class AfschermingOpheffen(AfschermMixin, Formulierpagina[OpheffenForm]):
    """This dossier is as all others again."""

    form_class = OpheffenForm
    titel = "Afscherming opheffen"
    lead = "Iedereen die dossiers mag zien, ziet dit dossier dan weer. Partners zien het als het aan hen is verwezen."
    knoptekst = "Afscherming opheffen"
    melding = "De afscherming is opgeheven."

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"anderen": self.anderen}

    def bewaar(self, form: OpheffenForm) -> list[Statushouder]:
        return actions.hef_afscherming_op(
            self.met_gezin(form), reden=form.cleaned_data["reden"], op=vandaag()
        )

    def get_success_url(self) -> str:
        messages.success(self.request, self.melding)
        return self.statushouder.get_absolute_url()
