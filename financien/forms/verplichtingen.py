"""Input for commitments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from financien.actions import EigenTermijnen, Verdeling
from financien.forms.termijnen import MEESTE_TERMIJNEN, EigenTermijnenMixin
from financien.models import Activiteit, Verplichting
from kern.forms import BasisForm, DatumVeld
from kern.indeling import indeling

_OM_DE = [("1", "Elke maand"), ("3", "Elk kwartaal"), ("6", "Elk half jaar"), ("12", "Elk jaar")]


_VELDEN = (
    ("nummer", "wi-v3"),
    ("soort", "wi-v3"),
    ("omschrijving", "wi-v3"),
    ("relatie", "wi-v3"),
    ("activiteit", "wi-v3"),
    ("jaar", "wi-v3"),
    ("bedrag", "wi-v3"),
    ("aangegaan_op", "wi-v3"),
    ("kerncijfer", ""),
    ("termijnen_aantal", "wi-v2"),
    ("termijnen_eerste", "wi-v2"),
    ("termijnen_om_de", "wi-v2"),
)


class VerplichtingForm(EigenTermijnenMixin, BasisForm[Verplichting]):
    """What was promised to whom, for which activity, and when it is expected: in equal parts, or each its own."""

    jaar = forms.TypedChoiceField(
        label="Ten laste van jaar",
        coerce=int,
        error_messages={
            "required": "Kies het jaar waar dit bij hoort.",
            "invalid_choice": "Dit jaar hoort niet bij het plan.",
        },
    )
    activiteit = forms.ModelChoiceField(
        label="Activiteit",
        queryset=Activiteit.objects.order_by("pk"),
        to_field_name="code",
        empty_label="Kies een activiteit",
        error_messages={
            "required": "Kies een activiteit van de begroting.",
            "invalid_choice": "Kies een activiteit uit de lijst.",
        },
    )
    kerncijfer = forms.ChoiceField(label="Resultaat gemeten met", required=False)
    termijnen_aantal = forms.IntegerField(
        label="Aantal gelijke termijnen",
        required=False,
        min_value=1,
        max_value=MEESTE_TERMIJNEN,
        help_text="Leeg: nog niet bekend, of elk een eigen bedrag",
        error_messages={
            "invalid": "Schrijf een heel getal, bijvoorbeeld 4.",
            "min_value": f"Kies 1 tot en met {MEESTE_TERMIJNEN} termijnen.",
            "max_value": f"Kies 1 tot en met {MEESTE_TERMIJNEN} termijnen.",
        },
    )
    termijnen_eerste = DatumVeld(
        label="Eerste termijn", required=False, help_text="Een dag in die maand. Dag-maand-jaar"
    )
    termijnen_om_de = forms.TypedChoiceField(label="Hoe vaak?", coerce=int, choices=_OM_DE, required=False)

    class Meta:
        model = Verplichting
        fields = (
            "nummer",
            "soort",
            "omschrijving",
            "relatie",
            "activiteit",
            "jaar",
            "bedrag",
            "aangegaan_op",
            "kerncijfer",
        )
        help_texts = {
            "nummer": "Zoals het in het grootboek staat",
            "aangegaan_op": "De dag van het besluit of de handtekening. Dag-maand-jaar",
        }

    def __init__(
        self, *args: Any, jaren: Sequence[int], cijfers: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.jaren = jaren
        velden: Any = self.fields
        velden["jaar"].choices = [("", "Kies een jaar"), *((str(jaar), str(jaar)) for jaar in jaren)]
        velden["kerncijfer"].choices = [("", "Geen"), *cijfers]
        soorten = [keuze for keuze in velden["soort"].choices if keuze[0]]
        velden["soort"].choices = [("", "Kies een soort"), *soorten]
        self.helper = indeling(*_VELDEN, *((naam, "wi-v3") for naam in self.maak_rijen()))

    def clean(self) -> dict[str, Any]:
        """Parts have a number and a first month, or there are none."""
        gegevens = super().clean() or {}
        aantal, eerste = gegevens.get("termijnen_aantal"), gegevens.get("termijnen_eerste")
        if aantal and not eerste and "termijnen_eerste" not in self.errors:
            self.add_error("termijnen_eerste", "Vul in in welke maand de eerste termijn valt.")
        if eerste and not aantal and "termijnen_aantal" not in self.errors:
            self.add_error("termijnen_aantal", "Vul in hoeveel termijnen het zijn.")
        if aantal and eerste:
            self._keur_gelijke(gegevens)
        bedrag = gegevens.get("bedrag")
        if bedrag is not None and bedrag <= 0:
            self.add_error("bedrag", "Een verplichting is meer dan nul euro.")
        self.keur_rijen(gegevens)
        return gegevens

    def _keur_gelijke(self, gegevens: dict[str, Any]) -> None:
        """The first and the last of equal parts lie in months that can be."""
        eerste = gegevens["termijnen_eerste"]
        verdeling = Verdeling(gegevens["termijnen_aantal"], eerste, gegevens.get("termijnen_om_de") or 1)
        if bezwaar := self.bezwaar(eerste, gegevens):
            self.add_error("termijnen_eerste", bezwaar)
        elif bezwaar := self.bezwaar(verdeling.laatste, gegevens):
            self.add_error("termijnen_aantal", f"De laatste termijn komt te laat. {bezwaar}")

    def add_error(self, field: str | None, error: Any) -> None:
        """A refusal of the database stands at the field that it is about."""
        if field is None and hasattr(error, "error_dict"):
            for naam, fouten in error.error_dict.items():
                self.add_error(None if naam == NON_FIELD_ERRORS else naam, ValidationError(fouten))
            return
        super().add_error(field or _veld_van(error), error)

    @property
    def gegevens(self) -> dict[str, Any]:
        """What is of the row itself, once the form is valid."""
        return {naam: self.cleaned_data[naam] for naam in self.Meta.fields}

    @property
    def verdeling(self) -> Verdeling | EigenTermijnen | None:
        """The expected parts, once the form is valid."""
        gegevens = self.cleaned_data
        eigen = self.eigen(gegevens)
        if eigen.delen:
            return eigen
        if not gegevens["termijnen_aantal"]:
            return None
        return Verdeling(
            gegevens["termijnen_aantal"], gegevens["termijnen_eerste"], gegevens["termijnen_om_de"] or 1
        )


def _veld_van(fout: Any) -> str | None:
    if not isinstance(fout, ValidationError):
        return None
    zinnen = {str(rij.violation_error_message): rij.name for rij in Verplichting._meta.constraints}
    zinnen |= {zin: naam for naam, zin in Verplichting.triggerzinnen.items()}
    velden = {
        "verplichting_een_nummer": "nummer",
        "verplichting_bedrag_positief": "bedrag",
        "verplichting_binnen_budget": "bedrag",
        "verplichting_geeindigd": "bedrag",
        "verplichting_geeindigd_activiteit": "activiteit",
        "verplichting_geeindigd_begin": "aangegaan_op",
        "verplichting_geld_op_tijd": "aangegaan_op",
        "verplichting_maand_open": "aangegaan_op",
        "verplichting_einde_na_begin": "aangegaan_op",
    }
    return velden.get(zinnen.get(fout.messages[0], ""))


class BeeindigForm(BasisForm[Verplichting]):
    """From which day on nothing of a commitment is committed any more."""

    beeindigd_op = DatumVeld(
        label="Eindigt op", help_text="Vanaf deze dag ligt er niets meer vast. Dag-maand-jaar"
    )

    class Meta:
        model = Verplichting
        fields = ("beeindigd_op",)

    helper = indeling(("beeindigd_op", "wi-v3"))

    def add_error(self, field: str | None, error: Any) -> None:
        """A refusal for the day stands at the day."""
        dicht = Verplichting.triggerzinnen["verplichting_maand_open"] in getattr(error, "messages", [])
        super().add_error("beeindigd_op" if field is None and dicht else field, error)
