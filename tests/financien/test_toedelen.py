"""Entries get their line, one at a time or many; what is suggested; and who comes second."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from financien import actions
from financien.actions import Deel, Keuze
from financien.figures.voorstel import Zekerheid, losse_met_voorstel
from financien.models import Boeking, Toedeling
from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    InkomstenpostFactory,
    MerkFactory,
    PeriodeafsluitingFactory,
    RekeningFactory,
    ToedelingFactory,
    VerplichtingFactory,
    VerplichtingtermijnFactory,
)
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


@pytest.fixture
def pieter(db):
    return GebruikerFactory(naam="Pieter Kuiper", rol="financien")


@pytest.fixture
def regels(db):
    return ActiviteitFactory(code="PVT", omschrijving="Participatieverklaring"), ActiviteitFactory(code="MB")


class TestVerdelen:
    def test_over_twee_regels(self, regels, pieter):
        boeking = BoekingFactory(bedrag=Decimal("1875.97"))
        delen = [Deel("PVT", Decimal("1250.00"), "10 dagdelen"), Deel("MB", Decimal("625.97"))]
        actions.verdeel(boeking, delen=delen, door=pieter, op=MEI)
        rijen = Toedeling.objects.order_by("pk")
        assert [(rij.regelcode, rij.bedrag, rij.waarom, rij.door, rij.wijze) for rij in rijen] == [
            ("PVT", Decimal("1250.00"), "10 dagdelen", pieter, "hand"),
            ("MB", Decimal("625.97"), "", pieter, "hand"),
        ]

    def test_op_een_inkomstenregel(self, pieter):
        post = InkomstenpostFactory(code="RMBA")
        boeking = BoekingFactory(bedrag=-100)
        actions.verdeel(boeking, delen=[Deel("RMBA", Decimal(-100))], door=pieter, op=MEI)
        assert Toedeling.objects.get().inkomstenpost == post

    @pytest.mark.parametrize(
        ("bedrag", "deel", "zin"),
        [
            ("100.00", "99.99", "Er moet nog 0,01 euro bij"),
            ("100.00", "100.01", "Er is 0,01 euro te veel"),
            ("-100.00", "-99.00", "Er moet nog 1,00 euro bij"),
            ("-100.00", "-101.00", "Er is 1,00 euro te veel"),
        ],
    )
    def test_niet_op_de_cent(self, regels, pieter, bedrag, deel, zin):
        boeking = BoekingFactory(bedrag=Decimal(bedrag))
        with pytest.raises(ValidationError, match=zin):
            actions.verdeel(boeking, delen=[Deel("PVT", Decimal(deel))], door=pieter, op=MEI)
        assert not Toedeling.objects.exists()

    @pytest.mark.parametrize(("codes", "zin"), [("PVT PVT", "één keer"), ("PVT NIETS", "uit de lijst")])
    def test_een_regel_die_niet_kan(self, regels, pieter, codes, zin):
        boeking = BoekingFactory(bedrag=2)
        delen = [Deel(code, Decimal(1)) for code in codes.split()]
        with pytest.raises(ValidationError, match=zin):
            actions.verdeel(boeking, delen=delen, door=pieter, op=MEI)


class TestTweeMensen:
    def test_de_tweede_ziet_wat_de_eerste_deed(self, regels, pieter):
        boeking = BoekingFactory(boekstuk="4470912")
        actions.koppel([Keuze(boeking.pk, "PVT")], door=pieter, op=MEI)
        ander = GebruikerFactory(rol="financien")
        zin = "Boeking 4470912 regel 1 staat bij Participatieverklaring, door Pieter Kuiper gekoppeld op 1-5-2017"
        with pytest.raises(ValidationError, match=zin) as fout:
            actions.verdeel(boeking, delen=[Deel("MB", boeking.bedrag)], door=ander, op=MEI)
        assert fout.value.error_list[0].code == "al_gekoppeld"
        assert Toedeling.objects.get().regelcode == "PVT"

    def test_van_veel_tegelijk_alles_of_niets(self, regels, pieter):
        een, ander = BoekingFactory(), BoekingFactory()
        actions.koppel([Keuze(een.pk, "PVT")], door=pieter, op=MEI)
        with pytest.raises(ValidationError, match="staat bij"):
            actions.koppel([Keuze(een.pk, "MB"), Keuze(ander.pk, "MB")], door=pieter, op=MEI)
        assert Toedeling.objects.count() == 1

    def test_losmaken_wat_een_ander_al_losmaakte(self, regels, pieter):
        koppeling = ToedelingFactory(activiteit=regels[0])
        actions.maak_los(koppeling.boeking, verwacht=[koppeling.pk], door=pieter, op=MEI)
        with pytest.raises(ValidationError, match="heeft geen regel meer"):
            actions.maak_los(koppeling.boeking, verwacht=[koppeling.pk], door=pieter, op=MEI)

    def test_losmaken_wat_een_ander_verplaatste(self, regels, pieter):
        koppeling = ToedelingFactory(activiteit=regels[0])
        actions.maak_los(koppeling.boeking, verwacht=[koppeling.pk], door=pieter, op=MEI)
        actions.koppel([Keuze(koppeling.boeking_id, "MB")], door=pieter, op=MEI)
        with pytest.raises(ValidationError, match="Iemand anders was u voor"):
            actions.maak_los(koppeling.boeking, verwacht=[koppeling.pk], door=pieter, op=MEI)
        assert Toedeling.objects.geldig().get().regelcode == "MB"


def test_losmaken_en_opnieuw(regels, pieter):
    koppeling = ToedelingFactory(activiteit=regels[0])
    actions.maak_los(koppeling.boeking, verwacht=[koppeling.pk], door=pieter, op=MEI)
    koppeling.refresh_from_db()
    assert (koppeling.ongedaan_op, koppeling.ongedaan_door, koppeling.versie) == (MEI, pieter, 2)
    actions.koppel([Keuze(koppeling.boeking_id, "PVT")], door=pieter, op=MEI)
    assert Toedeling.objects.geldig().count() == 1


def test_losmaken_kan_niet_in_een_gesloten_maand(regels, pieter):
    koppeling = ToedelingFactory(activiteit=regels[0], boeking__boekdatum=date(2017, 3, 31))
    PeriodeafsluitingFactory(maand=date(2017, 3, 1))
    with pytest.raises(ValidationError, match="is gesloten"):
        actions.maak_los(koppeling.boeking, verwacht=[koppeling.pk], door=pieter, op=MEI)


def test_vanzelf_na_een_nieuwe_rekening(regels, pieter):
    los, eerder = BoekingFactory(), ToedelingFactory(activiteit=regels[1])
    actions.maak_los(eerder.boeking, verwacht=[eerder.pk], door=pieter, op=MEI)
    RekeningFactory(grootboekrekening="43810", activiteit=regels[0])
    assert actions.koppel_vanzelf(door=pieter, op=MEI) == {"PVT": 1}
    assert [(rij.boeking, rij.regelcode) for rij in Toedeling.objects.geldig()] == [(los, "PVT")]
    assert actions.koppel_vanzelf(door=pieter, op=MEI) == {}


def test_een_aandachtspunt_krijgt_een_besluit(pieter):
    merk = MerkFactory()
    actions.besluit_over(merk, versie=1, besluit="terecht", toelichting="", door=pieter, op=MEI)
    with pytest.raises(ValidationError, match="intussen gewijzigd"):
        actions.besluit_over(merk, versie=1, besluit="herstellen", toelichting="", door=pieter, op=MEI)


@pytest.mark.parametrize(("op", "mag"), [(date(2017, 4, 30), False), (date(2017, 5, 1), True)])
def test_een_maand_sluit_als_zij_voorbij_is(pieter, op, mag):
    if mag:
        actions.sluit_maand(maand=date(2017, 4, 1), door=pieter, op=op)
    else:
        with pytest.raises(ValidationError, match="voorbij"):
            actions.sluit_maand(maand=date(2017, 4, 1), door=pieter, op=op)


def test_heropenen_vraagt_een_reden(pieter):
    rij = actions.sluit_maand(maand=date(2017, 3, 1), door=pieter, op=MEI)
    with pytest.raises(ValidationError, match="waarom"):
        actions.heropen_maand(rij, versie=1, reden=" ", door=pieter, op=MEI)
    actions.heropen_maand(rij, versie=1, reden="Nagekomen factuur", door=pieter, op=MEI)
    BoekingFactory(boekdatum=date(2017, 3, 31))


class TestVoorstel:
    def voorstel(self, boeking: Boeking) -> tuple[str | None, str, str]:
        [los] = [rij for rij in losse_met_voorstel(MEI) if rij.pk == boeking.pk]
        return los.regel, los.zekerheid, los.waarom

    def test_niets(self, regels):
        assert self.voorstel(BoekingFactory()) == (
            None,
            Zekerheid.ONBEKEND,
            "rekening 43810 hoort bij geen regel",
        )

    def test_het_nummer_van_de_verplichting(self, regels):
        VerplichtingFactory(nummer="V-1", activiteit=regels[0])
        assert self.voorstel(BoekingFactory(verplichting="V-1"))[:2] == ("PVT", Zekerheid.ZEKER)

    def test_de_rekening(self, regels):
        RekeningFactory(grootboekrekening="43810", activiteit=regels[0])
        assert self.voorstel(BoekingFactory()) == (
            "PVT",
            Zekerheid.ZEKER,
            "rekening 43810 hoort bij deze regel",
        )

    @pytest.mark.parametrize(("bedrag", "zeker"), [("1833.33", True), ("1833.34", False), ("11000.00", True)])
    def test_een_termijn_van_een_verplichting(self, regels, bedrag, zeker):
        verplichting = VerplichtingFactory(nummer="V-6", activiteit=regels[0], relatie="Jeugdformaat")
        VerplichtingtermijnFactory(verplichting=verplichting, bedrag=Decimal("1833.33"))
        VerplichtingtermijnFactory(
            verplichting=verplichting, maand=date(2017, 7, 1), bedrag=Decimal("9166.67")
        )
        gevonden = self.voorstel(BoekingFactory(relatie="JEUGDFORMAAT", bedrag=Decimal(bedrag)))
        assert gevonden[1] == (Zekerheid.ZEKER if zeker else Zekerheid.ONBEKEND)

    def test_een_credit_vindt_haar_origineel(self, regels):
        ToedelingFactory(activiteit=regels[1], boeking__bedrag=500, boeking__boekstuk="GROOT")
        ToedelingFactory(activiteit=regels[0], boeking__bedrag=190, boeking__boekstuk="4468755")
        BoekingFactory(bedrag=-190)
        [los] = losse_met_voorstel(MEI)
        assert (los.regel, los.zekerheid, los.hoort_bij) == ("PVT", Zekerheid.MISSCHIEN, "4468755")

    def test_een_credit_neemt_de_verplichting_van_haar_origineel_mee(self, regels):
        """What is paid back is to be paid again from the same promise."""
        belofte = VerplichtingFactory(activiteit=regels[0])
        ToedelingFactory(activiteit=regels[0], verplichting=belofte, boeking__bedrag=190)
        BoekingFactory(bedrag=-190)
        [los] = losse_met_voorstel(MEI)
        assert (los.regel, los.verplichting, los.keuze) == ("PVT", belofte.pk, f"{los.pk}|PVT|{belofte.pk}")

    def test_een_credit_die_haar_origineel_noemt(self, regels):
        ToedelingFactory(activiteit=regels[1], boeking__bedrag=500, boeking__boekstuk="4468755")
        ToedelingFactory(activiteit=regels[0], boeking__bedrag=190)
        BoekingFactory(bedrag=-190, omschrijving="Creditnota 4468755")
        [los] = losse_met_voorstel(MEI)
        assert (los.regel, los.hoort_bij) == ("MB", "4468755")

    def test_wie_eerder_op_een_regel_stond(self, regels):
        ToedelingFactory(activiteit=regels[0], boeking__bedrag=1)
        assert self.voorstel(BoekingFactory()) == (
            "PVT",
            Zekerheid.MISSCHIEN,
            "stond 1 keer eerder op deze regel",
        )

    def test_hetzelfde_bedrag_gaat_voor_vaker(self, regels):
        ToedelingFactory(activiteit=regels[0], boeking__bedrag=7)
        ToedelingFactory.create_batch(2, activiteit=regels[1], boeking__bedrag=1)
        assert self.voorstel(BoekingFactory(bedrag=7))[0] == "PVT"

    def test_een_tekst_die_lijkt(self, regels):
        ToedelingFactory(activiteit=regels[0], boeking__relatie="A", boeking__omschrijving="Zaalhuur maart")
        gevonden = self.voorstel(BoekingFactory(relatie="B", omschrijving="zaalhuur april"))
        assert gevonden[:2] == ("PVT", Zekerheid.MISSCHIEN)
        assert self.voorstel(BoekingFactory(relatie="C", omschrijving="Taxi"))[0] is None

    def test_een_vraag_voor_1_en_50(self, regels):
        for aantal in (1, 49):
            BoekingFactory.create_batch(aantal)
            with CaptureQueriesContext(connection) as gesteld:
                rijen = losse_met_voorstel(MEI)
            assert len(gesteld) == 1
        assert len(rijen) == 50
