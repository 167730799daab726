"""Tables out: what stands in the file, and that no cell of it runs as a formula."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from uitwisseling.rules.formules import maak_onschadelijk, maak_weer_echt
from uitwisseling.weergave.tabellen import Formaat, als_download, formaat_van, schrijf

RIJ = ["Çelik; Ayşe", date(2017, 3, 2), Decimal("-33225.50"), 7, True, None, False]
KOLOMMEN = ["naam", "dag", "bedrag", "aantal", "ja", "leeg", "nee"]


def als_csv(*rijen, kolommen=KOLOMMEN):
    bestand = io.BytesIO()
    assert schrijf(bestand, kolommen, rijen, formaat=Formaat.CSV) == len(rijen)
    return bestand.getvalue()


def als_xlsx(*rijen, kolommen=KOLOMMEN):
    bestand = io.BytesIO()
    assert schrijf(bestand, kolommen, rijen, formaat=Formaat.XLSX) == len(rijen)
    bestand.seek(0)
    return CalamineWorkbook.from_filelike(bestand).get_sheet_by_index(0).to_python()


def test_csv_zoals_een_nederlandse_excel_hem_leest():
    inhoud = als_csv(RIJ)
    assert inhoud.startswith(b"\xef\xbb\xbf")
    kop, rij, leeg = inhoud.decode("utf-8-sig").split("\r\n")
    assert kop == "naam;dag;bedrag;aantal;ja;leeg;nee"
    assert rij == '"Çelik; Ayşe";02-03-2017;-33225,50;7;ja;;nee'
    assert leeg == ""


def test_csv_van_niets_heeft_alleen_de_kop():
    assert als_csv() == "\ufeffnaam;dag;bedrag;aantal;ja;leeg;nee\r\n".encode()


def test_xlsx_houdt_dagen_en_getallen_als_zodanig():
    kop, rij = als_xlsx(RIJ)
    assert kop == KOLOMMEN
    assert rij == ["Çelik; Ayşe", date(2017, 3, 2), -33225.5, 7, "ja", "", "nee"]


def test_xlsx_houdt_tekst_als_tekst():
    teksten = ["0123456789", "1-3-2017", "#N/A", "TRUE", "00-03-1981", "\x0bregel"]
    [_, rij] = als_xlsx(teksten, kolommen=list("abcdef"))
    assert rij == [*teksten[:-1], "regel"]


def test_xlsx_opent_ook_in_een_andere_lezer():
    """openpyxl judges the whole workbook: formats, frozen head and kinds of cells."""
    bestand = io.BytesIO()
    schrijf(bestand, ["naam", "dag"], [["<&> Ayşe", date(2017, 3, 2)], ["", None]], formaat=Formaat.XLSX)
    blad = load_workbook(bestand)["Blad1"]
    assert blad.freeze_panes == "A2"
    assert (blad["A2"].value, blad["B2"].value.date()) == ("<&> Ayşe", date(2017, 3, 2))
    assert (blad["B2"].number_format, blad["A2"].data_type) == ("dd-mm-yyyy", "s")
    assert blad["A3"].value is None


def test_een_dag_die_een_spreadsheet_verkeerd_telt_blijft_tekst():
    dagen = [date(1900, 2, 28), date(1900, 3, 1)]
    assert als_xlsx(dagen, kolommen=["a", "b"])[1] == ["28-02-1900", date(1900, 3, 1)]


FORMULES = [
    "=1+1",
    "+31612345678",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\ufeff=1",
    "＝1",
    '=HYPERLINK("http://x")',
]


@pytest.mark.parametrize("formule", FORMULES)
def test_een_formule_wordt_onschadelijk_in_beide_soorten(formule):
    tekst = als_csv([formule], kolommen=["k"]).decode("utf-8-sig")
    [_, [cel]] = csv.reader(io.StringIO(tekst, newline=""), delimiter=";")
    assert cel == f"'{formule}"
    [_, [cel]] = als_xlsx([formule], kolommen=["k"])
    assert cel.startswith("'")


def test_ook_een_kop_wordt_onschadelijk():
    assert als_csv(kolommen=["=kop"]).decode("utf-8-sig") == "'=kop\r\n"


@pytest.mark.parametrize("tekst", ["'s-Gravenhage", "Al-Masri", "", "a=b", "'", "O'Neill", "1-3-2017"])
def test_gewone_tekst_blijft_zoals_zij_is(tekst):
    assert maak_onschadelijk(tekst) == maak_weer_echt(tekst) == tekst


@given(st.one_of(st.text(), st.text(alphabet="'=+-@ \t\r\n\ufeffa")))
def test_heen_en_terug_is_dezelfde_tekst(tekst):
    assert maak_weer_echt(maak_onschadelijk(tekst)) == tekst


@given(st.text(alphabet="'=+-@ \t\r\n\ufeffa"))
def test_niets_begint_nog_als_formule(tekst):
    assert not maak_onschadelijk(tekst).strip(" \u00a0\ufeff\u200b\t\r\n").startswith(tuple("=+-@"))


@pytest.mark.parametrize(("naam", "formaat"), [("uit.csv", "csv"), ("map/UIT.XLSX", "xlsx")])
def test_het_formaat_staat_in_de_naam(naam, formaat):
    assert formaat_van(naam) == formaat


@pytest.mark.parametrize("naam", ["uit", "uit.xls", "uit.csv.gz", ".csv"])
def test_een_andere_naam_wordt_geweigerd(naam):
    with pytest.raises(ValueError, match=r"\.csv of \.xlsx"):
        formaat_van(naam)


def test_een_download_blijft_nergens_staan():
    antwoord = als_download(["naam"], iter([["Ayşe"]]), naam="dossiers 2017-05-01", formaat="csv")
    assert antwoord["Content-Disposition"] == 'attachment; filename="dossiers-2017-05-01.csv"'
    assert (antwoord["X-Content-Type-Options"], antwoord["Cache-Control"]) == ("nosniff", "no-store")
    assert antwoord["Content-Type"] == "text/csv; charset=utf-8"
    assert not antwoord.streaming
    assert antwoord.content.decode("utf-8-sig") == "naam\r\nAyşe\r\n"
