"""Where homes come from, and to whom one is offered: agreements, possible homes, offers."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from dossiers.models import Statushouder
from huisvesting.models.woning import Woning
from kern.contract import Gebruiker, Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from toegang.models import Gebruiker as GebruikerModel
from toegang.models import Organisatie


class PrestatieafspraakQuerySet(models.QuerySet["Prestatieafspraak"]):
    """Rows of agreements."""

    def geldig_op(self, dag: date) -> Self:
        """Holding on `dag`: first and last day inclusive."""
        return self.filter(van__lte=dag, tot_en_met__gte=dag)


@met_geschiedenis()
class Prestatieafspraak(VersieModel):
    """How many homes a landlord promises in a time; `van` and `tot_en_met` are both inclusive.

    Source: Woningwet, art. 44 (prestatieafspraken of municipality, corporation and tenants).
    """

    verhuurder = models.ForeignKey(Organisatie, models.PROTECT, related_name="prestatieafspraken")
    van = models.DateField("eerste dag")
    tot_en_met = models.DateField("laatste dag")
    woningen = models.PositiveSmallIntegerField("woningen")
    waarvan_amv = models.PositiveSmallIntegerField("waarvan AMV-woningen", default=0)
    bron = models.CharField("waar staat dit?", max_length=200)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        geen="versie verhuurder van tot_en_met woningen waarvan_amv bron"
    )
    objects = PrestatieafspraakQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "prestatieafspraak", "prestatieafspraken"
        ordering = ["-van", "verhuurder__naam"]
        constraints = [
            models.CheckConstraint(
                name="prestatieafspraak_tot_en_met_na_van",
                condition=Q(tot_en_met__gte=F("van")),
                violation_error_message="De laatste dag moet op of na de eerste dag liggen.",
            ),
            models.CheckConstraint(
                name="prestatieafspraak_amv_binnen_totaal",
                condition=Q(waarvan_amv__lte=F("woningen")),
                violation_error_message="Er kunnen niet meer AMV-woningen dan woningen zijn.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verhuurder}: {self.woningen} woningen"


class MogelijkeWoningStatus(models.TextChoices):
    """How far a possible home is."""

    IDEE = "idee", "Idee"
    ONDERZOEK = "onderzoek", "In onderzoek"
    TOEGEZEGD = "toegezegd", "Toegezegd"
    AFGEVALLEN = "afgevallen", "Afgevallen"
    WONING = "woning", "In de lijst met woningen"


class Herkomst(models.TextChoices):
    """From whom a possible home would come. Source: plan, housing chapter (commercial and municipal space)."""

    CORPORATIE = "corporatie", "Woningcorporatie"
    COMMERCIEEL = "commercieel", "Commerciële verhuurder"
    GEMEENTE = "gemeente", "Gebouw van de gemeente"
    PARTICULIER = "particulier", "Particulier"


class MogelijkeWoningQuerySet(models.QuerySet["MogelijkeWoning"]):
    """Rows of possible homes."""

    def in_beeld(self) -> Self:
        """May still become a home."""
        return self.exclude(status__in=[MogelijkeWoningStatus.AFGEVALLEN, MogelijkeWoningStatus.WONING])


@met_geschiedenis()
class MogelijkeWoning(VersieModel):
    """A home, or a building with room for several, that may come: with its status, owner and expected day."""

    omschrijving = models.CharField("adres of gebouw", max_length=200)
    wijk = models.CharField(max_length=80, blank=True)
    herkomst = models.CharField(max_length=12, choices=Herkomst.choices)
    eigenaar = models.CharField("eigenaar of verhuurder", max_length=200, blank=True)
    behandelaar = models.ForeignKey(
        GebruikerModel, models.PROTECT, null=True, blank=True, verbose_name="wie zoekt dit uit?"
    )
    woningen = models.PositiveSmallIntegerField("aantal woningen", default=1)
    plaatsen = models.PositiveSmallIntegerField("plaatsen per woning", null=True, blank=True)
    status = models.CharField(
        max_length=12, choices=MogelijkeWoningStatus.choices, default=MogelijkeWoningStatus.IDEE
    )
    verwacht_op = models.DateField("verwacht op", null=True, blank=True)
    toelichting = models.TextField(blank=True)
    woning = models.ForeignKey(Woning, models.PROTECT, null=True, blank=True, related_name="kwam_uit")

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "huisvesting.huisvesten",
        GEBRUIKERS,
        gegevens=[Gegeven("wie een mogelijke woning uitzoekt", "behandelaar")],
        geen=(
            "versie omschrijving wijk herkomst eigenaar woningen plaatsen status verwacht_op toelichting woning"
        ),
    )
    objects = MogelijkeWoningQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "mogelijke woning", "mogelijke woningen"
        ordering = [F("verwacht_op").asc(nulls_last=True), "omschrijving", "pk"]
        constraints = [
            models.CheckConstraint(
                name="mogelijke_woning_ten_minste_een",
                condition=Q(woningen__gte=1),
                violation_error_message="Het gaat om ten minste één woning.",
            ),
            models.CheckConstraint(
                name="mogelijke_woning_toegezegd_met_dag",
                condition=~Q(status=MogelijkeWoningStatus.TOEGEZEGD) | Q(verwacht_op__isnull=False),
                violation_error_message="Een toegezegde woning heeft een dag waarop zij komt.",
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving


class AanbodQuerySet(models.QuerySet["Aanbod"]):
    """Rows of offers."""

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Offers to persons whom this user may see."""
        return self.filter(statushouder__in=Statushouder.objects.met_inzage(gebruiker, "huisvesting"))

    def zonder_uitkomst(self) -> Self:
        """Neither declined, withdrawn nor signed, as it is known now."""
        return self.filter(_OPEN)

    def open_op(self, dag: date) -> Self:
        """Made on or before `dag`, and at its end neither declined, withdrawn nor signed.

        Who signed for a later day has the promise of a home, as a placement ahead, and no offer any more.
        """
        return self.filter(
            Q(geweigerd_op=None) | Q(geweigerd_op__gt=dag),
            Q(ingetrokken_op=None) | Q(ingetrokken_op__gt=dag),
            contract_op=None,
            aangeboden_op__lte=dag,
        )


