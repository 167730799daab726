"""What the database holds when the application forgets: and that without its policies these tests fail."""

from __future__ import annotations

import psycopg2
import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction
from django.test import override_settings
from django.urls import include, path

from dossiers.rijrechten import met_dossier, modellen
from kern.namens import namens
from rapportage import actions as rapporten
from rapportage import tasks
from rapportage.models import Rapport
from tests.harnas.paginas import als_web
from tests.toegang.matrix.vragen import Vrager
from tests.toegang.matrix.wereld import MEI, Wereld
from toegang.models import Rol

pytestmark = pytest.mark.django_db
# The product's addresses with two more: the pages around them have links to the product's.
urlpatterns = [path("", include("wassenaar_integratie.urls")), path("", include("tests.toegang.matrix.lek"))]
_LEESBAAR = """
SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped
  AND has_column_privilege(current_user, attrelid, attnum, 'SELECT')
"""
KIJKERS = [Rol.PARTNER, Rol.CONSULENT, Rol.KLANTREGISSEUR, Rol.COORDINATOR]


@pytest.fixture(autouse=True)
def _met_lekken():
    with override_settings(ROOT_URLCONF=__name__):
        yield


def zonder_beleid(*tabellen: str) -> None:
    """Inside this test's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or there are events of triggers waiting
        for tabel in tabellen:
            cursor.execute(f'ALTER TABLE "{tabel}" DISABLE ROW LEVEL SECURITY')


def lekt(wereld: Wereld, vrager: Vrager, wie: str) -> set[str]:
    """What the view without a filter shows too much."""
    antwoord = vrager.vraag("GET", "/alles/")
    assert antwoord.status == 200, antwoord.fout
    assert "Qzeigenzq" in antwoord.tekst
    return wereld.kanaries.gevonden(antwoord.tekst, wie)


@pytest.mark.parametrize("wie", KIJKERS)
def test_een_vergeten_filter_toont_niets_van_een_ander(wie, wereld, vragers):
    woorden = {w for w in lekt(wereld, vragers[wie], wie) if "intern" not in w and "ander_domein" not in w}
    assert woorden == set()


@pytest.mark.parametrize("wie", KIJKERS)
def test_zonder_beleid_faalt_die_proef(wie, wereld, vragers):
    zonder_beleid("dossiers_statushouder", "dossiers_contactmoment")
    assert any("afgeschermd" in woord for woord in lekt(wereld, vragers[wie], wie))


@pytest.mark.parametrize("wie", KIJKERS)
def test_geen_tabel_laat_iets_van_een_ander_zien(wie, wereld):
    """Every table with a dossier, history included, read as it stands."""
    gelezen = 0
    for model in met_dossier():
        try:
            tekst = ruw(model._meta.db_table, wereld, wie)
        except ProgrammingError:
            assert wie == Rol.PARTNER, model._meta.db_table
            continue
        gelezen += 1
        woorden = wereld.kanaries.gevonden(tekst, wie)
        lek = {w for w in woorden if not w.startswith(("Qzinternzq", "Qzander_domeinzq"))}
        assert lek == set(), model._meta.db_table
    assert gelezen >= (15 if wie == Rol.PARTNER else 40)


def test_zonder_beleid_faalt_die_proef_voor_elke_tabel_met_woorden(wereld):
    """The control: each table that holds a word of the shielded family shows it when its policy is off."""
    met_woorden = []
    for model in met_dossier():
        tabel = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT count(*) FROM "{tabel}" r WHERE r::text ILIKE %s', ["%qzafgeschermdzq%"])
            if not cursor.fetchone()[0]:
                continue
        met_woorden.append(tabel)
        zonder_beleid(tabel)
        assert "qzafgeschermdzq" in ruw(tabel, wereld, Rol.COORDINATOR).lower(), tabel
    assert len(met_woorden) >= 20, met_woorden


def test_een_partner_leest_geen_nummers_en_geen_geschiedenis(wereld):
    """Of the own dossier either: the database does not give these columns, whatever a page asks."""
    for wat, tabel in (
        ("bsn", "dossiers_statushouder"),
        ("bsn_index", "dossiers_statushouder"),
        ("vnummer", "dossiers_statushouder"),
        ("*", "dossiers_statushouder"),
        ("*", "dossiers_statushouderevent"),
        ("password", "toegang_gebruiker"),
        ("*", "django_session"),
        ("*", "mfa_authenticator"),
        ("*", "usersessions_usersession"),
        ("*", "huisvesting_coaregel"),
    ):
        assert not mag_vragen(wereld, f"SELECT {wat} FROM {tabel}"), (wat, tabel)
    assert mag_vragen(wereld, "SELECT achternaam FROM dossiers_statushouder")


def test_een_partner_schrijft_niets_van_het_inloggen(wereld):
    for opdracht in (
        "UPDATE toegang_gebruiker SET rol = 'klantregisseur'",
        "UPDATE toegang_gebruiker SET password = ''",
        "UPDATE toegang_organisatie SET naam = 'Anders'",
        "DELETE FROM mfa_authenticator",
        "INSERT INTO django_session VALUES ('a', 'b', now())",
        "UPDATE dossiers_doorverwijzing SET organisatie_id = organisatie_id",
    ):
        assert not mag_vragen(wereld, opdracht), opdracht
    assert mag_vragen(wereld, "UPDATE dossiers_doorverwijzing SET reden = reden")


def mag_vragen(wereld: Wereld, opdracht: str) -> bool:
    """Does the database let a partner's page ask this?"""
    with als_web(), namens(wereld.gebruikers[Rol.PARTNER], op=MEI), connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute(opdracht)
                transaction.set_rollback(True)
        except ProgrammingError as fout:
            assert "permission denied" in str(fout)  # noqa: PT017
            return False
        return True


