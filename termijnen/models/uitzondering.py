"""What was decided by hand about a term: a row of its own, never a changed date."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import OuterRef, Q

from dossiers.models import Gezin, Statushouder
from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.geschiedenis import met_geschiedenis
from toegang.models import Gebruiker


class Uitzonderingsoort(models.TextChoices):
    """What somebody can decide."""

    UITSTEL = "uitstel", "Uitstel"
    VRIJSTELLING = "vrijstelling", "Vrijstelling"
    VOLDAAN = "voldaan", "Gedaan, buiten het systeem om"


def dossier_of_onderwerp(naam: str, zin: str) -> models.CheckConstraint:
    """Of a dossier, perhaps with its family, or of another subject: one of the two."""
    return models.CheckConstraint(
        name=f"{naam}_dossier_of_onderwerp",
        condition=Q(statushouder__isnull=False, onderwerp="")
        | (Q(statushouder=None, gezin=None) & ~Q(onderwerp="")),
        violation_error_message=zin,
    )


class UitzonderingQuerySet(models.QuerySet["Uitzondering"]):
    """Rows of decisions."""

    def van_termijn(self) -> Self:
        """Those about the term of the outer query, by its key, the last one first.

        A term that is computed anew has no other key than its rule, dossier or subject, and occasion. What was
        decided for a family goes with the family, also where another becomes its head, and not with the head to
        another one.
        """
        return self.filter(
            Q(gezin=None, statushouder=OuterRef("statushouder"))
            | Q(gezin=OuterRef("gezin"))
            | Q(statushouder=None, onderwerp=OuterRef("onderwerp")),
            code=OuterRef("code"),
            gelegenheid=OuterRef("gelegenheid"),
            ingetrokken_op=None,
        ).order_by("-besloten_op", "-pk")

    def besloten_tot(self, dag: date) -> Self:
        """Decided on or before `dag`."""
        return self.filter(besloten_op__lte=dag)


@met_geschiedenis()
class Uitzondering(models.Model):
    """Postponed, exempted or settled by hand: by whom, when and why.

    `nieuwe_datum` is the last day of a postponement, or the day on which it was done; an exemption has none.
    """

    code = models.CharField(max_length=60)
    statushouder = models.ForeignKey(
        Statushouder, models.PROTECT, null=True, blank=True, related_name="uitzonderingen"
    )
    onderwerp = models.CharField(max_length=60, blank=True)
    gezin = models.ForeignKey(Gezin, models.PROTECT, null=True, blank=True, related_name="uitzonderingen")
    gelegenheid = models.CharField(max_length=60, blank=True)
    soort = models.CharField(max_length=12, choices=Uitzonderingsoort.choices)
    nieuwe_datum = models.DateField("nieuwe datum", null=True, blank=True)
    reden = models.CharField(max_length=300)
    besloten_op = models.DateField("besloten op")
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="uitzonderingen")
    ingetrokken_op = models.DateField("teruggedraaid op", null=True, blank=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "termijnen.bewaken",
        gegevens=[
            Gegeven(
                "uitstel en vrijstelling",
                "statushouder gezin code gelegenheid soort nieuwe_datum reden besloten_op ingetrokken_op",
            ),
            Gegeven("wie uitstel gaf", "door", over=GEBRUIKERS),
        ],
        geen="onderwerp",
    )
    zonder_dossier_voor: ClassVar = "werkplek"
    objects = UitzonderingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "uitzondering", "uitzonderingen"
        ordering = ["besloten_op", "pk"]
        indexes = [
            models.Index(fields=["statushouder", "code", "gelegenheid"], name="uitzondering_van_termijn"),
            models.Index(
                fields=["code", "onderwerp", "gelegenheid"],
                condition=Q(statushouder=None),
                name="uitzondering_van_onderwerp",
            ),
        ]
        constraints = [
            dossier_of_onderwerp(
                "uitzondering",
                "Een besluit gaat over een dossier of over een ander onderwerp: één van de twee.",
            ),
            models.CheckConstraint(
                name="uitzondering_datum_waar_het_hoort",
                condition=Q(soort=Uitzonderingsoort.VRIJSTELLING, nieuwe_datum=None)
                | (~Q(soort=Uitzonderingsoort.VRIJSTELLING) & Q(nieuwe_datum__isnull=False)),
                violation_error_message="Vul bij uitstel en bij gedaan een datum in, en bij vrijstelling geen.",
            ),
            models.CheckConstraint(
                name="uitzondering_met_reden",
                condition=~Q(reden=""),
                violation_error_message="Schrijf op waarom.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} van {self.code}"
