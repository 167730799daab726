"""The figures of a report, frozen: one document, the same text for the same data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from kern.cijfers import cijferlijst
from kern.contract import Peiling
from kern.models import Bronverschil, Plan
from kern.register import register
from rapportage.rules import afgelopen_maanden, mag_cijfers, peildatum

SCHEMA = "rapport/1"
# The chapters' own documents, as their commands print them.
DOCUMENTEN = ("taakstelling", "aansluiting")
# What a run must not compare: the number of the version, and the seal itself.
NIET_BEZEGELD = frozenset({"versie", "sha256"})


CIJFERKOLOMMEN = (
    "code",
    "domein",
    "thema",
    "label",
    "waarde",
    "eenheid",
    "noemer",
    "doel",
    "gevoelig",
    "definitie",
    "bron",
)
_MET_BEDRAG = frozenset({"waarde", "noemer", "doel"})


class GeenPlan(ValueError):
    """Nothing to report about: the plan is not loaded."""


def bevries(soort: str, maand: date, versie: int) -> dict[str, Any]:
    """All that the report of this kind and month says, in JSON values. GeenPlan without a plan.

    The peildatum is the last day of the month, the period the month. `cijfers` is what `kerncijfers`
    gives for those, with small counts as they are. A document that no chapter has is null.
    """
    dag = peildatum(maand)
    peiling = Peiling(dag, van=maand, tot_en_met=dag)
    with een_moment():
        cijfers = cijferlijst(register, peiling)
        hoofdstukken = _hoofdstukken(soort, peiling)
        inhoud = {
            "schema": SCHEMA,
            "soort": soort,
            "maand": f"{maand:%Y-%m}",
            "peildatum": dag.isoformat(),
            "versie": versie,
            "sha256": "",
            "cijfers": cijfers,
            **_documenten(peiling),
            "standen": _standen(hoofdstukken, cijfers),
            "plan": _plan(),
            "bronverschillen": _bronverschillen(),
            "hoofdstukken": hoofdstukken,
        }
    inhoud["sha256"] = zegel(inhoud)
    return inhoud


def cijferrijen(peiling: Peiling) -> list[list[Any]]:
    """The key figures as a table: the keys of `kerncijfers` as columns, amounts as Decimals.

    PermissionDenied when the user may see no figure at all.
    """
    mag = partial(mag_cijfers, peiling.gebruiker)
    if not any(mag(domein.code) for domein in register if domein.kerncijfers):
        raise PermissionDenied("Deze gebruiker mag deze kerncijfers niet zien.")
    return [
        [_cel(kolom, cijfer[kolom]) for kolom in CIJFERKOLOMMEN]
        for cijfer in cijferlijst(register, peiling, mag=mag)
    ]


def _cel(kolom: str, waarde: Any) -> Any:
    return Decimal(waarde) if kolom in _MET_BEDRAG and isinstance(waarde, str) else waarde


def zegel(inhoud: dict[str, Any]) -> str:
    """The SHA-256 of the document without its version and seal, in one canonical spelling of JSON."""
    bezegeld = {naam: waarde for naam, waarde in inhoud.items() if naam not in NIET_BEZEGELD}
    canoniek = json.dumps(
        bezegeld, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return hashlib.sha256(canoniek.encode()).hexdigest()


def als_tekst(inhoud: dict[str, Any]) -> str:
    """The document as it is kept and handed out: keys in their order, ended by a line break."""
    return json.dumps(inhoud, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def te_kiezen_maanden(vandaag: date) -> list[date]:
    """The months of the plan that are over, the newest first; none where no plan is loaded."""
    plan = Plan.objects.order_by("pk").last()
    return afgelopen_maanden(vandaag, date(min(plan.jaren), 1, 1)) if plan else []


@contextmanager
def een_moment() -> Iterator[None]:
    """All queries inside see the database as it is at one moment, and none can write.

    Else a placement saved halfway would be in the chapter and not in its total. Inside a
    transaction that has begun already this cannot be asked for any more: then it is the caller's.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _hoofdstukken(soort: str, peiling: Peiling) -> list[dict[str, Any]]:
    return [
        {"code": deel.code, "titel": deel.titel, **deel.gegevens(peiling)}
        for deel in register.hoofdstukken(soort)
    ]


def _documenten(peiling: Peiling) -> dict[str, Any]:
    """Both documents, whatever the kind of report: a chapter of another kind may have them."""
    gevonden = dict(
        domein.hoofdstuk.document for domein in register if domein.hoofdstuk and domein.hoofdstuk.document
    )
    return {naam: gevonden[naam](peiling) if naam in gevonden else None for naam in DOCUMENTEN}


def _standen(hoofdstukken: list[dict[str, Any]], cijfers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The stocks of all chapters. ValueError where one closes on another number than its key figure."""
    waarden = {cijfer["code"]: cijfer["waarde"] for cijfer in cijfers}
    standen = [stand for hoofdstuk in hoofdstukken for stand in hoofdstuk["standen"]]
    for stand in standen:
        waarde = waarden.get(stand["code"])
        if waarde != stand["eind"]:
            raise ValueError(
                f"Verloop {stand['code']} eindigt op {stand['eind']}, het kerncijfer is {waarde}."
            )
    return standen


def _plan() -> dict[str, str]:
    plan = Plan.objects.order_by("pk").last()
    if plan is None:
        raise GeenPlan("Er is nog geen plan geladen.")
    return {"kenmerk": plan.kenmerk, "naam": plan.naam, "gemeente": plan.gemeente}


def _bronverschillen() -> list[dict[str, Any]]:
    rijen = Bronverschil.objects.order_by("pk").values("code", "onderwerp", "waarden", "verklaring")
    return [dict(rij) for rij in rijen]
