"""How pages say where an offer stands, what a household asks, and how long the norm runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.core.paginator import Paginator
from django.http import QueryDict

from huisvesting import figures, rules
from huisvesting.models import Aanbod
from huisvesting.rules import NEE, Stap
from kern.bladeren import bladeren
from kern.opmaak.datum import schrijf_datum

T = TypeVar("T")
PER_BLAD = 50

_STAND: dict[Stap, tuple[str, str]] = {
    Stap.BEZICHTIGD: ("wacht", "Bezichtigd"),
    Stap.GEACCEPTEERD: ("wacht", "Geaccepteerd"),
    Stap.GEWEIGERD: ("neutraal", "Geweigerd"),
    Stap.INGETROKKEN: ("neutraal", "Ingetrokken"),
    Stap.CONTRACT: ("goed", "Huur gaat in"),
    Stap.SLEUTEL: ("goed", "Sleutel gegeven"),
}
KNOPPEN: dict[Stap, str] = {
    Stap.BEZICHTIGD: "Bezichtigd",
    Stap.GEACCEPTEERD: "Geaccepteerd",
    Stap.GEWEIGERD: "Geweigerd",
    Stap.INGETROKKEN: "Intrekken",
    Stap.CONTRACT: "Huur gaat in",
    Stap.SLEUTEL: "Sleutel gegeven",
}
TITELS: dict[Stap, str] = {
    Stap.BEZICHTIGD: "Bezichtiging vastleggen",
    Stap.GEACCEPTEERD: "Vastleggen dat de woning is geaccepteerd",
    Stap.GEWEIGERD: "Vastleggen dat de woning is geweigerd",
    Stap.INGETROKKEN: "Aanbod intrekken",
    Stap.CONTRACT: "Vastleggen wanneer de huur ingaat",
    Stap.SLEUTEL: "Sleutel vastleggen",
}
WAT_VASTSTAAT: dict[Stap, str] = {
    Stap.BEZICHTIGD: "de bezichtiging",
    Stap.GEACCEPTEERD: "het accepteren",
    Stap.GEWEIGERD: "het weigeren",
    Stap.INGETROKKEN: "het intrekken",
    Stap.CONTRACT: "de huur",
    Stap.SLEUTEL: "de sleutel",
}

GEVOLG_VAN_TERUG = (
    "Wie met deze huur kwam wonen, woont er dan niet meer. De telling die daarbij hoort, vervalt. Wie een andere "
    "woning verliet, woont daar weer. Het aanbod staat daarna weer open."
)


def stand(rij: Aanbod) -> tuple[str, str]:
    """The badge of an offer: kind and words, by its last step."""
    gezet = figures.aanbodstand(rij).gezet()
    return _STAND[gezet[-1][0]] if gezet else ("wacht", "Aangeboden")


def ruimte(vrij: rules.Ruimte) -> str:
    """One sentence on what is free in a home."""
    if vrij.plaatsen == 0:
        return "In deze woning is geen plek, en van niemand is bekend dat die weggaat."
    if vrij.plaatsen is None:
        plekken = "Het aantal plekken is niet ingevuld"
    else:
        plekken = "1 plek vrij" if vrij.plaatsen == 1 else f"{vrij.plaatsen} plekken vrij"
    tot = f" tot en met {schrijf_datum(vrij.vrij_tot_en_met)}" if vrij.vrij_tot_en_met else ""
    return f"{plekken}, vanaf {schrijf_datum(vrij.vrij_van)}{tot}."


def wacht(huishouden: figures.Huishouden, peildatum: date) -> str:
    """How long a household waits since its link."""
    if huishouden.woont:
        return "Woont al in Wassenaar"
    sinds = huishouden.gekoppeld_op
    if sinds is None or sinds > peildatum:
        return "Geen koppeling"
    return f"{dagen((peildatum - sinds).days)} sinds {schrijf_datum(sinds)}"


def dagen(aantal: int) -> str:
    """ "1 dag", "12 dagen"."""
    return "1 dag" if aantal == 1 else f"{aantal} dagen"


def blad(rijen: Sequence[T], vraag: QueryDict) -> tuple[Sequence[T], dict[str, str]]:
    """Fifty of these rows by the page in the address, and the words and addresses for going through them."""
    pagina = Paginator(rijen, PER_BLAD).get_page(vraag.get("page"))
    return list(pagina.object_list), bladeren(pagina, vraag)


@dataclass(frozen=True)
class Normregel:
    """A part of the norm in words, with the badge of where it stands."""

    naam: str
    norm: str
    duur: str
    uiterlijk: str
    badge: tuple[str, str]

    @property
    def onder(self) -> list[str]:
        """Both, each on a line of its own, as far as they are known."""
        uiterlijk = f"uiterlijk {self.uiterlijk}" if self.uiterlijk else ""
        return [regel for regel in (self.duur, uiterlijk) if regel]


def normregel(deel: rules.Normdeel) -> Normregel:
    """How long a part took or runs, against its norm."""
    uiterlijk = schrijf_datum(deel.uiterlijk) if deel.uiterlijk else ""
    if deel.dagen is None:
        duur = ""
    elif deel.tot:
        duur = f"{dagen(deel.dagen)}, klaar op {schrijf_datum(deel.tot)}"
    else:
        duur = f"{dagen(deel.dagen)}, loopt"
    return Normregel(deel.naam, dagen(deel.norm), duur, uiterlijk, _normbadge(deel))


def _normbadge(deel: rules.Normdeel) -> tuple[str, str]:
    if deel.over is None:
        return ("neutraal", "Nog niet begonnen" if deel.uiterlijk else "Dag niet bekend")
    if deel.over > 0:
        return ("slecht", f"{dagen(deel.over)} te laat")
    if deel.tot:
        return ("goed", "Op tijd")
    return ("wacht", f"Nog {dagen(-deel.over)}" if deel.over else "Laatste dag")


def stapknoppen(rij: Aanbod) -> list[Stap]:
    """The steps that can be taken now; a no comes after what goes on."""
    return sorted(rules.mogelijk(figures.aanbodstand(rij)), key=lambda stap: stap in NEE)
