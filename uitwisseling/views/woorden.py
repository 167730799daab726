"""What the pages of reading in say of a file."""

from __future__ import annotations

from dataclasses import dataclass

from kern.contract import Importsoort
from kern.opmaak.scherm import getal
from uitwisseling.models import Inlezing, Status


def aantal(hoeveel: int, een: str, meer: str) -> str:
    """A number with its word: "1 rij", "1.250 rijen"."""
    return f"{getal(hoeveel)} {een if hoeveel == 1 else meer}"


def rijen(hoeveel: int) -> str:
    """A number of rows."""
    return aantal(hoeveel, "rij", "rijen")


def samengevat(inlezing: Inlezing, soort: str) -> str:
    """One line about a file that was saved: "Plaatsingen: 5 rijen, 5 nieuw"."""
    if inlezing.status == Status.ONGEDAAN:
        bleef = len(inlezing.behouden)
        over = f". Van {rijen(bleef)} bleef iets staan" if bleef else ""
        return f"{soort}: {rijen(inlezing.gelezen)}{over}"
    delen = [
        (inlezing.aangemaakt, "nieuw"),
        (inlezing.gewijzigd, "gewijzigd"),
        (inlezing.ongewijzigd, "gelijk"),
        (inlezing.met_fout, "niet opgeslagen"),
    ]
    telling = ", ".join(f"{getal(hoeveel)} {woord}" for hoeveel, woord in delen if hoeveel)
    return f"{soort}: {rijen(inlezing.gelezen)}" + (f", {telling}" if telling else "")


def som(inlezing: Inlezing) -> str:
    """The four numbers that add up: "6 + 11 + 28 + 3 = 48 rijen."."""
    delen = (inlezing.aangemaakt, inlezing.gewijzigd, inlezing.ongewijzigd, inlezing.met_fout)
    return f"{' + '.join(getal(deel) for deel in delen)} = {rijen(inlezing.gelezen)}."


@dataclass(frozen=True)
class Koppeling:
    """How the columns of the file were read: how many, those with another name, and those not read."""

    herkend: int
    samen: int
    anders: list[tuple[str, str]]
    niet_gelezen: list[str]


def koppeling(inlezing: Inlezing, soort: Importsoort) -> Koppeling:
    """The line about the columns above a preview."""
    labels = {kolom.naam: kolom.label for kolom in soort.kolommen}
    anders = [
        (hun, labels[ons])
        for ons, hun in inlezing.kolommen.items()
        if ons in labels and hun.casefold() not in {ons.casefold(), labels[ons].casefold()}
    ]
    herkend = len(inlezing.kolommen)
    return Koppeling(herkend, herkend + len(inlezing.niet_gelezen), anders, inlezing.niet_gelezen)
