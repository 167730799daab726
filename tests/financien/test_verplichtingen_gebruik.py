"""What uses a commitment up: entries that bear its number, whoever came first; and until when it is committed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from financien import actions
from financien.actions import Deel, Keuze, beeindig_verplichting, bewaar_verplichting
from financien.figures import bereken
from financien.models import Periodeafsluiting, Toedeling, Verplichting
from kern.namens import namens
from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    PeriodeafsluitingFactory,
    PlanFactory,
    ToedelingFactory,
    VerplichtingFactory,
)
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


@pytest.fixture
def pieter(db):
    return GebruikerFactory(naam="Pieter Kuiper", rol="financien")


@pytest.fixture
def mb(db):
    PlanFactory()
    return ActiviteitFactory(code="MB", bedrag=Decimal("1000.00"))


def stand() -> tuple[Decimal, Decimal, Decimal]:
    regel = bereken(MEI).regel("MB")
    return regel.geboekt, regel.verplicht, regel.vrij


def leg_vast(
    mb,
    bedrag: str,
    *,
    verplichting: Verplichting | None = None,
    nummer: str = "V-1",
    op: date = date(2017, 1, 15),
) -> Verplichting:
    return bewaar_verplichting(
        verplichting or Verplichting(),
        gegevens={
            "nummer": nummer,
            "soort": "contract",
            "omschrijving": "Begeleiding",
            "relatie": "Jeugdformaat",
            "activiteit": mb,
            "jaar": 2017,
            "bedrag": Decimal(bedrag),
            "aangegaan_op": op,
        },
        verdeling=None,
        versie=verplichting.versie if verplichting else None,
    )


class TestBoekingEerst:
    """The ledger was read in before the commitment was made: the entry stands on its line by its account."""

    @pytest.mark.parametrize("maand_dicht", [False, True])
    def test_telt_niet_dubbel(self, mb, maand_dicht):
        koppeling = ToedelingFactory(
            activiteit=mb, wijze="rekening", boeking__bedrag=400, boeking__verplichting="v-1"
        )
        if maand_dicht:
            PeriodeafsluitingFactory(maand=date(2017, 4, 1), afgesloten_op=MEI)
        rij = leg_vast(mb, "1000.00")
        koppeling.refresh_from_db()
        assert (koppeling.verplichting, koppeling.versie) == (rij, 2)
        assert stand() == (400, 600, 0)

    @pytest.mark.parametrize(("bedrag", "past"), [("1000.00", True), ("1000.01", False)])
    def test_de_ruimte_is_die_zonder_dubbeltelling(self, mb, bedrag, past):
        ToedelingFactory(activiteit=mb, boeking__bedrag=400, boeking__verplichting="V-1")
        if past:
            leg_vast(mb, bedrag)
        else:
            with pytest.raises(ValidationError, match=r"is 1\.000,00 euro vrij"):
                leg_vast(mb, bedrag)

    def test_ook_als_het_nummer_later_wijzigt(self, mb):
        ToedelingFactory(activiteit=mb, boeking__bedrag=400, boeking__verplichting="V-2")
        rij = leg_vast(mb, "600.00")
        assert stand() == (400, 600, 0)
        leg_vast(mb, "1000.00", verplichting=rij, nummer="V-2")
        assert stand() == (400, 600, 0)

    def test_een_ander_nummer_of_een_andere_activiteit_niet(self, mb):
        ander = ActiviteitFactory()
        ToedelingFactory(activiteit=mb, boeking__bedrag=400, boeking__verplichting="V-9")
        ToedelingFactory(activiteit=ander, boeking__bedrag=100, boeking__verplichting="V-1")
        leg_vast(mb, "600.00")
        assert not Toedeling.objects.exclude(verplichting=None).exists()
        assert stand() == (400, 600, 0)


class TestMetDeHand:
    def test_een_boeking_met_nummer_gebruikt_haar_verplichting(self, mb, pieter):
        VerplichtingFactory(nummer="V-1", activiteit=mb, bedrag=600)
        boeking = BoekingFactory(bedrag=400, verplichting="v-1")
        actions.verdeel(boeking, delen=[Deel("MB", Decimal(400))], door=pieter, op=MEI)
        assert stand() == (400, 200, 400)

    def test_alleen_het_deel_op_haar_activiteit(self, mb, pieter):
        VerplichtingFactory(nummer="V-1", activiteit=mb, bedrag=600)
        ActiviteitFactory(code="PVT")
        boeking = BoekingFactory(bedrag=400, verplichting="V-1")
        delen = [Deel("MB", Decimal(300)), Deel("PVT", Decimal(100))]
        actions.verdeel(boeking, delen=delen, door=pieter, op=MEI)
        assert stand() == (300, 300, 400)

    def test_samen_naar_een_regel(self, mb, pieter):
        VerplichtingFactory(nummer="V-1", activiteit=mb, bedrag=600)
        boekingen = [BoekingFactory(bedrag=100, verplichting="V-1"), BoekingFactory(bedrag=50)]
        actions.koppel([Keuze(een.pk, "MB") for een in boekingen], door=pieter, op=MEI)
        assert stand() == (150, 500, 350)


class TestEinde:
    def test_tot_het_einde_ligt_het_vast(self, mb, pieter):
        rij = leg_vast(mb, "1000.00")
        with namens(pieter, op=MEI):
            beeindig_verplichting(rij, versie=1, op=date(2017, 5, 2))
            with pytest.raises(ValidationError, match="is 0,00 euro vrij"):
                leg_vast(mb, "0.01", nummer="V-2")
            assert stand()[2] == 0

    def test_vanaf_het_einde_is_het_vrij(self, mb, pieter):
        rij = leg_vast(mb, "1000.00")
        with namens(pieter, op=MEI):
            beeindig_verplichting(rij, versie=1, op=MEI)
            with pytest.raises(ValidationError, match="nog niet zoveel vrij"):
                leg_vast(mb, "1000.00", nummer="V-2", op=date(2017, 4, 30))
            leg_vast(mb, "1000.00", nummer="V-2", op=MEI)
            assert stand()[2] == 0

    def test_een_later_einde_neemt_niet_wat_een_ander_kreeg(self, mb, pieter):
        rij = leg_vast(mb, "1000.00")
        with namens(pieter, op=MEI):
            rij = beeindig_verplichting(rij, versie=1, op=MEI)
            leg_vast(mb, "1000.00", nummer="V-2", op=MEI)
            with pytest.raises(ValidationError, match="niet vrij"):
                beeindig_verplichting(rij, versie=2, op=date(2017, 12, 31))
            assert stand()[2] == 0


class TestVastNaHetEinde:
    """What was free after the end is for others: an ended commitment does not become more, and so not less either."""

    @pytest.mark.parametrize(
        ("einde", "kan"), [(date(2017, 4, 30), False), (MEI, False), (date(2017, 5, 2), True)]
    )
    def test_de_dag_ervoor_de_dag_zelf_en_de_dag_erna(self, mb, pieter, einde, kan):
        rij = leg_vast(mb, "600.00")
        with namens(pieter, op=MEI):
            rij = beeindig_verplichting(rij, versie=1, op=einde)
            if kan:
                rij = leg_vast(mb, "600.01", verplichting=rij)
                assert leg_vast(mb, "599.99", verplichting=rij).bedrag == Decimal("599.99")
                return
            for anders in ("600.01", "599.99"):
                with pytest.raises(ValidationError, match="is beëindigd, dus het bedrag verandert niet meer"):
                    leg_vast(mb, anders, verplichting=rij)
        rij.refresh_from_db()
        assert (rij.bedrag, rij.versie) == (600, 2)

    def test_met_hetzelfde_bedrag_mag_het(self, mb, pieter):
        rij = leg_vast(mb, "600.00")
        with namens(pieter, op=MEI):
            rij = beeindig_verplichting(rij, versie=1, op=MEI)
            rij = leg_vast(mb, "600.00", verplichting=rij, nummer="V-1a")
        assert (rij.nummer, rij.bedrag) == ("V-1a", 600)

    def test_een_vergissing_sluit_niemand_op(self, mb, pieter):
        """A slip of the pen is refused at once: let in, it could not be put right any more."""
        rij = leg_vast(mb, "900.00")
        with namens(pieter, op=MEI):
            rij = beeindig_verplichting(rij, versie=1, op=MEI)
            with pytest.raises(ValidationError, match="verandert niet meer"):
                leg_vast(mb, "90.00", verplichting=rij)
        rij.refresh_from_db()
        assert rij.bedrag == 900

    @pytest.mark.parametrize(
        ("einde", "kan"), [("2017-04-30", False), ("2017-05-01", False), ("2017-05-02", True)]
    )
    def test_langs_het_formulier_en_de_orm_om(self, mb, pieter, einde, kan):
        pk = leg_vast(mb, "600.00").pk
        with namens(pieter, op=MEI), connection.cursor() as cursor:
            cursor.execute("UPDATE financien_verplichting SET beeindigd_op = %s WHERE id = %s", [einde, pk])
            for bedrag in (601, 599):
                anders = "UPDATE financien_verplichting SET bedrag = %s WHERE id = %s"
                if kan:
                    cursor.execute(anders, [bedrag, pk])
                    continue
                with pytest.raises(IntegrityError, match="houdt haar bedrag"), transaction.atomic():
                    cursor.execute(anders, [bedrag, pk])

    def test_weer_lopend_en_meer_tegelijk_is_gewoon_meer(self, mb, pieter):
        """Who takes the end away promises the money anew, and then it must be free."""
        pk = leg_vast(mb, "600.00").pk
        with namens(pieter, op=MEI):
            beeindig_verplichting(Verplichting.objects.get(pk=pk), versie=1, op=MEI)
            Verplichting.objects.filter(pk=pk).update(beeindigd_op=None, bedrag=1000)
            with pytest.raises(IntegrityError, match="meer dan vrij is"), transaction.atomic():
                Verplichting.objects.filter(pk=pk).update(bedrag=Decimal("1000.01"))

    def test_de_zin_staat_bij_het_bedrag(self, client, mb, pieter):
        rij = leg_vast(mb, "600.00")
        rij = beeindig_verplichting(rij, versie=1, op=MEI)
        client.force_login(pieter)
        invoer = {
            "versie": "2",
            "nummer": "V-1",
            "soort": "contract",
            "omschrijving": "Begeleiding",
            "relatie": "Jeugdformaat",
            "activiteit": "MB",
            "jaar": "2017",
            "bedrag": "700,00",
            "aangegaan_op": "15-1-2017",
        }
        antwoord = client.post(reverse("financien:verplichting-wijzigen", args=[rij.pk]), invoer)
        assert antwoord.status_code == 200
        assert "het bedrag verandert niet meer" in antwoord.context["form"].errors["bedrag"][0]
        assert 'value="700,00"' in antwoord.content.decode()
        rij.refresh_from_db()
        assert rij.bedrag == 600


class TestKoppelingVast:
    @pytest.mark.parametrize(
        "sql",
        [
            "UPDATE financien_toedeling SET verplichting_id = NULL",
            "UPDATE financien_toedeling SET verplichting_id = %(ander)s",
            "UPDATE financien_toedeling SET verplichting_id = %(ander)s, ongedaan_op = '2017-05-01'",
            "UPDATE financien_toedeling SET versie = versie + 1",
        ],
    )
    def test_een_verplichting_gaat_er_niet_meer_af(self, mb, sql):
        rij, ander = VerplichtingFactory.create_batch(2, activiteit=mb, bedrag=1)
        ToedelingFactory(activiteit=mb, verplichting=rij)
        with pytest.raises(IntegrityError, match="verandert niet"), transaction.atomic():
            connection.cursor().execute(sql, {"ander": ander.pk})

    def test_niet_die_van_een_andere_activiteit(self, mb):
        ander = VerplichtingFactory()
        ToedelingFactory(activiteit=mb)
        with pytest.raises(IntegrityError, match="andere activiteit"), transaction.atomic():
            Toedeling.objects.update(verplichting=ander)


class TestGeslotenMaand:
    """Closed is closed, by SQL too: the row does not go, and opens once, with a reason."""

    @pytest.mark.parametrize(
        "sql",
        [
            "DELETE FROM financien_periodeafsluiting",
            "UPDATE financien_periodeafsluiting SET maand = '2017-02-01'",
            "UPDATE financien_periodeafsluiting SET afgesloten_op = '2017-04-11'",
        ],
    )
    def test_verdwijnt_en_verschuift_niet(self, sql):
        PeriodeafsluitingFactory()
        with pytest.raises(IntegrityError, match="met een reden"), transaction.atomic():
            connection.cursor().execute(sql)

    def test_een_heropening_blijft_staan(self, pieter):
        PeriodeafsluitingFactory(heropend_op=MEI, heropend_door=pieter, reden="Nagekomen factuur")
        with pytest.raises(IntegrityError, match="met een reden"), transaction.atomic():
            Periodeafsluiting.objects.update(heropend_op=None, heropend_door=None, reden="")


def test_de_pagina_zegt_waar_de_verplichting_vandaan_komt(client, mb, pieter):
    client.force_login(pieter)
    koppeling = ToedelingFactory(activiteit=mb, wijze="rekening", boeking__verplichting="V-1")
    leg_vast(mb, "600.00")
    antwoord = client.get(reverse("financien:boeking", args=[koppeling.boeking_id]))
    assert "Via de rekening, verplichting V-1" in antwoord.content.decode()
