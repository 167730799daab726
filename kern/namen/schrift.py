"""From any script to the words of a name in Latin letters.

`anyascii` turns Ge'ez, Cyrillic, Armenian and the rest into Latin letters. Before it come the few letters
that it drops or melts together and by which names differ: the alif and ayn that begin an Arabic name, the
Turkish letters that sound otherwise than they look, the Cyrillic letter that is g in one language and h in
another. After it come the words: articles fall away (al-Masri, Elmasri, ar-Rashid), and what belongs
together is made one (Abd al-Hadi, Abdulhadi).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

# Marks a word whose short vowels are not written, as in Arabic and Persian, or of which the shortest is not
# (Ge'ez has no letter for it).
ZONDER_KLINKERS, ZONDER_I = MERKEN = "~^"
# Letters of our own, which `kern.namen.klank` reads: soft g, Cyrillic ge, a vowel that may be any, and the
# Persian h at the end that is said as a vowel.
ZACHTE_G, GE, EEN_KLINKER, STOMME_H = "1", "2", "3", "4"

# A mark between two letters of Ge'ez that are no pair in Latin: the s and the h of Fisseha.
LOS = "5"
_LOSSE_H = re.compile(r"[ስሥ](?=[ሀ-ሆሐ-ሖኀ-ኆ])")

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("şŞșȘ", "sh"),
        **dict.fromkeys("çÇč", "tsj"),
        **dict.fromkeys("ğĞ", ZACHTE_G),
        **dict.fromkeys("гГ", GE),
        **dict.fromkeys("ьЬъЪʼ", ""),
        **dict.fromkeys("عأإٱ", EEN_KLINKER),
        "آ": "a",
        "ا": "a",
        "ى": "a",
        "ة": "a",
        "ء": "",
        "ئ": "y",
        "ؤ": "w",
        "ض": "dh",
        "ظ": "dh",
        "ـ": "",
        "\u200c": "",
    }
)
_ARABISCH = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_ETHIOPISCH = re.compile(r"[\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f]")
_ALLAH_ARABISCH = "الل" + STOMME_H
_LIDWOORD_ARABISCH = re.compile(r"^ال(?=...)")
_ABD_ARABISCH = re.compile(r"^عبد\s?(?:ال)?(?=..)")
_ABD_LOS = re.compile(r"(?<!\S)عبد\s+(?=\S)")
_EDDIN_ARABISCH = re.compile(r"(?<=\S\S)ال(?=دين(?!\S))")
_CIJFERS = re.compile(r"[0-9]+")
_GEEN_LETTER = re.compile(r"[^a-z0-9]+")
_WEG = re.compile(r"['`’‘ʿʾ]")

_LIDWOORDEN = frozenset({"al", "el", "ul", "il", "l"})
# Before a "sun letter" the article takes its sound: ar-Rashid, ash-Sharif, ud-Din.
_ZONLIDWOORD = re.compile(r"^[aeiu](?P<klank>sh|ch|sj|[rsndtz])$")
_TUSSEN = frozenset(
    {"bin", "ben", "ibn", "bint", "binti", "bent", "oglu", "ogly", "kizi", "qizi", "kyzy", "wa"}
    | {"van", "von", "de", "der", "den", "het", "ten", "ter"}
)
_ABD = re.compile(r"^abd(?:[aeuo]|ou|oe)?[lrsnzdt]?$")
_ABD_VAST = re.compile(r"^abd(?P<klinker>ou|oe|[aeiou])?(?P<rest>.{3,})$")
_ABDULLAH = re.compile(r"^abd(?:[aeiou]|ou|oe)?l{1,2}[aoe]{0,2}h?i?$")
_ALLAH = frozenset({"allah", "alla", "ullah", "ollah", "ellah", "illah", "lah", "llah", "ilah"}) | {
    f"{ZONDER_KLINKERS}{deel}{STOMME_H}" for deel in ("all", "ll", "l")
}
_VAST_LIDWOORD = re.compile(
    r"^(?:[ae]l(?=[bcdfghjkmnpqrstvwxz])|[ae](?P<zon>[rsndtz])(?=(?P=zon))|[ae]l(?=[aeou].{4}))(?P<rest>.{4,})$"
)
_EDDIN = re.compile(r"(?<=..)[aeu]l(?=d{1,2}(?:i|ee|ie|ij)ne?$)")
# Short forms that the rules of sound cannot reach.
_ANDERS = {
    **dict.fromkeys(("mehmet", "mehmed"), "muhammet"),
    **dict.fromkeys(("cismaan", "cusmaan"), "osman"),
    **dict.fromkeys(("mohd", "muh", "mhd"), "mohammed"),
}


@dataclass(frozen=True, slots=True)
class Woord:
    """One word of a name in Latin letters, with what else it can be and how much that says (0 to 1)."""

    tekst: str
    vormen: tuple[tuple[str, float], ...]

    @property
    def letters(self) -> str:
        """Without the marks of this module: what can be compared letter by letter."""
        return self.tekst.strip(MERKEN)


@lru_cache(maxsize=8192)
def latijn(tekst: str) -> str:
    """The text in lower case Latin letters and figures, one space between words; Arabic without its vowels."""
    gewoon = _LOSSE_H.sub(rf"\g<0>{LOS}", unicodedata.normalize("NFC", tekst)).translate(_LETTERS)
    kaal = _GEEN_LETTER.sub(" ", _WEG.sub("", anyascii(gewoon).lower()))
    return " ".join(kaal.replace(f"{EEN_KLINKER}a", "a").replace(f"{EEN_KLINKER}y", "i").split())


def schriften(tekst: str) -> frozenset[str]:
    """The scripts of the letters, by the first word of their Unicode name: LATIN, ARABIC, ETHIOPIC, CYRILLIC."""
    if tekst.isascii():
        return frozenset({"LATIN"} if any(teken.isalpha() for teken in tekst) else ())
    return frozenset(unicodedata.name(teken, "?").split()[0] for teken in tekst if teken.isalpha())


@lru_cache(maxsize=8192)
def woorden(tekst: str) -> tuple[Woord, ...]:
    """The words of a name, or of a part of it, without articles; "abd" is one word with what follows it.

    A name that is an article only ("El") keeps it.
    """
    samen = _EDDIN_ARABISCH.sub("", _ABD_LOS.sub("عبد", _CIJFERS.sub("", tekst)))
    ruw = [deel for stuk in samen.replace("-", " ").split() for deel in _ruw(stuk)]
    zonder = list(_zonder_lidwoorden(ruw))
    return tuple(_woord(deel) for deel in _met_abd(zonder or ruw))


def _ruw(stuk: str) -> list[str]:
    """Latin words of what stood between two spaces, marked where the script leaves vowels out."""
    if _ETHIOPISCH.search(stuk):
        return [ZONDER_I + deel for deel in latijn(stuk).split()]
    if not _ARABISCH.search(stuk):
        return latijn(stuk).split()
    if stuk.endswith("ه"):
        stuk = stuk[:-1] + STOMME_H
    if stuk == _ALLAH_ARABISCH:
        return [f"{ZONDER_KLINKERS}all{STOMME_H}"]
    abd = _ABD_ARABISCH.match(stuk)
    if abd:
        return ["abdul", ZONDER_KLINKERS + latijn(stuk[abd.end() :]).replace(" ", "")]
    lidwoord = _LIDWOORD_ARABISCH.sub("", stuk)
    met = [f"{ZONDER_KLINKERS}{latijn(stuk).replace(' ', '')}"] if stuk != lidwoord else []
    zonder = f"{ZONDER_KLINKERS}{latijn(lidwoord).replace(' ', '')}"
    return [f"{zonder}|{met[0]}"] if met else [zonder]


def _zonder_lidwoorden(ruw: list[str]) -> Iterator[str]:
    for plaats, deel in enumerate(ruw):
        volgende = ruw[plaats + 1].lstrip(MERKEN) if plaats + 1 < len(ruw) else ""
        zon = _ZONLIDWOORD.match(deel)
        is_lidwoord = deel in _LIDWOORDEN or deel in _TUSSEN or (zon and volgende.startswith(zon["klank"]))
        if not (is_lidwoord and (volgende or plaats)):
            yield deel


def _met_abd(ruw: list[str]) -> Iterator[str]:
    delen = iter(ruw)
    for deel in delen:
        if not _ABD.match(deel.lstrip(MERKEN)):
            yield deel
            continue
        volgende = next(delen, None)
        yield "abd" if volgende is None else f"abd+{volgende.partition('|')[0]}"


@lru_cache(maxsize=8192)
def _woord(deel: str) -> Woord:
    """The word with its forms: with and without an article that was written to it, or "abd"."""
    if "+" in deel:
        return _abd_woord(deel.partition("+")[2])
    tekst, _, met = deel.partition("|")
    if met:
        return Woord(tekst, ((tekst, 1.0), (met, 1.0)))
    tekst = _ANDERS.get(tekst, tekst)
    if _ABDULLAH.match(tekst):
        return Woord("abdulah", (("abdulah", 1.0),))
    rest = _na_abd(tekst)
    if rest:
        return _abd_woord(rest)
    kaal = _EDDIN.sub("", tekst)
    vast = _VAST_LIDWOORD.match(kaal)
    andere = [*([vast["rest"]] if vast else []), *_somalisch(kaal)]
    vormen = dict.fromkeys([kaal, *(vorm for ander in andere for vorm, _ in _woord(ander).vormen)], 1.0)
    return Woord(kaal, tuple(vormen.items()))


def _na_abd(tekst: str) -> str:
    """What follows "abd" and its article in one word: abdulhadi, abderrahim, abdirahman; empty for others."""
    abd = _ABD_VAST.match(tekst)
    if not abd:
        return ""
    klinker, rest = abd["klinker"], abd["rest"]
    if klinker and (rest[0] == "l" or rest[0] == rest[1]):
        return rest[1:] if len(rest) > 3 else ""
    return rest if klinker in {None, "i"} else ""


def _abd_woord(rest: str) -> Woord:
    """Servant of the ...: one name with "abd"; also known without it, which says less."""
    if rest in _ALLAH:
        return Woord("abdulah", (("abdulah", 1.0),))
    merk = rest[0] if rest[0] in MERKEN else ""
    heel = f"{merk}abdu{rest.lstrip(MERKEN)}"
    return Woord(heel, ((heel, 1.0), (rest, 0.85)))


def _somalisch(tekst: str) -> list[str]:
    """Somali writes c for the ayn and x for the strong h: Cali is Ali, Xasan is Hassan; elsewhere x is ks."""
    vormen = []
    if "x" in tekst:
        vormen.append(tekst.replace("x", "ks"))
    if re.search(r"(?:^|[aeiou])c(?=[aeiou]|$|d)", tekst):
        vormen.append(re.sub(r"c(?=[aeioud]|$)", "", tekst))
    return vormen
