"""A time in a home, or in Wassenaar. Days as in `kern.periode`: `van` inclusive, `tot` the first day after."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Verblijf(NamedTuple):
    """A time in a home, or in Wassenaar."""

    van: date
    tot: date | None = None

    def loopt_op(self, dag: date) -> bool:
        """Holds at the end of `dag`."""
        return self.van <= dag and (self.tot is None or dag < self.tot)

    def overlapt(self, ander: Verblijf) -> bool:
        """Share at least one day."""
        return (self.tot is None or ander.van < self.tot) and (ander.tot is None or self.van < ander.tot)
