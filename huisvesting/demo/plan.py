"""Homes, placements and expectations of the plan's people in the demonstration."""

from __future__ import annotations

from datetime import date

from huisvesting.actions import plaats
from huisvesting.models import Verwachting, Woning
from kern.contract import Demo
from toegang.models import Organisatie

# Invented streets, so that no address is somebody's; the neighbourhoods are Wassenaar's.
STRATEN = ("Helmweg", "Duindoornpad", "Zandhagedislaan", "Strandwalstraat", "Meidoornhof")
WIJKEN = ("Centrum", "Kerkehout", "Oostdorp", "De Kieviet", "Zuid")
VERHUURDER = "Wassenaarsche Bouwstichting"
BRON = "Eigen dossiers"


def huisvest_planpersonen(demo: Demo) -> None:
    """A home for each household with a day, in the order of those days; the rest is expected."""
    verhuurder = Organisatie.objects.filter(naam=VERHUURDER).first()
    gehuisvest = [gezin for gezin in demo.gezinnen if gezin.gehuisvest_op]
    for nummer, gezin in enumerate(sorted(gehuisvest, key=lambda gezin: gezin.gehuisvest_op)):
        plekken = len(gezin.personen) + _komt_erbij(demo, gezin)
        woning = _woning(nummer, plekken, gezin.gehuisvest_op, verhuurder)
        plaats(gezin.personen, woning=woning, van=gezin.gehuisvest_op)
        demo.kenmerken.append(f"{woning} {gezin.gehuisvest_op} {len(gezin.personen)}")
    Woning.objects.bulk_create(
        Woning(
            straat="Helmweg",
            huisnummer=200 + nummer,
            postcode="2242ZZ",
            wijk="Kerkehout",
            verhuurder=verhuurder,
            capaciteit=6,
            amv_woning=True,
            beschikbaar_van=date(2017, 7, 1),
        )
        for nummer in range(2)
    )
    Verwachting.objects.bulk_create(
        Verwachting(statushouder=persoon, verwacht_op=gezin.verwacht_op, bron=BRON)
        for gezin in demo.gezinnen
        if gezin.verwacht_op
        for persoon in gezin.personen
    )


def _komt_erbij(demo: Demo, gezin: object) -> int:
    """Persons who will join this family: their places are kept in its home."""
    return sum(
        len(ander.personen)
        for ander in demo.gezinnen
        if ander is not gezin and ander.gezin == getattr(gezin, "gezin", None)
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
