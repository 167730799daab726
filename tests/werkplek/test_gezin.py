"""A family on paper: everybody with what the register gives, what is open, and the contacts of three months."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from kern.contract import Paneel
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory
from tests.dossiers.vastleggen.factories import ContactFactory, SignaalFactory, TaakFactory
from tests.huisvesting.factories import PlaatsingFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
VANDAAG = date(2017, 5, 1)


def pagina(client, persoon):
    return client.get(reverse("werkplek:gezin", args=[persoon.sleutel]))


@pytest.mark.usefixtures("ik")
class TestInhoud:
    def test_alle_leden_het_hoofd_eerst(self, client, rima):
        kind = GezinslidFactory(gezin=rima.lidmaatschappen.get().gezin, rol="kind").statushouder
        oud = GezinslidFactory(gezin=rima.lidmaatschappen.get().gezin, rol="kind", tot=VANDAAG).statushouder
        antwoord = pagina(client, kind)
        assert [lid["naam"] for lid in antwoord.context["personen"]] == ["Rima Haddad", kind.naam]
        assert oud.naam not in antwoord.content.decode()
        assert "<h1" in antwoord.content.decode()

    def test_wie_alleen_is_staat_er_alleen_op(self, client):
        antwoord = pagina(client, alleen := StatushouderFactory())
        assert [lid["naam"] for lid in antwoord.context["personen"]] == [alleen.naam]

    def test_panelen_van_elk_domein(self, client, rima, domein):
        domein("zesde", paneel=lambda *_: Paneel(kop="Sport", icoon="vlag", feiten=[("Club", "Blauw-Zwart")]))
        woning = PlaatsingFactory(statushouder=rima).woning
        tekst = pagina(client, rima).content.decode()
        assert "Blauw-Zwart" in tekst
        assert str(woning) in tekst

    def test_wat_open_staat(self, client, rima):
        TaakFactory(statushouder=rima, wat="Open")
        TaakFactory(statushouder=rima, wat="Klaar", gedaan_op=VANDAAG)
        SignaalFactory(statushouder=rima)
        (lid,) = pagina(client, rima).context["personen"]
        assert [wat for _dag, wat, _wie in lid["open"]] == ["Open", "Signaal: Komt vaak te laat op school."]

    @pytest.mark.parametrize(
        ("op", "staat_er"),
        [
            (date(2017, 2, 1), False),
            (date(2017, 2, 2), True),
            (VANDAAG, True),
            (VANDAAG + timedelta(days=1), False),
        ],
    )
    def test_contact_van_drie_maanden(self, client, rima, op, staat_er):
        ContactFactory(statushouder=rima, op=op, tekst="Gesproken")
        (lid,) = pagina(client, rima).context["personen"]
        assert ("Gesproken" in [rij.tekst for rij in lid["contacten"]]) == staat_er

    @pytest.mark.parametrize(("dagen", "staat_er"), [(-1, False), (0, False), (1, True)])
    def test_afspraken_die_nog_komen(self, client, rima, dagen, staat_er):
        ContactFactory(
            statushouder=rima, op=VANDAAG + timedelta(days=dagen), tijd=time(14, 30), tekst="Samen langs DUO"
        )
        antwoord = pagina(client, rima)
        (lid,) = antwoord.context["personen"]
        assert [wanneer for wanneer, _rij in lid["afspraken"]] == (
            ["2-5-2017, 14.30 uur"] if staat_er else []
        )
        assert (">Afspraken</h3>" in antwoord.content.decode()) == staat_er

    def test_zonder_wat_is_doorgehaald(self, client, rima):
        contact = ContactFactory(statushouder=rima, tekst="Van een ander")
        contact.haal_door(op=VANDAAG, door=None, reden="Vergissing")
        contact.save()
        assert "Van een ander" not in pagina(client, rima).content.decode()


def test_een_partner_leest_niet_wat_alleen_voor_de_gemeente_is(client, rima):
    client.force_login(GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory()))
    ContactFactory(statushouder=rima, tekst="Alleen voor ons")
    ContactFactory(statushouder=rima, op=VANDAAG + timedelta(days=1), tekst="Geheime afspraak")
    TaakFactory(statushouder=rima, wat="Geheime taak")
    tekst = pagina(client, rima).content.decode()
    assert "Alleen voor ons" not in tekst
    assert "Geheime taak" not in tekst
    assert "Geheime afspraak" not in tekst


@pytest.mark.parametrize("leden", [1, 8])
def test_een_groot_gezin_kost_evenveel_queries(client, django_assert_num_queries, rima, ik, leden):
    gezin = rima.lidmaatschappen.get().gezin
    personen = [
        rima,
        *(lid.statushouder for lid in GezinslidFactory.create_batch(leden - 1, gezin=gezin, rol="kind")),
    ]
    for persoon in personen:
        persoon.regie.update(regisseur=ik)
        PlaatsingFactory(statushouder=persoon)
        for fabriek in (ContactFactory, TaakFactory, SignaalFactory):
            fabriek.create_batch(leden, statushouder=persoon)
    # session, user, person; members, assignments, spells; homes, offers, counts, expectations; of who does not
    # count families, their first home, own homes, permit; open tasks and signals, appointments, contacts;
    # terms; steps of the first month, guidance
    with django_assert_num_queries(21):
        antwoord = pagina(client, rima)
    assert len(antwoord.context["personen"]) == leden
