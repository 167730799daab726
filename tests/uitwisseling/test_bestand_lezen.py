"""A file as rows, known by its content; and what is refused as a whole, in one sentence."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from uitwisseling.inlezen import uitpakken
from uitwisseling.inlezen.bestand import als_tekst, rijen
from uitwisseling.rules.grenzen import Weigering

KOP = "achternaam;voornamen\n"


def lees(inhoud: bytes) -> list[list[str]]:
    return list(rijen(io.BytesIO(inhoud)))


def xlsx(*regels: list[object], vanaf: int = 1) -> bytes:
    boek, uit = Workbook(), io.BytesIO()
    for nummer, regel in enumerate(regels, vanaf):
        for plaats, waarde in enumerate(regel, 1):
            boek.active.cell(nummer, plaats, waarde)
    boek.save(uit)
    return uit.getvalue()


def herpak(bron: bytes, naam: str, inhoud: bytes) -> bytes:
    """The same workbook with another content of one part."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bron)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for deel in oud.namelist():
            nieuw.writestr(deel, inhoud if deel == naam else oud.read(deel))
    return uit.getvalue()


BLAD = "xl/worksheets/sheet1.xml"


class TestCsv:
    @pytest.mark.parametrize(
        "inhoud",
        [
            f"{KOP}Peña;Zoë\n".encode(),
            f"{KOP}Peña;Zoë\n".encode("utf-8-sig"),
            f"{KOP}Peña;Zoë\n".encode("cp1252"),
            f"{KOP}Peña;Zoë".replace("\n", "\r\n").encode(),
        ],
    )
    def test_in_elke_tekenset_die_mag(self, inhoud):
        assert lees(inhoud) == [["achternaam", "voornamen"], ["Peña", "Zoë"]]

    def test_een_teken_op_de_grens_van_twee_stukken(self):
        vulling = ("x" * 100_000 + ";") * 10 + "x" * ((1 << 20) - 10 * 100_001 - 1)
        assert lees(f"{vulling}ë;b".encode())[0][-2:] == ["x" * ((1 << 20) - 10 * 100_001 - 1) + "ë", "b"]

    def test_aanhalingstekens_en_lege_regels(self):
        assert lees(b'a;b\n\n"x;y";"een\ntwee"\n') == [["a", "b"], [], ["x;y", "een\ntwee"]]

    def test_een_aanhalingsteken_dat_nergens_sluit(self):
        with pytest.raises(Weigering, match="aanhalingsteken"):
            lees(b'a;b\n"x;' + b"y" * 140_000)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "leeg"),
        (b"%PDF-1.7 en de rest", "geen spreadsheet"),
        (b"\x1f\x8b\x08en de rest", "geen spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "oud Excel-bestand"),
        (bytes(range(256)) * 10, "geen spreadsheet"),
        (KOP.encode("utf-16"), "tekenset"),
        (KOP.encode("utf-16-le"), "tekenset"),
        (KOP.encode("utf-32-be"), "tekenset"),
        (KOP.encode() + b"\x81\x8d;x", "tekenset"),
        (b"PK\x03\x04en de rest", "beschadigd"),
    ],
)
def test_wat_geen_spreadsheet_is(inhoud, zin):
    with pytest.raises(Weigering, match=zin):
        lees(inhoud)


class TestXlsx:
    def test_cellen_als_in_csv(self):
        regel = [
            2741603318,
            date(2017, 3, 1),
            datetime(2017, 3, 1),
            True,
            False,
            None,
            12.0,
            1.5,
            "28-3-2017",
            "=1+1",
        ]
        assert lees(xlsx(["a"] * 10, regel))[1] == [
            "2741603318",
            "01-03-2017",
            "01-03-2017",
            "ja",
            "nee",
            "",
            "12",
            "1,5",
            "28-3-2017",
            "",
        ]

    @pytest.mark.parametrize("vanaf", [1, 3])
    def test_rij_n_is_rij_n_van_de_spreadsheet(self, vanaf):
        gelezen = lees(xlsx(["a", "b"], [], ["x", "y"], vanaf=vanaf))
        assert [nummer for nummer, rij in enumerate(gelezen, 1) if any(rij)] == [vanaf, vanaf + 2]

    def test_een_bedrag_met_rekenfout_wordt_afgerond(self):
        assert als_tekst(0.1 + 0.2) == "0,3"

    def test_een_leeg_blad(self):
        with pytest.raises(Weigering, match="leeg"):
            lees(xlsx())

    def test_een_archief_dat_geen_werkmap_is(self):
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w") as archief:
            archief.writestr("brief.txt", "hallo")
        with pytest.raises(Weigering, match="geen spreadsheet"):
            lees(uit.getvalue())

    def test_een_half_bestand(self):
        with pytest.raises(Weigering, match="beschadigd"):
            lees(xlsx(["a"])[:-200])

    def test_een_werkmap_zonder_leesbaar_blad(self):
        with pytest.raises(Weigering, match="beschadigd"):
            lees(herpak(xlsx(["a"]), "xl/workbook.xml", b"<geen xml"))

    def test_een_bom(self):
        with pytest.raises(Weigering, match="pakt uit"):
            lees(herpak(xlsx(["a"]), BLAD, b" " * 15_000_000))

    def test_een_bom_in_delen(self, monkeypatch):
        monkeypatch.setattr(uitpakken, "MEESTE_UITGEPAKT", 5_000)
        with pytest.raises(Weigering, match="pakt uit"):
            lees(xlsx(["a"]))

    def test_een_bom_die_haar_maat_verzwijgt(self):
        """What the directory says of the size is not believed: only the packed size can be relied on."""
        bom = bytearray(herpak(xlsx(["a"]), BLAD, b" " * 15_000_000))
        maat = (15_000_000).to_bytes(4, "little")
        while (plek := bom.find(maat)) >= 0:
            bom[plek : plek + 4] = (100).to_bytes(4, "little")
        with pytest.raises(Weigering, match="pakt uit"):
            lees(bytes(bom))

    @pytest.mark.parametrize("cel", ["XFD1048576", "GS1", "AAA2"])
    def test_een_cel_ver_naar_rechts(self, cel):
        rij = f'<worksheet><sheetData><row r="1"><c r="{cel}"/></row></sheetData></worksheet>'.encode()
        with pytest.raises(Weigering, match="200 kolommen"):
            lees(herpak(xlsx(["a"]), BLAD, rij))

    @pytest.mark.parametrize("cel", ["A1048576", "B200000"])
    def test_een_cel_ver_naar_onderen(self, cel):
        rij = f'<worksheet><sheetData><row><c r="{cel}"/></row></sheetData></worksheet>'.encode()
        with pytest.raises(Weigering, match=r"199\.999 rijen"):
            lees(herpak(xlsx(["a"]), BLAD, rij))

    def test_de_laatste_cel_die_mag(self):
        uitpakken._keur_cellen(b'<c r="GR199999"/>')
