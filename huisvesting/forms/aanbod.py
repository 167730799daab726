"""Input for offers: which home to whom, and each step after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms

from dossiers.forms.deelwoorden import Feiten
from dossiers.forms.handelingen import HandelingForm
from dossiers.models import Gezinslid, Statushouder
from huisvesting import figures
from huisvesting.forms.wonen import Ledenkeuze, Woningkeuze
from huisvesting.models import Aanbod, Woning
from huisvesting.rules import GEDAAN, NEE, Stap
from kern.forms import DatumVeld, InvoerForm
from kern.indeling import indeling
from kern.opmaak.datum import schrijf_datum


def aanbodfeiten(rij: Aanbod) -> Feiten:
    """What is known of an offer, as its page says it."""
    stappen = figures.aanbodstand(rij).gezet()
    return [
        ("Woning", str(rij.woning)),
        ("Hoofdhuurder", rij.statushouder.naam),
        ("Personen", str(rij.personen)),
        ("Aangeboden", schrijf_datum(rij.aangeboden_op)),
        *((_kort(stap), schrijf_datum(dag)) for stap, dag in stappen),
        *([("Reden", rij.reden)] if rij.reden else []),
    ]


def _kort(stap: Stap) -> str:
    return "Huur gaat in" if stap is Stap.CONTRACT else stap.value.capitalize()


class BiedAanForm(InvoerForm):
    """Which home is offered, since when, and to how many."""

    woning = Woningkeuze(
        label="Woning",
        queryset=Woning.objects.none(),
        empty_label="Kies een woning",
        error_messages={"required": "Kies een woning.", "invalid_choice": "Kies een woning uit de lijst."},
    )
    personen = forms.IntegerField(
        label="Personen",
        min_value=1,
        max_value=40,
        help_text="Hoeveel personen gaan er wonen?",
        error_messages={
            "min_value": "Er gaat ten minste één persoon wonen.",
            "max_value": "Vul 40 of minder in.",
        },
    )
    aangeboden_op = DatumVeld(label="Aangeboden op", help_text="Dag-maand-jaar")

    helper = indeling(("woning", "wi-v4"), ("personen", "wi-v2"), ("aangeboden_op", "wi-v3"))

    def __init__(self, *args: Any, peildatum: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        woning = cast(Woningkeuze, self.fields["woning"])
        woning.queryset = Woning.objects.met_bewoners(peildatum).met_plek_eerst()


_VRAAG: dict[Stap, tuple[str, str]] = {
    Stap.BEZICHTIGD: ("Wanneer is de woning bekeken?", "Dag-maand-jaar"),
    Stap.GEACCEPTEERD: ("Wanneer zei het gezin ja?", "Dag-maand-jaar"),
    Stap.GEWEIGERD: ("Wanneer zei het gezin nee?", "Dag-maand-jaar"),
    Stap.INGETROKKEN: ("Wanneer is het aanbod ingetrokken?", "Dag-maand-jaar"),
    Stap.CONTRACT: ("Wanneer gaat de huur in?", "De eerste dag van de huur. Dag-maand-jaar"),
    Stap.SLEUTEL: ("Wanneer is de sleutel gegeven?", "Dag-maand-jaar"),
}


class StapForm(HandelingForm[Aanbod]):
    """The day of one step; a no has a reason."""

    class Meta:
        model = Aanbod
        fields = (*(stap.veld for stap in Stap), "reden")

    def __init__(self, *args: Any, stap: Stap, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stap = stap
        velden = {stap.veld, *(("reden",) if stap in NEE else ()), "versie"}
        for naam in set(self.fields) - velden - set(self.declared_fields):
            del self.fields[naam]
        label, hulp = _VRAAG[stap]
        dag = self.fields[stap.veld]
        dag.required, dag.label, dag.help_text = True, label, hulp
        dag.error_messages["required"] = "Vul een dag in."
        if "reden" in self.fields:
            reden = self.fields["reden"]
            reden.required = True
            reden.label = "Waarom?"
            reden.help_text = (
                "Bijvoorbeeld: te ver van school, of de verhuurder geeft de woning aan een ander"
            )
            reden.error_messages["required"] = "Schrijf op waarom."
        self.helper = indeling(*((naam, "wi-v3") for naam in self.fields if naam != "versie"))

    def _post_clean(self) -> None:
        """The action decides about the days, so that the row keeps its own until it has."""

    def feiten(self, rij: Aanbod) -> Feiten:
        return aanbodfeiten(rij)


class ContractForm(StapForm):
    """The start of the tenancy, and who move in."""

    bewoners = Ledenkeuze(
        label="Wie gaan er wonen?",
        queryset=Statushouder.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="De hoofdhuurder woont er altijd. Wie nu ergens anders woont, verhuist op deze dag",
        error_messages={"required": "Kies ten minste één persoon."},
    )

    def __init__(self, *args: Any, leden: Sequence[Gezinslid], huurder: Statushouder, **kwargs: Any) -> None:
        super().__init__(*args, stap=Stap.CONTRACT, **kwargs)
        bewoners = cast(Ledenkeuze, self.fields["bewoners"])
        bewoners.queryset = Statushouder.objects.filter(
            pk__in=[huurder.pk, *(lid.statushouder_id for lid in leden)]
        )
        bewoners.rollen = {lid.statushouder_id: lid.get_rol_display() for lid in leden}
        self.helper = indeling((Stap.CONTRACT.veld, "wi-v3"), ("bewoners", "wi-v4"))


class TerugForm(HandelingForm[Aanbod]):
    """Take back the last step: nothing to type."""

    class Meta:
        model = Aanbod
        fields = ()

    helper = indeling(("versie", ""))

    def feiten(self, rij: Aanbod) -> Feiten:
        return aanbodfeiten(rij)


def gedaan(stap: Stap, dag: date) -> str:
    """What is said after a step."""
    return f"{GEDAAN[stap]} {schrijf_datum(dag)}."
