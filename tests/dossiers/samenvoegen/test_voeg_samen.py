"""Two dossiers become one: what moves, what stays, what is chosen, and what is refused."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dossiers import figures
from dossiers.actions.samenvoegen import voeg_samen, zijn_twee_mensen
from dossiers.models import (
    Contactmoment,
    Dubbelbesluit,
    Gezinslid,
    Regie,
    Relatie,
    Relatiesoort,
    Samenvoegregel,
    Statushouder,
    Taak,
    Vestiging,
)
from dossiers.rules.samenvoegen import verbindingen
from huisvesting.models import Plaatsing, Telling, Verwachting
from kern.contract import Peiling
from kern.register import register
from kern.velden import blinde_index
from kern.weigering import Verouderd
from tests.dossiers.factories import GezinslidFactory, RegieFactory, StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import PlaatsingFactory, VerwachtingFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
DAG = date(2017, 5, 1)
Soort = Samenvoegregel.Soort
BSN, ANDER_BSN = "123456782", "111222333"


def samen(blijft, vervalt, *, keuzes=None, reden="gezien", door=None):
    blijft.refresh_from_db()
    vervalt.refresh_from_db()
    versies = (blijft.versie, vervalt.versie)
    gedaan = voeg_samen(blijft, vervalt, versies=versies, keuzes=keuzes or {}, reden=reden, op=DAG, door=door)
    blijft.refresh_from_db()
    vervalt.refresh_from_db()
    return gedaan


def met_bsn(bsn, **velden):
    return StatushouderFactory(bsn=bsn, bsn_index=blinde_index(bsn), **velden)


@pytest.fixture
def blijft():
    return StatushouderFactory(nummer="D-16-0031", voornamen="Amanuel", achternaam="Gebreselassie")


@pytest.fixture
def vervalt():
    return StatushouderFactory(nummer="D-17-0064", voornamen="Amanuel", achternaam="Ghebre Selassie")


class TestWatMeegaat:
    def test_een_contact_en_een_taak_gaan_mee_met_een_volgende_versie(self, blijft, vervalt):
        contact = Contactmoment.objects.create(statushouder=vervalt, op=date(2017, 4, 18), tekst="Gesproken")
        taak = Taak.objects.create(
            statushouder=vervalt, wat="Bel", uiterlijk_op=DAG, eigenaar=GebruikerFactory(), versie=3
        )
        gedaan = samen(blijft, vervalt)
        contact.refresh_from_db()
        taak.refresh_from_db()
        assert (contact.statushouder, contact.versie) == (blijft, 2)
        assert (taak.statushouder, taak.versie) == (blijft, 4)
        regel = gedaan.regels.get(model="dossiers.taak")
        assert (regel.object_id, regel.oud, regel.versie) == (taak.pk, vervalt.pk, 4)

    def test_het_vervallen_dossier_wijst_naar_het_andere_en_is_weg_uit_de_lijst(self, blijft, vervalt):
        door = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
        samen(blijft, vervalt, door=door)
        assert vervalt.samengevoegd_met == blijft
        assert list(Statushouder.objects.zichtbaar_voor(door)) == [blijft]

    def test_huisvesting_gaat_mee_zonder_dat_dossiers_haar_kent(self, blijft, vervalt):
        plaatsing = PlaatsingFactory(statushouder=vervalt)
        verwachting = VerwachtingFactory(statushouder=vervalt)
        samen(blijft, vervalt)
        plaatsing.refresh_from_db()
        verwachting.refresh_from_db()
        assert (plaatsing.statushouder, verwachting.statushouder) == (blijft, blijft)

    def test_wie_eerder_opging_in_het_vervallen_dossier_komt_mee(self, blijft, vervalt):
        eerst = StatushouderFactory()
        samen(vervalt, eerst)
        samen(blijft, vervalt)
        eerst.refresh_from_db()
        assert eerst.samengevoegd_met == blijft

    def test_een_relatie_tussen_beide_blijft_staan(self, blijft, vervalt):
        tussen = Relatie.objects.create(persoon=vervalt, verwant=blijft, soort=Relatiesoort.REFERENT, van=DAG)
        ander = StatushouderFactory()
        met_ander = Relatie.objects.create(persoon=ander, verwant=vervalt, soort=Relatiesoort.OUDER, van=DAG)
        gedaan = samen(blijft, vervalt)
        tussen.refresh_from_db()
        met_ander.refresh_from_db()
        assert (tussen.persoon, tussen.verwant, met_ander.verwant) == (vervalt, blijft, blijft)
        assert gedaan.regels.get(model="dossiers.relatie", veld="persoon").soort == Soort.ACHTERGEBLEVEN


class TestWatNietSamenKan:
    @pytest.mark.parametrize(
        ("maak", "model"),
        [(PlaatsingFactory, Plaatsing), (GezinslidFactory, Gezinslid), (RegieFactory, Regie)],
    )
    def test_wat_overlapt_blijft_achter(self, blijft, vervalt, maak, model):
        if model is not Regie:
            maak(statushouder=blijft)
            maak(statushouder=vervalt)
        gedaan = samen(blijft, vervalt)
        assert model.objects.get(statushouder=vervalt)
        label = model._meta.label_lower
        assert gedaan.regels.get(model=label, soort=Soort.ACHTERGEBLEVEN).oud == vervalt.pk

    @pytest.mark.parametrize(("tot", "gaat_mee"), [(1, True), (2, False)])
    def test_een_dag_overlap_is_overlap(self, blijft, vervalt, tot, gaat_mee):
        """`tot` is exclusive: the day of leaving one home may be the first in the other."""
        PlaatsingFactory(statushouder=blijft, van=date(2017, 3, 1))
        PlaatsingFactory(statushouder=vervalt, van=date(2017, 1, 1), tot=date(2017, 3, tot))
        samen(blijft, vervalt)
        assert Plaatsing.objects.filter(statushouder=blijft).count() == 1 + gaat_mee

    def test_een_verwachting_per_persoon(self, blijft, vervalt):
        eigen = VerwachtingFactory(statushouder=blijft)
        VerwachtingFactory(statushouder=vervalt)
        samen(blijft, vervalt)
        assert Verwachting.objects.get(statushouder=blijft) == eigen

    @pytest.mark.parametrize(
        ("eigen", "ander", "eerst"),
        [((2016, 9, 12), (2017, 4, 18), "eigen"), ((2017, 4, 18), (2016, 9, 12), "ander")],
    )
    def test_de_vroegste_telling_is_die_van_de_persoon(self, blijft, vervalt, eigen, ander, eerst):
        woningen = {
            "eigen": PlaatsingFactory(statushouder=blijft, van=date(*eigen)),
            "ander": PlaatsingFactory(statushouder=vervalt, van=date(*ander)),
        }
        register.werk_bij([blijft, vervalt])
        assert Telling.objects.count() == 2
        samen(blijft, vervalt)
        telling = Telling.objects.get()
        assert (telling.statushouder, telling.plaatsing) == (blijft, woningen[eerst])
        assert telling.telt_op == woningen[eerst].van


class TestVestiging:
    """Who was registered twice was settled on the days of either registration."""

    @pytest.mark.parametrize(
        ("eigen", "ander", "samen_"),
        [
            ([("01-10", None)], [("01-20", None)], [("01-10", None)]),
            ([("01-20", None)], [("01-10", None)], [("01-10", None)]),
            ([("01-20", None)], [("01-10", "01-25")], [("01-10", None)]),
            ([("01-10", "01-20")], [("01-15", "01-30")], [("01-10", "01-30")]),
            ([("01-10", "01-20")], [("01-20", "01-30")], [("01-10", "01-20"), ("01-20", "01-30")]),
            (
                [("01-01", "01-05"), ("01-20", "01-25")],
                [("01-03", "01-22")],
                [("01-01", "01-20"), ("01-20", "01-25")],
            ),
        ],
    )
    def test_wie_twee_keer_gevestigd_was_is_het_op_alle_dagen_van_beide(
        self, blijft, vervalt, eigen, ander, samen_
    ):
        def dag(tekst):
            return tekst and date.fromisoformat(f"2017-{tekst}")

        for persoon, perioden in ((blijft, eigen), (vervalt, ander)):
            for van, tot in perioden:
                VestigingFactory(statushouder=persoon, van=dag(van), tot=dag(tot))
        samen(blijft, vervalt)
        nu = Vestiging.objects.filter(statushouder=blijft).order_by("van").values_list("van", "tot")
        assert list(nu) == [(dag(van), dag(tot)) for van, tot in samen_]

    def test_een_keer_gevestigd_telt_een_keer(self, blijft, vervalt):
        VestigingFactory(statushouder=blijft, van=date(2017, 3, 1))
        VestigingFactory(statushouder=vervalt, van=date(2017, 2, 1))
        samen(blijft, vervalt)
        for dag, aantal in ((date(2017, 1, 31), 0), (date(2017, 2, 1), 1), (date(2017, 3, 1), 1)):
            assert figures.personen(Peiling.op(dag)).count() == aantal


class TestKeuzes:
    def test_zonder_keuze_blijft_staan_wat_er_staat_en_komt_erbij_wat_ontbrak(self, blijft, vervalt):
        Statushouder.objects.filter(pk=vervalt.pk).update(telefoon="0612340090", vnummer="2741603321")
        samen(blijft, vervalt)
        assert (blijft.achternaam, blijft.telefoon) == ("Gebreselassie", "0612340090")
        assert (blijft.vnummer, vervalt.vnummer) == ("2741603321", None)

    def test_de_gekozen_waarde_komt_bij_het_dossier_dat_blijft(self, blijft, vervalt):
        samen(blijft, vervalt, keuzes={"naam": "vervalt"})
        assert blijft.naam == "Amanuel Ghebre Selassie"
        assert vervalt.achternaam == "Ghebre Selassie"

    def test_een_bsn_gaat_mee_en_staat_in_het_logboek_alleen_als_cijfertekst(self, blijft):
        vervalt = met_bsn(BSN)
        gedaan = samen(blijft, vervalt)
        assert blijft.bsn.ontsleutel() == BSN
        assert (bool(vervalt.bsn), vervalt.bsn_index) == (False, None)
        assert BSN not in str(list(gedaan.regels.values_list("waarden", flat=True)))

    def test_twee_bsns_worden_geweigerd_tot_er_een_is_gekozen(self):
        blijft, vervalt = met_bsn(BSN), met_bsn(ANDER_BSN)
        with pytest.raises(ValidationError) as fout:
            samen(blijft, vervalt)
        assert fout.value.message_dict == {"bsn": ["Kies welk BSN klopt."]}
        samen(blijft, vervalt, keuzes={"bsn": "vervalt"})
        assert blijft.bsn.ontsleutel() == ANDER_BSN
        assert vervalt.bsn_index is None

    def test_een_bsn_dat_niet_gekozen_is_blijft_bij_het_vervallen_dossier(self):
        blijft, vervalt = met_bsn(BSN), met_bsn(ANDER_BSN)
        samen(blijft, vervalt, keuzes={"bsn": "blijft"})
        assert (blijft.bsn.ontsleutel(), vervalt.bsn.ontsleutel()) == (BSN, ANDER_BSN)

    def test_de_andere_regisseur_neemt_het_over_op_de_dag_zelf(self, blijft, vervalt):
        fatima = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
        Regie.objects.filter(statushouder=vervalt).update(regisseur=fatima)
        samen(blijft, vervalt, keuzes={"regisseur": "vervalt"})
        oud, nieuw = Regie.objects.filter(statushouder=blijft).order_by("van")
        assert (oud.tot, nieuw.van, nieuw.regisseur) == (DAG, DAG, fatima)


class TestWeigeren:
    def test_een_dossier_met_zichzelf(self, blijft):
        with pytest.raises(ValidationError, match="twee verschillende"):
            samen(blijft, blijft)

    @pytest.mark.parametrize("kant", ["blijft", "vervalt"])
    def test_een_dossier_dat_al_is_samengevoegd(self, blijft, vervalt, kant):
        derde = StatushouderFactory()
        samen(derde, blijft if kant == "blijft" else vervalt)
        with pytest.raises(ValidationError, match="al samengevoegd"):
            samen(blijft, vervalt)

    @pytest.mark.parametrize("oud", [0, 1])
    def test_een_oude_versie_verandert_niets(self, blijft, vervalt, oud):
        versies = [blijft.versie, vervalt.versie]
        versies[oud] -= 1
        with pytest.raises(Verouderd):
            voeg_samen(blijft, vervalt, versies=tuple(versies), keuzes={}, reden="gezien", op=DAG, door=None)
        vervalt.refresh_from_db()
        assert vervalt.samengevoegd_met is None

    def test_een_reden_in_eigen_woorden(self, blijft, vervalt):
        gedaan = samen(blijft, vervalt, reden="Broer belde")
        assert (gedaan.reden, gedaan.toelichting) == ("anders", "Broer belde")

    def test_anders_zonder_woorden_wordt_geweigerd(self, blijft, vervalt):
        with pytest.raises(ValidationError, match="hoe u het weet"):
            samen(blijft, vervalt, reden=" ")


class TestTweeMensen:
    def test_een_paar_staat_er_een_keer_in_welke_volgorde_ook(self, blijft, vervalt):
        eerst = zijn_twee_mensen(vervalt, blijft, op=DAG, door=None, reden="Tweeling")
        assert zijn_twee_mensen(blijft, vervalt, op=DAG, door=None) == eerst
        assert Dubbelbesluit.objects.paren() == [tuple(sorted((blijft.pk, vervalt.pk)))]

    def test_een_mens_is_geen_twee(self, blijft):
        with pytest.raises(ValidationError):
            zijn_twee_mensen(blijft, blijft, op=DAG, door=None)


def test_evenveel_vragen_voor_een_rij_als_voor_vijftig():
    vragen = []
    for aantal in (1, 50):
        blijft, vervalt = StatushouderFactory(), StatushouderFactory()
        Contactmoment.objects.bulk_create(
            Contactmoment(statushouder=persoon, op=DAG, tekst="x")
            for persoon in (blijft, vervalt)
            for _ in range(aantal)
        )
        with CaptureQueriesContext(connection) as gesteld:
            samen(blijft, vervalt)
        vragen.append(len(gesteld))
    assert vragen[0] == vragen[1] < 3 * len(verbindingen()) + 20
