"""Our count beside COA's list, at a peildatum: the numbers by period, and the persons that make the difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from dossiers.models import Statushouder
from huisvesting import rules
from huisvesting.figures.telling import oordelen
from huisvesting.models import CoaRegel, Periode, Telling
from huisvesting.rules import coa
from huisvesting.rules.coa import Naastelkaar
from kern.contract import Gebruiker, Peiling

KOLOMMEN = ("dossier", "vnummer", "achternaam", "voornamen", "gemeente", "coa", "reden")


@dataclass(frozen=True, kw_only=True)
class Coaverschil:
    """A person that makes the difference: the days on which we and COA count them, and why they differ.

    Without a dossier (`persoon` None) what COA's list says of who it is.
    """

    persoon: Statushouder | None
    vnummer: str
    achternaam: str
    voornamen: str
    wij: date | None
    coa: date | None
    reden: str

    @property
    def dossier(self) -> str | None:
        """The dossier number, None for who is not known here."""
        return self.persoon.nummer if self.persoon else None

    @property
    def naam(self) -> str:
        """As lists have it; the V-number where COA's list has no name."""
        if self.persoon:
            return self.persoon.lijstnaam
        return ", ".join(deel for deel in (self.achternaam, self.voornamen) if deel) or self.vnummer


class Vergelijking:
    """COA's list beside our count at the end of `peildatum`, as far as `gebruiker` may see (None: all)."""

    def __init__(self, peildatum: date, gebruiker: Gebruiker | None = None) -> None:
        self.peildatum, self.gebruiker = peildatum, gebruiker

    @cached_property
    def heeft_lijst(self) -> bool:
        """Was a list of COA read in?"""
        return bool(self._regels)

    @cached_property
    def _regels(self) -> dict[int, dict[str, Any]]:
        regels = CoaRegel.objects.order_by("vnummer")
        if self.gebruiker:
            regels = regels.zichtbaar_voor(self.gebruiker)
        wie = Coalesce(F("statushouder__samengevoegd_met"), F("statushouder"))
        velden = ("pk", "vnummer", "achternaam", "voornamen", "gehuisvest_op")
        return {rij["pk"]: rij for rij in regels.annotate(persoon=wie).values(*velden, "persoon")}

    @cached_property
    def _periodes(self) -> list[tuple[date, date, str]]:
        return list(Periode.objects.values_list("van", "tot_en_met", "code"))

    def periode_van(self, dag: date) -> str:
        """Code of the period of the ledger, or of the half-year where the ledger has none."""
        gevonden = (code for van, tot_en_met, code in self._periodes if van <= dag <= tot_en_met)
        return next(gevonden, rules.halfjaar(dag))

    def _begin(self, dag: date) -> date:
        return next(
            (van for van, tot_en_met, _ in self._periodes if van <= dag <= tot_en_met),
            rules.grenzen(rules.halfjaar(dag))[0],
        )

    def _eind(self, dag: date) -> date:
        return next(
            (tot_en_met for van, tot_en_met, _ in self._periodes if van <= dag <= tot_en_met),
            rules.grenzen(rules.halfjaar(dag))[1],
        )

    @cached_property
    def _tellingen(self) -> dict[int, dict[int, date]]:
        """By person: the days of the plus and the minus row."""
        dagen = [rij["gehuisvest_op"] for rij in self._regels.values() if rij["gehuisvest_op"]]
        op_lijst = Q(statushouder__in=[rij["persoon"] for rij in self._regels.values() if rij["persoon"]])
        tijd = Q(telt_op__range=(self._begin(min(dagen)), self._eind(max(dagen)))) if dagen else Q()
        rijen = Telling.objects.actueel().filter(op_lijst | tijd | Q(waarde=-1)).order_by()
        if self.gebruiker:
            rijen = rijen.zichtbaar_voor(self.gebruiker)
        tellingen: dict[int, dict[int, date]] = {}
        for persoon, waarde, telt_op in rijen.values_list("statushouder_id", "waarde", "telt_op"):
            tellingen.setdefault(persoon, {})[waarde] = telt_op
        return tellingen

    @cached_property
    def rijen(self) -> list[Naastelkaar]:
        """Everybody who is on the list or counts here; nobody without a list."""
        if not self.heeft_lijst:
            return []
        gezien: set[int] = set()
        rijen = []
        for pk, regel in self._regels.items():
            persoon = regel["persoon"]
            dagen = self._tellingen.get(persoon, {})
            rijen.append(
                Naastelkaar(
                    persoon=persoon,
                    regel=pk,
                    wij=dagen.get(1),
                    coa=regel["gehuisvest_op"],
                    afgehaald=dagen.get(-1),
                    dubbel=persoon in gezien,
                )
            )
            gezien |= {persoon} - {None}
        rijen += (
            Naastelkaar(persoon=persoon, regel=None, wij=dagen.get(1), coa=None, afgehaald=dagen.get(-1))
            for persoon, dagen in self._tellingen.items()
            if persoon not in gezien and 1 in dagen
        )
        return rijen

    @cached_property
    def bereik(self) -> set[str]:
        """The periods that the list is about."""
        return coa.bereik(self.rijen, self.periode_van)

    def telling_coa(self, periode: str) -> int | None:
        """Persons whom COA counts in this period up to the peildatum; None where no list is about it."""
        if periode not in self.bereik:
            return None
        return sum(
            1
            for rij in self.rijen
            if rij.coa and rij.coa <= self.peildatum and self.periode_van(rij.coa) == periode
        )

    @cached_property
    def verschillen(self) -> list[Coaverschil]:
        """Who makes the difference, with the reason; in the order of our day, then COA's."""
        zonder = [rij.persoon for rij in self.rijen if rij.persoon and self._vraagt_reden(rij)]
        waarom = {pk: f"{oordeel.reden} ({oordeel.regel})" for pk, oordeel in oordelen(zonder).items()}
        gevonden = coa.verschillen(
            self.rijen,
            peildatum=self.peildatum,
            periodes=self.bereik,
            periode_van=self.periode_van,
            waarom_niet=lambda pk: waarom.get(pk, ""),
        )
        personen = Statushouder.objects.in_bulk([rij.persoon for rij, _ in gevonden if rij.persoon])
        alle = [self._verschil(rij, reden, personen) for rij, reden in gevonden]
        return sorted(
            alle, key=lambda rij: (rij.wij or rij.coa or date.max, rij.coa or date.max, rij.naam, rij.vnummer)
        )

    def in_periode(self, periode: str) -> list[Coaverschil]:
        """Of those who make the difference, who counts in this period for one of both."""
        return [
            rij
            for rij in self.verschillen
            if any(dag and self.periode_van(dag) == periode for dag in (rij.wij, rij.coa))
        ]

    def _vraagt_reden(self, rij: Naastelkaar) -> bool:
        return coa.telt_bij_coa(rij, self.peildatum) and not coa.telt_bij_ons(rij, self.peildatum)

    def _verschil(self, rij: Naastelkaar, reden: str, personen: dict[int, Statushouder]) -> Coaverschil:
        persoon = personen.get(rij.persoon) if rij.persoon else None
        regel = self._regels.get(rij.regel or 0, {})
        return Coaverschil(
            persoon=persoon,
            vnummer=regel.get("vnummer") or (persoon.vnummer if persoon else None) or "",
            achternaam=persoon.achternaam if persoon else regel["achternaam"],
            voornamen=persoon.voornamen if persoon else regel["voornamen"],
            wij=rij.wij,
            coa=rij.coa,
            reden=reden,
        )


def verschilrijen(peiling: Peiling) -> Iterator[list[Any]]:
    """The difference as a table, to send to COA."""
    for rij in Vergelijking(peiling.peildatum, peiling.gebruiker).verschillen:
        yield [rij.dossier, rij.vnummer, rij.achternaam, rij.voornamen, rij.wij, rij.coa, rij.reden]


def verschilsleutels(peiling: Peiling) -> list[UUID]:
    """The keys of the persons in that table, for the read log."""
    verschillen = Vergelijking(peiling.peildatum, peiling.gebruiker).verschillen
    return [rij.persoon.sleutel for rij in verschillen if rij.persoon]


def als_json(verschil: Coaverschil) -> dict[str, str | None]:
    """A row of `verschil_coa`: without names, and for who has no dossier without a number."""
    return {
        "dossier": verschil.dossier,
        "gemeente": verschil.wij.isoformat() if verschil.wij else None,
        "coa": verschil.coa.isoformat() if verschil.coa else None,
        "reden": verschil.reden,
    }
