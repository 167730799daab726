"""Where an installation keeps its things."""

import json
import os
import pwd
import stat
from pathlib import Path

import pytest

from wassenaar_integratie import lokaal
from wassenaar_integratie.lokaal import paden
from wassenaar_integratie.lokaal.paden import Opstartfout


@pytest.fixture
def wi_data(tmp_path, monkeypatch):
    """A WI_DATA that does not exist yet."""
    map_ = tmp_path / "wi"
    monkeypatch.setenv("WI_DATA", str(map_))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    return map_


def modus(pad: Path) -> int:
    return stat.S_IMODE(pad.stat().st_mode)


def test_map_wordt_gemaakt_voor_de_eigenaar_alleen(wi_data):
    assert lokaal.map_voor("post") == wi_data / "post"
    assert (modus(wi_data), modus(wi_data / "post")) == (0o700, 0o700)


def test_ook_de_mappen_erboven_die_er_niet_waren_zijn_prive(tmp_path, monkeypatch):
    monkeypatch.setenv("WI_DATA", str(tmp_path / "var" / "test"))
    paden.data()
    assert modus(tmp_path / "var") == 0o700


def test_relatieve_map_is_die_van_nu_ook_na_een_andere_werkmap(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WI_DATA", "hier")
    assert paden.data() == tmp_path / "hier"


def test_map_van_een_ander_is_een_zin(wi_data, monkeypatch):
    wi_data.mkdir()
    monkeypatch.setattr(os, "access", lambda pad, _wat: pad != wi_data)
    with pytest.raises(Opstartfout, match="van een andere gebruiker"):
        paden.data()


def test_map_die_niet_gemaakt_kan_worden_is_een_zin(tmp_path, monkeypatch):
    (tmp_path / "bestand").touch()
    monkeypatch.setenv("WI_DATA", str(tmp_path / "bestand" / "wi"))
    with pytest.raises(Opstartfout, match="kan niet gemaakt worden"):
        paden.data()


def test_geheim_wordt_eens_gemaakt_en_bewaard(wi_data):
    eerste = lokaal.geheim("django")
    assert len(eerste) == 64
    assert lokaal.geheim("django") == eerste
    assert lokaal.geheim("bsn") != eerste
    assert modus(wi_data / "geheimen" / "django") == 0o600
    assert [pad.name for pad in (wi_data / "geheimen").iterdir() if pad.name.startswith(".")] == []


def test_verliezer_van_de_race_leest_wat_de_winnaar_schreef(tmp_path, monkeypatch):
    pad = tmp_path / "een"
    link = os.link

    def net_te_laat(bron, doel):
        pad.write_text("van de ander")
        link(bron, doel)

    monkeypatch.setattr(os, "link", net_te_laat)
    assert paden.eens(pad, "van mij") == "van de ander"


def test_verwijderde_map_is_een_nieuwe_installatie(tmp_path, monkeypatch):
    kenmerken = set()
    for naam in ("a", "b"):
        monkeypatch.setenv("WI_DATA", str(tmp_path / naam))
        kenmerken.add(paden.installatie().kenmerk)
        assert paden.installatie().kenmerk in kenmerken
    assert len(kenmerken) == 2


def test_cluster_in_de_map_staat_er_relatief_en_verhuist_mee(wi_data, monkeypatch):
    monkeypatch.setattr(paden, "kies_cluster", lambda map_, kenmerk: map_ / "postgres")
    assert paden.installatie().cluster == wi_data / "postgres"
    assert json.loads((wi_data / "installatie.json").read_text())["cluster"] == "postgres"
    wi_data.rename(wi_data.with_name("verhuisd"))
    monkeypatch.setenv("WI_DATA", str(wi_data.with_name("verhuisd")))
    assert paden.installatie().cluster == wi_data.with_name("verhuisd") / "postgres"


@pytest.mark.parametrize(
    ("root", "leesbaar", "verwacht"),
    [
        (False, False, "/srv/wi/postgres"),
        (True, True, "/srv/wi/postgres"),
        (True, False, "/var/tmp/wi-abc"),
    ],
)
def test_plaats_van_het_cluster(monkeypatch, root, leesbaar, verwacht):
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
    monkeypatch.setattr(paden, "kan_lezen", lambda pad, wie: leesbaar)
    assert paden.kies_cluster(Path("/srv/wi"), "abc") == Path(verwacht)


@pytest.mark.parametrize(("bytes_", "kort"), [(106, False), (107, False), (108, True)])
def test_socket_van_meer_dan_107_bytes_krijgt_een_korte_map(bytes_, kort):
    naam = "/.s.PGSQL.5432"
    gewenst = Path("/" + "é" * ((bytes_ - 1 - len(naam)) // 2) + "x" * ((bytes_ - 1 - len(naam)) % 2) + naam)
    assert len(os.fsencode(gewenst)) == bytes_
    pad = paden.kies_socket(gewenst, kort=Path("/tmp/wi-abc-pg"))
    assert pad == (Path("/tmp/wi-abc-pg/.s.PGSQL.5432") if kort else gewenst)


def ik() -> pwd.struct_passwd:
    return pwd.getpwuid(os.geteuid())


def test_prive_map_is_van_een_gebruiker_alleen(tmp_path):
    pad = paden.prive_map(tmp_path / "diep" / "socket", ik())
    assert modus(pad) == 0o700
    assert paden.prive_map(pad, ik()) == pad


@pytest.mark.parametrize("soort", ["open", "link", "bestand"])
def test_prive_map_van_een_ander_wordt_geweigerd(tmp_path, soort):
    pad = tmp_path / "socket"
    if soort == "open":
        pad.mkdir()
        pad.chmod(0o755)
    elif soort == "link":
        (tmp_path / "elders").mkdir(mode=0o700)
        pad.symlink_to(tmp_path / "elders")
    else:
        pad.write_text("")
        pad.chmod(0o600)
    with pytest.raises(Opstartfout, match="niet van"):
        paden.prive_map(pad, ik())


def test_adressen_van_buiten_gaan_voor(wi_data, monkeypatch):
    assert lokaal.eigen_server()
    assert lokaal.eigen_broker()
    assert lokaal.database_url().startswith("postgres://wi@%2F")
    assert lokaal.redis_url() == f"redis+socket://{paden.valkey_socket()}"
    monkeypatch.setenv("DATABASE_URL", "postgres://a@b/c")
    monkeypatch.setenv("REDIS_URL", "redis://b")
    assert (lokaal.database_url(), lokaal.redis_url()) == ("postgres://a@b/c", "redis://b")
    assert not lokaal.eigen_server()
    assert not lokaal.eigen_broker()
