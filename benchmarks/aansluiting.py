"""The reconciliation of a million entries: our one statement against a loop over the ORM and against bare SQL.

In a copy of the database, on the plan's own lines. Of the entries one in twenty has no line, one in fifty lies on two
lines, one in a hundred was undone and linked again, and one in ten uses up a commitment. All three ways must give the
same figures of each line and of the ledger, to the cent.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from benchmarks.doelen import boekingen, doel_boekingen
from benchmarks.harnas import Kandidaat, Proef, Uitslag, meet
from benchmarks.kopie import kopie
from dossiers.models import Statushouder
from financien.figures.aansluiting import bereken
from financien.models import (
    Activiteit,
    Boeking,
    Inkomstenpost,
    Toedeling,
    Verplichting,
    Wijzigingsregel,
)

OP = date(2018, 6, 30)
TEGEN_LUS, TEGEN_SQL = 30, 1 / 1.5
NUL = Decimal("0.00")
_VUL = """
SET session_replication_role = replica;
INSERT INTO financien_verplichting
    (versie, nummer, soort, omschrijving, relatie, activiteit_id, jaar, bedrag, aangegaan_op, beeindigd_op, kerncijfer)
SELECT 1, 'M-' || a.code || '-' || n, 'contract', 'Meting', 'Meting', a.code, 2017 + n %% 2, 1000000 + n, '2017-01-01',
    CASE WHEN n = 5 THEN '2018-01-01'::date END, ''
FROM financien_activiteit a, generate_series(1, 5) n;
INSERT INTO financien_boeking (boekstuk, regelnummer, boekdatum, boekjaar, kostenplaats, grootboekrekening,
    omschrijving, relatie, bedrag, verplichting)
SELECT 'M' || n, 1, d, extract(year FROM d), '67110', '43810', 'Post ' || n %% 2000, 'Relatie ' || n %% 3000,
    CASE WHEN n %% 97 = 0 THEN -1 ELSE 1 END * (100 + n * 7919::bigint %% 900000) / 100.0, ''
FROM (SELECT n, '2017-01-01'::date + (n * 31::bigint %% 730)::int AS d FROM generate_series(1, %(aantal)s) n) q;
INSERT INTO financien_toedeling
    (versie, inkomstenpost_id, activiteit_id, boeking_id, bedrag, wijze, verplichting_id, waarom, op, ongedaan_op)
SELECT 1, r.inkomstenpost, r.activiteit, b.id, CASE WHEN b.id %% 50 = 1 THEN deel.bedrag ELSE b.bedrag END, 'hand',
    v.id, '', b.boekdatum, deel.weg
FROM financien_boeking b
CROSS JOIN LATERAL (SELECT CASE WHEN b.id %% 50 = 1 THEN 2 WHEN b.id %% 100 = 2 THEN 2 ELSE 1 END AS delen) hoe
CROSS JOIN LATERAL generate_series(1, hoe.delen) nr
CROSS JOIN LATERAL (SELECT
    CASE WHEN nr = 1 THEN round(b.bedrag / 3, 2) ELSE b.bedrag - round(b.bedrag / 3, 2) END AS bedrag,
    CASE WHEN b.id %% 100 = 2 AND nr = 1 THEN b.boekdatum END AS weg) deel
JOIN (SELECT row_number() OVER (ORDER BY code) - 1 AS plek, count(*) OVER () AS alle, * FROM (
    SELECT code, code AS inkomstenpost, NULL AS activiteit FROM financien_inkomstenpost
    UNION ALL SELECT code, NULL, code FROM financien_activiteit) q) r ON r.plek = (b.id + nr) %% r.alle
LEFT JOIN financien_verplichting v ON b.id %% 10 = 3 AND v.activiteit_id = r.activiteit
    AND v.nummer = 'M-' || r.activiteit || '-' || (1 + b.id / 10 %% 5)
