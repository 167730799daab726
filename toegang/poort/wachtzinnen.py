"""Which passphrases are refused besides the short ones: those that a stranger tries first.

No rule about capitals, digits or marks: they make a passphrase hard to remember, not hard to guess. What counts
is what is left when all that can be guessed is taken away: common words, the municipality and the product,
the user's own name and address, digits and marks.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Final

from anyascii import anyascii
from django.core.exceptions import ValidationError

MINSTE_EIGEN_LETTERS: Final = 6
MINSTE_SOORTEN: Final = 5  # different characters
_TEKST: Final = """
    welkom wachtwoord wachtzin geheim geheime password passphrase passwort passord admin administrator
    beheerder gebruiker login inloggen toegang hallo hello dag goedemorgen letmein iloveyou ikhouvanjou
    ikhouvan houvan jou monkey dragon master sunshine princess qwerty qwertyuiop azerty asdfgh asdfghjkl zxcvbn
    zxcvbnm abcdef abcdefghijklmnopqrstuvwxyz test tester testen proef tijdelijk nieuw begin start voorbeeld
    changeme default secret wassenaar wassenaarse gemeente gemeentewassenaar integratie wassenaarintegratie
    statushouder statushouders inburgering inburgeren vluchteling vluchtelingen vluchtelingenwerk asiel
    leidschendam voorburg voorschoten denhaag haag nederland holland oranje amsterdam rotterdam utrecht ajax
    feyenoord psv voetbal januari februari maart april mei juni juli augustus september oktober november
    december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lente zomer herfst winter voorjaar
    najaar kerst vakantie zonnetje schatje liefje moppie poepie knuffel konijn hond poes kat paard mama papa
    oma opa een twee drie vier vijf zes zeven acht negen tien nul op bij in de het van voor mijn onze ons ik
    ben is en
"""
# Longest first, so that "wachtwoord" is not left as "woord".
WOORDEN: Final = tuple(sorted(_TEKST.split(), key=len, reverse=True))
_LEET: Final = str.maketrans("0134578@$!|+", "oleastbasiit")
_LETTERS: Final = re.compile(r"[^a-z]+")
_FOUT: Final = "Deze wachtzin is te gemakkelijk te raden. Kies een zin die alleen u bedenkt."


class BekendeWoorden:
    """Password validator, named in the settings. ValidationError with code `wachtzin_te_bekend`."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse a passphrase of which too little is the user's own."""
        if (
            len(set(password.lower())) < MINSTE_SOORTEN
            or _herhaalt(password.lower())
            or _loopt_op(password)
            or eigen_letters(password, van_gebruiker(user)) < MINSTE_EIGEN_LETTERS
        ):
            raise ValidationError(_FOUT, code="wachtzin_te_bekend")

    def get_help_text(self) -> str:
        """For Django's own forms."""
        return _FOUT


def eigen_letters(wachtzin: str, bekend: tuple[str, ...] = ()) -> int:
    """How many letters are left when all common words and those in `bekend` are taken away.

    Read in both ways: with digits and marks for the letters that they look like, and without them. The
    fewer count.
    """
    kaal = anyascii(wachtzin).lower()
    return min(_over(kaal, bekend), _over(kaal.translate(_LEET), bekend))


def van_gebruiker(gebruiker: Any) -> tuple[str, ...]:
    """The words of a user's name, address and organisation; empty without a user."""
    if gebruiker is None:
        return ()
    organisatie = getattr(gebruiker, "organisatie", None)
    tekst = f"{getattr(gebruiker, 'naam', '')} {getattr(gebruiker, 'email', '')} {organisatie or ''}"
    woorden = _LETTERS.split(anyascii(tekst).lower())
    return tuple(sorted({woord for woord in woorden if len(woord) > 2}, key=len, reverse=True))


def _over(kaal: str, bekend: tuple[str, ...]) -> int:
    """Words that stand apart go as a whole; the long common ones also inside another word."""
    lang = tuple(woord for woord in WOORDEN if len(woord) > 4)
    rest = 0
    for woord in _LETTERS.split(kaal):
        if woord in WOORDEN or woord in bekend:
            continue
        over = woord
        for weg in (*bekend, *lang):
            over = over.replace(weg, " ")
        stukken = [stuk for stuk in over.split() if stuk not in WOORDEN]
        rest += sum(map(len, stukken))
    return rest


def _herhaalt(tekst: str) -> bool:
    """The same piece again and again, such as `duinduinduinduin`."""
    return any(tekst[stap:] == tekst[:-stap] for stap in range(1, len(tekst) // 2 + 1))


def _loopt_op(tekst: str) -> bool:
    """Most characters follow the one before, such as 12345678 or abcdefgh."""
    stappen = [abs(ord(na) - ord(voor)) == 1 for voor, na in pairwise(tekst)]
    return sum(stappen) > len(stappen) * 0.7
