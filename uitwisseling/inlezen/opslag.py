"""The file itself: kept encrypted in the file store under an opaque name, with its hash."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import IO, Any

from django.core.files import File

from kern import kluis
from uitwisseling.models import Inlezing
from uitwisseling.rules.grenzen import MEESTE_BYTES, Weigering

_IN_GEHEUGEN = 8 << 20


def bewaar(inlezing: Inlezing, bestand: File[Any]) -> None:
    """Keep the file, and set its place, size and hash on `inlezing` (saves no row). Weigering when too large."""
    som, grootte = sha256(), 0

    def stukken() -> Iterator[bytes]:
        nonlocal grootte
        for stuk in bestand.chunks(kluis.STUK):
            grootte += len(stuk)
            if grootte > MEESTE_BYTES:
                raise Weigering(f"Dit bestand is groter dan {MEESTE_BYTES // 1_000_000} MB. Splits het.")
            som.update(stuk)
            yield stuk

    with tempfile.SpooledTemporaryFile(_IN_GEHEUGEN) as dicht:
        for stuk in kluis.versleutel(stukken()):
            dicht.write(stuk)  # writelines would look only after the last whether it still fits in memory
        if not grootte:
            raise Weigering("Dit bestand is leeg.")
        dicht.seek(0)
        inlezing.grootte, inlezing.sha256 = grootte, som.hexdigest()
        inlezing.bestand.save("", File(dicht), save=False)


@contextmanager
def open_klaar(inlezing: Inlezing) -> Iterator[IO[bytes]]:
    """The file in the clear, to be read more than once; it goes when it is closed.

    OSError when the file in the store is not the one that came in.
    """
    som = sha256()
    with tempfile.SpooledTemporaryFile(_IN_GEHEUGEN) as klaar:
        with inlezing.bestand.open("rb") as dicht:
            for stuk in kluis.ontsleutel(iter(dicht.file)):
                som.update(stuk)
                klaar.write(stuk)
        if som.hexdigest() != inlezing.sha256:
            raise OSError(f"Het bewaarde bestand van inlezing {inlezing.pk} is niet wat er binnenkwam.")
        klaar.seek(0)
        yield klaar


def weg(inlezing: Inlezing) -> None:
    """Take the file out of the store: its row was not kept."""
    if inlezing.bestand.name:
        inlezing.bestand.storage.delete(inlezing.bestand.name)
