"""What is due stays as its rules say, whatever a page does.

A page that changes something which a rule reads, and forgets to say so (`register.werk_bij`), leaves terms that are
stale: this counts them before and after each POST of the tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.db import connection

from termijnen import motor


class Onvers(AssertionError):
    """After this page more terms stand there otherwise than their rules say."""


@contextmanager
def blijft_vers(adres: str) -> Iterator[None]:
    """Onvers when more terms are stale after it than before. Nothing is asked where the test has no database."""
    voor = _aantal()
    yield
    if (na := _aantal()) > voor:
        raise Onvers(f"{adres}: {na - voor} termijnen staan er niet zoals hun regel zegt.")


def _aantal() -> int:
    """Over the bare connection, so that no test counts this question."""
    lijn = connection.connection
    if lijn is None or connection.needs_rollback:
        return 0
    with lijn.cursor() as cursor:
        cursor.execute(_vraag())
        return sum(aantal for _code, aantal in cursor.fetchall())


@cache
def _vraag() -> str:
    return motor.vraag_onvers()
