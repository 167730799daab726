"""System checks: a wrong declaration is found at start, with an id and a hint."""

from collections.abc import Callable
from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.checks import register as registreer_check

from kern.contract import Verwijzing
from kern.register import Register, register


def verwijzingsfouten(van: Register) -> list[CheckMessage]:
    """References to figures and facts that no domain registers, unless marked `mits_aanwezig` (kern.E001)."""
    return [
        Error(
            f"Domein {domein.code} verwijst naar {verwijzing.soort} {verwijzing.code}, dat niet bestaat.",
            hint=f"Registreer het {verwijzing.soort}, of zet mits_aanwezig=True bij de verwijzing.",
            id="kern.E001",
        )
        for domein in van
        for verwijzing in domein.verwijzingen
        if not verwijzing.mits_aanwezig and not _bestaat(van, verwijzing)
    ]


def _bestaat(van: Register, verwijzing: Verwijzing) -> bool:
    zoek: dict[str, Callable[[str], object]] = {"kerncijfer": van.kerncijfer, "feit": van.feit}
    return zoek[verwijzing.soort](verwijzing.code) is not None


@registreer_check()
def controleer_verwijzingen(**_kwargs: Any) -> list[CheckMessage]:
    """The check that Django runs: the references in the project's own register."""
    return verwijzingsfouten(register)
