"""Who is guided, by whom and how often."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from begeleiding.models import Begeleidingstraject, Intensiteit
from dossiers.models import Gezinslid, Statushouder
from kern.forms import BasisForm, DatumVeld, InvoerForm
from kern.indeling import indeling
from toegang.models import Gebruiker, Organisatie, Rol


class Ledenkeuze(forms.ModelMultipleChoiceField[Statushouder]):
    """Members of a family by name."""

    def label_from_instance(self, obj: Statushouder) -> str:
        return obj.naam


def begeleiders(gebruiker: Gebruiker, organisatie: Organisatie | None = None) -> Any:
    """Who can guide: users of partner organisations; for a partner those of the own one."""
    rijen = Gebruiker.objects.filter(rol=Rol.PARTNER, is_active=True).select_related("organisatie")
    if organisatie:
        rijen = rijen.filter(organisatie=organisatie)
    elif gebruiker.rol == Rol.PARTNER:
        rijen = rijen.filter(organisatie=gebruiker.organisatie_id)
    return rijen.order_by("naam", "pk")


class Begeleiderkeuze(forms.ModelChoiceField[Gebruiker]):
    """A guide by name and organisation."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj} ({obj.organisatie})"


_GEEN = "Nog niemand, of een vrijwilliger zonder account"
_VRIJWILLIGER = "Alleen de naam, als deze vrijwilliger hier geen account heeft"


class TrajectForm(InvoerForm):
    """Who of the family is guided, by whom, from when and how often."""

    personen = Ledenkeuze(
        label="Wie krijgt begeleiding?",
        queryset=Statushouder.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één persoon."},
    )
    organisatie = forms.ModelChoiceField(
        label="Organisatie",
        queryset=Organisatie.objects.none(),
        empty_label="Kies een organisatie",
        error_messages={"required": "Kies een organisatie."},
    )
    begeleider = Begeleiderkeuze(
        label="Begeleider", queryset=Gebruiker.objects.none(), empty_label=_GEEN, required=False
    )
    vrijwilliger = forms.CharField(
        label="Vrijwilliger", max_length=100, required=False, help_text=_VRIJWILLIGER
    )
    intensiteit = forms.ChoiceField(
        label="Hoe vaak?", choices=Intensiteit.choices, initial=Intensiteit.GEWOON
    )
    van = DatumVeld(label="Vanaf", help_text="Dag-maand-jaar")

    helper = indeling(
        ("personen", "wi-v4"),
        ("organisatie", "wi-v4"),
        ("begeleider", "wi-v4"),
        ("vrijwilliger", "wi-v4"),
        ("intensiteit", "wi-v3"),
        ("van", "wi-v3"),
    )

    def __init__(
        self,
        *args: Any,
        leden: list[Gezinslid],
        persoon: Statushouder,
        gebruiker: Gebruiker,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        keuzes: dict[str, Any] = dict(self.fields)
        keuzes["personen"].queryset = Statushouder.objects.filter(
            pk__in=[persoon.pk, *(lid.statushouder_id for lid in leden)]
        )
        keuzes["organisatie"].queryset = Organisatie.objects.all()
        keuzes["begeleider"].queryset = begeleiders(gebruiker)

    def clean(self) -> dict[str, Any]:
        """A guide or a volunteer, not both."""
        gegevens = super().clean() or {}
        if gegevens.get("begeleider") and gegevens.get("vrijwilliger"):
            self.add_error("vrijwilliger", "Kies een begeleider, of vul een vrijwilliger in: niet allebei.")
        return gegevens


class TrajectWijzigForm(BasisForm[Begeleidingstraject]):
    """Another guide, how often, or the last day."""

    tot_en_met = DatumVeld(
        label="Tot en met", required=False, help_text="De laatste dag. Leeg: de begeleiding loopt"
    )

    class Meta:
        model = Begeleidingstraject
        fields = ("begeleider", "vrijwilliger", "intensiteit")
        field_classes = {"begeleider": Begeleiderkeuze}
        help_texts = {"vrijwilliger": _VRIJWILLIGER}

    helper = indeling(
        ("begeleider", "wi-v4"), ("vrijwilliger", "wi-v4"), ("intensiteit", "wi-v3"), ("tot_en_met", "wi-v3")
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        begeleider = cast("forms.ModelChoiceField[Gebruiker]", self.fields["begeleider"])
        # who left stays the guide of what was theirs, until somebody chooses another
        begeleider.queryset = begeleiders(gebruiker, self.instance.organisatie) | Gebruiker.objects.filter(
            pk=self.instance.begeleider_id
        ).select_related("organisatie")
        begeleider.empty_label = _GEEN
        begeleider.required = False

    def clean(self) -> dict[str, Any]:
        """A guide or a volunteer, not both."""
        gegevens = super().clean() or {}
        if gegevens.get("begeleider") and gegevens.get("vrijwilliger"):
            self.add_error("vrijwilliger", "Kies een begeleider, of vul een vrijwilliger in: niet allebei.")
        return gegevens

    def _post_clean(self) -> None:
        """The action decides, so that the row keeps its own until it has."""
