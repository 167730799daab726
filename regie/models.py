"""The plan's action points. Who does them, and by when, comes with the coordinator's own pages."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kern.contract import Persoonsgegevens


class Actiepunt(models.Model):
    """Something that the plan says will be done, in the chapter that says it."""

    hoofdstuk = models.SlugField(help_text="Code of the domain that the chapter is about.")
    titel = models.CharField(max_length=200)
    afgeleid = models.BooleanField(
        default=False, help_text="From the text of the chapter, not one of the plan's own bullets."
    )

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="hoofdstuk titel afgeleid")

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "actiepunten"
        constraints = [
            models.UniqueConstraint(
                name="actiepunt_een_keer",
                fields=["hoofdstuk", "titel"],
                violation_error_message="Dit actiepunt staat al in dit hoofdstuk.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel
