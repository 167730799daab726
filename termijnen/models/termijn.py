"""The terms of all domains, computed from their rules; nobody writes them by hand."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce

from dossiers.models import Gezin, Statushouder
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from termijnen.models.uitzondering import Uitzonderingsoort, dossier_of_onderwerp
from termijnen.models.vast_besluit import VastBesluit


class Status(models.TextChoices):
    """How a term stands at a peildatum."""

    OPEN = "open", "Open"
    TE_LAAT = "te_laat", "Te laat"
    VOLDAAN = "voldaan", "Op tijd gedaan"
    VOLDAAN_TE_LAAT = "voldaan_te_laat", "Te laat gedaan"
    UITGESTELD = "uitgesteld", "Uitgesteld"
    VRIJGESTELD = "vrijgesteld", "Vrijgesteld"


VERTROKKEN = "Vertrokken uit de gemeente"  # why it is exempt where nobody decided it
OPEN = (Status.TE_LAAT, Status.OPEN, Status.UITGESTELD)


class TermijnQuerySet(models.QuerySet["Termijn"]):
    """Rows of terms."""

    def actueel(self) -> Self:
        """Of persons, not of a dossier that went up in another; of a dossier only."""
        # the number, which everybody has, lets the database begin at either table
        return self.filter(statushouder__samengevoegd_met=None, statushouder__nummer__isnull=False)

    def zonder_dossier(self) -> Self:
        """Of another subject than a person."""
        return self.filter(statushouder=None)

    def zichtbaar_voor(self, gebruiker: Gebruiker, domein: str) -> Self:
        """Terms of this domain on dossiers of which this user may read that domain."""
        return self.filter(
            code__startswith=f"{domein}.",
            statushouder__in=Statushouder.objects.met_inzage(gebruiker, domein),
        )

    def met_status(self, peildatum: date) -> Self:
        """Annotate at the end of the peildatum: `status`, `gedaan_op`, `uitgesteld_tot`, `uiterlijk`, `reden`.

        What was done or decided after the peildatum is not known yet. In time is also on `vervalt_op` itself,
        or on the last day of a postponement (T6); from the day after it is too late. From `gestopt_op` on what was
        not done is asked no more: exempt, for they left. Of what was decided by
        hand the last decision holds; a postponement to a day that is no longer after `vervalt_op`, because a
        fact moved that, postpones nothing.
        """
        uitstel = Q(besluit=Uitzonderingsoort.UITSTEL, tot__gt=F("vervalt_op"))
        gedaan = Q(gedaan_op__isnull=False)
        rijen = self.annotate(
            besluit=VastBesluit("soort", peildatum),
            tot=VastBesluit("nieuwe_datum", peildatum),
        )
        rijen = rijen.annotate(
            gedaan_op=Case(
                When(voldaan_op__lte=peildatum, then=F("voldaan_op")),
                When(besluit=Uitzonderingsoort.VOLDAAN, then=F("tot")),
                output_field=models.DateField(),
            ),
            uitgesteld_tot=Case(When(uitstel, then=F("tot")), output_field=models.DateField()),
            uiterlijk=Case(When(uitstel, then=F("tot")), default=F("vervalt_op")),
        )
        return rijen.annotate(
            reden=Case(
                When(gestopt_op__lte=peildatum, gedaan_op=None, then=Value(VERTROKKEN)),
                default=Coalesce(VastBesluit("reden", peildatum), Value("")),
            ),
            status=Case(
                When(gedaan & Q(gedaan_op__lte=F("uiterlijk")), then=Value(Status.VOLDAAN)),
                When(gedaan, then=Value(Status.VOLDAAN_TE_LAAT)),
                When(gestopt_op__lte=peildatum, then=Value(Status.VRIJGESTELD)),
                When(besluit=Uitzonderingsoort.VRIJSTELLING, then=Value(Status.VRIJGESTELD)),
                When(uiterlijk__lt=peildatum, then=Value(Status.TE_LAAT)),
                When(uitstel, then=Value(Status.UITGESTELD)),
                default=Value(Status.OPEN),
                output_field=models.CharField(),
            ),
        )

    def te_doen(self, peildatum: date, *, tot_en_met: date) -> Self:
        """Of `met_status`: not done and not exempted, with a last day up to and including `tot_en_met`.

        What can be asked of the rows themselves is asked first, so that few of them need their decisions. Of what
        is left open is what nobody decided about, or only postponed: the same as the status says, and shorter to ask.
        """
        niet_gedaan = Q(voldaan_op=None) | Q(voldaan_op__gt=peildatum)
        niet_gestopt = Q(gestopt_op=None) | Q(gestopt_op__gt=peildatum)
        rijen = self.filter(niet_gedaan, niet_gestopt, vervalt_op__lte=tot_en_met)
        onbeslist = Q(besluit=None) | Q(besluit=Uitzonderingsoort.UITSTEL)
        return rijen.filter(onbeslist, uiterlijk__lte=tot_en_met)


class Termijn(models.Model):
    """One thing that is due, by its rule (`code`), dossier or other subject, and occasion. It never depends on today.

    `onderwerp` is the key of a subject that is no person, as its rule gives it; then there is no dossier.
    `vervalt_op` is the last day on which it is in time. `gezin` where it is of the whole family: then the
    dossier is that of its head. `gestopt_op`: from that day on nobody asks it, for they left. Written by the
    functions that are made from the rules (`termijnen.motor`).
    """

    code = models.CharField(max_length=60)
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, null=True, related_name="termijnen")
    onderwerp = models.CharField(max_length=60, blank=True)
    gezin = models.ForeignKey(Gezin, models.CASCADE, null=True, related_name="termijnen")
    gelegenheid = models.CharField(max_length=60, blank=True)
    begint_op = models.DateField()
    vervalt_op = models.DateField()
    voldaan_op = models.DateField(null=True)
    gestopt_op = models.DateField(null=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "termijnen.bewaken",
        gegevens=[
            Gegeven(
                "wat wanneer af moet zijn en af was",
                "statushouder gezin code gelegenheid begint_op vervalt_op voldaan_op gestopt_op",
            )
        ],
        geen="onderwerp",
    )
    zonder_dossier_voor: ClassVar = "werkplek"
    afgeleid: ClassVar = True
    objects = TermijnQuerySet.as_manager()
    # what `met_status` adds
    status: str
    gedaan_op: date | None
    uitgesteld_tot: date | None
    uiterlijk: date
    reden: str
    # how far it is, in words, where a page asked its rule
    voortgang = ""
    # what the subject is called, where it was asked
    naam = ""

    class Meta:
        verbose_name, verbose_name_plural = "termijn", "termijnen"
        ordering = ["vervalt_op", "pk"]
        indexes = [models.Index(fields=["vervalt_op", "id"], name="termijn_op_vervaldag")]
        constraints = [
            models.UniqueConstraint(
                fields=["statushouder", "code", "gelegenheid"],
                name="termijn_een_per_gelegenheid",
                violation_error_message="Deze termijn staat er al.",
            ),
            models.UniqueConstraint(
                fields=["code", "onderwerp", "gelegenheid"],
                condition=Q(statushouder=None),
                name="termijn_een_per_onderwerp",
                violation_error_message="Deze termijn staat er al.",
            ),
            dossier_of_onderwerp(
                "termijn", "Een termijn is van een dossier of van een ander onderwerp: één van de twee."
            ),
            models.CheckConstraint(
                name="termijn_vervalt_niet_voor_begin",
                condition=Q(vervalt_op__gte=F("begint_op")),
                violation_error_message="Een termijn loopt niet af voordat zij begint.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} uiterlijk {self.vervalt_op}"
