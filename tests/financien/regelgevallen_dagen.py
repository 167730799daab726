"""What breaks each rule on the day of a change or a commitment, as SQL."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.db import models

from financien.models import Begrotingswijziging, Verplichting, Wijzigingsregel
from tests.financien.factories import (
    ActiviteitFactory,
    PeriodeafsluitingFactory,
    VerplichtingFactory,
    WijzigingsregelFactory,
)
from tests.financien.regelgevallen_basis import WIJZIGINGSREGEL, Sql

_VERPLICHTING = (
    "INSERT INTO financien_verplichting (versie, nummer, soort, omschrijving, relatie, activiteit_id, jaar, bedrag,"
    " aangegaan_op, kerncijfer) VALUES (1, 'V-X', 'contract', 'x', 'y', %s, 2017, %s, %s, '')"
)
_ZET = "UPDATE financien_verplichting SET {} = %s WHERE id = %s"


def _met_geld_van_later() -> list[Sql]:
    """50,000 now and 1,000 more from 1 January: the day before there is no more than 50,000."""
    activiteit = ActiviteitFactory(bedrag=50000)
    WijzigingsregelFactory(activiteit=activiteit, bedrag=1000, wijziging__op=date(2018, 1, 1))
    return [(_VERPLICHTING, activiteit.code, Decimal("50000.01"), "2017-12-31")]


def _eerder_dan_het_geld() -> list[Sql]:
    activiteit = ActiviteitFactory(bedrag=50000)
    WijzigingsregelFactory(activiteit=activiteit, bedrag=1000, wijziging__op=date(2018, 1, 1))
    rij = VerplichtingFactory(activiteit=activiteit, bedrag=51000, aangegaan_op=date(2018, 1, 1))
    return [(_ZET.format("aangegaan_op"), "2017-12-31", rij.pk)]


def _minder_voor_er_meer_is() -> list[Sql]:
    """All is committed; 1,000 goes off on the last day of the year and comes back on the next."""
    activiteit = ActiviteitFactory(bedrag=50000)
    WijzigingsregelFactory(activiteit=activiteit, bedrag=1000, wijziging__op=date(2018, 1, 1))
    VerplichtingFactory(activiteit=activiteit, bedrag=50000)
    af = Begrotingswijziging.objects.create(kenmerk="af", omschrijving="x", op=date(2017, 12, 31))
    return [
        (WIJZIGINGSREGEL, af.pk, activiteit.code, None, -1000),
        (WIJZIGINGSREGEL, af.pk, None, None, 1000),
    ]


def _wijziging_in_gesloten_maand() -> list[Sql]:
    PeriodeafsluitingFactory()
    return [
        (
            "INSERT INTO financien_begrotingswijziging (kenmerk, omschrijving, op) VALUES ('k', 'x', %s)",
            "2017-03-31",
        )
    ]


def _aangaan_in_gesloten_maand() -> list[Sql]:
    PeriodeafsluitingFactory()
    return [(_VERPLICHTING, ActiviteitFactory().code, 1, "2017-03-01")]


def _weghalen_uit_gesloten_maand() -> list[Sql]:
    pk = VerplichtingFactory(aangegaan_op=date(2017, 3, 31)).pk
    PeriodeafsluitingFactory()
    return [
        ("DELETE FROM financien_verplichting WHERE id = %s", pk),
    ]


def _verzetten_naar_gesloten_maand() -> list[Sql]:
    PeriodeafsluitingFactory()
    pk = VerplichtingFactory(aangegaan_op=date(2017, 4, 1)).pk
    return [(_ZET.format("aangegaan_op"), "2017-03-31", pk)]


def _verzetten_uit_gesloten_maand() -> list[Sql]:
    pk = VerplichtingFactory(aangegaan_op=date(2017, 3, 31)).pk
    PeriodeafsluitingFactory()
    return [(_ZET.format("aangegaan_op"), "2017-04-01", pk)]


def _eindigen_in_gesloten_maand() -> list[Sql]:
    PeriodeafsluitingFactory()
    return [(_ZET.format("beeindigd_op"), "2017-03-31", VerplichtingFactory().pk)]


def _toch_niet_geeindigd_in_gesloten_maand() -> list[Sql]:
    pk = VerplichtingFactory(beeindigd_op=date(2017, 3, 1)).pk
    PeriodeafsluitingFactory()
    return [(_ZET.format("beeindigd_op"), None, pk)]


def _meer_na_het_einde() -> list[Sql]:
    pk = VerplichtingFactory(bedrag=100, beeindigd_op=date(2017, 3, 1)).pk
    return [(_ZET.format("bedrag"), "100.01", pk)]


def _minder_na_het_einde() -> list[Sql]:
    pk = VerplichtingFactory(bedrag=100, beeindigd_op=date(2017, 3, 1)).pk
    return [(_ZET.format("bedrag"), "99.99", pk)]


def _ander_werk_na_het_einde() -> list[Sql]:
    pk = VerplichtingFactory(bedrag=100, beeindigd_op=date(2017, 3, 1)).pk
    return [(_ZET.format("activiteit_id"), ActiviteitFactory(bedrag=100).code, pk)]


def _eerder_begin_na_het_einde() -> list[Sql]:
    rij = VerplichtingFactory(aangegaan_op=date(2017, 2, 1), beeindigd_op=date(2017, 3, 1))
    return [(_ZET.format("aangegaan_op"), "2017-01-31", rij.pk)]


def _later_begin_na_het_einde() -> list[Sql]:
    rij = VerplichtingFactory(aangegaan_op=date(2017, 2, 1), beeindigd_op=date(2017, 3, 1))
    return [(_ZET.format("aangegaan_op"), "2017-02-02", rij.pk)]


def _meer_bij_het_einde() -> list[Sql]:
    pk = VerplichtingFactory(bedrag=100).pk
    return [("UPDATE financien_verplichting SET beeindigd_op = '2017-03-01', bedrag = 101 WHERE id = %s", pk)]


_OPEN = "verplichting_maand_open"
# As in BUDGETREGELS.
DAGREGELS: list[tuple[str, type[models.Model], str, str, Callable[[], list[Sql]]]] = [
    *(
        (
            "verplichting_geld_op_tijd",
            Verplichting,
            "verplichting_binnen_budget",
            "nog niet zoveel vrij",
            maak,
        )
        for maak in (_met_geld_van_later, _eerder_dan_het_geld)
    ),
    (
        "wijzigingsregel_binnen_budget",
        Wijzigingsregel,
        "wijzigingsregel_binnen_budget",
        "Zoveel kan er niet af",
        _minder_voor_er_meer_is,
    ),
    (
        "begrotingswijziging_maand_open",
        Begrotingswijziging,
        "begrotingswijziging_maand_open",
        "is gesloten",
        _wijziging_in_gesloten_maand,
    ),
    *(
        ("verplichting_geeindigd", Verplichting, "verplichting_geeindigd", "het bedrag verandert niet", maak)
        for maak in (_meer_na_het_einde, _minder_na_het_einde, _meer_bij_het_einde)
    ),
    *(
        (f"verplichting_geeindigd_{wat}", Verplichting, "verplichting_geeindigd", zin, maak)
        for wat, zin, maak in (
            ("activiteit", "de activiteit blijft", _ander_werk_na_het_einde),
            ("begin", "de begindag blijft", _eerder_begin_na_het_einde),
            ("begin", "de begindag blijft", _later_begin_na_het_einde),
        )
    ),
    *(
        (_OPEN, Verplichting, f"{_OPEN}_{wacht}", "is gesloten", maak)
        for wacht, maak in (
            ("nieuw", _aangaan_in_gesloten_maand),
            ("weg", _weghalen_uit_gesloten_maand),
            ("anders", _verzetten_naar_gesloten_maand),
            ("anders", _verzetten_uit_gesloten_maand),
            ("anders", _eindigen_in_gesloten_maand),
            ("anders", _toch_niet_geeindigd_in_gesloten_maand),
        )
    ),
]
