"""Input for correcting a spell of living in Wassenaar."""

from __future__ import annotations

from typing import Any

from dossiers.models import Vestiging
from kern.forms import BasisForm
from kern.indeling import indeling


class VestigingForm(BasisForm[Vestiging]):
    """The registration in the BRP, and the leaving: corrected, or emptied when somebody did not leave."""

    class Meta:
        model = Vestiging
        fields = ("brp_op", "tot", "reden_vertrek")
        labels = {
            "brp_op": "Ingeschreven in de BRP op",
            "tot": "Datum vertrek",
            "reden_vertrek": "Reden van het vertrek",
        }
        help_texts = {
            "tot": "De eerste dag dat deze persoon hier niet meer woont. Leeg: niet vertrokken",
        }

    helper = indeling(("brp_op", "wi-v2"), ("tot", "wi-v2"), ("reden_vertrek", "wi-v2"))

    def clean(self) -> dict[str, Any]:
        """A day of leaving and its reason come together."""
        gegevens: dict[str, Any] = super().clean() or {}
        tot, reden = gegevens.get("tot"), gegevens.get("reden_vertrek", "")
        if tot and not reden and "reden_vertrek" not in self.errors:
            self.add_error("reden_vertrek", "Vul in waarom deze persoon vertrok.")
        if reden and not tot and "tot" not in self.errors:
            self.add_error("tot", "Vul de dag van het vertrek in, of maak de reden leeg.")
        return gegevens
