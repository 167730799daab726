"""The rows of one file as a temporary table, and what a domain may do with them: all by sets of rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import connection, models

from kern.contract import Celsoort, Gebruiker, Importsoort
from uitwisseling.inlezen import schrijven
from uitwisseling.models import (
    KOP,
    Inleesfout,
    Inleesopzij,
    Inleesrij,
    Inleesspoor,
    Inleesverschil,
    Inlezing,
)
from uitwisseling.rules.cellen import kolomvelden

TABEL = "inleeswerk"
# By a sample of a tenth of the usual: enough for joins by a key.
_ANALYSEER = f"""SET LOCAL default_statistics_target = 10;
    ANALYZE {TABEL};
    SET LOCAL default_statistics_target TO DEFAULT"""
_SQLSOORT = {
    Celsoort.KEUZE: "text",
    Celsoort.VNUMMER: "text",
    Celsoort.EMAIL: "text",
    Celsoort.POSTCODE: "text",
}


class Werk:
    """The rows of one reading, in the temporary table `inleeswerk`, alias `w` in all SQL given here.

    Columns: `rij`, those of the kind (NULL for an empty cell or a column that the file does not
    have, and for a value that could not be read), and five that the engine and the domain fill:

    - `goed`: no fault so far; kept up to date by `fout`.
    - `onderwerp`: primary key of what the row is about; NULL means that it is new.
    - `dossier`: primary key of the person that it is about.
    - `besluit`: primary key of the person or thing that a user said this row is; 0 for "somebody else".
    - `uitkomst`: nieuw, gewijzigd or ongewijzigd; the engine sets it after `controleer`, for good
      rows only, from `onderwerp` and from what `vergelijk` found.

    `opslaan` says that the rows will be written in this transaction, so that a domain can lock what
    it compares with. A domain may add columns of its own (`kolom`). SQL is given without user input in it: values go
    as named parameters, `%(naam)s`. Always there: `%(inlezing)s`, and `%(op)s`, the day of import.
    """

    def __init__(
        self,
        inlezing: Inlezing,
        soort: Importsoort,
        *,
        op: date,
        gebruiker: Gebruiker | None,
        opslaan: bool = False,
    ) -> None:
        self.opslaan = opslaan
        self.inlezing = inlezing
        self.soort = soort
        self.op = op
        self.gebruiker = gebruiker
        self.aanwezig = frozenset(inlezing.kolommen)
        self._namen: list[str] = []
        self._vast = {"inlezing": inlezing.pk, "op": op, "gebruiker": gebruiker.pk if gebruiker else None}

    def vraag(self, sql: str, **params: Any) -> int:
        """Run one statement; the number of rows that it touched."""
        with connection.cursor() as cursor:
            cursor.execute(sql, {**self._vast, **params})
            return int(cursor.rowcount)

    def rijen(self, sql: str, **params: Any) -> list[tuple[Any, ...]]:
        """The answer to one question."""
        with connection.cursor() as cursor:
            cursor.execute(sql, {**self._vast, **params})
            return list(cursor.fetchall())

    def leg_klaar(self) -> None:
        """Make the work table anew from the staged rows."""
        self._schrijf(
            {
                "rij": "r.rij",
                **dict(self._kolommen()),
                "goed": f"""NOT EXISTS (SELECT FROM {_tabel(Inleesfout)} f
                    WHERE f.inlezing_id = r.inlezing_id AND f.rij = r.rij)""",
                "onderwerp": "NULL::bigint",
                "dossier": "NULL::bigint",
                "besluit": "(%(besluiten)s::jsonb ->> r.rij::text)::bigint",
                "uitkomst": "NULL::text",
            },
            van=f"{_tabel(Inleesrij)} r WHERE r.inlezing_id = %(inlezing)s ORDER BY r.rij",
            besluiten=json.dumps(self.inlezing.besluiten),
        )

    def _kolommen(self) -> Iterable[tuple[str, str]]:
        veldnummer = 0
        for nummer, kolom in enumerate(self.soort.kolommen, 1):
            velden = kolomvelden(kolom)
            if not velden:
                yield kolom.naam, f"r.cellen[{nummer}]"
            for naam, sqlsoort in velden:
                veldnummer += 1
                yield naam, f"r.velden[{veldnummer}]::{sqlsoort}"

    def _schrijf(self, kolommen: Mapping[str, str], *, van: str, met: str = "", **params: Any) -> None:
        """Write the work table anew: a name for each SQL expression over `van`."""
        self._namen = list(kolommen)
        self.vraag(
            f"""CREATE TEMPORARY TABLE {TABEL}_nieuw ON COMMIT DROP AS {met}
            SELECT {", ".join(f"{sql} AS {naam}" for naam, sql in kolommen.items())} FROM {van};
            DROP TABLE IF EXISTS pg_temp.{TABEL};
            ALTER TABLE {TABEL}_nieuw RENAME TO {TABEL};
            CREATE UNIQUE INDEX ON {TABEL} (rij);
            {_ANALYSEER}""",
            **params,
        )

    def ververs(self) -> None:
        """Let the planner know what is in the work table."""
        self.vraag(_ANALYSEER)

    def kolom(self, naam: str, sqlsoort: str) -> None:
        """Add a column of the domain's own to the work table, empty."""
        self._namen.append(naam)
        self.vraag(f"ALTER TABLE {TABEL} ADD COLUMN {naam} {sqlsoort}")

    def bereken(self, kolommen: Mapping[str, str], *, bij: str = "", met: str = "", **params: Any) -> None:
        """Work columns out for all rows, new ones and ones that are there, by writing the table anew.

        `kolommen` maps a name to an SQL expression over `w` and what `bij` joins to it; `bij` leaves each row
        once. `met` is what comes before: `WITH ...`. An UPDATE of all rows would leave the old ones in the
        table until the transaction ends, and every later question would read past them. An index of the
        domain's own goes.
        """
        alle = {naam: f"w.{naam}" for naam in self._namen} | dict(kolommen)
        self._schrijf(alle, van=f"{TABEL} w {bij} ORDER BY w.rij", met=met, **params)

    def fout(self, code: str, kolom: str, *, waar: str, melding: str, goed: str = "", **params: Any) -> int:
        """Mark a fault at `kolom` of all rows for which `waar` holds; how many there were.

        `melding` and `goed` are SQL expressions of text, over `w`; write a plain sentence with `zin`.
        The value beside it is the cell as it stands in the file, and none for a BSN.
        """
        aantal = self.vraag(
            f"""INSERT INTO {_tabel(Inleesfout)} (inlezing_id, rij, kolom, waarde, code, melding, goed, bij_lezen)
            SELECT %(inlezing)s, w.rij, %(kolom)s, r.cellen[%(nummer)s], %(code)s, {melding}, {goed or "''"}, false
            FROM {TABEL} w
            JOIN {_tabel(Inleesrij)} r ON r.inlezing_id = %(inlezing)s AND r.rij = w.rij
            WHERE {waar}""",
            kolom=kolom,
            code=code,
            nummer=self._nummer(kolom),
            **params,
        )
        if aantal:
            self.vraag(
                f"""UPDATE {TABEL} w SET goed = false WHERE w.goed AND EXISTS (
                SELECT FROM {_tabel(Inleesfout)} f WHERE f.inlezing_id = %(inlezing)s AND f.rij = w.rij)"""
            )
        return aantal

    def opzij(
        self, code: str, *, waar: str, melding: str, bekend: str = "NULL::bigint", **params: Any
    ) -> int:
        """Set the good rows for which `waar` holds aside for a person; `bekend` is what they resemble.

        `melding` and `bekend` are SQL expressions over `w`. How many there were.
        """
        return self.vraag(
            f"""INSERT INTO {_tabel(Inleesopzij)} (inlezing_id, rij, code, melding, bekend, besluit)
            SELECT %(inlezing)s, w.rij, %(code)s, {melding}, {bekend}, '' FROM {TABEL} w
            WHERE w.goed AND ({waar})""",
            code=code,
            **params,
        )

    def opzij_als_geheel(self, code: str, melding: str) -> None:
        """Say something of the file as a whole, at its header: it is of no row, and counts as none."""
        Inleesopzij.objects.create(inlezing=self.inlezing, rij=KOP, code=code, melding=melding)

    def vergelijk(
        self,
        model: type[models.Model],
        velden: Mapping[str, str],
        *,
        pk: str = "w.onderwerp",
        waar: str = "true",
        leeg_telt: bool = False,
        stap: int = 0,
        bij: Mapping[str, str] | None = None,
        **params: Any,
    ) -> int:
        """Mark what good rows change in the rows `d` of `model` with primary key `pk`; how many fields.

        `velden` maps a field (attname) of the model to an SQL expression over `w` and `d`. An empty
        cell changes nothing, unless `leeg_telt`. `bij` names the column of a field that has another
        name than it. The engine writes these changes itself, before
        `schrijf`, in the order of `stap`, each row as its next `versie`.
        """
        return schrijven.vergelijk(
            self, model, velden, pk=pk, waar=waar, leeg_telt=leeg_telt, stap=stap, bij=bij, params=params
        )

    def meld(self, kolom: str, *, was: str, wordt: str, waar: str, **params: Any) -> int:
        """Show that good, known rows change something at `kolom` that the domain itself writes.

        `was` and `wordt` are SQL expressions of text over `w`.
        """
        return self.vraag(
            f"""INSERT INTO {_tabel(Inleesverschil)}
                (inlezing_id, rij, model, object_id, dossier, veld, kolom, was, wordt, stap)
            SELECT %(inlezing)s, w.rij, '', w.onderwerp, w.dossier, '', %(kolom)s, {was}, {wordt}, 0
            FROM {TABEL} w WHERE w.goed AND w.onderwerp IS NOT NULL AND ({waar})""",
            kolom=kolom,
            **params,
        )

    def maak(
        self,
        model: type[models.Model],
        velden: Mapping[str, str],
        *,
        van: str = f"{TABEL} w",
        waar: str = "w.uitkomst = 'nieuw'",
        **params: Any,
    ) -> int:
        """Insert a row of `model` for each row of `van` for which `waar` holds; how many.

        `velden` maps a field (attname) to an SQL expression; `id` may be among them. Fields that are
        left out get the default of the model. What was made is kept for taking back, with `w.rij`
        and `w.dossier`; so `van` has an alias `w` with both.
        """
        return schrijven.maak(self, model, velden, van=van, waar=waar, params=params)

    def wijzig_overige(
        self, model: type[models.Model], veld: str, wordt: str, *, sleutels: str, dossier: str, stap: int
    ) -> int:
        """Write what the file as a whole changes of rows that none of its rows is about; how many.

        For `schrijf`: the rows of the file keep their outcome. `wordt` and `dossier`, the person it is about, are
        SQL expressions over `d`; `sleutels` asks for primary keys. Kept for taking back as `vergelijk` does.
        """
        return schrijven.wijzig_overige(
            self, model, (veld, wordt), sleutels=sleutels, dossier=dossier, stap=stap
        )

    def geraakte_dossiers(self) -> models.QuerySet[Inleesspoor, int | None]:
        """Primary keys of the persons for whom something was written so far."""
        sporen = Inleesspoor.objects.filter(inlezing=self.inlezing, dossier__isnull=False).order_by()
        return sporen.values_list("dossier", flat=True)

    def bepaal_uitkomst(self) -> None:
        """Say of each good row whether it is new, changes something, or leaves all as it is."""
        self.bereken(
            {
                "uitkomst": f"""CASE
                WHEN NOT w.goed THEN w.uitkomst
                WHEN w.onderwerp IS NULL THEN 'nieuw'
                WHEN EXISTS (SELECT FROM {_tabel(Inleesverschil)} v
                             WHERE v.inlezing_id = %(inlezing)s AND v.rij = w.rij) THEN 'gewijzigd'
                ELSE coalesce(w.uitkomst, 'ongewijzigd') END"""
            }
        )

    def _nummer(self, kolom: str) -> int:
        """Place of a column among the cells, from 1; 0 (no cell) where it is none of ours."""
        namen = [een.naam for een in self.soort.kolommen]
        return namen.index(kolom) + 1 if kolom in namen else 0


def zin(tekst: str) -> str:
    """A plain sentence as an SQL literal."""
    return "'" + tekst.replace("'", "''").replace("%", "%%") + "'"


def _tabel(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)
