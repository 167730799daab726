"""Persons that come in by file: new, known, changed, the same; with their family and caseworker."""

from datetime import date

import pytest
from django.db import connection
from django.db.models import Count

from dossiers.models import Gezin, Gezinslid, Regie, Statushouder, Vestiging
from dossiers.models.nationaliteiten import TABEL_32
from kern.register import register
from kern.velden import blinde_index
from tests.dossiers.factories import GezinslidFactory, RegieFactory, StatushouderFactory
from tests.dossiers.importeren.conftest import OP, VNUMMER, fouten, persoon, tellingen
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
BSN = "123456782"


def test_alle_kolommen_komen_aan(importeer):
    regisseur = GebruikerFactory(email="m.dewit@wassenaar.example")
    rij = persoon(
        achternaam="Berg",
        voorvoegsel="van den",
        voornamen="Rima",
        geboortedatum="00-02-1981",
        geslacht="v",
        nationaliteit="0336",
        bsn=BSN,
        wijze_van_komst="nareiziger",
        vergunning="nareis",
        opvang="kwv",
        vergunning_op="12-01-2017",
        coa_koppeldatum="06-02-2017",
        gevestigd_op="28-03-2017",
        brp_op="30-03-2017",
        regisseur="M.deWit@wassenaar.example",
    )
    uitslag = importeer(rij)
    assert tellingen(uitslag) == (1, 1, 0, 0)
    wie = Statushouder.objects.get()
    assert (wie.nummer, wie.naam, str(wie.geboren)) == ("D-17-0001", "Rima van den Berg", "2-1981")
    assert (wie.geslacht, wie.nationaliteit, wie.vnummer) == ("V", "Syrische", VNUMMER)
    assert (wie.bsn.ontsleutel(), wie.bsn_index) == (BSN, blinde_index(BSN))
    assert (wie.wijze_van_komst, wie.vergunning, wie.opvang) == ("nareiziger", "nareis", "kwv")
    assert (wie.vergunning_op, wie.coa_koppeldatum) == (date(2017, 1, 12), date(2017, 2, 6))
    vestiging = Vestiging.objects.get()
    assert (vestiging.van, vestiging.brp_op, vestiging.tot) == (date(2017, 3, 28), date(2017, 3, 30), None)
    regie = Regie.objects.get()
    assert (regie.regisseur, regie.van) == (regisseur, OP)
    lid = Gezinslid.objects.get()
    assert (lid.rol, lid.van, lid.gezin.naam) == ("hoofd", date(2017, 3, 28), "Berg")
    assert wie.zoeksleutels
    assert wie.paarsleutels


def test_lege_cellen_van_een_nieuwe_persoon_zijn_de_standaard(importeer):
    importeer(persoon(vergunning="", opvang="", geslacht=""))
    wie = Statushouder.objects.get()
    assert (wie.vergunning, wie.opvang, wie.geslacht, wie.nationaliteit) == ("asiel", "azc", "O", "Onbekend")
    assert Regie.objects.get().regisseur is None


def test_lege_en_onbekende_cellen_wissen_niets(importeer):
    importeer(
        persoon(vergunning="nareis", geslacht="V", nationaliteit="Eritrese", geboortedatum="14-02-1981")
    )
    uitslag = importeer(
        persoon(vergunning="", geslacht="O", nationaliteit="Onbekend", geboortedatum="00-00-1981")
    )
    assert tellingen(uitslag) == (1, 0, 0, 1)
    wie = Statushouder.objects.get()
    assert (wie.vergunning, wie.geslacht, wie.nationaliteit, str(wie.geboren)) == (
        "nareis",
        "V",
        "Eritrese",
        "14-2-1981",
    )


def test_hetzelfde_bestand_twee_keer_raakt_geen_rij_aan(importeer):
    rijen = [
        persoon(n, gezin=f"G{n // 3}", gevestigd_op="28-03-2017", bsn=BSN if n == 0 else "") for n in range(6)
    ]
    assert tellingen(importeer(*rijen)) == (6, 6, 0, 0)
    modellen = (Statushouder, Gezin, Gezinslid, Vestiging, Regie)
    gebeurtenissen = [model.pgh_event_model for model in modellen]
    voor = [list(model.objects.order_by("pk").values()) for model in (*modellen, *gebeurtenissen)]
    assert tellingen(importeer(*rijen)) == (6, 0, 0, 6)
    assert [list(model.objects.order_by("pk").values()) for model in (*modellen, *gebeurtenissen)] == voor


