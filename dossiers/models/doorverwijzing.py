"""Sharing a dossier with a partner: for whom, about what, why, on which basis, and until when."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q

from dossiers.models.gezin import Gezin
from dossiers.models.keuzes import Grondslag, Verwijsstand
from dossiers.models.persoon import Statushouder
from kern.contract import Gebruiker
from kern.geschiedenis import met_geschiedenis
from kern.models import VersieModel
from toegang.models import Organisatie, Rol


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
        """Asked and not yet answered: the partner sees the minimal card only."""
        return self.filter(
            aangenomen_op=None,
            afgewezen_op=None,
            beeindigd_op=None,
            gevraagd_op__lte=dag,
            tot_en_met__gte=dag,
        )

    def zichtbaar_voor(self, gebruiker: Gebruiker) -> Self:
        """Referrals that this user may read: a partner those to the own organisation."""
        if gebruiker.rol == Rol.PARTNER:
            return self.filter(organisatie=gebruiker.organisatie_id)
        zichtbaar = Statushouder.objects.zichtbaar_voor(gebruiker)
        return self.filter(
            Q(statushouder__in=zichtbaar) | Q(gezin__leden__statushouder__in=zichtbaar)
        ).distinct()


@met_geschiedenis(zonder=("kaart",))
class Doorverwijzing(VersieModel):
    """One dossier, or a whole family with those who come later, shared with one organisation.

    `van` and `tot_en_met` are inclusive. `beeindigd_op` (withdrawn or finished) is the first day on
    which it no longer holds. `kaart` is the snapshot that the partner decided on: no name of other
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
    aangenomen_op = models.DateField(null=True, blank=True, editable=False)
    afgewezen_op = models.DateField(null=True, blank=True, editable=False)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    reden = models.CharField("reden", max_length=200, blank=True, editable=False)
    beeindigd_op = models.DateField(null=True, blank=True, editable=False)
    einde = models.CharField(max_length=20, blank=True, editable=False)
    kaart = models.JSONField(editable=False)

    INGETROKKEN: ClassVar[str] = "ingetrokken"
    AFGEROND: ClassVar[str] = "afgerond"
    objects = DoorverwijzingQuerySet.as_manager()

    class Meta:
        ordering = ["-gevraagd_op", "-pk"]
        constraints = [
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
        if self.tot_en_met < dag:
            return Verwijsstand.VERLOPEN
        return Verwijsstand.AANGENOMEN if self.aangenomen_op else Verwijsstand.GEVRAAGD
