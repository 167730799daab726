"""Model fields of our own: text that the database only holds encrypted, and a blind index to find it."""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Any, TypeVar

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from kern.bsn import bsn_genormaliseerd
from kern.namens import als_partner, in_een_rol

_ST = TypeVar("_ST")
_GT = TypeVar("_GT")


class Sleutelfout(Exception):
    """The stored text cannot be decrypted: the key is another, or the text was damaged."""


@dataclass(frozen=True)
class Versleuteld:
    """Encrypted text, as the model holds it. Only `ontsleutel` gives the text; nothing prints it.

    False when it is empty. Two encryptions of one text are not equal: compare a blind index.
    """

    cijfertekst: str = field(default="", repr=False)

    @classmethod
    def van(cls, tekst: str) -> Versleuteld:
        """Encrypt; an empty text stays empty, so that "nothing known" can be asked of the database."""
        return cls(_fernet(settings.BSN_SLEUTEL).encrypt(tekst.encode()).decode() if tekst else "")

    def ontsleutel(self) -> str:
        """The text in the clear. Sleutelfout when the key in the settings is not that of the text."""
        if not self.cijfertekst:
            return ""
        try:
            return _fernet(settings.BSN_SLEUTEL).decrypt(self.cijfertekst.encode()).decode()
        except InvalidToken as fout:
            raise Sleutelfout("BSN_SLEUTEL past niet bij de bewaarde gegevens.") from fout

    def __bool__(self) -> bool:
        return bool(self.cijfertekst)

    def __str__(self) -> str:
        return "••••••" if self else ""


class _VersleuteldAttribuut(DeferredAttribute):
    """Encrypts at once what is assigned, so that a model never holds the text in the clear."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        waarde = Versleuteld.van(value) if isinstance(value, str) else value
        instance.__dict__[self.field.attname] = waarde


class NietVoorPartners:
    """A column that the database does not give to its role `partner` (`dossiers.rijrechten`): mix it in.

    A row that is read as a partner has an empty value there. So nothing has to remember to leave it out, and
    what searches by it is refused. For the migrations it is an ordinary field: only who reads it differs.
    """

    @staticmethod
    def is_dicht() -> bool:
        """Is the database asked by a role here that does not get it?"""
        return als_partner()

    def select_format(self: Any, compiler: Any, sql: str, params: Any) -> tuple[str, Any]:
        """The column, or for a partner what it has where nothing is known."""
        if self.is_dicht():
            leeg = "NULL" if self.null else "''"
            return f"{leeg}::{self.db_type(compiler.connection)}", ()
        return sql, params


class TekstNietVoorPartners(NietVoorPartners, models.CharField[_ST, _GT]):
    """A short text of that kind."""

    def deconstruct(self) -> Any:
        """As a CharField."""
        naam, _pad, args, kwargs = super().deconstruct()
        return naam, "django.db.models.CharField", args, kwargs


class DatumNietVoorPartners(NietVoorPartners, models.DateField[_ST, _GT]):
    """A day of that kind, which may be empty."""

    def deconstruct(self) -> Any:
        """As a DateField."""
        naam, _pad, args, kwargs = super().deconstruct()
        return naam, "django.db.models.DateField", args, kwargs


class AlleenBijInloggen(TekstNietVoorPartners[_ST, _GT]):
    """A short text that the database gives to no role at all: only who signs in, or keeps users, asks for it."""

    @staticmethod
    def is_dicht() -> bool:
        """In every role."""
        return in_een_rol()


class VersleuteldVeld(NietVoorPartners, models.Field["str | Versleuteld", Versleuteld]):
    """Text under the key BSN_SLEUTEL (Fernet: AES-128-CBC with HMAC-SHA256).

    Assign the text or a Versleuteld; read a Versleuteld. Never part of a model form, and not to be
    searched: only "empty or not" can be asked of the database.
    """

    descriptor_class = _VersleuteldAttribuut

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "editable": False})

    def deconstruct(self) -> Any:
        """Without `editable`, which this field decides itself."""
        naam, pad, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return naam, pad, args, kwargs

    def get_internal_type(self) -> str:
        """A text column."""
        return "TextField"

    def from_db_value(self, value: str | None, _expressie: Any, _verbinding: Any) -> Versleuteld | None:
        """What the column holds is always ciphertext."""
        return None if value is None else Versleuteld(value)

    def to_python(self, value: Any) -> Any:
        """From a fixture: ciphertext, never the text."""
        return Versleuteld(value) if isinstance(value, str) else value

    def value_to_string(self, obj: models.Model) -> str:
        """For a fixture: the ciphertext."""
        waarde = self.value_from_object(obj)
        return waarde.cijfertekst if waarde else ""

    def get_prep_value(self, value: Any) -> Any:
        """Ciphertext for the column. TypeError for text, which could only be a search or a leak."""
        if isinstance(value, Versleuteld):
            return value.cijfertekst
        if isinstance(value, str) and value:
            raise TypeError("Een versleuteld veld is niet te doorzoeken; gebruik blinde_index.")
        return super().get_prep_value(value)


def blinde_index(bsn: str | Versleuteld) -> str:
    """HMAC-SHA256 in hex under BSN_INDEX_SLEUTEL: the same for the same number, however written.

    It finds a number without decrypting any, and gives nothing away without its key. ValueError
    when this is no number of eight or nine digits.
    """
    klaar = bsn.ontsleutel() if isinstance(bsn, Versleuteld) else bsn
    sleutel = _afgeleid(settings.BSN_INDEX_SLEUTEL, b"wassenaar-integratie bsn-index")
    return hmac.new(sleutel, bsn_genormaliseerd(klaar).encode(), sha256).hexdigest()


@lru_cache(maxsize=4)
def slot_voor(doel: str) -> Fernet:
    """Encryption for one purpose of ours that is no personal number, under SECRET_KEY."""
    sleutel = _afgeleid(settings.SECRET_KEY, f"wassenaar-integratie {doel}".encode())
    return Fernet(base64.urlsafe_b64encode(sleutel))


@lru_cache(maxsize=4)
def _fernet(geheim: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_afgeleid(geheim, b"wassenaar-integratie bsn")))


@lru_cache(maxsize=8)
def _afgeleid(geheim: str, doel: bytes) -> bytes:
    """A key of 32 bytes for one purpose; two purposes never share one, also with the same secret."""
    if not geheim:
        raise ImproperlyConfigured("BSN_SLEUTEL en BSN_INDEX_SLEUTEL mogen niet leeg zijn.")
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=doel).derive(geheim.encode())
