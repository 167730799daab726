"""`exporteer`, as people and scripts rely on it: what is refused, and what stands in each table."""

import json
import stat
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command

from kern.cijfers import cijferlijst
from kern.contract import Peiling
from kern.opdrachten import Geweigerd, NietToegestaan
from kern.register import register
from tests.dossiers.factories import (
    GezinslidFactory,
    StatushouderFactory,
    VestigingFactory,
)
from tests.financien.factories import InkomstenpostFactory, PlanFactory
from tests.huisvesting.factories import PeriodeFactory, PlaatsingFactory, TellingFactory
from tests.termijnen.factories import TermijnFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol as Gebruikersrol

pytestmark = pytest.mark.django_db
MEI = "--peildatum=2017-05-01"


def test_json_zegt_wat_er_geschreven_is(tmp_path, capsys):
    StatushouderFactory()
    pad = tmp_path / "uit.csv"
    call_command("exporteer", "personen", str(pad), MEI, "--json")
    uit = capsys.readouterr()
    assert json.loads(uit.out) == {
        "schema": "exporteer/1",
        "peildatum": "2017-05-01",
        "soort": "personen",
        "bestand": str(pad),
        "rijen": 1,
    }
    assert uit.err == ""
    assert stat.S_IMODE(pad.stat().st_mode) == 0o600


def test_tekst(tmp_path, capsys):
    call_command("exporteer", "personen", str(tmp_path / "uit.xlsx"), MEI)
    assert capsys.readouterr().out.startswith("personen op 2017-05-01: 0 rijen in ")


