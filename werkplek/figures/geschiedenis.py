"""What changed in a dossier: the rows that the database's triggers kept, of every model about a person.

No model has a name here but those of the case: whatever is tracked and refers to a person is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Q, QuerySet, Subquery, Value

from dossiers.figures.verwijzen import leesbaar as verwijzing_leesbaar
from dossiers.models import Doorverwijzing, Dossierdeel, Gezin, Gezinslid, Inzagerecht, Statushouder
from dossiers.models.inzage import deel_leesbaar
from kern.contract import Gebruiker
from toegang.models import Gebruiker as Gebruikersmodel
from toegang.rules import INZIEN, mag

PER_BLAD = 50


@dataclass(frozen=True)
class Moment:
    """Where a page begins: below the first `overslaan` changes of the moment `tot_en_met`."""

    tot_en_met: datetime | None = None
    overslaan: int = 0


@dataclass(frozen=True)
class Wijziging:
    """One row that was made, changed or taken away: as it became, and as it was (None when it was made)."""

    model: type[models.Model]
    soort: str
    op: datetime
    context: Any
    wordt: Any
    was: Any


@dataclass(frozen=True)
class Geschiedenisblad:
    """Changes, the newest first; `namen` are the rows that they refer to, by model and primary key."""

    wijzigingen: Sequence[Wijziging]
    gebruikers: dict[Any, Any]
    namen: dict[tuple[type[models.Model], Any], str]
    ouder: Moment | None


@cache
def gevolgd() -> dict[str, tuple[Any, Any]]:
    """The event model and the model of everything that is tracked, by a label."""
    return {
        gebeurtenis._meta.label: (gebeurtenis, gebeurtenis.pgh_tracked_model)
        for gebeurtenis in apps.get_models()
        if hasattr(gebeurtenis, "pgh_tracked_model")
    }


def _over(model: Any, personen: Sequence[int]) -> Q | None:
    """Which events of a model are about these persons; None when it has nothing to do with persons."""
    if model is Statushouder:
        return Q(pgh_obj__in=personen)
    if model is Gezin:
        return Q(pgh_obj__in=Gezinslid.objects.filter(statushouder__in=personen).values("gezin"))
    velden = [veld.name for veld in model._meta.concrete_fields if veld.related_model is Statushouder]
    return Q(*((f"{naam}__in", personen) for naam in velden), _connector=Q.OR) if velden else None


def _delen(
    persoon: Statushouder, gebruiker: Gebruiker, moment: Moment, aantal: int
) -> list[QuerySet[Any, Any]]:
    """For each tracked model the keys of its newest changes, and of what stood there before."""
    personen = [persoon.pk, *persoon.samengevoegd.values_list("pk", flat=True)]
    delen = []
    for label, (gebeurtenis, model) in gevolgd().items():
        over = _over(model, personen)
        if over is None or not mag(gebruiker, model._meta.app_label, INZIEN):
            continue
        vorige = gebeurtenis.objects.filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id"))
        rijen = gebeurtenis.objects.filter(over)
        if issubclass(model, Dossierdeel):  # what was recorded is about a domain of its own
            rijen = rijen.filter(deel_leesbaar(gebruiker))
        if model is Doorverwijzing:  # a purpose says what is the matter in a domain that is not read
            rijen = rijen.filter(verwijzing_leesbaar(gebruiker))
        if moment.tot_en_met:
            rijen = rijen.filter(pgh_created_at__lte=moment.tot_en_met)
        delen.append(
            rijen.annotate(
                label=Value(label, models.TextField()),
                vorige=Subquery(vorige.order_by("-pgh_id").values("pgh_id")[:1]),
            )
            .order_by("-pgh_created_at", "-pgh_id")
            .values_list("label", "pgh_id", "pgh_created_at", "vorige")[:aantal]
        )
    return delen


def geschiedenis(persoon: Statushouder, gebruiker: Gebruiker, moment: Moment) -> Geschiedenisblad:
    """A page of what changed, in the domains that this user may read; of dossiers that went up in it too.

    One query for those dossiers, one for the keys, one for each kind of row that is on the page and for each
    kind of row that those refer to, one for who did it, and one where a shield is on the page.
    """
    einde = moment.overslaan + PER_BLAD
    delen = _delen(persoon, gebruiker, moment, einde + 1)
    sleutels: list[Any] = (
        list(
            delen[0].union(*delen[1:], all=True).order_by("-pgh_created_at", "label", "-pgh_id")[: einde + 1]
        )
        if delen
        else []
    )
    bladzijde = sleutels[moment.overslaan : einde]
    rijen = _rijen(bladzijde)
    _zonder_redenen(rijen.values(), gebruiker)
    wijzigingen = [
        _wijziging(label, op, rijen[label, pgh_id], rijen.get((label, vorige)), gebruiker)
        for label, pgh_id, op, vorige in bladzijde
    ]
    ouder = None
    if len(sleutels) > einde:
        laatste = sleutels[einde - 1][2]
        ouder = Moment(laatste, sum(rij[2] == laatste for rij in sleutels[:einde]))
    return Geschiedenisblad(wijzigingen, _gebruikers(wijzigingen), _namen(rijen.values()), ouder)


def _wijziging(label: str, op: datetime, wordt: Any, was: Any, gebruiker: Gebruiker) -> Wijziging:
    """What came from a domain that this user may not read, is new to this user."""
    model, soort = gevolgd()[label][1], wordt.pgh_label
    anders = soort == "gewijzigd" and was is not None and issubclass(model, Dossierdeel)
    if anders and not mag(gebruiker, was.domein, INZIEN):
        was, soort = None, "nieuw"
    return Wijziging(model, soort, op, wordt.pgh_context, wordt, was)


def _rijen(bladzijde: Sequence[Any]) -> dict[tuple[str, int], Any]:
    """The events of a page and those before them, by label and key; one query for each kind."""
    per_soort: dict[str, set[int]] = defaultdict(set)
    for label, pgh_id, _op, vorige in bladzijde:
        per_soort[label] |= {pgh_id} | ({vorige} if vorige else set())
    return {
        (label, rij.pgh_id): rij
        for label, nummers in per_soort.items()
        for rij in gevolgd()[label][0].objects.filter(pgh_id__in=nummers).select_related("pgh_context")
    }


def _zonder_redenen(rijen: Iterable[Any], gebruiker: Gebruiker) -> None:
    """Why a dossier was shielded, and why no longer, stays with who was ever named on it, also once it is open.

    Asked of the history: the row of who was taken off on the same day is gone.
    """
    rechten = [rij for rij in rijen if rij.pgh_tracked_model is Inzagerecht]
    if not rechten:
        return
    dossiers = {rij.statushouder_id for rij in rechten}
    genoemd = type(rechten[0]).objects.filter(gebruiker=gebruiker.pk, statushouder__in=dossiers)
    bekend = set(genoemd.values_list("statushouder_id", flat=True))
    for rij in rechten:
        if rij.statushouder_id not in bekend:
            rij.reden = rij.reden_einde = ""


def _gebruikers(wijzigingen: Iterable[Wijziging]) -> dict[Any, Any]:
    """Who did it, by primary key; one query."""
    nummers = {rij.context.metadata.get("user") for rij in wijzigingen if rij.context} - {None}
    return dict(Gebruikersmodel.objects.in_bulk(nummers))


def _namen(rijen: Iterable[Any]) -> dict[tuple[type[models.Model], Any], str]:
    """What the rows are called that these events refer to; one query for each kind."""
    gezocht: dict[Any, set[Any]] = defaultdict(set)
    for rij in rijen:
        for veld in type(rij).pgh_tracked_model._meta.concrete_fields:
            if veld.is_relation and getattr(rij, veld.attname, None) is not None:
                gezocht[veld.related_model].add(getattr(rij, veld.attname))
    return {
        (model, sleutel): str(gevonden)
        for model, sleutels in gezocht.items()
        for sleutel, gevonden in model._base_manager.select_related().in_bulk(sleutels).items()
    }
