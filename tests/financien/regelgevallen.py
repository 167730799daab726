"""What breaks each rule of ledger and allocations, as SQL."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.db import models

from financien.models import (
    Boeking,
    Toedeling,
)
from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    PeriodeafsluitingFactory,
    ToedelingFactory,
    VerplichtingFactory,
)
from tests.financien.regelgevallen_basis import MEI, TOEDELING, Sql, twee_regels
from tests.financien.regelgevallen_budget import BUDGETREGELS
from tests.financien.regelgevallen_dagen import DAGREGELS


def _boeking_wijzigen() -> list[Sql]:
    return [("UPDATE financien_boeking SET bedrag = 1 WHERE id = %s", BoekingFactory().pk)]


def _boeking_weg() -> list[Sql]:
    return [("DELETE FROM financien_boeking WHERE id = %s", BoekingFactory().pk)]


def _boeking_in_gesloten_maand() -> list[Sql]:
    PeriodeafsluitingFactory(maand=date(2017, 3, 1))
    return [
        (
            "INSERT INTO financien_boeking (boekstuk, regelnummer, boekdatum, boekjaar, kostenplaats,"
            " grootboekrekening, omschrijving, relatie, bedrag, verplichting)"
            " VALUES ('1', 1, '2017-03-31', 2017, '1', '2', '', '', 1, '')",
        )
    ]


def _som_te_weinig() -> list[Sql]:
    een, ander = twee_regels()
    pk = BoekingFactory(bedrag=Decimal(100)).pk
    return [(TOEDELING, pk, een, None, Decimal("60.00")), (TOEDELING, pk, ander, None, Decimal("39.99"))]


def _som_te_veel() -> list[Sql]:
    ander = ActiviteitFactory()
    koppeling = ToedelingFactory()
    return [(TOEDELING, koppeling.boeking_id, ander.code, None, Decimal("0.01"))]


def _som_na_half_ongedaan() -> list[Sql]:
    een, ander = twee_regels()
    boeking = BoekingFactory(bedrag=Decimal(100))
    delen = [
        Toedeling(boeking=boeking, activiteit_id=code, bedrag=50, wijze="hand", op=MEI)
        for code in (een, ander)
    ]
    Toedeling.objects.bulk_create(delen)
    return [
        ("UPDATE financien_toedeling SET ongedaan_op = '2017-05-02' WHERE activiteit_id = %s", een),
    ]


def _toedeling_wijzigen() -> list[Sql]:
    ander, koppeling = ActiviteitFactory(), ToedelingFactory()
    return [
        ("UPDATE financien_toedeling SET activiteit_id = %s WHERE id = %s", ander.code, koppeling.pk),
    ]


def _toedeling_herleeft() -> list[Sql]:
    pk = ToedelingFactory(ongedaan_op=MEI).pk
    return [("UPDATE financien_toedeling SET ongedaan_op = NULL WHERE id = %s", pk)]


def _toedeling_weg() -> list[Sql]:
    return [("DELETE FROM financien_toedeling WHERE id = %s", ToedelingFactory().pk)]


def _ongedaan_in_gesloten_maand() -> list[Sql]:
    koppeling = ToedelingFactory(boeking__boekdatum=date(2017, 3, 31))
    PeriodeafsluitingFactory(maand=date(2017, 3, 1))
    return [("UPDATE financien_toedeling SET ongedaan_op = '2017-05-02' WHERE id = %s", koppeling.pk)]


def _toedeling_zonder_regel() -> list[Sql]:
    return [(TOEDELING, BoekingFactory(bedrag=100).pk, None, None, 100)]


def _andere_activiteit_dan_verplichting() -> list[Sql]:
    verplichting, ander = VerplichtingFactory(), ActiviteitFactory()
    return [
        (
            TOEDELING.replace("op)", "op, verplichting_id)").replace("'2017-05-01')", "'2017-05-01', %s)"),
            BoekingFactory(bedrag=1).pk,
            ander.code,
            None,
            1,
            verplichting.pk,
        )
    ]


# (name of the refusal, model, what guards it when that is not a constraint of this name, its sentence, the SQL)
REGELS: list[tuple[str, type[models.Model], str, str, Callable[[], list[Sql]]]] = [
    ("boeking_onveranderlijk", Boeking, "boeking_onveranderlijk", "verandert niet", _boeking_wijzigen),
    ("boeking_blijft", Boeking, "boeking_blijft", "de import terugneemt", _boeking_weg),
    ("boeking_maand_open", Boeking, "boeking_maand_open_nieuw", "is gesloten", _boeking_in_gesloten_maand),
    ("toedeling_som", Toedeling, "toedeling_som", "samen precies", _som_te_weinig),
    ("toedeling_som", Toedeling, "toedeling_som", "samen precies", _som_te_veel),
    ("toedeling_som", Toedeling, "toedeling_som", "samen precies", _som_na_half_ongedaan),
    ("toedeling_vast", Toedeling, "toedeling_vast", "ongedaan en koppel", _toedeling_wijzigen),
    ("toedeling_vast", Toedeling, "toedeling_vast", "ongedaan en koppel", _toedeling_herleeft),
    ("toedeling_blijft", Toedeling, "toedeling_blijft", "Maak haar ongedaan", _toedeling_weg),
    ("toedeling_maand_open", Toedeling, "toedeling_maand_open", "is gesloten", _ongedaan_in_gesloten_maand),
    ("toedeling_een_regel", Toedeling, "", "Kies één regel", _toedeling_zonder_regel),
    (
        "toedeling_bij_verplichting",
        Toedeling,
        "toedeling_bij_verplichting",
        "een andere activiteit",
        _andere_activiteit_dan_verplichting,
    ),
    *BUDGETREGELS,
    *DAGREGELS,
]