def test_een_bekende_krijgt_alleen_wat_anders_is(importeer):
    importeer(persoon(1), persoon(2))
    uitslag = importeer(persoon(1, opvang="gastgezin", coa_koppeldatum="06-02-2017"), persoon(2))
    assert tellingen(uitslag) == (2, 0, 1, 1)
    een, twee = Statushouder.objects.order_by("pk")
    assert (een.opvang, een.coa_koppeldatum, een.versie) == ("gastgezin", date(2017, 2, 6), 2)
    assert twee.versie == 1


@pytest.mark.parametrize(
    "sleutel",
    [
        {"vnummer": VNUMMER},
        {"vnummer": "", "bsn": BSN},
        {"vnummer": "", "voornamen": "Rímá", "achternaam": "HADDAD", "geboortedatum": "14-2-1981"},
    ],
)
def test_herkend_aan_elke_sleutel(importeer, sleutel):
    importeer(persoon(achternaam="Haddad", bsn=BSN, geboortedatum="14-02-1981"))
    rij = {"achternaam": "Haddad", "opvang": "kso", **sleutel}
    assert tellingen(importeer(rij)) == (1, 0, 1, 0)
    assert Statushouder.objects.get().opvang == "kso"


def test_een_samengevoegd_dossier_is_het_dossier_dat_bleef(importeer):
    blijft = StatushouderFactory()
    StatushouderFactory(vnummer=VNUMMER, samengevoegd_met=blijft)
    uitslag = importeer(persoon(vnummer=VNUMMER, achternaam=blijft.achternaam, opvang="kso"))
    blijft.refresh_from_db()
    assert (tellingen(uitslag), blijft.opvang, blijft.vnummer) == ((1, 0, 1, 0), "kso", None)


@pytest.mark.parametrize("cel", ["0336", "336", "Syrische", "SYRISCHE"])
def test_nationaliteit_is_een_code_of_een_naam(importeer, cel):
    importeer(persoon(nationaliteit=cel))
    assert Statushouder.objects.get().nationaliteit == "Syrische"


def test_tabel_32_heeft_elke_naam_een_keer():
    assert len(set(TABEL_32.values())) == len(TABEL_32)
    assert TABEL_32["0084"] == "Eritrese"


class TestGezin:
    def test_rijen_met_hetzelfde_gezin_horen_bij_elkaar(self, importeer):
        importeer(persoon(1, gezin="A"), persoon(2), persoon(3, gezin="A"), persoon(4, gezin="B"))
        paren = Gezinslid.objects.order_by("statushouder").values_list(
            "statushouder__achternaam", "gezin__naam", "rol"
        )
        assert list(paren) == [
            ("Haddad1", "Haddad1", "hoofd"),
            ("Haddad2", "Haddad2", "hoofd"),
            ("Haddad3", "Haddad1", "overig"),
            ("Haddad4", "Haddad4", "hoofd"),
        ]

    def test_een_genoemd_hoofd_gaat_voor_de_eerste_rij(self, importeer):
        importeer(
            persoon(1, gezin="A"), persoon(2, gezin="A", rol="hoofd"), persoon(3, gezin="A", rol="kind")
        )
        assert [lid.rol for lid in Gezinslid.objects.order_by("pk")] == ["overig", "hoofd", "kind"]
        assert Gezin.objects.get().naam == "Haddad2"

    def test_een_bekende_houdt_het_gezin_en_neemt_nieuwe_leden_op(self, importeer):
        lid = GezinslidFactory(statushouder__vnummer=VNUMMER)
        ander = GezinslidFactory(statushouder__vnummer="2741603399")
        importeer(
            persoon(vnummer=VNUMMER, achternaam="Haddad", gezin="A"),
            persoon(1, gezin="A", rol="partner"),
            persoon(vnummer="2741603399", achternaam="Anders", gezin="A"),
        )
        assert Gezin.objects.count() == 2
        assert lid.gezin.leden.count() == 2
        assert ander.gezin.leden.count() == 1

    def test_hoofd_en_partner_ruilen(self, importeer):
        importeer(persoon(1, gezin="A", rol="hoofd"), persoon(2, gezin="A", rol="partner"))
        uitslag = importeer(persoon(1, gezin="A", rol="partner"), persoon(2, gezin="A", rol="hoofd"))
        assert tellingen(uitslag) == (2, 0, 2, 0)
        assert [lid.rol for lid in Gezinslid.objects.order_by("pk")] == ["partner", "hoofd"]

    @pytest.mark.parametrize("bekend", [True, False])
    def test_twee_hoofden(self, importeer, bekend):
        if bekend:
            importeer(persoon(1, gezin="A", rol="hoofd"))
        uitslag = importeer(persoon(1, gezin="A", rol="hoofd"), persoon(2, gezin="A", rol="hoofd"))
        assert fouten(uitslag) == [(3, "rol", "twee_hoofden")]


