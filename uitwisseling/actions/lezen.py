"""A file comes in: kept, read into the staging table, and looked at. Nothing of the case changes yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction

from kern.contract import Gebruiker
from uitwisseling.actions.keuren import keur, soort_van
from uitwisseling.inlezen import bestand as lezen
from uitwisseling.inlezen import koppen, lezer, opslag
from uitwisseling.models import Inlezing, Kolomkoppeling, Status
from uitwisseling.rules.grenzen import Weigering


def lees_in(
    soort: str,
    bestand: File[Any],
    *,
    kolommen: Mapping[str, str] | None = None,
    gebruiker: Gebruiker | None,
    op: date,
) -> Inlezing:
    """Receive and read a file at once: the reading, set ready with its faults, doubts and changes.

    `kolommen` maps our columns to theirs; without it a mapping that was kept for these headers is
    used. `op` is the day of import. ValidationError with one sentence, and nothing kept, for an
    unknown kind and for a file that is refused as a whole.
    """
    inlezing = ontvang(soort, bestand, kolommen=kolommen, gebruiker=gebruiker, op=op)
    try:
        lees(inlezing)
    except BaseException:
        inlezing.delete()
        opslag.weg(inlezing)
        raise
    return inlezing


def ontvang(
    soort: str,
    bestand: File[Any],
    *,
    kolommen: Mapping[str, str] | None = None,
    gebruiker: Gebruiker | None,
    op: date,
) -> Inlezing:
    """Keep a file that still has to be read: the row says so, and a task finds it. See `lees_in`."""
    soort_van(soort)
    inlezing = Inlezing(
        soort=soort,
        bestandsnaam=(bestand.name or "")[-255:],
        kolommen=dict(kolommen or {}),
        gebruiker_id=gebruiker.pk if gebruiker else None,
        op=op,
    )
    try:
        opslag.bewaar(inlezing, bestand)
    except Weigering as fout:
        raise ValidationError(str(fout), code="geweigerd") from fout
    try:
        inlezing.save()
    except BaseException:
        opslag.weg(inlezing)
        raise
    return inlezing


def lees(inlezing: Inlezing) -> Inlezing:
    """Read a received file into the staging table and look at all its rows; then it is set ready.

    Again from the start when an earlier attempt broke off. ValidationError with one sentence when
    the file is refused as a whole: the row keeps that as its reason.
    """
    if inlezing.status != Status.ONTVANGEN:
        return inlezing
    try:
        zet_klaar(inlezing)
    except Weigering as fout:
        inlezing.status, inlezing.reden = Status.GEWEIGERD, str(fout)
        inlezing.save(update_fields=["status", "reden"])
        inlezing.rijen.all().delete()
        raise ValidationError(str(fout), code="geweigerd") from fout
    with transaction.atomic():
        keur(inlezing)
        inlezing.status = Status.KLAARGEZET
        inlezing.save()
    return inlezing


def zet_klaar(inlezing: Inlezing) -> None:
    """Read the kept file into the staging table. Weigering when it is refused as a whole."""
    soort = soort_van(inlezing.soort)
    inlezing.rijen.all().delete()
    inlezing.fouten.all().delete()

    def voortgang(gelezen: int) -> None:
        Inlezing.objects.filter(pk=inlezing.pk).update(gedaan=gelezen)
        inlezing.gedaan = gelezen

    with opslag.open_klaar(inlezing) as klaar:
        rijen = lezen.rijen(klaar)
        kop = next(rijen, [])
        gekoppeld = koppen.koppel(soort, kop, inlezing.kolommen or _bewaard(inlezing.soort, kop))
        if not lezer.zet_klaar(inlezing, soort, gekoppeld, rijen, voortgang=voortgang):
            raise Weigering("Onder de kolomnamen staat geen enkele rij.")
    if inlezing.kolommen:
        Kolomkoppeling.objects.update_or_create(
            soort=inlezing.soort,
            koppen=koppen.vingerafdruk(kop),
            defaults={"kolommen": inlezing.kolommen},
        )
    inlezing.kolommen, inlezing.niet_gelezen = dict(gekoppeld.gebruikt), list(gekoppeld.over)


def _bewaard(soort: str, kop: list[str]) -> dict[str, str]:
    """The mapping that was kept for a file with these headers, if any.

    One that reads a column of ours as another is not used by itself: a file with our own headers says what it says.
    """
    gevonden = Kolomkoppeling.objects.filter(soort=soort, koppen=koppen.vingerafdruk(kop)).first()
    if gevonden is None or koppen.verwisselt(soort_van(soort), gevonden.kolommen):
        return {}
    return dict(gevonden.kolommen)
