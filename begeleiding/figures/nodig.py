"""What a family needs first: the first step of its first month that is still to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from begeleiding.models import EersteMaand, Stapstand
from dossiers.models import Statushouder
from kern.contract import Gebruiker


def eerste_stappen(personen: Sequence[Statushouder], gebruiker: Gebruiker, dag: date) -> Sequence[Any]:
    """The lists of these heads of families with a step to do on `dag`, with `eerste_stap`; one query."""
    open_ = Stapstand.objects.van_toepassing().filter(eerste_maand=OuterRef("pk"), klaar_op=None)
    eerste = open_.order_by("stap__volgorde", "pk").values("stap__stap")
    rijen: Any = EersteMaand.objects.zichtbaar_voor(gebruiker).open_op(dag).filter(statushouder__in=personen)
    return list(rijen.met_aantallen(dag).annotate(eerste_stap=Subquery(eerste[:1])))
