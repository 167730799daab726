"""What the municipality has bound itself to spend: subsidies, contracts, hiring."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from financien.models.begroting import Activiteit
from financien.models.wacht import VANDAAG, maand_open, verwijst_naar, weiger
from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import RELATIES
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel


class Verplichtingsoort(models.TextChoices):
    """What kind of promise it is."""

    SUBSIDIE = "subsidie", "Subsidie"
    CONTRACT = "contract", "Contract"
    INHUUR = "inhuur", "Inhuur"


def _loopt(rij: str) -> str:
    """SQL: not ended, or only on a day still to come; until then its money is committed."""
    return f"({rij}.beeindigd_op IS NULL OR coalesce({rij}.beeindigd_op > vandaag, false))"


# SQL: the days that rows count from and up to, and of changed rows those that became another day.
_DAGEN = """SELECT aangegaan_op AS boekdatum FROM rijen
    UNION SELECT beeindigd_op FROM rijen WHERE beeindigd_op IS NOT NULL"""
_ANDERE_DAGEN = """SELECT dag.een AS boekdatum FROM nieuw n JOIN oud o ON o.id = n.id CROSS JOIN LATERAL (
    VALUES (n.aangegaan_op, o.aangegaan_op), (o.aangegaan_op, n.aangegaan_op),
        (n.beeindigd_op, o.beeindigd_op), (o.beeindigd_op, n.beeindigd_op)) dag(een, ander)
    WHERE dag.een IS DISTINCT FROM dag.ander"""


class VerplichtingQuerySet(models.QuerySet["Verplichting"]):
    """Rows of commitments."""

    def lopend_op(self, dag: date) -> Self:
        """Made on or before `dag`, and not ended on or before it."""
        return self.filter(Q(beeindigd_op=None) | Q(beeindigd_op__gt=dag), aangegaan_op__lte=dag)


@met_geschiedenis()
class Verplichting(VersieModel):
    """A promise to spend on one activity, in the budget year `jaar`. Bookings with its number use it up.

    What is left of it (never below zero) is committed, up to the day on which it ends. It cannot be made for more than
    what is free in its activity: a trigger that locks the activity, so that two cannot take the same euro. Nor is it
    made for money that a change of the budget brings later, or made or ended on a day in a closed month. Once it has
    ended its amount, activity and first day stay: what was free beside and after it is spent or promised to others, and
    what was made less or later by mistake could not be put right.
    """

    nummer = models.CharField("nummer", max_length=40)
    soort = models.CharField(max_length=10, choices=Verplichtingsoort.choices)
    omschrijving = models.CharField(max_length=200)
    relatie = models.CharField("met wie?", max_length=200)
    activiteit = models.ForeignKey(Activiteit, models.PROTECT, to_field="code", related_name="verplichtingen")
    jaar = models.PositiveSmallIntegerField("ten laste van jaar")
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)
    aangegaan_op = models.DateField("aangegaan op")
    beeindigd_op = models.DateField("beëindigd op", null=True, blank=True)
    kerncijfer = models.CharField("resultaat gemeten met", max_length=80, blank=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "financien.verantwoorden",
        RELATIES,
        gegevens=[Gegeven("met wie iets is afgesproken", "omschrijving relatie")],
        geen="versie nummer soort activiteit jaar bedrag aangegaan_op beeindigd_op kerncijfer",
    )
    triggerzinnen: ClassVar[dict[str, str]] = {
        "verplichting_binnen_budget": (
            "Zoveel is er niet vrij bij deze activiteit. Verlaag het bedrag of wijzig eerst de begroting."
        ),
        "verplichting_geld_op_tijd": (
            "Op die dag is er nog niet zoveel vrij: geld telt vanaf de dag van het besluit, of vanaf het einde van een "
            "andere verplichting. Kies een latere dag of verlaag het bedrag."
        ),
        "verplichting_geeindigd": (
            "Deze verplichting is beëindigd, dus het bedrag verandert niet meer. Is er meer nodig, leg dan een nieuwe "
            "verplichting vast."
        ),
        "verplichting_geeindigd_activiteit": "Deze verplichting is beëindigd, dus de activiteit blijft dezelfde.",
        "verplichting_geeindigd_begin": "Deze verplichting is beëindigd, dus de begindag blijft dezelfde.",
        "verplichting_maand_open": (
            "Deze maand is gesloten. Kies een dag in een open maand, of heropen de maand eerst."
        ),
    }
    objects = VerplichtingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "verplichting", "verplichtingen"
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(
                Lower("nummer"),
                name="verplichting_een_nummer",
                violation_error_message="Er is al een verplichting met dit nummer.",
            ),
            models.CheckConstraint(
                name="verplichting_bedrag_positief",
                condition=Q(bedrag__gt=0),
                violation_error_message="Een verplichting is meer dan nul euro.",
            ),
            models.CheckConstraint(
                name="verplichting_einde_na_begin",
                condition=Q(beeindigd_op=None) | Q(beeindigd_op__gte=F("aangegaan_op")),
                violation_error_message="Het einde ligt op of na de dag waarop de verplichting is aangegaan.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="verplichting_binnen_budget",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("vandaag", "date"), ("vanaf", "date")],
                func=f"""vandaag := {VANDAAG}; vanaf := NEW.aangegaan_op;
                IF NOT {_loopt("NEW")} THEN RETURN NULL; END IF;
                PERFORM 1 FROM financien_activiteit a WHERE a.code = NEW.activiteit_id FOR NO KEY UPDATE;
                IF TG_OP = 'UPDATE' AND NEW.activiteit_id = OLD.activiteit_id
                    AND NEW.aangegaan_op >= OLD.aangegaan_op AND {_loopt("OLD")} THEN
                    IF NEW.bedrag <= OLD.bedrag THEN RETURN NULL; END IF;
                    -- Made before, it becomes more today: then the money must be there today.
                    vanaf := greatest(vanaf, vandaag);
                END IF;
                IF financien_vrij(NEW.activiteit_id) < 0
                THEN {weiger("verplichting_binnen_budget", "meer dan vrij is")} END IF;
                IF financien_vrij_vanaf(NEW.activiteit_id, vanaf) < 0
                THEN {weiger("verplichting_geld_op_tijd", "het geld komt later")} END IF; RETURN NULL;""",
            ),
            pgtrigger.Trigger(
                name="verplichting_geeindigd",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf(  # type: ignore[no-untyped-call]
                    "bedrag", "activiteit_id", "aangegaan_op", "beeindigd_op"
                ),
                declare=[("vandaag", "date")],
                func=f"""vandaag := {VANDAAG};
                IF {_loopt("NEW")} THEN RETURN NEW; END IF;
                IF NEW.bedrag <> OLD.bedrag
                THEN {weiger("verplichting_geeindigd", "een beeindigde verplichting houdt haar bedrag")} END IF;
                IF NEW.activiteit_id <> OLD.activiteit_id
                THEN {weiger("verplichting_geeindigd_activiteit", "en houdt haar activiteit")} END IF;
                IF NEW.aangegaan_op <> OLD.aangegaan_op
                THEN {weiger("verplichting_geeindigd_begin", "en houdt haar begindag")} END IF;
                RETURN NEW;""",
            ),
            *(
                pgtrigger.Trigger(
                    name=f"verplichting_maand_open_{naam}",
                    level=pgtrigger.Statement,
                    when=pgtrigger.After,
                    operation=operatie,
                    referencing=verwijst_naar(**{soort: "rijen"}),
                    func=maand_open("verplichting_maand_open", _DAGEN),
                )
                for naam, operatie, soort in (
                    ("nieuw", pgtrigger.Insert, "new"),
                    ("weg", pgtrigger.Delete, "old"),
                )
            ),
            pgtrigger.Trigger(
                name="verplichting_maand_open_anders",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                referencing=verwijst_naar(new="nieuw", old="oud"),
                func=maand_open("verplichting_maand_open", _ANDERE_DAGEN),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer} {self.omschrijving}"


class Verplichtingtermijn(models.Model):
    """How much of a commitment is expected in a month (its first day); together they are the commitment, or none."""

    verplichting = models.ForeignKey(Verplichting, models.CASCADE, related_name="termijnen")
    maand = models.DateField()
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="verplichting maand bedrag")
    triggerzinnen: ClassVar[dict[str, str]] = {
        "verplichtingtermijn_som": "De termijnen moeten samen precies het bedrag van de verplichting zijn.",
    }

    class Meta:
        verbose_name, verbose_name_plural = "termijn", "termijnen"
        ordering = ["maand"]
        constraints = [
            models.UniqueConstraint(
                fields=["verplichting", "maand"],
                name="verplichtingtermijn_een_per_maand",
                violation_error_message="In deze maand staat al een termijn.",
            ),
            models.CheckConstraint(
                name="verplichtingtermijn_eerste_dag",
                condition=Q(maand__day=1),
                violation_error_message="Een maand begint op de eerste dag.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="verplichtingtermijn_som",
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("welke", "bigint"), ("som", "numeric")],
                func=f"""IF TG_OP = 'DELETE' THEN welke := OLD.verplichting_id;
                ELSE welke := NEW.verplichting_id; END IF;
                SELECT sum(t.bedrag) INTO som FROM financien_verplichtingtermijn t
                WHERE t.verplichting_id = welke;
                IF som IS NOT NULL AND som IS DISTINCT FROM
                    (SELECT v.bedrag FROM financien_verplichting v WHERE v.id = welke)
                THEN {weiger("verplichtingtermijn_som", "de termijnen zijn samen niet de verplichting")}
                END IF; RETURN NULL;""",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.maand:%m-%Y}: {self.bedrag}"
