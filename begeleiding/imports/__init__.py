"""What guidance reads: the section of the plan, and spreadsheets."""

from begeleiding.imports.eerste_maand import EERSTE_MAAND
from begeleiding.imports.plan import SECTIES, laad_plan, lees_plan

__all__ = ["EERSTE_MAAND", "SECTIES", "laad_plan", "lees_plan"]