WHERE b.id %% 20 <> 0;
SET session_replication_role = DEFAULT;
"""
# What somebody writes who needs these figures once: each table read once, for each figure its own sum.
_KAAL = """
WITH geldig AS (
    SELECT coalesce(t.inkomstenpost_id, t.activiteit_id) AS code, b.boekjaar, t.verplichting_id, b.boekdatum, t.bedrag
    FROM financien_toedeling t JOIN financien_boeking b ON b.id = t.boeking_id
    WHERE t.ongedaan_op IS NULL AND b.boekdatum <= %(op)s
)
SELECT 'geboekt' AS wat, code, boekjaar, sum(bedrag) AS bedrag, count(*) AS n, NULL::date AS oudste FROM geldig
GROUP BY code, boekjaar
UNION ALL SELECT 'los', code, (boekdatum >= %(maand)s)::int, sum(bedrag), count(*), NULL FROM geldig
WHERE verplichting_id IS NULL GROUP BY code, boekdatum >= %(maand)s
UNION ALL SELECT 'verplicht', v.activiteit_id, v.jaar, sum(greatest(v.bedrag - coalesce(u.bedrag, 0), 0)), NULL, NULL
FROM financien_verplichting v
LEFT JOIN (SELECT verplichting_id, sum(bedrag) AS bedrag FROM geldig GROUP BY 1) u ON u.verplichting_id = v.id
WHERE v.aangegaan_op <= %(op)s AND (v.beeindigd_op IS NULL OR v.beeindigd_op > %(op)s) GROUP BY v.activiteit_id, v.jaar
UNION ALL SELECT 'gewijzigd', coalesce(r.inkomstenpost_id, r.activiteit_id), NULL, sum(r.bedrag), NULL, NULL
FROM financien_wijzigingsregel r JOIN financien_begrotingswijziging w ON w.id = r.wijziging_id
WHERE w.op <= %(op)s GROUP BY 2
UNION ALL SELECT 'grootboek', '', NULL, sum(bedrag), count(*), NULL FROM financien_boeking WHERE boekdatum <= %(op)s
UNION ALL SELECT 'zonder regel', '', NULL, sum(bedrag), count(*), min(boekdatum) FROM financien_boeking b
WHERE boekdatum <= %(op)s AND NOT EXISTS (
    SELECT FROM financien_toedeling t WHERE t.boeking_id = b.id AND t.ongedaan_op IS NULL)
