"""What a loose entry probably belongs to, with how certain that is and why; one query for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db import connection

from financien.figures.vanzelf import REGEL_BIJ

# More loose entries than this are not judged at once: the oldest first.
HOOGSTENS = 500
# Of how many of the latest allocated entries the text is compared, and how alike it must be.
TEKSTEN, LIJKT = 2_000, 0.4


class Zekerheid(StrEnum):
    """How certain a suggestion is."""

    ZEKER = "zeker"
    MISSCHIEN = "misschien"
    ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Los:
    """A loose entry with its suggestion; `regel` is the code of a line, None where nothing is suggested."""

    pk: int
    boekstuk: str
    regelnummer: int
    boekdatum: date
    omschrijving: str
    relatie: str
    bedrag: Decimal
    dagen_open: int
    regel: str | None
    verplichting: int | None
    zekerheid: Zekerheid
    waarom: str
    hoort_bij: str = ""

    @property
    def keuze(self) -> str:
        """The suggestion as a form sends it."""
        return f"{self.pk}|{self.regel or ''}|{self.verplichting or ''}"


_EERDER = """FROM financien_boeking o JOIN financien_toedeling t ON t.boeking_id = o.id AND t.ongedaan_op IS NULL
    WHERE b.relatie <> '' AND lower(o.relatie) = lower(b.relatie)"""
_VRAAG = f"""
WITH los AS MATERIALIZED (
    SELECT b.* FROM financien_boeking b WHERE b.boekdatum <= %(op)s AND NOT EXISTS (
        SELECT FROM financien_toedeling t WHERE t.boeking_id = b.id AND t.ongedaan_op IS NULL)
    ORDER BY b.boekdatum, b.id LIMIT %(hoogstens)s
), teksten AS MATERIALIZED (
    SELECT coalesce(t.activiteit_id, t.inkomstenpost_id) AS regel, lower(o.omschrijving) AS tekst, o.boekstuk
    FROM (SELECT * FROM financien_toedeling WHERE ongedaan_op IS NULL ORDER BY id DESC LIMIT {TEKSTEN}) t
    JOIN financien_boeking o ON o.id = t.boeking_id WHERE o.omschrijving <> ''
)
SELECT b.id, b.boekstuk, b.regelnummer, b.boekdatum, b.omschrijving, b.relatie, b.bedrag, b.grootboekrekening,
    vp.id AS vp_id, vp.nummer AS vp_nummer, vp.activiteit_id AS vp_regel,
    coalesce(rk.activiteit_id, rk.inkomstenpost_id) AS rk_regel,
    bv.id AS bv_id, bv.nummer AS bv_nummer, bv.activiteit_id AS bv_regel,
    credit.boekstuk AS cr_stuk, credit.regel AS cr_regel, credit.verplichting_id AS cr_vp,
    vaker.regel AS vk_regel, vaker.n AS vk_n, vaker.gelijk AS vk_gelijk,
    tekst.regel AS tk_regel, tekst.boekstuk AS tk_stuk
FROM los b
{REGEL_BIJ.format(boeking="b")}
LEFT JOIN LATERAL (
    SELECT v.id, v.nummer, v.activiteit_id FROM financien_verplichting v
    WHERE b.relatie <> '' AND lower(v.relatie) = lower(b.relatie) AND b.bedrag > 0
      AND v.aangegaan_op <= b.boekdatum AND (v.beeindigd_op IS NULL OR v.beeindigd_op > b.boekdatum)
      AND (v.bedrag = b.bedrag OR EXISTS (SELECT FROM financien_verplichtingtermijn m
          WHERE m.verplichting_id = v.id AND m.bedrag = b.bedrag))
    ORDER BY v.id LIMIT 1) bv ON true
LEFT JOIN LATERAL (
    SELECT o.boekstuk, coalesce(t.activiteit_id, t.inkomstenpost_id) AS regel, t.verplichting_id {_EERDER}
      AND b.bedrag < 0 AND o.bedrag >= -b.bedrag AND o.boekdatum <= b.boekdatum
    ORDER BY position(o.boekstuk IN b.omschrijving) > 0 DESC, o.bedrag, o.boekdatum DESC LIMIT 1) credit ON true
