"""A home where somebody lives who may not be known of is hidden with them: its address would tell where."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from dossiers.models import Statushouder
from huisvesting import actions
from huisvesting.models import Aanbod, MogelijkeWoning, Plaatsing, Woning
from kern.namens import namens
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    GezinFactory,
    GezinslidFactory,
    InzagerechtFactory,
    VestigingFactory,
)
from tests.huisvesting.factories import AanbodFactory, PlaatsingFactory, WoningFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
DAG = date(2017, 5, 1)
GISTEREN, MORGEN = DAG - timedelta(days=1), DAG + timedelta(days=1)
# what every page has of its own: the token against forms from elsewhere
_SLEUTEL = r'value="[A-Za-z0-9]{64}"'
NIET_TE_GEBRUIKEN = "Dit adres kunt u niet gebruiken."


@pytest.fixture
def ik():
    return GebruikerFactory()


@pytest.fixture
def geheim():
    """Somebody who is shielded, with one colleague who may know."""
    persoon = VestigingFactory(van=date(2017, 1, 1)).statushouder
    InzagerechtFactory(statushouder=persoon)
    Statushouder.objects.filter(pk=persoon.pk).update(afgeschermd=True)
    return persoon


@pytest.fixture
def genoemd(geheim):
    return geheim.inzagerechten.get().gebruiker


@pytest.fixture
def woning():
    return WoningFactory(straat="Zijdeweg", huisnummer=12, postcode="2245AB", capaciteit=2)


def gezien(gebruiker, model=Woning) -> set[int]:
    """What the database gives this user of a table."""
    with namens(gebruiker, op=DAG):
        return set(model.objects.values_list("pk", flat=True))


def in_tabel(gebruiker, tabel: str) -> int:
    with namens(gebruiker, op=DAG), connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{tabel}"')
        return int(cursor.fetchone()[0])


class TestWonen:
    @pytest.mark.parametrize(
        ("van", "tot", "verborgen"),
        [
            (date(2017, 2, 1), None, True),
            (MORGEN, None, True),  # a promise
            (date(2017, 2, 1), MORGEN, True),
            (date(2017, 2, 1), DAG, False),  # the first day on which nobody lives there any more
        ],
    )
    def test_zolang_iemand_er_woont_of_gaat_wonen(self, ik, geheim, genoemd, woning, van, tot, verborgen):
        PlaatsingFactory(statushouder=geheim, woning=woning, van=van, tot=tot)
        assert gezien(ik) == (set() if verborgen else {woning.pk})
        assert gezien(GebruikerFactory(rol=Rol.CONSULENT)) == gezien(ik)
        assert gezien(genoemd) == gezien(None) == {woning.pk}

    def test_ook_haar_geschiedenis_en_waar_zij_vandaan_komt(self, ik, geheim, genoemd, woning):
        PlaatsingFactory(statushouder=geheim, woning=woning)
        MogelijkeWoning.objects.create(omschrijving="Zijdeweg 12", woning=woning, herkomst="gemeente")
        for tabel in (
            "huisvesting_woningevent",
            "huisvesting_mogelijkewoning",
            "huisvesting_mogelijkewoningevent",
        ):
            assert (in_tabel(ik, tabel), in_tabel(genoemd, tabel)) == (0, 1), tabel

    def test_zonder_beleid_staat_zij_er_wel(self, ik, geheim, woning):
        """The control."""
        PlaatsingFactory(statushouder=geheim, woning=woning)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE huisvesting_woning DISABLE ROW LEVEL SECURITY")
        assert gezien(ik) == {woning.pk}

    def test_wie_er_ook_woont_heeft_dan_geen_woning(self, client, ik, geheim, woning):
        """Whom the clerk knows lives there too: neither their page nor a partner's gives the address."""
        PlaatsingFactory(statushouder=geheim, woning=woning)
        mee = PlaatsingFactory(woning=woning)
        verwezen = DoorverwijzingFactory(statushouder=mee.statushouder)
        partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=verwezen.organisatie)
        for wie in (ik, partner):
            assert gezien(wie, Plaatsing) == gezien(wie) == set()
            client.force_login(wie)
            tekst = client.get(mee.statushouder.get_absolute_url()).content.decode()
            assert mee.statushouder.nummer in tekst
            assert "Zijdeweg" not in tekst

    def test_op_de_bladzijden_is_zij_er_niet(self, client, ik, geheim, genoemd, woning):
        WoningFactory(straat="Helmweg")
        PlaatsingFactory(statushouder=geheim, woning=woning)
        pagina = reverse("huisvesting:woning", args=[woning.pk])
        for wie, er in ((ik, False), (genoemd, True)):
            client.force_login(wie)
            lijst = client.get(reverse("huisvesting:woningen")).content.decode()
            assert "Helmweg" in lijst
            assert ("Zijdeweg" in lijst) is er
            assert client.get(pagina).status_code == (200 if er else 404)
        client.force_login(ik)
        er_niet = reverse("huisvesting:woning", args=[999_999])
        weg, nooit = (re.sub(_SLEUTEL, "", client.get(adres).content.decode()) for adres in (pagina, er_niet))
        assert weg == nooit


