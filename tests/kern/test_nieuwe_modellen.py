"""Squashed migrations: they make what the old ones make, and draw the state's classes once."""

from __future__ import annotations

import pytest
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter

from kern.nieuwe_modellen import MaakModellen

_SLEUTEL = ("id", models.BigAutoField(primary_key=True))


@pytest.fixture(scope="module")
def oud() -> MigrationLoader:
    """Every migration by itself, the old ones and those that replace them."""
    return MigrationLoader(None, replace_migrations=False)


@pytest.fixture(scope="module")
def nieuw() -> MigrationLoader:
    """As a new database takes them."""
    return MigrationLoader(None)


def _samen(oud: MigrationLoader) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Of each app with a squashed migration: its name, and what it replaces."""
    gevonden = {
        app: (naam, list(migratie.replaces))
        for (app, naam), migratie in oud.disk_migrations.items()
        if migratie.replaces and any(isinstance(stap, MaakModellen) for stap in migratie.operations)
    }
    assert len(gevonden) > 1
    return gevonden


def test_een_samengevoegde_migratie_vervangt_alle_oude_op_volgorde(oud):
    for app, (naam, vervangt) in _samen(oud).items():
        laatste = naam.partition("_squashed_")[2]
        namen = sorted(n for a, n in oud.disk_migrations if a == app and n != naam and n <= laatste)
        assert vervangt == [(app, n) for n in namen], app


def test_een_nieuwe_databank_krijgt_de_modellen_van_de_oude_migraties(oud, nieuw):
    samen = _samen(oud)
    einden = [vervangt[-1] for _naam, vervangt in samen.values()]
    eerder = oud.graph.make_state(nodes=einden, real_apps=oud.unmigrated_apps).models
    nu = nieuw.graph.make_state(
        nodes=[(app, naam) for app, (naam, _vervangt) in samen.items()], real_apps=nieuw.unmigrated_apps
    ).models
    for model in [model for model in {*eerder, *nu} if model[0] in samen]:
        assert _beschrijf(nu.get(model)) == _beschrijf(eerder.get(model)), model


def _beschrijf(model: ModelState | None) -> str | None:
    """As a migration would write it: the fields in order, for that is the order of the columns; the triggers too."""
    if model is None:
        return None
    opties = {
        naam: waarde
        for naam, waarde in model.options.items()
        if waarde or naam not in ("constraints", "indexes", "triggers")
    }
    maak = migrations.CreateModel(model.name, list(model.fields.items()), opties, model.bases, model.managers)
    return MigrationWriter.serialize(maak)[0]


def _stap() -> MaakModellen:
    """Two tables, of which the second refers to the first."""
    naar = models.ForeignKey("kern.Proefboom", models.CASCADE)
    return MaakModellen(
        [
            migrations.CreateModel("Proefboom", [_SLEUTEL]),
            migrations.CreateModel("Proefblad", [_SLEUTEL, ("boom", naar)]),
        ]
    )


def test_de_klassen_worden_een_keer_getekend():
    toestand = ProjectState()
    assert toestand.apps.get_models() == []
    assert "apps" in vars(toestand)  # drawn before
    _stap().state_forwards("kern", toestand)
    assert "apps" not in vars(toestand)
    blad = toestand.apps.get_model("kern", "Proefblad")
    assert blad._meta.get_field("boom").related_model is toestand.apps.get_model("kern", "Proefboom")


@pytest.mark.django_db
def test_de_tabellen_komen_en_gaan():
    leeg, stap = ProjectState(), _stap()
    vol = leeg.clone()
    stap.state_forwards("kern", vol)
    tabellen = {"kern_proefboom", "kern_proefblad"}
    with connection.schema_editor() as editor:
        stap.database_forwards("kern", editor, leeg, vol)
    assert tabellen <= set(connection.introspection.table_names())
    with connection.schema_editor() as editor:
        stap.database_backwards("kern", editor, vol, leeg)
    assert not tabellen & set(connection.introspection.table_names())


def test_een_migratie_met_deze_stap_is_te_schrijven():
    tekst, imports = MigrationWriter.serialize(_stap())
    assert "import kern.nieuwe_modellen" in imports
    assert tekst.startswith("kern.nieuwe_modellen.MaakModellen(")
    assert _stap().describe() == "Create models Proefboom, Proefblad"