class TestRegisseur:
    def test_een_ander_begint_vandaag(self, importeer):
        eerste, tweede = GebruikerFactory(), GebruikerFactory()
        wie = StatushouderFactory(vnummer=VNUMMER, regie=None, achternaam="Haddad")
        RegieFactory(statushouder=wie, regisseur=eerste, van=date(2017, 1, 1))
        uitslag = importeer(persoon(achternaam="Haddad", regisseur=tweede.email))
        assert tellingen(uitslag) == (1, 0, 1, 0)
        rijen = Regie.objects.order_by("van").values_list("regisseur", "van", "tot")
        assert list(rijen) == [(eerste.pk, date(2017, 1, 1), OP), (tweede.pk, OP, None)]

    def test_dezelfde_dag_wordt_de_rij_zelf_anders(self, importeer):
        tweede = GebruikerFactory()
        importeer(persoon())
        importeer(persoon(regisseur=tweede.email))
        assert Regie.objects.get().regisseur == tweede

    def test_leeg_laat_de_regisseur_staan(self, importeer):
        importeer(persoon(regisseur=GebruikerFactory().email))
        assert tellingen(importeer(persoon(regisseur=""))) == (1, 0, 0, 1)

    @pytest.mark.parametrize("opties", [{}, {"rol": "raadsgriffie"}, {"is_active": False}])
    def test_wie_geen_dossiers_heeft_is_onbekend(self, importeer, opties):
        if opties:
            GebruikerFactory(email="x@wassenaar.example", **opties)
        uitslag = importeer(persoon(regisseur="x@wassenaar.example"))
        assert fouten(uitslag) == [(2, "regisseur", "waarde_onbekend")]
        assert uitslag.fouten[0].waarde == "x@wassenaar.example"


def test_nummers_lopen_door_in_de_volgorde_van_de_rijen(importeer):
    importeer(*(persoon(n) for n in range(12)))
    namen = Statushouder.objects.order_by("nummer").values_list("achternaam", flat=True)
    assert list(namen) == [f"Haddad{n}" for n in range(12)]
    importeer(persoon(20), op=date(2018, 1, 2))
    assert Statushouder.objects.get(achternaam="Haddad20").nummer == "D-18-0001"


def test_de_andere_domeinen_horen_welke_dossiers_geraakt_zijn(importeer, monkeypatch):
    importeer(persoon(1), persoon(2))
    gemeld: list[set[str]] = []
    monkeypatch.setattr(
        register, "_bijwerker", lambda rijen: gemeld.append({rij.achternaam for rij in rijen})
    )
    importeer(persoon(1), persoon(2, opvang="kso"), persoon(3))
    assert gemeld == [{"Haddad2", "Haddad3"}]


@pytest.mark.parametrize("aantal", [1, 50])
def test_inlezen_kost_altijd_evenveel_vragen(importeer, aantal, django_assert_max_num_queries):
    rijen = [persoon(n, gezin=f"G{n // 4}", gevestigd_op="28-03-2017") for n in range(aantal)]
    with django_assert_max_num_queries(123):
        importeer(*rijen)


def test_een_gezin_krijgt_een_sleutel_hoe_de_databank_ook_zoekt(importeer):
    """A plan that looks the family up anew for each row must not give each row a family of its own."""
    bekend = [persoon(nummer) for nummer in range(30)]
    importeer(*bekend)
    with connection.cursor() as cursor:
        for manier in ("hashjoin", "mergejoin", "material", "memoize"):
            cursor.execute(f"SET LOCAL enable_{manier} = off")
    importeer(*bekend, *(persoon(nummer, gezin="nieuw") for nummer in range(30, 34)))
    assert list(Gezin.objects.annotate(n=Count("leden")).filter(n__gt=1).values_list("n", flat=True)) == [4]
    assert not Gezin.objects.filter(leden=None).exists()
