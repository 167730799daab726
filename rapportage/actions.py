"""Asking for a report and making it. The row is the outbox: it is there until its report is."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from kern import schrijfwijze
from kern.models import Plan
from kern.weigering import botsing_als_weigering
from rapportage import figures, weergave
from rapportage.models import LAATSTE_STAP, Rapport, Status
from rapportage.rules import MAX_POGINGEN, is_begonnen
from toegang.models import Gebruiker

logger = logging.getLogger(__name__)

# Advisory locks share one space of numbers over the whole database: this is ours.
_SLOT = zlib.crc32(b"rapportage.maak") & 0x7FFFFFFF


def vraag_aan(soort: str, *, maand: date, vandaag: date, gebruiker: Gebruiker | None = None) -> Rapport:
    """Ask for the report of this kind and month; what was asked for already is not asked twice.

    ValidationError when the month has not begun or no plan is loaded. One that failed is tried anew.
    """
    if not is_begonnen(maand, vandaag):
        zin = f"De maand {schrijfwijze.maand(maand)} is nog niet begonnen. Daarover is niets te melden."
        raise ValidationError({"maand": ValidationError(zin, code="niet_begonnen")})
    if not Plan.objects.exists():
        raise ValidationError("Er is nog geen plan geladen. Laad eerst het plan.", code="geen_plan")
    with transaction.atomic():
        _op_volgorde(soort, maand)
        laatste = Rapport.objects.van(soort, maand).zonder_inhoud().first()
        if laatste and not laatste.is_gemaakt:
            return _opnieuw(laatste, vandaag, gebruiker)
        versie = laatste.versie + 1 if laatste else 1
        with botsing_als_weigering(Rapport):
            return Rapport.objects.create(
                soort=soort, maand=maand, versie=versie, gevraagd_op=vandaag, gevraagd_door=gebruiker
            )


def maak(rapport_id: int, *, vandaag: date, wacht: bool = False) -> Rapport | None:
    """Make the report that was asked for; the one that holds its figures is the answer.

    That is an earlier version when no frozen figure changed since: then no new one is made. None
    when it is made already, or another process is at it (with `wacht` that one is waited for).
    Progress is saved between the steps. An error leaves the row as it was asked for, until
    MAX_POGINGEN attempts failed: then it is marked so, and the error goes on to the caller.
    """
    with _alleen(rapport_id, wacht=wacht) as aan_de_beurt:
        rapport = _begin(rapport_id) if aan_de_beurt else None
        if rapport is None:
            return None
        try:
            return _maak(rapport, vandaag)
        except Exception:
            _mislukt(rapport)
            raise


def _maak(rapport: Rapport, vandaag: date) -> Rapport | None:
    inhoud = figures.bevries(rapport.soort, rapport.maand, rapport.versie)
    vorige = Rapport.objects.van(rapport.soort, rapport.maand).gemaakt().first()
    if vorige and vorige.sha256 == inhoud["sha256"]:
        return _ongewijzigd(rapport, vorige, vandaag)
    Rapport.objects.filter(pk=rapport.pk, status=Status.GEVRAAGD).update(stap=2)
    return _leg_vast(rapport, inhoud["sha256"], figures.als_tekst(inhoud), weergave.pdf(inhoud), vandaag)


def _op_volgorde(soort: str, maand: date) -> None:
    """Two requests for the same report follow each other, so that both find the one row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [_SLOT, f"{soort} {maand}"])


def _opnieuw(rapport: Rapport, vandaag: date, gebruiker: Gebruiker | None) -> Rapport:
    """The open request; one that failed gets all its attempts back."""
    if rapport.status == Status.MISLUKT:
        rapport.status, rapport.stap, rapport.pogingen, rapport.reden = Status.GEVRAAGD, 0, 0, ""
        rapport.gevraagd_op, rapport.gevraagd_door = vandaag, gebruiker
        rapport.save(update_fields=["status", "stap", "pogingen", "reden", "gevraagd_op", "gevraagd_door"])
    return rapport


@contextmanager
def _alleen(rapport_id: int, *, wacht: bool) -> Iterator[bool]:
    """Is this process the only one that makes this report? PostgreSQL forgets the lock when it dies.

    It is one of the session, because progress is committed while it is held.
    """
    sleutel = [_SLOT, rapport_id]
    with connection.cursor() as cursor:
        if wacht:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", sleutel)
            gekregen = True
        else:
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", sleutel)
            gekregen = cursor.fetchone()[0]
    try:
        yield gekregen
    finally:
        if gekregen:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", sleutel)


def _begin(rapport_id: int) -> Rapport | None:
    """Count the attempt before it is made, so that one that kills its process counts too."""
    with transaction.atomic():
        rapport = Rapport.objects.openstaand().select_for_update().filter(pk=rapport_id).first()
        if rapport is None:
            return None
        if rapport.pogingen >= MAX_POGINGEN:
            _zet_mislukt(rapport)
            return None
        rapport.pogingen += 1
        rapport.stap = 1
        rapport.save(update_fields=["pogingen", "stap"])
        return rapport


def _leg_vast(rapport: Rapport, sha256: str, gegevens: str, pdf: bytes, vandaag: date) -> Rapport | None:
    """Keep what was made, unless another process did so meanwhile."""
    with transaction.atomic():
        actueel = Rapport.objects.openstaand().select_for_update().filter(pk=rapport.pk).first()
        if actueel is None:
            return None
        actueel.gegevens, actueel.sha256, actueel.pdf = gegevens, sha256, pdf
        actueel.status, actueel.stap, actueel.gemaakt_op = Status.GEMAAKT, LAATSTE_STAP, vandaag
        actueel.save()
    logger.info("Rapport %s gemaakt, cijfers %s.", actueel, sha256)
    return actueel


def _ongewijzigd(rapport: Rapport, vorige: Rapport, vandaag: date) -> Rapport:
    """No figure changed: the request goes, and the earlier version says when that was seen."""
    with transaction.atomic():
        Rapport.objects.openstaand().filter(pk=rapport.pk).delete()
        vorige.ongewijzigd_op = vandaag
        vorige.save(update_fields=["ongewijzigd_op"])
    logger.info("Rapport %s: de cijfers zijn niet veranderd.", vorige)
    return vorige


def _mislukt(rapport: Rapport) -> None:
    """After the last attempt the row says so; before it, the sweep tries again."""
    logger.exception("Rapport %s: poging %s is mislukt.", rapport, rapport.pogingen)
    if rapport.pogingen >= MAX_POGINGEN:
        _zet_mislukt(rapport)


def _zet_mislukt(rapport: Rapport) -> None:
    reden = f"Het maken is {MAX_POGINGEN} keer niet gelukt. De oorzaak staat in het logboek, bij {rapport}."
    Rapport.objects.openstaand().filter(pk=rapport.pk).update(status=Status.MISLUKT, stap=0, reden=reden)
