"""A tenancy that is taken back, with what it placed, ended and opened; not where somebody built on it.

Each act has a transaction of its own here, as on the pages: that is how the history knows what it wrote.
"""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from dossiers.models import Rol as Gezinsrol
from dossiers.models import Statushouder, Vestiging
from huisvesting.actions import beeindig, leg_verwachting_vast, neem_stap_terug, plaats, zet_stap
from huisvesting.models import Aanbod, Plaatsing, Telling, Verwachting, Woonvraag
from huisvesting.rules import Stap
from kern.namens import namens
from tests.dossiers.factories import (
    GezinFactory,
    GezinslidFactory,
    InzagerechtFactory,
    StatushouderFactory,
    VestigingFactory,
)
from tests.huisvesting.factories import (
    AanbodFactory,
    OvernameFactory,
    PlaatsingFactory,
    VerwachtingFactory,
    WoningFactory,
)
from tests.huisvesting.wonen.test_aanbod import APRIL, VANDAAG, geaccepteerd, teken_aanbod
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db(transaction=True)


def maak(fabriek, **velden):
    """A row with those that it hangs on in one transaction: the database refuses a dossier without an assignment."""
    with transaction.atomic():
        return fabriek(**velden)


def terug(aanbod, versie=2):
    return neem_stap_terug(aanbod, versie=versie, vandaag=VANDAAG)


@pytest.mark.parametrize("aantal", [1, 50])
def test_kost_altijd_evenveel_queries_hoeveel_woningen_er_ook_verlaten_zijn(
    aantal, django_assert_num_queries
):
    personen = []
    for _ in range(aantal):
        oud = maak(PlaatsingFactory, van=date(2017, 1, 2))
        maak(VestigingFactory, statushouder=oud.statushouder, van=date(2017, 1, 2))
        personen.append(oud.statushouder)
    aanbod = maak(geaccepteerd, statushouder=personen[0], woning=WoningFactory(capaciteit=60))
    teken_aanbod(aanbod, personen)
    with django_assert_num_queries(41):
        terug(aanbod)
    assert Plaatsing.objects.filter(tot=None, versie=3).count() == aantal


def test_de_huur_gaat_terug_met_wat_zij_schreef():
    oud = maak(PlaatsingFactory, van=date(2017, 1, 2), tot=date(2017, 12, 1))
    partner = StatushouderFactory()
    wens = maak(
        VerwachtingFactory, statushouder=partner, woonvraag=Woonvraag.GROTER, verwacht_op=date(2017, 6, 12)
    )
    aanbod = maak(geaccepteerd, statushouder=oud.statushouder, personen=4)
    teken_aanbod(aanbod, [oud.statushouder, partner])
    assert Telling.objects.filter(statushouder=partner).exists()
    assert terug(aanbod) is Stap.CONTRACT
    for rij in (aanbod, oud, wens):
        rij.refresh_from_db()
    assert (aanbod.contract_op, aanbod.geaccepteerd_op, aanbod.personen) == (None, APRIL, 4)
    assert (list(Plaatsing.objects.all()), oud.tot, oud.versie) == ([oud], date(2017, 12, 1), 3)
    assert wens.verwacht_op == date(2017, 6, 12)
    assert not Telling.objects.filter(statushouder=partner).exists()
    assert not Vestiging.objects.exists()
    assert teken_aanbod(aanbod, [oud.statushouder, partner], op=date(2017, 4, 20))  # the day that it was
    assert neem_stap_terug(aanbod, versie=4, vandaag=VANDAAG) is Stap.CONTRACT
    assert list(Plaatsing.objects.values_list("tot", flat=True)) == [date(2017, 12, 1)]


def test_wat_er_al_was_op_dezelfde_dag_blijft():
    """Only what the tenancy itself wrote: not what an act of its own wrote about the same day."""
    aanbod = maak(geaccepteerd, woning__capaciteit=5)
    vestiging = maak(VestigingFactory, statushouder=aanbod.statushouder, van=VANDAAG)
    huisgenoot = maak(PlaatsingFactory, woning=aanbod.woning, van=VANDAAG)
    teken_aanbod(aanbod, [aanbod.statushouder])
    terug(aanbod)
    assert list(Vestiging.objects.all()) == [vestiging]
    assert list(Plaatsing.objects.all()) == [huisgenoot]


def test_na_de_sleutel_eerst_de_sleutel_terug():
    aanbod = maak(geaccepteerd)
    teken_aanbod(aanbod, [aanbod.statushouder])
    zet_stap(aanbod, stap=Stap.SLEUTEL, versie=2, op=VANDAAG, vandaag=VANDAAG)
    assert terug(aanbod, versie=3) is Stap.SLEUTEL
    assert terug(aanbod, versie=4) is Stap.CONTRACT
    assert not Plaatsing.objects.exists()


@pytest.mark.parametrize("wat", ["overname", "zonder", "elders"])
def test_wat_gebouwd_is_gaat_niet_terug(wat):
    aanbod = maak(geaccepteerd)
    [plaatsing] = teken_aanbod(aanbod, [aanbod.statushouder])
    if wat == "elders":
        beeindig(plaatsing, versie=1, tot=date(2017, 6, 1))
        plaats([aanbod.statushouder], woning=WoningFactory(), van=date(2017, 7, 1))
    elif wat == "overname":
        maak(OvernameFactory, statushouder=aanbod.statushouder)
    else:
        plaatsing.delete()
    with pytest.raises(ValidationError, match=r"\w met deze huur kwam wonen.*Bron: werkwijze"):
        terug(aanbod)
    aanbod.refresh_from_db()
    assert aanbod.contract_op == VANDAAG


