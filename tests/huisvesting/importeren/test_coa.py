"""COA's list: read in, taken back, beside our count."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from huisvesting.figures.coa import Vergelijking, verschilrijen
from huisvesting.models import CoaRegel
from huisvesting.tasks import hertel
from kern.cellen import heel
from kern.contract import Peiling
from kern.namens import namens
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import CoaRegelFactory, PlaatsingFactory
from tests.huisvesting.importeren.conftest import VANDAAG, fouten, opzij, tellingen
from tests.toegang.factories import GebruikerFactory
from uitwisseling import actions

KOLOMMEN = (
    "vnummer",
    "achternaam",
    "voornamen",
    "geboortedatum",
    "koppeldatum",
    "gehuisvest_op",
    "gezinsgrootte",
)
RIJ = {"vnummer": "2741603318", "achternaam": "Barakat", "voornamen": "Nour", "gehuisvest_op": "28-03-2017"}


def als_bestand(*rijen: dict[str, str]) -> ContentFile:
    regels = [";".join(KOLOMMEN), *(";".join({**RIJ, **rij}.get(k, "") for k in KOLOMMEN) for rij in rijen)]
    return ContentFile("\r\n".join(regels).encode(), name="coa.csv")


@pytest.fixture
def importeer(db):
    def lees(*rijen, gebruiker=None):
        inlezing = actions.lees_in("coa", als_bestand(*rijen), gebruiker=gebruiker, op=VANDAAG)
        return actions.sla_op(inlezing, op=VANDAAG, goede_rijen=True)

    return lees


def test_een_bekende_persoon_houdt_alleen_de_dagen_van_coa(importeer, persoon):
    inlezing = importeer({"koppeldatum": "06-02-2017", "gezinsgrootte": "4"})
    rij = CoaRegel.objects.get()
    assert (rij.statushouder, rij.gehuisvest_op, rij.koppeldatum, rij.gezinsgrootte) == (
        persoon,
        date(2017, 3, 28),
        date(2017, 2, 6),
        4,
    )
    assert (rij.achternaam, rij.voornamen) == ("", "")
    assert (tellingen(inlezing)["nieuw"], opzij(inlezing)) == (1, [])


def test_een_onbekend_vnummer_wordt_bewaard_en_opzijgezet(importeer):
    inlezing = importeer({"geboortedatum": "00-02-1981"})
    rij = CoaRegel.objects.get()
    assert (rij.statushouder, rij.achternaam, rij.voornamen) == (None, "Barakat", "Nour")
    assert (rij.geboren_vroegst, rij.geboren_laatst) == (date(1981, 2, 1), date(1981, 2, 28))
    assert (tellingen(inlezing)["nieuw"], opzij(inlezing)) == (1, [(2, "coa_onbekend")])


def test_hetzelfde_bestand_twee_keer_verandert_niets(importeer, persoon):
    rijen = ({}, {"vnummer": "2741603319", "geboortedatum": "14-02-1981"})
    importeer(*rijen)
    weer = importeer(*rijen)
    assert tellingen(weer) == {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 2, "fout": 0}
    assert (opzij(weer), CoaRegel.objects.count()) == ([], 2)


def test_een_andere_dag_is_een_wijziging_en_een_lege_cel_niet(importeer, persoon):
    importeer({})
    assert tellingen(importeer({"gehuisvest_op": "29-03-2017"}))["gewijzigd"] == 1
    assert tellingen(importeer({"gehuisvest_op": ""}))["ongewijzigd"] == 1
    rij = CoaRegel.objects.get()
    assert (rij.gehuisvest_op, rij.versie) == (date(2017, 3, 29), 2)


def test_terugnemen(importeer, persoon):
    eerst = importeer({}, {"vnummer": "2741603319"})
    daarna = importeer({"gehuisvest_op": "29-03-2017"}, {"vnummer": "2741603319"})
    assert actions.maak_ongedaan(daarna, gebruiker=None, op=VANDAAG).behouden == []
    assert CoaRegel.objects.get(statushouder=persoon).gehuisvest_op == date(2017, 3, 28)
    actions.maak_ongedaan(eerst, gebruiker=None, op=VANDAAG)
    assert not CoaRegel.objects.filter(vnummer="2741603319").exists()


def test_wie_later_een_dossier_krijgt_wordt_herkend(importeer):
    importeer({})
    persoon = StatushouderFactory(vnummer=RIJ["vnummer"])
    assert tellingen(importeer({}))["gewijzigd"] == 1
    assert CoaRegel.objects.get().statushouder == persoon


@pytest.mark.parametrize(
    ("rij", "kolom", "code"),
    [
        ({"vnummer": ""}, "vnummer", "ontbreekt"),
        ({"gehuisvest_op": "31-02-2017"}, "gehuisvest_op", "datum_ongeldig"),
        ({"koppeldatum": "29-03-2017"}, "gehuisvest_op", "gehuisvest_voor_koppeling"),
        ({"gezinsgrootte": "0"}, "gezinsgrootte", "getal_ongeldig"),
        ({"gezinsgrootte": "51"}, "gezinsgrootte", "getal_ongeldig"),
        ({"gezinsgrootte": "vier"}, "gezinsgrootte", "getal_ongeldig"),
        ({"geboortedatum": "02-05-2017"}, "geboortedatum", "geboortedatum_toekomst"),
    ],
)
def test_fouten_bij_rij_en_kolom(importeer, rij, kolom, code):
    inlezing = importeer(rij)
    assert fouten(inlezing) == [(2, kolom, code)]
    assert not CoaRegel.objects.exists()


@pytest.mark.parametrize(("koppeldatum", "mag"), [("27-03-2017", True), ("28-03-2017", True)])
def test_gehuisvest_op_de_koppeldatum_mag(importeer, koppeldatum, mag):
    assert (fouten(importeer({"koppeldatum": koppeldatum})) == []) is mag


def test_een_persoon_staat_een_keer_in_het_bestand(importeer, persoon):
    assert fouten(importeer({}, {})) == [(3, "vnummer", "dubbel_in_bestand")]


def test_een_afgeschermd_dossier_is_niet_in_te_lezen_door_wie_er_niet_van_weet(db):
    StatushouderFactory(vnummer=RIJ["vnummer"], afgeschermd=True)
    ik = GebruikerFactory()
    with namens(ik, op=VANDAAG):
        inlezing = actions.lees_in("coa", als_bestand({}), gebruiker=ik, op=VANDAAG)
    assert fouten(inlezing) == [(2, "vnummer", "nummer_niet_in_te_lezen")]


class TestVergelijking:
    """As many as 20 rows: two other dates, one unknown, and all the rest the same."""

    @pytest.fixture
    def negentien(self, db):
        personen = [StatushouderFactory(vnummer=f"27416040{nummer:02d}") for nummer in range(19)]
        for nummer, persoon in enumerate(personen):
            PlaatsingFactory(statushouder=persoon, van=date(2017, 1, 2 + nummer))
        PlaatsingFactory.create_batch(3, van=date(2016, 5, 1))  # the list is not about them
        hertel()
        return personen

    def lijst(self, personen) -> list[dict[str, str]]:
        rijen = [
            {"vnummer": persoon.vnummer, "gehuisvest_op": f"{2 + nummer:02d}-01-2017"}
            for nummer, persoon in enumerate(personen)
        ]
        rijen[3]["gehuisvest_op"] = "02-05-2017"  # after the peildatum
        rijen[7]["gehuisvest_op"] = "30-12-2016"  # in another period
        return [*rijen, {"vnummer": "2799999999", "gehuisvest_op": "03-02-2017"}]

    @pytest.mark.usefixtures("periodes")
    def test_precies_die_drie_met_hun_reden(self, importeer, negentien):
        assert tellingen(importeer(*self.lijst(negentien)))["nieuw"] == 20
        vergelijking = Vergelijking(VANDAAG)
        assert [(rij.dossier, rij.wij, rij.coa, rij.reden) for rij in vergelijking.verschillen] == [
            (
                negentien[3].nummer,
                date(2017, 1, 5),
                date(2017, 5, 2),
                "Andere datum: bij ons 5-1-2017, bij COA 2-5-2017.",
            ),
            (
                negentien[7].nummer,
                date(2017, 1, 9),
                date(2016, 12, 30),
                "Andere datum: bij ons 9-1-2017, bij COA 30-12-2016.",
            ),
            (None, None, date(2017, 2, 3), "Onbekend bij ons: er is geen dossier met dit V-nummer."),
        ]
        assert [vergelijking.telling_coa(code) for code in ("2016", "2017-H1", "2017-H2")] == [None, 18, None]

    @pytest.mark.usefixtures("periodes")
    def test_zonder_lijst_is_er_geen_telling(self, negentien):
        vergelijking = Vergelijking(VANDAAG)
        assert (vergelijking.telling_coa("2017-H1"), vergelijking.verschillen) == (None, [])

    def test_wie_niet_op_de_lijst_staat(self, importeer, negentien):
        importeer(*[rij for rij in self.lijst(negentien) if rij["vnummer"] != negentien[5].vnummer])
        redenen = {rij.dossier: rij.reden for rij in Vergelijking(VANDAAG).verschillen}
        assert redenen[negentien[5].nummer] == "Staat niet op de lijst van COA."
        assert len(redenen) == 4

    def test_wie_bij_ons_niet_telt_met_de_regel(self, importeer):
        regulier = StatushouderFactory(vnummer="2741604100", vergunning="regulier")
        zonder = StatushouderFactory(vnummer="2741604101")
        PlaatsingFactory(statushouder=regulier, van=date(2017, 3, 28))
        importeer({"vnummer": regulier.vnummer}, {"vnummer": zonder.vnummer})
        assert {rij.dossier: rij.reden for rij in Vergelijking(VANDAAG).verschillen} == {
            regulier.nummer: "Telt bij ons niet mee. Geen asielvergunning, maar een reguliere vergunning. (H6)",
            zonder.nummer: "Telt bij ons niet mee. Kreeg geen woning van de gemeente. (H6)",
        }

    def test_wie_coa_nog_niet_als_gehuisvest_heeft(self, importeer, persoon):
        PlaatsingFactory(statushouder=persoon, van=date(2017, 3, 28))
        hertel()
        importeer({"gehuisvest_op": ""})
        [rij] = Vergelijking(VANDAAG).verschillen
        assert rij.reden == "COA heeft nog geen dag waarop deze persoon is gehuisvest."

    def test_een_dag_verder_telt_bij_coa_wel(self, importeer, persoon):
        """Both counted by then: the days still differ."""
        PlaatsingFactory(statushouder=persoon, van=date(2017, 4, 21))
        hertel()
        importeer({"gehuisvest_op": "02-05-2017"})
        assert [Vergelijking(date(2017, 5, dag)).telling_coa("2017-H1") for dag in (1, 2, 3)] == [0, 1, 1]
        assert len(Vergelijking(date(2017, 5, 3)).verschillen) == 1
        assert Vergelijking(date(2017, 4, 20)).verschillen == []

    @pytest.mark.parametrize("aantal", [1, 50])
    @pytest.mark.usefixtures("periodes")
    def test_kost_altijd_evenveel_queries(self, aantal, django_assert_num_queries, client):
        for rij in PlaatsingFactory.create_batch(aantal, van=date(2017, 3, 28)):
            CoaRegelFactory(statushouder=rij.statushouder, gehuisvest_op=date(2017, 4, 1))
        hertel()
        # periods, rows of the list, counts, persons
        with django_assert_num_queries(4):
            assert len(Vergelijking(VANDAAG).verschillen) == aantal
        client.force_login(GebruikerFactory())
        # session, user, those four, the ledger
        with django_assert_num_queries(7):
            antwoord = client.get("/huisvesting/taakstelling/coa/")
        assert antwoord.context["paginator"].count == aantal

    def test_de_tabel_voor_coa(self, importeer):
        importeer({})
        assert list(verschilrijen(Peiling.op(VANDAAG))) == [
            [
                None,
                "2741603318",
                "Barakat",
                "Nour",
                None,
                date(2017, 3, 28),
                "Onbekend bij ons: er is geen dossier met dit V-nummer.",
            ]
        ]


@pytest.mark.usefixtures("periodes")
def test_de_pagina_toont_wie_het_zijn_en_laat_ze_meenemen(client, importeer, persoon):
    client.force_login(GebruikerFactory())
    leeg = client.get("/huisvesting/taakstelling/coa/").content.decode()
    assert "Nog geen lijst van COA" in leeg
    PlaatsingFactory(statushouder=persoon, van=date(2017, 3, 27))
    hertel()
    importeer({}, {"vnummer": "2741603319", "achternaam": "Tesfay", "voornamen": "Sami"})
    tekst = client.get("/huisvesting/taakstelling/coa/").content.decode()
    assert heel("Andere datum: bij ons 27-3-2017, bij COA 28-3-2017.") in tekst
    assert "Tesfay, Sami" in tekst
    assert "V-nummer 2741603319" in tekst
    assert reverse("uitwisseling:export", args=["verschil_coa", "xlsx"]) in tekst
