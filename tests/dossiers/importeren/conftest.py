"""Persons from a file, written as rows of a table."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files import File

from uitwisseling import actions
from uitwisseling.actions import Uitslag

OP = date(2017, 5, 1)
VNUMMER = "2741603318"


@pytest.fixture(autouse=True)
def _bestanden(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "bestanden")},
        },
    }


def csv(*rijen: dict[str, str]) -> File[Any]:
    """A file with all columns that one of the rows has; `rij 2` is the first."""
    koppen = list(dict.fromkeys(naam for rij in rijen for naam in rij))
    regels = [";".join(koppen), *(";".join(rij.get(kop, "") for kop in koppen) for rij in rijen)]
    return File(io.BytesIO("\n".join(regels).encode()), name="personen.csv")


@pytest.fixture
def importeer() -> Callable[..., Uitslag]:
    """Read rows of persons in; each is a person with a V-nummer unless it says otherwise."""

    def doe(*rijen: dict[str, str], op: date = OP, **opties: Any) -> Uitslag:
        return actions.importeer("personen", csv(*rijen), gebruiker=None, op=op, **opties)

    return doe


def persoon(nummer: int = 0, **cellen: str) -> dict[str, str]:
    """A row that is in order."""
    return {
        "vnummer": str(int(VNUMMER) + nummer),
        "achternaam": f"Haddad{nummer}",
        "voornamen": "Rima",
        **cellen,
    }


def tellingen(uitslag: Uitslag) -> tuple[int, int, int, int]:
    """Read, made, changed, unchanged."""
    inlezing = uitslag.inlezing
    return (inlezing.gelezen, inlezing.aangemaakt, inlezing.gewijzigd, inlezing.ongewijzigd)


def fouten(uitslag: Uitslag) -> list[tuple[int, str, str]]:
    """Row, column and code of each fault."""
    return [(fout.rij, fout.kolom, fout.code) for fout in uitslag.fouten]
