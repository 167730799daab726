"""Input for contacts, tasks and signals; the actions decide and save."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypeVar, cast

from django import forms

from dossiers import figures
from dossiers.models import Contactmoment, Contactsoort, Dossierdeel, Signaal, Taak
from kern.forms import BasisForm, InvoerForm
from kern.indeling import indeling
from toegang.models import Gebruiker

D = TypeVar("D", bound=Dossierdeel)
MAX_NOTITIE = 4000
ANTWOORDTERMIJN = timedelta(days=14)
TEKSTVAK = forms.Textarea({"rows": 5})


class Notitieformulier(InvoerForm):
    """A note in one sentence, from anywhere on the page of a person: Alt+N, the sentence, Enter."""

    tekst = forms.CharField(
        label="Notitie",
        max_length=MAX_NOTITIE,
        widget=forms.TextInput({"accesskey": "n", "autocomplete": "off"}),
        error_messages={"required": "Schrijf een notitie."},
    )

    helper = indeling(("tekst", ""))


class DeelForm(BasisForm[D]):
    """What the four kinds share: the subject from the register, and the day of the page."""

    def __init__(self, *args: Any, vandaag: date, gebruiker: Gebruiker, **kwargs: Any) -> None:
        kwargs["initial"] = {**self.begin(vandaag, gebruiker), **(kwargs.get("initial") or {})}
        if kwargs["instance"].pk is not None:
            kwargs["initial"] = {}
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        huidig = self.instance.domein
        keuzes = figures.onderwerpen()
        if huidig not in dict(keuzes):
            keuzes.append((huidig, huidig))
        self.fields["domein"] = forms.ChoiceField(label="Onderwerp", choices=keuzes)
        if "eigenaar" in self.fields:
            eigenaar = cast("forms.ModelChoiceField[Gebruiker]", self.fields["eigenaar"])
            eigenaar.queryset = figures.eigenaren()
            eigenaar.empty_label = "Kies een collega"

    @staticmethod
    def begin(vandaag: date, gebruiker: Gebruiker) -> dict[str, Any]:
        """What a new row begins with."""
        return {}

    def gegevens(self) -> dict[str, Any]:
        """The fields as the action takes them."""
        return {naam: self.cleaned_data[naam] for naam in self._meta.fields or ()}


class ContactForm(DeelForm[Contactmoment]):
    """A contact; a date ahead makes it an appointment."""

    class Meta:
        model = Contactmoment
        fields = ("soort", "op", "tijd", "met_tolk", "tekst", "domein", "zichtbaarheid")
        labels = {"tijd": "Tijd", "tekst": "Wat is er besproken?"}
        help_texts = {
            "op": "Dag-maand-jaar. Een dag die nog komt, is een afspraak",
            "tijd": "Bijvoorbeeld 14.30",
        }
        widgets = {
            "tekst": TEKSTVAK,
            "tijd": forms.TimeInput({"inputmode": "numeric", "autocomplete": "off"}, format="%H.%M"),
        }
        error_messages = {"tijd": {"invalid": "Schrijf de tijd als uur.minuten, bijvoorbeeld 14.30."}}

    helper = indeling(
        ("soort", "wi-v2"),
        ("op", "wi-v2"),
        ("tijd", "wi-v2"),
        ("tekst", ""),
        ("met_tolk", ""),
        ("domein", "wi-v3"),
        ("zichtbaarheid", "wi-v3"),
    )

    @staticmethod
    def begin(vandaag: date, gebruiker: Gebruiker) -> dict[str, Any]:
        """A telephone call of today: what is recorded most."""
        return {"op": vandaag, "soort": Contactsoort.TELEFOON}


class TaakForm(DeelForm[Taak]):
    """A task, with who does it and the last day."""

    class Meta:
        model = Taak
        fields = ("wat", "uiterlijk_op", "eigenaar", "domein", "zichtbaarheid")
        help_texts = {"uiterlijk_op": "Dag-maand-jaar. Op die dag zelf is de taak nog op tijd"}

    helper = indeling(
        ("wat", ""),
        ("uiterlijk_op", "wi-v3"),
        ("eigenaar", "wi-v3"),
        ("domein", "wi-v3"),
        ("zichtbaarheid", "wi-v3"),
    )

    @staticmethod
    def begin(vandaag: date, gebruiker: Gebruiker) -> dict[str, Any]:
        """Who records a task does it, unless they choose a colleague."""
        return {"eigenaar": gebruiker.pk}


class SignaalForm(DeelForm[Signaal]):
    """Something that a school or partner noticed, with who answers and by when."""

    class Meta:
        model = Signaal
        fields = (
            "wat",
            "melder",
            "organisatie",
            "gemeld_op",
            "eigenaar",
            "antwoord_voor",
            "domein",
            "zichtbaarheid",
        )
        widgets = {"wat": TEKSTVAK}
        help_texts = {
            "melder": "De naam van wie dit meldt, bijvoorbeeld de mentor",
            "gemeld_op": "Dag-maand-jaar",
            "antwoord_voor": "Dag-maand-jaar. Op die dag zelf is het antwoord nog op tijd",
        }

    helper = indeling(
        ("wat", ""),
        ("melder", "wi-v3"),
        ("organisatie", "wi-v3"),
        ("gemeld_op", "wi-v3"),
        ("antwoord_voor", "wi-v3"),
        ("eigenaar", "wi-v3"),
        ("domein", "wi-v3"),
        ("zichtbaarheid", "wi-v3"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisatie = cast("forms.ModelChoiceField[Any]", self.fields["organisatie"])
        organisatie.empty_label = "Geen organisatie"

    @staticmethod
    def begin(vandaag: date, gebruiker: Gebruiker) -> dict[str, Any]:
        """Reported today, an answer within two weeks, by who records it."""
        return {
            "gemeld_op": vandaag,
            "antwoord_voor": vandaag + ANTWOORDTERMIJN,
            "eigenaar": gebruiker.pk,
        }

    def clean_gemeld_op(self) -> date:
        """What still has to be noticed is no signal."""
        gemeld_op: date = self.cleaned_data["gemeld_op"]
        if gemeld_op > self.vandaag:
            raise forms.ValidationError("Deze dag is nog niet geweest.")
        return gemeld_op
