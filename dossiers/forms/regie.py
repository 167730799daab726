"""Input for whose case it is, and for covering during absence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

from django import forms

from dossiers import figures
from dossiers.forms.deelwoorden import Feiten
from dossiers.forms.handelingen import HandelingForm
from dossiers.models import Regie, Waarneming
from kern.forms import BasisForm, DatumVeld
from kern.indeling import indeling
from kern.opmaak.datum import schrijf_datum
from toegang.models import Gebruiker

ONVOLLEDIG = "Deze pagina is niet volledig verstuurd. Open de pagina opnieuw."
WERKVOORRAAD = "Nog niet toegewezen"


class Regisseurveld(forms.ModelChoiceField[Gebruiker]):
    """Whose case it is going to be; left empty it goes to the open work stock, which is an answer too."""

    leeg_is_keuze = True

    def __init__(self, **rest: Any) -> None:
        vast = {"label": "Regisseur", "required": False, "empty_label": WERKVOORRAAD}
        super().__init__(figures.regisseurkeuze(), **{**vast, **rest})


def _collega(veld: forms.Field) -> None:
    keuze = cast("forms.ModelChoiceField[Gebruiker]", veld)
    keuze.queryset = figures.regisseurkeuze()
    keuze.empty_label = "Kies een collega"


class RegieForm(BasisForm[Regie]):
    """Hand over a dossier, or those of the whole family; `instance` is the assignment that stands now."""

    # Each handing over is a row of its own, so its version alone does not say which one the page showed.
    toewijzing = forms.IntegerField(
        widget=forms.HiddenInput, error_messages=dict.fromkeys(("required", "invalid"), ONVOLLEDIG)
    )
    regisseur = Regisseurveld()
    van = DatumVeld(label="Vanaf", help_text="De eerste dag voor de nieuwe regisseur. Dag-maand-jaar")
    heel_gezin = forms.BooleanField(label="Ook voor de andere leden van het gezin", required=False)

    class Meta:
        model = Regie
        fields = ("regisseur",)

    field_order = ("regisseur", "van", "heel_gezin")
    helper = indeling(("regisseur", "wi-v3"), ("van", "wi-v3"), ("heel_gezin", ""))

    def __init__(self, *args: Any, vandaag: date, anderen: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {
            **self.initial,
            "toewijzing": self.instance.pk,
            "van": vandaag,
            "heel_gezin": anderen > 0,
        }
        if anderen:
            wie = "het andere gezinslid" if anderen == 1 else f"de {anderen} andere gezinsleden"
            self.fields["heel_gezin"].label = f"Ook voor {wie}"
        else:
            del self.fields["heel_gezin"]
            self.helper = indeling(("regisseur", "wi-v3"), ("van", "wi-v3"))

    def verouderd(self, actueel: Regie) -> None:
        """As every stale form; the next time it is about the assignment that stands now."""
        super().verouderd(actueel)
        self.data["toewijzing"] = str(actueel.pk)  # type: ignore[index]

    def add_error(self, field: str | None, error: Any) -> None:
        """As Django's; a fault in a hidden field goes to the summary."""
        super().add_error(None if field == "toewijzing" else field, error)


class WaarnemingForm(BasisForm[Waarneming]):
    """Who is absent, from when up to and including when, and who covers.

    Without the right to choose for others (`zelf`) it is about that user; an absence that is known stays
    of the same colleague.
    """

    tot_en_met = DatumVeld(label="Tot en met", help_text="De laatste dag van de afwezigheid")

    class Meta:
        model = Waarneming
        fields = ("afwezige", "waarnemer", "van")
        labels = {"afwezige": "Wie is afwezig?", "waarnemer": "Wie neemt waar?", "van": "Van"}
        help_texts = {"van": "De eerste dag van de afwezigheid. Dag-maand-jaar"}

    field_order = ("afwezige", "waarnemer", "van", "tot_en_met")

    def __init__(self, *args: Any, zelf: Gebruiker | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _collega(self.fields["waarnemer"])
        namen = ["waarnemer", "van", "tot_en_met"]
        afwezige = self.instance.afwezige_id or (zelf.pk if zelf else None)
        if afwezige:
            del self.fields["afwezige"]
            anderen = cast("forms.ModelChoiceField[Gebruiker]", self.fields["waarnemer"])
            anderen.queryset = figures.regisseurkeuze().exclude(pk=afwezige)
        else:
            _collega(self.fields["afwezige"])
            namen.insert(0, "afwezige")
        self.helper = indeling(*((naam, "wi-v3") for naam in namen))

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first, and the action's `tot` is the day after it."""
        gegevens = super().clean() or {}
        van, laatste = gegevens.get("van"), gegevens.get("tot_en_met")
        if van and laatste and laatste < van:
            self.add_error("tot_en_met", "De laatste dag ligt voor de eerste dag.")
        return gegevens

    def gegevens(self) -> dict[str, Any]:
        """Who covers and when, as the action takes it."""
        typed = self.cleaned_data
        return {
            "waarnemer": typed["waarnemer"],
            "van": typed["van"],
            "tot": typed["tot_en_met"] + timedelta(days=1),
        }


class WaarnemingIntrekkenForm(HandelingForm[Waarneming]):
    """That an absence does not come about: nothing to type."""

    def feiten(self, rij: Waarneming) -> Feiten:
        """Who, and when."""
        return [
            ("Wie neemt waar?", str(rij.waarnemer)),
            ("Van", schrijf_datum(rij.van)),
            ("Tot en met", schrijf_datum(rij.tot - timedelta(days=1))),
        ]

    class Meta:
        model = Waarneming
        fields = ()

    # Without a layout crispy would draw the faults a second time.
    helper = indeling(("versie", ""))
