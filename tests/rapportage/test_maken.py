"""Asking for a report and making it: once, whatever messages come, and never lost."""

from __future__ import annotations

import logging
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from rapportage import actions
from rapportage.models import LAATSTE_STAP, Rapport, Status
from rapportage.rules import MAX_POGINGEN
from tests.rapportage.conftest import APRIL, PDF, VANDAAG, vraag


@pytest.mark.parametrize(
    ("vandaag", "mag"), [(date(2017, 3, 31), False), (date(2017, 4, 1), True), (date(2017, 4, 2), True)]
)
def test_een_maand_die_niet_begonnen_is_wordt_geweigerd(plan, vandaag, mag):
    if mag:
        assert vraag(vandaag=vandaag).status == Status.GEVRAAGD
        return
    with pytest.raises(ValidationError, match="april 2017 is nog niet begonnen") as weigering:
        vraag(vandaag=vandaag)
    assert list(weigering.value.error_dict) == ["maand"]
    assert not Rapport.objects.exists()


def test_zonder_plan_wordt_niets_gevraagd(db):
    with pytest.raises(ValidationError, match="geen plan"):
        vraag()
    assert not Rapport.objects.exists()


def test_twee_keer_vragen_is_een_rij(plan, coordinator):
    eerste = vraag(gebruiker=coordinator)
    assert vraag(vandaag=date(2017, 5, 2)) == eerste
    [rij] = Rapport.objects.all()
    assert (rij.versie, rij.gevraagd_door, rij.gevraagd_op) == (1, coordinator, VANDAAG)


def test_maken_legt_cijfers_en_pdf_vast(werkelijkheid, plan, geteld):
    rapport = actions.maak(vraag().pk, vandaag=date(2017, 5, 4))
    opgeslagen = Rapport.objects.get()
    assert rapport == opgeslagen
    assert (opgeslagen.status, opgeslagen.stap, opgeslagen.gemaakt_op) == (
        Status.GEMAAKT,
        LAATSTE_STAP,
        date(2017, 5, 4),
    )
    assert bytes(opgeslagen.pdf) == PDF + b"1"
    assert opgeslagen.inhoud["sha256"] == opgeslagen.sha256
    assert opgeslagen.inhoud["cijfers"][0]["waarde"] == 20


def test_niets_veranderd_is_geen_nieuwe_versie(werkelijkheid, plan, geteld):
    eerste = actions.maak(vraag().pk, vandaag=VANDAAG)
    tweede = actions.maak(vraag().pk, vandaag=date(2017, 6, 7))
    assert tweede == eerste
    [rij] = Rapport.objects.all()
    assert (rij.versie, bytes(rij.pdf), rij.gemaakt_op, rij.ongewijzigd_op) == (
        *(1, PDF + b"1", VANDAAG),
        date(2017, 6, 7),
    )
    assert geteld == [1]


def test_een_veranderd_cijfer_is_een_nieuwe_versie_naast_de_oude(werkelijkheid, plan, geteld):
    actions.maak(vraag().pk, vandaag=VANDAAG)
    werkelijkheid.zonder_school = 4
    actions.maak(vraag().pk, vandaag=VANDAAG)
    nieuw, oud = Rapport.objects.van("voortgang", APRIL)
    assert [nieuw.versie, oud.versie] == [2, 1]
    assert [rij.inhoud["cijfers"][1]["waarde"] for rij in (nieuw, oud)] == [4, 3]


def test_terug_naar_oude_cijfers_is_ook_een_versie(werkelijkheid, plan, geteld):
    """Compared with the newest version only: the council must see that a figure went back."""
    for aantal in (3, 4, 3):
        werkelijkheid.zonder_school = aantal
        actions.maak(vraag().pk, vandaag=VANDAAG)
    assert geteld == [1, 2, 3]


