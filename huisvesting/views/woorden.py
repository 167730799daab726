"""How the pages of the quota say what the figures mean."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from huisvesting.domain.stand import Oordeel, oordeel, periodenaam, verwachting
from huisvesting.figures import Drempels, Stand, Verwachtgroep
from huisvesting.models import Woonvraag
from kern import schrijfwijze


def _kort(dag: date) -> str:
    return f"{dag.day} {schrijfwijze.MAANDEN[dag.month - 1]}"


def rij(stand: Stand, vorige: Stand | None, drempels: Drempels) -> dict[str, Any]:
    """A period with its words; `deel` and `tijd` are percentages for the meter."""
    dagen = (stand.periode.tot_en_met - stand.periode.van).days + 1
    voorbij = min(max((stand.peildatum - stand.periode.van).days + 1, 0), dagen)
    verwacht = stand.verwacht_overgedragen
    return {
        "stand": stand,
        "naam": periodenaam(stand),
        "onder": _onder(stand),
        "overgedragen": stand.overgedragen if vorige else None,
        "verwacht_overgedragen": "" if verwacht is None else f"naar verwachting {verwacht}",
        "oordeel": oordeel(stand, drempels),
        "verwachting": verwachting(stand, drempels),
        "deel": round(100 * stand.gerealiseerd / stand.te_realiseren) if stand.te_realiseren > 0 else 100,
        "tijd": round(100 * voorbij / dagen),
        "einde": stand.periode.tot_en_met + timedelta(days=1),
    }


def rijen(standen: list[Stand], drempels: Drempels) -> list[dict[str, Any]]:
    """All periods; the first has nothing before it that could be carried."""
    return [rij(stand, vorige, drempels) for stand, vorige in zip(standen, [None, *standen], strict=False)]


def _onder(stand: Stand) -> str:
    if stand.loopt:
        return f"tot en met {_kort(stand.peildatum)}"
    return "stand uit het plan" if stand.afgesloten and stand.beginstand_geldt else ""


def delen(standen: list[Stand], peildatum: date) -> str:
    """What the number up to the end of the year is the sum of: "10 + 15"."""
    open_staand = [
        s.saldo for s in standen if not s.afgesloten and s.periode.tot_en_met.year == peildatum.year
    ]
    return " + ".join(str(deel) for deel in open_staand)


def samen(groepen: Iterable[Verwachtgroep]) -> dict[str, int]:
    """The total row of the expected groups."""
    rijen = list(groepen)
    return {
        "personen": sum(groep.personen for groep in rijen),
        "nu": sum(groep.in_lopende_periode for groep in rijen),
    }


def woning(groep: Verwachtgroep) -> str:
    """What the persons of a group need: "14 gaan bij familie wonen, 3 zoeken een grotere woning"."""
    delen = []
    for vraag, een, meer in _WOONZINNEN:
        aantal = groep.vragen[vraag]
        if vraag == Woonvraag.EIGEN and (groep.aangeboden or groep.gezocht):
            if groep.aangeboden:
                delen.append(
                    "1 woning aangeboden"
                    if groep.aangeboden == 1
                    else f"{groep.aangeboden} woningen aangeboden"
                )
            if groep.gezocht:
                delen.append(f"{groep.gezocht} {'woning ' if not groep.aangeboden else ''}gezocht")
        elif aantal:
            delen.append(f"{aantal} {een if aantal == 1 else meer}")
    return ", ".join(delen)


_WOONZINNEN = (
    (Woonvraag.FAMILIE, "gaat bij familie wonen", "gaan bij familie wonen"),
    (Woonvraag.GROTER, "zoekt een grotere woning", "zoeken een grotere woning"),
    (Woonvraag.EIGEN, "zoekt een eigen woning", "zoeken een eigen woning"),
    (Woonvraag.AMV, "krijgt een plek in een AMV-woning", "krijgen een plek in een AMV-woning"),
    ("", "heeft al een woning", "hebben al een woning"),
)


def tot_het_eind(standen: list[Stand], nodig: int | None, peildatum: date) -> dict[str, Any]:
    """Who is expected up to the end of the year, beside what is still to do."""
    verwacht = sum(
        stand.verwacht
        for stand in standen
        if not stand.afgesloten and stand.periode.tot_en_met <= date(peildatum.year, 12, 31)
    )
    tekort = (nodig or 0) - verwacht
    oordeel_ = Oordeel("goed", "Sluit")
    if tekort > 0:
        oordeel_ = Oordeel("let", f"{tekort} te weinig verwacht")
    elif tekort < 0:
        oordeel_ = Oordeel("goed", f"{-tekort} meer verwacht")
    return {"verwacht": verwacht, "oordeel": oordeel_}


def voor_kop(lopend: Stand | None) -> str:
    """Head of the column with who is expected in the running period."""
    return f"Vóór {_kort(lopend.periode.tot_en_met + timedelta(days=1))}" if lopend else "In deze periode"


def uitleg(stand: Stand) -> str:
    """What the list of a period holds, and why it may be shorter than the figure."""
    tekst = f"Tot en met {schrijfwijze.dag(min(stand.peildatum, stand.periode.tot_en_met))}"
    benoemd, totaal = stand.gerealiseerd_benoemd, stand.gerealiseerd
    if benoemd == totaal:
        return f"{tekst} tellen {totaal} personen mee."
    return (
        f"{tekst} tellen {totaal} personen mee. Van {benoemd} van hen kennen we de naam: zij staan hieronder."
    )
