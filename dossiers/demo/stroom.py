"""A stream of invented families in the order in which they were registered, the same for the same seed.

Nothing is saved here. Source of the proportions: what the Netherlands took in from 2010 to 2017, roughly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from dossiers.demo.leden import Gezinsmaker, Ledenmaker, Lid
from dossiers.demo.namen import AANDELEN
from dossiers.models import Nationaliteit, Opvang, Rol, WijzeVanKomst
from kern.leeftijd import verjaardag

BEGIN = date(2010, 1, 4)
# How many persons the plan counts as housed in a year, the last one up to 1 May. With more people, who else
# came in those years moved here from another municipality, for which they count.
_GEHUISVEST = {2016: 56, 2017: 20}
_VERTREK = (
    "Verhuisd naar Den Haag",
    "Verhuisd naar Rotterdam",
    "Verhuisd naar Leiden",
    "Verhuisd naar familie in Amsterdam",
    "Verhuisd voor werk",
    "Verhuisd voor een opleiding",
    "Vertrokken naar het buitenland",
    "Teruggekeerd naar het land van herkomst",
)


@dataclass(frozen=True)
class Aankomst:
    """Persons of a family who come on one day; `op` is the day on which they are registered.

    `vestigt_op` may lie after the day of the demonstration: then they are expected.
    """

    leden: tuple[Lid, ...]
    soort: WijzeVanKomst
    opvang: Opvang
    op: date
    vestigt_op: date
    met_woning: bool


@dataclass
class Stroomgezin:
    """A family: who came first, and who followed. The spells and moves are those of all of them together."""

    naam: str
    nationaliteit: str
    tolktaal: str
    aankomsten: list[Aankomst] = field(default_factory=list)
    vertrok_op: date | None = None
    reden_vertrek: str = ""
    terug_op: date | None = None
    verhuist_op: tuple[date, ...] = ()

    @property
    def personen(self) -> int:
        return sum(len(aankomst.leden) for aankomst in self.aankomsten)


class Stroom:
    """Families for `aantal` persons in all, registered between BEGIN and `vandaag`."""

    def __init__(self, *, aantal: int, zaad: int, vandaag: date) -> None:
        self.aantal, self.vandaag = aantal, vandaag
        self.kies = Random(f"gezinnen {zaad}")  # noqa: S311  (invented people, no secret)
        self.leden = Ledenmaker(self.kies, zaad=zaad)
        self.dagen = (vandaag - BEGIN).days - 10
        # a day on which many are registered is written at once: few days for few people
        self.stap = max(1, self.dagen // max(12, min(aantal // 40, 500)))
        self.ruimte = dict(_GEHUISVEST)

    def __iter__(self) -> Iterator[Stroomgezin]:
        gedaan = 0
        while gedaan < self.aantal:
            gezin = self._gezin(gedaan, self.aantal - gedaan)
            gedaan += gezin.personen
            yield gezin

    def _gezin(self, gedaan: int, over: int) -> Stroomgezin:
        kies = self.kies
        op = BEGIN + timedelta(days=self._registratie(gedaan))
        nationaliteit = kies.choices(list(AANDELEN), list(AANDELEN.values()))[0]
        vestigt_op = op + timedelta(days=kies.randint(35, 150))
        soort, volwassenen, kinderen, later = self._samenstelling(nationaliteit, over)
        maker = self.leden.gezin(nationaliteit, op)
        leden = (
            maker.amv(vestigt_op) if soort == WijzeVanKomst.AMV else maker.huishouden(volwassenen, kinderen)
        )
        gezin = Stroomgezin(maker.naam, nationaliteit, maker.tolktaal)
        met_woning = self._neem_ruimte(vestigt_op, len(leden))
        if not met_woning and soort != WijzeVanKomst.AMV:
            soort = WijzeVanKomst.OVERIG
        opvang = self._opvang(soort, vestigt_op)
        gezin.aankomsten.append(Aankomst(leden, soort, opvang, op, vestigt_op, met_woning))
        if later and vestigt_op <= self.vandaag:
            self._volgers(gezin, maker, later)
        self._verder(gezin, leden[0])
        return gezin

    def _registratie(self, gedaan: int) -> int:
        """Days after BEGIN: few in the first years, most in 2015 and 2016."""
        deel = gedaan / self.aantal
        return int(deel**0.55 * self.dagen) // self.stap * self.stap

    def _samenstelling(self, nationaliteit: str, over: int) -> tuple[WijzeVanKomst, int, int, int]:
        """How they come, adults, children, and how many follow later; never more persons than are left."""
        kies, worp = self.kies, self.kies.random()
        kinderen = min(kies.choice((1, 1, 2, 2, 2, 3, 3, 4, 5)), 5)
        koppeling = WijzeVanKomst.KOPPELING
        amv = 0.12 if nationaliteit == Nationaliteit.ERITREES else 0.03
        if over == 1 or worp < 0.40:
            return koppeling, 1, 0, 0
        if worp < 0.40 + amv:
            return WijzeVanKomst.AMV, 0, 1, 0
        if worp < 0.60:
            return koppeling, 1, 0, min(over - 1, kies.choice((1, 1, 2, 3, 4, 5)))
        if worp < 0.70:
            return koppeling, 2, 0, min(over - 2, 1 if kies.random() < 0.3 else 0)
        if worp < 0.80:
            return koppeling, 1, min(over - 1, kinderen), 0
        return koppeling, 2, min(over - 2, kinderen), 0

    def _opvang(self, soort: WijzeVanKomst, vestigt_op: date) -> Opvang:
        if soort == WijzeVanKomst.AMV:
            kwv = self.kies.random() < 0.6
            # before 2016 in none of Nidos: all of those would count on 1-1-2016 (H7), past the plan's number
            return Opvang.KWV if kwv or vestigt_op.year < 2016 else Opvang.KSO
        if soort == WijzeVanKomst.KOPPELING:
            return Opvang.GASTGEZIN if self.kies.random() < 0.08 else Opvang.AZC
        return Opvang.GEEN

    def _neem_ruimte(self, dag: date, personen: int) -> bool:
        """Whether the municipality houses them on this day: in the plan's years only as many as it counts."""
        if dag > self.vandaag or dag.year not in self.ruimte:
            return True
        if self.ruimte[dag.year] < personen:
            return False
        self.ruimte[dag.year] -= personen
        return True

    def _volgers(self, gezin: Stroomgezin, maker: Gezinsmaker, aantal: int) -> None:
        """Nareizigers: a partner and children, half a year to two years later; or a baby, born here."""
        kies, eerste = self.kies, gezin.aankomsten[0]
        komt_op = eerste.vestigt_op + timedelta(days=kies.randint(150, 700))
        baby = any(lid.rol == Rol.PARTNER for lid in eerste.leden)
        if baby and komt_op > self.vandaag:
            return
        ruimte = baby or self._neem_ruimte(komt_op, aantal)
        if not ruimte:  # the plan's number is full: they still come
            komt_op = self.vandaag + timedelta(days=kies.randint(20, 240))
        leden = (maker.baby(komt_op),) if baby else maker.nareizigers(aantal)
        soort = WijzeVanKomst.OVERIG if baby else WijzeVanKomst.NAREIZIGER
        # a baby is registered in the quarter after its birth, who is expected in the quarter of coming
        kwartaal = _kwartaal(komt_op + timedelta(days=92 if baby else 0))
        op = max(min(kwartaal, self.vandaag - timedelta(days=5)), komt_op if baby else eerste.op)
        gezin.aankomsten.append(Aankomst(leden, soort, Opvang.GEEN, op, komt_op, eerste.met_woning))

    def _verder(self, gezin: Stroomgezin, hoofd: Lid) -> None:
        """Some move to another home, some leave Wassenaar, and some of those come back."""
        kies, vandaag = self.kies, self.vandaag
        laatste = max(aankomst.vestigt_op for aankomst in gezin.aankomsten)
        if laatste > vandaag:
            return
        if gezin.aankomsten[0].soort == WijzeVanKomst.AMV:
            self._achttien(gezin, hoofd, laatste)
            return
        verhuist_op = laatste + timedelta(days=kies.randint(200, 1400))
        if kies.random() < 0.15 and verhuist_op <= vandaag:
            gezin.verhuist_op = (verhuist_op,)
            laatste = verhuist_op
        vertrok_op = laatste + timedelta(days=kies.randint(120, 2000))
        if kies.random() < 0.12 and vertrok_op <= vandaag:
            gezin.vertrok_op, gezin.reden_vertrek = vertrok_op, kies.choice(_VERTREK)
            terug_op = vertrok_op + timedelta(days=kies.randint(90, 700))
            if kies.random() < 0.2 and terug_op <= vandaag:
                gezin.terug_op = terug_op

    def _achttien(self, gezin: Stroomgezin, hoofd: Lid, gevestigd_op: date) -> None:
        """An AMV gets a home of their own at 18, here where the plan's number has room, else elsewhere."""
        if hoofd.geboren.laatst is None:
            raise AssertionError("een AMV heeft een geboortedatum")
        achttien = verjaardag(hoofd.geboren.laatst, 18)
        if not gevestigd_op < achttien <= self.vandaag:
            return
        eerste = gezin.aankomsten[0]
        telt_al = eerste.opvang == Opvang.KSO
        if eerste.met_woning and (telt_al or self._neem_ruimte(achttien, 1)):
            gezin.verhuist_op = (achttien,)
        else:
            gezin.vertrok_op, gezin.reden_vertrek = achttien, "Eigen woning in een andere gemeente"


def _kwartaal(dag: date) -> date:
    """First day of the quarter of `dag`: who follows is registered with the others of that quarter."""
    return date(dag.year, 1 + (dag.month - 1) // 3 * 3, 1)
