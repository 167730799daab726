"""The plan goes in whole, twice without a change, and changed only where it differs."""

from __future__ import annotations

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command

from begeleiding.models import EersteMaandStap
from financien.models import Activiteit, Inkomstenpost, Rekening
from kern.management.commands.laad_plan import EIGEN_PLAN
from kern.models import Bronverschil, Plan
from regie.models import Actiepunt
from tests.kern.planproef import JONG, inhoud, laad, tellingen
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Organisatie

pytestmark = pytest.mark.django_db


class TestEchtePlan:
    def test_de_sommen_van_het_plan(self):
        document = laad()
        sommen = {rij["code"]: (rij["verwacht"], rij["berekend"], rij["ok"]) for rij in document["controles"]}
        assert sommen["controle_taakstelling.totaal"] == (137, 137, True)
        assert sommen["controle_inkomsten.totaal_2017"] == ("344926.00", "344926.00", True)
        assert sommen["controle_inkomsten.totaal_2018"] == ("68775.00", "68775.00", True)
        assert sommen["controle_inkomsten.totaal"] == ("413701.00", "413701.00", True)
        assert sommen["controle_activiteiten.totaal"] == ("282666.00", "282666.00", True)
        assert sommen["inkomsten[DU-2017-COR].tegenpost"] == ("0.00", "0.00", True)
        keer = {
            "inkomsten[RMBA-2016Q4]": "18960.00",
            "inkomsten[RMBA-2017]": "52140.00",
            "inkomsten[DU-2017]": "199350.00",
            "inkomsten[RMBA-2018]": "35550.00",
            "activiteiten[PVT]": "22500.00",
        }
        assert {code: sommen[f"{code}.bedrag"] for code in keer} == {
            code: (bedrag, bedrag, True) for code, bedrag in keer.items()
        }
        assert all(rij["ok"] for rij in document["controles"])

    def test_het_document(self):
        document = laad()
        assert list(document) == [
            *("schema", "peildatum", "kenmerk", "sha256", "aangemaakt", "gewijzigd", "ongewijzigd"),
            *("controles", "opmerkingen"),
        ]
        assert document["schema"] == "laad_plan/1"
        assert document["peildatum"] == "2017-05-01"
        assert document["kenmerk"] == "Z/17/9410/26001"
        assert len(document["sha256"]) == 64
        assert [rij["code"] for rij in document["opmerkingen"]][:2] == ["opgave-2016", "gehuisvest-2016"]
        assert len(document["opmerkingen"]) == 9
        assert all(list(rij) == ["code", "onderwerp", "tekst"] for rij in document["opmerkingen"])

    def test_wat_er_dan_is(self):
        document = laad()
        assert Plan.objects.get().jaren == [2017, 2018]
        assert Organisatie.objects.filter(van_plan=True).count() == 20
        assert list(EersteMaandStap.objects.values_list("code", flat=True)) == [
            *("registratie", "woning", "huurcontract", "energie", "telefoon", "onderwijs"),
            *("werk_inkomen", "toeslagen"),
        ]
        assert EersteMaandStap.objects.get(alleen_met_kinderen=True).code == "onderwijs"
        assert Actiepunt.objects.count() == 25
        assert Actiepunt.objects.filter(afgeleid=False).count() == 23
        assert Inkomstenpost.objects.count() == 8
        assert Activiteit.objects.count() == 8
        assert Rekening.objects.count() == 16
        assert Inkomstenpost.objects.get(code="DU-2017-COR").tegenpost.code == "DU-2017-ND"
        rijen = sum(
            model.objects.count()
            for model in (Plan, Bronverschil, EersteMaandStap, Actiepunt, Inkomstenpost, Activiteit, Rekening)
        )
        modellen = apps.get_app_config("huisvesting").get_models()
        huisvesting = sum(
            model.objects.count() for model in modellen if not hasattr(model, "pgh_tracked_model")
        )
        assert tellingen(document) == (rijen + 20 + huisvesting, 0, 0)

    def test_twee_keer_verandert_niets(self):
        eerst = laad()
        vooraf = inhoud()
        assert tellingen(laad()) == (0, 0, eerst["aangemaakt"])
        assert inhoud() == vooraf

    def test_in_gewoon_nederlands(self):
        uit = StringIO()
        call_command("laad_plan", stdout=uit)
        regels = uit.getvalue().splitlines()
        assert regels[0] == "Plan Z/17/9410/26001 geladen."
        assert regels[1].startswith("Rijen: ")
        assert regels[1].endswith(" nieuw, 0 gewijzigd, 0 ongewijzigd.")
        assert any("31 + 35 = 66" in regel for regel in regels)


