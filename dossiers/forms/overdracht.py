"""Input for handing over all the work of a colleague."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from dossiers import figures
from dossiers.figures.overdracht import Werkvoorraad
from kern.forms import InvoerForm
from kern.indeling import indeling
from kern.schrijfwijze import opsomming
from toegang.models import Gebruiker


class WerkOverdragenForm(InvoerForm):
    """Whose work, and to whom. Who hands over their own work chooses only the successor (`zelf`)."""

    van = forms.TypedChoiceField(
        label="Van wie is het werk?",
        coerce=int,
        help_text="Ook van collega's die er niet meer werken",
        error_messages={"required": "Kies van wie het werk is."},
    )
    aan = forms.ModelChoiceField(
        Gebruiker.objects.none(),
        label="Wie neemt het over?",
        empty_label="Kies een collega",
        error_messages={"required": "Kies wie het werk overneemt: het kan niet bij niemand blijven."},
    )

    helper = indeling(("van", "wi-v3"), ("aan", "wi-v3"))

    def __init__(
        self, *args: Any, zelf: Gebruiker | None, werk: Sequence[Werkvoorraad], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.werk = {rij.wie.pk: rij for rij in werk}
        velden: dict[str, Any] = self.fields
        velden["aan"].queryset = figures.eigenaren().exclude(pk=zelf.pk) if zelf else figures.eigenaren()
        if zelf:
            del self.fields["van"]
            self.helper = indeling(("aan", "wi-v3"))
        else:
            keuzes = [(rij.wie.pk, f"{rij.wie} ({hoeveel(rij)})") for rij in werk]
            velden["van"].choices = [("", "Kies een collega"), *keuzes]


def hoeveel(rij: Werkvoorraad) -> str:
    """12 dossiers, 1 taak en 2 signalen; niets."""
    woorden = (
        (rij.dossiers, "dossier", "dossiers"),
        (rij.taken, "taak", "taken"),
        (rij.signalen, "signaal", "signalen"),
        (rij.waarnemingen, "waarneming", "waarnemingen"),
    )
    delen = [f"{aantal} {een if aantal == 1 else meer}" for aantal, een, meer in woorden if aantal]
    return opsomming(delen) if delen else "niets"


class OverdrachtTerugForm(InvoerForm):
    """Nothing to fill in: the act itself is asked."""

    helper = indeling()
