"""Who is signed in, as every page needs them: with the organisation that stands below their name."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from toegang.models import Gebruiker


class Inlogger(AuthenticationBackend):  # type: ignore[misc]
    """As allauth's; the user of a session comes with their organisation in one query."""

    def get_user(self, user_id: Any) -> Gebruiker | None:
        gebruiker = Gebruiker.objects.select_related("organisatie").filter(pk=user_id).first()
        return gebruiker if gebruiker and self.user_can_authenticate(gebruiker) else None