def test_een_partner_leest_geen_tabel_zonder_beleid_waarin_woorden_staan(wereld):
    """What has no key of a dossier, a partner may not read at all, or says nothing of anybody."""
    gezien = []
    for model in modellen():
        if model in met_dossier():
            continue
        try:
            tekst = ruw(model._meta.db_table, wereld, Rol.PARTNER)
        except ProgrammingError:
            continue
        gezien.append(model._meta.db_table)
        assert wereld.kanaries.gevonden(tekst, Rol.PARTNER) == set(), model._meta.db_table
    assert "toegang_organisatie" in gezien


def ruw(tabel: str, wereld: Wereld, wie: str) -> str:
    """All rows of a table as text, of what this user may read of it; ProgrammingError where that is nothing."""
    with als_web(), namens(wereld.gebruikers[wie], op=MEI), connection.cursor() as cursor:
        cursor.execute(_LEESBAAR, [tabel])
        kolommen = cursor.fetchone()[0] or "*"
        cursor.execute(f'SELECT (r.*)::text FROM (SELECT {kolommen} FROM "{tabel}") r')
        return "\n".join(rij[0] for rij in cursor.fetchall())


@pytest.mark.parametrize("wie", [Rol.PARTNER, Rol.COORDINATOR])
def test_wat_na_de_bladzijde_wordt_gelezen_wordt_geweigerd(wie, wereld, vragers):
    with pytest.raises(ProgrammingError, match="permission denied"):
        vragers[wie].vraag("GET", "/druppels/")


def test_de_eigen_verbinding_van_het_web_leest_niets():
    """A real connection that logged in as the web does, with nobody's name; and with a role but no name."""
    gegevens = {**connection.get_connection_params(), "user": "wi_web"}
    for weg in ("cursor_factory", "context"):
        gegevens.pop(weg, None)
    lijn = psycopg2.connect(**gegevens)
    try:
        with lijn.cursor() as cursor, pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cursor.execute("SELECT count(*) FROM dossiers_statushouder")
        lijn.rollback()
        for rol in ("staf", "partner"):
            with lijn.cursor() as cursor:
                cursor.execute(f"SET ROLE {rol}")
                cursor.execute("SELECT current_user, session_user")
                assert cursor.fetchone() == (rol, "wi_web")
                with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                    cursor.execute("ALTER TABLE dossiers_statushouder DISABLE ROW LEVEL SECURITY")
            lijn.rollback()
    finally:
        lijn.close()


def test_een_taak_werkt_onder_zijn_rol(wereld, monkeypatch):
    """The worker logs in as the web does: a task that enters no role reads nothing, ours is the municipality."""
    gezien: list[tuple[str, str]] = []

    def maak(_pk: int, **_rest: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user, current_setting('app.rol', true)")
            gezien.append(cursor.fetchone())

    monkeypatch.setattr(rapporten, "maak", maak)
    with als_web():
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Rapport.objects.count()
        tasks.maak(1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            na = cursor.fetchone()[0]
    assert gezien == [("staf", "gemeente")]
    assert na == "wi_web"


def test_het_leeslog_staat_op_deze_verbinding_alleen_in_de_proeven():
    """What these tests rest on: one connection for all, so that a question can be rolled back."""
    assert settings.LEESLOG_VERBINDING == "default"
