"""When a server that nobody uses ends."""

import pytest

from wassenaar_integratie.lokaal.wacht import Stilte


@pytest.mark.parametrize(("nu", "voorbij"), [(1599.9, False), (1600.0, True), (1600.1, True)])
def test_na_precies_tien_minuten_stilte(nu, voorbij):
    assert Stilte(600, nu=1000, teken=1).voorbij(nu) is voorbij


@pytest.mark.parametrize(("klanten", "teken", "telt"), [(0, 1, False), (1, 1, True), (0, 2, True)])
def test_een_klant_of_een_korte_opdracht_begint_de_stilte_opnieuw(klanten, teken, telt):
    stilte = Stilte(600, nu=1000, teken=1)
    stilte.zie(nu=1500, klanten=klanten, teken=teken)
    assert stilte.voorbij(1600) is not telt
    assert stilte.voorbij(2100)


def test_hetzelfde_merk_telt_een_keer():
    stilte = Stilte(600, nu=1000, teken=1)
    for nu in (1500, 1505, 1510):
        stilte.zie(nu=nu, klanten=0, teken=2)
    assert stilte.voorbij(2100)
    assert not stilte.voorbij(2099)
