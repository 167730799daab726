"""The second step while signing in: asked again on a device that the user wants forgotten."""

from __future__ import annotations

from allauth.mfa.internal.flows import trust
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.internal.flows import did_use_passwordless_login
from django.http import HttpRequest


class TweedeStap(AuthenticateStage):  # type: ignore[misc]
    """As allauth's. A device stays known until the passphrase or a key changes, or the user says "vergeet"."""

    def _should_handle(self, request: HttpRequest) -> bool:
        if super()._should_handle(request):
            return True
        gebruiker = self.login.user
        sinds = gebruiker.apparaten_vergeten_op if gebruiker else None
        if sinds is None or not is_mfa_enabled(
            gebruiker, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
        ):
            return False
        if did_use_passwordless_login(request, gebruiker):
            return False
        kenmerk = trust.create_config_fingerprint(gebruiker)
        return not any(
            onthouden.fingerprint == kenmerk and onthouden.at > sinds.timestamp()
            for onthouden in trust.decode_trust_cookie(request)
        )
