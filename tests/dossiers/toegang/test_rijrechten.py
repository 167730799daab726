"""Row-level security says the same as `zichtbaar_voor`, and as the rule in plain Python."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from dossiers.figures.inzage import domeinen_in
from dossiers.figures.waarom import waarom
from dossiers.models import Contactmoment, Doorverwijzing, Inzagerecht, Statushouder
from dossiers.rijrechten import met_dossier
from kern.namens import namens
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.dossiers.vastleggen.factories import ContactFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

MEI = date(2017, 5, 1)
DAGEN = st.integers(min_value=-3, max_value=3).map(lambda n: MEI + timedelta(days=n))
MOGELIJK = st.none() | DAGEN
DOMEINEN = st.lists(st.sampled_from(["dossiers", "huisvesting", "financien"]), min_size=1, unique=True)


def in_de_databank() -> set[int]:
    """What the policies leave of all dossiers, whatever the view asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM dossiers_statushouder WHERE samengevoegd_met_id IS NULL")
        return {rij[0] for rij in cursor.fetchall()}


class TestGelijk(TestCase):
    """Random organisations, referrals, shielded dossiers and dates."""

    @given(data=st.data())
    def test_beleid_query_en_orakel_zijn_gelijk(self, data):
        organisaties = OrganisatieFactory.create_batch(2)
        gezinnen = [GezinFactory() for _ in range(2)]
        personen, lidmaatschappen, verwijzingen, rechten = [], [], [], []
        for nummer in range(4):
            geboren = data.draw(st.sampled_from([date(1980, 1, 1), date(1999, 5, 1), date(1999, 5, 2), None]))
            persoon = StatushouderFactory(
                geboren_vroegst=geboren, geboren_laatst=geboren, afgeschermd=data.draw(st.booleans())
            )
            personen.append(persoon)
            ContactFactory(statushouder=persoon, domein="huisvesting", zichtbaarheid="betrokken")
            van, tot = data.draw(DAGEN), data.draw(MOGELIJK)
            if tot is None or tot > van:
                lid = GezinslidFactory(
                    gezin=gezinnen[nummer % 2], statushouder=persoon, rol="overig", van=van, tot=tot
                )
                lidmaatschappen.append(lid)
        gebruikers = [
            *(GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie) for organisatie in organisaties),
            *(GebruikerFactory(rol=rol) for rol in Rol.values if rol != Rol.PARTNER),
        ]
        for _ in range(data.draw(st.integers(0, 4))):
            van = data.draw(DAGEN)
            op_gezin = data.draw(st.booleans())
            laatste = van + timedelta(days=data.draw(st.integers(0, 3)))
            aangenomen_op, beeindigd_op = data.draw(MOGELIJK), data.draw(MOGELIJK)
            nieuw = Doorverwijzing(
                statushouder=None if op_gezin else data.draw(st.sampled_from(personen)),
                gezin=data.draw(st.sampled_from(gezinnen)) if op_gezin else None,
                organisatie=data.draw(st.sampled_from(organisaties)),
                domeinen=data.draw(DOMEINEN),
                doel="begeleiding",
                van=van,
                tot_en_met=laatste,
                gevraagd_op=van,
                aangenomen_op=min(aangenomen_op, laatste) if aangenomen_op else None,
                beeindigd_op=beeindigd_op,
                einde="ingetrokken" if beeindigd_op else "",
                kaart={},
            )
            if not any(staat_er_al(nieuw, ander) for ander in verwijzingen):
                nieuw.save()
                verwijzingen.append(nieuw)
        for _ in range(data.draw(st.integers(0, 3))):
            van, tot = data.draw(DAGEN), data.draw(MOGELIJK)
            wie = (data.draw(st.sampled_from(personen)), data.draw(st.sampled_from(gebruikers)), van)
            if (tot is None or tot > van) and wie not in [
                (r.statushouder, r.gebruiker, r.van) for r in rechten
            ]:
                rechten.append(
                    Inzagerecht.objects.create(
                        statushouder=wie[0], gebruiker=wie[1], van=van, tot=tot, reden="behandelaar"
                    )
                )
        for gebruiker in gebruikers:
            verwacht = orakel(gebruiker, personen, lidmaatschappen, verwijzingen, rechten, MEI)
            with namens(gebruiker, op=MEI):
                gezien = set(Statushouder.objects.zichtbaar_voor(gebruiker).values_list("pk", flat=True))
                gelaten = in_de_databank()
                redenen = {p.pk for p in personen if waarom(p, gebruiker, MEI)}
                leesbaar = {
                    domein: set(
                        Statushouder.objects.met_inzage(gebruiker, domein).values_list("pk", flat=True)
                    )
                    for domein in ("dossiers", "huisvesting", "financien")
                }
                vooraf = domeinen_in(personen, gebruiker)
                delen = set(
                    Contactmoment.objects.zichtbaar_voor(gebruiker).values_list("statushouder", "domein")
                )
            assert gezien == verwacht, gebruiker.rol
            # there is a reason exactly where the dossier is seen
            assert redenen == verwacht, gebruiker.rol
            binnen = orakel_binnen(gebruiker, verwacht, lidmaatschappen, verwijzingen, MEI)
            assert leesbaar == binnen, gebruiker.rol
            assert {domein: {pk for pk in verwacht if domein in vooraf[pk]} for domein in binnen} == binnen, (
                gebruiker.rol
            )
            assert delen == {(pk, "huisvesting") for pk in binnen["huisvesting"]}, gebruiker.rol
            if gebruiker.rol in (Rol.KLANTREGISSEUR, Rol.COORDINATOR, Rol.CONSULENT, Rol.PARTNER):
                assert gelaten == verwacht, gebruiker.rol


