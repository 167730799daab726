"""Files that are kept encrypted, a piece at a time."""

import pytest

from kern import kluis
from kern.velden import Sleutelfout


@pytest.mark.parametrize("stukken", [[], [b""], [b"een"], [b"een\n", b"twee" * 1000, b"\x00\xff"]])
def test_heen_en_terug(stukken):
    dicht = list(kluis.versleutel(stukken))
    assert list(kluis.ontsleutel(dicht)) == stukken
    assert not any(stuk and stuk in b"".join(dicht) for stuk in stukken)


def test_met_een_andere_sleutel_is_het_een_fout(settings):
    dicht = list(kluis.versleutel([b"geheim"]))
    settings.BSN_SLEUTEL = "een heel andere sleutel"
    with pytest.raises(Sleutelfout):
        list(kluis.ontsleutel(dicht))


def test_wat_veranderd_is_is_een_fout():
    [regel] = kluis.versleutel([b"geheim"])
    with pytest.raises(Sleutelfout):
        list(kluis.ontsleutel([regel[:-5] + b"AAAA\n"]))
