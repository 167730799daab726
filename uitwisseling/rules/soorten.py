"""Which kinds of file come in, and from whom."""

from __future__ import annotations

from kern.contract import Domein, Gebruiker, Importsoort
from kern.register import register
from toegang.rules import mag

# Up to this size a file is read while the user waits, above it by a task: some 2,000 rows.
METEEN_LEZEN = 400_000  # bytes
METEEN_OPSLAAN = 2_000  # rows


def zoek_soort(code: str) -> tuple[Domein, Importsoort] | None:
    """The kind with this code and its domain; None when no domain reads it."""
    return next(((domein, soort) for domein, soort in register.importen() if soort.soort == code), None)


def soorten_van(gebruiker: Gebruiker) -> list[Importsoort]:
    """The kinds that this user may read in, in the order of the domains; none for who reads in no files at all."""
    if not mag(gebruiker, "uitwisseling", "wijzigen"):
        return []
    return [soort for domein, soort in register.importen() if mag(gebruiker, domein.code, soort.recht)]
