"""Set-based reading of the case: what key figures count and pages list."""

from dossiers.figures.personen import (
    gezinnen,
    gezinsgroottes,
    gezinsleden,
    lijst,
    personen,
    telling,
)

__all__ = [
    "gezinnen",
    "gezinsgroottes",
    "gezinsleden",
    "lijst",
    "personen",
    "telling",
]
