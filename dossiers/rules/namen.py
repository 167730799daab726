"""Are two names of one person? Words beside each other by sound, in any order, written together or apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from kern.namen import Woord, klinkt_als, latijn, schriften, woorden
from kern.namen.sleutels import skeletten

VOOR, ACHTER = "voor", "achter"
# From here on two words are taken for spellings of one name.
ZELFDE_WOORD = 0.78
_VERWISSELD = 0.88
_PER_WOORD_OVER = 0.04


@dataclass(frozen=True, slots=True)
class Deel:
    """A word of a name, or two neighbours as one; `bits` says which words, `rol` which part they are of."""

    bits: int
    woord: Woord
    rol: str


@dataclass(frozen=True, slots=True)
class Naam:
    """A name in its words, given names first."""

    delen: tuple[Deel, ...]
    aantal: int

    @property
    def alle(self) -> int:
        """The bits of all words."""
        return (1 << self.aantal) - 1

    @property
    def eerste_voornaam(self) -> int:
        """The bit of the first given name; 0 where all stands in the family name."""
        return 1 if self.delen and self.delen[0].rol == VOOR else 0


@dataclass(frozen=True, slots=True)
class Naamoordeel:
    """How two names match: from 0 to 1, the least alike given name, and what was left over of each.

    `zelfde`: they can be one name. That is not so where both have a word that the other lacks, or where
    the given name of one is not among the given names of the other (a son named after his father).
    """

    score: float
    voornaam: float
    over_een: int
    over_ander: int
    omgekeerd: bool
    zelfde: bool


GEEN = Naamoordeel(0.0, 0.0, 0, 0, omgekeerd=False, zelfde=False)


@lru_cache(maxsize=65536)
def naam(achternaam: str, voorvoegsel: str, voornamen: str) -> Naam:
    """The words of a name with the part that they stand in."""
    voor, achter = woorden(voornamen), woorden(f"{voorvoegsel} {achternaam}".strip())
    delen = [*_delen(voor, VOOR, 0), *_delen(achter, ACHTER, len(voor))]
    return Naam(tuple(delen), len(voor) + len(achter))


def _delen(rij: Sequence[Woord], rol: str, vanaf: int) -> list[Deel]:
    los = [Deel(1 << (vanaf + plaats), woord, rol) for plaats, woord in enumerate(rij)]
    samen = [
        Deel(3 << (vanaf + plaats), _samen(rij[plaats], rij[plaats + 1]), rol)
        for plaats in range(len(rij) - 1)
    ]
    return [*los, *samen]


def _samen(een: Woord, ander: Woord) -> Woord:
    tekst = een.tekst + ander.letters
    return Woord(tekst, ((tekst, 1.0),))


@lru_cache(maxsize=262144)
def woordgelijkenis(een: Woord, ander: Woord) -> float:
    """How much two words are spellings of one name, from 0 to 1; the best of their forms."""
    if een.tekst == ander.tekst:
        return 1.0
    beste = _verschreven(een.tekst, ander.tekst)
    for vorm, deel in een.vormen:
        for andere_vorm, ander_deel in ander.vormen:
            gewicht = deel * ander_deel if deel != ander_deel else deel
            if gewicht > beste and _vergelijkbaar(vorm, andere_vorm):
                beste = max(beste, gewicht * klinkt_als(vorm, andere_vorm))
    return beste


def _vergelijkbaar(een: str, ander: str) -> bool:
    """Worth the comparison by sound: a key in common, or most letters."""
    if not set(skeletten(een)).isdisjoint(skeletten(ander)):
        return True
    return Levenshtein.normalized_similarity(een, ander, score_cutoff=0.5) > 0


def _verschreven(een: str, ander: str) -> float:
    """Two neighbouring letters changed places in a word of five letters or more."""
    if min(len(een), len(ander)) < 5 or len(een) != len(ander):
        return 0.0
    return _VERWISSELD if OSA.distance(een, ander) == 1 < Levenshtein.distance(een, ander) else 0.0


@lru_cache(maxsize=65536)
def vergelijk_namen(een: Naam, ander: Naam) -> Naamoordeel:
    """Match the words of two names, the best first, each word once."""
    paren = _paren(een, ander)
    gebruikt_een = gebruikt_ander = 0
    gekozen: list[tuple[float, Deel, Deel]] = []
    for gelijk, deel, tegen in paren:
        if not (deel.bits & gebruikt_een or tegen.bits & gebruikt_ander):
            gebruikt_een |= deel.bits
            gebruikt_ander |= tegen.bits
            gekozen.append((gelijk, deel, tegen))
    if not gekozen:
        return GEEN
    over_een, over_ander = een.alle & ~gebruikt_een, ander.alle & ~gebruikt_ander
    return _oordeel(een, ander, gekozen, (over_een, over_ander))


def _paren(een: Naam, ander: Naam) -> list[tuple[float, Deel, Deel]]:
    """All words that can be one name; those in the same part first where they are equally alike."""
    gevonden = []
    for deel in een.delen:
        for tegen in ander.delen:
            gelijk = woordgelijkenis(deel.woord, tegen.woord)
            if gelijk >= ZELFDE_WOORD:
                samen = (deel.bits.bit_count() + tegen.bits.bit_count()) * 0.02
                plek = 0.005 if deel.rol == tegen.rol else 0.0
                gevonden.append((gelijk + samen + plek, gelijk, deel, tegen))
    gevonden.sort(key=lambda rij: rij[0], reverse=True)
    return [(gelijk, deel, tegen) for _, gelijk, deel, tegen in gevonden]


def _oordeel(
    een: Naam, ander: Naam, gekozen: Sequence[tuple[float, Deel, Deel]], over: tuple[int, int]
) -> Naamoordeel:
    over_een, over_ander = (bits.bit_count() for bits in over)
    gewicht = sum(len(deel.woord.letters) for _, deel, _ in gekozen)
    gemiddeld = sum(gelijk * len(deel.woord.letters) for gelijk, deel, _ in gekozen) / gewicht
    laagste = min(gelijk for gelijk, _, _ in gekozen)
    omgekeerd = any(deel.rol != tegen.rol for _, deel, tegen in gekozen)
    voornamen = [gelijk for gelijk, deel, tegen in gekozen if deel.rol == tegen.rol == VOOR]
    score = max(0.0, (gemiddeld + laagste) / 2 - _PER_WOORD_OVER * (over_een + over_ander))
    zelfde = not (over_een and over_ander) and (
        not (over_een or over_ander) or (len(gekozen) > 1 and _voornaam_past(een, ander, gekozen))
    )
    return Naamoordeel(
        score, min(voornamen, default=score), over_een, over_ander, omgekeerd=omgekeerd, zelfde=zelfde
    )


def _voornaam_past(een: Naam, ander: Naam, gekozen: Sequence[tuple[float, Deel, Deel]]) -> bool:
    """The first given name of each is matched, and not by a family name of the other."""
    van_een = [(deel, deel.rol == tegen.rol) for _, deel, tegen in gekozen]
    van_ander = [(tegen, deel.rol == tegen.rol) for _, deel, tegen in gekozen]
    beide = een.eerste_voornaam and ander.eerste_voornaam
    for eigen, delen in ((een, van_een), (ander, van_ander)):
        bit = eigen.eerste_voornaam
        zelfde_plek = next((plek for deel, plek in delen if deel.bits & bit), None)
        if bit and (zelfde_plek is None or (beide and not zelfde_plek)):
            return False
    return True


def zelfde_letters(een: str, ander: str) -> bool:
    """Equal but for capitals, accents, hyphens and spaces."""
    return latijn(een).replace(" ", "") == latijn(ander).replace(" ", "") and schriften(een) == schriften(
        ander
    )
