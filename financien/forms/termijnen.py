"""Input for parts of a commitment that each have a day and an amount of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from financien import rules
from financien.actions import EigenTermijnen
from kern.forms import BedragVeld, DatumVeld
from kern.foutwoorden import gebruik_onze_woorden

MEESTE_TERMIJNEN = 36
ERBIJ = 3


def eigen_als_invoer(termijnen: Mapping[date, Decimal]) -> dict[str, Any]:
    """Saved parts as the fields of `EigenTermijnenMixin` have them."""
    invoer: dict[str, Any] = {"termijnen_rijen": len(termijnen)}
    for nummer, (dag, bedrag) in enumerate(termijnen.items(), 1):
        invoer |= {f"termijn_dag_{nummer}": dag, f"termijn_bedrag_{nummer}": bedrag}
    return invoer


def aantal_rijen(tekst: Any) -> int:
    """How many pairs of fields were asked for; none for what is no such number."""
    gevraagd = str(tekst or "")
    return (
        min(int(gevraagd), MEESTE_TERMIJNEN)
        if gevraagd.isascii() and gevraagd.isdecimal() and len(gevraagd) < 4
        else 0
    )


class EigenTermijnenMixin(forms.Form):
    """As many pairs of fields as `termijnen_rijen` says; an empty pair is passed over."""

    jaren: Sequence[int] = ()
    termijnen_rijen = forms.CharField(required=False, widget=forms.HiddenInput)

    def maak_rijen(self) -> list[str]:
        """Add the pairs; the names of their fields."""
        bron: Any = self.data if self.is_bound else self.initial
        self.aantal_termijnen = aantal_rijen(bron.get("termijnen_rijen"))
        for nummer in range(1, self.aantal_termijnen + 1):
            self.fields[f"termijn_dag_{nummer}"] = DatumVeld(
                label=f"Termijn {nummer}",
                required=False,
                help_text="Een dag in die maand. Dag-maand-jaar",
            )
            self.fields[f"termijn_bedrag_{nummer}"] = BedragVeld(
                label=f"Bedrag van termijn {nummer}", max_digits=12, required=False
            )
        namen = [
            f"termijn_{wat}_{nummer}"
            for nummer in range(1, self.aantal_termijnen + 1)
            for wat in ("dag", "bedrag")
        ]
        for naam in namen:
            gebruik_onze_woorden(self.fields[naam])
        return namen

    def keur_rijen(self, gegevens: Mapping[str, Any]) -> None:
        """Each part has a day and an amount above zero, its month can be (`rules.bezwaar_tegen_maand`) and does not
        come twice, and together they are `bedrag`."""
        maanden: set[date] = set()
        laatste = ""
        for nummer in range(1, self.aantal_termijnen + 1):
            bij_dag, bij_bedrag = f"termijn_dag_{nummer}", f"termijn_bedrag_{nummer}"
            dag, bedrag = gegevens.get(bij_dag), gegevens.get(bij_bedrag)
            if dag and bedrag is None and bij_bedrag not in self.errors:
                self.add_error(bij_bedrag, "Vul in hoeveel deze termijn is.")
            if bedrag is not None and not dag and bij_dag not in self.errors:
                self.add_error(bij_dag, "Vul in in welke maand deze termijn valt.")
            if bedrag is not None and bedrag <= 0:
                self.add_error(bij_bedrag, "Een termijn is meer dan nul euro.")
            if dag and dag.replace(day=1) in maanden:
                self.add_error(bij_dag, "In deze maand staat al een termijn.")
            if dag and (bezwaar := self.bezwaar(dag, gegevens)):
                self.add_error(bij_dag, bezwaar)
            if dag:
                maanden.add(dag.replace(day=1))
                laatste = bij_bedrag
        if laatste and not self.errors:
            self._keur_som(gegevens, laatste)

    def bezwaar(self, dag: date, gegevens: Mapping[str, Any]) -> str:
        """Why a part cannot be in the month of this day; empty where it can, or the form is not so far yet."""
        aangegaan = gegevens.get("aangegaan_op")
        return rules.bezwaar_tegen_maand(dag, aangegaan, self.jaren) if aangegaan else ""

    def _keur_som(self, gegevens: Mapping[str, Any], laatste: str) -> None:
        if gegevens.get("termijnen_aantal"):
            self.add_error(
                "termijnen_aantal", "Kies gelijke delen, of termijnen met een eigen bedrag. Niet allebei."
            )
            return
        try:
            self.eigen(gegevens).termijnen(gegevens["bedrag"])
        except ValidationError as fout:
            self.add_error(laatste, fout)

    def eigen(self, gegevens: Mapping[str, Any]) -> EigenTermijnen:
        """The parts that were filled in."""
        return EigenTermijnen(
            tuple(
                (gegevens[f"termijn_dag_{nummer}"], gegevens[f"termijn_bedrag_{nummer}"])
                for nummer in range(1, self.aantal_termijnen + 1)
                if gegevens.get(f"termijn_dag_{nummer}")
            )
        )
