"""Placements from a file: what is made, what is refused at its row, and that twice changes nothing."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dossiers.models import Rol, Vestiging, WijzeVanKomst
from huisvesting.models import Plaatsing, Telling, Woning
from kern.register import register
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import PlaatsingFactory, WoningFactory
from tests.huisvesting.importeren.conftest import RIJ, fouten, opzij, tellingen
from tests.toegang.factories import OrganisatieFactory
from toegang.models import Organisatie
from uitwisseling import actions

pytestmark = pytest.mark.django_db
MAART = date(2017, 3, 28)


@pytest.fixture
def woning():
    return WoningFactory(straat="Zijdeweg", huisnummer=12, postcode="2245AB", capaciteit=2)


def test_een_plaatsing_opent_een_vestiging_en_telt(importeer, persoon, woning):
    importeer({"tot_en_met": "31-12-2017"})
    plaatsing = Plaatsing.objects.get()
    assert (plaatsing.statushouder, plaatsing.woning) == (persoon, woning)
    assert (plaatsing.van, plaatsing.tot) == (MAART, date(2018, 1, 1))
    assert (Vestiging.objects.get().van, Vestiging.objects.get().statushouder) == (MAART, persoon)
    telling = Telling.objects.get()
    assert (telling.plaatsing, telling.telt_op, telling.regel) == (plaatsing, MAART, "H6")


def test_hetzelfde_bestand_nog_een_keer_verandert_niets(importeer, persoon):
    rij = {"wijk": "Kerkehout", "verhuurder": "De Sleutels", "amv_woning": "ja", "tot_en_met": "31-12-2017"}
    assert tellingen(importeer(rij)) == {"nieuw": 1, "gewijzigd": 0, "ongewijzigd": 0, "fout": 0}
    tweede = importeer(rij)
    assert tellingen(tweede) == {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 1, "fout": 0}
    assert opzij(tweede) == []
    assert [model.objects.count() for model in (Plaatsing, Woning, Organisatie, Telling, Vestiging)] == [
        1
    ] * 5


def test_een_onbekend_adres_wordt_gemaakt_zonder_grens(importeer, persoon):
    inlezing = importeer(
        {"toevoeging": "a", "wijk": "Kerkehout", "verhuurder": "De Sleutels", "amv_woning": "ja"}
    )
    woning = Woning.objects.get()
    assert (str(woning), woning.postcode, woning.wijk) == ("Zijdeweg 12-a", "2245AB", "Kerkehout")
    assert (woning.capaciteit, woning.amv_woning, woning.plaats) == (None, True, "Wassenaar")
    assert (woning.verhuurder.naam, woning.verhuurder.rol) == ("De Sleutels", "Verhuurder")
    assert opzij(inlezing) == [(2, "woning_aangevuld")]
    assert tellingen(inlezing)["nieuw"] == 1


def test_een_gezin_in_een_nieuwe_woning_vraagt_een_keer_om_aanvullen(importeer, persoon):
    StatushouderFactory(vnummer="2741603319")
    inlezing = importeer({"wijk": "Kerkehout"}, {"vnummer": "2741603319", "wijk": "Kerkehout"})
    assert (Woning.objects.count(), opzij(inlezing)) == (1, [(2, "woning_aangevuld")])


@pytest.mark.parametrize(
    ("rij", "aantal"),
    [
        ({}, 0),
        ({"wijk": "KERKEHOUT", "verhuurder": "de sleutels"}, 0),
        ({"wijk": "Deijlerweg"}, 1),
        ({"verhuurder": "St. Willibrord"}, 1),
        ({"wijk": "Deijlerweg", "verhuurder": "St. Willibrord"}, 1),
    ],
)
def test_een_onbekende_wijk_of_verhuurder_van_een_bekend_adres(importeer, persoon, woning, rij, aantal):
    woning.verhuurder = OrganisatieFactory(naam="De Sleutels")
    woning.save()
    assert len(opzij(importeer(rij))) == aantal


def test_gegevens_van_een_bekende_woning_worden_bijgewerkt(importeer, persoon, woning):
    importeer({"wijk": "Deijlerweg", "verhuurder": "St. Willibrord", "amv_woning": "ja"})
    woning.refresh_from_db()
    assert (woning.wijk, woning.verhuurder.naam, woning.amv_woning) == ("Deijlerweg", "St. Willibrord", True)
    assert woning.versie == 2


class TestBekendePlaatsing:
    """Known by person and first day."""

    @pytest.fixture
    def plaatsing(self, persoon, woning):
        return PlaatsingFactory(statushouder=persoon, woning=woning, van=MAART)

    def test_een_einde(self, importeer, plaatsing):
        assert tellingen(importeer({"tot_en_met": "30-04-2017"}))["gewijzigd"] == 1
        plaatsing.refresh_from_db()
        assert (plaatsing.tot, plaatsing.versie) == (date(2017, 5, 1), 2)

    def test_een_lege_cel_haalt_een_einde_niet_weg(self, importeer, plaatsing):
        Plaatsing.objects.update(tot=date(2017, 5, 1))
        assert tellingen(importeer({}))["ongewijzigd"] == 1

    def test_een_ander_adres(self, importeer, plaatsing):
        assert tellingen(importeer({"huisnummer": "14"}))["gewijzigd"] == 1
        plaatsing.refresh_from_db()
        assert plaatsing.woning.huisnummer == 14

    def test_een_ander_adres_dat_vol_is(self, importeer, plaatsing):
        vol = WoningFactory(straat="Zijdeweg", huisnummer=14, postcode="2245AB", capaciteit=1)
        PlaatsingFactory(woning=vol, van=date(2017, 1, 1))
        assert fouten(importeer({"huisnummer": "14"})) == [(2, "straat", "woning_vol")]

    def test_een_verhuizing_is_twee_rijen_in_welke_volgorde_ook(self, importeer, plaatsing):
        einde = {"tot_en_met": "30-04-2017"}
        inlezing = importeer({"huisnummer": "14", "van": "01-05-2017"}, einde)
        assert tellingen(inlezing) == {"nieuw": 1, "gewijzigd": 1, "ongewijzigd": 0, "fout": 0}
        assert list(Plaatsing.objects.values_list("van", "tot")) == [
            (MAART, date(2017, 5, 1)),
            (date(2017, 5, 1), None),
        ]


class TestOverlapt:
    @pytest.mark.parametrize(
        ("van", "overlapt"), [("30-04-2017", True), ("01-05-2017", False), ("02-05-2017", False)]
    )
    def test_met_een_plaatsing_die_eindigt(self, importeer, persoon, van, overlapt):
        PlaatsingFactory(statushouder=persoon, van=MAART, tot=date(2017, 5, 1))
        assert fouten(importeer({"van": van})) == [(2, "van", "overlapt")] * overlapt

    @pytest.mark.parametrize(
        ("eind", "overlapt"), [("26-03-2017", False), ("27-03-2017", False), ("28-03-2017", True), ("", True)]
    )
    def test_met_een_plaatsing_zonder_einde(self, importeer, persoon, eind, overlapt):
        PlaatsingFactory(statushouder=persoon, van=MAART)
        inlezing = importeer({"van": "01-01-2017", "tot_en_met": eind})
        assert fouten(inlezing) == [(2, "van", "overlapt")] * overlapt

    def test_binnen_het_bestand_krijgt_de_tweede_de_fout(self, importeer, persoon):
        inlezing = importeer({"van": "01-02-2017"}, {"van": "01-03-2017", "huisnummer": "14"})
        assert fouten(inlezing) == [(3, "van", "overlapt")]
        assert Plaatsing.objects.get().van == date(2017, 2, 1)

    def test_wie_niet_bewaard_wordt_staat_niemand_in_de_weg(self, importeer, persoon):
        """The second row is refused, so the third overlaps nothing."""
        inlezing = importeer(
            {"van": "01-02-2017", "tot_en_met": "28-02-2017"},
            {"van": "15-02-2017", "tot_en_met": "15-03-2017"},
            {"van": "01-03-2017"},
        )
        assert fouten(inlezing) == [(3, "van", "overlapt")]

    def test_dezelfde_persoon_en_dag_staan_er_een_keer(self, importeer, persoon):
        assert fouten(importeer({}, {"huisnummer": "14"})) == [(3, "vnummer", "dubbel_in_bestand")]


@pytest.mark.parametrize(
    ("rij", "kolom", "code"),
    [
        ({"vnummer": "2741603310"}, "vnummer", "persoon_onbekend"),
        ({"vnummer": "27416033"}, "vnummer", "vnummer_ongeldig"),
        ({"vnummer": ""}, "vnummer", "ontbreekt"),
        ({"straat": ""}, "straat", "ontbreekt"),
        ({"huisnummer": "12a"}, "huisnummer", "getal_ongeldig"),
        ({"postcode": "0245 AB"}, "postcode", "postcode_ongeldig"),
        ({"van": "31-02-2017"}, "van", "datum_ongeldig"),
        ({"tot_en_met": "27-03-2017"}, "tot_en_met", "einde_voor_begin"),
        ({"amv_woning": "misschien"}, "amv_woning", "waarde_onbekend"),
    ],
)
def test_een_fout_staat_bij_haar_rij_en_kolom(importeer, persoon, rij, kolom, code):
    inlezing = importeer(rij)
    assert fouten(inlezing) == [(2, kolom, code)]
    assert inlezing.fouten.get().melding
    assert inlezing.fouten.get().goed
    assert not Plaatsing.objects.exists()


def test_een_dag_wonen_mag(importeer, persoon):
    importeer({"tot_en_met": "28-03-2017"})
    assert Plaatsing.objects.get().tot == date(2017, 3, 29)


@pytest.mark.parametrize(("dag", "mag"), [("27-03-2017", False), ("28-03-2017", True), ("29-03-2017", True)])
def test_niet_voor_de_vestiging(importeer, persoon, dag, mag):
    VestigingFactory(statushouder=persoon, van=MAART)
    assert fouten(importeer({"van": dag})) == ([] if mag else [(2, "van", "voor_vestiging")])
    assert Vestiging.objects.count() == 1


def test_de_eerste_van_meer_plaatsingen_opent_de_vestiging_en_telt(importeer, persoon):
    importeer({"van": "01-05-2017"}, {"van": "01-02-2017", "tot_en_met": "30-04-2017", "huisnummer": "14"})
    assert [rij.van for rij in Vestiging.objects.all()] == [date(2017, 2, 1)]
    assert [rij.telt_op for rij in Telling.objects.all()] == [date(2017, 2, 1)]


class TestVolleWoning:
    def test_wie_er_niet_meer_bij_past(self, importeer, persoon, woning):
        PlaatsingFactory(woning=woning, van=date(2017, 1, 1))
        StatushouderFactory(vnummer="2741603319")
        inlezing = importeer({}, {"vnummer": "2741603319"})
        assert fouten(inlezing) == [(3, "straat", "woning_vol")]
        melding = "Deze woning is vol vanaf 28-3-2017. Bron: aantal plaatsen van de woning."
        assert inlezing.fouten.get().melding == melding

    @pytest.mark.parametrize(
        ("eind", "vol"), [("2017-03-27", False), ("2017-03-28", False), ("2017-03-29", True)]
    )
    def test_een_plek_komt_vrij(self, importeer, persoon, woning, eind, vol):
        woning.capaciteit = 1
        woning.save()
        PlaatsingFactory(woning=woning, van=date(2017, 1, 1), tot=date.fromisoformat(eind))
        assert len(fouten(importeer({}))) == vol

    def test_voor_een_latere_bewoner_is_er_plek(self, importeer, persoon, woning):
        woning.capaciteit = 1
        woning.save()
        PlaatsingFactory(woning=woning, van=date(2017, 5, 1))
        assert fouten(importeer({"tot_en_met": "30-04-2017"})) == []
        assert fouten(importeer({"tot_en_met": "01-05-2017"})) == [(2, "straat", "woning_vol")]

    @pytest.mark.parametrize(
        ("dag", "mag"),
        [("27-03-2017", False), ("28-03-2017", True), ("31-03-2017", True), ("01-04-2017", False)],
    )
    def test_niet_te_huur(self, importeer, persoon, woning, dag, mag):
        Woning.objects.update(beschikbaar_van=MAART, beschikbaar_tot_en_met=date(2017, 3, 31))
        assert fouten(importeer({"van": dag})) == ([] if mag else [(2, "van", "niet_beschikbaar")])


def test_de_gezinsregel_geldt_ook_binnen_een_bestand(importeer, persoon):
    """H6: a child born after the family had a home does not count; an AMV of 15 outside kso neither."""
    gezin = GezinFactory()
    GezinslidFactory(gezin=gezin, statushouder=persoon)
    geboren = date(2017, 4, 2)
    GezinslidFactory(
        gezin=gezin,
        rol=Rol.KIND,
        van=geboren,
        statushouder__vnummer="2741603319",
        statushouder__geboren_vroegst=geboren,
        statushouder__geboren_laatst=geboren,
    )
    StatushouderFactory(
        vnummer="2741603320",
        wijze_van_komst=WijzeVanKomst.AMV,
        geboren_vroegst=date(2002, 1, 1),
        geboren_laatst=date(2002, 1, 1),
    )
    importeer(
        {"vnummer": "2741603319", "van": "02-04-2017"}, {}, {"vnummer": "2741603320", "huisnummer": "14"}
    )
    assert Plaatsing.objects.count() == 3
    assert [rij.statushouder for rij in Telling.objects.filter(telt_op__year=2017)] == [persoon]


def test_een_samengevoegd_dossier_wijst_naar_het_dossier_dat_bleef(importeer, persoon):
    blijft = StatushouderFactory()
    persoon.samengevoegd_met = blijft
    persoon.save()
    importeer({})
    assert Plaatsing.objects.get().statushouder == blijft


def test_de_termijnen_horen_wie_geraakt_is(importeer, persoon, monkeypatch):
    ander = PlaatsingFactory(statushouder__vnummer="2741603319", van=MAART).statushouder
    bijgewerkt = []
    monkeypatch.setattr(register, "_bijwerker", bijgewerkt.extend)
    importeer({"vnummer": "2741603319", "tot_en_met": "30-04-2017"}, {"huisnummer": "14"})
    assert {dossier.pk for dossier in bijgewerkt} == {persoon.pk, ander.pk}


def test_alles_gaat_terug(importeer, persoon):
    inlezing = importeer({"wijk": "Kerkehout", "verhuurder": "De Sleutels"})
    assert actions.maak_ongedaan(inlezing, gebruiker=None, op=date(2017, 5, 2)).behouden == []
    assert [model.objects.count() for model in (Plaatsing, Woning, Organisatie, Telling, Vestiging)] == [
        0
    ] * 5
    assert tellingen(importeer({}))["nieuw"] == 1


def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_rijen(lees):
    def vragen(aantal: int, eerste: int) -> int:
        nummers = [f"27416{nummer:05d}" for nummer in range(eerste, eerste + aantal)]
        for nummer in nummers:
            GezinslidFactory(statushouder__vnummer=nummer)
        inlezing = lees(*({"vnummer": nummer, "huisnummer": nummer[-3:]} for nummer in nummers))
        with CaptureQueriesContext(connection) as gesteld:
            actions.sla_op(inlezing, op=MAART)
        return len(gesteld)

    assert vragen(1, 100) == vragen(50, 200)
    assert Plaatsing.objects.count() == Telling.objects.count() == 51


def test_de_rij_van_de_proef_is_zelf_goed(lees, persoon):
    assert fouten(lees(RIJ)) == []
