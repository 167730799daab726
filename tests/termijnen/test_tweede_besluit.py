"""Two colleagues decide about one term: the second sees what the first decided, and nothing is written over it."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from termijnen.actions import draai_terug, herbereken
from termijnen.figures import besluiten, laatste_besluit
from termijnen.models import Termijn, Uitzondering
from tests.dossiers.factories import StatushouderFactory
from tests.termijnen.factories import TermijnFactory, UitzonderingFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

VANDAAG = date(2017, 5, 10)


@pytest.fixture(autouse=True)
def _dag(settings):
    settings.VANDAAG = VANDAAG.isoformat()


@pytest.fixture
def termijn(client, db):
    persoon = StatushouderFactory(coa_koppeldatum=date(2017, 3, 6))
    herbereken()
    client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
    return Termijn.objects.get(statushouder=persoon)


def adres(termijn):
    return reverse("termijnen:besluit", args=[termijn.pk])


@pytest.mark.parametrize(("eerste", "geweigerd"), [("1-7-2017", True), ("1-6-2017", False)])
def test_wie_als_tweede_besluit_ziet_het_eerste_besluit(client, termijn, eerste, geweigerd):
    """Opened before a colleague decided: shown, nothing written; what was typed stays, and once more is right."""
    gestuurd = {
        "soort": "uitstel",
        "nieuwe_datum": "1-6-2017",
        "reden": "De woning komt later",
        "gezien": "",
    }
    client.post(adres(termijn), {**gestuurd, "nieuwe_datum": eerste, "reden": "ISK"})
    antwoord = client.post(adres(termijn), gestuurd)
    pagina = antwoord.content.decode()
    assert ("Intussen is al besloten: Uitstel tot en met 1-7-2017. ISK." in pagina) is geweigerd
    assert ("Dit besluit is vandaag al vastgelegd." in pagina) is not geweigerd
    assert "De woning komt later" in pagina
    [rij] = Uitzondering.objects.all()
    if geweigerd:
        gezien = antwoord.context["form"]["gezien"].value()
        assert str(gezien) == str(rij.pk)
        assert client.post(adres(termijn), {**gestuurd, "gezien": gezien}).status_code == 302
        assert Uitzondering.objects.count() == 2


def test_ook_wat_intussen_is_teruggedraaid_wordt_gezegd(client, termijn):
    rij = UitzonderingFactory(statushouder=termijn.statushouder)
    open_ = client.get(adres(termijn)).context["form"]
    assert open_["gezien"].value() == rij.pk
    draai_terug(rij, op=VANDAAG)
    gestuurd = {"soort": "vrijstelling", "reden": "Niet nodig", "gezien": rij.pk}
    pagina = client.post(adres(termijn), gestuurd).content.decode()
    assert "Het besluit dat u zag, is intussen teruggedraaid." in pagina
    assert Uitzondering.objects.count() == 1


KOPPELDAG = {"code": "huisvesting.koppeldag", "statushouder": None}


def test_ook_zonder_dossier_ziet_de_tweede_het_eerste_besluit(client, db):
    rij = TermijnFactory(**KOPPELDAG, onderwerp="2017-H1")
    client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
    assert client.get(adres(rij)).context["form"]["gezien"].value() is None
    eerste = UitzonderingFactory(**KOPPELDAG, onderwerp="2017-H1", besloten_op=VANDAAG, reden="COA telt nog")
    gestuurd = {"soort": "vrijstelling", "reden": "Niet nodig", "gezien": ""}
    antwoord = client.post(adres(rij), gestuurd)
    assert "Intussen is al besloten: Uitstel tot en met 1-6-2017. COA telt nog." in antwoord.content.decode()
    assert Uitzondering.objects.get() == eerste
    assert client.get(adres(rij)).context["form"]["gezien"].value() == eerste.pk
    assert client.post(adres(rij), {**gestuurd, "gezien": eerste.pk}).status_code == 302


def test_een_besluit_is_van_een_onderwerp_en_niet_van_een_ander(db, django_assert_num_queries):
    rijen = [TermijnFactory(**KOPPELDAG, onderwerp=onderwerp) for onderwerp in ("2017-H1", "2017-H2")]
    eigen = UitzonderingFactory(**KOPPELDAG, onderwerp="2017-H1")
    van_dossier = TermijnFactory()
    with django_assert_num_queries(1):
        gevonden = besluiten([*rijen, van_dossier])
    assert gevonden == {rijen[0].pk: [eigen], rijen[1].pk: [], van_dossier.pk: []}
    assert [laatste_besluit(rij) for rij in rijen] == [eigen, None]
