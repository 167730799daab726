"""The registered key figures as JSON: the shape of `kerncijfers`, which the report freezes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from kern import schrijfwijze
from kern.contract import Domein, Kerncijfer, Peiling, Waarde
from kern.register import Register


def cijferlijst(
    register: Register,
    peiling: Peiling,
    *,
    domein: str | None = None,
    mag: Callable[[str], bool] = lambda _domein: True,
    met_dossiers: bool = False,
) -> list[dict[str, Any]]:
    """Every key figure for this peiling, in the order of the domains.

    Only those of `domein` when given, and only of domains for which `mag` says yes. With
    `met_dossiers` the dossier numbers behind each number: null where its rows are no persons; and what its other
    rows are about, where it has these too.
    """
    return [
        {**_als_json(deel, cijfer, peiling), **(_dossiers(cijfer, peiling) if met_dossiers else {})}
        for deel in register
        if domein in {None, deel.code} and mag(deel.code)
        for cijfer in deel.kerncijfers
    ]


def _als_json(domein: Domein, cijfer: Kerncijfer, peiling: Peiling) -> dict[str, Any]:
    return {
        "code": cijfer.code,
        "domein": domein.code,
        "thema": cijfer.thema,
        "label": cijfer.label,
        "waarde": _waarde(cijfer.bereken(peiling)),
        "eenheid": cijfer.eenheid,
        "noemer": _waarde(cijfer.noemer(peiling) if cijfer.noemer else None),
        "doel": _waarde(cijfer.doel(peiling) if cijfer.doel else None),
        "gevoelig": cijfer.gevoelig,
        "definitie": cijfer.definitie,
        "bron": cijfer.bron,
    }


def _waarde(waarde: Waarde) -> int | str | None:
    """An amount as a string with two decimals; ValueError when it holds cents of cents."""
    return schrijfwijze.bedrag_in_json(waarde) if isinstance(waarde, Decimal) else waarde


def _dossiers(cijfer: Kerncijfer, peiling: Peiling) -> dict[str, list[str] | None]:
    if cijfer.dossier_via is None:
        return {"dossiers": None}
    nummers = cijfer.rijen(peiling).order_by().values_list(cijfer.dossier_via, flat=True).distinct()
    gevonden = sorted(str(nummer) for nummer in nummers if nummer is not None)
    andere = {"zonder_dossier": cijfer.zonder_dossier(peiling)} if cijfer.zonder_dossier else {}
    return {"dossiers": gevonden, **andere}
