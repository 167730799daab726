"""The chapter on the budget in the council's reports."""

from __future__ import annotations

from typing import Any

from financien import figures
from financien.domain.document import document
from financien.domain.grafiek import grafiek, in_woorden
from financien.domain.woorden import jaren_in_woorden, keer, opmerking, wie
from financien.domain.woorden import stand as in_stand
from financien.figures import Aansluiting, som
from financien.rules import BRONVERSCHILLEN
from kern import schrijfwijze
from kern.contract import Hoofdstuk, Peiling
from kern.grafieken import bevries
from kern.hoofdstuk import Begrip, Bron, Grafiek, Inhoud, Kernwaarde, Kolom, Rij, Stand, Tabel, Tekst
from kern.models import Bronverschil

_BEGRIPPEN = [
    Begrip(
        "Niet toegewezen",
        "De begrote inkomsten over alle jaren van het plan, min het budget van alle activiteiten.",
    ),
    Begrip(
        "RMBA", "Het geld van het rijk voor maatschappelijke begeleiding van mensen die moeten inburgeren."
    ),
    Begrip(
        "Decentralisatie-uitkering",
        "Het geld van het rijk voor de verhoogde instroom, per persoon die een woning kreeg.",
    ),
]


def gegevens(peiling: Peiling) -> dict[str, Any]:
    """The budget as the plan has it, and the persons that it counts on beside those who came."""
    stand = figures.bereken(peiling.peildatum)
    if not stand.jaren:
        leeg = "Er is nog geen plan geladen."
        return Inhoud(zin=leeg, stand=Stand("neutraal", "Onbekend"), samenvatting=leeg).als_json()
    woord = _woord(stand)
    return Inhoud(
        zin=(
            f"Voor {jaren_in_woorden(stand.jaren)} is {schrijfwijze.bedrag(stand.inkomsten)} euro aan inkomsten "
            f"begroot. De activiteiten kosten samen {schrijfwijze.bedrag(stand.lasten)} euro."
        ),
        stand=woord,
        samenvatting=_samenvatting(stand),
        kern=[_kernwaarde(stand, woord)],
        delen=[
            _inkomsten(stand),
            _activiteiten(stand),
            Grafiek(
                kop="Budget per activiteit",
                alt=in_woorden(stand.activiteiten),
                vega=bevries(grafiek(stand.activiteiten, breed=450)),
            ),
            *_afwijkingen(stand),
            _personen(stand),
            Tekst([_boekingen(stand)]),
        ],
        bronnen=_bronnen(),
        begrippen=_BEGRIPPEN,
    ).als_json()


def _boekingen(stand: Aansluiting) -> str:
    """What the ledger says, and what of it still has no line."""
    grootboek = stand.grootboek
    if not grootboek.boekingen:
        return "Er zijn nog geen boekingen ingelezen. De bedragen zijn dus die van het plan."
    ontvangen, besteed = som(stand.posten(), "geboekt"), som(stand.activiteiten, "geboekt")
    zin = (
        f"Volgens het grootboek is {schrijfwijze.bedrag(ontvangen)} euro ontvangen en "
        f"{schrijfwijze.bedrag(besteed)} euro besteed."
    )
    if not grootboek.aantal_los:
        return f"{zin} Elke boeking staat bij een regel."
    wat = "boeking heeft" if grootboek.aantal_los == 1 else "boekingen hebben"
    los = schrijfwijze.bedrag(grootboek.los)
    return f"{zin} {schrijfwijze.getal(grootboek.aantal_los)} {wat} nog geen regel, samen {los} euro."


def _woord(stand: Aansluiting) -> Stand:
    return Stand("slecht", "Tekort") if stand.niet_toegewezen < 0 else Stand("goed", "Binnen de inkomsten")


def _samenvatting(stand: Aansluiting) -> str:
    rest = schrijfwijze.bedrag(abs(stand.niet_toegewezen))
    if stand.niet_toegewezen < 0:
        return f"De activiteiten kosten {rest} euro meer dan de inkomsten."
    return f"Van de inkomsten over {jaren_in_woorden(stand.jaren)} is {rest} euro nog niet toegewezen."


def _kernwaarde(stand: Aansluiting, woord: Stand) -> Kernwaarde:
    return Kernwaarde(
        naam="Niet toegewezen",
        waarde=stand.niet_toegewezen,
        bij=f"van {schrijfwijze.bedrag(stand.inkomsten)} euro inkomsten",
        stand=woord,
    )


