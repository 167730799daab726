"""What somebody typed in the search box: a number, a date, a name; and how well a name answers it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from dossiers.rules.namen import Deel, Naam, woordgelijkenis
from kern.bsn import bsn_geldig
from kern.leeftijd import Geboortedatum
from kern.namen import latijn, schriften, woorden

GELIJK, SPELLING, KLANK, SCHRIFT, NUMMER = WAAROM = ("gelijk", "spelling", "klank", "schrift", "nummer")

_DOSSIER = re.compile(
    r"^d[ -]?(?P<jaar>\d\d)(?:[ -]?(?P<nummer>\d{1,6}))?$|^(?P<los>\d\d)-(?P<volg>\d{1,6})$", re.I
)
_TELEFOON = re.compile(r"^\+?[\d\s().-]{9,20}$")
_JAAR = re.compile(r"^(?:19|20)\d\d$")
_DATUM = re.compile(r"^\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d$|^\d{1,2}-(?:19|20)\d\d$")
# A word must be a spelling of one of the name; the beginning of one will do from three letters on.
_BEGIN, _BEGIN_VANAF = 0.9, 3
_NOG_TE_TONEN = 0.8
_BIJ_EEN_GEMIST = 0.9
_NIET_GELIJK = 0.98  # another spelling stands below the same one
_MINSTE_SCORE = 0.74
_ONDER_DE_BESTE = 0.17
_ZELFDE_LETTERS = 75


@dataclass(frozen=True)
class Zoekvraag:
    """What was typed, taken apart. Numbers are those that the whole text is."""

    tekst: str
    naam: str
    geboren: Geboortedatum | None = None
    dossier: str = ""
    bsn: str = ""
    vnummer: str = ""
    telefoon: str = ""

    @property
    def is_nummer(self) -> bool:
        return bool(self.dossier or self.bsn or self.vnummer or self.telefoon)


def lees_zoekvraag(tekst: str) -> Zoekvraag:
    """Take apart what was typed: a dossier number (in part), BSN, V-number or telephone; else name and birth."""
    tekst = " ".join(tekst.split())
    cijfers = re.sub(r"\D", "", tekst)
    dossier = _DOSSIER.match(tekst)
    los = re.fullmatch(r"[\d .-]+", tekst) is not None
    vnummer = cijfers if los and len(cijfers) == 10 else ""
    bsn = cijfers if los and len(cijfers) in {8, 9} and bsn_geldig(cijfers) else ""
    telefoon = cijfers[-9:] if _TELEFOON.match(tekst) and len(cijfers) >= 9 and not dossier else ""
    if dossier or bsn or vnummer or telefoon:
        return Zoekvraag(
            tekst, "", dossier=_dossiernummer(dossier), bsn=bsn, vnummer=vnummer, telefoon=telefoon
        )
    geboren, naamdelen = None, []
    for deel in tekst.split():
        if geboren is None and (_JAAR.match(deel) or _DATUM.match(deel)) and (gelezen := _geboren(deel)):
            geboren = gelezen
        else:
            naamdelen.append(deel)
    return Zoekvraag(tekst, " ".join(naamdelen), geboren=geboren if naamdelen else None)


def bevat_geheim_nummer(tekst: str) -> bool:
    """Is there a BSN or V-number in the text, or what looks like one? Those may not stand in a command."""
    rij = re.findall(r"\d(?:[ .]?\d)*", tekst)
    cijfers = [re.sub(r"\D", "", stuk) for stuk in rij]
    if tekst.strip().startswith("+"):
        return False
    return any(
        (len(stuk) == 10 and not stuk.startswith("0"))
        or len(stuk) == 9
        or (len(stuk) == 8 and bsn_geldig(stuk))
        for stuk in cijfers
    )


def _dossiernummer(gevonden: re.Match[str] | None) -> str:
    """The number as it is stored, or its beginning: D-17-0042, D-17-."""
    if gevonden is None:
        return ""
    jaar, volg = gevonden["jaar"] or gevonden["los"], gevonden["nummer"] or gevonden["volg"]
    return f"D-{jaar}-{int(volg):04d}" if volg else f"D-{jaar}-"


def _geboren(deel: str) -> Geboortedatum | None:
    try:
        return Geboortedatum.lees(deel)
    except ValueError:
        return None


@dataclass(frozen=True)
class Zoekscore:
    """How well a name answers what was typed, from 0 to 1, and why it does (one of WAAROM)."""

    score: float
    waarom: str


def getypte_naam(tekst: str) -> Naam:
    """The words of a typed name, of which nobody knows the parts."""
    rij = woorden(tekst)
    delen = [Deel(1 << plaats, woord, "") for plaats, woord in enumerate(rij)]
    delen += [
        Deel(3 << plaats, woorden(een.letters + ander.letters)[0], "")
        for plaats, (een, ander) in enumerate(pairwise(rij))
    ]
    return Naam(tuple(delen), len(rij))


def zoekscore(tekst: str, getypt: Naam, heel: str, naam: Naam) -> Zoekscore | None:
    """How the name `heel`, in its words `naam`, answers the typed `tekst`, in its words; None where it does not.

    Each typed word must be found. Of three or more one may be missing.
    """
    paren = sorted(
        (
            (gelijk + 0.02 * (deel.bits.bit_count() + tegen.bits.bit_count()), gelijk, deel, tegen)
            for deel in getypt.delen
            for tegen in naam.delen
            if (gelijk := _woordscore(deel, tegen))
        ),
        key=lambda rij: rij[0],
        reverse=True,
    )
    bezet_hier = bezet_daar = 0
    gekozen: list[tuple[float, Deel, Deel]] = []
    for _, gelijk, deel, tegen in paren:
        if not (deel.bits & bezet_hier or tegen.bits & bezet_daar):
            bezet_hier |= deel.bits
            bezet_daar |= tegen.bits
            gekozen.append((gelijk, deel, tegen))
    gemist = (getypt.alle & ~bezet_hier).bit_count()
    if not gekozen or gemist > (1 if getypt.aantal >= 3 else 0):
        return None
    if gemist and min(gelijk for gelijk, _, _ in gekozen) < _BIJ_EEN_GEMIST:
        return None
    over = (naam.alle & ~bezet_daar).bit_count()
    score = sum(gelijk for gelijk, _, _ in gekozen) / len(gekozen) - 0.12 * gemist - 0.01 * over
    waarom = _waarom(tekst, heel, gekozen, gemist)
    return Zoekscore(round(score if waarom == GELIJK else min(score, _NIET_GELIJK), 3), waarom)


def _woordscore(getypt: Deel, deel: Deel) -> float:
    """How much a typed word is a word of the name; 0 where it is not."""
    gelijk = woordgelijkenis(getypt.woord, deel.woord)
    letters, ander = getypt.woord.letters, deel.woord.letters
    if gelijk < _BEGIN and len(letters) >= _BEGIN_VANAF and ander.startswith(letters):
        gelijk = _BEGIN
    return gelijk if gelijk >= _NOG_TE_TONEN else 0.0


def _waarom(tekst: str, heel: str, gekozen: list[tuple[float, Deel, Deel]], gemist: int) -> str:
    if schriften(tekst) != schriften(heel):
        return SCHRIFT
    getypt = set(latijn(tekst).split())
    if not gemist and getypt <= set(latijn(heel).split()):
        return GELIJK
    if not gemist and all(_begin_van(deel, tegen) for _, deel, tegen in gekozen):
        return GELIJK
    alle_letters = all(
        fuzz.ratio(deel.woord.letters, tegen.woord.letters) >= _ZELFDE_LETTERS for _, deel, tegen in gekozen
    )
    return SPELLING if alle_letters else KLANK


def _begin_van(getypt: Deel, deel: Deel) -> bool:
    """One typed word with which one word of the name begins."""
    los = getypt.bits.bit_count() == deel.bits.bit_count() == 1
    return los and deel.woord.letters.startswith(getypt.woord.letters)


def te_tonen(score: float, beste: float) -> bool:
    """Is a result with this score shown, where the best has `beste`? Nothing that differs by a lot."""
    return score >= _MINSTE_SCORE and score >= beste - _ONDER_DE_BESTE
