"""Acts on a recorded row: strike out, hand over, tick off, answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from dossiers import actions, figures
from dossiers.forms import AntwoordForm, OverdraagForm, TaakHandelingForm, UitstelForm, doorhaalform
from dossiers.models import Contactmoment, Document, Dossierdeel, Signaal, Taak
from dossiers.rules import NIET_UITGESTELD, gedaanbezwaar, mag_afhandelen
from dossiers.views.deel import DeelHandeling
from kern.forms import met_terugweg, terugweg
from kern.klok import vandaag
from kern.opmaak.datum import schrijf_datum


class Doorhalen(DeelHandeling[Any]):
    """Strike out with a reason: the row stays, and no longer counts. There is no page that deletes one."""

    lead = "Het blijft zichtbaar als doorgehaald, met uw naam, de dag en de reden. U kunt dit niet ongedaan maken."
    knoptekst = "Doorhalen"

    def get_form_class(self) -> type[Any]:
        return doorhaalform(self.model)

    def bewaar(self, form: Any) -> Dossierdeel:
        gegevens = form.cleaned_data
        deel: Dossierdeel = self.deel
        return actions.haal_door(
            deel,
            versie=gegevens["versie"],
            op=vandaag(),
            door=self.gebruiker,
            reden=gegevens["doorgehaald_reden"],
        )


class ContactDoorhalen(Doorhalen):
    """Strike out a contact."""

    model = Contactmoment
    titel = "Contact doorhalen"
    melding = "Het contact is doorgehaald."


class TaakDoorhalen(Doorhalen):
    """Strike out a task."""

    model = Taak
    erbij = ("eigenaar", "gedaan_door")
    titel = "Taak doorhalen"
    melding = "De taak is doorgehaald."


class DocumentDoorhalen(Doorhalen):
    """Strike out a document; its content can then no longer be downloaded."""

    model = Document
    titel = "Document doorhalen"
    melding = "Het document is doorgehaald."


class SignaalDoorhalen(Doorhalen):
    """Strike out a signal."""

    model = Signaal
    erbij = ("eigenaar", "organisatie", "beantwoord_door")
    titel = "Signaal doorhalen"
    melding = "Het signaal is doorgehaald."


class TaakOverdragen(DeelHandeling[OverdraagForm]):
    """A colleague does the task from now on."""

    model = Taak
    erbij = ("eigenaar", "gedaan_door")
    form_class = OverdraagForm
    titel = "Taak overdragen"
    knoptekst = "Taak overdragen"

    def bewaar(self, form: OverdraagForm) -> Taak:
        gegevens = form.cleaned_data
        return actions.draag_taak_over(self.deel, versie=gegevens["versie"], eigenaar=gegevens["eigenaar"])

    def get_success_url(self) -> str:
        """Whose it is now, and where it can go back: in a list of work the row is gone by now."""
        weer = met_terugweg(
            reverse("dossiers:taak-overdragen", args=[self.deel.pk]), self.request, bij=self.rij
        )
        zin = 'De taak is nu van {}. <a class="nl-link" href="{}">Draag weer over</a>'
        messages.success(self.request, format_html(zin, self.bewaard.eigenaar, weer))
        return self.terug()


class Uitstelpagina(DeelHandeling[Any]):
    """Moves the last day of an open task: what was done meanwhile is not opened for that."""

    model = Taak
    erbij = ("eigenaar", "gedaan_door")

    def bezwaar(self) -> str:
        """Why it cannot be; empty where it can."""
        return gedaanbezwaar(self.deel.gedaan_op)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.deel.doorgehaald and (zin := self.bezwaar()):
            messages.warning(request, zin)
            return redirect(self.deel)
        return super().get(request, *args, **kwargs)


class TaakUitstellen(Uitstelpagina):
    """The task has until a later day, with the reason."""

    form_class = UitstelForm
    titel = "Taak uitstellen"
    knoptekst = "Stel uit"

    def bewaar(self, form: UitstelForm) -> Taak:
        return actions.stel_taak_uit(self.deel, op=vandaag(), **form.cleaned_data)

    def get_success_url(self) -> str:
        """Which task, until when, and the way to take it back: in a list of work the row has moved by now."""
        weer = met_terugweg(
            reverse("dossiers:taak-uitstel-terug", args=[self.deel.pk]), self.request, bij=self.rij
        )
        zin = 'De taak is uitgesteld tot en met {}: {}. <a class="nl-link" href="{}">Maak ongedaan</a>'
        tot = schrijf_datum(self.bewaard.uiterlijk_op)
        messages.success(self.request, format_html(zin, tot, self.bewaard.wat, weer))
        return self.terug()


class TaakUitstelTerug(Uitstelpagina):
    """Take back that a task was postponed: its last day is again what it was before."""

    form_class = TaakHandelingForm
    titel = "Uitstel ongedaan maken"
    knoptekst = "Maak het uitstel ongedaan"
    melding = "Het uitstel is ongedaan gemaakt."

    def bezwaar(self) -> str:
        return super().bezwaar() or ("" if self.deel.eerst_uiterlijk_op else NIET_UITGESTELD)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the day that comes back: postponed more than once, it is not the first."""
        ervoor = figures.voor_het_uitstel(self.deel)
        lead = f"De laatste dag wordt weer {schrijf_datum(ervoor.uiterlijk_op)}." if ervoor else ""
        return super().get_context_data(lead=lead, **kwargs)

    def bewaar(self, form: TaakHandelingForm) -> Taak:
        return actions.draai_taakuitstel_terug(self.deel, versie=form.cleaned_data["versie"])


