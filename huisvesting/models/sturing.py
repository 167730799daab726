"""What the coordinator steers by: dated numbers, supervision, and outcomes that were kept."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from huisvesting.models.periode import Periode
from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from toegang.models import Gebruiker


class Stuurcode(models.TextChoices):
    """Each number by which is forecast or warned. The unit stands in the label."""

    DREMPEL_TEMPO = "drempel_tempo", "Personen achter op tempo: waarschuw vanaf"
    DREMPEL_PROGNOSE = "drempel_prognose", "Personen te weinig verwacht: waarschuw vanaf"
    DREMPEL_WONINGEN = "drempel_woningen", "Woningen tekort: waarschuw vanaf"
    INSTROOM_LAAG = "instroom_laag", "Personen die per half jaar erbij komen, laag"
    INSTROOM_VERWACHT = "instroom_verwacht", "Personen die per half jaar erbij komen, verwacht"
    INSTROOM_HOOG = "instroom_hoog", "Personen die per half jaar erbij komen, hoog"
    OPGAVE_LATER = "opgave_later", "Opgave per half jaar zolang er geen bekend is, in personen"
    AMV_INSTROOM = "amv_instroom", "AMV die per jaar komen, in jongeren"
    AMV_VERBLIJF = "amv_verblijf", "Verblijf in een AMV-woning, in maanden"
    AMV_PLEKKEN = "amv_plekken", "Plekken per AMV-woning"
    AMV_WONINGEN = "amv_woningen", "Woningen per jongere die 18 wordt"
    AMV_MAANDEN = "amv_maanden", "Maanden begeleiding na 18 jaar"
    AMV_TARIEF = "amv_tarief", "Euro per maand begeleiding"
    AMV_ZOEKEN = "amv_zoeken", "Maanden voor 18 jaar waarop het zoeken van een woning begint"
    WONINGEN_WIJK = "woningen_wijk", "Woningen in een wijk, voor het aandeel per 1.000"


class StuurgetalQuerySet(models.QuerySet["Stuurgetal"]):
    """Rows of numbers to steer by."""

    def geldig_op(self, dag: date) -> Self:
        """The newest of each code and neighbourhood that holds on `dag`; one row for each."""
        begonnen = self.filter(vanaf__lte=dag)
        return begonnen.order_by("code", "wijk", "-vanaf").distinct("code", "wijk")


@met_geschiedenis()
class Stuurgetal(VersieModel):
    """A number that the coordinator sets, from a day on (inclusive) until the next one of the same code.

    `vast` says whether it was agreed or established; what is not is shown as an estimate. `wijk` only
    where the number is of one neighbourhood.
    """

    code = models.CharField("wat", max_length=20, choices=Stuurcode.choices)
    wijk = models.CharField(max_length=80, blank=True)
    waarde = models.DecimalField(max_digits=10, decimal_places=2)
    vanaf = models.DateField("geldt vanaf")
    bron = models.CharField("hoe weten we dit?", max_length=200)
    vast = models.BooleanField("vastgesteld of afgesproken", default=False)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="versie code wijk waarde vanaf bron vast")
    objects = StuurgetalQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "stuurgetal", "stuurgetallen"
        ordering = ["code", "wijk", "vanaf"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "wijk", "vanaf"],
                name="stuurgetal_een_per_dag",
                violation_error_message="Vanaf deze dag geldt al een getal. Wijzig dat.",
            ),
            models.CheckConstraint(
                name="stuurgetal_niet_negatief",
                condition=Q(waarde__gte=0),
                violation_error_message="Vul 0 of meer in.",
            ),
            models.CheckConstraint(
                name="stuurgetal_wijk_waar_het_hoort",
                condition=(Q(code=Stuurcode.WONINGEN_WIJK) & ~Q(wijk=""))
                | (~Q(code=Stuurcode.WONINGEN_WIJK) & Q(wijk="")),
                violation_error_message="Vul een wijk in bij woningen in een wijk, en bij niets anders.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}: {self.waarde}"


class Trede(models.TextChoices):
    """The steps of the ladder of intervention; the text of the present framework was not read (H12)."""

    SIGNALEREN = "signaleren", "Signaleren"
    INFORMATIE = "informatie", "Informatie opvragen en valideren"
    ACTIEF = "actief", "Actief toezicht"
    VOORAANKONDIGING = "vooraankondiging", "Vooraankondiging"
    BESLUIT = "besluit", "Besluit tot indeplaatsstelling"
    UITVOERING = "uitvoering", "Indeplaatsstelling"


class ToezichtstapQuerySet(models.QuerySet["Toezichtstap"]):
    """Rows of what the province did."""

    def geldig(self) -> Self:
        """Not struck."""
        return self.filter(doorgehaald_reden="")


@met_geschiedenis()
class Toezichtstap(VersieModel):
    """What the province did about a period, and when. With a reason it is struck: read, no longer counted."""

    periode = models.ForeignKey(Periode, models.PROTECT, related_name="toezichtstappen")
    trede = models.CharField("stap", max_length=20, choices=Trede.choices)
    op = models.DateField("datum")
    toelichting = models.CharField("kenmerk of toelichting", max_length=300, blank=True)
    doorgehaald_reden = models.CharField(
        "waarom hoort dit er niet?", max_length=200, blank=True, editable=False
    )

    persoonsgegevens: ClassVar = Persoonsgegevens(
        geen="versie periode trede op toelichting doorgehaald_reden"
    )
    objects = ToezichtstapQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "stap van de provincie", "stappen van de provincie"
        ordering = ["op", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["periode", "trede"],
                condition=Q(doorgehaald_reden=""),
                name="toezichtstap_een_keer",
                violation_error_message="Deze stap staat bij dit half jaar al in de lijst.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.periode}: {self.get_trede_display()}"


class AmvUitkomst(models.Model):
    """An outcome of the AMV page that was kept, with its inputs; counts and euros, no names.

    `peildatum` is the day for which was computed, `bewaard_op` that on which it was kept.
    """

    naam = models.CharField(max_length=120)
    peildatum = models.DateField()
    invoer = models.JSONField()
    uitkomst = models.JSONField()
    bewaard_op = models.DateField()
    bewaard_door = models.ForeignKey(Gebruiker, models.PROTECT)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "huisvesting.huisvesten",
        GEBRUIKERS,
        gegevens=[Gegeven("wie een uitkomst bewaarde", "bewaard_door bewaard_op")],
        geen="naam peildatum invoer uitkomst",
    )

    class Meta:
        verbose_name, verbose_name_plural = "bewaarde uitkomst", "bewaarde uitkomsten"
        ordering = ["-bewaard_op", "-pk"]

    def __str__(self) -> str:
        return self.naam
