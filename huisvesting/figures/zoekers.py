"""Households that wait for a home, put together by the database: counted, and read by page instead of all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple, overload

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.utils.functional import cached_property

from dossiers.models import Statushouder, WijzeVanKomst
from dossiers.models.persoon import StatushouderQuerySet
from huisvesting.figures.huishoudens import (
    ONNODIG,
    WORDT_18,
    ZOEKT,
    Huishouden,
)
from huisvesting.figures.zoekvraag import bron, lees
from huisvesting.models import Aanbod, Plaatsing, Woonvraag
from kern.contract import Gebruiker
from kern.leeftijd import MEERDERJARIG, Geboortedatum, eerste_verjaardag

# What households ask who need a home, and not a place in one.
WONINGVRAGEN = tuple(vraag for vraag in ZOEKT if vraag != Woonvraag.AMV)
_VELDEN = ("huurder", "personen", "vraag", "dag", "woont", "aanbod")
_VOLGORDE = "ORDER BY blok, plek, deel, binnen"
# A page of a list.
_EERSTE = 50


class Wachttelling(NamedTuple):
    """How many households ask the same, by the way the tenant came; `met_dag`: they are expected on a day."""

    woonvraag: str
    komst: str
    met_dag: bool
    aangeboden: bool
    huishoudens: int

    @property
    def vraagt_woning(self) -> bool:
        """AMVs ask for a place in an AMV home."""
        return self.woonvraag != Woonvraag.AMV


class Zoekrij(NamedTuple):
    """A household as keys."""

    huurder: int
    personen: list[int]
    vraag: str
    dag: date | None
    woont: int | None
    aanbod: int | None


def tel_zoekers(peildatum: date) -> list[Wachttelling]:
    """Everybody who waits, by what they ask, how they came and whether a home was offered; one query."""
    return [
        Wachttelling(*rij)
        for rij in lees(
            bron(peildatum),
            """SELECT h.vraag, s.wijze_van_komst, h.dag IS NOT NULL, h.aanbod IS NOT NULL, count(*)
            FROM huishouden h JOIN dossiers_statushouder s ON s.id = h.huurder
            GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4""",
        )
    ]


def huurders(peildatum: date) -> StatushouderQuerySet:
    """The tenants of the households that need a home, as a question to the database."""
    sql, params = bron(peildatum)
    vraag = f"WITH {sql} SELECT huurder FROM huishouden WHERE vraag <> '{Woonvraag.AMV.value}'"
    return Statushouder.objects.filter(pk__in=RawSQL(vraag, params))


class Zoekers(Sequence[Huishouden]):
    """The households that wait, in the order of the list; read only as far as they are asked for.

    With `gebruiker` those of which this user may see the tenant. `soorten` are the keys of ZOEKT that are asked,
    empty for all. With `aangeboden` only those with an open offer, with `gekoppeld` those that were linked and have
    no home here. The first page costs four queries at most, another five.
    """

    def __init__(
        self,
        peildatum: date,
        gebruiker: Gebruiker | None = None,
        *,
        soorten: Collection[str] = (),
        aangeboden: bool = False,
        gekoppeld: bool = False,
    ) -> None:
        sql, params = bron(peildatum)
        waar: dict[str, tuple[Any, ...]] = {}
        if gebruiker:
            gezien = Statushouder.objects.met_inzage(gebruiker, "huisvesting")
            waar |= _binnen(gezien)
        if soorten:
            waar["vraag = ANY (%s)"] = ([*soorten],)
        if aangeboden:
            waar["aanbod IS NOT NULL"] = ()
        if gekoppeld:
            waar["woont IS NULL"] = ()
            waar |= _binnen(Statushouder.objects.filter(wijze_van_komst=WijzeVanKomst.KOPPELING))
        self._bron = (sql, (*params, *(een for erbij in waar.values() for een in erbij)))
        self._waar = f"WHERE {' AND '.join(waar)}" if waar else ""

    def rijen(self) -> list[Zoekrij]:
        """All of them as keys, in the order of the list; one query. `huishoudens` reads them."""
        return [Zoekrij(*rij[:-1]) for rij in self._vraag("NULL", "")]

    @cached_property
    def _eerste(self) -> tuple[int, list[Zoekrij]]:
        """How many there are, with the first of them: the page that is asked most takes one question."""
        rijen = self._vraag("count(*) OVER ()", f"LIMIT {_EERSTE}")
        return (int(rijen[0][-1]) if rijen else 0, [Zoekrij(*rij[:-1]) for rij in rijen])

    def __len__(self) -> int:
        return self._eerste[0]

    @overload
    def __getitem__(self, plek: int) -> Huishouden: ...
    @overload
    def __getitem__(self, plek: slice) -> list[Huishouden]: ...
    def __getitem__(self, plek: int | slice) -> Huishouden | list[Huishouden]:
        if isinstance(plek, slice):
            begin, eind, _stap = plek.indices(len(self))
            return self._lees(begin, max(eind - begin, 0))
        if not -len(self) <= plek < len(self):
            raise IndexError(plek)
        return self._lees(plek % len(self), 1)[0]

    def alle(self) -> list[Huishouden]:
        """All of them, without counting them first."""
        return huishoudens(self.rijen())

    def _lees(self, begin: int, aantal: int) -> list[Huishouden]:
        alle, eerste = self._eerste
        if begin + aantal <= len(eerste) or len(eerste) == alle:
            return huishoudens(eerste[begin : begin + aantal])
        rijen = self._vraag("NULL", f"OFFSET {begin} LIMIT {aantal}")
        return huishoudens([Zoekrij(*rij[:-1]) for rij in rijen])

    def _vraag(self, erbij: str, deel: str) -> list[tuple[Any, ...]]:
        velden = ", ".join((*_VELDEN, erbij))
        return lees(self._bron, f"SELECT {velden} FROM huishouden {self._waar} {_VOLGORDE} {deel}")


def zoekend(peildatum: date, gebruiker: Gebruiker | None = None) -> list[Huishouden]:
    """Each household that needs a home or a place in an AMV home; who joins a family needs none.

    With `gebruiker` only those of which this user may see the tenant; without it everybody. Four queries at most.
    """
    return Zoekers(peildatum, gebruiker).alle()


def _binnen(personen: QuerySet[Statushouder]) -> dict[str, tuple[Any, ...]]:
    """That the tenant is one of these, as a condition with its parameters."""
    sql, params = personen.order_by().values("pk").query.sql_with_params()
    return {f"huurder IN ({sql})": params}


def huishoudens(rijen: Sequence[Zoekrij]) -> list[Huishouden]:
    """These rows with who and what they name; three queries at most."""
    wie = {pk for rij in rijen for pk in (rij.huurder, *rij.personen)}
    personen = Statushouder.objects.defer(*ONNODIG).in_bulk(wie)
    plaatsingen = Plaatsing.objects.select_related("woning").in_bulk({rij.woont for rij in rijen} - {None})
    aanbod = Aanbod.objects.select_related("woning").in_bulk({rij.aanbod for rij in rijen} - {None})
    return [
        Huishouden(
            huurder=personen[rij.huurder],
            personen=tuple(personen[pk] for pk in rij.personen),
            woonvraag=rij.vraag,
            verwacht_op=rij.dag or wordt_18(personen[rij.huurder].geboren, rij.vraag),
            woont=plaatsingen.get(rij.woont or 0),
            aanbod=aanbod.get(rij.aanbod or 0),
        )
        for rij in rijen
    ]


def wordt_18(geboren: Geboortedatum, vraag: str) -> date | None:
    """Of whom no day is known for the home at 18: the birthday; None for who asks something else."""
    return eerste_verjaardag(geboren, MEERDERJARIG) if vraag == WORDT_18 else None
