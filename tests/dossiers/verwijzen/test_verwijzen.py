"""Asking an organisation: what can be asked, what the partner sees of it, and never twice the same."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from dossiers.models import Doorverwijzing, Grondslag, Verwijsstand
from tests.dossiers.factories import DoorverwijzingFactory, GezinslidFactory, StatushouderFactory
from tests.dossiers.verwijzen.conftest import DAG, scherm_af
from tests.huisvesting.factories import PlaatsingFactory, WoningFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
GISTEREN, MORGEN = DAG - timedelta(days=1), DAG + timedelta(days=1)


def fouten(vraag, **gegevens) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as weigering:
        vraag(**gegevens)
    assert not Doorverwijzing.objects.exists()
    return weigering.value.message_dict


def test_een_vraag_aan_een_organisatie(vraag, rima, organisatie, marieke):
    verwijzing = vraag()
    verwijzing.refresh_from_db()
    assert (verwijzing.statushouder, verwijzing.gezin, verwijzing.organisatie) == (rima, None, organisatie)
    assert (verwijzing.van, verwijzing.gevraagd_op, verwijzing.gevraagd_door) == (DAG, DAG, marieke)
    assert verwijzing.grondslag == Grondslag.TAAK
    assert verwijzing.stand_op(DAG) == Verwijsstand.GEVRAAGD
    assert verwijzing.events.count() == 1


def test_met_het_gezin_ook_wie_later_komt(vraag, rima, gezin, els):
    verwijzing = vraag(heel_gezin=True)
    assert (verwijzing.statushouder, verwijzing.gezin) == (None, gezin)


def test_zonder_gezin_kan_het_niet_voor_het_gezin(vraag):
    alleen = StatushouderFactory()
    assert list(fouten(vraag, persoon=alleen, heel_gezin=True)) == ["heel_gezin"]


class TestMinimaleKaart:
    """No name, no number, no address."""

    def test_van_een_gezin(self, vraag, rima, lina):
        PlaatsingFactory(statushouder=rima, woning=WoningFactory(wijk="Kerkehout", straat="Duinweg"), van=DAG)
        kaart = vraag(heel_gezin=True).kaart
        assert kaart == {
            "personen": 2,
            "leeftijden": ["36", "7"],
            "tolktalen": ["Arabisch"],
            "wijk": "Kerkehout",
            "onderwerpen": ["Algemeen"],
        }

    def test_geen_naam_nummer_of_adres(self, vraag, rima, lina):
        rima.bsn, rima.bsn_index, rima.vnummer = "123456782", "x", "2741603321"
        rima.save()
        PlaatsingFactory(statushouder=rima, woning=WoningFactory(straat="Duinweg"), van=DAG)
        tekst = json.dumps(vraag(heel_gezin=True).kaart)
        for geheim in ("Rima", "Haddad", "123456782", "2741603321", "0612340021", "Duinweg", rima.nummer):
            assert geheim not in tekst

    def test_van_een_persoon_alleen_die_persoon(self, vraag, lina):
        assert vraag().kaart["personen"] == 1

    def test_een_onbekende_leeftijd(self, vraag, gezin, rima):
        jaar = StatushouderFactory(geboren_vroegst=date(2000, 1, 1), geboren_laatst=date(2000, 12, 31))
        niets = StatushouderFactory(geboren_vroegst=None, geboren_laatst=None)
        for persoon in (jaar, niets):
            GezinslidFactory(gezin=gezin, statushouder=persoon, rol="kind")
        assert vraag(heel_gezin=True).kaart["leeftijden"] == ["36", "16 of 17", "onbekend"]

    def test_wie_is_afgeschermd_telt_niet_mee(self, vraag, gezin, rima):
        GezinslidFactory(gezin=gezin, statushouder=StatushouderFactory(afgeschermd=True), rol="kind")
        assert vraag(heel_gezin=True).kaart["personen"] == 1

    def test_verandert_niet_meer(self, vraag, lina):
        verwijzing = vraag(heel_gezin=True)
        GezinslidFactory(gezin=verwijzing.gezin, rol="kind")
        verwijzing.refresh_from_db()
        assert verwijzing.kaart["personen"] == 2

    def test_de_leeftijd_is_die_van_de_dag(self, vraag, lina):
        assert vraag(persoon=lina, op=MORGEN).kaart["leeftijden"] == ["8"]


class TestWatNietKan:
    """Each at its field, and nothing is saved."""

    @pytest.mark.parametrize(
        ("van", "tot", "velden"),
        [
            (GISTEREN, MORGEN, ["van"]),
            (DAG, DAG, []),
            (MORGEN, MORGEN, []),
            (MORGEN, DAG, ["tot_en_met"]),
            (DAG, GISTEREN, ["tot_en_met"]),
        ],
    )
    def test_de_dagen(self, vraag, van, tot, velden):
        if velden:
            assert list(fouten(vraag, van=van, tot_en_met=tot)) == velden
        else:
            assert vraag(van=van, tot_en_met=tot).pk

    @pytest.mark.parametrize("domeinen", [[], ["bestaat_niet"], ["financien"], ["dossiers", "toegang"]])
    def test_de_onderwerpen(self, vraag, domeinen):
        assert list(fouten(vraag, domeinen=domeinen)) == ["domeinen"]

    @pytest.mark.parametrize("heel_gezin", [False, True])
    def test_een_afgeschermd_dossier(self, vraag, rima, lina, marieke, heel_gezin):
        """A family as soon as, and not before, nobody of it is left to show."""
        scherm_af(marieke, rima, *([lina] if heel_gezin else []))
        rima.refresh_from_db()
        with pytest.raises(ValidationError, match=r"is afgeschermd\. Hef eerst de afscherming op, of noem"):
            vraag(heel_gezin=heel_gezin)
        assert not Doorverwijzing.objects.exists()

    def test_een_gezin_met_een_lid_dat_is_afgeschermd(self, vraag, rima, lina, marieke):
        scherm_af(marieke, rima)
        assert vraag(heel_gezin=True).kaart["leeftijden"] == ["7"]

    @pytest.mark.parametrize("doel", ["", "  "])
    def test_zonder_doel(self, vraag, doel):
        assert list(fouten(vraag, doel=doel)) == ["doel"]

    def test_een_organisatie_die_niet_meedoet(self, vraag):
        weg = OrganisatieFactory()
        assert list(fouten(vraag, organisatie=weg)) == ["organisatie"]
        gemeente = OrganisatieFactory(naam="Gemeente Wassenaar", rol="regie", van_plan=True)
        assert list(fouten(vraag, organisatie=gemeente)) == ["organisatie"]

    def test_een_organisatie_buiten_het_plan_met_een_gebruiker_doet_mee(self, vraag):
        nieuw = OrganisatieFactory()
        GebruikerFactory(rol=Rol.PARTNER, organisatie=nieuw)
        assert vraag(organisatie=nieuw).pk

    def test_alles_wat_fout_is_tegelijk(self, vraag):
        assert set(fouten(vraag, doel="", domeinen=[], tot_en_met=GISTEREN)) == {
            "doel",
            "domeinen",
            "tot_en_met",
        }


class TestNooitTweeKeer:
    """One referral of the same subject to the same organisation at a time."""

    def test_dezelfde_vraag_nog_eens_is_dezelfde_verwijzing(self, vraag):
        assert vraag().pk == vraag().pk
        assert Doorverwijzing.objects.count() == 1

    @pytest.mark.parametrize(
        ("van", "mag"),
        [(date(2017, 10, 30), False), (date(2017, 10, 31), False), (date(2017, 11, 1), True)],
    )
    def test_een_andere_vraag_op_dezelfde_dagen(self, vraag, van, mag):
        vraag()
        if mag:
            assert vraag(van=van, tot_en_met=date(2018, 1, 1)).pk
            return
        with pytest.raises(ValidationError, match="al gevraagd"):
            vraag(van=van, tot_en_met=date(2018, 1, 1))
        assert Doorverwijzing.objects.count() == 1

    def test_na_afwijzen_of_intrekken_mag_het_weer(self, vraag):
        DoorverwijzingFactory(**wie(vraag()), **DICHT, aangenomen_op=None)
        assert Doorverwijzing.objects.count() == 2

    def test_een_ander_of_het_hele_gezin_staat_er_los_van(self, vraag, lina):
        vraag()
        vraag(persoon=lina)
        vraag(heel_gezin=True)
        with pytest.raises(ValidationError, match="al gevraagd"):
            vraag(heel_gezin=True, doel="Iets anders")
        assert Doorverwijzing.objects.count() == 3


DICHT = {"afgewezen_op": DAG, "reden": "Geen plaats"}


def wie(verwijzing: Doorverwijzing) -> dict:
    return {"statushouder": verwijzing.statushouder, "organisatie": verwijzing.organisatie}


@pytest.mark.parametrize(
    "fout",
    [
        {"tot_en_met": date(2016, 12, 31)},
        {"aangenomen_op": date(2018, 1, 1)},
        {"afgewezen_op": DAG, "aangenomen_op": None},
        {"beeindigd_op": DAG},
        {"einde": "ingetrokken"},
        {"domeinen": []},
        {"statushouder": None},
    ],
)
def test_de_databank_houdt_het_ook(rima, organisatie, fout):
    DoorverwijzingFactory(organisatie=organisatie)
    with pytest.raises(IntegrityError), transaction.atomic():
        DoorverwijzingFactory(**{"statushouder": rima, "organisatie": organisatie} | fout)


@pytest.mark.parametrize(
    "anders",
    [
        {"aangenomen_op": DAG},
        {"afgewezen_op": None, "aangenomen_op": DAG},
        {"beeindigd_op": None, "einde": ""},
    ],
)
def test_een_antwoord_blijft_in_de_databank(rima, anders):
    rij = DoorverwijzingFactory(
        statushouder=rima, beeindigd_op=DAG, einde="ingetrokken", aangenomen_op=None, reden="Verhuisd"
    )
    with pytest.raises(IntegrityError, match="al beantwoord"), transaction.atomic():
        Doorverwijzing.objects.filter(pk=rij.pk).update(**anders)
    connection.check_constraints()
