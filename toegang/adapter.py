"""How signing in differs from allauth's default: nobody signs up, users are invited; and our words."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from kern.velden import slot_voor

_SLEUTELNAMEN = ("Mijn sleutel", "Reservesleutel")


class Toegangsadapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closed registration, and the sentences of the sign-in pages."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Uw toegang staat uit. Vraag de functioneel beheerder.",
        "email_password_mismatch": "Dit e-mailadres of deze wachtzin klopt niet. Probeer het opnieuw.",
        "enter_current_password": "Dit is niet uw huidige wachtzin. Typ haar opnieuw.",
        "incorrect_password": "Dit is niet uw wachtzin. Typ haar opnieuw.",
        "too_many_login_attempts": "U probeerde het te vaak. Wacht vijf minuten en probeer het dan opnieuw.",
        "rate_limited": "U probeerde het te vaak. Wacht vijf minuten en probeer het dan opnieuw.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Allauth's ways to say once more who you are, in our words."""
        wijzen: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        woorden = {"reauthenticate": "Met uw wachtzin", "mfa_reauthenticate": "Met een code"}
        return [
            {**wijze, "description": woorden.get(wijze["id"], "Met uw sleutel of apparaat")}
            for wijze in wijzen
        ]


class Factoradapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second step: its secrets encrypted, its words ours."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_generate_recovery_codes": "Voeg eerst een app of een sleutel toe.",
        "incorrect_code": "Deze code klopt niet. Kijk of het de nieuwste is en probeer het opnieuw.",
    }

    def encrypt(self, text: str) -> str:
        """Secrets of the second step are only kept encrypted."""
        return slot_voor("tweede stap").encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """InvalidToken when the key in the settings is not that of the text."""
        return slot_voor("tweede stap").decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url: str) -> str:
        """The QR code as a picture in the page: the CSP allows no data address, and it has a name."""
        svg: str = super().build_totp_svg(url)
        return svg[svg.index("<svg") :].replace(
            "<svg ", '<svg class="wi-qr" role="img" aria-label="QR-code voor uw app" ', 1
        )

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:  # noqa: A002
        """A name to begin with for a new key."""
        aantal = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _SLEUTELNAMEN[aantal] if aantal < len(_SLEUTELNAMEN) else f"Sleutel {aantal + 1}"
