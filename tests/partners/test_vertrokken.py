"""Of who left nobody looks for a partner any more: the day before they left, that day and the day after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dossiers import actions
from kern.contract import Peiling
from kern.namens import namens
from partners.actions import bewaak_verwijzingen, vraag_gemeente
from termijnen import figures
from termijnen.models import Status, Termijn
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.partners.conftest import DAG
from tests.partners.test_antwoordtermijn import codes_van
from werkplek.figures.werk import Soort

pytestmark = pytest.mark.django_db
EEN = timedelta(days=1)
HERINNER, COORDINATOR, LAATSTE = date(2017, 5, 8), date(2017, 5, 15), date(2017, 5, 29)
GEVESTIGD = date(2017, 3, 1)
WACHT, BELLEN = {Soort.VERWIJZING}, {"partners.nabellen"}


@pytest.fixture
def weg(rima):
    """Rima lives here, and leaves on the day that is asked."""
    VestigingFactory(statushouder=rima, van=GEVESTIGD)
    return lambda op: actions.vertrek(rima, op=op, reden="Verhuisd")


def laat(code: str, dag: date) -> int:
    return figures.te_laat(Peiling.op(dag)).filter(code=f"partners.{code}").count()


@pytest.mark.parametrize("dag", [-1, 0, 1])
@pytest.mark.parametrize("code", ["nabellen", "coordinator"])
def test_op_een_antwoord_wordt_niet_meer_gewacht(rima, verwijs, weg, code, dag):
    """Both are late by now: the first from 16 May on, the second from 30 May on."""
    verwijs(rima)
    op = LAATSTE + 5 * EEN
    weg(op)
    assert laat(code, op + dag * EEN) == (1 if dag < 0 else 0)


@pytest.mark.parametrize("dag", [-1, 0, 1])
def test_een_andere_partner_wordt_niet_meer_gezocht(rima, verwijs, weg, dag):
    verwijs(rima)
    bewaak_verwijzingen(op=LAATSTE + EEN)
    op = LAATSTE + 12 * EEN
    weg(op)
    assert laat("opnieuw", op + dag * EEN) == (1 if dag < 0 else 0)


@pytest.mark.parametrize("code", ["nabellen", "coordinator", "opnieuw"])
def test_wie_al_weg_is_als_het_zou_beginnen_wordt_nooit_te_laat(rima, verwijs, weg, code):
    verwijs(rima)
    weg(DAG + EEN)
    bewaak_verwijzingen(op=LAATSTE + EEN)
    rij = Termijn.objects.met_status(date(2018, 1, 1)).get(code=f"partners.{code}")
    assert rij.status in {Status.VRIJGESTELD, Status.VOLDAAN_TE_LAAT}
    assert laat(code, date(2018, 1, 1)) == 0


@pytest.mark.parametrize(("dagen", "telt"), [(-1, 0), (0, 0), (1, 1)])
def test_wie_na_het_vertrek_wordt_verwezen_telt_wel(rima, verwijs, weg, dagen, telt):
    weg(DAG)
    verwijs(rima, op=DAG + dagen * EEN)
    assert laat("nabellen", LAATSTE) == telt


@pytest.fixture
def verwijs_gezin(rima, organisatie, marieke):
    """Refer Rima with a child who lives here too; gives the child."""

    def vraag():
        ander, gezin = StatushouderFactory(), GezinFactory()
        VestigingFactory(statushouder=ander, van=GEVESTIGD)
        for lid, rol in ((rima, "hoofd"), (ander, "kind")):
            GezinslidFactory(gezin=gezin, statushouder=lid, rol=rol, van=GEVESTIGD)
        gegevens = {
            "organisatie": organisatie,
            "domeinen": ["dossiers"],
            "doel": "Een jaar begeleiding",
            "tot_en_met": date(2017, 12, 31),
        }
        actions.verwijs(rima, gegevens=gegevens, heel_gezin=True, op=DAG, door=marieke)
        return ander

    return vraag


def test_van_een_gezin_moet_de_laatste_vertrekken(weg, verwijs_gezin):
    ander = verwijs_gezin()
    weg(LAATSTE)
    assert laat("nabellen", LAATSTE) == 1
    actions.vertrek(ander, op=LAATSTE + EEN, reden="Verhuisd")
    assert (laat("nabellen", LAATSTE), laat("nabellen", LAATSTE + EEN)) == (1, 0)


@pytest.mark.parametrize(
    ("vertrek", "dag", "werk"),
    [
        (None, HERINNER - EEN, WACHT),
        (None, HERINNER, WACHT),
        (None, HERINNER + EEN, BELLEN),
        (DAG + EEN, HERINNER - EEN, WACHT),
        (DAG + EEN, HERINNER, WACHT),
        (DAG + EEN, HERINNER + EEN, WACHT),
        (DAG + EEN, LAATSTE, WACHT),
        (DAG + EEN, LAATSTE + EEN, set()),
        (HERINNER + 3 * EEN, HERINNER + 2 * EEN, BELLEN),
        (HERINNER + 3 * EEN, HERINNER + 3 * EEN, WACHT),
        (HERINNER + 3 * EEN, HERINNER + 4 * EEN, WACHT),
        (DAG, HERINNER + EEN, WACHT),
        (DAG - EEN, HERINNER + EEN, BELLEN),  # asked after they left: that is looked for all the same
    ],
)
def test_wat_nog_loopt_blijft_bij_de_klantregisseur(rima, verwijs, weg, marieke, vertrek, dag, werk):
    """As the term of calling, or else as what waits, where it can be withdrawn."""
    verwijs(rima)
    if vertrek:
        weg(vertrek)
    assert codes_van(marieke, dag) == werk


def test_ook_van_een_gezin_pas_als_de_laatste_vertrekt(verwijs_gezin, weg, marieke):
    ander = verwijs_gezin()
    weg(DAG + EEN)
    assert codes_van(marieke, HERINNER + EEN) == BELLEN
    actions.vertrek(ander, op=HERINNER + EEN, reden="Verhuisd")
    assert [codes_van(marieke, HERINNER + dag * EEN) for dag in (0, 1, 2)] == [WACHT, WACHT, WACHT]


def test_de_vraag_van_een_partner_wacht_nog_op_antwoord(rima, verwijs, weg, els):
    """It is the partner who waits for it, whoever left."""
    verwijzing = verwijs(rima)
    with namens(els, op=DAG):
        vraag_gemeente(verwijzing, soort="vraag", tekst="Kan er een tolk mee?", op=DAG, door=els)
    weg(DAG + EEN)
    assert laat("vraag", LAATSTE) == 1
