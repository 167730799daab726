"""Why a line is off: what somebody wrote of it, and from what amount on that is asked."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from financien.models.opregel import OpRegel, een_regel
from financien.models.wacht import blijft
from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from toegang.models import Gebruiker


class Drempel(models.Model):
    """Above this amount of euros a line that is off asks for a remark, from the day `vanaf` on; the latest holds."""

    bedrag = models.DecimalField("drempel", max_digits=12, decimal_places=2)
    vanaf = models.DateField("geldt vanaf", unique=True)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "financien.verantwoorden",
        GEBRUIKERS,
        gegevens=[Gegeven("wie de drempel zette", "door")],
        geen="bedrag vanaf",
    )
    triggerzinnen: ClassVar[dict[str, str]] = {
        "drempel_blijft": "Een drempel verandert niet. Leg een nieuwe vast vanaf een andere dag.",
    }

    class Meta:
        verbose_name, verbose_name_plural = "drempel", "drempels"
        ordering = ["-vanaf"]
        constraints = [
            models.CheckConstraint(
                name="drempel_niet_negatief",
                condition=Q(bedrag__gte=0),
                violation_error_message="Een drempel is nul euro of meer.",
            ),
        ]
        triggers = [blijft("drempel_blijft", "een drempel verandert niet")]

    def __str__(self) -> str:
        return f"{self.bedrag} vanaf {self.vanaf:%d-%m-%Y}"


class Verklaring(OpRegel):
    """What somebody wrote, on the day `op`, of a line that was `afwijking` euros off at `peildatum`.

    It stays; a later one follows.
    """

    op = models.DateField()
    peildatum = models.DateField()
    afwijking = models.DecimalField(max_digits=14, decimal_places=2)
    tekst = models.CharField("verklaring", max_length=500)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "financien.verantwoorden",
        GEBRUIKERS,
        gegevens=[Gegeven("wie een afwijking verklaarde", "op door tekst")],
        geen="inkomstenpost activiteit peildatum afwijking",
    )
    triggerzinnen: ClassVar[dict[str, str]] = {
        "verklaring_blijft": "Een verklaring verandert niet. Schrijf een nieuwe.",
    }

    class Meta:
        verbose_name, verbose_name_plural = "verklaring", "verklaringen"
        ordering = ["-op", "-pk"]
        constraints = [
            een_regel("verklaring_een_regel", "Kies één regel van de begroting."),
            models.CheckConstraint(
                name="verklaring_niet_leeg",
                condition=~Q(tekst=""),
                violation_error_message="Schrijf op waarom deze regel afwijkt.",
            ),
        ]
        triggers = [blijft("verklaring_blijft", "een verklaring verandert niet")]

    def __str__(self) -> str:
        return f"{self.regelcode}: {self.tekst}"
