"""A family on paper: all members with what the domains tell of them, what is open and what was spoken of."""

from __future__ import annotations

from typing import Any

from django.views.generic import TemplateView

from dossiers.views import DossierMixin
from dossiers.views import woorden as dossierwoorden
from kern.klok import vandaag
from kern.opmaak.datum import schrijf_datum
from toegang.models import Leeshandeling
from toegang.rules import INZIEN
from toegang.views import Leest
from werkplek import figures
from werkplek.views import woorden


class GezinAfdrukken(DossierMixin, TemplateView):
    """The family of a person, for printing; who is in no family stands on it alone."""

    recht = ("dossiers", INZIEN)
    leest = Leest(Leeshandeling.AFDRUKKEN, "Gezin op papier")
    personen: list[Any]

    def gelezen(self) -> list[Any]:
        """All members are shown with their dossier."""
        return self.personen

    template_name = "werkplek/gezin.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        persoon, dag = self.statushouder, vandaag()
        gezin = figures.gezin_van(persoon, gebruiker=self.gebruiker, peildatum=dag)
        personen = self.personen = list(gezin.leden) or [persoon]
        figures.lees_vooraf(personen, self.gebruiker)
        regie = figures.regie_van(personen, dag, self.gebruiker)
        taken, signalen = figures.open_werk(personen, self.gebruiker)
        afspraken = figures.afspraken(personen, self.gebruiker, dag)
        contacten = figures.laatste_contacten(personen, self.gebruiker, dag)
        return super().get_context_data(
            gezin=gezin.naam,
            personen=[
                {
                    "naam": lid.naam,
                    "adres": lid.get_absolute_url(),
                    "rol": woorden.rol(lid).capitalize() if gezin.leden else "",
                    "stand": dossierwoorden.stand(lid.stand),
                    "feiten": [
                        *woorden.kop(lid, regie.get(lid.pk), dag, self.gebruiker),
                        *woorden.gegevens(lid, self.gebruiker),
                    ],
                    "panelen": figures.panelen(lid, self.gebruiker, dag),
                    "open": [
                        *(
                            (schrijf_datum(rij.uiterlijk_op), rij.wat, rij.eigenaar)
                            for rij in taken.get(lid.pk, [])
                        ),
                        *(
                            (schrijf_datum(rij.antwoord_voor), f"Signaal: {rij.wat}", rij.eigenaar)
                            for rij in signalen.get(lid.pk, [])
                        ),
                    ],
                    "afspraken": [(woorden.afspraak_op(rij), rij) for rij in afspraken.get(lid.pk, [])],
                    "contacten": contacten.get(lid.pk, []),
                }
                for lid in personen
            ],
            **kwargs,
        )
