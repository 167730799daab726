"""What is chosen of two persons who are one: field by field, or a few fields that go together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from dossiers.models import Geslacht, Nationaliteit, Statushouder
from dossiers.rules.gelijkenis import EEN_KEER, GELIJK, ONBEKEND, VERSCHILT

BLIJFT, VERVALT = "blijft", "vervalt"
Waarden = dict[str, Any]

_NIETS = {"geslacht": Geslacht.ONBEKEND, "nationaliteit": Nationaliteit.ONBEKEND}


@dataclass(frozen=True)
class Keuzeveld:
    """One choice. `eenmalig`: a number that one dossier has, so that a wrong guess has consequences."""

    code: str
    label: str
    velden: tuple[str, ...]
    eenmalig: bool = False

    def waarden(self, persoon: Statushouder) -> Waarden:
        """The fields of this person as they are stored."""
        return {naam: getattr(persoon, naam) for naam in self.velden}

    def kern(self, persoon: Statushouder) -> tuple[Any, ...]:
        """What is compared; of a BSN its blind index."""
        namen = ["bsn_index"] if self.code == "bsn" else self.velden
        return tuple(getattr(persoon, naam) or None for naam in namen)

    def bekend(self, persoon: Statushouder) -> bool:
        """Is anything known?"""
        return any(waarde and waarde != _NIETS.get(self.code) for waarde in self.kern(persoon))

    def soort(self, blijft: Statushouder, vervalt: Statushouder) -> str:
        """gelijk, verschilt, een_keer or onbekend, as dossiers.rules.gelijkenis names them."""
        bekend = self.bekend(blijft), self.bekend(vervalt)
        if not all(bekend):
            return EEN_KEER if any(bekend) else ONBEKEND
        return GELIJK if self.kern(blijft) == self.kern(vervalt) else VERSCHILT


_VAST = (
    Keuzeveld("naam", "Naam", ("voornamen", "voorvoegsel", "achternaam")),
    Keuzeveld("geboren", "Geboren", ("geboren_vroegst", "geboren_laatst")),
    Keuzeveld("telefoon", "Telefoon", ("telefoon",)),
    Keuzeveld("email", "E-mail", ("email",)),
    Keuzeveld("vnummer", "V-nummer", ("vnummer",), eenmalig=True),
    Keuzeveld("bsn", "BSN", ("bsn", "bsn_index"), eenmalig=True),
    Keuzeveld("geslacht", "Geslacht", ("geslacht",)),
    Keuzeveld("nationaliteit", "Nationaliteit", ("nationaliteit",)),
    Keuzeveld("tolktaal", "Taal voor de tolk", ("tolktaal",)),
    Keuzeveld("vergunning", "Vergunning", ("vergunning", "vergunning_op")),
    Keuzeveld("wijze_van_komst", "Komt door", ("wijze_van_komst",)),
)


def keuzevelden() -> tuple[Keuzeveld, ...]:
    """All choices: those that go together first, then each other field of a person that people fill in."""
    gehad = {naam for veld in _VAST for naam in veld.velden}
    rest = (
        Keuzeveld(veld.name, _hoofdletter(str(veld.verbose_name)), (veld.attname,), eenmalig=veld.unique)
        for veld in Statushouder._meta.local_fields
        if veld.editable and not veld.primary_key and veld.name not in gehad
    )
    return (*_VAST, *rest)


def uitkomst(
    blijft: Statushouder, vervalt: Statushouder, keuzes: Mapping[str, str]
) -> tuple[Waarden, Waarden]:
    """The fields that change: of the dossier that stays, and of the other (a number that went along is empty there).

    `keuzes` names a side by the code of a choice; without one what is known on one side is taken, else what
    the staying dossier has. ValidationError at a number that differs and was not chosen.
    """
    erbij, eraf, fouten = {}, {}, {}
    for veld in keuzevelden():
        soort = veld.soort(blijft, vervalt)
        if soort == VERSCHILT and veld.eenmalig and veld.code not in keuzes:
            fouten[veld.code] = f"Kies welk {veld.label} klopt."
        if _kant(veld, soort, blijft, keuzes) == VERVALT:
            erbij.update(veld.waarden(vervalt))
            if veld.eenmalig:
                eraf.update(dict.fromkeys(veld.velden) | ({"bsn": ""} if veld.code == "bsn" else {}))
    if fouten:
        raise ValidationError(fouten)
    return erbij, eraf


def _kant(veld: Keuzeveld, soort: str, blijft: Statushouder, keuzes: Mapping[str, str]) -> str:
    if soort == VERSCHILT:
        return keuzes.get(veld.code, BLIJFT)
    return VERVALT if soort == EEN_KEER and not veld.bekend(blijft) else BLIJFT


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
