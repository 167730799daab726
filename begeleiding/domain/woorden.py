"""How pages and panel say how a first month stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from begeleiding.models import EersteMaand, Stapstand
from kern.register import register
from kern.schrijfwijze import MAANDEN, opsomming

KLAAR, LAAT, OPEN, NVT = "#10555d", "#a11d1a", "#d8d2c4", "#b9b2a1"


def kort(dag: date, vandaag: date) -> str:
    """28 maart; with the year where that is another one."""
    jaar = f" {dag.year}" if dag.year != vandaag.year else ""
    return f"{dag.day} {MAANDEN[dag.month - 1]}{jaar}"


def dagen(aantal: int) -> str:
    """1 dag, 4 dagen."""
    return "1 dag" if aantal == 1 else f"{aantal} dagen"


@dataclass(frozen=True)
class Stapbeeld:
    """A step of a list as a page shows it: its number, its row, and how it stands."""

    nummer: int
    rij: Stapstand
    klaar: bool
    nvt: bool
    te_laat: int  # days
    vanzelf: str  # the domain that filled it in
    icoon: str
    wanneer: str

    @property
    def soort(self) -> str:
        """The end of its class in the style sheet."""
        if self.nvt:
            return "nvt"
        if self.klaar:
            return "zelf" if self.vanzelf else "klaar"
        return "laat" if self.te_laat else "open"


def stapbeelden(lijst: EersteMaand, stappen: list[Stapstand], vandaag: date) -> list[Stapbeeld]:
    """The steps that apply to this family, in their order."""
    return [_beeld(nummer, rij, lijst, vandaag) for nummer, rij in enumerate(stappen, start=1)]


def _beeld(nummer: int, rij: Stapstand, lijst: EersteMaand, vandaag: date) -> Stapbeeld:
    domein = register[rij.stap.feit.split(".")[0]] if rij.feit_op else None
    telt = lijst.uiterlijk_op and not lijst.vertrokken_op(vandaag)
    te_laat = (vandaag - lijst.uiterlijk_op).days if telt else 0
    return Stapbeeld(
        nummer=nummer,
        rij=rij,
        klaar=rij.klaar_op is not None,
        nvt=rij.niet_van_toepassing and rij.feit_op is None,
        te_laat=0 if rij.klaar_op else max(te_laat, 0),
        vanzelf=domein.label if domein else "",
        icoon=domein.code if domein else "",
        wanneer=kort(rij.klaar_op, vandaag) if rij.klaar_op else "",
    )


def blokjes(stappen: list[Stapbeeld]) -> list[tuple[str, str, str]]:
    """The pieces of the bar: (x, width, colour), of 104 wide; what is done first, what is late last."""
    if not stappen:
        return []
    breedte = (104 - 1.14 * (len(stappen) - 1)) / len(stappen)
    kleur = {"klaar": KLAAR, "zelf": KLAAR, "nvt": NVT, "open": OPEN, "laat": LAAT}
    volgorde = [KLAAR, NVT, OPEN, LAAT]
    kleuren = sorted((kleur[stap.soort] for stap in stappen), key=volgorde.index)
    return [
        (f"{plaats * (breedte + 1.14):.2f}", f"{breedte:.2f}", kleur_)
        for plaats, kleur_ in enumerate(kleuren)
    ]


def badge(lijst: EersteMaand, open_: int, vandaag: date) -> tuple[str, str]:
    """Late, how many days there are left, or done."""
    if lijst.uiterlijk_op is None:
        return ("neutraal", "Nog niet gevestigd")
    if not open_:
        return ("goed", "Klaar")
    if lijst.vertrokken_op(vandaag):
        return ("neutraal", "Vertrokken")
    over = (lijst.uiterlijk_op - vandaag).days
    if over < 0:
        return ("slecht", f"{dagen(-over)} te laat")
    if over == 0:
        return ("let", "Vandaag de laatste dag")
    return ("let" if over <= 7 else "neutraal", f"Nog {dagen(over)}")


def lead(stappen: list[Stapbeeld]) -> str:
    """What is still to do, in a sentence."""
    open_ = [stap for stap in stappen if not stap.klaar]
    if not open_:
        return "Alle stappen zijn gedaan."
    namen = [_klein(str(stap.rij.stap)) for stap in open_]
    aantal = "1 stap" if len(namen) == 1 else f"{len(namen)} stappen"
    if len(namen) > 3:
        return f"Nog {aantal} te doen."
    return f"Nog {aantal} te doen: {opsomming(namen)}."


def _klein(tekst: str) -> str:
    """The first letter small, unless it begins a name or an abbreviation."""
    return tekst if tekst[1:2].isupper() else f"{tekst[:1].lower()}{tekst[1:]}"


def samenvatting(stappen: list[Stapbeeld]) -> str:
    """6 gedaan, 1 niet van toepassing, 1 nog te doen."""
    nvt = sum(stap.nvt for stap in stappen)
    gedaan = sum(stap.klaar and not stap.nvt for stap in stappen)
    delen = [f"{gedaan} gedaan"]
    if nvt:
        delen.append(f"{nvt} niet van toepassing")
    delen.append(f"{len(stappen) - nvt - gedaan} nog te doen")
    return ", ".join(delen)


def deze_week(vandaag: date) -> date:
    """The Sunday of this week."""
    return vandaag + timedelta(days=6 - vandaag.weekday())
