"""What the consequence of the AMV homes is reckoned with, and the name under which an outcome is kept."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms

from huisvesting.figures.amv import invoer_van
from huisvesting.models import AmvUitkomst
from huisvesting.rules.amv import Invoer
from kern import schrijfwijze
from kern.forms import BasisForm, BedragVeld, InvoerForm
from kern.indeling import indeling

_ALTIJD = ("instroom", "verblijf", "plekken")
_VERDER = ("woningen", "maanden", "tarief")
_NUL = Decimal("0.00")


class _GetalVeld(forms.IntegerField):
    """A whole number in a text field, as the other fields of the page."""

    def __init__(self, *, hoogstens: int, minstens: int = 0, **rest: Any) -> None:
        invoer = forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})
        fout = f"Vul een heel getal in van {minstens} tot en met {hoogstens}."
        fouten = dict.fromkeys(("required", "invalid", "min_value", "max_value"), fout)
        super().__init__(
            min_value=minstens, max_value=hoogstens, widget=invoer, error_messages=fouten, **rest
        )


class AmvForm(InvoerForm):
    """The six numbers; what is not in the address is as it was set. Nothing here is of a person."""

    instroom = _GetalVeld(label="Instroom per jaar", help_text="Jongeren, van Nidos", hoogstens=200)
    verblijf = _GetalVeld(label="Verblijfsduur", help_text="In maanden", minstens=1, hoogstens=120)
    plekken = _GetalVeld(label="Plekken per woning", minstens=1, hoogstens=50)
    woningen = BedragVeld(
        label="Woningen per jongere",
        help_text="Delen twee jongeren een woning? Vul dan 0,5 in",
        min_value=_NUL,
        max_value=Decimal(5),
        error_messages=dict.fromkeys(("required", "invalid"), "Vul een getal in, bijvoorbeeld 1 of 0,5."),
    )
    maanden = _GetalVeld(label="Begeleiding na 18 jaar", help_text="In maanden", hoogstens=120)
    tarief = BedragVeld(
        label="Euro per maand",
        help_text="Begeleiding van één jongere",
        min_value=_NUL,
        max_value=Decimal(99_999),
    )

    def __init__(self, data: Mapping[str, Any] | None, *, vast: Mapping[str, Decimal], woningen: int) -> None:
        """`vast` are the numbers that were set; `woningen` how many AMV homes there are now."""
        gezet = {veld: als_getypt(veld, waarde) for veld, waarde in vast.items()}
        getypt = {veld: data[veld] for veld in self.base_fields if data and veld in data}
        super().__init__({**gezet, **getypt} if getypt else None, initial=gezet)
        self.getypt = bool(getypt)
        plekken = gezet.get("plekken", "")
        hoeveel = "1 woning" if woningen == 1 else f"{woningen} woningen"
        self.fields["plekken"].help_text = (
            f"{hoeveel}: {woningen * int(plekken)} plekken" if plekken.isdecimal() else hoeveel
        )
        self._vast = vast

    @property
    def altijd(self) -> list[forms.BoundField]:
        """The fields that are in sight."""
        return [self[veld] for veld in _ALTIJD]

    @property
    def verder(self) -> list[forms.BoundField]:
        """The fields that fold open."""
        return [self[veld] for veld in _VERDER]

    @property
    def verder_open(self) -> bool:
        """One of the fields that fold open has a fault, or is not as it was set."""
        return any(veld.errors or veld.value() != self.initial.get(veld.name) for veld in self.verder)

    def invoer(self) -> Invoer | None:
        """What to reckon with: what was typed, and where that cannot be read what was set; None where neither is."""
        waarden: dict[str, Any] = dict(self._vast)
        if self.is_bound:
            self.is_valid()
            waarden |= self.cleaned_data
        return invoer_van(waarden)


class UitkomstForm(BasisForm[AmvUitkomst]):
    """Under which name an outcome is kept."""

    class Meta:
        model = AmvUitkomst
        fields = ("naam",)
        help_texts = {"naam": "Waaraan herkent u deze uitkomst? Zet hier geen namen van personen in"}

    helper = indeling(("naam", "wi-v4"))


def als_getypt(veld: str, waarde: Decimal) -> str:
    """A number as it is typed in its field: 4, 0,5, and euros as 300,00."""
    if veld == "tarief":
        return schrijfwijze.bedrag(waarde)
    return f"{waarde.normalize():f}".replace(".", ",")
