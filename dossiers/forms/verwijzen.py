"""Input for sharing a dossier with a partner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from dossiers import figures
from dossiers.models import Doorverwijzing, Grondslag
from dossiers.rules.verwijzen import deelbare_domeinen
from kern.forms import DatumVeld, InvoerForm
from kern.indeling import indeling
from toegang.models import Organisatie

_ANDERS = "anders"
# Why a partner says no; what stands here is what the municipality reads.
REDENEN = (
    "Wij hebben nu geen plaats",
    "Dit hoort niet bij wat wij doen",
    "Wij krijgen geen contact",
    "Wij hebben te weinig gegevens om te kiezen",
)


def _onderwerpen() -> list[tuple[str, str]]:
    """What can be shared; of the case itself what that is."""
    uitleg = {"dossiers": ": gezin, verblijf en regisseur"}
    return [(code, naam + uitleg.get(code, "")) for code, naam in deelbare_domeinen().items()]


class Organisatieveld(forms.ModelChoiceField[Organisatie]):
    """Who takes part; of an organisation without users it says that nobody there can answer yet."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(figures.verwijsbaar(), empty_label="Kies een organisatie", **rest)
        self.woorden: Mapping[int, str] = {}

    def weeg(self, dag: date) -> None:
        """Say at each organisation what is known of it on `dag`: free places, and how soon it answers."""
        self.woorden = figures.over_organisaties(list(figures.verwijsbaar()), dag)

    def label_from_instance(self, obj: Any) -> str:
        """The name, and whether somebody can answer; or else how soon, and whether there is room."""
        if not obj.antwoordt:
            return f"{obj} (heeft nog geen gebruikers)"
        woorden = self.woorden.get(obj.pk)
        return f"{obj} ({woorden})" if woorden else str(obj)


class VerwijsForm(InvoerForm):
    """To whom, about what, why and until when."""

    organisatie = Organisatieveld(
        label="Organisatie",
        help_text="Achter de naam: vrije plaatsen, en hoe snel er meestal een antwoord is",
    )
    domeinen = forms.MultipleChoiceField(
        label="Wat mag deze organisatie zien?",
        help_text="Naam, leeftijd en contactgegevens ziet de organisatie altijd, een BSN nooit",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies waarover u deze partner iets laat zien."},
    )
    doel = forms.CharField(
        label="Waarvoor?",
        help_text="De organisatie leest dit voordat zij ja zegt. Schrijf geen naam, adres of gezondheid op",
        max_length=Doorverwijzing._meta.get_field("doel").max_length,
        error_messages={"required": "Vul in waarvoor u doorverwijst."},
    )
    van = DatumVeld(label="Vanaf", help_text="De eerste dag waarop de organisatie het dossier ziet")
    tot_en_met = DatumVeld(label="Tot en met", help_text="De laatste dag. Daarna sluit het dossier vanzelf")
    grondslag = forms.ChoiceField(label="Waarom mag u dit delen?", choices=Grondslag.choices)
    heel_gezin = forms.BooleanField(required=False)

    def __init__(self, *args: Any, vandaag: date, gezin: int, **kwargs: Any) -> None:
        kwargs["initial"] = {"van": vandaag, "heel_gezin": gezin > 1, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.fields["organisatie"].weeg(vandaag)  # type: ignore[attr-defined]
        self.fields["domeinen"].choices = _onderwerpen()  # type: ignore[attr-defined]
        velden = [
            ("organisatie", "wi-v4"),
            ("domeinen", ""),
            ("doel", ""),
            ("van", "wi-v3"),
            ("tot_en_met", "wi-v3"),
            ("grondslag", "wi-v4"),
        ]
        if gezin:
            wie = "1 persoon" if gezin == 1 else f"{gezin} personen"
            self.fields["heel_gezin"].label = f"Voor het hele gezin: nu {wie}, en wie later komt"
            velden.insert(1, ("heel_gezin", ""))
        else:
            del self.fields["heel_gezin"]
        self.helper = indeling(*velden)

    def gegevens(self) -> dict[str, Any]:
        """What is asked, as the action takes it."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "heel_gezin"}


class IntrekForm(InvoerForm):
    """Why a referral is withdrawn."""

    reden = forms.CharField(
        label="Waarom trekt u deze verwijzing in?",
        help_text="De organisatie leest dit. Schrijf geen naam of gezondheid op",
        max_length=200,
        error_messages={"required": "Vul in waarom u deze verwijzing intrekt."},
    )

    helper = indeling(("reden", ""))


class AfwijsForm(InvoerForm):
    """Why a partner does not take part: one of the usual reasons, or another in words."""

    keuze = forms.ChoiceField(
        label="Waarom kunt u dit niet doen?",
        help_text="De gemeente ziet uw reden en zoekt een ander",
        choices=[*((reden, reden) for reden in REDENEN), (_ANDERS, "Iets anders")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom u dit niet kunt doen."},
    )
    reden = forms.CharField(
        label="Als het iets anders is: wat?",
        help_text="Schrijf geen naam of gezondheid op",
        max_length=200,
        required=False,
    )

    helper = indeling(("keuze", ""), ("reden", ""))

    def clean(self) -> dict[str, Any]:
        """Something else needs its words."""
        gegevens = super().clean() or {}
        if gegevens.get("keuze") == _ANDERS and not gegevens.get("reden"):
            self.add_error("reden", "Vul in waarom u dit niet kunt doen.")
        return gegevens

    def in_woorden(self) -> str:
        """The reason as it is kept."""
        keuze: str = self.cleaned_data["keuze"]
        return str(self.cleaned_data["reden"]) if keuze == _ANDERS else keuze


class ZekerForm(InvoerForm):
    """An act that asks nothing: the button is the answer."""

    helper = indeling()
