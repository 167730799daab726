"""Homes, and the persons placed in them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Lower

from dossiers.models import Statushouder
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from kern.periode import PeriodeQuerySet, daterange, tot_na_van
from toegang.models import Organisatie


class Woningsoort(models.TextChoices):
    """Whether a home is for good. Source: rekenregels H10."""

    GEWOON = "gewoon", "Gewone woning"
    DOORSTROOM = "doorstroom", "Doorstroomlocatie of andere tijdelijke woning"


# Homes that are for more than one household: offered by the place. Source: rekenregels H10; plan, AMV homes.
PER_PLEK = Q(amv_woning=True) | Q(soort=Woningsoort.DOORSTROOM)


class WoningQuerySet(models.QuerySet["Woning"]):
    """Rows of homes."""

    def beschikbaar_op(self, dag: date) -> Self:
        """To be let on `dag`: first and last day inclusive."""
        vanaf = Q(beschikbaar_van=None) | Q(beschikbaar_van__lte=dag)
        return self.filter(vanaf, Q(beschikbaar_tot_en_met=None) | Q(beschikbaar_tot_en_met__gte=dag))

    def met_bewoners(self, dag: date) -> Self:
        """Annotate `bewoners`: persons who live there, or have a promise, at or after the end of `dag`."""
        bezet = (
            Plaatsing.objects.actueel().filter(Q(tot=None) | Q(tot__gt=dag), woning=OuterRef("pk")).order_by()
        )
        aantal = bezet.values("woning").annotate(n=Count("pk")).values("n")
        return self.annotate(bewoners=Coalesce(Subquery(aantal), 0))

    def met_adres_van(self, woning: Woning) -> Self:
        """At the same address, as `woning_adres_uniek` compares it."""
        return self.filter(
            postcode=woning.postcode,
            huisnummer=woning.huisnummer,
            toevoeging__iexact=woning.toevoeging,
            straat__iexact=woning.straat,
        )

    def met_plek_eerst(self) -> Self:
        """Homes with room before full ones, then by address; needs `met_bewoners`."""
        vol = Case(When(capaciteit__lte=F("bewoners"), then=Value(1)), default=Value(0))
        return self.order_by(vol, "straat", "huisnummer", "toevoeging")


@met_geschiedenis()
class Woning(VersieModel):
    """A home by its address. Without `capaciteit` there is no limit until somebody enters one."""

    straat = models.CharField(max_length=100)
    huisnummer = models.PositiveIntegerField()
    toevoeging = models.CharField(max_length=10, blank=True)
    postcode = models.CharField(max_length=6)
    plaats = models.CharField(max_length=80, default="Wassenaar")
    wijk = models.CharField(max_length=80, blank=True)
    verhuurder = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True)
    capaciteit = models.PositiveSmallIntegerField("plaatsen", null=True, blank=True)
    amv_woning = models.BooleanField("AMV-woning", default=False)
    soort = models.CharField(
        "soort woning", max_length=10, choices=Woningsoort.choices, default=Woningsoort.GEWOON
    )
    koppelgemeente = models.CharField(
        "koppelgemeente",
        max_length=80,
        default="Wassenaar",
        help_text="De gemeente waarvoor een tijdelijke woning telt, ook als zij in een andere gemeente staat.",
    )
    beschikbaar_van = models.DateField(null=True, blank=True)
    beschikbaar_tot_en_met = models.DateField(null=True, blank=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "huisvesting.huisvesten",
        gegevens=[Gegeven("adres", "straat huisnummer toevoeging postcode plaats wijk")],
        geen=("verhuurder capaciteit amv_woning soort koppelgemeente beschikbaar_van beschikbaar_tot_en_met"),
    )

    # Kept by the triggers of migration 0002, which also look where the page does not.
    triggerzinnen: ClassVar = {
        "woning_plaatsen_genoeg": (
            "Er wonen op een dag meer personen dan dit aantal plaatsen. Bron: aantal plaatsen van de woning."
        )
    }
    objects = WoningQuerySet.as_manager()

    class Meta:
        ordering = ["straat", "huisnummer", "toevoeging"]
        constraints = [
            models.UniqueConstraint(
                "postcode",
                "huisnummer",
                Lower("toevoeging"),
                Lower("straat"),
                name="woning_adres_uniek",
                violation_error_message="Deze woning staat al in de lijst.",
            ),
            models.CheckConstraint(
                name="woning_postcode_geldig",
                condition=Q(postcode__regex=r"^[1-9][0-9]{3}[A-Z]{2}$"),
                violation_error_message="Schrijf de postcode als 2241 AB.",
            ),
            models.CheckConstraint(
                name="woning_tot_en_met_na_van",
                condition=Q(beschikbaar_van=None)
                | Q(beschikbaar_tot_en_met=None)
                | Q(beschikbaar_tot_en_met__gte=F("beschikbaar_van")),
                violation_error_message="De laatste dag moet op of na de eerste dag liggen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.straat} {self.huisnummer}{self.toevoeging and '-' + self.toevoeging}"

    @property
    def per_plek(self) -> bool:
        """Is it for more than one household, and so offered by the place? As `PER_PLEK`."""
        return self.amv_woning or self.soort == Woningsoort.DOORSTROOM


class PlaatsingQuerySet(PeriodeQuerySet["Plaatsing"]):
    """Rows of placements."""

    def actueel(self) -> Self:
        """Of persons, not of a dossier that went up in another: who was registered twice lives in one home."""
        return self.filter(statushouder__samengevoegd_met=None)

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Placements of persons whom this user may see."""
        return self.filter(statushouder__in=Statushouder.objects.met_inzage(gebruiker, "huisvesting"))