def test_wie_al_weg_is_gaat_ook_terug():
    """Somebody ended the placement by hand: that is no dead end."""
    aanbod = maak(geaccepteerd)
    [plaatsing] = teken_aanbod(aanbod, [aanbod.statushouder])
    beeindig(plaatsing, versie=1, tot=date(2017, 6, 1))
    assert terug(aanbod) is Stap.CONTRACT
    assert not Plaatsing.objects.exists()
    assert not Telling.objects.exists()


class TestDeOudeWoning:
    @pytest.fixture
    def verhuisd(self):
        """Who left a home with one place for a bigger one."""
        oud = maak(PlaatsingFactory, van=date(2017, 1, 2), woning__capaciteit=1)
        aanbod = maak(geaccepteerd, statushouder=oud.statushouder)
        teken_aanbod(aanbod, [oud.statushouder])
        return oud, aanbod

    @pytest.mark.parametrize(("van", "mag"), [("2017-04-30", None), ("2017-05-01", False)])
    def test_een_ander_woont_er_intussen(self, verhuisd, van, mag):
        oud, aanbod = verhuisd
        if mag is None:  # before the move there is no place at all
            with pytest.raises(ValidationError, match="vol vanaf"):
                plaats([StatushouderFactory()], woning=oud.woning, van=date.fromisoformat(van))
            assert terug(aanbod) is Stap.CONTRACT
            return
        plaats([StatushouderFactory()], woning=oud.woning, van=date.fromisoformat(van))
        with pytest.raises(ValidationError, match="geen plek meer"):
            terug(aanbod)
        assert Plaatsing.objects.filter(statushouder=oud.statushouder).count() == 2

    def test_zij_is_intussen_aangeboden(self, verhuisd):
        oud, aanbod = verhuisd
        ander = maak(AanbodFactory, woning=oud.woning)
        with pytest.raises(ValidationError, match="is intussen aangeboden"):
            terug(aanbod)
        zet_stap(ander, stap=Stap.GEWEIGERD, versie=1, op=APRIL, vandaag=VANDAAG, reden="Te klein")
        assert terug(aanbod) is Stap.CONTRACT

    def test_het_einde_is_intussen_een_ander(self, verhuisd):
        oud, aanbod = verhuisd
        beeindig(oud, versie=2, tot=date(2017, 4, 20))
        with pytest.raises(ValidationError, match="de dag veranderd waarop iemand de vorige woning verliet"):
            terug(aanbod)


def test_niet_als_het_huishouden_een_ander_aanbod_heeft():
    gezin = GezinFactory()
    hoofd, partner = (
        maak(GezinslidFactory, gezin=gezin, rol=rol).statushouder
        for rol in (Gezinsrol.HOOFD, Gezinsrol.PARTNER)
    )
    aanbod = maak(geaccepteerd, statushouder=hoofd)
    teken_aanbod(aanbod, [hoofd])
    maak(AanbodFactory, statushouder=partner)
    with pytest.raises(ValidationError, match="iemand uit dit huishouden"):
        terug(aanbod)
    assert Plaatsing.objects.count() == 1


def test_wie_intussen_is_afgeschermd_gaat_ook_terug():
    aanbod, partner = maak(geaccepteerd), StatushouderFactory()
    teken_aanbod(aanbod, [aanbod.statushouder, partner])
    mag = maak(InzagerechtFactory, statushouder=partner).gebruiker
    Statushouder.objects.filter(pk=partner.pk).update(afgeschermd=True)
    with namens(GebruikerFactory(), op=VANDAAG), pytest.raises(Aanbod.DoesNotExist):
        terug(aanbod)  # of that home this colleague may not know
    with namens(mag, op=VANDAAG):
        assert terug(aanbod) is Stap.CONTRACT
    assert not Plaatsing.objects.exists()
    assert not Telling.objects.exists()


def test_op_de_pagina(client):
    client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
    aanbod = maak(geaccepteerd, woning=WoningFactory())
    teken_aanbod(aanbod, [aanbod.statushouder])
    adres = reverse("huisvesting:aanbod-terug", args=[aanbod.pk])
    assert adres in client.get(reverse("huisvesting:aanbod", args=[aanbod.pk])).content.decode()
    assert "Het aanbod staat daarna weer open." in " ".join(client.get(adres).content.decode().split())
    assert client.post(adres, {"versie": 2}).status_code == 302
    assert not Plaatsing.objects.exists()


def test_een_dag_die_daarna_is_gekozen_blijft():
    aanbod = maak(geaccepteerd)
    maak(
        VerwachtingFactory,
        statushouder=aanbod.statushouder,
        woonvraag=Woonvraag.GROTER,
        verwacht_op=date(2017, 6, 12),
    )
    teken_aanbod(aanbod, [aanbod.statushouder])
    leg_verwachting_vast(
        aanbod.statushouder, verwacht_op=date(2017, 9, 1), bron="Aanbod", woonvraag=Woonvraag.GROTER, versie=2
    )
    terug(aanbod)
    assert Verwachting.objects.get().verwacht_op == date(2017, 9, 1)
