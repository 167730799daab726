"""What the database keeps of ledger, allocations, commitments and changes: through the ORM and past it.

Each rule with its guard taken away as well: then the same SQL goes through.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from financien.models import (
    Activiteit,
    Begrotingswijziging,
    Boeking,
    Drempel,
    Inkomstenpost,
    Merk,
    Periodeafsluiting,
    Rekening,
    Toedeling,
    Verklaring,
    Verplichting,
    Verplichtingtermijn,
    Wijzigingsregel,
)
from kern.weigering import botsing_als_weigering
from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    InkomstenpostFactory,
    MerkFactory,
    PeriodeafsluitingFactory,
    RekeningFactory,
    ToedelingFactory,
    VerplichtingFactory,
    VerplichtingtermijnFactory,
    WijzigingsregelFactory,
)
from tests.financien.regelgevallen import REGELS
from tests.financien.regelgevallen_basis import MEI, twee_regels
from tests.financien.test_begrotingsregels import beslis, geweigerd_door, voer_uit
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MODELLEN: tuple[type[models.Model], ...] = (
    Activiteit,
    Begrotingswijziging,
    Boeking,
    Drempel,
    Inkomstenpost,
    Merk,
    Periodeafsluiting,
    Rekening,
    Toedeling,
    Verklaring,
    Verplichting,
    Verplichtingtermijn,
    Wijzigingsregel,
)


def voer_alle_uit(opdrachten: list[tuple[object, ...]]) -> None:
    for sql, *waarden in opdrachten:
        voer_uit(str(sql), *waarden)


def trigger(model: type[models.Model], naam: str) -> str:
    """The name of a trigger in the database."""
    van_model = [een for een in model._meta.triggers if een.name == naam]  # type: ignore[attr-defined]
    return str(van_model[0].get_pgid(model)) if van_model else naam


NAMEN = [regel[4].__name__.strip("_") for regel in REGELS]


@pytest.mark.parametrize(("naam", "model", "wacht", "zin", "maak"), REGELS, ids=NAMEN)
class TestWeigering:
    def test_langs_de_orm(self, naam, model, wacht, zin, maak):
        assert geweigerd_door(*maak()) == naam

    def test_met_de_zin(self, naam, model, wacht, zin, maak):
        opdrachten = maak()
        with pytest.raises(ValidationError, match=zin) as fout, botsing_als_weigering(*MODELLEN):
            voer_alle_uit(opdrachten)
        assert fout.value.code == naam

    def test_zonder_de_wacht_kan_het(self, naam, model, wacht, zin, maak):
        """The control: take the guard away and the same SQL goes through."""
        opdrachten = maak()
        beslis()
        tabel = model._meta.db_table
        if naam == "rekening_tot_en_met_na_van":  # else the range itself refuses
            voer_uit("ALTER TABLE financien_rekening DROP CONSTRAINT rekening_een_keer")
        voer_uit(
            f"ALTER TABLE {tabel} DISABLE TRIGGER {trigger(model, wacht)}"
            if wacht
            else f"ALTER TABLE {tabel} DROP CONSTRAINT {naam}"
        )
        voer_uit("SET CONSTRAINTS ALL DEFERRED")
        voer_alle_uit(opdrachten)
        beslis()


UNIEK: list[tuple[str, Callable[[], models.Model], Callable[[models.Model], models.Model]]] = [
    (
        "boeking_een_keer",
        lambda: BoekingFactory(boekstuk="1"),
        lambda rij: BoekingFactory.build(boekstuk="1"),
    ),
    (
        "toedeling_een_keer_per_activiteit",
        ToedelingFactory,
        lambda rij: Toedeling(
            boeking=rij.boeking,
            activiteit=rij.activiteit,
            bedrag=0,
            wijze="hand",
            op=MEI,  # type: ignore[attr-defined]
        ),
    ),
    (
        "toedeling_een_keer_per_post",
        lambda: ToedelingFactory(activiteit=None, inkomstenpost=InkomstenpostFactory()),
        lambda rij: Toedeling(
            boeking=rij.boeking,
            inkomstenpost=rij.inkomstenpost,
            bedrag=0,
            wijze="hand",
            op=MEI,  # type: ignore[attr-defined]
        ),
    ),
    (
        "verplichting_een_nummer",
        lambda: VerplichtingFactory(nummer="V-17-006"),
        lambda rij: VerplichtingFactory.build(nummer="v-17-006", activiteit=rij.activiteit),  # type: ignore[attr-defined]
    ),
    (
        "verplichtingtermijn_een_per_maand",
        VerplichtingtermijnFactory,
        lambda rij: Verplichtingtermijn(verplichting=rij.verplichting, maand=rij.maand, bedrag=0),  # type: ignore[attr-defined]
    ),
    (
        "merk_een_keer",
        MerkFactory,
        lambda rij: MerkFactory.build(boeking=rij.boeking),  # type: ignore[attr-defined]
    ),
    (
        "periodeafsluiting_een_keer",
        PeriodeafsluitingFactory,
        lambda rij: PeriodeafsluitingFactory.build(afgesloten_door=rij.afgesloten_door),  # type: ignore[attr-defined]
    ),
    (
        "wijzigingsregel_een_keer",
        WijzigingsregelFactory,
        lambda rij: Wijzigingsregel(wijziging=rij.wijziging, bedrag=1),  # type: ignore[attr-defined]
    ),
]


@pytest.mark.parametrize(("naam", "eerste", "tweede"), UNIEK, ids=[een[0] for een in UNIEK])
def test_niet_twee_keer(naam, eerste, tweede):
    nog_een = tweede(eerste())
    with pytest.raises(ValidationError), botsing_als_weigering(*MODELLEN):
        nog_een.validate_constraints()
    with pytest.raises(ValidationError) as fout, botsing_als_weigering(*MODELLEN):
        nog_een.save()
    assert fout.value.code == naam


class TestWatWelMag:
    def test_een_boeking_over_twee_regels(self):
        een, ander = twee_regels()
        boeking = BoekingFactory(bedrag=Decimal("1875.97"))
        for code, bedrag in ((een, "1250.00"), (ander, "625.97")):
            ToedelingFactory(boeking=boeking, activiteit_id=code, activiteit=None, bedrag=Decimal(bedrag))
        beslis()

    def test_ongedaan_en_opnieuw_op_dezelfde_regel(self):
        koppeling = ToedelingFactory()
        koppeling.ongedaan_op = MEI
        koppeling.save()
        beslis()
        ToedelingFactory(boeking=koppeling.boeking, activiteit=koppeling.activiteit)
        beslis()

    def test_een_gesloten_maand_raakt_de_volgende_niet(self):
        PeriodeafsluitingFactory(maand=date(2017, 3, 1))
        BoekingFactory(boekdatum=date(2017, 2, 28))
        BoekingFactory(boekdatum=date(2017, 4, 1))

    def test_een_heropende_maand_is_open(self):
        wie = GebruikerFactory(rol="financien")
        PeriodeafsluitingFactory(
            maand=date(2017, 3, 1),
            heropend_op=date(2017, 4, 12),
            heropend_door=wie,
            reden="Nagekomen factuur",
        )
        BoekingFactory(boekdatum=date(2017, 3, 31))

    def test_een_losse_boeking_van_een_gesloten_maand_krijgt_nog_een_regel(self):
        regel, boeking = ActiviteitFactory(bedrag=0), BoekingFactory(boekdatum=date(2017, 3, 31))
        PeriodeafsluitingFactory(maand=date(2017, 3, 1))
        ToedelingFactory(boeking=boeking, activiteit=regel)
        beslis()

    def test_alles_wat_vrij_is_vastleggen(self):
        VerplichtingFactory(activiteit__bedrag=100, bedrag=100)

    def test_wat_is_besteed_op_de_verplichting_telt_niet_dubbel(self):
        verplichting = VerplichtingFactory(activiteit__bedrag=100, bedrag=100)
        ToedelingFactory(boeking__bedrag=60, activiteit=verplichting.activiteit, verplichting=verplichting)
        verplichting.bedrag = Decimal(99)
        verplichting.save()
        VerplichtingFactory(activiteit=verplichting.activiteit, bedrag=1)
        with pytest.raises(ValidationError, match="niet vrij"), botsing_als_weigering(Verplichting):
            VerplichtingFactory(activiteit=verplichting.activiteit, bedrag=Decimal("0.01"))

    def test_wat_beeindigd_is_komt_vrij(self):
        eerste = VerplichtingFactory(activiteit__bedrag=100, bedrag=100)
        eerste.beeindigd_op = MEI
        eerste.save()
        VerplichtingFactory(activiteit=eerste.activiteit, bedrag=100, aangegaan_op=MEI)

    def test_een_boeking_boven_het_budget(self):
        """A booking is never refused for want of budget."""
        ToedelingFactory(activiteit__bedrag=1, boeking__bedrag=100)
        beslis()

    def test_de_eerste_dag_na_de_laatste(self):
        regel = RekeningFactory(grootboekrekening="43810", tot_en_met=date(2017, 6, 30))
        anders = {"grootboekrekening": "43810", "activiteit": regel.activiteit}
        RekeningFactory(van=date(2017, 7, 1), **anders)
        with pytest.raises(ValidationError, match="hoort al bij"), botsing_als_weigering(Rekening):
            RekeningFactory(van=date(2017, 6, 30), tot_en_met=date(2017, 6, 30), **anders)
