"""The ledger comes in: what is booked, on which line, and what is refused."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from openpyxl import Workbook

from financien.models import Boeking, Toedeling
from tests.financien.factories import PeriodeafsluitingFactory, RekeningFactory
from tests.financien.grootboek.conftest import KOLOMMEN, RIJ, VANDAAG, fouten, opzij, regels, tellingen
from uitwisseling import actions


def test_een_boeking_met_haar_regel(importeer):
    inlezing = importeer({})
    boeking = Boeking.objects.get()
    assert (boeking.boekstuk, boeking.regelnummer, boeking.boekdatum, boeking.boekjaar, boeking.bedrag) == (
        "4470912",
        1,
        date(2017, 4, 26),
        2017,
        Decimal("312.50"),
    )
    koppeling = Toedeling.objects.get()
    assert (koppeling.boeking, koppeling.regelcode, koppeling.bedrag, koppeling.wijze, koppeling.op) == (
        boeking,
        "PVT",
        Decimal("312.50"),
        "rekening",
        VANDAAG,
    )
    assert (tellingen(inlezing), opzij(inlezing)) == ((1, 0, 0, 0), [])


def test_hetzelfde_bestand_twee_keer_verandert_niets(importeer):
    rijen = (
        {},
        {"boekstuk": "2", "grootboekrekening": "99999", "omschrijving": "", "relatie": ""},
        {"boekstuk": "3"},
        {"boekstuk": "4", "bedrag": "-1,00", "relatie": "Niemand"},
    )
    importeer(*rijen)
    weer = importeer(*rijen)
    assert (tellingen(weer), fouten(weer), opzij(weer)) == ((0, 0, 4, 0), [], [])
    assert Boeking.objects.count() == 4


def test_de_verplichting_gaat_voor_de_rekening(importeer):
    importeer(
        {"boekstuk": "1", "verplichting": "v-17-006"},
        {"boekstuk": "2", "verplichting": "V-17-999", "relatie": "A"},
        {"boekstuk": "3", "verplichting": "V-17-006", "grootboekrekening": "99999", "relatie": "B"},
        {"boekstuk": "4", "grootboekrekening": "80010", "bedrag": "-16.590,00", "relatie": "COA"},
    )
    assert regels() == [
        ("1", "AMV", "verplichting"),
        ("2", "PVT", "rekening"),
        ("3", "AMV", "verplichting"),
        ("4", "RMBA-2017", "rekening"),
    ]


@pytest.mark.parametrize(
    ("dag", "regel"),
    [("30-06-2017", "EERST"), ("01-07-2017", "DAN"), ("31-12-2017", "DAN"), ("01-01-2018", None)],
)
def test_een_rekening_geldt_op_haar_dagen(importeer, begroting, dag, regel):
    activiteit, _post = begroting
    ander = type(activiteit).objects.get(code="AMV")
    RekeningFactory(grootboekrekening="43999", activiteit=activiteit, tot_en_met=date(2017, 6, 30))
    RekeningFactory(
        grootboekrekening="43999", activiteit=ander, van=date(2017, 7, 1), tot_en_met=date(2017, 12, 31)
    )
    importeer({"boekdatum": dag, "boekjaar": dag[-4:], "grootboekrekening": "43999"})
    codes = {"EERST": "PVT", "DAN": "AMV", None: None}
    assert [code for _boekstuk, code, _wijze in regels()] == ([codes[regel]] if regel else [])


def test_een_boekstuk_met_meer_regels_en_jaren(importeer):
    inlezing = importeer({}, {"regelnummer": "2"}, {"boekjaar": "2018"})
    assert (tellingen(inlezing), opzij(inlezing)) == ((3, 0, 0, 0), [])


def test_een_boeking_na_vandaag_mag(importeer):
    assert tellingen(importeer({"boekdatum": "31-12-2018", "boekjaar": "2018"})) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("rij", "fout"),
    [
        ({"bedrag": "1,234.56"}, ("bedrag", "bedrag_dubbelzinnig")),
        ({"bedrag": "1234.56"}, ("bedrag", "bedrag_dubbelzinnig")),
        ({"bedrag": "€ 1,234.56-"}, ("bedrag", "bedrag_dubbelzinnig")),
        ({"bedrag": "twaalf"}, ("bedrag", "bedrag_ongeldig")),
        ({"bedrag": "1.234.567.890.123,00"}, ("bedrag", "bedrag_ongeldig")),
        ({"bedrag": ""}, ("bedrag", "ontbreekt")),
        ({"boekstuk": ""}, ("boekstuk", "ontbreekt")),
        ({"kostenplaats": ""}, ("kostenplaats", "ontbreekt")),
        ({"boekdatum": "31-04-2017"}, ("boekdatum", "datum_ongeldig")),
        ({"boekdatum": "31-12-2016"}, ("boekdatum", "datum_buiten_plan")),
        ({"boekdatum": "01-01-2019"}, ("boekdatum", "datum_buiten_plan")),
        ({"boekjaar": "2016"}, ("boekjaar", "datum_buiten_plan")),
        ({"boekjaar": "2016", "boekdatum": "31-12-2016"}, ("boekdatum", "datum_buiten_plan")),
    ],
)
def test_wat_niet_kan(lees, rij, fout):
    inlezing = lees(rij)
    assert (fouten(inlezing), tellingen(inlezing)) == ([(2, *fout)], (0, 0, 0, 1))


def test_twee_keer_in_het_bestand(lees):
    inlezing = lees({}, {"bedrag": "99,00"}, {"boekjaar": "2018"})
    assert fouten(inlezing) == [(3, "boekstuk", "dubbel_in_bestand")]
    assert "op rij 2" in inlezing.fouten.get().melding


@pytest.mark.parametrize(
    ("kolom", "waarde", "was"),
    [
        ("bedrag", "1.312,50", "312,50"),
        ("boekdatum", "27-04-2017", "26-04-2017"),
        ("kostenplaats", "67111", "67110"),
        ("grootboekrekening", "80010", "43210"),
        ("omschrijving", "Iets anders", "Uitnodigingen"),
        ("relatie", "Drukkerij Anders", "Drukkerij De Horst"),
        ("verplichting", "V-17-006", "niets"),
    ],
)
def test_een_boeking_verandert_niet(importeer, lees, kolom, waarde, was):
    importeer({})
    inlezing = lees({kolom: waarde})
    assert fouten(inlezing) == [(2, kolom, "al_geboekt_anders")]
    assert f"stond hier {was}." in inlezing.fouten.get().melding


@pytest.mark.parametrize(("dag", "code"), [("31-03-2017", "maand_gesloten"), ("01-04-2017", "")])
def test_een_gesloten_maand(lees, dag, code):
    PeriodeafsluitingFactory(maand=date(2017, 3, 1))
    assert [fout[2] for fout in fouten(lees({"boekdatum": dag}))] == ([code] if code else [])


def test_wat_in_een_gesloten_maand_al_stond_is_ongewijzigd(importeer):
    importeer({"boekdatum": "31-03-2017"})
    PeriodeafsluitingFactory(maand=date(2017, 3, 1))
    assert tellingen(importeer({"boekdatum": "31-03-2017"})) == (0, 0, 1, 0)


def test_een_heropende_maand_is_open(lees):
    from tests.toegang.factories import GebruikerFactory

    PeriodeafsluitingFactory(
        maand=date(2017, 3, 1),
        heropend_op=date(2017, 4, 12),
        heropend_door=GebruikerFactory(rol="financien"),
        reden="Nagekomen factuur",
    )
    assert fouten(lees({"boekdatum": "31-03-2017"})) == []


def test_zonder_plan_hoort_geen_dag_bij_het_plan(lees):
    from kern.models import Plan

    Plan.objects.all().delete()
    inlezing = lees({})
    assert fouten(inlezing) == [(2, "boekdatum", "datum_buiten_plan")]
    assert inlezing.fouten.get().goed == "Laad eerst het plan."


def test_uit_een_spreadsheet(begroting):
    boek = Workbook()
    blad = boek.active
    blad.append(KOLOMMEN)
    rij = {**RIJ, "regelnummer": 1, "boekdatum": date(2017, 4, 26), "boekjaar": 2017, "bedrag": 1234.56}
    blad.append([rij.get(kolom) for kolom in KOLOMMEN])
    uit = BytesIO()
    boek.save(uit)
    bestand = ContentFile(uit.getvalue(), name="grootboek.xlsx")
    actions.sla_op(actions.lees_in("grootboek", bestand, gebruiker=None, op=VANDAAG), op=VANDAAG)
    assert Boeking.objects.get().bedrag == Decimal("1234.56")