def orakel_binnen(gebruiker, zichtbaar, lidmaatschappen, verwijzingen, dag) -> dict[str, set[int]]:
    """Of the persons whom this user sees, in whose dossier which domain is read."""

    def genoemd(pk: int, domein: str) -> bool:
        gezinnen = {
            lid.gezin
            for lid in lidmaatschappen
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
            for v in verwijzingen
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


def staat_er_al(een: Doorverwijzing, ander: Doorverwijzing) -> bool:
    """The same, asked of the same organisation, on a day of both: the database keeps one."""
    zelfde = (een.statushouder_id, een.gezin_id, een.organisatie_id) == (
        ander.statushouder_id,
        ander.gezin_id,
        ander.organisatie_id,
    )
    samen = een.van <= ander.tot_en_met and ander.van <= een.tot_en_met
    return zelfde and samen and een.beeindigd_op is None and ander.beeindigd_op is None


def orakel(gebruiker, personen, lidmaatschappen, verwijzingen, rechten, dag) -> set[int]:
    """Who sees whom, told without a database."""

    def loopt(rij) -> bool:
        return rij.van <= dag and (rij.tot is None or rij.tot > dag)

    def genoemd(persoon) -> bool:
        return any(r.statushouder == persoon and r.gebruiker == gebruiker and loopt(r) for r in rechten)

    def verwezen(persoon) -> bool:
        gezinnen = {lid.gezin for lid in lidmaatschappen if lid.statushouder == persoon and loopt(lid)}
        return any(
            v.organisatie == gebruiker.organisatie
            and (v.statushouder == persoon or v.gezin in gezinnen)
            and v.aangenomen_op is not None
            and v.aangenomen_op <= dag
            and v.van <= dag <= v.tot_en_met
            and (v.beeindigd_op is None or v.beeindigd_op > dag)
            for v in verwijzingen
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
    return {p.pk for p in personen if zien(p) and (not p.afgeschermd or genoemd(p))}


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
            "SELECT tablename, count(*) FROM pg_policies WHERE schemaname = 'public' GROUP BY tablename"
        )
        met_beleid = {tabel for tabel, aantal in cursor.fetchall() if aantal == 3}
    assert {model._meta.db_table for model in met_dossier()} == met_beleid
    assert len(met_beleid) > 20
