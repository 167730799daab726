"""Mijn werk: what is due, when, of whom, and what can be done about it from the list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dossiers.actions import neem_waar
from kern.namens import namens
from termijnen.actions import herbereken
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    StatushouderFactory,
)
from tests.dossiers.vastleggen.factories import ContactFactory, SignaalFactory, TaakFactory
from tests.termijnen.factories import UitzonderingFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol
from werkplek.figures.werk import Groep, Soort, te_laat, werk
from werkplek.figures.werkbladen import Plek, Vanaf
from werkplek.figures.wiens import Keuze, Wie

pytestmark = pytest.mark.django_db
MAANDAG = date(2017, 5, 1)


@pytest.fixture(autouse=True)
def _dag(settings):
    settings.VANDAAG = MAANDAG.isoformat()


@pytest.fixture
def ik():
    return GebruikerFactory(rol=Rol.KLANTREGISSEUR)


@pytest.fixture
def collega():
    return GebruikerFactory(rol=Rol.KLANTREGISSEUR)


def dossier_van(wie, *, uiterlijk: date | None = None, **velden):
    """A person whose case it is; with `uiterlijk` the term of a home ends on that day."""
    gekoppeld = {"coa_koppeldatum": uiterlijk - timedelta(weeks=10)} if uiterlijk else {}
    return StatushouderFactory(regie__regisseur=wie, **gekoppeld, **velden)


def vraag(wie, keuze=None, *, op=MAANDAG, per_groep=50):
    with namens(wie, op=op):
        return werk(wie, op, keuze or Keuze(), per_groep=per_groep)


def wat(gevonden, groep):
    return [(regel.soort, regel.persoon.pk) for regel in gevonden.regels[groep]]


@pytest.mark.parametrize(
    ("uiterlijk", "groep"),
    [
        (date(2017, 4, 30), Groep.TE_LAAT),
        (date(2017, 5, 1), Groep.DEZE_WEEK),  # on the last day it is still in time
        (date(2017, 5, 7), Groep.DEZE_WEEK),  # Sunday
        (date(2017, 5, 8), Groep.KOMT_ERAAN),
        (date(2017, 6, 30), Groep.KOMT_ERAAN),
        (date(2017, 7, 1), None),
    ],
)
def test_een_termijn_staat_in_de_groep_van_haar_laatste_dag(ik, uiterlijk, groep):
    persoon = dossier_van(ik, uiterlijk=uiterlijk)
    herbereken()
    gevonden = vraag(ik)
    assert {groep: wat(gevonden, groep) for groep in Groep if gevonden.regels[groep]} == (
        {groep: [(Soort.TERMIJN, persoon.pk)]} if groep else {}
    )
    assert sum(gevonden.aantallen.values()) == (1 if groep else 0)


@pytest.mark.parametrize(
    ("soort", "nieuwe_datum", "groep"),
    [
        ("uitstel", date(2017, 5, 3), Groep.DEZE_WEEK),
        ("uitstel", date(2017, 4, 30), Groep.TE_LAAT),
        ("vrijstelling", None, None),
        ("voldaan", date(2017, 4, 20), None),
    ],
)
def test_een_besluit_verplaatst_haar_of_haalt_haar_weg(ik, soort, nieuwe_datum, groep):
    persoon = dossier_van(ik, uiterlijk=date(2017, 4, 28))
    herbereken()
    UitzonderingFactory(
        statushouder=persoon, soort=soort, nieuwe_datum=nieuwe_datum, besloten_op=date(2017, 4, 27)
    )
    gevonden = vraag(ik)
    assert [groep for groep in Groep if gevonden.regels[groep]] == ([groep] if groep else [])


def test_van_wie_het_is(ik, collega):
    mijn, zijn = (dossier_van(wie, uiterlijk=date(2017, 5, 2)) for wie in (ik, collega))
    niemands = dossier_van(None, uiterlijk=date(2017, 5, 2))
    herbereken()
    for wie, verwacht in (
        (Wie.MIJN, {mijn.pk}),
        (Wie.ALLE, {mijn.pk, zijn.pk, niemands.pk}),
        (Wie.GEEN, {niemands.pk}),
        (collega.pk, {zijn.pk}),
    ):
        gevonden = vraag(ik, Keuze(wie=wie))
        assert {persoon for _soort, persoon in wat(gevonden, Groep.DEZE_WEEK)} == verwacht


def test_taak_en_signaal_zijn_van_wie_ze_heeft(ik, collega):
    persoon = dossier_van(ik)
    TaakFactory(statushouder=persoon, eigenaar=ik, uiterlijk_op=date(2017, 4, 30))
    TaakFactory(statushouder=dossier_van(collega), eigenaar=ik, uiterlijk_op=date(2017, 5, 2))
    TaakFactory(statushouder=persoon, eigenaar=collega, uiterlijk_op=date(2017, 4, 30))
    SignaalFactory(
        statushouder=persoon, eigenaar=ik, gemeld_op=date(2017, 4, 20), antwoord_voor=date(2017, 5, 9)
    )
    gevonden = vraag(ik)
    assert {groep: [soort for soort, _ in wat(gevonden, groep)] for groep in Groep} == {
        Groep.TE_LAAT: [Soort.TAAK],
        Groep.DEZE_WEEK: [Soort.TAAK],
        Groep.KOMT_ERAAN: [Soort.SIGNAAL],
        Groep.WACHT: [Soort.TAAK],
    }


def test_nog_niet_toegewezen_is_ook_van_taken_alleen_wat_niemand_heeft(ik, collega):
    niemands = dossier_van(None)
    for persoon in (niemands, dossier_van(ik), dossier_van(collega)):
        TaakFactory(statushouder=persoon, eigenaar=collega, uiterlijk_op=date(2017, 5, 2))
        SignaalFactory(
            statushouder=persoon,
            eigenaar=collega,
            gemeld_op=date(2017, 4, 20),
            antwoord_voor=date(2017, 5, 2),
        )
    gevonden = vraag(ik, Keuze(wie=Wie.GEEN))
    assert {persoon for groep in Groep for _soort, persoon in wat(gevonden, groep)} == {niemands.pk}
    assert sum(gevonden.aantallen.values()) == 2


def test_wat_gedaan_is_staat_er_niet(ik):
    persoon = dossier_van(ik)
    TaakFactory(statushouder=persoon, eigenaar=ik, uiterlijk_op=MAANDAG, gedaan_op=MAANDAG, gedaan_door=ik)
    assert not any(vraag(ik).aantallen.values())


@pytest.mark.parametrize(
    ("op", "tijd", "staat_er"),
    [
        (date(2017, 5, 2), None, True),
        (date(2017, 5, 1), "14:00", True),
        (date(2017, 5, 1), None, False),  # recorded today, not agreed for today
        (date(2017, 4, 30), "14:00", False),
    ],
)
def test_een_afspraak_is_wat_nog_komt(ik, op, tijd, staat_er):
    ContactFactory(statushouder=dossier_van(ik), op=op, tijd=tijd, soort="gesprek")
    assert len(vraag(ik).regels[Groep.DEZE_WEEK]) == staat_er


def test_een_verwijzing_zonder_antwoord_wacht(ik):
    persoon, organisatie = dossier_van(ik), OrganisatieFactory()
    DoorverwijzingFactory(statushouder=persoon, organisatie=organisatie, aangenomen_op=None)
    assert wat(vraag(ik), Groep.WACHT) == [(Soort.VERWIJZING, persoon.pk)]


def test_wie_waarneemt_heeft_het_werk_ook(ik, collega):
    persoon = dossier_van(collega, uiterlijk=date(2017, 5, 2))
    herbereken()
    assert not any(vraag(ik).aantallen.values())
    neem_waar(afwezige=collega, waarnemer=ik, van=MAANDAG, tot=date(2017, 5, 6), op=MAANDAG)
    assert wat(vraag(ik), Groep.DEZE_WEEK) == [(Soort.TERMIJN, persoon.pk)]


def test_een_afgeschermd_dossier_staat_er_niet(ik):
    persoon = dossier_van(ik, uiterlijk=date(2017, 5, 2), afgeschermd=True)
    TaakFactory(statushouder=persoon, eigenaar=ik, uiterlijk_op=MAANDAG)
    herbereken()
    for keuze in (Keuze(), Keuze(wie=Wie.ALLE)):
        gevonden = vraag(ik, keuze)
        assert not any(gevonden.aantallen.values())


def test_het_getal_in_het_menu_is_wat_te_laat_is(ik, collega):
    persoon = dossier_van(ik, uiterlijk=date(2017, 4, 30))
    dossier_van(ik, uiterlijk=MAANDAG)
    TaakFactory(statushouder=persoon, eigenaar=ik, uiterlijk_op=date(2017, 4, 30))
    TaakFactory(statushouder=persoon, eigenaar=collega, uiterlijk_op=date(2017, 4, 30))
    herbereken()
    with namens(ik, op=MAANDAG), CaptureQueriesContext(connection) as vragen:
        assert te_laat(ik, MAANDAG) == 2
    assert len(vragen) == 1


def test_meer_dan_de_groep_laat_zien_telt_wel(ik):
    for _ in range(3):
        dossier_van(ik, uiterlijk=date(2017, 5, 2))
    herbereken()
    gevonden = vraag(ik, per_groep=2)
    assert (len(gevonden.regels[Groep.DEZE_WEEK]), gevonden.aantallen[Groep.DEZE_WEEK]) == (2, 3)


def _bladen(wie, groep, per_groep, keuze=None):
    """All pages of a group, one after the other, and the count that each of them gave."""
    vanaf, bladen, aantallen = None, [], set()
    while True:
        with namens(wie, op=MAANDAG):
            gevonden = werk(wie, MAANDAG, keuze or Keuze(), per_groep=per_groep, vanaf=vanaf)
        bladen.append(gevonden.regels[groep])
        aantallen.add(gevonden.aantallen[groep])
        if groep not in gevonden.verder:
            return bladen, aantallen
        vanaf = Vanaf(groep, Plek.lees(str(gevonden.verder[groep])))


@pytest.mark.parametrize(("per_groep", "bladen"), [(1, 8), (3, 3), (7, 2), (8, 1), (9, 1)])
def test_de_bladen_van_een_groep_geven_samen_elke_rij_een_keer(ik, per_groep, bladen):
    """Of four kinds on the same days, so that the place is in the midst of a kind as well as between two."""
    dinsdag = MAANDAG + timedelta(days=1)
    for dag in (MAANDAG, dinsdag):
        dossier_van(ik, uiterlijk=dag)
        TaakFactory(eigenaar=ik, uiterlijk_op=dag, statushouder=dossier_van(ik))
        TaakFactory(eigenaar=ik, uiterlijk_op=dag, statushouder=dossier_van(ik))
        SignaalFactory(eigenaar=ik, antwoord_voor=dag, statushouder=dossier_van(ik))
    TaakFactory(eigenaar=ik, uiterlijk_op=MAANDAG - timedelta(days=1), statushouder=dossier_van(ik))
    herbereken()
    gevonden, aantallen = _bladen(ik, Groep.DEZE_WEEK, per_groep)
    rijen = [regel.volgorde for blad in gevonden for regel in blad]
    assert (len(gevonden), aantallen) == (bladen, {8})
    assert rijen == sorted(set(rijen))
    assert len(rijen) == 8


def test_wat_bij_anderen_wacht_bladert_ook_en_telt_alles(ik):
    for _ in range(5):
        DoorverwijzingFactory(statushouder=dossier_van(ik), aangenomen_op=None, gevraagd_op=MAANDAG)
    TaakFactory(statushouder=dossier_van(ik), uiterlijk_op=MAANDAG)  # of a colleague
    gevonden, aantallen = _bladen(ik, Groep.WACHT, 2)
    assert [len(blad) for blad in gevonden] == [2, 2, 2]
    assert aantallen == {6}
    assert len({(regel.soort, regel.rij.pk) for blad in gevonden for regel in blad}) == 6


@pytest.mark.parametrize(
    "tekst", ["", "x", "2017-05-03", "2017-13-03.taak.1", "2017-05-03.taak.x", "2017-05-03.taak.0", "." * 9]
)
def test_wat_geen_plek_is_begint_vooraan(tekst):
    assert Plek.lees(tekst) is None
    assert Plek.lees(f"2017-05-03.taak.{2**63}") is None
    assert str(Plek.lees("2017-05-03.taak.12")) == "2017-05-03.taak.12"


def test_het_getal_in_het_menu_volgt_de_rol_en_de_dag_ook_als_de_vraag_al_gemaakt_is(ik, collega):
    """Its SQL is kept for a user and a day: another role of the same user, or a day later, has its own."""
    TaakFactory(statushouder=dossier_van(collega), eigenaar=collega, uiterlijk_op=date(2017, 4, 30))
    TaakFactory(statushouder=dossier_van(ik), eigenaar=ik, uiterlijk_op=MAANDAG)
    gevonden = []
    for rol, dag in ((ik.rol, MAANDAG), (Rol.CONSULENT, MAANDAG), (ik.rol, MAANDAG + timedelta(days=1))):
        ik.rol = rol
        with namens(ik, op=dag):
            gevonden.append(te_laat(ik, dag))
    assert gevonden == [0, 1, 1]
