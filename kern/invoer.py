"""Fields for what people type in Dutch: dates, partial birth dates and amounts."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kern import schrijfwijze
from kern.leeftijd import Geboortedatum
from kern.opmaak.bedrag import lees_bedrag
from kern.opmaak.datum import EERSTE_JAAR, LAATSTE_JAAR, Datumfout, lees_datum, schrijf_datum

_JAAR = f"Het jaar moet tussen {EERSTE_JAAR} en {LAATSTE_JAAR} liggen: %(waarde)s."
_EEUW = "Schrijf het jaar met vier cijfers, bijvoorbeeld %(voorbeeld)s."


class DatumInvoer(forms.TextInput):
    """A text field for a date; shows it as 28-3-2017. Also for partial birth dates."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "numeric", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """A date in Dutch; what was typed stays as it was typed."""
        return schrijf_datum(value) if isinstance(value, date) else super().format_value(value)


class BedragInvoer(forms.TextInput):
    """A text field for an amount; shows it as 1.234,56."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """A number in Dutch; what was typed stays as it was typed."""
        return schrijfwijze.bedrag(value) if isinstance(value, Decimal) else super().format_value(value)


class TijdVeld(forms.TimeField):
    """A time of the day: 14.30, 14:30, or 1430 by the keypad of a telephone; two or three digits say too little."""

    def to_python(self, value: Any) -> Any:
        """A time, or None when nothing was typed."""
        if isinstance(value, str) and re.fullmatch(r"\d{4}", value.strip(), re.ASCII):
            value = f"{value.strip()[:2]}:{value.strip()[2:]}"
        return super().to_python(value)


class DatumVeld(forms.DateField):
    """A whole date, typed as day-month-year, from 1900 up to and including 2100."""

    widget = DatumInvoer
    voorbeeld = "28-3-2017"
    default_error_messages = {
        "required": "Vul een datum in, bijvoorbeeld 28-3-2017.",
        "vorm": "Schrijf de datum als dag-maand-jaar, bijvoorbeeld %(voorbeeld)s.",
        "eeuw": _EEUW,
        "jaar": _JAAR,
        "bestaat_niet": (
            "Deze datum bestaat niet: %(waarde)s. Schrijf dag-maand-jaar, bijvoorbeeld %(voorbeeld)s."
        ),
    }

    def to_python(self, value: Any) -> Any:
        """A date, or None when nothing was typed."""
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        return self._lees(str(value))

    def _lees(self, tekst: str) -> Any:
        try:
            return self._van_tekst(tekst)
        except Datumfout as fout:
            params = {"waarde": tekst.strip(), "voorbeeld": self.voorbeeld}
            raise ValidationError(self.error_messages[fout.code], fout.code, params) from fout

    def _van_tekst(self, tekst: str) -> Any:
        return lees_datum(tekst)


class GeboortedatumVeld(DatumVeld):
    """A birth date of which the day, or day and month, may be unknown; gives a Geboortedatum.

    Empty, where that is allowed, is unknown.
    """

    voorbeeld = "14-2-1981"
    default_error_messages = {
        "required": "Vul een geboortedatum in, bijvoorbeeld 14-2-1981, 2-1981, 1981 of onbekend.",
        "vorm": (
            "Schrijf de geboortedatum als dag-maand-jaar, bijvoorbeeld %(voorbeeld)s. "
            "Weet u de dag niet? Schrijf dan 2-1981 of 1981."
        ),
    }

    def to_python(self, value: Any) -> Any:
        """A Geboortedatum; None only where nothing was typed (see `clean`)."""
        if isinstance(value, Geboortedatum):
            return value
        return super().to_python(value)

    def clean(self, value: Any) -> Geboortedatum:
        """The birth date; ValidationError in Dutch where what was typed is none."""
        gelezen: Geboortedatum | None = super().clean(value)
        return gelezen or Geboortedatum.onbekend()

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared by what they mean: 00-03-1981 is 3-1981."""
        try:
            getypt = self.to_python(data) or Geboortedatum.onbekend()
        except ValidationError:
            return True
        return bool(getypt != (initial or Geboortedatum.onbekend()))

    def _van_tekst(self, tekst: str) -> Any:
        return Geboortedatum.lees(tekst)


class BedragVeld(forms.DecimalField):
    """Euros with two decimals, typed the Dutch way; the English way is asked back, not guessed."""

    widget = BedragInvoer
    default_error_messages = {
        "required": "Vul een bedrag in, bijvoorbeeld 1.234,56.",
        "invalid": "Schrijf het bedrag als 1.234,56.",
        "max_digits": "Dit bedrag is te groot.",
        "max_whole_digits": "Dit bedrag is te groot.",
    }

    def __init__(
        self, *, min_value: Decimal | None = None, max_value: Decimal | None = None, **rest: Any
    ) -> None:
        rest.setdefault("decimal_places", 2)
        super().__init__(min_value=min_value, max_value=max_value, **rest)
        if min_value is not None:
            self.error_messages["min_value"] = (
                f"Dit bedrag mag niet lager zijn dan {schrijfwijze.bedrag(min_value)}."
            )
        if max_value is not None:
            self.error_messages["max_value"] = (
                f"Dit bedrag mag niet hoger zijn dan {schrijfwijze.bedrag(max_value)}."
            )

    def to_python(self, value: Any) -> Any:
        """A Decimal, or None when nothing was typed."""
        if value in self.empty_values or isinstance(value, Decimal):
            return super().to_python(value)
        try:
            return lees_bedrag(str(value))
        except ValueError as fout:
            raise ValidationError(self.error_messages["invalid"], "invalid") from fout
