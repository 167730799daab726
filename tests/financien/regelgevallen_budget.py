"""What breaks each rule of commitments, changes and closed months, as SQL."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from django.db import models

from financien.models import (
    Activiteit,
    Begrotingswijziging,
    Drempel,
    Inkomstenpost,
    Merk,
    Periodeafsluiting,
    Rekening,
    Verklaring,
    Verplichting,
    Verplichtingtermijn,
    Wijzigingsregel,
)
from tests.financien.factories import (
    ActiviteitFactory,
    BegrotingswijzigingFactory,
    BoekingFactory,
    DrempelFactory,
    InkomstenpostFactory,
    MerkFactory,
    PeriodeafsluitingFactory,
    RekeningFactory,
    ToedelingFactory,
    VerklaringFactory,
    VerplichtingFactory,
    VerplichtingtermijnFactory,
    WijzigingsregelFactory,
)
from tests.financien.regelgevallen_basis import WIJZIGINGSREGEL, Sql, twee_regels
from tests.toegang.factories import GebruikerFactory


def _meer_vastgelegd_dan_vrij() -> list[Sql]:
    verplichting = VerplichtingFactory(activiteit__bedrag=100, bedrag=100)
    return [("UPDATE financien_verplichting SET bedrag = 100.01 WHERE id = %s", verplichting.pk)]


def _termijnen_te_weinig() -> list[Sql]:
    termijn = VerplichtingtermijnFactory()
    return [("UPDATE financien_verplichtingtermijn SET bedrag = bedrag - 0.01 WHERE id = %s", termijn.pk)]


def _wijziging_niet_op_nul() -> list[Sql]:
    wijziging, (een, ander) = BegrotingswijzigingFactory(), twee_regels()
    return [
        (WIJZIGINGSREGEL, wijziging.pk, een, None, -100),
        (WIJZIGINGSREGEL, wijziging.pk, ander, None, Decimal("99.99")),
    ]


def _wijziging_onder_besteed() -> list[Sql]:
    koppeling = ToedelingFactory(activiteit__bedrag=100, boeking__bedrag=60)
    wijziging = BegrotingswijzigingFactory()
    return [
        (WIJZIGINGSREGEL, wijziging.pk, koppeling.activiteit_id, None, Decimal("-40.01")),
        (WIJZIGINGSREGEL, wijziging.pk, None, None, Decimal("40.01")),
    ]


def _wijziging_anders() -> list[Sql]:
    regel = WijzigingsregelFactory()
    return [("UPDATE financien_begrotingswijziging SET omschrijving = 'x' WHERE id = %s", regel.wijziging_id)]


def _wijzigingsregel_weg() -> list[Sql]:
    return [("DELETE FROM financien_wijzigingsregel WHERE id = %s", WijzigingsregelFactory().pk)]


def _activiteit_na_boeking() -> list[Sql]:
    BoekingFactory()
    code = ActiviteitFactory(bedrag=0).code
    return [("UPDATE financien_activiteit SET bedrag = 1 WHERE code = %s", code)]


def _post_na_boeking() -> list[Sql]:
    post = InkomstenpostFactory()
    BoekingFactory()
    return [("DELETE FROM financien_inkomstenpost WHERE code = %s", post.code)]


def _rekening_omgekeerd() -> list[Sql]:
    pk = RekeningFactory().pk
    return [
        (
            "UPDATE financien_rekening SET van = '2017-05-01', tot_en_met = '2017-04-30' WHERE id = %s",
            pk,
        )
    ]


_AFSLUITING = (
    "INSERT INTO financien_periodeafsluiting (versie, maand, afgesloten_op, afgesloten_door_id, reden)"
    " VALUES (1, %s, %s, %s, '')"
)


def _maand_niet_voorbij() -> list[Sql]:
    return [(_AFSLUITING, "2017-03-01", "2017-03-31", GebruikerFactory().pk)]


def _maand_niet_op_de_eerste() -> list[Sql]:
    return [(_AFSLUITING, "2017-03-02", "2017-04-10", GebruikerFactory().pk)]


def _maand_weg() -> list[Sql]:
    return [("DELETE FROM financien_periodeafsluiting WHERE id = %s", PeriodeafsluitingFactory().pk)]


def _heropend_zonder_reden() -> list[Sql]:
    pk = PeriodeafsluitingFactory().pk
    wie = GebruikerFactory().pk
    return [
        (
            "UPDATE financien_periodeafsluiting SET heropend_op = '2018-01-01', heropend_door_id = %s WHERE id = %s",
            wie,
            pk,
        )
    ]


def _merk_half_besloten() -> list[Sql]:
    return [("UPDATE financien_merk SET besluit = 'terecht' WHERE id = %s", MerkFactory().pk)]


def _verplichting_van_nul() -> list[Sql]:
    return [("UPDATE financien_verplichting SET bedrag = 0 WHERE id = %s", VerplichtingFactory().pk)]


def _verplichting_eindigt_eerder() -> list[Sql]:
    pk = VerplichtingFactory().pk
    return [("UPDATE financien_verplichting SET beeindigd_op = aangegaan_op - 1 WHERE id = %s", pk)]


def _termijn_niet_op_de_eerste() -> list[Sql]:
    pk = VerplichtingtermijnFactory().pk
    return [("UPDATE financien_verplichtingtermijn SET maand = maand + 1 WHERE id = %s", pk)]


def _wijziging_van_nul() -> list[Sql]:
    return [(WIJZIGINGSREGEL, BegrotingswijzigingFactory().pk, ActiviteitFactory().code, None, 0)]


def _wijziging_op_twee_regels() -> list[Sql]:
    codes = ActiviteitFactory().code, InkomstenpostFactory().code
    pk = BegrotingswijzigingFactory().pk
    return [(WIJZIGINGSREGEL, pk, *codes, 1), (WIJZIGINGSREGEL, pk, None, None, 1)]


def _drempel_onder_nul() -> list[Sql]:
    wie = GebruikerFactory().pk
    return [("INSERT INTO financien_drempel (bedrag, vanaf, door_id) VALUES (-0.01, '2017-01-01', %s)", wie)]


def _drempel_anders() -> list[Sql]:
    return [("UPDATE financien_drempel SET bedrag = 1 WHERE id = %s", DrempelFactory().pk)]


_VERKLARING = (
    "INSERT INTO financien_verklaring (activiteit_id, inkomstenpost_id, op, peildatum, afwijking, tekst, door_id)"
    " VALUES (%s, %s, '2017-05-01', '2017-05-01', 1, %s, %s)"
)


def _verklaring_van_niets() -> list[Sql]:
    return [(_VERKLARING, None, None, "x", GebruikerFactory().pk)]


def _verklaring_leeg() -> list[Sql]:
    return [(_VERKLARING, ActiviteitFactory().code, None, "", GebruikerFactory().pk)]


def _verklaring_anders() -> list[Sql]:
    return [("UPDATE financien_verklaring SET tekst = 'y' WHERE id = %s", VerklaringFactory().pk)]


# (name of the refusal, model, what guards it when that is not a constraint of this name, its sentence, the SQL)
BUDGETREGELS: list[tuple[str, type[models.Model], str, str, Callable[[], list[Sql]]]] = [
    (
        "verplichting_binnen_budget",
        Verplichting,
        "verplichting_binnen_budget",
        "niet vrij bij deze activiteit",
        _meer_vastgelegd_dan_vrij,
    ),
    ("verplichting_bedrag_positief", Verplichting, "", "meer dan nul euro", _verplichting_van_nul),
    (
        "verplichting_einde_na_begin",
        Verplichting,
        "",
        "Het einde ligt op of na",
        _verplichting_eindigt_eerder,
    ),
    (
        "verplichtingtermijn_som",
        Verplichtingtermijn,
        "verplichtingtermijn_som",
        "De termijnen moeten samen",
        _termijnen_te_weinig,
    ),
    (
        "verplichtingtermijn_eerste_dag",
        Verplichtingtermijn,
        "",
        "begint op de eerste dag",
        _termijn_niet_op_de_eerste,
    ),
    ("wijzigingsregel_op_nul", Wijzigingsregel, "wijzigingsregel_op_nul", "op nul", _wijziging_niet_op_nul),
    (
        "wijzigingsregel_binnen_budget",
        Wijzigingsregel,
        "wijzigingsregel_binnen_budget",
        "Zoveel kan er niet af",
        _wijziging_onder_besteed,
    ),
    (
        "begrotingswijziging_blijft",
        Begrotingswijziging,
        "begrotingswijziging_blijft",
        "verandert niet",
        _wijziging_anders,
    ),
    (
        "wijzigingsregel_blijft",
        Wijzigingsregel,
        "wijzigingsregel_blijft",
        "verandert niet",
        _wijzigingsregel_weg,
    ),
    ("wijzigingsregel_niet_nul", Wijzigingsregel, "", "verandert niets", _wijziging_van_nul),
    ("wijzigingsregel_hoogstens_een_regel", Wijzigingsregel, "", "Kies één", _wijziging_op_twee_regels),
    ("activiteit_vast", Activiteit, "activiteit_vast", "begrotingswijziging", _activiteit_na_boeking),
    ("inkomstenpost_vast", Inkomstenpost, "inkomstenpost_vast", "begrotingswijziging", _post_na_boeking),
    ("rekening_tot_en_met_na_van", Rekening, "", "laatste dag", _rekening_omgekeerd),
    ("periodeafsluiting_na_afloop", Periodeafsluiting, "", "voorbij", _maand_niet_voorbij),
    ("periodeafsluiting_eerste_dag", Periodeafsluiting, "", "eerste dag", _maand_niet_op_de_eerste),
    (
        "periodeafsluiting_vast",
        Periodeafsluiting,
        "periodeafsluiting_vast",
        "Heropen haar, met een reden",
        _maand_weg,
    ),
    ("periodeafsluiting_heropend_met_reden", Periodeafsluiting, "", "waarom", _heropend_zonder_reden),
    ("drempel_niet_negatief", Drempel, "", "nul euro of meer", _drempel_onder_nul),
    ("drempel_blijft", Drempel, "drempel_blijft", "verandert niet", _drempel_anders),
    ("verklaring_een_regel", Verklaring, "", "Kies één regel", _verklaring_van_niets),
    ("verklaring_niet_leeg", Verklaring, "", "Schrijf op waarom", _verklaring_leeg),
    ("verklaring_blijft", Verklaring, "verklaring_blijft", "verandert niet", _verklaring_anders),
    ("merk_besluit_met_dag", Merk, "", "iemand die het nam", _merk_half_besloten),
]
