"""Where the number of a period comes from, and whether it follows from its inputs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from huisvesting.models import Opgave, Periode, Uitruil
from huisvesting.rules import Berekening


@dataclass(frozen=True)
class Opgaveversie:
    """One version of the number of a period; `geldt` at the peildatum that was asked for."""

    rij: Opgave
    geldt: bool

    @property
    def berekening(self) -> Berekening | None:
        """The law's division of the inputs of this version; None where they are not known."""
        landelijk, gemeente, land = self.rij.landelijk, self.rij.inwoners_gemeente, self.rij.inwoners_land
        if landelijk is None or gemeente is None or land is None:
            return None
        return Berekening(landelijk, gemeente, land)

    @property
    def verschil(self) -> int | None:
        """Persons that the published number has more than the division gives; None without inputs."""
        berekening = self.berekening
        return None if berekening is None else self.rij.aantal - berekening.aantal


def versies(periode: Periode, peildatum: date) -> list[Opgaveversie]:
    """All versions that are known at the end of the peildatum, newest first; the first one holds."""
    rijen = list(periode.opgaven.bekend_op(peildatum).nieuwste_eerst())
    return [Opgaveversie(rij, geldt=nummer == 0) for nummer, rij in enumerate(rijen)]


def uitruil(periode: Periode, peildatum: date) -> list[Uitruil]:
    """What was exchanged with other municipalities in this period, as far as decided at the peildatum."""
    return list(periode.uitruil.besloten_tot(peildatum))
