"""Input for what is done with a recorded row: strike out, hand over, tick off, answer."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar, cast

from django import forms

from dossiers import figures
from dossiers.forms.deelwoorden import Feiten, feiten, versie_van
from dossiers.forms.redenen import een_reden, toelichtingveld, waaromveld
from dossiers.forms.vastleggen import TEKSTVAK
from dossiers.models import Dossierdeel, Signaal, Taak
from kern.forms import BasisForm, DatumVeld, Verschil
from kern.indeling import indeling
from kern.models import VersieModel
from toegang.models import Gebruiker

D = TypeVar("D", bound=VersieModel)


class HandelingForm(BasisForm[D]):
    """An act on a row that the page shows but the form does not hold.

    A stale one shows what of the row is no longer as it was when the page was opened, from its history.
    """

    verschilkop = "U zag"
    verschiluitleg = "Kijk of het zo nog klopt. Zo ja, ga dan verder. Zo nee, ga dan terug."

    def feiten(self, rij: D) -> Feiten:
        """What the page says of a row, to compare two versions by."""
        return feiten(rij) if isinstance(rij, Dossierdeel) else []

    def verouderd(self, actueel: D) -> None:
        """Both versions of each fact that changed since; the hidden version becomes the current one."""
        gezien = versie_van(actueel, self.cleaned_data["versie"])
        super().verouderd(actueel)
        toen, nu = dict(self.feiten(gezien)) if gezien else {}, dict(self.feiten(actueel))
        namen = dict.fromkeys([*toen, *nu])
        anders = [naam for naam in namen if toen.get(naam) != nu.get(naam)]
        self.verschillen = tuple(
            Verschil("", naam, toen.get(naam, "(nog niet)"), nu.get(naam, "(niet meer)")) for naam in anders
        )


class DoorhaalForm(HandelingForm[D]):
    """Why a row no longer counts; made for each kind by `doorhaalform`."""

    doorgehaald_reden = forms.CharField(
        label="Waarom haalt u dit door?",
        help_text="Bijvoorbeeld: hoort bij een ander dossier",
        max_length=200,
        error_messages={"required": "Vul in waarom dit wordt doorgehaald."},
    )

    helper = indeling(("doorgehaald_reden", ""))


def doorhaalform(model: type[Dossierdeel]) -> type[DoorhaalForm[Any]]:
    """The form to strike out a row of this kind."""
    meta = type("Meta", (), {"model": model, "fields": ()})
    return cast(
        "type[DoorhaalForm[Any]]", type(f"{model.__name__}DoorhaalForm", (DoorhaalForm,), {"Meta": meta})
    )


class TaakHandelingForm(HandelingForm[Taak]):
    """Tick a task off, or take that back: nothing to type."""

    class Meta:
        model = Taak
        fields = ()

    # Without a layout crispy would draw the faults a second time.
    helper = indeling(("versie", ""))


class UitstelForm(HandelingForm[Taak]):
    """Until when a task is postponed, and why."""

    nieuwe_datum = DatumVeld(
        label="Tot en met",
        help_text="Dag-maand-jaar, na vandaag. Op die dag zelf is de taak nog op tijd",
        error_messages={"required": "Vul een datum in."},
    )
    waarom = waaromveld()
    reden = toelichtingveld()

    class Meta:
        model = Taak
        fields = ()

    helper = indeling(("nieuwe_datum", "wi-v2"), ("waarom", "wi-v2"), ("reden", "wi-v2"))

    def clean(self) -> dict[str, Any]:
        """One reason, of what was chosen and what was written; one of both is there."""
        return een_reden(self, super().clean() or {})


class OverdraagForm(BasisForm[Taak]):
    """Who does the task from now on."""

    class Meta:
        model = Taak
        fields = ("eigenaar",)
        labels = {"eigenaar": "Wie doet het vanaf nu?"}

    helper = indeling(("eigenaar", "wi-v3"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        eigenaar = cast("forms.ModelChoiceField[Gebruiker]", self.fields["eigenaar"])
        eigenaar.queryset = figures.eigenaren()
        eigenaar.empty_label = "Kies een collega"


class AntwoordForm(HandelingForm[Signaal]):
    """The answer to a signal."""

    antwoord = forms.CharField(
        label="Antwoord",
        help_text="Wat deed u ermee, en wat liet u de melder weten?",
        max_length=2000,
        widget=TEKSTVAK,
        error_messages={"required": "Vul het antwoord in."},
    )
    beantwoord_op = DatumVeld(label="Beantwoord op", help_text="Dag-maand-jaar")

    class Meta:
        model = Signaal
        fields = ()

    helper = indeling(("antwoord", ""), ("beantwoord_op", "wi-v3"))

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        signaal: Signaal = kwargs["instance"]
        super().__init__(*args, **kwargs)
        gegeven = {"antwoord": signaal.antwoord, "beantwoord_op": signaal.beantwoord_op or vandaag}
        self.initial = {**self.initial, **gegeven}
        self.vandaag = vandaag

    def clean_beantwoord_op(self) -> date:
        """Not ahead."""
        dag: date = self.cleaned_data["beantwoord_op"]
        if dag > self.vandaag:
            raise forms.ValidationError("Deze dag is nog niet geweest.")
        return dag
