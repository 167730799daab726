"""Who may see this dossier now, on its page: by the same grants as "Waarom zie ik dit?"."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dossiers.figures.waarom import waarom, wie_mag
from dossiers.models import Inzagerecht, Regie, Statushouder, Waarneming
from kern.namens import namens
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    GezinslidFactory,
    InzagerechtFactory,
    StatushouderFactory,
)
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)
DAG = timedelta(days=1)


def adres(persoon) -> str:
    return f"/dossiers/{persoon.sleutel}/inzage/"


def lijnen(client, persoon) -> list[tuple[str, ...]]:
    return [
        (lijn["wie"], lijn["onder"] or lijn["aantal"], lijn["waarom"], lijn["ziet"], lijn["tot_en_met"])
        for lijn in client.get(adres(persoon)).context["toegang"]
    ]


def mensen(persoon, op: date = MEI) -> set[int]:
    with namens(None, op=op):
        return {wie.pk for lijn in wie_mag(persoon, op) for wie in lijn.mensen}


def ziende(persoon, op: date = MEI) -> set[int]:
    """Everybody who can sign in and gets the person by `zichtbaar_voor`."""
    gevonden = set()
    for gebruiker in Gebruiker.objects.filter(is_active=True):
        with namens(gebruiker, op=op):
            if Statushouder.objects.zichtbaar_voor(gebruiker).filter(pk=persoon.pk).exists():
                gevonden.add(gebruiker.pk)
    return gevonden


@pytest.fixture
def iedereen(db) -> list[Gebruiker]:
    """A user in each role, one who left, and partners of two organisations."""
    ergens, elders = OrganisatieFactory(naam="Taalhuis"), OrganisatieFactory(naam="Elders")
    return [
        *(GebruikerFactory(rol=rol, naam=f"Een {rol}") for rol in Rol.values if rol != Rol.PARTNER),
        GebruikerFactory(naam="Weg", is_active=False),
        *(
            GebruikerFactory(rol=Rol.PARTNER, organisatie=waar, naam=f"Partner {nr}")
            for waar in (ergens, elders)
            for nr in (1, 2)
        ),
    ]


class TestDezelfdeMensen:
    @pytest.mark.parametrize("afgeschermd", [False, True])
    @pytest.mark.parametrize("dagen", [-1, 0, 1, 2])
    def test_wie_een_lijn_heeft_ziet_het_en_niemand_anders(self, iedereen, afgeschermd, dagen):
        persoon, op = StatushouderFactory(afgeschermd=afgeschermd), MEI + dagen * DAG
        DoorverwijzingFactory(
            statushouder=persoon,
            organisatie=iedereen[-4].organisatie,
            van=MEI,
            tot_en_met=MEI + DAG,
            aangenomen_op=MEI,
        )
        for wie in (iedereen[0], iedereen[-4], iedereen[-1]):
            Inzagerecht.objects.create(
                statushouder=persoon, gebruiker=wie, van=MEI, tot=MEI + 2 * DAG, reden="behandelaar"
            )
        assert mensen(persoon, op) == ziende(persoon, op)
        assert (iedereen[-4].pk in mensen(persoon, op)) == (dagen in {0, 1})

    def test_via_het_gezin(self, iedereen):
        lid = GezinslidFactory()
        DoorverwijzingFactory(statushouder=None, gezin=lid.gezin, organisatie=iedereen[-1].organisatie)
        assert iedereen[-1].pk in mensen(lid.statushouder)
        assert mensen(lid.statushouder) == ziende(lid.statushouder)

    def test_dezelfde_gronden_als_ieder_zelf_leest(self, iedereen):
        persoon = StatushouderFactory()
        DoorverwijzingFactory(statushouder=persoon, organisatie=iedereen[-1].organisatie)
        with namens(None, op=MEI):
            lijnen = wie_mag(persoon, MEI)
        for wie in iedereen:
            with namens(wie, op=MEI):
                eigen = waarom(persoon, wie, MEI) if wie.is_active else []
            assert [grond for lijn in lijnen if wie in lijn.mensen for grond in lijn.gronden] == eigen

    def test_wie_niet_meer_mag_inloggen_staat_er_niet(self, iedereen):
        [weg] = [wie for wie in iedereen if not wie.is_active]
        assert weg.pk not in mensen(StatushouderFactory())


class TestPagina:
    def test_regisseur_waarnemer_organisatie_en_rollen(self, client, ik, rima, iedereen):
        Regie.objects.filter(statushouder=rima).update(regisseur=ik, van=date(2017, 3, 1))
        joost = GebruikerFactory(naam="Joost van den Berg")
        Waarneming.objects.create(afwezige=ik, waarnemer=joost, van=MEI, tot=MEI + 7 * DAG)
        DoorverwijzingFactory(
            statushouder=rima, organisatie=iedereen[-4].organisatie, domeinen=["inburgering"], doel="Taalles"
        )
        gevonden = lijnen(client, rima)
        assert gevonden[0] == (
            "Marieke de Wit", "dit bent u", "regisseur, vanaf 1-3-2017", "alle onderwerpen",
            "tot overdracht",
        )  # fmt: skip
        assert gevonden[1][:3] == (
            "Joost van den Berg", "klantregisseur", "neemt waar voor Marieke de Wit, vanaf 1-5-2017",
        )  # fmt: skip
        assert gevonden[1][4] == "7-5-2017"
        wie, aantal, waardoor, ziet, einde = gevonden[2]
        assert (wie, aantal, ziet, einde) == (
            "Taalhuis", "2 mensen", "inburgering, zonder BSN", "31-12-2017",
        )  # fmt: skip
        assert waardoor.startswith("doorverwezen: Taalles, vanaf ")
        rollen = {lijn[0]: lijn[1:] for lijn in gevonden[3:]}
        assert rollen["Klantregisseurs"] == ("3 mensen", "rol", "alle onderwerpen", "zolang deze rol duurt")
        assert rollen["Een consulent"][:3] == (
            "consulent W&I", "mandaat, 18 jaar of ouder", "algemeen, inburgering en werk en inkomen",
        )  # fmt: skip
        assert set(rollen) == {"Klantregisseurs", "Een consulent", "Een coordinator"}

    def test_een_kind_ziet_de_consulent_niet(self, client, ik, iedereen):
        kind = StatushouderFactory(geboren_vroegst=date(1999, 5, 2), geboren_laatst=date(1999, 5, 2))
        assert "Een consulent" not in {lijn[0] for lijn in lijnen(client, kind)}

    def test_de_namen_en_de_grondslag_staan_erbij(self, client, ik, rima, iedereen):
        DoorverwijzingFactory(statushouder=rima, organisatie=iedereen[-4].organisatie)
        tekst = client.get(adres(rima)).content.decode()
        assert "<li>Partner 1</li>" in tekst
        assert "Taak van de gemeente (AVG art. 6 lid 1 e)" in tekst
        assert "Elders" not in tekst

    def test_de_eigen_grond_staat_bovenaan(self, client, ik, rima):
        Regie.objects.filter(statushouder=rima).update(regisseur=ik)
        tekst = client.get(adres(rima)).content.decode()
        assert tekst.index("U bent de regisseur van dit dossier.") < tekst.index("Wie zag dit dossier?")

    def test_van_een_afgeschermd_dossier_alleen_wie_met_naam_staat_en_tot_wanneer(self, client, ik, iedereen):
        persoon = StatushouderFactory(afgeschermd=True)
        Inzagerecht.objects.filter(statushouder=persoon).exclude(gebruiker=ik).update(gebruiker=iedereen[2])
        Inzagerecht.objects.create(
            statushouder=persoon, gebruiker=ik, van=MEI, tot=MEI + 2 * DAG, reden="behandelaar"
        )
        mijn = next(lijn for lijn in lijnen(client, persoon) if lijn[1] == "dit bent u")
        assert mijn[2] == "rol en met naam genoemd: behandelaar, vanaf 1-5-2017"
        assert mijn[4] == "2-5-2017"
        assert "2 collega’s met naam zien het." in client.get(adres(persoon)).content.decode()

    @pytest.mark.parametrize("aantal", [1, 50])
    @pytest.mark.parametrize("afgeschermd", [False, True])
    def test_even_veel_vragen(self, rima, aantal, afgeschermd, django_assert_num_queries):
        persoon = StatushouderFactory(afgeschermd=True) if afgeschermd else rima
        Regie.objects.filter(statushouder=persoon).update(regisseur=GebruikerFactory())
        for _ in range(aantal):
            partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory())
            DoorverwijzingFactory(statushouder=persoon, organisatie=partner.organisatie)
            if afgeschermd:
                InzagerechtFactory(statushouder=persoon, gebruiker=partner)
        # families, assignments, referrals, cover, users; and who was named
        with namens(None, op=MEI), django_assert_num_queries(6 if afgeschermd else 5):
            wie_mag(persoon, MEI)
