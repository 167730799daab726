"""What manage.py makes sure of before a command."""

import types

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from wassenaar_integratie.lokaal import migraties, opdracht, postgres
from wassenaar_integratie.lokaal.paden import Opstartfout


@pytest.mark.parametrize(
    ("argv", "verwacht"),
    [
        ([], (False, False)),
        (["--version"], (False, False)),
        (["help"], (False, False)),
        (["check"], (False, False)),
        (["makemigrations", "--check"], (False, False)),
        (["taakstelling", "--help"], (False, False)),
        (["migrate"], (True, False)),
        (["taakstelling", "--json"], (True, True)),
    ],
)
def test_wat_een_opdracht_nodig_heeft(argv, verwacht):
    assert opdracht.nodig(["manage.py", *argv]) == verwacht


def test_onder_productie_gebeurt_er_niets(monkeypatch, settings):
    settings.DEMONSTRATIE = False
    monkeypatch.setattr(opdracht, "_zorg", lambda **_: pytest.fail("migreert uit zichzelf"))
    assert opdracht.voorbereid(["manage.py", "migrate"]) == 0


def test_onbekende_opdracht_is_een_zin_en_start_geen_server(monkeypatch, capsys):
    monkeypatch.setattr(opdracht, "_zorg", lambda **_: pytest.fail("start een server"))
    assert opdracht.voorbereid(["manage.py", "taakstelilng"]) == 2
    assert "'taakstelilng' is geen opdracht." in capsys.readouterr().err


def test_een_opstartfout_is_een_zin_op_de_foutuitvoer(monkeypatch, capsys):
    def mislukt(**_):
        raise Opstartfout("PostgreSQL ontbreekt.")

    monkeypatch.setattr(opdracht, "_zorg", mislukt)
    assert opdracht.voorbereid(["manage.py", "migrate"]) == 1
    assert capsys.readouterr() == ("", "PostgreSQL ontbreekt.\n")


@pytest.mark.django_db
def test_bijgewerkte_databank_mist_niets_in_twee_vragen(django_assert_num_queries):
    with django_assert_num_queries(2):
        assert migraties.ontbrekend() == set()


@pytest.mark.django_db
def test_een_migratie_die_de_databank_niet_heeft_ontbreekt():
    MigrationRecorder.Migration.objects.filter(app="kern", name="0001_initial").delete()
    assert migraties.ontbrekend() == {("kern", "0001_initial")}


@pytest.mark.django_db
def test_nieuwe_databank_mist_alles():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE django_migrations RENAME TO weg")  # rolled back with the test
    assert migraties.toegepast() == set()
    assert migraties.ontbrekend() == migraties.op_schijf(apps.get_app_configs())


def test_de_bestanden_zijn_dezelfde_als_die_django_leest():
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None, ignore_no_migrations=True)
    assert migraties.op_schijf(apps.get_app_configs()) == set(loader.disk_migrations)


def test_zonder_pakket_en_zonder_debian_een_zin_met_de_uitweg(monkeypatch, tmp_path):
    monkeypatch.setattr(postgres, "pakketmap", lambda: None)
    monkeypatch.setattr(postgres, "debian", lambda: None)
    with pytest.raises(Opstartfout, match=r"make setup.*DATABASE_URL"):
        postgres.programmas(types.SimpleNamespace(pw_uid=0), tmp_path)


def test_van_debian_de_nieuwste(tmp_path):
    for versie in ("9.6", "15", "16"):
        (tmp_path / versie / "bin").mkdir(parents=True)
    for versie in ("9.6", "15"):
        (tmp_path / versie / "bin" / "postgres").touch()
    assert postgres.debian(tmp_path) == tmp_path / "15" / "bin"
    assert postgres.debian(tmp_path / "leeg") is None
