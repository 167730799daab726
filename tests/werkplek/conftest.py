"""A signed-in caseworker, a person with a family, and a register with invented domains."""

from collections.abc import Callable
from typing import Any

import pytest

from kern.contract import Domein
from kern.register import register
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol
from toegang.rules import RECHTEN


@pytest.fixture
def ik(client):
    client.force_login(gebruiker := GebruikerFactory())
    return gebruiker


@pytest.fixture
def rima(db):
    persoon = StatushouderFactory(voornamen="Rima", achternaam="Haddad", geslacht="V")
    GezinslidFactory(statushouder=persoon, gezin=GezinFactory(naam="Haddad"))
    return persoon


@pytest.fixture
def domein(monkeypatch) -> Callable[..., Domein]:
    """`domein("zesde", …)` is registered besides the real ones; `rechten` are those of a caseworker in it."""

    def maak(code: str, rechten: frozenset[str] | set[str] = frozenset({"inzien"}), **delen: Any) -> Domein:
        nieuw = Domein(code=code, label=code.capitalize(), **delen)
        monkeypatch.setitem(register._domeinen, code, nieuw)
        monkeypatch.setitem(RECHTEN, (Rol.KLANTREGISSEUR, code), frozenset(rechten))
        return nieuw

    return maak
