"""The people of the family form as they are compared with who is known."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from django.core.exceptions import ValidationError

from dossiers.forms.gezin import PersoonForm
from dossiers.models import Geslacht, Nationaliteit
from dossiers.rules import nagekeken_bsn, nagekeken_vnummer
from dossiers.rules.gelijkenis import Kandidaat
from kern.leeftijd import Geboortedatum
from kern.velden import blinde_index


def kandidaat_van_form(form: PersoonForm, gezin: Hashable) -> Kandidaat | None:
    """Who was typed, as far as it can be read; None without a family name.

    A number that was refused because a dossier has it counts all the same. `form` is checked already.
    """
    waarden = form.cleaned_data
    if not waarden.get("achternaam"):
        return None
    bsn = _nummer(form, "bsn", nagekeken_bsn)
    return Kandidaat(
        achternaam=waarden["achternaam"],
        voorvoegsel=waarden.get("voorvoegsel", ""),
        voornamen=waarden.get("voornamen", ""),
        geboren=waarden.get("geboren") or Geboortedatum.onbekend(),
        geslacht=waarden.get("geslacht") or Geslacht.ONBEKEND,
        nationaliteit=waarden.get("nationaliteit") or Nationaliteit.ONBEKEND,
        vnummer=_nummer(form, "vnummer", nagekeken_vnummer),
        bsn_index=blinde_index(bsn) if bsn else None,
        gezin=gezin,
    )


def _nummer(form: PersoonForm, naam: str, kijk_na: Callable[[str], str | None]) -> str | None:
    try:
        return kijk_na(form[naam].value() or "") or None
    except ValidationError:
        return None
