"""The versions of the list of steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from begeleiding.actions.volgen import vernieuw_lijsten
from begeleiding.models import EersteMaandStap, Stappenlijst
from kern.namens import als_gemeente
from kern.weigering import botsing_als_weigering

_GELDT_AL = "Deze lijst geldt al. Gezinnen werken ermee. Maak een nieuwe versie."
_AFGEVINKT = (
    "Deze stap is al afgevinkt, voor een gezin dat zich later vestigt. Zet hem daar eerst terug op te doen, of laat "
    "hem staan."
)
_MET_GEZIN = "Een gezin heeft deze lijst al. Wijzig de ingangsdag, of de stappen."
_KOPIE = ("code", "stap", "uitleg", "alleen_met_kinderen", "mag_eerder", "feit", "volgorde")


def maak_versie(*, geldig_vanaf: date, toelichting: str, vandaag: date) -> Stappenlijst:
    """A new version for families that settle on `geldig_vanaf` or later: a copy of the last one, to be changed.

    ValidationError on `geldig_vanaf` for today or earlier, or a day on which another version begins.
    """
    with transaction.atomic(), botsing_als_weigering(Stappenlijst):
        _eis_later(geldig_vanaf, vandaag)
        vorige = Stappenlijst.objects.geldig_op(geldig_vanaf).first()
        lijst = Stappenlijst.objects.create(geldig_vanaf=geldig_vanaf, toelichting=toelichting.strip())
        if vorige:
            EersteMaandStap.objects.bulk_create(
                EersteMaandStap(lijst=lijst, **{veld: getattr(stap, veld) for veld in _KOPIE})
                for stap in vorige.stappen.all()
            )
        vernieuw_lijsten(geldig_vanaf)
    return lijst


def wijzig_versie(
    lijst: Stappenlijst, *, versie: int, geldig_vanaf: date, toelichting: str, vandaag: date
) -> Stappenlijst:
    """Another first day or reason, as long as it does not hold yet. Verouderd."""
    with transaction.atomic(), botsing_als_weigering(Stappenlijst):
        rij = Stappenlijst.vergrendeld(lijst.pk, versie)
        _eis_wijzigbaar(rij, vandaag)
        _eis_later(geldig_vanaf, vandaag)
        eerste = min(geldig_vanaf, rij.geldig_vanaf or geldig_vanaf)
        rij.geldig_vanaf, rij.toelichting = geldig_vanaf, toelichting.strip()
        rij.bewaar_volgende()
        vernieuw_lijsten(eerste)
    return rij


def verwijder_versie(lijst: Stappenlijst, *, versie: int, vandaag: date) -> None:
    """A version that was made by mistake goes, with its steps, before it holds. Verouderd.

    ValidationError where it holds, and where a family that settles later has its list. As the municipality: who
    keeps the steps reads not every dossier.
    """
    with als_gemeente(), transaction.atomic():
        rij = Stappenlijst.vergrendeld(lijst.pk, versie)
        _eis_wijzigbaar(rij, vandaag)
        if rij.eerste_maanden.exists():
            raise ValidationError(_MET_GEZIN)
        rij.stappen.all().delete()
        rij.delete()


def bewaar_stap(
    stap: EersteMaandStap, *, gegevens: Mapping[str, Any], vandaag: date, versie: int | None = None
) -> EersteMaandStap:
    """A step of a version that does not hold yet: a new one at the end, or one that changes. Verouderd.

    ValidationError, in Dutch: a version that holds already, and on `code` one that is taken.
    """
    with transaction.atomic(), botsing_als_weigering(EersteMaandStap):
        rij = EersteMaandStap.te_bewaren(stap, versie)
        _eis_wijzigbaar(rij.lijst, vandaag)
        rij.vul(gegevens)
        if rij.volgorde is None:
            rij.volgorde = (rij.lijst.stappen.aggregate(laatste=Max("volgorde"))["laatste"] or 0) + 1
        rij.bewaar_volgende()
        _vernieuw(rij.lijst)
    return rij


def haal_stap_weg(stap: EersteMaandStap, *, versie: int, vandaag: date) -> None:
    """A step out of a version that does not hold yet. Verouderd; ValidationError where it holds, or was ticked.

    As the municipality: of who settles later a step can have been ticked already (a home is seen before that), and
    who keeps the steps reads not every dossier.
    """
    with als_gemeente(), transaction.atomic():
        rij = EersteMaandStap.vergrendeld(stap.pk, versie)
        _eis_wijzigbaar(rij.lijst, vandaag)
        if rij.standen.filter(gedaan_op__isnull=False).exists():
            raise ValidationError(_AFGEVINKT)
        lijst = rij.lijst
        # who settles after the first day of this version has a list already: that begins anew without the step
        rij.standen.all().delete()
        rij.delete()
        _vernieuw(lijst)


def _vernieuw(lijst: Stappenlijst) -> None:
    if lijst.geldig_vanaf:
        vernieuw_lijsten(lijst.geldig_vanaf)


def _eis_later(geldig_vanaf: date, vandaag: date) -> None:
    if geldig_vanaf <= vandaag:
        raise ValidationError(
            {"geldig_vanaf": "Kies een dag na vandaag. Gezinnen die er al zijn, houden hun lijst."}
        )


def _eis_wijzigbaar(lijst: Stappenlijst, vandaag: date) -> None:
    if lijst.geldig_vanaf is None or lijst.geldig_vanaf <= vandaag:
        raise ValidationError(_GELDT_AL)
