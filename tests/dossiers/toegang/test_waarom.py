"""Why this user sees this dossier: the grant, its basis and its last day, on the page and as a rule."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dossiers.figures.waarom import waarom
from dossiers.models import Inzagerecht, Regie, Waarneming
from dossiers.rules.waarom import Bekend, Spanne, Verwezen, gronden
from kern.leeftijd import Geboortedatum
from kern.namens import namens
from tests.dossiers.factories import DoorverwijzingFactory, GezinslidFactory, StatushouderFactory
from tests.harnas.vragen import gevraagd
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol
from toegang.rules import Bereik

MEI = date(2017, 5, 1)
DAG = timedelta(days=1)
ONBEKEND = Geboortedatum.onbekend()


def bekend(bereik: Bereik = Bereik.ALLE, **rest) -> Bekend:
    return Bekend(**{"bereik": bereik, "rol": "Klantregisseur", "geboren": ONBEKEND, **rest})


def verwezen(**rest) -> Verwezen:
    vast = {
        "organisatie": "Taalhuis",
        "doel": "Taalles",
        "grondslag": "Toestemming (AVG art. 6 lid 1 a)",
        "onderwerpen": ["Inburgering"],
        "van": MEI,
        "tot_en_met": MEI,
        "aangenomen_op": MEI,
    }
    return Verwezen(**vast | rest)


class TestRegel:
    def test_zonder_recht_op_dossiers_geen_grond(self):
        assert gronden(bekend(Bereik.GEEN, regie=[Spanne(van=MEI)]), MEI) == []

    def test_door_de_rol_zolang_u_die_heeft(self):
        [grond] = gronden(bekend(), MEI)
        assert (grond.tot_en_met, grond.einde) == (None, "Zolang u deze rol heeft")
        assert grond.grondslag == "Taak van de gemeente (AVG art. 6 lid 1 e)"

    def test_een_dossier_dat_opging_in_een_ander_is_er_niet(self):
        assert gronden(bekend(opgegaan=True), MEI) == []

    @pytest.mark.parametrize(("dagen", "ziet"), [(-1, False), (0, True), (1, True), (2, False)])
    def test_van_een_afgeschermd_dossier_alleen_wie_genoemd_is(self, dagen, ziet):
        genoemd = Spanne(van=MEI, tot=MEI + 2 * DAG, wat="behandelaar")
        gevonden = gronden(bekend(afgeschermd=True, genoemd=[genoemd]), MEI + dagen * DAG)
        assert [grond.tot_en_met for grond in gevonden] == ([None, MEI + DAG] if ziet else [])

    def test_de_regisseur_en_de_waarnemer(self):
        regie, waarneming = Spanne(van=MEI), Spanne(van=MEI, tot=MEI + 7 * DAG, wat="Joost")
        wie, neemt_waar, _rol = gronden(bekend(regie=[regie], waarneming=[waarneming]), MEI)
        assert (wie.wat, wie.van) == ("U bent de regisseur van dit dossier.", MEI)
        assert (neemt_waar.wat, neemt_waar.tot_en_met) == ("U neemt waar voor Joost.", MEI + 6 * DAG)
        assert len(gronden(bekend(regie=[regie], waarneming=[waarneming]), MEI - DAG)) == 1

    @pytest.mark.parametrize(("dagen", "ziet"), [(-1, False), (0, True), (1, True)])
    def test_de_consulent_vanaf_de_achttiende_verjaardag(self, dagen, ziet):
        geboren = Geboortedatum.op(date(1999, 5, 1))
        gevonden = gronden(bekend(Bereik.VOLWASSENEN, geboren=geboren), MEI + dagen * DAG)
        assert [grond.van for grond in gevonden] == ([MEI] if ziet else [])

    @pytest.mark.parametrize("dagen", [-1, 0, 1])
    def test_de_consulent_niet_voor_er_een_dossier_was(self, dagen):
        """From the later of the birthday and the first day of the dossier."""
        geboren = Geboortedatum.op(date(1999, 5, 1) + dagen * DAG)
        [grond] = gronden(bekend(Bereik.VOLWASSENEN, geboren=geboren, sinds=MEI), MEI + 9 * DAG)
        assert grond.van == max(MEI, MEI + dagen * DAG)

    def test_de_consulent_niet_als_de_leeftijd_onbekend_is(self):
        assert gronden(bekend(Bereik.VOLWASSENEN), MEI) == []

    @pytest.mark.parametrize(("dagen", "ziet"), [(-1, False), (0, True), (1, True), (2, False)])
    def test_een_verwijzing_tot_en_met_haar_laatste_dag(self, dagen, ziet):
        rij = verwezen(tot_en_met=MEI + DAG)
        gevonden = gronden(bekend(Bereik.VERWEZEN, verwezen=[rij]), MEI + dagen * DAG)
        assert [grond.tot_en_met for grond in gevonden] == ([MEI + DAG] if ziet else [])

    def test_een_verwijzing_zegt_waarvoor_en_op_welke_grondslag(self):
        [grond] = gronden(bekend(Bereik.VERWEZEN, verwezen=[verwezen()]), MEI)
        assert grond.wat == "Doorverwezen naar Taalhuis: Taalles. Over: Inburgering."
        assert grond.grondslag == "Toestemming (AVG art. 6 lid 1 a)"

    @pytest.mark.parametrize(
        "rest",
        [
            {"aangenomen_op": None},
            {"aangenomen_op": MEI + DAG, "tot_en_met": MEI + 9 * DAG},
            {"beeindigd_op": MEI},
            {"lidmaatschappen": []},
            {"lidmaatschappen": [Spanne(van=MEI - 9 * DAG, tot=MEI)]},
        ],
    )
    def test_wat_niet_geldt_geeft_niets(self, rest):
        assert gronden(bekend(Bereik.VERWEZEN, verwezen=[verwezen(**rest)]), MEI) == []

    def test_via_het_gezin_zolang_het_lidmaatschap_loopt(self):
        rij = verwezen(tot_en_met=MEI + 9 * DAG, lidmaatschappen=[Spanne(van=MEI, tot=MEI + 3 * DAG)])
        [grond] = gronden(bekend(Bereik.VERWEZEN, verwezen=[rij]), MEI)
        assert grond.tot_en_met == MEI + 2 * DAG
        assert "Het hele gezin is doorverwezen." in grond.wat


@pytest.mark.django_db
class TestPagina:
    def test_een_partner_leest_welke_verwijzing_en_tot_wanneer(self, client):
        verwijzing = DoorverwijzingFactory(domeinen=["huisvesting"], doel="Wegwijs in de wijk")
        DoorverwijzingFactory(statushouder=verwijzing.statushouder, doel="Doel van een ander")
        client.force_login(GebruikerFactory(rol=Rol.PARTNER, organisatie=verwijzing.organisatie))
        tekst = client.get(verwijzing.statushouder.get_absolute_url()).content.decode()
        assert "<summary>Waarom zie ik dit?</summary>" in tekst
        assert f"Doorverwezen naar {verwijzing.organisatie}: Wegwijs in de wijk. Over: Huisvesting." in tekst
        assert "31 december 2017" in tekst
        assert "Doel van een ander" not in tekst

    def test_een_regisseur_die_waarneemt_leest_voor_wie(self, client):
        persoon = StatushouderFactory()
        ik, joost = GebruikerFactory(), GebruikerFactory(naam="Joost Bos")
        Regie.objects.filter(statushouder=persoon).update(regisseur=joost)
        client.force_login(ik)
        assert "U neemt waar" not in client.get(persoon.get_absolute_url()).content.decode()
        Waarneming.objects.create(afwezige=joost, waarnemer=ik, van=MEI, tot=MEI + 7 * DAG)
        tekst = client.get(persoon.get_absolute_url()).content.decode()
        assert "U neemt waar voor Joost Bos." in tekst
        assert "7 mei 2017" in tekst

    def test_een_consulent_leest_sinds_wanneer_er_een_dossier_is(self, client):
        persoon = StatushouderFactory()
        Regie.objects.filter(statushouder=persoon).update(van=date(2016, 9, 6))
        client.force_login(GebruikerFactory(rol=Rol.CONSULENT))
        tekst = client.get(persoon.get_absolute_url()).content.decode()
        assert "6 september 2016" in tekst.split("Waarom zie ik dit?")[1]

    def test_wie_genoemd_is_voor_een_afgeschermd_dossier(self, client):
        ik, persoon = GebruikerFactory(), StatushouderFactory(afgeschermd=True)
        Inzagerecht.objects.create(
            statushouder=persoon, gebruiker=ik, van=MEI, tot=MEI + DAG, reden="behandelaar"
        )
        client.force_login(ik)
        tekst = client.get(persoon.get_absolute_url()).content.decode()
        assert "Dit dossier is afgeschermd, en u bent ervoor genoemd: behandelaar." in tekst

    def test_hoeveel_vragen(self):
        verwijzing = DoorverwijzingFactory()
        GezinslidFactory(statushouder=verwijzing.statushouder)
        partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=verwijzing.organisatie)
        with namens(partner, op=MEI), gevraagd(2):
            assert len(waarom(verwijzing.statushouder, partner, MEI)) == 1
