"""The reconciliation as document, command, key figures and chapter, on the plan's own figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test.utils import CaptureQueriesContext

from financien import figures
from financien.domain.document import document
from financien.domain.hoofdstuk import HOOFDSTUK
from financien.models import Activiteit, Inkomstenpost
from kern.checks import verwijzingsfouten
from kern.contract import Peiling
from kern.opdrachten import Geweigerd, NietToegestaan
from kern.register import register
from tests.financien.conftest import opdracht
from tests.financien.factories import ActiviteitFactory, InkomstenpostFactory, PlanFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


@pytest.mark.usefixtures("plan")
class TestPlan:
    def test_het_document(self):
        stuk = opdracht("--peildatum", "2017-05-01")
        assert list(stuk) == [
            *(
                "schema",
                "peildatum",
                "jaren",
                "totaal",
                "niet_toegewezen",
                "overheveling",
                "regels",
                "personen",
            ),
            *("onverklaard", "som_grootboek", "som_aangesloten", "som_onverklaard"),
        ]
        assert stuk["schema"] == "aansluiting/1"
        assert stuk["peildatum"] == "2017-05-01"
        assert stuk["jaren"] == [
            {
                "jaar": jaar,
                "inkomsten_begroot": inkomsten,
                "inkomsten_ontvangen": "0.00",
                "lasten_begroot": None,
                "lasten_geboekt": "0.00",
                "verplicht": "0.00",
                "prognose": None,
                "saldo": None,
            }
            for jaar, inkomsten in ((2017, "344926.00"), (2018, "68775.00"))
        ]
        assert stuk["totaal"] == {
            "inkomsten_begroot": "413701.00",
            "lasten_begroot": "282666.00",
            "niet_toegewezen": "131035.00",
        }
        assert stuk["niet_toegewezen"] == [
            {"lezing": "alle activiteiten in 2017", "jaar": 2017, "bedrag": "62260.00"},
            {"lezing": "beide jaren", "jaar": None, "bedrag": "131035.00"},
        ]
        assert stuk["overheveling"] == {"van": 2017, "naar": 2018, "voorstel": None, "besloten": None}
        assert stuk["onverklaard"] == []
        assert [stuk[f"som_{naam}"] for naam in ("grootboek", "aangesloten", "onverklaard")] == ["0.00"] * 3

    def test_de_regels_tellen_op_tot_de_totalen(self):
        stuk = opdracht()
        som = {
            soort: sum(Decimal(regel["begroot"]) for regel in stuk["regels"] if regel["soort"] == soort)
            for soort in ("inkomst", "activiteit")
        }
        assert som == {"inkomst": Decimal("413701.00"), "activiteit": Decimal("282666.00")}
        assert len(stuk["regels"]) == 16
        assert [regel["code"] for regel in stuk["regels"]][:3] == ["OVH-2016", "RMBA-2016Q4", "RMBA-2017"]

    def test_een_regel(self):
        regels = {regel["code"]: regel for regel in opdracht()["regels"]}
        assert regels["DU-2017-COR"] == {
            "code": "DU-2017-COR",
            "jaar": 2017,
            "soort": "inkomst",
            "omschrijving": "Correctie decentralisatie-uitkering november en december 2017 (ontvangst in 2018)",
            "begroot": "-33225.00",
            "gewijzigd": "0.00",
            "geboekt": "0.00",
            "verplicht": "0.00",
            "prognose": None,
            "vrij": "-33225.00",
            "verschil": "-33225.00",
        }
        assert regels["PVT"]["jaar"] is None
        assert regels["PVT"]["soort"] == "activiteit"

    def test_alleen_een_jaar(self):
        stuk = opdracht("--jaar", "2018")
        assert [rij["jaar"] for rij in stuk["jaren"]] == [2018]
        assert {regel["jaar"] for regel in stuk["regels"]} == {2018, None}
        assert {rij["code"] for rij in stuk["personen"]} == {"RMBA-2018", "PVT"}
        assert [rij["bedrag"] for rij in stuk["niet_toegewezen"]] == ["131035.00"]
        assert stuk["totaal"]["niet_toegewezen"] == "131035.00"

    @pytest.mark.parametrize("jaar", ["2016", "2019"])
    def test_een_jaar_buiten_het_plan(self, jaar):
        with pytest.raises(Geweigerd, match=rf"--jaar: {jaar} hoort niet bij het plan. Kies uit: 2017, 2018"):
            opdracht("--jaar", jaar)

    def test_zonder_peildatum_is_het_vandaag(self):
        assert opdracht()["peildatum"] == "2017-05-01"

    def test_in_gewoon_nederlands(self):
        uit = StringIO()
        call_command("aansluiting", stdout=uit)
        tekst = uit.getvalue()
        for stuk in ("Inkomsten 2017: 344.926,00", "alle activiteiten in 2017: 62.260,00", "−33.225,00", "—"):
            assert stuk in tekst

    @pytest.mark.parametrize("rol", Rol.values)
    def test_als_wie(self, rol):
        from tests.toegang.factories import OrganisatieFactory

        GebruikerFactory(email="ik@wassenaar.example", rol=rol, organisatie=OrganisatieFactory())
        if rol in {"financien", "coordinator"}:
            assert opdracht("--als", "ik@wassenaar.example")["totaal"]["lasten_begroot"] == "282666.00"
        else:
            with pytest.raises(NietToegestaan) as fout:
                opdracht("--als", "ik@wassenaar.example")
            assert fout.value.returncode == 5

    def test_een_plan_met_meer_lasten_dan_inkomsten(self):
        Activiteit.objects.filter(code="ONV").update(bedrag=Decimal("171035.01"))
        assert document(MEI)["totaal"]["niet_toegewezen"] == "-0.01"
        hoofdstuk = HOOFDSTUK.gegevens(Peiling.op(MEI))
        assert hoofdstuk["stand"] == {"soort": "slecht", "tekst": "Tekort"}
        assert hoofdstuk["samenvatting"] == "De activiteiten kosten 0,01 euro meer dan de inkomsten."


def test_zonder_plan_weigert_de_opdracht():
    with pytest.raises(Geweigerd, match="nog geen plan geladen"):
        opdracht()


def test_zonder_plan_is_niets_bekend():
    cijfers = {cijfer.code: cijfer for cijfer in register["financien"].kerncijfers}
    assert all(cijfer.bereken(Peiling.op(MEI)) is None for cijfer in cijfers.values())
    assert document(MEI)["jaren"] == []
    assert HOOFDSTUK.gegevens(Peiling.op(MEI))["zin"] == "Er is nog geen plan geladen."


@pytest.mark.usefixtures("plan")
class TestKerncijfers:
    @pytest.mark.parametrize(
        ("code", "bedrag", "rijen"),
        [
            ("financien.inkomsten", "413701.00", 8),
            ("financien.lasten", "282666.00", 8),
            ("financien.niet_toegewezen", "131035.00", 16),
        ],
    )
    def test_de_bedragen_met_hun_rijen(self, code, bedrag, rijen):
        cijfer = register.kerncijfer(code)
        assert cijfer is not None
        assert cijfer.bereken(Peiling.op(MEI)) == Decimal(bedrag)
        assert cijfer.rijen(Peiling.op(MEI)).count() == rijen
        assert cijfer.eenheid == "euro"
        assert cijfer.bron
        assert cijfer.definitie

    def test_de_verwijzingen_bestaan_of_mogen_later_komen(self):
        assert not [fout for fout in verwijzingsfouten(register) if "financien" in fout.msg]
        verwijzingen = {v.code: v.mits_aanwezig for v in register["financien"].verwijzingen}
        assert verwijzingen["huisvesting.gehuisvest"] is False
        assert verwijzingen["inburgering.pvt_getekend"] is True


@pytest.mark.usefixtures("plan")
class TestPersonen:
    def personen(self, peildatum: date) -> dict[str, dict[str, Any]]:
        return {rij["code"]: rij for rij in document(peildatum)["personen"]}

    def test_de_regels_in_personen(self, geplaatst):
        geplaatst(*[date(2017, 2, 1)] * 20)
        rijen = self.personen(MEI)
        assert list(rijen) == ["RMBA-2016Q4", "RMBA-2017", "DU-2017", "RMBA-2018", "PVT"]
        assert rijen["DU-2017"] == {
            "code": "DU-2017",
            "jaar": 2017,
            "begroot_personen": 45,
            "geteld_personen": 20,
            "tarief": "4430.00",
            "verschil_personen": -25,
            "verschil_euro": "-110750.00",
            "kerncijfer": "huisvesting.gehuisvest",
        }

    def test_wat_niemand_telt_is_onbekend(self, geplaatst):
        for code in ("RMBA-2016Q4", "RMBA-2017", "RMBA-2018", "PVT"):
            rij = self.personen(MEI)[code]
            assert (rij["geteld_personen"], rij["verschil_personen"], rij["verschil_euro"]) == (
                None,
                None,
                None,
            )
            assert rij["kerncijfer"].startswith("inburgering.")

    @pytest.mark.parametrize(
        ("peildatum", "geteld"),
        [
            (date(2016, 12, 31), None),  # the year has not begun: not known, and not zero
            (date(2017, 1, 1), 1),
            (date(2017, 4, 30), 1),
            (date(2017, 5, 1), 2),
            (date(2017, 5, 2), 2),
            (date(2017, 12, 30), 2),
            (date(2017, 12, 31), 3),
            (date(2018, 1, 1), 3),  # the placement of that day is of another year
        ],
    )
    def test_de_plaatsingen_van_het_jaar_tot_en_met_de_peildatum(self, geplaatst, peildatum, geteld):
        geplaatst(date(2016, 12, 31), date(2017, 1, 1), MEI, date(2017, 12, 31), date(2018, 1, 1))
        rij = self.personen(peildatum)["DU-2017"]
        assert rij["geteld_personen"] == geteld
        assert rij["verschil_euro"] == (None if geteld is None else f"{(geteld - 45) * 4430}.00")

    def test_meer_dan_begroot(self, geplaatst):
        geplaatst(*[MEI] * 46)
        assert self.personen(MEI)["DU-2017"]["verschil_euro"] == "4430.00"

    def test_met_de_mensen_van_het_plan(self):
        call_command("demo_gegevens", stdout=StringIO())
        rij = self.personen(MEI)["DU-2017"]
        assert (rij["geteld_personen"], rij["verschil_personen"], rij["verschil_euro"]) == (
            20,
            -25,
            "-110750.00",
        )


class TestSnelheid:
    def vragen(self, aantal: int, connection: Any) -> int:
        InkomstenpostFactory.create_batch(
            aantal,
            soort="decentralisatie-uitkering",
            aantal=1,
            tarief=Decimal("4430.00"),
            bedrag=Decimal("4430.00"),
        )
        ActiviteitFactory.create_batch(aantal)
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            stand = figures.bereken(MEI)
        assert len(stand.regels) == Inkomstenpost.objects.count() + Activiteit.objects.count()
        assert len(stand.personen) == Inkomstenpost.objects.count()
        return len(vragen)

    def test_evenveel_vragen_voor_1_en_50_regels(self):
        from django.db import connection

        PlanFactory()
        # The plan's years, the reconciliation, and one count for all lines of the same kind and year.
        assert self.vragen(1, connection) == self.vragen(49, connection) == 3
