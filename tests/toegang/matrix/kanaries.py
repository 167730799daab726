"""Words that stand nowhere else, in every text of every row of a family: who finds one, saw that row.

The fields come from the models, so that a new table or column takes part by itself.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.db import models

from dossiers.models import Doorverwijzing, Dossierdeel, Gezin, Statushouder
from dossiers.rijrechten import met_dossier
from kern.bsn import bsn_geldig
from kern.velden import blinde_index
from partners.models import Vraag
from tests.toegang.matrix.vragen import Antwoord
from tests.toegang.matrix.wereld import (
    AFGESCHERMD,
    ANDER_DOMEIN,
    GENOEMD,
    GEZINNEN,
    INTERN,
    VERWIJZING,
    VREEMD,
    ZIET,
    Wereld,
)
from toegang.models import Rol

# With the name of a state in it: letters by chance, as in the key of a session, are none.
_TOESTANDEN = "|".join((*GEZINNEN, INTERN, ANDER_DOMEIN, VERWIJZING))
_WOORD = re.compile(rf"qz({_TOESTANDEN})zq[a-z]+", re.IGNORECASE)
# Texts that are codes, keys or hashes: another word in them is refused, or says nothing to anybody.
GEEN_WOORDEN = {
    "nummer",
    "vnummer",
    "telefoon",
    "bsn_index",
    "domein",
    "einde",
    "inhoudstype",
    "sha256",
    "bestand",
}
GEEN_WOORDEN |= {"model", "veld", "regel", "toevoeging", "code", "gelegenheid", "onderwerp"}
KORTSTE = 20  # shorter columns hold codes
# What no partner ever gets, of their own dossiers neither (G1, G3).
NOOIT_VOOR_PARTNER = frozenset({"bsn", "vnummer"})


class Kanaries:
    """All words and numbers that were planted, by state."""

    def __init__(self, wereld: Wereld) -> None:
        self._volgende = 0
        self.nummers: dict[str, dict[str, str]] = {}
        self.woorden: dict[str, list[str]] = {
            toestand: [] for toestand in (*GEZINNEN, INTERN, ANDER_DOMEIN, VERWIJZING)
        }
        self.velden: set[str] = set()
        for toestand in GEZINNEN:
            self._plant_gezin(wereld, toestand)

    def woord(self, toestand: str) -> str:
        """A word that was not used before."""
        self._volgende += 1
        rest, letters = self._volgende, ""
        while rest:
            rest, cijfer = divmod(rest, 26)
            letters += chr(ord("a") + cijfer)
        nieuw = f"Qz{toestand}zq{letters}"
        self.woorden[toestand].append(nieuw)
        return nieuw

    def gevonden(self, tekst: str, wie: str) -> set[str]:
        """Words and numbers in this text that this user may not see."""
        ziet = ZIET.get(wie, frozenset())
        woorden = {woord[0] for woord in _WOORD.finditer(tekst) if woord[1].lower() not in ziet}
        cijfers = re.sub(r"(?<=\d)[ .-](?=\d)", "", tekst)
        return woorden | set(self._nummers(cijfers, wie))

    def _nummers(self, cijfers: str, wie: str) -> Iterator[str]:
        partner = wie.startswith(Rol.PARTNER)
        for toestand, nummers in self.nummers.items():
            for veld, nummer in nummers.items():
                verboden = toestand not in ZIET.get(wie, ()) or (partner and veld in NOOIT_VOOR_PARTNER)
                if (verboden or veld == "bsn") and nummer in cijfers:
                    yield f"{veld} van {toestand}"

    def _plant_gezin(self, wereld: Wereld, toestand: str) -> None:
        gezin = wereld.gezinnen[toestand]
        personen = [gezin.persoon.pk, gezin.ander.pk]
        personen += list(
            Statushouder.objects.filter(samengevoegd_met__in=personen).values_list("pk", flat=True)
        )
        for plek, persoon in enumerate(Statushouder.objects.filter(pk__in=personen).order_by("pk")):
            self._vul(persoon, toestand)
            if persoon.pk == gezin.persoon.pk:
                self._nummer(persoon, toestand)
            persoon.nummer = f"D-7{list(GEZINNEN).index(toestand)}-{4100 + plek}"
            persoon.save()
        gezin.persoon.refresh_from_db()
        gezin.ander.refresh_from_db()
        # by row: two tables can have the same keys
        besloten = {deel: t for t, delen in wereld.besloten.items() for deel in delen.values()}
        for rij in (*_rijen(personen, gezin.gezin), *gezin.verwijzing.vragen.all()):
            van = besloten.get(rij, toestand) if isinstance(rij, Dossierdeel) else toestand
            if isinstance(rij, Doorverwijzing | Vraag) and toestand not in {VREEMD, AFGESCHERMD, GENOEMD}:
                van = VERWIJZING
            self._vul(rij, van)
            rij.save()

    def _nummer(self, persoon: Statushouder, toestand: str) -> None:
        plek = list(GEZINNEN).index(toestand)
        bsn = next(str(n) for n in range(314_159_000 + 1000 * plek, 999_999_999) if bsn_geldig(str(n)))
        persoon.bsn, persoon.bsn_index = bsn, blinde_index(bsn)
        persoon.vnummer, persoon.telefoon = f"271828{plek}459", f"06577215{plek}6"
        self.nummers[toestand] = {"bsn": bsn, "vnummer": persoon.vnummer, "telefoon": persoon.telefoon}

    def _vul(self, rij: models.Model, toestand: str) -> None:
        for veld in tekstvelden(type(rij)):
            if isinstance(veld, models.JSONField):
                continue
            woord = self.woord(toestand)
            if isinstance(veld, models.EmailField):
                woord = f"{woord}@voorbeeld.example"
            if veld.name == "antwoord" or (
                veld.name.startswith("doorgehaald") and not getattr(rij, "doorgehaald_op", None)
            ):
                continue  # only with the day that goes with it
            setattr(rij, veld.name, woord)
            self.velden.add(f"{type(rij).__name__}.{veld.name}")


def tekstvelden(model: type[models.Model]) -> list[Any]:
    """Columns of this model in which somebody can write words."""
    return [
        veld
        for veld in model._meta.concrete_fields
        if isinstance(veld, models.CharField | models.TextField)
        and not isinstance(veld, models.GeneratedField)
        and not veld.choices
        and type(veld).__name__ != "VersleuteldVeld"
        and veld.name not in GEEN_WOORDEN
        and (veld.max_length or KORTSTE) >= KORTSTE
    ]


def _rijen(personen: list[int], gezin: Gezin) -> Iterator[Any]:
    """Every row of these persons, of the whole family too."""
    yield gezin
    for model in met_dossier():
        if hasattr(model, "pgh_tracked_model") or model in {Statushouder, Gezin} or not tekstvelden(model):
            continue
        wie = models.Q()
        for veld in model._meta.concrete_fields:
            if veld.is_relation and veld.related_model is Statushouder:
                wie |= models.Q(**{f"{veld.name}__in": personen})
            if veld.is_relation and veld.related_model is Gezin:
                wie |= models.Q(**{veld.name: gezin})
        yield from model._default_manager.filter(wie) if wie else []


def alles(antwoord: Antwoord) -> str:
    """All text of an answer: its headers, and of a spreadsheet its parts."""
    koppen = "\n".join(waarde for _naam, waarde in antwoord.koppen)
    return f"{koppen}\n{leesbaar(antwoord.ruw)}"


def leesbaar(ruw: bytes) -> str:
    """All text of an answer: of a spreadsheet its parts."""
    if ruw.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(ruw)) as pakket:
            return "\n".join(pakket.read(naam).decode(errors="replace") for naam in pakket.namelist())
    return ruw.decode(errors="replace")
