"""Offers: a new one, one as it stands, and each step of one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, resolve_url
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView

from dossiers.figures import gezinsleden
from dossiers.models import Statushouder
from dossiers.views import DossierMixin, LeestDossier
from huisvesting import actions, figures, rules
from huisvesting.forms import BiedAanForm, ContractForm, StapForm, TerugForm, aanbodfeiten, gedaan
from huisvesting.models import Aanbod
from huisvesting.rules import Stap
from huisvesting.views import aanbodwoorden
from kern.forms import BewaarMixin
from kern.klok import vandaag
from toegang.models import Leeshandeling
from toegang.rules import mag
from toegang.views import Leest


class BiedAan(DossierMixin, BewaarMixin[BiedAanForm], FormView[BiedAanForm]):
    """Offer a home to the household of this person."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: woning aanbieden")
    recht = ("huisvesting", "wijzigen")
    form_class = BiedAanForm
    template_name = "huisvesting/bied_aan.html"
    bewaard: Aanbod

    @cached_property
    def huishouden(self) -> figures.Huishouden:
        return figures.huishouden_van(self.statushouder, vandaag())

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Who has an open offer, or is in the household of who has, comes out at that one if it can be seen."""
        aanbod = self.huishouden.aanbod
        if aanbod:
            eigen = aanbod.statushouder_id == self.statushouder.pk
            wie = "deze persoon" if eigen else "iemand uit dit huishouden"
            messages.warning(request, f"Voor {wie} staat al een aanbod open. Rond dat eerst af.")
            gezien = figures.aanbiedingen(self.gebruiker).filter(pk=aanbod.pk).exists()
            return redirect("huisvesting:aanbod", pk=aanbod.pk) if gezien else redirect(self.statushouder)
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"peildatum": vandaag()}

    def get_initial(self) -> dict[str, Any]:
        keuze = self.request.GET.get("woning", "")
        return {
            "woning": int(keuze) if keuze.isdecimal() and len(keuze) < 10 else None,
            "personen": len(self.huishouden.personen),
            "aangeboden_op": vandaag(),
        }

    def bewaar(self, form: BiedAanForm) -> Aanbod:
        rij = actions.bied_aan(huurder=self.statushouder, vandaag=vandaag(), **form.cleaned_data)
        messages.success(self.request, f"{rij.woning} is aangeboden.")
        return rij

    def get_success_url(self) -> str:
        er = Aanbod.objects.filter(pk=self.bewaard.pk).exists()  # not where a member of the family is hidden
        return reverse("huisvesting:aanbod", args=[self.bewaard.pk]) if er else resolve_url(self.statushouder)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        gezien = gezinsleden(self.statushouder, gebruiker=self.gebruiker, peildatum=vandaag())
        zichtbaar = {lid.statushouder_id for lid in gezien} | {self.statushouder.pk}
        return super().get_context_data(
            terug=self.statushouder.get_absolute_url(),
            leden=[lid for lid in self.huishouden.personen if lid.pk in zichtbaar],
            huishouden=self.huishouden,
            **kwargs,
        )


class AanbodMixin(LeestDossier):
    """A page of one offer: the right, then the offer through `zichtbaar_voor`, else 404."""

    recht = ("huisvesting", "wijzigen")

    @cached_property
    def aanbod(self) -> Aanbod:
        rij: Aanbod = get_object_or_404(figures.aanbiedingen(self.gebruiker), pk=self.kwargs["pk"])
        return rij

    @property
    def statushouder(self) -> Statushouder:
        """Whom it was offered to."""
        persoon: Statushouder = self.aanbod.statushouder
        return persoon

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(  # type: ignore[misc,no-any-return]
            aanbod=self.aanbod, statushouder=self.statushouder, feiten=aanbodfeiten(self.aanbod), **kwargs
        )


class Aanbodpagina(AanbodMixin, TemplateView):
    """One offer: where it stands, what can follow, who would live there, and the norm."""

    leest = Leest(Leeshandeling.INZIEN, "Aanbod van een woning")
    recht = ("huisvesting", "inzien")
    template_name = "huisvesting/aanbod.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        stand = figures.aanbodstand(self.aanbod)
        terug, waarom_niet = rules.terug_te_nemen(stand)
        leden = gezinsleden(self.statushouder, gebruiker=self.gebruiker, peildatum=vandaag())
        huishouden = figures.huishouden_van(self.statushouder, vandaag())
        zichtbaar = {lid.statushouder_id for lid in leden} | {self.statushouder.pk}
        mag_wijzigen = mag(self.gebruiker, "huisvesting", "wijzigen")
        return super().get_context_data(
            badge=aanbodwoorden.stand(self.aanbod),
            stappen=[
                (aanbodwoorden.KNOPPEN[stap], self._adres(stap))
                for stap in (aanbodwoorden.stapknoppen(self.aanbod) if mag_wijzigen else [])
            ],
            terug_te_nemen=aanbodwoorden.WAT_VASTSTAAT[terug] if terug and mag_wijzigen else "",
            waarom_niet="" if terug or not stand.gezet() else waarom_niet,
            leden=[lid for lid in huishouden.personen if lid.pk in zichtbaar] if stand.open else [],
            norm=[aanbodwoorden.normregel(deel) for deel in figures.normdelen(self.statushouder, vandaag())],
            normbron=rules.NORMBRON,
            mag_wijzigen=mag_wijzigen,
            **kwargs,
        )

    def _adres(self, stap: Stap) -> str:
        if stap is Stap.CONTRACT:
            return reverse("huisvesting:aanbod-contract", args=[self.aanbod.pk])
        return reverse("huisvesting:aanbod-stap", args=[self.aanbod.pk, stap.value])


class Aanbodhandeling(AanbodMixin, BewaarMixin[Any], FormView[Any]):
    """What the acts on an offer share: the page with its facts and one form."""

    template_name = "huisvesting/aanbodhandeling.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.aanbod}

    def get_success_url(self) -> str:
        return reverse("huisvesting:aanbod", args=[self.aanbod.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **{"terug": self.get_success_url(), "waarom_niet": "", "gevolg": "", **kwargs}
        )


class Stapmixin(Aanbodhandeling):
    """A step; one that stands already leads back to the offer with a sentence."""

    stap: Stap

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        waarom = rules.staat_al_vast(self.stap, figures.aanbodstand(self.aanbod))
        if waarom:
            messages.warning(request, waarom)
            return redirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            titel=aanbodwoorden.TITELS[self.stap], knoptekst=aanbodwoorden.TITELS[self.stap], **kwargs
        )


class AanbodStap(Stapmixin):
    """Viewed, accepted, declined, withdrawn, or the key."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: stap in een aanbod")
    form_class = StapForm

    @property
    def stap(self) -> Stap:  # type: ignore[override]
        try:
            stap = Stap(self.kwargs["stap"])
        except ValueError as fout:
            raise Http404 from fout
        if stap is Stap.CONTRACT:
            raise Http404
        return stap

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"stap": self.stap}

    def get_initial(self) -> dict[str, Any]:
        return {self.stap.veld: vandaag()}

    def bewaar(self, form: StapForm) -> Aanbod:
        gegevens = form.cleaned_data
        dag = gegevens[self.stap.veld]
        rij = actions.zet_stap(
            self.aanbod,
            stap=self.stap,
            versie=gegevens["versie"],
            op=dag,
            vandaag=vandaag(),
            reden=gegevens.get("reden", ""),
        )
        messages.success(self.request, gedaan(self.stap, dag))
        return rij


