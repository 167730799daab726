"""How the number of a period comes about, and how long the duty holds. Sources: rekenregels H1, H2, H13."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kern.opmaak.scherm import getal


@dataclass(frozen=True)
class Berekening:
    """The number of a municipality by the law's own division; persons and inhabitants.

    `inwoners_gemeente` and `inwoners_land` are those of 1 January of the year before the period's, for
    both halves of a year. Source: Huisvestingswet 2014, art. 29 en 30 (H1).
    """

    landelijk: int
    inwoners_gemeente: int
    inwoners_land: int

    @property
    def aantal(self) -> int:
        """The national total by the share of inhabitants, always rounded up; in whole numbers, so exactly."""
        return -(-self.landelijk * self.inwoners_gemeente // self.inwoners_land)

    @property
    def in_woorden(self) -> str:
        """ "13.000 × 25.885 ÷ 16.979.120 = 19,81, naar boven afgerond 20".

        Two decimals, or as many as it takes to see why it is rounded up (15,0001).
        """
        som = f"{getal(self.landelijk)} × {getal(self.inwoners_gemeente)} ÷ {getal(self.inwoners_land)}"
        if self.landelijk * self.inwoners_gemeente % self.inwoners_land == 0:
            return f"{som} = {getal(self.aantal)}"
        geheel, rest = divmod(self.landelijk * self.inwoners_gemeente, self.inwoners_land)
        decimalen = 2
        while not (deel := rest * 10**decimalen // self.inwoners_land):
            decimalen += 1
        return f"{som} = {getal(geheel)},{deel:0{decimalen}d}, naar boven afgerond {getal(self.aantal)}"


@dataclass(frozen=True)
class Wetsregel:
    """A rule that holds from `van` to `tot_en_met` (both inclusive; None: no such day is known).

    `nagegaan` says whether the days were looked up in the law itself; what was not is shown so.
    """

    code: str
    wat: str
    van: date | None
    tot_en_met: date | None
    bron: str
    nagegaan: bool

    def geldt_op(self, dag: date) -> bool:
        """Holds on `dag`."""
        return (self.van is None or self.van <= dag) and (self.tot_en_met is None or dag <= self.tot_en_met)


TAAKSTELLING = "taakstelling"
# Source: rekenregels H13. The end of the duty is not known; a bill to end priority by law was under way.
WETSREGELS: Sequence[Wetsregel] = (
    Wetsregel(
        TAAKSTELLING,
        "De gemeente heeft een taakstelling om vergunninghouders te huisvesten.",
        None,
        None,
        "Huisvestingswet 2014, art. 28",
        nagegaan=True,
    ),
    Wetsregel(
        "urgentie",
        "Vergunninghouders hebben door de wet voorrang op een woning.",
        date(2015, 1, 1),
        date(2017, 6, 30),
        "Huisvestingswet 2014, art. 12 lid 3 (oud); Kamerstuk 34 454",
        nagegaan=False,
    ),
)


def regel(code: str, regels: Sequence[Wetsregel] = WETSREGELS) -> Wetsregel:
    """The rule with this code. KeyError where there is none."""
    gevonden = {rij.code: rij for rij in regels}
    return gevonden[code]
