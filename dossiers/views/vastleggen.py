"""Pages to record contacts, tasks and signals, and to change them."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.utils.http import url_has_allowed_host_and_scheme

from dossiers import actions
from dossiers.forms import ContactForm, Notitieformulier, SignaalForm, TaakForm
from dossiers.models import Contactmoment, Signaal, Taak
from dossiers.views.deel import DeelVastleggen, DeelWijzigen, Formulierpagina
from dossiers.views.mixins import DossierMixin
from kern.klok import vandaag
from kern.opmaak.datum import schrijf_datum


class Noteren(DossierMixin, Formulierpagina[Notitieformulier]):
    """A note from the page of a person; a refused one comes back on a page of its own, with what was typed."""

    recht = ("dossiers", "wijzigen")
    form_class = Notitieformulier
    titel = "Notitie vastleggen"
    knoptekst = "Notitie opslaan"
    melding = "De notitie staat in de tijdlijn."

    def bewaar(self, form: Notitieformulier) -> Contactmoment:
        tekst = form.cleaned_data["tekst"]
        return actions.noteer(self.statushouder, tekst, op=vandaag(), auteur=self.gebruiker)

    def terug(self) -> str:
        """The page of this person that the user came from, with the filter they had there; at the time line."""
        dossier = self.statushouder.get_absolute_url()
        vandaan = self.request.headers.get("Referer", "")
        eigen = url_has_allowed_host_and_scheme(
            vandaan, {self.request.get_host()}, require_https=self.request.is_secure()
        )
        delen = urlsplit(vandaan)
        vraag = f"?{delen.query}" if eigen and delen.path == dossier and delen.query else ""
        return f"{dossier}{vraag}#tijdlijn"


class ContactVastleggen(DeelVastleggen[ContactForm]):
    """Record a contact, or an appointment on a day to come."""

    model = Contactmoment
    form_class = ContactForm
    titel = "Contact vastleggen"
    lead = "Met of over {naam}."
    knoptekst = "Contact opslaan"
    melding = "Het contact is vastgelegd."

    def bewaar(self, form: ContactForm) -> Contactmoment:
        rij = actions.leg_contact_vast(self.statushouder, gegevens=form.gegevens(), auteur=self.gebruiker)
        if rij.op > vandaag():
            self.melding = f"De afspraak op {schrijf_datum(rij.op)} is vastgelegd."
        return rij


class TaakVastleggen(DeelVastleggen[TaakForm]):
    """Record a task for oneself or a colleague."""

    model = Taak
    form_class = TaakForm
    titel = "Taak vastleggen"
    lead = "Iets dat voor {naam} moet gebeuren."
    knoptekst = "Taak opslaan"
    melding = "De taak is vastgelegd."

    def bewaar(self, form: TaakForm) -> Taak:
        return actions.leg_taak_vast(
            self.statushouder, gegevens=form.gegevens(), auteur=self.gebruiker, op=vandaag()
        )


class SignaalVastleggen(DeelVastleggen[SignaalForm]):
    """Record something that was noticed."""

    model = Signaal
    form_class = SignaalForm
    titel = "Signaal vastleggen"
    lead = "Iets dat een school of partner opviel bij {naam}."
    knoptekst = "Signaal opslaan"
    melding = "Het signaal is vastgelegd."

    def bewaar(self, form: SignaalForm) -> Signaal:
        return actions.leg_signaal_vast(self.statushouder, gegevens=form.gegevens(), auteur=self.gebruiker)


class ContactWijzigen(DeelWijzigen[ContactForm]):
    """Change a contact."""

    model = Contactmoment
    form_class = ContactForm
    titel = "Contact wijzigen"
    knoptekst = "Contact opslaan"
    melding = "Het contact is gewijzigd."

    def bewaar(self, form: ContactForm) -> Contactmoment:
        return actions.wijzig_contact(self.deel, versie=form.cleaned_data["versie"], gegevens=form.gegevens())


class TaakWijzigen(DeelWijzigen[TaakForm]):
    """Change a task."""

    model = Taak
    erbij = ("eigenaar", "gedaan_door")
    form_class = TaakForm
    titel = "Taak wijzigen"
    knoptekst = "Taak opslaan"
    melding = "De taak is gewijzigd."

    def bewaar(self, form: TaakForm) -> Taak:
        return actions.wijzig_taak(
            self.deel, versie=form.cleaned_data["versie"], gegevens=form.gegevens(), op=vandaag()
        )


class SignaalWijzigen(DeelWijzigen[SignaalForm]):
    """Change a signal; its answer has a page of its own."""

    model = Signaal
    erbij = ("eigenaar", "organisatie", "beantwoord_door")
    form_class = SignaalForm
    titel = "Signaal wijzigen"
    knoptekst = "Signaal opslaan"
    melding = "Het signaal is gewijzigd."

    def bewaar(self, form: SignaalForm) -> Signaal:
        return actions.wijzig_signaal(
            self.deel, versie=form.cleaned_data["versie"], gegevens=form.gegevens(), op=vandaag()
        )
