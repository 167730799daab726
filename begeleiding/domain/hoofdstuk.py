"""The chapter on guidance in the council's report."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from begeleiding import figures
from begeleiding.rules import BRON
from kern import schrijfwijze
from kern.contract import Hoofdstuk, Peiling
from kern.hoofdstuk import Begrip, Inhoud, Kernwaarde, Kolom, Rij, Stand, Tabel, Verloop


def gegevens(peiling: Peiling) -> dict[str, Any]:
    """How many families did their first month in time, and how many persons are guided."""
    om, compleet = figures.te_toetsen(peiling).count(), figures.compleet(peiling).count()
    laat, begeleid = figures.te_laat(peiling).count(), figures.in_begeleiding(peiling).count()
    stand = _stand(om, laat)
    return Inhoud(
        zin=_zin(om, compleet, peiling),
        stand=stand,
        samenvatting=_samenvatting(laat, begeleid),
        kern=[
            Kernwaarde(
                naam="Eerste maand op tijd klaar",
                waarde=compleet,
                van=om,
                bij=f"in {schrijfwijze.maand(peiling.van)}",
                stand=stand,
            )
        ],
        delen=[
            Tabel(
                bijschrift="De eerste maand van gezinnen die zich vestigden, en begeleiding",
                kolommen=[Kolom("Wat", breedte="b-40"), Kolom("Aantal", getal=True)],
                rijen=[
                    Rij("Gezinnen van wie de 30 dagen om zijn", [om]),
                    Rij("Daarvan alles op tijd gedaan", [compleet]),
                    Rij("Gezinnen met nog iets te doen na 30 dagen", [laat]),
                    Rij("Personen in begeleiding", [begeleid]),
                ],
                noot=BRON,
            )
        ],
        begrippen=[
            Begrip(
                "Eerste maand",
                "De 30 dagen na de vestiging. Dan regelt een gezin met VluchtelingenWerk wat het nodig heeft.",
            )
        ],
        standen=[_verloop(begeleid, peiling)],
    ).als_json()


def _stand(om: int, laat: int) -> Stand:
    if laat:
        return Stand("let", f"{laat} te laat")
    return Stand("goed", "Op tijd") if om else Stand("neutraal", "Nog niets te meten")


def _zin(om: int, compleet: int, peiling: Peiling) -> str:
    maand = schrijfwijze.maand(peiling.van)
    if not om:
        return f"Van geen gezin dat zich in {maand} vestigde, zijn de 30 dagen om."
    gezinnen = "1 gezin" if om == 1 else f"{schrijfwijze.getal(om)} gezinnen"
    zijn = "is" if om == 1 else "zijn"
    return (
        f"Van {gezinnen} die zich vestigden in {maand} {zijn} de 30 dagen om. "
        f"{schrijfwijze.getal(compleet)} {'had' if compleet == 1 else 'hadden'} alles op tijd gedaan."
    )


def _samenvatting(laat: int, begeleid: int) -> str:
    personen = "1 persoon krijgt" if begeleid == 1 else f"{schrijfwijze.getal(begeleid)} personen krijgen"
    if not laat:
        return f"{personen} begeleiding. Geen gezin is te laat met de eerste maand."
    gezinnen = "1 gezin is" if laat == 1 else f"{schrijfwijze.getal(laat)} gezinnen zijn"
    return f"{personen} begeleiding. {gezinnen} te laat met de eerste maand."


def _verloop(eind: int, peiling: Peiling) -> Verloop:
    """Who is guided: at the end of the day before the period, and at the peildatum."""
    vooraf = peiling.van - timedelta(days=1)
    toen = set(figures.in_begeleiding(Peiling.op(vooraf)).values_list("pk", flat=True))
    nu = set(figures.in_begeleiding(Peiling.op(peiling.peildatum)).values_list("pk", flat=True))
    return Verloop(
        code="begeleiding.in_begeleiding",
        begin=len(toen),
        erbij=len(nu - toen),
        eraf=len(toen - nu),
        eind=eind,
    )


HOOFDSTUK = Hoofdstuk(
    code="begeleiding",
    titel="Begeleiding",
    volgorde=20,
    rapporten=frozenset({"voortgang"}),
    gegevens=gegevens,
)
