"""Our count beside COA's list, at a peildatum: the numbers by period, and the persons that make the difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from dossiers.models import Statushouder
from huisvesting import rules
from huisvesting.figures.telling import oordelen
from huisvesting.models import CoaRegel, Periode, Telling
from huisvesting.rules import coa
from huisvesting.rules.coa import Naastelkaar
from huisvesting.rules.telling import Oordeel
from kern.contract import Gebruiker, Peiling

KOLOMMEN = ("dossier", "vnummer", "achternaam", "voornamen", "gemeente", "coa", "reden")


@dataclass(frozen=True, kw_only=True)
class Coaverschil:
    """A person that makes the difference: the days on which we and COA count them, and why they differ.

    Without a dossier (`persoon` None) what COA's list says of who it is. `dagen` are those on which the
    counts differ: of who was taken over also the day from which we no longer count them.
    """

    persoon: Statushouder | None
    vnummer: str
    achternaam: str
    voornamen: str
    wij: date | None
    coa: date | None
    reden: str
    dagen: frozenset[date]

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
    """COA's list beside our count at the end of `peildatum`.

    The numbers are of everybody, as those of the ledger; the persons those whom `gebruiker` may see (None: all).
    """

    def __init__(self, peildatum: date, gebruiker: Gebruiker | None = None) -> None:
        self.peildatum, self.gebruiker = peildatum, gebruiker

    @cached_property
    def heeft_lijst(self) -> bool:
        """Was a list of COA read in?"""
        return bool(self._regels)

    @cached_property
    def _regels(self) -> dict[int, dict[str, Any]]:
        # Of who is on the list twice the row that counts is first, and the other one the double.
        regels = CoaRegel.objects.order_by("-op_lijst", F("gehuisvest_op").asc(nulls_last=True), "vnummer")
        wie = Coalesce(F("statushouder__samengevoegd_met"), F("statushouder"))
        velden = ("pk", "vnummer", "achternaam", "voornamen", "gehuisvest_op", "op_lijst")
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
    def _tellingen(self) -> dict[int, dict[int, Telling]]:
        """By person: the plus and the minus row."""
        dagen = [rij["gehuisvest_op"] for rij in self._regels.values() if rij["gehuisvest_op"]]
        op_lijst = Q(statushouder__in=[rij["persoon"] for rij in self._regels.values() if rij["persoon"]])
        tijd = Q(telt_op__range=(self._begin(min(dagen)), self._eind(max(dagen)))) if dagen else Q()
        rijen = Telling.objects.actueel().filter(op_lijst | tijd | Q(waarde=-1)).order_by()
        tellingen: dict[int, dict[int, Telling]] = {}
        for telling in rijen.only("statushouder_id", "waarde", "telt_op", "reden", "regel"):
            tellingen.setdefault(telling.statushouder_id, {})[telling.waarde] = telling
        return tellingen

    def _dagen(self, persoon: int | None) -> dict[int, date]:
        """From which day the plus and the minus row of this person count."""
        return {waarde: rij.telt_op for waarde, rij in self._tellingen.get(persoon or 0, {}).items()}

    @cached_property
    def rijen(self) -> list[Naastelkaar]:
        """Everybody who is or was on the list or counts here; nobody without a list."""
        if not self.heeft_lijst:
            return []
        gezien: set[int] = set()
        rijen = []
        for pk, regel in self._regels.items():
            persoon, op_lijst = regel["persoon"], regel["op_lijst"]
            if not op_lijst and (persoon is None or persoon in gezien):
                continue
            dagen = self._dagen(persoon)
            rijen.append(
                Naastelkaar(
                    persoon=persoon,
                    regel=pk,
                    wij=dagen.get(1),
                    coa=regel["gehuisvest_op"] if op_lijst else None,
                    afgehaald=dagen.get(-1),
                    dubbel=persoon in gezien,
                    stond_op=None if op_lijst else regel["gehuisvest_op"],
                )
            )
            gezien |= {persoon} - {None}
        rijen += (
            Naastelkaar(persoon=persoon, regel=None, wij=dagen[1], coa=None, afgehaald=dagen.get(-1))
            for persoon in self._tellingen
            if persoon not in gezien and 1 in (dagen := self._dagen(persoon))
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
        waarom = self._waarom_niet()
        gevonden = coa.verschillen(
            self.rijen,
            peildatum=self.peildatum,
            periodes=self.bereik,
            periode_van=self.periode_van,
            waarom_niet=lambda pk: waarom.get(pk, ""),
        )
        personen = self._zichtbaar().in_bulk([rij.persoon for rij, _ in gevonden if rij.persoon])
        alle = [
            self._verschil(rij, reden, personen)
            for rij, reden in gevonden
            if rij.persoon is None or rij.persoon in personen
        ]
        return sorted(
            alle, key=lambda rij: (rij.wij or rij.coa or date.max, rij.coa or date.max, rij.naam, rij.vnummer)
        )

    def _zichtbaar(self) -> QuerySet[Statushouder]:
        if self.gebruiker:
            return Statushouder.objects.met_inzage(self.gebruiker, "huisvesting")
        return Statushouder.objects.all()

    def _waarom_niet(self) -> dict[int, str]:
        """Why those whom only COA counts do not count here: by the judgement, or by who took them over."""
        alleen_daar = [rij for rij in self.rijen if rij.persoon and self._vraagt_reden(rij)]
        overgenomen = {
            rij.persoon: self._tellingen[rij.persoon][-1]
            for rij in alleen_daar
            if rij.persoon and coa.afgehaald(rij, self.peildatum)
        }
        rest = [rij.persoon for rij in alleen_daar if rij.persoon and rij.persoon not in overgenomen]
        redenen: dict[int, Oordeel | Telling] = {**oordelen(rest), **overgenomen}
        return {pk: f"{waarom.reden} ({waarom.regel})" for pk, waarom in redenen.items()}

    def in_periode(self, periode: str) -> list[Coaverschil]:
        """Of those who make the difference, whose counts differ in this period."""
        return [rij for rij in self.verschillen if any(self.periode_van(dag) == periode for dag in rij.dagen)]

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
            dagen=frozenset(coa.verschildagen(rij, self.peildatum)),
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
