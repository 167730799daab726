"""Entries, allocations, reversals and changes in any order: ledger = allocated + loose, and free to the cent."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest

from financien import actions
from financien.actions import Deel, Wijziging
from financien.figures import bereken, grootboek_sluit, som
from financien.models import Boeking, Toedeling
from tests.financien.factories import ActiviteitFactory, BoekingFactory, PlanFactory
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)
STAPPEN, KEREN = 25, 12


class Huishouding:
    """What must be so, kept beside the database in plain Python."""

    def __init__(self, zaad: int) -> None:
        self.dobbel = random.Random(zaad)
        self.door = GebruikerFactory(rol="financien")
        self.codes = [ActiviteitFactory(bedrag=Decimal(1_000_000)).code for _ in range(3)]
        self.budget = dict.fromkeys(self.codes, Decimal(1_000_000))
        self.besteed = dict.fromkeys(self.codes, Decimal(0))
        self.grootboek = self.los = Decimal(0)
        self.besluiten = 0

    def stap(self) -> None:
        vaak = [self.boek, self.koppel] * 2
        self.dobbel.choice([*vaak, self.maak_los, self.draai_terug, self.wijzig])()

    def boek(self, bedrag: Decimal | None = None) -> None:
        bedrag = bedrag or Decimal(self.dobbel.randrange(1, 999_999)) / 100
        BoekingFactory(bedrag=bedrag)
        self.grootboek += bedrag
        self.los += bedrag

    def draai_terug(self) -> None:
        if boeking := Boeking.objects.order_by("?").first():
            self.boek(-boeking.bedrag)

    def koppel(self) -> None:
        boeking = Boeking.objects.zonder_regel().order_by("pk").first()
        if boeking is None:
            return
        een, ander = self.dobbel.sample(self.codes, 2)
        deel = (boeking.bedrag / 3).quantize(Decimal("0.01"))
        delen = [Deel(een, deel), Deel(ander, boeking.bedrag - deel)]
        actions.verdeel(boeking, delen=delen, door=self.door, op=MEI)
        for part in delen:
            self.besteed[part.regel] += part.bedrag
        self.los -= boeking.bedrag

    def maak_los(self) -> None:
        koppeling = Toedeling.objects.geldig().order_by("pk").first()
        if koppeling is None:
            return
        rijen = list(Toedeling.objects.geldig().filter(boeking=koppeling.boeking))
        actions.maak_los(koppeling.boeking, verwacht=[rij.pk for rij in rijen], door=self.door, op=MEI)
        for rij in rijen:
            self.besteed[str(rij.activiteit_id)] -= rij.bedrag
        self.los += koppeling.boeking.bedrag

    def wijzig(self) -> None:
        een, ander = self.dobbel.sample(self.codes, 2)
        bedrag = Decimal(self.dobbel.randrange(1, 9_999)) / 100
        self.besluiten += 1
        regels = [Wijziging(een, bedrag), Wijziging(ander, -bedrag)]
        actions.wijzig_begroting(
            kenmerk=f"besluit {self.besluiten}", omschrijving="x", op=MEI, regels=regels, door=self.door
        )
        self.budget[een] += bedrag
        self.budget[ander] -= bedrag

    def klopt(self) -> None:
        stand = bereken(MEI)
        grootboek = stand.grootboek
        assert (grootboek.som, grootboek.los) == (self.grootboek, self.los)
        assert grootboek.aangesloten == self.grootboek - self.los == sum(self.besteed.values())
        for regel in stand.activiteiten:
            assert regel.budget == self.budget[regel.code]
            assert regel.geboekt == self.besteed[regel.code]
            assert regel.vrij == self.budget[regel.code] - self.besteed[regel.code]
        assert som(stand.activiteiten, "budget") == 3_000_000
        assert grootboek_sluit().aantal == 0


@pytest.mark.parametrize("zaad", range(KEREN))
def test_elke_volgorde_sluit_op_de_cent(zaad):
    PlanFactory()
    huis = Huishouding(zaad)
    for _ in range(STAPPEN):
        huis.stap()
        huis.klopt()
