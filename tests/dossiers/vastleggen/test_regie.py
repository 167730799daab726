"""Whose case it is: one closes and the next opens, for all at once, and never nobody."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from dossiers import actions, figures
from dossiers.models import Regie, Waarneming
from kern.weigering import Verouderd
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
VANDAAG = date(2017, 5, 1)
DAG = timedelta(days=1)


def rijen(persoon) -> list[tuple[str, date, date | None]]:
    verloop = Regie.objects.filter(statushouder=persoon).order_by("van", "pk")
    return [(str(rij.regisseur or "-"), rij.van, rij.tot) for rij in verloop]


def gezien(persoon) -> dict[str, str]:
    """What the page of handing over holds of the assignment that stands now."""
    rij = Regie.objects.get(statushouder=persoon, tot=None)
    return {"versie": str(rij.versie), "toewijzing": str(rij.pk)}


def wie_op(persoon, dag: date) -> str:
    return str(figures.regie_op([persoon], dag)[persoon.pk].regisseur or "-")


@pytest.fixture
def anna(db):
    return GebruikerFactory(naam="Anna")


@pytest.fixture
def bert(db):
    return GebruikerFactory(naam="Bert")


class TestWijsToe:
    def test_de_een_sluit_en_de_ander_begint(self, persoon, anna):
        actions.wijs_toe([persoon], regisseur=anna, van=VANDAAG)
        assert rijen(persoon) == [("-", date(2017, 1, 1), VANDAAG), ("Anna", VANDAAG, None)]
        assert [wie_op(persoon, VANDAAG + verschil) for verschil in (-DAG, 0 * DAG, DAG)] == [
            "-",
            "Anna",
            "Anna",
        ]

    def test_terug_naar_de_werkvoorraad(self, persoon, anna):
        actions.wijs_toe([persoon], regisseur=anna, van=date(2017, 2, 1))
        actions.wijs_toe([persoon], regisseur=None, van=VANDAAG)
        assert wie_op(persoon, VANDAAG) == "-"

    def test_dezelfde_regisseur_verandert_niets(self, persoon, anna):
        actions.wijs_toe([persoon], regisseur=anna, van=date(2017, 2, 1))
        assert actions.wijs_toe([persoon], regisseur=anna, van=VANDAAG) == []
        assert rijen(persoon)[-1] == ("Anna", date(2017, 2, 1), None)

    def test_twee_keer_op_een_dag(self, persoon, anna, bert):
        actions.wijs_toe([persoon], regisseur=anna, van=VANDAAG)
        actions.wijs_toe([persoon], regisseur=bert, van=VANDAAG)
        assert wie_op(persoon, VANDAAG) == "Bert"
        assert rijen(persoon)[1] == ("Anna", VANDAAG, VANDAAG)

    def test_niet_voor_het_begin_van_de_lopende(self, persoon, anna, bert):
        actions.wijs_toe([persoon], regisseur=anna, van=VANDAAG)
        with pytest.raises(ValidationError) as fout:
            actions.wijs_toe([persoon], regisseur=bert, van=VANDAAG - DAG, op=VANDAAG)
        zin = f"De regie van dossier {persoon.nummer} begon op 1-5-2017. Kies die dag of een dag daarna."
        assert fout.value.message_dict == {"van": [zin]}

    def test_wat_vooruit_was_gepland_wijkt(self, persoon, anna, bert):
        juni = date(2017, 6, 1)
        actions.wijs_toe([persoon], regisseur=anna, van=juni)
        with pytest.raises(ValidationError):
            actions.wijs_toe([persoon], regisseur=bert, van=VANDAAG)
        actions.wijs_toe([persoon], regisseur=bert, van=VANDAAG, op=VANDAAG)
        assert [wie_op(persoon, dag) for dag in (VANDAAG - DAG, VANDAAG, juni)] == ["-", "Bert", "Bert"]
        assert ("Anna", juni, juni) in rijen(persoon)

    def test_wie_het_had_kan_het_houden_ook_na_een_plan(self, persoon, anna, bert):
        actions.wijs_toe([persoon], regisseur=anna, van=date(2017, 2, 1))
        actions.wijs_toe([persoon], regisseur=bert, van=date(2017, 6, 1))
        assert actions.wijs_toe([persoon], regisseur=anna, van=VANDAAG, op=VANDAAG) == []
        assert wie_op(persoon, date(2017, 7, 1)) == "Anna"
        assert Regie.objects.filter(statushouder=persoon, tot=None).count() == 1

    @pytest.mark.parametrize("rol", [Rol.CONSULENT, Rol.FINANCIEN])
    def test_alleen_wie_dossiers_mag_wijzigen(self, persoon, rol):
        with pytest.raises(ValidationError) as fout:
            actions.wijs_toe([persoon], regisseur=GebruikerFactory(rol=rol), van=VANDAAG)
        assert set(fout.value.error_dict) == {"regisseur"}

    def test_een_die_niet_kan_houdt_alles_tegen(self, anna):
        goed, begonnen = StatushouderFactory.create_batch(2)
        actions.wijs_toe([begonnen], regisseur=anna, van=date(2017, 6, 1))
        with pytest.raises(ValidationError):
            actions.wijs_toe([goed, begonnen], regisseur=None, van=VANDAAG, op=date(2017, 7, 1))
        assert len(rijen(goed)) == 1

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_evenveel_vragen_voor_1_en_50(self, anna, aantal, django_assert_num_queries):
        personen = StatushouderFactory.create_batch(aantal)
        with django_assert_num_queries(17):
            actions.wijs_toe(personen, regisseur=anna, van=VANDAAG, op=VANDAAG)
        assert Regie.objects.filter(regisseur=anna).count() == aantal


class TestNooitNiemand:
    """What the database holds, past every action: with the guard off it would go wrong."""

    def sluit(self, persoon):
        with transaction.atomic(), connection.cursor() as cursor:
            Regie.objects.filter(statushouder=persoon).update(tot=VANDAAG)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def test_sluiten_zonder_opvolger_wordt_geweigerd(self, persoon):
        with pytest.raises(IntegrityError, match="heeft geen regisseur"):
            self.sluit(persoon)
        assert Regie.objects.filter(statushouder=persoon, tot=None).exists()

    def test_en_zonder_de_bewaking_zou_het_lukken(self, persoon):
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            cursor.execute("ALTER TABLE dossiers_regie DISABLE TRIGGER dossier_houdt_regisseur")
        self.sluit(persoon)
        assert not Regie.objects.filter(statushouder=persoon, tot=None).exists()


class TestOverdragen:
    def test_de_bladzijde_draagt_het_hele_gezin_over(self, client, ik, persoon, bert):
        gezin = GezinFactory()
        GezinslidFactory(gezin=gezin, statushouder=persoon)
        kind = GezinslidFactory(gezin=gezin, rol="kind").statushouder
        adres = f"/dossiers/{persoon.sleutel}/overdragen/"
        assert "Ook voor het andere gezinslid" in client.get(adres).content.decode()
        data = {"regisseur": str(bert.pk), "van": "1-5-2017", "heel_gezin": "on"}
        antwoord = client.post(adres, data | gezien(persoon))
        assert antwoord.url == persoon.get_absolute_url()
        assert [wie_op(wie, VANDAAG) for wie in (persoon, kind)] == ["Bert", "Bert"]

    def test_of_alleen_dit_dossier(self, client, ik, persoon, bert):
        gezin = GezinFactory()
        GezinslidFactory(gezin=gezin, statushouder=persoon)
        kind = GezinslidFactory(gezin=gezin, rol="kind").statushouder
        data = {"regisseur": str(bert.pk), "van": "1-5-2017", **gezien(persoon)}
        client.post(f"/dossiers/{persoon.sleutel}/overdragen/", data)
        assert [wie_op(wie, VANDAAG) for wie in (persoon, kind)] == ["Bert", "-"]

    def test_een_collega_was_eerder(self, client, ik, persoon, anna, bert):
        actions.wijs_toe([persoon], regisseur=anna, van=date(2017, 4, 3))
        adres = f"/dossiers/{persoon.sleutel}/overdragen/"
        data = {"regisseur": str(bert.pk), "van": "1-5-2017", **gezien(persoon)}
        actions.wijs_toe([persoon], regisseur=ik, van=date(2017, 4, 4))
        antwoord = client.post(adres, data)  # the row that stands now is another, in the same version
        assert wie_op(persoon, VANDAAG) == str(ik)
        tekst = antwoord.content.decode()
        assert "<td>Bert</td>" in tekst
        assert f"<td>{ik}</td>" in tekst
        verborgen = {veld.name: veld.data for veld in antwoord.context["form"].hidden_fields()}
        client.post(adres, data | verborgen)
        assert wie_op(persoon, VANDAAG) == "Bert"

    @pytest.mark.parametrize("zonder", ["versie", "toewijzing"])
    def test_een_pagina_die_niet_heel_is_verstuurd_draagt_niets_over(self, client, ik, persoon, bert, zonder):
        data = {"regisseur": str(bert.pk), "van": "1-5-2017", **gezien(persoon)}
        del data[zonder]
        tekst = client.post(f"/dossiers/{persoon.sleutel}/overdragen/", data).content.decode()
        assert "Deze pagina is niet volledig verstuurd" in tekst
        assert wie_op(persoon, VANDAAG) == "-"

    def test_heel_het_gezin_wordt_eerst_vergrendeld(self, persoon, bert):
        """From whichever page of the family: else two who hand it over at once wait for each other for ever.

        In which order, says the database (`wi_vergrendel`): see tests/dossiers/toegang/test_tegelijk.py.
        """
        ander = StatushouderFactory()
        for eerst, dan in ((persoon, ander), (ander, persoon)):
            regie = Regie.objects.get(statushouder=eerst, tot=None)
            with CaptureQueriesContext(connection) as gevangen:
                actions.draag_regie_over(
                    [eerst, dan], regie=regie, versie=regie.versie, regisseur=bert, van=VANDAAG, op=VANDAAG
                )
            gedaan = [vraag["sql"] for vraag in gevangen]
            slot = next(plaats for plaats, sql in enumerate(gedaan) if "wi_vergrendel" in sql)
            assert f"ARRAY[{eerst.pk},{dan.pk}]" in gedaan[slot]
            assert [sql for sql in gedaan[:slot] if "UPDATE" in sql] == []

    def test_de_actie_ziet_een_andere_rij(self, persoon, anna, bert):
        gezien = Regie.objects.get(statushouder=persoon)
        actions.wijs_toe([persoon], regisseur=anna, van=VANDAAG)
        with pytest.raises(Verouderd) as fout:
            actions.draag_regie_over(
                [persoon], regie=gezien, versie=1, regisseur=bert, van=VANDAAG, op=VANDAAG
            )
        assert str(fout.value.actueel.regisseur) == "Anna"


class TestWaarnemer:
    @pytest.mark.parametrize(
        ("dag", "neemt_waar"),
        [
            (date(2017, 5, 7), False),
            (date(2017, 5, 8), True),
            (date(2017, 5, 12), True),
            (date(2017, 5, 13), False),
        ],
    )
    def test_van_de_eerste_tot_en_met_de_laatste_dag(self, persoon, anna, bert, dag, neemt_waar):
        actions.wijs_toe([persoon], regisseur=anna, van=VANDAAG)
        actions.neem_waar(
            afwezige=anna, waarnemer=bert, van=date(2017, 5, 8), tot=date(2017, 5, 13), op=VANDAAG
        )
        regie = figures.regie_op([persoon], dag)[persoon.pk]
        assert (regie.waarnemer == bert) == neemt_waar
        assert regie.regisseur == anna

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_drie_vragen_voor_1_en_50(self, anna, bert, aantal, django_assert_num_queries):
        personen = StatushouderFactory.create_batch(aantal)
        actions.wijs_toe(personen, regisseur=anna, van=VANDAAG)
        Waarneming.objects.create(afwezige=anna, waarnemer=bert, van=VANDAAG, tot=VANDAAG + DAG)
        with django_assert_num_queries(3):
            assert len(figures.regie_op(personen, VANDAAG)) == aantal


class TestBijRegistreren:
    def invoer(self, **anders: str) -> dict[str, str]:
        gezin = {"naam": "El Khatib", "wijze_van_komst": "nareiziger", "opvang": "azc", "tolktaal": ""}
        persoon = {"voornamen": "Mohamad", "achternaam": "El Khatib", "geboren": "1981", "geslacht": "M"}
        persoon |= {"nationaliteit": "Syrische", "vergunning": "asiel", "rol": "hoofd"}
        vast = {f"p-0-{naam}": waarde for naam, waarde in persoon.items()}
        return {**gezin, **vast, "p-TOTAL_FORMS": "1", "p-INITIAL_FORMS": "0", **anders}

    @pytest.mark.parametrize(("rol", "zelf"), [(Rol.KLANTREGISSEUR, True), (Rol.COORDINATOR, False)])
    def test_de_klantregisseur_staat_er_al(self, client, rol, zelf):
        client.force_login(wie := GebruikerFactory(rol=rol))
        form = client.get("/dossiers/registreren/").context["form"]
        assert (form["regisseur"].value() == wie.pk) == zelf
        assert "Nog niet toegewezen" in str(form["regisseur"])

    @pytest.mark.parametrize("gekozen", [True, False])
    def test_wie_gekozen_is_krijgt_het_dossier(self, client, ik, bert, gekozen):
        client.post("/dossiers/registreren/", self.invoer(regisseur=str(bert.pk) if gekozen else ""))
        assert Regie.objects.get().regisseur == (bert if gekozen else None)

    def test_een_nieuw_gezinslid_krijgt_de_regisseur_van_het_gezin(self, client, ik, persoon, bert):
        GezinslidFactory(statushouder=persoon)
        actions.wijs_toe([persoon], regisseur=bert, van=VANDAAG)
        form = client.get(f"/dossiers/{persoon.sleutel}/gezinslid/").context["form"]
        assert form["regisseur"].value() == bert.pk

    def test_wie_geen_dossiers_mag_wijzigen_kan_niet_gekozen_worden(self, client, ik):
        ander = GebruikerFactory(rol=Rol.CONSULENT)
        antwoord = client.post("/dossiers/registreren/", self.invoer(regisseur=str(ander.pk)))
        assert "regisseur" in antwoord.context["form"].errors