class AanbodContract(Stapmixin):
    """The tenancy starts, and the household moves in: one act."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: huurcontract")
    form_class = ContractForm
    stap = Stap.CONTRACT

    def get_form_kwargs(self) -> dict[str, Any]:
        leden = gezinsleden(self.statushouder, gebruiker=self.gebruiker, peildatum=vandaag())
        return super().get_form_kwargs() | {"leden": leden, "huurder": self.statushouder}

    def get_initial(self) -> dict[str, Any]:
        huishouden = figures.huishouden_van(self.statushouder, vandaag())
        return {"bewoners": list(dict.fromkeys([self.statushouder, *huishouden.personen]))}

    def bewaar(self, form: ContractForm) -> Any:
        gegevens = form.cleaned_data
        dag = gegevens[Stap.CONTRACT.veld]
        rijen = actions.teken(
            self.aanbod,
            versie=gegevens["versie"],
            op=dag,
            vandaag=vandaag(),
            personen=list(gegevens["bewoners"]),
        )
        aantal = "1 persoon" if len(rijen) == 1 else f"{len(rijen)} personen"
        messages.success(self.request, f"{gedaan(Stap.CONTRACT, dag)} {aantal} vastgelegd in de woning.")
        return rijen


class AanbodTerug(Aanbodhandeling):
    """Take back the last step of an offer."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: stap in een aanbod terugnemen")
    form_class = TerugForm

    def bewaar(self, form: TerugForm) -> Stap:
        versie = form.cleaned_data["versie"]
        stap = actions.neem_stap_terug(self.aanbod, versie=versie, vandaag=vandaag())
        messages.success(
            self.request, f"{aanbodwoorden.WAT_VASTSTAAT[stap].capitalize()} staat niet meer vast."
        )
        return stap

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        stap, waarom_niet = rules.terug_te_nemen(figures.aanbodstand(self.aanbod))
        wat = aanbodwoorden.WAT_VASTSTAAT[stap] if stap else "een stap"
        return super().get_context_data(
            titel=f"Terugnemen: {wat}",
            knoptekst="Terugnemen",
            waarom_niet=waarom_niet,
            gevolg=aanbodwoorden.GEVOLG_VAN_TERUG if stap is Stap.CONTRACT else "",
            **kwargs,
        )
