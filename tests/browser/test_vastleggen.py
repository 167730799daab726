"""The pages to record in a dossier, as a browser sees them at both widths."""

from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse

from dossiers import actions
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.dossiers.vastleggen.factories import ContactFactory, SignaalFactory, TaakFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.browser
VANDAAG = date(2017, 5, 1)


@pytest.fixture
def ik(transactional_db):
    return GebruikerFactory(rol=Rol.COORDINATOR, naam="Hanneke Vos", password="x")


@pytest.fixture
def persoon(ik):
    with transaction.atomic():  # the database refuses a dossier without an assignment when this ends
        gezin = GezinFactory()
        persoon = GezinslidFactory(gezin=gezin).statushouder
        kind = StatushouderFactory(geboren_vroegst=date(2010, 6, 3), geboren_laatst=date(2010, 6, 3))
        GezinslidFactory(gezin=gezin, statushouder=kind, rol="kind")
    actions.leg_relatie_vast(persoon=kind, verwant=persoon, soort="ouder", van=date(2010, 6, 3))
    return persoon


@pytest.mark.parametrize(
    "naam",
    [
        "contact-nieuw",
        "taak-nieuw",
        "document-nieuw",
        "signaal-nieuw",
        "noteren",
        "overdragen",
        "relaties",
        "bsn",
    ],
)
def test_bij_een_persoon(bekijk, ik, persoon, naam):
    bekijk(reverse(f"dossiers:{naam}", args=[persoon.sleutel]), ik)


@pytest.mark.parametrize(
    ("fabriek", "paden"),
    [
        (ContactFactory, ["", "wijzigen/", "doorhalen/"]),
        (TaakFactory, ["", "wijzigen/", "doorhalen/", "overdragen/", "gedaan/", "uitstellen/"]),
        (SignaalFactory, ["", "wijzigen/", "doorhalen/", "antwoord/"]),
    ],
)
def test_wat_is_vastgelegd(bekijk, ik, persoon, fabriek, paden):
    deel = fabriek(statushouder=persoon)
    for pad in paden:
        bekijk(f"{deel.get_absolute_url()}{pad}", ik)
    actions.haal_door(deel, versie=1, op=VANDAAG, door=ik, reden="Hoort bij een ander dossier")
    bekijk(deel.get_absolute_url(), ik)


def test_een_uitgestelde_taak_en_het_formulier_in_de_lijst(bekijk, ik, persoon):
    taak = TaakFactory(statushouder=persoon, eigenaar=ik)
    bekijk(f"{reverse('werkplek:mijn-werk')}?uitstel={taak.pk}", ik)
    actions.stel_taak_uit(
        taak, versie=1, nieuwe_datum=date(2017, 5, 15), reden="Wacht op een document", op=VANDAAG
    )
    for adres in (
        taak.get_absolute_url(),
        f"{taak.get_absolute_url()}uitstel-terug/",
        reverse("werkplek:mijn-werk"),
    ):
        bekijk(adres, ik)


def test_waarneming(bekijk, ik):
    lijst = reverse("dossiers:waarneming")
    bekijk(lijst, ik)
    bekijk(f"{lijst}nieuw/", ik)
    rij = actions.neem_waar(
        afwezige=GebruikerFactory(naam="Anna"),
        waarnemer=ik,
        van=date(2017, 5, 8),
        tot=date(2017, 5, 13),
        op=date(2017, 5, 1),
    )
    for pad in ("", f"{rij.pk}/", f"{rij.pk}/intrekken/"):
        bekijk(f"{lijst}{pad}", ik)
