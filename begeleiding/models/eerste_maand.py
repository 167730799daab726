"""The first month of a family: one list for who settle together, and how each step of it stands."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Q, Subquery
from django.db.models.functions import Cast, Coalesce

from begeleiding.models.stappen import EersteMaandStap, Stappenlijst
from dossiers.models import Gezin, Statushouder, Vestiging
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from termijnen.models import Termijn
from toegang.models import Organisatie

# The plan: the first month is 30 days after the day of settling (T1 for days; no law, so no T4).
DAGEN = 30
TERMIJN = "begeleiding.eerste_maand"  # the code of its term
# Of the steps of a list those that this family has to do.
_GELDT = Q(stappen__stap__alleen_met_kinderen=False) | Q(met_kinderen=True)
# A step that somebody found not to apply to this family is none of them from that day on.
_NVT = Q(stappen__niet_van_toepassing=True, stappen__feit_op=None)


def _open_stap(open_: Q) -> models.QuerySet[Stapstand]:
    """Steps of the outer list that apply to its family, and are open in this sense."""
    geldt = Q(stap__alleen_met_kinderen=False) | Q(eerste_maand__met_kinderen=True)
    return Stapstand.objects.filter(geldt & open_, eerste_maand=OuterRef("pk"))


def _termijn(lijst: str, hoofd: str) -> models.QuerySet[Termijn]:
    """The term of a list of the outer query, whose key and head stand in these columns."""
    gelegenheid = Cast(OuterRef(lijst), models.CharField())
    return Termijn.objects.filter(
        statushouder=OuterRef(hoofd), code=TERMIJN, gelegenheid=gelegenheid
    ).order_by()


def gestopt_op(vanaf: str = "") -> Subquery:
    """From which day on a list of the outer query is asked no more, or the list that it reaches by `vanaf`.

    Read of its term: that is computed of every member, whoever asks.
    """
    return Subquery(_termijn(f"{vanaf}pk", f"{vanaf}statushouder").values("gestopt_op")[:1])


class EersteMaandQuerySet(models.QuerySet["EersteMaand"]):
    """Lists of families."""

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Lists in dossiers of which this user may read guidance."""
        return self.filter(statushouder__in=Statushouder.objects.met_inzage(gebruiker, "begeleiding"))

    def begonnen_op(self, dag: date) -> Self:
        """Of families that settled on or before `dag`."""
        return self.filter(begint_op__lte=dag)

    def met_aantallen(self, dag: date) -> Self:
        """Annotate at the end of `dag`: `nodig` (steps that apply), `gedaan` of these, `op_tijd` (within 30 days).

        `nvt` are the steps that somebody found not to apply. All is done where `gedaan` is `nodig`.
        """
        nvt = _NVT & Q(stappen__gedaan_op__lte=dag)
        telt = _GELDT & ~nvt
        klaar = telt & Q(stappen__klaar_op__lte=dag)
        return self.annotate(
            nodig=Count("stappen", filter=telt),
            gedaan=Count("stappen", filter=klaar),
            op_tijd=Count("stappen", filter=klaar & Q(stappen__klaar_op__lte=F("uiterlijk_op"))),
            nvt=Count("stappen", filter=_GELDT & nvt),
        )

    def met_vertrek(self) -> Self:
        """Annotate `gestopt_op`: see `EersteMaand`."""
        return self.annotate(gestopt_op=gestopt_op())

    def open_op(self, dag: date) -> Self:
        """Begun, with a step that is still to do at the end of `dag`; the first to be late first.

        Of who left nothing is asked any more.
        """
        rijen = self.begonnen_op(dag).filter(Exists(_open_stap(Q(klaar_op=None) | Q(klaar_op__gt=dag))))
        gestopt = _termijn("pk", "statushouder").filter(gestopt_op__lte=dag)
        return rijen.filter(~Exists(gestopt)).order_by("uiterlijk_op", "pk")

    def zonder_open_stap(self) -> Self:
        """Of which every step that applies was done, on whatever day."""
        return self.exclude(Exists(_open_stap(Q(klaar_op=None))))


