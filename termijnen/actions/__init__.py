"""Keeping the terms, and deciding about one by hand."""

from termijnen.actions.besluiten import besluit, draai_terug
from termijnen.actions.bijwerken import herbereken, werk_bij, werk_onderwerpen_bij

__all__ = ["besluit", "draai_terug", "herbereken", "werk_bij", "werk_onderwerpen_bij"]
