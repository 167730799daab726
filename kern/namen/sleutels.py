"""Keys under which a name is found: the skeleton of its sounds, for each word and for neighbours together.

A key is what Soundex and its kin make, with branches as in Daitch-Mokotoff: where letters can stand for
several sounds the word gets a key for each. Vowels fall away but for one at the start, and sounds that
languages take for each other are one letter. Two spellings of a name share a key; that two words share one
says only that they are worth comparing (`kern.namen.klank`).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, product
from zlib import crc32

from kern.namen.klank import KLINKERS, klanken
from kern.namen.schrift import Woord, woorden

_MEESTE_TAKKEN = 8
_LANGSTE = 12
_MEESTE_PAREN = 48
_ONGEWOON = {
    "z": "ST", "D": "TS", "T": "TS", "J": "J", "Z": "JS", "X": "HK", "k": "K", "g": "K", "G": "K", "q": "K",
    "s": "S", "S": "S", "C": "S", "b": "B", "p": "B", "t": "T", "d": "T", "f": "F", "v": "W", "W": "W",
    "H": "H", "Y": "Y", "1": "-", "m": "M", "n": "N", "l": "L", "r": "R",
}  # fmt: skip
_HALF = frozenset("YWv1")


@lru_cache(maxsize=8192)
def skeletten(tekst: str) -> tuple[str, ...]:
    """The keys of one spelled word, at most eight."""
    rij = klanken(tekst)
    takken = [
        (*_letters(klank, plaats, len(rij)), *_slavisch(rij, plaats)) for plaats, klank in enumerate(rij)
    ]
    sleutels: dict[str, None] = {}
    for keuze in product(*takken):
        sleutels["".join(keuze)[:_LANGSTE] or "-"] = None
        if len(sleutels) == _MEESTE_TAKKEN:
            break
    return tuple(sleutels)


def _letters(klank: str, plaats: int, lengte: int) -> tuple[str, ...]:
    """What this sound adds to a key, each possibility once; nothing for a vowel that is not the first."""
    if klank[0] in KLINKERS:
        return ("A",) if plaats == 0 else ("",)
    uit: dict[str, None] = {}
    for deel in klank:
        if deel in _HALF and plaats > 0:
            if deel in "Wv":
                uit["W"] = None
            uit[""] = None
        elif deel in KLINKERS:
            uit[""] = None
        else:
            uit.update(dict.fromkeys(_ONGEWOON[deel].strip("-") or "K"))
        if deel == "H" and plaats == lengte - 1:
            uit[""] = None
    return tuple(uit)


def _slavisch(rij: tuple[str, ...], plaats: int) -> tuple[str, ...]:
    """What is g or a bare e in Russian is h or ye in Ukrainian: Sergej and Serhiy, Jevgenia and Evgenia."""
    voor, na = rij[plaats - 1] if plaats else "", rij[plaats + 1] if plaats + 1 < len(rij) else ""
    if rij[plaats] == "H" and (voor in {"r", "l", "v"} or na == "r"):
        return ("K",)
    return ("A",) if not voor and rij[plaats][-1] == "Y" and na == "e" else ()


@lru_cache(maxsize=8192)
def _van_woord(woord: Woord) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sleutel for vorm, _ in woord.vormen for sleutel in skeletten(vorm)))


def woordsleutels(tekst: str) -> list[frozenset[str]]:
    """For each word of what was typed the keys that a name with this word has."""
    return [frozenset(_van_woord(woord)) for woord in woorden(tekst)]


@lru_cache(maxsize=8192)
def _delen(deel: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Keys of the words of one part of a name, and of neighbours written as one: (words as bits, keys)."""
    rij = woorden(deel)
    los = [(1 << plaats, _van_woord(woord)) for plaats, woord in enumerate(rij)]
    samen = [
        (3 << plaats, skeletten(rij[plaats].tekst + rij[plaats + 1].letters))
        for plaats in range(len(rij) - 1)
    ]
    return (*los, *samen)


def stukken(achternaam: str, voorvoegsel: str, voornamen: str) -> list[tuple[int, tuple[str, ...]]]:
    """The words of a whole name and its neighbours written as one: (which words, as bits; their keys)."""
    voor = _delen(voornamen)
    schuif = len(woorden(voornamen))
    achter = _delen(f"{voorvoegsel} {achternaam}" if voorvoegsel else achternaam)
    return [*voor, *((bits << schuif, sleutels) for bits, sleutels in achter)]


def paren(achternaam: str, voorvoegsel: str, voornamen: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Two and two, the words (or neighbours as one) that stand in a name; a name of one word with itself."""
    rij = stukken(achternaam, voorvoegsel, voornamen)
    los = [(een[1], ander[1]) for een, ander in combinations(rij, 2) if not een[0] & ander[0]]
    return los[:_MEESTE_PAREN] or [(deel, deel) for _, deel in rij]


def sleutels(achternaam: str, voorvoegsel: str, voornamen: str) -> list[str]:
    """The keys of a whole name, sorted; which part is the family name makes no difference.

    Quick for whole files: each part of a name is worked out once.
    """
    return sorted({sleutel for _, deel in stukken(achternaam, voorvoegsel, voornamen) for sleutel in deel})


def paarsleutels(achternaam: str, voorvoegsel: str, voornamen: str, jaar: int | None) -> list[int]:
    """What is kept of somebody, to compare whole files: a number for each pair of words of the name.

    Twice: not negative with the year of birth (or "not known"), negative for any year, which counts only where
    one of two rows has no birth date. Of 32 bits.
    """
    basis = _paarbasis(achternaam, voorvoegsel, voornamen)
    van_jaar = _jaar(jaar)
    return [*(crc32(van_jaar, getal) >> 1 for getal in basis), *(-(getal >> 1) - 1 for getal in basis)]


def _jaar(jaar: int | None) -> bytes:
    return f"@{jaar or '?'}".encode()


@lru_cache(maxsize=8192)
def _paarbasis(achternaam: str, voorvoegsel: str, voornamen: str) -> tuple[int, ...]:
    uit: dict[int, None] = {}
    for een, ander in paren(achternaam, voorvoegsel, voornamen):
        for x in een:
            for y in ander:
                tekst = f"{x}+{y}" if x <= y else f"{y}+{x}"
                uit[crc32(tekst.encode())] = None
        if len(uit) > _MEESTE_PAREN:
            break
    return tuple(uit)
