"""A newer plan file, and what people added to the budget since: that stays, or the file is refused by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from financien import actions
from financien.models import Activiteit, Rekening, Toedeling, Verplichting
from kern.management.commands.laad_plan import EIGEN_PLAN
from kern.opdrachten import Geweigerd
from tests.financien.factories import BoekingFactory, VerklaringFactory, VerplichtingFactory
from tests.kern.planproef import laad
from tests.toegang.factories import GebruikerFactory
from toegang.models import Gebruiker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plan")]
MEI = date(2017, 5, 1)
MB_REKENING = 'regel = "MB"\nkostenplaats = "67110"\ngrootboekrekening = "43810"\n'
# Two activities of nothing: neither is in the plan itself, so that every total still holds.
LEEG = """[[activiteiten]]
code = "TAAL"
hoofdstuk = "begeleiding"
omschrijving = "Taalmaatjes"
bedrag = 0

"""


@pytest.fixture
def pieter() -> Gebruiker:
    return GebruikerFactory(naam="Pieter Kuiper", rol="financien")


@pytest.fixture
def herlaad(tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Load the plan again, with these pieces of text replaced, and if asked with the empty activity."""

    def met(*vervang: tuple[str, str], taal: bool = False) -> dict[str, Any]:
        tekst = EIGEN_PLAN.read_text()
        for oud, nieuw in vervang:
            assert oud in tekst
            tekst = tekst.replace(oud, nieuw, 1)
        if taal:
            tekst = tekst.replace("[[activiteiten]]", f"{LEEG}[[activiteiten]]", 1)
        pad = tmp_path / "plan.toml"
        pad.write_text(tekst)
        return laad(pad)

    return met


def zet(regel: str, rekening: str, door: Gebruiker, **dagen: date | None) -> Rekening:
    gegevens = {"kostenplaats": "67110", "grootboekrekening": rekening, "van": None, "tot_en_met": None}
    return actions.zet_rekening(regel=regel, gegevens={**gegevens, **dagen}, door=door, op=MEI)[0]


class TestRekeningen:
    def test_van_mensen_blijven_ook_bij_een_ander_bestand(self, herlaad, pieter):
        zet("MB", "99001", pieter, van=date(2017, 3, 1))
        assert herlaad()["gewijzigd"] == 0
        herlaad((MB_REKENING, MB_REKENING.replace("43810", "43811")))
        rij = Rekening.objects.get(grootboekrekening="99001")
        assert (rij.activiteit_id, rij.van, rij.door) == ("MB", date(2017, 3, 1), pieter)
        assert not Rekening.objects.filter(grootboekrekening="43810").exists()
        assert Rekening.objects.filter(grootboekrekening="43811", door=None).exists()

    @pytest.mark.parametrize("regel", ["JONG", "MB"])
    def test_een_bestand_dat_die_rekening_ook_noemt_wordt_geweigerd(self, herlaad, pieter, regel):
        zet(regel, "43811", pieter)
        with pytest.raises(Geweigerd) as fout:
            herlaad((MB_REKENING, MB_REKENING.replace("43810", "43811")))
        assert f"hoort met deze kostenplaats al bij {regel}: dat is hier zelf ingevoerd" in str(fout.value)
        assert Rekening.objects.filter(grootboekrekening="43810").exists()

    def test_wat_iemand_stopte_en_elders_zette_blijft_zo(self, herlaad, pieter):
        van_plan = Rekening.objects.get(activiteit="MB")
        actions.stop_rekening(van_plan, laatste_dag=date(2017, 4, 30), verwacht=None)
        zet("JONG", "43810", pieter, van=MEI)
        assert herlaad()["gewijzigd"] == 0
        rijen = Rekening.objects.filter(grootboekrekening="43810").order_by("van")
        assert {(rij.activiteit_id, rij.tot_en_met, rij.van) for rij in rijen} == {
            ("MB", date(2017, 4, 30), None),
            ("JONG", None, MEI),
        }


class TestKoppelingen:
    def test_blijven_als_hun_rekening_naar_een_andere_regel_gaat(self, herlaad, pieter):
        BoekingFactory(kostenplaats="67110", grootboekrekening="43810")
        met_de_hand = BoekingFactory(kostenplaats="1", grootboekrekening="1")
        actions.koppel_vanzelf(door=None, op=MEI)
        delen = [actions.Deel("JONG", met_de_hand.bedrag)]
        actions.verdeel(met_de_hand, delen=delen, door=pieter, op=MEI)
        herlaad((MB_REKENING, MB_REKENING.replace('"MB"', '"JONG"')))
        koppelingen = set(Toedeling.objects.geldig().values_list("activiteit_id", "wijze"))
        assert koppelingen == {("MB", "rekening"), ("JONG", "hand")}
        nieuw = BoekingFactory(kostenplaats="67110", grootboekrekening="43810")
        actions.koppel_vanzelf(door=None, op=MEI)
        assert Toedeling.objects.get(boeking=nieuw).activiteit_id == "JONG"


def _rekening(door: Gebruiker) -> None:
    zet("TAAL", "99001", door)


def _boeking(door: Gebruiker) -> None:
    boeking = BoekingFactory()
    actions.verdeel(boeking, delen=[actions.Deel("TAAL", boeking.bedrag)], door=door, op=MEI)


def _wijziging(door: Gebruiker) -> None:
    regels = [actions.Wijziging("TAAL", MEI.day * 100), actions.Wijziging("-", MEI.day * -100)]
    actions.wijzig_begroting(kenmerk="raad", omschrijving="x", op=MEI, regels=regels, door=door)


def _verplichting(door: Gebruiker) -> None:
    _wijziging(door)
    VerplichtingFactory(activiteit_id="TAAL", activiteit=None, bedrag=1, aangegaan_op=MEI)


def _verklaring(door: Gebruiker) -> None:
    VerklaringFactory(activiteit_id="TAAL", activiteit=None)


@pytest.mark.parametrize(
    ("hang", "naam"),
    [
        (_rekening, "een rekening"),
        (_boeking, "een boeking"),
        (_wijziging, "een begrotingswijziging"),
        (_verplichting, "een begrotingswijziging en een verplichting"),
        (_verklaring, "een verklaring"),
    ],
)
def test_een_regel_waar_mensen_iets_aan_hingen_verdwijnt_niet(herlaad, pieter, hang, naam):
    herlaad(taal=True)
    hang(pieter)
    with pytest.raises(Geweigerd) as fout:
        herlaad()
    assert f"TAAL ontbreekt, en aan die regel hangt nog iets: {naam}. Laat de regel staan." in str(fout.value)
    assert Activiteit.objects.filter(code="TAAL").exists()


def test_een_regel_waar_niets_aan_hangt_wel(herlaad):
    herlaad(taal=True)
    herlaad()
    assert not Activiteit.objects.filter(code="TAAL").exists()
    assert not Verplichting.objects.exists()
