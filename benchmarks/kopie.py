"""A copy of the database that work may be measured in which leaves nothing behind, and more rows in it by SQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, connections, models

from begeleiding.models import EersteMaand, Stapstand
from dossiers.models import Doorverwijzing, Gezin, Gezinslid, Statushouder, Vestiging
from huisvesting.models import Aanbod, Plaatsing
from partners.models import Vraag

NAAM = "meetkopie"
# What the rules of the terms read, each after what it refers to. Homes, lists of steps and organisations are shared.
MODELLEN: Sequence[type[models.Model]] = (
    Gezin,
    Statushouder,
    Gezinslid,
    Vestiging,
    Plaatsing,
    Aanbod,
    Doorverwijzing,
    Vraag,
    EersteMaand,
    Stapstand,
)
# Of one person only.
_LEEG = {"bsn": "''", "bsn_index": "NULL", "vnummer": "NULL"}
# Searching by name, which no rule does: the letters and sounds of a million names fill the disk for nothing.
_ONNODIG = ("statushouder_op_zoeksleutels", "statushouder_op_letters")


@contextmanager
def kopie() -> Iterator[None]:
    """Inside it the default connection is with a copy of the database, which is dropped after it."""
    bron = connection.settings_dict["NAME"]
    connections.close_all()
    _beheer(f'CREATE DATABASE "{NAAM}" TEMPLATE "{bron}"')
    connection.settings_dict["NAME"] = NAAM
    try:
        yield
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = bron
        _beheer()


def _beheer(*opdrachten: str) -> None:
    """Drop the copy of a run that was cut off, and then do this."""
    with connection._nodb_cursor() as cursor:
        for opdracht in (f'DROP DATABASE IF EXISTS "{NAAM}" WITH (FORCE)', *opdrachten):
            cursor.execute(opdracht)


def vermenigvuldig(keer: int) -> None:
    """So many times the dossiers that there are, with all that the rules of the terms read; in a copy only.

    Without triggers: no history, and no counts of housing.
    """
    if connection.settings_dict["NAME"] != NAAM:
        raise RuntimeError("Alleen in een kopie van de databank.")
    with connection.cursor() as cursor:
        for index in _ONNODIG:
            cursor.execute(f"DROP INDEX IF EXISTS {index}")
        verder = {model: _hoogste(model) for model in MODELLEN}
        cursor.execute("SET session_replication_role = replica")
        for model in MODELLEN:
            cursor.execute(_kopieer(model, verder), {"keer": keer - 1})
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("VACUUM ANALYZE")


def _hoogste(model: type[models.Model]) -> int:
    return int(model._base_manager.aggregate(hoogste=models.Max("pk"))["hoogste"] or 0)


def _kopieer(model: type[models.Model], verder: dict[Any, int]) -> str:
    velden = [veld for veld in model._meta.concrete_fields if not veld.generated]
    kolommen = ", ".join(f'"{veld.column}"' for veld in velden)
    waarden = ", ".join(_waarde(veld, verder) for veld in velden)
    tabel = model._meta.db_table
    # names of tables and columns of our own models
    return (
        f'INSERT INTO "{tabel}" ({kolommen}) SELECT {waarden} FROM "{tabel}" t, generate_series(1, %(keer)s) n'  # noqa: S608
        " ORDER BY n, t.id"
    )


def _waarde(veld: Any, verder: dict[Any, int]) -> str:
    """A value of the copy: keys move up, what is unique becomes other."""
    if veld.primary_key:
        return f"t.id + n * {verder[veld.model]}"
    if veld.related_model in verder:
        return f't."{veld.column}" + n * {verder[veld.related_model]}'
    if isinstance(veld, models.UUIDField):
        return "gen_random_uuid()"
    if veld.unique:
        return f"""t."{veld.column}" || '-' || n"""
    return _LEEG.get(veld.column, f't."{veld.column}"')
