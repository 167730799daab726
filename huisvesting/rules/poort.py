"""A gate that rows pass one after another: what each has to fit in. No rule of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection

from huisvesting.rules.inhuizing import Inhuizing, Verblijven
from huisvesting.rules.verblijf import Verblijf


class Poort:
    """What a row has to fit in, beside what is stored and who was let in before it.

    `groep` says in what (None: in nothing); `weigert` gives the code of a refusal, empty where it fits.
    """

    def __init__(
        self,
        bekend: Verblijven,
        groep: Callable[[Inhuizing], int | None],
        weigert: Callable[[Inhuizing, Collection[Verblijf]], str],
    ) -> None:
        self._stand = {sleutel: dict(verblijven) for sleutel, verblijven in bekend.items()}
        self._waar = {pk: sleutel for sleutel, verblijven in bekend.items() for pk in verblijven}
        self._groep, self._weigert = groep, weigert

    def haal_weg(self, pk: int | None) -> Verblijf | None:
        """Take a stored placement out of the way; None where it is not here."""
        return self._stand[self._waar[pk]].pop(pk) if pk in self._waar else None

    def zet_terug(self, pk: int | None, oud: Verblijf | None) -> None:
        """Put back what was taken away."""
        if pk is not None and oud is not None:
            self._stand[self._waar[pk]][pk] = oud

    def weigert(self, inhuizing: Inhuizing) -> str:
        """The code of a refusal, or empty."""
        sleutel = self._groep(inhuizing)
        return "" if sleutel is None else self._weigert(inhuizing, self._stand.get(sleutel, {}).values())

    def laat_in(self, nummer: int, inhuizing: Inhuizing) -> None:
        """From here on others have to fit beside this row."""
        sleutel = self._groep(inhuizing)
        if sleutel is not None:  # under a key that no stored row has
            self._stand.setdefault(sleutel, {})[-nummer - 1] = inhuizing.verblijf
