"""Rows by which somebody is found who may not be known of: the home where they live, as its domain says.

The application would count there only whom the user sees, and the database keeps everybody: a home with a
free place that it refuses tells who lives there. So the row itself is hidden, with all that names it.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import models

from kern.contract import Vindplaats
from kern.register import register

# Nearly always there is nobody, and then nothing is asked.
_FUNCTIES = """
CREATE OR REPLACE FUNCTION {functie}() RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    verborgen bigint[] := wi_verborgen();
    huisgenoten bigint[];
    gevonden bigint[];
BEGIN
    IF cardinality(verborgen) = 0 THEN
        RETURN verborgen;
    END IF;
    SELECT verborgen || coalesce(array_agg(ander.statushouder_id), '{{}}') INTO huisgenoten
    FROM dossiers_gezinslid lid JOIN dossiers_gezinslid ander ON ander.gezin_id = lid.gezin_id
    WHERE lid.statushouder_id = ANY (verborgen)
      AND lid.van <= wi_dag() AND (lid.tot IS NULL OR lid.tot > wi_dag())
      AND ander.van <= wi_dag() AND (ander.tot IS NULL OR ander.tot > wi_dag());
    SELECT coalesce(array_agg(DISTINCT rij.sleutel), '{{}}') INTO gevonden FROM ({rijen}) AS rij(sleutel);
    RETURN gevonden;
END $$;

-- of these the ones that a hidden row has: who types them can only be refused
CREATE OR REPLACE FUNCTION {functie}_bij(kenmerken text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT {kenmerk} FROM "{tabel}" r
    WHERE r.id = ANY ((SELECT {functie}())::bigint[]) AND {kenmerk} = ANY (kenmerken)
$$;
REVOKE ALL ON FUNCTION {functie}_bij(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {functie}_bij(text[]) TO staf;
"""


def vindplaatsen() -> Iterator[tuple[type[models.Model], Vindplaats]]:
    """All that the domains registered, with the model."""
    return ((apps.get_model(plek.model), plek) for domein in register for plek in domein.vindplaatsen)


def functie(plek: Vindplaats) -> str:
    """The name of the function that gives the keys of the hidden rows, as an array."""
    return f"wi_verborgen_{apps.get_model(plek.model)._meta.db_table}"


def functies() -> list[str]:
    """SQL that makes the functions of all of them."""
    return [
        _FUNCTIES.format(
            functie=functie(plek), tabel=model._meta.db_table, rijen=plek.rijen, kenmerk=plek.kenmerk
        )
        for model, plek in vindplaatsen()
    ]
