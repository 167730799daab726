"""Commands that show persons leave their row as a page does, with `--als` and without."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class

from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht
from kern.register import register
from kern.weigering import NietVastgelegd
from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Leesregel, Rol

pytestmark = pytest.mark.django_db

# Every command that reads, with arguments by which it shows a person, and what it leaves; None shows nobody.
OPDRACHTEN = {
    "dossier": (["{nummer}"], ("inzien", "Dossier")),
    "zoek": (["{nummer}"], ("zoeken", "Zoeken")),
    "exporteer": (["personen", "{map}/uit.csv"], ("uitvoer", "Tabel personen")),
    "kerncijfers": (["--dossiers"], ("lijst", "Dossiers achter kerncijfers")),
    "taakstelling": ([], None),
    "termijnen": ([], ("lijst", "Termijnen")),
    "aansluiting": (None, None),  # amounts and numbers of people
}


# Commands that write, and name dossiers while they do; and those that name nobody.
NOEMEN = {"verwijs", "noem_collega", "importeer", "controleer"}
NOEMEN_NIEMAND = {
    "demo_boekingen",
    "demo_gegevens",
    "demo_inloggen",
    "gebruiker",
    "laad_plan",
    "maak_rapport",
}


def draai(naam: str, *argumenten: str, als: object = None) -> None:
    bij = ["--als", als.email] if als else []
    call_command(naam, *argumenten, *bij, "--json", stdout=StringIO())


def opdrachten(*, leest: bool) -> set[str]:
    namen = {naam: app for naam, app in get_commands().items() if not str(app).startswith("django")}
    klassen = {naam: load_command_class(app, naam) for naam, app in namen.items() if isinstance(app, str)}
    return {
        naam for naam, klasse in klassen.items() if isinstance(klasse, Opdracht) and klasse.leest is leest
    }


def test_elke_opdracht_staat_hier():
    assert opdrachten(leest=True) == set(OPDRACHTEN)
    assert opdrachten(leest=False) == NOEMEN | NOEMEN_NIEMAND


@pytest.mark.parametrize("als", [True, False])
@pytest.mark.parametrize("naam", [naam for naam, (vraag, _) in OPDRACHTEN.items() if vraag is not None])
def test_wat_een_opdracht_nalaat(rima, tmp_path, naam, als):
    ik = GebruikerFactory(rol=Rol.COORDINATOR) if als else None
    vraag, verwacht = OPDRACHTEN[naam]
    draai(naam, *(deel.format(nummer=rima.nummer, map=tmp_path) for deel in vraag), als=ik)
    regels = list(Leesregel.objects.order_by("pk"))
    assert {(rij.handeling, rij.wat) for rij in regels} == ({verwacht} if verwacht else set())
    assert {(rij.gebruiker, rij.rol) for rij in regels} <= {(ik.pk, ik.rol) if ik else (None, "")}


@pytest.mark.parametrize("naam", [naam for naam, (_, verwacht) in OPDRACHTEN.items() if verwacht])
def test_wie_er_geen_recht_op_heeft_laat_een_geweigerde_regel_na(rima, tmp_path, naam):
    # Who may see no figure at all is refused before anybody asks for the dossiers behind it.
    ik = GebruikerFactory(rol=Rol.FINANCIEN if naam == "kerncijfers" else Rol.PRIVACY)
    vraag, verwacht = OPDRACHTEN[naam]
    with pytest.raises(NietToegestaan):
        draai(naam, *(deel.format(nummer=rima.nummer, map=tmp_path) for deel in vraag), als=ik)
    [rij] = Leesregel.objects.all()
    assert (rij.handeling, rij.wat, rij.uitkomst, rij.gebruiker, rij.dossier) == (
        *verwacht,
        "geweigerd",
        ik.pk,
        None,
    )


def test_een_dossier_dat_er_niet_is_of_niet_van_u_is(rima):
    afgeschermd = StatushouderFactory(afgeschermd=True)
    ik = GebruikerFactory()
    for nummer in (afgeschermd.nummer, "D-17-9999"):
        with pytest.raises(Geweigerd):
            draai("dossier", nummer, als=ik)
    vreemd, niets = Leesregel.objects.order_by("pk").values_list("uitkomst", "dossier", "wat")
    assert vreemd == niets == ("geweigerd", None, "Dossier")


def test_zonder_log_geen_antwoord(rima, monkeypatch):
    def dicht(*_wat, **_hoe):
        raise NietVastgelegd

    monkeypatch.setattr("dossiers.management.commands.dossier.leg_lezen_vast", dicht)
    with pytest.raises(CommandError, match="Daarom laten wij het niet zien") as fout:
        draai("dossier", rima.nummer)
    assert fout.value.returncode == 1


def test_zonder_log_geen_bestand(rima, monkeypatch, tmp_path):
    def dicht(*_wat, **_hoe):
        raise NietVastgelegd

    monkeypatch.setattr("uitwisseling.management.commands.exporteer.leg_lezen_vast", dicht)
    with pytest.raises(CommandError):
        draai("exporteer", "personen", f"{tmp_path}/uit.csv")
    assert list(tmp_path.iterdir()) == []


def test_elke_tabel_met_dossiers_zegt_welke():
    tabellen = [tabel for _domein, tabel in register.exporten() if "dossier" in tabel.kolommen]
    assert tabellen
    assert [tabel.soort for tabel in tabellen if tabel.dossiers is None] == []


def test_het_bestand_van_plaatsingen_telt_wie_erin_staat(client):
    client.force_login(GebruikerFactory())
    antwoord = client.get("/inlezen/export/plaatsingen.csv")
    assert antwoord.status_code == 200
    assert Leesregel.objects.get().aantal == 0
