"""The forms of the second step: a code, an authenticator app, a key; in our words."""

from __future__ import annotations

from allauth.account import forms as account
from allauth.mfa.base import forms as basis
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn

from toegang.forms.aanmelden import OnzeWoorden


class CodeForm(OnzeWoorden, basis.AuthenticateForm):  # type: ignore[misc]
    """The code while signing in."""


class OpnieuwCodeForm(OnzeWoorden, basis.ReauthenticateForm):  # type: ignore[misc]
    """The code once more, before something that matters."""


class BevestigWachtzinForm(OnzeWoorden, account.ReauthenticateForm):  # type: ignore[misc]
    """The passphrase once more, before something that matters."""


class AppForm(OnzeWoorden, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new authenticator app."""

    @property
    def sleutel_in_vieren(self) -> str:
        """The key for who types it, in groups of four; apps take it with the spaces and without."""
        return " ".join(self.secret[begin : begin + 4] for begin in range(0, len(self.secret), 4))


class SleutelForm(OnzeWoorden, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey or security key; the browser fills in what the key answers."""


class SleutelnaamForm(OnzeWoorden, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a key."""
