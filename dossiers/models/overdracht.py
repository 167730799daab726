"""That somebody's whole work went to a colleague in one act, and what went: so that it can be taken back."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.geschiedenis import met_geschiedenis


def _sleutels() -> ArrayField:  # type: ignore[type-arg]
    return ArrayField(models.BigIntegerField(), default=list)


@met_geschiedenis()
class Werkoverdracht(models.Model):
    """On `op` the work of `van` went to `aan`, by `door`: the keys of the new assignments and absences, and of
    the tasks and signals that changed hands. What somebody else got since stays there when it is taken back.
    """

    van = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    aan = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    op = models.DateField()
    regie = _sleutels()
    taken = _sleutels()
    signalen = _sleutels()
    waarnemingen = _sleutels()
    teruggedraaid_op = models.DateField(null=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier",
        over=GEBRUIKERS,
        gegevens=[
            Gegeven(
                "wie al het werk van wie overnam",
                "van aan door op regie taken signalen waarnemingen teruggedraaid_op",
            )
        ],
    )

    class Meta:
        verbose_name, verbose_name_plural = "overdracht van al het werk", "overdrachten van al het werk"
        ordering = ["-op", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="werkoverdracht_aan_een_ander",
                condition=~Q(van=F("aan")),
                violation_error_message="Kies een andere collega dan wie het werk nu heeft.",
            ),
        ]

    def __str__(self) -> str:
        return f"Werk van {self.van} naar {self.aan}"
