"""Can a merge be undone? What was built on it since, and what was only written down."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import Q

from dossiers.models import Samenvoeging, Samenvoegregel, Statushouder
from dossiers.rules.samenvoegen import Verbinding, verbindingen
from kern.schrijfwijze import dag

Soort = Samenvoegregel.Soort
PERSOON = Statushouder._meta.label_lower


@dataclass(frozen=True)
class Terugweg:
    """What an undoing meets. `beletsels` forbid it; `blijft_staan` was written since and stays where it is.

    Both are words: "nieuw: plaatsing van 2 mei 2017".
    """

    beletsels: list[str] = field(default_factory=list)
    blijft_staan: list[str] = field(default_factory=list)


def terugweg(samenvoeging: Samenvoeging) -> Terugweg:
    """What stands in the way of undoing this merge, and what would stay at the dossier that stays."""
    later = _latere(samenvoeging)
    if later:
        return Terugweg([f"maak eerst ongedaan dat {later.vervalt.nummer} bij {later.blijft.nummer} kwam"])
    log: dict[tuple[str, str], dict[int, Samenvoegregel]] = defaultdict(dict)
    for regel in samenvoeging.regels.all():
        log[(regel.model, regel.veld)][regel.object_id] = regel
    terug = Terugweg()
    _bekijk_personen(samenvoeging, log.pop((PERSOON, ""), {}), terug)
    for deel in verbindingen():
        _bekijk(deel, samenvoeging, log[(deel.label, deel.veld)], terug)
    return terug


def _latere(samenvoeging: Samenvoeging) -> Samenvoeging | None:
    """The newest merge after this one in which one of its dossiers takes part: it goes first."""
    beide = [samenvoeging.blijft_id, samenvoeging.vervalt_id]
    later = Samenvoeging.objects.geldig().filter(pk__gt=samenvoeging.pk)
    return (
        later.filter(Q(blijft__in=beide) | Q(vervalt__in=beide)).select_related("blijft", "vervalt").first()
    )


def _bekijk_personen(samenvoeging: Samenvoeging, log: dict[int, Samenvoegregel], terug: Terugweg) -> None:
    for persoon in (samenvoeging.blijft, samenvoeging.vervalt):
        if persoon.pk in log and log[persoon.pk].versie != persoon.versie:
            terug.beletsels.append(f"gewijzigd: de gegevens van {persoon.nummer}")


def _bekijk(
    deel: Verbinding, samenvoeging: Samenvoeging, log: dict[int, Samenvoegregel], terug: Terugweg
) -> None:
    """Compare the rows of one table with the log: new at the dossier that stays, changed, or gone."""
    blijft, vervalt = samenvoeging.blijft, samenvoeging.vervalt
    velden = ["pk", f"{deel.veld}_id", *(["versie"] if deel.met_versie else [])]
    nu = {sleutel: rest for sleutel, *rest in deel.rijen(blijft, vervalt).values_list(*velden)}
    nieuw = [sleutel for sleutel, (houder, *_) in nu.items() if sleutel not in log and houder == blijft.pk]
    eigen_zaken = [] if deel.schriftelijk else [Soort.STOND_ER]
    let_op = {*Soort.values} - {Soort.STOND_ER} | {*eigen_zaken}
    anders = {
        sleutel: "gewijzigd" if sleutel in nu else "weg"
        for sleutel, regel in log.items()
        if regel.soort in let_op and nu.get(sleutel) != _verwacht(regel, samenvoeging, deel)
    }
    if not nieuw and not anders:
        return
    rijen = deel.model._base_manager.in_bulk([*nieuw, *anders])
    terug.beletsels.extend(
        f"{wat}: {_in_woorden(deel, rijen.get(sleutel))}" for sleutel, wat in anders.items()
    )
    doel = terug.blijft_staan if deel.schriftelijk else terug.beletsels
    doel.extend(f"nieuw: {_in_woorden(deel, rijen[sleutel])}" for sleutel in nieuw)


def _verwacht(regel: Samenvoegregel, samenvoeging: Samenvoeging, deel: Verbinding) -> list[Any]:
    """Where the row stood right after the merge, and in which version."""
    houder = regel.oud
    if regel.soort == Soort.VERPLAATST:
        van_vervalt = regel.oud == samenvoeging.vervalt_id
        houder = samenvoeging.blijft_id if van_vervalt else samenvoeging.vervalt_id
    return [houder, *([regel.versie] if deel.met_versie else [])]


def _in_woorden(deel: Verbinding, rij: models.Model | None) -> str:
    """ "plaatsing van 2 mei 2017": its name, and the first date that it has."""
    datums = (
        getattr(rij, veld.name)
        for veld in deel.model._meta.local_fields
        if veld.get_internal_type() == "DateField" and rij is not None
    )
    op = next((waarde for waarde in datums if waarde), None)
    return f"{deel.naam} van {dag(op)}" if op else deel.naam
