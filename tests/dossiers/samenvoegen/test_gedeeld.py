"""Two dossiers that become one: with whom each was shared, and that one of them was shielded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dossiers.actions.samenvoegen import voeg_samen
from dossiers.actions.samenvoegen_ongedaan import maak_ongedaan
from dossiers.models import Contactmoment, Doorverwijzing, Inzagerecht, Samenvoeging, Statushouder
from kern.namens import namens
from tests.dossiers.factories import DoorverwijzingFactory, InzagerechtFactory, StatushouderFactory
from tests.dossiers.samenvoegen.conftest import DAG
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db


def voeg(paar):
    blijft, vervalt = (Statushouder.objects.get(pk=persoon.pk) for persoon in paar)
    return voeg_samen(
        blijft,
        vervalt,
        versies=(blijft.versie, vervalt.versie),
        keuzes={"naam": "blijft", "geboren": "blijft", "telefoon": "blijft"},
        reden="gezien",
        op=DAG,
        door=None,
    )


def ziet(gebruiker, persoon) -> bool:
    with namens(gebruiker, op=DAG):
        return Statushouder.objects.zichtbaar_voor(gebruiker).filter(pk=persoon.pk).exists()


class TestVerwijzingen:
    """They go along, and come back."""

    def test_de_partner_ziet_het_dossier_dat_blijft_en_daarna_weer_het_eigen(self, paar):
        els = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory())
        verwijzing = DoorverwijzingFactory(statushouder=paar[1], organisatie=els.organisatie)
        assert [ziet(els, persoon) for persoon in paar] == [False, True]
        samenvoeging = voeg(paar)
        assert [ziet(els, persoon) for persoon in paar] == [True, False]
        maak_ongedaan(samenvoeging, op=DAG, door=None)
        assert [ziet(els, persoon) for persoon in paar] == [False, True]
        verwijzing.refresh_from_db()
        assert verwijzing.statushouder == paar[1]

    def test_van_twee_op_dezelfde_dagen_blijft_er_een_achter(self, paar):
        organisatie = OrganisatieFactory()
        rijen = [DoorverwijzingFactory(statushouder=persoon, organisatie=organisatie) for persoon in paar]
        samenvoeging = voeg(paar)
        assert [Doorverwijzing.objects.get(pk=rij.pk).statushouder for rij in rijen] == list(paar)
        maak_ongedaan(samenvoeging, op=DAG, door=None)
        assert [Doorverwijzing.objects.get(pk=rij.pk).statushouder for rij in rijen] == list(paar)

    @pytest.mark.parametrize(
        ("eigen", "ander", "wisselt"),
        [(-9, -10, True), (-9, -9, False), (-10, -9, False), (None, -9, True), (-9, None, False)],
    )
    def test_de_eerst_aangenomen_verwijzing_is_die_van_de_persoon(self, paar, eigen, ander, wisselt):
        organisatie = OrganisatieFactory()
        rijen = [
            DoorverwijzingFactory(
                statushouder=persoon,
                organisatie=organisatie,
                aangenomen_op=None if op is None else DAG + timedelta(op),
            )
            for persoon, op in zip(paar, (eigen, ander), strict=True)
        ]
        samenvoeging = voeg(paar)
        waar = [Doorverwijzing.objects.get(pk=rij.pk).statushouder for rij in rijen]
        assert waar == list(reversed(paar) if wisselt else paar)
        maak_ongedaan(samenvoeging, op=DAG, door=None)
        assert [Doorverwijzing.objects.get(pk=rij.pk).statushouder for rij in rijen] == list(paar)


class TestAfgeschermd:
    """Who was shielded under one number is so under both; who was named is so for what stays."""

    @pytest.mark.parametrize("welke", [0, 1])
    def test_een_van_beide(self, paar, welke):
        genoemd, ander = GebruikerFactory(), GebruikerFactory()
        InzagerechtFactory(statushouder=paar[welke], gebruiker=genoemd)
        Statushouder.objects.filter(pk=paar[welke].pk).update(afgeschermd=True)
        samenvoeging = voeg(paar)
        assert [ziet(wie, paar[0]) for wie in (genoemd, ander)] == [True, False]
        # past every filter: the number that went up in it, too
        for wie, verwacht in ((genoemd, 2), (ander, 0)):
            with namens(wie, op=DAG):
                assert Statushouder.objects.count() == verwacht
        maak_ongedaan(samenvoeging, op=DAG, door=None)
        rijen = Statushouder.objects.filter(pk__in=[persoon.pk for persoon in paar])
        assert [rij.pk for rij in rijen.filter(afgeschermd=True)] == [paar[welke].pk]
        assert Inzagerecht.objects.get().statushouder == paar[welke]
        assert ziet(ander, paar[1 - welke])

    @pytest.mark.parametrize("welke", [0, 1])
    @pytest.mark.parametrize("beide", [False, True])
    def test_wie_genoemd_is_doet_het_zelf_en_weer_ongedaan(self, paar, welke, beide):
        """In the role of the database: at no moment on the way is the clerk without sight of what moves."""
        genoemd, ander = GebruikerFactory(), GebruikerFactory()
        for persoon in paar if beide else [paar[welke]]:
            InzagerechtFactory(statushouder=persoon, gebruiker=genoemd)
            Statushouder.objects.filter(pk=persoon.pk).update(afgeschermd=True)
        eerder = StatushouderFactory(samengevoegd_met=paar[1], afgeschermd=beide or welke == 1)
        for persoon in paar:
            Contactmoment.objects.create(statushouder=persoon, op=DAG, tekst="Gesproken")
        voor = stand()
        with namens(genoemd, op=DAG):
            samenvoeging = voeg(paar)
            assert Contactmoment.objects.filter(statushouder=paar[0]).count() == 2
        eerder.refresh_from_db()
        assert (eerder.samengevoegd_met, ziet(genoemd, paar[0]), ziet(ander, paar[0])) == (
            paar[0],
            True,
            False,
        )
        with namens(genoemd, op=DAG):
            maak_ongedaan(Samenvoeging.objects.get(pk=samenvoeging.pk), op=DAG, door=None)
        assert stand() == voor


def scherm_af(persoon, *genoemd) -> None:
    for gebruiker in genoemd:
        InzagerechtFactory(statushouder=persoon, gebruiker=gebruiker)
    Statushouder.objects.filter(pk=persoon.pk).update(afgeschermd=True)


def alles(gebruiker) -> set[int]:
    """What the database gives, past every filter."""
    with namens(gebruiker, op=DAG):
        return set(Statushouder.objects.values_list("pk", flat=True))


class TestOpgegaan:
    """What went up in a dossier is hidden and seen with it, whatever it was itself."""

    def test_in_een_dossier_dat_later_wordt_afgeschermd(self, paar):
        genoemd, ander = GebruikerFactory(), GebruikerFactory()
        voeg(paar)
        assert alles(ander) == {persoon.pk for persoon in paar}
        scherm_af(paar[0], genoemd)
        assert alles(ander) == set()
        assert alles(genoemd) == {persoon.pk for persoon in paar}

    def test_in_een_dossier_dat_in_een_afgeschermd_dossier_opging(self, paar):
        """Two steps, as in the middle of a merge."""
        genoemd, ander = GebruikerFactory(), GebruikerFactory()
        eerder = StatushouderFactory(samengevoegd_met=paar[1])
        voeg(paar)
        Statushouder.objects.filter(pk=eerder.pk).update(samengevoegd_met=paar[1])
        scherm_af(paar[0], genoemd)
        assert alles(ander) == set()
        assert alles(genoemd) == {paar[0].pk, paar[1].pk, eerder.pk}

    def test_een_naam_die_achterbleef_opent_niets_meer(self, paar):
        genoemd, ander = GebruikerFactory(), GebruikerFactory()
        scherm_af(paar[0], genoemd, ander)
        scherm_af(paar[1], ander)
        voeg(paar)
        [achter] = Inzagerecht.objects.filter(statushouder=paar[1])  # of the same colleague on the same day
        assert achter.gebruiker == ander
        Inzagerecht.objects.filter(statushouder=paar[0], gebruiker=ander).update(tot=DAG)
        assert alles(ander) == set()

    def test_een_open_dossier_in_een_dossier_dat_weer_open_is(self, paar):
        genoemd, ander = GebruikerFactory(), GebruikerFactory()
        scherm_af(paar[1], genoemd)
        voeg(paar)
        Statushouder.objects.filter(pk=paar[0].pk).update(afgeschermd=False)
        assert alles(ander) == {persoon.pk for persoon in paar}

    def test_wie_alleen_bij_het_ene_hoort_maakt_het_ongedaan(self, paar):
        """The other is then hidden again: for the one who undoes it too."""
        genoemd, beide = GebruikerFactory(), GebruikerFactory()
        scherm_af(paar[0], genoemd, beide)
        scherm_af(paar[1], beide)
        for persoon in paar:
            Contactmoment.objects.create(statushouder=persoon, op=DAG, tekst="Gesproken")
        voor = stand()
        with namens(beide, op=DAG):
            samenvoeging = voeg(paar)
        assert alles(genoemd) == {persoon.pk for persoon in paar}
        with namens(genoemd, op=DAG):
            maak_ongedaan(Samenvoeging.objects.get(pk=samenvoeging.pk), op=DAG, door=genoemd)
            assert set(Statushouder.objects.values_list("pk", flat=True)) == {paar[0].pk}
        assert stand() == voor


def stand() -> list[object]:
    """Whose dossier is shielded and went up in which, and what is whose."""
    return [
        *Statushouder.objects.order_by("pk").values_list("pk", "afgeschermd", "samengevoegd_met"),
        *Inzagerecht.objects.order_by("pk").values_list("pk", "statushouder"),
        *Contactmoment.objects.order_by("pk").values_list("pk", "statushouder"),
    ]
