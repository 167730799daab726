"""Find persons by what somebody types: a name in any spelling or script, a number, or words that a domain knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet

from dossiers.models import Statushouder
from dossiers.models.persoon import StatushouderQuerySet
from dossiers.models.zoeksleutels import telefooncijfers
from dossiers.rijrechten.zoeken import Woordklanken, met_gelijkende_letters, met_klanken, met_letters
from dossiers.rules.namen import naam
from dossiers.rules.zoekvraag import (
    GELIJK,
    NUMMER,
    Zoekscore,
    Zoekvraag,
    getypte_naam,
    lees_zoekvraag,
    te_tonen,
    zoekscore,
)
from kern.contract import Gebruiker, Zoekbron
from kern.leeftijd import Geboortedatum
from kern.namen import latijn, woorden, woordsleutels
from kern.register import register
from kern.velden import blinde_index
from toegang.rules import INZIEN, VERWEZEN, Bereik, bereik, mag

# Rows that one question takes from the database to be compared in Python. The equal ones come first, by a
# question of their own, so that they are among them however common the name is.
_MEESTE_KANDIDATEN = 600
_NAAMVELDEN = ("pk", "achternaam", "voorvoegsel", "voornamen", "geboren_vroegst", "geboren_laatst")
Naamrij = tuple[int, str, str, str, object, object]


@dataclass(frozen=True)
class Resultaat:
    """A person who was found: how sure (0 to 1), why (`rules.zoekvraag.WAAROM`), and by what in words."""

    persoon: Statushouder
    score: float
    waarom: str
    door: str = ""


@dataclass(frozen=True)
class _Vondst:
    pk: int
    score: float
    waarom: str
    door: str
    plaats: str = ""


def zoekbronnen(gebruiker: Gebruiker | None) -> list[Zoekbron]:
    """Other words to find somebody by, from the domains that this user may read; None: the municipality.

    Who reads a domain in some dossiers only finds by its words only those.
    """
    bronnen = [(domein.code, bron) for domein in register for bron in domein.zoekbronnen]
    if gebruiker is None:
        return [bron for _code, bron in bronnen]
    if bereik(gebruiker) == Bereik.VERWEZEN:
        return [
            replace(bron, zoek=partial(_waar_leesbaar, bron, code, gebruiker))
            for code, bron in bronnen
            if mag(gebruiker, code, VERWEZEN)
        ]
    return [bron for code, bron in bronnen if mag(gebruiker, code, INZIEN)]


def _waar_leesbaar(bron: Zoekbron, domein: str, gebruiker: Gebruiker, tekst: str) -> QuerySet[Any, Any]:
    gevonden = bron.zoek(tekst)
    if gevonden.query.is_empty():  # a name is no postcode: then the conditions need not be built either
        return gevonden
    leesbaar = Statushouder.objects.met_inzage(gebruiker, domein)
    return leesbaar.filter(pk__in=gevonden).order_by().values("pk")


def zoek(
    tekst: str,
    *,
    rijen: StatushouderQuerySet,
    limiet: int,
    bronnen: Iterable[Zoekbron] = (),
    op_bsn: bool = True,
    op_vnummer: bool = True,
) -> list[Resultaat]:
    """Persons among `rijen` (limited to what may be seen) who answer what was typed, best first.

    Without `op_bsn` a BSN finds nobody, without `op_vnummer` a V-nummer: who may not see one is not told
    whose it is either (G1).

    A fixed number of queries for any number of results. Nothing for an empty text.
    """
    vraag = lees_zoekvraag(tekst)
    if not op_bsn:
        vraag = replace(vraag, bsn="")
    if not op_vnummer:
        vraag = replace(vraag, vnummer="")
    vondsten: dict[int, _Vondst] = {}
    for vondst in _vondsten(vraag, rijen, bronnen):
        eerder = vondsten.get(vondst.pk)
        if eerder is None or vondst.score > eerder.score:
            vondsten[vondst.pk] = vondst
    beste = max((vondst.score for vondst in vondsten.values()), default=0.0)
    goed = [vondst for vondst in vondsten.values() if te_tonen(vondst.score, beste)]
    goed.sort(key=lambda vondst: (-vondst.score, vondst.plaats, vondst.pk))
    personen = rijen.in_bulk([vondst.pk for vondst in goed[:limiet]])
    return [
        Resultaat(personen[vondst.pk], vondst.score, vondst.waarom, vondst.door)
        for vondst in goed[:limiet]
        if vondst.pk in personen
    ]


def _vondsten(
    vraag: Zoekvraag, rijen: StatushouderQuerySet, bronnen: Iterable[Zoekbron]
) -> Iterator[_Vondst]:
    if vraag.is_nummer:
        yield from _op_nummer(vraag, rijen)
    if vraag.naam:
        yield from _op_naam(vraag, rijen)
    if vraag.tekst:
        for bron in bronnen:
            gevonden = rijen.filter(pk__in=bron.zoek(vraag.tekst)).order_by().values_list("pk", "sorteernaam")
            for pk, plaats in gevonden[:_MEESTE_KANDIDATEN]:
                yield _Vondst(pk, 1.0, GELIJK, bron.label, plaats)


def _op_nummer(vraag: Zoekvraag, rijen: StatushouderQuerySet) -> Iterator[_Vondst]:
    """By what a number can be: each is looked up exactly, a dossier number also by its beginning."""
    zoeken = []
    if vraag.dossier:
        heel = not vraag.dossier.endswith("-")
        zoeken.append(("dossiernummer", Q(**{"nummer" if heel else "nummer__startswith": vraag.dossier})))
    if vraag.bsn:
        zoeken.append(("BSN", Q(bsn_index=blinde_index(vraag.bsn))))
    if vraag.vnummer:
        zoeken.append(("V-nummer", Q(vnummer=vraag.vnummer)))
    if vraag.telefoon:
        zoeken.append(("telefoon", Q(cijfers=vraag.telefoon) & ~Q(telefoon="")))
    met_cijfers = rijen.alias(cijfers=telefooncijfers())
    for door, voorwaarde in zoeken:
        gevonden = met_cijfers.filter(voorwaarde).order_by().values_list("pk", "nummer")
        for pk, nummer in gevonden[:_MEESTE_KANDIDATEN]:
            yield _Vondst(pk, 1.0, NUMMER, door, nummer)


def _op_naam(vraag: Zoekvraag, rijen: StatushouderQuerySet) -> Iterator[_Vondst]:
    getypt = getypte_naam(vraag.naam)
    if vraag.geboren:
        rijen = rijen.filter(_geboren_kan(vraag.geboren))
    gezien: set[int] = set()
    for rij in _kandidaten(vraag.naam, rijen):
        pk, achternaam, voorvoegsel, voornamen, vroegst, _laatst = rij
        if pk in gezien:
            continue
        gezien.add(pk)
        heel = " ".join(deel for deel in (voornamen, voorvoegsel, achternaam) if deel)
        score = zoekscore(vraag.naam, getypt, heel, naam(achternaam, voorvoegsel, voornamen))
        if score:
            score = _met_geboren(score, vraag.geboren, vroegst)
            yield _Vondst(pk, score.score, score.waarom, "naam", f"{achternaam} {voornamen}")


def _geboren_kan(geboren: Geboortedatum) -> Q:
    """Born in that year, month or on that day as far as is known, or of an unknown day."""
    return Q(geboren_vroegst=None) | Q(
        geboren_vroegst__lte=geboren.laatst, geboren_laatst__gte=geboren.vroegst
    )


def _met_geboren(score: Zoekscore, geboren: Geboortedatum | None, vroegst: object) -> Zoekscore:
    """Who has no birth date stands below who has the one that was typed."""
    return score if geboren is None or vroegst else replace(score, score=round(score.score - 0.1, 3))


def _kandidaten(tekst: str, rijen: StatushouderQuerySet) -> Iterator[Naamrij]:
    """Rows to compare: with these letters, with these sounds, and only where there are none, alike in letters."""
    rijen = rijen.order_by()
    gevonden = 0
    for deel in (met_letters(rijen, _letters(tekst)), met_klanken(rijen, _klanken(tekst))):
        for rij in deel.values_list(*_NAAMVELDEN)[:_MEESTE_KANDIDATEN]:
            gevonden += 1
            yield rij
    if not gevonden:
        gelijkend = met_gelijkende_letters(rijen, latijn(tekst).split())
        yield from gelijkend.values_list(*_NAAMVELDEN)[:_MEESTE_KANDIDATEN]


def _letters(tekst: str) -> list[str]:
    """The typed words that count, as they are stored for sorting; the articles do not."""
    los = tekst.replace("-", " ").split()
    return [woord for woord in los if len(woord) > 2 and woorden(woord)] or los


def _klanken(tekst: str) -> list[Woordklanken]:
    """Each word by its sound; or two neighbours written as one; or, of three and more, all but one."""
    los: list[Sequence[str]] = [sorted(sleutels) for sleutels in woordsleutels(tekst)]
    keuzes: list[Woordklanken] = [los]
    rij = [woord.letters for woord in woorden(tekst)]
    for plaats in range(len(rij) - 1):
        samen = sorted(woordsleutels(rij[plaats] + rij[plaats + 1])[0])
        keuzes.append([*los[:plaats], samen, *los[plaats + 2 :]])
    if len(los) >= 3:
        keuzes += [[*los[:plaats], *los[plaats + 1 :]] for plaats in range(len(los))]
    return keuzes
