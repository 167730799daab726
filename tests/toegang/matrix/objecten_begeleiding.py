"""The objects in addresses of guidance: lists of families and their steps, trajectories, versions of the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from begeleiding.models import EersteMaandStap, Stappenlijst
from tests.toegang.matrix.geval import GEEN_PK, NIET, WEL, Geval, Soort, ziet
from tests.toegang.matrix.wereld import EIGEN, ONTBREEKT, TOESTANDEN, Gezin, Wereld

JUNI = date(2017, 6, 1)


def _van_gezin(rij: Any) -> Soort:
    """A row of the family; a partner sees those of families that were referred for guidance."""

    def gevallen(wereld: Wereld, wie: str) -> Iterator[Geval]:
        for toestand in TOESTANDEN:
            gezin = wereld.gezinnen.get(toestand)
            yield Geval(toestand, {"pk": rij(gezin).pk if gezin else GEEN_PK}, ziet(wie, toestand))

    return gevallen


def _stap(gezin: Gezin) -> Any:
    return gezin.persoon.eerste_maand_stappen.get(stap__code="telefoon")


def _versie() -> Stappenlijst:
    """One that does not hold yet, with a step."""
    lijst, nieuw = Stappenlijst.objects.get_or_create(geldig_vanaf=JUNI)
    if nieuw:
        EersteMaandStap.objects.create(lijst=lijst, code="bank", stap="Bank geregeld", volgorde=1)
    return lijst


def versie(_wereld: Wereld, _wie: str) -> Iterator[Geval]:
    """A version of the list of steps, of no person."""
    yield Geval(EIGEN, {"pk": _versie().pk}, WEL)
    yield Geval(ONTBREEKT, {"pk": GEEN_PK}, NIET)


def lijststap(_wereld: Wereld, _wie: str) -> Iterator[Geval]:
    """A step of it."""
    yield Geval(EIGEN, {"pk": _versie().stappen.get().pk}, WEL)
    yield Geval(ONTBREEKT, {"pk": GEEN_PK}, NIET)


BEGELEIDING: dict[str, Soort] = {
    "eerste_maand": _van_gezin(lambda gezin: gezin.persoon.eerste_maanden.get()),
    "stapstand": _van_gezin(_stap),
    "traject": _van_gezin(lambda gezin: gezin.ander.begeleidingstrajecten.get()),
    "stappenlijst": versie,
    "lijststap": lijststap,
}
