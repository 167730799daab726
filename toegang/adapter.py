"""How signing in differs from allauth's default: nobody signs up, users are invited; and our words."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from kern.velden import slot_voor
from toegang.actions import vraag_nieuwe_wachtzin
from toegang.models import Gebruiker
from toegang.poort.bekend import apparaat_van

_APP = "allauth.account"
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

    def get_login_stages(self) -> list[str]:
        """Allauth's, with our own second step, which knows of devices to forget."""
        return [
            "toegang.poort.stappen.TweedeStap" if stap == "allauth.mfa.stages.AuthenticateStage" else stap
            for stap in super().get_login_stages()
        ]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count this try, before the passphrase is looked at; ValidationError when there were too many.

        From a device where this address signed in before it is counted for that device alone. So nobody
        elsewhere, at the same desk or in the same building, can use up the tries of the rightful user.
        """
        adres = str(credentials.get("email") or credentials.get("username") or "").strip().lower()
        apparaat = apparaat_van(request)
        if apparaat is not None and apparaat.kent(adres):
            tellingen = [("inloggen_bekend", f"{apparaat.nummer}:{adres}")]
        else:
            plek = ratelimit.get_ip(request)
            tellingen = [
                ("inloggen_ip", plek),
                ("inloggen_hier", f"{plek}:{adres}"),
                ("inloggen_overal", adres),
            ]
        self._pogingen: list[ratelimit.RateLimitUsage] = []
        for actie, sleutel in tellingen:
            poging = ratelimit.consume(request, app=_APP, action=actie, key=sleutel)
            if poging is None:
                raise self.validation_error("too_many_login_attempts")
            self._pogingen.append(poging)

    def _rollback_login_failed_rl_usage(self) -> None:
        """The passphrase was right: this was no failure."""
        for poging in self._pogingen:
            poging.rollback()

    def send_password_reset_mail(self, user: Gebruiker, email: str, context: dict[str, Any]) -> None:
        """Into the outbox, from where the worker sends it: so an unknown address takes no less time.

        Three in an hour; more is answered the same. The link of the last one works, so nobody is kept out.
        """
        if ratelimit.consume(self.request, app=_APP, action="wachtzin_mail", key=email.lower()):
            vraag_nieuwe_wachtzin(user)

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