"""
Cijfers = dict[str, tuple[Any, ...]]


def uitslagen() -> list[Uitslag]:
    """The three ways, and the control."""
    aantal = boekingen(Statushouder.objects.count())
    with kopie():
        _vul(aantal)
        proef = Proef(
            f"Aansluiting van {aantal} boekingen",
            [
                Kandidaat("onze ene vraag", _ons),
                Kandidaat("SQL met de hand", _kaal, doel_boekingen(aantal, TEGEN_SQL)),
                Kandidaat("lus over het ORM", _lus, doel_boekingen(aantal, TEGEN_LUS)),
            ],
            rondes=3,
        )
        gemeten = meet(proef)
    _onze, kaal, lus = gemeten
    naam = "Controle: de lus naast SQL met de hand, moet het doel missen"
    return [
        *gemeten,
        Uitslag(naam, lus.kandidaat, lus.snelste, lus.mediaan),
        Uitslag(
            naam,
            kaal.kandidaat,
            kaal.snelste,
            kaal.mediaan,
            kaal.mediaan / lus.mediaan,
            doel_boekingen(aantal, TEGEN_SQL),
            controle=True,
        ),
    ]


def _vul(aantal: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_VUL, {"aantal": aantal})
        cursor.execute("VACUUM ANALYZE")


def _ons() -> Cijfers:
    """As the page, the command and the report read it: all of it, with the persons beside the persons."""
    stand = bereken(OP)
    uit: Cijfers = {
        regel.code: _regel(
            regel.gewijzigd,
            regel.geboekt_per_jaar,
            regel.boekingen,
            regel.verplicht_per_jaar,
            regel.verloop and (regel.verloop.los_tot, regel.verloop.los_na),
        )
        for regel in stand.regels
    }
    boek = stand.grootboek
    return uit | {"": (boek.som, boek.boekingen, boek.los, boek.aantal_los, boek.oudste_los)}


def _regel(gewijzigd: Decimal, geboekt: Any, boekingen: int, verplicht: Any, los: Any) -> tuple[Any, ...]:
    return gewijzigd, dict(geboekt), boekingen, dict(verplicht), los


def _kaal() -> Cijfers:
    """One statement, and its rows by line."""
    per: dict[str, dict[Any, Any]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(_KAAL, {"op": OP, "maand": OP + timedelta(days=1)})
        for wat, code, jaar, bedrag, n, oudste in cursor.fetchall():
            per[wat][code, jaar] = bedrag, n, oudste
    uit: Cijfers = {}
    for code, is_inkomst in _codes():
        jaren = {jaar for wat in ("geboekt", "verplicht") for wie, jaar in per[wat] if wie == code}
        teken = -1 if is_inkomst else 1
        geboekt = {j: teken * per["geboekt"][code, j][0] for j in jaren if (code, j) in per["geboekt"]}
        los = tuple(per["los"].get((code, na), (NUL,))[0] for na in (0, 1))
        uit[code] = _regel(
            per["gewijzigd"].get((code, None), (NUL,))[0],
            geboekt,
            sum(per["geboekt"][code, j][1] for j in geboekt),
            {j: per["verplicht"][code, j][0] for j in jaren if (code, j) in per["verplicht"]},
            None if is_inkomst else los,
        )
    [boek], [los] = per["grootboek"].values(), per["zonder regel"].values()
    return uit | {"": (*boek[:2], *los)}


def _codes() -> list[tuple[str, bool]]:
    posten, activiteiten = Inkomstenpost.objects, Activiteit.objects
    codes = [(code, True) for code in posten.values_list("code", flat=True)]
    return codes + [(code, False) for code in activiteiten.values_list("code", flat=True)]


def _lus() -> Cijfers:
    """As it is written first: the rows by the ORM, in parts, with what they refer to, and added up in Python."""
    geboekt: dict[str, dict[int, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    boekingen: dict[str, int] = defaultdict(int)
    los: dict[str, list[Decimal]] = defaultdict(lambda: [NUL, NUL])
    gebruikt: dict[int, Decimal] = defaultdict(Decimal)
    delen = Toedeling.objects.geldig().filter(boeking__boekdatum__lte=OP).select_related("boeking")
    for deel in delen.order_by().iterator():
        code = deel.regelcode or ""
        geboekt[code][deel.boeking.boekjaar] += deel.bedrag
        boekingen[code] += 1
        if deel.verplichting_id:
            gebruikt[deel.verplichting_id] += deel.bedrag
        else:
            los[code][deel.boeking.boekdatum > OP] += deel.bedrag
    verplicht: dict[str, dict[int, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    lopend = Q(beeindigd_op=None) | Q(beeindigd_op__gt=OP)
    for belofte in Verplichting.objects.filter(lopend, aangegaan_op__lte=OP):
        rest = max(belofte.bedrag - gebruikt[belofte.pk], NUL)
        verplicht[belofte.activiteit_id][belofte.jaar] += rest
    gewijzigd: dict[str, Decimal] = defaultdict(Decimal)
    for rij in Wijzigingsregel.objects.filter(wijziging__op__lte=OP):
        gewijzigd[rij.regelcode or ""] += rij.bedrag
    uit: Cijfers = {
        code: _regel(
            gewijzigd[code],
            {jaar: -bedrag if is_inkomst else bedrag for jaar, bedrag in geboekt[code].items()},
            boekingen[code],
            verplicht[code],
            None if is_inkomst else tuple(los[code]),
        )
        for code, is_inkomst in _codes()
    }
    return uit | {"": _boek()}


def _boek() -> tuple[Any, ...]:
    som = zonder = NUL
    n = n_zonder = 0
    oudste: date | None = None
    rij: Any  # with what is annotated
    met_regel = Exists(Toedeling.objects.geldig().filter(boeking=OuterRef("pk")))
    for rij in Boeking.objects.tot_en_met(OP).annotate(met_regel=met_regel).order_by().iterator():
        som, n = som + rij.bedrag, n + 1
        if not rij.met_regel:
            zonder, n_zonder = zonder + rij.bedrag, n_zonder + 1
            oudste = min(oudste or rij.boekdatum, rij.boekdatum)
    return som, n, zonder, n_zonder, oudste
