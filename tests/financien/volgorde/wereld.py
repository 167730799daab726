"""A budget in plain Python: acts of chance on it, and how it must stand after them. The oracle knows no SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

NUL = Decimal("0.00")
CENT = Decimal("0.01")
NIET_TOEGEWEZEN = "-"
BUDGET = Decimal("2000.00")
# Few days, so that much falls on a peildatum itself.
DAGEN = [date(2017, 1, 31), date(2017, 2, 28), date(2017, 3, 15), date(2017, 4, 30)]


@dataclass(eq=False)
class Belofte:
    """A commitment."""

    nummer: str
    regel: str
    bedrag: Decimal
    op: date
    einde: date | None = None
    pk: int | None = None


@dataclass(eq=False)
class Deel:
    """A part of an entry on a line, by way of a commitment or not."""

    regel: str
    bedrag: Decimal
    belofte: Belofte | None = None
    pk: int | None = None


@dataclass(eq=False)
class Stuk:
    """An entry with the parts that hold of it: none while it is loose."""

    nummer: str
    dag: date
    bedrag: Decimal
    delen: list[Deel] = field(default_factory=list)
    pk: int | None = None


@dataclass(frozen=True)
class Daad:
    """One act, and whether it may be done."""

    wat: str
    mag: bool = True
    stuk: Stuk | None = None
    delen: tuple[Deel, ...] = ()
    belofte: Belofte | None = None
    bedrag: Decimal = NUL
    dag: date = DAGEN[0]
    kenmerk: str = ""
    regels: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True)
class Stand:
    """Of one line: budget, spent or received, committed and free."""

    budget: Decimal
    geboekt: Decimal
    verplicht: Decimal
    vrij: Decimal


class Wereld:
    """Two activities and an income line that nobody else touches, and all that happens to them."""

    def __init__(self, nummer: int, zaad: int) -> None:
        self.nummer = nummer
        self.kans = Random(f"{zaad}-{nummer}")  # a text, so that no two worlds are alike
        self.activiteiten = [f"w{nummer}a", f"w{nummer}b"]
        self.post = f"w{nummer}p"
        self.codes = [*self.activiteiten, self.post]
        self.stukken: list[Stuk] = []
        self.beloften: list[Belofte] = []
        self.besluiten: list[Daad] = []
        self.teller = 0

    # How it must stand

    def stand(self, code: str, op: date = date.max) -> Stand:
        """What is said of a line at the end of this day."""
        budget = BUDGET + sum(
            (bedrag for besluit in self.besluiten if besluit.dag <= op for regel, bedrag in besluit.regels
             if regel == code), NUL
        )  # fmt: skip
        geboekt = sum((deel.bedrag for deel in self.delen(op) if deel.regel == code), NUL)
        verplicht = sum(
            (
                max(belofte.bedrag - self.gebruikt(belofte, op), NUL)
                for belofte in self.beloften
                if belofte.regel == code and belofte.op <= op and not (belofte.einde and belofte.einde <= op)
            ),
            NUL,
        )
        geboekt = -geboekt if code == self.post else geboekt
        return Stand(budget, geboekt, verplicht, budget - geboekt - verplicht)

    def delen(self, op: date) -> list[Deel]:
        """The parts of the entries up to and including this day."""
        return [deel for stuk in self.stukken if stuk.dag <= op for deel in stuk.delen]

    def gebruikt(self, belofte: Belofte, op: date = date.max) -> Decimal:
        """What entries took of a commitment."""
        return sum((deel.bedrag for deel in self.delen(op) if deel.belofte is belofte), NUL)

    def past(self, code: str, dag: date) -> bool:
        """Is there no less than nothing free, on this day and on each last day before something comes free?"""
        later = [besluit.dag for besluit in self.besluiten if code in dict(besluit.regels)]
        later += [belofte.einde for belofte in self.beloften if belofte.regel == code and belofte.einde]
        dagen = {dag, date.max} | {een - timedelta(days=1) for een in later if een > dag}
        return all(self.stand(code, een).vrij >= 0 for een in dagen)

    # What happens

    def daad(self) -> Daad:
        """An act of chance, applied to this world when it may be done."""
        self.teller += 1
        keuzes = [self._boek] * 3 + [self._beloof] * 2 + [self._besluit]
        if self._losse():
            keuzes += [self._koppel] * 4 + [self._koppel_scheef]
        if self._gekoppelde():
            keuzes += [self._maak_los, self._draai_terug]
        if self._lopend():
            keuzes += [self._wijzig_belofte, self._eindig]
        if self.besluiten:
            keuzes.append(self._draai_besluit_terug)
        return self.kans.choice(keuzes)()

    def _bedrag(self, hoogste: int) -> Decimal:
        return Decimal(self.kans.randrange(1, hoogste * 100)) * CENT

    def _dag(self) -> date:
        return self.kans.choice(DAGEN)

    def _losse(self) -> list[Stuk]:
        return [stuk for stuk in self.stukken if not stuk.delen]

    def _gekoppelde(self) -> list[Stuk]:
        return [stuk for stuk in self.stukken if stuk.delen]

    def _lopend(self) -> list[Belofte]:
        return [belofte for belofte in self.beloften if belofte.einde is None]

    def _boek(self, bedrag: Decimal | None = None) -> Daad:
        teken = self.kans.choice([1, 1, 1, -1])
        stuk = Stuk(f"{self.nummer}-{self.teller}", self._dag(), bedrag or teken * self._bedrag(600))
        self.stukken.append(stuk)
        return Daad("boek", stuk=stuk)

    def _draai_terug(self) -> Daad:
        """A counter entry, which is loose like any other."""
        return self._boek(-self.kans.choice(self._gekoppelde()).bedrag)

    def _koppel(self) -> Daad:
        stuk = self.kans.choice(self._losse())
        beloften = [belofte for belofte in self.beloften if self.kans.random() < 0.7]
        if beloften:
            belofte = self.kans.choice(beloften)
            delen = [Deel(belofte.regel, stuk.bedrag, belofte)]
        else:
            delen = self._delen(stuk)
        stuk.delen = delen
        return Daad("koppel", stuk=stuk, delen=tuple(delen))

    def _delen(self, stuk: Stuk) -> list[Deel]:
        codes = self.kans.sample(self.codes, self.kans.randrange(1, 4))
        deel = (stuk.bedrag / len(codes)).quantize(CENT)
        bedragen = [deel] * (len(codes) - 1)
        return [
            Deel(code, bedrag)
            for code, bedrag in zip(codes, [*bedragen, stuk.bedrag - sum(bedragen, NUL)], strict=True)
        ]

    def _koppel_scheef(self) -> Daad:
        stuk = self.kans.choice(self._losse())
        eerste, *rest = self._delen(stuk)
        return Daad("koppel", mag=False, stuk=stuk, delen=(Deel(eerste.regel, eerste.bedrag + CENT), *rest))

    def _maak_los(self) -> Daad:
        stuk = self.kans.choice(self._gekoppelde())
        delen, stuk.delen = tuple(stuk.delen), []
        return Daad("los", stuk=stuk, delen=delen)

    def _beloof(self) -> Daad:
        code = self.kans.choice(self.activiteiten)
        belofte = Belofte(f"V-{self.nummer}-{self.teller}", code, self._bedrag(1800), self._dag())
        self.beloften.append(belofte)
        mag = self.past(code, belofte.op)
        if not mag:
            self.beloften.remove(belofte)
        return Daad("beloof", mag=mag, belofte=belofte)

    def _wijzig_belofte(self) -> Daad:
        belofte = self.kans.choice(self._lopend())
        bedrag, was = self._bedrag(1800), belofte.bedrag
        belofte.bedrag = bedrag
        mag = bedrag <= was or self.past(belofte.regel, belofte.op)
        if not mag:
            belofte.bedrag = was
        return Daad("herzie", mag=mag, belofte=belofte, bedrag=bedrag)

    def _eindig(self) -> Daad:
        belofte = self.kans.choice(self._lopend())
        belofte.einde = self.kans.choice([dag for dag in DAGEN if dag >= belofte.op])
        return Daad("eindig", belofte=belofte, dag=belofte.einde)

    def _besluit(self) -> Daad:
        bedrag = self._bedrag(900)
        van, naar = self.kans.sample([*self.activiteiten, NIET_TOEGEWEZEN], 2)
        # From one activity to another, or more income and one activity more.
        eerste = (self.post, bedrag) if self.kans.random() < 0.3 else (van, -bedrag)
        regels = [eerste, (naar, bedrag)]
        if self.kans.random() < 0.1:
            return self._neem([(regels[0][0], bedrag), (regels[1][0], bedrag + CENT)], op_nul=False)
        return self._neem(regels)

    def _draai_besluit_terug(self) -> Daad:
        return self._neem([(regel, -bedrag) for regel, bedrag in self.kans.choice(self.besluiten).regels])

    def _neem(self, regels: list[tuple[str, Decimal]], *, op_nul: bool = True) -> Daad:
        daad = Daad(
            "besluit", kenmerk=f"{self.nummer}-{self.teller}", dag=self._dag(), regels=tuple(sorted(regels))
        )
        self.besluiten.append(daad)
        krap = [
            regel for regel, bedrag in regels
            if bedrag < 0 and regel in self.activiteiten and not self.past(regel, daad.dag)
        ]  # fmt: skip
        if op_nul and not krap:
            return daad
        self.besluiten.pop()
        return Daad(daad.wat, mag=False, kenmerk=daad.kenmerk, dag=daad.dag, regels=daad.regels)
