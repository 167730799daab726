"""Of every column of every table it is declared what it tells of people."""

from __future__ import annotations

import pytest
from django.db import models

from dossiers.models import Contactmoment, Statushouder
from kern.contract import Domein, Gegeven, Gevoeligheid, Persoonsgegevens, Stelling, Verwerking
from kern.register import Register
from kern.verwerkingen import aangifte_van, onvolledig, persoonsgegevens_volledig, regels, tabellen
from toegang.models import Gebruiker


def register(**rest: object) -> Register:
    gemaakt = Register()
    verwerking = Verwerking(code="proef", naam="Proef", doel="Proef", grondslagen=[Stelling("Proef")])
    gemaakt.registreer(Domein(code="proef", label="Proef", verwerkingen=[verwerking], **rest))
    return gemaakt


def zonder(veld: str) -> Persoonsgegevens:
    """Of a person everything, but this column."""
    alles = Statushouder.persoonsgegevens
    gegevens = [
        Gegeven(deel.naam, deel.velden.replace(veld, "").strip(), deel.aard, deel.waarom)
        for deel in alles.gegevens
    ]
    return Persoonsgegevens(alles.verwerking, gegevens=gegevens, geen=alles.geen)


def test_elke_kolom_is_aangegeven():
    assert onvolledig() == []


def test_geschiedenis_en_bibliotheken_doen_mee():
    gezien = {model._meta.label for model in tabellen()}
    assert {"dossiers.StatushouderEvent", "sessions.Session", "pghistory.Context"} <= gezien
    assert len(gezien) > 50


def test_een_nieuwe_kolom_zonder_aangifte_wordt_genoemd(monkeypatch):
    monkeypatch.setattr(Statushouder, "persoonsgegevens", zonder("telefoon"))
    assert onvolledig() == [
        "dossiers.Statushouder.telefoon is niet aangegeven",
        "dossiers.StatushouderEvent.telefoon is niet aangegeven",
    ]
    assert persoonsgegevens_volledig().aantal == 2


def test_een_model_zonder_aangifte_wordt_met_elke_kolom_genoemd(monkeypatch):
    monkeypatch.delattr(Gebruiker, "persoonsgegevens")
    gevonden = onvolledig([Gebruiker])
    assert "toegang.Gebruiker.email is niet aangegeven" in gevonden
    assert len(gevonden) == len({*Gebruiker._meta.local_concrete_fields}) - 2  # its number and its version


def test_een_kolom_die_er_niet_is_of_er_twee_keer_staat(monkeypatch):
    monkeypatch.setattr(
        Contactmoment, "persoonsgegevens", Contactmoment.persoonsgegevens.met(geen="tekst weg")
    )
    assert onvolledig([Contactmoment]) == [
        "dossiers.Contactmoment.tekst is twee keer aangegeven",
        "dossiers.Contactmoment.weg bestaat niet",
    ]


def test_een_verwerking_die_niemand_heeft(monkeypatch):
    aangifte = Persoonsgegevens("nergens", gegevens=Statushouder.persoonsgegevens.gegevens)
    monkeypatch.setattr(Statushouder, "persoonsgegevens", aangifte)
    assert onvolledig([Statushouder]) == ["dossiers.Statushouder: nergens bestaat niet"]


def test_een_nieuwe_tabel_van_een_bibliotheek():
    class Los(models.Model):
        naam = models.CharField(max_length=10)

        class Meta:
            app_label = "proef"
            managed = False

        def __str__(self) -> str:
            return self.naam

    aangifte = Persoonsgegevens("proef", gegevens=[Gegeven("naam", "naam")])
    assert onvolledig([Los], register()) == ["proef.Los.naam is niet aangegeven"]
    assert onvolledig([Los], register(persoonsgegevens={"proef.Los": aangifte})) == []


def test_geschiedenis_volgt_haar_tabel():
    event = next(model for model in tabellen() if model._meta.label == "dossiers.ContactmomentEvent")
    assert aangifte_van(event) is Contactmoment.persoonsgegevens


def test_wat_niet_gewoon_is_zegt_waarom():
    with pytest.raises(ValueError, match="waarom"):
        Gegeven("gezondheid", "noa", Gevoeligheid.BIJZONDER)
    with pytest.raises(ValueError, match="waarom"):
        Gegeven("naam", "naam", waarom="Omdat.")


def test_zonder_verwerking_geen_persoonsgegevens():
    with pytest.raises(ValueError, match="verwerking"):
        Persoonsgegevens(gegevens=[Gegeven("naam", "naam")])
    with pytest.raises(ValueError, match="verwerking"):
        Persoonsgegevens("proef", geen="code")


def test_de_gevoelige_gegevens():
    gevoelig = {
        veld: gegeven.aard
        for model in tabellen()
        if not hasattr(model, "pgh_tracked_model")
        for gegeven in aangifte_van(model).gegevens
        for veld in gegeven.velden.split()
        if gegeven.aard is not Gevoeligheid.GEWOON
    }
    assert {"bsn", "bsn_index"} == {
        v for v, aard in gevoelig.items() if aard is Gevoeligheid.NATIONAAL_NUMMER
    }
    assert {"nationaliteit", "tekst", "bestand"} <= set(gevoelig)


def test_het_register_heeft_elke_verwerking_met_haar_tabellen():
    alle = {regel.verwerking.code: regel for regel in regels()}
    assert all(regel.tabellen for regel in alle.values())
    dossier = alle["dossiers.dossier"]
    assert dossier.versleuteld == ["burgerservicenummer"]
    assert dossier.betrokkenen == ["statushouders en hun gezinsleden", "gebruikers van het systeem"]
    assert [gegeven.naam for gegeven in dossier.gegevens][:2] == [
        "nationaliteit en taal",
        "burgerservicenummer",
    ]
