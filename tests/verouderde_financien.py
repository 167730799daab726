"""The stale forms of financien."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.financien.factories import MerkFactory, PeriodeafsluitingFactory, PlanFactory, VerplichtingFactory
from tests.verouderd_geval import Geval, ik


def _merk() -> Geval:
    rij = MerkFactory()
    op = {"toelichting": "Twee keer besteld"}
    return Geval(rij, [rij.pk], op, "toelichting", "Eén keer besteld", {"besluit": "terecht"})


def _verplichting() -> Geval:
    PlanFactory()
    rij = VerplichtingFactory()
    return Geval(rij, [rij.pk], {"relatie": "Jeugdhulp"}, "relatie", "Jeugdformaat BV")


def _heropenen() -> Geval:
    rij = PeriodeafsluitingFactory()
    op = {"heropend_op": date(2017, 4, 20), "heropend_door": ik(), "reden": "Nota vergeten"}
    return Geval(rij, [rij.pk], op, "reden", "Nota kwam te laat")


VAN_FINANCIEN: dict[str, Callable[[], Geval]] = {
    "financien:merk": _merk,
    "financien:verplichting-wijzigen": _verplichting,
    "financien:verplichting-beeindigen": lambda: Geval(
        rij := VerplichtingFactory(), [rij.pk], {"beeindigd_op": date(2017, 4, 1)}, "beeindigd_op", "3-4-2017"
    ),
    "financien:maand-heropenen": _heropenen,
}
