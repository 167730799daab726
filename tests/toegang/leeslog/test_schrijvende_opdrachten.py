"""Commands that write and name dossiers while they do: a row before anything is shown or saved."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from dossiers.models import Doorverwijzing, Inzagerecht, Statushouder
from kern.contract import Bevinding, Domein, Invariant
from kern.opdrachten import Geweigerd, NietToegestaan
from kern.register import Register
from kern.weigering import NietVastgelegd
from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from tests.toegang.leeslog.test_opdrachten import NOEMEN
from toegang.management.commands import controleer
from toegang.models import Leesregel, Rol
from uitwisseling.models import Inlezing

pytestmark = pytest.mark.django_db


@pytest.fixture
def bestand(tmp_path):
    pad = tmp_path / "personen.csv"
    pad.write_text("achternaam;vnummer\nHaddad;1234567899\n")
    return pad


@pytest.fixture
def partij():
    return OrganisatieFactory(naam="Taalhuis", van_plan=True)


@pytest.fixture
def stuk(monkeypatch, rima):
    """An invariant that names two dossiers twice, and a row that is none."""
    vers = Register()
    toets = lambda: Bevinding(3, [rima.nummer, f"{rima.nummer} en D-17-9998", "Zegel 3"])  # noqa: E731
    invariant = Invariant(code="stuk", regel="Niets is stuk.", toets=toets)
    vers.registreer(Domein(code="proef", label="Proef", controles=[invariant]))
    monkeypatch.setattr(controleer, "register", vers)


def verwijs(nummer: str) -> None:
    call_command(
        "verwijs", nummer, "--organisatie", "Taalhuis", "--domeinen", "inburgering", "--doel", "Taal",
        "--tot", "2017-12-31", "--json", stdout=StringIO(),
    )  # fmt: skip


def noem(nummer: str, collega) -> None:
    call_command("noem_collega", nummer, collega.email, "--reden", "Vertrek", "--json", stdout=StringIO())


def importeer(*argumenten) -> None:
    call_command("importeer", *map(str, argumenten), "--json", stdout=StringIO())


def controleer_alles(**opties) -> None:
    with pytest.raises(SystemExit):
        call_command("controleer", "--json", stdout=StringIO(), **opties)


def test_verwijzen(rima, partij, log):
    verwijs(rima.nummer)
    assert log() == [("inzien", "Doorverwijzen", "gezien", rima.sleutel)]
    rij = Leesregel.objects.get()
    assert (rij.gebruiker, rij.doel) == (None, "Opdracht van de gemeente")


def test_een_collega_noemen(log):
    geheim = StatushouderFactory(afgeschermd=True)
    noem(geheim.nummer, GebruikerFactory())
    assert log() == [("inzien", "Collega noemen", "gezien", geheim.sleutel)]


def test_een_nummer_dat_niet_bestaat_is_geweigerd(partij, log):
    for doe in (verwijs, lambda nummer: noem(nummer, GebruikerFactory())):
        with pytest.raises(Geweigerd):
            doe("D-17-9999")
    assert log() == [
        ("inzien", "Doorverwijzen", "geweigerd", None),
        ("inzien", "Collega noemen", "geweigerd", None),
    ]


def test_inlezen_en_terugnemen(bestand, log):
    importeer("personen", bestand)
    importeer("--ongedaan", Inlezing.objects.get().pk)
    assert log() == [
        ("lijst", "Bestand om in te lezen", "gezien", None),
        ("lijst", "Import ongedaan maken", "gezien", None),
    ]


def test_een_sjabloon_noemt_niemand(tmp_path):
    importeer("personen", "--sjabloon", tmp_path / "leeg.xlsx")
    assert not Leesregel.objects.exists()


@pytest.mark.usefixtures("stuk")
def test_controleren_telt_elk_dossier_een_keer(log):
    controleer_alles()
    assert log() == [("lijst", "Controle van alle regels", "gezien", None)]
    assert Leesregel.objects.get().aantal == 2


def test_wat_klopt_noemt_niemand(monkeypatch):
    monkeypatch.setattr(controleer, "register", Register())
    call_command("controleer", "--json", stdout=StringIO())
    assert not Leesregel.objects.exists()


def test_controleren_als_iemand_is_geweigerd(log):
    ik = GebruikerFactory(rol=Rol.COORDINATOR)
    with pytest.raises(NietToegestaan):
        call_command("controleer", "--als", ik.email, stdout=StringIO())
    assert log() == [("lijst", "Controle van alle regels", "geweigerd", None)]
    assert Leesregel.objects.get().gebruiker == ik.pk


@pytest.mark.parametrize("naam", sorted(NOEMEN))
@pytest.mark.usefixtures("stuk")
def test_zonder_log_gebeurt_er_niets(monkeypatch, rima, partij, bestand, naam):
    geheim, collega = StatushouderFactory(afgeschermd=True), GebruikerFactory()
    voor = Inzagerecht.objects.count()
    doen = {
        "verwijs": lambda: verwijs(rima.nummer),
        "noem_collega": lambda: noem(geheim.nummer, collega),
        "importeer": lambda: importeer("personen", bestand),
        "controleer": lambda: call_command("controleer", "--json", stdout=uit),
    }

    def dicht(*_wat, **_hoe):
        raise NietVastgelegd

    uit = StringIO()
    app = {"importeer": "uitwisseling", "controleer": "toegang"}.get(naam, "dossiers")
    monkeypatch.setattr(f"{app}.management.commands.{naam}.leg_lezen_vast", dicht)
    with pytest.raises(CommandError, match="Daarom laten wij het niet zien"):
        doen[naam]()
    assert uit.getvalue() == ""
    assert not Doorverwijzing.objects.exists()
    assert not Inlezing.objects.exists()
    assert (Inzagerecht.objects.count(), Statushouder.objects.count()) == (voor, 2)
