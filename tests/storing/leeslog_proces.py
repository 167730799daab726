"""Run by test_leeslog_echt.py in a process of its own: the web as it is, with its roles and connections.

Arguments: key of the user, of the dossier, and which failure. Prints the status and what stands on the page.
"""

from __future__ import annotations

import json
import sys

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402

from kern.velden import Versleuteld  # noqa: E402
from toegang.schil import Leeslog  # noqa: E402

gebruiker, sleutel, storing = sys.argv[1:]
Heel = Leeslog.__call__


def daarna_stuk(zelf, request):
    """The page fails after it was logged, inside the transaction, which is taken back."""
    Heel(zelf, request)
    raise RuntimeError("na het log")


def zonder_sleutel(_zelf):
    raise RuntimeError("geen sleutel")


if storing == "daarna":
    Leeslog.__call__ = daarna_stuk
if storing == "bsn":
    Versleuteld.ontsleutel = zonder_sleutel

client = Client(raise_request_exception=False, SERVER_NAME="localhost")
client.force_login(get_user_model().objects.get(pk=gebruiker))
if storing == "bsn":
    antwoord = client.post(f"/dossiers/{sleutel}/bsn/", {"reden": "controle"})
else:
    antwoord = client.get(f"/dossiers/{sleutel}/")


def wie(verbinding: str) -> str:
    try:
        with connections[verbinding].cursor() as cursor:
            cursor.execute("SELECT session_user")
            return str(cursor.fetchone()[0])
    except django.db.Error:
        return ""


sys.stdout.write(
    json.dumps(
        {
            "status": antwoord.status_code,
            "naam": "Haddad" in antwoord.content.decode(),
            "web": wie("default"),
            "log": wie("leeslog"),
        }
    )
)
