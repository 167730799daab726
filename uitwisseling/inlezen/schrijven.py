"""SQL that writes for many rows at once, and keeps what it wrote so that it can be taken back."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import FieldDoesNotExist
from django.db import connection, models

from uitwisseling.models import Inleesspoor, Inleesverschil
from uitwisseling.rules.cellen import kolomvelden

if TYPE_CHECKING:
    from uitwisseling.inlezen.werk import Werk


def tabel(model: type[models.Model]) -> str:
    """The quoted name of the table of a model."""
    return connection.ops.quote_name(model._meta.db_table)


def sqlsoort(model: type[models.Model], attname: str) -> str:
    """The type of a column, for a cast from text."""
    veld: Any = model._meta.get_field(attname)
    return str((veld.target_field if isinstance(veld, models.ForeignKey) else veld).cast_db_type(connection))


def heeft(model: type[models.Model], veld: str) -> bool:
    """Whether a model has this field."""
    try:
        model._meta.get_field(veld)
    except FieldDoesNotExist:
        return False
    return True


def vergelijk(  # noqa: PLR0913  (one name for each part of the question)
    werk: Werk,
    model: type[models.Model],
    velden: Mapping[str, str],
    *,
    pk: str,
    waar: str,
    leeg_telt: bool,
    stap: int,
    bij: Mapping[str, str] | None,
    params: Mapping[str, Any],
) -> int:
    """One row in Inleesverschil for each field that a good row changes; see `Werk.vergelijk`."""
    kolommen = {
        naam: een.naam for een in werk.soort.kolommen for naam, _ in [(een.naam, ""), *kolomvelden(een)]
    }
    waarden = ", ".join(
        f"('{veld}', '{(bij or {}).get(veld) or kolommen.get(veld, '')}', d.{veld}::text, ({expressie})::text)"
        for veld, expressie in velden.items()
    )
    leeg = "" if leeg_telt else "v.wordt <> '' AND"  # NULL <> '' is not true either
    return werk.vraag(
        f"""INSERT INTO {tabel(Inleesverschil)}
            (inlezing_id, rij, model, object_id, dossier, veld, kolom, was, wordt, stap)
        SELECT %(inlezing)s, w.rij, %(model)s, d.id, w.dossier, v.veld, v.kolom, v.was, v.wordt, %(stap)s
        FROM inleeswerk w JOIN {tabel(model)} d ON d.id = {pk}
        CROSS JOIN LATERAL (VALUES {waarden}) AS v(veld, kolom, was, wordt)
        WHERE w.goed AND {pk} IS NOT NULL AND ({waar}) AND {leeg} v.was IS DISTINCT FROM v.wordt""",
        model=model._meta.label_lower,
        stap=stap,
        **params,
    )


def pas_toe(werk: Werk, model: type[models.Model], *, stap: int) -> int:
    """Write the changes of good rows in one table and keep old and new values; how many rows changed."""
    label = {"model": model._meta.label_lower, "stap": stap}
    met_versie = heeft(model, "versie")
    versie = "d.versie + 1" if met_versie else "NULL::integer"
    velden = werk.rijen(
        f"""SELECT DISTINCT veld FROM {tabel(Inleesverschil)}
        WHERE inlezing_id = %(inlezing)s AND model = %(model)s AND stap = %(stap)s ORDER BY veld""",
        **label,
    )
    werk.vraag(
        f"""CREATE TEMPORARY TABLE inleeswijziging ON COMMIT DROP AS
        SELECT min(v.rij) AS rij, v.object_id, min(v.dossier) AS dossier,
            jsonb_object_agg(v.veld, v.was) AS oud, jsonb_object_agg(v.veld, v.wordt) AS nieuw
        FROM {tabel(Inleesverschil)} v JOIN inleeswerk w ON w.rij = v.rij AND w.goed
        WHERE v.inlezing_id = %(inlezing)s AND v.model = %(model)s AND v.stap = %(stap)s
        GROUP BY v.object_id""",
        **label,
    )
    werk.vraag("ANALYZE inleeswijziging")
    werk.vraag(
        f"""INSERT INTO {tabel(Inleesspoor)}
            (inlezing_id, rij, model, object_id, dossier, versie, stap, oud, nieuw)
        SELECT %(inlezing)s, c.rij, %(model)s, c.object_id, c.dossier, {versie}, %(stap)s, c.oud, c.nieuw
        FROM inleeswijziging c JOIN {tabel(model)} d ON d.id = c.object_id ORDER BY c.rij""",
        **label,
    )
    zet = [zetting(model, veld, "c.nieuw") for (veld,) in velden]
    if met_versie:
        zet.append("versie = d.versie + 1")
    aantal = werk.vraag(
        f"UPDATE {tabel(model)} d SET {', '.join(zet)} FROM inleeswijziging c WHERE d.id = c.object_id"
    )
    werk.vraag("DROP TABLE inleeswijziging")
    return aantal


def wijzig_overige(
    werk: Werk, model: type[models.Model], velden: tuple[str, str], *, sleutels: str, dossier: str, stap: int
) -> int:
    """Change one field of rows that no row of the file is about; see `Werk.wijzig_overige`.

    They are kept with the first good row of the file: the file as a whole asks it.
    """
    veld, wordt = velden
    met_versie = heeft(model, "versie")
    versie = "d.versie + 1" if met_versie else "NULL::integer"
    verhoog = ", versie = d.versie + 1" if met_versie else ""
    return werk.vraag(
        f"""WITH anders AS MATERIALIZED (
            SELECT d.id, {dossier} AS dossier, {versie} AS versie, d.{veld}::text AS was, ({wordt})::text AS wordt,
                (SELECT min(w.rij) FROM inleeswerk w WHERE w.goed) AS rij
            FROM {tabel(model)} d WHERE d.id IN ({sleutels})
        ), verschil AS (
            INSERT INTO {tabel(Inleesverschil)}
                (inlezing_id, rij, model, object_id, dossier, veld, kolom, was, wordt, stap)
            SELECT %(inlezing)s, rij, %(model)s, id, dossier, %(veld)s, '', was, wordt, %(stap)s FROM anders
        ), spoor AS (
            INSERT INTO {tabel(Inleesspoor)}
                (inlezing_id, rij, model, object_id, dossier, versie, stap, oud, nieuw)
            SELECT %(inlezing)s, rij, %(model)s, id, dossier, versie, %(stap)s,
                jsonb_build_object(%(veld)s::text, was), jsonb_build_object(%(veld)s::text, wordt) FROM anders
        )
        UPDATE {tabel(model)} d SET {veld} = a.wordt::{sqlsoort(model, veld)}{verhoog}
        FROM anders a WHERE d.id = a.id""",
        model=model._meta.label_lower,
        veld=veld,
        stap=stap,
    )


def zetting(model: type[models.Model], veld: str, uit: str) -> str:
    """`veld = ...` for an UPDATE of `d`: from the JSON in column `uit` where it has the field."""
    return (
        f"{veld} = CASE WHEN {uit} ? '{veld}' THEN ({uit} ->> '{veld}')::{sqlsoort(model, veld)} "
        f"ELSE d.{veld} END"
    )


def maak(
    werk: Werk,
    model: type[models.Model],
    velden: Mapping[str, str],
    *,
    van: str,
    waar: str,
    params: Mapping[str, Any],
) -> int:
    """Insert rows and keep that they were made; see `Werk.maak`."""
    vul = {
        "id": volgende(model),
        **_standaard(model, velden),
        **velden,
    }
    versie = "bron.versie" if "versie" in vul else "NULL::integer"
    return werk.vraag(
        f"""WITH bron AS MATERIALIZED (
            SELECT w.rij AS w_rij, w.dossier AS w_dossier, {", ".join(f"{sql} AS {naam}" for naam, sql in vul.items())}
            FROM {van} WHERE {waar} ORDER BY w.rij
        ), spoor AS (
            INSERT INTO {tabel(Inleesspoor)} (inlezing_id, rij, model, object_id, dossier, versie, stap)
            SELECT %(inlezing)s, w_rij, %(model)s, bron.id, w_dossier, {versie}, 0 FROM bron
        )
        INSERT INTO {tabel(model)} ({", ".join(vul)}) SELECT {", ".join(vul)} FROM bron""",
        model=model._meta.label_lower,
        **params,
    )


def volgende(model: type[models.Model]) -> str:
    """SQL for the next primary key; where the sequence is looked up once for a statement, not for each row."""
    return f"nextval((SELECT pg_get_serial_sequence('{model._meta.db_table}', 'id')::regclass))"


def _standaard(model: type[models.Model], gegeven: Mapping[str, str]) -> dict[str, str]:
    """Defaults of the model as SQL, for what a domain leaves out. TypeError for one that SQL cannot make."""
    return {
        veld.attname: _letterlijk(veld)
        for veld in model._meta.concrete_fields
        if not veld.primary_key and not veld.generated and veld.attname not in gegeven
    }


def _letterlijk(veld: models.Field[Any, Any]) -> str:
    if veld.default is uuid.uuid4:
        return "gen_random_uuid()"
    if (veld.has_default() and callable(veld.default)) or getattr(veld, "auto_now_add", False):
        raise TypeError(f"{veld} heeft een standaardwaarde die hier zelf gegeven moet worden.")
    soort = (veld.target_field if isinstance(veld, models.ForeignKey) else veld).cast_db_type(connection)
    if veld.null and not veld.has_default():
        return f"NULL::{soort}"
    waarde = veld.get_db_prep_save(veld.get_default(), connection)
    if isinstance(waarde, bool | int):
        return f"{waarde}::{soort}".lower()
    tekst = str(waarde).replace("'", "''").replace("%", "%%")
    return f"'{tekst}'::{soort}"
