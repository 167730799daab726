"""A kept change in plain Dutch: who, what kind of row, and for each field what it was and what it became."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from django.db import models

from dossiers.figures.vastleggen import onderwerp
from dossiers.models import Statushouder
from kern.forms import in_woorden as waarde_in_woorden
from kern.forms import veld_voor
from kern.opmaak import scherm
from werkplek.figures.geschiedenis import Wijziging

# What says nothing to a reader: counters, keys, how a file is kept, and what the page says already.
RUIS = frozenset(
    {"versie", "sleutel", "vastgelegd_op", "auteur", "inhoudstype", "sha256", "grootte", "oud", "waarden"}
)
_STILLE_SOORTEN = (
    models.UUIDField,
    models.FileField,
    models.BinaryField,
    models.JSONField,
    models.AutoField,
    models.GeneratedField,
)
_NAMEN = {
    "statushouder": "Gegevens van de persoon",
    "gezinslid": "Lid van het gezin",
}
_LABELS = {
    "geboren_vroegst": "geboren op of na",
    "geboren_laatst": "geboren op of voor",
    "van": "vanaf",
    "statushouder": "dossier",
}
# What stands in the context of a change that was not made by hand.
_MIDDELEN = {"terug_van": "Inlezen teruggenomen", "inlezing": "Inlezen"}
_DADEN = {"nieuw": "toegevoegd", "gewijzigd": "gewijzigd", "weg": "weggehaald"}


def wie(context: Any, gebruikers: Mapping[Any, Any]) -> str:
    """Who did it, and by what: a user, a file that was read in or taken back, or the system itself."""
    gegevens = context.metadata if context else {}
    gebruiker = gebruikers.get(gegevens.get("user"))
    middel = next((tekst for sleutel, tekst in _MIDDELEN.items() if sleutel in gegevens), "")
    if middel and gebruiker:
        return f"{middel}, door {gebruiker}"
    return middel or str(gebruiker or "Systeem")


def in_woorden(rij: Wijziging, namen: Mapping[tuple[Any, Any], str], nummer: str) -> dict[str, Any] | None:
    """The heading and (label, was, becomes) of each field; None when no field that a reader may see changed.

    `nummer` is that of the page: of a dossier that went up in it the heading says which.
    """
    regels = [] if rij.soort == "weg" else list(_regels(rij, namen))
    if not regels and rij.soort == "gewijzigd":
        return None
    naam = str(rij.model._meta.verbose_name)
    wat = _NAMEN.get(rij.model._meta.model_name or "", naam.capitalize())
    eigen = getattr(rij.wordt, "nummer", nummer) if rij.model is Statushouder else nummer
    kop = f"{wat if eigen == nummer else f'{wat} in {eigen}'} {_DADEN[rij.soort]}"
    return {"kop": kop, "regels": regels, "nieuw": rij.soort == "nieuw"}


def _regels(rij: Wijziging, namen: Mapping[tuple[Any, Any], str]) -> Iterator[tuple[str, str, str]]:
    for veld in _velden(rij.model):
        wordt = getattr(rij.wordt, veld.attname)
        was = getattr(rij.was, veld.attname) if rij.was else None
        if (rij.soort == "nieuw" and wordt in (None, "", False)) or (rij.soort != "nieuw" and was == wordt):
            continue
        if rij.soort == "nieuw" and veld.name == "statushouder":  # the person of the page
            continue
        yield _label(veld), _schrijf(veld, was, namen), _schrijf(veld, wordt, namen)


def _label(veld: Any) -> str:
    """What the model calls it; of a field without a name of its own what people call it."""
    naam = str(veld.verbose_name)
    if naam == veld.name.replace("_", " "):
        naam = _LABELS.get(veld.name, naam)
    return naam[:1].upper() + naam[1:].rstrip("?")


@cache
def _velden(model: type[models.Model]) -> list[Any]:
    """The fields that history keeps and a reader may see."""
    gebeurtenis = {veld.name for veld in _gebeurtenismodel(model)._meta.concrete_fields}
    return [
        veld
        for veld in model._meta.concrete_fields
        if veld.name in gebeurtenis - RUIS and not isinstance(veld, _STILLE_SOORTEN)
    ]


def _gebeurtenismodel(model: Any) -> Any:
    return model._meta.get_field("events").related_model


def _schrijf(veld: Any, waarde: Any, namen: Mapping[tuple[Any, Any], str]) -> str:
    """A value as the screens write it; a row that is gone by its number only."""
    if waarde is None:
        return "niets"
    if veld.is_relation:
        return namen.get((veld.related_model, waarde), f"nummer {waarde}")
    if isinstance(waarde, datetime):
        return scherm.moment(waarde)
    if veld.name == "domein":
        return onderwerp(waarde)
    formulierveld = _formulierveld(veld)
    return waarde_in_woorden(formulierveld, waarde) if formulierveld else str(waarde)


@cache
def _formulierveld(veld: Any) -> Any:
    return veld_voor(veld)
