"""What of people is kept in which table, as the models and the domains declare it (AVG, article 30).

Every column of every table is spoken of; what is forgotten is named here, for a test and for
`controleer`. A table of history follows the table that it is of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from kern.contract import Bevinding, Domein, Gegeven, Gevoeligheid, Persoonsgegevens, Verwerking
from kern.controles import MEESTE_VOORBEELDEN
from kern.register import Register, register
from kern.velden import VersleuteldVeld

# The number of a row and its version tell of nobody, in whatever table.
TECHNISCH = frozenset({"id", "versie"})
# What history adds to the columns of its table: when, of which row, and in which context (`pghistory.Context`).
VAN_DE_GESCHIEDENIS = frozenset({"pgh_id", "pgh_created_at", "pgh_label", "pgh_obj", "pgh_context"})
Model = type[models.Model]


@dataclass(frozen=True)
class Regel:
    """One processing with all that the tables keep for it."""

    domein: Domein
    verwerking: Verwerking
    tabellen: tuple[tuple[Model, Persoonsgegevens], ...]

    @property
    def gegevens(self) -> list[Gegeven]:
        """The data by their names, each once; the sensitive ones first, then in the order of the tables."""
        per_naam: dict[str, Gegeven] = {}
        for _model, aangifte in self.tabellen:
            for gegeven in aangifte.gegevens:
                per_naam.setdefault(gegeven.naam, gegeven)
        return sorted(per_naam.values(), key=lambda gegeven: gegeven.aard is Gevoeligheid.GEWOON)

    @property
    def betrokkenen(self) -> list[str]:
        """Of whom, each once."""
        van_wie = [
            gegeven.over or aangifte.over
            for _model, aangifte in self.tabellen
            for gegeven in aangifte.gegevens
        ]
        return list(dict.fromkeys(van_wie))

    @property
    def versleuteld(self) -> list[str]:
        """The data of which a column is kept encrypted."""
        return [
            gegeven.naam
            for model, aangifte in self.tabellen
            for gegeven in aangifte.gegevens
            if any(
                isinstance(model._meta.get_field(naam), VersleuteldVeld) for naam in gegeven.velden.split()
            )
        ]


def tabellen() -> Iterator[Model]:
    """Every model with a table of its own."""
    return (
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    )


def aangifte_van(model: Model, bij: Register = register) -> Persoonsgegevens | None:
    """What is declared of this table: on the model, or by a domain for a library's; None when nothing is."""
    gevolgd = getattr(model, "pgh_tracked_model", model)
    eigen: Persoonsgegevens | None = getattr(gevolgd, "persoonsgegevens", None)
    if eigen is not None:
        return eigen
    van_bibliotheken = (domein.persoonsgegevens.get(gevolgd._meta.label) for domein in bij)
    return next((aangifte for aangifte in van_bibliotheken if aangifte), None)


def onvolledig(modellen: Iterable[Model] | None = None, bij: Register = register) -> list[str]:
    """Columns that nobody speaks of, that are spoken of twice or do not exist, and processings nobody has.

    Empty is right. Each is named as `app.Model.column`.
    """
    codes = {verwerking.code for _domein, verwerking in bij.verwerkingen()}
    gevonden: list[str] = []
    for model in tabellen() if modellen is None else modellen:
        aangifte = aangifte_van(model, bij)
        gevonden += _kolommen(model, aangifte)
        if aangifte and aangifte.verwerking and aangifte.verwerking not in codes:
            gevonden.append(f"{model._meta.label}: {aangifte.verwerking} bestaat niet")
    return gevonden


def _kolommen(model: Model, aangifte: Persoonsgegevens | None) -> Iterator[str]:
    label, geschiedenis = model._meta.label, hasattr(model, "pgh_tracked_model")
    vrij = TECHNISCH | (VAN_DE_GESCHIEDENIS if geschiedenis else frozenset())
    genoemd = Counter(aangifte.velden() if aangifte else ())
    kolommen = {veld.name for veld in model._meta.local_concrete_fields}
    yield from (f"{label}.{naam} is niet aangegeven" for naam in sorted(kolommen - set(genoemd) - vrij))
    yield from (f"{label}.{naam} is twee keer aangegeven" for naam, keer in genoemd.items() if keer > 1)
    if not geschiedenis:  # history leaves columns out
        yield from (f"{label}.{naam} bestaat niet" for naam in sorted(set(genoemd) - kolommen))


def regels(bij: Register = register) -> list[Regel]:
    """The register of processing, in the order of the domains."""
    per_code: dict[str, list[tuple[Model, Persoonsgegevens]]] = {}
    for model in tabellen():
        aangifte = aangifte_van(model, bij)
        if aangifte and aangifte.verwerking and not hasattr(model, "pgh_tracked_model"):
            per_code.setdefault(aangifte.verwerking, []).append((model, aangifte))
    return [
        Regel(domein, verwerking, tuple(per_code.get(verwerking.code, ())))
        for domein, verwerking in bij.verwerkingen()
    ]


def persoonsgegevens_volledig() -> Bevinding:
    """Invariant: of every column it is declared what it tells of people."""
    gevonden = onvolledig()
    return Bevinding(len(gevonden), gevonden[:MEESTE_VOORBEELDEN])
