"""What a domain tells in its chapter of the report, typed; `als_json` gives the shape that is frozen.

The shape itself is written down in docs/hoofdstuk.md. The report is rendered from that JSON alone,
so a cell keeps its value (an amount, a day) and not the text that a page makes of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from kern import schrijfwijze

Standsoort = Literal["goed", "let", "slecht", "neutraal"]


@dataclass(frozen=True)
class Stand:
    """A state: the word says it, the kind only gives the colour."""

    soort: Standsoort
    tekst: str

    def als_json(self) -> dict[str, str]:
        return {"soort": self.soort, "tekst": self.tekst}


@dataclass(frozen=True)
class Gevoelig:
    """A count that shows "< 5" for 1 to 4; the frozen JSON keeps the number."""

    aantal: int


@dataclass(frozen=True)
class Procent:
    """A percentage (0 to 100), shown with one decimal."""

    deel: Decimal


# int: whole number. Decimal: euros. date: a day. str: text as it stands. None: cannot be known ("—").
Cel = int | str | None | Decimal | date | Gevoelig | Procent | Stand


def cel_als_json(cel: Cel) -> Any:
    """A cell as it is frozen: whole numbers, texts and null bare, the others as an object with their kind."""
    match cel:
        case Stand():
            return {"stand": cel.als_json()}
        case Gevoelig():
            return {"gevoelig": cel.aantal}
        case Procent():
            return {"procent": str(cel.deel.quantize(Decimal("0.1")))}
        case Decimal():
            return {"bedrag": schrijfwijze.bedrag_in_json(cel)}
        case date():
            return {"datum": cel.isoformat()}
        case _:
            return cel


@dataclass(frozen=True, kw_only=True)
class Kernwaarde:
    """One of the large figures. The report's first page takes the first of each chapter, four at most."""

    naam: str
    waarde: Cel
    van: Cel = None
    bij: str = ""
    stand: Stand | None = None

    def als_json(self) -> dict[str, Any]:
        return {
            "naam": self.naam,
            "waarde": cel_als_json(self.waarde),
            "van": cel_als_json(self.van),
            "bij": self.bij,
            "stand": self.stand.als_json() if self.stand else None,
        }


@dataclass(frozen=True, kw_only=True)
class Grafiek:
    """A chart, as Vega-Lite (make it with `kern.grafieken.bevries`); `alt` says what the eye sees."""

    alt: str
    vega: dict[str, Any]
    bijschrift: str = ""
    kop: str = ""

    def als_json(self) -> dict[str, Any]:
        return {
            "grafiek": {"kop": self.kop, "bijschrift": self.bijschrift, "alt": self.alt, "vega": self.vega}
        }


@dataclass(frozen=True)
class Kolom:
    """A column. The first one holds the row headers. `breedte` is a class of rapport.css (b-12 … b-40)."""

    naam: str
    getal: bool = False
    breedte: str = ""

    def als_json(self) -> dict[str, Any]:
        return {"naam": self.naam, "getal": self.getal, "breedte": self.breedte or None}


@dataclass(frozen=True)
class Rij:
    """A row: its header, then a cell for every further column."""

    kop: str
    cellen: Sequence[Cel]
    soort: Literal["", "nadruk", "som"] = ""

    def als_json(self) -> dict[str, Any]:
        return {"kop": self.kop, "cellen": [cel_als_json(cel) for cel in self.cellen], "soort": self.soort}


@dataclass(frozen=True, kw_only=True)
class Tabel:
    """A table. ValueError when a row has not one cell for each column after the first."""

    bijschrift: str
    kolommen: Sequence[Kolom]
    rijen: Sequence[Rij]
    noot: str = ""
    kop: str = ""

    def __post_init__(self) -> None:
        scheef = [rij.kop for rij in self.rijen if len(rij.cellen) != len(self.kolommen) - 1]
        if scheef:
            raise ValueError(f"Tabel {self.bijschrift!r}: rij {scheef[0]!r} past niet bij de kolommen.")

    def als_json(self) -> dict[str, Any]:
        return {
            "tabel": {
                "kop": self.kop,
                "bijschrift": self.bijschrift,
                "kolommen": [kolom.als_json() for kolom in self.kolommen],
                "rijen": [rij.als_json() for rij in self.rijen],
                "noot": self.noot,
            }
        }


@dataclass(frozen=True)
class Tekst:
    """Paragraphs under a heading of the second level."""

    alineas: Sequence[str]
    kop: str = "Toelichting"

    def als_json(self) -> dict[str, Any]:
        return {"tekst": {"kop": self.kop, "alineas": list(self.alineas)}}


@dataclass(frozen=True)
class Bron:
    """A remark on the source, such as a contradiction in the plan; stands at the end of the chapter."""

    titel: str
    tekst: str

    def als_json(self) -> dict[str, str]:
        return {"titel": self.titel, "tekst": self.tekst}


@dataclass(frozen=True)
class Begrip:
    """A term of the chapter with its definition and source; collected in the annex."""

    naam: str
    tekst: str

    def als_json(self) -> dict[str, str]:
        return {"naam": self.naam, "tekst": self.tekst}


@dataclass(frozen=True, kw_only=True)
class Verloop:
    """A stock over the period: opening + in - out = closing. ValueError when that does not hold.

    `code` is the code of the key figure that is the stock.
    """

    code: str
    begin: int
    erbij: int
    eraf: int
    eind: int

    def __post_init__(self) -> None:
        if self.begin + self.erbij - self.eraf != self.eind:
            raise ValueError(f"{self.code}: {self.begin} + {self.erbij} - {self.eraf} is niet {self.eind}.")

    def als_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "begin": self.begin,
            "erbij": self.erbij,
            "eraf": self.eraf,
            "eind": self.eind,
        }


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """All that a chapter says. `delen` stand in the report in this order."""

    zin: str
    stand: Stand
    samenvatting: str
    kern: Sequence[Kernwaarde] = ()
    delen: Sequence[Grafiek | Tabel | Tekst] = ()
    bronnen: Sequence[Bron] = ()
    begrippen: Sequence[Begrip] = ()
    standen: Sequence[Verloop] = field(default=())

    def als_json(self) -> dict[str, Any]:
        return {
            "zin": self.zin,
            "stand": self.stand.als_json(),
            "samenvatting": self.samenvatting,
            **{
                naam: [deel.als_json() for deel in getattr(self, naam)]
                for naam in ("kern", "delen", "bronnen", "begrippen", "standen")
            },
        }
