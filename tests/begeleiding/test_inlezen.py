"""The first month from a file: the same judgement as the page, and the same file twice changes nothing."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from begeleiding.models import Stapstand
from kern.contract import Peiling
from kern.register import register
from tests.begeleiding.factories import eerste_maand, gezin, stap
from tests.dossiers.factories import StatushouderFactory
from uitwisseling import actions

VANDAAG = date(2017, 5, 1)
KOLOMMEN = ("vnummer", "stap", "gedaan_op", "niet_van_toepassing", "reden")
RIJ = {"vnummer": "2741603318", "stap": "telefoon", "gedaan_op": "31-03-2017"}


@pytest.fixture(autouse=True)
def _bestanden(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def lijst(db):
    return eerste_maand(StatushouderFactory(), StatushouderFactory(vnummer=RIJ["vnummer"]))


def lees(*rijen):
    regels = [";".join(KOLOMMEN), *(";".join({**RIJ, **rij}.get(k, "") for k in KOLOMMEN) for rij in rijen)]
    bestand = ContentFile("\r\n".join(regels).encode(), name="eerste_maand.csv")
    return actions.lees_in("eerste_maand", bestand, gebruiker=None, op=VANDAAG)


def bewaar(*rijen):
    inlezing = lees(*rijen)
    return actions.sla_op(inlezing, op=VANDAAG)


def fouten(inlezing):
    return [(fout.rij, fout.kolom, fout.code) for fout in inlezing.fouten.order_by("rij", "pk")]


NVT = {"stap": "woning", "gedaan_op": "", "niet_van_toepassing": "ja", "reden": "Woonde er al"}


def test_wie_dan_ook_van_het_gezin(lijst):
    inlezing = bewaar({}, NVT)
    assert (inlezing.gelezen, inlezing.aangemaakt, inlezing.gewijzigd) == (2, 2, 0)
    rij = stap(lijst, "telefoon")
    assert (rij.gedaan_op, rij.versie, rij.door) == (date(2017, 3, 31), 2, None)
    rij = stap(lijst, "woning")
    assert (rij.gedaan_op, rij.niet_van_toepassing, rij.reden) == (VANDAAG, True, "Woonde er al")


def test_hetzelfde_bestand_twee_keer(lijst):
    bewaar({}, NVT)
    inlezing = lees({}, NVT)
    assert not inlezing.fouten.exists()
    assert (inlezing.aangemaakt, inlezing.gewijzigd, inlezing.ongewijzigd) == (0, 0, 2)


def test_een_andere_dag_is_een_wijziging(lijst):
    bewaar({})
    inlezing = bewaar({"gedaan_op": "01-04-2017"})
    assert (inlezing.aangemaakt, inlezing.gewijzigd) == (0, 1)
    assert stap(lijst, "telefoon").gedaan_op == date(2017, 4, 1)


@pytest.mark.parametrize(
    ("rij", "kolom", "code"),
    [
        ({"vnummer": "2741603399"}, "vnummer", "persoon_onbekend"),
        ({"stap": "bank"}, "stap", "waarde_onbekend"),
        ({"stap": "onderwijs"}, "stap", "waarde_onbekend"),
        ({"gedaan_op": ""}, "gedaan_op", "ontbreekt"),
        ({"gedaan_op": "02-05-2017"}, "gedaan_op", "datum_toekomst"),
        ({"gedaan_op": "27-03-2017"}, "gedaan_op", "voor_vestiging"),
        ({"stap": "woning", "gedaan_op": "27-03-2016"}, "gedaan_op", "voor_vestiging"),
        ({"gedaan_op": "", "niet_van_toepassing": "ja"}, "reden", "ontbreekt"),
        ({"gedaan_op": "31-02-2017"}, "gedaan_op", "datum_ongeldig"),
    ],
)
def test_wat_niet_kan(lijst, rij, kolom, code):
    assert fouten(lees(rij)) == [(2, kolom, code)]


def test_twee_rijen_over_dezelfde_stap(lijst):
    assert fouten(lees({}, {"gedaan_op": "01-04-2017"})) == [(3, "stap", "dubbel_in_bestand")]


def test_een_gezin_dat_niet_gevestigd_is(db):
    gezin(StatushouderFactory(vnummer=RIJ["vnummer"]), op=None)
    assert fouten(lees({})) == [(2, "vnummer", "niet_gevestigd")]


def test_terugnemen_laat_niets_staan(lijst):
    inlezing = bewaar({}, NVT)
    uitkomst = actions.maak_ongedaan(inlezing, gebruiker=None, op=VANDAAG)
    assert not uitkomst.behouden
    assert not Stapstand.objects.filter(gedaan_op__isnull=False).exists()
    assert lees({}).aangemaakt == 1


def test_wat_eruit_gaat_kan_er_weer_in(lijst):
    bewaar({}, NVT)
    [tabel] = [tabel for _domein, tabel in register.exporten() if tabel.soort == "eerste_maand"]
    rijen = list(tabel.rijen(Peiling.op(VANDAAG)))
    per_stap = {rij[tabel.kolommen.index("stap")]: rij for rij in rijen}
    assert set(per_stap) == {"registratie", "woning", "telefoon"}
    assert per_stap["telefoon"][3:6] == [date(2017, 3, 31), False, ""]
    assert per_stap["woning"][3:6] == [VANDAAG, True, "Woonde er al"]
    assert per_stap["registratie"][3:6] == [None, False, ""]
    assert list(tabel.dossiers(Peiling.op(VANDAAG))) == [lijst.statushouder.sleutel]
    # what was done later is not known yet
    eerder = {rij[2]: rij[3] for rij in tabel.rijen(Peiling.op(date(2017, 3, 30)))}
    assert eerder["telefoon"] is None


def test_niet_van_toepassing_over_een_vink_is_van_vandaag_en_een_andere_reden_verandert_de_dag_niet(lijst):
    """As the page: who ticked it did so on another day than on which it was found not to apply."""
    bewaar({"stap": "woning"})
    bewaar(NVT)
    assert stap(lijst, "woning").gedaan_op == VANDAAG
    Stapstand.objects.filter(stap__code="woning").update(gedaan_op=date(2017, 4, 3))
    bewaar({**NVT, "reden": "Blijft bij familie"})
    rij = stap(lijst, "woning")
    assert (rij.gedaan_op, rij.reden) == (date(2017, 4, 3), "Blijft bij familie")


@pytest.mark.parametrize(
    ("rij", "gevonden"),
    [
        ({"gedaan_op": "31-03-2017"}, []),
        ({"gedaan_op": "01-04-2017"}, [(2, "stap", "vanzelf")]),
        ({**NVT, "stap": "telefoon", "gedaan_op": "31-03-2017"}, [(2, "stap", "vanzelf")]),
    ],
)
def test_wat_uit_het_dossier_is_ingevuld_wordt_niet_beschreven(lijst, rij, gevonden):
    """The day of the fact itself may stand in a file, as the export writes it; it changes nothing."""
    Stapstand.objects.filter(stap__code="telefoon").update(feit_op=date(2017, 3, 31))
    inlezing = lees(rij)
    assert fouten(inlezing) == gevonden
    if not gevonden:
        uit = actions.sla_op(inlezing, op=VANDAAG)
        assert (uit.aangemaakt, uit.gewijzigd, uit.ongewijzigd) == (0, 0, 1)
        assert Stapstand.objects.filter(gedaan_op=None).count() == Stapstand.objects.count()
