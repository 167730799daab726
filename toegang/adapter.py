"""How signing in differs from allauth's default: nobody signs up, users are invited; and our words."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Toegangsadapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closed registration, and the sentences of the sign-in pages."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Uw toegang staat uit. Vraag de functioneel beheerder.",
        "email_password_mismatch": "Dit e-mailadres of deze wachtzin klopt niet. Probeer het opnieuw.",
        "enter_current_password": "Dit is niet uw huidige wachtzin. Typ haar opnieuw.",
        "too_many_login_attempts": "U probeerde het te vaak. Wacht vijf minuten en probeer het dan opnieuw.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
