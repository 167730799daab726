"""What the AMV homes mean for the years to come, as pure functions. Sources: plan, housing chapter; COA (H7, H8).

Half-years are counted by number (`2 × year`, one more for the second half), so that adding and comparing is plain
arithmetic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from huisvesting.rules.halfjaren import code_van, nummer
from huisvesting.rules.taakstelling import grenzen
from huisvesting.rules.telling import AMV_KSO_LEEFTIJD
from kern.kalender import na
from kern.leeftijd import MEERDERJARIG, Geboortedatum, eerste_verjaardag

VOORUIT = 6  # half-years: three years
_MAANDEN = 6
# Who is 15 or older counts on coming in (H7): so who stays at most this long until 18. Who stays longer comes in
# younger, and counts so much later.
TELT_METEEN_TOT = 12 * (MEERDERJARIG - AMV_KSO_LEEFTIJD)


@dataclass(frozen=True)
class Invoer:
    """What is reckoned with: youngsters a year, months of stay, places a home, homes a youngster, months of
    guidance after 18, and euros a month.
    """

    instroom: int
    verblijf: int
    plekken: int
    woningen: Decimal
    maanden: int
    tarief: Decimal


@dataclass(frozen=True)
class Jongere:
    """Somebody who lives in an AMV home now.

    `wordt_18_op` is the first possible day (A2), None when nothing of the birth is known. `telt_nog` says that
    the count for the quota comes with the own home only: not counted on coming in (H7). `telt_op` is the day on
    which somebody still under 15 counts without moving, and `telt_nooit` says that no home here will count.
    """

    wordt_18_op: date | None
    telt_nog: bool
    telt_op: date | None = None
    telt_nooit: bool = False


@dataclass(frozen=True)
class Stap:
    """One half-year. `bewoners` and `komen` turn 18 in it: who lives there now, and who still comes in.

    `komen_uit` says in which half-year those came in; `begeleiding` are (youngsters, months each) of those who
    turned 18 in this half-year and the ones before; `bezet` are the places taken at its end. `telt_bij_15` count
    in it because they turn 15, `telt_nooit` turn 18 in it and never count.
    """

    code: str
    van: date
    tot_en_met: date
    bewoners: int
    komen: int
    komen_uit: tuple[tuple[str, int], ...]
    stromen_in: int
    woningen: int
    bezet: int
    plekken: int
    begeleiding: tuple[tuple[int, int], ...]
    euro: Decimal
    telt_bij_instroom: int
    telt_bij_15: int
    telt_bij_18: int
    telt_nooit: int

    @property
    def worden_18(self) -> int:
        return self.bewoners + self.komen

    @property
    def maanden(self) -> int:
        """Months of guidance in this half-year."""
        return sum(aantal * maanden for aantal, maanden in self.begeleiding)

    @property
    def taakstelling(self) -> int:
        """Counts for the quota that come in this half-year."""
        return self.telt_bij_instroom + self.telt_bij_15 + self.telt_bij_18

    @property
    def telden_al(self) -> int:
        """Who turns 18 and counted before."""
        return self.worden_18 - self.telt_bij_18 - self.telt_nooit


@dataclass(frozen=True)
class Gevolgen:
    """Six half-years, after the rest of the running one where somebody turns 18 in it or is 18 already.

    `doorloop` are months of guidance after the last day; `onbekend` residents of whom no birth date is known:
    they stay in their place and turn 18 in no half-year.
    """

    stappen: tuple[Stap, ...]
    doorloop: int
    onbekend: int

    @property
    def worden_18(self) -> int:
        return sum(stap.worden_18 for stap in self.stappen)

    @property
    def bewoners(self) -> int:
        return sum(stap.bewoners for stap in self.stappen)

    @property
    def komen(self) -> int:
        return sum(stap.komen for stap in self.stappen)

    @property
    def woningen(self) -> int:
        return sum(stap.woningen for stap in self.stappen)

    @property
    def maanden(self) -> int:
        return sum(stap.maanden for stap in self.stappen)

    @property
    def euro(self) -> Decimal:
        return sum((stap.euro for stap in self.stappen), Decimal("0.00"))

    @property
    def taakstelling(self) -> int:
        return sum(stap.taakstelling for stap in self.stappen)

    @property
    def piek(self) -> Stap | None:
        """The one half-year in which most turn 18; None when there is no such."""
        if not self.stappen:
            return None
        meeste = max(self.stappen, key=lambda stap: stap.worden_18)
        gelijk = [stap for stap in self.stappen if stap.worden_18 == meeste.worden_18]
        return meeste if meeste.worden_18 and len(gelijk) == 1 else None

    def in_jaren(self, jaren: Sequence[int]) -> Decimal:
        """Euros in these years."""
        return sum((stap.euro for stap in self.stappen if stap.van.year in jaren), Decimal("0.00"))


def zoeken_vanaf(geboren: Geboortedatum, maanden_vooraf: int) -> date | None:
    """A4: the day on which looking for a home begins, so many months before 18; from the earliest birth (A2).

    With 6 months: 17 years and 6 months, `na(birth, 210)`. None when nothing of the birth is known.
    """
    return na(geboren.vroegst, 12 * MEERDERJARIG - maanden_vooraf) if geboren.vroegst else None


def wordt_18_op(geboren: Geboortedatum) -> date | None:
    """The first day on which this person can be 18: protection starts with the earliest (A2)."""
    return eerste_verjaardag(geboren, MEERDERJARIG)


def verdeling(maanden: int) -> tuple[int, ...]:
    """Months of guidance for each half-year from that of the 18th birthday on: 12 gives 3, 6, 3.

    Somebody turns 18 halfway a half-year on average, so the first one has half of it.
    """
    delen: list[int] = []
    while maanden > 0:
        delen.append(min(maanden, _MAANDEN if delen else _MAANDEN // 2))
        maanden -= delen[-1]
    return tuple(delen)


def eerste_stap(peildatum: date) -> int:
    """The number of the half-year after the running one."""
    return nummer(peildatum) + 1


def instroom(per_jaar: int, verblijf: int, van: int, tot_en_met: int) -> list[tuple[int, int]]:
    """(half-year of coming in, half-year of turning 18) of everybody who comes in between these, both inclusive.

    `per_jaar` whole persons come evenly over the year: the i-th at (i + ½) / `per_jaar` of it, and go `verblijf`
    months later. So 4 a year are 2 in each half, 3 are 1 and 2.
    """
    paren = []
    for jaar in range(van // 2, tot_en_met // 2 + 1):
        for plek in range(per_jaar):
            # in months from 1 January, times per_jaar: whole numbers, so nothing is rounded away
            komst = _MAANDEN * (2 * plek + 1)
            binnen = 2 * jaar + komst // (_MAANDEN * per_jaar)
            if van <= binnen <= tot_en_met:
                weg = 2 * jaar + (komst + verblijf * per_jaar) // (_MAANDEN * per_jaar)
                paren.append((binnen, weg))
    return paren


def gevolgen(
    invoer: Invoer, bewoners: Sequence[Jongere], *, woningen: Sequence[int], peildatum: date
) -> Gevolgen:
    """What the AMV homes ask, half-year by half-year, for three years after the running half-year.

    `woningen` is the number of AMV homes at the end of the running half-year and of each of the six after it.
    """
    eerste = eerste_stap(peildatum)
    laatste = eerste + VOORUIT - 1
    met_dag = [(nummer(jongere.wordt_18_op), jongere) for jongere in bewoners if jongere.wordt_18_op]
    komend = instroom(invoer.instroom, invoer.verblijf, eerste, laatste)
    # who is 18 already and still lives there needs a home in the first half-year that is shown
    begin = eerste - 1 if any(stap < eerste for stap, _jongere in met_dag) else eerste
    stroom = _Stroom(
        invoer,
        vertrek=[(max(stap, begin), jongere) for stap, jongere in met_dag],
        komend=komend,
        worden=Counter([stap for stap, _jongere in met_dag] + [weg for _binnen, weg in komend]),
        bij_15=_bij_15(invoer, bewoners, eerste, laatste),
    )
    stappen, bezet, vertrokken = [], len(bewoners), 0
    for nu in range(begin, laatste + 1):
        stap = stroom.stap(nu, bezet=bezet, vertrokken=vertrokken, woningen=woningen[nu - eerste + 1])
        stappen.append(stap)
        bezet, vertrokken = stap.bezet, vertrokken + stap.worden_18
    return Gevolgen(tuple(stappen), stroom.doorloop(laatste), len(bewoners) - len(met_dag))


@dataclass(frozen=True)
class _Stroom:
    """Who leaves the homes and who comes in, by the number of the half-year."""

    invoer: Invoer
    vertrek: Sequence[tuple[int, Jongere]]
    komend: Sequence[tuple[int, int]]
    worden: Counter[int]
    bij_15: Counter[int]

    def stap(self, nu: int, *, bezet: int, vertrokken: int, woningen: int) -> Stap:
        """Half-year `nu`: `bezet` places are taken before it, `vertrokken` youngsters left, of this many homes."""
        invoer = self.invoer
        stromen_in = sum(binnen == nu for binnen, _weg in self.komend)
        komen_uit = Counter(binnen for binnen, weg in self.komend if weg == nu)
        uit_bewoners = [jongere for stap, jongere in self.vertrek if stap == nu]
        worden_18 = len(uit_bewoners) + komen_uit.total()
        begeleiding = _begeleiding(self.worden, nu, invoer.maanden)
        van, tot_en_met = grenzen(code_van(nu))
        nodig = _hele(invoer.woningen * (vertrokken + worden_18)) - _hele(invoer.woningen * vertrokken)
        return Stap(
            code=code_van(nu),
            van=van,
            tot_en_met=tot_en_met,
            bewoners=len(uit_bewoners),
            komen=komen_uit.total(),
            komen_uit=tuple((code_van(binnen), aantal) for binnen, aantal in sorted(komen_uit.items())),
            stromen_in=stromen_in,
            woningen=nodig,
            bezet=bezet + stromen_in - worden_18,
            plekken=woningen * invoer.plekken,
            begeleiding=begeleiding,
            euro=invoer.tarief * sum(aantal * maanden for aantal, maanden in begeleiding),
            telt_bij_instroom=stromen_in if invoer.verblijf <= TELT_METEEN_TOT else 0,
            telt_bij_15=self.bij_15[nu],
            telt_bij_18=sum(jongere.telt_nog for jongere in uit_bewoners),
            telt_nooit=sum(jongere.telt_nooit for jongere in uit_bewoners),
        )

    def doorloop(self, laatste: int) -> int:
        """Months of guidance after half-year `laatste`, of who turned 18 up to and including it."""
        hierna = {stap: aantal for stap, aantal in self.worden.items() if stap <= laatste}
        maanden = self.invoer.maanden
        later = range(laatste + 1, laatste + 1 + len(verdeling(maanden)))
        return sum(aantal * elk for nu in later for aantal, elk in _begeleiding(hierna, nu, maanden))


def _bij_15(invoer: Invoer, bewoners: Sequence[Jongere], eerste: int, laatste: int) -> Counter[int]:
    """By half-year who turns 15 in it and counts from then on: who lives there, and who comes in younger (H7)."""
    tellen = [nummer(jongere.telt_op) for jongere in bewoners if jongere.telt_op]
    jonger = invoer.verblijf - TELT_METEEN_TOT
    if jonger > 0:
        tellen += [vijftien for _binnen, vijftien in instroom(invoer.instroom, jonger, eerste, laatste)]
    return Counter(tellen)


def _begeleiding(worden: Mapping[int, int], nu: int, maanden: int) -> tuple[tuple[int, int], ...]:
    """(youngsters, months each) in half-year `nu`, who turned 18 last first."""
    delen = enumerate(verdeling(maanden))
    return tuple((worden[nu - terug], deel) for terug, deel in delen if worden.get(nu - terug))


def _hele(woningen: Decimal) -> int:
    """Whole homes, rounded up over all half-years together, so that the sum is right too."""
    return int(woningen.to_integral_value(ROUND_CEILING))
