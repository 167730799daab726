"""Ten messages, ten requests, a process that dies: one report."""

from __future__ import annotations

import threading
from contextlib import contextmanager

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from rapportage import actions
from rapportage.models import Rapport
from tests.rapportage.conftest import VANDAAG, maak_plan, vraag


def _tien_boodschappen(pk: int) -> list[object]:
    """Ten threads get the same message at once; what each of them answered."""
    antwoorden: list[object] = []
    start = threading.Barrier(10)

    def werk() -> None:
        try:
            start.wait(20)
            antwoorden.append(actions.maak(pk, vandaag=VANDAAG))
        finally:
            connection.close()

    draden = [threading.Thread(target=werk) for _ in range(10)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    assert len(antwoorden) == 10
    return [antwoord for antwoord in antwoorden if antwoord]


@pytest.mark.django_db(transaction=True)
def test_tien_boodschappen_geven_een_rapport(werkelijkheid, geteld):
    maak_plan()
    [rapport] = _tien_boodschappen(vraag().pk)
    assert Rapport.objects.get() == rapport
    assert geteld == [1]


@contextmanager
def _geen_slot(_rapport_id, *, wacht):
    yield True


@pytest.mark.django_db(transaction=True)
def test_zonder_het_slot_werken_er_meer_aan_en_blijft_het_een_rapport(werkelijkheid, geteld, monkeypatch):
    """Control of the lock, and of what stands behind it: the row still has the last word."""
    monkeypatch.setattr(actions, "_alleen", _geen_slot)
    monkeypatch.setattr(actions, "MAX_POGINGEN", 100)
    wacht = threading.Barrier(10)
    pdf = actions.weergave.pdf
    monkeypatch.setattr(actions.weergave, "pdf", lambda inhoud: (wacht.wait(20), pdf(inhoud))[1])
    maak_plan()
    [rapport] = _tien_boodschappen(vraag().pk)
    assert Rapport.objects.get() == rapport
    assert geteld == [1] * 10


def _tien_aanvragen() -> tuple[list[int], int]:
    """Ten users ask at once: the rows they got, and how many were refused."""
    start, rijen, geweigerd = threading.Barrier(10), [], []

    def werk() -> None:
        try:
            start.wait(20)
            rijen.append(vraag().pk)
        except ValidationError as weigering:
            geweigerd.append(weigering)
        finally:
            connection.close()

    draden = [threading.Thread(target=werk) for _ in range(10)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    return rijen, len(geweigerd)


@pytest.mark.django_db(transaction=True)
def test_tien_aanvragen_tegelijk_zijn_een_rij():
    maak_plan()
    rijen, geweigerd = _tien_aanvragen()
    assert (rijen, geweigerd) == ([Rapport.objects.get().pk] * 10, 0)


@pytest.mark.django_db(transaction=True)
def test_zonder_volgorde_worden_negen_van_de_tien_geweigerd(monkeypatch):
    """Control: all have looked before the first writes; the unique key then stands alone."""
    gekeken = threading.Barrier(10)
    create = Rapport.objects.create
    monkeypatch.setattr(actions, "_op_volgorde", lambda _soort, _maand: None)
    monkeypatch.setattr(Rapport.objects, "create", lambda **velden: (gekeken.wait(20), create(**velden))[1])
    maak_plan()
    rijen, geweigerd = _tien_aanvragen()
    assert (len(rijen), geweigerd) == (1, 9)
    assert Rapport.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_een_proces_dat_sterft_laat_het_slot_los(werkelijkheid, geteld):
    """The lock is the session's: when its connection is gone, the next one may."""
    maak_plan()
    pk = vraag().pk
    bezet, klaar = threading.Event(), threading.Event()

    def sterft() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [actions._SLOT, pk])
        bezet.set()
        klaar.wait(20)
        connection.close()

    draad = threading.Thread(target=sterft)
    draad.start()
    bezet.wait(20)
    assert actions.maak(pk, vandaag=VANDAAG) is None
    assert Rapport.objects.get().pogingen == 0
    klaar.set()
    draad.join(20)
    with connection.cursor() as cursor:  # the server takes a moment to see that the session is gone
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [actions._SLOT, pk])
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [actions._SLOT, pk])
    assert actions.maak(pk, vandaag=VANDAAG) is not None
