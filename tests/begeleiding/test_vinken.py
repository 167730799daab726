"""Ticking, not applicable, taking back: each refusal one sentence, and nothing half done."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from begeleiding.actions import neem_terug, vink_af, zet_niet_van_toepassing
from begeleiding.models import Stapstand
from dossiers.models import Vestiging
from kern.contract import Peiling
from kern.register import register
from kern.weigering import Verouderd
from tests.begeleiding.factories import MAART, eerste_maand, stap
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

MEI = date(2017, 5, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def lijst():
    return eerste_maand()


def _vink(rij, **anders):
    return vink_af(rij, **{"versie": rij.versie, "op": MEI, "vandaag": MEI, "door": None, **anders})


def test_afvinken_onthoudt_wie_wanneer_en_voor_welke_organisatie(lijst):
    organisatie = OrganisatieFactory()
    els = GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie)
    _vink(stap(lijst, "telefoon"), door=els, op=date(2017, 4, 10), opmerking=" Prepaid ")
    rij = stap(lijst, "telefoon")
    assert (rij.gedaan_op, rij.klaar_op, rij.opmerking) == (date(2017, 4, 10), date(2017, 4, 10), "Prepaid")
    assert (rij.door, rij.organisatie, rij.versie) == (els, organisatie, 2)
    assert rij.vestiging == Vestiging.objects.get()


@pytest.mark.parametrize(
    ("code", "op", "zin"),
    [
        ("telefoon", MEI + timedelta(days=1), "Deze dag is nog niet geweest."),
        ("telefoon", MAART - timedelta(days=1), "Dit kan pas vanaf de dag van vestiging: 28 maart 2017."),
    ],
)
def test_een_dag_die_niet_kan_staat_bij_het_veld(lijst, code, op, zin):
    with pytest.raises(ValidationError) as fout:
        _vink(stap(lijst, code), op=op)
    assert fout.value.message_dict == {"gedaan_op": [zin]}
    assert stap(lijst, code).versie == 1


def test_de_woning_kan_voor_de_vestiging_bezichtigd_zijn(lijst):
    _vink(stap(lijst, "woning"), op=MAART - timedelta(days=7))
    assert stap(lijst, "woning").klaar_op == MAART - timedelta(days=7)


def test_twee_keer_hetzelfde_is_een_zin_ook_met_een_oude_pagina(lijst):
    oud = stap(lijst, "telefoon")
    _vink(oud)
    with pytest.raises(ValidationError, match="al afgevinkt op 1 mei 2017"):
        _vink(oud)
    assert stap(lijst, "telefoon").versie == 2


def test_een_oude_pagina_overschrijft_niets(lijst):
    oud = stap(lijst, "telefoon")
    _vink(oud)
    with pytest.raises(Verouderd):
        _vink(oud, op=date(2017, 4, 10))
    with pytest.raises(Verouderd):
        zet_niet_van_toepassing(oud, versie=oud.versie, reden="Had er een", vandaag=MEI, door=None)
    with pytest.raises(Verouderd):
        neem_terug(oud, versie=oud.versie)
    assert stap(lijst, "telefoon").gedaan_op == MEI


def test_niet_van_toepassing_heeft_een_reden(lijst):
    rij = stap(lijst, "telefoon")
    with pytest.raises(ValidationError) as fout:
        zet_niet_van_toepassing(rij, versie=1, reden=" ", vandaag=MEI, door=None)
    assert fout.value.message_dict == {"reden": ["Schrijf op waarom deze stap niet van toepassing is."]}
    zet_niet_van_toepassing(rij, versie=1, reden="Had al een nummer", vandaag=MEI, door=None)
    rij = stap(lijst, "telefoon")
    assert (rij.niet_van_toepassing, rij.reden, rij.klaar_op) == (True, "Had al een nummer", MEI)
    with pytest.raises(ValidationError, match="al niet van toepassing"):
        zet_niet_van_toepassing(rij, versie=2, reden="Had al een nummer", vandaag=MEI, door=None)
    _vink(rij)
    rij = stap(lijst, "telefoon")
    assert (rij.niet_van_toepassing, rij.reden) == (False, "")


def test_een_vinkje_kan_terug(lijst):
    rij = _vink(stap(lijst, "telefoon"))
    neem_terug(rij, versie=rij.versie)
    rij = stap(lijst, "telefoon")
    assert (rij.gedaan_op, rij.door, rij.vestiging, rij.versie) == (None, None, None, 3)
    with pytest.raises(ValidationError, match="staat al open"):
        neem_terug(rij, versie=rij.versie)


@pytest.mark.parametrize("handeling", ["vink", "nvt", "terug"])
def test_wat_een_ander_domein_invulde_wijzigt_u_daar(lijst, handeling):
    Vestiging.objects.update(brp_op=MAART)
    register.werk_bij([lijst.statushouder])
    rij = stap(lijst, "registratie")
    doe = {
        "vink": lambda: _vink(rij),
        "nvt": lambda: zet_niet_van_toepassing(rij, versie=1, reden="x", vandaag=MEI, door=None),
        "terug": lambda: neem_terug(rij, versie=1),
    }[handeling]
    with pytest.raises(ValidationError, match=r"ingevuld door .*, op 28 maart 2017\. Klopt dat niet"):
        doe()


def _waarde(code, peildatum, van=date(2017, 1, 1)):
    return register.kerncijfer(f"begeleiding.eerste_maand_{code}").bereken(Peiling.op(peildatum, van))


@pytest.mark.parametrize(("op", "telt"), [(26, 1), (27, 1), (28, 0)])
def test_compleet_is_alles_binnen_dertig_dagen(lijst, op, telt):
    for code in ("registratie", "woning"):
        _vink(stap(lijst, code), op=MAART)
    _vink(stap(lijst, "telefoon"), op=date(2017, 4, op))
    assert _waarde("compleet", MEI) == telt
    assert _waarde("toepasselijk", MEI) == 1
    assert _waarde("te_laat", MEI) == 0


def test_wat_niet_van_toepassing_is_houdt_niets_tegen(lijst):
    for code in ("registratie", "woning"):
        _vink(stap(lijst, code), op=MAART)
    assert _waarde("te_laat", MEI) == 1
    zet_niet_van_toepassing(stap(lijst, "telefoon"), versie=1, reden="Had er een", vandaag=MEI, door=None)
    assert _waarde("compleet", MEI) == 1
    assert _waarde("compleet", date(2017, 4, 30)) == 0


@pytest.mark.parametrize(("dag", "telt"), [(27, 0), (28, 1)])
def test_toepasselijk_vanaf_de_dag_na_de_dertigste(lijst, dag, telt):
    assert _waarde("toepasselijk", date(2017, 4, dag)) == telt
    assert _waarde("te_laat", date(2017, 4, dag)) == telt


def test_alleen_wie_zich_in_de_periode_vestigde(lijst):
    assert _waarde("toepasselijk", MEI, van=MAART) == 1
    assert _waarde("toepasselijk", MEI, van=MAART + timedelta(days=1)) == 0


def test_het_feit_dat_de_maand_klaar_is(lijst):
    feit = register.feit("begeleiding.eerste_maand_af")
    assert not feit.rijen()
    for code, dag in (("registratie", 30), ("woning", 28), ("telefoon", 29)):
        _vink(stap(lijst, code), op=date(2017, 3, dag))
    assert list(feit.rijen()) == [{"dossier": lijst.statushouder_id, "op": date(2017, 3, 30)}]


def test_elke_stap_heeft_zijn_geschiedenis(lijst):
    rij = _vink(stap(lijst, "telefoon"))
    neem_terug(rij, versie=rij.versie)
    labels = rij.events.order_by("pk").values_list("pgh_label", flat=True)
    assert list(labels) == ["nieuw", "gewijzigd", "gewijzigd"]
    assert Stapstand.objects.filter(gedaan_op=None).count() == 4
