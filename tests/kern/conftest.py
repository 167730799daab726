"""The plan with a fault in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kern.management.commands.laad_plan import EIGEN_PLAN

ANDERS = Callable[..., Path]


@pytest.fixture
def anders(tmp_path) -> ANDERS:
    """The plan with texts replaced; a text that is not there once would make an empty test."""

    def maak(*paren: tuple[str, str]) -> Path:
        tekst = EIGEN_PLAN.read_text(encoding="utf-8")
        for oud, nieuw in paren:
            assert tekst.count(oud) == 1, f"{oud!r} staat er {tekst.count(oud)} keer"
            tekst = tekst.replace(oud, nieuw)
        pad = tmp_path / "plan.toml"
        pad.write_text(tekst, encoding="utf-8")
        return pad

    return maak
