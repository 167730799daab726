"""How the budget changes once there are bookings: by a decision that nets to zero."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from financien.models.opregel import OpRegel
from financien.models.wacht import blijft, maand_open, verwijst_naar, weiger
from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from toegang.models import Gebruiker

_BLIJFT = "Een begrotingswijziging verandert niet. Neem een nieuw besluit dat haar terugdraait."


class Begrotingswijziging(models.Model):
    """A decision to change the budget from a day on. It stays; a later decision can turn it back."""

    kenmerk = models.CharField("besluit", max_length=60, unique=True)
    omschrijving = models.CharField(max_length=200)
    op = models.DateField("geldt vanaf")
    door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "financien.verantwoorden",
        GEBRUIKERS,
        gegevens=[Gegeven("wie een begrotingswijziging invoerde", "door")],
        geen="kenmerk omschrijving op",
    )
    triggerzinnen: ClassVar[dict[str, str]] = {
        "begrotingswijziging_blijft": _BLIJFT,
        "begrotingswijziging_maand_open": (
            "Deze maand is gesloten. Kies een dag in een open maand, of heropen de maand eerst."
        ),
    }

    class Meta:
        verbose_name, verbose_name_plural = "begrotingswijziging", "begrotingswijzigingen"
        ordering = ["op", "pk"]
        triggers = [
            blijft("begrotingswijziging_blijft", "een begrotingswijziging verandert niet"),
            pgtrigger.Trigger(
                name="begrotingswijziging_maand_open",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                referencing=verwijst_naar(new="rijen"),
                func=maand_open(
                    "begrotingswijziging_maand_open", "SELECT DISTINCT op AS boekdatum FROM rijen"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kenmerk}: {self.omschrijving}"


class Wijzigingsregel(OpRegel):
    """What a decision adds to a line or takes from it; without a line it is what is not allocated.

    A change nets to zero: activities and what is not allocated together grow by what income grows.
    """

    wijziging = models.ForeignKey(Begrotingswijziging, models.PROTECT, related_name="regels")
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="inkomstenpost activiteit wijziging bedrag")
    triggerzinnen: ClassVar[dict[str, str]] = {
        "wijzigingsregel_op_nul": "De wijziging moet samen op nul uitkomen: wat erbij komt, gaat ergens af.",
        "wijzigingsregel_binnen_budget": (
            "Zoveel kan er niet af: dan is er minder budget dan er is besteed en vastgelegd."
        ),
        "wijzigingsregel_blijft": _BLIJFT,
    }

    class Meta:
        verbose_name, verbose_name_plural = "regel van een wijziging", "regels van een wijziging"
        ordering = ["wijziging", "pk"]
        constraints = [
            models.CheckConstraint(
                name="wijzigingsregel_hoogstens_een_regel",
                condition=Q(inkomstenpost=None) | Q(activiteit=None),
                violation_error_message="Kies één regel van de begroting.",
            ),
            models.CheckConstraint(
                name="wijzigingsregel_niet_nul",
                condition=~Q(bedrag=0),
                violation_error_message="Een wijziging van nul euro verandert niets.",
            ),
            models.UniqueConstraint(
                fields=["wijziging", "inkomstenpost", "activiteit"],
                nulls_distinct=False,
                name="wijzigingsregel_een_keer",
                violation_error_message="Deze regel staat al in deze wijziging.",
            ),
        ]
        triggers = [
            blijft("wijzigingsregel_blijft", "een begrotingswijziging verandert niet"),
            pgtrigger.Trigger(
                name="wijzigingsregel_op_nul",
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                operation=pgtrigger.Insert,
                func=f"""IF (SELECT sum(CASE WHEN r.inkomstenpost_id IS NULL THEN r.bedrag ELSE -r.bedrag END)
                    FROM financien_wijzigingsregel r WHERE r.wijziging_id = NEW.wijziging_id) <> 0
                THEN {weiger("wijzigingsregel_op_nul", "de wijziging komt niet op nul")}
                END IF; RETURN NULL;""",
            ),
            pgtrigger.Trigger(
                name="wijzigingsregel_binnen_budget",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__bedrag__lt=0, new__activiteit__isnull=False),
                func=f"""PERFORM 1 FROM financien_activiteit a WHERE a.code = NEW.activiteit_id FOR NO KEY UPDATE;
                IF financien_vrij(NEW.activiteit_id) < 0 OR financien_vrij_vanaf(NEW.activiteit_id,
                    (SELECT w.op FROM financien_begrotingswijziging w WHERE w.id = NEW.wijziging_id)) < 0
                THEN {weiger("wijzigingsregel_binnen_budget", "minder budget dan besteed en vastgelegd")}
                END IF; RETURN NULL;""",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regelcode or 'niet toegewezen'}: {self.bedrag}"
