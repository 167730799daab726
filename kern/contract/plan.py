"""Loading the plan, and the people of the demonstration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kern.plan import Planbestand


@dataclass(frozen=True)
class Controle:
    """One sum of the plan file: what the file says and what follows from its rows.

    Counts are numbers, amounts strings with two decimals. `som` says in words how `berekend` comes
    about ("22 × 2.370"), for the sentence that refuses the file.
    """

    code: str
    verwacht: int | str
    berekend: int | str
    som: str = "de regels samen"

    @property
    def ok(self) -> bool:
        return self.verwacht == self.berekend


@dataclass
class Laadtelling:
    """Rows made, changed (or taken away) and left as they were by loading the plan."""

    aangemaakt: int = 0
    gewijzigd: int = 0
    ongewijzigd: int = 0

    def __add__(self, ander: Laadtelling) -> Laadtelling:
        return Laadtelling(
            self.aangemaakt + ander.aangemaakt,
            self.gewijzigd + ander.gewijzigd,
            self.ongewijzigd + ander.ongewijzigd,
        )


@dataclass(frozen=True)
class Plandeel:
    """The sections of the plan file that a domain reads.

    `lees` checks the rows and gives the sums; faults go to `Planbestand.fout`. `laad` writes, and
    is only called when no part found a fault.
    """

    secties: tuple[str, ...]
    lees: Callable[[Planbestand], list[Controle]]
    laad: Callable[[Planbestand], Laadtelling]


@dataclass
class Demo:
    """What the demonstration is made of; each domain adds its facts to the same people.

    Without `aantal` these are the plan's own people. With it they come in portions: each domain is
    called once for each, in the order of the register, as long as one says that there is `meer`.
    `gezinnen` is filled by `dossiers` with the families of this portion and the dates that the other
    domains build on. `kenmerken` is what the fingerprint is taken of. In `onthouden` a domain keeps,
    under its own code, what it needs for its next portion.
    """

    zaad: int
    vandaag: date
    aantal: int | None = None
    gezinnen: list[Any] = field(default_factory=list)
    kenmerken: list[str] = field(default_factory=list)
    personen: int = 0
    meer: bool = False
    onthouden: dict[str, Any] = field(default_factory=dict)
