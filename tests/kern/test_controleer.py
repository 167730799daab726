"""`controleer`: the shape of its answer, its exit codes, and that the demonstration's people give ok."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command

from kern import register as registermodule
from kern.contract import Bevinding, Domein, Invariant
from kern.opdrachten import Geweigerd
from kern.register import Register
from toegang.management.commands import controleer as opdracht

pytestmark = pytest.mark.django_db


@pytest.fixture
def proef(monkeypatch) -> Register:
    """A register with one invariant that holds and one that does not."""
    vers = Register()
    heel = Invariant(code="heel", regel="Alles is heel.", toets=lambda: Bevinding(0))
    stuk = Invariant(
        code="stuk", regel="Niets is stuk.", toets=lambda: Bevinding(3, ["D-17-0001", "D-17-0002"])
    )
    vers.registreer(Domein(code="proef", label="Proef", controles=[heel, stuk]))
    monkeypatch.setattr(opdracht, "register", vers)
    assert registermodule.register is not vers
    return vers


def vraag(*argumenten: str) -> tuple[dict, int]:
    uit = StringIO()
    try:
        call_command("controleer", *argumenten, "--json", stdout=uit)
    except SystemExit as einde:
        return json.loads(uit.getvalue()), int(str(einde.code))
    return json.loads(uit.getvalue()), 0


@pytest.mark.usefixtures("proef")
class TestAntwoord:
    def test_als_json(self):
        document, code = vraag()
        assert (document.pop("schema"), document.pop("peildatum")) == ("controleer/1", "2017-05-01")
        assert document == {
            "ok": False,
            "gecontroleerd": [
                {"code": "heel", "regel": "Alles is heel.", "fouten": 0, "voorbeelden": []},
                {
                    "code": "stuk",
                    "regel": "Niets is stuk.",
                    "fouten": 3,
                    "voorbeelden": ["D-17-0001", "D-17-0002"],
                },
            ],
        }
        assert code == 4

    def test_een_onderdeel(self):
        document, code = vraag("--onderdeel", "heel")
        assert [deel["code"] for deel in document["gecontroleerd"]] == ["heel"]
        assert (document["ok"], code) == (True, 0)

    def test_een_onbekend_onderdeel(self):
        with pytest.raises(Geweigerd, match=r"--onderdeel: 'half' bestaat niet\. Kies uit: heel, stuk\."):
            vraag("--onderdeel", "half")

    def test_als_tekst(self, capsys):
        with pytest.raises(SystemExit) as einde:
            call_command("controleer")
        assert einde.value.code == 4
        regels = capsys.readouterr().out.splitlines()
        assert [regel.split()[0] for regel in regels] == ["heel", "stuk", "Bijvoorbeeld:", "Niet"]
        assert "3 keer niet" in regels[1]
        assert "D-17-0001, D-17-0002" in regels[2]


@pytest.mark.parametrize("soort", [[], ["--personen", "120"]])
def test_de_verzonnen_personen_kloppen(soort):
    call_command("laad_plan", stdout=StringIO())
    call_command("demo_gegevens", *soort, stdout=StringIO())
    document, code = vraag()
    assert {deel["code"]: deel["voorbeelden"] for deel in document["gecontroleerd"] if deel["fouten"]} == {}
    assert (document["ok"], code) == (True, 0)


def test_een_lege_databank_klopt():
    document, code = vraag()
    assert (document["ok"], code) == (True, 0)
    assert len(document["gecontroleerd"]) >= 9
