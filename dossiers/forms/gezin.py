"""Input for the shared case: it checks what was typed; the actions decide and save."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory

from dossiers.actions import NieuwePersoon, NieuwGezin
from dossiers.figures.nummers import bezet
from dossiers.forms.regie import Regisseurveld
from dossiers.models import (
    Geslacht,
    Gezin,
    Opvang,
    Rol,
    Statushouder,
    Tolktaal,
    Vergunning,
    WijzeVanKomst,
)
from dossiers.models.nationaliteiten import nationaliteitkeuzes
from dossiers.rules import nagekeken_bsn, nagekeken_geboren, nagekeken_telefoon, nagekeken_vnummer
from kern.forms import BasisForm, DatumVeld, GeboortedatumVeld, InvoerForm
from kern.indeling import indeling
from kern.keuzelijst import Keuzelijst
from kern.leeftijd import Geboortedatum
from kern.opmaak.datum import schrijf_datum

MEESTE_PERSONEN = 20


class GezinForm(InvoerForm):
    """What holds for the whole family."""

    naam = forms.CharField(label="Naam van het gezin", max_length=200)
    wijze_van_komst = forms.ChoiceField(label="Hoe komt het gezin hier?", choices=WijzeVanKomst.choices)
    coa_koppeldatum = DatumVeld(
        label="Datum koppeling", help_text="Dag-maand-jaar. Nodig als COA het gezin koppelt", required=False
    )
    gevestigd_op = DatumVeld(
        label="Datum vestiging", help_text="Leeg als er nog geen woning is", required=False
    )
    opvang = forms.ChoiceField(label="Waar woont het gezin nu?", choices=Opvang.choices, initial=Opvang.AZC)
    tolktaal = forms.ChoiceField(label="Taal voor de tolk", choices=Tolktaal.choices, required=False)
    regisseur = Regisseurveld()  # drawn apart, after the persons

    helper = indeling(
        ("naam", "wi-v3"),
        ("wijze_van_komst", "wi-v3"),
        ("coa_koppeldatum", "wi-v3"),
        ("gevestigd_op", "wi-v3"),
        ("opvang", "wi-v3"),
        ("tolktaal", "wi-v3"),
    )

    def clean(self) -> dict[str, Any]:
        """A family that COA links has a day of linking."""
        gegevens = super().clean() or {}
        gekoppeld = gegevens.get("wijze_van_komst") == WijzeVanKomst.KOPPELING
        if gekoppeld and gegevens.get("coa_koppeldatum", ...) is None:
            self.add_error("coa_koppeldatum", "Vul in op welke dag COA het gezin koppelde.")
        return gegevens

    def gezin(self, personen: Iterable[PersoonForm], bij: Gezin | None = None) -> NieuwGezin:
        """The family as the action takes it; with `bij` the persons join that family."""
        namen = ("wijze_van_komst", "coa_koppeldatum", "opvang", "tolktaal")
        velden = {naam: self.cleaned_data[naam] for naam in namen}
        return NieuwGezin(
            naam=self.cleaned_data.get("naam", ""),
            gezin=bij,
            personen=[persoon.persoon(velden) for persoon in personen],
            gevestigd_op=self.cleaned_data["gevestigd_op"],
            regisseur=self.cleaned_data["regisseur"],
        )


class LedenForm(GezinForm):
    """New members of a family that is known: the same, without its name."""

    naam = None  # type: ignore[assignment]
    helper = indeling(
        ("wijze_van_komst", "wi-v3"),
        ("coa_koppeldatum", "wi-v3"),
        ("gevestigd_op", "wi-v3"),
        ("opvang", "wi-v3"),
        ("tolktaal", "wi-v3"),
    )


class PersoonForm(InvoerForm):
    """One member of a new family."""

    voornamen = forms.CharField(label="Voornamen", max_length=200)
    voorvoegsel = forms.CharField(label="Voorvoegsel", max_length=20, required=False)
    achternaam = forms.CharField(label="Achternaam", max_length=200)
    geboren = GeboortedatumVeld(label="Geboortedatum", help_text="Alleen een jaar mag ook")
    geslacht = forms.ChoiceField(label="Geslacht", choices=Geslacht.choices)
    nationaliteit = forms.ChoiceField(label="Nationaliteit", choices=nationaliteitkeuzes, widget=Keuzelijst)
    bsn = forms.CharField(label="BSN", help_text="9 cijfers", required=False, max_length=20)
    vnummer = forms.CharField(label="V-nummer", help_text="10 cijfers", required=False, max_length=20)
    vergunning = forms.ChoiceField(label="Vergunning", choices=Vergunning.choices)
    rol = forms.ChoiceField(label="Rol in het gezin", choices=Rol.choices, initial=Rol.KIND)

    helper = indeling(
        ("voornamen", "wi-v2"),
        ("voorvoegsel", "wi-v2"),
        ("achternaam", "wi-v2"),
        ("geboren", "wi-v2"),
        ("geslacht", "wi-v2"),
        ("nationaliteit", "wi-v2"),
        ("bsn", "wi-v3"),
        ("vnummer", "wi-v3"),
        ("vergunning", "wi-v3"),
        ("rol", "wi-v3"),
    )

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.fields["bsn"].widget.attrs["inputmode"] = "numeric"
        self.fields["vnummer"].widget.attrs["inputmode"] = "numeric"

    def clean_bsn(self) -> str:
        return nagekeken_bsn(self.cleaned_data["bsn"])

    def clean_vnummer(self) -> str | None:
        return nagekeken_vnummer(self.cleaned_data["vnummer"])

    def clean_geboren(self) -> Geboortedatum:
        return nagekeken_geboren(self.cleaned_data["geboren"], self.vandaag)

    def persoon(self, velden: Mapping[str, Any]) -> NieuwePersoon:
        """The person as the action takes it; `velden` are those of the family."""
        eigen = {naam: self.cleaned_data[naam] for naam in ("geslacht", "nationaliteit", "vergunning")}
        direct = ("voornamen", "voorvoegsel", "achternaam", "geboren", "bsn", "vnummer", "rol")
        return NieuwePersoon(**{naam: self.cleaned_data[naam] for naam in direct}, velden={**velden, **eigen})


class BasisPersonen(BaseFormSet[PersoonForm]):
    """The members together: one head, no number twice, nobody born after the settling date."""

    gevestigd_op: date | None = None
    met_hoofd = True

    def _construct_form(self, i: int, **kwargs: Any) -> PersoonForm:
        """Every row is a person: one that was left as it came is not skipped, but asked to be filled in."""
        form: PersoonForm = super()._construct_form(i, **{**kwargs, "empty_permitted": False})  # type: ignore[misc]
        return form

    def clean(self) -> None:
        """Faults between members, each at its field."""
        gezien: dict[tuple[str, str], int] = {}
        for nummer, form in enumerate(self.forms, start=1):
            for naam, label in (("bsn", "BSN"), ("vnummer", "V-nummer")):
                waarde = form.cleaned_data.get(naam)
                eerder = gezien.setdefault((naam, waarde), nummer) if waarde else nummer
                if eerder != nummer:
                    form.add_error(naam, f"Dit {label} staat ook bij persoon {eerder}.")
            self._eis_geboren(form)
        self._eis_onbekend()
        if self.met_hoofd:
            self._eis_hoofd()

    def _eis_onbekend(self) -> None:
        """A number that cannot be used, at its field; the database holds it as well."""
        getypt = {naam: [form.cleaned_data.get(naam) for form in self.forms] for naam in ("vnummer", "bsn")}
        redenen = bezet(vnummers=getypt["vnummer"], bsns=getypt["bsn"])
        for naam, waarden in getypt.items():
            for form, waarde in zip(self.forms, waarden, strict=True):
                if waarde in redenen:
                    form.add_error(naam, redenen[waarde])

    def _eis_geboren(self, form: PersoonForm) -> None:
        geboren: Geboortedatum | None = form.cleaned_data.get("geboren")
        if self.gevestigd_op and geboren and geboren.vroegst and geboren.vroegst > self.gevestigd_op:
            form.add_error(
                "geboren", f"Deze datum ligt na de vestiging ({schrijf_datum(self.gevestigd_op)})."
            )

    def _eis_hoofd(self) -> None:
        """Exactly one head; more is a fault at the second, none at the first person."""
        hoofden = [form for form in self.forms if form.cleaned_data.get("rol") == Rol.HOOFD]
        for form in hoofden[1:]:
            form.add_error("rol", "Dit gezin heeft al een hoofd. Kies een andere rol.")
        if not hoofden and self.forms and "rol" not in self.forms[0].errors:
            self.forms[0].add_error("rol", "Kies één persoon als hoofd van het gezin.")


PersonenFormSet = formset_factory(
    PersoonForm,
    formset=BasisPersonen,
    extra=0,
    min_num=1,
    max_num=MEESTE_PERSONEN,
    absolute_max=MEESTE_PERSONEN,
    validate_min=True,
    validate_max=True,
)


class PersoonWijzigForm(BasisForm[Statushouder]):
    """Change what is known of a person. The BSN is not shown; typing one replaces it."""

    geboren = GeboortedatumVeld(
        label="Geboortedatum", help_text="Alleen een jaar mag ook. Onbekend: 00-00-0000", required=False
    )
    # Not named after the model's field, so that no page can ever show the stored number.
    nieuw_bsn = forms.CharField(
        label="Nieuw BSN", help_text="9 cijfers. Leeg: het blijft zoals het is", required=False, max_length=20
    )

    class Meta:
        model = Statushouder
        fields = (
            "voornamen",
            "voorvoegsel",
            "achternaam",
            "geslacht",
            "nationaliteit",
            "vnummer",
            "vergunning",
            "vergunning_op",
            "wijze_van_komst",
            "coa_koppeldatum",
            "opvang",
            "tolktaal",
            "telefoon",
            "email",
        )
        help_texts = {"telefoon": "Bijvoorbeeld 06 1234 5678, of +49 met het nummer"}

    helper = indeling(
        ("voornamen", "wi-v2"),
        ("voorvoegsel", "wi-v2"),
        ("achternaam", "wi-v2"),
        ("geboren", "wi-v2"),
        ("geslacht", "wi-v2"),
        ("nationaliteit", "wi-v2"),
        ("nieuw_bsn", "wi-v3"),
        ("vnummer", "wi-v3"),
        ("vergunning", "wi-v3"),
        ("vergunning_op", "wi-v3"),
        ("wijze_van_komst", "wi-v3"),
        ("coa_koppeldatum", "wi-v3"),
        ("opvang", "wi-v3"),
        ("tolktaal", "wi-v3"),
        ("telefoon", "wi-v3"),
        ("email", "wi-v3"),
    )

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        instance: Statushouder = kwargs["instance"]
        kwargs["initial"] = {"geboren": instance.geboren, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag

    def clean_nieuw_bsn(self) -> str:
        return nagekeken_bsn(self.cleaned_data["nieuw_bsn"])

    def clean_vnummer(self) -> str | None:
        return nagekeken_vnummer(self.cleaned_data["vnummer"])

    def clean(self) -> dict[str, Any]:
        """A number of somebody else is a fault at its field."""
        gegevens: dict[str, Any] = super().clean() or {}
        getypt = {naam: gegevens.get(naam) for naam in ("vnummer", "nieuw_bsn")}
        redenen = bezet(vnummers=[getypt["vnummer"]], bsns=[getypt["nieuw_bsn"]], behalve=self.instance.pk)
        for naam, waarde in getypt.items():
            if waarde in redenen:
                self.add_error(naam, redenen[waarde])
        return gegevens

    def clean_geboren(self) -> Geboortedatum:
        return nagekeken_geboren(self.cleaned_data["geboren"], self.vandaag)

    def clean_telefoon(self) -> str:
        return nagekeken_telefoon(self.cleaned_data["telefoon"])

    def gegevens(self) -> dict[str, Any]:
        """The fields as the action takes them."""
        waarden = {naam: self.cleaned_data[naam] for naam in self.Meta.fields}
        geboren: Geboortedatum = self.cleaned_data["geboren"]
        waarden |= {"geboren_vroegst": geboren.vroegst, "geboren_laatst": geboren.laatst}
        return waarden | ({"bsn": self.cleaned_data["nieuw_bsn"]} if self.cleaned_data["nieuw_bsn"] else {})


class VertrekForm(InvoerForm):
    """Somebody leaves Wassenaar."""

    op = DatumVeld(label="Datum vertrek", help_text="De eerste dag dat deze persoon hier niet meer woont")
    reden = forms.CharField(label="Reden", max_length=200)

    helper = indeling(("op", "wi-v3"), ("reden", "wi-v3"))
