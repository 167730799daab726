"""Input for guidance: ticking a step, the versions of the list, and who guides."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms

from begeleiding.models import Begeleidingstraject, EersteMaandStap, Intensiteit, Stappenlijst, Stapstand
from dossiers.forms.deelwoorden import Feiten
from dossiers.forms.handelingen import HandelingForm
from dossiers.models import Gezinslid, Statushouder
from kern.forms import BasisForm, DatumVeld, InvoerForm, Verschil
from kern.indeling import indeling
from kern.opmaak.datum import schrijf_datum
from kern.register import register
from toegang.models import Gebruiker, Organisatie, Rol


def stapfeiten(rij: Stapstand) -> Feiten:
    """What somebody said of a step, as its pages write it."""
    if rij.niet_van_toepassing and rij.gedaan_op:
        stand = f"Niet van toepassing sinds {schrijf_datum(rij.gedaan_op)}: {rij.reden}"
    else:
        stand = f"Gedaan op {schrijf_datum(rij.gedaan_op)}" if rij.gedaan_op else "Nog te doen"
    return [
        ("Stand", stand),
        *([("Opmerking", rij.opmerking)] if rij.opmerking else []),
        *([("Door", str(rij.door))] if rij.door else []),
    ]


class Stapform(BasisForm[Stapstand]):
    """An act on a step; the action decides about what was typed, so that the row keeps its own until then."""

    verschilkop = "U koos"

    def wordt(self) -> str:
        """How the step would stand, in words."""
        return "Nog te doen"

    def verouderd(self, actueel: Stapstand) -> None:
        """What somebody else made of the step meanwhile; a partner reads no history, so that it is not asked."""
        super().verouderd(actueel)
        opmerking = (een for een in self.verschillen if een.veld == "opmerking")
        stand = dict(stapfeiten(actueel))["Stand"]
        self.verschillen = (Verschil("", "Stand", self.wordt(), stand), *opmerking)

    def _post_clean(self) -> None:
        """Nothing: see the class."""


class GedaanForm(Stapform):
    """When a step was done, today unless somebody says another day."""

    class Meta:
        model = Stapstand
        fields = ("gedaan_op", "opmerking")
        help_texts = {"gedaan_op": "Vandaag of eerder", "opmerking": "De gemeente leest dit ook"}

    helper = indeling(("gedaan_op", "wi-v3"), ("opmerking", ""))

    def wordt(self) -> str:
        return f"Gedaan op {schrijf_datum(self.cleaned_data['gedaan_op'])}"

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dag = self.fields["gedaan_op"]
        dag.required = True
        dag.error_messages["required"] = "Vul in wanneer de stap gedaan is."
        self.initial["gedaan_op"] = (
            None if self.instance.niet_van_toepassing else self.instance.gedaan_op
        ) or vandaag


class NvtForm(Stapform):
    """Why a family does not have to do a step."""

    class Meta:
        model = Stapstand
        fields = ("reden",)
        help_texts = {"reden": "Bijvoorbeeld: Rima had al een Nederlands nummer"}

    helper = indeling(("reden", ""))

    def wordt(self) -> str:
        return f"Niet van toepassing: {self.cleaned_data['reden']}"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reden = self.fields["reden"]
        reden.required = True
        reden.error_messages["required"] = "Schrijf op waarom deze stap niet van toepassing is."


class TerugForm(Stapform):
    """The step is still to do after all; nothing to type."""

    class Meta:
        model = Stapstand
        fields = ()

    helper = indeling(("versie", ""))


class VersieForm(BasisForm[Stappenlijst]):
    """From when on a version of the list holds, and why it was made."""

    geldig_vanaf = DatumVeld(
        label="Voor gezinnen die zich vestigen vanaf",
        help_text="Een dag na vandaag. Wie er al is, houdt de lijst die hij heeft",
    )

    class Meta:
        model = Stappenlijst
        fields = ("geldig_vanaf", "toelichting")
        help_texts = {"toelichting": "Bijvoorbeeld: afspraak met VluchtelingenWerk van 12 april"}

    helper = indeling(("geldig_vanaf", "wi-v3"), ("toelichting", ""))


class LijststapForm(BasisForm[EersteMaandStap]):
    """One step of a version that does not hold yet."""

    feit = forms.ChoiceField(
        label="Vult zichzelf in",
        required=False,
        help_text="De stap is klaar op de dag die in een ander deel van het dossier staat",
    )

    class Meta:
        model = EersteMaandStap
        fields = ("stap", "code", "uitleg", "alleen_met_kinderen", "mag_eerder", "feit", "volgorde")

    helper = indeling(
        ("stap", "wi-v4"),
        ("code", "wi-v2"),
        ("uitleg", ""),
        ("alleen_met_kinderen", "wi-v4"),
        ("mag_eerder", "wi-v4"),
        ("feit", "wi-v4"),
        ("volgorde", "wi-v2"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        feit = cast(forms.ChoiceField, self.fields["feit"])
        feit.choices = [
            ("", "Nee, iemand vinkt hem af"),
            *(
                (een.code, f"{een.label} ({domein.label})")
                for domein in register
                for een in domein.feiten
                if domein.code != "begeleiding"
            ),
        ]
        plaats = self.fields["volgorde"]
        plaats.required = False
        plaats.help_text = "Leeg: onderaan"
        self.fields["code"].error_messages["invalid"] = "Gebruik kleine letters, cijfers en een streepje."


class WegForm(HandelingForm[EersteMaandStap]):
    """A step out of a version; nothing to type."""

    class Meta:
        model = EersteMaandStap
        fields = ()

    helper = indeling(("versie", ""))

    def feiten(self, rij: EersteMaandStap) -> Feiten:
        """What the step says."""
        return [("Stap", rij.stap), ("Uitleg", rij.uitleg)]


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
