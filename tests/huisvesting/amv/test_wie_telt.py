"""How somebody in an AMV home counts: already, at 15, with an own home, or never."""

from datetime import date

import pytest
from django.urls import reverse

from dossiers.models import Opvang, Statushouder, Vergunning
from huisvesting.actions import plaats
from huisvesting.figures import amv as figures
from kern.contract import Peiling
from tests.huisvesting.amv.voorbeeld import tekst
from tests.huisvesting.factories import WoningFactory
from tests.huisvesting.tellen import amv

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ik", "getallen")]
MEI = date(2017, 5, 1)


def woont(**velden) -> Statushouder:
    """Lives in an AMV home, and turns 15 on 1 September 2017 unless said otherwise."""
    persoon = amv(velden.pop("geboren", date(2002, 9, 1)), **velden)
    plaats([persoon], woning=WoningFactory(amv_woning=True), van=date(2017, 3, 1))
    return persoon


def jongere(peildatum: date):
    [bewoner] = figures.bewoners(figures.bewoning(Peiling.op(peildatum)), peildatum, 6)
    return bewoner.jongere


@pytest.mark.parametrize(
    ("dag", "telt_op"),
    [("2017-08-31", date(2017, 9, 1)), ("2017-09-01", None), ("2017-09-02", None)],
)
def test_wie_14_is_telt_op_zijn_15e_en_niet_met_18(dag, telt_op):
    woont()
    nu = jongere(date.fromisoformat(dag))
    assert (nu.telt_op, nu.telt_nog, nu.telt_nooit) == (telt_op, False, False)


@pytest.mark.parametrize(
    ("velden", "woord"),
    [
        ({"geboren": date(2001, 9, 1)}, "Ja"),
        ({}, "Vanaf 1 september 2017"),
        ({"opvang": Opvang.KWV}, "Pas met een eigen woning"),
        ({"vergunning": Vergunning.REGULIER}, "Nee"),
    ],
)
def test_de_lijst_zegt_hoe_iemand_telt(client, velden, woord):
    woont(**velden)
    pagina = client.get(reverse("huisvesting:amv-bewoners"), {"peildatum": "2017-05-01"})
    [rij] = pagina.context["rijen"]
    assert rij["telt"] == woord
    assert woord in tekst(pagina)


def test_de_rekensom_noemt_wie_niet_telt(client):
    woont(geboren=date(2000, 2, 1), vergunning=Vergunning.REGULIER)
    vraag = {"peildatum": "2017-05-01", "halfjaar": "2018-H1"}
    assert "Van wie 18 wordt, telt er 1 niet mee: 0." in tekst(
        client.get("/huisvesting/taakstelling/amv/", vraag)
    )


def test_de_rekensom_noemt_wie_15_wordt(client):
    woont()
    vraag = {"peildatum": "2017-05-01", "halfjaar": "2017-H2"}
    gelezen = tekst(client.get("/huisvesting/taakstelling/amv/", vraag))
    assert "1 wordt 15 en telt vanaf dan: +1." in gelezen
    assert "12 die instromen en 1 die 15 wordt" in gelezen
