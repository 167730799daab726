"""Invented people in any number: as many as asked, the same for the same seed, and nothing that cannot be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Count, Min, Q

from dossiers.demo import verzonnen
from dossiers.demo.namen import NAMEN
from dossiers.models import Contactmoment, Gezinslid, Regie, Relatie, Signaal, Statushouder, Taak, Vestiging
from huisvesting import rules
from huisvesting.models import Plaatsing, Telling, Verwachting
from kern.bsn import bsn_geldig
from kern.leeftijd import leeftijd_max
from kern.opdrachten import Geweigerd
from tests.harnas.wereld import tot_het_eind
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol as Gebruikersrol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


def maak(personen: int, zaad: int = 1) -> dict:
    uit = StringIO()
    call_command("demo_gegevens", "--personen", str(personen), "--zaad", str(zaad), "--json", stdout=uit)
    return json.loads(uit.getvalue())


def eens(personen: int, zaad: int) -> str:
    """The fingerprint of loading this; all of it is taken back."""
    with transaction.atomic():
        vingerafdruk = maak(personen, zaad)["vingerafdruk"]
        transaction.set_rollback(True)
    return vingerafdruk


@pytest.mark.parametrize("aantal", [1, 2, 45])
def test_precies_zoveel(aantal):
    document = maak(aantal)
    assert list(document) == [
        "schema",
        "peildatum",
        "personen",
        "gezinnen",
        "zaad",
        "seconden",
        "vingerafdruk",
    ]
    assert document["personen"] == Statushouder.objects.count() == aantal
    connection.check_constraints()


@pytest.mark.parametrize("aantal", ["0", "-1", "1000001", "honderd", "1e3"])
def test_een_aantal_dat_niet_kan(aantal):
    with pytest.raises(Geweigerd, match=r"--personen: .* kan niet. Geef een aantal van 1 tot en met 1000000"):
        call_command("demo_gegevens", f"--personen={aantal}")


def test_de_databank_weet_hoeveel_rijen_er_zijn():
    """Else it walks whole tables for each row: the command asks as `staf`, which may not count."""
    maak(45)
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'dossiers_statushouder'::regclass")
        assert cursor.fetchone() == (45,)


def test_hetzelfde_zaad_geeft_dezelfde_personen():
    assert eens(60, 3) == eens(60, 3)
    assert len({eens(60, 3), eens(60, 4), eens(61, 3)}) == 3


def test_twee_keer_verandert_niets_en_een_ander_aantal_wordt_geweigerd():
    een = maak(30)
    assert {**maak(30), "seconden": 0} == {**een, "seconden": 0}
    with pytest.raises(Geweigerd, match="--personen: er zijn al 30 verzonnen personen"):
        maak(31)
    with pytest.raises(Geweigerd, match="--zaad: er zijn al verzonnen personen, met zaad 1"):
        maak(30, 2)
    with pytest.raises(Geweigerd, match="--personen"):
        call_command("demo_gegevens")
    assert Statushouder.objects.count() == 30


class TestInhoud:
    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def personen(cls, django_db_setup, django_db_blocker) -> Iterator[None]:
        """Four hundred, in portions, with caseworkers; made once."""
        with tot_het_eind(django_db_blocker), pytest.MonkeyPatch.context() as anders:
            anders.setattr(verzonnen, "PORTIE", 150)
            anders.setattr(verzonnen, "_EERSTE_PORTIE", 60)
            for _ in range(2):
                GebruikerFactory(rol=Gebruikersrol.KLANTREGISSEUR)
            maak(400)
            yield

    def test_elke_grens_van_de_databank_houdt(self):
        connection.check_constraints()

    def test_nummers_zijn_geldig_en_van_een_persoon(self):
        bsns = [persoon.bsn.ontsleutel() for persoon in Statushouder.objects.exclude(bsn_index=None)]
        assert len(bsns) > 300
        assert all(bsn_geldig(bsn) and bsn.startswith("9999") for bsn in bsns)
        vnummers = Statushouder.objects.exclude(vnummer=None).values_list("vnummer", flat=True)
        assert len(set(vnummers)) == len(vnummers) > 380

    def test_wie_een_woning_heeft_is_terug_te_vinden_bij_het_inlezen(self):
        """An exported placement names its person by V-nummer."""
        assert Plaatsing.objects.count() > 300
        assert not Plaatsing.objects.filter(statushouder__vnummer=None).exists()

    def test_niemand_is_twee_keer_dezelfde(self):
        zelfde = Statushouder.objects.values("achternaam", "voornamen", "geboren_vroegst", "geboren_laatst")
        assert not zelfde.order_by().annotate(n=Count("pk")).filter(n__gt=1).exists()

    def test_een_naam_komt_in_meer_spellingen_voor(self):
        namen = set(Statushouder.objects.values_list("voornamen", flat=True))
        groepen = {naam for taal in NAMEN.values() for naam in (*taal.mannen, *taal.vrouwen)}
        assert len([groep for groep in groepen if len(namen & set(groep)) > 1]) > 10

    def test_mensen_komen_gaan_en_komen_terug(self):
        assert Vestiging.objects.filter(tot__isnull=False).exclude(reden_vertrek="").exists()
        assert Statushouder.objects.annotate(n=Count("vestigingen")).filter(n=2).exists()
        assert Verwachting.objects.filter(verwacht_op__gt=MEI).exists()
        jaren = set(Vestiging.objects.values_list("van__year", flat=True))
        assert len(jaren) >= 6

    def test_niets_ligt_na_de_dag_van_de_demonstratie(self):
        assert not Vestiging.objects.filter(Q(van__gt=MEI) | Q(tot__gt=MEI)).exists()
        assert not Plaatsing.objects.filter(Q(van__gt=MEI) | Q(tot__gt=MEI)).exists()
        assert not Telling.objects.filter(telt_op__gt=MEI).exists()
        assert not Regie.objects.filter(van__gt=MEI).exists()
        assert not Gezinslid.objects.filter(van__gt=MEI).exists()

    def test_een_amv_is_minderjarig_als_hij_komt(self):
        amv = Statushouder.objects.filter(wijze_van_komst="amv").annotate(komt=Min("vestigingen__van"))
        leeftijden = {leeftijd_max(persoon.geboren, persoon.komt) for persoon in amv if persoon.komt}
        assert leeftijden
        assert leeftijden <= {15, 16, 17}

    def test_wie_meetelt_volgt_uit_de_regel(self):
        """Each count is that of the first placement that counts, and nobody who counts was passed over."""
        eerste = dict(
            Plaatsing.objects.order_by()
            .values_list("statushouder__lidmaatschappen__gezin")
            .annotate(op=Min("van"))
        )
        verwacht: dict[int, date] = {}
        for plaatsing in Plaatsing.objects.select_related("statushouder").order_by("van"):
            persoon = plaatsing.statushouder
            gezin_op = eerste[persoon.lidmaatschappen.get().gezin_id]
            oordeel = rules.telt_mee(
                vergunning=persoon.vergunning,
                wijze_van_komst=persoon.wijze_van_komst,
                opvang=persoon.opvang,
                geboren=persoon.geboren,
                gezin_gehuisvest_op=gezin_op if gezin_op < plaatsing.van else None,
                dag=plaatsing.van,
            )
            if oordeel.telt:
                verwacht.setdefault(persoon.pk, plaatsing.van)
        assert dict(Telling.objects.values_list("statushouder", "telt_op")) == verwacht
        assert 0 < len(verwacht) < 400

    def test_wat_is_vastgelegd(self):
        assert Contactmoment.objects.count() > 300
        assert Contactmoment.objects.filter(op__gt=MEI).exists()
        assert Taak.objects.filter(gedaan_op=None).exists()
        assert Signaal.objects.exists()
        assert Regie.objects.filter(regisseur=None).exists()
        assert Regie.objects.exclude(regisseur=None).count() > 300

    def test_een_ouder_is_ouder(self):
        ouders = Relatie.objects.filter(soort="ouder").select_related("persoon", "verwant")
        assert len(ouders) > 50
        for relatie in ouders:
            if relatie.verwant.geboren_vroegst:
                assert relatie.verwant.geboren_vroegst.year + 15 < relatie.persoon.geboren_laatst.year
        assert Relatie.objects.filter(soort="referent").exists()


def test_zonder_gebruikers_staat_alles_in_de_werkvoorraad():
    maak(20)
    assert not Regie.objects.exclude(regisseur=None).exists()
    assert not Taak.objects.exists()
    assert not Signaal.objects.exists()


def test_gebruikers_veranderen_de_vingerafdruk_niet():
    zonder = eens(20, 1)
    GebruikerFactory(rol=Gebruikersrol.KLANTREGISSEUR)
    assert eens(20, 1) == zonder
