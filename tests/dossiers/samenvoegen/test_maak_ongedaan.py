"""A merge and its undoing together change nothing; what was built on it since forbids the undoing."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossiers.actions.samenvoegen import voeg_samen
from dossiers.actions.samenvoegen_ongedaan import maak_ongedaan
from dossiers.figures.samenvoeging_terug import terugweg
from dossiers.models import Contactmoment, Regie, Relatie, Samenvoeging, Statushouder, Vestiging
from dossiers.rules.samenvoegen import verbindingen
from dossiers.rules.samenvoegvelden import keuzevelden
from huisvesting.models import Plaatsing, Telling
from kern.register import register
from kern.velden import Versleuteld, blinde_index
from kern.weigering import botsing_als_weigering
from tests.dossiers.factories import GezinFactory, RegieFactory, StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import PlaatsingFactory, VerwachtingFactory, WoningFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
DAG = date(2017, 5, 1)
NA = date(2017, 5, 2)


def samen(blijft, vervalt, keuzes=None):
    for persoon in (blijft, vervalt):
        persoon.refresh_from_db()
    versies = (blijft.versie, vervalt.versie)
    return voeg_samen(
        blijft, vervalt, versies=versies, keuzes=keuzes or {}, reden="gezien", op=DAG, door=None
    )


def terug(samenvoeging, **rest):
    return maak_ongedaan(Samenvoeging.objects.get(pk=samenvoeging.pk), op=NA, door=None, **rest)


def alles():
    """Every row of every table with a dossier key, and the persons; versions aside."""
    modellen = {Statushouder, *(deel.model for deel in verbindingen())}
    return {
        model._meta.label: {
            rij.pk: {
                veld.attname: leesbaar(getattr(rij, veld.attname))
                for veld in model._meta.local_fields
                if veld.name != "versie"
            }
            for rij in model._base_manager.all()
        }
        for model in modellen
    }


def tellingen():
    """Who counts, from which home and when; the rows themselves are written anew."""
    return set(Telling.objects.values_list("statushouder", "plaatsing", "telt_op"))


def leesbaar(waarde):
    return waarde.cijfertekst if isinstance(waarde, Versleuteld) else waarde


DAGEN = st.integers(0, 40).map(lambda n: date(2017, 1, 1) + timedelta(n))
PERIODE = st.tuples(DAGEN, st.none() | st.integers(1, 20))
KANT = st.integers(0, 2)
RIJ = st.one_of(
    st.tuples(st.just("contact"), KANT, DAGEN),
    st.tuples(st.just("vestiging"), KANT, PERIODE),
    st.tuples(st.just("plaatsing"), KANT, PERIODE),
    st.tuples(st.just("lid"), KANT, PERIODE),
    st.tuples(st.just("verwachting"), KANT, DAGEN),
    st.tuples(st.just("relatie"), KANT, st.tuples(KANT, PERIODE)),
    st.tuples(st.just("regie"), KANT, DAGEN),
)


def maak(wat, persoon, gegeven, mensen, gebruiker):
    """One random row; what its constraints refuse is passed over."""
    van, dagen = gegeven if isinstance(gegeven, tuple) and wat != "relatie" else (gegeven, None)
    tot = van + timedelta(dagen) if wat in {"vestiging", "plaatsing", "lid"} and dagen else None
    if wat == "contact":
        Contactmoment.objects.create(statushouder=persoon, op=van, tekst="Gesproken")
    elif wat == "vestiging":
        VestigingFactory(statushouder=persoon, van=van, tot=tot, reden_vertrek="Verhuisd" if tot else "")
    elif wat == "plaatsing":
        PlaatsingFactory(statushouder=persoon, van=van, tot=tot)
    elif wat == "lid":
        GezinFactory().leden.create(statushouder=persoon, rol="hoofd", van=van, tot=tot)
    elif wat == "verwachting":
        VerwachtingFactory(statushouder=persoon, verwacht_op=van)
    elif wat == "relatie":
        ander, (vanaf, duur) = gegeven
        Relatie.objects.create(
            persoon=persoon,
            verwant=mensen[ander],
            soort="ouder",
            van=vanaf,
            tot=duur and vanaf + timedelta(duur),
        )
    else:
        loopt = Regie.objects.get(statushouder=persoon, tot=None)
        RegieFactory(statushouder=persoon, regisseur=gebruiker, van=loopt.van - timedelta(9), tot=loopt.van)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    rijen=st.lists(RIJ, max_size=14),
    bsns=st.tuples(*[st.sampled_from(["", "123456782", "111222333"])] * 2),
    kiest=st.sampled_from(["blijft", "vervalt"]),
)
def test_samenvoegen_en_ongedaan_maken_is_niets(rijen, bsns, kiest):
    with transaction.atomic():
        gebruiker = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
        mensen = [
            StatushouderFactory(nummer=f"D-16-{n:04d}", bsn=bsn, bsn_index=blinde_index(bsn) if bsn else None)
            for n, bsn in enumerate((bsns[0], bsns[1] if bsns[1] != bsns[0] else "", ""))
        ]
        Regie.objects.filter(statushouder=mensen[1]).update(regisseur=gebruiker)
        for wat, wie, gegeven in rijen:
            modellen = {deel.model for deel in verbindingen()}
            with suppress(ValidationError), botsing_als_weigering(*modellen):
                maak(wat, mensen[wie], gegeven, mensen, gebruiker)
        register.werk_bij(mensen)
        voor, geteld = alles(), tellingen()
        alle = {veld.code: kiest for veld in keuzevelden()} | {"regisseur": kiest}
        gedaan = samen(mensen[0], mensen[1], alle)
        assert alles() != voor
        terug(gedaan)
        assert alles() == voor
        assert tellingen() == geteld
        transaction.set_rollback(True)


@pytest.fixture
def paar():
    return StatushouderFactory(nummer="D-16-0031"), StatushouderFactory(nummer="D-17-0064")


class TestErIsOpGebouwd:
    @pytest.mark.parametrize(
        ("bouw", "zin"),
        [
            (lambda p: PlaatsingFactory(statushouder=p, van=NA), "Nieuw: plaatsing van 2 mei 2017"),
            (lambda p: VestigingFactory(statushouder=p, van=NA), "Nieuw: vestiging van 2 mei 2017"),
            (
                lambda p: Statushouder.objects.filter(pk=p.pk).update(telefoon="06", versie=99),
                "Gewijzigd: de gegevens van D-16-0031",
            ),
            (
                lambda p: Contactmoment.objects.create(statushouder=p, op=NA, tekst="x"),
                "Nieuw: contact van 2 mei 2017",
            ),
        ],
    )
    def test_dan_kan_het_niet_meer_en_staat_er_wat(self, paar, bouw, zin):
        gedaan = samen(*paar)
        bouw(paar[0])
        voor = alles()
        with pytest.raises(ValidationError, match=zin):
            terug(gedaan)
        assert alles() == voor

    @pytest.mark.parametrize(("wat", "woord"), [("gewijzigd", "Gewijzigd: "), ("weg", "Weg: ")])
    def test_een_rij_die_meeging_en_veranderde(self, paar, wat, woord):
        contact = Contactmoment.objects.create(statushouder=paar[1], op=NA, tekst="x")
        gedaan = samen(*paar)
        contact.refresh_from_db()
        if wat == "weg":
            contact.delete()
        else:
            contact.bewaar_volgende()
        with pytest.raises(ValidationError, match=f"{woord}contact"):
            terug(gedaan)

    def test_een_eigen_vestiging_die_eindigde_ook(self, paar):
        vestiging = VestigingFactory(statushouder=paar[0])
        gedaan = samen(*paar)
        vestiging.refresh_from_db()
        vestiging.tot = NA
        vestiging.bewaar_volgende()
        with pytest.raises(ValidationError, match="Gewijzigd: vestiging van 28 maart 2017"):
            terug(gedaan)

    def test_wat_alleen_geschreven_is_mag_blijven_staan(self, paar):
        eigen = Contactmoment.objects.create(statushouder=paar[0], op=DAG, tekst="eigen")
        gedaan = samen(*paar)
        later = Contactmoment.objects.create(statushouder=paar[0], op=NA, tekst="later")
        eigen.bewaar_volgende()
        assert terugweg(Samenvoeging.objects.get(pk=gedaan.pk)).blijft_staan == [
            "nieuw: contact van 2 mei 2017"
        ]
        terug(gedaan, nieuw_blijft=True)
        later.refresh_from_db()
        assert later.statushouder == paar[0]

    def test_een_nieuwe_woning_mag_ook_dan_niet(self, paar):
        gedaan = samen(*paar)
        PlaatsingFactory(statushouder=paar[0], van=NA)
        with pytest.raises(ValidationError, match="plaatsing"):
            terug(gedaan, nieuw_blijft=True)


class TestVolgorde:
    def test_een_tweede_keer_niet(self, paar):
        gedaan = samen(*paar)
        terug(gedaan)
        with pytest.raises(ValidationError, match="al ongedaan"):
            terug(gedaan)

    def test_na_ongedaan_maken_kan_het_weer(self, paar):
        terug(samen(*paar))
        samen(*paar)
        assert Statushouder.objects.actueel().count() == 1

    @pytest.mark.parametrize("ketting", [True, False])
    def test_de_laatste_eerst_en_dan_de_eerste(self, paar, ketting):
        """A chain (the result goes up in a third), or a third that comes into the same dossier."""
        derde = StatushouderFactory(nummer="D-17-0099")
        Contactmoment.objects.create(statushouder=paar[1], op=DAG, tekst="x")
        Contactmoment.objects.create(statushouder=derde, op=DAG, tekst="y")
        voor = alles()
        eerste = samen(*paar)
        tweede = samen(derde, paar[0]) if ketting else samen(paar[0], derde)
        with pytest.raises(ValidationError, match="Maak eerst ongedaan dat"):
            terug(eerste)
        terug(tweede)
        terug(eerste)
        assert alles() == voor

    def test_een_huis_dat_intussen_vol_raakte(self, paar):
        """The placement that stayed behind would hold again, but somebody else has the place."""
        huis = WoningFactory(capaciteit=1)
        PlaatsingFactory(statushouder=paar[0])
        PlaatsingFactory(statushouder=paar[1], woning=huis)
        gedaan = samen(*paar)
        PlaatsingFactory(woning=huis)
        with pytest.raises(ValidationError, match="geen plek meer"):
            terug(gedaan)
        assert Samenvoeging.objects.geldig().get() == gedaan

    def test_een_bsn_dat_intussen_van_een_ander_is(self, paar):
        nummer = "123456782"
        Statushouder.objects.filter(pk=paar[0].pk).update(
            bsn=Versleuteld.van(nummer), bsn_index=blinde_index(nummer)
        )
        ander = "111222333"
        Statushouder.objects.filter(pk=paar[1].pk).update(
            bsn=Versleuteld.van(ander), bsn_index=blinde_index(ander)
        )
        gedaan = samen(*paar, {"bsn": "vervalt"})
        StatushouderFactory(bsn=nummer, bsn_index=blinde_index(nummer))
        with pytest.raises(ValidationError, match="Er is al een dossier met dit BSN"):
            terug(gedaan)


def test_het_logboek_zegt_wie_wanneer(paar):
    door = GebruikerFactory()
    gedaan = samen(*paar)
    maak_ongedaan(gedaan, op=NA, door=door)
    gedaan.refresh_from_db()
    assert (gedaan.ongedaan_op, gedaan.ongedaan_door) == (NA, door)


def test_evenveel_vragen_voor_een_rij_als_voor_vijftig(paar):
    vragen = []
    for aantal in (1, 50):
        Contactmoment.objects.bulk_create(
            Contactmoment(statushouder=persoon, op=DAG, tekst="x") for persoon in paar for _ in range(aantal)
        )
        gedaan = samen(*paar)
        with CaptureQueriesContext(connection) as gesteld:
            maak_ongedaan(gedaan, op=NA, door=None)
        vragen.append(len(gesteld))
    assert vragen[0] == vragen[1] < 2 * len(verbindingen()) + 16


def test_de_vestigingen_bleven_gelijk(paar):
    """A negative control of the property: without the log's help these would be lost."""
    for persoon, dag in ((paar[0], date(2017, 4, 1)), (paar[1], date(2017, 2, 1))):
        VestigingFactory(statushouder=persoon, van=dag)
    gedaan = samen(*paar)
    assert Vestiging.objects.get(statushouder=paar[0]).van == date(2017, 2, 1)
    assert not Plaatsing.objects.exists()
    terug(gedaan)
    assert Vestiging.objects.get(statushouder=paar[0]).van == date(2017, 4, 1)
