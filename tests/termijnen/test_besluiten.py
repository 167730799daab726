"""Deciding about a term by hand: what may, what not, twice, and taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from dossiers.models import Statushouder
from kern.register import register
from termijnen.actions import besluit, draai_terug, herbereken
from termijnen.figures import besluiten
from termijnen.forms import BesluitForm
from termijnen.models import Status, Termijn, Uitzondering
from termijnen.rules import Lopend, bezwaren
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

VANDAAG = date(2017, 5, 10)
_MAART = {"begint_op": date(2017, 3, 6), "gedaan_op": None}
NORM = Lopend(soort="norm", bron="COA", vervalt_op=date(2017, 5, 15), **_MAART)
WET = Lopend(soort="wet", bron="Wi2021, artikel 13", vervalt_op=date(2017, 5, 15), **_MAART)
LAAT = Lopend(soort="norm", bron="COA", vervalt_op=date(2017, 5, 1), **_MAART)


@pytest.mark.parametrize(
    ("termijn", "soort", "datum", "veld"),
    [
        (NORM, "uitstel", date(2017, 5, 15), "nieuwe_datum"),  # the last day itself
        (NORM, "uitstel", date(2017, 5, 16), None),
        (LAAT, "uitstel", date(2017, 5, 9), "nieuwe_datum"),  # yesterday
        (LAAT, "uitstel", date(2017, 5, 10), "nieuwe_datum"),  # today
        (LAAT, "uitstel", date(2017, 5, 11), None),
        (NORM, "uitstel", None, "nieuwe_datum"),
        (WET, "uitstel", date(2017, 6, 1), "soort"),  # a law has none to give
        (WET, "vrijstelling", None, None),
        (NORM, "vrijstelling", date(2017, 6, 1), "nieuwe_datum"),
        (NORM, "voldaan", date(2017, 5, 10), None),
        (NORM, "voldaan", date(2017, 5, 11), "nieuwe_datum"),  # tomorrow
        (NORM, "voldaan", date(2017, 3, 6), None),
        (NORM, "voldaan", date(2017, 3, 5), "nieuwe_datum"),  # before it began
    ],
)
def test_wat_mag_en_wat_niet(termijn, soort, datum, veld):
    gevonden = bezwaren(termijn, soort=soort, nieuwe_datum=datum, op=VANDAAG)
    assert list(gevonden) == ([veld] if veld else [])


def test_wat_een_wet_bepaalt_wordt_met_het_artikel_geweigerd():
    [zin] = bezwaren(WET, soort="uitstel", nieuwe_datum=date(2017, 6, 1), op=VANDAAG).values()
    assert "(Wi2021, artikel 13)" in zin


@pytest.mark.parametrize(
    ("waarom", "toelichting", "reden"),
    [
        ("Wacht op een plaats", "", "Wacht op een plaats"),
        ("Wacht op een plaats", "ISK vanaf 15 mei", "Wacht op een plaats: ISK vanaf 15 mei"),
        ("", "De woning komt later", "De woning komt later"),
        ("", " ", None),
    ],
)
def test_een_reden_is_gekozen_of_geschreven(waarom, toelichting, reden):
    gegevens = {"soort": "uitstel", "nieuwe_datum": "1-6-2017", "waarom": waarom, "reden": toelichting}
    form = BesluitForm(gegevens)
    assert form.is_valid() is (reden is not None)
    if reden:
        verwacht = {"soort": "uitstel", "nieuwe_datum": date(2017, 6, 1), "reden": reden, "gezien": None}
        assert form.cleaned_data == verwacht
    else:
        assert list(form.errors) == ["reden"]


def test_wat_gedaan_is_vraagt_geen_besluit():
    gedaan = Lopend(
        soort="norm",
        bron="COA",
        begint_op=NORM.begint_op,
        vervalt_op=NORM.vervalt_op,
        gedaan_op=date(2017, 5, 2),
    )
    for soort in ("uitstel", "vrijstelling", "voldaan"):
        gevonden = bezwaren(gedaan, soort=soort, nieuwe_datum=date(2017, 6, 1), op=VANDAAG)
        assert gevonden == {"soort": "Dit is al gedaan op 2-5-2017."}


@pytest.fixture
def persoon(db):
    persoon = StatushouderFactory(coa_koppeldatum=date(2017, 3, 6))
    herbereken()
    return persoon


@pytest.fixture
def termijn(persoon):
    return Termijn.objects.get(statushouder=persoon)


@pytest.fixture
def collega(db):
    return GebruikerFactory(rol=Rol.KLANTREGISSEUR)


def stel_uit(termijn, collega, **anders):
    [regel] = [regel for _domein, regel in register.termijnregels() if regel.code == termijn.code]
    velden = {"soort": "uitstel", "nieuwe_datum": date(2017, 6, 1), "reden": "Later vrij", "op": VANDAAG}
    return besluit(termijn, regel=regel, door=collega, **velden | anders)


def test_hetzelfde_besluit_twee_keer_is_een_zin_en_een_rij(termijn, collega):
    stel_uit(termijn, collega)
    with pytest.raises(ValidationError, match="vandaag al vastgelegd"):
        stel_uit(termijn, collega)
    assert Uitzondering.objects.count() == 1


def test_een_termijn_die_intussen_verdween_is_een_zin(termijn, collega):
    Statushouder.objects.filter(pk=termijn.statushouder_id).update(coa_koppeldatum=None)
    herbereken()
    with pytest.raises(ValidationError, match="er niet meer"):
        stel_uit(termijn, collega)


def test_een_ander_besluit_komt_erbij_en_geldt(termijn, collega):
    stel_uit(termijn, collega)
    stel_uit(termijn, collega, nieuwe_datum=date(2017, 7, 1))
    assert Termijn.objects.met_status(VANDAAG).get().uitgesteld_tot == date(2017, 7, 1)


def test_teruggedraaid_geldt_het_niet_meer_en_blijft_het_te_lezen(termijn, collega):
    rij = stel_uit(termijn, collega)
    draai_terug(rij, op=date(2017, 5, 11))
    assert Termijn.objects.met_status(date(2017, 5, 16)).get().status == Status.TE_LAAT
    assert Uitzondering.objects.get().ingetrokken_op == date(2017, 5, 11)
    with pytest.raises(ValidationError, match="al teruggedraaid"):
        draai_terug(rij, op=date(2017, 5, 12))


class TestPaginas:
    """In the browser: from the dossier to the decision and back."""

    @pytest.fixture(autouse=True)
    def _dag(self, settings):
        settings.VANDAAG = VANDAAG.isoformat()

    def besluitpagina(self, termijn):
        return reverse("termijnen:besluit", args=[termijn.pk])

    def test_uitstellen_en_terugdraaien(self, client, termijn, collega):
        client.force_login(collega)
        lijst = reverse("termijnen:dossier", args=[termijn.statushouder.sleutel])
        assert self.besluitpagina(termijn) in client.get(lijst).content.decode()
        gestuurd = {"soort": "uitstel", "nieuwe_datum": "1-6-2017", "reden": "De woning komt later"}
        assert client.post(self.besluitpagina(termijn), gestuurd)["Location"] == lijst
        pagina = client.get(lijst).content.decode()
        assert "Uitstel tot en met 1-6-2017. De woning komt later" in pagina
        terug = reverse("termijnen:terugdraaien", args=[Uitzondering.objects.get().pk])
        assert terug in pagina
        assert client.post(terug)["Location"] == lijst
        assert "teruggedraaid op 10-5-2017" in client.get(lijst).content.decode()
        assert "Dit besluit is al teruggedraaid." in client.post(terug).content.decode()

    def test_wat_buiten_het_systeem_om_is_gedaan_kan_worden_teruggedraaid(self, client, termijn, collega):
        rij = stel_uit(termijn, collega, soort="voldaan", nieuwe_datum=VANDAAG)
        client.force_login(collega)
        lijst = reverse("termijnen:dossier", args=[termijn.statushouder.sleutel])
        terug = reverse("termijnen:terugdraaien", args=[rij.pk])
        pagina = client.get(lijst).content.decode()
        assert "Op tijd gedaan" in pagina
        assert terug in pagina
        assert self.besluitpagina(termijn) not in pagina
        client.post(terug)
        assert terug not in client.get(lijst).content.decode()

    def test_wat_is_getypt_blijft_staan(self, client, termijn, collega):
        client.force_login(collega)
        gestuurd = {"soort": "uitstel", "nieuwe_datum": "10-5-2017", "reden": "De woning komt later"}
        pagina = client.post(self.besluitpagina(termijn), gestuurd).content.decode()
        assert "De laatste dag is al 15-5-2017." in pagina or "Kies een dag na vandaag." in pagina
        assert "De woning komt later" in pagina
        assert not Uitzondering.objects.exists()

    def test_zonder_recht_in_het_domein_bestaat_de_pagina_niet(self, client, termijn):
        partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory())
        for gebruiker in (GebruikerFactory(rol=Rol.CONSULENT), GebruikerFactory(rol=Rol.FINANCIEN), partner):
            client.force_login(gebruiker)
            assert client.get(self.besluitpagina(termijn)).status_code == 404
            assert (
                client.post(self.besluitpagina(termijn), {"soort": "vrijstelling", "reden": "x"}).status_code
                == 404
            )
        assert not Uitzondering.objects.exists()

    def test_zonder_recht_in_het_domein_blijft_een_besluit_staan(self, client, termijn, collega):
        rij = stel_uit(termijn, collega)
        for rol in (Rol.CONSULENT, Rol.FINANCIEN):
            client.force_login(GebruikerFactory(rol=rol))
            assert client.post(reverse("termijnen:terugdraaien", args=[rij.pk])).status_code == 404
        rij.refresh_from_db()
        assert rij.ingetrokken_op is None

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_evenveel_vragen_bij_een_en_bij_vijftig(
        self, client, termijn, collega, aantal, django_assert_num_queries
    ):
        for nummer in range(aantal):
            stel_uit(termijn, collega, nieuwe_datum=date(2018, 1, 1) + timedelta(days=nummer))
        client.force_login(collega)
        with django_assert_num_queries(6):
            client.get(reverse("termijnen:dossier", args=[termijn.statushouder.sleutel]))


def test_een_besluit_over_het_gezin_gaat_mee_naar_een_ander_hoofd(persoon, collega):
    gezin, ander = GezinFactory(), StatushouderFactory(coa_koppeldatum=date(2017, 3, 6))
    lid = GezinslidFactory(gezin=gezin, statushouder=persoon)
    tweede = GezinslidFactory(gezin=gezin, statushouder=ander, rol="partner")
    herbereken()
    stel_uit(Termijn.objects.get(statushouder=persoon), collega)
    lid.rol, tweede.rol = "partner", "hoofd"
    lid.save()
    tweede.save()
    herbereken()
    [nu] = Termijn.objects.met_status(VANDAAG)
    assert (nu.statushouder, nu.status, nu.uitgesteld_tot) == (ander, Status.UITGESTELD, date(2017, 6, 1))
    assert [rij.reden for rij in besluiten([nu])[nu.pk]] == ["Later vrij"]


def test_een_besluit_over_het_gezin_volgt_het_oude_hoofd_niet(persoon, collega):
    lid = GezinslidFactory(gezin=GezinFactory(), statushouder=persoon, van=date(2017, 1, 1))
    herbereken()
    stel_uit(Termijn.objects.get(statushouder=persoon), collega)
    lid.tot = date(2017, 4, 1)
    lid.save()
    GezinslidFactory(gezin=GezinFactory(), statushouder=persoon, van=date(2017, 4, 1))
    herbereken()
    [nu] = Termijn.objects.met_status(VANDAAG)
    assert (nu.statushouder, nu.status, besluiten([nu])[nu.pk]) == (persoon, Status.OPEN, [])


def test_een_besluit_over_een_ander_gezin_geldt_niet(persoon, collega):
    """The control: the same rule, another family."""
    ander = StatushouderFactory(coa_koppeldatum=date(2017, 3, 6))
    for wie in (persoon, ander):
        GezinslidFactory(gezin=GezinFactory(), statushouder=wie)
    herbereken()
    stel_uit(Termijn.objects.get(statushouder=persoon), collega)
    nu = Termijn.objects.met_status(VANDAAG).get(statushouder=ander)
    assert (nu.status, besluiten([nu])[nu.pk]) == (Status.OPEN, [])


@pytest.mark.parametrize(
    ("koppeling", "status"),
    [
        (date(2017, 3, 22), Status.UITGESTELD),
        (date(2017, 3, 23), Status.OPEN),
        (date(2017, 4, 3), Status.OPEN),
    ],
)
def test_uitstel_dat_is_ingehaald_stelt_niets_uit(termijn, collega, koppeling, status):
    """Postponed to 1 June; with another day of the link the term itself ends on 31 May, on 1 June or later."""
    stel_uit(termijn, collega)
    Statushouder.objects.filter(pk=termijn.statushouder_id).update(coa_koppeldatum=koppeling)
    herbereken()
    nu = Termijn.objects.met_status(VANDAAG).get()
    assert (nu.status, nu.uiterlijk) == (status, max(date(2017, 6, 1), nu.vervalt_op))
