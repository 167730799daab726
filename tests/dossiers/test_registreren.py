"""Registering families and changing persons: all or nothing, and never over a colleague's work."""

from contextlib import nullcontext
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from dossiers.actions import (
    NieuwePersoon,
    NieuwGezin,
    registreer_gezinnen,
    vertrek,
    wijzig_persoon,
)
from dossiers.models import Gezin, Gezinslid, Rol, Statushouder, Vestiging
from kern.register import register
from kern.velden import blinde_index
from kern.weigering import Verouderd
from tests.dossiers.factories import StatushouderFactory, VestigingFactory

pytestmark = pytest.mark.django_db
OP = date(2017, 5, 1)
BSN = "123456782"


def gezin(*, vestiging: date | None = None, **eerste) -> NieuwGezin:
    hoofd = NieuwePersoon(achternaam="Haddad", voornamen="Rima", rol=Rol.HOOFD, **eerste)
    kind = NieuwePersoon(achternaam="Haddad", voornamen="Nour", rol=Rol.KIND)
    return NieuwGezin(naam="Haddad", personen=[hoofd, kind], gevestigd_op=vestiging)


def test_een_gezin_met_nummers_op_volgorde():
    rijen = registreer_gezinnen([gezin(), gezin()], op=OP)
    assert [rij.nummer for rij in rijen] == ["D-17-0001", "D-17-0002", "D-17-0003", "D-17-0004"]
    assert [rij.voornamen for rij in rijen] == ["Rima", "Nour", "Rima", "Nour"]
    assert Gezin.objects.count() == 2
    assert [lid.rol for lid in Gezinslid.objects.order_by("pk")] == ["hoofd", "kind"] * 2
    assert not Vestiging.objects.exists()


def test_nummers_beginnen_elk_jaar_opnieuw():
    registreer_gezinnen([gezin()], op=date(2017, 12, 31))
    [eerste, _] = registreer_gezinnen([gezin()], op=date(2018, 1, 1))
    assert eerste.nummer == "D-18-0001"


def test_een_vestigingsdatum_vestigt_iedereen():
    registreer_gezinnen([gezin(vestiging=date(2017, 3, 28))], op=OP)
    assert [rij.van for rij in Vestiging.objects.all()] == [date(2017, 3, 28)] * 2
    assert {lid.van for lid in Gezinslid.objects.all()} == {date(2017, 3, 28)}


def test_leden_erbij_in_een_bekend_gezin():
    registreer_gezinnen([gezin()], op=OP)
    bij = NieuwGezin(
        gezin=Gezin.objects.get(), personen=[NieuwePersoon(achternaam="Haddad", rol=Rol.PARTNER)]
    )
    registreer_gezinnen([bij], op=date(2017, 6, 1))
    assert Gezin.objects.get().leden.count() == 3


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        ({"vnummer": "1234567890"}, "Dit nummer kunt u niet gebruiken"),
        ({"bsn": BSN}, "Dit nummer kunt u niet gebruiken"),
        ({"vnummer": "12345"}, "10 cijfers"),
    ],
)
def test_een_bekend_of_onjuist_nummer_slaat_niets_op(fout, zin):
    StatushouderFactory(vnummer="1234567890", bsn=BSN, bsn_index=blinde_index(BSN))
    with pytest.raises(ValidationError, match=zin):
        registreer_gezinnen([gezin(), gezin(**fout)], op=OP)
    assert (Statushouder.objects.count(), Gezin.objects.count(), Gezinslid.objects.count()) == (1, 0, 0)


def test_twee_hoofden_weigert_de_database():
    leden = [NieuwePersoon(achternaam=naam, rol=Rol.HOOFD) for naam in ("Een", "Twee")]
    with pytest.raises(ValidationError, match="al een hoofd"):
        registreer_gezinnen([NieuwGezin(naam="Twee hoofden", personen=leden)], op=OP)
    assert not Gezin.objects.exists()


def test_bsn_staat_nergens_leesbaar_in_de_database():
    [rij, _] = registreer_gezinnen([gezin(bsn=BSN)], op=OP)
    with connection.cursor() as cursor:
        cursor.execute("SELECT s::text FROM dossiers_statushouder s WHERE id = %s", [rij.pk])
        assert BSN not in cursor.fetchone()[0]
    rij.refresh_from_db()
    assert rij.bsn.ontsleutel() == BSN
    assert BSN not in repr(rij.bsn)


