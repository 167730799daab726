"""The same absence sent twice at once, as a double click does: one, and no fault for the second."""

from __future__ import annotations

import threading
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from dossiers import actions
from dossiers.models import Waarneming
from tests.harnas.draden import wacht_tot_iemand_wacht
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db(transaction=True)
TOT = date(2017, 5, 13)


def tegelijk(*, tweede_tot: date) -> tuple[Waarneming, Any]:
    """What the first gave, and what the second gave or raised, which began before the first was committed."""
    afwezige, waarnemer = GebruikerFactory(), GebruikerFactory()
    gaf: list[Any] = []

    def neem_waar(tot: date) -> Waarneming:
        return actions.neem_waar(
            afwezige=afwezige, waarnemer=waarnemer, van=date(2017, 5, 8), tot=tot, op=date(2017, 5, 1)
        )

    def tweede() -> None:
        try:
            gaf.append(neem_waar(tweede_tot))
        except ValidationError as fout:
            gaf.append(fout)
        finally:
            connection.close()

    draad = threading.Thread(target=tweede)
    with transaction.atomic():
        eerste = neem_waar(TOT)
        draad.start()
        wacht_tot_iemand_wacht()
    draad.join(20)
    return eerste, gaf[0]


def test_dezelfde_is_er_een():
    eerste, tweede = tegelijk(tweede_tot=TOT)
    assert tweede == eerste == Waarneming.objects.get()
    assert tweede.versie == 1


def test_een_andere_wordt_geweigerd():
    eerste, tweede = tegelijk(tweede_tot=date(2017, 5, 14))
    assert tweede.messages == ["Voor deze collega is in deze periode al een waarnemer."]
    assert Waarneming.objects.get() == eerste
