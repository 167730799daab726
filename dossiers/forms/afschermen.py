"""Input for shielding a dossier and naming who may know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms

from dossiers import figures
from dossiers.models import Statushouder
from kern.forms import DatumVeld, InvoerForm
from kern.indeling import indeling
from kern.opmaak.datum import schrijf_datum
from kern.schrijfwijze import opsomming
from toegang.models import Gebruiker


def _naam(gebruiker: Any) -> str:
    """A colleague with what they do, or for whom."""
    return f"{gebruiker} ({gebruiker.functie})"


class Collegasveld(forms.ModelMultipleChoiceField[Gebruiker]):
    """Any number of colleagues, each with a box."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """Name and role."""
        return _naam(obj)


class Collegaveld(forms.ModelChoiceField[Gebruiker]):
    """One colleague."""

    def label_from_instance(self, obj: Any) -> str:
        """Name and role."""
        return _naam(obj)


class _GezinForm(InvoerForm):
    """A form that can be about the rest of the family too, ticked from the start; it says who that are."""

    velden: ClassVar[tuple[tuple[str, str], ...]] = ()
    ook_voor = "Ook voor {wie} ({namen})"
    uitleg_gezin = ""
    een, meer = "het andere afgeschermde gezinslid", "de {aantal} andere afgeschermde gezinsleden"
    heel_gezin = forms.BooleanField(required=False)

    def __init__(self, *args: Any, anderen: Sequence[Statushouder], **kwargs: Any) -> None:
        kwargs["initial"] = {"heel_gezin": bool(anderen), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        velden = [(naam, breedte) for naam, breedte in self.velden if naam != "heel_gezin" or anderen]
        if anderen:
            self.fields["heel_gezin"].label = self._label([persoon.naam for persoon in anderen])
            self.fields["heel_gezin"].help_text = self.uitleg_gezin
        else:
            del self.fields["heel_gezin"]
        self.helper = indeling(*velden)

    def _label(self, namen: list[str]) -> str:
        wie = self.een if len(namen) == 1 else self.meer.format(aantal=len(namen))
        return self.ook_voor.format(wie=wie, namen=opsomming(namen))


class AfschermForm(_GezinForm):
    """Why, who may know of it besides who shields it, and whether the family goes along."""

    ook_voor = "Ook {wie} afschermen ({namen})"
    een, meer = "het andere gezinslid", "de {aantal} andere gezinsleden"
    velden = (("reden", ""), ("collegas", ""), ("heel_gezin", ""))

    reden = forms.CharField(
        label="Waarom schermt u dit dossier af?",
        help_text="Alleen wie het dossier mag zien, leest dit. Bijvoorbeeld: wordt bedreigd",
        max_length=200,
        error_messages={"required": "Vul in waarom u dit dossier afschermt."},
    )
    collegas = Collegasveld(
        queryset=Gebruiker.objects.none(),
        label="Wie mag dit dossier nog zien?",
        help_text="U staat er zelf altijd bij. Later kunt u collega's toevoegen en weghalen",
        required=False,
    )

    def __init__(
        self, *args: Any, statushouder: Statushouder, vandaag: date, gebruiker: Gebruiker, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        keuze = figures.inzagekeuze(statushouder, vandaag).exclude(pk=gebruiker.pk)
        self.fields["collegas"].queryset = keuze  # type: ignore[attr-defined]


class InzageForm(_GezinForm):
    """A colleague who may know of a shielded dossier, until when and why.

    Whoever has it without a last day already is not offered; sent again, they are no fault.
    """

    uitleg_gezin = (
        "Mag deze collega een ander dossier al even lang of langer zien? Dan blijft het recht zoals het is"
    )
    velden = (("collega", "wi-v3"), ("tot_en_met", "wi-v3"), ("reden", ""), ("heel_gezin", ""))
    collega = Collegaveld(
        queryset=Gebruiker.objects.none(), label="Wie mag dit dossier zien?", empty_label="Kies een collega"
    )
    tot_en_met = DatumVeld(
        label="Tot en met", help_text="De laatste dag. Laat leeg als het zonder einde is", required=False
    )
    reden = forms.CharField(
        label="Waarom?",
        help_text="Bijvoorbeeld: neemt de begeleiding over",
        max_length=200,
        error_messages={"required": "Vul in waarom deze collega het dossier mag zien."},
    )

    def __init__(
        self,
        *args: Any,
        statushouder: Statushouder,
        vandaag: date,
        eindes: Mapping[int, date | None],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["collega"]
        veld.queryset = figures.inzagekeuze(statushouder, vandaag)
        veld.choices = [("", veld.empty_label), *_te_noemen(veld.queryset, eindes)]
        self.vandaag = vandaag

    def clean_tot_en_met(self) -> date | None:
        """Not a day that is over."""
        dag: date | None = self.cleaned_data["tot_en_met"]
        if dag and dag < self.vandaag:
            raise forms.ValidationError("Deze dag is al voorbij. Kies vandaag of een dag daarna.")
        return dag

    def tot(self) -> date | None:
        """The first day on which it no longer holds."""
        dag: date | None = self.cleaned_data["tot_en_met"]
        return dag + timedelta(days=1) if dag else None


def _te_noemen(collegas: Iterable[Gebruiker], eindes: Mapping[int, date | None]) -> Iterator[tuple[int, str]]:
    """Who can be named, or named for longer; `eindes` is the last day of who is named, None for no end."""
    for collega in collegas:
        if collega.pk not in eindes:
            yield collega.pk, _naam(collega)
        elif einde := eindes[collega.pk]:
            yield collega.pk, f"{_naam(collega)}, nu tot en met {schrijf_datum(einde)}"


class WeghaalForm(_GezinForm):
    """Why a colleague no longer knows of a shielded dossier."""

    velden = (("reden", ""), ("heel_gezin", ""))
    een, meer = "het andere gezinslid", "de {aantal} andere gezinsleden"
    reden = forms.CharField(
        label="Waarom haalt u deze collega weg?",
        help_text="Dit blijft bewaard in het dossier. Bijvoorbeeld: de waarneming is voorbij",
        max_length=200,
        error_messages={"required": "Vul in waarom u deze collega weghaalt."},
    )


class OpheffenForm(_GezinForm):
    """Why a dossier is as all others again."""

    velden = (("reden", ""), ("heel_gezin", ""))
    reden = forms.CharField(
        label="Waarom heft u de afscherming op?",
        help_text="Dit blijft bewaard in het dossier. Alleen wie het afgeschermde dossier mocht zien, leest het",
        max_length=200,
        error_messages={"required": "Vul in waarom u de afscherming opheft."},
    )
