"""Personal numbers at rest: encrypted, and found again by a keyed index.

The cipher is Fernet (AES-128-CBC with HMAC-SHA256); the index is a blind index: an HMAC with a key
of its own, so that equal numbers can be found and nothing can be read from it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import Any

from cryptography.fernet import Fernet
from django.conf import settings
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


def _fernet() -> Fernet:
    sleutel = hashlib.sha256(settings.BSN_SLEUTEL.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(sleutel))


def versleutel(tekst: str) -> str:
    """The text encrypted with settings.BSN_SLEUTEL; twice the same text gives two ciphers."""
    return _fernet().encrypt(tekst.encode()).decode()


def ontsleutel(cijfertekst: str) -> str:
    """The text again. cryptography's InvalidToken when the key is another one, or it was tampered with."""
    return _fernet().decrypt(cijfertekst.encode()).decode()


def blinde_index(tekst: str) -> str:
    """64 hexadecimal digits by which an equal number is found; settings.BSN_INDEX_SLEUTEL is the key."""
    return hmac.new(settings.BSN_INDEX_SLEUTEL.encode(), tekst.encode(), hashlib.sha256).hexdigest()


class Geheim(str):
    """A text that does not show itself in a repr, so that no log or error page carries it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"


class VersleuteldVeld(models.TextField[str, str]):
    """A text that is encrypted in the database; empty stays empty."""

    def get_prep_value(self, value: Any) -> Any:
        return versleutel(str(value)) if value else ""

    def from_db_value(self, value: str | None, _expr: Any, _connection: BaseDatabaseWrapper) -> str:
        return Geheim(ontsleutel(value)) if value else ""

    def get_lookup(self, lookup_name: str) -> Any:
        """Only empty or not: two ciphers of one text differ, so nothing else can be asked."""
        return super().get_lookup(lookup_name) if lookup_name in {"exact", "isnull"} else None
