"""May two descriptions of a person be of one person? One rule for the form, the import and the list of doubles."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from dossiers.models import Geslacht, Nationaliteit
from kern.leeftijd import Geboortedatum

GELIJK, LIJKT, VERSCHILT, EEN_KEER, ONBEKEND = "gelijk", "lijkt", "verschilt", "een_keer", "onbekend"
STERK, BEETJE = "Lijkt sterk", "Lijkt een beetje"


@dataclass(frozen=True, kw_only=True)
class Kandidaat:
    """What is known of somebody, stored or still to be: a row of a file, a form, a dossier.

    `bsn_index` is the blind index, never the number. `gezin` is any key that members of one family
    share and nobody else has: None where no family is known.
    """

    achternaam: str
    voorvoegsel: str = ""
    voornamen: str = ""
    geboren: Geboortedatum = field(default_factory=Geboortedatum.onbekend)
    geslacht: str = Geslacht.ONBEKEND
    nationaliteit: str = Nationaliteit.ONBEKEND
    vnummer: str | None = None
    bsn_index: str | None = None
    gezin: Hashable = None


@dataclass(frozen=True)
class Veldoordeel:
    """One field of two persons beside each other.

    `veld` is naam, geboren, geslacht, nationaliteit, vnummer or bsn; `soort` one of gelijk, lijkt,
    verschilt, een_keer (known on one side) and onbekend (on neither). `woorden` says it in Dutch:
    "andere spelling", "alleen het jaar bekend", "dag en maand omgekeerd", "twee cijfers omgekeerd".
    """

    veld: str
    soort: str
    woorden: str


@dataclass(frozen=True)
class Gelijkenis:
    """That two may be one: how much from 0 to 1, in words (STERK or BEETJE), and the fields beside each other."""

    score: float
    oordeel: str
    velden: tuple[Veldoordeel, ...]

    @property
    def sterk(self) -> bool:
        return self.oordeel == STERK
