"""Searching a name goes by an index that no policy guards: what it gives, this user may see."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.db import connection

from dossiers.models import Statushouder
from kern.namens import namens
from tests.dossiers.factories import DoorverwijzingFactory, InzagerechtFactory, StatushouderFactory
from tests.harnas.paginas import als_web
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

DAG = date(2017, 5, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def open_dossier() -> Statushouder:
    return StatushouderFactory(achternaam="Haddad", voornamen="Samir")


@pytest.fixture
def afgeschermd() -> Statushouder:
    return StatushouderFactory(achternaam="Haddad", voornamen="Rima", afgeschermd=True)


def gevonden(gebruiker, vraag) -> set[int]:
    """The keys that the function gives in the role of this user; with None to the municipality itself."""
    with als_web(), namens(gebruiker, op=DAG):
        return _vraag(vraag)


def _vraag(vraag) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT wi_op_naam(%s::jsonb)", [json.dumps(vraag)])
        return {rij[0] for rij in cursor.fetchall()}


def klankvraag(persoon: Statushouder):
    """The sounds as they are stored: each of them finds both."""
    persoon.refresh_from_db()
    return {"klanken": [[list(persoon.zoeksleutels)]]}


def vragen(persoon: Statushouder):
    return [{"letters": ["haddad"]}, {"lijkt": ["haddat"]}, klankvraag(persoon)]


def test_wie_niet_genoemd_is_vindt_wie_is_afgeschermd_niet(open_dossier, afgeschermd):
    collega = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
    for vraag in vragen(open_dossier):
        assert gevonden(collega, vraag) == {open_dossier.pk}
        assert gevonden(None, vraag) == {open_dossier.pk, afgeschermd.pk}  # the control: the index has both


def test_wie_genoemd_is_vindt_het_wel(open_dossier, afgeschermd):
    collega = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
    InzagerechtFactory(statushouder=afgeschermd, gebruiker=collega)
    for vraag in vragen(open_dossier):
        assert gevonden(collega, vraag) == {open_dossier.pk, afgeschermd.pk}


def test_een_partner_vindt_alleen_wie_is_verwezen(open_dossier, afgeschermd):
    ander = StatushouderFactory(achternaam="Haddad", voornamen="Layla")
    organisatie = OrganisatieFactory()
    partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie)
    for vraag in vragen(open_dossier):
        assert gevonden(partner, vraag) == set()
    DoorverwijzingFactory(statushouder=open_dossier, organisatie=organisatie)
    for vraag in vragen(open_dossier):
        assert gevonden(partner, vraag) == {open_dossier.pk}
        assert gevonden(None, vraag) == {open_dossier.pk, afgeschermd.pk, ander.pk}


def test_zonder_een_woord_vindt_het_niemand(open_dossier):
    for vraag in ({}, {"letters": []}, {"klanken": []}):
        assert gevonden(None, vraag) == set()


@pytest.mark.parametrize("tekens", ["%", "_", "\\", "' OR true --", "{}"])
def test_tekens_van_de_databank_zijn_gewone_letters(open_dossier, tekens):
    assert gevonden(None, {"letters": [f"h{tekens}d"]}) == set()
    assert gevonden(None, {"klanken": [[[tekens]]]}) == set()
