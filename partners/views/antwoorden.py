"""What a partner does with a referral: accept, decline, finish."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property

from dossiers import actions, figures
from dossiers.forms import AfwijsForm, ZekerForm
from dossiers.models import Doorverwijzing, Statushouder, Verwijsstand
from dossiers.views import verwijswoorden
from dossiers.views.deel import Formulierpagina
from kern.klok import vandaag
from kern.opmaak.datum import schrijf_datum
from partners.views import startwoorden
from toegang.actions import Lezing
from toegang.models import Leeshandeling
from toegang.rules import ANTWOORDEN
from toegang.views import GETOOND, Leest, RechtMixin


class Verwijzingpagina(RechtMixin):
    """An act on one referral to the own organisation."""

    recht = ("partners", ANTWOORDEN)
    leest = Leest(Leeshandeling.INZIEN, "Verwijzing")
    kan: Collection[Verwijsstand] = (Verwijsstand.GEVRAAGD,)  # where the referral must stand for this act
    gebruiker: Any

    @cached_property
    def verwijzing(self) -> Doorverwijzing:
        """The referral of the address, of the own organisation; else 404."""
        rijen = figures.voor_partner(self.gebruiker).select_related("gezin")
        return get_object_or_404(rijen, pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What is over, or was answered, is not asked about any more."""
        if self.verwijzing.stand_op(vandaag()) not in self.kan:
            messages.info(request, "Hier is geen antwoord meer nodig.")
            return redirect(self.terug())
        return super().get(request, *args, **kwargs)  # type: ignore[misc,no-any-return]

    def terug(self) -> str:
        """The first page of the partner."""
        return reverse("partners:verwijzingen")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(  # type: ignore[misc,no-any-return]
            kaarttitel=verwijswoorden.kaarttitel(self.verwijzing.kaart),
            feiten=verwijswoorden.kaartregels(self.verwijzing),
            **kwargs,
        )


class Genoemd(Verwijzingpagina):
    """An act that says whom it is about, from the first day of what was accepted; before that the card alone."""

    @cached_property
    def persoon(self) -> Statushouder | None:
        """The dossier that this referral opens, of a family that of its head; None as long as it opens none."""
        rij, dag = self.verwijzing, vandaag()
        if rij.stand_op(dag) != Verwijsstand.AANGENOMEN or rij.van > dag:
            return None  # whom another referral opens, is not named here
        return figures.hoofden([rij], self.gebruiker, dag).get(rij.pk)

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        """Where this page names the person, the dossier is in the log."""
        lezing = super().lezing(antwoord)
        if lezing is None or antwoord.status_code != GETOOND or self.persoon is None:
            return lezing
        return replace(lezing, dossiers=[self.persoon.sleutel], doorverwijzing=self.verwijzing.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.persoon is None:
            return context
        naam, gezin = self.persoon.naam, startwoorden.gezinsnaam(self.verwijzing, self.persoon)
        feiten = [
            ("Dossier", self.persoon.nummer),
            *([("Hoofd van het gezin", naam)] if gezin else []),
            ("Voor wie", verwijswoorden.kaarttitel(self.verwijzing.kaart)),
            *context["feiten"],
        ]
        return context | {"kaarttitel": gezin or naam, "feiten": feiten}


class Aannemen(Verwijzingpagina, Formulierpagina[ZekerForm]):
    """The organisation takes part; from the first day on the dossier opens."""

    template_name = "partners/verwijzing.html"
    form_class = ZekerForm
    titel = "Verwijzing aannemen"
    lead = "Daarna ziet uw organisatie de namen en het dossier, zolang de verwijzing loopt."
    knoptekst = "Neem aan"

    def form_valid(self, form: ZekerForm) -> HttpResponse:
        """To the dossier, or where that opens later to the list; what is over is said there too."""
        try:
            rij = actions.neem_aan(self.verwijzing, op=vandaag(), door=self.gebruiker)
        except ValidationError as fout:
            # the card that was pressed is gone from the list by now
            wat = f"Het gaat om: {verwijswoorden.kaarttitel(self.verwijzing.kaart)}, {self.verwijzing.doel}."
            messages.error(self.request, " ".join([*fout.messages, wat]))
            return redirect(self.terug())
        if rij.van > vandaag():
            messages.success(
                self.request, f"U nam de verwijzing aan. U ziet het dossier vanaf {schrijf_datum(rij.van)}."
            )
            return redirect(self.terug())
        messages.success(self.request, "U nam de verwijzing aan. Dit is het dossier.")
        persoon = figures.hoofden([rij], self.gebruiker, vandaag()).get(rij.pk)
        return redirect(persoon.get_absolute_url() if persoon else self.terug())


class Afwijzen(Verwijzingpagina, Formulierpagina[AfwijsForm]):
    """The organisation does not take part, and says why."""

    template_name = "partners/verwijzing.html"
    form_class = AfwijsForm
    titel = "Verwijzing afwijzen"
    lead = "De gemeente leest uw reden."
    knoptekst = "Wijs deze verwijzing af"
    melding = "U wees de verwijzing af. De gemeente ziet uw reden."

    def bewaar(self, form: AfwijsForm) -> Doorverwijzing:
        return actions.wijs_af(self.verwijzing, reden=form.in_woorden(), op=vandaag(), door=self.gebruiker)


class Afronden(Genoemd, Formulierpagina[ZekerForm]):
    """The work is done: the dossier closes for the organisation."""

    template_name = "partners/verwijzing.html"
    kan = (Verwijsstand.AANGENOMEN,)
    form_class = ZekerForm
    titel = "Verwijzing afronden"
    lead = "Uw werk is klaar. Het dossier sluit voor uw hele organisatie. U kunt dit niet terugdraaien."
    knoptekst = "Rond af"
    melding = "U rondde de verwijzing af. Het dossier is voor uw organisatie gesloten."

    def bewaar(self, form: ZekerForm) -> Doorverwijzing:
        return actions.rond_verwijzing_af(self.verwijzing, op=vandaag(), door=self.gebruiker)
