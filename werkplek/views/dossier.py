"""The page of one person: head, family, a panel of each domain, the time line and what can be done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.views.generic import TemplateView

from dossiers.figures import mag_afschermen, mensen, vastleggen, verwijzingen_bij
from dossiers.figures.inzage import KERN, mag_in
from dossiers.figures.waarom import waarom
from dossiers.forms import Notitieformulier
from dossiers.models import Regie
from dossiers.views import DossierMixin, afschermwoorden
from dossiers.views import woorden as dossierwoorden
from dossiers.views.samenvoegen import samenvoegkaart
from kern.klok import vandaag
from kern.register import register
from toegang.models import Leeshandeling
from toegang.rules import BSN, DELEN, INZAGE, INZIEN, WIJZIGEN, mag, van_gemeente
from toegang.views import Leest
from werkplek import figures
from werkplek.views import woorden
from werkplek.views.tijdlijn import tijdlijn


class Dossier(DossierMixin, TemplateView):
    """A person with all that the registered domains tell of them, as far as this user may read it."""

    recht = ("dossiers", INZIEN)
    leest = Leest(Leeshandeling.INZIEN, "Hele dossier")
    template_name = "werkplek/dossier.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        persoon: Any = self.statushouder
        dag = vandaag()
        figures.lees_vooraf([persoon], self.gebruiker)
        gezin = figures.gezin_van(persoon, gebruiker=self.gebruiker, peildatum=dag)
        regie = figures.regie_van([persoon], dag, self.gebruiker).get(persoon.pk)
        gronden = waarom(persoon, self.gebruiker, dag, vervangt=self._vervangt(regie))
        return super().get_context_data(
            gezin=gezin.naam,
            toont_gezin=bool(gezin.leden) or van_gemeente(self.gebruiker),
            leden=woorden.leden(persoon, gezin.leden, dag),
            stand=dossierwoorden.stand(persoon.stand),
            feiten=woorden.kop(persoon, regie, dag, self.gebruiker),
            panelen=figures.panelen(persoon, self.gebruiker, dag),
            tijdlijn=tijdlijn(persoon, self.gebruiker, self.request.GET, dag),
            gegevens=woorden.gegevens(persoon, self.gebruiker),
            regisseur=woorden.regisseur(regie),
            relaties=self._relaties(dag),
            open=woorden.open_werk(*vastleggen.open_werk(persoon, self.gebruiker), self.gebruiker, dag),
            notitie=Notitieformulier(),
            waarom=woorden.waarom(gronden),
            verwezen=woorden.verwezen(gronden, self.gebruiker),
            mail_regisseur=self._mail(regie),
            **self._gedeeld(dag),
            mag_wijzigen=mag(self.gebruiker, "dossiers", WIJZIGEN),
            mag_bsn=mag(self.gebruiker, "dossiers", BSN),
            mag_inzage=mag(self.gebruiker, "dossiers", INZAGE),
            mag_geschiedenis=van_gemeente(self.gebruiker),
            **samenvoegkaart(persoon),
            **self._acties(),
            **kwargs,
        )

    def _gedeeld(self, dag: date) -> dict[str, Any]:
        """With whom the dossier is shared now, and who may shield it."""
        persoon = self.statushouder
        mag_delen = mag(self.gebruiker, "dossiers", DELEN)
        rijen = verwijzingen_bij(persoon, self.gebruiker) if mag_delen else []
        regels = afschermwoorden.regels(rijen, persoon, dag) if rijen else []
        return {
            "mag_delen": mag_delen,
            "gedeeld": [regel for regel in regels if regel["loopt"]],
            "mag_afschermen": mag(self.gebruiker, "dossiers", WIJZIGEN)
            and mag_afschermen(persoon, self.gebruiker, dag),
        }

    def _relaties(self, dag: date) -> list[dict[str, Any]]:
        """Kinship belongs to the case itself: for who may read that here."""
        persoon, gebruiker = self.statushouder, self.gebruiker
        if not mag_in(persoon, gebruiker, KERN):
            return []
        return woorden.relaties(persoon, mensen.relaties(persoon, gebruiker), dag)

    def _vervangt(self, regie: Regie | None) -> bool:
        """Does this user cover today for whose case it is?"""
        return bool(regie and regie.waarnemer and regie.waarnemer.pk == self.gebruiker.pk)

    def _mail(self, regie: Regie | None) -> str:
        """Where a partner can ask something: that of whose case it is."""
        return regie.regisseur.email if regie and regie.regisseur and not van_gemeente(self.gebruiker) else ""

    def _acties(self) -> dict[str, Any]:
        """What can be recorded, and what the domains offer for the family; the commonest is the primary button."""
        snel = sorted(
            (
                (actie.volgorde, actie.label, actie.url, actie.icoon)
                for domein in register
                for actie in domein.snelacties
                if mag(self.gebruiker, domein.code, actie.recht)
            ),
            key=lambda actie: actie[0],
        )
        snelacties = [
            {"label": label, "adres": self._adres(url), "icoon": icoon}
            for _volgorde, label, url, icoon in snel
        ]
        knoppen = [
            {"label": actie.label, "adres": self._adres(actie.url), "icoon": actie.icoon}
            for domein in register
            for actie in domein.gezinsacties
            if mag(self.gebruiker, domein.code, actie.recht)
        ]
        if snelacties:
            eerste = snelacties[0]
            knoppen.append({**eerste, "label": f"{eerste['label']} vastleggen", "icoon": "plus"})
        return {"snelacties": snelacties, "knoppen": knoppen}

    def _adres(self, url: str) -> str:
        return reverse(url, args=[self.statushouder.sleutel])
