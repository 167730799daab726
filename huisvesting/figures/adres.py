"""Who lives at an address, as somebody types it in the search box."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Lower

from huisvesting.models import Plaatsing

_POSTCODE = re.compile(r"(?<!\w)(?P<cijfers>[1-9]\d{3}) ?(?P<letters>[a-z]{2})(?!\w)", re.IGNORECASE)
_NUMMER = re.compile(r"(?<!\w)(?P<huisnummer>\d{1,5})[ -]?(?P<toevoeging>[a-z0-9]{0,4})$", re.IGNORECASE)
_KORTSTE_STRAAT = 3


def op_adres(tekst: str) -> QuerySet[Plaatsing, Any]:
    """Primary keys of persons who live there: a street with its number, or a postcode with or without one.

    Nobody for a text that is no address, and nobody who has left it.
    """
    wonend = Plaatsing.objects.filter(tot=None).values("statushouder")
    postcode = _POSTCODE.search(tekst)
    if postcode:
        wonend = wonend.filter(woning__postcode=(postcode["cijfers"] + postcode["letters"]).upper())
        rest = _POSTCODE.sub(" ", tekst).strip()
    else:
        rest = tekst.strip()
    nummer = _NUMMER.search(rest)
    straat = rest[: nummer.start()].strip(" ,") if nummer else rest
    if not postcode and (nummer is None or len(straat) < _KORTSTE_STRAAT):
        return wonend.none()
    if nummer:
        wonend = wonend.filter(woning__huisnummer=int(nummer["huisnummer"]))
        if nummer["toevoeging"]:
            wonend = wonend.filter(woning__toevoeging__iexact=nummer["toevoeging"])
    if straat and not postcode:
        wonend = wonend.alias(straat=Lower("woning__straat")).filter(straat=straat.lower())
    return wonend
