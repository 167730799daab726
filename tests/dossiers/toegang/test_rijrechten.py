"""Row-level security says the same as `zichtbaar_voor`, and as the rule in plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import given, settings
from hypothesis.extra.django import TestCase

from dossiers.figures.inzage import domeinen_in
from dossiers.figures.waarom import waarom, wie_mag
from dossiers.models import Contactmoment, Statushouder
from dossiers.rijrechten import met_dossier
from kern.namens import namens
from kern.register import register
from tests.dossiers.factories import StatushouderFactory
from tests.dossiers.toegang.gevallen import (
    MEI,
    maak_geval,
    maak_wereld,
    persoon_gegevens,
    recht_gegevens,
    verwijzing_gegevens,
)
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

ONDERWERPEN = frozenset(domein.code for domein in register if domein.onderwerp)
DOMEINEN = ("dossiers", "huisvesting", "financien")


def in_de_databank() -> set[int]:
    """What the policies leave of all dossiers, whatever the view asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM dossiers_statushouder WHERE samengevoegd_met_id IS NULL")
        return {rij[0] for rij in cursor.fetchall()}


class TestGelijk(TestCase):
    """Random referrals, families, shielded dossiers, named colleagues and dates."""

    @classmethod
    def setUpTestData(cls):
        cls.wereld = maak_wereld()

    # With 60, each end and beginning that counts decides for somebody several times over; each run draws others.
    @settings(max_examples=60)
    @given(personen=persoon_gegevens, verwijzingen=verwijzing_gegevens, rechten=recht_gegevens)
    def test_beleid_query_en_orakel_zijn_gelijk(self, personen, verwijzingen, rechten):
        """60 cases, each of 3 dossiers for 10 users: 1800 times a user and a dossier."""
        geval = maak_geval(self.wereld, personen, verwijzingen, rechten)
        mag, leest = set(), {}
        for gebruiker in geval.gebruikers:
            verwacht, vooraf = keur(gebruiker, geval)
            mag |= {(pk, gebruiker.pk) for pk in verwacht}
            leest |= {(pk, gebruiker.pk): vooraf[pk] & ONDERWERPEN for pk in verwacht}
        keur_wie_mag(geval.personen, mag, leest)


def keur(gebruiker, geval) -> tuple[set[int], Mapping[int, frozenset[str]]]:
    """What the pages and the database give this user is what the oracle says."""
    verwacht = orakel(gebruiker, geval)
    binnen = orakel_binnen(gebruiker, verwacht, geval)
    with namens(gebruiker, op=MEI):
        gezien = set(Statushouder.objects.zichtbaar_voor(gebruiker).values_list("pk", flat=True))
        geteld = Statushouder.objects.zichtbaar_voor(gebruiker).om_te_tellen(gebruiker).count()
        gelaten = in_de_databank()
        redenen = {p.pk for p in geval.personen if waarom(p, gebruiker, MEI)}
        leesbaar = {
            domein: set(Statushouder.objects.met_inzage(gebruiker, domein).values_list("pk", flat=True))
            for domein in DOMEINEN
        }
        vooraf = domeinen_in(geval.personen, gebruiker)
        delen = set(Contactmoment.objects.zichtbaar_voor(gebruiker).values_list("statushouder", "domein"))
    assert gezien == verwacht, gebruiker.rol
    assert geteld == len(verwacht), gebruiker.rol
    # there is a reason exactly where the dossier is seen
    assert redenen == verwacht, gebruiker.rol
    assert leesbaar == binnen, gebruiker.rol
    assert {d: {pk for pk in verwacht if d in vooraf[pk]} for d in DOMEINEN} == binnen, gebruiker.rol
    assert delen == {(pk, "huisvesting") for pk in binnen["huisvesting"]}, gebruiker.rol
    if gebruiker.rol in (Rol.KLANTREGISSEUR, Rol.COORDINATOR, Rol.CONSULENT, Rol.PARTNER):
        assert gelaten == verwacht, gebruiker.rol
    return verwacht, vooraf


def keur_wie_mag(personen, mag, leest) -> None:
    """Who may see this now has a line for each of them, with what they read in it, and for nobody else."""
    for persoon in personen:
        with namens(None, op=MEI):
            lijnen = [(lijn, wie) for lijn in wie_mag(persoon, MEI) for wie in lijn.mensen]
        assert {wie.pk for _lijn, wie in lijnen} == {wie for pk, wie in mag if pk == persoon.pk}
        for _lijn, wie in lijnen:
            samen = frozenset().union(*(lijn.domeinen for lijn, ander in lijnen if ander == wie))
            assert samen == leest[persoon.pk, wie.pk], wie.rol


