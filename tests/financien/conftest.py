"""The plan itself, and the figure that counts placements planted in a register of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db.models import QuerySet

from dossiers.models import Statushouder
from kern.contract import Domein, Kerncijfer, Peiling
from kern.register import Register, register
from tests.dossiers.factories import StatushouderFactory

Telling = list[tuple[date, Statushouder]]


@pytest.fixture
def plan(db) -> None:
    call_command("laad_plan", stdout=StringIO())


@pytest.fixture
def geplaatst(db, monkeypatch) -> Callable[..., None]:
    """Plant who is placed on which day; `huisvesting.gehuisvest` then counts exactly those."""
    rijen: Telling = []

    def tel(peiling: Peiling) -> QuerySet[Statushouder]:
        nummers = [persoon.pk for dag, persoon in rijen if peiling.van <= dag <= peiling.geteld_tot_en_met]
        return Statushouder.objects.filter(pk__in=nummers)

    vers = Register()
    for domein in register:
        if domein.code != "huisvesting":
            vers.registreer(domein)
    cijfer = Kerncijfer(
        code="huisvesting.gehuisvest",
        label="Gehuisvest",
        eenheid="personen",
        thema="huisvesting",
        definitie="Gepland in de test.",
        bron="De test",
        rijen=tel,
        dossier_via="nummer",
    )
    vers.registreer(Domein(code="huisvesting", label="Huisvesting", kerncijfers=[cijfer]))
    for module in ("financien.figures.personen.register", "financien.views.aansluiting.register"):
        monkeypatch.setattr(module, vers)

    def plaats(*dagen: date) -> None:
        rijen.extend((dag, StatushouderFactory()) for dag in dagen)

    return plaats


def opdracht(*argv: str) -> dict[str, Any]:
    uit = StringIO()
    call_command("aansluiting", "--json", *argv, stdout=uit)
    antwoord: dict[str, Any] = json.loads(uit.getvalue())
    return antwoord
