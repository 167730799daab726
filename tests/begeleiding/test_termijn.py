"""The first month as a term: on the dossier of the head, until 30 days after settling, done with the last step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from begeleiding.actions import (
    bewaar_stap,
    maak_versie,
    neem_terug,
    vink_af,
    volg_alles,
    zet_niet_van_toepassing,
)
from begeleiding.figures.termijnen import voortgang
from begeleiding.models import EersteMaand, EersteMaandStap
from dossiers.actions import wijzig_vestiging
from dossiers.models import Statushouder
from kern.contract import Peiling
from kern.register import register
from termijnen import figures as van_termijnen
from termijnen.figures import termijnen_vers
from termijnen.models import Status, Termijn
from tests.begeleiding.factories import MAART, eerste_maand, gezin, planlijst, stap
from tests.dossiers.factories import StatushouderFactory, VestigingFactory
from tests.termijnen.factories import UitzonderingFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
CODE = "begeleiding.eerste_maand"
APRIL = date(2017, 4, 27)  # the last day of who settled on 28 March


def termijn(lijst: EersteMaand, op: date = date(2018, 1, 1)) -> Termijn:
    register.werk_bij([lijst.statushouder])
    return Termijn.objects.met_status(op).get(code=CODE, statushouder=lijst.statushouder)


def vink(lijst: EersteMaand, code: str, op: date) -> None:
    rij = stap(lijst, code)
    vink_af(rij, versie=rij.versie, op=op, vandaag=date(2018, 1, 1), door=None)


@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [
        (APRIL - timedelta(days=1), Status.OPEN),
        (APRIL, Status.OPEN),
        (APRIL + timedelta(days=1), Status.TE_LAAT),
    ],
)
def test_op_de_dertigste_dag_is_het_nog_op_tijd(peildatum, verwacht):
    lijst = eerste_maand()
    rij = termijn(lijst, peildatum)
    assert (rij.begint_op, rij.vervalt_op, rij.gezin) == (MAART, APRIL, lijst.gezin)
    assert rij.status == verwacht


@pytest.mark.parametrize(
    ("gevestigd", "uiterlijk"),
    [
        (date(2016, 1, 30), date(2016, 2, 29)),
        (date(2017, 1, 30), date(2017, 3, 1)),
        (date(2016, 2, 29), date(2016, 3, 30)),
        (date(2017, 1, 28), date(2017, 2, 27)),
    ],
)
def test_dertig_dagen_door_februari(gevestigd, uiterlijk):
    assert termijn(eerste_maand(op=gevestigd)).vervalt_op == uiterlijk


@pytest.mark.parametrize(
    ("laatste", "verwacht"),
    [
        (APRIL - timedelta(days=1), Status.VOLDAAN),
        (APRIL, Status.VOLDAAN),
        (APRIL + timedelta(days=1), Status.VOLDAAN_TE_LAAT),
    ],
)
def test_met_de_laatste_stap_is_de_termijn_gedaan(laatste, verwacht):
    lijst = eerste_maand()
    vink(lijst, "registratie", MAART)
    vink(lijst, "telefoon", laatste)
    assert termijn(lijst).voldaan_op is None
    vink(lijst, "woning", MAART)
    rij = termijn(lijst)
    assert (rij.voldaan_op, rij.status) == (laatste, verwacht)
    stand = stap(lijst, "woning")
    neem_terug(stand, versie=stand.versie)
    assert Termijn.objects.get(code=CODE).voldaan_op is None  # the act itself kept the term


def test_wat_niet_van_toepassing_is_houdt_niets_op():
    lijst = eerste_maand()
    vink(lijst, "registratie", MAART)
    vink(lijst, "woning", MAART)
    rij = stap(lijst, "telefoon")
    zet_niet_van_toepassing(
        rij, versie=rij.versie, reden="Heeft er al een", vandaag=date(2017, 4, 5), door=None
    )
    assert termijn(lijst).voldaan_op == date(2017, 4, 5)


@pytest.mark.parametrize(
    ("geboren", "kind"),
    [
        ((date(1999, 1, 1), date(1999, 12, 31)), True),  # of the year only: may be under 18 on that day
        ((date(1998, 1, 1), date(1998, 12, 31)), False),  # 19 at the earliest
        ((date(1999, 3, 29), date(1999, 3, 29)), True),  # 18 on the day after
        ((date(1999, 3, 28), date(1999, 3, 28)), False),  # 18 on the day itself
    ],
)
def test_de_school_telt_mee_voor_wie_een_kind_kan_zijn(geboren, kind):
    persoon = StatushouderFactory(geboren_vroegst=geboren[0], geboren_laatst=geboren[1])
    lijst = eerste_maand(persoon)
    for code in ("registratie", "woning", "telefoon"):
        vink(lijst, code, MAART)
    assert (termijn(lijst).voldaan_op is None) is kind


def test_een_andere_dag_van_vestiging_verschuift_de_termijn():
    lijst = eerste_maand()
    termijn(lijst)
    [vestiging] = lijst.statushouder.vestigingen.all()
    wijzig_vestiging(
        vestiging,
        versie=vestiging.versie,
        gegevens={"van": date(2017, 4, 1), "tot": None, "brp_op": None, "reden_vertrek": ""},
    )
    assert Termijn.objects.get(code=CODE).vervalt_op == date(2017, 5, 1)
    assert termijnen_vers().aantal == 0


WEG = APRIL + timedelta(days=13)


def vertrek(persoon: Statushouder, op: date | None = WEG) -> None:
    rij = persoon.vestigingen.latest("van")
    gegevens = {"van": rij.van, "tot": op, "brp_op": None, "reden_vertrek": "Verhuisd" if op else ""}
    wijzig_vestiging(rij, versie=rij.versie, gegevens=gegevens)


@pytest.mark.parametrize(
    ("peildatum", "verwacht", "te_laat"),
    [
        (WEG - timedelta(days=1), Status.TE_LAAT, 1),
        (WEG, Status.VRIJGESTELD, 0),
        (WEG + timedelta(days=1), Status.VRIJGESTELD, 0),
    ],
)
def test_wie_vertrok_is_vanaf_die_dag_niet_meer_te_laat(peildatum, verwacht, te_laat):
    lijst = eerste_maand()
    vertrek(lijst.statushouder)
    rij = Termijn.objects.met_status(peildatum).get(code=CODE)
    assert (rij.status, rij.reden) == (verwacht, "" if te_laat else "Vertrokken uit de gemeente")
    assert van_termijnen.te_laat(Peiling.op(peildatum)).filter(code=CODE).count() == te_laat
    assert termijnen_vers().aantal == 0


def test_zolang_een_van_de_lijst_er_woont_loopt_de_termijn():
    lijst = eerste_maand(StatushouderFactory(), StatushouderFactory())
    hoofd, ander = (lid.statushouder for lid in lijst.gezin.leden.order_by("pk"))
    vertrek(hoofd)
    assert termijn(lijst).gestopt_op is None
    vertrek(ander, WEG + timedelta(days=5))
    assert termijn(lijst).gestopt_op == WEG + timedelta(days=5)


def test_wie_terugkomt_begint_een_nieuwe_lijst_en_een_vertrek_dat_niet_was_telt_niet():
    lijst = eerste_maand()
    vertrek(lijst.statushouder)
    VestigingFactory(statushouder=lijst.statushouder, van=date(2017, 9, 1))
    register.werk_bij([lijst.statushouder])
    oud, nieuw = Termijn.objects.filter(code=CODE).order_by("begint_op")
    assert (oud.gestopt_op, nieuw.gestopt_op, nieuw.begint_op) == (WEG, None, date(2017, 9, 1))
    vertrek(lijst.statushouder, date(2017, 9, 8))
    assert Termijn.objects.get(pk=nieuw.pk).gestopt_op == date(2017, 9, 8)
    vertrek(lijst.statushouder, None)
    assert Termijn.objects.get(pk=nieuw.pk).gestopt_op is None


def test_wat_voor_het_vertrek_klaar_was_blijft_gedaan():
    lijst = eerste_maand()
    for code in ("registratie", "woning", "telefoon"):
        vink(lijst, code, APRIL)
    vertrek(lijst.statushouder)
    assert termijn(lijst).status == Status.VOLDAAN


def test_een_nieuwe_versie_van_de_lijst_laat_geen_oude_termijn_achter():
    planlijst()
    gezin(op=date(2017, 6, 5))
    volg_alles()
    assert Termijn.objects.filter(code=CODE).count() == 1
    versie = maak_versie(geldig_vanaf=date(2017, 6, 1), toelichting="", vandaag=date(2017, 5, 1))
    gegevens = {"code": "bank", "stap": "Bank", "uitleg": "", "feit": "", "volgorde": None}
    bewaar_stap(EersteMaandStap(lijst=versie), gegevens=gegevens, vandaag=date(2017, 5, 1))
    assert Termijn.objects.get(code=CODE).gelegenheid == str(EersteMaand.objects.get().pk)
    assert termijnen_vers().aantal == 0


def _nieuwe_stap(vanaf: date) -> None:
    versie = maak_versie(geldig_vanaf=vanaf, toelichting="", vandaag=date(2017, 3, 1))
    gegevens = {"code": "bank", "stap": "Bank", "uitleg": "", "feit": "", "volgorde": None}
    bewaar_stap(EersteMaandStap(lijst=versie), gegevens=gegevens, vandaag=date(2017, 3, 1))


def test_uitstel_blijft_als_een_lijst_waar_niets_is_afgevinkt_opnieuw_begint():
    lijst = eerste_maand()
    uitstel = UitzonderingFactory(
        code=CODE, gelegenheid=termijn(lijst).gelegenheid, statushouder=lijst.statushouder, gezin=lijst.gezin
    )
    _nieuwe_stap(date(2017, 3, 20))
    assert stap(lijst.gezin.eerste_maanden.get(), "bank").pk
    rij = termijn(lijst, date(2017, 5, 15))
    assert (rij.status, rij.uitgesteld_tot) == (Status.UITGESTELD, uitstel.nieuwe_datum)
    assert termijnen_vers().aantal == 0


@pytest.mark.parametrize(("dagen", "gedaan"), [(-1, 1), (0, 2), (1, 2)])
def test_hoever_een_lijst_is_telt_tot_en_met_de_dag_zelf(dagen, gedaan):
    lijst = eerste_maand()
    vink(lijst, "woning", date(2017, 4, 1))
    vink(lijst, "telefoon", date(2017, 4, 10))
    woorden = voortgang({str(lijst.pk), "0"}, date(2017, 4, 10) + timedelta(days=dagen))
    assert woorden == {str(lijst.pk): f"{gedaan} van 3 stappen gedaan"}


def test_in_mijn_werk_vinkt_de_klantregisseur_er_stappen_van_af(client, settings):
    settings.VANDAAG = "2017-04-28"
    gebruiker = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
    lijst = eerste_maand(StatushouderFactory(regie__regisseur=gebruiker))
    termijn(lijst)
    client.force_login(gebruiker)
    tekst = " ".join(client.get(reverse("werkplek:mijn-werk")).content.decode().split())
    assert "Eerste maand afronden: 0 van 3 stappen gedaan" in tekst
    assert "1 dag te laat" in tekst
    assert "afspraak uit het plan" in tekst
    assert reverse("begeleiding:eerste-maand", args=[lijst.pk]) in tekst


def test_van_de_eerste_maand_terug_naar_de_lijst_waar_u_was(client, settings):
    settings.VANDAAG = "2017-04-28"
    client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
    lijst = eerste_maand()
    pagina = reverse("begeleiding:eerste-maand", args=[lijst.pk])
    assert "Terug naar uw lijst" not in client.get(pagina).content.decode()
    tekst = client.get(f"{pagina}?terug=%2Fwerk%2F%23te-laat").content.decode()
    assert 'href="/werk/#te-laat"' in tekst
    rij = stap(lijst, "telefoon")
    adres = reverse("begeleiding:stap-gedaan", args=[rij.pk])
    assert f'action="{adres}?vanaf=%2Fwerk%2F%23te-laat"' in tekst
    gestuurd = {"versie": rij.versie, "gedaan_op": "27-4-2017", "opmerking": ""}
    antwoord = client.post(f"{adres}?vanaf=%2Fwerk%2F%23te-laat", gestuurd)
    assert antwoord["Location"] == f"{pagina}?terug=%2Fwerk%2F%23te-laat#nu"


@pytest.mark.parametrize("ingetrokken_op", [None, APRIL])
def test_uitstel_blijft_bij_het_gezin_als_de_vestiging_opnieuw_wordt_ingevoerd(ingetrokken_op):
    """Nothing was ticked: the list waits for its decision only, and one that was taken back holds nothing."""
    lijst = eerste_maand()
    UitzonderingFactory(
        code=CODE,
        gelegenheid=termijn(lijst).gelegenheid,
        statushouder=lijst.statushouder,
        gezin=lijst.gezin,
        ingetrokken_op=ingetrokken_op,
    )
    lijst.statushouder.vestigingen.all().delete()
    register.werk_bij([lijst.statushouder])
    assert not Termijn.objects.filter(code=CODE).exists()
    assert EersteMaand.objects.exists() is (ingetrokken_op is None)
    assert volg_alles() == 0
    VestigingFactory(statushouder=lijst.statushouder, van=date(2017, 4, 3))
    register.werk_bij([lijst.statushouder])
    rij = Termijn.objects.met_status(date(2017, 5, 20)).get(code=CODE)
    assert rij.vervalt_op == date(2017, 5, 3)
    assert rij.status == (Status.TE_LAAT if ingetrokken_op else Status.UITGESTELD)