def orakel_binnen(gebruiker, zichtbaar, geval, dag=MEI) -> dict[str, set[int]]:
    """Of the persons whom this user sees, in whose dossier which domain is read."""

    def genoemd(pk: int, domein: str) -> bool:
        gezinnen = {
            lid.gezin
            for lid in geval.lidmaatschappen
            if lid.statushouder.pk == pk and lid.van <= dag and (lid.tot is None or lid.tot > dag)
        }
        return any(
            v.organisatie == gebruiker.organisatie
            and (v.statushouder_id == pk or v.gezin in gezinnen)
            and domein in v.domeinen
            and v.aangenomen_op is not None
            and v.aangenomen_op <= dag
            and v.van <= dag <= v.tot_en_met
            and (v.beeindigd_op is None or v.beeindigd_op > dag)
            for v in geval.verwijzingen
        )

    alles: dict[str, set[str]] = {
        Rol.KLANTREGISSEUR: {"dossiers", "huisvesting"},
        Rol.COORDINATOR: {"dossiers", "huisvesting", "financien"},
        Rol.CONSULENT: {"dossiers"},
    }
    if gebruiker.rol == Rol.PARTNER:
        # money is never shared, whatever a referral says
        return {d: {pk for pk in zichtbaar if genoemd(pk, d)} for d in ("dossiers", "huisvesting")} | {
            "financien": set()
        }
    return {
        d: set(zichtbaar) if d in alles.get(gebruiker.rol, set()) else set()
        for d in ("dossiers", "huisvesting", "financien")
    }


def orakel(gebruiker, geval, dag=MEI) -> set[int]:
    """Who sees whom, told without a database."""

    def loopt(rij) -> bool:
        return rij.van <= dag and (rij.tot is None or rij.tot > dag)

    def genoemd(persoon) -> bool:
        return any(r.statushouder == persoon and r.gebruiker == gebruiker and loopt(r) for r in geval.rechten)

    def verwezen(persoon) -> bool:
        gezinnen = {lid.gezin for lid in geval.lidmaatschappen if lid.statushouder == persoon and loopt(lid)}
        return any(
            v.organisatie == gebruiker.organisatie
            and (v.statushouder == persoon or v.gezin in gezinnen)
            and v.aangenomen_op is not None
            and v.aangenomen_op <= dag
            and v.van <= dag <= v.tot_en_met
            and (v.beeindigd_op is None or v.beeindigd_op > dag)
            for v in geval.verwijzingen
        )

    def volwassen(persoon) -> bool:
        return persoon.geboren_laatst is not None and persoon.geboren_laatst <= date(
            dag.year - 18, dag.month, dag.day
        )

    zien = {
        Rol.KLANTREGISSEUR: lambda _persoon: True,
        Rol.COORDINATOR: lambda _persoon: True,
        Rol.CONSULENT: volwassen,
        Rol.PARTNER: verwezen,
    }.get(gebruiker.rol, lambda _persoon: False)
    return {p.pk for p in geval.personen if zien(p) and (not p.afgeschermd or genoemd(p))}


@pytest.mark.django_db
class TestRol:
    def test_zonder_naam_is_er_voor_staf_niets_afgeschermds_en_voor_partner_niets(self):
        StatushouderFactory(afgeschermd=True)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE partner")
            assert in_de_databank() == set()
            cursor.execute("SET LOCAL ROLE staf")
            assert in_de_databank() == set()
            cursor.execute("RESET ROLE")
            assert len(in_de_databank()) == 1

    def test_de_rol_van_het_web_mag_van_zichzelf_niets_van_personen(self):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE wi_web")
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                in_de_databank()
            cursor.execute("RESET ROLE")

    def test_de_rol_en_de_instellingen_komen_terug(self):
        gebruiker = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
        with namens(gebruiker, op=MEI):
            with namens(None, op=date(2018, 1, 1)):
                pass
            with connection.cursor() as cursor:
                cursor.execute("SELECT current_user, current_setting('app.dag')")
                assert cursor.fetchone() == ("staf", "2017-05-01")
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user = session_user, current_setting('app.dag', true)")
            assert cursor.fetchone() == (True, "")


@pytest.mark.django_db
def test_elke_tabel_met_een_dossier_heeft_beleid():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, count(*) FROM pg_policies WHERE schemaname = 'public' AND policyname = roles[1]"
            " GROUP BY tablename"
        )
        met_beleid = {tabel for tabel, aantal in cursor.fetchall() if aantal == 3}
    assert {model._meta.db_table for model in met_dossier()} == met_beleid
    assert len(met_beleid) > 20
