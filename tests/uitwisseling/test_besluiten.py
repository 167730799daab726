"""A file that was set ready: saved, stopped, refused, or overtaken by a colleague."""

import io
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files import File

from dossiers.models import Statushouder
from tests.dossiers.factories import StatushouderFactory
from uitwisseling import actions
from uitwisseling.models import Inleesrij, Inlezing, Status

pytestmark = pytest.mark.django_db
OP = date(2017, 5, 1)
GOED = "vnummer;achternaam;opvang\n2741603318;Haddad;kso\n"


@pytest.fixture(autouse=True)
def _bestanden(settings, tmp_path):
    opslag = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path)},
    }
    settings.STORAGES = {**settings.STORAGES, "default": opslag}


def bestand(tekst: str) -> File:
    return File(io.BytesIO(tekst.encode()), name="personen.csv")


def lees_in(tekst: str = GOED) -> Inlezing:
    return actions.lees_in("personen", bestand(tekst), gebruiker=None, op=OP)


def test_klaargezet_telt_en_slaat_niets_op():
    inlezing = lees_in(f"{GOED}2741603319;;\n")
    assert (inlezing.status, inlezing.gelezen, inlezing.aangemaakt, inlezing.met_fout) == (
        Status.KLAARGEZET,
        2,
        1,
        1,
    )
    assert inlezing.te_bewaren == 1
    assert not Statushouder.objects.exists()


def test_opslaan_met_fouten_vraagt_om_een_besluit():
    inlezing = lees_in(f"{GOED}2741603319;;\n")
    with pytest.raises(ValidationError, match="1 van de 2 rijen") as fout:
        actions.sla_op(inlezing, op=OP)
    assert fout.value.code == "fouten"
    assert not Statushouder.objects.exists()
    assert actions.sla_op(inlezing, op=OP, goede_rijen=True).status == Status.OPGESLAGEN
    assert Statushouder.objects.count() == 1
    assert not Inleesrij.objects.exists()


def test_wat_er_intussen_veranderde_telt():
    """A colleague made the same person between looking and saving: known by then."""
    inlezing = lees_in()
    assert inlezing.aangemaakt == 1
    StatushouderFactory(vnummer="2741603318", achternaam="Haddad", opvang="kwv")
    klaar = actions.sla_op(inlezing, op=OP)
    assert (klaar.aangemaakt, klaar.gewijzigd) == (0, 1)
    assert Statushouder.objects.get().opvang == "kso"


def test_wat_botst_slaat_niets_op(monkeypatch):
    inlezing = lees_in(f"{GOED}2741603319;Tekle;\n")

    def tegelijk(_werk):
        StatushouderFactory(vnummer="2741603319")

    monkeypatch.setattr("dossiers.imports.personen.regie.vergelijk", tegelijk)
    with pytest.raises(ValidationError, match="veranderde iemand anders") as fout:
        actions.sla_op(inlezing, op=OP)
    assert fout.value.code == "gebotst"
    inlezing.refresh_from_db()
    assert (inlezing.status, Statushouder.objects.count()) == (Status.KLAARGEZET, 0)


@pytest.mark.parametrize(
    "daarna", [actions.stop, lambda een: actions.sla_op(een, op=OP), actions.vraag_opslaan]
)
@pytest.mark.parametrize("eerst", [actions.stop, lambda een: actions.sla_op(een, op=OP)])
def test_een_oude_bladzijde_doet_niets_dubbel(eerst, daarna):
    inlezing = lees_in()
    eerst(inlezing)
    with pytest.raises(ValidationError, match="Vernieuw de bladzijde"):
        daarna(inlezing)
    assert Statushouder.objects.count() == (1 if Inlezing.objects.get().status == Status.OPGESLAGEN else 0)


def test_stoppen_ruimt_de_rijen_op_en_houdt_het_bestand():
    inlezing = actions.stop(lees_in())
    assert inlezing.status == Status.GESTOPT
    assert not Inleesrij.objects.exists()
    assert inlezing.bestand.storage.exists(inlezing.bestand.name)


def test_gevraagd_opslaan_houdt_het_besluit():
    gevraagd = actions.vraag_opslaan(lees_in(f"{GOED}2741603319;;\n"), goede_rijen=True)
    assert list(Inlezing.objects.openstaand()) == [gevraagd]
    assert actions.sla_op(gevraagd, op=OP).status == Status.OPGESLAGEN
    assert not Inlezing.objects.openstaand().exists()


def test_later_lezen_en_opnieuw_na_een_afgebroken_poging():
    inlezing = actions.ontvang("personen", bestand(GOED), gebruiker=None, op=OP)
    assert list(Inlezing.objects.openstaand()) == [inlezing]
    Inleesrij.objects.create(inlezing=inlezing, rij=2, cellen=[], velden=[])
    assert actions.lees(inlezing).aangemaakt == 1
    assert actions.lees(inlezing).gedaan == 1
    assert Inleesrij.objects.count() == 1


def test_later_lezen_van_wat_geen_spreadsheet_is():
    inlezing = actions.ontvang("personen", bestand("%PDF-1.4"), gebruiker=None, op=OP)
    with pytest.raises(ValidationError, match="geen spreadsheet"):
        actions.lees(inlezing)
    inlezing.refresh_from_db()
    assert inlezing.status == Status.GEWEIGERD
    assert "geen spreadsheet" in inlezing.reden
