"""Files that are kept encrypted, a piece at a time, so that a large one needs little memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cryptography.fernet import InvalidToken
from django.conf import settings

from kern.velden import Sleutelfout, _fernet

STUK = 1 << 20  # bytes of a piece in the clear


def versleutel(stukken: Iterable[bytes]) -> Iterator[bytes]:
    """Each piece as a line of ciphertext, under the key of the BSN (files hold them too)."""
    slot = _fernet(settings.BSN_SLEUTEL)
    for stuk in stukken:
        yield slot.encrypt(stuk) + b"\n"


def ontsleutel(regels: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces in the clear, in their order. Sleutelfout when the key is not that of the file.

    That no piece is missing is for who reads them to check, by the hash of the whole.
    """
    slot = _fernet(settings.BSN_SLEUTEL)
    try:
        for regel in regels:
            yield slot.decrypt(regel.rstrip(b"\n"))
    except InvalidToken as fout:
        raise Sleutelfout("BSN_SLEUTEL past niet bij dit bestand.") from fout
