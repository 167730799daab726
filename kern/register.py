"""Where the domains meet. One register for the project; a test can make a fresh one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from kern.contract import Domein, Hoofdstuk, Kerncijfer

Bijwerker = Callable[[Iterable[Any]], None]


class Register:
    """The registered domains by code, in the order of registration."""

    def __init__(self) -> None:
        self._domeinen: dict[str, Domein] = {}
        self._bijwerker: Bijwerker | None = None

    def registreer(self, domein: Domein) -> None:
        """Add a domain. ImproperlyConfigured when its code, or a code of a figure, is taken."""
        if domein.code in self._domeinen:
            raise ImproperlyConfigured(f"Domein {domein.code} is al geregistreerd.")
        bekend = {cijfer.code for cijfer in self.kerncijfers()}
        for cijfer in domein.kerncijfers:
            if cijfer.code in bekend:
                raise ImproperlyConfigured(f"Kerncijfer {cijfer.code} is al geregistreerd.")
            bekend.add(cijfer.code)
        self._domeinen[domein.code] = domein

    def __getitem__(self, code: str) -> Domein:
        return self._domeinen[code]

    def __contains__(self, code: str) -> bool:
        return code in self._domeinen

    def __iter__(self) -> Iterator[Domein]:
        return iter(self._domeinen.values())

    def kerncijfers(self) -> list[Kerncijfer]:
        """All key figures, in the order of the domains."""
        return [cijfer for domein in self for cijfer in domein.kerncijfers]

    def kerncijfer(self, code: str) -> Kerncijfer | None:
        """The key figure with this code, None when no domain registers it (yet)."""
        return next((cijfer for cijfer in self.kerncijfers() if cijfer.code == code), None)

    def hoofdstukken(self, rapport: str) -> list[Hoofdstuk]:
        """The chapters of a kind of report, in their order."""
        alle = (domein.hoofdstuk for domein in self)
        return sorted(
            (deel for deel in alle if deel and rapport in deel.rapporten),
            key=lambda deel: deel.volgorde,
        )

    def vul_bijwerker(self, bijwerker: Bijwerker) -> None:
        """Fill the slot that `werk_bij` calls; `termijnen` does so when it starts."""
        self._bijwerker = bijwerker

    def werk_bij(self, dossiers: Iterable[Any]) -> None:
        """Called by every action, inside its transaction, with the dossiers that it touched."""
        if self._bijwerker:
            self._bijwerker(dossiers)


register = Register()
