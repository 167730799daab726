"""How alike two words of names sound: a weighted edit distance over sounds.

The method is that of Editex (Zobel and Dart, 1996): edit distance in which letters of one sound group cost
little, here with the groups of the languages that our names come from and are written in. A letter group can
stand for several sounds, as in Beider-Morse and Daitch-Mokotoff: "ch" is that of Chaled, of Cherif and of
Chingiz. Vowels weigh less than consonants, yet enough to keep Hassan from Hussein and Jamal from Jamil.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kern.namen.schrift import EEN_KLINKER, GE, MERKEN, STOMME_H, ZACHTE_G, ZONDER_I, ZONDER_KLINKERS

# Letter groups, longest first, with the sounds that they can stand for. S: sh, C: tsh, J: dzh and zh,
# X: kh, G: gh, T: th, D: dh, H: h, Y and W: half vowels, 1: a g that may be silent.
GROEPEN: dict[str, str] = {
    **dict.fromkeys(("schtsch", "sjtsj", "shtsh", "shch"), "SC"),
    **dict.fromkeys(("tsch", "tsj", "tch", "tsh", "ttsj"), "C"),
    **dict.fromkeys(("dsch", "dzj", "dzh", "dsj", "ddj", "dj"), "J"),
    **dict.fromkeys(("sch", "ssh", "sh", "sj"), "S"),
    **dict.fromkeys(("zh", "zj"), "JZ"),
    **dict.fromkeys(("ch", "cch"), "CSXk"),
    **dict.fromkeys(("kh", "kkh"), "XHk"),
    "gh": "Ggq",
    "ph": "f",
    "th": "Tts",
    "dh": "Ddz",
    **dict.fromkeys(("ts", "tz"), "szC"),
    **dict.fromkeys(("ck", "cq", "kk"), "k"),
    "j": "JY",
    "y": "Y",
    "w": "W",
    "v": "v",
    "c": "kJC",
    "x": "HX",
    "q": "qk",
    "g": "gG",
    "h": "H",
    GE: "gH",
    ZACHTE_G: "1g",
    **{letter: letter for letter in "bpdtkfszmnlr"},
    **dict.fromkeys(("oe", "ou", "oo", "uu", "u"), "u"),
    **dict.fromkeys(("ee", "ie", "ii", "i"), "i"),
    **dict.fromkeys(("aa", "a"), "a"),
    "e": "e",
    "o": "o",
    EEN_KLINKER: "aeiou",
    STOMME_H: "Hae",
}
_KNIP = re.compile("|".join(sorted(GROEPEN, key=len, reverse=True)))
_VERDUBBELD = re.compile(r"([b-df-hj-np-tv-z])\1+")
KLINKERS = frozenset("aeiou")

# What two sounds cost that are taken for each other; not named: 0 for the same, 1 for others.
_PAREN: dict[float, str] = {
    0.0: "kq gG qG HX vw vW JZ Tt Ts Dd Dz Yi ou",
    0.1: "gq ae ei TD",
    0.15: "td Wu Wo Ye",
    0.2: "bp",
    0.25: "sz fv DT",
    0.3: "SC sS Xk zJ zZ kg kG",
    0.4: "CJ Hg XG bv zS SJ",
    0.5: "ao eo eu Ya dz",
    0.7: "mn",
    0.8: "ai au iu io",
}
_KOSTEN = {frozenset(paar): prijs for prijs, rij in reversed(_PAREN.items()) for paar in rij.split()}
# What a sound costs that only one of the two has.
_WEG = {"H": 0.45, "X": 0.7, "Y": 0.25, "W": 0.4, "v": 0.8, "1": 0.15} | {
    "a": 0.35,
    "e": 0.15,
    "i": 0.45,
    "o": 0.4,
    "u": 0.4,
}
_AAN_HET_EIND = {"a": 0.8, "i": 0.7, "Y": 0.5, "e": 0.2, "o": 0.5, "u": 0.5, "H": 0.1}
_GEWICHT = {"H": 0.7, "Y": 0.5, "W": 0.5, "1": 0.3, "a": 0.4, "e": 0.4, "i": 0.4, "o": 0.4, "u": 0.4}
_MOEDERLETTERS = frozenset("YWa")


@lru_cache(maxsize=8192)
def klanken(tekst: str) -> tuple[str, ...]:
    """The sounds of a word, each as the letters of `GROEPEN` that it can be."""
    kaal = tekst.lstrip(MERKEN)
    if not tekst.startswith(ZONDER_KLINKERS):
        kaal = _VERDUBBELD.sub(r"\1", kaal)
    gevonden = [GROEPEN[stuk] for stuk in _KNIP.findall(_begin(kaal))]
    uit: list[str] = []
    for plaats, klank in enumerate(gevonden):
        zacht = klank == "kJC" and plaats + 1 < len(gevonden) and gevonden[plaats + 1] in {"e", "i"}
        uit.append("sJC" if zacht else klank)
        if klank == "SC":
            uit[-1:] = ["S"]
    return tuple(uit)


def _begin(tekst: str) -> str:
    """A half vowel at the start however it is written: Iusuf, Ioulia, Oualid."""
    tekst = re.sub(r"^i(?=[aeou])", "y", tekst)
    return re.sub(r"^(?:ou|oe|u)(?=[aei])", "w", tekst)


@lru_cache(maxsize=16384)
def klinkt_als(een: str, ander: str) -> float:
    """How alike two words sound, from 0 to 1; 1 where only the spelling differs."""
    if een == ander:
        return 1.0
    a, b = klanken(een), klanken(ander)
    heel = max(_gewicht(een), _gewicht(ander))
    if not heel:
        return 0.0
    return max(0.0, 1 - _afstand(a, b, _ongeschreven(een), _ongeschreven(ander)) / heel)


def _ongeschreven(tekst: str) -> str:
    """The short vowels that the script of a word leaves out: all in Arabic, e and i in Ge'ez."""
    return {ZONDER_KLINKERS: "aeiou", ZONDER_I: "ei"}.get(tekst[:1], "")


