"""Taking an import back: what others touched since stays, and is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from kern.contract import Gebruiker, Importsoort
from uitwisseling.actions.keuren import soort_van
from uitwisseling.inlezen.geschiedenis import onder
from uitwisseling.inlezen.schrijven import tabel
from uitwisseling.inlezen.terug import TERUG, Terugweg, gelijk
from uitwisseling.models import Inlezing, Status


@dataclass(frozen=True)
class Behouden:
    """What stays of one row of the file, in the dossier with number `dossier` (empty: of no person)."""

    rij: int
    dossier: str
    wat: str


@dataclass(frozen=True)
class Terugname:
    """What taking back does: rows of tables that go and that get old values back, and what stays."""

    verdwijnt: int
    hersteld: int
    behouden: list[Behouden]


def terugneembaar(inlezing: Inlezing) -> Terugname:
    """What `maak_ongedaan` would do now; nothing changes. ValidationError as there."""
    with transaction.atomic():
        _eis_opgeslagen(inlezing)
        soort = soort_van(inlezing.soort)
        return _terugname(_weg(inlezing, soort), soort)


def maak_ongedaan(inlezing: Inlezing, *, gebruiker: Gebruiker | None, op: date) -> Terugname:
    """Take an import back: what it made goes, what it changed gets its old value, all in one transaction.

    What others touched since stays and is named, as is what the database refuses to change back. What is of a
    dossier that this user may not see any more stays too, without its number.
    ValidationError when it was not saved, or was taken back already.
    """
    with (
        transaction.atomic(),
        onder(terug_van=inlezing.pk, user=gebruiker.pk if gebruiker else None),
    ):
        rij = Inlezing.objects.select_for_update().get(pk=inlezing.pk)
        _eis_opgeslagen(rij)
        soort = soort_van(rij.soort)
        weg = _weg(rij, soort)
        for van_personen in (True, False):
            geweigerd = _neem_terug(weg, _rijen(weg, van_personen), van_personen=van_personen)
            if geweigerd:
                weg.houd(geweigerd)
        uitkomst = _terugname(weg, soort)
        rij.status, rij.ongedaan_op = Status.ONGEDAAN, op
        rij.ongedaan_door_id = gebruiker.pk if gebruiker else None
        rij.behouden = [asdict(een) for een in uitkomst.behouden]
        rij.save()
        _werk_bij(weg, soort)
    return uitkomst


def _eis_opgeslagen(inlezing: Inlezing) -> None:
    if inlezing.status == Status.ONGEDAAN:
        raise ValidationError(f"Import {inlezing.pk} is al ongedaan gemaakt.", code="al_ongedaan")
    if inlezing.status != Status.OPGESLAGEN:
        raise ValidationError(f"Van import {inlezing.pk} is niets opgeslagen.", code="niet_opgeslagen")


def _weg(inlezing: Inlezing, soort: Importsoort) -> Terugweg:
    """What would go and what stays."""
    weg = Terugweg(inlezing)
    weg.bepaal()
    pks = _dossiers(weg)
    if soort.dossiers and pks:
        verborgen = pks - set(soort.dossiers(pks).values_list("pk", flat=True))
        if verborgen:
            vraag = f"SELECT DISTINCT rij FROM {TERUG} WHERE dossier = ANY(%(pks)s)"
            weg.houd([rij for (rij,) in weg.rijen(vraag, pks=sorted(verborgen))])
    return weg


def _dossiers(weg: Terugweg) -> set[int]:
    return {pk for (pk,) in weg.rijen(f"SELECT DISTINCT dossier FROM {TERUG} WHERE dossier IS NOT NULL")}


def _rijen(weg: Terugweg, van_personen: bool) -> list[int]:
    vraag = f"""SELECT DISTINCT rij FROM {TERUG}
        WHERE NOT houden AND (dossier IS NOT NULL) = %(van_personen)s ORDER BY rij"""
    return [rij for (rij,) in weg.rijen(vraag, van_personen=van_personen)]


def _neem_terug(weg: Terugweg, rijen: list[int], *, van_personen: bool) -> list[int]:
    """Take these rows of the file back; those that the database refuses, found by halving."""
    if not rijen:
        return []
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            weg.voer_uit(rijen, van_personen=van_personen)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError:
        if len(rijen) == 1:
            return rijen
        helft = len(rijen) // 2
        delen = (rijen[:helft], rijen[helft:])
        return [rij for deel in delen for rij in _neem_terug(weg, deel, van_personen=van_personen)]
    return []


def _terugname(weg: Terugweg, soort: Importsoort) -> Terugname:
    [(verdwijnt, hersteld)] = weg.rijen(
        f"""SELECT count(*) FILTER (WHERE gemaakt AND NOT houden), count(*) FILTER (WHERE NOT gemaakt AND NOT houden)
        FROM {TERUG}"""
    )
    return Terugname(verdwijnt, hersteld, _behouden(weg, soort))


def _behouden(weg: Terugweg, soort: Importsoort) -> list[Behouden]:
    """What stays, by row of the file; the words are those of the tables and of the columns."""
    wat: dict[int, list[str]] = defaultdict(list)
    van_rij: dict[int, int] = {}
    blijft = f"""SELECT DISTINCT rij, dossier, model FROM {TERUG}
        WHERE houden AND NOT (mee AND dossier IS NULL) ORDER BY rij, model"""
    woorden = [
        (rij, pk, str(apps.get_model(label)._meta.verbose_name)) for rij, pk, label in weg.rijen(blijft)
    ]
    for rij, dossier, woord in [*woorden, *_gewijzigde_velden(weg, soort)]:
        wat[rij].append(woord)
        if dossier:
            van_rij[rij] = dossier
    nummers = _nummers(soort, set(van_rij.values()))
    return [
        Behouden(rij, nummers.get(van_rij.get(rij, 0), ""), ", ".join(dict.fromkeys(wat[rij])))
        for rij in sorted(wat)
    ]


def _gewijzigde_velden(weg: Terugweg, soort: Importsoort) -> Iterable[tuple[int, int | None, str]]:
    """(row, dossier, field) where the value is by now neither what the import put there nor the old one."""
    labels = {kolom.naam: kolom.label for kolom in soort.kolommen}
    for model in weg.gewijzigd:
        for groep in weg.groepen(model):
            anders = " OR ".join(
                f"(t.oud ? '{veld}' AND d.{veld}::text IS DISTINCT FROM t.oud ->> '{veld}')" for veld in groep
            )
            rijen = weg.rijen(
                f"""SELECT t.rij, t.dossier FROM {TERUG} t JOIN {tabel(model)} d ON d.id = t.object_id
                WHERE NOT t.gemaakt AND NOT t.houden AND t.model = %(model)s AND NOT {gelijk(groep)} AND ({anders})""",
                model=model._meta.label_lower,
            )
            naam = groep[0]
            woord = labels.get(naam) or labels.get(naam.rpartition("_")[0]) or str(_veldnaam(model, naam))
            yield from ((rij, dossier, woord) for rij, dossier in rijen)


def _veldnaam(model: Any, naam: str) -> Any:
    return getattr(model._meta.get_field(naam), "verbose_name", naam)


def _nummers(soort: Importsoort, pks: set[int]) -> dict[int, str]:
    if soort.dossiers is None or not pks:
        return {}
    return dict(soort.dossiers(pks).values_list("pk", "nummer"))


def _werk_bij(weg: Terugweg, soort: Importsoort) -> None:
    if soort.na_herstel is None:
        return
    soort.na_herstel(_dossiers(weg))
