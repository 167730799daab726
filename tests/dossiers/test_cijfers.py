"""Stocks at the end of a day, the list, and the age groups."""

from datetime import date

import pytest
from django.urls import reverse

from dossiers import figures
from dossiers.filters import Dossierfilter
from dossiers.models import Stand, Statushouder, WijzeVanKomst
from kern.contract import Peiling
from tests.dossiers.factories import (
    GezinFactory,
    GezinslidFactory,
    StatushouderFactory,
    VestigingFactory,
)
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("dag", "aantal"),
    [("2017-03-27", 0), ("2017-03-28", 1), ("2017-04-30", 1), ("2017-05-01", 0), ("2017-05-02", 0)],
)
def test_wie_zich_vestigt_telt_die_dag_wie_vertrekt_niet_meer(dag, aantal):
    VestigingFactory(van=date(2017, 3, 28), tot=date(2017, 5, 1))
    assert figures.personen(Peiling.op(date.fromisoformat(dag))).count() == aantal


def test_wie_terugkomt_is_weer_gevestigd_en_een_persoon():
    vestiging = VestigingFactory(van=date(2016, 1, 1), tot=date(2016, 6, 1))
    VestigingFactory(statushouder=vestiging.statushouder, van=date(2017, 1, 1))
    aantallen = [figures.personen(Peiling.op(dag)).count() for dag in (date(2016, 12, 31), date(2017, 1, 1))]
    assert aantallen == [0, 1]


@pytest.mark.parametrize(("dag", "aantal"), [("2017-03-27", 0), ("2017-03-28", 1), ("2017-05-01", 0)])
def test_een_gezin_telt_met_ten_minste_een_gevestigd_lid(dag, aantal):
    gezin = GezinFactory()
    gevestigd = GezinslidFactory(gezin=gezin)
    GezinslidFactory(gezin=gezin, rol="kind")
    VestigingFactory(statushouder=gevestigd.statushouder, van=date(2017, 3, 28), tot=date(2017, 5, 1))
    assert figures.gezinnen(Peiling.op(date.fromisoformat(dag))).count() == aantal


def test_stand_volgt_uit_de_feiten():
    dag = date(2017, 5, 1)
    verwacht = StatushouderFactory(wijze_van_komst=WijzeVanKomst.NAREIZIGER)
    gekoppeld = StatushouderFactory(coa_koppeldatum=dag)
    straks = StatushouderFactory(coa_koppeldatum=date(2017, 5, 2))
    gevestigd = VestigingFactory(van=dag).statushouder
    weg = VestigingFactory(van=date(2017, 1, 1), tot=dag).statushouder
    standen = dict(Statushouder.objects.met_stand(dag).values_list("pk", "stand"))
    assert standen == {
        verwacht.pk: Stand.VERWACHT,
        gekoppeld.pk: Stand.GEKOPPELD,
        straks.pk: Stand.GEREGISTREERD,
        gevestigd.pk: Stand.GEVESTIGD,
        weg.pk: Stand.VERTROKKEN,
    }


@pytest.mark.parametrize(
    ("vroegst", "laatst", "groep"),
    [
        ("1999-05-01", "1999-05-01", "18-27"),  # 18 today
        ("1999-05-02", "1999-05-02", "12-18"),  # 18 tomorrow
        ("1990-05-01", "1990-05-01", "27"),
        ("1990-05-02", "1990-05-02", "18-27"),
        ("1999-01-01", "1999-12-31", "onbekend"),  # 17 or 18
        ("1995-01-01", "1995-12-31", "18-27"),  # 21 or 22: the group is certain
        (None, None, "onbekend"),
    ],
)
def test_leeftijdsgroep_alleen_als_zij_zeker_is(vroegst, laatst, groep):
    persoon = StatushouderFactory(geboren_vroegst=vroegst, geboren_laatst=laatst)
    gevonden = [
        code
        for code in ("0-4", "4-12", "12-18", "18-27", "27", "onbekend")
        if Dossierfilter(
            {"leeftijd": code},
            queryset=Statushouder.objects.met_stand(date(2017, 5, 1)),
            peildatum=date(2017, 5, 1),
            regisseurs={},
        ).qs.contains(persoon)
    ]
    assert gevonden == [groep]


@pytest.mark.parametrize("rol", Rol.values)
def test_wie_dossiers_niet_mag_zien_krijgt_hetzelfde_als_wat_er_niet_is(client, rol):
    organisatie = {"organisatie__naam": "Taalhuis"} if rol == Rol.PARTNER else {}
    gebruiker = GebruikerFactory(rol=rol) if not organisatie else None
    if gebruiker is None:
        from tests.toegang.factories import OrganisatieFactory

        gebruiker = GebruikerFactory(rol=rol, organisatie=OrganisatieFactory())
    client.force_login(gebruiker)
    mag = rol in {Rol.KLANTREGISSEUR, Rol.COORDINATOR, Rol.CONSULENT}  # a partner: after a referral
    antwoord = client.get(StatushouderFactory().get_absolute_url())
    assert antwoord.status_code == (200 if mag else 404)
    wijzigen = client.get(reverse("dossiers:registreren"))
    assert wijzigen.status_code == (200 if rol in {Rol.KLANTREGISSEUR, Rol.COORDINATOR} else 404)
