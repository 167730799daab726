"""The report as people see it, made from the frozen document alone."""

from rapportage.weergave.bladzijden import grafieken, html
from rapportage.weergave.drukwerk import pdf

__all__ = ["grafieken", "html", "pdf"]
