"""What financien reads: its sections of the plan file, and the ledger."""

from financien.imports.grootboek import GROOTBOEK
from financien.imports.plan import SECTIES, laad_plan, lees_plan

__all__ = ["GROOTBOEK", "SECTIES", "laad_plan", "lees_plan"]
