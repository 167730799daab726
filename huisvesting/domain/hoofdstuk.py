"""The chapter on housing in the council's report."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from huisvesting import figures
from huisvesting.domain.grafiek import grafiek, in_woorden
from huisvesting.domain.stand import Oordeel, oordeel, periodenaam
from huisvesting.domain.vooruitblik import vooruitblik
from huisvesting.figures import Stand
from huisvesting.rules import BRONVERSCHILLEN, Woningtekort
from kern import schrijfwijze
from kern.contract import Hoofdstuk, Peiling
from kern.grafieken import bevries
from kern.hoofdstuk import Begrip, Bron, Grafiek, Inhoud, Kernwaarde, Kolom, Rij, Tabel, Tekst, Verloop
from kern.hoofdstuk import Stand as Standwoord
from kern.models import Bronverschil

_KOLOMMEN = [
    Kolom("Periode", breedte="b-22"),
    *(Kolom(naam, getal=True) for naam in ("Opgave", "Achterstand", "Te doen", "Gehuisvest", "Nog te doen")),
    Kolom("Stand", breedte="b-20"),
]


def gegevens(peiling: Peiling) -> dict[str, Any]:
    """How the quota stands at the peildatum, and what the period brought."""
    standen = figures.grootboek(peiling.peildatum)
    lopend = next((stand for stand in standen if stand.loopt), None)
    nodig = figures.nog_te_huisvesten(standen, peiling.peildatum)
    in_periode = figures.tellingen(peiling).count()
    drempels = figures.drempels(peiling.peildatum)
    woord = _woord(oordeel(lopend, drempels)) if lopend else Standwoord("neutraal", "Geen opgave")
    reeksen = figures.verloop(standen, peiling.peildatum)
    delen: list[Any] = [_tabel(standen, nodig, peiling, drempels)]
    if reeksen["tempo"]:
        tekening = bevries(grafiek(reeksen, peiling.peildatum, breed=540, hoog=250))
        bijschrift = (
            f"Gehuisvest, verwacht en het tempo van de opgave, opgeteld vanaf 1 januari {peiling.van.year}."
        )
        delen.insert(
            0, Grafiek(alt=in_woorden(reeksen, peiling.peildatum), vega=tekening, bijschrift=bijschrift)
        )
    wachtenden = figures.tel_zoekers(peiling.peildatum)
    groepen = figures.verwachte_groepen(Peiling.op(peiling.peildatum).heel_jaar(), lopend, wachtenden)
    woningen = figures.tekort(peiling.peildatum, wachtenden)
    delen.append(Tekst([*_toelichting(standen), *vooruitblik(peiling, standen, groepen, woningen)]))
    return Inhoud(
        zin=_zin(in_periode, lopend, peiling),
        stand=woord,
        samenvatting=_samenvatting(lopend, nodig, woningen),
        kern=[_kernwaarde(lopend, in_periode, woord, peiling)] if lopend else [],
        delen=delen,
        bronnen=_bronnen(standen),
        begrippen=[
            Begrip(
                "Op tempo",
                "Het aantal gehuisveste personen is ten minste het deel van de opgave dat bij de verstreken dagen van "
                "de periode hoort, in hele personen.",
            ),
            Begrip(
                "Achterstand", "Wat een afgesloten periode te weinig had. Het komt bij de volgende periode."
            ),
        ],
        standen=_verloop(nodig, in_periode, peiling),
    ).als_json()


def _woord(oordeel: Oordeel) -> Standwoord:
    return Standwoord(oordeel.soort, oordeel.tekst)


def _personen(aantal: int) -> str:
    return "1 persoon" if aantal == 1 else f"{schrijfwijze.getal(aantal)} personen"


def _zin(in_periode: int, lopend: Stand | None, peiling: Peiling) -> str:
    vonden = "vond 1 persoon" if in_periode == 1 else f"vonden {schrijfwijze.getal(in_periode)} personen"
    zin = f"In {schrijfwijze.maand(peiling.van)} {vonden} een eerste woning in Wassenaar."
    if not lopend:
        return zin
    eind = schrijfwijze.dag(lopend.periode.tot_en_met)
    if lopend.saldo > 0:
        return f"{zin} Tot en met {eind} zijn nog {_personen(lopend.saldo)} te huisvesten."
    return f"{zin} De opgave tot en met {eind} is gehaald."


def _samenvatting(lopend: Stand | None, nodig: int | None, woningen: Woningtekort) -> str:
    if not lopend:
        return "Voor deze dag is geen opgave bekend."
    tekst = f"{lopend.gerealiseerd} van {lopend.te_realiseren} gehuisvest."
    if not nodig:
        return tekst
    zin = f"{tekst} Tot en met 31 december zijn nog {_personen(nodig)} te huisvesten."
    if not woningen.nodig:
        return zin
    return f"{zin} Daarvoor zijn {woningen.nodig} woningen nodig, {woningen.in_beeld} zijn in beeld."


def _kernwaarde(lopend: Stand, in_periode: int, woord: Standwoord, peiling: Peiling) -> Kernwaarde:
    dag = lopend.periode.tot_en_met
    return Kernwaarde(
        naam=f"Gehuisvest tot en met {dag.day} {schrijfwijze.MAANDEN[dag.month - 1]}",
        waarde=lopend.gerealiseerd,
        van=lopend.te_realiseren,
        bij=f"+{in_periode} in {schrijfwijze.MAANDEN[peiling.van.month - 1]}",
        stand=woord,
    )


def _tabel(standen: list[Stand], nodig: int | None, peiling: Peiling, drempels: figures.Drempels) -> Tabel:
    rijen = []
    for nummer, stand in enumerate(standen):
        cellen = (
            stand.opgave,
            stand.overgedragen if nummer else None,
            stand.te_realiseren,
            stand.gerealiseerd,
            stand.saldo,
            _woord(oordeel(stand, drempels)),
        )
        rijen.append(Rij(periodenaam(stand), cellen, "nadruk" if stand.loopt else ""))
    if nodig is not None:
        kop = f"Na {schrijfwijze.dag(peiling.peildatum)}, tot en met 31 december"
        rijen.append(Rij(kop, ["", "", "", "", nodig, ""], "som"))
    return Tabel(bijschrift="Taakstelling per periode, in personen", kolommen=_KOLOMMEN, rijen=rijen)


def _toelichting(standen: list[Stand]) -> list[str]:
    """Where the plan's own position does not hold yet."""
    alineas = []
    for stand in standen:
        begin = getattr(stand.periode, "beginstand", None)
        if begin and stand.begonnen and not stand.beginstand_geldt:
            alineas.append(
                f"Het plan geeft voor {periodenaam(stand)} een stand op {schrijfwijze.dag(begin.stand_op)}. "
                "Voor die dag telt dit rapport alleen de personen van wie we de naam kennen."
            )
    return alineas


