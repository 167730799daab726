"""The page of one recorded row: all of it, what became of it, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.generic import TemplateView

from dossiers.forms import deelwoorden
from dossiers.models import Contactmoment, Document, Signaal, Taak
from dossiers.rules import mag_afhandelen
from dossiers.views.deel import DeelMixin
from kern.kalender import AMSTERDAM
from kern.klok import vandaag
from toegang.models import Leeshandeling
from toegang.rules import WIJZIGEN, mag
from toegang.views import Leest


@dataclass(frozen=True)
class Knop:
    """Something to do from here. `versturen`: the address takes a POST with the version, not a visit."""

    label: str
    adres: str
    icoon: str = ""
    versturen: bool = False


class Deelpagina(DeelMixin, TemplateView):
    """One recorded row; a struck-out one stays to be read, and offers nothing more."""

    recht = ("dossiers", "inzien")
    template_name = "dossiers/vastleggen/deel.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deel = self.deel
        rijen = [
            (naam, linebreaksbr(waarde)) for naam, waarde in deelwoorden.feiten(deel) if naam != "Doorgehaald"
        ]
        return super().get_context_data(
            titel=deelwoorden.titel(deel),
            stand=deelwoorden.stand(deel, vandaag()),
            feiten=rijen,
            vastgelegd=localtime(deel.vastgelegd_op, AMSTERDAM).date(),
            knoppen=[] if deel.doorgehaald else self._knoppen(),
            **kwargs,
        )

    def _knoppen(self) -> list[Knop]:
        """The buttons for this user, the commonest last."""
        if not mag(self.gebruiker, "dossiers", WIJZIGEN):
            return []
        return [self._knop("Doorhalen", "doorhalen"), self._knop("Wijzigen", "wijzigen")]

    def _knop(self, label: str, handeling: str, **rest: Any) -> Knop:
        return Knop(
            label, reverse(f"dossiers:{self.deel.soortnaam}-{handeling}", args=[self.deel.pk]), **rest
        )


class ContactPagina(Deelpagina):
    """A contact or appointment."""

    model = Contactmoment
    leest = Leest(Leeshandeling.INZIEN, "Contact")


class TaakPagina(Deelpagina):
    """A task, which its owner ticks off here."""

    model = Taak
    leest = Leest(Leeshandeling.INZIEN, "Taak")
    erbij = ("eigenaar", "gedaan_door")

    def _knoppen(self) -> list[Knop]:
        taak, knoppen = self.deel, super()._knoppen()
        assert isinstance(taak, Taak)  # noqa: S101  (`model` says so)
        if knoppen and taak.gedaan_op is None:
            knoppen.append(self._knop("Overdragen", "overdragen", icoon="overdragen"))
            knoppen.append(self._knop("Uitstellen", "uitstellen"))
            if taak.eerst_uiterlijk_op:
                knoppen.append(self._knop("Uitstel ongedaan maken", "uitstel-terug"))
        if mag_afhandelen(taak, self.gebruiker):
            if taak.gedaan_op:
                knoppen.append(self._knop("Toch niet gedaan", "heropenen", versturen=True))
            else:
                knoppen.append(self._knop("Taak is gedaan", "gedaan", icoon="vink", versturen=True))
        return knoppen


class DocumentPagina(Deelpagina):
    """A document; its content comes as a download."""

    model = Document
    leest = Leest(Leeshandeling.INZIEN, "Gegevens van een document")

    def _knoppen(self) -> list[Knop]:
        return [*super()._knoppen(), self._knop("Downloaden", "bestand", icoon="download")]


class SignaalPagina(Deelpagina):
    """A signal, which its owner answers."""

    model = Signaal
    leest = Leest(Leeshandeling.INZIEN, "Signaal")
    erbij = ("eigenaar", "organisatie", "beantwoord_door")

    def _knoppen(self) -> list[Knop]:
        signaal, knoppen = self.deel, super()._knoppen()
        assert isinstance(signaal, Signaal)  # noqa: S101  (`model` says so)
        if mag_afhandelen(signaal, self.gebruiker):
            label = "Antwoord wijzigen" if signaal.beantwoord_op else "Beantwoorden"
            knoppen.append(self._knop(label, "antwoord", icoon="bericht"))
        return knoppen