@pytest.mark.parametrize(
    ("soort", "naam", "melding"),
    [
        ("mensen", "uit.csv", "'mensen' bestaat niet. Kies uit: personen, termijnen, .*kerncijfers"),
        ("personen", "uit.ods", r"uit.ods: Laat de naam .* \.csv of \.xlsx"),
        ("personen", "geen-map/uit.csv", "kan hier niet worden geschreven"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_en_laat_niets_achter(tmp_path, soort, naam, melding):
    with pytest.raises(Geweigerd, match=melding) as weigering:
        call_command("exporteer", soort, str(tmp_path / naam))
    assert weigering.value.returncode == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("soort", ["personen", "plaatsingen", "kerncijfers"])
def test_zonder_recht(tmp_path, soort):
    GebruikerFactory(email="niemand@wassenaar.example", rol=Gebruikersrol.PRIVACY)
    with pytest.raises(NietToegestaan):
        call_command("exporteer", soort, str(tmp_path / "uit.csv"), "--als=niemand@wassenaar.example")
    assert list(tmp_path.iterdir()) == []


def test_een_partner_krijgt_geen_cijfers_van_iedereen(tmp_path):
    GebruikerFactory(email="partner@vw.example", rol=Gebruikersrol.PARTNER, organisatie=OrganisatieFactory())
    with pytest.raises(NietToegestaan):
        call_command("exporteer", "kerncijfers", str(tmp_path / "uit.csv"), "--als=partner@vw.example")


def test_een_mislukte_export_laat_het_oude_bestand_staan(tmp_path, monkeypatch):
    pad = tmp_path / "uit.csv"
    pad.write_text("oud")

    def kapot(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr("uitwisseling.management.commands.exporteer.schrijf", kapot)
    with pytest.raises(RuntimeError):
        call_command("exporteer", "personen", str(pad))
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("uit.csv", "oud")]


class TestPlaatsingen:
    def test_alle_kolommen(self, exporteer):
        PeriodeFactory()
        eerste = PlaatsingFactory(
            statushouder__vnummer="2741603318",
            woning__straat="Zijdeweg",
            woning__huisnummer=12,
            woning__toevoeging="a",
            woning__verhuurder=OrganisatieFactory(naam="De Sleutels"),
            van=date(2017, 3, 28),
            tot=date(2017, 5, 1),
        )
        TellingFactory(statushouder=eerste.statushouder, plaatsing=eerste, telt_op=date(2017, 3, 28))
        PlaatsingFactory(statushouder=eerste.statushouder, woning__amv_woning=True, van=date(2017, 5, 1))
        rij, verhuisd = exporteer("plaatsingen", MEI)
        assert rij == {
            "dossier": eerste.statushouder.nummer,
            "vnummer": "2741603318",
            "straat": "Zijdeweg",
            "huisnummer": "12",
            "toevoeging": "a",
            "postcode": "2242ZZ",
            "wijk": "Kerkehout",
            "verhuurder": "De Sleutels",
            "amv_woning": "nee",
            "van": "28-03-2017",
            "tot_en_met": "30-04-2017",
            "telt_voor": "2017-H1",
            "telt_op": "28-03-2017",
        }
        leeg = ["verhuurder", "tot_en_met", "telt_voor", "telt_op"]
        assert [verhuisd[kolom] for kolom in leeg] == [""] * 4
        assert verhuisd["amv_woning"] == "ja"

    @pytest.mark.parametrize(("dag", "aantal"), [("2016-12-31", 0), ("2017-01-01", 1), ("2017-01-02", 1)])
    def test_wat_op_de_peildatum_begonnen_is(self, exporteer, dag, aantal):
        PlaatsingFactory(van=date(2017, 1, 1))
        assert len(exporteer("plaatsingen", f"--peildatum={dag}")) == aantal

    def test_een_afgeboekte_telling_geeft_geen_tweede_rij(self, exporteer):
        PeriodeFactory(code="2016", van=date(2016, 1, 1), tot_en_met=date(2016, 12, 31))
        plaatsing = PlaatsingFactory()
        for waarde, dag in ((1, date(2016, 12, 1)), (-1, date(2017, 4, 1))):
            TellingFactory(
                statushouder=plaatsing.statushouder, plaatsing=plaatsing, waarde=waarde, telt_op=dag
            )
        [rij] = exporteer("plaatsingen", MEI)
        assert (rij["telt_voor"], rij["telt_op"]) == ("2016", "01-12-2016")

    def test_zonder_periode_in_het_grootboek_het_halfjaar(self, exporteer):
        plaatsing = PlaatsingFactory(van=date(2015, 7, 1))
        TellingFactory(statushouder=plaatsing.statushouder, plaatsing=plaatsing, telt_op=date(2015, 7, 1))
        assert exporteer("plaatsingen", MEI)[0]["telt_voor"] == "2015-H2"


class TestKerncijfers:
    def test_de_sleutels_van_het_json_document(self, exporteer):
        rijen = exporteer("kerncijfers", MEI)
        als_json = cijferlijst(register, Peiling.op(date(2017, 5, 1)))
        assert [list(rij) for rij in rijen] == [list(cijfer) for cijfer in als_json]
        assert [rij["code"] for rij in rijen] == [cijfer["code"] for cijfer in als_json]

    def test_een_bedrag_is_een_getal_voor_een_nederlandse_excel(self, exporteer):
        PlanFactory()
        InkomstenpostFactory(bedrag=Decimal("344926.00"))
        bedragen = {rij["code"]: rij["waarde"] for rij in exporteer("kerncijfers", MEI)}
        assert (bedragen["financien.inkomsten"], bedragen["dossiers.personen"]) == ("344926,00", "0")

    def test_wie_niet_alles_mag_zien_krijgt_zijn_eigen_cijfers(self, exporteer):
        GebruikerFactory(email="consulent@wi.example", rol=Gebruikersrol.CONSULENT)
        rijen = exporteer("kerncijfers", MEI, "--als=consulent@wi.example")
        assert {rij["domein"] for rij in rijen} == {"dossiers", "termijnen"}


@pytest.mark.parametrize(("soort", "vragen"), [("personen", 2), ("plaatsingen", 2), ("termijnen", 3)])
@pytest.mark.parametrize("aantal", [1, 50])
def test_een_export_kost_altijd_evenveel_vragen(exporteer, soort, vragen, aantal, django_assert_num_queries):
    for _ in range(aantal):
        persoon = GezinslidFactory().statushouder
        VestigingFactory(statushouder=persoon)
        PlaatsingFactory(statushouder=persoon)
        TermijnFactory(statushouder=persoon)
    # whose dossiers they are, for the read log; and the rows, of terms those without a dossier too
    with django_assert_num_queries(vragen):
        assert len(exporteer(soort, MEI)) == aantal