def _bronnen(standen: list[Stand]) -> list[Bron]:
    codes = [code for stand in standen for code in BRONVERSCHILLEN.get(stand.periode.code, ())]
    verschillen = Bronverschil.objects.in_bulk(codes, field_name="code")
    return [
        Bron(verschillen[code].onderwerp, verschillen[code].verklaring)
        for code in codes
        if code in verschillen
    ]


def _verloop(nodig: int | None, in_periode: int, peiling: Peiling) -> list[Verloop]:
    """Who still has to be housed this year: at the end of the day before the period, and at the peildatum."""
    vooraf = peiling.van - timedelta(days=1)
    begin = figures.nog_te_huisvesten(figures.grootboek(vooraf), vooraf)
    if begin is None or nodig is None:
        return []
    erbij = max(nodig - begin + in_periode, 0)
    eraf = begin + erbij - nodig
    return [Verloop(code="huisvesting.nog_te_huisvesten", begin=begin, erbij=erbij, eraf=eraf, eind=nodig)]


HOOFDSTUK = Hoofdstuk(
    code="huisvesting",
    titel="Huisvesting",
    volgorde=10,
    rapporten=frozenset({"voortgang"}),
    gegevens=gegevens,
    # who makes the difference with COA stands in no report: dossiers are not for who reads it
    document=("taakstelling", lambda peiling: figures.taakstelling(peiling.peildatum) | {"verschil_coa": []}),
)
