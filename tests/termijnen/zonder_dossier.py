"""Acts of chance that touch what is due of no dossier: half-years, agreements and months of the budget."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from financien.actions import heropen_maand, sluit_maand
from financien.models import Periodeafsluiting
from huisvesting.actions import bewaar_afspraak, leg_opgave_vast
from huisvesting.models import Prestatieafspraak
from tests.financien.factories import BoekingFactory, PlanFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

MEI = date(2017, 5, 1)


def begin_begroting(wereld: Any, dag: date) -> None:
    """A plan with a first entry, and who closes its months."""
    wereld.pieter = GebruikerFactory(rol=Rol.FINANCIEN)
    PlanFactory()
    BoekingFactory(boekdatum=dag)


class ZonderDossier:
    """Of a world with `kans`, `partners`, `pieter`, `dag` and `een`."""

    kans: Any
    partners: Any
    pieter: Any
    dag: Any
    een: Any

    def leg_opgave_vast(self) -> None:
        periode = f"{self.kans.choice([2016, 2017, 2018])}-H{self.kans.choice([1, 2])}"
        leg_opgave_vast(periode=periode, gegevens={"aantal": 20, "bekend_op": self.dag(), "bron": "Proef"})

    def bewaar_afspraak(self) -> None:
        van = self.dag()
        gegevens = {"verhuurder": self.kans.choice(self.partners), "van": van, "woningen": 3, "bron": "Brief"}
        tot = van + timedelta(days=self.kans.randrange(400))
        bewaar_afspraak(Prestatieafspraak(), gegevens={**gegevens, "tot_en_met": tot})

    def sluit_maand(self) -> None:
        sluit_maand(maand=self.dag().replace(day=1), door=self.pieter, op=MEI)

    def heropen_maand(self) -> None:
        rij = self.een(Periodeafsluiting.objects.filter(heropend_op=None))
        heropen_maand(rij, versie=rij.versie, reden="Nagekomen", door=self.pieter, op=MEI)
