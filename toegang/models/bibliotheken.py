"""What the tables of libraries tell of people; our own models say it themselves."""

from kern.contract import Gegeven, Persoonsgegevens
from kern.contract.persoonsgegevens import GEBRUIKERS


def _van_gebruikers(gegeven: str, velden: str, geen: str = "") -> Persoonsgegevens:
    return Persoonsgegevens(
        "toegang.gebruikers", over=GEBRUIKERS, gegevens=[Gegeven(gegeven, velden)], geen=geen
    )


PERSOONSGEGEVENS = {
    "auth.Permission": Persoonsgegevens(geen="name content_type codename"),
    "auth.Group": Persoonsgegevens(geen="name"),
    "auth.Group_permissions": Persoonsgegevens(geen="group permission"),
    "contenttypes.ContentType": Persoonsgegevens(geen="app_label model"),
    "sessions.Session": _van_gebruikers("sessies", "session_key session_data expire_date"),
    "account.EmailAddress": _van_gebruikers("naam en e-mail", "user email", "verified primary"),
    "account.EmailConfirmation": _van_gebruikers(
        "bevestiging van een e-mailadres", "email_address created sent key"
    ),
    "mfa.Authenticator": _van_gebruikers(
        "tweede stap, versleuteld", "user type data created_at last_used_at"
    ),
    "usersessions.UserSession": _van_gebruikers(
        "waar iemand is ingelogd: apparaat en IP-adres",
        "user created_at ip last_seen_at session_key user_agent data",
    ),
}