class TestAnderBestand:
    @pytest.fixture(autouse=True)
    def geladen(self) -> None:
        self.rijen = laad()["aangemaakt"]

    def test_precies_de_rijen_die_verschillen(self, anders):
        vooraf = inhoud()
        document = laad(
            anders(
                (JONG, JONG.replace("20000", "21000.50")),
                (
                    'omschrijving = "Onvoorzien"\nbedrag = 40000',
                    'omschrijving = "Onvoorzien"\nbedrag = 38999.50',
                ),
            )
        )
        assert tellingen(document) == (0, 2, self.rijen - 2)
        daarna = inhoud()
        verschil = {
            (naam, rij["code"])
            for naam, rijen in daarna.items()
            for rij, oud in zip(rijen, vooraf[naam], strict=True)
            if rij != oud and naam != "kern.Plan"
        }
        assert verschil == {("financien.Activiteit", "JONG"), ("financien.Activiteit", "ONV")}
        assert tellingen(laad()) == (0, 2, self.rijen - 2)
        assert {**inhoud(), "kern.Plan": None} == {**vooraf, "kern.Plan": None}

    def test_een_opmerking_in_het_bestand_is_geen_rij(self, anders):
        oud = Plan.objects.get().sha256
        document = laad(anders(("bedrag = 52140", "bedrag = 52140  # gezien")))
        assert tellingen(document) == (0, 0, self.rijen)
        assert Plan.objects.get().sha256 == document["sha256"] != oud

    def test_wat_er_niet_meer_in_staat_gaat_weg(self, anders):
        stap = '[[eerste_maand]]\ncode = "toeslagen"\nstap = "Toeslagen aangevraagd"\n'
        document = laad(anders((stap, "")))
        assert tellingen(document) == (0, 1, self.rijen - 1)
        assert not EersteMaandStap.objects.filter(code="toeslagen").exists()

    def test_een_regel_onder_een_andere_code_neemt_de_rekening_mee(self, anders):
        document = laad(anders(('code = "JONG"', 'code = "JEUGD"'), ('regel = "JONG"', 'regel = "JEUGD"')))
        assert tellingen(document) == (1, 2, self.rijen - 2)
        assert Rekening.objects.get(kostenplaats="67120").activiteit.code == "JEUGD"
        assert not Activiteit.objects.filter(code="JONG").exists()

    def test_het_paar_tegenposten_kan_samen_weg(self, anders):
        cor = EIGEN_PLAN.read_text().split('[[inkomsten]]\ncode = "DU-2017-COR"')[1].split("[[inkomsten]]")[0]
        nd = EIGEN_PLAN.read_text().split('[[inkomsten]]\ncode = "DU-2017-ND"')[1].split("[[inkomsten]]")[0]
        document = laad(
            anders(
                (f'[[inkomsten]]\ncode = "DU-2017-COR"{cor}', ""),
                (f'[[inkomsten]]\ncode = "DU-2017-ND"{nd}', ""),
                ("totaal_2017 = 344926", "totaal_2017 = 378151"),
                ("totaal_2018 = 68775", "totaal_2018 = 35550"),
                (
                    '[[rekeningen]]\nregel = "DU-2017-COR"\nkostenplaats = "67100"\ngrootboekrekening = "80310"\n',
                    "",
                ),
                (
                    '[[rekeningen]]\nregel = "DU-2017-ND"\nkostenplaats = "67200"\ngrootboekrekening = "80300"\n',
                    "",
                ),
            )
        )
        assert tellingen(document) == (0, 4, self.rijen - 4)
        assert Inkomstenpost.objects.count() == 6

    def test_een_onbekende_sectie_wacht_op_haar_lezer(self, anders):
        document = laad(anders(("[controle_activiteiten]", "[later]\niets = 1\n[controle_activiteiten]")))
        assert tellingen(document) == (0, 0, self.rijen)

    def test_een_organisatie_in_gebruik_blijft_buiten_het_plan(self, anders):
        GebruikerFactory(organisatie=Organisatie.objects.get(naam="SMOW"))
        smow = '[[organisaties]]\nnaam = "SMOW"\nrol = "welzijn"\n'
        raad = '[[organisaties]]\nnaam = "Raad van Kerken"\nrol = "burgerinitiatief"\n'
        document = laad(anders((smow, ""), (raad, "")))
        assert tellingen(document) == (0, 2, self.rijen - 2)
        assert Organisatie.objects.get(naam="SMOW").van_plan is False
        assert not Organisatie.objects.filter(naam="Raad van Kerken").exists()

    def test_een_organisatie_van_iemand_zelf_blijft(self):
        OrganisatieFactory(naam="Voedselbank")
        assert tellingen(laad()) == (0, 0, self.rijen)
        assert Organisatie.objects.filter(naam="Voedselbank").exists()

    def test_een_organisatie_van_iemand_zelf_wordt_overgenomen(self, anders):
        OrganisatieFactory(naam="voedselbank", rol="partner")
        pad = anders(('naam = "SMOW"\nrol = "welzijn"', 'naam = "Voedselbank"\nrol = "welzijn"'))
        assert tellingen(laad(pad)) == (0, 2, self.rijen - 1)
        organisatie = Organisatie.objects.get(naam="Voedselbank")
        assert (organisatie.rol, organisatie.van_plan, organisatie.versie) == ("welzijn", True, 2)
