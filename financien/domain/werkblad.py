"""The reconciliation as a spreadsheet: what is known stands in it as numbers, what follows as formulas."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from financien.domain import woorden
from financien.figures import Aansluiting, Afwijking, Regelstand
from uitwisseling.rules.formules import maak_onschadelijk

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EURO = "#,##0.00"
# `{r}` is the row: what is left follows from what stands before it. Text stands behind the amounts.
_POSTEN = ("Regel", "Jaar", "Volgens het plan", "Gewijzigd", "Ontvangen", "Nog te ontvangen", "Afwijking")
_NOG = "=C{r}+D{r}-E{r}"
_ACTIVITEITEN = (
    *("Activiteit", "Soort", "Volgens het plan", "Gewijzigd", "Besteed", "Vastgelegd", "Vrij"),
    *("Nog zonder verplichting", "Prognose", "Afwijking"),
)
_VRIJ = "=C{r}+D{r}-E{r}-F{r}"
_PROGNOSE = "=E{r}+F{r}+H{r}"
_AFWIJKING = "=I{r}-C{r}-D{r}"
_VET = Font(bold=True)
_TEKST_BREED = 48


def aansluiting_xlsx(stand: Aansluiting, afwijkingen: Sequence[Afwijking]) -> bytes:
    """The workbook: income, activities, and the ledger beside what has a line and what has none.

    `afwijkingen` are those of `stand`, with the remark on each.
    """
    boek = Workbook()
    boek.remove(boek.worksheets[0])
    per_regel = {rij.regel.code: rij for rij in afwijkingen}
    posten = [_post(regel, per_regel.get(regel.code)) for regel in stand.posten()]
    _blad(boek, "Inkomsten", _POSTEN, ("Opmerking",), posten)
    activiteiten = [_activiteit(regel, per_regel.get(regel.code)) for regel in stand.activiteiten]
    _blad(boek, "Activiteiten", _ACTIVITEITEN, ("Stand", "Opmerking"), activiteiten)
    _grootboek(boek, stand, len(posten) + 2, len(activiteiten) + 2)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _post(regel: Regelstand, afwijking: Afwijking | None) -> tuple[Any, ...]:
    bedragen = (regel.begroot, regel.gewijzigd, regel.geboekt, _NOG, afwijking.bedrag if afwijking else None)
    return (regel.omschrijving, regel.jaar, *bedragen, woorden.opmerking(afwijking))


def _activiteit(regel: Regelstand, afwijking: Afwijking | None) -> tuple[Any, ...]:
    """What is not known is an empty cell: the forecast before the first entry, how much an unused line is off."""
    bedragen = (regel.begroot, regel.gewijzigd, regel.geboekt, regel.verplicht, _VRIJ)
    verloop = regel.verloop
    vooruit: tuple[Any, ...] = (verloop.nog_los, _PROGNOSE) if verloop else (None, None)
    vooruit += (_AFWIJKING if afwijking else None,)
    _soort, stand = woorden.stand(regel)
    tekst = (stand, woorden.opmerking(afwijking))
    return (regel.omschrijving, woorden.soortnaam(regel), *bedragen, *vooruit, *tekst)


def _blad(
    boek: Workbook, naam: str, kop: Sequence[str], tekst: Sequence[str], rijen: Sequence[Sequence[Any]]
) -> None:
    """A sheet with a row for each line and their sums, which a spreadsheet works out itself."""
    blad = boek.create_sheet(naam)
    blad.append([*kop, *tekst])
    for nummer, rij in enumerate(rijen, 2):
        blad.append([_cel(waarde, nummer) for waarde in rij])
    laatste = len(rijen) + 1
    letters = [get_column_letter(plek) for plek in range(3, len(kop) + 1)]
    sommen = [f"=SUM({letter}2:{letter}{laatste})" if rijen else 0 for letter in letters]
    blad.append(["Samen", None, *sommen])
    _opmaak(blad, (1, laatste + 1))
    blad.column_dimensions[get_column_letter(len(kop) + len(tekst))].width = _TEKST_BREED


def _cel(waarde: Any, nummer: int) -> Any:
    if waarde in (_NOG, _VRIJ, _PROGNOSE, _AFWIJKING):
        return waarde.format(r=nummer)
    return maak_onschadelijk(waarde) if isinstance(waarde, str) else waarde


def _grootboek(boek: Workbook, stand: Aansluiting, posten: int, activiteiten: int) -> None:
    """Spending positive, as in the ledger: what the sheets say together is what has a line."""
    blad = boek.create_sheet("Aansluiting")
    som = "=ROUND(B4-B2-B3,2)"
    for rij in (
        ("Grootboek op", stand.peildatum),
        ("Gekoppeld", f"=Activiteiten!E{activiteiten}-Inkomsten!E{posten}"),
        ("Zonder regel", stand.grootboek.los),
        ("Grootboek", stand.grootboek.som),
        ("Verschil", som),
    ):
        blad.append(list(rij))
    _opmaak(blad, (1, 5))
    blad["B1"].number_format = "dd-mm-yyyy"


def _opmaak(blad: Any, vet: Iterable[int]) -> None:
    for rij in blad.iter_rows(min_row=1):
        for cel in rij[1:]:
            if cel.column > 2 or blad.title == "Aansluiting":
                cel.number_format = _EURO
    for nummer in vet:
        for cel in blad[nummer]:
            cel.font = _VET
    blad.column_dimensions["A"].width = _TEKST_BREED
    for plek in range(2, blad.max_column + 1):
        blad.column_dimensions[get_column_letter(plek)].width = 18
