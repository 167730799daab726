"""`kerncijfers` and `maak_rapport`, as people and scripts rely on them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from kern.opdrachten import Geweigerd, NietToegestaan
from rapportage import actions
from rapportage.models import Rapport
from tests.rapportage.conftest import maak_gebruiker
from toegang.models import Rol


def vraag(capsys, *argumenten: str) -> dict:
    call_command("kerncijfers", *argumenten, "--json")
    uit = capsys.readouterr()
    assert uit.err == ""
    return json.loads(uit.out)


def test_zonder_argumenten_het_jaar_tot_en_met_vandaag(werkelijkheid, plan, capsys):
    document = vraag(capsys)
    assert list(document) == ["schema", "peildatum", "van", "tot_en_met", "cijfers"]
    assert [*document.values()][:4] == ["kerncijfers/1", "2017-05-01", "2017-01-01", "2017-05-01"]
    assert [(cijfer["code"], cijfer["waarde"], cijfer["noemer"]) for cijfer in document["cijfers"]] == [
        ("huisvesting.gehuisvest", 20, 30),
        ("huisvesting.zonder_school", 3, None),
        ("financien.inkomsten", "344926.00", None),
    ]


def test_een_periode_na_de_peildatum_mag(werkelijkheid, plan, capsys):
    document = vraag(capsys, "--peildatum=2017-05-01", "--van=2017-01-01", "--tot-en-met=2017-12-31")
    assert (document["van"], document["tot_en_met"]) == ("2017-01-01", "2017-12-31")


def test_een_domein(werkelijkheid, plan, capsys):
    document = vraag(capsys, "--domein=financien")
    assert [cijfer["code"] for cijfer in document["cijfers"]] == ["financien.inkomsten"]


def test_de_dossiers_achter_een_cijfer(werkelijkheid, plan, capsys):
    personen, geen_personen, _bedrag = vraag(capsys, "--dossiers")["cijfers"]
    assert personen["dossiers"] == ["opgave-2016"]
    assert geen_personen["dossiers"] is None
    assert "dossiers" not in vraag(capsys)["cijfers"][0]


def test_als_tekst(werkelijkheid, plan, capsys):
    call_command("kerncijfers", "--dossiers")
    regels = capsys.readouterr().out.splitlines()
    assert regels[0] == "Kerncijfers op 2017-05-01, over 2017-01-01 tot en met 2017-05-01"
    assert regels[1].split() == ["huisvesting.gehuisvest", "20", "personen", "Gehuisveste", "personen"]
    assert regels[2].strip() == "opgave-2016"
    assert regels[4].strip() == "geen personen"
    assert regels[5].split() == ["financien.inkomsten", "344.926,00", "euro", "Inkomsten"]


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["--per=wijk"], "nog geen kerncijfer dat u per wijk kunt uitsplitsen"),
        (["--per=straat"], "'straat' bestaat niet"),
        (["--domein=onbekend"], "Kies uit: huisvesting, financien"),
        (["--van=2017-05-02"], "2017-05-02 ligt na de laatste dag van de periode, 2017-05-01"),
        (["--van=2017-5-1"], "geen datum"),
        (["--als=niemand@wassenaar.example"], "geen gebruiker"),
    ],
)
def test_een_verkeerde_vraag_wordt_geweigerd(werkelijkheid, plan, argumenten, zin):
    with pytest.raises(Geweigerd, match=zin) as weigering:
        call_command("kerncijfers", *argumenten)
    assert weigering.value.returncode == 2


def test_een_periode_van_een_dag_mag(werkelijkheid, plan, capsys):
    assert vraag(capsys, "--van=2017-05-01")["van"] == "2017-05-01"


@pytest.mark.parametrize(
    ("rol", "codes"),
    [
        (Rol.COORDINATOR, ["huisvesting.gehuisvest", "huisvesting.zonder_school", "financien.inkomsten"]),
        (Rol.KLANTREGISSEUR, ["huisvesting.gehuisvest", "huisvesting.zonder_school"]),
        (Rol.FINANCIEN, ["financien.inkomsten"]),
    ],
)
def test_wie_meekijkt_ziet_alleen_de_eigen_domeinen(werkelijkheid, plan, capsys, rol, codes):
    gebruiker = maak_gebruiker(rol)
    document = vraag(capsys, f"--als={gebruiker.email}")
    assert [cijfer["code"] for cijfer in document["cijfers"]] == codes


@pytest.mark.parametrize(
    ("rol", "argumenten"),
    [
        (Rol.RAADSGRIFFIE, []),
        (Rol.PARTNER, []),
        (Rol.PRIVACY, []),
        (Rol.FINANCIEN, ["--domein=huisvesting"]),
        (Rol.FINANCIEN, ["--dossiers"]),
    ],
)
def test_een_cijfer_zonder_het_recht_wordt_niet_gegeven(werkelijkheid, plan, rol, argumenten):
    gebruiker = maak_gebruiker(rol)
    with pytest.raises(NietToegestaan) as weigering:
        call_command("kerncijfers", f"--als={gebruiker.email}", *argumenten)
    assert weigering.value.returncode == 5


# ---------------------------------------------------------------- maak_rapport


@pytest.fixture
def snel(monkeypatch) -> list[int]:
    """Rendering replaced by its count."""
    versies: list[int] = []
    monkeypatch.setattr(
        actions.weergave, "pdf", lambda inhoud: (versies.append(inhoud["versie"]), b"%PDF-proef")[1]
    )
    return versies


def maak(map_: Path, *argumenten: str, soort: str = "voortgang", maand: str = "2017-04") -> None:
    call_command("maak_rapport", soort, f"--maand={maand}", f"--uit={map_ / 'r.pdf'}", *argumenten)


def test_pdf_en_cijfers_in_een_bestand(werkelijkheid, plan, snel, tmp_path, capsys):
    maak(tmp_path, f"--gegevens={tmp_path / 'r.json'}", "--json")
    antwoord = json.loads(capsys.readouterr().out)
    gegevens = json.loads((tmp_path / "r.json").read_text())
    assert (tmp_path / "r.pdf").read_bytes() == b"%PDF-proef"
    assert list(antwoord) == ["schema", "peildatum", "soort", "maand", "versie", "sha256", "bestanden"]
    assert antwoord["peildatum"] == gegevens["peildatum"] == "2017-04-30"
    assert (antwoord["versie"], antwoord["sha256"]) == (1, gegevens["sha256"])
    assert next(iter(gegevens)) == "schema"


def test_twee_keer_is_dezelfde_versie_en_dezelfde_bytes(werkelijkheid, plan, tmp_path, capsys):
    """Without any replacement: the real PDF."""
    uit = []
    for naam in ("a", "b"):
        map_ = tmp_path / naam
        map_.mkdir()
        maak(map_, f"--gegevens={map_ / 'r.json'}")
        uit.append([(map_ / bestand).read_bytes() for bestand in ("r.pdf", "r.json")])
    assert uit[0] == uit[1]
    assert uit[0][0].startswith(b"%PDF-1.7")
    assert Rapport.objects.get().versie == 1
    assert "Rapport voortgang 2017-04, versie 1, peildatum 2017-04-30." in capsys.readouterr().out


def test_andere_cijfers_zijn_een_nieuwe_versie(werkelijkheid, plan, snel, tmp_path):
    maak(tmp_path)
    werkelijkheid.zonder_school = 2
    maak(tmp_path)
    assert snel == [1, 2]


def test_de_lopende_maand_mag_en_een_latere_niet(werkelijkheid, plan, snel, tmp_path):
    maak(tmp_path, maand="2017-05")
    assert Rapport.objects.get().maand == date(2017, 5, 1)
    with pytest.raises(Geweigerd, match="juni 2017 is nog niet begonnen") as weigering:
        maak(tmp_path, maand="2017-06")
    assert weigering.value.returncode == 2


@pytest.mark.parametrize(
    ("vervang", "zin"),
    [
        ({"maand": "2017-13"}, "geen maand"),
        ({"maand": "april"}, "geen maand"),
        ({"maand": "2017-4"}, "geen maand"),
        ({"soort": "jaar"}, "bestaat niet"),
    ],
)
def test_een_verkeerde_vraag_maakt_niets(werkelijkheid, plan, snel, tmp_path, vervang, zin):
    with pytest.raises(Geweigerd, match=zin):
        maak(tmp_path, **vervang)
    assert not Rapport.objects.exists()
    assert not (tmp_path / "r.pdf").exists()


def test_zonder_plan_exit_2(werkelijkheid, db, tmp_path):
    with pytest.raises(Geweigerd, match="geen plan") as weigering:
        maak(tmp_path)
    assert weigering.value.returncode == 2


def test_waar_niets_geschreven_kan_worden_wordt_niets_gemaakt(werkelijkheid, plan, snel, tmp_path):
    with pytest.raises(Geweigerd, match="bestaat niet"):
        maak(tmp_path / "nergens")
    with pytest.raises(Geweigerd, match="geen bestand worden geschreven"):
        maak(tmp_path, f"--gegevens={tmp_path}")
    assert not Rapport.objects.exists()


@pytest.mark.parametrize(
    ("rol", "mag"),
    [
        (Rol.COORDINATOR, True),
        (Rol.FINANCIEN, True),
        (Rol.KLANTREGISSEUR, False),
        (Rol.RAADSGRIFFIE, False),
        (Rol.PARTNER, False),
    ],
)
def test_namens_wie_het_mag(werkelijkheid, plan, snel, tmp_path, rol, mag):
    gebruiker = maak_gebruiker(rol)
    if mag:
        maak(tmp_path, f"--als={gebruiker.email}")
        assert Rapport.objects.get().gevraagd_door == gebruiker
        return
    with pytest.raises(NietToegestaan) as weigering:
        maak(tmp_path, f"--als={gebruiker.email}")
    assert weigering.value.returncode == 5
    assert not Rapport.objects.exists()
