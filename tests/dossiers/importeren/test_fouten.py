"""What is wrong with a row of persons: at its column, in its words, and nothing saved."""

import pytest

from dossiers.models import Statushouder
from tests.dossiers.importeren.conftest import VNUMMER, fouten, persoon, tellingen
from uitwisseling.models import Inlezing

pytestmark = pytest.mark.django_db
BSN = "123456782"


@pytest.mark.parametrize(
    ("cellen", "kolom", "code"),
    [
        ({"achternaam": ""}, "achternaam", "ontbreekt"),
        ({"vnummer": ""}, "vnummer", "ontbreekt"),
        ({"vnummer": "", "voornamen": "", "geboortedatum": "1981"}, "vnummer", "ontbreekt"),
        ({"vnummer": "", "geboortedatum": "onbekend"}, "vnummer", "ontbreekt"),
        ({"vnummer": "123"}, "vnummer", "vnummer_ongeldig"),
        ({"achternaam": "x" * 201}, "achternaam", "te_lang"),
        ({"voorvoegsel": "x" * 21}, "voorvoegsel", "te_lang"),
        ({"geboortedatum": "31-02-1990"}, "geboortedatum", "datum_ongeldig"),
        ({"geboortedatum": "14-02-81"}, "geboortedatum", "datum_ongeldig"),
        ({"geboortedatum": "02-05-2017"}, "geboortedatum", "geboortedatum_toekomst"),
        ({"coa_koppeldatum": "00-02-2017"}, "coa_koppeldatum", "datum_ongeldig"),
        ({"gevestigd_op": "gisteren"}, "gevestigd_op", "datum_ongeldig"),
        ({"geslacht": "X"}, "geslacht", "waarde_onbekend"),
        ({"nationaliteit": "9999"}, "nationaliteit", "waarde_onbekend"),
        ({"rol": "oom"}, "rol", "waarde_onbekend"),
        ({"wijze_van_komst": "vliegtuig"}, "wijze_van_komst", "waarde_onbekend"),
        ({"vergunning": "a"}, "vergunning", "waarde_onbekend"),
        ({"opvang": "hotel"}, "opvang", "waarde_onbekend"),
        ({"vertrokken_op": "01-03-2017"}, "gevestigd_op", "ontbreekt"),
        ({"brp_op": "01-03-2017"}, "gevestigd_op", "ontbreekt"),
    ],
)
def test_een_fout_staat_bij_haar_kolom_en_er_wordt_niets_opgeslagen(importeer, cellen, kolom, code):
    uitslag = importeer(persoon(**cellen))
    assert fouten(uitslag) == [(2, kolom, code)]
    assert uitslag.fouten[0].waarde == (cellen.get(kolom) or None)
    assert (uitslag.opgeslagen, Statushouder.objects.count(), Inlezing.objects.count()) == (False, 0, 0)
    assert tellingen(uitslag) == (1, 0, 0, 0)


@pytest.mark.parametrize("dag", ["30-04-2017", "01-05-2017"])
def test_geboren_tot_en_met_vandaag_mag(importeer, dag):
    assert fouten(importeer(persoon(geboortedatum=dag))) == []


@pytest.mark.parametrize(
    ("dag", "codes"), [("27-03-2017", ["vertrek_voor_vestiging"]), ("28-03-2017", []), ("29-03-2017", [])]
)
@pytest.mark.parametrize("bekend", [True, False])
def test_vertrek_voor_vestiging(importeer, dag, codes, bekend):
    if bekend:
        importeer(persoon(gevestigd_op="28-03-2017"))
    uitslag = importeer(persoon(gevestigd_op="" if bekend else "28-03-2017", vertrokken_op=dag))
    assert [fout.code for fout in uitslag.fouten] == codes
    assert [(fout.kolom, fout.waarde) for fout in uitslag.fouten] == [("vertrokken_op", dag)] * len(codes)


class TestBsn:
    def test_een_ongeldig_nummer_staat_er_niet_bij(self, importeer):
        uitslag = importeer(persoon(bsn="123456789"))
        assert fouten(uitslag) == [(2, "bsn", "bsn_ongeldig")]
        assert uitslag.fouten[0].waarde is None
        assert "123456789" not in repr(uitslag.fouten)

    def test_twee_nummers_van_twee_mensen(self, importeer):
        importeer(persoon(1, bsn=BSN), persoon(2))
        assert fouten(importeer(persoon(2, bsn=BSN))) == [(2, "bsn", "nummers_botsen")]
        assert fouten(importeer(persoon(3, bsn=BSN))) == [(2, "vnummer", "nummers_botsen")]

    def test_een_ander_bsn_bij_hetzelfde_vnummer_is_een_wijziging(self, importeer):
        importeer(persoon(bsn=BSN))
        uitslag = importeer(persoon(bsn="111222333"))
        assert tellingen(uitslag) == (1, 0, 1, 0)
        assert Statushouder.objects.get().bsn.ontsleutel() == "111222333"


