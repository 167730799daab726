"""How signing in differs from allauth's default: nobody signs up, users are invited."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Toegangsadapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closed registration."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
