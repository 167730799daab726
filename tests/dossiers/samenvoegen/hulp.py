"""Addresses, words and input of the pages of two dossiers."""

import re

from django.urls import reverse


def adres(naam, *personen, **rest):
    return reverse(f"dossiers:{naam}", args=[*(persoon.sleutel for persoon in personen), *rest.values()])


def tekst(antwoord):
    """The words of a page, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


def invoer(paar, **keuzes):
    standaard = {
        "versie_blijft": paar[0].versie,
        "versie_vervalt": paar[1].versie,
        "reden": "gezien",
        "naam": "blijft",
        "geboren": "vervalt",
        "telefoon": "vervalt",
    }
    return standaard | keuzes