class TestDubbel:
    @pytest.mark.parametrize(
        ("een", "twee", "kolom"),
        [
            ({}, {"achternaam": "Anders"}, "vnummer"),
            ({"bsn": BSN}, {"vnummer": "2741603399", "bsn": "12345678-2"}, "bsn"),
            ({"vnummer": "", "bsn": BSN}, {"vnummer": "", "bsn": BSN}, "bsn"),
            (
                {"vnummer": "", "geboortedatum": "1981"},
                {"vnummer": "", "geboortedatum": "00-00-1981", "voornamen": "RIMA"},
                "voornamen",
            ),
            ({"geboortedatum": "1981"}, {"vnummer": "", "geboortedatum": "1981"}, "voornamen"),
            ({"vnummer": "", "geboortedatum": "1981"}, {"geboortedatum": "1981"}, "voornamen"),
        ],
    )
    def test_de_tweede_rij_van_een_persoon(self, importeer, een, twee, kolom):
        uitslag = importeer(persoon(**een), persoon(**twee))
        assert fouten(uitslag) == [(3, kolom, "dubbel_in_bestand")]

    def test_een_bekende_die_twee_keer_anders_herkend_wordt(self, importeer):
        importeer(persoon(bsn=BSN))
        uitslag = importeer(persoon(), {"achternaam": "Haddad0", "bsn": BSN})
        assert fouten(uitslag) == [(3, "bsn", "dubbel_in_bestand")]

    def test_dezelfde_naam_en_dag_met_twee_nummers_zijn_twee_mensen(self, importeer):
        rijen = [persoon(n, achternaam="Haddad", geboortedatum="01-01-1990") for n in range(2)]
        assert fouten(importeer(*rijen)) == []

    def test_een_naam_van_twee_bekenden_is_niet_te_herkennen(self, importeer):
        rijen = [persoon(n, achternaam="Haddad", geboortedatum="01-01-1990") for n in range(2)]
        importeer(*rijen)
        uitslag = importeer({**rijen[0], "vnummer": ""})
        assert fouten(uitslag) == [(2, "voornamen", "niet_eenduidig")]


def test_alle_fouten_van_een_rij_in_de_volgorde_van_de_kolommen(importeer):
    uitslag = importeer(
        persoon(),
        persoon(geslacht="X", geboortedatum="31-02-1990", regisseur="wie@wassenaar.example", achternaam=""),
    )
    assert fouten(uitslag) == [
        (3, "achternaam", "ontbreekt"),
        (3, "geboortedatum", "datum_ongeldig"),
        (3, "geslacht", "waarde_onbekend"),
        (3, "vnummer", "dubbel_in_bestand"),
        (3, "regisseur", "waarde_onbekend"),
    ]


def test_goede_rijen_slaat_op_wat_goed_is(importeer):
    uitslag = importeer(persoon(1), persoon(2, geslacht="X"), persoon(3), goede_rijen=True)
    assert (tellingen(uitslag), uitslag.opgeslagen) == ((3, 2, 0, 0), True)
    assert set(Statushouder.objects.values_list("achternaam", flat=True)) == {"Haddad1", "Haddad3"}


def test_het_eerste_goede_lid_is_het_hoofd(importeer):
    importeer(persoon(1, gezin="A", geslacht="X"), persoon(2, gezin="A"), goede_rijen=True)
    assert Statushouder.objects.get().lidmaatschappen.get().rol == "hoofd"


def test_proef_vertelt_hetzelfde_en_bewaart_niets(importeer):
    uitslag = importeer(persoon(1), persoon(2, geslacht="X"), proef=True, goede_rijen=True)
    assert (tellingen(uitslag), fouten(uitslag)) == ((2, 1, 0, 0), [(3, "geslacht", "waarde_onbekend")])
    assert (uitslag.opgeslagen, Statushouder.objects.count(), Inlezing.objects.count()) == (False, 0, 0)


def test_twee_cijfers_omgekeerd_is_geen_bsn_meer(importeer):
    assert [fout.code for fout in importeer(persoon(bsn="123456728", vnummer=VNUMMER)).fouten] == [
        "bsn_ongeldig"
    ]
