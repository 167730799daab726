"""Sharing a dossier with a partner: for whom, about what, why, on which basis, and until when."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce, Least

from dossiers.models.gezin import Gezin
from dossiers.models.keuzes import Grondslag, Verwijsstand
from dossiers.models.persoon import Statushouder
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from toegang.models import Organisatie, Rol


class _Verborgen(Func):
    """Is this key in what the database keeps from this user (`dossiers.rijrechten`)? No where it is empty.

    By a subquery, so that it is asked once and not for each row.
    """

    template = "coalesce(%(expressions)s = ANY ((SELECT %(function)s())::bigint[]), false)"
    output_field = models.BooleanField()


def _dagen() -> models.GeneratedField:
    """The days from `van` to `tot_en_met`, both included, for the exclusion constraints.

    Least keeps it from raising where `tot_en_met` lies before `van`: the check constraint says that.
    """
    return models.GeneratedField(
        expression=Func(Least("van", "tot_en_met"), "tot_en_met", Value("[]"), function="daterange"),
        output_field=DateRangeField(),
        db_persist=True,
    )


def _een_keer(onderwerp: str) -> ExclusionConstraint:
    """Nobody is asked for the same while it is open or in force."""
    return ExclusionConstraint(
        name=f"doorverwijzing_een_keer_per_{onderwerp}",
        expressions=[
            (onderwerp, RangeOperators.EQUAL),
            ("organisatie", RangeOperators.EQUAL),
            ("periode", RangeOperators.OVERLAPS),
        ],
        condition=Q(afgewezen_op=None, beeindigd_op=None),
        # looked at when the statement ends, so that two rows can change places
        deferrable=models.Deferrable.IMMEDIATE,
        violation_error_message="Deze organisatie is in deze periode al gevraagd. Trek die verwijzing eerst in.",
    )


def _op_tijd(dag: date) -> Q:
    """There is still time to answer; what was asked before there was a term for it has until it is over."""
    return Q(antwoord_tot_en_met=None) | Q(antwoord_tot_en_met__gte=dag)


class DoorverwijzingQuerySet(models.QuerySet["Doorverwijzing"]):
    """Rows of referrals."""

    def geldig_op(self, dag: date | Func[Any]) -> Self:
        """Accepted and in force at the end of `dag`: the partner sees the dossier."""
        return self.filter(
            Q(beeindigd_op=None) | Q(beeindigd_op__gt=dag),
            aangenomen_op__lte=dag,
            van__lte=dag,
            tot_en_met__gte=dag,
        )

    def open_op(self, dag: date) -> Self:
        """Asked and not yet answered, in time to answer: the partner sees the minimal card only."""
        return self.onbeantwoord().filter(_op_tijd(dag), gevraagd_op__lte=dag, tot_en_met__gte=dag)

    def onbeantwoord(self) -> Self:
        """Neither answered nor ended, whether there is still time or not."""
        return self.filter(aangenomen_op=None, afgewezen_op=None, beeindigd_op=None)

    def lopend_op(self, dag: date) -> Self:
        """Accepted and not over at the end of `dag`; it may still have to begin."""
        return self.filter(
            Q(beeindigd_op=None) | Q(beeindigd_op__gt=dag), aangenomen_op__lte=dag, tot_en_met__gte=dag
        )

    def voorbij_op(self, dag: date) -> Self:
        """Declined, withdrawn, finished or expired at the end of `dag`."""
        return self.filter(
            Q(afgewezen_op__lte=dag)
            | Q(beeindigd_op__lte=dag)
            | Q(tot_en_met__lt=dag)
            | Q(aangenomen_op=None, antwoord_tot_en_met__lt=dag)
        )

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Referrals that this user may read: a partner those to the own organisation.

        Not of a shielded dossier, nor of a family of which every member is shielded, for whoever may not
        know of it: on the day for which `kern.namens` asks.
        """
        if gebruiker.rol == Rol.PARTNER:
            eigen = self.filter(organisatie=gebruiker.organisatie_id)
            return eigen.exclude(
                _Verborgen("statushouder", function="wi_verborgen")
                | _Verborgen("gezin", function="wi_geheel_verborgen_gezinnen")
            )
        zichtbaar = Statushouder.objects.zichtbaar_voor(gebruiker)
        return self.filter(
            Q(statushouder__in=zichtbaar) | Q(gezin__leden__statushouder__in=zichtbaar)
        ).distinct()


