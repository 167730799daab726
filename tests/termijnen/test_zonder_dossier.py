"""Terms that are of no dossier: how they stand in the table, who sees them, and what is decided about them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from kern.contract import Peiling, Termijnregel
from kern.namens import namens
from kern.register import register
from termijnen import figures, motor
from termijnen.actions import besluit, draai_terug, herbereken
from termijnen.figures import regels
from termijnen.models import Status, Termijn, Uitzondering
from tests.dossiers.factories import StatushouderFactory
from tests.harnas.paginas import als_web
from tests.huisvesting.factories import PeriodeFactory
from tests.termijnen.factories import TermijnFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Leesregel, Rol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 10)
EEN = timedelta(days=1)
KOPPELDAG = "huisvesting.koppeldag"
TE_LAAT = register.kerncijfer("termijnen.te_laat")


@pytest.fixture(autouse=True)
def _dag(settings):
    settings.VANDAAG = MEI.isoformat()


@pytest.fixture
def hanneke():
    return GebruikerFactory(rol=Rol.COORDINATOR)


@pytest.fixture
def termijn():
    """The day of the links of the first half of 2017: 1 April."""
    PeriodeFactory(code="2017-H1", van=date(2017, 1, 1), tot_en_met=date(2017, 6, 30))
    herbereken()
    return Termijn.objects.get(code=KOPPELDAG)


def vraag(*opties: str) -> list[dict]:
    uit = StringIO()
    call_command("termijnen", "--json", "--peildatum", MEI.isoformat(), *opties, stdout=uit)
    return json.loads(uit.getvalue())["termijnen"]


def stel_uit(termijn, door, **velden):
    gegevens = {"soort": "uitstel", "nieuwe_datum": date(2017, 6, 1), "reden": "COA telt nog", **velden}
    return besluit(termijn, regel=regels()[termijn.code].regel, op=MEI, door=door, **gegevens)


def test_een_regel_zonder_dossier_is_van_een_rol():
    vast = {"code": "x.y", "label": "Y", "soort": "norm", "bron": "Z", "rijen": lambda: "SELECT 1"}
    with pytest.raises(ImproperlyConfigured, match=r"x\.y is zonder dossier en zonder rol"):
        Termijnregel(**vast, namen=lambda _sleutels: {})
    assert Termijnregel(**vast, namen=lambda _sleutels: {}, rol="coordinator").zonder_dossier


@pytest.mark.parametrize("onderwerp", ["", "2017-H2"])
def test_een_termijn_is_van_een_dossier_of_van_een_ander_onderwerp(onderwerp):
    wie = StatushouderFactory() if onderwerp else None
    with pytest.raises(IntegrityError, match="termijn_dossier_of_onderwerp"), transaction.atomic():
        TermijnFactory(statushouder=wie, onderwerp=onderwerp)
    TermijnFactory(statushouder=StatushouderFactory() if not onderwerp else None, onderwerp=onderwerp)


def test_een_besluit_is_van_een_dossier_of_van_een_ander_onderwerp(termijn, hanneke):
    rij = stel_uit(termijn, hanneke)
    with pytest.raises(IntegrityError, match="uitzondering_dossier_of_onderwerp"), transaction.atomic():
        Uitzondering.objects.filter(pk=rij.pk).update(onderwerp="")


def test_van_een_onderwerp_staat_een_termijn_er_een_keer(termijn):
    with pytest.raises(IntegrityError, match="termijn_een_per_onderwerp"), transaction.atomic():
        TermijnFactory(code=KOPPELDAG, statushouder=None, onderwerp="2017-H1")


def test_nieuw_gewijzigd_verdwenen_en_gelijk():
    periode = PeriodeFactory(code="2017-H1", van=date(2017, 1, 1), tot_en_met=date(2017, 6, 30))
    assert motor.onvers() == [("huisvesting.beoordeeldag", 1), (KOPPELDAG, 1)]
    assert motor.werk_onderwerpen_bij("financien") == (0, 0, 0)
    assert motor.werk_onderwerpen_bij("huisvesting") == (2, 0, 0)
    assert motor.werk_onderwerpen_bij("") == (0, 0, 0)
    assert motor.onvers() == []
    periode.tot_en_met = date(2017, 6, 29)
    periode.save()
    assert motor.werk_onderwerpen_bij("") == (0, 1, 0)
    periode.delete()
    assert motor.onvers() == [("huisvesting.beoordeeldag", 1), (KOPPELDAG, 1)]
    assert herbereken() == (0, 0, 2)


def test_een_regel_die_er_niet_meer_is_laat_niets_achter(termijn):
    TermijnFactory(code="huisvesting.afgeschaft", statushouder=None, onderwerp="x")
    assert figures.termijnen_vers().voorbeelden == ["huisvesting.afgeschaft: 1"]
    assert herbereken() == (0, 0, 1)


def test_het_slot_blijft_tot_het_eind_van_de_transactie():
    """And a computation of dossiers does not take it: nobody waits there for the ledger."""
    motor.werk_bij([StatushouderFactory().pk])
    assert not _slot()
    motor.werk_onderwerpen_bij("huisvesting")
    assert _slot()


def _slot() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
            " AND (classid::bigint << 32) + objid::bigint = %s)",
            [motor.ONDERWERPSLOT],
        )
        [gevonden] = cursor.fetchone()
        return gevonden


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [
        (Rol.COORDINATOR, True),
        (Rol.KLANTREGISSEUR, True),
        (Rol.FINANCIEN, True),
        (Rol.CONSULENT, False),
        (Rol.PARTNER, False),
        (Rol.RAADSGRIFFIE, False),
        (Rol.PRIVACY, False),
        (Rol.BEHEERDER, False),
    ],
)
def test_wie_de_rij_en_haar_besluit_in_de_databank_ziet(termijn, hanneke, rol, ziet):
    stel_uit(termijn, hanneke)
    organisatie = {"organisatie": OrganisatieFactory()} if rol == Rol.PARTNER else {}
    with als_web(), namens(GebruikerFactory(rol=rol, **organisatie), op=MEI):
        assert Termijn.objects.filter(pk=termijn.pk).exists() == ziet
        assert Uitzondering.objects.exists() == ziet


@pytest.mark.parametrize(
    ("rol", "codes"),
    [
        (Rol.COORDINATOR, {KOPPELDAG, "huisvesting.beoordeeldag"}),
        (Rol.KLANTREGISSEUR, {KOPPELDAG, "huisvesting.beoordeeldag"}),
        (Rol.CONSULENT, set()),
        (Rol.FINANCIEN, set()),
    ],
)
def test_de_opdracht_geeft_ze_aan_wie_het_domein_leest(termijn, rol, codes):
    gebruiker = GebruikerFactory(rol=rol)
    assert {rij["code"] for rij in vraag("--als", gebruiker.email)} == codes


def test_de_opdracht_zegt_waarover_het_gaat(termijn, hanneke):
    stel_uit(termijn, hanneke)
    persoon = StatushouderFactory(coa_koppeldatum=date(2017, 2, 1))
    herbereken()
    eerste, tweede, derde = vraag()
    assert eerste == {
        "dossier": None,
        "gezin": None,
        "domein": "huisvesting",
        "code": KOPPELDAG,
        "label": "Koppeldag: nagaan of COA genoeg mensen koppelde: 2017, eerste helft",
        "soort": "norm",
        "keten": "toezicht",
        "begint_op": "2017-01-01",
        "vervalt_op": "2017-04-01",
        "voldaan_op": None,
        "status": "uitgesteld",
        "uitgesteld_tot": "2017-06-01",
        "reden": "COA telt nog",
        "bron": "COA, voor gemeenten: huisvesting vergunninghouders (2023) (norm, geen wet)",
    }
    assert [tweede["dossier"], derde["dossier"]] == [persoon.nummer, None]
    assert [rij["code"] for rij in vraag("--dossier", persoon.nummer)] == ["huisvesting.woning"]
    assert [rij["code"] for rij in vraag("--status", "uitgesteld")] == [KOPPELDAG]
    assert vraag("--domein", "financien") == []


def test_het_kerncijfer_telt_ze_mee(termijn, hanneke):
    def geteld(gebruiker=None):
        return TE_LAAT.bereken(Peiling(MEI, date(2017, 1, 1), MEI, gebruiker))

    assert (geteld(), geteld(hanneke), geteld(GebruikerFactory(rol=Rol.CONSULENT))) == (1, 1, 0)


@pytest.mark.parametrize(("dag", "zonder", "met"), [(-1, 0, 1), (0, 0, 2), (1, 1, 2), (40, 1, 2)])
def test_het_getal_opent_precies_de_rijen_waaruit_het_bestaat(termijn, hanneke, dag, zonder, met):
    """Of no dossier one that ends on 1 April; of dossiers two that end on the two days before it."""
    persoon = StatushouderFactory()
    for gelegenheid, vervalt in (("a", termijn.vervalt_op - 2 * EEN), ("b", termijn.vervalt_op - EEN)):
        TermijnFactory(
            statushouder=persoon, gelegenheid=gelegenheid, begint_op=date(2017, 1, 2), vervalt_op=vervalt
        )
    op = termijn.vervalt_op + dag * EEN
    for wie in (None, hanneke):
        peiling = Peiling.op(op, gebruiker=wie)
        rijen = list(TE_LAAT.rijen(peiling))
        assert TE_LAAT.bereken(peiling) == len(rijen) == zonder + met
        assert sum(rij.statushouder_id is None for rij in rijen) == zonder
        assert len(TE_LAAT.zonder_dossier(peiling)) == zonder


def test_de_opdracht_zegt_waar_het_over_gaat_wat_geen_dossier_heeft(termijn, capsys):
    persoon = StatushouderFactory()
    TermijnFactory(statushouder=persoon, begint_op=date(2017, 1, 2), vervalt_op=date(2017, 3, 1))
    opties = ("kerncijfers", "--domein=termijnen", "--dossiers", f"--peildatum={MEI}")
    call_command(*opties, "--json")
    [cijfer] = json.loads(capsys.readouterr().out)["cijfers"]
    zin = "Koppeldag: nagaan of COA genoeg mensen koppelde: 2017, eerste helft"
    assert cijfer["waarde"] == 2
    assert (cijfer["dossiers"], cijfer["zonder_dossier"]) == ([persoon.nummer], [zin])
    call_command(*opties)
    assert f"    zonder dossier: {zin}" in capsys.readouterr().out.splitlines()


def test_besluiten_en_terugdraaien(termijn, hanneke):
    rij = stel_uit(termijn, hanneke)
    assert (rij.onderwerp, rij.statushouder) == ("2017-H1", None)
    nu = Termijn.objects.met_status(MEI).get(pk=termijn.pk)
    assert (nu.status, nu.uitgesteld_tot) == (Status.UITGESTELD, date(2017, 6, 1))
    andere = Termijn.objects.met_status(MEI).get(code="huisvesting.beoordeeldag")
    assert andere.status == Status.OPEN
    with pytest.raises(ValidationError, match="vandaag al vastgelegd"):
        stel_uit(termijn, hanneke)
    draai_terug(rij, op=MEI)
    assert Termijn.objects.met_status(MEI).get(pk=termijn.pk).status == Status.TE_LAAT


def test_een_besluit_over_een_ander_onderwerp_geldt_niet(termijn, hanneke):
    PeriodeFactory(code="2017-H2", van=date(2017, 7, 1), tot_en_met=date(2017, 12, 31))
    register.werk_onderwerpen_bij()
    stel_uit(termijn, hanneke, soort="vrijstelling", nieuwe_datum=None)
    ander = Termijn.objects.met_status(MEI).get(code=KOPPELDAG, onderwerp="2017-H2")
    assert ander.status == Status.OPEN


def test_de_paginas_voor_wie_de_rol_heeft(client, termijn, hanneke):
    adres = reverse("termijnen:besluit", args=[termijn.pk])
    client.force_login(hanneke)
    pagina = client.get(adres).content.decode()
    assert "Koppeldag: nagaan of COA genoeg mensen koppelde: 2017, eerste helft" in pagina
    gestuurd = {"soort": "voldaan", "nieuwe_datum": "1-4-2017", "reden": "Nagekeken"}
    assert client.post(adres, gestuurd).status_code == 302
    assert Termijn.objects.met_status(MEI).get(pk=termijn.pk).status == Status.VOLDAAN
    terug = reverse("termijnen:terugdraaien", args=[Uitzondering.objects.get().pk])
    assert "Nagekeken" in client.get(terug).content.decode()
    assert client.post(terug).status_code == 302
    assert Termijn.objects.met_status(MEI).get(pk=termijn.pk).status == Status.TE_LAAT
    assert not Leesregel.objects.exists()  # it tells of nobody


@pytest.mark.parametrize("rol", [Rol.KLANTREGISSEUR, Rol.FINANCIEN, Rol.CONSULENT, Rol.RAADSGRIFFIE])
def test_voor_een_andere_rol_bestaat_de_pagina_niet(client, termijn, hanneke, rol):
    rij = stel_uit(termijn, hanneke)
    client.force_login(GebruikerFactory(rol=rol))
    for naam, sleutel in (("besluit", termijn.pk), ("terugdraaien", rij.pk)):
        assert client.get(reverse(f"termijnen:{naam}", args=[sleutel])).status_code == 404
        assert client.post(reverse(f"termijnen:{naam}", args=[sleutel])).status_code == 404
    rij.refresh_from_db()
    assert rij.ingetrokken_op is None


@pytest.mark.parametrize("aantal", [1, 50])
def test_de_opdracht_vraagt_evenveel_bij_een_en_bij_vijftig(aantal, django_assert_num_queries):
    for nummer in range(aantal):
        TermijnFactory(code=KOPPELDAG, statushouder=None, onderwerp=f"{2017 + nummer}-H1")
    with django_assert_num_queries(1):
        assert len(figures.document(figures.zonder_dossier(MEI))) == aantal
