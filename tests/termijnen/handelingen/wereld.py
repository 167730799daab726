"""A small invented world, and the list of what is done on it: by code of an action how to prepare and do it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from begeleiding.models import Stapstand
from dossiers import actions
from dossiers.models import Doorverwijzing, Gezinslid, Opvang, Regie, Statushouder, Vergunning, WijzeVanKomst
from huisvesting.models import Aanbod
from kern.register import register
from termijnen.actions import herbereken
from termijnen.models import Termijn
from tests.begeleiding.factories import eerste_maand
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import AanbodFactory, PeriodeFactory, WoningFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

MEI = date(2017, 5, 1)
APRIL = date(2017, 4, 3)


class Wereld:
    """On 1 May 2017: the family of Rima with a child settled in March; Sami waits for a home; Tariq is an AMV."""

    def __init__(self) -> None:
        self.marieke, self.bert = GebruikerFactory.create_batch(2, rol=Rol.KLANTREGISSEUR)
        self.hanneke = GebruikerFactory(rol=Rol.COORDINATOR)
        self.pieter = GebruikerFactory(rol=Rol.FINANCIEN)
        self.partner = OrganisatieFactory(naam="VluchtelingenWerk Proef", van_plan=True)
        self.els = GebruikerFactory(rol=Rol.PARTNER, organisatie=self.partner)
        self.periode = PeriodeFactory()
        self.woning = WoningFactory(capaciteit=20)
        gekoppeld = {
            "wijze_van_komst": WijzeVanKomst.KOPPELING,
            "vergunning": Vergunning.ASIEL,
            "vergunning_op": date(2017, 2, 20),
            "coa_koppeldatum": date(2017, 3, 6),
            "opvang": Opvang.AZC,
        }
        kind = date(2010, 1, 1)
        self.rima = StatushouderFactory(voornamen="Rima", **gekoppeld)
        self.nour = StatushouderFactory(
            voornamen="Nour", **gekoppeld, geboren_vroegst=kind, geboren_laatst=kind
        )
        self.sami = StatushouderFactory(voornamen="Sami", **gekoppeld)
        jong = date(1999, 9, 19)
        self.tariq = StatushouderFactory(
            voornamen="Tariq",
            wijze_van_komst=WijzeVanKomst.AMV,
            opvang=Opvang.KSO,
            vergunning=Vergunning.ASIEL,
            geboren_vroegst=jong,
            geboren_laatst=jong,
        )
        Regie.objects.update(regisseur=self.marieke)
        self.lijst = eerste_maand(self.rima, self.nour)
        self.gezin = self.lijst.gezin
        register.werk_bij(self.iedereen())
        self.open = self.verwijs(self.rima)
        herbereken()

    def iedereen(self) -> list[Statushouder]:
        return [self.rima, self.nour, self.sami, self.tariq]

    def verwijs(self, wie: Statushouder, *, op: date = APRIL) -> Doorverwijzing:
        gegevens = {
            "organisatie": self.partner,
            "domeinen": ["dossiers", "begeleiding"],
            "doel": "Een jaar begeleiding",
            "tot_en_met": date(2017, 12, 31),
        }
        return actions.verwijs(wie, gegevens=gegevens, heel_gezin=False, op=op, door=self.marieke)

    def stap(self, code: str = "telefoon") -> Stapstand:
        return self.lijst.stappen.get(stap__code=code)

    def aanbod(self, **velden: Any) -> Aanbod:
        rij = AanbodFactory(
            statushouder=self.sami, woning=self.woning, bezichtigd_op=APRIL, geaccepteerd_op=APRIL, **velden
        )
        register.werk_bij([self.sami])
        return rij

    def termijn(self) -> Termijn:
        return Termijn.objects.get(code="huisvesting.woning", statushouder=self.sami)

    def lid(self, wie: Statushouder) -> Gezinslid:
        return Gezinslid.objects.get(statushouder=wie, tot=None)

    @staticmethod
    def vers(rij: Any) -> Any:
        return type(rij).objects.get(pk=rij.pk)


Doe = Callable[[], Any]
GEVALLEN: dict[str, Callable[[Wereld], Doe]] = {}
# Those whose own call of the register is what keeps a term right.
RAAKT: set[str] = set()


def geval(code: str, *, raakt: bool = False) -> Callable[[Callable[[Wereld], Doe]], Callable[[Wereld], Doe]]:
    """How to do this action once: the function prepares the world and gives the act itself."""

    def onthoud(bereid_voor: Callable[[Wereld], Doe]) -> Callable[[Wereld], Doe]:
        assert code not in GEVALLEN, code
        GEVALLEN[code] = bereid_voor
        if raakt:
            RAAKT.add(code)
        return bereid_voor

    return onthoud
