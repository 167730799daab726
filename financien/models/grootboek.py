"""The ledger as it was read in, and the months that are closed.

Amounts are euros net of compensable VAT, with the sign of the ledger: spending positive, income negative.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

import pgtrigger
from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import ExtractMonth, ExtractYear, Lower
from django.db.models.lookups import GreaterThan

from financien.models.wacht import MAANDSLOT, alleen_met_import, maand_open, verwijst_naar, weiger
from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS, RELATIES
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from toegang.models import Gebruiker


class BoekingQuerySet(models.QuerySet["Boeking"]):
    """Rows of the ledger."""

    def tot_en_met(self, dag: date) -> Self:
        """Dated on or before `dag`."""
        return self.filter(boekdatum__lte=dag)

    def zonder_regel(self) -> Self:
        """Loose: with no allocation that holds."""
        geldig = apps.get_model("financien", "Toedeling").objects.filter(
            boeking=OuterRef("pk"), ongedaan_op=None
        )
        return self.filter(~Exists(geldig))


class Boeking(models.Model):
    """An entry of the ledger. It never changes; what is wrong is put right by a counter entry.

    Known by `boekstuk`, `regelnummer` and `boekjaar` together: the year in which it is booked, apart from
    its date. `verplichting` is the commitment number as the ledger has it.
    """

    boekstuk = models.CharField(max_length=40)
    regelnummer = models.PositiveIntegerField()
    boekdatum = models.DateField()
    boekjaar = models.PositiveSmallIntegerField()
    kostenplaats = models.CharField(max_length=20)
    grootboekrekening = models.CharField(max_length=20)
    omschrijving = models.CharField(max_length=200, blank=True)
    relatie = models.CharField(max_length=200, blank=True)
    bedrag = models.DecimalField(max_digits=14, decimal_places=2)
    verplichting = models.CharField("verplichtingnummer", max_length=40, blank=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "financien.verantwoorden",
        RELATIES,
        gegevens=[Gegeven("van wie een rekening kwam", "omschrijving relatie")],
        geen="boekstuk regelnummer boekdatum boekjaar kostenplaats grootboekrekening bedrag verplichting",
    )
    triggerzinnen: ClassVar[dict[str, str]] = {
        "boeking_onveranderlijk": (
            "Een boeking verandert niet. Laat de administratie een tegenboeking maken en lees die in."
        ),
        "boeking_blijft": "Een boeking verdwijnt alleen als u de import terugneemt waarmee zij kwam.",
        "boeking_maand_open": "Deze maand is gesloten. Heropen de maand eerst.",
    }
    objects = BoekingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "boeking", "boekingen"
        ordering = ["boekdatum", "pk"]
        indexes = [
            models.Index("boekdatum", "id", name="boeking_op_datum"),
            models.Index(Lower("relatie"), "bedrag", "boekdatum", name="boeking_lijkt_op"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["boekstuk", "regelnummer", "boekjaar"],
                name="boeking_een_keer",
                violation_error_message="Deze regel van dit boekstuk is in dit jaar al geboekt.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="boeking_onveranderlijk",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=weiger("boeking_onveranderlijk", "een boeking verandert niet") + " RETURN NULL;",
            ),
            alleen_met_import("boeking_blijft", "een boeking verdwijnt niet"),
            pgtrigger.Trigger(
                name="boeking_maand_open_nieuw",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                referencing=verwijst_naar(new="rijen"),
                func=maand_open("boeking_maand_open", "SELECT DISTINCT boekdatum FROM rijen"),
            ),
            pgtrigger.Trigger(
                name="boeking_maand_open_weg",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Delete,
                referencing=verwijst_naar(old="rijen"),
                func=maand_open("boeking_maand_open", "SELECT DISTINCT boekdatum FROM rijen"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.boekstuk} regel {self.regelnummer}"


def _maanden(veld: str) -> models.expressions.Combinable:
    """Months since the year 0."""
    return ExtractYear(veld) * 12 + ExtractMonth(veld)


class PeriodeafsluitingQuerySet(models.QuerySet["Periodeafsluiting"]):
    """Months that were closed."""

    def dicht_op(self, dag: date) -> Self:
        """Closed at the end of `dag`: closed on or before it, and not opened again on or before it."""
        return self.filter(Q(heropend_op=None) | Q(heropend_op__gt=dag), afgesloten_op__lte=dag)

    def heropend_op_of_voor(self, dag: date) -> Self:
        """Opened again on or before `dag`."""
        return self.filter(heropend_op__lte=dag)


@met_geschiedenis()
class Periodeafsluiting(VersieModel):
    """A month that is closed: no entry comes or goes, and no allocation of it is undone.

    A loose entry of that month may still get its line. Opened again with a reason; `maand` is its first day.
    """

    maand = models.DateField()
    afgesloten_op = models.DateField()
    afgesloten_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    heropend_op = models.DateField(null=True, blank=True)
    heropend_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")
    reden = models.CharField("waarom weer open?", max_length=300, blank=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "financien.verantwoorden",
        GEBRUIKERS,
        gegevens=[
            Gegeven(
                "wie een maand sloot of heropende",
                "afgesloten_op afgesloten_door heropend_op heropend_door",
            )
        ],
        geen="versie maand reden",
    )

    triggerzinnen: ClassVar[dict[str, str]] = {
        "periodeafsluiting_vast": "Een gesloten maand verdwijnt en verandert niet. Heropen haar, met een reden.",
    }
    objects = PeriodeafsluitingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "gesloten maand", "gesloten maanden"
        ordering = ["-maand", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["maand"],
                condition=Q(heropend_op=None),
                name="periodeafsluiting_een_keer",
                violation_error_message="Deze maand is al gesloten.",
            ),
            models.CheckConstraint(
                name="periodeafsluiting_eerste_dag",
                condition=Q(maand__day=1),
                violation_error_message="Een maand begint op de eerste dag.",
            ),
            models.CheckConstraint(
                name="periodeafsluiting_na_afloop",
                condition=GreaterThan(_maanden("afgesloten_op"), _maanden("maand")),
                violation_error_message="Sluit een maand pas als zij voorbij is.",
            ),
            models.CheckConstraint(
                name="periodeafsluiting_heropend_met_reden",
                condition=Q(heropend_op=None, heropend_door=None, reden="")
                | (Q(heropend_op__gte=F("afgesloten_op"), heropend_door__isnull=False) & ~Q(reden="")),
                violation_error_message="Schrijf op waarom de maand weer open gaat.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="periodeafsluiting_slot",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=f"PERFORM pg_advisory_xact_lock({MAANDSLOT}); RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="periodeafsluiting_vast",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=f"""IF TG_OP = 'UPDATE' THEN
                    IF OLD.heropend_op IS NULL AND (OLD.maand, OLD.afgesloten_op, OLD.afgesloten_door_id)
                        = (NEW.maand, NEW.afgesloten_op, NEW.afgesloten_door_id) THEN RETURN NEW; END IF;
                END IF; {weiger("periodeafsluiting_vast", "een gesloten maand gaat alleen open met een reden")}""",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.maand:%m-%Y}"
