"""The pages: one for a telephone, one with all lists, and what a partner sees and may do on them."""

from datetime import date

import pytest
from django.urls import reverse

from begeleiding.actions import begin_begeleiding, vink_af
from begeleiding.models import Begeleidingstraject, Intensiteit
from dossiers.models import Doorverwijzing, Vestiging
from kern.register import register
from tests.begeleiding.factories import MAART, TrajectFactory, eerste_maand, stap
from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

MEI = date(2017, 5, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def lijst():
    return eerste_maand(StatushouderFactory(voornamen="Rima", achternaam="Haddad", telefoon="0612345678"))


@pytest.fixture
def regisseur(client):
    wie = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
    client.force_login(wie)
    return wie


@pytest.fixture
def els(client, lijst):
    """A volunteer of VluchtelingenWerk, to whom this family was referred for guidance."""
    organisatie = OrganisatieFactory(naam="VluchtelingenWerk")
    wie = GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie, naam="Els Brouwer")
    DoorverwijzingFactory(
        statushouder=None, gezin=lijst.gezin, organisatie=organisatie, domeinen=["dossiers", "begeleiding"]
    )
    client.force_login(wie)
    return wie


def _pagina(client, lijst):
    return client.get(reverse("begeleiding:eerste-maand", args=[lijst.pk]))


def _tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


def _adres(wat, rij):
    return reverse(f"begeleiding:{wat}", args=[rij.pk])


def test_de_pagina_zegt_wat_nu_moet(client, regisseur, lijst):
    Vestiging.objects.update(brp_op=MAART)
    register.werk_bij([lijst.statushouder])
    tekst = _tekst(_pagina(client, lijst))
    assert "Eerste maand van gezin Haddad" in tekst
    assert "Nog 2 stappen te doen: woning bezichtigd en telefoon geregeld." in tekst
    assert "4 dagen te laat" in tekst
    assert "ingevuld door" in tekst
    assert "Vink af op 1 mei" in tekst
    assert "1 gedaan, 2 nog te doen" in tekst
    assert 'href="tel:0612345678"' in tekst
    assert "Kinderen ingeschreven" not in tekst


def test_de_vrijwilliger_vinkt_af_met_een_tik(client, els, lijst):
    rij = stap(lijst, "telefoon")
    antwoord = client.post(
        _adres("stap-gedaan", rij), {"versie": rij.versie, "gedaan_op": "1-5-2017"}, follow=True
    )
    assert "Afgevinkt op 1 mei: Telefoon geregeld." in _tekst(antwoord)
    # to what is still to do, with the way to take the tick back
    assert antwoord.redirect_chain[0][0].endswith("#nu")
    assert 'id="nu"' in antwoord.content.decode()
    assert f'href="{_adres("stap-terug", rij)}">Maak ongedaan</a>' in antwoord.content.decode()
    rij = stap(lijst, "telefoon")
    assert (rij.gedaan_op, rij.door, rij.organisatie) == (MEI, els, els.organisatie)
    assert "1 mei, door Els Brouwer" in _tekst(_pagina(client, lijst))


def test_nog_een_keer_met_de_terugknop(client, els, lijst):
    rij = stap(lijst, "telefoon")
    gegevens = {"versie": rij.versie, "gedaan_op": "1-5-2017"}
    client.post(_adres("stap-gedaan", rij), gegevens)
    antwoord = client.post(_adres("stap-gedaan", rij), gegevens, follow=True)
    assert "Deze stap is al afgevinkt op 1 mei 2017." in _tekst(antwoord)
    assert stap(lijst, "telefoon").versie == 2


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        ("2-5-2017", "Deze dag is nog niet geweest."),
        ("27-3-2017", "Dit kan pas vanaf de dag van vestiging: 28 maart 2017."),
        ("", "Vul in wanneer de stap gedaan is."),
    ],
)
def test_een_dag_die_niet_kan_blijft_staan_met_een_zin(client, els, lijst, dag, zin):
    rij = stap(lijst, "telefoon")
    antwoord = client.post(
        _adres("stap-gedaan", rij), {"versie": rij.versie, "gedaan_op": dag, "opmerking": "Prepaid"}
    )
    assert zin in _tekst(antwoord)
    assert f'value="{dag}"' in _tekst(antwoord) if dag else True
    assert 'value="Prepaid"' in _tekst(antwoord)
    assert stap(lijst, "telefoon").gedaan_op is None


def test_een_oude_pagina_toont_wat_er_nu_staat(client, els, lijst):
    rij = stap(lijst, "telefoon")
    vink_af(rij, versie=1, op=date(2017, 4, 10), vandaag=MEI, door=els)
    antwoord = client.post(_adres("stap-niet", rij), {"versie": 1, "reden": "Had er een"})
    tekst = _tekst(antwoord)
    assert "Iemand anders heeft dit intussen gewijzigd" in tekst
    assert "Gedaan op 10-4-2017" in tekst
    assert 'value="Had er een"' in tekst
    assert not stap(lijst, "telefoon").niet_van_toepassing