class TestAanbod:
    @pytest.fixture
    def familielid(self, geheim):
        """In the family of the hidden one, and known."""
        gezin = GezinFactory()
        GezinslidFactory(gezin=gezin, statushouder=geheim, van=date(2017, 1, 1))
        return GezinslidFactory(gezin=gezin, rol="partner", van=date(2017, 1, 1)).statushouder

    @pytest.mark.parametrize(
        ("velden", "verborgen"),
        [
            ({}, True),
            ({"geweigerd_op": DAG, "reden": "Te klein"}, False),
            ({"geweigerd_op": MORGEN, "reden": "Te klein"}, True),
            ({"ingetrokken_op": DAG, "reden": "Verkocht"}, False),
            ({"contract_op": MORGEN}, True),
        ],
    )
    def test_aan_iemand_met_een_verborgen_gezinslid(self, ik, genoemd, familielid, woning, velden, verborgen):
        aanbod = AanbodFactory(statushouder=familielid, woning=woning, **velden)
        assert gezien(ik) == (set() if verborgen else {woning.pk})
        assert gezien(ik, Aanbod) == (set() if verborgen else {aanbod.pk})
        assert gezien(genoemd, Aanbod) == {aanbod.pk}

    def test_wie_uit_het_gezin_ging_hoort_er_niet_meer_bij(self, ik, familielid, woning):
        familielid.lidmaatschappen.update(tot=DAG)
        aanbod = AanbodFactory(statushouder=familielid, woning=woning)
        assert gezien(ik, Aanbod) == {aanbod.pk}

    def test_wie_het_aanbiedt_en_van_niets_weet_komt_terug_in_het_dossier(
        self, client, ik, familielid, woning
    ):
        client.force_login(ik)
        antwoord = client.post(
            reverse("huisvesting:aanbieden", args=[familielid.sleutel]),
            {"woning": woning.pk, "personen": 1, "aangeboden_op": "3-4-2017"},
            follow=True,
        )
        assert (antwoord.status_code, Aanbod.objects.count()) == (200, 1)
        assert antwoord.redirect_chain[-1][0] == familielid.get_absolute_url()

    def test_aan_wie_zelf_verborgen_is(self, ik, geheim, woning):
        AanbodFactory(statushouder=geheim, woning=woning)
        assert gezien(ik) == gezien(ik, Aanbod) == set()


class TestHetzelfdeAdres:
    """Who types the address of a hidden home is answered, but not told that it is there."""

    @pytest.fixture
    def gegevens(self, woning):
        hier = {"plaats": "Wassenaar", "soort": "gewoon", "koppelgemeente": "Wassenaar"}
        return {"straat": "zijdeweg", "huisnummer": 12, "postcode": "2245AB", **hier}

    def test_in_het_formulier(self, client, ik, geheim, woning, gegevens):
        PlaatsingFactory(statushouder=geheim, woning=woning)
        client.force_login(ik)
        tekst = client.post(reverse("huisvesting:woning-toevoegen"), gegevens).content.decode()
        assert NIET_TE_GEBRUIKEN in tekst
        assert "staat al in de lijst" not in tekst
        assert 'value="zijdeweg"' in tekst
        assert Woning.objects.count() == 1

    def test_wie_haar_ziet_leest_dat_zij_er_al_staat(self, ik, woning, gegevens):
        with namens(ik, op=DAG), pytest.raises(ValidationError, match="staat al in de lijst"):
            actions.bewaar_woning(Woning(), gegevens=gegevens)
