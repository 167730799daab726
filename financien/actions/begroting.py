"""Writing the budget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from financien.models import Activiteit, Inkomstenpost, Rekening
from financien.rules import OVERHEVELING_UIT
from kern.contract import Laadtelling
from kern.laden import maak_gelijk
from kern.weigering import botsing_als_weigering

Rijen = Sequence[Mapping[str, Any]]


def stel_begroting_gelijk(*, posten: Rijen, activiteiten: Rijen, rekeningen: Rijen) -> Laadtelling:
    """Make lines and accounts equal to those of a plan file, in one transaction.

    Lines are known by `code`, accounts by cost centre and ledger account. A line that is no longer
    there goes after the accounts moved away from it. What people added stays: accounts (`door`), and the line from
    which a year is carried over. ValidationError, in Dutch, when a constraint or
    the trigger on counter entries refuses.
    """
    with transaction.atomic(), botsing_als_weigering(Inkomstenpost, Activiteit, Rekening):
        telling = maak_gelijk(Inkomstenpost, "code", posten, verwijder=False)
        telling += maak_gelijk(Activiteit, "code", activiteiten, verwijder=False)
        sleutel = ("kostenplaats", "grootboekrekening")
        telling += maak_gelijk(Rekening, sleutel, rekeningen, binnen={"door": None})
        for model, rijen in ((Inkomstenpost, posten), (Activiteit, activiteiten)):
            over = model._default_manager.exclude(code__in=[rij["code"] for rij in rijen])
            over = over.exclude(code__regex=OVERHEVELING_UIT)
            telling += Laadtelling(gewijzigd=over.delete()[0])
    return telling
