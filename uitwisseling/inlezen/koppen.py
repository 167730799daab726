"""Which column of a file is which of ours, by its header and by a mapping from ours to theirs."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kern.contract import Importsoort
from uitwisseling.rules.cellen import schoon
from uitwisseling.rules.grenzen import MEESTE_KOLOMMEN, Weigering


@dataclass(frozen=True)
class Koppen:
    """`plaats`: for each of our columns that the file has, its place; `over`: headers that are not read."""

    plaats: Mapping[str, int]
    gebruikt: Mapping[str, str]
    over: Sequence[str]


def lees_kolommenbestand(inhoud: bytes) -> dict[str, str]:
    """The table `[kolommen]` of a TOML file, from ours to theirs. Weigering when it is not that."""
    try:
        tabel = tomllib.loads(inhoud.decode()).get("kolommen")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise Weigering(f"Het kolommenbestand is geen TOML: {fout}.") from fout
    if not isinstance(tabel, dict) or not all(isinstance(waarde, str) for waarde in tabel.values()):
        raise Weigering(
            'In het kolommenbestand hoort een tabel [kolommen], met regels als achternaam = "Naam".'
        )
    return dict(tabel)


def vingerafdruk(rij: Sequence[str]) -> str:
    """The same for the same headers, in any order: by this a mapping is kept."""
    return sha256("\n".join(sorted(_sleutel(kop) for kop in rij if kop.strip())).encode()).hexdigest()


def verwisselt(soort: Importsoort, kolommen: Mapping[str, str]) -> bool:
    """Does this mapping read a column with the name of one of ours as another one?"""
    namen = {_sleutel(kolom.naam) for kolom in soort.kolommen}
    return any(_sleutel(hun) in namen - {_sleutel(ons)} for ons, hun in kolommen.items())


def koppel(soort: Importsoort, rij: Sequence[str], kolommen: Mapping[str, str]) -> Koppen:
    """Find our columns in the header row. Weigering: one sentence that says what does not fit."""
    koppen = [schoon(kop) for kop in rij]
    while koppen and not koppen[-1]:
        koppen.pop()
    if not koppen:
        raise Weigering("Rij 1 is leeg. Daar horen de namen van de kolommen te staan.")
    if len(koppen) > MEESTE_KOLOMMEN:
        raise Weigering(
            f"Dit bestand heeft {len(koppen)} kolommen, en wij lezen er ten hoogste {MEESTE_KOLOMMEN}. "
            "Lever alleen wat nodig is."
        )
    plaatsen = _plaatsen(koppen)
    _keur_koppeling(soort, plaatsen, kolommen)
    gebruikt = {
        kolom.naam: kolommen.get(kolom.naam, kolom.naam)
        for kolom in soort.kolommen
        if _sleutel(kolommen.get(kolom.naam, kolom.naam)) in plaatsen
    }
    _keur_verplicht(soort, gebruikt, koppen)
    plaats = {naam: plaatsen[_sleutel(kop)] for naam, kop in gebruikt.items()}
    over = [kop for nummer, kop in enumerate(koppen) if kop and nummer not in plaats.values()]
    return Koppen(plaats, {naam: koppen[nummer] for naam, nummer in plaats.items()}, over)


def _sleutel(kop: str) -> str:
    return schoon(kop).casefold()


def _plaatsen(koppen: Sequence[str]) -> dict[str, int]:
    plaatsen: dict[str, int] = {}
    for nummer, kop in enumerate(koppen):
        if not kop:
            continue
        if _sleutel(kop) in plaatsen:
            raise Weigering(f"De kolom {kop!r} staat er twee keer. Geef elke kolom een eigen naam.")
        plaatsen[_sleutel(kop)] = nummer
    return plaatsen


def _keur_koppeling(soort: Importsoort, plaatsen: Mapping[str, int], kolommen: Mapping[str, str]) -> None:
    namen = [kolom.naam for kolom in soort.kolommen]
    for ons, hun in kolommen.items():
        if ons not in namen:
            raise Weigering(f"In het kolommenbestand staat {ons!r}. Kies uit: {', '.join(namen)}.")
        if _sleutel(hun) not in plaatsen:
            raise Weigering(
                f"Het kolommenbestand noemt {hun!r} voor {ons}, en die kolom heeft het bestand niet."
            )
    hunne = [_sleutel(hun) for hun in kolommen.values()]
    if dubbel := next((hun for hun in kolommen.values() if hunne.count(_sleutel(hun)) > 1), None):
        raise Weigering(f"Het kolommenbestand noemt {dubbel!r} twee keer.")
    for ons in set(namen) - set(kolommen):
        if _sleutel(ons) in hunne:
            raise Weigering(
                f"Het kolommenbestand gebruikt {ons!r} voor een andere kolom. Noem ook {ons} zelf."
            )


def _keur_verplicht(soort: Importsoort, gebruikt: Mapping[str, str], koppen: Sequence[str]) -> None:
    mist = [kolom.naam for kolom in soort.kolommen if kolom.verplicht and kolom.naam not in gebruikt]
    sleutel = not soort.sleutels or any(set(sleutel) <= set(gebruikt) for sleutel in soort.sleutels)
    if (mist or not sleutel) and len(koppen) == 1:
        raise Weigering(
            "Rij 1 heeft maar een kolom. Lever een XLSX, of een CSV met puntkomma's tussen de kolommen."
        )
    if mist:
        raise Weigering(f"Deze kolom ontbreekt: {', '.join(mist)}. In rij 1 staat: {_kort(koppen)}.")
    if not sleutel:
        keuze = ", of ".join(" met ".join(sleutel) for sleutel in soort.sleutels)
        raise Weigering(f"Er is geen kolom om een rij aan te herkennen. Nodig is {keuze}.")


def _kort(koppen: Sequence[str]) -> str:
    tekst = ", ".join(kop for kop in koppen if kop)
    return tekst if len(tekst) <= 200 else f"{tekst[:200]}…"
