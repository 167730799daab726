"""A thousand referrals with random histories, day after day: none waits past its term without reminder and owner."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from django.db.models import Exists, OuterRef

from dossiers import actions
from dossiers.models import Doorverwijzing, Regie, Statushouder
from dossiers.rules.antwoordtermijn import antwoorddagen
from partners.actions import bewaak_verwijzingen
from termijnen.actions import herbereken
from termijnen.models import Termijn
from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Gebruiker, Poststuk, Rol

pytestmark = pytest.mark.django_db
BEGIN, DAGEN = date(2017, 5, 1), 60
PERSONEN, ORGANISATIES = 50, 20
EEN = timedelta(days=1)
KAART = {"personen": 1, "leeftijden": ["36"], "tolktalen": [], "wijk": "", "onderwerpen": ["Algemeen"]}


def _doe(kans: Random, rij: Doorverwijzing, op: date, door: Gebruiker) -> str:
    """One act that is right today."""
    return kans.choice(
        [
            lambda: actions.neem_aan(rij, op=op, door=door) and "aangenomen",
            lambda: actions.wijs_af(rij, reden="Geen plaats", op=op, door=door) and "afgewezen",
            lambda: actions.trek_verwijzing_in(rij, reden="Verhuisd", op=op, door=door) and "ingetrokken",
        ]
    )()


def _zonder_termijn(rijen, code: str, op: date) -> int:
    """How many of these referrals have no open term of this rule on a dossier with somebody who has the case."""
    regie = Regie.objects.filter(statushouder=OuterRef("statushouder"), regisseur__isnull=False, tot=None)
    termijnen = Termijn.objects.filter(Exists(regie), code=code, voldaan_op=None, begint_op__lte=op)
    bekend = {int(gelegenheid) for gelegenheid in termijnen.values_list("gelegenheid", flat=True)}
    return len(set(rijen.values_list("pk", flat=True)) - bekend)


def _gaten(op: date) -> dict[str, int]:
    """What stands wrong this morning, after the night's work."""
    open_ = Doorverwijzing.objects.onbeantwoord().filter(gevraagd_op__lte=op)
    wacht = open_.filter(herinner_na__lt=op)
    gaten = {
        "open na de laatste dag": open_.filter(antwoord_tot_en_met__lt=op).count(),
        "zonder herinnering": wacht.filter(herinnerd_op=None).count(),
        "zonder regisseur": _zonder_termijn(wacht, "partners.nabellen", op),
        "zonder coordinator": _zonder_termijn(
            open_.filter(coordinator_na__lt=op), "partners.coordinator", op
        ),
    }
    return {wat: aantal for wat, aantal in gaten.items() if aantal}


@pytest.fixture
def verwijzingen():
    """A thousand of them, asked on any of the first forty days, some for a short while only."""
    kans = Random(2017)
    regisseur = GebruikerFactory()
    personen = StatushouderFactory.create_batch(PERSONEN)
    Regie.objects.filter(statushouder__in=personen).update(regisseur=regisseur)
    organisaties = OrganisatieFactory.create_batch(ORGANISATIES)
    for organisatie in organisaties:
        GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie)
    rijen = []
    for persoon in personen:
        for organisatie in organisaties:
            op = BEGIN + kans.randrange(40) * EEN
            einde = op + kans.choice([3, 10, 20, 200, 300, 300]) * EEN
            rijen.append(
                Doorverwijzing(
                    statushouder=persoon,
                    organisatie=organisatie,
                    domeinen=["dossiers"],
                    doel="Begeleiding",
                    van=op,
                    tot_en_met=einde,
                    gevraagd_op=op,
                    gevraagd_door=regisseur,
                    kaart=KAART,
                    **antwoorddagen(op, einde)._asdict(),
                )
            )
    Doorverwijzing.objects.bulk_create(rijen)
    herbereken()
    return kans, regisseur


def test_geen_blijft_liggen(verwijzingen):
    kans, door = verwijzingen
    gedaan: Counter[str] = Counter()
    gemist = 0
    for nummer in range(DAGEN + 30):
        op = BEGIN + nummer * EEN
        if kans.random() < 0.1:
            gemist += 1  # the worker was down this night
            continue
        gedaan["verlopen"] += bewaak_verwijzingen(op=op)[0]
        assert not _gaten(op), op
        open_ = list(Doorverwijzing.objects.open_op(op).order_by("pk"))
        for rij in kans.sample(open_, min(len(open_), kans.randrange(12))):
            gedaan[_doe(kans, rij, op, door)] += 1
    assert not Doorverwijzing.objects.onbeantwoord().exists()
    assert sum(gedaan.values()) == PERSONEN * ORGANISATIES
    assert min(gedaan.values()) > 50
    assert gemist
    # the mails are of organisations, not of referrals
    assert 0 < Poststuk.objects.count() < PERSONEN * ORGANISATIES / 4
    assert {rij.regie.get().regisseur_id for rij in Statushouder.objects.all()} == {door.pk}


@pytest.mark.parametrize("wat", ["herinnering", "verlopen", "termijn"])
def test_de_proef_vindt_een_gat(verwijzingen, wat):
    """A night that does half its work is found."""
    op = BEGIN + 20 * EEN
    bewaak_verwijzingen(op=op)
    assert not _gaten(op)
    if wat == "herinnering":
        Doorverwijzing.objects.onbeantwoord().update(herinnerd_op=None)
        assert set(_gaten(op)) == {"zonder herinnering"}
    elif wat == "termijn":
        Termijn.objects.filter(code="partners.coordinator").delete()
        assert set(_gaten(op)) == {"zonder coordinator"}
    else:
        assert "open na de laatste dag" in _gaten(op + 9 * EEN)
