"""No person in a log line or an address: looked at in every test, whatever it tests.

Known by the names that the factories give, by those that a test names itself, and every number that can be a
BSN. Lines are read as the product writes them (`kern.logboek`).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote_plus

from kern.bsn import bsn_geldig
from kern.logboek import ZonderPersonen

NAMEN = ("Haddad", "Rima")
_NEGEN = re.compile(r"(?<![0-9a-fA-F-])\d{9}(?![0-9a-fA-F-])")
# Loggers that hand nothing on to the one above them.
APARTE = ("django.server",)


class Lek(AssertionError):
    """Something of a person where it does not belong."""


def personen_in(tekst: str, namen: tuple[str, ...] = NAMEN) -> list[str]:
    """Names and possible BSNs in this text; the numbers masked, so that the report of a test holds none."""
    gevonden = [naam for naam in namen if naam.lower() in tekst.lower()]
    return gevonden + [f"BSN …{getal[-2:]}" for getal in _NEGEN.findall(tekst) if bsn_geldig(getal)]


def personen_in_adres(adres: str, namen: tuple[str, ...] = NAMEN) -> list[str]:
    """The same of an address with its query; a telephone number and a mail address may be one's own."""
    if adres.startswith(("mailto:", "tel:")):
        return []
    return personen_in(unquote_plus(adres), namen)


class Luisteraar(logging.Handler):
    """Keeps every line as it would be written."""

    def __init__(self) -> None:
        super().__init__(level=logging.NOTSET)
        self.setFormatter(ZonderPersonen())
        self.regels: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.regels.append(self.format(record))


@contextmanager
def geluisterd(*loggers: logging.Logger) -> Iterator[Luisteraar]:
    """All that these loggers, or else all of them, write meanwhile."""
    luisteraar = Luisteraar()
    bij = loggers or (logging.getLogger(), *map(logging.getLogger, APARTE))
    for logger in bij:
        logger.addHandler(luisteraar)
    try:
        yield luisteraar
    finally:
        for logger in bij:
            logger.removeHandler(luisteraar)


@contextmanager
def geen_personen_in_logregels(*loggers: logging.Logger) -> Iterator[None]:
    """Lek when a line that is written meanwhile names a person."""
    with geluisterd(*loggers) as luisteraar:
        yield
    if fout := [regel[:160] for regel in luisteraar.regels if personen_in(regel)]:
        raise Lek("Een persoon in een logregel:\n" + "\n".join(fout))
