"""The quota: the position that a period began with, and the persons who count."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import DateField, Exists, Func, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from dossiers.models import Statushouder, Vergunning
from huisvesting.models.periode import HALFJAAREIND, Periode
from huisvesting.models.woning import Plaatsing
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel


class Beginstand(models.Model):
    """A total of persons housed without their names, known at the end of `stand_op`."""

    periode = models.OneToOneField(Periode, models.CASCADE, related_name="beginstand")
    gerealiseerd = models.PositiveIntegerField("gehuisvest in personen")
    stand_op = models.DateField("stand op")
    bron = models.CharField(max_length=200)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="periode gerealiseerd stand_op bron")

    def __str__(self) -> str:
        return f"{self.periode}: {self.gerealiseerd} op {self.stand_op}"


class _Halfjaareind(Func):
    """The last day of the half-year of a day (H3)."""

    template = HALFJAAREIND.format(dag="%(expressions)s")
    output_field = DateField()


class TellingQuerySet(models.QuerySet["Telling"]):
    """Rows that count."""

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Counts of persons whom this user may see."""
        return self.filter(statushouder__in=Statushouder.objects.met_inzage(gebruiker, "huisvesting"))

    def actueel(self) -> Self:
        """Of persons, not of a dossier that went up in another: who was registered twice counts once."""
        return self.filter(statushouder__samengevoegd_met=None)

    def vooruit(self, peildatum: date) -> Self:
        """Of `actueel`, the persons who are certain to count after the peildatum: by contract, or at 15 or 18."""
        return self.actueel().filter(waarde=1, telt_op__gt=peildatum)

    def blijvend(self, peildatum: date) -> Self:
        """The plus rows that still count, at the end of the peildatum, in the period in which they counted first.

        Not who was taken over by another municipality in that very period (H8): they never counted in its outcome.
        That of a later period leaves this one as it was. Where the ledger has no period it is the half-year.
        """
        periode = Periode.objects.filter(van__lte=OuterRef("telt_op"), tot_en_met__gte=OuterRef("telt_op"))
        eraf = Telling.objects.filter(
            statushouder=OuterRef("statushouder"),
            waarde=-1,
            telt_op__lte=OuterRef("einde"),
        ).filter(telt_op__lte=peildatum)
        eind = Coalesce(Subquery(periode.values("tot_en_met")[:1]), _Halfjaareind("telt_op"))
        return self.filter(waarde=1, telt_op__lte=peildatum).alias(einde=eind).exclude(Exists(eraf))

    def tussen(self, van: date, tot_en_met: date) -> Self:
        """Of `actueel`, dated in the period, both ends inclusive."""
        return self.actueel().filter(telt_op__range=(van, tot_en_met))


@met_geschiedenis()
class Telling(models.Model):
    """A signed, dated row of a person for the quota; only `huisvesting.actions.hertel` writes it.

    +1 once for each person; −1 when another municipality takes the count over (H8). It follows from the facts
    of the person and the home, so it goes with them.
    """

    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="tellingen")
    plaatsing = models.ForeignKey(Plaatsing, models.CASCADE, null=True, blank=True, related_name="tellingen")
    waarde = models.SmallIntegerField()
    telt_op = models.DateField("telt op")
    reden = models.CharField(max_length=200)
    regel = models.CharField(max_length=10)
    bron = models.CharField(max_length=200)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "huisvesting.huisvesten",
        gegevens=[Gegeven("telling voor de taakstelling", "statushouder plaatsing waarde telt_op reden")],
        geen="regel bron",
    )

    # Who was registered twice counts once: counted anew when dossiers become one, and when that is undone.
    afgeleid: ClassVar = True
    objects = TellingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "telling", "tellingen"
        ordering = ["telt_op", "pk"]
        indexes = [models.Index(fields=["telt_op"], name="telling_op_datum")]
        constraints = [
            models.CheckConstraint(
                name="telling_waarde_plus_of_min_een",
                condition=Q(waarde__in=[1, -1]),
                violation_error_message="Een telling is plus een of min een.",
            ),
            models.UniqueConstraint(
                fields=["statushouder", "waarde"],
                name="telling_een_keer_per_persoon",
                # looked at when the statement ends, so that two rows can change places
                deferrable=models.Deferrable.IMMEDIATE,
                violation_error_message=(
                    "Deze persoon telt al mee voor de taakstelling. Iedereen telt één keer. "
                    "Bron: Huisvestingswet 2014, art. 28."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statushouder} {self.waarde:+d} op {self.telt_op}"


class VerwachtingQuerySet(models.QuerySet["Verwachting"]):
    """Rows of persons who are expected."""

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Expectations of persons whom this user may see."""
        return self.filter(statushouder__in=Statushouder.objects.met_inzage(gebruiker, "huisvesting"))

    def nog_niet_geteld(self, peildatum: date) -> Self:
        """Persons who do not count yet at the end of the peildatum; once for who was registered twice."""
        geteld = Telling.objects.filter(telt_op__lte=peildatum, waarde=1)
        actueel = self.filter(statushouder__samengevoegd_met=None)
        return actueel.exclude(statushouder__in=geteld.values("statushouder"))

    def komt_nog(self, peildatum: date) -> Self:
        """Persons who may count and of whom no day is certain: no count ever, and no home they were expected in.

        Only with a permit that counts (H6). Who lives here already does not count anew, but for an AMV in an AMV
        home who waits for a home of his own (H7). A day before the peildatum went by.
        """
        eigen = {"statushouder": OuterRef("statushouder")}
        geplaatst = Plaatsing.objects.filter(Q(tot=None) | Q(tot__gt=peildatum), **eigen)
        woont = Exists(geplaatst.filter(woning__amv_woning=False)) | (
            Q(woonvraag=Woonvraag.AMV) & Exists(geplaatst)
        )
        return self.filter(
            statushouder__samengevoegd_met=None,
            statushouder__vergunning__in=[Vergunning.ASIEL, Vergunning.NAREIS],
        ).exclude(Exists(Telling.objects.filter(waarde=1, **eigen)) | woont)

    def verwacht(self, peildatum: date) -> Self:
        """Of `komt_nog` those whose day has not gone by at the peildatum."""
        return self.komt_nog(peildatum).filter(verwacht_op__gte=peildatum)


class Woonvraag(models.TextChoices):
    """What somebody who is expected needs: a nareiziger who joins a family needs no home."""

    EIGEN = "eigen", "Een eigen woning"
    GROTER = "groter", "Een grotere woning voor het hele gezin"
    FAMILIE = "familie", "Gaat bij familie wonen"
    AMV = "amv", "Een plek in een AMV-woning"


@met_geschiedenis()
class Verwachting(VersieModel):
    """The day on which a linked person or nareiziger is expected to get a home; never a placement."""

    statushouder = models.ForeignKey(Statushouder, models.PROTECT, related_name="verwachtingen")
    verwacht_op = models.DateField("verwacht op")
    woonvraag = models.CharField(
        "wat is er nodig?", max_length=10, choices=Woonvraag.choices, default=Woonvraag.EIGEN
    )
    bron = models.CharField(max_length=200)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "huisvesting.huisvesten",
        gegevens=[Gegeven("wanneer iemand wordt verwacht", "statushouder verwacht_op woonvraag bron")],
    )

    objects = VerwachtingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "verwachting", "verwachtingen"
        ordering = ["verwacht_op", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["statushouder"],
                name="verwachting_een_per_persoon",
                violation_error_message="Voor deze persoon staat al een verwachte datum vast.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statushouder} op {self.verwacht_op}"
