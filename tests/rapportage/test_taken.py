"""The worker's side: messages that come, that get lost, and a broker that is down."""

from __future__ import annotations

import logging

import pytest
from kombu.exceptions import OperationalError

from rapportage import actions, tasks
from rapportage.models import Rapport, Status
from tests.rapportage.conftest import APRIL, VANDAAG


@pytest.fixture
def aanvraag(werkelijkheid, plan, monkeypatch) -> Rapport:
    monkeypatch.setattr(actions.weergave, "pdf", lambda _inhoud: b"%PDF")
    return actions.vraag_aan("voortgang", maand=APRIL, vandaag=VANDAAG)


def test_de_taak_maakt_het_rapport_met_de_dag_van_vandaag(aanvraag):
    tasks.maak.delay(aanvraag.pk)
    aanvraag.refresh_from_db()
    assert (aanvraag.status, aanvraag.gemaakt_op) == (Status.GEMAAKT, VANDAAG)


def test_de_ronde_maakt_wat_is_blijven_liggen(aanvraag):
    ander = actions.vraag_aan("budget", maand=APRIL, vandaag=VANDAAG)
    tasks.maak_openstaande.delay()
    assert set(Rapport.objects.values_list("pk", "status")) == {
        (aanvraag.pk, Status.GEMAAKT),
        (ander.pk, Status.GEMAAKT),
    }


def test_de_ronde_laat_wat_mislukte_met_rust(aanvraag):
    Rapport.objects.update(status=Status.MISLUKT)
    tasks.maak_openstaande.delay()
    aanvraag.refresh_from_db()
    assert (aanvraag.status, aanvraag.pogingen) == (Status.MISLUKT, 0)


def test_zonder_wachtrij_blijft_de_aanvraag_voor_de_ronde(aanvraag, monkeypatch, caplog):
    def weg(*_args, **_kwargs):
        raise OperationalError("connection refused")

    with monkeypatch.context() as stuk:
        stuk.setattr(tasks.maak, "apply_async", weg)
        with caplog.at_level(logging.WARNING):
            tasks.meld(aanvraag.pk)
    assert f"Rapport {aanvraag.pk}: geen wachtrij bereikbaar" in caplog.text
    aanvraag.refresh_from_db()
    assert aanvraag.status == Status.GEVRAAGD
    tasks.maak_openstaande()
    aanvraag.refresh_from_db()
    assert aanvraag.status == Status.GEMAAKT


def test_een_andere_fout_bij_het_melden_wordt_niet_ingeslikt(aanvraag, monkeypatch):
    def stuk(*_args, **_kwargs):
        raise TypeError("a task argument that cannot be sent")

    monkeypatch.setattr(tasks.maak, "apply_async", stuk)
    with pytest.raises(TypeError):
        tasks.meld(aanvraag.pk)


def test_een_onbereikbare_wachtrij_geeft_echt_die_fout(aanvraag, tmp_path, settings):
    """The narrow exception above is the one that a broker without a server gives."""
    settings.CELERY_TASK_ALWAYS_EAGER = False
    app = tasks.maak.app
    with app.connection_for_write(url=f"redis+socket://{tmp_path}/geen.sock") as nergens:
        bericht = app.amqp.as_task_v2("1", tasks.maak.name, (aanvraag.pk,))
        with pytest.raises(OperationalError):
            app.amqp.send_task_message(app.amqp.Producer(nergens), tasks.maak.name, bericht, retry=False)


def test_de_ronde_staat_in_het_rooster(settings):
    assert "rapportage.tasks.maak_openstaande" in {
        rij["task"] for rij in settings.CELERY_BEAT_SCHEDULE.values()
    }
    assert tasks.maak_openstaande.name == "rapportage.tasks.maak_openstaande"
