"""Invented persons: names as their language has them, ages that fit together, numbers that nobody has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dossiers.demo.namen import KOERDISCH, NAMEN, Namen, spelling
from dossiers.models import Geslacht, Nationaliteit, Rol
from kern.leeftijd import Geboortedatum

_GETALLEN = 10**8


@dataclass(frozen=True)
class Lid:
    """A person who does not exist."""

    achternaam: str
    voornamen: str
    geslacht: str
    geboren: Geboortedatum
    rol: str
    bsn: str
    vnummer: str
    telefoon: str
    email: str


def verzonnen_bsns() -> Iterator[str]:
    """Numbers that pass the 11-proof, from the highest down: 9999… is the range for testing, 99… is not given out."""
    for voor in range(99_999_999, 0, -1):
        cijfers = f"{voor:08d}"
        rest = (
            sum(int(cijfer) * gewicht for cijfer, gewicht in zip(cijfers, range(9, 1, -1), strict=True)) % 11
        )
        if rest < 10:
            yield f"{cijfers}{rest}"


class Nummers:
    """Numbers for the persons of one demonstration, each once; which ones depends on the seed."""

    def __init__(self, zaad: int) -> None:
        self._bsns = verzonnen_bsns()
        self._zaad = zaad
        self._vnummers = self._telefoons = 0

    def bsn(self) -> str:
        """The next BSN of the range for testing."""
        return next(self._bsns)

    def vnummer(self) -> str:
        """A V-nummer: 28 and eight digits, in no order."""
        self._vnummers += 1
        return f"28{(self._vnummers * 61_803_399 + self._zaad * 7_919) % _GETALLEN:08d}"

    def telefoon(self) -> str:
        """A mobile number in 06 00, which is given out to nobody."""
        self._telefoons += 1
        return f"06 00{(self._telefoons * 618_033 + self._zaad * 7_919) % 10**6:06d}"


class Ledenmaker:
    """Makes the families; keeps that no two persons have one name and one day of birth."""

    def __init__(self, kies: Random, *, zaad: int) -> None:
        self.kies = kies
        self.nummers = Nummers(zaad)
        self._gezien: set[int] = set()

    def gezin(self, nationaliteit: str, op: date) -> Gezinsmaker:
        """The maker of one family, whose first members are registered on `op`."""
        return Gezinsmaker(self, nationaliteit, op)

    def nieuw(self, namen: tuple[str, str], geboren: Geboortedatum) -> bool:
        """Whether nobody has this name and birth date yet; remembers it."""
        sleutel = hash((*namen, geboren.vroegst, geboren.laatst))
        if sleutel in self._gezien:
            return False
        self._gezien.add(sleutel)
        return True


class Gezinsmaker:
    """One family: its language, the names that are handed down, and the ages of who is in it."""

    def __init__(self, maker: Ledenmaker, nationaliteit: str, op: date) -> None:
        self.maker, self.kies, self.op = maker, maker.kies, op
        syrisch = nationaliteit in {Nationaliteit.SYRISCH, Nationaliteit.IRAAKS}
        self.namen: Namen = KOERDISCH if syrisch and self.kies.random() < 0.2 else NAMEN[nationaliteit]
        self.tolktaal = self.namen.tolktaal if self.kies.random() < 0.85 else ""
        self.vaag = nationaliteit in {Nationaliteit.ERITREES, Nationaliteit.SOMALISCH, Nationaliteit.AFGHAANS}
        self.jaar = op.year - int(self.kies.triangular(20, 60, 29))
        self.naam = self._achternaam()
        self.hoofd: Lid | None = None

    def huishouden(self, volwassenen: int, kinderen: int) -> tuple[Lid, ...]:
        """A head, a partner, and children who were born when the youngest of both was at least 18."""
        man = self.kies.random() < (0.5 if kinderen and volwassenen == 1 else 0.8)
        self.hoofd = self._volwassene(Rol.HOOFD, man=man, jaar=self.jaar, achternaam=self.naam)
        leden = [self.hoofd]
        if volwassenen == 2:
            leden.append(self._partner())
        return (*leden, *self._kinderen(kinderen))

    def amv(self, op: date) -> tuple[Lid, ...]:
        """One minor of 15 to 17, alone."""
        geboren = op - timedelta(days=int(365.25 * 15) + self.kies.randint(0, 1000))
        self.hoofd = self._lid(Rol.HOOFD, self.kies.random() < 0.85, Geboortedatum.op(geboren), self.naam)
        return (self.hoofd,)

    def nareizigers(self, aantal: int) -> tuple[Lid, ...]:
        """Who follows the head: the partner first, then children who were born before the head came."""
        return (self._partner(), *self._kinderen(aantal - 1))

    def baby(self, op: date) -> Lid:
        """A child, born here on `op`."""
        return self._lid(Rol.KIND, self.kies.random() < 0.51, Geboortedatum.op(op), self._kindnaam())

    def _partner(self) -> Lid:
        man = self.hoofd is not None and self.hoofd.geslacht == Geslacht.VROUW
        jaar = min(self.jaar + self.kies.randint(-2, 7), self.op.year - 18)
        self.jaar = max(self.jaar, jaar)
        achternaam = self.naam if self.kies.random() < 0.15 else self._achternaam()
        return self._volwassene(Rol.PARTNER, man=man, jaar=jaar, achternaam=achternaam)

    def _kinderen(self, aantal: int) -> list[Lid]:
        oudste = min(self.op.year - self.jaar - 18, 17)
        leden: list[Lid] = []
        vorige: date | None = None
        for _ in range(aantal):
            dagen = self.kies.randint(20, max(40, int(oudste * 365.25)))
            geboren = self.op - timedelta(days=dagen)
            if vorige and self.kies.random() < 0.03:
                geboren = vorige  # twins
            vorige = geboren
            leden.append(
                self._lid(Rol.KIND, self.kies.random() < 0.51, self._bekend(geboren, 0.4), self._kindnaam())
            )
        return leden

    def _volwassene(self, rol: Rol, *, man: bool, jaar: int, achternaam: str) -> Lid:
        geboren = date(jaar, 1, 1) + timedelta(days=self.kies.randrange(365))
        if self.vaag and self.kies.random() < 0.2:
            geboren = date(jaar, 1, 1)  # the day that is written down for who does not know it
        return self._lid(rol, man, self._bekend(geboren, 1.0), achternaam)

    def _bekend(self, dag: date, deel: float) -> Geboortedatum:
        """A birth date as far as it is known: of some only the year or the month, of a few nothing."""
        worp = self.kies.random() / deel / (3 if self.vaag else 1)
        if worp < 0.004 and deel == 1.0:
            return Geboortedatum.onbekend()
        if worp < 0.03:
            return Geboortedatum.lees(f"{dag.year}")
        if worp < 0.035:
            return Geboortedatum.lees(f"{dag.month}-{dag.year}")
        return Geboortedatum.op(dag)

    def _lid(self, rol: Rol, man: bool, geboren: Geboortedatum, achternaam: str) -> Lid:
        voornamen = self._voornaam(man)
        for _ in range(20):
            if self.maker.nieuw((achternaam, voornamen), geboren):
                break
            voornamen = f"{self._voornaam(man)} {spelling(self.kies, self.namen.mannen)}"
        volwassen = rol in {Rol.HOOFD, Rol.PARTNER}
        nummers = self.maker.nummers
        telefoon = nummers.telefoon() if volwassen and self.kies.random() < 0.85 else ""
        return Lid(
            achternaam=achternaam,
            voornamen=voornamen,
            geslacht=Geslacht.MAN if man else Geslacht.VROUW,
            geboren=geboren,
            rol=rol,
            bsn=nummers.bsn(),
            vnummer=nummers.vnummer(),  # children born here too: a file with homes names persons by it
            telefoon=telefoon,
            email=f"{telefoon[-6:]}@post.example" if telefoon and self.kies.random() < 0.5 else "",
        )

    def _voornaam(self, man: bool) -> str:
        return spelling(self.kies, self.namen.mannen if man else self.namen.vrouwen)

    def _achternaam(self) -> str:
        if self.namen.naamgeving == "familienaam":
            return spelling(self.kies, self.namen.achternamen)
        vader = spelling(self.kies, self.namen.mannen)
        if self.namen.naamgeving == "vader_en_grootvader":
            return f"{vader} {spelling(self.kies, self.namen.mannen)}"
        return vader

    def _kindnaam(self) -> str:
        """A child has the family's name, or the given name of its father."""
        hoofd = self.hoofd
        if hoofd is None or self.namen.naamgeving == "familienaam":
            return self.naam
        vader = hoofd.voornamen if hoofd.geslacht == Geslacht.MAN else spelling(self.kies, self.namen.mannen)
        if self.namen.naamgeving == "vader_en_grootvader":
            return f"{vader} {hoofd.achternaam.split()[0]}"
        return vader
