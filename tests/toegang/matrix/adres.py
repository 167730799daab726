"""What is expected of an address, and many of them with the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Adres:
    """`recht` is a key of ROLLEN, `soort` one of `objecten.SOORTEN`; `get` and `post` are statuses."""

    recht: str
    soort: str
    get: int
    post: int


def adressen_met(recht: str, soort: str, get: int, post: int, *namen: str) -> dict[str, Adres]:
    """The same for each of these names."""
    return {naam: Adres(recht, soort, get, post) for naam in namen}
