"""Paging from a row on: every row once, in order, both ways; and words that never claim too much."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.http import QueryDict

from dossiers.models import Statushouder
from kern.sleutelbladeren import Aantal, Adres, Blad, Plaats, blad, tel
from kern.volgorde import Deel, Reeks, Volgorde, heen_en_terug
from tests.dossiers.factories import StatushouderFactory

OP_NAAM = Volgorde((Reeks(("sorteernaam", "id"), (Deel(("sorteernaam", "id")),)),))


def _oud(rijen):
    return rijen.filter(geboren_vroegst__lt=date(1980, 1, 10))


def _jong(rijen):
    return rijen.filter(geboren_vroegst__gte=date(1980, 1, 10))


def _onbekend(rijen):
    return rijen.filter(geboren_vroegst=None)


# Two parts that are merged, then the rows without a value.
OP_GEBOREN = Volgorde(
    (
        Reeks(
            ("geboren_vroegst", "id"),
            (Deel(("geboren_vroegst", "id"), _oud), Deel(("geboren_vroegst", "id"), _jong)),
        ),
        Reeks(("sorteernaam", "id"), (Deel(("sorteernaam", "id"), _onbekend),)),
    )
)
VOLGORDES = {**heen_en_terug("naam", OP_NAAM), **heen_en_terug("geboren", OP_GEBOREN)}


def verwacht(naam: str) -> list[int]:
    """The order, made by Python."""
    rijen = list(Statushouder.objects.all())
    if naam.endswith("naam"):
        gesorteerd = sorted(rijen, key=lambda rij: (rij.sorteernaam, rij.pk))
    else:
        met = [rij for rij in rijen if rij.geboren_vroegst]
        zonder = [rij for rij in rijen if not rij.geboren_vroegst]
        gesorteerd = [
            *sorted(met, key=lambda rij: (rij.geboren_vroegst, rij.pk)),
            *sorted(zonder, key=lambda rij: (rij.sorteernaam, rij.pk)),
        ]
    pks = [rij.pk for rij in gesorteerd]
    return pks[::-1] if naam.startswith("-") else pks


def vraag_blad(volgorde: Volgorde, per_blad: int, **plaats: str) -> Blad:
    alle = Statushouder.objects.all()
    return blad(alle, alle, volgorde, Plaats.van(QueryDict(mutable=True) | plaats), per_blad=per_blad)


def pks(gevonden: Blad) -> list[int]:
    return [rij.pk for rij in gevonden.rijen]


@pytest.fixture
def mensen(db):
    """17 persons: the same names and birth dates more than once, and some without a date."""
    for nummer in range(17):
        dag = date(1980, 1, 1) + timedelta(days=nummer * 5 % 20) if nummer % 4 else None
        StatushouderFactory(achternaam=f"Haddad {nummer % 3}", geboren_vroegst=dag, geboren_laatst=dag)


@pytest.mark.usefixtures("mensen")
@pytest.mark.parametrize("naam", VOLGORDES)
@pytest.mark.parametrize("per_blad", [1, 4, 16, 17, 18])
class TestHeenEnTerug:
    def test_vooruit_komt_elke_rij_een_keer_in_volgorde(self, naam, per_blad):
        gezien, hier = [], vraag_blad(VOLGORDES[naam], per_blad)
        assert not hier.vorige
        for _ in range(20):
            gezien += pks(hier)
            assert len(hier.rijen) <= per_blad
            if not hier.volgende:
                break
            hier = vraag_blad(VOLGORDES[naam], per_blad, na=str(hier.rijen[-1].sleutel))
            assert hier.vorige
        assert gezien == verwacht(naam)

    def test_terug_van_het_eind_af_ook(self, naam, per_blad):
        alle = verwacht(naam)
        laatste = Statushouder.objects.get(pk=alle[-1])
        gezien, hier = [laatste.pk], vraag_blad(VOLGORDES[naam], per_blad, voor=str(laatste.sleutel))
        for _ in range(20):
            if not hier.vorige:
                break
            assert len(hier.rijen) == per_blad
            assert hier.volgende
            gezien = pks(hier) + gezien
            hier = vraag_blad(VOLGORDES[naam], per_blad, voor=str(hier.rijen[0].sleutel))
        # the first page is always a full one, so it may overlap what was seen
        assert pks(hier) == alle[:per_blad]
        assert gezien[-len(alle) :] == alle[len(alle) - len(gezien) :]
        assert set(pks(hier)) | set(gezien) == set(alle)


@pytest.mark.usefixtures("mensen")
class TestPlaats:
    @pytest.mark.parametrize("richting", ["na", "voor"])
    @pytest.mark.parametrize(
        "sleutel", ["8b7c8b57-3b50-422a-98a0-928f01b8484a", "geen-sleutel", "\x00", "", "١٢"]
    )
    def test_wie_er_niet_meer_is_geeft_de_eerste_bladzijde(self, richting, sleutel):
        hier = vraag_blad(OP_NAAM, 5, **{richting: sleutel, "regel": "11"})
        assert (pks(hier), hier.vorige, hier.begin) == (verwacht("naam")[:5], False, 1)

    def test_na_de_laatste_rij_komt_de_eerste_bladzijde(self):
        laatste = Statushouder.objects.get(pk=verwacht("naam")[-1])
        assert pks(vraag_blad(OP_NAAM, 5, na=str(laatste.sleutel))) == verwacht("naam")[:5]

    def test_een_rij_die_niet_meer_bij_het_filter_past_is_nog_steeds_een_plaats(self):
        alle = Statushouder.objects.all()
        vijfde = alle.get(pk=verwacht("naam")[4])
        plaats = Plaats(na=vijfde.sleutel)
        hier = blad(alle.exclude(pk=vijfde.pk), alle, OP_NAAM, plaats, per_blad=3)
        assert pks(hier) == verwacht("naam")[5:8]

    def test_wie_buiten_alles_valt_wat_te_zien_is_verraadt_niets(self):
        alle = Statushouder.objects.all()
        vijfde = alle.get(pk=verwacht("naam")[4])
        zonder = alle.exclude(pk=vijfde.pk)
        hier = blad(zonder, zonder, OP_NAAM, Plaats(na=vijfde.sleutel), per_blad=3)
        assert (pks(hier), hier.vorige) == (verwacht("naam")[:3], False)

    @pytest.mark.parametrize(
        ("tekst", "nummer"),
        [("2", 2), ("1", None), ("0", None), ("-5", None), ("1e3", None), ("٣", None), ("9" * 10, None)],
    )
    def test_een_regelnummer(self, tekst, nummer):
        assert Plaats.van(QueryDict(mutable=True) | {"regel": tekst}).regel == nummer

    def test_een_rij_zonder_plek_in_de_volgorde_is_een_fout(self):
        zonder = Statushouder.objects.filter(geboren_vroegst=None)[0]
        with pytest.raises(ValueError, match="buiten elke reeks"):
            Volgorde(OP_GEBOREN.reeksen[:1]).plek(zonder)

    def test_zoveel_vragen_als_delen_een_voor_de_plaats_en_een_voor_de_rijen(self, django_assert_num_queries):
        eerste = Statushouder.objects.get(pk=verwacht("geboren")[0])
        with django_assert_num_queries(3):
            vraag_blad(OP_NAAM, 5, na=str(eerste.sleutel))
        with django_assert_num_queries(4):
            vraag_blad(OP_GEBOREN, 5, na=str(eerste.sleutel))


class TestTellen:
    @pytest.mark.usefixtures("mensen")
    @pytest.mark.parametrize(
        ("hoogstens", "aantal"), [(16, Aantal(16, precies=False)), (17, Aantal(17)), (18, Aantal(17))]
    )
    def test_niet_verder_dan_nodig(self, hoogstens, aantal):
        alle = Statushouder.objects.all()
        assert tel(alle, hoogstens=hoogstens) == aantal
        assert tel(alle, hoogstens=hoogstens, precies=True) == Aantal(17)

    def test_in_woorden(self):
        assert [str(Aantal(1250)), str(Aantal(1000, precies=False))] == ["1.250", "meer dan 1.000"]

    @pytest.mark.parametrize(
        ("hier", "aantal", "tekst"),
        [
            (Blad([0] * 9), Aantal(9), "Regel 1 tot en met 9 van 9."),
            (Blad([0] * 50, volgende=True), Aantal(101), "Regel 1 tot en met 50 van 101."),
            (
                Blad([0] * 50, vorige=True, volgende=True, begin=51),
                Aantal(1000, precies=False),
                "Regel 51 tot en met 100 van meer dan 1.000.",
            ),
            # the last page knows its number, whatever the address says
            (Blad([0], vorige=True, begin=77), Aantal(101), "Regel 101 tot en met 101 van 101."),
            (Blad([0] * 50, vorige=True, volgende=True, begin=None), Aantal(201), "50 regels van 201."),
            # the list became shorter, or somebody made the number up
            (Blad([0] * 50, vorige=True, volgende=True, begin=151), Aantal(200), "50 regels van 200."),
            (
                Blad([0] * 50, vorige=True, volgende=True, begin=150),
                Aantal(200),
                "Regel 150 tot en met 199 van 200.",
            ),
            (
                Blad([0] * 3, vorige=True, begin=None),
                Aantal(1000, precies=False),
                "3 regels van meer dan 1.000.",
            ),
        ],
    )
    def test_waar_dit_is(self, hier, aantal, tekst):
        assert hier.tekst(aantal) == tekst


class TestAdres:
    def test_filters_blijven_en_de_plaats_niet(self):
        vraag = QueryDict(f"stand=gevestigd&komst=&na={UUID(int=1)}&regel=51&naam=Haddad&sorteer=-sinds")
        adres = Adres(vraag, Adres(vraag).gekend | {"stand", "komst"})
        assert adres() == "?stand=gevestigd&sorteer=-sinds"
        assert adres(stand="") == "?sorteer=-sinds"
        assert adres(voor="x") == "?stand=gevestigd&sorteer=-sinds&voor=x"
