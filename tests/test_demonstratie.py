"""The demonstration's people: with them every figure of the plan holds, and a second time changes nothing."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from dossiers.models import Statushouder, WijzeVanKomst
from huisvesting import figures
from huisvesting.models import Plaatsing, Telling, Verwachting, Woonvraag
from kern.leeftijd import leeftijd_max, leeftijd_min
from kern.opdrachten import Geweigerd, NietToegestaan
from tests.harnas.wereld import tot_het_eind

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


def antwoord(*opdracht: str) -> dict:
    uit = StringIO()
    call_command(*opdracht, "--json", stdout=uit)
    return json.loads(uit.getvalue())


class TestPlan:
    """The plan's own people, made once."""

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def demo(cls, django_db_setup, django_db_blocker) -> Iterator[dict]:
        with tot_het_eind(django_db_blocker):
            call_command("laad_plan", stdout=StringIO())
            yield antwoord("demo_gegevens")

    def test_de_cijfers_van_het_plan(self):
        ledger = antwoord("taakstelling", "--peildatum", "2017-05-01")
        rijen = {
            p["periode"]: (p["te_realiseren"], p["gerealiseerd"], p["gerealiseerd_benoemd"], p["saldo"])
            for p in ledger["periodes"]
        }
        assert rijen == {"2016": (66, 56, 46, 10), "2017-H1": (30, 20, 20, 10), "2017-H2": (15, 0, 0, 15)}
        assert ledger["nog_te_huisvesten"]["personen"] == 25
        cijfers = {
            c["code"]: c["waarde"] for c in antwoord("kerncijfers", "--peildatum", "2017-05-01")["cijfers"]
        }
        assert cijfers["dossiers.personen"] == 66
        assert cijfers["huisvesting.gehuisvest"] == 20
        assert cijfers["huisvesting.nog_te_huisvesten"] == 25
        assert cijfers["huisvesting.tekort_woningen"] == 2
        assert cijfers["huisvesting.amv"] == 6
        assert cijfers["financien.niet_toegewezen"] == "131035.00"

    def test_van_de_acht_woningen_die_nodig_zijn_zijn_er_zes_in_beeld(self):
        stand = figures.tekort(MEI)
        assert (stand.nodig, stand.in_beeld) == (8, 6)
        vragen = Counter(Verwachting.objects.values_list("statushouder__wijze_van_komst", "woonvraag"))
        nareis, gekoppeld = WijzeVanKomst.NAREIZIGER, WijzeVanKomst.KOPPELING
        assert (vragen[nareis, Woonvraag.FAMILIE], vragen[nareis, Woonvraag.GROTER]) == (14, 3)
        zoekers = [rij for rij in figures.zoekend(MEI) if not rij.woont and rij.vraagt_woning]
        assert {rij.huurder.wijze_van_komst for rij in zoekers} == {gekoppeld}
        assert sum(bool(rij.aanbod) for rij in zoekers) == 2
        assert len(zoekers) == 3

    def test_2016_heeft_34_volwassenen_en_12_kinderen(self):
        geteld = Telling.objects.filter(telt_op__year=2016).select_related("statushouder")
        volwassen = [t for t in geteld if leeftijd_min(t.statushouder.geboren, t.telt_op) >= 18]
        kinderen = [t for t in geteld if leeftijd_max(t.statushouder.geboren, t.telt_op) < 18]
        assert (len(volwassen), len(kinderen)) == (34, 12)

    def test_wie_verwacht_wordt_heeft_geen_plaatsing_of_telling_na_1_mei(self):
        assert Verwachting.objects.count() == 25
        assert not Plaatsing.objects.filter(van__gt=MEI).exists()
        assert not Telling.objects.filter(telt_op__gt=MEI).exists()
        verwacht = Verwachting.objects.values("statushouder")
        assert not Plaatsing.objects.filter(statushouder__in=verwacht).exists()
        amv = Statushouder.objects.filter(wijze_van_komst=WijzeVanKomst.AMV, pk__in=verwacht)
        assert [leeftijd_max(persoon.geboren, MEI) < 18 for persoon in amv] == [True] * 3
        assert not Statushouder.objects.filter(coa_koppeldatum__gt=MEI).exists()

    def test_twee_keer_verandert_niets(self, demo):
        tweede = antwoord("demo_gegevens")
        assert {**tweede, "seconden": 0} == {**demo, "seconden": 0}
        assert Statushouder.objects.count() == demo["personen"] == 91

    def test_een_ander_zaad_of_aantal_dan_geladen_is_wordt_geweigerd(self, demo):
        with pytest.raises(Geweigerd, match="--zaad: er zijn al verzonnen personen, met zaad 1"):
            antwoord("demo_gegevens", "--zaad", "2")
        with pytest.raises(Geweigerd, match="--personen: er zijn al 91 verzonnen personen van het plan"):
            antwoord("demo_gegevens", "--personen", "91")
        assert Statushouder.objects.count() == demo["personen"]


def test_een_ander_zaad_verandert_alleen_namen():
    def eens(zaad: str) -> tuple[str, list[object], set[object]]:
        """Load with this seed, look, and take everything back."""
        with transaction.atomic():
            vingerafdruk = antwoord("demo_gegevens", "--zaad", zaad)["vingerafdruk"]
            personen = Statushouder.objects.order_by("pk")
            vast = list(personen.values_list("nummer", "geboren_vroegst", "geslacht", "wijze_van_komst"))
            namen = set(personen.values_list("achternaam", "voornamen"))
            transaction.set_rollback(True)
        return vingerafdruk, vast, namen

    een, twee, weer = eens("1"), eens("2"), eens("1")
    assert een == weer
    assert een[1] == twee[1]
    assert een[0] != twee[0]
    assert een[2] != twee[2]


@pytest.mark.parametrize("opdracht", ["demo_boekingen", "demo_gegevens", "demo_inloggen"])
def test_niet_buiten_de_demonstratie(monkeypatch, opdracht):
    monkeypatch.setattr(settings, "DEMONSTRATIE", False)
    with pytest.raises(NietToegestaan):
        antwoord(opdracht)
    assert not Statushouder.objects.exists()
