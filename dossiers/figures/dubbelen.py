"""Who of the stored persons, or of the other rows of a file, may be the same as somebody."""

from __future__ import annotations

from dataclasses import dataclass

from dossiers.rules.gelijkenis import Gelijkenis, Kandidaat

MEESTE_VOORSTELLEN = 3


@dataclass(frozen=True)
class Voorstel:
    """A person who may be the same: stored (`persoon` is the primary key) or an earlier row of the file.

    `rij` is then the place of that row in what was asked, from 0. Exactly one of the two is set.
    """

    bekend: Kandidaat
    gelijkenis: Gelijkenis
    persoon: int | None = None
    rij: int | None = None
