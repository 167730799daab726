"""The quota as a document: what the command prints and the report freezes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from huisvesting.figures.coa import Vergelijking, als_json
from huisvesting.figures.grootboek import Stand, grootboek, nog_te_huisvesten
from huisvesting.rules import BRONVERSCHILLEN
from kern.contract import Gebruiker
from kern.models import Bronverschil
from kern.opmaak.datum import schrijf_datum


def opmerkingen(stand: Stand, verklaringen: dict[str, str]) -> list[str]:
    """What a reader must know beside the figures of a period, in whole sentences."""
    regels = [
        verklaringen[code] for code in BRONVERSCHILLEN.get(stand.periode.code, ()) if code in verklaringen
    ]
    if stand.uitgeruild:
        regels.append(
            f"In de opgave van {stand.opgave} zit een uitruil met andere gemeenten van {stand.uitgeruild:+d}."
        )
    begin = getattr(stand.periode, "beginstand", None)
    if begin and not stand.beginstand_geldt and stand.begonnen:
        regels.append(
            f"Het plan geeft een stand op {schrijf_datum(begin.stand_op)}. Voor die dag tellen we alleen de personen "
            "van wie we de naam kennen."
        )
    if stand.beginstand_geldt and stand.gerealiseerd != stand.gerealiseerd_benoemd:
        regels.append(
            f"Van de {stand.gerealiseerd} gehuisveste personen kennen we er {stand.gerealiseerd_benoemd} bij naam."
        )
    if stand.afgehaald:
        wie = "telt 1 persoon" if stand.afgehaald == 1 else f"tellen {stand.afgehaald} personen"
        regels.append(
            f"In deze periode {wie} niet langer mee, omdat een andere gemeente de verhuizing meldde (H8). "
            "Dat is er bij gerealiseerd al af."
        )
    return regels


def bronverschillen() -> QuerySet[Bronverschil]:
    """The contradictions of the plan that are about the quota."""
    codes = [code for per_periode in BRONVERSCHILLEN.values() for code in per_periode]
    return Bronverschil.objects.filter(code__in=codes)


def taakstelling(peildatum: date, gebruiker: Gebruiker | None = None) -> dict[str, Any]:
    """The ledger at a peildatum, in the shape of the command line ("taakstelling/1").

    `verschil_coa` holds the persons whom `gebruiker` may see (None: all), by dossier number.
    """
    standen = grootboek(peildatum)
    vergelijking = Vergelijking(peildatum, gebruiker)
    verklaringen = dict(Bronverschil.objects.values_list("code", "verklaring"))
    return {
        "schema": "taakstelling/1",
        "peildatum": peildatum.isoformat(),
        "periodes": [
            _periode(stand, opmerkingen(stand, verklaringen), vergelijking.telling_coa(stand.periode.code))
            for stand in standen
        ],
        "verschil_coa": [als_json(rij) for rij in vergelijking.verschillen],
        "nog_te_huisvesten": {
            "van": peildatum.isoformat(),
            "tot_en_met": date(peildatum.year, 12, 31).isoformat(),
            "personen": nog_te_huisvesten(standen, peildatum),
        },
    }


def _periode(stand: Stand, regels: list[str], telling_coa: int | None) -> dict[str, Any]:
    return {
        "periode": stand.periode.code,
        "van": stand.periode.van.isoformat(),
        "tot_en_met": stand.periode.tot_en_met.isoformat(),
        "afgesloten": stand.afgesloten,
        "opgave": stand.opgave,
        "overgedragen": stand.overgedragen,
        "verwacht_overgedragen": stand.verwacht_overgedragen,
        "te_realiseren": stand.te_realiseren,
        "gerealiseerd": stand.gerealiseerd,
        "gerealiseerd_benoemd": stand.gerealiseerd_benoemd,
        "saldo": stand.saldo,
        "tempo": str(stand.tempo),
        "prognose": stand.prognose,
        "telling_coa": telling_coa,
        "bron": stand.bron,
        "opmerkingen": regels,
    }