def test_niet_van_toepassing_en_weer_terug(client, els, lijst):
    rij = stap(lijst, "telefoon")
    antwoord = client.post(_adres("stap-niet", rij), {"versie": 1, "reden": ""})
    assert "Schrijf op waarom deze stap niet van toepassing is." in _tekst(antwoord)
    client.post(_adres("stap-niet", rij), {"versie": 1, "reden": "Had er een"})
    pagina = _tekst(_pagina(client, lijst))
    assert "Niet van toepassing.</b> Had er een" in pagina
    assert "van 2 stappen gedaan" in pagina
    assert "0 van 2" in _tekst(client.get(reverse("begeleiding:lijsten")))
    assert "Deze stap is toch nog te doen" in _tekst(client.get(_adres("stap-niet", rij)))
    client.post(_adres("stap-terug", rij), {"versie": 2})
    assert stap(lijst, "telefoon").gedaan_op is None


@pytest.mark.parametrize("domeinen", [["dossiers"], ["dossiers", "huisvesting"]])
def test_zonder_verwijzing_voor_begeleiding_bestaat_de_lijst_niet(client, els, lijst, domeinen):
    els.organisatie.doorverwijzingen.update(domeinen=domeinen)
    rij = stap(lijst, "telefoon")
    assert _pagina(client, lijst).status_code == 404
    for wat in ("stap-gedaan", "stap-niet", "stap-terug"):
        assert client.get(_adres(wat, rij)).status_code == 404
        assert client.post(_adres(wat, rij), {"versie": 1, "gedaan_op": "1-5-2017"}).status_code == 404
    assert "Er staat niets open" in _tekst(client.get(reverse("begeleiding:lijsten")))
    assert stap(lijst, "telefoon").gedaan_op is None


def test_de_weg_terug_naar_het_werk_blijft_bij_elke_handeling(client, regisseur, lijst):
    vanaf = "?vanaf=%2Fwerk%2F%23te-laat"
    open_, gedaan = stap(lijst, "telefoon"), stap(lijst, "woning")
    vink_af(gedaan, versie=1, op=MAART, vandaag=MEI, door=regisseur)
    pagina = client.get(reverse("begeleiding:eerste-maand", args=[lijst.pk]), {"terug": "/werk/#te-laat"})
    tekst = pagina.content.decode()
    for wat, rij in (("stap-gedaan", open_), ("stap-niet", open_), ("stap-gedaan", gedaan)):
        assert f'"{_adres(wat, rij)}{vanaf}"' in tekst
    tekst = client.get(f"{_adres('stap-gedaan', gedaan)}{vanaf}").content.decode()
    for wat in ("stap-terug", "stap-niet"):
        assert f'"{_adres(wat, gedaan)}{vanaf}"' in tekst
    antwoord = client.post(f"{_adres('stap-terug', gedaan)}{vanaf}", {"versie": 2})
    assert antwoord["Location"].endswith("?terug=%2Fwerk%2F%23te-laat#nu")
    antwoord = client.post(
        f"{_adres('stap-niet', open_)}{vanaf}", {"versie": 1, "reden": "Had al"}, follow=True
    )
    assert f'href="{_adres("stap-terug", open_)}{vanaf}">Maak ongedaan</a>' in antwoord.content.decode()


def test_een_stap_die_voor_dit_gezin_niet_geldt_heeft_geen_pagina(client, els, lijst):
    assert client.get(_adres("stap-gedaan", stap(lijst, "onderwijs"))).status_code == 404


def test_het_overzicht_telt_te_laat_en_deze_week(client, regisseur, lijst):
    eerste_maand(op=date(2017, 4, 3), naam="Deze week")
    eerste_maand(op=date(2017, 4, 20), naam="Later")
    tekst = _tekst(client.get(reverse("begeleiding:lijsten")))
    assert "3 gezinnen hebben nog iets te doen. 1 te laat. 1 uiterlijk deze week." in tekst
    assert tekst.index("Haddad") < tekst.index("Deze week</a>") < tekst.index("Later</a>")
    assert "0 van 3" in tekst


@pytest.mark.parametrize("aantal", [1, 50])
def test_het_overzicht_kost_evenveel_vragen(client, regisseur, aantal, django_assert_num_queries):
    for nummer in range(aantal):
        eerste_maand(naam=f"Gezin {nummer}")
    with django_assert_num_queries(5):
        client.get(reverse("begeleiding:lijsten"))


@pytest.mark.parametrize("aantal", [1, 50])
def test_de_trajecten_kosten_evenveel_vragen(client, regisseur, aantal, django_assert_num_queries):
    TrajectFactory.create_batch(aantal)
    with django_assert_num_queries(7):
        client.get(reverse("begeleiding:trajecten"))