def test_dezelfde_boodschap_nog_eens_doet_niets(werkelijkheid, plan, geteld):
    pk = vraag().pk
    actions.maak(pk, vandaag=VANDAAG)
    assert actions.maak(pk, vandaag=date(2017, 5, 9)) is None
    assert Rapport.objects.get().gemaakt_op == VANDAAG
    assert geteld == [1]


def test_een_boodschap_over_niets_doet_niets(plan):
    assert actions.maak(999, vandaag=VANDAAG) is None


def test_de_voortgang_is_te_zien_terwijl_het_rapport_ontstaat(werkelijkheid, plan, monkeypatch):
    stappen = []
    pk = vraag().pk
    bevries = actions.figures.bevries

    def kijk_bij_de_cijfers(*args):
        stappen.append(Rapport.objects.get(pk=pk).stap)
        return bevries(*args)

    def kijk_bij_de_bladzijden(_inhoud):
        stappen.append(Rapport.objects.get(pk=pk).stap)
        return PDF

    stappen.append(Rapport.objects.get(pk=pk).stap)
    monkeypatch.setattr(actions.figures, "bevries", kijk_bij_de_cijfers)
    monkeypatch.setattr(actions.weergave, "pdf", kijk_bij_de_bladzijden)
    actions.maak(pk, vandaag=VANDAAG)
    assert [*stappen, Rapport.objects.get(pk=pk).stap] == [0, 1, 2, 3]


class Kapot(Exception):
    """What goes wrong in these tests."""


def _breek(monkeypatch) -> None:
    def pdf(_inhoud):
        raise Kapot

    monkeypatch.setattr(actions.weergave, "pdf", pdf)


def test_een_fout_laat_de_aanvraag_staan_tot_de_laatste_poging(werkelijkheid, plan, monkeypatch, caplog):
    pk = vraag().pk
    _breek(monkeypatch)
    for poging in range(1, MAX_POGINGEN + 1):
        assert Rapport.objects.get().status == Status.GEVRAAGD
        with caplog.at_level(logging.ERROR), pytest.raises(Kapot):
            actions.maak(pk, vandaag=VANDAAG)
        assert Rapport.objects.get().pogingen == poging
    rapport = Rapport.objects.get()
    assert (rapport.status, rapport.stap) == (Status.MISLUKT, 0)
    assert rapport.reden == (
        "Het maken is 3 keer niet gelukt. De oorzaak staat in het logboek, bij voortgang-2017-04-v1."
    )
    assert "voortgang-2017-04-v1: poging 3 is mislukt" in caplog.text
    assert actions.maak(pk, vandaag=VANDAAG) is None


def test_een_poging_die_het_proces_meeneemt_telt_ook(werkelijkheid, plan, geteld):
    """The attempt is counted before it is made: a report that kills its worker does not do so for ever."""
    pk = vraag().pk
    Rapport.objects.filter(pk=pk).update(pogingen=MAX_POGINGEN - 1)
    assert actions.maak(pk, vandaag=VANDAAG) is not None

    pk = actions.vraag_aan("budget", maand=APRIL, vandaag=VANDAAG).pk
    Rapport.objects.filter(pk=pk).update(pogingen=MAX_POGINGEN)
    assert actions.maak(pk, vandaag=VANDAAG) is None
    assert Rapport.objects.get(pk=pk).status == Status.MISLUKT


def test_wat_mislukte_wordt_opnieuw_gevraagd_onder_dezelfde_versie(werkelijkheid, plan, geteld, coordinator):
    pk = vraag().pk
    Rapport.objects.filter(pk=pk).update(status=Status.MISLUKT, pogingen=3, reden="x")
    opnieuw = vraag(vandaag=date(2017, 5, 3), gebruiker=coordinator)
    opnieuw.refresh_from_db()
    assert (opnieuw.pk, opnieuw.versie, opnieuw.pogingen, opnieuw.reden) == (pk, 1, 0, "")
    assert (opnieuw.gevraagd_op, opnieuw.gevraagd_door) == (date(2017, 5, 3), coordinator)
    assert actions.maak(pk, vandaag=VANDAAG).versie == 1