@met_geschiedenis(zonder=("kaart",))
class Doorverwijzing(VersieModel):
    """One dossier, or a whole family with those who come later, shared with one organisation.

    `van` and `tot_en_met` are inclusive. `beeindigd_op` (withdrawn or finished) is the first day on
    which it no longer holds. `herinner_na`, `coordinator_na` and `antwoord_tot_en_met` are the days of
    `rules.antwoordtermijn`, as they were agreed on the day of asking; without an answer it expires after the
    last of them. `kaart` is the snapshot that the partner decided on: no name of other
    members and no BSN.
    """

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    statushouder = models.ForeignKey(
        Statushouder, models.PROTECT, null=True, blank=True, related_name="doorverwijzingen"
    )
    gezin = models.ForeignKey(Gezin, models.PROTECT, null=True, blank=True, related_name="doorverwijzingen")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="doorverwijzingen")
    domeinen = ArrayField(models.CharField(max_length=30), verbose_name="onderwerpen")
    doel = models.CharField("waarvoor?", max_length=200)
    grondslag = models.CharField(max_length=20, choices=Grondslag.choices, default=Grondslag.TAAK)
    van = models.DateField("vanaf")
    tot_en_met = models.DateField("tot en met")
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    herinner_na = models.DateField(null=True, editable=False)
    coordinator_na = models.DateField(null=True, editable=False)
    antwoord_tot_en_met = models.DateField("antwoord uiterlijk op", null=True, editable=False)
    herinnerd_op = models.DateField(null=True, editable=False)
    aangenomen_op = models.DateField(null=True, blank=True, editable=False)
    afgewezen_op = models.DateField(null=True, blank=True, editable=False)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    reden = models.CharField("reden", max_length=200, blank=True, editable=False)
    beeindigd_op = models.DateField(null=True, blank=True, editable=False)
    beeindigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    einde = models.CharField(max_length=20, blank=True, editable=False)
    kaart = models.JSONField(editable=False)
    periode = _dagen()

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.verwijzing",
        gegevens=[
            Gegeven(
                "verwijzing: aan wie, waarover, waarvoor en tot wanneer",
                "sleutel statushouder gezin organisatie domeinen doel grondslag van tot_en_met gevraagd_op"
                " herinner_na coordinator_na antwoord_tot_en_met herinnerd_op"
                " aangenomen_op afgewezen_op reden beeindigd_op einde periode",
            ),
            Gegeven("wat de partner zag toen die besliste", "kaart"),
            Gegeven(
                "wie verwees en wie antwoordde",
                "gevraagd_door beantwoord_door beeindigd_door",
                over=GEBRUIKERS,
            ),
        ],
    )

    INGETROKKEN: ClassVar[str] = "ingetrokken"
    AFGEROND: ClassVar[str] = "afgerond"
    VERLOPEN: ClassVar[str] = "verlopen"
    voorrang: ClassVar[str] = "aangenomen_op"  # of two that cannot stand beside each other, the accepted one
    voorrangszin: ClassVar[str] = "kan niet twee keer tegelijk: de eerst aangenomen verwijzing blijft staan"
    triggerzinnen: ClassVar = {
        "doorverwijzing_antwoord_blijft": "Deze verwijzing is al beantwoord of beëindigd.",
    }
    objects = DoorverwijzingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "verwijzing", "verwijzingen"
        ordering = ["-gevraagd_op", "-pk"]
        indexes = [
            # what waits for an answer: counted in the menu of each page of a partner
            models.Index(
                fields=["organisatie"],
                name="doorverwijzing_wacht",
                condition=Q(aangenomen_op=None, afgewezen_op=None, beeindigd_op=None),
            ),
            # whom an organisation sees: asked once in each of its requests (`dossiers.rijrechten`), without the rows
            models.Index(
                fields=["organisatie"],
                include=["statushouder", "gezin", "van", "tot_en_met", "aangenomen_op", "beeindigd_op"],
                name="doorverwijzing_gezien",
                condition=Q(aangenomen_op__isnull=False),
            ),
        ]
        constraints = [
            _een_keer("statushouder"),
            _een_keer("gezin"),
            models.CheckConstraint(
                name="doorverwijzing_op_tijd_aangenomen",
                condition=Q(aangenomen_op=None)
                | Q(aangenomen_op__lte=Least("tot_en_met", Coalesce("antwoord_tot_en_met", "tot_en_met"))),
                violation_error_message="Deze verwijzing is verlopen. Vraag de gemeente om een nieuwe.",
            ),
            models.CheckConstraint(
                name="doorverwijzing_afgewezen_met_reden",
                condition=Q(afgewezen_op=None) | ~Q(reden=""),
                violation_error_message="Vul in waarom u deze verwijzing afwijst.",
            ),
            models.CheckConstraint(
                name="doorverwijzing_einde_met_dag",
                condition=Q(beeindigd_op=None, einde="")
                | Q(beeindigd_op__isnull=False, einde__in=["ingetrokken", "afgerond", "verlopen"]),
                violation_error_message="Een verwijzing eindigt op een dag: ingetrokken, afgerond of verlopen.",
            ),
            models.CheckConstraint(
                name="doorverwijzing_dossier_of_gezin",
                condition=Q(statushouder=None) ^ Q(gezin=None),
                violation_error_message="Kies één dossier, of het hele gezin.",
            ),
            models.CheckConstraint(
                name="doorverwijzing_tot_en_met_na_van",
                condition=Q(tot_en_met__gte=F("van")),
                violation_error_message="De laatste dag moet op of na de eerste dag liggen.",
            ),
            models.CheckConstraint(
                name="doorverwijzing_een_antwoord",
                condition=Q(aangenomen_op=None) | Q(afgewezen_op=None),
                violation_error_message="Deze verwijzing is al beantwoord.",
            ),
            models.CheckConstraint(
                name="doorverwijzing_met_onderwerp",
                condition=~Q(domeinen=[]),
                violation_error_message="Kies waarover u deze partner iets laat zien.",
            ),
        ]

    def __str__(self) -> str:
        return f"Verwijzing naar {self.organisatie}"

    def stand_op(self, dag: date) -> Verwijsstand:
        """Where it stands at the end of `dag`."""
        if self.beeindigd_op and self.beeindigd_op <= dag:
            return Verwijsstand(self.einde)
        if self.afgewezen_op and self.afgewezen_op <= dag:
            return Verwijsstand.AFGEWEZEN
        beantwoord = self.aangenomen_op and self.aangenomen_op <= dag
        if self.tot_en_met < dag or (not beantwoord and self.laatste_antwoorddag < dag):
            return Verwijsstand.VERLOPEN
        return Verwijsstand.AANGENOMEN if beantwoord else Verwijsstand.GEVRAAGD

    @property
    def laatste_antwoorddag(self) -> date:
        """The last day on which an answer is taken."""
        return self.antwoord_tot_en_met or self.tot_en_met
