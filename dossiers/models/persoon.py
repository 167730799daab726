"""A person and the numbers of their dossiers."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.apps import apps
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, Exists, F, Func, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Concat, ExtractMonth, ExtractYear
from django.db.models.lookups import Exact

from dossiers.models import inzage
from dossiers.models.keuzes import (
    NUMMER_NIET_TE_GEBRUIKEN,
    Geslacht,
    Nationaliteit,
    Opvang,
    Stand,
    Tolktaal,
    Vergunning,
    WijzeVanKomst,
)
from dossiers.models.nationaliteiten import nationaliteitkeuzes
from dossiers.models.sloten import vergrendel
from dossiers.models.zoeksleutels import Paarsleutels, Zoeksleutels, telefooncijfers
from kern.contract import Gebruiker, Gegeven, Gevoeligheid, Persoonsgegevens
from kern.geschiedenis import met_geschiedenis
from kern.leeftijd import Geboortedatum
from kern.models import VersieModel
from kern.namens import als_partner
from kern.velden import DatumNietVoorPartners, TekstNietVoorPartners, VersleuteldVeld

if TYPE_CHECKING:
    from dossiers.models.gezin import Gezinslid
    from dossiers.models.samenvoeging import Samenvoeging
    from dossiers.models.vestiging import Vestiging


class Dossierteller(models.Model):
    """Last dossier number given out in a year; its row is locked while numbers are taken."""

    jaar = models.PositiveSmallIntegerField(primary_key=True)
    laatste = models.PositiveIntegerField(default=0)

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="jaar laatste")

    def __str__(self) -> str:
        return f"{self.jaar}: {self.laatste}"


def _vestigingen(dag: date) -> QuerySet[Vestiging]:
    """Spells of the outer person that have begun on or before `dag`."""
    model: type[Vestiging] = apps.get_model("dossiers", "Vestiging")
    return model.objects.filter(statushouder=OuterRef("pk"), van__lte=dag)


class StatushouderQuerySet(models.QuerySet["Statushouder"]):
    """Rows of persons, and what holds for them on a day."""

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Persons that this user may see, on the day for which `kern.namens` asks; nobody without it.

        Who may read no dossiers sees nobody. A consulent sees who is certainly an adult; a partner who
        was referred to the own organisation, alone or with the family, as long as that holds. A shielded
        dossier is seen by who is named for it. A dossier that was merged into another is no longer seen:
        the other has all that was in it. Source: design section 10.
        """
        return self.filter(inzage.zichtbaar(gebruiker))

    def om_te_tellen(self, gebruiker: Gebruiker) -> Self:
        """These rows, of those whom this user may see, in the form that is counted quickest; see `bij_sleutel`."""
        return self.filter(inzage.bij_sleutel(gebruiker))

    def met_inzage(self, gebruiker: Gebruiker, domein: str) -> Self:
        """Of those whom this user may see, the persons of whose dossier they may read this domain."""
        return self.zichtbaar_voor(gebruiker).filter(inzage.leesbaar(gebruiker, domein))

    def actueel(self) -> Self:
        """Not merged into another dossier."""
        return self.filter(samengevoegd_met=None)

    def gevestigd_op(self, dag: date) -> Self:
        """Settled at the end of `dag`: who settles on it counts, who leaves on it no longer does.

        Once for who was registered twice: the spells are then those of the dossier that stays.
        """
        return self.actueel().filter(Exists(_vestigingen(dag).filter(Q(tot=None) | Q(tot__gt=dag))))

    def met_stand(self, dag: date) -> Self:
        """Annotate `stand` (a value of Stand) and `gevestigd_sinds` at the end of `dag`.

        How somebody came is none of a partner's business: to a partner who did not settle yet is registered.
        """
        begonnen = _vestigingen(dag)
        voor_vestiging = (
            []
            if als_partner()
            else [
                When(wijze_van_komst=WijzeVanKomst.NAREIZIGER, then=Value(Stand.VERWACHT)),
                When(coa_koppeldatum__lte=dag, then=Value(Stand.GEKOPPELD)),
            ]
        )
        return self.annotate(
            gevestigd_sinds=Subquery(begonnen.order_by("-van").values("van")[:1]),
            stand=Case(
                When(Exists(begonnen.filter(Q(tot=None) | Q(tot__gt=dag))), then=Value(Stand.GEVESTIGD)),
                When(Exists(begonnen), then=Value(Stand.VERTROKKEN)),
                *voor_vestiging,
                default=Value(Stand.GEREGISTREERD),
                output_field=models.CharField(),
            ),
        )

    def met_samenvoeging(self) -> Self:
        """Annotate `ooit_samengevoegd`: did this dossier take part in a merge, also one that was undone?"""
        model: type[Samenvoeging] = apps.get_model("dossiers", "Samenvoeging")
        erbij = model.objects.filter(Q(blijft=OuterRef("pk")) | Q(vervalt=OuterRef("pk")))
        return self.annotate(ooit_samengevoegd=Exists(erbij))

    def met_gezin(self, dag: date) -> Self:
        """Annotate `gezin_pk` and `gezin_naam`, the family on `dag`."""
        model: type[Gezinslid] = apps.get_model("dossiers", "Gezinslid")
        lid = model.objects.lopend_op(dag).filter(statushouder=OuterRef("pk"))
        return self.annotate(
            gezin_pk=Subquery(lid.values("gezin")[:1]), gezin_naam=Subquery(lid.values("gezin__naam")[:1])
        )