def _inkomsten(stand: Aansluiting) -> Tabel:
    rijen = []
    for jaar in stand.jaren:
        posten = stand.posten(jaar)
        rijen += [Rij(post.omschrijving, [keer(post), post.budget, post.geboekt]) for post in posten]
        rijen.append(
            Rij(f"Totaal {jaar}", ["", stand.inkomsten_per_jaar[jaar], som(posten, "geboekt")], "som")
        )
    rijen.append(Rij("Alle inkomsten", ["", stand.inkomsten, som(stand.posten(), "geboekt")], "nadruk"))
    return Tabel(
        bijschrift=f"Inkomsten {jaren_in_woorden(stand.jaren)}, in euro",
        kolommen=[
            Kolom("Regel", breedte="b-40"),
            Kolom("Personen × tarief", getal=True),
            Kolom("Begroot", getal=True),
            Kolom("Ontvangen", getal=True),
        ],
        rijen=rijen,
    )


def _activiteiten(stand: Aansluiting) -> Tabel:
    rijen = [
        Rij(
            regel.omschrijving,
            [
                regel.budget,
                regel.geboekt,
                regel.verplicht,
                regel.vrij,
                regel.prognose,
                Stand(*in_stand(regel)),
            ],
        )
        for regel in stand.activiteiten
    ]
    samen = [som(stand.activiteiten, naam) for naam in ("geboekt", "verplicht", "vrij")]
    rijen.append(Rij("Totaal", [stand.lasten, *samen, stand.prognose, ""], "som"))
    rijen.append(Rij("Niet toegewezen", [stand.niet_toegewezen, "", "", "", "", ""], "nadruk"))
    eerste = schrijfwijze.bedrag(stand.niet_toegewezen_eerste_jaar)
    return Tabel(
        bijschrift=f"Activiteiten {jaren_in_woorden(stand.jaren)}, in euro",
        kolommen=[
            Kolom("Activiteit", breedte="b-22"),
            *(Kolom(naam, getal=True) for naam in ("Budget", "Besteed", "Vastgelegd", "Vrij", "Prognose")),
            Kolom("Stand", breedte="b-20"),
        ],
        rijen=rijen,
        noot=(
            f"Het plan noemt geen jaar bij de activiteiten. Staan ze alle in {stand.jaren[0]}, dan is in dat jaar "
            f"{eerste} euro niet toegewezen."
        ),
    )


def _afwijkingen(stand: Aansluiting) -> list[Tabel]:
    """Lines that are off above the threshold, with the remark that answers it; nothing where none is."""
    grote = [rij for rij in figures.afwijkingen(stand) if rij.groot]
    if not grote:
        return []
    drempel = schrijfwijze.bedrag(grote[0].drempel)
    return [
        Tabel(
            kop="Wat wijkt af?",
            bijschrift=f"Regels die meer dan {drempel} euro afwijken, en waarom",
            kolommen=[
                Kolom("Regel", breedte="b-25"),
                Kolom("Budget", getal=True),
                Kolom("Afwijking", getal=True),
                Kolom("Opmerking", breedte="b-40"),
            ],
            rijen=[
                Rij(rij.regel.omschrijving, [rij.regel.budget, rij.bedrag, opmerking(rij)]) for rij in grote
            ],
            noot=(
                "Van een activiteit is de afwijking de prognose min het budget. Van inkomsten in personen is het wat "
                "de getelde personen meer of minder opleveren."
            ),
        )
    ]


def _personen(stand: Aansluiting) -> Tabel:
    rijen: list[Rij] = []
    for rij in stand.personen:
        cellen = (rij.begroot, rij.geteld, rij.verschil, rij.verschil_euro, wie(rij))
        rijen.append(Rij(rij.regel.omschrijving, cellen))
    return Tabel(
        kop="Personen naast personen",
        bijschrift="Begrote personen naast getelde personen",
        kolommen=[
            Kolom("Regel", breedte="b-30"),
            *(Kolom(naam, getal=True) for naam in ("Begroot", "Geteld", "Verschil", "In euro")),
            Kolom("Wie tellen we?", breedte="b-22"),
        ],
        rijen=rijen,
    )


def _bronnen() -> list[Bron]:
    verschillen = Bronverschil.objects.in_bulk(BRONVERSCHILLEN, field_name="code")
    return [
        Bron(verschillen[code].onderwerp, verschillen[code].verklaring)
        for code in BRONVERSCHILLEN
        if code in verschillen
    ]


HOOFDSTUK = Hoofdstuk(
    code="financien",
    titel="Begroting",
    volgorde=60,
    rapporten=frozenset({"budget", "voortgang"}),
    gegevens=gegevens,
    document=("aansluiting", lambda peiling: document(peiling.peildatum)),
)
