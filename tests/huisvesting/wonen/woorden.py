"""What stands on a page, without its line ends."""

from typing import Any


def tekst(antwoord: Any) -> str:
    """The text of an answer with single spaces."""
    return " ".join(antwoord.content.decode().split())
