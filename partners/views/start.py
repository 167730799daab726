"""The first page of a partner: what is asked, whose turn it is, and what is due. Made for a telephone."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Window
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from dossiers import figures as van_dossiers
from dossiers.forms import AfwijsForm
from dossiers.models import Doorverwijzing, Statushouder
from dossiers.views import verwijswoorden
from kern import schrijfwijze
from kern.klok import vandaag
from partners import figures
from partners.figures.start import Startwerk, startwerk
from partners.views import startwoorden as woorden
from toegang.models import Leeshandeling
from toegang.rules import ANTWOORDEN, BEHEREN, mag
from toegang.views import Leest, RechtMixin

# An organisation with thousands of dossiers finds them in the list of dossiers.
MEESTE_NIEUW, MEESTE_LOPEND, MEESTE_VOORBIJ = 50, 50, 20


class Start(RechtMixin, TemplateView):
    """New referrals, the families that were accepted with what they need, requests, signals, and what is over."""

    recht = ("partners", ANTWOORDEN)
    leest = Leest(Leeshandeling.LIJST, "Verwijzingen", aantal="aantal")
    template_name = "partners/start.html"

    @cached_property
    def dag(self) -> date:
        """Today, once for the whole page."""
        return vandaag()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        alle = van_dossiers.voor_partner(self.gebruiker).select_related("organisatie", "gezin")
        open_ = alle.open_op(self.dag)
        # counted by the same query, before it stops at the most that is shown
        geteld = open_.annotate(samen=Window(Count("pk"))).order_by("gevraagd_op", "pk")
        nieuw: list[Any] = list(geteld[:MEESTE_NIEUW])
        wachtend = nieuw[0].samen if nieuw else 0
        gevonden = list(alle.lopend_op(self.dag)[: MEESTE_LOPEND + 1])
        voorbij = list(alle.voorbij_op(self.dag)[:MEESTE_VOORBIJ])
        lopend = gevonden[:MEESTE_LOPEND]
        hoofden = van_dossiers.hoofden(gevonden, self.gebruiker, self.dag)
        werk = startwerk(self.gebruiker, self.dag, list(hoofden.values()))
        gezinnen = self._gezinnen(lopend, hoofden, werk)
        namen = {deel["rij"].pk: deel["wie"] for deel in gezinnen}
        organisatie: Any = self.gebruiker.organisatie
        return super().get_context_data(
            organisatie=organisatie,
            groet=woorden.groet(self.gebruiker),
            lead=woorden.lead(wachtend, sum(deel["deze_week"] for deel in gezinnen)),
            nieuw=[woorden.kaart(rij, self.dag) | self._afwijzen(rij) for rij in nieuw],
            wachtend=wachtend,
            lopend=gezinnen,
            nodig=[deel for deel in gezinnen if deel["eerst"]],
            op_orde=[deel for deel in gezinnen if not deel["eerst"]],
            meer=len(gevonden) > MEESTE_LOPEND,
            vragen=[woorden.vraag(rij, namen, self.dag) for rij in werk.vragen],
            signalen=[woorden.signaal(rij, self.dag) for rij in werk.signalen],
            stand=figures.standen([organisatie], self.dag)[organisatie.pk] if organisatie else None,
            mag_beheren=mag(self.gebruiker, "partners", BEHEREN),
            voorbij=[
                {
                    "rij": rij,
                    "titel": verwijswoorden.kaarttitel(rij.kaart),
                    "stand": verwijswoorden.stand(rij, self.dag),
                }
                for rij in voorbij
            ],
            aantal=len(nieuw) + len(lopend) + len(voorbij),
            **kwargs,
        )

    def _afwijzen(self, rij: Doorverwijzing) -> dict[str, Any]:
        """The form to decline in the card itself, where the address asks for it; what is wrong gets its own page."""
        open_ = self.request.GET.get("afwijzen") == str(rij.pk)
        return {"form": AfwijsForm() if open_ else None}

    def _gezinnen(
        self, lopend: list[Doorverwijzing], hoofden: dict[int, Statushouder], werk: Startwerk
    ) -> list[dict[str, Any]]:
        """The accepted referrals, who needs something first at the top."""
        rijen = [
            woorden.gezin(rij, hoofden.get(rij.pk), werk, self.gebruiker, self.dag)
            | {"onderwerpen": schrijfwijze.opsomming(rij.kaart["onderwerpen"])}
            for rij in lopend
        ]
        return sorted(rijen, key=lambda deel: (deel["op"] or date.max, deel["rij"].pk))
