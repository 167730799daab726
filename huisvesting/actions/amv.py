"""An outcome of the AMV page is kept, as it was."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from huisvesting.models import AmvUitkomst
from huisvesting.rules.amv import Gevolgen, Invoer
from kern import schrijfwijze
from kern.weigering import botsing_als_weigering
from toegang.models import Gebruiker


def bewaar_uitkomst(
    *, naam: str, invoer: Invoer, gevolgen: Gevolgen, peildatum: date, door: Gebruiker, op: date
) -> AmvUitkomst:
    """Keep inputs and outcome as numbers, so that they stay the same whatever becomes of the residents.

    Counts and euros only: nobody's name or day of birth.
    """
    with transaction.atomic(), botsing_als_weigering(AmvUitkomst):
        return AmvUitkomst.objects.create(
            naam=naam,
            peildatum=peildatum,
            invoer=_invoer(invoer),
            uitkomst=_uitkomst(gevolgen),
            bewaard_op=op,
            bewaard_door=door,
        )


def _invoer(invoer: Invoer) -> dict[str, int | str]:
    return {
        "instroom": invoer.instroom,
        "verblijf": invoer.verblijf,
        "plekken": invoer.plekken,
        "woningen": f"{invoer.woningen:f}",
        "maanden": invoer.maanden,
        "tarief": schrijfwijze.bedrag_in_json(invoer.tarief),
    }


def _uitkomst(gevolgen: Gevolgen) -> dict[str, object]:
    """The shape of the table, in the order of the half-years; euros as strings with two decimals."""
    return {
        "schema": "amv/1",
        "stappen": [
            {
                "code": stap.code,
                "van": stap.van.isoformat(),
                "tot_en_met": stap.tot_en_met.isoformat(),
                "bewoners": stap.bewoners,
                "komen": stap.komen,
                "worden_18": stap.worden_18,
                "woningen": stap.woningen,
                "bezet": stap.bezet,
                "plekken": stap.plekken,
                "maanden": stap.maanden,
                "euro": schrijfwijze.bedrag_in_json(stap.euro),
                "taakstelling": stap.taakstelling,
            }
            for stap in gevolgen.stappen
        ],
        "samen": {
            "bewoners": gevolgen.bewoners,
            "komen": gevolgen.komen,
            "worden_18": gevolgen.worden_18,
            "woningen": gevolgen.woningen,
            "maanden": gevolgen.maanden,
            "euro": schrijfwijze.bedrag_in_json(gevolgen.euro),
            "taakstelling": gevolgen.taakstelling,
        },
        "doorloop": gevolgen.doorloop,
        "onbekend": gevolgen.onbekend,
    }
