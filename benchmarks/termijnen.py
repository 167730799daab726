"""The terms: Mijn werk, which shows them, and computing those of everybody, as the night does.

That is done the first time, with nothing changed and with one in a hundred.

In a copy of the database, and in one with ten times as many dossiers: time must go as the number does. At the full
size that is a million. Nothing changed, the night only reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection, transaction

from benchmarks.doelen import doel
from benchmarks.harnas import Uitslag
from benchmarks.kopie import kopie, vermenigvuldig
from benchmarks.werk import proeven
from dossiers.models import Statushouder
from termijnen import motor
from termijnen.actions import herbereken
from termijnen.models import Termijn

__all__ = ["proeven", "uitslagen"]

KEER = 10
# Of ten times as many dossiers the time may be so many times as long.
EVENREDIG = 12.5
# "In seconds": what a night over a million in which little changed may take.
TOEGESTAAN = 10.0
RONDES = 3
LOS = 500
_VERANDER = """
UPDATE dossiers_statushouder SET coa_koppeldatum = coa_koppeldatum + 1
WHERE coa_koppeldatum IS NOT NULL AND id %% 100 = %s
"""


@dataclass(frozen=True)
class _Nacht:
    """Seconds of each of the nights."""

    dossiers: int
    eerste: list[float]
    stil: list[float]
    veranderd: list[float]


def uitslagen() -> list[Uitslag]:
    """The nights of as many dossiers as there are and of ten times as many, and the control."""
    with kopie():
        klein = _nachten()
        los = _een_voor_een()
    with kopie():
        vermenigvuldig(KEER)
        groot = _nachten()
    aantal = klein.dossiers
    uit: list[Uitslag] = []
    for naam, veld in (
        ("Alle termijnen, voor het eerst", "eerste"),
        ("De nacht, niets veranderd", "stil"),
        ("De nacht, een op de honderd veranderd", "veranderd"),
    ):
        ons, ander = getattr(groot, veld), getattr(klein, veld)
        uit += [
            _uitslag(naam, f"{groot.dossiers} dossiers", ons, ons),
            _uitslag(naam, f"{aantal} dossiers", ander, ons, doel(aantal, 1 / EVENREDIG)),
        ]
        if veld != "eerste":
            uit.append(
                _uitslag(naam, f"toegestaan: {TOEGESTAAN:.0f} seconden", [TOEGESTAAN], ons, doel(aantal, 1))
            )
    naam = "Controle: een voor een gerekend, moet het doel missen"
    return [
        *uit,
        _uitslag(naam, f"{LOS} dossiers, een voor een", los, los),
        _uitslag(naam, f"{aantal} dossiers in een nacht", klein.stil, los, doel(aantal, 1), controle=True),
    ]


def _nachten() -> _Nacht:
    """Each kind of night in this database; that it did what it must is looked at each time."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE termijnen_termijn")
    eerste, gemaakt = _klok(herbereken)
    if gemaakt.toegevoegd == 0 or gemaakt.toegevoegd != Termijn.objects.count() or motor.onvers():
        raise RuntimeError(f"De eerste berekening klopt niet: {gemaakt}.")
    _opruimen()
    stil, veranderd = [], []
    for ronde in range(RONDES):
        seconden, niets = _klok(herbereken)
        stil.append(seconden)
        _verander(ronde)
        seconden, iets = _klok(herbereken)
        veranderd.append(seconden)
        if sum(niets) or not iets.gewijzigd or motor.onvers():
            raise RuntimeError(f"De nacht klopt niet: {niets}, {iets}.")
    return _Nacht(Statushouder.objects.count(), [eerste], stil, veranderd)


def _klok(doe: Callable[[], Any]) -> tuple[float, Any]:
    begin = perf_counter()
    uitkomst = doe()
    return perf_counter() - begin, uitkomst


def _opruimen() -> None:
    """As the database does by itself before the next night."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE termijnen_termijn")


def _verander(ronde: int) -> None:
    """Facts of one in a hundred move a day past the actions, and their terms stay behind."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(_VERANDER, [ronde])


def _een_voor_een() -> list[float]:
    """A call for each dossier, as an action makes for the one that it touched."""
    sleutels = list(Statushouder.objects.order_by("sleutel").values_list("pk", flat=True)[:LOS])

    def doe() -> None:
        for sleutel in sleutels:
            with transaction.atomic():
                motor.werk_bij([sleutel])

    return [_klok(doe)[0]]


def _uitslag(
    proef: str,
    weg: str,
    seconden: list[float],
    ons: list[float],
    doel_: float | None = None,
    *,
    controle: bool = False,
) -> Uitslag:
    midden = median(seconden)
    return Uitslag(proef, weg, min(seconden), midden, midden / median(ons), doel_, controle=controle)
