"""Numbers to steer by in the demonstration: estimates, each with where it comes from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from huisvesting.models import Stuurcode, Stuurgetal

_VANAF = date(2017, 4, 1)
# Value, how we know it, and whether it was agreed.
AMV: dict[Stuurcode, tuple[str, str, bool]] = {
    Stuurcode.AMV_INSTROOM: ("4", "Schatting van Nidos (april 2017)", False),
    Stuurcode.AMV_VERBLIJF: ("18", "Schatting van Nidos (april 2017)", False),
    Stuurcode.AMV_PLEKKEN: ("4", "Afspraak met de Wassenaarsche Bouwstichting", True),
    Stuurcode.AMV_WONINGEN: ("1", "Plan 2017-2018: vanaf 18 jaar recht op een andere woning", True),
    Stuurcode.AMV_MAANDEN: ("12", "Offerte van Jeugdformaat", False),
    Stuurcode.AMV_TARIEF: ("300", "Offerte van Jeugdformaat", False),
    Stuurcode.AMV_ZOEKEN: ("6", "Werkafspraak: zoeken begint met 17 jaar en 6 maanden", True),
}
# No facts: what a coordinator might start with, so that the forecast and its warnings can be seen.
_SCHATTING = "Schatting, demonstratie"
STUREN: dict[Stuurcode, tuple[str, str, bool]] = {
    code: (waarde, _SCHATTING, False)
    for code, waarde in {
        Stuurcode.DREMPEL_TEMPO: "3",
        Stuurcode.DREMPEL_PROGNOSE: "2",
        Stuurcode.DREMPEL_WONINGEN: "2",
        Stuurcode.INSTROOM_LAAG: "8",
        Stuurcode.INSTROOM_VERWACHT: "11",
        Stuurcode.INSTROOM_HOOG: "14",
        Stuurcode.OPGAVE_LATER: "14",
    }.items()
}


def zet_stuurgetallen() -> None:
    """The numbers that are not there yet; what somebody set stays."""
    for code, (waarde, bron, vast) in {**AMV, **STUREN}.items():
        Stuurgetal.objects.get_or_create(
            code=code,
            wijk="",
            defaults={"waarde": Decimal(waarde), "vanaf": _VANAF, "bron": bron, "vast": vast},
        )
