"""What becomes of a referral: accepted, declined, withdrawn, finished, expired; each once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, connection, transaction

from dossiers import actions
from dossiers.models import Doorverwijzing, Statushouder, Verwijsstand
from kern.namens import namens
from tests.dossiers.factories import DoorverwijzingFactory, GezinslidFactory, StatushouderFactory
from tests.dossiers.verwijzen.conftest import DAG
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
LAATSTE = date(2017, 10, 31)
EEN_DAG = timedelta(days=1)


def doe(wat: str, verwijzing: Doorverwijzing, door, op: date = DAG) -> Doorverwijzing:
    """One of the four acts."""
    extra = {"reden": "Geen plaats"} if wat in ("wijs_af", "trek_verwijzing_in") else {}
    return getattr(actions, wat)(verwijzing, op=op, door=door, **extra)


def ziet(gebruiker, persoon: Statushouder, op: date) -> bool:
    with namens(gebruiker, op=op):
        return Statushouder.objects.zichtbaar_voor(gebruiker).filter(pk=persoon.pk).exists()


@pytest.mark.parametrize(
    ("wat", "stand"),
    [
        ("neem_aan", Verwijsstand.AANGENOMEN),
        ("wijs_af", Verwijsstand.AFGEWEZEN),
        ("trek_verwijzing_in", Verwijsstand.INGETROKKEN),
    ],
)
def test_een_keer_en_nog_eens_is_hetzelfde(vraag, els, wat, stand):
    verwijzing = doe(wat, vraag(), els)
    assert verwijzing.stand_op(DAG) == stand
    nog_eens = doe(wat, verwijzing, GebruikerFactory(), DAG + EEN_DAG)
    assert (nog_eens.versie, nog_eens.stand_op(DAG)) == (2, stand)


def test_afronden_kan_na_aannemen(vraag, els):
    verwijzing = vraag()
    with pytest.raises(ValidationError, match="nog niet aangenomen"):
        doe("rond_verwijzing_af", verwijzing, els)
    doe("neem_aan", verwijzing, els)
    for _ in range(2):
        verwijzing = doe("rond_verwijzing_af", verwijzing, els)
    assert (verwijzing.stand_op(DAG), verwijzing.beeindigd_op, verwijzing.versie) == ("afgerond", DAG, 3)


@pytest.mark.parametrize(
    ("eerst", "dan", "zin"),
    [
        ("wijs_af", "neem_aan", "al afgewezen"),
        ("trek_verwijzing_in", "neem_aan", "heeft deze verwijzing ingetrokken"),
        ("trek_verwijzing_in", "wijs_af", "heeft deze verwijzing ingetrokken"),
        ("neem_aan", "wijs_af", "al aangenomen"),
        ("wijs_af", "trek_verwijzing_in", "al afgewezen"),
        ("trek_verwijzing_in", "rond_verwijzing_af", "heeft deze verwijzing ingetrokken"),
    ],
)
def test_wat_voorbij_is_gaat_niet_meer(vraag, els, eerst, dan, zin):
    verwijzing = doe(eerst, vraag(), els)
    voor = Doorverwijzing.objects.values().get()
    with pytest.raises(ValidationError, match=zin) as weigering:
        doe(dan, verwijzing, els)
    assert len(weigering.value.messages) == 1
    assert Doorverwijzing.objects.values().get() == voor


@pytest.mark.parametrize("wat", ["neem_aan", "wijs_af", "trek_verwijzing_in"])
@pytest.mark.parametrize(
    ("op", "mag"), [(LAATSTE - EEN_DAG, True), (LAATSTE, True), (LAATSTE + EEN_DAG, False)]
)
def test_tot_en_met_de_laatste_dag(vraag, els, wat, op, mag):
    verwijzing = vraag()
    # asked before there was a term for an answer: until it is over by itself
    Doorverwijzing.objects.update(herinner_na=None, coordinator_na=None, antwoord_tot_en_met=None)
    verwijzing.refresh_from_db()
    if mag:
        assert doe(wat, verwijzing, els, op).versie == 2
        return
    with pytest.raises(ValidationError, match="verlopen: antwoorden kon tot en met 31-10-2017"):
        doe(wat, verwijzing, els, op)


@pytest.mark.parametrize("wat", ["wijs_af", "trek_verwijzing_in"])
@pytest.mark.parametrize("reden", ["", "  "])
def test_nooit_zonder_reden(vraag, els, wat, reden):
    with pytest.raises(ValidationError) as weigering:
        getattr(actions, wat)(vraag(), reden=reden, op=DAG, door=els)
    assert list(weigering.value.message_dict) == ["reden"]
    assert Doorverwijzing.objects.get().stand_op(DAG) == "gevraagd"


class TestStanden:
    """Open, running and over: on each day every referral is exactly one of these, and `stand_op` agrees."""

    @pytest.mark.parametrize(
        "velden",
        [
            {"aangenomen_op": None},
            {"aangenomen_op": date(2017, 4, 3)},
            {"aangenomen_op": date(2017, 4, 3), "van": date(2017, 4, 20)},
            {"aangenomen_op": None, "afgewezen_op": date(2017, 4, 3), "reden": "Geen plaats"},
            {"aangenomen_op": None, "beeindigd_op": date(2017, 4, 3), "einde": "ingetrokken"},
            {"aangenomen_op": date(2017, 4, 1), "beeindigd_op": date(2017, 4, 5), "einde": "afgerond"},
        ],
    )
    def test_elke_dag_precies_een(self, velden):
        rij = DoorverwijzingFactory(
            **{"gevraagd_op": date(2017, 4, 1), "tot_en_met": date(2017, 4, 30)} | velden
        )
        rijen = Doorverwijzing.objects
        beantwoord = rij.aangenomen_op or rij.afgewezen_op or rij.beeindigd_op
        for dag in (date(2017, 4, 1) + n * EEN_DAG for n in range(32)):
            staat = [
                rijen.open_op(dag).exists(),
                rijen.lopend_op(dag).exists(),
                rijen.voorbij_op(dag).exists(),
            ]
            stand = rij.stand_op(dag)
            if (
                beantwoord is None or dag >= beantwoord
            ):  # `open_op` tells of today, not of a day before the answer
                assert staat == [
                    stand == Verwijsstand.GEVRAAGD,
                    stand == Verwijsstand.AANGENOMEN,
                    stand not in (Verwijsstand.GEVRAAGD, Verwijsstand.AANGENOMEN),
                ], dag
            assert rijen.geldig_op(dag).exists() == (stand == Verwijsstand.AANGENOMEN and rij.van <= dag)


class TestWatDePartnerZiet:
    """On the day before, on the day and on the day after each boundary."""

    @pytest.mark.parametrize(("dagen", "verwacht"), [(-1, False), (0, True), (1, True)])
    def test_vanaf(self, vraag, rima, els, dagen, verwacht):
        van = date(2017, 6, 1)
        doe("neem_aan", vraag(van=van), els)
        assert ziet(els, rima, van + dagen * EEN_DAG) is verwacht

    @pytest.mark.parametrize(("dagen", "verwacht"), [(-1, True), (0, True), (1, False)])
    def test_tot_en_met(self, vraag, rima, els, dagen, verwacht):
        doe("neem_aan", vraag(), els)
        assert ziet(els, rima, LAATSTE + dagen * EEN_DAG) is verwacht

    @pytest.mark.parametrize("wat", ["trek_verwijzing_in", "rond_verwijzing_af"])
    @pytest.mark.parametrize(("dagen", "verwacht"), [(-1, True), (0, False), (1, False)])
    def test_tot_de_dag_van_beeindigen(self, vraag, rima, els, wat, dagen, verwacht):
        doe("neem_aan", vraag(), els)
        einde = date(2017, 7, 3)
        doe(wat, Doorverwijzing.objects.get(), els, einde)
        assert ziet(els, rima, einde + dagen * EEN_DAG) is verwacht

    def test_pas_na_aannemen(self, vraag, rima, els):
        verwijzing = vraag()
        assert not ziet(els, rima, DAG)
        doe("neem_aan", verwijzing, els)
        assert ziet(els, rima, DAG)

    def test_wie_later_in_het_gezin_komt(self, vraag, rima, gezin, els):
        doe("neem_aan", vraag(heel_gezin=True), els)
        later = StatushouderFactory()
        GezinslidFactory(gezin=gezin, statushouder=later, rol="kind", van=date(2017, 6, 1))
        assert [ziet(els, later, date(2017, 5, 31)), ziet(els, later, date(2017, 6, 1))] == [False, True]
        assert ziet(els, rima, date(2017, 6, 1))

    def test_een_ander_van_dezelfde_organisatie_wel_een_andere_niet(self, vraag, rima, organisatie, els):
        doe("neem_aan", vraag(), els)
        collega = GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie)
        vreemd = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory())
        assert [ziet(wie, rima, DAG) for wie in (els, collega, vreemd)] == [True, True, False]


class TestInDeDatabank:
    """As the partner's own role: answering and no more."""

    @pytest.mark.parametrize("wat", ["neem_aan", "wijs_af"])
    def test_de_partner_antwoordt_zelf(self, vraag, els, wat):
        verwijzing = vraag()
        with namens(els, op=DAG):
            doe(wat, Doorverwijzing.objects.zichtbaar_voor(els).get(), els)
        verwijzing.refresh_from_db()
        assert verwijzing.beantwoord_door == els

    @pytest.mark.parametrize("veld", ["tot_en_met", "van", "domeinen", "organisatie_id", "kaart"])
    def test_de_partner_verandert_niet_waar_het_over_gaat(self, vraag, els, veld):
        vraag()
        geweigerd = pytest.raises(ProgrammingError, match="permission denied")
        with namens(els, op=DAG), connection.cursor() as cursor, geweigerd, transaction.atomic():
            cursor.execute(f'UPDATE dossiers_doorverwijzing SET "{veld}" = "{veld}"')

    def test_de_partner_maakt_er_geen(self, rima, els):
        with (
            namens(els, op=DAG),
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
        ):
            DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)

    def test_de_partner_ziet_die_van_een_ander_niet(self, vraag):
        vraag()
        vreemd = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory())
        with namens(vreemd, op=DAG):
            assert not Doorverwijzing.objects.exists()
            assert not Doorverwijzing.objects.zichtbaar_voor(vreemd).exists()


