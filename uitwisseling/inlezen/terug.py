"""What goes and what stays when an import is taken back, worked out for all its rows at once.

What somebody else touched since stays: a row that was made and has since been changed, or that
something else refers to, with all that was made for the same row of the file; of a row that was
changed, the fields that have another value by now; and a changed row on whose new values something leans.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pghistory.models
from django.apps import apps
from django.db import connection, models

from kern.register import register
from uitwisseling.inlezen.schrijven import heeft, sqlsoort, tabel
from uitwisseling.models import Inleesspoor, Inleesverschil, Inlezing

TERUG = "inleesterug"
_Model = type[models.Model]


class Terugweg:
    """The temporary table `inleesterug`: all that an import wrote, with `houden` for what stays.

    `mee`: it stays only because something else does that refers to it.
    """

    def __init__(self, inlezing: Inlezing) -> None:
        self._vast = {"inlezing": inlezing.pk}
        self._vraag(f"DROP TABLE IF EXISTS pg_temp.{TERUG}")
        self._vraag(
            f"""CREATE TEMPORARY TABLE {TERUG} ON COMMIT DROP AS
            SELECT id, rij, model, object_id, dossier, versie, stap, oud, nieuw, oud IS NULL AS gemaakt,
                false AS houden, false AS mee FROM {tabel(Inleesspoor)} WHERE inlezing_id = %(inlezing)s"""
        )
        self._vraag(f"CREATE INDEX ON {TERUG} (model, object_id)")
        self._vraag(f"CREATE INDEX ON {TERUG} (rij)")
        self._vraag(f"ANALYZE {TERUG}")
        self.gemaakt = self._modellen("gemaakt")
        self.gewijzigd = self._modellen("NOT gemaakt")

    def bepaal(self) -> None:
        """Mark what stays."""
        for model in self.gemaakt:
            self._houd_geraakte(model)
            for ander, kolom in verwijzingen(model):
                self._houd_genoemde(model, ander, kolom)
        while self._breid_uit():
            pass
        self._vraag(
            f"""UPDATE {TERUG} t SET houden = true FROM {TERUG} u WHERE NOT t.gemaakt AND NOT t.houden
            AND u.rij = t.rij AND u.model = t.model AND u.gemaakt AND u.houden"""
        )

    def houd(self, rijen: list[int]) -> None:
        """Keep all that these rows of the file made or changed."""
        self._vraag(f"UPDATE {TERUG} SET houden = true WHERE rij = ANY(%(rijen)s)", rijen=rijen)
        while self._breid_uit():
            pass

    def voer_uit(self, rijen: list[int], *, van_personen: bool) -> None:
        """Delete what was made for these rows of the file, and give changed rows their old values.

        First what is of a person, then what persons share (a family): it goes when nothing refers to it.
        """
        deze = f"AND t.rij = ANY(%(rijen)s) AND t.dossier IS {'NOT NULL' if van_personen else 'NULL'}"
        for model in self.gemaakt:
            self._verwijder(model, deze, rijen)
        stappen = self.rijen(f"SELECT DISTINCT stap FROM {TERUG} WHERE NOT gemaakt ORDER BY stap DESC")
        for (stap,) in stappen:
            for model in self.gewijzigd:
                self._herstel(model, stap, deze, rijen)

    def rijen(self, sql: str, **params: Any) -> list[tuple[Any, ...]]:
        """The answer to one question."""
        with connection.cursor() as cursor:
            cursor.execute(sql, {**self._vast, **params})
            return list(cursor.fetchall())

    def _vraag(self, sql: str, **params: Any) -> int:
        with connection.cursor() as cursor:
            cursor.execute(sql, {**self._vast, **params})
            return int(cursor.rowcount)

    def _modellen(self, waar: str) -> list[_Model]:
        labels = self.rijen(f"SELECT DISTINCT model FROM {TERUG} WHERE {waar} ORDER BY model")
        return [apps.get_model(label) for (label,) in labels]

    def _houd_geraakte(self, model: _Model) -> None:
        """Rows that were changed since by somebody else: by the history, else by their version."""
        gebeurtenis = gebeurtenissen(model)
        if gebeurtenis:
            geraakt = f"""EXISTS (SELECT FROM {tabel(gebeurtenis)} e
                LEFT JOIN {tabel(pghistory.models.Context)} c ON c.id = e.pgh_context_id
                WHERE e.pgh_obj_id = t.object_id AND e.pgh_label = 'gewijzigd'
                AND c.metadata ->> 'inlezing' IS DISTINCT FROM %(tekst)s)"""
        elif heeft(model, "versie"):
            geraakt = (
                f"EXISTS (SELECT FROM {tabel(model)} d WHERE d.id = t.object_id AND d.versie <> t.versie)"
            )
        else:
            return
        self._vraag(
            f"UPDATE {TERUG} t SET houden = true WHERE t.gemaakt AND t.model = %(model)s AND {geraakt}",
            model=model._meta.label_lower,
            tekst=str(self._vast["inlezing"]),
        )

    def _houd_genoemde(self, model: _Model, ander: _Model, kolom: str) -> None:
        """Rows to which a row refers that this import did not make."""
        self._vraag(
            f"""UPDATE {TERUG} t SET houden = true
            WHERE t.gemaakt AND NOT t.houden AND t.model = %(model)s AND EXISTS (
                SELECT FROM {tabel(ander)} x WHERE x.{kolom} = t.object_id AND NOT EXISTS (
                    SELECT FROM {TERUG} u WHERE u.gemaakt AND u.model = %(ander)s AND u.object_id = x.id))""",
            model=model._meta.label_lower,
            ander=ander._meta.label_lower,
        )

    def _breid_uit(self) -> int:
        """With what stays also stays: the rest of its row of the file, and what it refers to or leans on."""
        aantal = self._vraag(
            f"""UPDATE {TERUG} t SET houden = true WHERE t.gemaakt AND NOT t.houden AND t.dossier IS NOT NULL
            AND EXISTS (SELECT FROM {TERUG} u WHERE u.rij = t.rij AND u.gemaakt AND u.houden
                        AND u.dossier IS NOT NULL)"""
        )
        for model in self.gemaakt:
            aantal += self._houd_waarop_leunt(model)
            for ander, kolom in verwijzingen(model):
                if ander in self.gemaakt:
                    aantal += self._vraag(
                        f"""UPDATE {TERUG} t SET houden = true, mee = true
                        WHERE t.gemaakt AND NOT t.houden AND t.model = %(model)s AND EXISTS (
                            SELECT FROM {tabel(ander)} x JOIN {TERUG} u ON u.object_id = x.id
                            WHERE x.{kolom} = t.object_id AND u.model = %(ander)s AND u.gemaakt AND u.houden)""",
                        model=model._meta.label_lower,
                        ander=ander._meta.label_lower,
                    )
        return aantal + sum(self._houd_dagen(model) for model in self.gewijzigd)

    def _houd_waarop_leunt(self, model: _Model) -> int:
        """Rows that something leans on which stays, or which this import did not make."""
        aantal = 0
        for steun in register.steunen(model._meta.label_lower):
            aantal += self._vraag(
                f"""UPDATE {TERUG} t SET houden = true FROM {tabel(model)} d
                WHERE t.gemaakt AND NOT t.houden AND t.model = %(model)s AND d.id = t.object_id AND EXISTS (
                    SELECT FROM {tabel(apps.get_model(steun.leunt))} x WHERE {steun.waar} AND NOT EXISTS (
                        SELECT FROM {TERUG} u WHERE u.gemaakt AND NOT u.houden
                        AND u.model = %(leunt)s AND u.object_id = x.id))""",
                model=model._meta.label_lower,
                leunt=steun.leunt,
            )
        return aantal

    def _houd_dagen(self, model: _Model) -> int:
        """Changed rows whose old values would not hold what leans on them by now, such as the days of a spell."""
        steunen = [steun for steun in register.steunen(model._meta.label_lower) if steun.code]
        if not steunen:
            return 0
        oud = oude_waarden(model, self.groepen(model))
        velden = [veld.attname for veld in model._meta.concrete_fields]
        terug = ", ".join(f"{oud.get(veld, f'd.{veld}')} AS {veld}" for veld in velden)
        return sum(
            self._vraag(
                f"""UPDATE {TERUG} t SET houden = true FROM {tabel(model)} d
                WHERE NOT t.gemaakt AND NOT t.houden AND t.model = %(model)s AND d.id = t.object_id AND EXISTS (
                    SELECT FROM {tabel(apps.get_model(steun.leunt))} x WHERE {steun.waar}
                    AND NOT EXISTS (SELECT FROM (SELECT {terug}) AS d WHERE {steun.waar}) AND NOT EXISTS (
                        SELECT FROM {TERUG} u WHERE u.gemaakt AND NOT u.houden
                        AND u.model = %(leunt)s AND u.object_id = x.id))""",
                model=model._meta.label_lower,
                leunt=steun.leunt,
            )
            for steun in steunen
        )

    def _verwijder(self, model: _Model, deze: str, rijen: list[int]) -> None:
        gaat = f"""SELECT t.object_id FROM {TERUG} t
            WHERE t.gemaakt AND NOT t.houden AND t.model = %(model)s {deze}"""
        params = {"model": model._meta.label_lower, "rijen": rijen}
        for ander, kolom in afhankelijken(model):
            self._vraag(f"DELETE FROM {tabel(ander)} WHERE {kolom} IN ({gaat})", **params)
        self._vraag(f"DELETE FROM {tabel(model)} WHERE id IN ({gaat})", **params)

    def _herstel(self, model: _Model, stap: int, deze: str, rijen: list[int]) -> None:
        groepen = self.groepen(model)
        if not groepen:
            return
        zet = [f"{veld} = {waarde}" for veld, waarde in oude_waarden(model, groepen).items()]
        if heeft(model, "versie"):
            zet.append("versie = d.versie + 1")
        iets = " OR ".join(f"(t.oud ?| ARRAY{groep!r} AND {gelijk(groep)})" for groep in groepen)
        self._vraag(
            f"""UPDATE {tabel(model)} d SET {", ".join(zet)} FROM {TERUG} t
            WHERE t.object_id = d.id AND NOT t.gemaakt AND NOT t.houden AND t.model = %(model)s
            AND t.stap = %(stap)s AND ({iets}) {deze}""",
            model=model._meta.label_lower,
            stap=stap,
            rijen=rijen,
        )

    def groepen(self, model: _Model) -> list[list[str]]:
        """The fields that this import changed in a table; those of one column together."""
        paren = self.rijen(
            f"""SELECT DISTINCT kolom, veld FROM {tabel(Inleesverschil)}
            WHERE inlezing_id = %(inlezing)s AND model = %(model)s ORDER BY kolom, veld""",
            model=model._meta.label_lower,
        )
        groepen: dict[str, list[str]] = {}
        for kolom, veld in paren:
            groepen.setdefault(kolom or veld, []).append(veld)
        return list(groepen.values())


def oude_waarden(model: _Model, groepen: list[list[str]]) -> dict[str, str]:
    """SQL by field: the value of row `d` after the import `t` of these fields is taken back."""
    return {
        veld: f"""CASE WHEN t.oud ? '{veld}' AND {gelijk(groep)}
            THEN (t.oud ->> '{veld}')::{sqlsoort(model, veld)} ELSE d.{veld} END"""
        for groep in groepen
        for veld in groep
    }


def gelijk(groep: list[str]) -> str:
    """SQL: the row `d` still has what the import `t` put in all of these fields."""
    delen = [
        f"(NOT t.nieuw ? '{veld}' OR d.{veld}::text IS NOT DISTINCT FROM t.nieuw ->> '{veld}')"
        for veld in groep
    ]
    return f"({' AND '.join(delen)})"


def gebeurtenissen(model: _Model) -> _Model | None:
    """The table with the history of a model, None where none is kept."""
    return next(
        (
            ander
            for ander in apps.get_models()
            if issubclass(ander, pghistory.models.Event)
            and getattr(ander, "pgh_tracked_model", None) is model
        ),
        None,
    )


def verwijzingen(model: _Model) -> Iterator[tuple[_Model, str]]:
    """(table, column) of all that refers to a model and is worth keeping it for."""
    for ander, kolom, weg in _relaties(model):
        if weg is not models.CASCADE:
            yield ander, kolom


def afhankelijken(model: _Model) -> Iterator[tuple[_Model, str]]:
    """(table, column) of what is nothing without it, and goes with it."""
    for ander, kolom, weg in _relaties(model):
        if weg is models.CASCADE:
            yield ander, kolom


def _relaties(model: _Model) -> Iterator[tuple[_Model, str, Any]]:
    for relatie in model._meta.get_fields(include_hidden=True):
        if isinstance(relatie, models.ManyToOneRel) and not issubclass(
            relatie.related_model, pghistory.models.Event
        ):
            yield relatie.related_model, relatie.field.column, relatie.on_delete
