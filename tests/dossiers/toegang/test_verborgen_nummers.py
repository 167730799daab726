"""A number of a dossier of which the user may not know: one sentence that says nothing, wherever it is typed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from dossiers.actions import registreer_gezinnen, wijzig_persoon
from dossiers.actions.registreren import NieuwePersoon, NieuwGezin
from dossiers.models import Inzagerecht, Statushouder
from dossiers.models.keuzes import NUMMER_NIET_TE_GEBRUIKEN, WAT_DAN
from kern.namens import namens
from kern.velden import blinde_index
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.dossiers.importeren.conftest import csv
from tests.dossiers.importeren.conftest import persoon as rij
from tests.dossiers.test_paginas import REGISTREREN, invoer, persoon
from tests.toegang.factories import GebruikerFactory
from tests.toegang.matrix.vragen import Vrager

pytestmark = pytest.mark.django_db
OP = date(2017, 5, 1)
VNUMMER, BSN = "2741830552", "123456782"
NUMMERS = [("vnummer", VNUMMER), ("bsn", BSN)]
BEKEND = {"vnummer": "Er is al een dossier met dit V-nummer.", "bsn": "Er is al een dossier met dit BSN."}


@pytest.fixture
def ik(client):
    client.force_login(gebruiker := GebruikerFactory())
    return gebruiker


def met_nummers(**velden) -> Statushouder:
    """Somebody with both numbers."""
    return StatushouderFactory(
        voornamen="Onbekende",
        achternaam="Verborgen",
        vnummer=VNUMMER,
        bsn=BSN,
        bsn_index=blinde_index(BSN),
        **velden,
    )


@pytest.fixture(params=["afgeschermd", "opgegaan in een afgeschermd dossier"])
def geheim(request):
    """Somebody of whom this user may not know, in either way."""
    if request.param == "afgeschermd":
        return met_nummers(afgeschermd=True)
    return met_nummers(afgeschermd=True, samengevoegd_met=StatushouderFactory(afgeschermd=True))


def registreer(client, veld, nummer):
    """The page after registering a family, and the faults of its only person."""
    antwoord = client.post(REGISTREREN, invoer(persoon(**{veld: nummer})))
    fouten = antwoord.context["personen"].forms[0].errors if antwoord.context else {}
    return antwoord, fouten.get(veld, [])


def voeg_lid_toe(client, veld, nummer):
    """The page after adding somebody to a family."""
    lid = GezinslidFactory(gezin=GezinFactory(), rol="hoofd")
    adres = reverse("dossiers:gezinslid", args=[lid.statushouder.sleutel])
    antwoord = client.post(adres, invoer(persoon(rol="kind", **{veld: nummer})))
    fouten = antwoord.context["personen"].forms[0].errors if antwoord.context else {}
    return antwoord, fouten.get(veld, [])


def wijzig(client, veld, nummer):
    """The page after changing a person."""
    adres = reverse("dossiers:wijzigen", args=[StatushouderFactory().sleutel])
    formulier = client.get(adres).context["form"]
    getypt = {naam: formulier[naam].value() or "" for naam in formulier.fields}
    veld = {"bsn": "nieuw_bsn"}.get(veld, veld)
    antwoord = client.post(adres, {**getypt, veld: nummer})
    return antwoord, antwoord.context["form"].errors.get(veld, []) if antwoord.context else []


def lees_in(client, veld, nummer):
    """The preview of a file with one row."""
    cellen = {"vnummer": "", "bsn": "", veld: nummer}
    adres = reverse("uitwisseling:inlezen", args=["personen"])
    antwoord = client.post(adres, {"bestand": csv(rij(**cellen))}, follow=True)
    zin = NUMMER_NIET_TE_GEBRUIKEN.removesuffix(f" {WAT_DAN}")
    gezegd = antwoord.text.count(zin) == 1 and antwoord.text.count(WAT_DAN) == 1
    return antwoord, [NUMMER_NIET_TE_GEBRUIKEN] if gezegd else []


DEUREN = pytest.mark.parametrize("doe", [registreer, voeg_lid_toe, wijzig, lees_in])


@DEUREN
@pytest.mark.parametrize(("veld", "nummer"), NUMMERS)
def test_overal_dezelfde_zin_bij_het_veld(client, ik, geheim, doe, veld, nummer):
    antwoord, fouten = doe(client, veld, nummer)
    assert (antwoord.status_code, fouten) == (200, [NUMMER_NIET_TE_GEBRUIKEN])
    assert "al een dossier" not in antwoord.text
    assert [woord for woord in ("Verborgen", "Onbekende", geheim.nummer) if woord in antwoord.text] == []


@pytest.mark.parametrize("doe", [registreer, voeg_lid_toe, wijzig])
@pytest.mark.parametrize(("veld", "nummer"), NUMMERS)
def test_van_een_open_dossier_staat_er_dat_het_er_is(client, ik, doe, veld, nummer):
    """The control: without shielding the useful sentence, at the same field."""
    met_nummers()
    antwoord, fouten = doe(client, veld, nummer)
    assert (antwoord.status_code, fouten) == (200, [BEKEND[veld]])


@pytest.mark.parametrize("doe", [registreer, voeg_lid_toe, wijzig])
@pytest.mark.parametrize(("veld", "nummer"), NUMMERS)
def test_wie_genoemd_is_leest_dat_het_er_is(client, ik, doe, veld, nummer):
    Inzagerecht.objects.create(statushouder=met_nummers(afgeschermd=True), gebruiker=ik, van=OP, reden="x")
    _antwoord, fouten = doe(client, veld, nummer)
    assert fouten == [BEKEND[veld]]


@pytest.mark.parametrize("doe", [registreer, voeg_lid_toe, wijzig])
@pytest.mark.parametrize(("veld", "nummer"), NUMMERS)
def test_een_vrij_nummer_wordt_opgeslagen(client, ik, doe, veld, nummer):
    antwoord, _fouten = doe(client, veld, nummer)
    assert antwoord.status_code == 302


def test_het_eigen_nummer_mag_blijven(client, ik):
    eigen = met_nummers()
    adres = reverse("dossiers:wijzigen", args=[eigen.sleutel])
    formulier = client.get(adres).context["form"]
    getypt = {naam: formulier[naam].value() or "" for naam in formulier.fields}
    assert client.post(adres, {**getypt, "nieuw_bsn": BSN}).status_code == 302


def gezien_met(vrager, **wie):
    """All by which the page can be told from another, with a dossier that has the number."""
    with transaction.atomic():
        StatushouderFactory(vnummer=VNUMMER, **wie)
        antwoord = vrager.vraag("POST", REGISTREREN, invoer(persoon(vnummer=VNUMMER)))
        transaction.set_rollback(True)
    assert antwoord.status == 200
    # each shielded dossier names a colleague of its own, who then stands in the list of caseworkers
    return antwoord.status, antwoord.titel, re.sub(r'value="\d+"', "", antwoord.tekst), antwoord.koppen


def test_de_pagina_is_dezelfde_welk_dossier_het_ook_heeft(ik):
    """Status, title and text of the page tell of two hidden dossiers no difference; of an open one they do."""
    vrager = Vrager(ik)
    eerste = gezien_met(vrager, voornamen="Eerste", geslacht="V", afgeschermd=True)
    assert eerste == gezien_met(vrager, voornamen="Mohamad", achternaam="El Khatib", afgeschermd=True)
    assert eerste != gezien_met(vrager, voornamen="Eerste", geslacht="V")


@pytest.mark.parametrize("zien", [True, False])
def test_de_databank_weigert_wie_buiten_de_formulieren_om_schrijft(ik, zien):
    """What was typed meanwhile by a colleague: the constraint has the sentence that says nothing."""
    met_nummers(afgeschermd=not zien)
    with namens(ik, op=OP):
        for nummers in ({"vnummer": VNUMMER}, {"bsn": BSN}):
            gezin = NieuwGezin(naam="x", personen=[NieuwePersoon(achternaam="x", rol="hoofd", **nummers)])
            with pytest.raises(ValidationError) as fout:
                registreer_gezinnen([gezin], op=OP)
            assert fout.value.messages == [NUMMER_NIET_TE_GEBRUIKEN]
        with pytest.raises(ValidationError) as fout:
            wijzig_persoon(StatushouderFactory(), versie=1, gegevens={"vnummer": VNUMMER})
        assert fout.value.messages == [NUMMER_NIET_TE_GEBRUIKEN]
