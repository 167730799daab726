"""What huisvesting reads: its sections of the plan file."""

from huisvesting.imports.plan import SECTIES, laad_plan, lees_plan

__all__ = ["SECTIES", "laad_plan", "lees_plan"]
