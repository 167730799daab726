"""Where the domains meet. One register for the project; a test can make a fresh one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from kern.contract import (
    Domein,
    Exporttabel,
    Feit,
    Hoofdstuk,
    Importsoort,
    Invariant,
    Kerncijfer,
    Peiling,
    Steun,
    Termijnregel,
    Verwerking,
    Zoekbron,
)

Bijwerker = Callable[[Iterable[Any]], None]
Onderwerpbijwerker = Callable[[str], None]
# the dossiers that wait within `Register.in_een_keer`, by key
_wachtend: ContextVar[dict[Any, Any] | None] = ContextVar("_wachtend", default=None)

# What is known by a code over all domains: the word for it, the part of a Domein, and where its code stands.
_MET_CODE = (
    ("Kerncijfer", "kerncijfers", "code"),
    ("Feit", "feiten", "code"),
    ("Termijnregel", "termijnregels", "code"),
    ("Controle", "controles", "code"),
    ("Zoekbron", "zoekbronnen", "code"),
    ("Export", "exporten", "soort"),
    ("Importsoort", "importen", "soort"),
    ("Verwerking", "verwerkingen", "code"),
)


class Register:
    """The registered domains by code, in the order of registration."""

    def __init__(self) -> None:
        self._domeinen: dict[str, Domein] = {}
        self._bijwerker: Bijwerker | None = None
        self._onderwerpbijwerker: Onderwerpbijwerker | None = None

    def registreer(self, domein: Domein) -> None:
        """Add a domain. ImproperlyConfigured when its code, or a code of one of its parts, is taken.

        Parts with a code are figures, facts, deadlines, controls, ways to search, exports, imports and what
        data of people are kept for; two of different kinds may share one (the export and the import `personen`).
        """
        if domein.code in self._domeinen:
            raise ImproperlyConfigured(f"Domein {domein.code} is al geregistreerd.")
        for woord, deel, sleutel in _MET_CODE:
            bekend = {getattr(iets, sleutel) for iets in self._delen(deel)}
            for iets in getattr(domein, deel):
                code = getattr(iets, sleutel)
                if code in bekend:
                    raise ImproperlyConfigured(f"{woord} {code} is al geregistreerd.")
                bekend.add(code)
        self._domeinen[domein.code] = domein

    def __getitem__(self, code: str) -> Domein:
        return self._domeinen[code]

    def __contains__(self, code: str) -> bool:
        return code in self._domeinen

    def __iter__(self) -> Iterator[Domein]:
        return iter(self._domeinen.values())

    def _delen(self, deel: str) -> list[Any]:
        """One part of all domains, in their order."""
        return [iets for domein in self for iets in getattr(domein, deel)]

    def kerncijfers(self) -> list[Kerncijfer]:
        """All key figures, in the order of the domains."""
        return self._delen("kerncijfers")

    def kerncijfer(self, code: str) -> Kerncijfer | None:
        """The key figure with this code, None when no domain registers it (yet)."""
        return next((cijfer for cijfer in self.kerncijfers() if cijfer.code == code), None)

    def feiten(self) -> list[Feit]:
        """All kinds of dated facts, in the order of the domains."""
        return self._delen("feiten")

    def feit(self, code: str) -> Feit | None:
        """The kind of fact with this code, None when no domain registers it (yet)."""
        return next((feit for feit in self.feiten() if feit.code == code), None)

    def termijnregels(self) -> list[tuple[Domein, Termijnregel]]:
        """All deadlines, each with its domain, in which the right to see it is asked."""
        return [(domein, regel) for domein in self for regel in domein.termijnregels]

    def controles(self) -> list[Invariant]:
        """All invariants, in the order of the domains."""
        return self._delen("controles")

    def steunen(self, op: str) -> list[Steun]:
        """What cannot do without rows of the table with this label, in the order of the domains."""
        return [steun for steun in self._delen("steunen") if steun.op == op]

    def zoekbronnen(self) -> list[Zoekbron]:
        """All other words by which persons are found, in the order of the domains."""
        return self._delen("zoekbronnen")

    def exporten(self) -> list[tuple[Domein, Exporttabel]]:
        """All tables that go out, each with its domain, in which `recht` is asked."""
        return [(domein, export) for domein in self for export in domein.exporten]

    def importen(self) -> list[tuple[Domein, Importsoort]]:
        """All kinds of files that come in, each with its domain, in which `recht` is asked."""
        return [(domein, soort) for domein in self for soort in domein.importen]

    def verwerkingen(self) -> list[tuple[Domein, Verwerking]]:
        """All that data of people are kept for, each with its domain, in which its `recht` is asked."""
        return [(domein, verwerking) for domein in self for verwerking in domein.verwerkingen]

    def hoofdstukken(self, rapport: str) -> list[Hoofdstuk]:
        """The chapters of a kind of report, in their order."""
        alle = (domein.hoofdstuk for domein in self)
        return sorted(
            (deel for deel in alle if deel and rapport in deel.rapporten),
            key=lambda deel: deel.volgorde,
        )

    def document(self, naam: str) -> tuple[Domein, Callable[[Peiling], dict[str, Any]]] | None:
        """The JSON document of this name and whose it is, in which the right to it is asked; None for no such."""
        for domein in self:
            document = domein.hoofdstuk.document if domein.hoofdstuk else None
            if document and document[0] == naam:
                return domein, document[1]
        return None

    def vul_bijwerker(
        self, bijwerker: Bijwerker, onderwerpbijwerker: Onderwerpbijwerker | None = None
    ) -> None:
        """Fill the slots of `werk_bij` and `werk_onderwerpen_bij`; `termijnen` does so when it starts."""
        self._bijwerker, self._onderwerpbijwerker = bijwerker, onderwerpbijwerker

    def werk_bij(self, dossiers: Iterable[Any]) -> None:
        """Called by every action, inside its transaction, with the dossiers that it touched.

        First the domains write what they derive of them, then the slot is called.
        """
        if isinstance(dossiers, Iterator):
            dossiers = list(dossiers)
        if (wachtend := _wachtend.get()) is not None:
            wachtend |= {dossier.pk: dossier for dossier in dossiers}
            return
        for domein in self:
            if domein.bijwerken:
                domein.bijwerken(dossiers)
        if self._bijwerker:
            self._bijwerker(dossiers)

    @contextmanager
    def in_een_keer(self) -> Iterator[None]:
        """Within it `werk_bij` only collects, and is done at its end for all dossiers at once.

        For many actions in one transaction none of which reads what another's dossiers lead to.
        """
        wachtend: dict[Any, Any] = {}
        merk = _wachtend.set(wachtend)
        try:
            yield
        finally:
            _wachtend.reset(merk)
        self.werk_bij(list(wachtend.values()))

    def werk_onderwerpen_bij(self, domein: str = "") -> None:
        """Called as the last thing of an action that touches what a rule without a dossier reads, in its transaction.

        `domein` is whose rules; without it those of all domains.
        """
        if self._onderwerpbijwerker:
            self._onderwerpbijwerker(domein)


register = Register()
