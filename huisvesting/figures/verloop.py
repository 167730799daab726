"""The course of a year: counted, expected and the even pace, added up day by day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.db.models import Sum

from huisvesting.figures.grootboek import Stand, verwacht_per_dag
from huisvesting.models import Telling

Punt = dict[str, Any]


def verloop(standen: list[Stand], peildatum: date) -> dict[str, list[Punt]]:
    """Three series of {dag, personen} over the peildatum's year; days are ISO dates.

    `gehuisvest` up to the peildatum by the named persons, ending at the ledger's total;
    `verwacht` from there by the expected dates; `tempo` the even pace of each period, with what is
    carried into it.
    """
    jaar = [stand for stand in standen if stand.periode.van.year == peildatum.year]
    if not jaar:
        return {"gehuisvest": [], "verwacht": [], "tempo": []}
    begin = date(peildatum.year, 1, 1)
    totaal = sum(stand.gerealiseerd for stand in jaar if stand.begonnen)
    return {
        "gehuisvest": _gehuisvest(begin, peildatum, totaal),
        "verwacht": _verwacht(peildatum, totaal),
        "tempo": _tempo(jaar, begin),
    }


def _opgeteld(begin: Punt, per_dag: list[tuple[date, int]]) -> list[Punt]:
    punten = [begin]
    for dag, aantal in per_dag:
        punten.append({"dag": dag.isoformat(), "personen": punten[-1]["personen"] + aantal})
    return punten


def _gehuisvest(begin: date, peildatum: date, totaal: int) -> list[Punt]:
    per_dag = Telling.objects.tussen(begin, peildatum).order_by("telt_op").values_list("telt_op")
    punten = _opgeteld({"dag": begin.isoformat(), "personen": 0}, list(per_dag.annotate(n=Sum("waarde"))))
    return [*punten, {"dag": peildatum.isoformat(), "personen": totaal}]


def _verwacht(peildatum: date, totaal: int) -> list[Punt]:
    eind = date(peildatum.year, 12, 31)
    per_dag: Counter[date] = Counter()
    for rij in verwacht_per_dag(peildatum, eind):
        per_dag[rij.dag] += rij.personen
    punten = _opgeteld({"dag": peildatum.isoformat(), "personen": totaal}, list(per_dag.items()))
    return [*punten, {"dag": eind.isoformat(), "personen": punten[-1]["personen"]}]


def _tempo(jaar: list[Stand], begin: date) -> list[Punt]:
    punten, opgeteld = [{"dag": begin.isoformat(), "personen": 0}], 0
    for stand in jaar:
        opgeteld += stand.te_realiseren
        dag = min(stand.periode.tot_en_met + timedelta(days=1), date(begin.year, 12, 31))
        punten.append({"dag": dag.isoformat(), "personen": opgeteld})
    return punten
