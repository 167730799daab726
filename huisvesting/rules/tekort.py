"""The shortage in homes, for households. Pure functions. Source: design section 5."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Woningtekort:
    """Homes needed against homes in sight, up to the end of the year.

    `eigen` and `groter` are households that look for a home; `aangeboden` those of them with an open
    offer. `komt_vrij` are homes that are left behind by a family with an open offer of a bigger one.
    Of AMVs the places count: their homes stand on both sides, and only what lacks is short.
    """

    eigen: int
    groter: int
    aangeboden: int
    vrij: int
    toegezegd: int
    komt_vrij: int
    amv: int = 0
    amv_woningen: int = 0
    amv_plekken: int = 0
    plekken_per_amv_woning: int = 4

    @property
    def amv_nodig(self) -> int:
        """AMV homes that these AMVs need: those that are there, no more than one each, and what lacks."""
        te_weinig = max(self.amv - self.amv_plekken, 0)
        return self.amv_in_beeld + -(-te_weinig // max(self.plekken_per_amv_woning, 1))

    @property
    def amv_in_beeld(self) -> int:
        return min(self.amv_woningen, self.amv)

    @property
    def nodig(self) -> int:
        return self.eigen + self.groter + self.amv_nodig

    @property
    def in_beeld(self) -> int:
        return self.aangeboden + self.vrij + self.toegezegd + self.komt_vrij + self.amv_in_beeld

    @property
    def tekort(self) -> int:
        """Homes short; negative when there are more than needed. Never clamped."""
        return self.nodig - self.in_beeld
