"""A caseworker reminds an organisation from the list of work: one mail, one line, once a day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from dossiers import actions
from partners.actions import bewaak_verwijzingen
from tests.dossiers.samenvoegen.hulp import tekst
from tests.partners.conftest import DAG
from toegang.models import Gebruiker, Poststuk

pytestmark = pytest.mark.django_db
EEN = timedelta(days=1)


def adres(verwijzing):
    return reverse("dossiers:verwijzing-herinneren", args=[verwijzing.statushouder.sleutel, verwijzing.pk])


def test_van_de_lijst_naar_de_mail(client, rima, verwijs, els, marieke):
    verwijzing = verwijs(rima)
    client.force_login(marieke)
    lijst = client.get("/werk/?groep=wacht").content.decode()
    assert f'action="{adres(verwijzing)}?terug=' in lijst
    assert "Intrekken" in lijst
    assert Poststuk.objects.count() == 0
    terug = client.post(f"{adres(verwijzing)}?terug=/werk/", follow=True)
    assert terug.redirect_chain[0][0] == "/werk/"
    assert "VluchtelingenWerk Proef krijgt vandaag een herinnering." in tekst(terug)
    assert [(stuk.gebruiker, stuk.soort) for stuk in Poststuk.objects.all()] == [(els, "herinnering")]
    lijst = client.get("/werk/?groep=wacht").content.decode()
    assert "herinnerd op 1-5-2017" in lijst
    assert adres(verwijzing) not in lijst
    assert "VluchtelingenWerk Proef herinnerd aan de verwijzing" in tekst(client.get(rima.get_absolute_url()))


@pytest.mark.parametrize(("dagen", "mails"), [(0, 1), (1, 2)])
def test_op_een_dag_een_keer(rima, verwijs, els, dagen, mails):
    verwijzing = verwijs(rima)
    actions.herinner(verwijzing, op=DAG)
    Poststuk.objects.update(verstuurd=True)
    actions.herinner(verwijzing, op=DAG + dagen * EEN)
    assert Poststuk.objects.count() == mails
    verwijzing.refresh_from_db()
    assert (verwijzing.herinnerd_op, verwijzing.versie) == (DAG + dagen * EEN, 1 + mails)


@pytest.mark.parametrize(("met_de_hand", "mails"), [(0, 1), (7, 1), (8, 0)])
def test_de_nacht_herinnert_niet_nog_eens_wie_het_na_de_termijn_al_was(
    rima, verwijs, els, met_de_hand, mails
):
    actions.herinner(verwijs(rima), op=DAG + met_de_hand * EEN)
    Poststuk.objects.update(verstuurd=True)
    assert bewaak_verwijzingen(op=DAG + 9 * EEN) == (0, mails)


def test_zonder_iemand_die_kan_inloggen_zegt_de_pagina_het(client, rima, verwijs, els, marieke):
    verwijzing = verwijs(rima)
    Gebruiker.objects.filter(pk=els.pk).update(is_active=False)
    client.force_login(marieke)
    antwoord = client.post(adres(verwijzing))
    assert "niemand krijgt de mail. Bel de organisatie." in tekst(antwoord)
    verwijzing.refresh_from_db()
    assert (verwijzing.herinnerd_op, Poststuk.objects.count()) == (None, 0)


def test_wie_antwoordde_en_wie_is_afgeschermd_wordt_niet_herinnerd(rima, verwijs, els):
    verwijzing = verwijs(rima)
    type(rima).objects.filter(pk=rima.pk).update(afgeschermd=True)
    with pytest.raises(ValidationError, match="afgeschermd"):
        actions.herinner(verwijzing, op=DAG)
    type(rima).objects.filter(pk=rima.pk).update(afgeschermd=False)
    actions.neem_aan(verwijzing, op=DAG, door=els)
    with pytest.raises(ValidationError, match="al aangenomen"):
        actions.herinner(verwijzing, op=DAG)
    assert not Poststuk.objects.exists()
