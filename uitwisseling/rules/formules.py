"""Text that a spreadsheet would run as a formula, made harmless on the way out and restored on the way in."""

from __future__ import annotations

import re

# What starts a formula, also after blanks that a program may trim away: the signs, their wide forms, and
# control characters by which a cell can be split. Apostrophes before it are ours, or belong to the text.
_BEGIN = r"'*[\s\u200b\ufeff]*[=+\-@＝＋－＠]|'*[ \u00a0]*[\t\r\n]"
_GEVAARLIJK = re.compile(_BEGIN)
_ONSCHADELIJK = re.compile(rf"'(?:{_BEGIN})")


def maak_onschadelijk(tekst: str) -> str:
    """The text as it may stand in a cell: with an apostrophe before what would run as a formula.

    Text that looks as if it were made harmless before gets one more, so that `maak_weer_echt` always
    gives the very text back. Source: OWASP, CSV Injection.
    """
    return f"'{tekst}" if _GEVAARLIJK.match(tekst) else tekst


def maak_weer_echt(tekst: str) -> str:
    """The text that `maak_onschadelijk` was given; any other text (such as 's-Gravenhage) stays as it is."""
    return tekst[1:] if _ONSCHADELIJK.match(tekst) else tekst
