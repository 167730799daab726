"""The reconciliation of budget and ledger: one SQL statement over all lines; amounts to the cent."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import CharField, F, PositiveSmallIntegerField, Q, QuerySet, Value
from django.db.models.functions import Cast

from financien import rules
from financien.figures.personen import personen_naast_personen
from financien.figures.stand import ACTIVITEIT, INKOMST, NUL, Aansluiting, Grootboekstand, Regelstand
from financien.models import Activiteit, Inkomstenpost, Rekening
from kern.models import Plan

# An entry counts from its date, a change from the day on which it holds, a commitment from when it was made.
# What is left of a commitment is its amount less the entries that use it up, and never below zero.
_VRAAG = """
WITH wijziging AS (
    SELECT coalesce(r.inkomstenpost_id, r.activiteit_id) AS code, sum(r.bedrag) AS bedrag
    FROM financien_wijzigingsregel r JOIN financien_begrotingswijziging w ON w.id = r.wijziging_id
    WHERE w.op <= %(op)s GROUP BY 1
), deel AS (
    SELECT coalesce(t.inkomstenpost_id, t.activiteit_id) AS code, b.boekjaar, t.verplichting_id,
        sum(t.bedrag) AS bedrag, count(*) AS n,
        coalesce(sum(t.bedrag) FILTER (WHERE b.boekdatum < %(maand)s), 0) AS voor
    FROM financien_toedeling t JOIN financien_boeking b ON b.id = t.boeking_id
    WHERE t.ongedaan_op IS NULL AND b.boekdatum <= %(op)s GROUP BY 1, 2, 3
), geboekt AS (
    SELECT code, sum(bedrag) AS bedrag, sum(n) AS n, jsonb_object_agg(boekjaar, bedrag::text) AS per_jaar,
        coalesce(sum(los), 0) AS los, coalesce(sum(voor), 0) AS los_voor
    FROM (SELECT code, boekjaar, sum(bedrag) AS bedrag, sum(n) AS n,
            sum(bedrag) FILTER (WHERE verplichting_id IS NULL) AS los,
            sum(voor) FILTER (WHERE verplichting_id IS NULL) AS voor
        FROM deel GROUP BY 1, 2) x GROUP BY 1
), verplicht AS (
    SELECT code, sum(bedrag) AS bedrag, jsonb_object_agg(jaar, bedrag::text) AS per_jaar FROM (
        SELECT v.activiteit_id AS code, v.jaar, sum(greatest(v.bedrag - coalesce(u.bedrag, 0), 0)) AS bedrag
        FROM financien_verplichting v
        LEFT JOIN (SELECT verplichting_id, sum(bedrag) AS bedrag FROM deel
            WHERE verplichting_id IS NOT NULL GROUP BY 1) u ON u.verplichting_id = v.id
        WHERE v.aangegaan_op <= %(op)s AND (v.beeindigd_op IS NULL OR v.beeindigd_op > %(op)s) GROUP BY 1, 2
    ) x GROUP BY 1
), grootboek AS (
    SELECT * FROM (
        SELECT coalesce(sum(bedrag), 0) AS som, count(*) AS n FROM financien_boeking WHERE boekdatum <= %(op)s
    ) alle CROSS JOIN (
        SELECT coalesce(sum(b.bedrag), 0) AS los, count(*) AS n_los, min(b.boekdatum) AS oudste
        FROM financien_boeking b WHERE b.boekdatum <= %(op)s AND NOT EXISTS (
            SELECT FROM financien_toedeling t WHERE t.boeking_id = b.id AND t.ongedaan_op IS NULL)
    ) losse
), regel AS (
    SELECT 1 AS blok, 'inkomst' AS regelsoort, code, omschrijving, aantal, tarief, bedrag, id, jaar, soort,
        NULL AS hoofdstuk, tegenpost_id FROM financien_inkomstenpost
    UNION ALL SELECT 2, 'activiteit', code, omschrijving, aantal, tarief, bedrag, id, NULL, NULL, hoofdstuk,
        NULL FROM financien_activiteit
)
SELECT regel.*, coalesce(wijziging.bedrag, 0) AS gewijzigd, coalesce(geboekt.bedrag, 0) AS geboekt,
    coalesce(geboekt.n, 0) AS boekingen, geboekt.per_jaar AS geboekt_per_jaar,
    coalesce(geboekt.los, 0) AS geboekt_los, coalesce(geboekt.los_voor, 0) AS geboekt_los_voor,
    coalesce(verplicht.bedrag, 0) AS verplicht, verplicht.per_jaar AS verplicht_per_jaar,
    grootboek.som, grootboek.n, grootboek.los, grootboek.n_los, grootboek.oudste,
    (SELECT coalesce(sum(bedrag), 0) FROM deel) AS aangesloten
