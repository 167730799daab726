"""A refused write as its sentence, and two people who save the same row."""

import threading
from contextlib import suppress
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.models import QuerySet

from financien.models import Inkomstenpost
from kern.models import Bronverschil
from kern.weigering import Verouderd, botsing_als_weigering
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Gebruiker, Organisatie, Rol

pytestmark = pytest.mark.django_db


def bewaar_een_voor_een(rijen: list[Organisatie]) -> None:
    for rij in rijen:
        rij.save()


class TestBotsing:
    def test_de_zin_van_de_constraint(self):
        OrganisatieFactory(naam="COA")
        with pytest.raises(ValidationError) as fout, botsing_als_weigering(Organisatie):
            Organisatie.objects.create(naam="coa", rol="x")
        assert fout.value.messages == ["Er is al een organisatie met deze naam."]
        assert fout.value.code == "organisatie_naam_uniek"
        assert isinstance(fout.value.__cause__, IntegrityError)

    def test_van_meer_modellen_die_van_het_juiste(self):
        with (
            pytest.raises(ValidationError, match="Kies de organisatie"),
            botsing_als_weigering(Organisatie, Gebruiker),
        ):
            Gebruiker.objects.create(email="p@wassenaar.example", rol=Rol.PARTNER)

    def test_er_is_niets_half_bewaard_en_de_transactie_gaat_verder(self):
        OrganisatieFactory(naam="COA")
        nieuw = [Organisatie(naam="Nieuw", rol="x"), Organisatie(naam="coa", rol="x")]
        with pytest.raises(ValidationError), botsing_als_weigering(Organisatie):
            bewaar_een_voor_een(nieuw)
        assert list(Organisatie.objects.values_list("naam", flat=True)) == ["COA"]

    def test_wat_goed_is_blijft(self):
        with botsing_als_weigering(Organisatie):
            Organisatie.objects.create(naam="COA", rol="x")
        assert Organisatie.objects.get().naam == "COA"

    def test_een_ander_model_blijft_de_fout_die_het_is(self):
        OrganisatieFactory(naam="COA")
        with pytest.raises(IntegrityError, match="organisatie_naam_uniek"), botsing_als_weigering(Gebruiker):
            Organisatie.objects.create(naam="coa", rol="x")

    def test_een_kolom_zonder_zin_blijft_de_fout_die_zij_is(self):
        with pytest.raises(IntegrityError, match="not-null"), botsing_als_weigering(Organisatie):
            Organisatie.objects.create(naam=None, rol="x")

    def test_wat_geen_botsing_is_gaat_door_en_bewaart_niets(self):
        with pytest.raises(AttributeError), botsing_als_weigering(Organisatie):
            bewaar_een_voor_een([Organisatie(naam="Nieuw", rol="x"), None])
        assert not Organisatie.objects.exists()

    def test_een_eigen_weigering_gaat_door(self):
        with pytest.raises(ValidationError, match="Vol"), botsing_als_weigering(Organisatie):
            raise ValidationError("Vol.")


class TestUitgesteld:
    """A deferred constraint or trigger speaks inside the block, not at a commit far away."""

    def post(self, code: str, bedrag: int, tegenpost: str | None = None) -> Inkomstenpost:
        return Inkomstenpost.objects.create(
            code=code,
            omschrijving=code,
            jaar=2017,
            soort="correctie",
            bedrag=Decimal(bedrag),
            tegenpost_id=tegenpost,
        )

    def paar(self, een: int, ander: int) -> None:
        self.post("A", een)
        self.post("B", ander, "A")
        Inkomstenpost.objects.filter(code="A").update(tegenpost="B")

    def test_de_zin_van_een_trigger(self):
        with (
            pytest.raises(ValidationError, match="samen op nul uitkomen") as fout,
            botsing_als_weigering(Inkomstenpost),
        ):
            self.paar(-100, 99)
        assert fout.value.code == "inkomstenpost_tegenpost_op_nul"
        assert not Inkomstenpost.objects.exists()

    def test_twee_die_samen_kloppen_mogen_eerst_alleen_staan(self):
        with botsing_als_weigering(Inkomstenpost):
            self.paar(-100, 100)
        assert Inkomstenpost.objects.count() == 2

    def test_en_daarna_nog_eens_in_dezelfde_transactie(self):
        """The second block defers again: otherwise its first line would already be refused."""
        for bedrag in (100, 200):
            Inkomstenpost.objects.update(tegenpost=None)
            Inkomstenpost.objects.all().delete()
            with botsing_als_weigering(Inkomstenpost):
                self.paar(-bedrag, bedrag)
        assert Inkomstenpost.objects.get(code="B").bedrag == 200

    def test_zonder_het_blok_komt_de_fout_pas_bij_het_vastleggen(self):
        """Negative control: the trigger is silent until the end of the transaction."""
        self.paar(-100, 99)
        assert Inkomstenpost.objects.count() == 2
        with pytest.raises(IntegrityError):
            connection.check_constraints()


