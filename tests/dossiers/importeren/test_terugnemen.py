"""Taking an import of persons back: what goes, what stays, and who is named."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from dossiers.actions import wijs_toe
from dossiers.models import Contactmoment, Gezin, Gezinslid, Regie, Statushouder, Vestiging
from kern.register import register
from tests.dossiers.factories import RegieFactory, StatushouderFactory
from tests.dossiers.importeren.conftest import OP, VNUMMER, persoon
from tests.toegang.factories import GebruikerFactory
from uitwisseling import actions

pytestmark = pytest.mark.django_db


def terug(uitslag):
    return actions.maak_ongedaan(uitslag.inlezing, gebruiker=None, op=OP)


def wie(nummer: int) -> Statushouder:
    return Statushouder.objects.get(vnummer=persoon(nummer)["vnummer"])


def test_alles_gaat_weg_en_de_geschiedenis_blijft(importeer):
    uitslag = importeer(*(persoon(n, gezin="A", gevestigd_op="28-03-2017") for n in range(3)))
    vooraf = actions.terugneembaar(uitslag.inlezing)
    assert (vooraf.verdwijnt, vooraf.hersteld, vooraf.behouden) == (13, 0, [])
    assert terug(uitslag) == vooraf
    for model in (Statushouder, Gezin, Gezinslid, Vestiging, Regie):
        assert not model.objects.exists()
        assert set(model.pgh_event_model.objects.values_list("pgh_label", flat=True)) == {"nieuw", "weg"}
    importeer(persoon(1))
    assert wie(1).nummer == "D-17-0004"


def test_vooraf_kijken_verandert_niets(importeer):
    uitslag = importeer(persoon())
    actions.terugneembaar(uitslag.inlezing)
    assert Statushouder.objects.exists()
    assert terug(uitslag).verdwijnt == 4


def test_wie_iemand_anders_aanraakte_blijft_met_gezin_en_regie(importeer):
    uitslag = importeer(*(persoon(n, gezin="A", gevestigd_op="28-03-2017") for n in range(2)))
    Contactmoment.objects.create(statushouder=wie(1), op=OP, tekst="Gebeld.")
    [blijft] = terug(uitslag).behouden
    assert (blijft.rij, blijft.dossier) == (3, "D-17-0002")
    assert Statushouder.objects.get() == wie(1)
    assert Gezinslid.objects.get().gezin == Gezin.objects.get()
    assert (Regie.objects.count(), Vestiging.objects.count()) == (1, 1)


def test_een_lid_dat_er_later_bij_kwam_houdt_het_gezin(importeer):
    uitslag = importeer(persoon(1))
    later = StatushouderFactory()
    Gezinslid.objects.create(gezin=Gezin.objects.get(), statushouder=later, rol="kind", van=OP)
    [blijft] = terug(uitslag).behouden
    assert "gezin" in blijft.wat
    assert Gezinslid.objects.get().statushouder == later


def test_een_veld_dat_iemand_daarna_wijzigde_blijft_en_de_rest_gaat_terug(importeer):
    importeer(persoon(opvang="azc", nationaliteit="Syrische"))
    uitslag = importeer(persoon(opvang="kso", nationaliteit="Iraakse", achternaam="Anders"))
    Statushouder.objects.update(opvang="kwv")
    [blijft] = terug(uitslag).behouden
    assert (blijft.dossier, blijft.wat) == ("D-17-0001", "Opvang")
    persoon_ = Statushouder.objects.get()
    assert (persoon_.opvang, persoon_.nationaliteit, persoon_.achternaam) == ("kwv", "Syrische", "Haddad0")


def test_na_herstel_kloppen_de_zoeksleutels_en_weten_de_anderen_het(importeer, monkeypatch):
    importeer(persoon(1, achternaam="Tekle"))
    voor = Statushouder.objects.get().zoeksleutels
    uitslag = importeer(persoon(1, achternaam="Kidane"))
    assert Statushouder.objects.get().zoeksleutels != voor
    gemeld: list[list[str]] = []
    monkeypatch.setattr(
        register, "_bijwerker", lambda rijen: gemeld.append([rij.achternaam for rij in rijen])
    )
    terug(uitslag)
    assert Statushouder.objects.get().zoeksleutels == voor
    assert gemeld == [["Tekle"]]


def test_wat_de_databank_niet_terug_wil_blijft(importeer):
    """A later spell took the days that the old, open one had."""
    importeer(persoon(1, gevestigd_op="01-02-2016"), persoon(2, gevestigd_op="01-02-2016"))
    uitslag = importeer(*(persoon(n, gevestigd_op="01-02-2016", vertrokken_op="01-06-2016") for n in (1, 2)))
    Vestiging.objects.create(statushouder=wie(1), van=date(2017, 3, 28))
    [blijft] = terug(uitslag).behouden
    assert (blijft.rij, blijft.dossier) == (2, wie(1).nummer)
    assert Vestiging.objects.get(statushouder=wie(1), van=date(2016, 2, 1)).tot == date(2016, 6, 1)
    assert Vestiging.objects.get(statushouder=wie(2)).tot is None


def test_een_nieuwe_regisseur_gaat_terug_tenzij_er_alweer_een_ander_is(importeer):
    eerste, tweede, derde = (GebruikerFactory() for _ in range(3))
    for nummer in (1, 2):
        dossier = StatushouderFactory(
            vnummer=str(int(VNUMMER) + nummer), achternaam=f"Haddad{nummer}", regie=None
        )
        RegieFactory(statushouder=dossier, regisseur=eerste, van=date(2017, 1, 1))
    uitslag = importeer(*(persoon(nummer, regisseur=tweede.email) for nummer in (1, 2)))
    wijs_toe([wie(1)], regisseur=derde, van=date(2017, 5, 2))
    terug(uitslag)
    assert list(wie(2).regie.values_list("regisseur", "tot")) == [(eerste.pk, None)]
    assert list(wie(1).regie.order_by("van").values_list("regisseur", flat=True)) == [
        eerste.pk,
        tweede.pk,
        derde.pk,
    ]


def test_een_geruild_hoofd_ruilt_terug(importeer):
    importeer(persoon(1, gezin="A", rol="hoofd"), persoon(2, gezin="A", rol="partner"))
    uitslag = importeer(persoon(1, gezin="A", rol="partner"), persoon(2, gezin="A", rol="hoofd"))
    assert terug(uitslag).behouden == []
    assert [lid.rol for lid in Gezinslid.objects.order_by("pk")] == ["hoofd", "partner"]


def test_twee_keer_terugnemen_en_wat_niet_is_opgeslagen(importeer):
    uitslag = importeer(persoon())
    terug(uitslag)
    with pytest.raises(ValidationError, match="al ongedaan"):
        terug(uitslag)
    proef = importeer(persoon(), proef=True).inlezing
    proef.save()
    with pytest.raises(ValidationError, match="niets opgeslagen"):
        actions.maak_ongedaan(proef, gebruiker=None, op=OP)
