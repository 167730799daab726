"""The scripts of set-up and lint, and what pytest does on a machine without a browser."""

import importlib
import io
import os
import shutil
import subprocess
import sys
import tarfile

import pytest

from wassenaar_integratie.lokaal.paden import BASIS

LETTERS = """
/* latin-ext */
@font-face {
  src: url(./files/x-latin-ext-400-normal.woff2) format('woff2'), url(./files/x-latin-ext-400-normal.woff) format('w');
}
@font-face {
  src: url(./files/x-latin-400-normal.woff2) format('woff2'), url(./files/x-latin-400-normal.woff) format('woff');
}
@font-face {
  src: url(./files/x-greek-400-normal.woff2) format('woff2');
}
"""


@pytest.fixture
def script(monkeypatch):
    """Imports a script by its name."""
    monkeypatch.syspath_prepend(BASIS / "scripts")
    return importlib.import_module


def test_van_letters_alleen_de_gevraagde_deelverzamelingen_als_woff2(script):
    css, bestanden = script("pakketten").letterregels(LETTERS, ("latin",))
    assert bestanden == ["x-latin-400-normal.woff2"]
    assert css.count("@font-face") == 1
    assert ".woff)" not in css


def test_sprite_noemt_elk_icoon_met_onze_naam_en_de_licentie(script, tmp_path):
    (tmp_path / "icons").mkdir()
    (tmp_path / "icons" / "home.svg").write_text('<svg class="l">\n  <path d="M1 1"/>\n</svg>')
    (tmp_path / "LICENSE").write_text("ISC -- vrij")
    sprite = script("iconen").sprite({"huisvesting": "home"}, tmp_path)
    assert '<symbol id="huisvesting" viewBox="0 0 24 24"><path d="M1 1"/></symbol>' in sprite
    assert "ISC - - vrij" in sprite  # two dashes would end the comment
    with pytest.raises(FileNotFoundError, match=r"weg\.svg"):
        script("iconen").sprite({"x": "weg"}, tmp_path)


@pytest.mark.parametrize("naam", ["../buiten", "/buiten", "lib/../../buiten"])
def test_archief_schrijft_niets_buiten_zijn_map(script, tmp_path, naam):
    inhoud = io.BytesIO()
    with tarfile.open(fileobj=inhoud, mode="w") as tar:
        for pad in ("lib/goed", naam):
            tar.addfile(tarfile.TarInfo(pad), io.BytesIO())
    inhoud.seek(0)
    doel = tmp_path / "doel"
    with tarfile.open(fileobj=inhoud) as tar, pytest.raises(ValueError, match="buiten de map"):
        script("chromium").schrijf_bestanden(tar, doel)
    assert (doel / "lib" / "goed").exists()
    assert not (tmp_path / "buiten").exists()


ADRESSEN = [
    ("files.python" + "hosted.org/packages/x.whl", True),
    ("https://registry.npm" + "js.org/x", True),
    ('"resolved"' + ": x", True),
    ("--index" + "-url https://elders", True),
    ("django==5.2", False),
    ("https://www.gemeente.example/npmjs", False),
]


@pytest.mark.parametrize(("regel", "fout"), ADRESSEN)
def test_adres_van_een_pakketserver_wordt_gevonden(tmp_path, regel, fout):
    (tmp_path / "scripts").mkdir()
    shutil.copy(BASIS / "scripts" / "adressen", tmp_path / "scripts")
    (tmp_path / "slot.txt").write_text(f"eerste\n{regel}\n")
    for opdracht in (["git", "init", "-q"], ["git", "add", "."]):
        subprocess.run(opdracht, cwd=tmp_path, check=True)
    antwoord = subprocess.run(
        [tmp_path / "scripts" / "adressen"], capture_output=True, text=True, check=False
    )
    assert antwoord.returncode == int(fout)
    assert ("slot.txt:2:" in antwoord.stderr) is fout


PROEF = """
import pytest
@pytest.mark.browser
def test_browser():
    assert False, "er draaide een browsertest"
def test_gewoon():
    pass
"""


@pytest.mark.parametrize(
    ("extra", "uitgang", "overgeslagen"),
    [({}, 1, True), ({"ZONDER_BROWSER": "1"}, 0, True), ({"CI": "1"}, 1, False)],
)
def test_zonder_browser_luid_en_niet_groen_en_in_ci_een_fout(tmp_path, extra, uitgang, overgeslagen):
    (tmp_path / "test_proef.py").write_text(PROEF)
    schoon = {k: v for k, v in os.environ.items() if k not in ("CI", "ZONDER_BROWSER", "PYTEST_ADDOPTS")}
    omgeving = (
        schoon | {"CHROMIUM": "/nergens", "DATABASE_URL": "postgres:///", "PYTHONPATH": str(BASIS)} | extra
    )
    plugins = ["-p", "wassenaar_integratie.lokaal.proefplugin", "-p", "no:django", "-p", "no:cacheprovider"]
    antwoord = subprocess.run(
        [sys.executable, "-m", "pytest", *plugins, "-o", "markers=browser", "--rootdir", tmp_path, tmp_path],
        env=omgeving,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert antwoord.returncode == uitgang, antwoord.stdout
    assert ("GEEN BROWSER: 1 tests zijn overgeslagen" in antwoord.stdout) is overgeslagen
    assert ("er draaide een browsertest" in antwoord.stdout) is not overgeslagen
