"""The list of steps in versions: what holds already does not change."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from begeleiding.actions import (
    bewaar_stap,
    haal_stap_weg,
    maak_versie,
    verwijder_versie,
    vink_af,
    volg_alles,
    wijzig_versie,
)
from begeleiding.models import EersteMaandStap, Stappenlijst
from tests.begeleiding.factories import eerste_maand, gezin, planlijst, stapcodes
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

MEI = date(2017, 5, 1)
JUNI = date(2017, 6, 1)
PLAN = ["registratie", "woning", "telefoon", "onderwijs"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def nieuwe():
    planlijst()
    return maak_versie(geldig_vanaf=JUNI, toelichting="Afspraak", vandaag=MEI)


def _stap(lijst, code="bank"):
    gegevens = {"code": code, "stap": "Bankrekening geopend", "uitleg": "", "feit": "", "volgorde": None}
    return bewaar_stap(EersteMaandStap(lijst=lijst), gegevens=gegevens, vandaag=MEI)


def test_een_versie_begint_als_kopie(nieuwe):
    assert stapcodes(nieuwe) == PLAN
    assert nieuwe.stappen.get(code="registratie").feit == "dossiers.brp"
    assert _stap(nieuwe).volgorde > max(
        nieuwe.stappen.exclude(code="bank").values_list("volgorde", flat=True)
    )
    assert stapcodes(nieuwe) == [*PLAN, "bank"]
    assert stapcodes(planlijst()) == PLAN


@pytest.mark.parametrize(("dag", "mag"), [(date(2017, 5, 1), False), (date(2017, 5, 2), True)])
def test_een_versie_gaat_pas_na_vandaag_in(dag, mag):
    planlijst()
    if mag:
        assert maak_versie(geldig_vanaf=dag, toelichting="", vandaag=MEI).geldig_vanaf == dag
        return
    with pytest.raises(ValidationError) as fout:
        maak_versie(geldig_vanaf=dag, toelichting="", vandaag=MEI)
    assert list(fout.value.message_dict) == ["geldig_vanaf"]


def test_twee_versies_op_een_dag(nieuwe):
    with pytest.raises(ValidationError, match="al een lijst die op deze dag ingaat"):
        maak_versie(geldig_vanaf=JUNI, toelichting="", vandaag=MEI)


@pytest.mark.parametrize(("vandaag", "mag"), [(date(2017, 5, 31), True), (JUNI, False)])
def test_wat_geldt_verandert_niet_meer(nieuwe, vandaag, mag):
    stap = nieuwe.stappen.get(code="telefoon")
    doen = [
        lambda: bewaar_stap(stap, gegevens={"stap": "Telefoon"}, versie=1, vandaag=vandaag),
        lambda: haal_stap_weg(stap, versie=2 if mag else 1, vandaag=vandaag),
        lambda: wijzig_versie(
            nieuwe, versie=1, geldig_vanaf=date(2017, 7, 1), toelichting="", vandaag=vandaag
        ),
    ]
    for doe in doen:
        if mag:
            doe()
        else:
            with pytest.raises(ValidationError, match="geldt al"):
                doe()
    assert ("telefoon" in stapcodes(nieuwe)) is not mag


def test_wie_zich_later_vestigt_krijgt_de_nieuwe_stappen(nieuwe):
    lopend = eerste_maand()
    later = gezin(op=date(2017, 6, 5))
    volg_alles()
    _stap(nieuwe)
    haal_stap_weg(nieuwe.stappen.get(code="telefoon"), versie=1, vandaag=MEI)
    codes = later.eerste_maanden.get().stappen.values_list("stap__code", flat=True)
    assert list(codes) == ["registratie", "woning", "onderwijs", "bank"]
    assert lopend.stappen.count() == 4


def test_een_stap_die_al_is_afgevinkt_gaat_niet_weg(nieuwe):
    """Of who settles later, a home is seen before that."""
    later = gezin(op=date(2017, 6, 5))
    volg_alles()
    rij = later.eerste_maanden.get().stappen.get(stap__code="woning")
    vink_af(rij, versie=1, op=MEI, vandaag=MEI, door=None)
    with pytest.raises(ValidationError, match="al afgevinkt"):
        haal_stap_weg(nieuwe.stappen.get(code="woning"), versie=1, vandaag=MEI)


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.BEHEERDER])
def test_een_stap_gaat_weg_ook_waar_een_gezin_hem_al_heeft(client, settings, nieuwe, rol):
    """The functional manager reads no dossier, and still it goes from the lists of those who settle later."""
    settings.VANDAAG = MEI.isoformat()
    later = gezin(op=date(2017, 6, 5))
    volg_alles()
    client.force_login(GebruikerFactory(rol=rol))
    weg = reverse("begeleiding:lijststap-weg", args=[nieuwe.stappen.get(code="telefoon").pk])
    assert client.post(weg, {"versie": 1}).status_code == 302
    codes = later.eerste_maanden.get().stappen.values_list("stap__code", flat=True)
    assert "telefoon" not in codes


def test_een_code_staat_een_keer_op_een_lijst(nieuwe):
    _stap(nieuwe)
    with pytest.raises(ValidationError, match="al een stap met deze code"):
        _stap(nieuwe)


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.BEHEERDER])
def test_de_coordinator_en_de_beheerder_houden_de_lijst_bij(client, rol):
    planlijst()
    client.force_login(GebruikerFactory(rol=rol))
    client.post(reverse("begeleiding:versie-nieuw"), {"geldig_vanaf": "1-6-2017", "toelichting": "Afspraak"})
    lijst = Stappenlijst.objects.get(geldig_vanaf=JUNI)
    antwoord = client.get(reverse("begeleiding:stappen"))
    tekst = " ".join(antwoord.content.decode().split())
    assert "Geldt nu" in tekst
    assert "Gaat nog in" in tekst
    gegevens = {"stap": "Bank geregeld", "code": "bank", "uitleg": "", "feit": "", "volgorde": ""}
    client.post(reverse("begeleiding:lijststap-nieuw", args=[lijst.pk]), gegevens)
    assert stapcodes(lijst)[-1] == "bank"
    bank = lijst.stappen.get(code="bank")
    client.post(
        reverse("begeleiding:lijststap", args=[bank.pk]),
        {**gegevens, "stap": "Bank", "versie": 1, "volgorde": "1"},
    )
    bank.refresh_from_db()
    assert (bank.stap, bank.volgorde) == ("Bank", 1)
    client.post(reverse("begeleiding:lijststap-weg", args=[bank.pk]), {"versie": 2})
    assert "bank" not in stapcodes(lijst)
    plan = planlijst().stappen.first()
    antwoord = client.get(reverse("begeleiding:lijststap", args=[plan.pk]), follow=True)
    assert "Deze lijst geldt al" in antwoord.content.decode()


def test_de_regisseur_houdt_de_lijst_niet_bij(client):
    client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
    assert client.get(reverse("begeleiding:stappen")).status_code == 404


def test_een_versie_die_een_vergissing_was_gaat_weg(client, nieuwe, settings):
    settings.VANDAAG = MEI.isoformat()
    client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
    weg = reverse("begeleiding:versie-weg", args=[nieuwe.pk])
    assert weg in client.get(reverse("begeleiding:stappen")).content.decode()
    assert client.post(weg, {"versie": nieuwe.versie}).status_code == 302
    assert [rij.geldig_vanaf for rij in Stappenlijst.objects.all()] == [None]
    assert EersteMaandStap.objects.count() == len(PLAN)


@pytest.mark.parametrize("vandaag", [JUNI, date(2017, 6, 2)])
def test_een_versie_die_geldt_gaat_niet_weg(nieuwe, vandaag):
    with pytest.raises(ValidationError, match="geldt al"):
        verwijder_versie(nieuwe, versie=nieuwe.versie, vandaag=vandaag)


def test_een_versie_van_een_gezin_gaat_niet_weg(nieuwe):
    gezin(op=date(2017, 6, 5))
    volg_alles()
    with pytest.raises(ValidationError, match="Een gezin heeft deze lijst al"):
        verwijder_versie(nieuwe, versie=nieuwe.versie, vandaag=MEI)
    assert Stappenlijst.objects.filter(pk=nieuwe.pk).exists()