def test_twee_begeleiders_met_dezelfde_naam_zijn_er_twee(client, regisseur):
    organisatie = OrganisatieFactory()
    for _ in range(2):
        wie = GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie, naam="Els Brouwer")
        TrajectFactory(organisatie=organisatie, begeleider=wie)
    begeleiders = client.get(reverse("begeleiding:trajecten")).context["begeleiders"]
    assert [(rij.naam, rij.personen) for rij in begeleiders] == [("Els Brouwer", 1)] * 2


def test_het_paneel_en_de_tijdlijn(client, els, lijst):
    rij = stap(lijst, "telefoon")
    vink_af(rij, versie=1, op=date(2017, 4, 10), vandaag=MEI, door=els)
    tekst = _tekst(client.get(lijst.statushouder.get_absolute_url()))
    assert "1 van 3 klaar" in tekst
    assert "Eerste maand openen" in tekst
    assert "Telefoon geregeld" in tekst


def _traject(persoon, **anders):
    gegevens = {"organisatie": OrganisatieFactory(), "van": MAART, "intensiteit": Intensiteit.GEWOON}
    return begin_begeleiding([persoon], **{**gegevens, **anders})[0]


def test_begeleiding_begint_voor_wie_het_nodig_heeft(client, regisseur, lijst):
    organisatie = OrganisatieFactory()
    adres = reverse("begeleiding:traject-nieuw", args=[lijst.statushouder.sleutel])
    assert "Rima Haddad" in _tekst(client.get(adres))
    gegevens = {
        "personen": [lijst.statushouder_id],
        "organisatie": organisatie.pk,
        "vrijwilliger": "Bram Kok",
        "intensiteit": "intensief",
        "van": "1-4-2017",
    }
    client.post(adres, gegevens)
    traject = Begeleidingstraject.objects.get()
    assert (traject.wie, traject.van, traject.tot) == ("Bram Kok", date(2017, 4, 1), None)
    assert "al begeleiding van deze organisatie" in _tekst(client.post(adres, gegevens))
    tekst = _tekst(client.get(reverse("begeleiding:trajecten")))
    assert "1 persoon krijgt nu begeleiding." in tekst
    assert "Bram Kok" in tekst


def test_een_partner_kiest_de_eigen_begeleider(client, els, lijst):
    eigen = _traject(lijst.statushouder, organisatie=els.organisatie)
    ander = _traject(lijst.statushouder)
    assert client.get(_adres("traject", ander)).status_code == 404
    antwoord = client.post(
        _adres("traject", eigen),
        {
            "versie": 1,
            "begeleider": els.pk,
            "vrijwilliger": "",
            "intensiteit": "licht",
            "tot_en_met": "30-4-2017",
        },
        follow=True,
    )
    assert "De begeleiding is opgeslagen." in _tekst(antwoord)
    eigen.refresh_from_db()
    assert (eigen.begeleider, eigen.intensiteit, eigen.tot) == (els, "licht", MEI)


@pytest.mark.parametrize("elders", [False, True])
def test_begeleiding_van_wie_weg_is_houdt_haar_begeleider(client, els, lijst, elders):
    """Who cannot sign in any more, or works for another organisation by now."""
    waar = OrganisatieFactory() if elders else els.organisatie
    weg = GebruikerFactory(rol=Rol.PARTNER, organisatie=waar, is_active=elders)
    traject = TrajectFactory(
        statushouder=lijst.statushouder, organisatie=els.organisatie, begeleider=weg, van=MAART
    )
    pagina = client.get(_adres("traject", traject)).content.decode()
    assert f'<option value="{weg.pk}" selected>' in pagina
    gegevens = {"versie": 1, "begeleider": weg.pk, "intensiteit": "gewoon", "tot_en_met": "30-4-2017"}
    client.post(_adres("traject", traject), gegevens)
    traject.refresh_from_db()
    assert (traject.begeleider, traject.tot) == (weg, MEI)


def test_een_vreemde_begeleider_kan_niet(client, els, lijst):
    eigen = _traject(lijst.statushouder, organisatie=els.organisatie)
    vreemd = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory())
    gegevens = {"versie": 1, "begeleider": vreemd.pk, "intensiteit": "licht"}
    assert client.post(_adres("traject", eigen), gegevens).status_code == 200
    beide = {**gegevens, "begeleider": els.pk, "vrijwilliger": "Bram"}
    assert "niet allebei" in _tekst(client.post(_adres("traject", eigen), beide))
    eerder = {**gegevens, "begeleider": "", "tot_en_met": "27-3-2017"}
    assert "mag niet voor de eerste dag liggen" in _tekst(client.post(_adres("traject", eigen), eerder))
    eigen.refresh_from_db()
    assert eigen.versie == 1


def test_wie_verwezen_kreeg_vraagt_iets_vanaf_de_lijst(client, els, lijst):
    verwijzing = Doorverwijzing.objects.get(organisatie=els.organisatie)
    vragen = reverse("partners:vraag", args=[verwijzing.pk])
    assert f'href="{vragen}"' in _tekst(_pagina(client, lijst))
    assert client.get(vragen).status_code == 200
    client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
    assert vragen not in _tekst(_pagina(client, lijst))