LEFT JOIN LATERAL (
    SELECT coalesce(t.activiteit_id, t.inkomstenpost_id) AS regel, count(*) AS n,
        count(*) FILTER (WHERE o.bedrag = b.bedrag) AS gelijk {_EERDER}
    GROUP BY 1 ORDER BY 3 DESC, 2 DESC, 1 LIMIT 1) vaker ON true
LEFT JOIN LATERAL (
    SELECT x.regel, x.boekstuk FROM teksten x
    WHERE vaker.regel IS NULL AND b.omschrijving <> '' AND similarity(x.tekst, lower(b.omschrijving)) >= {LIJKT}
    ORDER BY similarity(x.tekst, lower(b.omschrijving)) DESC, x.boekstuk LIMIT 1) tekst ON true
ORDER BY b.boekdatum, b.id
"""  # noqa: S608  (constants)


def losse_met_voorstel(peildatum: date, *, hoogstens: int = HOOGSTENS) -> list[Los]:
    """The oldest loose entries at `peildatum`, each with its suggestion."""
    with connection.cursor() as cursor:
        cursor.execute(_VRAAG, {"op": peildatum, "hoogstens": hoogstens})
        namen = [kolom.name for kolom in cursor.description]
        rijen = [dict(zip(namen, rij, strict=True)) for rij in cursor.fetchall()]
    return [_los(rij, peildatum) for rij in rijen]


def _los(rij: dict[str, Any], peildatum: date) -> Los:
    regel, verplichting, zekerheid, waarom, hoort_bij = _voorstel(rij)
    return Los(
        pk=rij["id"],
        boekstuk=rij["boekstuk"],
        regelnummer=rij["regelnummer"],
        boekdatum=rij["boekdatum"],
        omschrijving=rij["omschrijving"],
        relatie=rij["relatie"],
        bedrag=rij["bedrag"],
        dagen_open=(peildatum - rij["boekdatum"]).days,
        regel=regel,
        verplichting=verplichting,
        zekerheid=zekerheid,
        waarom=waarom,
        hoort_bij=hoort_bij,
    )


_Voorstel = tuple[str | None, int | None, Zekerheid, str, str]


def _voorstel(rij: dict[str, Any]) -> _Voorstel:
    """The best reason first: number, account, amount of a commitment, original, relation, text."""
    zin = f"rekening {rij['grootboekrekening']} hoort bij geen regel"
    return _zeker(rij) or _misschien(rij) or (None, None, Zekerheid.ONBEKEND, zin, "")


def _zeker(rij: dict[str, Any]) -> _Voorstel | None:
    if rij["vp_id"]:
        return rij["vp_regel"], rij["vp_id"], Zekerheid.ZEKER, f"verplichting {rij['vp_nummer']}", ""
    if rij["rk_regel"]:
        zin = f"rekening {rij['grootboekrekening']} hoort bij deze regel"
        return rij["rk_regel"], None, Zekerheid.ZEKER, zin, ""
    if rij["bv_id"]:
        zin = f"verplichting {rij['bv_nummer']}, zelfde relatie en bedrag"
        return rij["bv_regel"], rij["bv_id"], Zekerheid.ZEKER, zin, ""
    return None


def _misschien(rij: dict[str, Any]) -> _Voorstel | None:
    if rij["cr_regel"]:
        zin = "zelfde relatie, eerder ten minste dit bedrag betaald"
        return rij["cr_regel"], rij["cr_vp"], Zekerheid.MISSCHIEN, zin, rij["cr_stuk"]
    if rij["vk_regel"]:
        keer = f"stond {rij['vk_n']} keer eerder op deze regel"
        zin = f"{keer}, {rij['vk_gelijk']} keer met dit bedrag" if rij["vk_gelijk"] else keer
        return rij["vk_regel"], None, Zekerheid.MISSCHIEN, zin, ""
    if rij["tk_regel"]:
        zin = f"omschrijving lijkt op die van {rij['tk_stuk']}"
        return rij["tk_regel"], None, Zekerheid.MISSCHIEN, zin, ""
    return None
