"""Homes, placements and expectations of the plan's people in the demonstration."""

from __future__ import annotations

from datetime import date
from typing import Any

from dossiers.models import Statushouder, WijzeVanKomst
from huisvesting.actions import plaats
from huisvesting.models import Verwachting, Woning, Woonvraag
from kern.contract import Demo
from kern.register import register
from toegang.models import Organisatie

# Invented streets, so that no address is somebody's; the neighbourhoods are Wassenaar's.
STRATEN = ("Helmweg", "Duindoornpad", "Zandhagedislaan", "Strandwalstraat", "Meidoornhof")
WIJKEN = ("Centrum", "Kerkehout", "Oostdorp", "De Kieviet", "Zuid")
VERHUURDER = "Wassenaarsche Bouwstichting"
BRON = "Eigen dossiers"
BRONNEN = {WijzeVanKomst.NAREIZIGER: "COA, lijst van 24 april", WijzeVanKomst.AMV: "Nidos en Jeugdformaat"}
AMV_PLEKKEN = 4
TE_KRAP = 3  # groups of nareizigers for whom the home of their family is too small


def huisvest_planpersonen(demo: Demo) -> None:
    """A home for each household with a day, in the order of those days; the rest is expected."""
    verhuurder = Organisatie.objects.filter(naam=VERHUURDER).first()
    amv_woningen = Woning.objects.bulk_create(
        Woning(
            straat="Helmweg",
            huisnummer=200 + nummer,
            postcode="2242ZZ",
            wijk="Kerkehout",
            verhuurder=verhuurder,
            capaciteit=AMV_PLEKKEN,
            amv_woning=True,
            beschikbaar_van=date(2016, 1, 1),
        )
        for nummer in range(2)
    )
    gehuisvest = sorted(
        (gezin for gezin in demo.gezinnen if gezin.gehuisvest_op), key=lambda gezin: gezin.gehuisvest_op
    )
    amv = [gezin for gezin in gehuisvest if gezin.soort == WijzeVanKomst.AMV]
    with register.in_een_keer():
        for nummer, gezin in enumerate(gezin for gezin in gehuisvest if gezin.soort != WijzeVanKomst.AMV):
            plekken = len(gezin.personen) + _komt_erbij(demo, gezin)
            _plaats(demo, gezin, _woning(nummer, plekken, gezin.gehuisvest_op, verhuurder))
        for nummer, gezin in enumerate(amv):
            _plaats(demo, gezin, amv_woningen[nummer % len(amv_woningen)])
    Verwachting.objects.bulk_create(
        Verwachting(
            statushouder=persoon,
            verwacht_op=gezin.verwacht_op,
            woonvraag=_woonvraag(demo, gezin, persoon),
            bron=BRONNEN.get(gezin.soort, BRON),
        )
        for gezin in demo.gezinnen
        if gezin.verwacht_op
        for persoon in gezin.personen
    )


def _plaats(demo: Demo, gezin: Any, woning: Woning) -> None:
    plaats(gezin.personen, woning=woning, van=gezin.gehuisvest_op)
    demo.kenmerken.append(f"{woning} {gezin.gehuisvest_op} {len(gezin.personen)}")


def _woonvraag(demo: Demo, gezin: Any, persoon: Statushouder) -> Woonvraag:
    """Nareizigers join their family; the first of each of the last groups asks a bigger home for all."""
    if gezin.soort == WijzeVanKomst.AMV:
        return Woonvraag.AMV
    if gezin.soort != WijzeVanKomst.NAREIZIGER:
        return Woonvraag.EIGEN
    vraagt = gezin in _te_krap(demo) and persoon == gezin.personen[0]
    return Woonvraag.GROTER if vraagt else Woonvraag.FAMILIE


def _te_krap(demo: Demo) -> list[Any]:
    """The last groups of nareizigers: the home of their family is too small for them."""
    nareizigers = [
        gezin for gezin in demo.gezinnen if gezin.soort == WijzeVanKomst.NAREIZIGER and gezin.verwacht_op
    ]
    return sorted(nareizigers, key=lambda gezin: gezin.verwacht_op)[-TE_KRAP:]


def _komt_erbij(demo: Demo, gezin: object) -> int:
    """Persons who will join this family: their places are kept in its home, unless it is too small."""
    te_krap = _te_krap(demo)
    return sum(
        len(ander.personen)
        for ander in demo.gezinnen
        if ander not in te_krap and ander is not gezin and ander.gezin == getattr(gezin, "gezin", None)
    )


def _woning(nummer: int, plekken: int, vanaf: date, verhuurder: Organisatie | None) -> Woning:
    return Woning.objects.create(
        straat=STRATEN[nummer % len(STRATEN)],
        huisnummer=11 + 2 * nummer,
        postcode=f"224{nummer % 6}ZZ",
        wijk=WIJKEN[nummer % len(WIJKEN)],
        verhuurder=verhuurder,
        capaciteit=plekken,
        beschikbaar_van=vanaf,
    )