def _afstand(a: tuple[str, ...], b: tuple[str, ...], weg_uit_a: str, weg_uit_b: str) -> float:
    """The cheapest way from one row of sounds to the other; `weg_uit`: vowels that this side does not write."""
    weg_a = [_prijs_weg(a, plaats, eigen=weg_uit_a, ander=weg_uit_b) for plaats in range(len(a))]
    weg_b = [_prijs_weg(b, plaats, eigen=weg_uit_b, ander=weg_uit_a) for plaats in range(len(b))]
    vorige = [0.0]
    for prijs in weg_b:
        vorige.append(vorige[-1] + prijs)
    for klank_a, prijs_a in zip(a, weg_a, strict=True):
        rij = [vorige[0] + prijs_a]
        for plaats, (klank_b, prijs_b) in enumerate(zip(b, weg_b, strict=True)):
            ruil = vorige[plaats] + _prijs_ruil(klank_a, klank_b)
            rij.append(min(ruil, vorige[plaats + 1] + prijs_a, rij[plaats] + prijs_b))
        vorige = rij
    return vorige[-1]


def _prijs_weg(klanken: tuple[str, ...], plaats: int, *, eigen: str, ander: str) -> float:
    """What it costs that the other side lacks this sound; `eigen` and `ander`: the vowels that are not written.

    Where short vowels are not written, a vowel that is written is long and counts.
    """
    klank = klanken[plaats]
    if plaats == len(klanken) - 1 and klank[0] in _AAN_HET_EIND:
        return _AAN_HET_EIND[klank[0]]
    if "a" in eigen and klank[0] in _MOEDERLETTERS:
        return 0.6
    naast_klinker = plaats > 0 and klanken[plaats - 1][0] in KLINKERS
    if klank[0] in ander:
        return 0.5 if naast_klinker else 0.04
    prijs = min(_WEG.get(deel, 1.0) for deel in klank)
    return prijs + 0.15 if plaats == 0 or (naast_klinker and klank[0] in KLINKERS) else prijs


@lru_cache(maxsize=4096)
def _prijs_ruil(een: str, ander: str) -> float:
    if een == ander:
        return 0.0
    return min(0.0 if x == y else _KOSTEN.get(frozenset((x, y)), 1.0) for x in een for y in ander)


@lru_cache(maxsize=8192)
def _gewicht(tekst: str) -> float:
    return sum(_GEWICHT.get(klank[0], 1.0) for klank in klanken(tekst))
