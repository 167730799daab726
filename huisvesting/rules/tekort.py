"""The shortage in homes, for households. Pure functions. Source: design section 5."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Woningtekort:
    """Homes needed against homes in sight, up to the end of the year.

    `eigen` and `groter` are households that look for a first or a bigger home, `wordt_18` AMVs who leave an
    AMV home, `eindigt` those in a home that is let no longer; `aangeboden` are the ones among them with an open
    offer. `komt_vrij` are homes left behind by a family that is offered a bigger one. Who gets a place in an
    AMV home or joins a family needs none.
    """

    eigen: int
    groter: int
    wordt_18: int
    eindigt: int
    aangeboden: int
    vrij: int
    toegezegd: int
    komt_vrij: int

    @property
    def nodig(self) -> int:
        return self.eigen + self.groter + self.wordt_18 + self.eindigt

    @property
    def in_beeld(self) -> int:
        return self.aangeboden + self.vrij + self.toegezegd + self.komt_vrij

    @property
    def tekort(self) -> int:
        """Homes short; negative when there are more than needed. Never clamped."""
        return self.nodig - self.in_beeld
