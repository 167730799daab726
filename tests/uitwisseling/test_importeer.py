"""`manage.py importeer`: the document, the exit codes, and nothing saved where nothing may be."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from dossiers.models import Statushouder
from kern.opdrachten import Geweigerd
from uitwisseling.inlezen import opslag
from uitwisseling.models import Inleesrij, Inlezing, Kolomkoppeling
from uitwisseling.rules import grenzen

pytestmark = pytest.mark.django_db
BSN = "123456782"
GOED = f"vnummer;achternaam;bsn\n2741603318;Haddad;{BSN}\n"
FOUT = f"{GOED}2741603319;Tekle;123456789\n"


@pytest.fixture(autouse=True)
def winkel(settings, tmp_path) -> Path:
    """The file store of this test."""
    plaats = tmp_path / "bestanden"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(plaats)},
        },
    }
    return plaats


@pytest.fixture
def bestand(tmp_path):
    def maak(inhoud: str | bytes, naam: str = "personen.csv") -> str:
        pad = tmp_path / naam
        pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
        return str(pad)

    return maak


def draai(*argumenten: str, code: int = 0) -> dict:
    uit = io.StringIO()
    if code:
        with pytest.raises(SystemExit) as einde:
            call_command("importeer", *argumenten, "--json", stdout=uit)
        assert einde.value.code == code
    else:
        call_command("importeer", *argumenten, "--json", stdout=uit)
    return json.loads(uit.getvalue())


def test_het_document(bestand):
    document = draai("personen", bestand(GOED))
    nummer = Inlezing.objects.get().pk
    assert list(document) == [
        "schema",
        "peildatum",
        "soort",
        "bestand",
        "sha256",
        "gelezen",
        "aangemaakt",
        "gewijzigd",
        "ongewijzigd",
        "opzij",
        "fouten",
        "import",
        "opgeslagen",
    ]
    assert document["schema"] == "importeer/1"
    assert (document["gelezen"], document["aangemaakt"], document["import"]) == (1, 1, nummer)
    assert document["opgeslagen"] is True


def test_met_fouten_is_het_drie_en_staat_er_niets(bestand, winkel):
    document = draai("personen", bestand(FOUT), code=3)
    assert document["fouten"] == [
        {
            "rij": 3,
            "kolom": "bsn",
            "waarde": None,
            "code": "bsn_ongeldig",
            "melding": "Dit BSN klopt niet. Er staat waarschijnlijk een cijfer verkeerd.",
        }
    ]
    assert (document["gelezen"], document["aangemaakt"]) == (2, 1)
    assert (document["import"], document["opgeslagen"]) == (None, False)
    assert not Statushouder.objects.exists()
    assert not Inlezing.objects.exists()
    assert [pad for pad in winkel.rglob("*") if pad.is_file()] == []


def test_goede_rijen_is_ook_drie(bestand):
    document = draai("personen", bestand(FOUT), "--goede-rijen", code=3)
    assert (document["opgeslagen"], Statushouder.objects.count()) == (True, 1)
    assert document["import"] == Inlezing.objects.get().pk


def test_goede_rijen_zonder_goede_rij_bewaart_niets(bestand):
    document = draai("personen", bestand("vnummer;achternaam\n;Tekle\n"), "--goede-rijen", code=3)
    assert (document["opgeslagen"], document["import"]) == (False, None)


def test_proef_bewaart_niets(bestand, winkel):
    document = draai("personen", bestand(GOED), "--proef")
    assert (document["aangemaakt"], document["opgeslagen"], document["import"]) == (1, False, None)
    assert not Statushouder.objects.exists()
    assert [pad for pad in winkel.rglob("*") if pad.is_file()] == []


def test_het_bestand_blijft_versleuteld_bewaard(bestand, winkel):
    draai("personen", bestand(GOED))
    inlezing = Inlezing.objects.get()
    [pad] = [pad for pad in winkel.rglob("*") if pad.is_file()]
    assert BSN.encode() not in pad.read_bytes()
    assert "personen" not in str(pad.relative_to(winkel))
    with opslag.open_klaar(inlezing) as klaar:
        assert klaar.read().decode() == GOED
    pad.write_bytes(b"")
    with pytest.raises(OSError, match="niet wat er binnenkwam"), opslag.open_klaar(inlezing):
        pass


def test_geen_bsn_in_de_tussentabel_en_na_afloop_geen_rij(bestand, monkeypatch):
    gezien = []
    weg = Inleesrij.objects.none().__class__.delete
    monkeypatch.setattr(
        "uitwisseling.actions.besluiten._ruim_op",
        lambda rij: (gezien.extend(rij.rijen.values_list("cellen", "velden")), weg(rij.rijen.all())),
    )
    draai("personen", bestand(GOED))
    assert len(gezien) == 1
    assert "Haddad" in str(gezien)
    assert BSN not in str(gezien)
    assert not Inleesrij.objects.exists()


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        ([], "SOORT"),
        (["personen"], "--sjabloon"),
        (["dieren", "GOED"], "'dieren'.*Kies uit: personen"),
        (["personen", "/nergens/x.csv"], "kan niet worden gelezen"),
        (["personen", "/tmp"], "kan niet worden gelezen"),
        (["personen", "GOED", "--kolommen", "/nergens"], "kan niet worden gelezen"),
        (["personen", "GOED", "--kolommen", "GOED"], "geen TOML"),
        (["personen", "GOED", "--sjabloon", "x.xlsx"], "--sjabloon"),
        (["--ongedaan", "999"], "import 999 bestaat niet"),
        (["personen", "--ongedaan", "1"], "zonder SOORT"),
    ],
)
def test_geweigerd(bestand, argumenten, zin):
    goed = bestand(GOED)
    with pytest.raises(Geweigerd, match=zin) as weigering:
        call_command("importeer", *(goed if deel == "GOED" else deel for deel in argumenten))
    assert weigering.value.returncode == 2


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "leeg"),
        (b"vnummer;achternaam\n\n;\n", "geen enkele rij"),
        (b"%PDF-1.4", "geen spreadsheet"),
        (GOED.encode("utf-16"), "tekenset"),
        (b"vnummer;achternaam;" + b"x;" * 300, "kolommen"),
    ],
)
def test_een_bestand_dat_als_geheel_niet_kan(bestand, winkel, inhoud, zin):
    with pytest.raises(Geweigerd, match=zin):
        call_command("importeer", "personen", bestand(inhoud))
    assert not Inlezing.objects.exists()
    assert [pad for pad in winkel.rglob("*") if pad.is_file()] == []


def test_een_te_groot_bestand(bestand, monkeypatch, winkel):
    monkeypatch.setattr(opslag, "MEESTE_BYTES", 50)
    with pytest.raises(Geweigerd, match="groter dan"):
        call_command("importeer", "personen", bestand(GOED + " " * 50))
    assert grenzen.MEESTE_BYTES > 50
    assert not Inlezing.objects.exists()


def test_kolommen_koppelen_en_onthouden(bestand):
    hun = bestand(GOED.replace("achternaam", "Naam").replace("vnummer", "V-nr"))
    toml = bestand('[kolommen]\nachternaam = "Naam"\nvnummer = "V-nr"\n', "k.toml")
    assert draai("personen", hun, "--kolommen", toml)["aangemaakt"] == 1
    assert Kolomkoppeling.objects.get().kolommen == {"achternaam": "Naam", "vnummer": "V-nr"}
    assert draai("personen", hun)["ongewijzigd"] == 1


def test_ongedaan_en_opnieuw(bestand):
    goed = bestand(GOED)
    nummer = draai("personen", goed)["import"]
    document = draai("--ongedaan", str(nummer))
    assert {naam: document[naam] for naam in ("import", "behouden")} == {"import": nummer, "behouden": []}
    assert not Statushouder.objects.exists()
    with pytest.raises(Geweigerd, match="al ongedaan"):
        call_command("importeer", "--ongedaan", str(nummer))
    assert draai("personen", goed)["aangemaakt"] == 1


def test_ongedaan_noemt_wat_blijft(bestand):
    nummer = draai("personen", bestand(GOED))["import"]
    Statushouder.objects.update(voornamen="Rima")
    [blijft] = draai("--ongedaan", str(nummer))["behouden"]
    assert (blijft["rij"], blijft["dossier"]) == (2, "D-17-0001")
    assert Statushouder.objects.count() == 1


def test_sjabloon_is_zelf_in_te_lezen(tmp_path, bestand):
    pad = tmp_path / "sjabloon.xlsx"
    draai("personen", "--sjabloon", str(pad))
    blad = load_workbook(pad).worksheets[0]
    koppen = [cel.value for cel in blad[1]]
    assert koppen[:3] == ["gezin", "rol", "achternaam"]
    boek = load_workbook(pad)
    boek.worksheets[0].cell(2, koppen.index("achternaam") + 1, "Haddad")
    boek.worksheets[0].cell(2, koppen.index("vnummer") + 1, "2741603318")
    boek.save(pad)
    assert draai("personen", str(pad))["aangemaakt"] == 1


def test_tekst(bestand, capsys):
    with pytest.raises(SystemExit):
        call_command("importeer", "personen", bestand(FOUT), "--goede-rijen")
    uit = capsys.readouterr().out
    assert "2 rijen gelezen. 1 nieuw, 0 gewijzigd, 0 ongewijzigd." in uit
    assert "Rij 3, bsn: Dit BSN klopt niet." in uit
    assert "123456789" not in uit
