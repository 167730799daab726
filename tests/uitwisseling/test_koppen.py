"""Which column of a file is which of ours, and the sentence when that does not fit."""

import pytest

from kern.contract import Importsoort, Kolom
from uitwisseling.inlezen.koppen import koppel, lees_kolommenbestand, vingerafdruk
from uitwisseling.rules.grenzen import Weigering

SOORT = Importsoort(
    soort="proef",
    label="Proef",
    kolommen=[
        Kolom("naam", "Naam", verplicht=True),
        Kolom("nummer", "Nummer"),
        Kolom("dag", "Dag"),
        Kolom("rest", "R"),
    ],
    verwerker=dict,
    sleutels=(("nummer",), ("dag", "rest")),
)


def test_in_elke_volgorde_met_spaties_en_hoofdletters():
    koppen = koppel(SOORT, ["Nummer ", " NAAM", "Kamer", ""], {})
    assert koppen.plaats == {"naam": 1, "nummer": 0}
    assert koppen.gebruikt == {"naam": "NAAM", "nummer": "Nummer"}
    assert koppen.over == ["Kamer"]


def test_een_koppeling_gaat_voor_de_eigen_naam():
    koppen = koppel(SOORT, ["Achternaam", "V-nr", "naam"], {"naam": "Achternaam", "nummer": "V-nr"})
    assert koppen.plaats == {"naam": 0, "nummer": 1}
    assert koppen.over == ["naam"]


@pytest.mark.parametrize(
    ("rij", "kolommen", "zin"),
    [
        ([""], {}, "Rij 1 is leeg"),
        (["nummer"], {}, "maar een kolom"),
        (["naam,nummer"], {}, "maar een kolom"),
        (["nummer", "dag"], {}, "Deze kolom ontbreekt: naam"),
        (["naam", "dag"], {}, "Nodig is nummer, of dag met rest"),
        (["naam", "nummer", "Naam"], {}, "staat er twee keer"),
        (["naam", "nummer"], {"kamer": "naam"}, "Kies uit: naam, nummer"),
        (["naam", "nummer"], {"dag": "Datum"}, "die kolom heeft het bestand niet"),
        (["naam", "nummer", "x"], {"dag": "x", "rest": "X"}, "twee keer"),
        (["naam", "nummer"], {"dag": "nummer"}, "Noem ook nummer zelf"),
        ([f"k{n}" for n in range(201)], {}, "201 kolommen"),
    ],
)
def test_wat_niet_past_is_een_zin(rij, kolommen, zin):
    with pytest.raises(Weigering, match=zin):
        koppel(SOORT, rij, kolommen)


def test_tweehonderd_kolommen_mag():
    assert koppel(SOORT, ["naam", "nummer", *(f"k{n}" for n in range(198))], {}).plaats == {
        "naam": 0,
        "nummer": 1,
    }


def test_kolommenbestand():
    assert lees_kolommenbestand(b'[kolommen]\nnaam = "Achternaam"\n') == {"naam": "Achternaam"}


@pytest.mark.parametrize(
    "inhoud", [b"[kolommen", b"\xff", b'naam = "x"', b"[kolommen]\nnaam = 1", b"kolommen = 3"]
)
def test_geen_kolommenbestand(inhoud):
    with pytest.raises(Weigering, match="kolommenbestand"):
        lees_kolommenbestand(inhoud)


def test_dezelfde_koppen_in_een_andere_volgorde_zijn_dezelfde_bron():
    assert vingerafdruk(["A", "b", ""]) == vingerafdruk(["B ", "a"])
    assert vingerafdruk(["A", "b"]) != vingerafdruk(["a", "c"])
