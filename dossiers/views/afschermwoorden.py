"""How the pages of a shielded dossier say who may know of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dossiers import figures
from dossiers.models import Doorverwijzing, Inzagerecht, Statushouder
from dossiers.views import verwijswoorden
from kern.schrijfwijze import opsomming

ZIET_NIET = "Afgeschermd: deze partner ziet het dossier nu niet."


def laatste_dag(recht: Inzagerecht) -> date | None:
    """The last day on which it holds; None where it has no end."""
    return recht.tot - timedelta(days=1) if recht.tot else None


def genoemden(
    rechten: Iterable[Inzagerecht], persoon: Statushouder, gezin: Sequence[Statushouder]
) -> list[dict[str, Any]]:
    """Who may know of the dossier of `persoon`, each with for whom of the family they are named too."""
    rechten = list(rechten)
    namen = {lid.pk: lid.naam for lid in gezin}
    ook: dict[int, list[str]] = defaultdict(list)
    for recht in rechten:
        if recht.statushouder_id in namen:
            ook[recht.gebruiker_id].append(namen[recht.statushouder_id])
    return [
        {
            "recht": recht,
            "laatste": laatste_dag(recht),
            "ook": f"Ook voor {opsomming(ook[recht.gebruiker_id])}" if recht.gebruiker_id in ook else "",
        }
        for recht in rechten
        if recht.statushouder_id == persoon.pk
    ]


def regels(verwijzingen: Iterable[Doorverwijzing], persoon: Statushouder, dag: date) -> list[dict[str, Any]]:
    """Referrals as the municipality reads them; of a shielded dossier with what its partners see of it.

    One query, for a shielded dossier only.
    """
    namen = _partners(figures.inzagerechten([persoon], dag)) if persoon.afgeschermd else None
    return [
        verwijswoorden.regel(rij, dag, zicht="" if namen is None else _zicht(rij, namen))
        for rij in verwijzingen
    ]


def _partners(rechten: Iterable[Inzagerecht]) -> Mapping[int, list[str]]:
    """Who of which organisation may know of a shielded dossier, by the key of the organisation."""
    per_organisatie: dict[int, list[str]] = defaultdict(list)
    for recht in rechten:
        if recht.gebruiker.organisatie_id:
            per_organisatie[recht.gebruiker.organisatie_id].append(str(recht.gebruiker))
    return per_organisatie


def _zicht(verwijzing: Doorverwijzing, partners: Mapping[int, list[str]]) -> str:
    """What a referral of a shielded dossier gives its partner to see of it."""
    namen = partners.get(verwijzing.organisatie_id)
    if not namen:
        return ZIET_NIET
    ziet = "ziet" if len(namen) == 1 else "zien"
    return f"Afgeschermd: van deze partner {ziet} alleen {opsomming(namen)} het dossier."
