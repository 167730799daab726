"""The orders of the list: who stands where, what "sinds" says, and an index under each."""

import json
from datetime import date

import pytest
from django.db import connection

from dossiers import figures
from dossiers.models import Statushouder
from kern.sleutelbladeren import Plaats, blad
from tests.dossiers.factories import StatushouderFactory, VestigingFactory
from tests.dossiers.lijst.conftest import VANDAAG
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db

SINDS = {
    "gevestigd": date(2017, 3, 28),
    "terug": date(2016, 2, 1),
    "weg": date(2016, 12, 31),
    "twee_keer_weg": date(2015, 4, 1),
    "straks": None,
    "gekoppeld": date(2017, 4, 24),
    "vandaag_gekoppeld": VANDAAG,
    "morgen_gekoppeld": None,
    "nareiziger": None,
    "onbekend": None,
    "alleen_jaar": None,
}


def lijst():
    return figures.lijst(GebruikerFactory(), VANDAAG)


def op_volgorde(naam: str, per_blad: int = 3, *, met_koppeldag: bool = True) -> list[int]:
    """The whole list in this order, page by page."""
    rijen, gezien, plaats = lijst(), [], Plaats()
    if not met_koppeldag:
        rijen = figures.met_rij(Statushouder.objects.all(), VANDAAG, met_koppeldag=False)
    volgorde = figures.volgordes(VANDAAG, met_koppeldag=met_koppeldag)[naam]
    for _ in range(30):
        hier = blad(rijen, rijen, volgorde, plaats, per_blad=per_blad)
        gezien += hier.rijen
        if not hier.volgende:
            return [rij.pk for rij in gezien]
        plaats = Plaats(na=hier.rijen[-1].sleutel)
    raise AssertionError("geen einde")


def test_sinds_is_de_dag_waarop_de_status_begon(allerlei):
    gevonden = dict(lijst().values_list("pk", "sinds"))
    assert {naam: gevonden[persoon.pk] for naam, persoon in allerlei.items()} == SINDS


def namen(allerlei, pks: list[int]) -> list[str]:
    van_pk = {persoon.pk: naam for naam, persoon in allerlei.items()}
    return [van_pk[pk] for pk in pks]


def test_op_sinds_staan_alle_statussen_door_elkaar_en_wie_geen_dag_heeft_achteraan(allerlei):
    met_dag = sorted((naam for naam, dag in SINDS.items() if dag), key=SINDS.__getitem__)
    zonder = [naam for naam in namen(allerlei, op_volgorde("persoon")) if SINDS[naam] is None]
    assert namen(allerlei, op_volgorde("sinds")) == [*met_dag, *zonder]
    assert namen(allerlei, op_volgorde("-sinds")) == [*reversed(met_dag), *zonder]


def test_zonder_de_koppeldag_staat_wie_is_gekoppeld_achteraan_op_naam(allerlei):
    """A partner is not told that day: between two days that are shown it would be guessed."""
    gekoppeld = {"gekoppeld", "vandaag_gekoppeld"}
    met_dag = sorted((n for n, dag in SINDS.items() if dag and n not in gekoppeld), key=SINDS.__getitem__)
    zonder = [n for n in namen(allerlei, op_volgorde("persoon")) if n not in met_dag]
    for naam, eerst in (("sinds", met_dag), ("-sinds", met_dag[::-1])):
        assert namen(allerlei, op_volgorde(naam, met_koppeldag=False)) == [*eerst, *zonder]


def test_op_leeftijd_begint_de_jongste_en_wie_geen_datum_heeft_staat_achteraan(allerlei):
    jong = StatushouderFactory(geboren_vroegst=date(2017, 4, 30), geboren_laatst=date(2017, 4, 30))
    heen, terug = op_volgorde("leeftijd"), op_volgorde("-leeftijd")
    assert heen[:2] == [jong.pk, allerlei["alleen_jaar"].pk]
    assert heen[-1] == terug[-1] == allerlei["onbekend"].pk
    assert terug[:-1] == heen[-2::-1]


def test_op_naam_zonder_accenten_en_hoofdletters():
    pks = {
        naam: StatushouderFactory(achternaam=naam).pk for naam in ("Zaak", "École", "echt", "Aap", "de Vries")
    }
    op_naam = {pk: naam for naam, pk in pks.items()}
    assert [op_naam[pk] for pk in op_volgorde("persoon")] == ["Aap", "de Vries", "echt", "École", "Zaak"]
    assert op_volgorde("-persoon") == op_volgorde("persoon")[::-1]


@pytest.mark.usefixtures("allerlei")
@pytest.mark.parametrize("naam", ["persoon", "-persoon", "leeftijd", "-leeftijd", "sinds", "-sinds"])
def test_elke_volgorde_toont_iedereen_een_keer(naam):
    VestigingFactory(van=date(2017, 1, 1), tot=date(2017, 1, 1))  # came and left on one day
    dubbel = VestigingFactory(van=date(2017, 2, 1), tot=date(2017, 2, 1)).statushouder
    VestigingFactory(statushouder=dubbel, van=date(2017, 2, 1))  # and came again on it
    gevonden = op_volgorde(naam)
    assert sorted(gevonden) == sorted(lijst().values_list("pk", flat=True))


# The index of each part of an order, in the order of its parts.
INDEXEN = {
    "persoon": ["statushouder_op_naam"],
    "leeftijd": ["statushouder_op_geboren"],
    "sinds": ["vestiging_op_van", "vestiging_op_tot", "statushouder_op_koppeldatum"],
}


def knopen(knoop: dict) -> list[dict]:
    """The nodes that the rows themselves pass; not those of a column that is computed for each row shown."""
    onder = [deel for deel in knoop.get("Plans", []) if deel["Parent Relationship"] in {"Outer", "Inner"}]
    return [knoop, *(diep for deel in onder for diep in knopen(deel))]


def plannen(naam: str, na: Statushouder) -> list[list[dict]]:
    """What the database does for each part of this order, from a row on, when reading all is no choice."""
    volgorde, rijen = figures.volgordes(VANDAAG)[naam], lijst()
    reeks = volgorde.reeksen[0].omgekeerd() if volgorde.achterstevoren else volgorde.reeksen[0]
    waarden = reeks.waarden(rijen.get(pk=na.pk))
    with connection.cursor() as cursor:
        # what a former test counted stays where its rows went, and another number gives another plan
        cursor.execute("ANALYZE dossiers_statushouder, dossiers_vestiging")
        for anders in ("seqscan", "sort", "incremental_sort", "bitmapscan", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{anders} = off")
    uitleg = [reeks.vraag(deel, rijen, waarden)[:51].explain(format="json") for deel in reeks.delen]
    return [knopen(json.loads(plan)[0]["Plan"]) for plan in uitleg]


@pytest.mark.parametrize("naam", ["persoon", "-persoon", "leeftijd", "-leeftijd", "sinds", "-sinds"])
def test_elk_deel_leest_zijn_index_vanaf_de_plaats_en_sorteert_niets(allerlei, naam):
    verwacht = INDEXEN[naam.removeprefix("-")]
    for plan, index in zip(plannen(naam, allerlei["gevestigd"]), verwacht, strict=True):
        assert not {"Sort", "Incremental Sort", "Seq Scan"} & {knoop["Node Type"] for knoop in plan}
        [lezing] = [knoop for knoop in plan if knoop.get("Index Name") == index]
        assert "ROW(" in lezing["Index Cond"]
