"""The base model with its version, and the loaded plan with the contradictions of its source."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django.db import models

from kern.contract import Persoonsgegevens
from kern.weigering import Verouderd


class VersieModel(models.Model):
    """Base of every model that people edit: a counter that a stale form does not match."""

    versie = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def vergrendeld(cls, pk: Any, versie: int) -> Self:
        """The row, locked for this transaction, if it still has `versie`; else Verouderd.

        Other rows may refer to it meanwhile: what is derived of it is written by who works at a row beside it.
        """
        rij: Self = cls._default_manager.select_for_update(of=("self",), no_key=True).get(pk=pk)
        if rij.versie != versie:
            raise Verouderd(rij)
        return rij

    @classmethod
    def te_bewaren(cls, rij: Self, versie: int | None) -> Self:
        """The row that will be saved: without `versie` a new one itself, else the stored one (`vergrendeld`)."""
        return rij if versie is None else cls.vergrendeld(rij.pk, versie)

    def vul(self, gegevens: Mapping[str, Any]) -> None:
        """Set these fields to what was typed."""
        for naam, waarde in gegevens.items():
            setattr(self, naam, waarde)

    def bewaar_volgende(self) -> None:
        """Save as the next version, and a new row as its first; a stored one comes from `vergrendeld`."""
        if not self._state.adding:
            self.versie += 1
        self.save()


class Plan(models.Model):
    """The plan file that is loaded; its sections live in the domains."""

    kenmerk = models.CharField(max_length=60, unique=True)
    naam = models.CharField(max_length=200)
    gemeente = models.CharField(max_length=100)
    jaren = models.JSONField(help_text="Years of the plan, in order.")
    sha256 = models.CharField(max_length=64)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="kenmerk naam gemeente jaren sha256")

    def __str__(self) -> str:
        return self.naam


class Bronverschil(models.Model):
    """A point on which the plan contradicts itself; shown beside the figure that it is about."""

    code = models.SlugField(unique=True)
    onderwerp = models.CharField(max_length=200)
    waarden = models.JSONField(help_text="List of {bron, waarde}, as the plan has them.")
    verklaring = models.TextField()

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="code onderwerp waarden verklaring")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.onderwerp


class Demolading(models.Model):
    """That the invented people were made, and how; there is one at most.

    `aantal` is how many were asked for; None are the plan's own people.
    """

    enige = models.BooleanField(default=True, unique=True, editable=False)
    zaad = models.BigIntegerField()
    aantal = models.PositiveIntegerField(null=True)
    personen = models.PositiveIntegerField()
    gezinnen = models.PositiveIntegerField()
    vingerafdruk = models.CharField(max_length=64)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="enige zaad aantal personen gezinnen vingerafdruk")

    def __str__(self) -> str:
        return f"{self.personen} verzonnen personen, zaad {self.zaad}"
