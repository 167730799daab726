"""Which columns and tables the roles of the pages read and write: no more than their pages need."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from dossiers.models import Relatie, Statushouder
from dossiers.rijrechten import ALLEEN_INLOGGEN
from dossiers.rules.inzage import ALLEEN_GEMEENTE
from huisvesting.models import Telling
from kern.namens import namens
from kern.velden import NietVoorPartners
from tests.dossiers.factories import DoorverwijzingFactory
from tests.harnas.paginas import als_web
from tests.huisvesting.factories import TellingFactory
from tests.toegang.factories import GebruikerFactory, gebruiker_met_wachtzin
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db
DAG = date(2017, 5, 1)
ROLLEN = (Rol.KLANTREGISSEUR, Rol.CONSULENT, Rol.PARTNER, Rol.PRIVACY, Rol.BEHEERDER)
VAN_HET_INLOGGEN = ("SELECT password FROM toegang_gebruiker", "SELECT session_data FROM django_session")
WIJZIGEN = (
    "UPDATE toegang_gebruiker SET rol = 'beheerder'",
    "DELETE FROM toegang_gebruiker",
    "INSERT INTO toegang_gebruiker (email) VALUES ('x@y.example')",
    "UPDATE django_content_type SET model = 'x'",
    "DELETE FROM django_migrations",
)


@pytest.fixture(params=ROLLEN)
def wie(request):
    organisatie = DoorverwijzingFactory().organisatie if request.param == Rol.PARTNER else None
    return GebruikerFactory(rol=request.param, organisatie=organisatie)


def mag(sql: str) -> bool:
    """May this be asked here? Any other fault than a lack of rights is one of the test."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
            transaction.set_rollback(True)
    except ProgrammingError as fout:
        if "permission denied" not in str(fout):
            raise
        return False
    return True


def tabellen() -> list[str]:
    gevonden = [naam for naam in connection.introspection.table_names() if naam.startswith(ALLEEN_INLOGGEN)]
    assert {"django_session", "mfa_authenticator", "account_emailaddress", "toegang_poststuk"} <= {*gevonden}
    return gevonden


def test_geen_rol_leest_wachtzinnen_sessies_tweede_stappen_of_post(wie):
    vragen = [*VAN_HET_INLOGGEN, *(f'SELECT * FROM "{tabel}"' for tabel in tabellen())]
    with namens(wie, op=DAG):
        assert [vraag for vraag in vragen if mag(vraag)] == []
    with als_web():  # the control: who signs in asks the same
        assert [vraag for vraag in vragen if not mag(vraag)] == []


def test_geen_rol_schrijft_wie_er_inlogt(wie):
    with namens(wie, op=DAG):
        assert [vraag for vraag in WIJZIGEN if mag(vraag)] == []
    with als_web():
        assert mag(WIJZIGEN[0])


def test_een_collega_heeft_in_een_rol_geen_wachtzin():
    """So that no page has to leave it out; and what asks by it is refused."""
    ik = gebruiker_met_wachtzin()
    assert Gebruiker.objects.get(pk=ik.pk).password
    with namens(ik, op=DAG):
        assert Gebruiker.objects.get(pk=ik.pk).password == ""
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Gebruiker.objects.filter(password="").exists()


class TestPartner:
    """What of a person only the municipality reads (`dossiers.rules.inzage`) the database holds too."""

    @pytest.fixture
    def verwezen(self):
        rij = DoorverwijzingFactory()
        Statushouder.objects.update(
            nationaliteit="Syrisch", vergunning_op=date(2016, 9, 1), coa_koppeldatum=date(2016, 10, 1)
        )
        return rij

    @pytest.fixture
    def partner(self, verwezen):
        return GebruikerFactory(rol=Rol.PARTNER, organisatie=verwezen.organisatie)

    @pytest.mark.parametrize("veld", sorted(ALLEEN_GEMEENTE | {"bsn_index"}))
    def test_een_partner_vraagt_niet_naar_wat_van_de_gemeente_is(self, partner, veld):
        vraag = f"SELECT {veld} FROM dossiers_statushouder"
        with namens(partner, op=DAG):
            assert not mag(vraag)
            assert mag("SELECT achternaam FROM dossiers_statushouder")
        with namens(GebruikerFactory(), op=DAG):
            assert mag(vraag)

    def test_elk_veld_van_de_gemeente_is_voor_partners_leeg(self, partner, verwezen):
        dicht = {v.name for v in Statushouder._meta.concrete_fields if isinstance(v, NietVoorPartners)}
        assert dicht == ALLEEN_GEMEENTE | {"bsn_index"}
        with namens(partner, op=DAG):
            persoon = Statushouder.objects.get()
        assert persoon.pk == verwezen.statushouder_id
        assert [naam for naam in dicht if getattr(persoon, naam)] == []

    @pytest.mark.parametrize(("soort", "ziet"), [("referent", 0), ("ouder", 1)])
    def test_wie_na_wie_kwam_is_geen_relatie_voor_partners(self, partner, verwezen, soort, ziet):
        ander = DoorverwijzingFactory(organisatie=verwezen.organisatie).statushouder
        Relatie.objects.create(persoon=verwezen.statushouder, verwant=ander, soort=soort, van=DAG)
        with namens(partner, op=DAG):
            assert Relatie.objects.count() == ziet  # the database
        with namens(None, op=DAG):  # and the application, where the database gives all
            assert Relatie.objects.leesbaar_voor(partner).count() == ziet
            assert Relatie.objects.count() == 1

    def test_de_taakstelling_is_van_de_gemeente(self, partner, verwezen):
        TellingFactory(statushouder=verwezen.statushouder)
        with namens(partner, op=DAG):
            assert not Telling.objects.exists()
        with namens(GebruikerFactory(), op=DAG):
            assert Telling.objects.exists()

    def test_hoe_iemand_kwam_staat_ook_niet_in_de_stand(self, partner):
        """Expected and linked tell it; to a partner who did not settle is registered."""
        with namens(partner, op=DAG):
            [persoon] = Statushouder.objects.met_stand(DAG)
        assert persoon.stand == "geregistreerd"
        with namens(GebruikerFactory(), op=DAG):
            [persoon] = Statushouder.objects.met_stand(DAG)
        assert persoon.stand == "gekoppeld"
