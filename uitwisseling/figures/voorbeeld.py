"""What a file would change, as the page tells it; a fixed number of queries for any number of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from kern.contract import Celsoort, Importsoort, Kolom, Naast, Opzijrij
from kern.leeftijd import Geboortedatum
from kern.opmaak.datum import schrijf_datum
from uitwisseling.models import KOP, Inleesfout, Inleesopzij, Inleesrij, Inleesverschil, Inlezing
from uitwisseling.rules.cellen import kolomvelden

NIETS = "—"
GEHEIM = "••••••"


@dataclass(frozen=True)
class Foutregel:
    """A fault; `naam` names the row, as far as its cells do, and `kolom` is the header of the file."""

    rij: int
    naam: str
    kolom: str
    waarde: str
    melding: str
    goed: str


@dataclass(frozen=True)
class Opzijregel:
    """A row set aside, named as a fault is; with `naast` it is shown beside `bekend`, and asks for a decision.

    `wat` is its code in words and `kolom` what it is about, where its kind says so. Once saved it bears the name of
    what it became, with the address of that.
    """

    rij: int
    naam: str
    melding: str
    bekend: int | None
    besluit: int | None
    naast: Naast | None
    dossier: Any
    wat: str = ""
    kolom: str = ""
    adres: str = ""


@dataclass(frozen=True)
class Opzijlijst:
    """The first rows set aside, and how many rows there are: to decide about (`naast`), and to look at later."""

    rijen: list[Opzijregel]
    naast: int
    later: int
    niet_alles: bool


@dataclass(frozen=True)
class Wijziging:
    """One column of one row that changes something, in words."""

    rij: int
    kolom: str
    was: str
    wordt: str
    dossier: Any


def fouten(inlezing: Inlezing, soort: Importsoort, *, limiet: int | None = None) -> list[Foutregel]:
    """The faults by row, and within it in the order of the columns."""
    rijen: Sequence[Inleesfout] = list(inlezing.fouten.order_by("rij", "pk")[:limiet])
    plaats = {kolom.naam: nummer for nummer, kolom in enumerate(soort.kolommen)}
    namen = _rijnamen(inlezing, soort, {fout.rij for fout in rijen})
    koppen = _koppen(inlezing, soort)
    return [
        Foutregel(
            fout.rij,
            namen.get(fout.rij, ""),
            koppen.get(fout.kolom, fout.kolom),
            _foutwaarde(fout),
            fout.melding,
            fout.goed,
        )
        for fout in sorted(rijen, key=lambda fout: (fout.rij, plaats.get(fout.kolom, -1)))
    ]


def opzij(inlezing: Inlezing, soort: Importsoort, *, limiet: int) -> Opzijlijst:
    """The first rows set aside, those with something to decide first."""
    alle = list(inlezing.opzijgezet.order_by("rij", "pk"))
    te_kiezen = [een for een in alle if soort.naast and een.bekend] if _rijen_zijn_er(inlezing) else []
    gekozen = te_kiezen[:limiet]
    cellen = _cellen(inlezing, soort, {een.rij for een in gekozen})
    naast: Mapping[int, Naast] = {}
    if soort.naast and gekozen:
        naast = soort.naast([Opzijrij(een.rij, een.bekend or 0, *cellen[een.rij]) for een in gekozen])
    met_dossier = {een.bekend for een in alle if een.bekend} if soort.naast else set()
    dossiers = _dossiers(soort, met_dossier)
    kiesbaar = {een.pk for een in te_kiezen}
    anders = [een for een in alle if een.pk not in kiesbaar]
    rijen = opzijregels(inlezing, soort, [*gekozen, *anders[:limiet]], naast=naast, dossiers=dossiers)
    later = {een.rij for een in anders} - {KOP}
    return Opzijlijst(rijen, len(te_kiezen), len(later), len(rijen) < len(alle))


def opzijregels(
    inlezing: Inlezing,
    soort: Importsoort,
    rijen: Sequence[Inleesopzij],
    *,
    naast: Mapping[int, Naast] | None = None,
    dossiers: Mapping[int, Any] | None = None,
) -> list[Opzijregel]:
    """These rows in words."""
    nummers = {een.rij for een in rijen}
    namen = _rijnamen(inlezing, soort, nummers)
    gemaakt = _gemaakt(inlezing, soort, nummers)
    koppen = _koppen(inlezing, soort)
    if dossiers is None:
        dossiers = _dossiers(soort, {een.bekend for een in rijen if een.bekend}) if soort.naast else {}
    regels = []
    for een in rijen:
        naam, adres = gemaakt.get(een.rij, (namen.get(een.rij, ""), ""))
        woord = soort.opzijwoorden.get(een.code)
        regels.append(
            Opzijregel(
                een.rij,
                naam,
                een.melding,
                een.bekend,
                inlezing.besluiten.get(str(een.rij)),
                (naast or {}).get(een.rij),
                dossiers.get(een.bekend or 0),
                woord.label if woord else "",
                ", ".join(koppen[kolom] for kolom in woord.kolommen) if woord else "",
                adres,
            )
        )
    return regels


def wijzigingen(
    inlezing: Inlezing, soort: Importsoort, verschillen: Iterable[Inleesverschil]
) -> list[Wijziging]:
    """These changes in words, with the dossier that each is about; fields of one column are one change."""
    rijen = list(verschillen)
    woorden = _woorden(soort, rijen)
    cellen = _cellen(inlezing, soort, {rij.rij for rij in rijen})
    dossiers = _dossiers(soort, {rij.dossier for rij in rijen if rij.dossier})
    kolommen = {kolom.naam: kolom for kolom in soort.kolommen}
    gevonden = []
    for (nummer, naam, _object), groep in groupby(rijen, key=lambda rij: (rij.rij, rij.kolom, rij.object_id)):
        delen = list(groep)
        kolom = kolommen[naam]
        eigen = woorden.get(naam)
        in_bestand = (cellen[nummer][0].get(naam) or "") if nummer in cellen else ""
        gevonden.append(
            Wijziging(
                nummer,
                kolom.label,
                _in_woorden(kolom, [deel.was for deel in delen], eigen, ""),
                _in_woorden(kolom, [deel.wordt for deel in delen], eigen, in_bestand),
                dossiers.get(delen[0].dossier or 0),
            )
        )
    return gevonden


def _foutwaarde(fout: Inleesfout) -> str:
    return fout.waarde or (GEHEIM if fout.kolom == "bsn" and fout.code != "ontbreekt" else NIETS)


def _koppen(inlezing: Inlezing, soort: Importsoort) -> dict[str, str]:
    """For each of our columns the header of the file, where that is another than ours; else our label."""
    hunne = {naam: kop for naam, kop in inlezing.kolommen.items() if kop.casefold() != naam.casefold()}
    return {kolom.naam: hunne.get(kolom.naam, kolom.label) for kolom in soort.kolommen}


def _rijen_zijn_er(inlezing: Inlezing) -> bool:
    """The staged rows go when a file is saved or stopped."""
    return inlezing.rijen.exists()


def _cellen(
    inlezing: Inlezing, soort: Importsoort, rijen: Collection[int]
) -> dict[int, tuple[dict[str, str | None], dict[str, str | None]]]:
    """By row number: the cells as they stand and the values that were read, by name."""
    namen = [kolom.naam for kolom in soort.kolommen]
    velden = [naam for kolom in soort.kolommen for naam, _soort in kolomvelden(kolom)]
    gevonden = Inleesrij.objects.filter(inlezing=inlezing, rij__in=rijen)
    return {
        rij.rij: (dict(zip(namen, rij.cellen, strict=True)), dict(zip(velden, rij.velden, strict=True)))
        for rij in gevonden
    }


def _rijnamen(inlezing: Inlezing, soort: Importsoort, rijen: Collection[int]) -> dict[int, str]:
    cellen = _cellen(inlezing, soort, rijen)
    return {
        rij: " ".join(deel for naam in soort.rijnaam if (deel := ruw.get(naam)))
        for rij, (ruw, _velden) in cellen.items()
    }


def _gemaakt(inlezing: Inlezing, soort: Importsoort, rijen: Collection[int]) -> dict[int, tuple[str, str]]:
    """By row number: name and address of what it became; nothing before it is saved, or of a kind without pages."""
    if soort.gemaakt is None or not rijen:
        return {}
    sporen = inlezing.sporen.filter(model=soort.gemaakt.model, rij__in=rijen).order_by()
    per_rij = dict(sporen.values_list("rij", "object_id"))
    namen = soort.gemaakt.noem(set(per_rij.values())) if per_rij else {}
    return {rij: namen[pk] for rij, pk in per_rij.items() if pk in namen}


def _dossiers(soort: Importsoort, pks: Collection[int | None]) -> dict[int, Any]:
    if soort.dossiers is None or not pks:
        return {}
    return {dossier.pk: dossier for dossier in soort.dossiers([pk for pk in pks if pk])}


def _woorden(soort: Importsoort, rijen: Iterable[Inleesverschil]) -> dict[str, Mapping[str, str]]:
    """By column that has words of its own: from what is stored to what is said."""
    waarden: dict[str, set[str]] = defaultdict(set)
    for rij in rijen:
        if rij.kolom in soort.woorden:
            waarden[rij.kolom] |= {waarde for waarde in (rij.was, rij.wordt) if waarde}
    return {naam: soort.woorden[naam](gevonden) for naam, gevonden in waarden.items()}


def _in_woorden(
    kolom: Kolom, waarden: Sequence[str | None], eigen: Mapping[str, str] | None, in_bestand: str
) -> str:
    waarde = waarden[0]
    if not waarde:
        return NIETS
    if eigen is not None:
        return eigen.get(waarde) or in_bestand or NIETS
    if kolom.soort == Celsoort.GEBOORTEDATUM:
        return _geboren(waarde, waarden[1] if len(waarden) > 1 else None) or in_bestand or waarde
    return _SCHRIJF.get(kolom.soort, str)(waarde)


def _geboren(vroegst: str, laatst: str | None) -> str:
    """As the forms write it; empty where only one of the two days changes."""
    if laatst is None:
        return ""
    return str(Geboortedatum(date.fromisoformat(vroegst), date.fromisoformat(laatst)))


_SCHRIJF: dict[Celsoort, Callable[[str], str]] = {
    Celsoort.BSN: lambda _waarde: GEHEIM,
    Celsoort.DATUM: lambda waarde: schrijf_datum(date.fromisoformat(waarde)),
    Celsoort.JA_NEE: lambda waarde: "ja" if waarde == "true" else "nee",
}