@pytest.mark.parametrize("aantal", [1, 50])
def test_registreren_kost_altijd_evenveel_queries(aantal, django_assert_max_num_queries):
    with django_assert_max_num_queries(24):
        registreer_gezinnen([gezin(vestiging=OP) for _ in range(aantal)], op=OP)


@pytest.mark.parametrize(("van", "mag"), [("2017-05-31", False), ("2017-06-01", True), ("2017-06-02", True)])
def test_een_persoon_in_een_gezin_tegelijk(van, mag):
    [rima, _] = registreer_gezinnen([gezin()], op=OP)
    Gezinslid.objects.filter(statushouder=rima).update(tot=date(2017, 6, 1))
    ander = Gezin.objects.create(naam="Ander")
    lid = Gezinslid(gezin=ander, statushouder=rima, rol=Rol.HOOFD, van=date.fromisoformat(van))
    if mag:
        lid.full_clean()
        lid.save()
    else:
        with pytest.raises(ValidationError, match="al bij een gezin"):
            lid.full_clean()


def test_actie_meldt_de_geraakte_dossiers(monkeypatch):
    gemeld: list[list[Statushouder]] = []
    monkeypatch.setattr(register, "_bijwerker", lambda dossiers: gemeld.append(list(dossiers)))
    rijen = registreer_gezinnen([gezin()], op=OP)
    assert gemeld == [rijen]


class TestWijzigen:
    def test_wijzigt_en_hoogt_de_versie_op(self):
        persoon = StatushouderFactory()
        nieuw = wijzig_persoon(persoon, versie=1, gegevens={"voornamen": "Rima Nour"})
        assert (nieuw.voornamen, nieuw.versie) == ("Rima Nour", 2)

    def test_wie_een_oude_versie_heeft_overschrijft_niets(self):
        persoon = StatushouderFactory()
        wijzig_persoon(persoon, versie=1, gegevens={"voornamen": "Van een collega"})
        with pytest.raises(Verouderd):
            wijzig_persoon(persoon, versie=1, gegevens={"voornamen": "Van mij"})
        persoon.refresh_from_db()
        assert persoon.voornamen == "Van een collega"

    def test_bsn_vervangen_en_laten_staan(self):
        persoon = StatushouderFactory()
        wijzig_persoon(persoon, versie=1, gegevens={"bsn": BSN})
        wijzig_persoon(persoon, versie=2, gegevens={"voornamen": "Rima"})
        persoon.refresh_from_db()
        assert (persoon.bsn.ontsleutel(), persoon.bsn_index) == (BSN, blinde_index(BSN))


class TestVertrek:
    @pytest.mark.parametrize(
        ("op", "mag"), [("2017-03-27", False), ("2017-03-28", True), ("2017-03-29", True)]
    )
    def test_niet_voor_de_vestiging(self, op, mag):
        vestiging = VestigingFactory()
        if mag:
            vertrek(vestiging.statushouder, op=date.fromisoformat(op), reden="Verhuisd")
        else:
            with pytest.raises(ValidationError, match="niet gevestigd"):
                vertrek(vestiging.statushouder, op=date.fromisoformat(op), reden="Verhuisd")
        vestiging.refresh_from_db()
        assert (vestiging.tot is not None) == mag

    def test_een_tweede_keer_vertrekken_kan_niet(self):
        vestiging = VestigingFactory(tot=date(2017, 4, 1))
        with pytest.raises(ValidationError, match="niet gevestigd"):
            vertrek(vestiging.statushouder, op=date(2017, 4, 2), reden="Verhuisd")


@pytest.mark.parametrize(
    ("vroegst", "laatst", "mag"),
    [
        (None, None, True),
        ("1981-02-14", "1981-02-14", True),
        ("1980-02-01", "1980-02-29", True),
        ("1981-02-01", "1981-02-28", True),
        ("1981-01-01", "1981-12-31", True),
        ("1980-02-01", "1980-02-28", False),
        ("1981-01-02", "1981-12-31", False),
        ("1981-01-01", "1982-12-31", False),
        ("1981-02-15", "1981-02-14", False),
        ("1981-03-01", "1981-04-30", False),
        ("1981-02-14", None, False),
        (None, "1981-02-14", False),
    ],
)
def test_een_geboortedatum_is_een_dag_een_maand_een_jaar_of_niets(vroegst, laatst, mag):
    """Past every form: what the database keeps can always be read (A2)."""
    with nullcontext() if mag else pytest.raises(IntegrityError), transaction.atomic():
        StatushouderFactory(geboren_vroegst=vroegst, geboren_laatst=laatst)
