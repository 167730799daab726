"""The register of processing, as the privacy officer and the functional manager see it."""

from __future__ import annotations

import csv

import pytest
from django.urls import reverse

from kern.contract import Stelling
from kern.register import register
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang import figures, rules
from toegang.models import Rol

MAG = {Rol.PRIVACY, Rol.BEHEERDER}


def regel(code: str) -> figures.Registerregel:
    return next(rij for rij in figures.register() if rij.regel.verwerking.code == code)


@pytest.mark.django_db
@pytest.mark.parametrize("naam", ["verwerkingen", "verwerkingen-bestand"])
@pytest.mark.parametrize("rol", Rol.values)
def test_wie_het_register_ziet(client, rol, naam):
    client.force_login(GebruikerFactory(rol=rol, organisatie=OrganisatieFactory()))
    assert client.get(reverse(naam)).status_code == (200 if rol in MAG else 404)


@pytest.mark.django_db
def test_de_bladzijde(client):
    officier = GebruikerFactory(rol=Rol.PRIVACY, naam="Anouk Visser")
    client.force_login(officier)
    pagina = client.get(reverse("verwerkingen")).content.decode()
    for domein, verwerking in register.verwerkingen():
        assert verwerking.naam in pagina
        assert domein.label in pagina
    assert f"Anouk Visser ({officier.email})" in pagina
    assert "burgerservicenummer (nationaal nummer)" in pagina
    assert "Besluit inburgering 2021, artikel 9.9" in pagina
    assert "data-afdrukken" in pagina
    assert f'href="{reverse("verwerkingen-bestand")}"' in pagina


@pytest.mark.django_db
def test_het_menu(client):
    client.force_login(GebruikerFactory(rol=Rol.PRIVACY))
    assert f'href="{reverse("verwerkingen")}"' in client.get(reverse("welkom")).content.decode()


@pytest.mark.django_db
def test_de_bladzijde_zegt_wie_vaststelt_wat_er_nog_niet_is(client):
    client.force_login(GebruikerFactory(rol=Rol.PRIVACY))
    tekst = " ".join(client.get(reverse("verwerkingen")).text.split())
    assert "Het college besluit, op voorstel van de privacyfunctionaris." in tekst


@pytest.mark.django_db
def test_de_bladzijde_kost_evenveel_vragen_met_meer_gebruikers(client, django_assert_num_queries):
    client.force_login(GebruikerFactory(rol=Rol.PRIVACY))
    client.get(reverse("verwerkingen"))
    # among them the name of the municipality, in the role of the reader within its savepoints
    with django_assert_num_queries(9):
        client.get(reverse("verwerkingen"))
    GebruikerFactory.create_batch(20, rol=Rol.PRIVACY)
    # among them the name of the municipality, in the role of the reader within its savepoints
    with django_assert_num_queries(9):
        client.get(reverse("verwerkingen"))


@pytest.mark.django_db
def test_het_bestand(client):
    client.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
    antwoord = client.get(reverse("verwerkingen-bestand"))
    kop, *rijen = csv.reader(antwoord.content.decode("utf-8-sig").splitlines(), delimiter=";")
    assert tuple(kop) == figures.KOLOMMEN
    assert [rij[1] for rij in rijen] == [verwerking.naam for _domein, verwerking in register.verwerkingen()]
    assert all(len(rij) == len(kop) for rij in rijen)
    assert not [cel for rij in rijen for cel in rij if cel.startswith(("=", "+", "-", "@"))]
    assert 'filename="register-van-verwerkingen.csv"' in antwoord["Content-Disposition"]


def test_de_ontvangers_komen_uit_de_tabel_van_rechten(monkeypatch):
    assert Rol.FINANCIEN.label not in regel("huisvesting.huisvesten").ontvangers
    monkeypatch.setitem(rules.RECHTEN, (Rol.FINANCIEN, "huisvesting"), frozenset({rules.INZIEN}))
    assert Rol.FINANCIEN.label in regel("huisvesting.huisvesten").ontvangers


def test_een_partner_krijgt_alleen_wat_is_verwezen():
    assert "Partner, alleen wat is verwezen" in regel("dossiers.dossier").ontvangers
    assert not [wie for wie in regel("dossiers.geschiedenis").ontvangers if "Partner" in wie]
    assert "Beheerder van een partner, alleen de eigen organisatie" in regel("toegang.gebruikers").ontvangers


def test_het_leeslog_is_van_de_privacyfunctionaris():
    assert regel("toegang.leeslog").ontvangers == (Rol.PRIVACY.label,)


def test_wat_geen_bron_heeft_staat_er_als_nog_vast_te_stellen():
    for rij in figures.register():
        verwerking = rij.regel.verwerking
        cellen = dict(zip(figures.KOLOMMEN, rij.cellen(), strict=True))
        for stelling in (*verwerking.grondslagen, *verwerking.bewaren):
            assert f"{stelling.tekst} [{stelling.bron or 'nog vast te stellen'}]" in " ".join(cellen.values())
        if not verwerking.bewaren:
            assert cellen["bewaren"] == "nog vast te stellen"
            assert rij.open


def test_een_termijn_staat_er_alleen_met_haar_bron():
    """G4: the only terms that a source gives are those of the inburgering."""
    met_bron = {
        stelling for rij in figures.register() for stelling in rij.regel.verwerking.bewaren if stelling.bron
    }
    assert {stelling.bron for stelling in met_bron} == {"Besluit inburgering 2021, artikel 9.9"}
    assert Stelling("Al het andere.") in regel("dossiers.dossier").regel.verwerking.bewaren
