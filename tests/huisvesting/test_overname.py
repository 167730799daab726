"""Another municipality that takes an AMV over, and who lives here without counting: on the page too."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from dossiers.models import Opvang, Vergunning, WijzeVanKomst
from huisvesting import figures
from huisvesting.actions import haal_overname_weg, meld_overname, plaats
from huisvesting.models import Overname, Telling
from kern.cellen import heel
from kern.contract import Peiling
from kern.weigering import Verouderd
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import PlaatsingFactory, TellingFactory, WoningFactory
from tests.huisvesting.tellen import amv, wijzig
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MEI, NU = date(2017, 5, 10), date(2018, 7, 4)


class TestOvername:
    @pytest.fixture
    def geteld(self):
        persoon = amv()
        plaats([persoon], woning=WoningFactory(amv_woning=True), van=date(2016, 2, 1))
        return persoon

    def meld(self, persoon, dag: str = "2018-07-03", **anders):
        return meld_overname(
            persoon, gemeente="Leiden", gemeld_op=date.fromisoformat(dag), vandaag=NU, **anders
        )

    def test_een_keer(self, geteld):
        self.meld(geteld)
        with pytest.raises(ValidationError, match="staat al een melding"), transaction.atomic():
            self.meld(geteld)
        assert [(rij.waarde, rij.telt_op) for rij in Telling.objects.all()] == [
            (1, date(2016, 2, 1)),
            (-1, date(2018, 7, 3)),
        ]
        assert figures.een_telling_per_persoon().aantal == figures.telling_volgt().aantal == 0

    @pytest.mark.parametrize(
        ("dag", "mag"),
        [("2016-01-31", False), ("2016-02-01", True), ("2018-07-04", True), ("2018-07-05", False)],
    )
    def test_niet_voor_de_telling_en_niet_in_de_toekomst(self, geteld, dag, mag):
        if mag:
            assert self.meld(geteld, dag)
        else:
            with pytest.raises(ValidationError) as fout:
                self.meld(geteld, dag)
            assert set(fout.value.message_dict) == {"gemeld_op"}
        assert Overname.objects.count() == mag

    def test_alleen_voor_wie_als_amv_telt(self, huurder):
        for persoon in (huurder, StatushouderFactory()):
            with pytest.raises(ValidationError) as fout:
                self.meld(persoon)
            assert set(fout.value.message_dict) == {"gemeente"}

    def test_verbeteren_en_weghalen(self, geteld):
        rij = self.meld(geteld)
        rij = self.meld(geteld, "2018-06-30", versie=rij.versie)
        assert Telling.objects.get(waarde=-1).telt_op == date(2018, 6, 30)
        with pytest.raises(Verouderd):
            haal_overname_weg(rij, versie=1)
        haal_overname_weg(rij, versie=2)
        assert [rij.waarde for rij in Telling.objects.all()] == [1]

    def test_wie_niet_meer_telt_heeft_ook_geen_min(self, geteld):
        self.meld(geteld)
        wijzig(geteld, vergunning=Vergunning.REGULIER)
        assert not Telling.objects.exists()
        wijzig(geteld, vergunning=Vergunning.ASIEL)
        assert sorted(rij.waarde for rij in Telling.objects.all()) == [-1, 1]  # the report was kept


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"vergunning": Vergunning.REGULIER}, "reguliere vergunning"),
        ({"vergunning": Vergunning.GEEN}, "Geen asielvergunning"),
        ({"wijze_van_komst": WijzeVanKomst.OVERIG, "opvang": Opvang.GEEN}, "niet vanuit de opvang"),
        ({"wijze_van_komst": WijzeVanKomst.AMV, "opvang": Opvang.KSO}, "AMV-woning"),
        ({}, "geen woning van de gemeente"),
    ],
)
def test_wie_hier_woont_zonder_te_tellen_staat_in_de_lijst(client, velden, reden):
    persoon = VestigingFactory(van=date(2017, 1, 1), **{f"statushouder__{k}": v for k, v in velden.items()})
    TellingFactory(statushouder=VestigingFactory(van=date(2017, 1, 1)).statushouder, telt_op=date(2017, 1, 1))
    assert list(figures.telt_niet_mee(Peiling.op(MEI))) == [persoon.statushouder]
    client.force_login(GebruikerFactory())
    tekst = client.get("/huisvesting/taakstelling/telt-niet-mee/").content.decode()
    assert reden in tekst
    assert persoon.statushouder.nummer in tekst


@pytest.mark.parametrize("aantal", [1, 50])
def test_de_lijst_kost_altijd_evenveel_queries(client, django_assert_num_queries, aantal):
    client.force_login(GebruikerFactory())
    for rij in VestigingFactory.create_batch(aantal, van=date(2017, 1, 1)):
        GezinslidFactory(statushouder=rij.statushouder)
        PlaatsingFactory(
            statushouder=rij.statushouder,
            van=date(2017, 1, 1),
            woning__plaats="Leiden",
            woning__capaciteit=None,
        )
    # session, user, count, persons, their counts, placements and homes, and the facts (4)
    with django_assert_num_queries(11):
        antwoord = client.get("/huisvesting/taakstelling/telt-niet-mee/")
    assert antwoord.context["paginator"].count == aantal


def test_de_melding_vastleggen_en_weghalen_op_de_pagina(client):
    client.force_login(GebruikerFactory())
    persoon = amv()
    plaats([persoon], woning=WoningFactory(amv_woning=True), van=date(2016, 2, 1))
    dossier, url = persoon.get_absolute_url(), f"/huisvesting/overname/{persoon.sleutel}/"
    assert "Andere gemeente heeft gemeld" in client.get(dossier).content.decode()
    assert "AMV van 15 jaar of ouder in opvang van Nidos. Regel H7" in client.get(dossier).content.decode()
    fout = client.post(url, {"gemeente": "wassenaar", "gemeld_op": "1-5-2017"})
    assert fout.context["form"].errors == {"gemeente": ["Vul een andere gemeente in dan Wassenaar."]}
    assert client.post(url, {"gemeente": "Leiden", "gemeld_op": "28-4-2017"}).status_code == 302
    assert Telling.objects.get(waarde=-1).telt_op == date(2017, 4, 28)
    assert heel("Telt niet meer mee vanaf 28-4-2017. AMV: Leiden") in client.get(dossier).content.decode()
    velden = {"gemeente": "Leiden", "gemeld_op": "28-4-2017", "weghalen": "on", "versie": "1"}
    assert client.post(url, velden).status_code == 302
    assert not Overname.objects.exists()
