"""Going through a long list from a row on: as quick on the last page as on the first.

A page begins after (or ends before) a row, found by an index on exactly the order of the list; nothing
is skipped and thrown away, as OFFSET does. In the address stands the opaque `sleutel` of that row, never
the value that it is sorted on: that may be a name. Counting stops at `HOOGSTENS`, unless asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.functional import cached_property
from django.views.generic.base import ContextMixin, View

from kern.opmaak.scherm import getal as schrijf
from kern.volgorde import Rijen, Volgorde

HOOGSTENS = 1_000
PER_BLAD = 50
# What an address says of the place in a list; all other parameters are the list's own.
PLAATSNAMEN = frozenset({"na", "voor", "regel"})
BLADERNAMEN = PLAATSNAMEN | {"sorteer", "tel"}


@dataclass(frozen=True)
class Aantal:
    """A number of rows; counting stopped at `getal` where it is not `precies`."""

    getal: int
    precies: bool = True

    def __str__(self) -> str:
        return schrijf(self.getal) if self.precies else f"meer dan {schrijf(self.getal)}"


def tel(rijen: Rijen, *, precies: bool = False, hoogstens: int | None = None) -> Aantal:
    """How many rows; not further than `hoogstens` (`HOOGSTENS`), unless `precies`. One query."""
    hoogstens = hoogstens or HOOGSTENS
    kaal = rijen.order_by().values("pk")
    aantal = kaal.count() if precies else kaal[: hoogstens + 1].count()
    return Aantal(aantal) if precies or aantal <= hoogstens else Aantal(hoogstens, precies=False)


@dataclass(frozen=True)
class Blad:
    """A page of a list. `begin` is the number of its first row, where that is known."""

    rijen: Sequence[Any]
    vorige: bool = False
    volgende: bool = False
    begin: int | None = 1

    def tekst(self, aantal: Aantal) -> str:
        """Where in the list this is: "Regel 51 tot en met 100 van 101"."""
        begin = self.begin
        if self.volgende and aantal.precies and begin and begin + len(self.rijen) > aantal.getal:
            begin = None  # the list became shorter since the first page
        if not self.volgende and aantal.precies:
            begin = aantal.getal - len(self.rijen) + 1
        if begin is None:
            return f"{len(self.rijen)} regels van {aantal}."
        return f"Regel {schrijf(begin)} tot en met {schrijf(begin + len(self.rijen) - 1)} van {aantal}."


@dataclass(frozen=True)
class Plaats:
    """What the address says of the place: after or before which row, and which number it would have."""

    na: UUID | None = None
    voor: UUID | None = None
    regel: int | None = None

    @classmethod
    def van(cls, vraag: QueryDict) -> Plaats:
        """Read it; what is no key or no number is as if it was not there."""
        return cls(_sleutel(vraag.get("na")), _sleutel(vraag.get("voor")), _nummer(vraag.get("regel")))


def blad(rijen: Rijen, alle: Rijen, volgorde: Volgorde, plaats: Plaats, *, per_blad: int = PER_BLAD) -> Blad:
    """The page of `rijen` at this place.

    The row of the place is looked for in `alle`, for it may fit the filter no longer; where it is gone,
    this is the first page. Going back past the beginning is the first page too, a full one.
    """
    sleutel = plaats.na or plaats.voor
    rij = alle.filter(sleutel=sleutel).order_by().first() if sleutel else None
    if rij is not None and plaats.na:
        gevonden = volgorde.vanaf(rijen, rij, per_blad + 1)
        if gevonden:
            return Blad(
                _laad(alle, gevonden[:per_blad]),
                vorige=True,
                volgende=len(gevonden) > per_blad,
                begin=plaats.regel,
            )
    elif rij is not None:
        gevonden = volgorde.omgekeerd().vanaf(rijen, rij, per_blad + 1)
        if len(gevonden) > per_blad:
            return Blad(
                _laad(alle, gevonden[per_blad - 1 :: -1]), vorige=True, volgende=True, begin=plaats.regel
            )
    gevonden = volgorde.vanaf(rijen, None, per_blad + 1)
    return Blad(_laad(alle, gevonden[:per_blad]), volgende=len(gevonden) > per_blad)


@dataclass(frozen=True)
class Sorteerkop:
    """The head of a column that sorts: where it leads, and how it is sorted now (for `aria-sort`)."""

    url: str
    richting: str = ""


@dataclass(frozen=True)
class Adres:
    """Addresses of this page with other parameters; the place in the list is left out."""

    vraag: QueryDict
    gekend: frozenset[str] = field(default=BLADERNAMEN)

    def __call__(self, **anders: str) -> str:
        """The address with these parameters, of which an empty one goes away."""
        parameters = {
            naam: str(waarde)
            for naam, waarde in self.vraag.items()
            if naam in self.gekend and naam not in PLAATSNAMEN
        }
        gevraagd = QueryDict(mutable=True)
        gevraagd.update({naam: waarde for naam, waarde in (parameters | anders).items() if waarde})
        return f"?{gevraagd.urlencode()}"


class SleutelbladerenMixin(ContextMixin, View):
    """A list of which the address holds `sorteer`, `na` or `voor`, `regel` and `tel=precies`.

    A view gives `volgordes` (by name; a name with `-` in front is the way back; the first is the usual
    one), `alle_rijen` (all that this user may see) and `rijen` (after the filters). The model has a
    unique `sleutel`. `eigen_parameters` are the names of the filters.
    """

    per_blad = PER_BLAD
    eigen_parameters: frozenset[str] = frozenset()

    def volgordes(self) -> Mapping[str, Volgorde]:
        """The orders by name."""
        raise NotImplementedError

    def alle_rijen(self) -> Rijen:
        """What this user may see, with the annotations of the orders."""
        raise NotImplementedError

    def rijen(self) -> Rijen:
        """The rows of this list, in any order."""
        return self.alle_rijen()

    def te_tellen(self) -> Rijen:
        """The rows of this list, as they are counted."""
        return self.rijen()

    @property
    def adres(self) -> Adres:
        return Adres(self.request.GET, BLADERNAMEN | self.eigen_parameters)

    @property
    def sortering(self) -> str:
        """The name of the order; the usual one where the address asks for none, or one that is not."""
        gevraagd = self.request.GET.get("sorteer", "")
        return gevraagd if gevraagd in self.volgordes() else next(iter(self.volgordes()))

    @property
    def telt_precies(self) -> bool:
        return self.request.GET.get("tel") == "precies"

    @cached_property
    def blad(self) -> Blad:
        """The page that was asked for."""
        volgorde, plaats = self.volgordes()[self.sortering], Plaats.van(self.request.GET)
        return blad(self.rijen(), self.alle_rijen(), volgorde, plaats, per_blad=self.per_blad)

    @cached_property
    def aantal(self) -> Aantal:
        """The number of rows in the list; counted only where this is not all of it."""
        if not (self.blad.vorige or self.blad.volgende):
            return Aantal(len(self.blad.rijen))
        return tel(self.te_tellen(), precies=self.telt_precies)

    def sorteerkoppen(self) -> dict[str, Sorteerkop]:
        """By name of the order, the head of its column: another time on the same one turns it around."""
        heen = [naam for naam in self.volgordes() if not naam.startswith("-")]
        return {naam: self._sorteerkop(naam) for naam in heen}

    def _sorteerkop(self, naam: str) -> Sorteerkop:
        if self.sortering == naam:
            return Sorteerkop(self.adres(sorteer=f"-{naam}"), "ascending")
        return Sorteerkop(self.adres(sorteer=naam), "descending" if self.sortering == f"-{naam}" else "")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """`blad`, `aantal`, the words and addresses of paging, and `sorteer` by column."""
        return super().get_context_data(
            blad=self.blad,
            aantal=self.aantal,
            bladertekst=f"{self.blad.tekst(self.aantal)} Per pagina {self.per_blad}.",
            vorige=self._vorige() if self.blad.vorige else "",
            volgende=self._volgende() if self.blad.volgende else "",
            precies="" if self.aantal.precies else self._precies(),
            sorteer=self.sorteerkoppen(),
            **kwargs,
        )

    def _vorige(self) -> str:
        regel = (self.blad.begin or 1) - self.per_blad
        eerder = {"regel": str(regel)} if regel > 1 else {}
        return self.adres(voor=str(self.blad.rijen[0].sleutel), **eerder)

    def _volgende(self) -> str:
        later = {"regel": str(self.blad.begin + len(self.blad.rijen))} if self.blad.begin else {}
        return self.adres(na=str(self.blad.rijen[-1].sleutel), **later)

    def _precies(self) -> str:
        """This same place, with everything counted."""
        plaats = {naam: self.request.GET.get(naam, "") for naam in PLAATSNAMEN}
        return self.adres(tel="precies", **plaats)


def _laad(alle: Rijen, sleutels: Sequence[Any]) -> list[Any]:
    """The rows of a page with all that they show; few enough to compute it row by row."""
    rijen = alle.in_bulk(sleutels)
    return [rijen[sleutel] for sleutel in sleutels if sleutel in rijen]


def _sleutel(tekst: str | None) -> UUID | None:
    try:
        return UUID(tekst) if tekst else None
    except ValueError:
        return None


def _nummer(tekst: str | None) -> int | None:
    """A number of a row after the first, of at most nine digits."""
    if not tekst or not tekst.isascii() or not tekst.isdecimal() or len(tekst) > 9:
        return None
    return int(tekst) if int(tekst) > 1 else None
