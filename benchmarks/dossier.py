"""The page of one person: against the admin's change page with five inlines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from benchmarks.harnas import Kandidaat, Proef
from dossiers.models import Contactmoment, Statushouder
from kern.klok import vandaag
from toegang.models import Gebruiker, Rol

VEEL = 500


def proeven() -> list[Proef]:
    """A person as most are, and one with five hundred contacts."""
    client = Client()
    client.force_login(Gebruiker.objects.filter(rol=Rol.KLANTREGISSEUR).earliest("pk"))
    gewoon, druk = Statushouder.objects.filter(samengevoegd_met=None).order_by("sleutel")[:2]
    ontbreekt = VEEL - Contactmoment.objects.filter(statushouder=druk).count()
    Contactmoment.objects.bulk_create(
        Contactmoment(statushouder=druk, op=vandaag() - timedelta(days=dag), tekst=f"Contact {dag}")
        for dag in range(max(0, ontbreekt))
    )
    return [
        _proef("Dossier", client, gewoon, rondes=15),
        _proef(f"Dossier met {VEEL} contacten", client, druk, rondes=5),
    ]


def _proef(naam: str, client: Client, persoon: Statushouder, *, rondes: int) -> Proef:
    return Proef(
        naam,
        [
            Kandidaat("onze bladzijde", _pagina(client, persoon, f"/dossiers/{persoon.sleutel}/")),
            Kandidaat(
                "beheer met vijf inlines",
                _pagina(client, persoon, f"/admin/dossiers/statushouder/{persoon.pk}/change/"),
                5,
            ),
        ],
        rondes=rondes,
    )


def _pagina(client: Client, persoon: Statushouder, adres: str) -> Callable[[], bool]:
    def vraag() -> bool:
        antwoord = client.get(adres)
        if antwoord.status_code != 200:
            raise RuntimeError(f"{adres}: {antwoord.status_code}")
        return persoon.achternaam in antwoord.content.decode()

    return vraag
