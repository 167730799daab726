"""The V-nummer of the IND as text (rule N2)."""

import re


def vnummer_genormaliseerd(tekst: str) -> str:
    """The ten digits, without spaces, points and dashes. ValueError when there are not ten digits."""
    if len(tekst) == 10 and tekst.isascii() and tekst.isdigit():
        return tekst
    cijfers = re.sub(r"[\s.-]", "", tekst)
    if not re.fullmatch(r"[0-9]{10}", cijfers):
        raise ValueError("Een V-nummer heeft 10 cijfers.")
    return cijfers
