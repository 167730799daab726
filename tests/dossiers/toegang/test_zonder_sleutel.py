"""Tables that tell of persons without a key of a dossier: files, merges, COA's list. Who reads which rows."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from dossiers.figures.rijrechten_gelden import rls_elke_tabel
from dossiers.models import Samenvoeging, Samenvoegregel, Statushouder
from dossiers.rijrechten import met_dossier, met_personen
from huisvesting.models import CoaRegel
from kern.namens import namens
from tests.dossiers.factories import DoorverwijzingFactory, InzagerechtFactory, StatushouderFactory
from tests.huisvesting.factories import CoaRegelFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol
from uitwisseling.models import Inleesfout, Inleesopzij, Inleesrij, Inleesspoor, Inleesverschil, Inlezing

pytestmark = pytest.mark.django_db
DAG = date(2017, 5, 1)
VAN_DE_LEZER = [Inleesrij, Inleesfout, Inleesopzij]
GESCHREVEN = [Inleesverschil, Inleesspoor]


@pytest.fixture
def kind():
    return StatushouderFactory(geboren_vroegst=date(2010, 1, 1), geboren_laatst=date(2010, 1, 1))


@pytest.fixture
def geheim():
    persoon = StatushouderFactory()
    InzagerechtFactory(statushouder=persoon)
    Statushouder.objects.filter(pk=persoon.pk).update(afgeschermd=True)
    return persoon


def aantal(gebruiker, model) -> int:
    """How many rows the database gives; -1 where this role may not ask."""
    with namens(gebruiker, op=DAG):
        try:
            with transaction.atomic():
                return int(model.objects.count())
        except ProgrammingError:
            return -1


def lees_in(gebruiker, status="klaargezet"):
    return Inlezing.objects.create(
        soort="personen", bestandsnaam="a.csv", sha256="0" * 64, gebruiker=gebruiker, op=DAG, status=status
    )


def rij_van(model, inlezing) -> None:
    cellen = {"cellen": ["Rima"], "velden": ["Rima"]} if model is Inleesrij else {"melding": "Lijkt op Rima"}
    model.objects.create(inlezing=inlezing, rij=2, **cellen)


class TestBestand:
    @pytest.mark.parametrize("model", VAN_DE_LEZER)
    @pytest.mark.parametrize("status", ["klaargezet", "opgeslagen"])
    def test_de_rijen_leest_wie_het_bestand_inleest(self, model, status):
        ik, collega = GebruikerFactory(), GebruikerFactory()
        rij_van(model, lees_in(ik, status))
        assert [aantal(wie, model) for wie in (ik, collega, None)] == [1, 0, 1]

    @pytest.mark.parametrize(("status", "ziet"), [("klaargezet", 0), ("opgeslagen", 1), ("ongedaan", 1)])
    def test_het_bestand_ziet_een_collega_pas_als_het_is_opgeslagen(self, status, ziet):
        ik, collega = GebruikerFactory(), GebruikerFactory()
        lees_in(ik, status)
        assert [aantal(wie, Inlezing) for wie in (ik, collega)] == [1, ziet]

    @pytest.mark.parametrize("model", GESCHREVEN)
    def test_wat_een_bestand_schreef_gaat_met_het_dossier(self, model, kind, geheim):
        inlezing = lees_in(None, "opgeslagen")
        ander = StatushouderFactory()
        for persoon in (kind, geheim, ander):
            model.objects.create(inlezing=inlezing, rij=2, model="x", object_id=1, dossier=persoon.pk)
        genoemd = geheim.inzagerechten.get().gebruiker
        consulent = GebruikerFactory(rol=Rol.CONSULENT)
        assert [aantal(wie, model) for wie in (GebruikerFactory(), genoemd, consulent)] == [2, 3, 1]

    def test_wie_het_inlas_weet_wat_er_geschreven_is(self, geheim):
        """So that taking the file back can say that a row stays."""
        ik = GebruikerFactory()
        Inleesspoor.objects.create(
            inlezing=lees_in(ik, "opgeslagen"), rij=2, model="x", object_id=1, dossier=geheim.pk
        )
        assert [aantal(wie, Inleesspoor) for wie in (ik, GebruikerFactory())] == [1, 0]

    @pytest.mark.parametrize("model", [Inlezing, *VAN_DE_LEZER, *GESCHREVEN, Samenvoegregel])
    def test_een_partner_vraagt_er_niet_naar(self, model):
        partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=DoorverwijzingFactory().organisatie)
        assert aantal(partner, model) == -1


def test_het_logboek_van_een_samenvoeging_gaat_met_beide_dossiers(geheim):
    open_ = StatushouderFactory()
    for blijft, vervalt in ((geheim, StatushouderFactory()), (open_, StatushouderFactory())):
        samen = Samenvoeging.objects.create(blijft=blijft, vervalt=vervalt, op=DAG, reden="gevraagd")
        Samenvoegregel.objects.create(samenvoeging=samen, soort="gewijzigd", model="x", object_id=1)
    genoemd = geheim.inzagerechten.get().gebruiker
    assert [aantal(wie, Samenvoegregel) for wie in (GebruikerFactory(), genoemd)] == [1, 2]


def test_een_regel_van_coa_zonder_dossier_leest_de_gemeente(kind, geheim):
    """Who is not known here may be a child: the mandate does not see them, nor does a partner."""
    verwezen = DoorverwijzingFactory()
    CoaRegelFactory()
    for persoon in (kind, geheim, verwezen.statushouder):
        CoaRegelFactory(statushouder=persoon)
    rollen = {
        Rol.KLANTREGISSEUR: 3,
        Rol.CONSULENT: 1,
        Rol.PARTNER: 0,  # the quota is the municipality's own affair
    }
    for rol, ziet in rollen.items():
        wie = GebruikerFactory(rol=rol, organisatie=verwezen.organisatie if rol == Rol.PARTNER else None)
        assert aantal(wie, CoaRegel) == ziet, rol


class TestElkeTabel:
    """What a model declares of persons is held too, with or without a key."""

    def test_alles_wat_van_mensen_vertelt_heeft_beleid(self):
        assert met_personen() - set(met_dossier()) == set()
        assert rls_elke_tabel().aantal == 0

    @pytest.mark.parametrize(
        "tabel", ["uitwisseling_inleesfout", "dossiers_samenvoegregel", "huisvesting_woning"]
    )
    def test_een_tabel_zonder_beleid_wordt_gevonden(self, tabel):
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f'ALTER TABLE "{tabel}" DISABLE ROW LEVEL SECURITY')
        assert rls_elke_tabel().voorbeelden == [tabel]
