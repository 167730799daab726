"""Arguments of commands: wrong ones are refused in Dutch with exit 2, in every way that argparse has."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command, load_command_class
from django.core.management.base import CommandParser

from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht, Vraag, in_het_nederlands
from tests.toegang.factories import GebruikerFactory


class Proef(Opdracht):
    """A command of these tests: it answers what it was asked."""

    schema = "proef/1"

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("soort", choices=["voortgang", "budget"])
        parser.add_argument("--aantal", type=int)

    def document(self, vraag: Vraag) -> dict[str, object]:
        if vraag.opties["aantal"] == 5:
            raise NietToegestaan("Dat mag hier niet.")
        return {"als": vraag.gebruiker.rol if vraag.gebruiker else None, "soort": vraag.opties["soort"]}

    def tekst(self, document: dict[str, object]) -> list[str]:
        return [f"Soort {document['soort']}", f"Op {document['peildatum']}"]


def draai(*argv: str) -> None:
    Proef().run_from_argv(["manage.py", "proef", *argv, "--skip-checks"])


pytestmark = pytest.mark.django_db  # a command asks as somebody


@pytest.fixture(autouse=True)
def open_verbinding(monkeypatch):
    """A command closes its connections when it ends, which a test in a transaction cannot have."""
    monkeypatch.setattr("django.core.management.base.connections.close_all", lambda: None)


@pytest.mark.parametrize(
    ("argv", "melding"),
    [
        ([], "Dit ontbreekt: soort."),
        (["jaarverslag"], "soort: 'jaarverslag' bestaat niet. Kies uit:"),
        (["budget", "--peildatum"], "--peildatum: hierachter ontbreekt een waarde."),
        (["budget", "--peildatum", "1 mei"], "--peildatum: '1 mei' is geen datum. Schrijf JJJJ-MM-DD"),
        (["budget", "--peildatum", "2017-02-29"], "--peildatum: '2017-02-29' is geen datum."),
        (["budget", "--peildatum", "20170501"], "--peildatum: '20170501' is geen datum."),
        (["budget", "--peildatum", "2017-W18-1"], "--peildatum: '2017-W18-1' is geen datum."),
        (["budget", "--peildatum", "2017-05-01x"], "is geen datum."),
        (["budget", "--aantal", "veel"], "--aantal: 'veel' is geen geheel getal."),
        (["budget", "--json=ja"], "--json: hierachter hoort geen waarde, dus niet 'ja'."),
        (["budget", "--kleur"], "Dit kent de opdracht niet: --kleur."),
        (["budget", "--peil", "2017-05-01"], "Dit kent de opdracht niet: --peil 2017-05-01."),
        (["budget", "rest"], "Dit kent de opdracht niet: rest."),
    ],
)
def test_verkeerde_argumenten(capsys, argv, melding):
    with pytest.raises(SystemExit) as einde:
        draai(*argv)
    uit, fout = capsys.readouterr()
    assert einde.value.code == 2
    assert uit == ""
    assert fout.startswith("Geweigerd: ")
    assert melding in fout


def test_een_onbekende_melding_blijft_staan():
    assert in_het_nederlands("something new") == "something new"


def test_json_is_een_document_met_schema_en_peildatum(capsys):
    draai("budget", "--json", "--peildatum", "2017-05-01")
    uit, fout = capsys.readouterr()
    document = json.loads(uit)
    assert list(document) == ["schema", "peildatum", "als", "soort"]
    assert document == {"schema": "proef/1", "peildatum": "2017-05-01", "als": None, "soort": "budget"}
    assert fout == ""


def test_zonder_peildatum_is_het_vandaag(capsys, settings):
    settings.VANDAAG = "2017-06-30"
    draai("budget")
    assert capsys.readouterr().out == "Soort budget\nOp 2017-06-30\n"


def test_vandaag_die_geen_datum_is(capsys, settings):
    settings.VANDAAG = "morgen"
    with pytest.raises(SystemExit) as einde:
        draai("budget")
    assert einde.value.code == 2
    assert "WI_VANDAAG is geen datum" in capsys.readouterr().err


def test_niet_toegestaan_is_vijf(capsys):
    with pytest.raises(SystemExit) as einde:
        draai("budget", "--aantal", "5")
    assert einde.value.code == 5
    assert "Dat mag hier niet." in capsys.readouterr().err


@pytest.mark.django_db
class TestAls:
    def test_als_een_gebruiker(self, capsys):
        GebruikerFactory(email="pieter@wassenaar.example", rol="financien")
        draai("budget", "--json", "--als", "Pieter@Wassenaar.example")
        assert json.loads(capsys.readouterr().out)["als"] == "financien"

    @pytest.mark.parametrize("actief", [None, False])
    def test_wie_niet_bestaat_of_niet_mag_inloggen(self, capsys, actief):
        if actief is not None:
            GebruikerFactory(email="pieter@wassenaar.example", is_active=actief)
        with pytest.raises(SystemExit) as einde:
            draai("budget", "--als", "pieter@wassenaar.example")
        fout = capsys.readouterr().err
        assert einde.value.code == 2
        assert "--als: er is geen gebruiker met dit e-mailadres" in fout
        assert "pieter" not in fout


def test_ook_van_binnenuit_in_het_nederlands():
    with pytest.raises(Geweigerd, match="--jaar: 'x' is geen jaar") as fout:
        call_command(load_command_class("financien", "aansluiting"), "--jaar", "x")
    assert fout.value.returncode == 2
