"""Which entry belongs to which line, who said so, and what still asks for a decision.

Nothing here is changed or removed: what no longer holds is undone, and stays to be read. Only the commitment may
come later than the entry: then it is written beside the line that the entry has.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import Q

from financien.models.grootboek import Boeking
from financien.models.opregel import OpRegel, een_regel
from financien.models.verplichting import Verplichting
from financien.models.wacht import alleen_met_import, maand_open, verwijst_naar, weiger
from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.models import VersieModel
from toegang.models import Gebruiker


class Wijze(models.TextChoices):
    """How an entry came to its line."""

    VERPLICHTING = "verplichting", "Via de verplichting"
    REKENING = "rekening", "Via de rekening"
    VOORSTEL = "voorstel", "Volgens voorstel"
    HAND = "hand", "Met de hand"


class ToedelingQuerySet(models.QuerySet["Toedeling"]):
    """Rows of allocations."""

    def geldig(self) -> Self:
        """Not undone."""
        return self.filter(ongedaan_op=None)

    def op_regel(self, code: str) -> Self:
        """Of the line with this code."""
        return self.filter(Q(inkomstenpost=code) | Q(activiteit=code))


class Toedeling(OpRegel, VersieModel):
    """A part of an entry that belongs to a line; the parts that hold are together the entry, or there are none.

    `bedrag` has the sign of the ledger. `op` is the day of allocating; the amount counts from the date of
    the entry. Without `door` it was allocated by itself, when a file was read in by nobody in particular.
    """

    boeking = models.ForeignKey(Boeking, models.PROTECT, related_name="toedelingen")
    bedrag = models.DecimalField(max_digits=14, decimal_places=2)
    wijze = models.CharField(max_length=12, choices=Wijze.choices)
    verplichting = models.ForeignKey(
        Verplichting, models.PROTECT, null=True, blank=True, related_name="toedelingen"
    )
    waarom = models.CharField(max_length=200, blank=True)
    op = models.DateField()
    door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    ongedaan_op = models.DateField(null=True, blank=True)
    ongedaan_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "financien.verantwoorden",
        GEBRUIKERS,
        gegevens=[Gegeven("wie een boeking koppelde", "op door ongedaan_op ongedaan_door waarom")],
        geen="versie inkomstenpost activiteit boeking bedrag wijze verplichting",
    )
    # `toedeling_som` is a deferred trigger of migration 0005, since the parts can only be right together.
    triggerzinnen: ClassVar[dict[str, str]] = {
        "toedeling_som": "De delen moeten samen precies het bedrag van de boeking zijn.",
        "toedeling_vast": "Een koppeling verandert niet. Maak haar ongedaan en koppel opnieuw.",
        "toedeling_blijft": "Een koppeling verdwijnt niet. Maak haar ongedaan.",
        "toedeling_maand_open": "Deze maand is gesloten. Heropen de maand eerst.",
        "toedeling_bij_verplichting": "Deze verplichting hoort bij een andere activiteit.",
    }
    objects = ToedelingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "koppeling", "koppelingen"
        ordering = ["boeking", "pk"]
        constraints = [
            een_regel("toedeling_een_regel", "Kies één regel van de begroting."),
            models.UniqueConstraint(
                fields=["boeking", "inkomstenpost"],
                condition=Q(ongedaan_op=None),
                name="toedeling_een_keer_per_post",
                violation_error_message="Deze boeking staat al bij deze regel.",
            ),
            models.UniqueConstraint(
                fields=["boeking", "activiteit"],
                condition=Q(ongedaan_op=None),
                name="toedeling_een_keer_per_activiteit",
                violation_error_message="Deze boeking staat al bij deze regel.",
            ),
            models.CheckConstraint(
                name="toedeling_verplichting_bij_activiteit",
                condition=Q(verplichting=None) | Q(activiteit__isnull=False),
                violation_error_message="Een verplichting hoort bij een activiteit.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="toedeling_vast",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                declare=[("komt_bij", "boolean")],
                func=f"""komt_bij := OLD.verplichting_id IS NULL AND NEW.verplichting_id IS NOT NULL
                    AND NEW.ongedaan_op IS NULL AND NEW.ongedaan_door_id IS NULL;
                IF OLD.ongedaan_op IS NOT NULL OR (NEW.ongedaan_op IS NULL AND NOT komt_bij)
                    OR (NEW.verplichting_id IS DISTINCT FROM OLD.verplichting_id AND NOT komt_bij)
                    OR to_jsonb(OLD) - '{{ongedaan_op,ongedaan_door_id,versie,verplichting_id}}'::text[]
                        <> to_jsonb(NEW) - '{{ongedaan_op,ongedaan_door_id,versie,verplichting_id}}'::text[]
                THEN {weiger("toedeling_vast", "een koppeling verandert niet")} END IF;
                IF komt_bij AND NOT EXISTS (SELECT FROM financien_verplichting v
                    WHERE v.id = NEW.verplichting_id AND v.activiteit_id = NEW.activiteit_id)
                THEN {weiger("toedeling_bij_verplichting", "de verplichting is van een andere activiteit")}
                END IF; RETURN NEW;""",
            ),
            alleen_met_import("toedeling_blijft", "een koppeling verdwijnt niet"),
            pgtrigger.Trigger(
                name="toedeling_maand_open",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                referencing=verwijst_naar(new="rijen"),
                func=maand_open(
                    "toedeling_maand_open",
                    """SELECT DISTINCT b.boekdatum FROM rijen JOIN financien_boeking b ON b.id = rijen.boeking_id
                    WHERE rijen.ongedaan_op IS NOT NULL""",
                ),
            ),
            pgtrigger.Trigger(
                name="toedeling_bij_verplichting",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                referencing=verwijst_naar(new="rijen"),
                func=f"""IF EXISTS (SELECT FROM rijen r JOIN financien_verplichting v ON v.id = r.verplichting_id
                    WHERE r.activiteit_id IS DISTINCT FROM v.activiteit_id)
                THEN {weiger("toedeling_bij_verplichting", "de verplichting is van een andere activiteit")}
                END IF; RETURN NULL;""",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.boeking}: {self.regelcode}"


class Merkcode(models.TextChoices):
    """What a person still has to judge of an entry. Source: the promise of the command line (`opzij`)."""

    DUBBEL = "mogelijk_dubbel", "Mogelijk dubbel"
    TEGENBOEKING = "tegenboeking_zonder_origineel", "Tegenboeking zonder origineel"


class Besluit(models.TextChoices):
    """What somebody decided of a mark."""

    TERECHT = "terecht", "Klopt, zo laten"
    HERSTELLEN = "herstellen", "Fout, de administratie herstelt dit"


class MerkQuerySet(models.QuerySet["Merk"]):
    """Rows of marks."""

    def openstaand(self) -> Self:
        """Not decided."""
        return self.filter(besloten_op=None)

    def besloten_tot_en_met(self, dag: date) -> Self:
        """Decided on or before `dag`."""
        return self.filter(besloten_op__lte=dag)


class Merk(VersieModel):
    """A mark on an entry that keeps asking until somebody decides; the entry counts all the while."""

    boeking = models.ForeignKey(Boeking, models.PROTECT, related_name="merken")
    code = models.CharField(max_length=40, choices=Merkcode.choices)
    lijkt_op = models.ForeignKey(Boeking, models.CASCADE, null=True, blank=True, related_name="gelijkende")
    besluit = models.CharField(max_length=12, choices=Besluit.choices, blank=True)
    toelichting = models.CharField(max_length=200, blank=True)
    besloten_op = models.DateField(null=True, blank=True)
    besloten_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "financien.verantwoorden",
        GEBRUIKERS,
        gegevens=[Gegeven("wie over een boeking besloot", "besloten_op besloten_door toelichting")],
        geen="versie boeking code lijkt_op besluit",
    )
    objects = MerkQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "aandachtspunt", "aandachtspunten"
        ordering = ["boeking", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["boeking", "code"],
                name="merk_een_keer",
                violation_error_message="Dit punt staat al bij deze boeking.",
            ),
            models.CheckConstraint(
                name="merk_besluit_met_dag",
                condition=Q(besluit="", besloten_op=None, besloten_door=None)
                | (~Q(besluit="") & Q(besloten_op__isnull=False, besloten_door__isnull=False)),
                violation_error_message="Een besluit heeft een dag en iemand die het nam.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.boeking}: {self.get_code_display()}"
