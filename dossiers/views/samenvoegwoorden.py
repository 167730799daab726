"""How the page of two dossiers says what is known of both, what moves and what changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dossiers.figures.samenvoegen import Meegaan, Naast
from dossiers.models import Regie, Statushouder
from dossiers.rules.gelijkenis import EEN_KEER, GELIJK, LIJKT, ONBEKEND, VERSCHILT, Gelijkenis
from dossiers.rules.samenvoegvelden import BLIJFT, VERVALT, Keuzeveld
from kern.contract import Samenvoegbeeld
from kern.leeftijd import Geboortedatum
from kern.opmaak.datum import schrijf_datum
from kern.opmaak.scherm import ONBEKEND as STREEP
from kern.schrijfwijze import dag

# Known twice and not equal, but nothing to choose: it moves by the rules of its own domain.
VAST = "vast"
# Sign and class of each verdict (picture 13); the sign always with words.
TEKENS = {
    GELIJK: ("=", "wi-gelijk", "gelijk"),
    LIJKT: ("≈", "wi-lijkt", "lijkt op"),
    VERSCHILT: ("≠", "wi-verschilt", "verschilt"),
    EEN_KEER: ("", "wi-stil", "1 keer bekend"),
    VAST: ("", "wi-stil", "2 keer bekend"),
}
TE_KIEZEN = {LIJKT, VERSCHILT}
_TELWOORDEN = (
    (GELIJK, "gelijk", "gelijk"),
    (LIJKT, "lijkt op elkaar", "lijken op elkaar"),
    (VERSCHILT, "verschilt", "verschillen"),
    (EEN_KEER, "staat er 1 keer", "staan er 1 keer"),
)
# What was last registered is usually still right.
_NIEUWSTE = {"telefoon", "email"}
# Being equal in these says something of who somebody is; many people have the same permit.
_ZEGT_IETS = {"naam", "geboren", "geslacht", "nationaliteit", "tolktaal", "telefoon", "email"}


@dataclass(frozen=True)
class Rij:
    """One line of "Wat klopt?": name, verdict, and both values with a word below."""

    code: str
    label: str
    soort: str
    oordeel: str
    blijft: str
    vervalt: str
    bij_blijft: str = ""
    bij_vervalt: str = ""
    standaard: str = ""

    @property
    def klasse(self) -> str:
        return TEKENS[self.soort][1]

    @property
    def te_kiezen(self) -> bool:
        return self.soort in TE_KIEZEN


def rijen(
    blijft: Statushouder,
    vervalt: Statushouder,
    naast: Sequence[Naast],
    regie: dict[int, Regie],
    beelden: Sequence[Samenvoegbeeld],
    *,
    met_bsn: bool,
) -> list[Rij]:
    """All lines: what must be chosen first, then what is known once, then what is equal.

    With `met_bsn` a BSN shows its last three digits, so that two can be told apart.
    """
    gevonden = [_rij(deel, blijft, vervalt, met_bsn=met_bsn) for deel in naast if deel.soort != ONBEKEND]
    gevonden.append(_regierij(regie[blijft.pk], regie[vervalt.pk]))
    gevonden += [
        _vast(label, van_blijft, van_vervalt)
        for beeld in beelden
        for label, van_blijft, van_vervalt in beeld.feiten
        if van_blijft or van_vervalt
    ]
    volgorde = {LIJKT: 0, VERSCHILT: 0, EEN_KEER: 1, VAST: 1, GELIJK: 2}
    return sorted(gevonden, key=lambda rij: volgorde[rij.soort])


def optelling(alle: Sequence[Rij]) -> str:
    """ "3 gelijk, 2 lijken op elkaar, 2 verschillen, 3 staan er 1 keer"."""
    telling = Counter(rij.soort for rij in alle)
    return ", ".join(
        f"{telling[soort]} {enkel if telling[soort] == 1 else meer}"
        for soort, enkel, meer in _TELWOORDEN
        if telling[soort]
    )


def let_op(deel: Meegaan, vervalt: Statushouder) -> str:
    """What somebody should know of a kind of rows that moves."""
    if deel.aaneen and deel.achter:
        return "lopen in elkaar over: worden één periode"
    if deel.voorrang and deel.achter:
        return deel.voorrang
    if deel.achter == 1:
        return f"1 blijft bij {vervalt.nummer}: kan niet twee keer tegelijk"
    if deel.achter:
        return f"{deel.achter} blijven bij {vervalt.nummer}: kunnen niet twee keer tegelijk"
    return "alles gaat mee, met de eigen datum" if deel.vervalt else "verandert niet"


def waarom(gelijkenis: Gelijkenis | None, alle: Sequence[Rij], gezinnen: Sequence[int]) -> list[str]:
    """Why two dossiers may be of one person, in short sentences; a family says that they may be two."""
    zinnen = [
        f"{rij.label}: {rij.oordeel.removeprefix('≈ lijkt op: ')}." for rij in alle if rij.soort == LIJKT
    ]
    gelijk = [rij.label for rij in alle if rij.soort == GELIJK and rij.code in _ZEGT_IETS]
    if gelijk:
        zinnen.append(f"Gelijk: {', '.join(gelijk)}.")
    if gelijkenis is None:
        zinnen.insert(0, "Het systeem denkt dat dit twee mensen zijn. Kijk goed of u het zeker weet.")
    if len(gezinnen) == 2 and len(set(gezinnen)) == 1:
        zinnen.append("Let op: beide horen bij één gezin. Het kan een tweeling, broer of zus zijn.")
    elif not gezinnen:
        zinnen.append("Een tweeling of partner is het niet: er is geen gezin.")
    return zinnen


def daarna(blijft: Statushouder, gekozen: dict[str, Any]) -> str:
    """Who there is afterwards: "Amanuel Gebreselassie, geboren op 5 juni 1990"."""
    samen = {naam: gekozen.get(naam, getattr(blijft, naam)) for naam in _IN_KOP}
    naam = " ".join(samen[deel] for deel in _IN_KOP[:3] if samen[deel])
    geboren = Geboortedatum(samen["geboren_vroegst"], samen["geboren_laatst"])
    if geboren.vroegst is None:
        return naam
    return f"{naam}, geboren {'op ' + dag(geboren.vroegst) if geboren.is_volledig else 'in ' + str(geboren)}"


_IN_KOP = ("voornamen", "voorvoegsel", "achternaam", "geboren_vroegst", "geboren_laatst")


def onder_nummer(persoon: Statushouder, stand: dict[str, Any]) -> str:
    """The line below a dossier number in the head of the table."""
    sinds: date | None = getattr(persoon, "gevestigd_sinds", None)
    return f"{stand['label'].lower()} sinds {dag(sinds)}" if sinds else str(stand["label"]).lower()


def _rij(deel: Naast, blijft: Statushouder, vervalt: Statushouder, *, met_bsn: bool) -> Rij:
    teken, _klasse, kaal = TEKENS[deel.soort]
    woorden = f"{kaal}: {deel.woorden}" if deel.soort == LIJKT and deel.woorden else kaal
    return Rij(
        code=deel.veld.code,
        label=deel.veld.label,
        soort=deel.soort,
        oordeel=f"{teken} {woorden}".strip(),
        blijft=waarde(deel.veld, blijft, met_bsn=met_bsn),
        vervalt=waarde(deel.veld, vervalt, met_bsn=met_bsn),
        bij_blijft=_bij(deel.veld, blijft),
        bij_vervalt=_bij(deel.veld, vervalt),
        standaard=_standaard(deel.veld, blijft, vervalt),
    )


def _regierij(eigen: Regie, ander: Regie) -> Rij:
    gelijk = eigen.regisseur_id == ander.regisseur_id
    teken, _klasse, woord = TEKENS[GELIJK if gelijk else VERSCHILT]
    return Rij(
        "regisseur",
        "Regisseur",
        GELIJK if gelijk else VERSCHILT,
        f"{teken} {woord}",
        str(eigen.regisseur or "Nog niet toegewezen"),
        str(ander.regisseur or "Nog niet toegewezen"),
        bij_blijft=f"sinds {dag(eigen.van)}",
        bij_vervalt=f"sinds {dag(ander.van)}",
        standaard=VERVALT if eigen.regisseur is None else BLIJFT,
    )


def _vast(label: str, van_blijft: str, van_vervalt: str) -> Rij:
    """A fact of another domain: it moves by its own rules, so there is nothing to choose."""
    soort = GELIJK if van_blijft == van_vervalt else VAST if van_blijft and van_vervalt else EEN_KEER
    teken, _klasse, woord = TEKENS[soort]
    return Rij("", label, soort, f"{teken} {woord}".strip(), van_blijft or STREEP, van_vervalt or STREEP)


def _standaard(veld: Keuzeveld, blijft: Statushouder, vervalt: Statushouder) -> str:
    """What is proposed: the fullest birth date, the newest telephone; a number is chosen by somebody."""
    if veld.eenmalig:
        return ""
    if veld.code == "geboren":
        return VERVALT if vervalt.geboren.is_volledig and not blijft.geboren.is_volledig else BLIJFT
    return VERVALT if veld.code in _NIEUWSTE and vervalt.pk > blijft.pk else BLIJFT


def waarde(veld: Keuzeveld, persoon: Statushouder, *, met_bsn: bool) -> str:
    """The value of a choice as the screen writes it; a BSN is masked."""
    if not veld.bekend(persoon):
        return STREEP
    if veld.code == "naam":
        return persoon.naam
    if veld.code == "geboren":
        return str(persoon.geboren)
    if veld.code == "bsn":
        return f"{persoon.bsn} {persoon.bsn.ontsleutel()[-3:]}" if met_bsn else str(persoon.bsn)
    return ", sinds ".join(_los(persoon, naam) for naam in veld.velden if getattr(persoon, naam))


def _los(persoon: Statushouder, naam: str) -> str:
    los = getattr(persoon, naam)
    tonen = getattr(persoon, f"get_{naam}_display", None)
    return str(tonen()) if tonen else schrijf_datum(los) if isinstance(los, date) else str(los)


def _bij(veld: Keuzeveld, persoon: Statushouder) -> str:
    if veld.code != "geboren" or persoon.geboren.is_volledig:
        return ""
    return "dag onbekend" if persoon.geboren.is_maand else "dag en maand onbekend"
