"""Of a family that left nobody asks the first month any more: not in its lists, its figure, or at a partner's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from begeleiding import figures
from begeleiding.domain.nodig import nodig
from begeleiding.models import EersteMaand
from dossiers.models import Gezinslid, Vestiging
from kern.contract import Peiling
from kern.namens import namens
from kern.register import register
from tests.begeleiding.factories import eerste_maand, gezin
from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.harnas.paginas import als_web
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
WEG = date(2017, 5, 10)  # settled on 28 March, so late from 28 April
DAGEN = [(WEG - timedelta(days=1), 1), (WEG, 0), (WEG + timedelta(days=1), 0)]


@pytest.fixture
def lijst():
    lijst = eerste_maand()
    vertrek(lijst)
    return lijst


def vertrek(lijst: EersteMaand) -> None:
    Vestiging.objects.filter(statushouder=lijst.statushouder).update(tot=WEG)
    register.werk_bij([lijst.statushouder])


@pytest.fixture
def marieke():
    return GebruikerFactory(rol=Rol.KLANTREGISSEUR)


@pytest.mark.parametrize(("dag", "aantal"), DAGEN)
def test_het_kerncijfer_en_de_lijst_tellen_haar_tot_die_dag(lijst, marieke, dag, aantal):
    assert figures.te_laat(Peiling.op(dag)).count() == aantal
    with namens(marieke, op=dag):
        stand = figures.tel_open(marieke, dag, dag + timedelta(days=7))
        assert (stand.alle, stand.te_laat) == (aantal, aantal)
        assert len(nodig([lijst.statushouder], marieke, dag)) == aantal


@pytest.mark.parametrize(("dag", "_aantal"), DAGEN)
@pytest.mark.parametrize("klaar", [True, False])
def test_wie_vertrok_blijft_iemand_die_zich_in_de_periode_vestigde(lijst, dag, _aantal, klaar):
    if klaar:
        lijst.stappen.update(gedaan_op=lijst.begint_op)
        register.werk_bij([lijst.statushouder])
    geteld = [register.kerncijfer(f"begeleiding.eerste_maand_{wat}") for wat in ("toepasselijk", "compleet")]
    assert [cijfer.bereken(Peiling.op(dag)) for cijfer in geteld] == [1, klaar]


@pytest.mark.parametrize(("dag", "aantal"), DAGEN)
def test_de_paginas_zeggen_vertrokken_en_niet_te_laat(client, settings, lijst, marieke, dag, aantal):
    settings.VANDAAG = dag.isoformat()
    client.force_login(marieke)
    lijsten, pagina = reverse("begeleiding:lijsten"), reverse("begeleiding:eerste-maand", args=[lijst.pk])
    assert (pagina in client.get(lijsten).content.decode()) is bool(aantal)
    for adres in (f"{lijsten}?toon=alle", pagina, lijst.statushouder.get_absolute_url()):
        tekst = client.get(adres).content.decode()
        assert ("dagen te laat" in tekst) is bool(aantal), adres
        assert (">Vertrokken<" in tekst.replace("\n", "").replace(" ", "")) is not bool(aantal), adres


def test_wie_alleen_het_hoofd_kent_hoort_dat_een_ander_er_nog_woont():
    """The head left, the other member did not: a partner of the head alone does not see that, and the list does."""
    lijst = eerste_maand(StatushouderFactory(), StatushouderFactory())
    vertrek(lijst)
    els = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory())
    DoorverwijzingFactory(
        statushouder=lijst.statushouder, organisatie=els.organisatie, domeinen=["dossiers", "begeleiding"]
    )
    with als_web(), namens(els, op=WEG):
        assert list(figures.lijsten(els).open_op(WEG)) == [lijst]


def test_wie_voor_de_komst_naar_een_ander_gezin_ging_houdt_de_lijst_niet_open():
    """Of two memberships one is of this family and has ended, the other runs: neither is both."""
    ander = StatushouderFactory()
    gezin(ander, naam="Tesfay")
    lijst = eerste_maand()
    eerder = {"van": date(2015, 1, 1), "tot": date(2016, 1, 1)}
    Gezinslid.objects.create(gezin=lijst.gezin, statushouder=ander, rol="kind", **eerder)
    vertrek(lijst)
    assert figures.te_laat(Peiling.op(WEG)).count() == 0
