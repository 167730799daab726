"""A row of the list of persons, of the same components as a template's: as tags fifty rows take twice the time."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from kern.cellen import cel, rij, rijkop
from kern.templatetags.onderdelen import badge, dag


def tabelrij(persoon: Any) -> SafeString:
    """The row of a person with what `figures.lijst` annotates and the words of the list; columns as in the template."""
    return rij(
        rijkop(persoon.lijstnaam, persoon.get_absolute_url(), onder=persoon.onderregel),
        cel(persoon.gezin_tekst, kop="Gezin"),
        cel(persoon.leeftijd_tekst, getal=True, kop="Leeftijd", klasse="wi-kaarthalf"),
        cel(_badges(persoon), klasse="wi-kaartrechts"),
        cel(dag(persoon.sinds), getal=True, kop="Sinds", klasse="wi-kaarthalf"),
        cel(persoon.regisseur_tekst, kop="Regisseur", klasse="" if persoon.regisseur else "wi-stil"),
    )


def _badges(persoon: Any) -> SafeString:
    """Where somebody stands, and that who reads this is one of few who know of the dossier."""
    stand = badge(persoon.stand_soort, persoon.stand_label)
    return format_html("{} {}", stand, badge("let", "Afgeschermd")) if persoon.afgeschermd else stand