FROM grootboek LEFT JOIN regel ON true
LEFT JOIN wijziging USING (code) LEFT JOIN geboekt USING (code) LEFT JOIN verplicht USING (code)
ORDER BY regel.blok, regel.jaar, regel.id
"""


def planjaren() -> list[int]:
    """The years of the loaded plan, in order; empty before a plan is loaded."""
    jaren: list[int] = Plan.objects.values_list("jaren", flat=True).first() or []
    return jaren


def regels() -> QuerySet[Any, dict[str, Any]]:
    """All lines of the budget, income first and then by year, as one query."""
    kolommen = ("code", "omschrijving", "aantal", "tarief", "bedrag", "pk")
    posten = Inkomstenpost.objects.order_by().annotate(
        regelsoort=Value(INKOMST),
        regeljaar=F("jaar"),
        herkomst=F("soort"),
        deel=Cast(Value(None), CharField()),
        tegen=F("tegenpost_id"),
    )
    activiteiten = Activiteit.objects.order_by().annotate(
        regelsoort=Value(ACTIVITEIT),
        regeljaar=Cast(Value(None), PositiveSmallIntegerField()),
        herkomst=Cast(Value(None), CharField()),
        deel=F("hoofdstuk"),
        tegen=Cast(Value(None), CharField()),
    )
    berekend = ("regelsoort", "regeljaar", "herkomst", "deel", "tegen")
    samen: QuerySet[Any, dict[str, Any]] = posten.values(*kolommen, *berekend).union(
        activiteiten.values(*kolommen, *berekend), all=True
    )
    return samen.order_by("-regelsoort", "regeljaar", "pk")


def rekeningen(code: str) -> QuerySet[Rekening]:
    """The ledger accounts of the line with this code, also those that hold no more."""
    rijen = Rekening.objects.filter(Q(inkomstenpost=code) | Q(activiteit=code))
    return rijen.order_by("kostenplaats", "grootboekrekening", "van", "pk")


def bereken(peildatum: date) -> Aansluiting:
    """The reconciliation at the end of `peildatum`. The number of queries does not grow with lines or entries."""
    jaren = planjaren()
    with connection.cursor() as cursor:
        cursor.execute(_VRAAG, {"op": peildatum, "maand": rules.lopende_maand(peildatum)})
        namen = [kolom.name for kolom in cursor.description]
        rijen = [dict(zip(namen, rij, strict=True)) for rij in cursor.fetchall()]
    maanden = rules.maanden(peildatum, jaren) if jaren else (0, 0)
    regels = [_regelstand(rij, maanden) for rij in rijen if rij["code"] is not None]
    return Aansluiting(
        peildatum=peildatum,
        jaren=jaren,
        regels=regels,
        grootboek=_grootboek(rijen[0]),
        personen=personen_naast_personen(regels, peildatum=peildatum, jaren=jaren),
    )


def inkomsten(peildatum: date) -> Decimal:
    """Budgeted income over all years of the plan, after the changes that hold on `peildatum`."""
    return bereken(peildatum).inkomsten


def lasten(peildatum: date) -> Decimal:
    """The budget of all activities of the plan, after the changes that hold on `peildatum`."""
    return bereken(peildatum).lasten


def _verloop(rij: dict[str, Any], maanden: tuple[int, int]) -> rules.Verloop | None:
    """The course of an activity; None for income, and while nothing at all is known of the spending."""
    if rij["regelsoort"] == INKOMST or not (rij["n"] or rij["verplicht"]):
        return None
    return rules.Verloop(
        geboekt=rij["geboekt"] + NUL,
        verplicht=rij["verplicht"] + NUL,
        los_tot=rij["geboekt_los_voor"] + NUL,
        los_na=rij["geboekt_los"] - rij["geboekt_los_voor"],
        voorbij=maanden[0],
        te_gaan=maanden[1],
    )


def _regelstand(rij: dict[str, Any], maanden: tuple[int, int]) -> Regelstand:
    is_inkomst = rij["regelsoort"] == INKOMST
    teken = -1 if is_inkomst else 1  # the ledger has income below zero
    return Regelstand(
        code=rij["code"],
        jaar=rij["jaar"],
        regelsoort=rij["regelsoort"],
        soort=rij["soort"],
        hoofdstuk=rij["hoofdstuk"],
        omschrijving=rij["omschrijving"],
        aantal=rij["aantal"],
        tarief=rij["tarief"],
        tegenpost=rij["tegenpost_id"],
        begroot=rij["bedrag"],
        gewijzigd=rij["gewijzigd"] + NUL,
        geboekt=teken * rij["geboekt"] + NUL,
        verplicht=rij["verplicht"] + NUL,
        verloop=_verloop(rij, maanden),
        boekingen=int(rij["boekingen"]),
        geboekt_per_jaar=_per_jaar(rij["geboekt_per_jaar"], teken),
        verplicht_per_jaar=_per_jaar(rij["verplicht_per_jaar"], 1),
    )


def _per_jaar(bedragen: Any, teken: int) -> dict[int, Decimal]:
    gelezen = json.loads(bedragen) if isinstance(bedragen, str) else bedragen or {}
    return {int(jaar): teken * Decimal(bedrag) for jaar, bedrag in gelezen.items()}


def _grootboek(rij: dict[str, Any]) -> Grootboekstand:
    return Grootboekstand(
        som=rij["som"] + NUL,
        aangesloten=rij["aangesloten"] + NUL,
        los=rij["los"] + NUL,
        boekingen=rij["n"],
        aantal_los=rij["n_los"],
        oudste_los=rij["oudste"],
    )
