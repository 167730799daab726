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
    assert "Signaal over 1 persoon, 36 jaar" in tekst(client.get(reverse(START)))


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
