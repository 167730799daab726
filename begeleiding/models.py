"""The steps of a family's first month. What a family did of them comes with the guidance itself."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kern.contract import Persoonsgegevens


class EersteMaandStap(models.Model):
    """A step that is due within 30 days of settling; the plan's own by default."""

    code = models.SlugField(unique=True, error_messages={"unique": "Er is al een stap met deze code."})
    stap = models.CharField(max_length=200)
    alleen_met_kinderen = models.BooleanField(
        "alleen met kinderen", default=False, help_text="A member is under 18 on the day of settling."
    )
    volgorde = models.PositiveSmallIntegerField()

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="code stap alleen_met_kinderen volgorde")

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "stap van de eerste maand"
        verbose_name_plural = "stappen van de eerste maand"

    def __str__(self) -> str:
        return self.stap
