"""Who is expected: one answer for the ledger, the forecast, the chart and the lists."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from dossiers.models import Opvang, Statushouder, Vergunning
from huisvesting import figures
from huisvesting.actions import plaats
from huisvesting.models import Woonvraag
from kern.contract import Peiling
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import VerwachtingFactory, WoningFactory
from tests.huisvesting.vooruit import amv
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.usefixtures("periodes")
MEI = date(2017, 5, 1)


def per_halfjaar(peildatum: date = MEI) -> list[int]:
    """Expected in 2017-H1 and 2017-H2; the same everywhere, or this fails."""
    standen = {stand.periode.code: stand for stand in figures.grootboek(peildatum)}
    ledger = [standen[code].verwacht for code in ("2017-H1", "2017-H2")]
    vooruit = {deel.halfjaar.code: deel.halfjaar.met_naam for deel in figures.prognose(peildatum).vooruit}
    assert [vooruit.get(code, 0) for code in ("2017-H1", "2017-H2")] == ledger
    lijn = figures.verloop(list(standen.values()), peildatum)["verwacht"]
    assert lijn[-1]["personen"] - lijn[0]["personen"] == sum(ledger)
    assert figures.verwachtingen(Peiling.op(peildatum).heel_jaar()).count() == sum(ledger)
    groepen = figures.verwachte_groepen(Peiling.op(peildatum).heel_jaar(), standen["2017-H1"], [])
    assert sum(groep.personen for groep in groepen) == sum(ledger)
    return ledger


def huurt(persoon: Statushouder, dag: date, *, amv_woning: bool = False) -> None:
    plaats([persoon], woning=WoningFactory(amv_woning=amv_woning), van=dag)


@pytest.mark.parametrize(
    ("peildatum", "verwacht"), [("2017-06-14", [1, 0]), ("2017-06-15", [0, 0]), ("2017-06-16", [0, 0])]
)
def test_wie_een_contract_voor_later_heeft_wordt_verwacht(peildatum, verwacht):
    huurt(StatushouderFactory(), date(2017, 6, 15))
    assert per_halfjaar(date.fromisoformat(peildatum)) == verwacht


@pytest.mark.parametrize(
    ("contract", "verwacht"), [("2017-06-30", [1, 0]), ("2017-07-01", [0, 1]), ("2017-07-05", [0, 1])]
)
def test_het_contract_gaat_voor_de_verwachte_dag(contract, verwacht):
    persoon = VerwachtingFactory(verwacht_op=date(2017, 6, 20)).statushouder
    huurt(persoon, date.fromisoformat(contract))
    assert per_halfjaar() == verwacht
    [rij] = figures.verwachtingen(Peiling.op(MEI).heel_jaar())
    assert (rij, rij.verwacht_op) == (persoon, date.fromisoformat(contract))


def test_een_amv_die_hier_15_wordt_wordt_dan_verwacht():
    persoon = amv(date(2002, 9, 1), opvang=Opvang.KSO)
    huurt(persoon, date(2017, 3, 1), amv_woning=True)
    VerwachtingFactory(statushouder=persoon, verwacht_op=date(2017, 6, 20), woonvraag=Woonvraag.AMV)
    assert per_halfjaar() == [0, 1]


@pytest.mark.parametrize("vergunning", [Vergunning.REGULIER, Vergunning.GEEN])
def test_wie_nooit_telt_wordt_niet_verwacht(vergunning):
    VerwachtingFactory(statushouder__vergunning=vergunning)
    assert per_halfjaar() == [0, 0]
    assert figures.prognose(MEI).te_laat == 0


@pytest.mark.parametrize(
    ("woonvraag", "amv_woning", "verwacht"),
    [
        (Woonvraag.AMV, True, [0, 0]),
        (Woonvraag.EIGEN, True, [1, 0]),
    ],
)
def test_wie_woont_waar_hij_werd_verwacht_wordt_niet_meer_verwacht(woonvraag, amv_woning, verwacht):
    """An AMV of a kwv counts with his own home only: the place in an AMV home is not it."""
    persoon = amv(date(1999, 6, 1), opvang=Opvang.KWV)
    huurt(persoon, date(2017, 3, 1), amv_woning=amv_woning)
    VerwachtingFactory(statushouder=persoon, verwacht_op=date(2017, 6, 20), woonvraag=woonvraag)
    assert per_halfjaar() == verwacht


@pytest.mark.parametrize(
    ("dag", "verwacht", "gemist"),
    [("2017-04-30", [0, 0], 1), ("2017-05-01", [1, 0], 0), ("2017-05-02", [1, 0], 0)],
)
def test_een_dag_die_voorbij_is_mist(client, dag, verwacht, gemist):
    client.force_login(GebruikerFactory())
    VerwachtingFactory(verwacht_op=date.fromisoformat(dag))
    assert per_halfjaar() == verwacht
    assert (figures.prognose(MEI).te_laat, figures.gemist(MEI).count()) == (gemist, gemist)
    lijst = client.get(reverse("huisvesting:prognose-personen", args=["eerder"]), {"peildatum": "2017-05-01"})
    assert len(lijst.context["rijen"]) == gemist


def test_de_lijsten_noemen_wie_zeker_is(client):
    client.force_login(GebruikerFactory())
    persoon = StatushouderFactory(achternaam="Zekerlijk")
    huurt(persoon, date(2017, 6, 15))
    for adres in (
        reverse("huisvesting:verwacht"),
        reverse("huisvesting:prognose-personen", args=["2017-H1"]),
        reverse("huisvesting:taakstelling"),
    ):
        antwoord = client.get(adres, {"peildatum": "2017-05-01"})
        tekst = antwoord.content.decode()
        assert "Zekerlijk" in tekst or "heeft al een woning" in tekst