# What the BRP knows of a birth (A2), and `Geboortedatum` can read: nothing, a day, a whole month, a whole
# year. The day after the last one is the first of a month exactly when it is the last of its own. Both days
# must be known before they are compared: a check that comes out unknown lets everything pass.
_DAG_ERNA = Func(
    F("geboren_laatst"), template="EXTRACT(DAY FROM %(expressions)s + 1)", output_field=models.IntegerField()
)
_HELE_MAAND = Q(geboren_laatst__month=ExtractMonth("geboren_vroegst")) & Q(Exact(_DAG_ERNA, 1))
_HEEL_JAAR = Q(geboren_vroegst__month=1, geboren_laatst__month=12, geboren_laatst__day=31)
_GEBOREN_KAN = Q(geboren_vroegst__isnull=True, geboren_laatst__isnull=True) | (
    Q(geboren_vroegst__isnull=False, geboren_laatst__isnull=False)
    & (
        Q(geboren_vroegst=F("geboren_laatst"))
        | (
            Q(geboren_vroegst__day=1, geboren_laatst__year=ExtractYear("geboren_vroegst"))
            & (_HELE_MAAND | _HEEL_JAAR)
        )
    )
)


@met_geschiedenis(zonder=("bsn", "bsn_index", "zoeksleutels", "paarsleutels"))
class Statushouder(VersieModel):
    """One person; a dossier is of one person.

    `geboren_vroegst` and `geboren_laatst` are the first and last day on which the birth can have
    been (A2): equal when the day is known, both empty when nothing is.
    """

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nummer = models.CharField("dossiernummer", max_length=12, unique=True, editable=False)
    achternaam = models.CharField(max_length=200)
    voorvoegsel = models.CharField(max_length=20, blank=True)
    voornamen = models.CharField(max_length=200, blank=True)
    geboren_vroegst = models.DateField(null=True, blank=True)
    geboren_laatst = models.DateField(null=True, blank=True)
    geslacht = models.CharField(max_length=1, choices=Geslacht.choices, default=Geslacht.ONBEKEND)
    nationaliteit = TekstNietVoorPartners(
        max_length=80, choices=nationaliteitkeuzes, default=Nationaliteit.ONBEKEND
    )
    tolktaal = models.CharField("taal voor de tolk", max_length=3, choices=Tolktaal.choices, blank=True)
    bsn = VersleuteldVeld(blank=True)
    bsn_index = TekstNietVoorPartners(max_length=64, null=True, editable=False)
    vnummer = TekstNietVoorPartners("V-nummer", max_length=10, null=True, blank=True)
    vergunning = TekstNietVoorPartners(max_length=10, choices=Vergunning.choices, default=Vergunning.ASIEL)
    vergunning_op = DatumNietVoorPartners("vergunning sinds", null=True, blank=True)
    wijze_van_komst = TekstNietVoorPartners(
        max_length=10, choices=WijzeVanKomst.choices, default=WijzeVanKomst.KOPPELING
    )
    opvang = TekstNietVoorPartners(max_length=10, choices=Opvang.choices, default=Opvang.AZC)
    coa_koppeldatum = DatumNietVoorPartners("datum koppeling", null=True, blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    afgeschermd = models.BooleanField(
        default=False, editable=False, help_text="Only who has an Inzagerecht may know of this dossier."
    )
    samengevoegd_met = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="samengevoegd"
    )
    sorteernaam = models.GeneratedField(
        expression=Func(Concat("achternaam", Value(" "), "voornamen"), function="zoeknaam"),
        output_field=models.TextField(),
        db_persist=True,
    )
    zoeksleutels = Zoeksleutels()
    paarsleutels = Paarsleutels()

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "dossiers.dossier",
        gegevens=[
            Gegeven("nummer van het dossier", "id sleutel nummer samengevoegd_met"),
            Gegeven("naam", "achternaam voorvoegsel voornamen sorteernaam zoeksleutels paarsleutels"),
            Gegeven("geboortedatum en geslacht", "geboren_vroegst geboren_laatst geslacht"),
            Gegeven(
                "nationaliteit en taal",
                "nationaliteit tolktaal",
                Gevoeligheid.BIJZONDER,
                "Kan etnische afkomst tonen; alleen om iemand te herkennen (UAVG, artikel 25).",
            ),
            Gegeven(
                "burgerservicenummer",
                "bsn bsn_index",
                Gevoeligheid.NATIONAAL_NUMMER,
                "Alleen waar een wet het noemt (Wet inburgering 2021, artikel 36). Nooit voor partners.",
            ),
            Gegeven("V-nummer", "vnummer"),
            Gegeven("verblijf en komst", "vergunning vergunning_op wijze_van_komst opvang coa_koppeldatum"),
            Gegeven("telefoon en e-mail", "telefoon email"),
            Gegeven("afscherming", "afgeschermd"),
        ],
    )

    triggerzinnen: ClassVar = {
        "afgeschermd_met_naam": "Er moet altijd een collega zijn die dit afgeschermde dossier mag zien.",
    }
    objects = StatushouderQuerySet.as_manager()

    class Meta:
        ordering = ["sorteernaam", "pk"]
        # each is the order of a list: paging goes on from a row, and needs exactly this index
        indexes = [
            models.Index(fields=["sorteernaam", "id"], name="statushouder_op_naam"),
            models.Index(fields=["geboren_vroegst", "id"], name="statushouder_op_geboren"),
            models.Index(fields=["coa_koppeldatum", "id"], name="statushouder_op_koppeldatum"),
            # asked in each statement by the row rules; nearly always empty
            models.Index(fields=["id"], condition=Q(afgeschermd=True), name="statushouder_afgeschermd"),
            # what the search goes by
            GinIndex(fields=["zoeksleutels"], name="statushouder_op_zoeksleutels"),
            GinIndex(fields=["sorteernaam"], opclasses=["gin_trgm_ops"], name="statushouder_op_letters"),
            models.Index(telefooncijfers(), condition=~Q(telefoon=""), name="statushouder_op_telefoon"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["bsn_index"],
                name="statushouder_bsn_uniek",
                violation_error_message=NUMMER_NIET_TE_GEBRUIKEN,
            ),
            models.UniqueConstraint(
                fields=["vnummer"],
                name="statushouder_vnummer_uniek",
                violation_error_message=NUMMER_NIET_TE_GEBRUIKEN,
            ),
            models.CheckConstraint(
                name="statushouder_vnummer_tien_cijfers",
                condition=Q(vnummer__isnull=True) | Q(vnummer__regex=r"^[0-9]{10}$"),
                violation_error_message="Een V-nummer heeft 10 cijfers.",
            ),
            models.CheckConstraint(
                name="statushouder_geboren_kan",
                condition=_GEBOREN_KAN,
                violation_error_message="Deze geboortedatum kan niet.",
            ),
            models.CheckConstraint(
                name="statushouder_bsn_met_index",
                condition=Q(bsn="", bsn_index__isnull=True) | (~Q(bsn="") & Q(bsn_index__isnull=False)),
                violation_error_message="Dit BSN kan niet worden bewaard.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @classmethod
    def vergrendeld(cls, pk: Any, versie: int) -> Self:
        """As ever, with all who are in a family with this person."""
        vergrendel([pk])
        return super().vergrendeld(pk, versie)

    @property
    def naam(self) -> str:
        """Name as people say it: given names, prefix, family name."""
        return " ".join(deel for deel in (self.voornamen, self.voorvoegsel, self.achternaam) if deel)

    @property
    def lijstnaam(self) -> str:
        """Name as a list has it: family name first, prefix behind (N5)."""
        voor = " ".join(deel for deel in (self.voornamen, self.voorvoegsel) if deel)
        return f"{self.achternaam}, {voor}" if voor else self.achternaam

    @property
    def geboren(self) -> Geboortedatum:
        return Geboortedatum(self.geboren_vroegst, self.geboren_laatst)

    if TYPE_CHECKING:

        def get_absolute_url(self) -> str:
            """The page of this person; the project says which (ABSOLUTE_URL_OVERRIDES)."""
