"""Pages whose figures hold for a day that the reader chooses."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.functional import cached_property
from django.views.generic.base import View

from kern.forms import DatumVeld, InvoerForm
from kern.klok import vandaag


class PeildatumForm(InvoerForm):
    """The day that the figures hold for."""

    peildatum = DatumVeld(label="Peildatum")


def _getoond(form: PeildatumForm) -> str:
    return f"{form.cleaned_data['peildatum']:%-d-%-m-%Y}"


class PeildatumMixin(View):
    """The day that the address asks for, by default today.

    A day that cannot be keeps what was typed, says what is wrong, and shows today's figures.
    """

    @cached_property
    def peildatumform(self) -> PeildatumForm:
        if self.request.GET.get("peildatum"):
            form = PeildatumForm(self.request.GET)
            # one that can be is shown the way we write days, also where an address of ours had it otherwise
            return PeildatumForm({"peildatum": _getoond(form)}) if form.is_valid() else form
        return PeildatumForm(initial={"peildatum": vandaag()})

    @cached_property
    def gevraagd(self) -> date | None:
        """The day that was asked for; None when none was, or it cannot be."""
        form = self.peildatumform
        return form.cleaned_data["peildatum"] if form.is_bound and form.is_valid() else None

    @cached_property
    def peildatum(self) -> date:
        return self.gevraagd or vandaag()

    @property
    def vraag(self) -> str:
        """What the addresses on the page carry on, so that the day stays the same."""
        return f"?{urlencode({'peildatum': self.gevraagd.isoformat()})}" if self.gevraagd else ""

    @property
    def blijft_in_adres(self) -> list[tuple[str, object]]:
        """Names and values that the address keeps when another day is chosen."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        eigen = {
            "peildatumform": self.peildatumform,
            "peildatum": self.peildatum,
            "vraag": self.vraag,
            "blijft_in_adres": self.blijft_in_adres,
        }
        return super().get_context_data(**eigen, **kwargs)  # type: ignore[misc,no-any-return]
