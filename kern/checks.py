"""System checks: a wrong declaration is found at start, with an id and a hint."""

from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.checks import register as registreer_check

from kern.register import Register, register


def verwijzingsfouten(van: Register) -> list[CheckMessage]:
    """References to key figures that no domain registers, unless marked `mits_aanwezig` (kern.E001)."""
    return [
        Error(
            f"Domein {domein.code} verwijst naar kerncijfer {verwijzing.code}, dat niet bestaat.",
            hint="Registreer het kerncijfer, of zet mits_aanwezig=True bij de verwijzing.",
            id="kern.E001",
        )
        for domein in van
        for verwijzing in domein.verwijzingen
        if not verwijzing.mits_aanwezig and van.kerncijfer(verwijzing.code) is None
    ]


@registreer_check()
def controleer_verwijzingen(**_kwargs: Any) -> list[CheckMessage]:
    """The check that Django runs: the references in the project's own register."""
    return verwijzingsfouten(register)
