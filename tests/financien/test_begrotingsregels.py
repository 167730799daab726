"""What the database keeps of the budget, through the ORM and past it, each with its guard taken away."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from financien.models import Activiteit, Inkomstenpost, Rekening
from kern.weigering import botsing_als_weigering
from tests.financien.factories import ActiviteitFactory, InkomstenpostFactory, RekeningFactory

pytestmark = pytest.mark.django_db
POST = (
    "INSERT INTO financien_inkomstenpost (code, jaar, soort, omschrijving, aantal, tarief, bedrag, tegenpost_id) "
    "VALUES (%s, 2017, %s, 'x', %s, %s, %s, %s)"
)
ACTIVITEIT = (
    "INSERT INTO financien_activiteit (code, hoofdstuk, omschrijving, aantal, tarief, bedrag) "
    "VALUES ('A', 'regie', 'x', %s, %s, %s)"
)
REKENING = (
    "INSERT INTO financien_rekening (inkomstenpost_id, activiteit_id, kostenplaats, grootboekrekening) "
    "VALUES (%s, %s, '67110', '43810')"
)


def voer_uit(sql: str, *waarden: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, waarden)


def beslis() -> None:
    """Let what is deferred to the end of the transaction speak now."""
    voer_uit("SET CONSTRAINTS ALL IMMEDIATE")


def voer_af(*opdrachten: tuple[object, ...]) -> None:
    """Run this SQL to the end of a transaction, where what was deferred is decided."""
    with transaction.atomic():
        for sql, *waarden in opdrachten:
            voer_uit(str(sql), *waarden)
        beslis()


def geweigerd_door(*opdrachten: tuple[object, ...]) -> str:
    """The name of the constraint that refuses this SQL."""
    with pytest.raises(IntegrityError) as fout:
        voer_af(*opdrachten)
    naam = fout.value.__cause__.diag.constraint_name  # type: ignore[union-attr]
    assert naam
    return str(naam)


def post(**anders: object) -> Inkomstenpost:
    return Inkomstenpost(
        **{"code": "P", "jaar": 2017, "soort": "rmba", "omschrijving": "x", "bedrag": Decimal(1), **anders}
    )


def activiteit(**anders: object) -> Activiteit:
    return Activiteit(
        **{"code": "A", "hoofdstuk": "regie", "omschrijving": "x", "bedrag": Decimal(1), **anders}
    )


ALLE = (Inkomstenpost, Activiteit, Rekening)
# (name of the constraint, its sentence, a row through the ORM, the same row as SQL)
REGELS = [
    (
        "inkomstenpost_aantal_met_tarief",
        "allebei in, of geen van beide",
        lambda: post(aantal=22),
        (POST, "P", "rmba", 22, None, 1, None),
    ),
    (
        "inkomstenpost_aantal_met_tarief",
        "allebei in, of geen van beide",
        lambda: post(tarief=Decimal(1)),
        (POST, "P", "rmba", None, 1, 1, None),
    ),
    (
        "inkomstenpost_bedrag_is_aantal_keer_tarief",
        "het aantal keer het tarief",
        lambda: post(aantal=22, tarief=Decimal(2370), bedrag=Decimal("52140.01")),
        (POST, "P", "rmba", 22, 2370, Decimal("52140.01"), None),
    ),
    (
        "inkomstenpost_soort_bestaat",
        "Kies een soort inkomsten",
        lambda: post(soort="korting"),
        (POST, "P", "korting", None, None, 1, None),
    ),
    (
        "inkomstenpost_niet_eigen_tegenpost",
        "niet de eigen tegenpost",
        lambda: post(bedrag=Decimal(0), tegenpost_id="P"),
        (POST, "P", "rmba", None, None, 0, "P"),
    ),
    (
        "activiteit_aantal_met_tarief",
        "allebei in, of geen van beide",
        lambda: activiteit(aantal=1),
        (ACTIVITEIT, 1, None, 1),
    ),
    (
        "activiteit_bedrag_is_aantal_keer_tarief",
        "het aantal keer het tarief",
        lambda: activiteit(aantal=50, tarief=Decimal(450), bedrag=Decimal("22499.99")),
        (ACTIVITEIT, 50, 450, Decimal("22499.99")),
    ),
    (
        "activiteit_bedrag_niet_negatief",
        "nul euro of meer",
        lambda: activiteit(bedrag=Decimal("-0.01")),
        (ACTIVITEIT, None, None, Decimal("-0.01")),
    ),
    (
        "rekening_een_regel",
        "precies één inkomstenpost of activiteit",
        lambda: Rekening(kostenplaats="67110", grootboekrekening="43810"),
        (REKENING, None, None),
    ),
]
NAMEN = [f"{nummer}-{regel[0]}" for nummer, regel in enumerate(REGELS)]


@pytest.mark.parametrize(("naam", "zin", "rij", "sql"), REGELS, ids=NAMEN)
class TestWeigering:
    def test_de_rij_zegt_het_zelf(self, naam, zin, rij, sql):
        with pytest.raises(ValidationError, match=zin):
            rij().validate_constraints()

    def test_bewaren_geeft_de_zin(self, naam, zin, rij, sql):
        with (
            pytest.raises(ValidationError, match=zin) as fout,
            botsing_als_weigering(Inkomstenpost, Activiteit, Rekening),
        ):
            rij().save()
        assert fout.value.code == naam

    def test_ook_langs_de_orm(self, naam, zin, rij, sql):
        assert geweigerd_door(sql) == naam

    def test_zonder_de_regel_kan_het(self, naam, zin, rij, sql):
        """The control: take the constraint away and the same row goes in."""
        voer_uit(f"ALTER TABLE financien_{naam.partition('_')[0]} DROP CONSTRAINT {naam}")
        voer_uit(*sql)


class TestGrenzen:
    def test_wat_wel_mag(self):
        voer_uit(POST, "P", "rmba", 22, 2370, 52140, None)
        voer_uit(POST, "Q", "correctie", None, None, Decimal("-33225.00"), None)
        voer_uit(ACTIVITEIT, 0, 450, 0)

    def test_tot_op_de_cent(self):
        voer_uit(POST, "P", "rmba", 3, Decimal("0.01"), Decimal("0.03"), None)
        assert geweigerd_door((POST, "Q", "rmba", 3, Decimal("0.01"), Decimal("0.04"), None)).endswith(
            "keer_tarief"
        )

    def test_dezelfde_code_twee_keer(self):
        InkomstenpostFactory(code="P")
        with pytest.raises(ValidationError, match="Er is al een regel met deze code"):
            Inkomstenpost(code="P", jaar=2017, soort="rmba", omschrijving="x", bedrag=Decimal(1)).full_clean()

    def test_dezelfde_rekening_twee_keer(self):
        RekeningFactory(grootboekrekening="43810")
        activiteit = ActiviteitFactory()
        dubbel = {"activiteit": activiteit, "kostenplaats": "67110", "grootboekrekening": "43810"}
        with pytest.raises(ValidationError, match="hoort al bij een regel"):
            Rekening(**dubbel).validate_constraints()
        with pytest.raises(ValidationError, match="hoort al bij een regel"), botsing_als_weigering(Rekening):
            Rekening.objects.create(**dubbel)
        assert geweigerd_door((REKENING, None, activiteit.code)) == "rekening_een_keer"

    def test_een_rekening_bij_allebei(self):
        codes = InkomstenpostFactory().code, ActiviteitFactory().code
        assert geweigerd_door((REKENING, *codes)) == "rekening_een_regel"


class TestTegenpost:
    @pytest.fixture(autouse=True)
    def paar(self) -> None:
        Inkomstenpost.objects.bulk_create(
            InkomstenpostFactory.build(
                code=code, soort="correctie", bedrag=Decimal(bedrag), tegenpost_id=ander
            )
            for code, bedrag, ander in (("COR", "-33225.00", "ND"), ("ND", "33225.00", "COR"))
        )
        beslis()
        voer_uit("SET CONSTRAINTS ALL DEFERRED")

    def test_samen_wijzigen_mag(self):
        voer_uit("UPDATE financien_inkomstenpost SET bedrag = bedrag - 1 WHERE code = 'COR'")
        voer_uit("UPDATE financien_inkomstenpost SET bedrag = bedrag + 1 WHERE code = 'ND'")
        beslis()

    def test_samen_weg_mag(self):
        Inkomstenpost.objects.filter(code__in=["COR", "ND"]).delete()
        beslis()
        assert not Inkomstenpost.objects.exists()

    def test_samen_los_mag(self):
        Inkomstenpost.objects.update(tegenpost=None)
        beslis()

    @pytest.mark.parametrize(
        "opdrachten",
        [
            [("UPDATE financien_inkomstenpost SET bedrag = bedrag + 0.01 WHERE code = 'COR'",)],
            [("UPDATE financien_inkomstenpost SET bedrag = bedrag + 0.01 WHERE code = 'ND'",)],
            [("UPDATE financien_inkomstenpost SET tegenpost_id = NULL WHERE code = 'ND'",)],
            [("UPDATE financien_inkomstenpost SET tegenpost_id = NULL WHERE code = 'COR'",)],
            [(POST, "DERDE", "correctie", None, None, Decimal("-33225.00"), "ND")],
            [
                (POST, "DERDE", "correctie", None, None, Decimal("-33225.00"), "ND"),
                ("UPDATE financien_inkomstenpost SET tegenpost_id = 'DERDE' WHERE code = 'ND'",),
            ],
        ],
        ids=[
            "cent-bij-de-post",
            "cent-bij-de-tegenpost",
            "los-van-een-kant",
            "los-andere-kant",
            "derde",
            "overgenomen",
        ],
    )
    def test_scheef_wordt_geweigerd(self, opdrachten):
        assert geweigerd_door(*opdrachten) == "inkomstenpost_tegenpost_op_nul"

    def test_de_zin_voor_de_gebruiker(self):
        with (
            pytest.raises(ValidationError, match="samen op nul uitkomen") as fout,
            botsing_als_weigering(Inkomstenpost),
        ):
            Inkomstenpost.objects.filter(code="COR").update(bedrag=Decimal("-33000.00"))
        assert fout.value.code == "inkomstenpost_tegenpost_op_nul"

    def test_pas_aan_het_einde(self):
        """Halfway it may be wrong: two lines cannot be written at the same moment."""
        voer_uit("UPDATE financien_inkomstenpost SET bedrag = 0 WHERE code = 'COR'")
        voer_uit("UPDATE financien_inkomstenpost SET bedrag = 0 WHERE code = 'ND'")
        beslis()

    def test_een_verdwenen_tegenpost(self):
        assert geweigerd_door(("DELETE FROM financien_inkomstenpost WHERE code = 'ND'",))

    def test_zonder_de_trigger_kan_het(self):
        """The control: with the trigger off the sum is wrong and nothing says so."""
        voer_uit("ALTER TABLE financien_inkomstenpost DISABLE TRIGGER inkomstenpost_tegenpost_op_nul")
        voer_uit("UPDATE financien_inkomstenpost SET bedrag = bedrag + 0.01 WHERE code = 'COR'")
        beslis()
