"""Ten thousand random orders of entries, allocations, changes, commitments and reversals, to the cent.

Each order is a world with lines of its own, and all of them live in one database: one statement of the
reconciliation answers for all, beside an oracle that knows no SQL. By rows nothing but the guards of the
database looks; a few hundred orders go through the actions, and are looked at after every act.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import connection

from financien.figures import aansluiting, bereken, grootboek_sluit
from financien.models import Verplichting, Wijzigingsregel
from tests.financien.factories import PlanFactory
from tests.financien.volgorde.uitvoeren import Mensen, Rijen, maak_werelden
from tests.financien.volgorde.wereld import NUL, Daad, Stand, Wereld
from tests.toegang.factories import GebruikerFactory

# Each act is committed, as outside a test: what the database looks at by then is looked at.
pytestmark = pytest.mark.django_db(transaction=True)
PEILDATA = (date(2017, 2, 28), date(2017, 12, 31))
STAPPEN = 8
Uitvoering = Callable[[Sequence[Daad]], list[Daad]]


def speel(werelden: list[Wereld], voer_uit: Uitvoering, stappen: int = STAPPEN) -> list[Daad]:
    """Every world does so many acts, in waves. Those that were not refused and should have been."""
    return [toch for _ in range(stappen) for toch in voer_uit([wereld.daad() for wereld in werelden])]


def verschillen(werelden: list[Wereld], op: date) -> list[str]:
    """What the reconciliation says otherwise than the oracle at the end of this day."""
    stand = bereken(op)
    gevonden = {
        regel.code: Stand(regel.budget, regel.geboekt, regel.verplicht, regel.vrij) for regel in stand.regels
    }
    fout = [
        f"{code}: {gevonden.get(code)} is niet {verwacht}"
        for wereld in werelden
        for code in wereld.codes
        if gevonden.get(code) != (verwacht := wereld.stand(code, op))
    ]
    stukken = [stuk for wereld in werelden for stuk in wereld.stukken if stuk.dag <= op]
    boek = stand.grootboek
    totalen = {
        "grootboek": (boek.som, sum((stuk.bedrag for stuk in stukken), NUL)),
        "los": (boek.los, sum((stuk.bedrag for stuk in stukken if not stuk.delen), NUL)),
        "gekoppeld": (boek.aangesloten, sum((stuk.bedrag for stuk in stukken if stuk.delen), NUL)),
        "samen": (boek.som, boek.aangesloten + boek.los),
    }
    fout += [f"{naam}: {is_} is niet {moet}" for naam, (is_, moet) in totalen.items() if is_ != moet]
    return fout


def niets_scheelt(werelden: list[Wereld]) -> None:
    for op in PEILDATA:
        assert verschillen(werelden, op)[:5] == []


@pytest.fixture
def door() -> Iterator[object]:
    PlanFactory()
    return GebruikerFactory(rol="financien")


def test_tienduizend_volgordes_sluiten_op_de_cent(door):
    werelden = maak_werelden(10_000, zaad=1)
    assert speel(werelden, Rijen(door)) == []
    niets_scheelt(werelden)
    assert grootboek_sluit().aantal == 0
    for soort in (_koppelingen, _los, _via_een_belofte, _terug):
        assert sum(map(soort, werelden)) > 1_000, soort.__name__


def test_door_mensen_sluit_het_na_elke_daad(door):
    werelden = maak_werelden(200, zaad=2)
    voer_uit = Mensen(door)
    for _ in range(STAPPEN):
        assert speel(werelden, voer_uit, 1) == []
        niets_scheelt(werelden)
    assert grootboek_sluit().aantal == 0


def _koppelingen(wereld: Wereld) -> int:
    return sum(len(stuk.delen) > 1 for stuk in wereld.stukken)


def _los(wereld: Wereld) -> int:
    return sum(not stuk.delen for stuk in wereld.stukken)


def _via_een_belofte(wereld: Wereld) -> int:
    return sum(deel.belofte is not None for stuk in wereld.stukken for deel in stuk.delen)


def _terug(wereld: Wereld) -> int:
    return sum(stuk.bedrag < 0 for stuk in wereld.stukken)


# Pieces of the statement, and what makes them wrong.
STUK = [
    ("WHERE t.ongedaan_op IS NULL AND b.", "WHERE b."),
    ("WHERE t.ongedaan_op IS NULL AND b.", "WHERE t.bedrag > 0 AND t.ongedaan_op IS NULL AND b."),
    ("b.boekdatum <= %(op)s GROUP", "b.boekdatum < %(op)s GROUP"),
    ("FROM financien_boeking WHERE boekdatum <= %(op)s", "FROM financien_boeking"),
    ("FROM financien_boeking b WHERE b.boekdatum <= %(op)s AND NOT", "FROM financien_boeking b WHERE NOT"),
    ("t.boeking_id = b.id AND t.ongedaan_op IS NULL", "t.boeking_id = b.id"),
    ("WHERE w.op <= %(op)s", "WHERE w.op < %(op)s"),
    ("WHERE w.op <= %(op)s", "WHERE true"),
    ("greatest(v.bedrag - coalesce(u.bedrag, 0), 0)", "v.bedrag - coalesce(u.bedrag, 0)"),
    ("greatest(v.bedrag - coalesce(u.bedrag, 0), 0)", "v.bedrag"),
    ("v.aangegaan_op <= %(op)s", "v.aangegaan_op < %(op)s"),
    ("v.beeindigd_op > %(op)s", "v.beeindigd_op >= %(op)s"),
]


def test_een_fout_in_de_vraag_blijkt(door, monkeypatch):
    """The control: whatever piece of the statement is wrong, some order tells."""
    werelden = maak_werelden(300, zaad=3)
    assert speel(werelden, Rijen(door)) == []
    niets_scheelt(werelden)
    vraag = aansluiting._VRAAG
    for goed, fout in STUK:
        assert goed in vraag
        monkeypatch.setattr(aansluiting, "_VRAAG", vraag.replace(goed, fout))
        assert any(verschillen(werelden, op) for op in PEILDATA), fout


def _trigger(model: type, naam: str) -> str:
    [trigger] = [een for een in model._meta.triggers if een.name == naam]  # type: ignore[attr-defined]
    return str(trigger.get_pgid(model))


@contextmanager
def zonder(tabel: str, trigger: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER {trigger}")
        try:
            yield
        finally:
            cursor.execute(f"ALTER TABLE {tabel} ENABLE TRIGGER {trigger}")


WACHTEN = {
    "koppel": ("financien_toedeling", "toedeling_som"),
    "beloof": ("financien_verplichting", _trigger(Verplichting, "verplichting_binnen_budget")),
    "herzie": ("financien_verplichting", _trigger(Verplichting, "verplichting_binnen_budget")),
    "besluit": ("financien_wijzigingsregel", _trigger(Wijzigingsregel, "wijzigingsregel_binnen_budget")),
}


@pytest.mark.parametrize("wat", WACHTEN)
def test_zonder_wacht_lukt_wat_niet_mag(door, wat):
    """The control: with a guard switched off, what it guards against is done."""
    werelden = maak_werelden(60, zaad=4)
    with zonder(*WACHTEN[wat]):
        assert wat in {daad.wat for daad in speel(werelden, Rijen(door))}