class TestAfgeschermd:
    """Of a shielded dossier the request is hidden too, by the page and by the database."""

    @pytest.fixture
    def telling(self, els):
        def tel() -> tuple[int, int]:
            with namens(els, op=DAG):
                zichtbaar = Doorverwijzing.objects.zichtbaar_voor(els).count()
                return (zichtbaar, Doorverwijzing.objects.count())

        return tel

    def scherm_af(self, marieke, *personen):
        actions.scherm_af(personen, reden="Bedreigd", collegas=[], op=DAG, door=marieke)

    def test_van_een_persoon(self, vraag, rima, marieke, telling):
        vraag()
        assert telling() == (1, 1)
        self.scherm_af(marieke, rima)
        assert telling() == (0, 0)

    def test_van_een_gezin_als_iedereen_is_afgeschermd(self, vraag, rima, lina, marieke, telling):
        vraag(heel_gezin=True)
        self.scherm_af(marieke, lina)
        assert telling() == (1, 1)
        self.scherm_af(marieke, rima)
        assert telling() == (0, 0)

    def test_wie_van_de_partner_is_genoemd_ziet_haar_wel(self, vraag, rima, els, marieke, telling):
        doe("neem_aan", vraag(), els)
        self.scherm_af(marieke, rima)
        with namens(marieke, op=DAG):
            actions.noem_collega([rima], collega=els, reden="Begeleidt haar", op=DAG)
        assert telling() == (1, 1)
        assert ziet(els, rima, DAG)