class Afhandelen(DeelHandeling[Any]):
    """For who may change dossiers, and for the owner of the row."""

    recht = ("dossiers", "inzien")

    def get_form_kwargs(self) -> dict[str, Any]:
        if not mag_afhandelen(self.deel, self.gebruiker):
            raise Http404
        return super().get_form_kwargs()

    def al_gebeurd(self) -> str:
        """What to say where the row stands already as this act would leave it; empty where it does not."""
        return ""

    def form_valid(self, form: Any) -> HttpResponse:
        """What was done meanwhile, by a colleague or in another window, is no fault to mend: back to the list."""
        if zin := self.al_gebeurd():
            messages.info(self.request, zin)
            return redirect(terugweg(self.request) or self.terug())
        return super().form_valid(form)


class TaakGedaan(Afhandelen):
    """Tick a task off; it can be taken back."""

    model = Taak
    erbij = ("eigenaar", "gedaan_door")
    form_class = TaakHandelingForm
    titel = "Taak is gedaan"
    knoptekst = "Taak is gedaan"

    def al_gebeurd(self) -> str:
        if not self.deel.gedaan_op:
            return ""
        door = f" door {self.deel.gedaan_door}" if self.deel.gedaan_door else ""
        return f"Deze taak was al gedaan op {schrijf_datum(self.deel.gedaan_op)}{door}: {self.deel.wat}."

    def bewaar(self, form: TaakHandelingForm) -> Taak:
        versie = form.cleaned_data["versie"]
        return actions.taak_gedaan(self.deel, versie=versie, op=vandaag(), door=self.gebruiker)

    def get_success_url(self) -> str:
        """Which task it was, and the way to take it back: in a list of work the row is gone by now."""
        terug = met_terugweg(
            reverse("dossiers:taak-heropenen", args=[self.deel.pk]), self.request, bij=self.rij
        )
        zin = 'De taak is gedaan: {}. <a class="nl-link" href="{}">Maak ongedaan</a>'
        messages.success(self.request, format_html(zin, self.deel.wat, terug))
        return self.terug()


class TaakHeropenen(Afhandelen):
    """Take back that a task was done."""

    model = Taak
    erbij = ("eigenaar", "gedaan_door")
    form_class = TaakHandelingForm
    titel = "Taak is toch niet gedaan"
    knoptekst = "Toch niet gedaan"
    melding = "De taak staat weer open."

    def al_gebeurd(self) -> str:
        return "" if self.deel.gedaan_op else f"Deze taak stond al open: {self.deel.wat}."

    def bewaar(self, form: TaakHandelingForm) -> Taak:
        return actions.taak_heropen(self.deel, versie=form.cleaned_data["versie"])


class SignaalBeantwoorden(Afhandelen):
    """Answer a signal, or change the answer."""

    model = Signaal
    erbij = ("eigenaar", "organisatie", "beantwoord_door")
    form_class = AntwoordForm
    titel = "Signaal beantwoorden"
    knoptekst = "Antwoord opslaan"
    melding = "Het antwoord is opgeslagen."

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"vandaag": vandaag()}

    def bewaar(self, form: AntwoordForm) -> Signaal:
        gegevens = form.cleaned_data
        return actions.beantwoord_signaal(
            self.deel,
            versie=gegevens["versie"],
            antwoord=gegevens["antwoord"],
            beantwoord_op=gegevens["beantwoord_op"],
            door=self.gebruiker,
        )
