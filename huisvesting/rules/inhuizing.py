"""Who moves in, what is known around them, and a refusal of it: what the rules of moving in work with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from huisvesting.rules.telling import Persoonsfeiten
from huisvesting.rules.verblijf import Verblijf


@dataclass(frozen=True, kw_only=True)
class Inhuizing:
    """Somebody (primary key) who moves into a home; `woning` None: one that is still to be made.

    `plaatsing`: the stored placement that this takes the place of, None where it is a new one.
    """

    persoon: int
    woning: int | None
    van: date
    tot: date | None = None
    plaatsing: int | None = None

    @property
    def verblijf(self) -> Verblijf:
        return Verblijf(self.van, self.tot)


@dataclass(frozen=True)
class Bezwaar:
    """Why the inhuizing at place `nummer` is refused: a code, the field that it is about, a Dutch sentence.

    The sentence names the rule; `BRONNEN` says where the rule comes from, by code.
    """

    nummer: int
    code: str
    veld: str
    zin: str

    @property
    def met_bron(self) -> str:
        """The sentence with the source of the rule, as page and file show it."""
        return met_bron(self.zin, self.code)


EEN_AANBOD = "werkwijze van de gemeente, één aanbod tegelijk"
# Where each refusal comes from.
BRONNEN: Mapping[str, str] = {
    "voor_vergunning": "Huisvestingswet 2014, art. 1 en 28",
    "voor_vestiging": "inschrijving in de BRP",
    "overlapt": "werkwijze van de gemeente, één woning tegelijk",
    "niet_beschikbaar": "afspraak met de verhuurder",
    "woning_vol": "aantal plaatsen van de woning",
    "woning_aangeboden": EEN_AANBOD,
    "persoon_aangeboden": EEN_AANBOD,
    "gebouwd_op": "werkwijze van de gemeente, eerst terug wat er later bij kwam",
    "komt_nog": "werkwijze van de gemeente, vastleggen wat gebeurd is",
}


def met_bron(zin: str, code: str) -> str:
    """A refusal with the source of its rule."""
    return f"{zin} Bron: {BRONNEN[code]}."


@dataclass(frozen=True, kw_only=True)
class Woningfeiten:
    """What counts of a home; without `capaciteit` there is no limit. `per_plek`: offered by the place."""

    capaciteit: int | None = None
    per_plek: bool = False
    beschikbaar_van: date | None = None
    beschikbaar_tot_en_met: date | None = None


@dataclass(frozen=True, kw_only=True)
class Openstaand:
    """An offer without an outcome: to whom, of which home, since when, and for how many.

    `thuis`: of who move in, those whose family lives in that home on the day of the offer.
    """

    huurder: int
    woning: int
    op: date
    personen: int = 1
    thuis: frozenset[int] = frozenset()


Verblijven = Mapping[int, Mapping[int, Verblijf]]


@dataclass(frozen=True, kw_only=True)
class Omgeving:
    """What is stored around those who move in.

    `in_woning` and `van_persoon` hold, by home or person, the stored placements by their primary
    key; `vestigingen` the spells of each person; `personen` what decides about their permit; `aanbod` the
    offers to them or of these homes.
    """

    woningen: Mapping[int, Woningfeiten] = field(default_factory=dict)
    in_woning: Verblijven = field(default_factory=dict)
    van_persoon: Verblijven = field(default_factory=dict)
    vestigingen: Mapping[int, Sequence[Verblijf]] = field(default_factory=dict)
    personen: Mapping[int, Persoonsfeiten] = field(default_factory=dict)
    aanbod: Sequence[Openstaand] = ()
