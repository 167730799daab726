"""Searching a person by name: against the search of Django's admin."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from benchmarks.doelen import doel
from benchmarks.harnas import Kandidaat, Proef
from benchmarks.lijst import NUMMER
from dossiers.models import Statushouder
from toegang.models import Gebruiker, Rol


def proeven() -> list[Proef]:
    """A whole name, typed as it is stored: both must find the person."""
    client = Client()
    client.force_login(Gebruiker.objects.filter(rol=Rol.KLANTREGISSEUR).earliest("pk"))
    personen = Statushouder.objects.filter(samengevoegd_met=None).order_by("sleutel")
    gezocht = [rij for rij in personen[:40] if rij.voornamen][:8]
    return [
        Proef(
            "Zoeken op naam",
            [
                Kandidaat("ons zoekvak", _elk(gezocht, lambda naam: _ons(client, naam))),
                Kandidaat(
                    "beheer van Django",
                    _elk(gezocht, lambda naam: _beheer(client, naam)),
                    doel(personen.count(), 10),
                ),
            ],
            rondes=7,
        )
    ]


def _elk(personen: list[Statushouder], zoek: Callable[[str], str]) -> Callable[[], list[bool]]:
    """Search them one after another; whether each was found."""

    def doe() -> list[bool]:
        return [rij.nummer in NUMMER.findall(zoek(f"{rij.voornamen} {rij.achternaam}")) for rij in personen]

    return doe


def _ons(client: Client, naam: str) -> str:
    return client.post("/dossiers/zoeken/", {"q": naam}, follow=True).content.decode()


def _beheer(client: Client, naam: str) -> str:
    return client.get("/admin/dossiers/statushouder/", {"q": naam}).content.decode()
