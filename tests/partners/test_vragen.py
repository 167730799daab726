"""A question of a partner: to the caseworker's list of work, and its answer back to the first page of the partner."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from dossiers import actions as van_dossiers
from kern.namens import namens
from partners import actions
from partners.models import Vraag
from termijnen.models import Termijn
from tests.dossiers.factories import DoorverwijzingFactory, GezinFactory, GezinslidFactory
from tests.dossiers.samenvoegen.hulp import tekst
from tests.partners.conftest import DAG
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Leesregel, Rol

pytestmark = pytest.mark.django_db
GOED = {"soort": "vraag", "tekst": "Kan er een tolk mee?"}
START = "partners:verwijzingen"


def stel(verwijzing, **anders):
    gegevens = {**GOED, "op": DAG, "door": None, **anders}
    return actions.vraag_gemeente(verwijzing, **gegevens)


def test_van_vraag_tot_antwoord(client, rima, verwijs, els, marieke):
    verwijzing = verwijs(rima)
    client.force_login(els)
    assert reverse("partners:vraag", args=[verwijzing.pk]) in client.get(reverse(START)).content.decode()
    antwoord = client.post(reverse("partners:vraag", args=[verwijzing.pk]), GOED, follow=True)
    assert "De gemeente antwoordt uiterlijk op 8-5-2017" in tekst(antwoord)
    assert "Kan er een tolk mee?" in tekst(antwoord)
    assert "Rima" not in tekst(antwoord)  # the card only: it is not accepted yet
    # the caseworker finds it in the list of work, and comes back there
    client.force_login(marieke)
    werk = client.get(reverse("werkplek:mijn-werk"))
    vraag = Vraag.objects.get()
    adres = reverse("partners:beantwoorden", args=[vraag.pk])
    assert "Vraag van een partner beantwoorden" in tekst(werk)
    assert adres in werk.content.decode()
    pagina = tekst(client.get(adres))
    for deel in ("Kan er een tolk mee?", "VluchtelingenWerk Proef (Els Brouwer)", rima.nummer):
        assert deel in pagina
    assert rima.sleutel in {regel.dossier for regel in Leesregel.objects.all()}
    client.post(adres, {"antwoord": "Ja, die is besteld."})
    assert "Vraag van een partner beantwoorden" not in tekst(client.get(reverse("werkplek:mijn-werk")))
    client.force_login(els)
    assert "Antwoord: Ja, die is besteld." in tekst(client.get(reverse(START)))


def test_een_signaal_gaat_dezelfde_weg(client, rima, verwijs, els):
    client.force_login(els)
    adres = reverse("partners:vraag", args=[verwijs(rima).pk])
    client.post(adres, {"soort": "signaal", "tekst": "De post ligt ongeopend."})
    pagina = tekst(client.get(reverse(START)))
    assert "Signaal over 1 persoon, 36 jaar" in pagina
    assert "Gemeld" in pagina.split("Signaal over")[1]


def test_het_antwoord_verdwijnt_na_een_maand(client, rima, verwijs, els, settings):
    actions.beantwoord_vraag(stel(verwijs(rima)), antwoord="Ja", op=DAG, door=None)
    client.force_login(els)
    for op, staat_er in ((DAG + timedelta(days=30), True), (DAG + timedelta(days=31), False)):
        settings.VANDAAG = op.isoformat()
        assert ("Antwoord: Ja" in tekst(client.get(reverse(START)))) is staat_er


def test_de_termijn_loopt_tot_en_met_een_week(rima, verwijs):
    stel(verwijs(rima))
    rij = Termijn.objects.get(code="partners.vraag")
    assert (rij.statushouder, rij.begint_op, rij.vervalt_op, rij.voldaan_op) == (
        rima,
        DAG,
        date(2017, 5, 8),
        None,
    )


class TestFout:
    """One sentence at its place, and nothing half-done."""

    @pytest.mark.parametrize("anders", [{"tekst": "  "}, {"soort": "klacht"}])
    def test_zonder_woorden_of_soort(self, client, rima, verwijs, els, anders):
        verwijzing = verwijs(rima)
        [veld] = anders
        with pytest.raises(ValidationError) as fout:
            stel(verwijzing, **anders)
        assert set(fout.value.message_dict) == {veld}
        client.force_login(els)
        antwoord = client.post(reverse("partners:vraag", args=[verwijzing.pk]), GOED | anders)
        assert antwoord.status_code == 200
        assert not Vraag.objects.exists()

    def test_over_wat_voorbij_is(self, client, rima, verwijs, els, marieke):
        verwijzing = verwijs(rima)
        van_dossiers.trek_verwijzing_in(verwijzing, reden="Verhuisd", op=DAG, door=marieke)
        client.force_login(els)
        antwoord = client.post(reverse("partners:vraag", args=[verwijzing.pk]), GOED)
        assert "Deze verwijzing is voorbij." in tekst(antwoord)
        assert GOED["tekst"] in antwoord.content.decode()
        assert not Vraag.objects.exists()

    def test_twee_keer_versturen_is_een_vraag(self, rima, verwijs):
        verwijzing = verwijs(rima)
        assert stel(verwijzing) == stel(verwijzing)
        assert Vraag.objects.count() == 1

    def test_twee_keer_antwoorden(self, client, rima, verwijs, marieke):
        vraag = stel(verwijs(rima))
        actions.beantwoord_vraag(vraag, antwoord="Ja", op=DAG, door=marieke)
        actions.beantwoord_vraag(vraag, antwoord="Ja", op=DAG, door=marieke)  # the back button
        client.force_login(marieke)
        adres = reverse("partners:beantwoorden", args=[vraag.pk])
        assert client.get(adres).status_code == 302
        antwoord = client.post(adres, {"antwoord": "Nee"})
        assert "Deze vraag is al beantwoord." in tekst(antwoord)
        vraag.refresh_from_db()
        assert (vraag.antwoord, vraag.versie) == ("Ja", 2)

    def test_zonder_antwoord(self, client, rima, verwijs, marieke):
        vraag = stel(verwijs(rima))
        client.force_login(marieke)
        pagina = client.post(reverse("partners:beantwoorden", args=[vraag.pk]), {"antwoord": " "})
        assert "Schrijf uw antwoord op." in tekst(pagina)


class TestVanWie:
    """A foreign question does not exist, and the database says so too."""

    def test_een_ander_leest_haar_niet(self, client, rima, verwijs, els):
        vraag = stel(verwijs(rima))
        ander = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory())
        with namens(ander, op=DAG):
            assert not Vraag.objects.exists()
        with namens(els, op=DAG):
            assert Vraag.objects.get() == vraag
        client.force_login(ander)
        assert client.get(reverse("partners:vraag", args=[vraag.doorverwijzing_id])).status_code == 404

    @pytest.mark.parametrize("rol", [Rol.PARTNER, Rol.CONSULENT, Rol.BEHEERDER, Rol.PRIVACY])
    def test_alleen_wie_het_dossier_wijzigt_antwoordt(self, client, rima, verwijs, organisatie, rol):
        vraag = stel(verwijs(rima))
        client.force_login(GebruikerFactory(rol=rol, organisatie=organisatie if rol == Rol.PARTNER else None))
        for roep in (client.get, client.post):
            assert roep(reverse("partners:beantwoorden", args=[vraag.pk])).status_code == 404

    def test_niet_van_wie_is_afgeschermd(self, client, rima, verwijs, els, marieke):
        vraag = stel(verwijs(rima))
        van_dossiers.scherm_af([rima], reden="Bedreigd", collegas=[], op=DAG, door=marieke)
        ander = GebruikerFactory()
        for gebruiker, ziet in ((els, False), (ander, False), (marieke, True)):
            with namens(gebruiker, op=DAG):
                assert Vraag.objects.filter(pk=vraag.pk).exists() is ziet


class TestOverWie:
    """The page of a question names whom it is about, as soon as this referral opens their dossier."""

    @pytest.fixture
    def bezoek(self, client, els):
        """The page of a question about a referral, and what the read log has of it."""
        client.force_login(els)

        def kijk(verwijzing):
            antwoord = client.get(reverse("partners:vraag", args=[verwijzing.pk]))
            assert antwoord.status_code == 200
            return tekst(antwoord), Leesregel.objects.latest("pk")

        return kijk

    @staticmethod
    def aangenomen(verwijzing, els, op=DAG):
        return van_dossiers.neem_aan(verwijzing, op=op, door=els)

    def test_wie_aannam_leest_de_naam_en_dat_staat_in_het_leeslog(self, bezoek, rima, verwijs, els):
        verwijzing = self.aangenomen(verwijs(rima), els)
        pagina, regel = bezoek(verwijzing)
        assert rima.naam in pagina
        assert rima.nummer in pagina
        assert (regel.dossier, regel.doorverwijzing) == (rima.sleutel, verwijzing.pk)

    def test_ook_als_de_vraag_terugkomt_met_een_fout(self, client, rima, verwijs, els):
        verwijzing = self.aangenomen(verwijs(rima), els)
        client.force_login(els)
        antwoord = client.post(reverse("partners:vraag", args=[verwijzing.pk]), GOED | {"tekst": " "})
        assert rima.naam in tekst(antwoord)
        assert Leesregel.objects.latest("pk").dossier == rima.sleutel

    def test_een_gezin_bij_zijn_naam(self, bezoek, els):
        verwijzing = gezinsverwijzing(els, leden=3)
        pagina, regel = bezoek(verwijzing)
        hoofd = verwijzing.gezin.leden.get(rol="hoofd").statushouder
        assert (
            f"Gezin Haddad Dossier {hoofd.nummer} Hoofd van het gezin {hoofd.naam} Voor wie Gezin van 3"
            in pagina
        )
        assert regel.dossier == hoofd.sleutel

    def test_voor_het_aannemen_alleen_de_kaart(self, bezoek, rima, verwijs):
        pagina, regel = bezoek(verwijs(rima))
        assert "1 persoon, 36 jaar" in pagina
        for deel in ("Rima", "Haddad", rima.nummer):
            assert deel not in pagina
        assert regel.dossier is None

    @pytest.mark.parametrize(
        ("dagen", "aangenomen_op", "genoemd"),
        [(-1, DAG, True), (0, DAG, True), (1, DAG, False), (-1, None, False)],
    )
    def test_vanaf_de_eerste_dag(self, bezoek, rima, els, dagen, aangenomen_op, genoemd):
        """Whom another referral opens already is not named by one that begins later, or was not accepted."""
        gezin = GezinslidFactory(statushouder=rima).gezin
        DoorverwijzingFactory(statushouder=None, gezin=gezin, organisatie=els.organisatie)
        van, organisatie = DAG + timedelta(days=dagen), els.organisatie
        ander = DoorverwijzingFactory(
            statushouder=rima, organisatie=organisatie, van=van, aangenomen_op=aangenomen_op
        )
        pagina, regel = bezoek(ander)
        assert (rima.nummer in pagina, regel.dossier == rima.sleutel) == (genoemd, genoemd)

    def test_wat_intussen_is_ingetrokken_noemt_niemand(self, client, rima, verwijs, els, marieke):
        verwijzing = self.aangenomen(verwijs(rima), els)
        van_dossiers.trek_verwijzing_in(verwijzing, reden="Verhuisd", op=DAG, door=marieke)
        client.force_login(els)
        antwoord = client.post(reverse("partners:vraag", args=[verwijzing.pk]), GOED)
        assert "Deze verwijzing is voorbij." in tekst(antwoord)
        assert rima.nummer not in tekst(antwoord)

    @pytest.mark.parametrize("leden", [1, 50])
    def test_kost_altijd_evenveel_queries(self, client, django_assert_num_queries, els, leden):
        verwijzing = gezinsverwijzing(els, leden=leden)
        client.force_login(els)
        # session, user with organisation; the referral with its family; who is named; the counter of the menu
        with django_assert_num_queries(5):
            client.get(reverse("partners:vraag", args=[verwijzing.pk]))


def gezinsverwijzing(els, *, leden):
    """A family of so many, which the organisation of `els` helps."""
    hoofd = GezinslidFactory(gezin=GezinFactory(naam="Haddad"))
    for _ in range(leden - 1):
        GezinslidFactory(gezin=hoofd.gezin, rol="kind")
    kaart = {
        "personen": leden,
        "leeftijden": [36] * leden,
        "tolktalen": [],
        "wijk": "",
        "onderwerpen": ["Algemeen"],
    }
    return DoorverwijzingFactory(
        statushouder=None, gezin=hoofd.gezin, organisatie=els.organisatie, kaart=kaart
    )
