"""The table of persons that goes out: who is in it, and what holds on the peildatum."""

from datetime import date

import pytest

from dossiers.models import Opvang, Rol, Vergunning, WijzeVanKomst
from tests.dossiers.factories import (
    GezinFactory,
    GezinslidFactory,
    RegieFactory,
    StatushouderFactory,
    VestigingFactory,
)
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MEI = "--peildatum=2017-05-01"


class TestPersonen:
    def test_alle_kolommen(self, exporteer):
        regisseur = GebruikerFactory(email="marieke@wassenaar.example")
        persoon = StatushouderFactory(
            nummer="D-17-0001",
            achternaam="Masri",
            voorvoegsel="al",
            voornamen="Hadi",
            geslacht="M",
            nationaliteit="Syrische",
            bsn="111222333",
            bsn_index="x",
            vnummer="2741603318",
            wijze_van_komst=WijzeVanKomst.NAREIZIGER,
            vergunning=Vergunning.NAREIS,
            opvang=Opvang.GEEN,
            vergunning_op=date(2017, 1, 9),
            coa_koppeldatum=date(2017, 2, 8),
            regie__regisseur=regisseur,
        )
        lid = GezinslidFactory(statushouder=persoon)
        VestigingFactory(statushouder=persoon, brp_op=date(2017, 4, 3), tot=date(2017, 4, 20))
        assert exporteer("personen", MEI) == [
            {
                "dossier": "D-17-0001",
                "gezin": f"G-{lid.gezin_id}",
                "rol": "hoofd",
                "achternaam": "Masri",
                "voorvoegsel": "al",
                "voornamen": "Hadi",
                "geboortedatum": "17-05-1980",
                "geslacht": "M",
                "nationaliteit": "Syrische",
                "bsn": "",
                "vnummer": "2741603318",
                "wijze_van_komst": "nareiziger",
                "vergunning": "nareis",
                "opvang": "geen",
                "vergunning_op": "09-01-2017",
                "coa_koppeldatum": "08-02-2017",
                "gevestigd_op": "28-03-2017",
                "brp_op": "03-04-2017",
                "vertrokken_op": "20-04-2017",
                "regisseur": "marieke@wassenaar.example",
            }
        ]

    def test_wie_niets_heeft_staat_er_ook_in(self, exporteer):
        StatushouderFactory(geboren_vroegst=None, geboren_laatst=None)
        [rij] = exporteer("personen", MEI)
        leeg = [
            "gezin",
            "rol",
            "geboortedatum",
            "vnummer",
            "gevestigd_op",
            "brp_op",
            "vertrokken_op",
            "regisseur",
        ]
        assert [rij[kolom] for kolom in leeg] == [""] * len(leeg)

    @pytest.mark.parametrize(
        ("vroegst", "laatst", "tekst"),
        [
            (date(1981, 3, 1), date(1981, 3, 31), "00-03-1981"),
            (date(1981, 1, 1), date(1981, 12, 31), "00-00-1981"),
            (date(1981, 1, 1), date(1981, 1, 1), "01-01-1981"),
        ],
    )
    def test_wat_van_de_geboorte_bekend_is(self, exporteer, vroegst, laatst, tekst):
        StatushouderFactory(geboren_vroegst=vroegst, geboren_laatst=laatst)
        assert exporteer("personen", MEI)[0]["geboortedatum"] == tekst

    @pytest.mark.parametrize(
        ("dag", "gevestigd", "vertrokken"),
        [
            ("2017-03-27", "01-01-2016", "01-06-2016"),
            ("2017-03-28", "28-03-2017", ""),
            ("2017-03-29", "28-03-2017", ""),
            ("2015-12-31", "", ""),
        ],
    )
    def test_de_laatste_vestiging_die_op_de_peildatum_begonnen_is(
        self, exporteer, dag, gevestigd, vertrokken
    ):
        eerst = VestigingFactory(van=date(2016, 1, 1), tot=date(2016, 6, 1))
        VestigingFactory(statushouder=eerst.statushouder, van=date(2017, 3, 28))
        [rij] = exporteer("personen", f"--peildatum={dag}")
        assert (rij["gevestigd_op"], rij["vertrokken_op"]) == (gevestigd, vertrokken)

    @pytest.mark.parametrize(
        ("dag", "nieuw"), [("2017-02-28", False), ("2017-03-01", True), ("2017-03-02", True)]
    )
    def test_gezin_en_regisseur_zijn_die_van_de_peildatum(self, exporteer, dag, nieuw):
        wissel = date(2017, 3, 1)
        persoon = StatushouderFactory(regie__tot=wissel)
        RegieFactory(
            statushouder=persoon, van=wissel, regisseur=GebruikerFactory(email="nu@wassenaar.example")
        )
        oud = GezinslidFactory(statushouder=persoon, rol=Rol.KIND, tot=wissel)
        lid = GezinslidFactory(statushouder=persoon, van=wissel)
        [rij] = exporteer("personen", f"--peildatum={dag}")
        assert (rij["gezin"], rij["rol"], rij["regisseur"]) == (
            (f"G-{lid.gezin_id}", "hoofd", "nu@wassenaar.example")
            if nieuw
            else (f"G-{oud.gezin_id}", "kind", "")
        )

    def test_twee_gezinnen_met_een_naam_hebben_elk_hun_sleutel(self, exporteer):
        for _ in range(2):
            gezin = GezinFactory(naam="Haddad")
            GezinslidFactory(gezin=gezin)
            GezinslidFactory(gezin=gezin, rol=Rol.KIND)
        sleutels = [rij["gezin"] for rij in exporteer("personen", MEI)]
        assert (len(sleutels), len(set(sleutels))) == (4, 2)

    def test_wie_is_samengevoegd_staat_er_een_keer_in(self, exporteer):
        blijft = StatushouderFactory()
        StatushouderFactory(samengevoegd_met=blijft)
        assert [rij["dossier"] for rij in exporteer("personen", MEI)] == [blijft.nummer]
