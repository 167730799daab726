"""The list of persons, and the same list as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from django.views.generic.base import View

from dossiers import figures
from dossiers.filters import Dossierfilter
from dossiers.models import Bewaardfilter, Statushouder, WijzeVanKomst
from dossiers.models.persoon import StatushouderQuerySet
from dossiers.views import woorden
from dossiers.views.lijstrij import tabelrij
from kern.klok import vandaag
from kern.leeftijd import leeftijd
from kern.opmaak.scherm import getal
from kern.sleutelbladeren import BLADERNAMEN, SleutelbladerenMixin
from kern.volgorde import Volgorde
from toegang.rules import mag
from toegang.views import RechtMixin
from uitwisseling.weergave.tabellen import Cel, Formaat, als_download

# A file of more rows takes minutes and gigabytes to open; who needs it all asks the manager for `exporteer`.
HOOGSTENS_IN_BESTAND = 50_000
KOLOMMEN = ("Dossiernummer", "Persoon", "Nationaliteit", "Gezin", "Leeftijd", "Status", "Sinds", "Regisseur")
_TEGELIJK = 2_000


class GefilterdMixin(RechtMixin):
    """The persons that this user may see, by the filters in the address; at the peildatum today."""

    recht = ("dossiers", "inzien")

    @cached_property
    def regisseurs(self) -> dict[int, figures.Regisseur]:
        return figures.regisseurs(vandaag())

    @cached_property
    def filter(self) -> Dossierfilter:
        return Dossierfilter(
            self.request.GET,
            # what a row shows is asked of the rows of one page only
            queryset=Statushouder.objects.zichtbaar_voor(self.gebruiker),
            peildatum=vandaag(),
            regisseurs=self.regisseurs,
        )

    def alle_rijen(self) -> StatushouderQuerySet:
        """All that this user may see."""
        return figures.lijst(self.gebruiker, vandaag())

    def rijen(self) -> StatushouderQuerySet:
        """What the filters leave."""
        rijen: StatushouderQuerySet = self.filter.qs
        return rijen

    def vul_aan(self, rijen: Iterable[Statushouder]) -> None:
        """Give each row its words; one query for all of them."""
        rijen = list(rijen)
        gezinnen = {rij.gezin_pk for rij in rijen}  # type: ignore[attr-defined]
        groottes = figures.gezinsgroottes(gezinnen, vandaag())
        for rij in rijen:
            _geef_woorden(rij, groottes, self.regisseurs)


class Dossierlijst(GefilterdMixin, SleutelbladerenMixin, TemplateView):
    """Persons with where they stand today; the same number of queries for 1 and 50 rows."""

    template_name = "dossiers/lijst.html"
    eigen_parameters = Dossierfilter.namen()

    @cached_property
    def _volgordes(self) -> dict[str, Volgorde]:
        return figures.volgordes(vandaag())

    def volgordes(self) -> dict[str, Volgorde]:
        return self._volgordes

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.vul_aan(self.blad.rijen)
        parameters = self.filter.parameters()
        bewaard = list(Bewaardfilter.objects.filter(gebruiker=self.gebruiker))
        return super().get_context_data(
            filter=self.filter,
            sortering=self.sortering,
            keuzes=[(keuze, self.adres(**{keuze.naam: ""})) for keuze in self.filter.keuzes()],
            opmerkingen=[*self.filter.fouten(), *self._vreemde_parameters()],
            rijen=[tabelrij(rij) for rij in self.blad.rijen],
            zonder_filters=self.adres(**dict.fromkeys(parameters, "")),
            bewaren=reverse("dossiers:filter_bewaren") + self._vraag(parameters),
            bewaarde_filters=[(rij, self._vraag(rij.parameters)) for rij in bewaard],
            gekozen_filter=next(
                (rij for rij in bewaard if parameters and rij.parameters == parameters), None
            ),
            telling=figures.telling(self.gebruiker, vandaag(), precies=self.telt_precies),
            bestanden={vorm: self._bestand(vorm, parameters) for vorm in Formaat},
            mag_registreren=mag(self.gebruiker, "dossiers", "wijzigen"),
            mag_inlezen=mag(self.gebruiker, "uitwisseling", "wijzigen"),
            **kwargs,
        )

    def _vraag(self, parameters: dict[str, str]) -> str:
        """The address of the list with only these filters."""
        leeg = dict.fromkeys(self.adres.gekend, "")
        return self.adres(**leeg | parameters)

    def _bestand(self, vorm: Formaat, parameters: dict[str, str]) -> str:
        return reverse("dossiers:exporteren", args=[vorm.value]) + self._vraag(parameters)

    def _vreemde_parameters(self) -> list[str]:
        """A filter that does not exist must not look as if it did something."""
        if set(self.request.GET) <= BLADERNAMEN | self.eigen_parameters:
            return []
        return ["In het adres van deze pagina staat een filter dat niet bestaat. Dat is niet gebruikt."]


class Exporteren(GefilterdMixin, View):
    """Exactly the filtered list as a file: what the list shows, all pages, in the order of names."""

    def get(self, request: HttpRequest, vorm: str) -> HttpResponse:
        if vorm not in set(Formaat):
            raise Http404
        fouten = self.filter.fouten()
        aantal = self.rijen().order_by().values("pk")[: HOOGSTENS_IN_BESTAND + 1].count()
        if aantal > HOOGSTENS_IN_BESTAND:
            fouten.append(
                f"Deze lijst is te lang voor een bestand: meer dan {getal(HOOGSTENS_IN_BESTAND)} personen. "
                "Kies eerst een filter, bijvoorbeeld een status of een regisseur."
            )
        if fouten:
            for fout in fouten:
                messages.error(request, fout)
            return redirect(f"{reverse('dossiers:lijst')}?{request.GET.urlencode()}")
        return als_download(KOLOMMEN, self._cellen(), naam="dossiers", formaat=vorm)

    def _cellen(self) -> Iterator[tuple[Cel, ...]]:
        """The cells, in parts: each with the same few queries."""
        rijen = (
            figures.met_rij(self.rijen(), vandaag())
            .order_by("sorteernaam", "id")
            .iterator(chunk_size=_TEGELIJK)
        )
        while deel := list(islice(rijen, _TEGELIJK)):
            self.vul_aan(deel)
            yield from (_cellen(rij) for rij in deel)


def _geef_woorden(rij: Any, groottes: dict[int, int], regisseurs: dict[int, figures.Regisseur]) -> None:
    stand = woorden.stand(rij.stand)
    rij.stand_label, rij.stand_soort = stand["label"], stand["soort"]
    rij.leeftijd = leeftijd(rij.geboren, vandaag())
    rij.leeftijd_tekst = woorden.jaren(rij.leeftijd)
    rij.gezin_tekst = woorden.gezin(rij.gezin_naam, groottes.get(rij.gezin_pk, 0))
    rij.regisseur = regisseurs.get(rij.regisseur_pk)
    rij.regisseur_tekst = woorden.regisseur(rij.regisseur)
    rij.nationaliteit_tekst = woorden.nationaliteit(rij.nationaliteit)
    delen = [rij.nummer, rij.nationaliteit_tekst]
    if rij.wijze_van_komst == WijzeVanKomst.AMV:
        delen.append(WijzeVanKomst.AMV.label)
    rij.onderregel = " · ".join(delen)


def _cellen(rij: Any) -> tuple[Cel, ...]:
    return (
        rij.nummer,
        rij.lijstnaam,
        rij.nationaliteit_tekst,
        rij.gezin_tekst,
        rij.leeftijd,
        rij.stand_label,
        rij.sinds,
        rij.regisseur_tekst,
    )
