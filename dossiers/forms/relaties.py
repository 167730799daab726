"""Input for kinship and guardianship."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms

from dossiers.models import Gezinslid, Relatie, Relatiesoort, Statushouder
from kern.contract import Gebruiker
from kern.forms import BasisForm, DatumVeld, InvoerForm
from kern.indeling import indeling

# What the other is of this person; the last three turn the relation round.
ANDERSOM = {"kind": Relatiesoort.OUDER, "pupil": Relatiesoort.VOOGD, "nareiziger": Relatiesoort.REFERENT}
KEUZES = [
    *(
        (soort.value, soort.label)
        for soort in (Relatiesoort.OUDER, Relatiesoort.VOOGD, Relatiesoort.REFERENT)
    ),
    ("kind", "Kind"),
    ("pupil", "Kind onder voogdij"),
    ("nareiziger", "Nareiziger"),
]


class Familiekeuze(forms.ModelChoiceField[Statushouder]):
    """A member of the family by name and dossier number."""

    def label_from_instance(self, obj: Statushouder) -> str:
        return f"{obj.naam} ({obj.nummer})"


class RelatieForm(InvoerForm):
    """Who the other is: a member of the family, or somebody by dossier number; and what they are."""

    lid = Familiekeuze(
        label="Wie uit het gezin?",
        queryset=Statushouder.objects.none(),
        required=False,
        empty_label="Iemand buiten het gezin",
    )
    nummer = forms.CharField(
        label="Of: dossiernummer van iemand anders",
        help_text="Bijvoorbeeld D-17-0042",
        required=False,
        max_length=12,
    )
    soort = forms.ChoiceField(label="Wat is die persoon?", choices=KEUZES)
    van = DatumVeld(label="Vanaf", help_text="Dag-maand-jaar. Bij een ouder de geboortedatum van het kind")

    helper = indeling(("lid", "wi-v3"), ("nummer", "wi-v3"), ("soort", "wi-v3"), ("van", "wi-v3"))

    def __init__(
        self, *args: Any, persoon: Statushouder, gebruiker: Gebruiker, leden: list[Gezinslid], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.persoon, self.gebruiker = persoon, gebruiker
        anderen = [lid.statushouder_id for lid in leden if lid.statushouder_id != persoon.pk]
        lid = cast(Familiekeuze, self.fields["lid"])
        lid.queryset = Statushouder.objects.filter(pk__in=anderen)
        self.fields["soort"].label = f"Wat is die persoon van {persoon.voornamen or persoon.achternaam}?"
        if not anderen:
            del self.fields["lid"]
            self.fields["nummer"].label = "Dossiernummer van de ander"
            self.fields["nummer"].required = True
            self.helper = indeling(("nummer", ""), ("soort", "wi-v3"), ("van", "wi-v3"))

    def clean(self) -> dict[str, Any]:
        """One other person that this user may see; a dossier of others is the same as none."""
        gegevens = super().clean() or {}
        lid, nummer = gegevens.get("lid"), (gegevens.get("nummer") or "").strip().upper()
        if bool(lid) == bool(nummer):
            if "nummer" not in self.errors:
                self.add_error("nummer", "Kies één persoon: iemand uit het gezin, of een dossiernummer.")
            return gegevens
        zichtbaar = Statushouder.objects.zichtbaar_voor(self.gebruiker)
        ander = lid or zichtbaar.filter(nummer=nummer).first()
        if ander is None:
            self.add_error("nummer", "Er is geen dossier met dit nummer.")
        return {**gegevens, "ander": ander}

    def gegevens(self) -> dict[str, Any]:
        """The relation as the action takes it."""
        ander, soort, van = (self.cleaned_data[naam] for naam in ("ander", "soort", "van"))
        if soort in ANDERSOM:
            return {"persoon": ander, "verwant": self.persoon, "soort": ANDERSOM[soort], "van": van}
        return {"persoon": self.persoon, "verwant": ander, "soort": soort, "van": van}


class RelatieBeeindigForm(BasisForm[Relatie]):
    """When a relation ends."""

    tot = DatumVeld(label="Einddatum", help_text="De eerste dag dat dit niet meer zo is. Dag-maand-jaar")

    class Meta:
        model = Relatie
        fields = ("tot",)

    helper = indeling(("tot", "wi-v3"))

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.tot is None:
            self.initial["tot"] = vandaag
