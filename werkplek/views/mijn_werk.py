"""Mijn werk: the list that a caseworker opens in the morning and works from."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.generic import TemplateView

from dossiers.figures import regisseurs
from dossiers.filters import Dossierfilter
from dossiers.forms import UitstelForm
from dossiers.models import Bewaardfilter, Statushouder
from kern.klok import vandaag
from kern.opmaak.scherm import datum_lang
from termijnen import figures as van_termijnen
from termijnen.forms import BesluitForm
from toegang.models import Leeshandeling
from toegang.rules import INZIEN, WIJZIGEN, mag, van_gemeente
from toegang.views import Leest, RechtMixin
from werkplek.figures.werk import Groep, Kalender, Soort, Werk, Werkregel, werk
from werkplek.figures.werkbladen import Plek, Vanaf
from werkplek.figures.wiens import Keuze, Wie
from werkplek.filters import Werkfilter
from werkplek.views import werkwoorden

PER_GROEP, ALLEEN_DEZE = 50, 200


class MijnWerk(RechtMixin, TemplateView):
    """What is due, by when and by family; each row has one act, and comes back here after it."""

    recht = ("werkplek", INZIEN)
    leest = Leest(Leeshandeling.LIJST, "Mijn werk", aantal="personen")
    template_name = "werkplek/mijn_werk.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        groepen = self._groepen()
        regels = [regel for groep in groepen for regel in self.werk.regels[groep]]
        return super().get_context_data(
            tabs=self._tabs(),
            groepen=[self._groep(groep) for groep in groepen if self.werk.regels[groep]],
            personen=len({regel.persoon.pk for regel in regels if regel.persoon}),
            lead=self._lead(),
            filter=self.filter,
            keuzes=self.filter.keuzes(),
            bewaard=[(rij, self._adres(filter=rij.pk)) for rij in self.bewaard.values()],
            gekozen=self.gekozen,
            bewaren_bij=""
            if self.bewaard or not mag(self.gebruiker, "dossiers", INZIEN)
            else reverse("dossiers:lijst"),
            zonder_filters=self._adres(filter="", wie="", domein=""),
            alles="" if self.filter.wie_gekozen == Wie.ALLE else self._adres(wie=Wie.ALLE),
            mag_registreren=mag(self.gebruiker, "dossiers", WIJZIGEN),
            **kwargs,
        )

    @cached_property
    def dag(self) -> date:
        """Today, once for the whole page."""
        return vandaag()

    @cached_property
    def regisseurs(self) -> dict[int, Any]:
        """Colleagues who have cases."""
        return regisseurs(self.dag, self.gebruiker)

    @cached_property
    def bewaard(self) -> dict[str, Bewaardfilter]:
        """The filters that this user kept, by key."""
        return {str(rij.pk): rij for rij in Bewaardfilter.objects.filter(gebruiker=self.gebruiker)}

    @property
    def gekozen(self) -> Bewaardfilter | None:
        """The kept filter of the address."""
        return self.bewaard.get(self.request.GET.get("filter", ""))

    @cached_property
    def filter(self) -> Werkfilter:
        """Whose work and which domain."""
        return Werkfilter(self.request.GET, gebruiker=self.gebruiker, regisseurs=self.regisseurs)

    @cached_property
    def groep(self) -> Groep | None:
        """The one group of the address."""
        gevraagd = self.request.GET.get("groep", "")
        return Groep(gevraagd) if gevraagd in set(Groep) else None

    @cached_property
    def werk(self) -> Werk:
        """The rows; of one group more than of all of them."""
        keuze = Keuze(
            wie=self.filter.wie_gekozen, domein=self.filter.domein_gekozen, selectie=self._selectie()
        )
        if self.groep is None:
            return werk(self.gebruiker, self.dag, keuze, per_groep=PER_GROEP)
        vanaf = Vanaf(self.groep, self.na) if self.na else None
        gevonden = werk(self.gebruiker, self.dag, keuze, per_groep=ALLEEN_DEZE, vanaf=vanaf)
        if vanaf and not gevonden.regels[self.groep]:  # all that stood there was done meanwhile
            self.na = None
            gevonden = werk(self.gebruiker, self.dag, keuze, per_groep=ALLEEN_DEZE)
        return gevonden

    @cached_property
    def na(self) -> Plek | None:
        """Where the page of the one group begins after; None for its first."""
        return Plek.lees(self.request.GET.get("na", "")) if self.groep else None

    def _selectie(self) -> Any:
        if self.gekozen is None:
            return None
        return Dossierfilter(
            self.gekozen.parameters,
            queryset=Statushouder.objects.zichtbaar_voor(self.gebruiker),
            peildatum=self.dag,
            regisseurs=self.regisseurs,
            van_gemeente=van_gemeente(self.gebruiker),
        ).qs

    def _groepen(self) -> list[Groep]:
        return [self.groep] if self.groep else list(Groep)

    def _adres(self, **anders: Any) -> str:
        """This page with other parameters, of which an empty one goes away."""
        nu = {
            "groep": self.groep or "",
            "filter": self.gekozen.pk if self.gekozen else "",
            # what is chosen anew begins at its first page
            "na": "" if anders.keys() & {"groep", "filter", "wie", "domein"} else str(self.na or ""),
            **self.filter.parameters(),
        }
        vraag = urlencode({naam: waarde for naam, waarde in (nu | anders).items() if waarde})
        adres = reverse("werkplek:mijn-werk")
        return f"{adres}?{vraag}" if vraag else adres

    def _tabs(self) -> list[dict[str, Any]]:
        aantallen = self.werk.aantallen
        alle = [("Alles", "", sum(aantallen.values()))]
        alle += [(werkwoorden.KOPPEN[groep], groep.value, aantallen[groep]) for groep in Groep]
        return [
            {
                "kop": kop,
                "adres": self._adres(groep=code),
                "aantal": aantal,
                "hier": code == (self.groep or ""),
                "laat": code == Groep.TE_LAAT and aantal > 0,
            }
            for kop, code, aantal in alle
        ]

    @cached_property
    def _gezinnen(self) -> dict[Groep, list[list[Werkregel]]]:
        """The rows of each group that is shown, by family, as they stand below each other."""
        return {groep: werkwoorden.gezinnen(self.werk.regels[groep]) for groep in self._groepen()}

    @cached_property
    def _volgende(self) -> dict[Werkregel, Werkregel | None]:
        """The row below each row; below the last one of a group stands the first one of the next."""
        volgorde = [regel for gezinnen in self._gezinnen.values() for gezin in gezinnen for regel in gezin]
        return dict(zip(volgorde, [*volgorde[1:], None], strict=True))

    def _groep(self, groep: Groep) -> dict[str, Any]:
        regels, aantal = self.werk.regels[groep], self.werk.aantallen[groep]
        bekend = van_termijnen.regels()
        return {
            "code": groep.value,
            "kop": werkwoorden.KOPPEN[groep],
            "aantal": aantal,
            "laat": groep == Groep.TE_LAAT,
            "periode": self._periode(groep),
            "getoond": len(regels),
            "meer": groep in self.werk.verder,
            "verder": self._adres(na=str(self.werk.verder.get(groep, ""))) if self.groep else "",
            "begin": self._adres(na="") if self.na else "",
            "adres": "" if self.groep else self._adres(groep=groep.value),
            "gezinnen": [
                (
                    werkwoorden.gezinskop(gezin, self.werk.groottes, self.dag),
                    [self._rij(regel, bekend, self._volgende[regel]) for regel in gezin],
                )
                for gezin in self._gezinnen[groep]
            ],
        }

    def _rij(self, regel: Werkregel, bekend: Any, volgende: Werkregel | None) -> dict[str, Any]:
        """After the act the page comes back at the row that follows."""
        terug = f"{self._adres()}#{werkwoorden.anker(volgende) if volgende else regel.groep.value}"
        is_termijn = regel.soort in {Soort.TERMIJN, Soort.ZONDER_DOSSIER}
        gekend = bekend.get(regel.rij.code) if is_termijn else None
        rij = werkwoorden.rij(regel, gekend, self.gebruiker, self.dag, terug=terug)
        return rij | (self._blad(regel, rij, terug) if rij["uitstellen"] else {"open": False})

    def _blad(self, regel: Werkregel, rij: dict[str, Any], terug: str) -> dict[str, Any]:
        """The form to postpone, which opens below its row; where it is refused it has a page of its own."""
        is_taak = regel.soort == Soort.TAAK
        naam, adres = ("uitstel", "dossiers:taak-uitstellen") if is_taak else ("besluit", "termijnen:besluit")
        openen = f"{self._adres(**{naam: regel.rij.pk})}#blad"  # at the form: Tab goes to its first field
        if str(regel.rij.pk) != self.request.GET.get(naam, ""):
            return {"open": False, "openen": openen}
        form: Any = UitstelForm(instance=regel.rij) if is_taak else self._besluit(regel.rij, rij["besluit"])
        breedtes = {"soort": 2, "nieuwe_datum": 2, "waarom": 2, "reden": 4}
        return {
            "open": True,
            "form": form,
            "bladvelden": [
                (form[veld], breedte) for veld, breedte in breedtes.items() if veld in form.fields
            ],
            "bladkop": "Uitstellen" if is_taak else "Uitstellen of vrijstellen",
            "bladknop": "Stel uit" if is_taak else "Leg vast",
            "openen": openen,
            "sluiten": f"{self._adres()}#{rij['anker']}",
            "besluiten": werkwoorden.naar(reverse(adres, args=[regel.rij.pk]), terug),
        }

    def _besluit(self, termijn: Any, soort: str) -> BesluitForm:
        laatste = van_termijnen.laatste_besluit(termijn)
        return BesluitForm(initial={"soort": soort, "gezien": laatste.pk if laatste else None})

    def _periode(self, groep: Groep) -> str:
        kalender = Kalender(self.dag)
        if groep == Groep.DEZE_WEEK:
            return f"tot en met {datum_lang(kalender.zondag)}"
        return f"tot en met {datum_lang(kalender.eind)}" if groep == Groep.KOMT_ERAAN else ""

    def _lead(self) -> str:
        laat, week = (self.werk.aantallen[groep] for groep in (Groep.TE_LAAT, Groep.DEZE_WEEK))
        return f"Te laat: {laat}. Voor deze week: {week}."
