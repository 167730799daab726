"""The page of a ledger file: which entries were set aside, how many, and what comes next."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.toegang.factories import GebruikerFactory

LOS = {"grootboekrekening": "99999"}


@pytest.fixture
def bekijk(client, begroting):
    client.force_login(wie := GebruikerFactory(rol="financien"))

    def pagina(inlezing) -> str:
        inlezing.gebruiker = wie
        inlezing.save()
        html = client.get(reverse("uitwisseling:voorbeeld", args=[inlezing.sleutel])).content.decode()
        return " ".join(html.split())

    return pagina


@pytest.mark.parametrize(("aantal", "zin"), [(20, False), (21, True)])
def test_alle_rijen_die_opzij_staan_tellen(lees, bekijk, aantal, zin):
    html = bekijk(lees(*({**LOS, "boekstuk": f"S{nr}", "relatie": f"R{nr}"} for nr in range(aantal))))
    assert f"{aantal} rijen opzij om later naar te kijken" in html
    assert ("U ziet de eerste rijen die opzij staan." in html) is zin
    assert "S0 R0" in html


def test_na_opslaan_wijst_de_bladzijde_verder(lees, importeer, bekijk):
    adressen = [reverse(f"financien:{naam}") for naam in ("boekingen", "nakijken", "aansluiting")]
    stappen = [
        f'class="nl-button nl-button--{soort}" href="{adres}"'
        for soort, adres in zip(("primary", "secondary", "secondary"), adressen, strict=True)
    ]
    assert not any(stap in bekijk(lees(LOS)) for stap in stappen)
    assert all(stap in bekijk(importeer(LOS)) for stap in stappen)
