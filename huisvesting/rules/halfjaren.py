"""Half-years as whole numbers that follow each other, to count with; the code is that of the quota."""

from __future__ import annotations

from datetime import date


def nummer(dag: date) -> int:
    """The number of the half-year of `dag`."""
    return 2 * dag.year + (dag.month > 6)


def code_van(nummer_: int) -> str:
    """ "2017-H2" for the number of that half-year."""
    return f"{nummer_ // 2}-H{nummer_ % 2 + 1}"
