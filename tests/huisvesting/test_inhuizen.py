"""Who may move in, as pure rules: compared day by day with counting by hand."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from huisvesting.rules import Inhuizing, Omgeving, Verblijf, Woningfeiten, bezwaren, hoogste_bezetting

BEGIN = date(2017, 1, 1)


def dag(nummer: int) -> date:
    return BEGIN + timedelta(days=nummer)


@st.composite
def verblijf(draw) -> Verblijf:
    van = draw(st.integers(0, 10))
    duur = draw(st.one_of(st.none(), st.integers(1, 6)))
    return Verblijf(dag(van), None if duur is None else dag(van + duur))


def bezet_op(verblijven, op: date) -> int:
    return sum(een.loopt_op(op) for een in verblijven)


@given(st.lists(verblijf()), verblijf())
def test_de_hoogste_bezetting_is_die_van_de_volste_dag(verblijven, tijd):
    dagen = [dag(nummer) for nummer in range(20) if tijd.loopt_op(dag(nummer))]
    assert hoogste_bezetting(verblijven, tijd) == max(bezet_op(verblijven, op) for op in dagen)


@given(verblijf(), verblijf())
def test_overlappen_is_een_dag_delen(een, ander):
    samen = any(een.loopt_op(dag(n)) and ander.loopt_op(dag(n)) for n in range(20))
    assert een.overlapt(ander) == ander.overlapt(een) == samen


@given(st.lists(st.tuples(st.integers(1, 3), verblijf()), max_size=8), st.integers(1, 2))
def test_wat_niet_geweigerd_wordt_past_samen_en_wat_geweigerd_wordt_niet(rijen, capaciteit):
    """After all refusals no day is too full and nobody lives twice; and no row is refused for nothing."""
    inhuizingen = [Inhuizing(persoon=wie, woning=1, van=tijd.van, tot=tijd.tot) for wie, tijd in rijen]
    omgeving = Omgeving(
        woningen={1: Woningfeiten(capaciteit=capaciteit)},
        in_woning={1: {}},
        van_persoon={1: {}, 2: {}, 3: {}},
    )
    geweigerd = {bezwaar.nummer for bezwaar in bezwaren(inhuizingen, omgeving)}
    binnen = [een for nummer, een in enumerate(inhuizingen) if nummer not in geweigerd]

    def past(rijen: list[Inhuizing]) -> bool:
        per_persoon = all(
            bezet_op([een.verblijf for een in rijen if een.persoon == wie], dag(n)) <= 1
            for wie in (1, 2, 3)
            for n in range(20)
        )
        return per_persoon and all(
            bezet_op([een.verblijf for een in rijen], dag(n)) <= capaciteit for n in range(20)
        )

    assert past(binnen)
    if geweigerd:
        eerste = min(geweigerd)
        assert not past([*inhuizingen[:eerste], inhuizingen[eerste]])


def test_een_andere_einddatum_telt_in_de_plaats_van_de_oude():
    """The stored placement makes room for its own change, and comes back where that is refused."""
    omgeving = Omgeving(
        woningen={1: Woningfeiten(capaciteit=1)},
        in_woning={1: {7: Verblijf(dag(0))}},
        van_persoon={1: {7: Verblijf(dag(0))}, 2: {}},
    )
    korter = Inhuizing(persoon=1, woning=1, van=dag(0), tot=dag(5), plaatsing=7)
    ander = Inhuizing(persoon=2, woning=1, van=dag(5))
    assert bezwaren([ander, korter], omgeving) == []
    assert [bezwaar.code for bezwaar in bezwaren([ander], omgeving)] == ["woning_vol"]