class EersteMaand(models.Model):
    """The list of those of a family who settled within 30 days of each other; who come later get one of their own.

    Derived, as the count is: `begeleiding.actions.volg_vestigingen` writes it. The dossier is that of the head of
    the family. `begint_op` is the day of settling, empty where that was taken back; `lijst` the version that held
    on that day. It goes with the dossier; what somebody ticked holds that back (`Stapstand.vestiging`).
    """

    gezin = models.ForeignKey(Gezin, models.CASCADE, related_name="eerste_maanden")
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="eerste_maanden")
    lijst = models.ForeignKey(Stappenlijst, models.PROTECT, related_name="eerste_maanden")
    begint_op = models.DateField(null=True)
    met_kinderen = models.BooleanField(default=False)
    uiterlijk_op = models.GeneratedField(
        expression=Func(
            F("begint_op"), template=f"(%(expressions)s + {DAGEN})", output_field=models.DateField()
        ),
        output_field=models.DateField(),
        db_persist=True,
    )

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "begeleiding.begeleiden",
        gegevens=[
            Gegeven(
                "eerste maand: welk gezin, vanaf wanneer",
                "gezin statushouder begint_op uiterlijk_op met_kinderen",
            )
        ],
        geen="id lijst",
    )

    objects = EersteMaandQuerySet.as_manager()
    # from which day on nobody is asked for it, for all who settled with it left; what `met_vertrek` adds
    gestopt_op: date | None = None
    # what `met_aantallen` adds
    nodig: int
    gedaan: int
    op_tijd: int
    nvt: int

    class Meta:
        verbose_name, verbose_name_plural = "eerste maand", "eerste maanden"
        ordering = ["begint_op", "pk"]
        indexes = [models.Index(fields=["begint_op", "id"], name="eerstemaand_op_begin")]
        constraints = [
            models.UniqueConstraint(
                name="eerstemaand_een_per_dag",
                fields=["gezin", "begint_op"],
                deferrable=models.Deferrable.IMMEDIATE,
                violation_error_message="Dit gezin heeft al een eerste maand vanaf deze dag.",
            ),
        ]

    def __str__(self) -> str:
        return f"Eerste maand vanaf {self.begint_op}"

    def vertrokken_op(self, dag: date) -> bool:
        """Had all who settled with it left at the end of `dag`? Of a list with `gestopt_op`."""
        return self.gestopt_op is not None and self.gestopt_op <= dag


class StapstandQuerySet(models.QuerySet["Stapstand"]):
    """Steps of families."""

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Steps in dossiers of which this user may read guidance."""
        return self.filter(statushouder__in=Statushouder.objects.met_inzage(gebruiker, "begeleiding"))

    def van_toepassing(self) -> Self:
        """Without the steps that ask for a child where there is none."""
        return self.filter(Q(stap__alleen_met_kinderen=False) | Q(eerste_maand__met_kinderen=True))


@met_geschiedenis()
class Stapstand(VersieModel):
    """How one step of a list stands: ticked on a day, found not to apply, or done by a fact of another domain.

    `feit_op` is derived from those facts, and prevails over what was ticked. `klaar_op` is the day on which it
    was done, or found not to apply. `vestiging` is the spell that a tick leans on: it keeps an import of this
    family from being taken back under the work of somebody else.
    """

    eerste_maand = models.ForeignKey(EersteMaand, models.CASCADE, related_name="stappen")
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="eerste_maand_stappen")
    stap = models.ForeignKey(EersteMaandStap, models.PROTECT, related_name="standen")
    gedaan_op = models.DateField("wanneer gedaan?", null=True, blank=True)
    niet_van_toepassing = models.BooleanField("niet van toepassing", default=False)
    reden = models.CharField("waarom niet?", max_length=200, blank=True)
    opmerking = models.CharField("opmerking", max_length=300, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, editable=False, related_name="+")
    vestiging = models.ForeignKey(
        Vestiging, models.SET_NULL, null=True, editable=False, related_name="eerste_maand_stappen"
    )
    feit_op = models.DateField(null=True, editable=False)
    klaar_op = models.GeneratedField(
        expression=Coalesce("feit_op", "gedaan_op"), output_field=models.DateField(), db_persist=True
    )

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "begeleiding.begeleiden",
        gegevens=[
            Gegeven(
                "eerste maand: wat wanneer klaar was, of waarom niet",
                "eerste_maand statushouder stap gedaan_op niet_van_toepassing reden opmerking vestiging feit_op"
                " klaar_op",
            ),
            Gegeven("wie het afvinkte", "door organisatie", over=GEBRUIKERS),
        ],
        geen="id versie",
    )

    objects = StapstandQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "stap in de eerste maand", "stappen in de eerste maand"
        ordering = ["eerste_maand", "stap__volgorde", "pk"]
        # what is still to do, of few lists among many
        indexes = [
            models.Index(fields=["eerste_maand"], condition=Q(klaar_op=None), name="stapstand_nog_te_doen")
        ]
        constraints = [
            models.UniqueConstraint(
                name="stapstand_een_per_stap",
                fields=["eerste_maand", "stap"],
                violation_error_message="Deze stap staat al op de lijst van dit gezin.",
            ),
            models.CheckConstraint(
                name="stapstand_nvt_met_reden",
                condition=Q(niet_van_toepassing=False) | (Q(gedaan_op__isnull=False) & ~Q(reden="")),
                violation_error_message="Schrijf op waarom deze stap niet van toepassing is.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.stap)
