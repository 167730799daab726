"""Which tables go out, and to whom."""

from __future__ import annotations

from kern.contract import Domein, Exporttabel, Gebruiker
from kern.register import register
from toegang.rules import mag


def zoek_export(soort: str) -> tuple[Domein, Exporttabel] | None:
    """The table of this kind with its domain; None when no domain gives it out."""
    return next(((domein, tabel) for domein, tabel in register.exporten() if tabel.soort == soort), None)


def mag_export(gebruiker: Gebruiker | None, domein: Domein, tabel: Exporttabel) -> bool:
    """May who asks have this table? None is the municipality as a whole. Its rows may still say no."""
    return gebruiker is None or tabel.recht is None or mag(gebruiker, domein.code, tabel.recht)