@met_geschiedenis()
class Plaatsing(VersieModel):
    """One person in one home, from `van` (inclusive) to `tot` (exclusive; None: still there)."""

    statushouder = models.ForeignKey(Statushouder, models.PROTECT, related_name="plaatsingen")
    woning = models.ForeignKey(Woning, models.PROTECT, related_name="plaatsingen")
    van = models.DateField("ingangsdatum")
    tot = models.DateField("einddatum", null=True, blank=True)
    periode = daterange()

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "huisvesting.huisvesten",
        gegevens=[Gegeven("wie waar woont, van wanneer tot wanneer", "statushouder woning van tot periode")],
    )

    # Who was registered twice has the home on which the count stands: a count and its placement go together.
    # (Placements are asked first, before a count has moved.)
    voorrang: ClassVar = "statushouder__tellingen__telt_op"
    voorrangszin: ClassVar = "kan niet twee keer tegelijk: de woning van de vroegste telling blijft staan"
    # With the source, as `rules.BRONNEN` has it for who moves in.
    triggerzinnen: ClassVar = {
        "plaatsing_woning_niet_vol": (
            "In deze woning is dan geen plek meer. Bron: aantal plaatsen van de woning."
        ),
        "plaatsing_een_woning_tegelijk": (
            "Deze persoon woont in deze periode al op een ander adres. "
            "Bron: werkwijze van de gemeente, één woning tegelijk."
        ),
    }
    objects = PlaatsingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "plaatsing", "plaatsingen"
        ordering = ["van", "pk"]
        constraints = [
            tot_na_van("plaatsing_tot_na_van", "De einddatum moet na de ingangsdatum liggen."),
            ExclusionConstraint(
                name="plaatsing_een_woning_tegelijk",
                expressions=[("statushouder", RangeOperators.EQUAL), ("periode", RangeOperators.OVERLAPS)],
                # looked at when the statement ends, so that two rows can change places
                deferrable=models.Deferrable.IMMEDIATE,
                violation_error_message="Deze persoon woont in deze periode al op een ander adres.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statushouder} in {self.woning} vanaf {self.van}"
