"""A fresh register with two planted domains, so that these tests need no other app to be finished."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kern.contract import Domein, Hoofdstuk, Kerncijfer, Peiling
from kern.grafieken import bevries
from kern.hoofdstuk import (
    Begrip,
    Bron,
    Gevoelig,
    Grafiek,
    Inhoud,
    Kernwaarde,
    Kolom,
    Procent,
    Rij,
    Stand,
    Tabel,
    Tekst,
    Verloop,
)
from kern.models import Bronverschil, Plan
from kern.register import Register
from rapportage import actions
from rapportage.models import Rapport
from toegang.models import Gebruiker, Organisatie, Rol

APRIL = date(2017, 4, 1)
VANDAAG = date(2017, 5, 1)
PDF = b"%PDF-proef"


def grafiek() -> dict[str, Any]:
    """One bar, in the look of all our charts."""
    import altair as alt

    balk = alt.Chart(alt.Data(values=[{"m": "april", "n": 20}])).mark_bar()
    return bevries(balk.encode(x="m:N", y="n:Q").properties(width=480, height=120))


@dataclass
class Werkelijkheid:
    """What the planted domains count; a test changes it and sees what a report makes of that."""

    gehuisvest: int = 20
    zonder_school: int = 3
    inkomsten: Decimal = Decimal("344926.00")
    gevraagd: list[Peiling] = field(default_factory=list)

    def hoofdstuk_huisvesting(self, peiling: Peiling) -> dict[str, Any]:
        self.gevraagd.append(peiling)
        op_tempo = Stand("goed", "Op tempo")
        return Inhoud(
            zin="In april vonden 5 mensen een woning.",
            stand=op_tempo,
            samenvatting=f"{self.gehuisvest} van 30 gehuisvest.",
            kern=[
                Kernwaarde(
                    naam="Gehuisvest", waarde=self.gehuisvest, van=30, bij="+5 in april", stand=op_tempo
                ),
                Kernwaarde(naam="Zonder school", waarde=Gevoelig(self.zonder_school), van=21),
            ],
            delen=[
                Grafiek(alt="Balk: 20 personen in april.", vega=grafiek(), bijschrift="Gehuisvest in april."),
                Tabel(
                    bijschrift="Taakstelling per periode",
                    kolommen=[Kolom("Periode"), Kolom("Opgave", getal=True), Kolom("Op"), Kolom("Stand")],
                    rijen=[
                        Rij("2016", [1066, date(2016, 12, 31), Stand("neutraal", "Afgesloten")]),
                        Rij("2017", [None, "", op_tempo], "som"),
                    ],
                    noot="In personen.",
                ),
                Tekst(["Dit is de toelichting van het hoofdstuk."]),
            ],
            bronnen=[Bron("Taakstelling 2016", "De inleiding noemt 51.")],
            begrippen=[Begrip("Op tempo", "Niet achter op de opgave.")],
            standen=[
                Verloop(
                    code="huisvesting.gehuisvest",
                    begin=15,
                    erbij=6,
                    eraf=21 - self.gehuisvest,
                    eind=self.gehuisvest,
                )
            ],
        ).als_json()

    def hoofdstuk_financien(self, _peiling: Peiling) -> dict[str, Any]:
        return Inhoud(
            zin="Van het budget is 17,5% besteed.",
            stand=Stand("let", "Let op"),
            samenvatting="Er is geld over.",
            kern=[Kernwaarde(naam="Besteed", waarde=Procent(Decimal("17.5")), bij="49.470,50 euro")],
            delen=[
                Tabel(
                    bijschrift="Inkomsten in euro",
                    kolommen=[Kolom("Jaar"), Kolom("Begroot", getal=True)],
                    rijen=[Rij("2017", [self.inkomsten])],
                )
            ],
            begrippen=[Begrip("Op tempo", "Een tweede keer.")],
        ).als_json()

    def register(self) -> Register:
        vers = Register()
        vers.registreer(
            Domein(
                code="huisvesting",
                label="Huisvesting",
                kerncijfers=[self._gehuisvest(), self._zonder_school()],
                hoofdstuk=Hoofdstuk(
                    code="huisvesting",
                    titel="Huisvesting",
                    volgorde=10,
                    rapporten=frozenset({"voortgang"}),
                    gegevens=self.hoofdstuk_huisvesting,
                    document=("taakstelling", _taakstelling),
                ),
            )
        )
        vers.registreer(
            Domein(
                code="financien",
                label="Financiën",
                kerncijfers=[self._inkomsten()],
                hoofdstuk=Hoofdstuk(
                    code="financien",
                    titel="Begroting",
                    volgorde=20,
                    rapporten=frozenset({"voortgang", "budget"}),
                    gegevens=self.hoofdstuk_financien,
                ),
            )
        )
        return vers

    def _gehuisvest(self) -> Kerncijfer:
        return Kerncijfer(
            code="huisvesting.gehuisvest",
            label="Gehuisveste personen",
            eenheid="personen",
            thema="huisvesting",
            definitie="Wie een woning kreeg.",
            waarde=lambda _peiling: self.gehuisvest,
            noemer=lambda _peiling: 30,
            doel=lambda _peiling: None,
            dossier_via="code",
            **_BRON,
        )

    def _zonder_school(self) -> Kerncijfer:
        return Kerncijfer(
            code="huisvesting.zonder_school",
            label="Kinderen zonder school",
            eenheid="kinderen",
            thema="onderwijs",
            definitie="Kinderen zonder plek.",
            waarde=lambda _peiling: self.zonder_school,
            gevoelig=True,
            **_BRON,
        )

    def _inkomsten(self) -> Kerncijfer:
        return Kerncijfer(
            code="financien.inkomsten",
            label="Inkomsten",
            eenheid="euro",
            thema="financien",
            definitie="Wat er binnenkomt.",
            waarde=lambda _peiling: self.inkomsten,
            **_BRON,
        )


_BRON = {"bron": "Plan 2017-2018", "rijen": lambda _peiling: Bronverschil.objects.all()}


def _taakstelling(peiling: Peiling) -> dict[str, str]:
    return {"schema": "taakstelling/1", "peildatum": peiling.peildatum.isoformat()}


@pytest.fixture
def werkelijkheid(monkeypatch: pytest.MonkeyPatch) -> Werkelijkheid:
    """The planted domains are the only ones while the test runs."""
    werkelijkheid = Werkelijkheid()
    vers = werkelijkheid.register()
    monkeypatch.setattr("rapportage.figures.register", vers)
    monkeypatch.setattr("rapportage.management.commands.kerncijfers.register", vers)
    return werkelijkheid


def maak_plan() -> Plan:
    Bronverschil.objects.create(
        code="opgave-2016",
        onderwerp="Taakstelling 2016",
        waarden=[{"bron": "inleiding", "waarde": "51"}, {"bron": "tabel", "waarde": "282666"}],
        verklaring="Wij rekenen met 66.",
    )
    return Plan.objects.create(
        kenmerk="Z/17/9410/26001", naam="Het plan", gemeente="Wassenaar", jaren=[2017, 2018], sha256="0" * 64
    )


@pytest.fixture
def plan(db: None) -> Plan:
    """The loaded plan, with one contradiction."""
    return maak_plan()


def maak_gebruiker(rol: str) -> Gebruiker:
    organisatie = (
        Organisatie.objects.create(naam="VluchtelingenWerk", rol="partner") if rol == Rol.PARTNER else None
    )
    return Gebruiker.objects.create_user(f"{rol}@wassenaar.example", rol=rol, organisatie=organisatie)


@pytest.fixture
def coordinator(db: None) -> Gebruiker:
    return maak_gebruiker(Rol.COORDINATOR)


@pytest.fixture
def geteld(monkeypatch) -> list[int]:
    """Rendering replaced by its count; the versions that were rendered."""
    versies: list[int] = []

    def pdf(inhoud):
        versies.append(inhoud["versie"])
        return PDF + str(inhoud["versie"]).encode()

    monkeypatch.setattr(actions.weergave, "pdf", pdf)
    return versies


def vraag(maand: date = APRIL, vandaag: date = VANDAAG, **rest) -> Rapport:
    return actions.vraag_aan("voortgang", maand=maand, vandaag=vandaag, **rest)
