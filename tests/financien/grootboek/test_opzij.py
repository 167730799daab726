"""What is well-formed and saved, but needs a person: without a line, perhaps double, a credit without original."""

import pytest

from financien.models import Boeking, Merk, Toedeling
from tests.financien.grootboek.conftest import fouten, opzij, regels, tellingen

DUBBEL, TEGEN, LOS = "mogelijk_dubbel", "tegenboeking_zonder_origineel", "niet_toegewezen"


def test_zonder_regel(importeer):
    inlezing = importeer(
        {"grootboekrekening": "99999"}, {"boekstuk": "2", "kostenplaats": "1", "relatie": "B"}
    )
    assert (tellingen(inlezing), opzij(inlezing)) == ((2, 0, 0, 0), [(2, LOS), (3, LOS)])
    assert (Boeking.objects.zonder_regel().count(), Toedeling.objects.count()) == (2, 0)


@pytest.mark.parametrize(
    ("tweede", "vlag"),
    [
        ({}, True),
        ({"boekdatum": "03-05-2017"}, True),  # seven days later
        ({"boekdatum": "04-05-2017"}, False),
        ({"boekdatum": "19-04-2017"}, True),  # seven days before
        ({"boekdatum": "18-04-2017"}, False),
        ({"bedrag": "312,51"}, False),
        ({"bedrag": "-312,50"}, False),
        ({"relatie": "Iemand anders"}, False),
        ({"relatie": "DRUKKERIJ DE HORST"}, True),
        ({"relatie": ""}, False),
        ({"omschrijving": "Iets anders", "grootboekrekening": "80010"}, True),
        ({"boekstuk": "4470912", "regelnummer": "2"}, False),
    ],
)
@pytest.mark.parametrize("samen", [True, False], ids=["in_het_bestand", "al_bewaard"])
def test_mogelijk_dubbel(importeer, tweede, vlag, samen):
    rij = {"boekstuk": "2", **tweede}
    if samen:
        gevonden = opzij(importeer({}, rij))
    else:
        importeer({})
        gevonden = [(nummer + 1, code) for nummer, code in opzij(importeer(rij))]
    assert gevonden == ([(3, DUBBEL)] if vlag else [])
    assert Merk.objects.count() == vlag
    if vlag:
        merk = Merk.objects.get()
        assert (merk.boeking.boekstuk, merk.lijkt_op.boekstuk) == ("2", "4470912")


def test_zonder_relatie_lijkt_niets_op_elkaar(importeer):
    assert opzij(importeer({"relatie": ""}, {"boekstuk": "2", "relatie": ""})) == []


def test_een_dubbele_staat_wel_op_haar_regel(importeer):
    importeer({}, {"boekstuk": "2"})
    assert [code for _stuk, code, _wijze in regels()] == ["PVT", "PVT"]


def test_wat_fout_is_lijkt_nergens_op(lees):
    inlezing = lees({"boekdatum": "01-01-2019"}, {"boekstuk": "2"})
    assert (len(fouten(inlezing)), opzij(inlezing)) == (1, [])


@pytest.mark.parametrize(
    ("eerder", "vlag"),
    [
        ({}, False),
        ({"bedrag": "190,00"}, False),
        ({"bedrag": "189,99"}, True),
        ({"boekdatum": "27-04-2017"}, True),
        ({"relatie": "Iemand anders"}, True),
        ({"relatie": "drukkerij de horst"}, False),
        ({"grootboekrekening": "99999"}, False),
    ],
)
@pytest.mark.parametrize("samen", [True, False], ids=["in_het_bestand", "al_bewaard"])
def test_tegenboeking(importeer, eerder, vlag, samen):
    credit = {"boekstuk": "9", "bedrag": "190,00-"}
    if samen:
        gevonden = opzij(importeer(eerder, credit))
    else:
        importeer(eerder)
        gevonden = opzij(importeer(credit))
    assert [code for _rij, code in gevonden if code == TEGEN] == ([TEGEN] if vlag else [])
    assert Merk.objects.filter(code=TEGEN).count() == vlag
    assert ("9", "PVT", "rekening") in regels()


def test_inkomsten_zijn_geen_tegenboeking(importeer):
    assert opzij(importeer({"grootboekrekening": "80010", "bedrag": "-16.590,00", "relatie": "COA"})) == []


def test_zonder_regel_is_geen_tegenboeking(importeer):
    assert opzij(importeer({"grootboekrekening": "99999", "bedrag": "-1,00"})) == [(2, LOS)]


def test_een_credit_zonder_relatie_heeft_geen_origineel(importeer):
    gevonden = opzij(importeer({"relatie": ""}, {"boekstuk": "2", "relatie": "", "bedrag": "-1,00"}))
    assert gevonden == [(3, TEGEN)]


def test_twee_redenen_bij_een_rij(importeer):
    gevonden = opzij(importeer({"bedrag": "-5,00"}, {"boekstuk": "2", "bedrag": "-5,00"}))
    assert gevonden == [(2, TEGEN), (3, DUBBEL), (3, TEGEN)]
