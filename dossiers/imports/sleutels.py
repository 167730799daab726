"""The search keys of many persons at once: worked out in Python, written by COPY and one statement."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from dossiers.models import Statushouder
from kern.namen import paarsleutels, sleutels
from uitwisseling.inlezen import Werk

_PARTIJ = 5000
_TABEL = Statushouder._meta.db_table
Naam = tuple[int, str, str, str, date | None]


def leg_sleutels_klaar(namen: Iterable[Naam]) -> None:
    """Fill the temporary table `inleessleutels` (nummer, zoeksleutels, paarsleutels) for names by a number."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS pg_temp.inleessleutels")
        cursor.execute(
            """CREATE TEMPORARY TABLE inleessleutels (
                nummer bigint PRIMARY KEY, zoeksleutels text[] NOT NULL, paarsleutels integer[] NOT NULL
            ) ON COMMIT DROP"""
        )
        rest = iter(namen)
        while partij := "".join(_regel(naam) for naam in islice(rest, _PARTIJ)):
            cursor.copy_expert("COPY inleessleutels FROM STDIN", io.StringIO(partij))
        cursor.execute("ANALYZE inleessleutels")


def _regel(naam: Naam) -> str:
    """A line of COPY. Keys are of letters and a dash only."""
    nummer, achternaam, voorvoegsel, voornamen, geboren = naam
    letters = ",".join(f'"{sleutel}"' for sleutel in sleutels(achternaam, voorvoegsel, voornamen))
    paren = paarsleutels(achternaam, voorvoegsel, voornamen, geboren.year if geboren else None)
    return f"{nummer}\t{{{letters}}}\t{{{','.join(map(str, paren))}}}\n"


def van_nieuwe_rijen() -> None:
    """Keys for the good rows of a file that are about somebody new, by row."""
    leg_sleutels_klaar(
        _stroom(
            """SELECT rij, achternaam, coalesce(voorvoegsel, ''), coalesce(voornamen, ''), geboortedatum_vroegst
            FROM inleeswerk WHERE goed AND onderwerp IS NULL"""
        )
    )


def werk_gewijzigde_bij(werk: Werk) -> None:
    """New keys for known persons whose name or birth date the file changed."""
    velden = ("achternaam", "voorvoegsel", "voornamen", "geboren_vroegst")
    gewijzigd = werk.inlezing.verschillen.filter(model="dossiers.statushouder", veld__in=velden)
    werk_bij(Statushouder.objects.filter(pk__in=gewijzigd.order_by().values("object_id")))


def werk_bij(personen: QuerySet[Statushouder]) -> None:
    """Work the keys of these persons out anew."""
    namen = personen.order_by("pk").values_list(
        "pk", "achternaam", "voorvoegsel", "voornamen", "geboren_vroegst"
    )
    leg_sleutels_klaar(namen.iterator(chunk_size=_PARTIJ))
    with connection.cursor() as cursor:
        cursor.execute(
            f"""UPDATE {_TABEL} s SET zoeksleutels = k.zoeksleutels, paarsleutels = k.paarsleutels
            FROM inleessleutels k WHERE k.nummer = s.id
            AND (s.zoeksleutels, s.paarsleutels) IS DISTINCT FROM (k.zoeksleutels, k.paarsleutels)"""
        )


def _stroom(sql: str) -> Iterator[Any]:
    """Rows of a question, a batch at a time from the server: the connection is needed between them."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql)
        while partij := cursor.fetchmany(_PARTIJ):
            yield from partij
