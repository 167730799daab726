"""Kinship: from both sides, with whom the user may see, and only what can be."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from dossiers import actions, figures
from dossiers.models import Relatie, Relatiesoort
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
VAN = date(2017, 1, 1)
OUDER, VOOGD = Relatiesoort.OUDER, Relatiesoort.VOOGD


def geboren(vroegst: date | None, laatst: date | None = None, **anders):
    return StatushouderFactory(geboren_vroegst=vroegst, geboren_laatst=laatst or vroegst, **anders)


class TestVastleggen:
    @pytest.mark.parametrize(
        ("soort", "verwacht"),
        [("voogd", ("zelf", "ander", "voogd")), ("pupil", ("ander", "zelf", "voogd"))],
    )
    def test_van_beide_kanten_met_een_dossiernummer(self, client, ik, persoon, soort, verwacht):
        ander = StatushouderFactory(nummer="D-17-0042")
        data = {"nummer": " d-17-0042 ", "soort": soort, "van": "1-1-2017"}
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/relaties/", data)
        assert antwoord.url == f"/dossiers/{persoon.sleutel}/relaties/"
        wie = {persoon.pk: "zelf", ander.pk: "ander"}
        rij = Relatie.objects.get()
        assert (wie[rij.persoon_id], wie[rij.verwant_id], rij.soort) == verwacht

    def test_uit_het_gezin(self, client, ik, persoon):
        gezin = GezinFactory()
        GezinslidFactory(gezin=gezin, statushouder=persoon)
        kind = geboren(date(2010, 6, 3), voornamen="Nadia")
        GezinslidFactory(gezin=gezin, statushouder=kind, rol="kind")
        data = {"lid": str(kind.pk), "nummer": "", "soort": "kind", "van": "3-6-2010"}
        client.post(f"/dossiers/{persoon.sleutel}/relaties/", data)
        assert Relatie.objects.get().persoon == kind
        assert "Kind" in client.get(f"/dossiers/{persoon.sleutel}/relaties/").content.decode()
        bij_kind = client.get(f"/dossiers/{kind.sleutel}/relaties/").content.decode()
        assert persoon.lijstnaam in bij_kind

    @pytest.mark.parametrize("nummer", ["", "D-17-9999", "D-17-0042"])
    def test_precies_een_persoon_die_er_is(self, client, ik, persoon, nummer):
        StatushouderFactory(nummer="D-17-0042", samengevoegd_met=persoon, regie=None)
        data = {"nummer": nummer, "soort": "ouder", "van": "1-1-2017"}
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/relaties/", data)
        assert "nummer" in antwoord.context["form"].errors
        assert not Relatie.objects.exists()

    def test_wie_alleen_leest_heeft_de_bladzijde_niet(self, client, persoon):
        client.force_login(GebruikerFactory(rol="consulent"))
        assert client.get(f"/dossiers/{persoon.sleutel}/relaties/").status_code == 404


class TestWatKan:
    def leg_vast(self, persoon, verwant, soort=OUDER, van=VAN):
        return actions.leg_relatie_vast(persoon=persoon, verwant=verwant, soort=soort, van=van)

    @pytest.mark.parametrize("soort", Relatiesoort)
    def test_niet_van_zichzelf(self, persoon, soort):
        with pytest.raises(ValidationError, match="niemand is familie van zichzelf"):
            self.leg_vast(persoon, persoon, soort)

    def test_niet_twee_keer(self, persoon):
        ander = StatushouderFactory()
        self.leg_vast(persoon, ander, VOOGD)
        with pytest.raises(ValidationError, match="staat er in deze periode al"):
            self.leg_vast(persoon, ander, VOOGD, date(2017, 6, 1))

    def test_niet_andersom_zolang_het_loopt(self, persoon):
        ander = StatushouderFactory()
        rij = self.leg_vast(persoon, ander, VOOGD)
        with pytest.raises(ValidationError, match="Andersom"):
            self.leg_vast(ander, persoon, VOOGD)
        actions.beeindig_relatie(rij, versie=1, tot=date(2017, 3, 1))
        with pytest.raises(ValidationError, match="Andersom"):
            self.leg_vast(ander, persoon, VOOGD, date(2017, 2, 28))
        assert self.leg_vast(ander, persoon, VOOGD, date(2017, 3, 1))

    @pytest.mark.parametrize(
        ("ouder", "mag"),
        [
            (date(2009, 12, 31), True),
            (date(2010, 6, 2), True),
            (date(2010, 6, 3), False),
            (date(2010, 6, 4), False),
            (None, True),
        ],
    )
    def test_een_ouder_is_ouder(self, ouder, mag):
        kind, mens = geboren(date(2010, 6, 3)), geboren(ouder)
        if mag:
            assert self.leg_vast(kind, mens)
        else:
            with pytest.raises(ValidationError, match="is niet ouder dan"):
                self.leg_vast(kind, mens)

    def test_alleen_een_jaar_bewijst_niets(self):
        jaar = geboren(date(2010, 1, 1), date(2010, 12, 31))
        assert self.leg_vast(geboren(date(2010, 6, 3)), jaar)
        later = geboren(date(2011, 1, 1), date(2011, 12, 31))
        with pytest.raises(ValidationError):
            self.leg_vast(geboren(date(2010, 6, 3)), later)

    def test_een_voogd_mag_jonger_zijn(self):
        assert self.leg_vast(geboren(date(2000, 1, 1)), geboren(date(2001, 1, 1)), VOOGD)


def test_beeindigen_met_een_oude_bladzijde(client, ik, persoon):
    rij = Relatie.objects.create(persoon=persoon, verwant=StatushouderFactory(), soort=VOOGD, van=VAN)
    actions.beeindig_relatie(rij, versie=1, tot=date(2017, 3, 1))
    adres = f"/dossiers/{persoon.sleutel}/relaties/{rij.pk}/"
    tekst = client.post(adres, {"tot": "1-4-2017", "versie": "1"}).content.decode()
    assert "<td>1-4-2017</td>" in tekst
    assert "<td>1-3-2017</td>" in tekst


def test_de_relatie_van_een_ander_dossier_is_er_niet(client, ik, persoon):
    rij = Relatie.objects.create(
        persoon=StatushouderFactory(), verwant=StatushouderFactory(), soort=VOOGD, van=VAN
    )
    assert client.get(f"/dossiers/{persoon.sleutel}/relaties/{rij.pk}/").status_code == 404


@pytest.mark.parametrize("aantal", [1, 50])
def test_evenveel_vragen_voor_1_en_50(ik, persoon, aantal, django_assert_num_queries):
    for ander in StatushouderFactory.create_batch(aantal):
        Relatie.objects.create(persoon=ander, verwant=persoon, soort=VOOGD, van=VAN)
    with django_assert_num_queries(2):
        assert len([rij.persoon.naam + rij.verwant.naam for rij in figures.relaties(persoon, ik)]) == aantal