_OPEN = Q(geweigerd_op=None, ingetrokken_op=None, contract_op=None)


def _niet_voor_aanbod(veld: str, zin: str) -> models.CheckConstraint:
    """This day lies on or after the day of the offer, or is not known."""
    return models.CheckConstraint(
        name=f"aanbod_{veld}_na_aanbod",
        condition=Q(**{f"{veld}__isnull": True}) | Q(**{f"{veld}__gte": F("aangeboden_op")}),
        violation_error_message=zin,
    )


@met_geschiedenis()
class Aanbod(VersieModel):
    """A home that is offered to a household, by its main tenant, and what came of it, day by day.

    `contract_op` is the day on which the tenancy starts; the placement follows from it. `personen` is
    how many would move in. Steps after the offer are dated on or after it; declined, withdrawn and
    signed exclude one another.
    """

    statushouder = models.ForeignKey(
        Statushouder, models.PROTECT, related_name="aanbod", verbose_name="hoofdhuurder"
    )
    woning = models.ForeignKey(Woning, models.PROTECT, related_name="aanbod")
    personen = models.PositiveSmallIntegerField("personen die erin gaan", default=1)
    aangeboden_op = models.DateField("aangeboden op")
    bezichtigd_op = models.DateField("bezichtigd op", null=True, blank=True)
    geaccepteerd_op = models.DateField("geaccepteerd op", null=True, blank=True)
    geweigerd_op = models.DateField("geweigerd op", null=True, blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    reden = models.CharField("reden van weigeren of intrekken", max_length=300, blank=True)
    contract_op = models.DateField("huur gaat in op", null=True, blank=True)
    sleutel_op = models.DateField("sleutel gekregen op", null=True, blank=True)

    persoonsgegevens: ClassVar = Persoonsgegevens(
        "huisvesting.huisvesten",
        gegevens=[
            Gegeven(
                "welke woning wordt aangeboden en wat daarop volgt",
                "statushouder woning personen aangeboden_op bezichtigd_op geaccepteerd_op geweigerd_op"
                " ingetrokken_op reden contract_op sleutel_op",
            )
        ],
        geen="versie",
    )
    # Kept by the trigger of migration 0011: an AMV home is offered by the place, any other as a whole.
    triggerzinnen: ClassVar = {
        "aanbod_een_open_per_woning": (
            "Deze woning is al aan iemand aangeboden. Rond dat aanbod eerst af. "
            "Bron: werkwijze van de gemeente, één aanbod tegelijk."
        )
    }
    objects = AanbodQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "aanbod", "aanbod"
        ordering = ["aangeboden_op", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["statushouder"],
                name="aanbod_een_open_per_hoofdhuurder",
                condition=_OPEN,
                violation_error_message=(
                    "Voor deze persoon staat al een aanbod open. Rond dat eerst af. "
                    "Bron: werkwijze van de gemeente, één aanbod tegelijk."
                ),
            ),
            models.CheckConstraint(
                name="aanbod_een_uitkomst",
                condition=(
                    Q(geweigerd_op=None, ingetrokken_op=None)
                    | Q(geweigerd_op=None, contract_op=None)
                    | Q(ingetrokken_op=None, contract_op=None)
                ),
                violation_error_message="Een aanbod is geweigerd, ingetrokken of getekend: één van de drie.",
            ),
            models.CheckConstraint(
                name="aanbod_reden_bij_nee",
                condition=Q(geweigerd_op=None, ingetrokken_op=None) | ~Q(reden=""),
                violation_error_message="Schrijf op waarom de woning is geweigerd of ingetrokken.",
            ),
            models.CheckConstraint(
                name="aanbod_sleutel_na_contract",
                condition=Q(sleutel_op=None) | Q(contract_op__isnull=False),
                violation_error_message="De sleutel komt pas als de huur een begindatum heeft.",
            ),
            models.CheckConstraint(
                name="aanbod_personen_ten_minste_een",
                condition=Q(personen__gte=1),
                violation_error_message="Er gaat ten minste één persoon in de woning.",
            ),
            _niet_voor_aanbod("bezichtigd_op", "De bezichtiging is op of na de dag van het aanbod."),
            _niet_voor_aanbod("geaccepteerd_op", "Accepteren kan op of na de dag van het aanbod."),
            _niet_voor_aanbod("geweigerd_op", "Weigeren kan op of na de dag van het aanbod."),
            _niet_voor_aanbod("ingetrokken_op", "Intrekken kan op of na de dag van het aanbod."),
            _niet_voor_aanbod("contract_op", "De huur gaat in op of na de dag van het aanbod."),
        ]

    def __str__(self) -> str:
        return f"{self.woning} voor {self.statushouder}"
