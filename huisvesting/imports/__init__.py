"""What huisvesting reads: its sections of the plan file, and spreadsheets with placements and of COA."""

from huisvesting.imports.coa import COA
from huisvesting.imports.plaatsingen import PLAATSINGEN
from huisvesting.imports.plan import SECTIES, laad_plan, lees_plan

__all__ = ["COA", "PLAATSINGEN", "SECTIES", "laad_plan", "lees_plan"]