class TestVersie:
    def test_vergrendeld_geeft_de_rij(self):
        rij = OrganisatieFactory(versie=3)
        assert Organisatie.vergrendeld(rij.pk, 3) == rij

    @pytest.mark.parametrize("versie", [2, 4])
    def test_een_andere_versie_is_verouderd_en_zegt_wat_er_nu_staat(self, versie):
        rij = OrganisatieFactory(naam="Nu", versie=3)
        with pytest.raises(Verouderd, match="Iemand anders") as fout:
            Organisatie.vergrendeld(rij.pk, versie)
        assert fout.value.actueel.naam == "Nu"
        assert fout.value.code == "verouderd"

    def test_wat_er_niet_is(self):
        with pytest.raises(Organisatie.DoesNotExist):
            Organisatie.vergrendeld(0, 1)

    def test_bewaar_volgende_telt_een_op(self):
        rij = Organisatie.vergrendeld(OrganisatieFactory().pk, 1)
        rij.naam = "Anders"
        rij.bewaar_volgende()
        assert Organisatie.objects.values_list("naam", "versie").get(pk=rij.pk) == ("Anders", 2)

    def test_buiten_een_transactie_is_er_geen_slot(self, transactional_db):
        rij = OrganisatieFactory()
        with pytest.raises(transaction.TransactionManagementError):
            Organisatie.vergrendeld(rij.pk, 1)


@pytest.mark.django_db(transaction=True)
class TestTweeTegelijk:
    """Two connections that meet after the version was read: the one moment at which both seem right."""

    def race(self) -> tuple[list[str], Organisatie]:
        rij = OrganisatieFactory(naam="Begin")
        ontmoeting = threading.Barrier(2)
        uitkomsten: list[str] = []

        def bewaar(naam: str) -> None:
            try:
                with transaction.atomic():
                    mijn = Organisatie.vergrendeld(rij.pk, 1)
                    with suppress(threading.BrokenBarrierError):  # with the lock the other waits for us
                        ontmoeting.wait(timeout=1)
                    mijn.naam = naam
                    mijn.bewaar_volgende()
                uitkomsten.append("bewaard")
            except Verouderd:
                uitkomsten.append("verouderd")
            finally:
                connection.close()

        draden = [threading.Thread(target=bewaar, args=[naam]) for naam in ("Een", "Ander")]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(timeout=10)
        rij.refresh_from_db()
        return sorted(uitkomsten), rij

    def test_een_wint_en_de_ander_hoort_het(self):
        uitkomsten, rij = self.race()
        assert uitkomsten == ["bewaard", "verouderd"]
        assert (rij.naam in {"Een", "Ander"}, rij.versie) == (True, 2)

    def test_zonder_het_slot_gaat_een_van_de_twee_verloren(self, monkeypatch):
        """Negative control: both are told that they saved, and one of the two is gone."""

        def zonder_slot(self: QuerySet[models.Model], **_rest: object) -> QuerySet[models.Model]:
            return self.all()

        monkeypatch.setattr(QuerySet, "select_for_update", zonder_slot)
        uitkomsten, rij = self.race()
        assert uitkomsten == ["bewaard", "bewaard"]
        assert rij.versie == 2


def test_een_model_zonder_constraints_heeft_geen_zinnen():
    Bronverschil.objects.create(code="a", onderwerp="A", waarden=[], verklaring="A")
    with pytest.raises(IntegrityError), botsing_als_weigering(Bronverschil):
        Bronverschil.objects.create(code="a", onderwerp="A", waarden=[], verklaring="A")


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.PARTNER])
def test_alleen_een_partner_heeft_een_organisatie_nodig(rol):
    with botsing_als_weigering(Gebruiker):
        GebruikerFactory(rol=rol)
