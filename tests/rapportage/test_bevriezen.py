"""What is frozen, and when two documents are the same."""

from __future__ import annotations

import json
import threading
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import InternalError, connection

from kern.models import Bronverschil, Plan
from rapportage import figures
from tests.rapportage.conftest import APRIL


def test_het_document_heeft_de_beloofde_sleutels_in_hun_volgorde(werkelijkheid, plan):
    inhoud = figures.bevries("voortgang", APRIL, 1)
    assert list(inhoud) == [
        *(
            "schema",
            "soort",
            "maand",
            "peildatum",
            "versie",
            "sha256",
            "cijfers",
            "taakstelling",
            "aansluiting",
        ),
        *("standen", "plan", "bronverschillen", "hoofdstukken"),
    ]
    assert (inhoud["schema"], inhoud["soort"], inhoud["maand"]) == ("rapport/1", "voortgang", "2017-04")
    assert inhoud["plan"] == {"kenmerk": "Z/17/9410/26001", "naam": "Het plan", "gemeente": "Wassenaar"}
    assert [hoofdstuk["code"] for hoofdstuk in inhoud["hoofdstukken"]] == ["huisvesting", "financien"]
    assert list(json.loads(figures.als_tekst(inhoud))) == list(inhoud)


def test_een_document_dat_geen_hoofdstuk_heeft_is_null(werkelijkheid, plan):
    inhoud = figures.bevries("budget", APRIL, 1)
    assert inhoud["taakstelling"] == {"schema": "taakstelling/1", "peildatum": "2017-04-30"}
    assert inhoud["aansluiting"] is None
    assert [hoofdstuk["code"] for hoofdstuk in inhoud["hoofdstukken"]] == ["financien"]


@pytest.mark.parametrize(
    ("maand", "laatste"),
    [(date(2017, 4, 1), "2017-04-30"), (date(2017, 12, 1), "2017-12-31"), (date(2020, 2, 1), "2020-02-29")],
)
def test_de_peildatum_is_de_laatste_dag_en_de_periode_de_maand(werkelijkheid, plan, maand, laatste):
    inhoud = figures.bevries("voortgang", maand, 1)
    [peiling] = werkelijkheid.gevraagd
    assert inhoud["peildatum"] == laatste
    assert (peiling.van, peiling.tot_en_met, peiling.peildatum) == (
        maand,
        date.fromisoformat(laatste),
        date.fromisoformat(laatste),
    )
    assert peiling.gebruiker is None


def test_de_cijfers_zijn_die_van_de_opdracht_en_niet_afgeschermd(werkelijkheid, plan, capsys):
    call_command(
        "kerncijfers", "--peildatum=2017-04-30", "--van=2017-04-01", "--tot-en-met=2017-04-30", "--json"
    )
    opdracht = json.loads(capsys.readouterr().out)
    inhoud = figures.bevries("voortgang", APRIL, 1)
    assert inhoud["cijfers"] == opdracht["cijfers"]
    assert [cijfer["waarde"] for cijfer in inhoud["cijfers"]] == [20, 3, "344926.00"]
    assert list(inhoud["cijfers"][0]) == [
        *(
            "code",
            "domein",
            "thema",
            "label",
            "waarde",
            "eenheid",
            "noemer",
            "doel",
            "gevoelig",
            "definitie",
            "bron",
        )
    ]


def test_het_zegel_slaat_op_de_inhoud_en_niet_op_de_versie(werkelijkheid, plan):
    eerste, tweede = figures.bevries("voortgang", APRIL, 1), figures.bevries("voortgang", APRIL, 2)
    assert eerste["sha256"] == tweede["sha256"] == figures.zegel(eerste)
    assert len(eerste["sha256"]) == 64
    werkelijkheid.inkomsten += Decimal("0.01")
    assert figures.bevries("voortgang", APRIL, 1)["sha256"] != eerste["sha256"]


def test_zonder_plan_is_er_niets_te_melden(werkelijkheid, db):
    with pytest.raises(figures.GeenPlan, match="nog geen plan"):
        figures.bevries("voortgang", APRIL, 1)


def test_een_verloop_sluit_op_zijn_kerncijfer(werkelijkheid, plan, monkeypatch):
    assert figures.bevries("voortgang", APRIL, 1)["standen"] == [
        {"code": "huisvesting.gehuisvest", "begin": 15, "erbij": 6, "eraf": 1, "eind": 20}
    ]
    monkeypatch.setattr(
        figures, "cijferlijst", lambda *_args: [{"code": "huisvesting.gehuisvest", "waarde": 21}]
    )
    with pytest.raises(ValueError, match="eindigt op 20, het kerncijfer is 21"):
        figures.bevries("voortgang", APRIL, 1)


@pytest.mark.parametrize(
    ("vandaag", "nieuwste"),
    [
        (date(2017, 4, 30), date(2017, 3, 1)),
        (date(2017, 5, 1), date(2017, 4, 1)),
        (date(2017, 5, 2), date(2017, 4, 1)),
    ],
)
def test_te_kiezen_zijn_de_maanden_van_het_plan_die_voorbij_zijn(plan, vandaag, nieuwste):
    maanden = figures.te_kiezen_maanden(vandaag)
    assert maanden[0] == nieuwste
    assert maanden[-1] == date(2017, 1, 1)
    assert figures.te_kiezen_maanden(date(2017, 1, 31)) == []


def _lees_terwijl_een_ander_schrijft() -> list[int]:
    """Count, let another connection add a row, count again."""
    tellingen = [Bronverschil.objects.count()]

    def schrijf() -> None:
        try:
            Bronverschil.objects.create(code="erbij", onderwerp="x", waarden=[], verklaring="x")
        finally:
            connection.close()

    ander = threading.Thread(target=schrijf)
    ander.start()
    ander.join(20)
    return [*tellingen, Bronverschil.objects.count()]


@pytest.mark.django_db(transaction=True)
def test_alle_cijfers_zijn_van_een_moment():
    with figures.een_moment():
        assert _lees_terwijl_een_ander_schrijft() == [0, 0]
    assert Bronverschil.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_zonder_dat_moment_lopen_de_cijfers_uiteen():
    assert _lees_terwijl_een_ander_schrijft() == [0, 1]


@pytest.mark.django_db(transaction=True)
def test_een_hoofdstuk_kan_niet_schrijven():
    with pytest.raises(InternalError, match="read-only"), figures.een_moment():
        Plan.objects.create(kenmerk="x", naam="x", gemeente="x", jaren=[], sha256="x")
