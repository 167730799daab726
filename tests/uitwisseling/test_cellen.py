"""How a cell is read, by the kind of its column, and what is said of one that cannot be read."""

from datetime import date

import pytest

from kern.contract import Celsoort, Kolom
from kern.velden import Versleuteld, blinde_index
from uitwisseling.rules.cellen import lees, ontbreekt, schoon

OP = date(2017, 5, 1)


def cel(soort: Celsoort, tekst: str, **opties) -> object:
    return lees(Kolom("k", "Kolom", soort=soort, **opties), tekst, OP)


@pytest.mark.parametrize(
    ("soort", "tekst", "waarden"),
    [
        (Celsoort.DATUM, "28-03-2017", ("2017-03-28",)),
        (Celsoort.DATUM, "2017-03-28", ("2017-03-28",)),
        (Celsoort.GEBOORTEDATUM, "00-02-1981", ("1981-02-01", "1981-02-28")),
        (Celsoort.GEBOORTEDATUM, "00-00-1981", ("1981-01-01", "1981-12-31")),
        (Celsoort.GEBOORTEDATUM, "00-00-0000", (None, None)),
        (Celsoort.GEBOORTEDATUM, "01-05-2017", ("2017-05-01", "2017-05-01")),
        (Celsoort.GETAL, "0012", ("12",)),
        (Celsoort.BEDRAG, "1234", ("1234.00",)),
        (Celsoort.BEDRAG, "1.234", ("1234.00",)),
        (Celsoort.BEDRAG, "1234,5", ("1234.50",)),
        (Celsoort.BEDRAG, "-1.234,56", ("-1234.56",)),
        (Celsoort.BEDRAG, "1.234,56-", ("-1234.56",)),
        (Celsoort.JA_NEE, "Ja", ("true",)),
        (Celsoort.JA_NEE, "NEE", ("false",)),
        (Celsoort.VNUMMER, "274 160 3318", ("2741603318",)),
        (Celsoort.EMAIL, "M.DeWit@Wassenaar.example", ("m.dewit@wassenaar.example",)),
        (Celsoort.POSTCODE, "2242ab", ("2242 AB",)),
        (Celsoort.TEKST, "wat dan ook", ()),
    ],
)
def test_goed(soort, tekst, waarden):
    gelezen = cel(soort, tekst)
    assert (gelezen.waarden, gelezen.fout) == (waarden, None)


@pytest.mark.parametrize(
    ("soort", "tekst", "code"),
    [
        (Celsoort.DATUM, "31-04-2017", "datum_ongeldig"),
        (Celsoort.DATUM, "3-2017", "datum_ongeldig"),
        (Celsoort.DATUM, "28-03-17", "datum_ongeldig"),
        (Celsoort.DATUM, "28-03-1899", "datum_ongeldig"),
        (Celsoort.GEBOORTEDATUM, "12-00-1981", "datum_ongeldig"),
        (Celsoort.GEBOORTEDATUM, "02-05-2017", "geboortedatum_toekomst"),
        (Celsoort.GETAL, "12a", "getal_ongeldig"),
        (Celsoort.GETAL, "²", "getal_ongeldig"),
        (Celsoort.BEDRAG, "1,234.56", "bedrag_dubbelzinnig"),
        (Celsoort.BEDRAG, "1234.56", "bedrag_dubbelzinnig"),
        (Celsoort.BEDRAG, "1,234", "bedrag_dubbelzinnig"),
        (Celsoort.BEDRAG, "twaalf", "bedrag_ongeldig"),
        (Celsoort.BEDRAG, "-12-", "bedrag_ongeldig"),
        (Celsoort.JA_NEE, "misschien", "waarde_onbekend"),
        (Celsoort.VNUMMER, "274160331", "vnummer_ongeldig"),
        (Celsoort.VNUMMER, "٢٧٤١٦٠٣٣١٨", "vnummer_ongeldig"),
        (Celsoort.BSN, "123456789", "bsn_ongeldig"),
        (Celsoort.BSN, "000000000", "bsn_ongeldig"),
        (Celsoort.POSTCODE, "0242 AB", "postcode_ongeldig"),
        (Celsoort.TEKST, "x" * 201, "te_lang"),
    ],
)
def test_fout(soort, tekst, code):
    gelezen = cel(soort, tekst)
    assert gelezen.fout.code == code
    assert gelezen.fout.melding
    assert gelezen.fout.goed
    assert set(gelezen.waarden) <= {None}


def test_een_keuze_uit_de_lijst_en_daarbuiten():
    keuzes = {"azc": "azc", "hotel": "geen"}
    assert cel(Celsoort.KEUZE, "HOTEL", keuzes=keuzes).waarden == ("geen",)
    fout = cel(Celsoort.KEUZE, "tent", keuzes=keuzes).fout
    assert (fout.code, fout.goed) == ("waarde_onbekend", "Een van deze: azc, geen.")


@pytest.mark.parametrize(("lengte", "mag"), [(4, False), (5, True), (6, True)])
def test_lengte(lengte, mag):
    assert (cel(Celsoort.TEKST, "vijf!", lengte=lengte).fout is None) == mag


def test_een_bsn_is_alleen_nog_versleuteld():
    geheim, index = cel(Celsoort.BSN, "1234.56.782").waarden
    assert "123456782" not in geheim
    assert (Versleuteld(geheim).ontsleutel(), index) == ("123456782", blinde_index("123456782"))


@pytest.mark.parametrize(
    ("tekst", "raad"),
    [
        ("31-02-1990", "28-02-1990, of 00-02-1990 als u de dag niet weet."),
        ("31-04-1990", "30-04-1990, of 00-04-1990 als u de dag niet weet."),
    ],
)
def test_een_dag_die_niet_bestaat_zegt_welke_wel(tekst, raad):
    fout = cel(Celsoort.GEBOORTEDATUM, tekst).fout
    assert fout.goed == raad
    assert "dagen." in fout.melding


def test_een_verplichte_lege_cel():
    assert ontbreekt(Kolom("k", "Achternaam")).melding == "Achternaam is niet ingevuld."


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("  a \u00a0 b\t\nc ", "a b c"),
        ("e\u0301", "é"),
        ("a\x00b\x07", "ab"),
        ("'=1+1", "=1+1"),
        ("'s-Gravenhage", "'s-Gravenhage"),
    ],
)
def test_schoon(tekst, verwacht):
    assert schoon(tekst) == verwacht
