"""The list of persons, and the same list as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, ClassVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from django.views.generic.base import View

from dossiers import figures
from dossiers.filters import Dossierfilter
from dossiers.models import Bewaardfilter, Stand, Statushouder, WijzeVanKomst
from dossiers.models.persoon import StatushouderQuerySet
from dossiers.rules.inzage import mag_veld
from dossiers.views import woorden
from dossiers.views.lijstrij import tabelrij
from kern.klok import vandaag
from kern.leeftijd import leeftijd, leeftijd_in_woorden
from kern.opmaak.scherm import getal
from kern.sleutelbladeren import BLADERNAMEN, SleutelbladerenMixin
from kern.volgorde import Volgorde
from toegang.actions import Lezing
from toegang.models import Leeshandeling
from toegang.rules import mag, van_gemeente
from toegang.views import GETOOND, Leest, RechtMixin
from uitwisseling.weergave.tabellen import Cel, Formaat, als_download

# A file of more rows takes minutes and gigabytes to open; who needs it all asks the manager for `exporteer`.
HOOGSTENS_IN_BESTAND = 50_000
KOLOMMEN = ("Dossiernummer", "Persoon", "Nationaliteit", "Gezin", "Leeftijd", "Status", "Sinds", "Regisseur")
_ALLEEN_GEMEENTE = {"Nationaliteit"}
_TEGELIJK = 2_000


class GefilterdMixin(RechtMixin):
    """The persons that this user may see, by the filters in the address; at the peildatum today."""

    recht = ("dossiers", "inzien")
    leest: ClassVar[Leest | None]

    @cached_property
    def regisseurs(self) -> dict[int, figures.Regisseur]:
        return figures.regisseurs(vandaag(), self.gebruiker)

    @cached_property
    def filter(self) -> Dossierfilter:
        return Dossierfilter(
            self.request.GET,
            # what a row shows is asked of the rows of one page only
            queryset=Statushouder.objects.zichtbaar_voor(self.gebruiker),
            peildatum=vandaag(),
            regisseurs=self.regisseurs,
            van_gemeente=van_gemeente(self.gebruiker),
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
            _geef_woorden(rij, groottes, self.regisseurs, alles=van_gemeente(self.gebruiker))


class Dossierlijst(GefilterdMixin, SleutelbladerenMixin, TemplateView):
    """Persons with where they stand today; the same number of queries for 1 and 50 rows."""

    leest = Leest(Leeshandeling.LIJST, "Lijst van dossiers", aantal="blad.rijen")
    template_name = "dossiers/lijst.html"
    eigen_parameters = Dossierfilter.namen()

    @cached_property
    def _volgordes(self) -> dict[str, Volgorde]:
        return figures.volgordes(vandaag(), met_koppeldag=mag_veld(self.gebruiker, "coa_koppeldatum"))

    def volgordes(self) -> dict[str, Volgorde]:
        return self._volgordes

    def te_tellen(self) -> StatushouderQuerySet:
        return self.rijen().om_te_tellen(self.gebruiker)

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
            telling=figures.telling(
                self.gebruiker,
                vandaag(),
                precies=self.telt_precies,
                alle=None if parameters else self.aantal,  # without a filter the list is all of them
            ),
            bestanden={vorm: self._bestand(vorm, parameters) for vorm in Formaat},
            mag_registreren=mag(self.gebruiker, "dossiers", "wijzigen"),
            alleen_verwezen=not van_gemeente(self.gebruiker),
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

    leest = Leest(Leeshandeling.UITVOER, "Lijst van dossiers als bestand")

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        """Each dossier in the file has a row of its own, and the file one with their number."""
        lezing = super().lezing(antwoord)
        if lezing is None or antwoord.status_code != GETOOND:
            return lezing
        return replace(lezing, dossiers=self.meegenomen, aantal=len(self.meegenomen))

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
        self.meegenomen: list[UUID] = []
        return als_download(self.kolommen, self._cellen(), naam="dossiers", formaat=vorm)

    @property
    def kolommen(self) -> list[str]:
        """What this user may read of a person in the list."""
        alles = van_gemeente(self.gebruiker)
        return [kolom for kolom in KOLOMMEN if alles or kolom not in _ALLEEN_GEMEENTE]

    def _cellen(self) -> Iterator[tuple[Cel, ...]]:
        """The cells, in parts: each with the same few queries."""
        rijen = (
            figures.met_rij(
                self.rijen(), vandaag(), met_koppeldag=mag_veld(self.gebruiker, "coa_koppeldatum")
            )
            .order_by("sorteernaam", "id")
            .iterator(chunk_size=_TEGELIJK)
        )
        while deel := list(islice(rijen, _TEGELIJK)):
            self.vul_aan(deel)
            self.meegenomen += [rij.sleutel for rij in deel]
            for rij in deel:
                cellen = _cellen(rij)
                yield tuple(cellen[kolom] for kolom in self.kolommen)


def _geef_woorden(
    rij: Any, groottes: dict[int, int], regisseurs: dict[int, figures.Regisseur], *, alles: bool
) -> None:
    """The words of a row; without `alles` those that a partner may read."""
    stand = woorden.stand(rij.stand)
    rij.stand_label, rij.stand_soort = stand["label"], stand["soort"]
    if not alles and rij.stand == Stand.GEKOPPELD:
        rij.sinds = None  # the day of linking is for the municipality
    rij.leeftijd = leeftijd(rij.geboren, vandaag())
    rij.leeftijd_tekst = leeftijd_in_woorden(rij.geboren, vandaag())
    rij.gezin_tekst = woorden.gezin(rij.gezin_naam, groottes.get(rij.gezin_pk, 0), alles=alles)
    rij.regisseur = regisseurs.get(rij.regisseur_pk)
    rij.regisseur_tekst = woorden.regisseur(rij.regisseur)
    rij.nationaliteit_tekst = woorden.nationaliteit(rij.nationaliteit) if alles else ""
    delen = [rij.nummer, rij.nationaliteit_tekst]
    if alles and rij.wijze_van_komst == WijzeVanKomst.AMV:
        delen.append(WijzeVanKomst.AMV.label)
    rij.onderregel = " · ".join(filter(None, delen))


def _cellen(rij: Any) -> dict[str, Cel]:
    return {
        "Dossiernummer": rij.nummer,
        "Persoon": rij.lijstnaam,
        "Nationaliteit": rij.nationaliteit_tekst,
        "Gezin": rij.gezin_tekst,
        "Leeftijd": rij.leeftijd_tekst if rij.leeftijd is None else rij.leeftijd,
        "Status": rij.stand_label,
        "Sinds": rij.sinds,
        "Regisseur": rij.regisseur_tekst,
    }
