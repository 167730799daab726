"""Counting the queries of a page, without what entering its role, the read log and the menu cost.

In a test that is five statements (the test is a transaction already, so the role is kept and given back by
hand, in a savepoint); outside it is one. tests/kern/test_namens.py counts those. The read log has a
connection of its own outside the tests; tests/toegang/leeslog counts its one statement. The number in the
menu is one statement on every page of who has work; tests/werkplek/test_mijn_werk.py counts that.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


@contextmanager
def gevraagd(aantal: int, *, hoogstens: bool = False) -> Iterator[CaptureQueriesContext]:
    """The test fails, with all statements, when the block asks another number than `aantal`.

    With `hoogstens` fewer is right too.
    """
    with CaptureQueriesContext(connection) as gevangen:
        yield gevangen
    vragen = zonder_rol([vraag["sql"] for vraag in gevangen.captured_queries])
    if len(vragen) > aantal or (len(vragen) < aantal and not hoogstens):
        pytest.fail("\n".join([f"{len(vragen)} vragen, verwacht {aantal}:", *vragen]))


# What is too late of a user's own work (`werkplek.figures.werk.te_laat`).
_IN_HET_MENU = 'SELECT COUNT(*) FROM ((SELECT "termijnen_termijn"."id"'


def zonder_rol(vragen: list[str]) -> list[str]:
    """The statements without those of `kern.namens`, the savepoint around them, the read log's and the menu's."""
    punten = {
        vorige.removeprefix("SAVEPOINT ")
        for vorige, vraag in pairwise(vragen)
        if vraag.startswith("SELECT current_setting('role'") and vorige.startswith("SAVEPOINT ")
    }
    return [
        vraag
        for vraag in vragen
        if not vraag.startswith(("SELECT current_setting('role'", "SELECT set_config('role'", _IN_HET_MENU))
        and not vraag.lstrip().startswith("INSERT INTO toegang_leesregel")
        and vraag.removeprefix("RELEASE ").removeprefix("SAVEPOINT ") not in punten
    ]
