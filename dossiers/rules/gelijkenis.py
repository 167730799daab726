"""May two descriptions of a person be of one person? One rule for the form, the import and the list of doubles."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.distance import OSA, Levenshtein

from dossiers.models import Geslacht, Nationaliteit
from dossiers.rules.namen import Naam, naam, vergelijk_namen, zelfde_letters
from kern.leeftijd import Geboortedatum
from kern.namen import schriften

GELIJK, LIJKT, VERSCHILT, EEN_KEER, ONBEKEND = "gelijk", "lijkt", "verschilt", "een_keer", "onbekend"
STERK, BEETJE = "Lijkt sterk", "Lijkt een beetje"


@dataclass(frozen=True, kw_only=True)
class Kandidaat:
    """What is known of somebody, stored or still to be: a row of a file, a form, a dossier.

    `bsn_index` is the blind index, never the number. `gezin` is any key that members of one family
    share and nobody else has: None where no family is known.
    """

    achternaam: str
    voorvoegsel: str = ""
    voornamen: str = ""
    geboren: Geboortedatum = field(default_factory=Geboortedatum.onbekend)
    geslacht: str = Geslacht.ONBEKEND
    nationaliteit: str = Nationaliteit.ONBEKEND
    vnummer: str | None = None
    bsn_index: str | None = None
    gezin: Hashable = None


@dataclass(frozen=True)
class Veldoordeel:
    """One field of two persons beside each other.

    `veld` is naam, geboren, geslacht, nationaliteit, vnummer or bsn; `soort` one of gelijk, lijkt,
    verschilt, een_keer (known on one side) and onbekend (on neither). `woorden` says it in Dutch:
    "andere spelling", "alleen het jaar bekend", "dag en maand omgekeerd", "twee cijfers omgekeerd".
    """

    veld: str
    soort: str
    woorden: str


@dataclass(frozen=True)
class Gelijkenis:
    """That two may be one: how much from 0 to 1, in words (STERK or BEETJE), and the fields beside each other."""

    score: float
    oordeel: str
    velden: tuple[Veldoordeel, ...]

    @property
    def sterk(self) -> bool:
        return self.oordeel == STERK


# What the name must reach, by what the birth date says.
_DREMPEL = {GELIJK: 0.82, LIJKT: 0.84, EEN_KEER: 0.95, ONBEKEND: 0.97}
_EERSTE_JANUARI = "misschien alleen het jaar bekend"
_EEN_CIJFER = "één cijfer anders"
_OMGEKEERDE_CIJFERS = "twee cijfers omgekeerd"
# A date that differs by one digit is mostly another person's; one of 1 January may stand for a year.
_DREMPEL_BIJ = {_EEN_CIJFER: 2.0, _OMGEKEERDE_CIJFERS: 0.93, _EERSTE_JANUARI: 0.97}
# Who is born on one day with one family name may be twins: then the given name must sound the same.
_VOORNAAM_ZELFDE_DAG, _VOORNAAM_ZELFDE_GEZIN = 0.84, 0.92
_FACTOR = {GELIJK: 1.0, LIJKT: 0.9, EEN_KEER: 0.8, ONBEKEND: 0.75}
_STERK_VANAF = 0.87


def vergelijk(een: Kandidaat, ander: Kandidaat) -> Gelijkenis | None:
    """May these two be one person? None where they are not.

    Not one: another BSN, another V-number (more than a slip apart), another birth date, another given name
    (twins, couples, brothers and sisters), a given name that is the other's family name (father and son).
    """
    bsn = _bekend(een.bsn_index, ander.bsn_index, ())[0]
    vnummer, verschil = _cijferwoorden(een.vnummer, ander.vnummer)
    if VERSCHILT in {bsn, vnummer}:
        return None
    zelfde_nummer = GELIJK in {bsn, vnummer}
    geboren = _geborenwoorden(een.geboren, ander.geboren)
    if geboren[0] == VERSCHILT and not zelfde_nummer:
        return None
    namen = vergelijk_namen(_naam(een), _naam(ander))
    if zelfde_nummer:
        return Gelijkenis(0.9 + namen.score / 10, STERK, vergelijk_velden(een, ander))
    if not namen.zelfde or namen.score < _drempel(een, ander, geboren):
        return None
    if geboren[0] in {GELIJK, LIJKT} and namen.voornaam < _voornaamdrempel(een, ander):
        return None
    velden = vergelijk_velden(een, ander)
    score = namen.score * _FACTOR[geboren[0]] + (0.05 if verschil == _OMGEKEERDE_CIJFERS else 0)
    if any(veld.veld == "nationaliteit" and veld.soort == VERSCHILT for veld in velden):
        score -= 0.1
    return Gelijkenis(round(min(score, 0.99), 3), STERK if score >= _STERK_VANAF else BEETJE, velden)


def _drempel(een: Kandidaat, ander: Kandidaat, geboren: tuple[str, str]) -> float:
    """What the name must reach; above 1 where no name is enough."""
    soort, woorden = geboren
    drempel = _DREMPEL_BIJ.get(woorden, _DREMPEL[soort])
    if _bekend(een.geslacht, ander.geslacht, _GEEN_GESLACHT) == _VERSCHILT:
        drempel = 0.95 if soort == GELIJK else 2.0
    if _bekend(een.nationaliteit, ander.nationaliteit, _GEEN_NATIONALITEIT) == _VERSCHILT:
        drempel = drempel + 0.07 if soort in {GELIJK, LIJKT} else 2.0
    if soort in {EEN_KEER, ONBEKEND} and min(_naam(een).aantal, _naam(ander).aantal) < 2:
        return 2.0
    return drempel


def _voornaamdrempel(een: Kandidaat, ander: Kandidaat) -> float:
    if een.gezin is not None and een.gezin == ander.gezin:
        return _VOORNAAM_ZELFDE_GEZIN
    return _VOORNAAM_ZELFDE_DAG if een.geboren == ander.geboren else 0.0


def vergelijk_velden(een: Kandidaat, ander: Kandidaat) -> tuple[Veldoordeel, ...]:
    """The fields of two persons beside each other, whether they may be one or not."""
    return (
        Veldoordeel("naam", *_naamwoorden(een, ander)),
        Veldoordeel("geboren", *_geborenwoorden(een.geboren, ander.geboren)),
        Veldoordeel("geslacht", *_bekend(een.geslacht, ander.geslacht, _GEEN_GESLACHT)),
        Veldoordeel("nationaliteit", *_bekend(een.nationaliteit, ander.nationaliteit, _GEEN_NATIONALITEIT)),
        Veldoordeel("vnummer", *_cijferwoorden(een.vnummer, ander.vnummer)),
        Veldoordeel("bsn", *_bekend(een.bsn_index, ander.bsn_index, ())),
    )


_GEEN_GESLACHT = (Geslacht.ONBEKEND,)
_GEEN_NATIONALITEIT = (Nationaliteit.ONBEKEND, Nationaliteit.STAATLOOS)
_GELIJK, _VERSCHILT = (GELIJK, "gelijk"), (VERSCHILT, "verschilt")
_EEN_KEER, _ONBEKEND = (EEN_KEER, "één keer bekend"), (ONBEKEND, "niet bekend")


def _naam(van: Kandidaat) -> Naam:
    return naam(van.achternaam, van.voorvoegsel, van.voornamen)


def _naamwoorden(een: Kandidaat, ander: Kandidaat) -> tuple[str, str]:
    heel = [" ".join((k.voornamen, k.voorvoegsel, k.achternaam)) for k in (een, ander)]
    if zelfde_letters(*heel):
        return _GELIJK
    oordeel = vergelijk_namen(_naam(een), _naam(ander))
    if not oordeel.zelfde:
        return _VERSCHILT
    if schriften(heel[0]) != schriften(heel[1]):
        return LIJKT, "ander schrift"
    if oordeel.omgekeerd:
        return LIJKT, "voornaam en achternaam omgekeerd"
    return LIJKT, "een naam meer" if oordeel.over_een or oordeel.over_ander else "andere spelling"


def _bekend(een: str | None, ander: str | None, onbekend: Collection[str]) -> tuple[str, str]:
    eerst, dan = (None if not waarde or waarde in onbekend else waarde for waarde in (een, ander))
    if eerst is None or dan is None:
        return _ONBEKEND if eerst is dan else _EEN_KEER
    return _GELIJK if eerst == dan else _VERSCHILT


def _cijferwoorden(een: str | None, ander: str | None) -> tuple[str, str]:
    """Numbers: one digit different is a slip, but also what members of a family have."""
    oordeel = _bekend(een, ander, ())
    verschreven = _verschrijving(een or "", ander or "") if oordeel == _VERSCHILT else ""
    return (LIJKT, verschreven) if verschreven else oordeel


def _verschrijving(een: str, ander: str) -> str:
    """How two rows of digits differ that are one slip apart; empty for others."""
    if len(een) != len(ander) or OSA.distance(een, ander) != 1:
        return ""
    return _EEN_CIJFER if Levenshtein.distance(een, ander) == 1 else _OMGEKEERDE_CIJFERS


def _geborenwoorden(een: Geboortedatum, ander: Geboortedatum) -> tuple[str, str]:
    if een.vroegst is None or ander.vroegst is None:
        return _ONBEKEND if een == ander else _EEN_KEER
    if een == ander:
        return _GELIJK
    if een.is_volledig and ander.is_volledig:
        return _twee_dagen(een.vroegst, ander.vroegst)
    if not een.laatst or not ander.laatst or een.vroegst > ander.laatst or ander.vroegst > een.laatst:
        return _VERSCHILT
    maand = een.is_maand or ander.is_maand
    jaar = not (een.is_volledig or een.is_maand) or not (ander.is_volledig or ander.is_maand)
    return LIJKT, "alleen het jaar bekend" if jaar or not maand else "alleen de maand bekend"


def _twee_dagen(een: date, ander: date) -> tuple[str, str]:
    if een.year == ander.year:
        if (een.day, een.month) == (ander.month, ander.day):
            return LIJKT, "dag en maand omgekeerd"
        if (1, 1) in {
            (een.day, een.month),
            (ander.day, ander.month),
        }:  # entered where only the year was known
            return LIJKT, _EERSTE_JANUARI
    verschreven = _verschrijving(f"{een:%d%m%Y}", f"{ander:%d%m%Y}")
    return (LIJKT, verschreven) if verschreven else _VERSCHILT
