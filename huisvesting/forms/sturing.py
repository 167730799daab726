"""Input for what is steered by: numbers with a day, and what the province did."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from dossiers.forms.handelingen import DoorhaalForm
from huisvesting import rules
from huisvesting.models import Stuurgetal, Toezichtstap
from kern import schrijfwijze
from kern.forms import BasisForm, BedragInvoer, BedragVeld
from kern.indeling import indeling


class GetalInvoer(BedragInvoer):
    """A text field for a number; shows a whole one without decimals."""

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, Decimal) and value == int(value):
            return schrijfwijze.getal(int(value))
        return super().format_value(value)


class GetalVeld(BedragVeld):
    """A number of persons, months, homes or euros, typed the Dutch way."""

    widget = GetalInvoer
    default_error_messages = {
        "required": "Vul een getal in, bijvoorbeeld 12.",
        "invalid": "Schrijf het getal met cijfers, bijvoorbeeld 12 of 300,50.",
        "max_digits": "Dit getal is te groot.",
        "max_whole_digits": "Dit getal is te groot.",
    }


_HULP = {
    "vanaf": "De eerste dag. Dag-maand-jaar",
    "bron": "Bijvoorbeeld: afspraak met de wethouder, of schatting van COA",
    "vast": "Laat dit leeg bij een schatting",
}
_INDELING = (("waarde", "wi-v3"), ("vanaf", "wi-v3"), ("bron", "wi-v4"), ("vast", "wi-v4"))


class StuurgetalForm(BasisForm[Stuurgetal]):
    """Correct a number: what it is about stays."""

    waarde = GetalVeld(label="Getal", max_digits=10, help_text="In de eenheid die erbij staat")

    class Meta:
        model = Stuurgetal
        fields = ("waarde", "vanaf", "bron", "vast")
        help_texts = _HULP

    helper = indeling(*_INDELING)

    def add_error(self, field: str | None, error: Any) -> None:
        """A refusal of a constraint stands at the field that it is about, where the form has that."""
        if field is not None or not isinstance(error, ValidationError):
            super().add_error(field, error)
            return
        per_veld = getattr(error, "error_dict", None) or {NON_FIELD_ERRORS: error.error_list}
        for naam, fouten in per_veld.items():
            for fout in fouten:
                veld = _veld_van(fout.messages[0], self.fields) if naam == NON_FIELD_ERRORS else naam
                super().add_error(veld, fout)


class NieuwStuurgetalForm(StuurgetalForm):
    """A number from a day on; the earlier ones stay."""

    class Meta(StuurgetalForm.Meta):
        fields = ("code", "wijk", "waarde", "vanaf", "bron", "vast")  # type: ignore[assignment]  # one more
        help_texts = {**_HULP, "wijk": "Alleen bij woningen in een wijk"}

    helper = indeling(("code", "wi-v4"), ("wijk", "wi-v3"), *_INDELING)


# Sentences of the constraints, by the field that they are about.
_BIJ_VELD = {"stuurgetal_een_per_dag": "vanaf", "stuurgetal_niet_negatief": "waarde"}


def _veld_van(zin: str, velden: Any) -> str | None:
    per_zin = {
        str(constraint.violation_error_message): _BIJ_VELD.get(constraint.name, "wijk")
        for constraint in Stuurgetal._meta.constraints
    }
    veld = per_zin.get(zin)
    return veld if veld in velden else None


class ToezichtstapForm(BasisForm[Toezichtstap]):
    """What the province did about a period."""

    class Meta:
        model = Toezichtstap
        fields = ("periode", "trede", "op", "toelichting")
        labels = {"periode": "Over welke periode?"}
        help_texts = {
            "op": "De dag van de brief of het besluit. Dag-maand-jaar",
            "toelichting": "Bijvoorbeeld het nummer van de brief. Schrijf geen namen van statushouders op",
        }

    helper = indeling(("periode", "wi-v3"), ("trede", "wi-v3"), ("op", "wi-v3"), ("toelichting", "wi-v4"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["periode"].label_from_instance = _periodelabel  # type: ignore[attr-defined]


def stapfeiten(stap: Toezichtstap) -> list[tuple[str, str]]:
    """What a step of the province says, as the pages show it."""
    delen = [
        ("Stap", stap.get_trede_display()),
        ("Over", rules.periodenaam(stap.periode.code)),
        ("Datum", schrijfwijze.dag(stap.op)),
        ("Kenmerk of toelichting", stap.toelichting),
    ]
    return [(naam, waarde) for naam, waarde in delen if waarde]


class ToezichtstapDoorhaalForm(DoorhaalForm[Toezichtstap]):
    """Why a step does not belong; it stays to be read."""

    class Meta:
        model = Toezichtstap
        fields = ()

    def feiten(self, rij: Toezichtstap) -> list[tuple[str, str]]:
        """What the page says of the step."""
        return stapfeiten(rij)


def _periodelabel(periode: Any) -> str:
    return rules.periodenaam(periode.code)
