"""What kind of file it is: by its content alone. A name says nothing, and a disguise is seen through."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from dossiers.rules import bestanden
from dossiers.rules.bestanden import EXCEL, JPEG, ODT, PDF, PNG, TEKST, WORD


def zip_met(**delen: bytes) -> bytes:
    """A ZIP with these parts; `__` in a name is a slash."""
    geheel = io.BytesIO()
    with zipfile.ZipFile(geheel, "w") as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam.replace("__", "/"), inhoud)
    return geheel.getvalue()


def office(**delen: bytes) -> bytes:
    return zip_met(**{"[Content_Types].xml": b"<Types/>", **delen})


GOED = [
    (b"%PDF-1.4\n", PDF),
    (b"\xff\xd8\xff\xe0JFIF", JPEG),
    (b"\x89PNG\r\n\x1a\nIHDR", PNG),
    (office(**{"word/document.xml": b"<w/>"}), WORD),
    (office(**{"xl/workbook.xml": b"<x/>"}), EXCEL),
    (zip_met(mimetype=b"application/vnd.oasis.opendocument.text"), ODT),
    ("Afspraak op 3 mei om één uur.\n".encode(), TEKST),
    (b"\xef\xbb\xbfMet een merk aan het begin", TEKST),
    (("é" * bestanden.STUK).encode(), TEKST),  # a letter on the border of two pieces
]
FOUT = {
    "html": b"<!DOCTYPE html><html><body>x</body></html>",
    "html zonder kop": b"Beste\n<script>alert(1)</script>",
    "html met spaties": b"  \n< HTML ><p>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "xml": b"<?xml version='1.0'?><svg/>",
    "php": b"<?php system('x');",
    "exe": b"MZ\x90\x00\x03\x00",
    "elf": b"\x7fELF\x02\x01",
    "gif": b"GIF89a\x01\x00",
    "oud word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "kale zip": zip_met(**{"foto.jpg": b"x"}),
    "halve zip": office(**{"word/document.xml": b"<w/>"})[:60],
    "zip die geen zip is": b"PK\x03\x04rommel",
    "odt van een andere soort": zip_met(mimetype=b"application/vnd.oasis.opendocument.graphics"),
    "groot mimetype": zip_met(mimetype=b"a" * 101),
    "windows-1252": "één".encode("cp1252"),
    "utf-16": "tekst".encode("utf-16"),
    "half teken": "é".encode()[:1],
    "stuurteken": b"tekst\x1b[31m",
}


class TestHerken:
    @pytest.mark.parametrize(
        ("inhoud", "soort"), GOED, ids=[f"{n}-{s.naam}" for n, (_, s) in enumerate(GOED)]
    )
    def test_wat_mag(self, inhoud, soort):
        bestand = io.BytesIO(inhoud)
        assert bestanden.herken(bestand) == soort
        assert bestand.tell() == 0

    @pytest.mark.parametrize("inhoud", FOUT.values(), ids=FOUT)
    def test_wat_niet_mag(self, inhoud):
        with pytest.raises(ValidationError) as fout:
            bestanden.herken(io.BytesIO(inhoud))
        assert fout.value.code == "soort_bestand"
        assert all(woord in fout.value.message for woord in ("PDF", "Word", "JPEG"))

    @pytest.mark.parametrize(
        "naam", ["word/vbaProject.bin", "xl/VBAPROJECT.BIN", "Basic/Standard/script.xml"]
    )
    def test_macros_worden_geweigerd(self, naam):
        with pytest.raises(ValidationError) as fout:
            bestanden.herken(io.BytesIO(office(**{"word/document.xml": b"", naam: b""})))
        assert fout.value.code == "macros"

    def test_een_zip_met_te_veel_delen(self):
        delen = {f"{nummer}": b"" for nummer in range(bestanden._MEESTE_DELEN)}
        with pytest.raises(ValidationError):
            bestanden.herken(io.BytesIO(office(**{"word/document.xml": b"", **delen})))

    @given(st.binary(max_size=300))
    def test_wat_er_ook_komt_het_is_een_soort_of_een_zin(self, inhoud):
        try:
            soort = bestanden.herken(io.BytesIO(inhoud))
        except ValidationError:
            return
        assert soort in bestanden.SOORTEN
        if soort == TEKST:
            inhoud.decode()


class TestGrootte:
    GRENS = 20 * 1024 * 1024

    @pytest.mark.parametrize("grootte", [1, GRENS - 1, GRENS])
    def test_tot_en_met_de_grens(self, grootte):
        bestanden.keur_grootte(grootte, hoogste_mb=20)

    @pytest.mark.parametrize(
        ("grootte", "zin"),
        [
            (0, "Dit bestand is leeg. Kies een ander bestand."),
            (GRENS + 1, "Dit bestand is te groot: 20,1 MB. Een bestand mag hoogstens 20 MB zijn."),
        ],
    )
    def test_daarbuiten_met_een_zin(self, grootte, zin):
        with pytest.raises(ValidationError) as fout:
            bestanden.keur_grootte(grootte, hoogste_mb=20)
        assert fout.value.message == zin

    @pytest.mark.parametrize(
        ("grootte", "woorden"),
        [(1, "1 kB"), (1024, "1 kB"), (1025, "2 kB"), (1024 * 1024, "1 MB"), (3_565_158, "3,4 MB")],
    )
    def test_in_woorden(self, grootte, woorden):
        assert bestanden.in_megabytes(grootte) == woorden


class TestNaam:
    @pytest.mark.parametrize(
        ("naam", "netjes"),
        [
            ("brief.pdf", "brief.pdf"),
            ("BRIEF.PDF", "BRIEF.PDF"),
            ("C:\\Users\\jan\\brief.pdf", "brief.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("start.exe", "start.exe.pdf"),
            ('a<b>"c"?.pdf', "a b c.pdf"),
            ("re\u202efdp.exe", "re fdp.exe.pdf"),
            ("regel\r\neinde.pdf", "regel einde.pdf"),
            ("", "document.pdf"),
            (".pdf", "pdf.pdf"),
            ("...", "document.pdf"),
            ("حسن.pdf", "حسن.pdf"),
            ("a" * 200 + ".pdf", "a" * 146 + ".pdf"),
        ],
    )
    def test_zonder_pad_en_zonder_kwaad(self, naam, netjes):
        assert bestanden.nette_naam(naam, PDF) == netjes

    @given(st.text(max_size=300), st.sampled_from(bestanden.SOORTEN))
    def test_altijd_een_naam_van_zijn_soort(self, naam, soort):
        netjes = bestanden.nette_naam(naam, soort)
        assert netjes.lower().endswith(soort.uitgangen)
        assert 0 < len(netjes) <= 150
        assert not set(netjes) & set("/\\<>|\r\n\0")
        assert bestanden.nette_naam(netjes, soort) == netjes
