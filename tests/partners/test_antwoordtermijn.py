"""A referral that nobody answers: reminded, then the coordinator's, then expired; each on its day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from dossiers import actions
from dossiers.models import Doorverwijzing, Verwijsstand
from dossiers.rules import antwoordtermijn
from kern.namens import namens
from partners.actions import bewaak_verwijzingen
from termijnen import figures
from termijnen.models import Termijn
from tests.dossiers.factories import StatushouderFactory
from tests.partners.conftest import DAG
from toegang.actions import verstuur_openstaande
from toegang.models import Gebruiker, Poststuk, Rol
from werkplek.figures.werk import Soort, te_laat, werk
from werkplek.figures.wiens import Keuze

pytestmark = pytest.mark.django_db
EEN = timedelta(days=1)
HERINNER, COORDINATOR, LAATSTE = date(2017, 5, 8), date(2017, 5, 15), date(2017, 5, 29)


def dagen(verwijzing):
    return verwijzing.herinner_na, verwijzing.coordinator_na, verwijzing.antwoord_tot_en_met


def termijn(code):
    return Termijn.objects.get(code=f"partners.{code}")


def codes_van(gebruiker, op):
    with namens(gebruiker, op=op):
        gevonden = werk(gebruiker, op, Keuze(), per_groep=50)
    regels = [regel for groep in gevonden.regels.values() for regel in groep]
    termijnen = {regel.rij.code for regel in regels if regel.soort == Soort.TERMIJN}
    wacht = {Soort.VERWIJZING} if any(regel.soort == Soort.VERWIJZING for regel in regels) else set()
    return {code for code in termijnen if code.startswith("partners.")} | wacht


def test_de_dagen_staan_in_de_verwijzing(rima, verwijs):
    assert dagen(verwijs(rima)) == (HERINNER, COORDINATOR, LAATSTE)


def test_een_korte_verwijzing_heeft_korte_dagen(rima, verwijs):
    einde = date(2017, 5, 10)
    assert dagen(verwijs(rima, tot_en_met=einde)) == (HERINNER, einde, einde)


def test_wat_later_wordt_afgesproken_geldt_voor_wat_later_wordt_gevraagd(monkeypatch, rima, verwijs):
    nieuw = antwoordtermijn.Antwoordtermijn(DAG + EEN, 3, 5, 10, 2)
    monkeypatch.setattr(antwoordtermijn, "TERMIJNEN", (*antwoordtermijn.TERMIJNEN, nieuw))
    assert antwoordtermijn.antwoorddagen(DAG, date(2017, 12, 31)).herinner_na == HERINNER
    assert antwoordtermijn.antwoorddagen(DAG + EEN, date(2017, 12, 31)).herinner_na == date(2017, 5, 5)


class TestLaatsteDag:
    """An answer is taken on the last day, and not on the day after."""

    @pytest.mark.parametrize("op", [LAATSTE - EEN, LAATSTE])
    def test_nog_op_tijd(self, rima, verwijs, els, op):
        verwijzing = verwijs(rima)
        assert verwijzing.stand_op(op) == Verwijsstand.GEVRAAGD
        assert verwijzing in Doorverwijzing.objects.open_op(op)
        assert actions.neem_aan(verwijzing, op=op, door=els).aangenomen_op == op

    @pytest.mark.parametrize("na_de_nacht", [False, True])
    def test_te_laat(self, rima, verwijs, els, na_de_nacht):
        verwijzing, op = verwijs(rima), LAATSTE + EEN
        if na_de_nacht:
            assert bewaak_verwijzingen(op=op) == (1, 0)
            verwijzing.refresh_from_db()
        assert verwijzing.stand_op(op) == Verwijsstand.VERLOPEN
        assert verwijzing not in Doorverwijzing.objects.open_op(op)
        assert verwijzing in Doorverwijzing.objects.voorbij_op(op)
        for doe in (
            lambda: actions.neem_aan(verwijzing, op=op, door=els),
            lambda: actions.wijs_af(verwijzing, reden="Geen plaats", op=op, door=els),
        ):
            with pytest.raises(ValidationError, match="verlopen"):
                doe()
        verwijzing.refresh_from_db()
        assert (verwijzing.aangenomen_op, verwijzing.afgewezen_op, verwijzing.reden) == (None, None, "")

    def test_de_nacht_schrijft_de_eerste_dag_erna(self, rima, verwijs):
        verwijzing = verwijs(rima)
        assert bewaak_verwijzingen(op=LAATSTE)[0] == 0
        assert bewaak_verwijzingen(op=LAATSTE + 5 * EEN)[0] == 1
        assert bewaak_verwijzingen(op=LAATSTE + 5 * EEN)[0] == 0
        verwijzing.refresh_from_db()
        assert (verwijzing.einde, verwijzing.beeindigd_op) == ("verlopen", LAATSTE + EEN)

    def test_wat_verliep_staat_een_nieuwe_vraag_niet_in_de_weg(self, rima, verwijs):
        oud = verwijs(rima)
        with pytest.raises(ValidationError, match="al gevraagd"):
            verwijs(rima, op=LAATSTE, van=LAATSTE)
        nieuw = verwijs(rima, op=LAATSTE + EEN)
        oud.refresh_from_db()
        assert (oud.einde, nieuw.stand_op(LAATSTE + EEN)) == ("verlopen", Verwijsstand.GEVRAAGD)


class TestHerinnering:
    """The users of the organisation get one mail, the day after its time is over."""

    @pytest.mark.parametrize(("op", "mails"), [(HERINNER, 0), (HERINNER + EEN, 1), (HERINNER + 9 * EEN, 1)])
    def test_op_haar_dag_of_na_een_gemiste_nacht(self, rima, verwijs, els, op, mails):
        verwijzing = verwijs(rima)
        assert bewaak_verwijzingen(op=op) == (0, mails)
        assert bewaak_verwijzingen(op=op) == (0, 0)
        verwijzing.refresh_from_db()
        assert verwijzing.herinnerd_op == (op if mails else None)

    def test_de_mail_zegt_niet_over_wie(self, rima, verwijs, els):
        verwijs(rima)
        bewaak_verwijzingen(op=HERINNER + EEN)
        assert verstuur_openstaande() == 1
        [bericht] = mail.outbox
        assert bericht.to == [els.email]
        for geheim in ("Rima", "Haddad", rima.nummer, str(rima.sleutel), "Een jaar begeleiding"):
            assert geheim not in bericht.subject + bericht.body

    def test_zonder_iemand_om_te_mailen_is_niemand_herinnerd(self, rima, verwijs, els):
        verwijzing = verwijs(rima)
        Gebruiker.objects.filter(pk=els.pk).update(is_active=False)
        assert bewaak_verwijzingen(op=HERINNER + EEN) == (0, 0)
        verwijzing.refresh_from_db()
        assert verwijzing.herinnerd_op is None
        Gebruiker.objects.filter(pk=els.pk).update(is_active=True)
        assert bewaak_verwijzingen(op=HERINNER + EEN) == (0, 1)

    def test_niet_wie_antwoordde_of_is_ingetrokken(self, rima, verwijs, els):
        actions.neem_aan(verwijs(rima), op=DAG, door=els)
        assert bewaak_verwijzingen(op=HERINNER + EEN) == (0, 0)

    def test_niet_van_wie_is_afgeschermd(self, rima, verwijs, els, marieke):
        verwijs(rima)
        actions.scherm_af([rima], reden="Bedreigd", collegas=[], op=DAG, door=marieke)
        assert bewaak_verwijzingen(op=HERINNER + EEN) == (0, 0)

    def test_een_mail_voor_veel_verwijzingen(self, rima, verwijs, els):
        for _ in range(3):
            verwijs(StatushouderFactory())
        assert bewaak_verwijzingen(op=HERINNER + EEN) == (0, 1)
        assert Poststuk.objects.count() == 1


class TestEigenaar:
    """Whose turn it is, in Mijn werk of the caseworker and of the coordinator."""

    def test_van_regisseur_naar_coordinator(self, rima, verwijs, els, marieke, hanneke):
        verwijs(rima)
        assert codes_van(marieke, HERINNER) == {Soort.VERWIJZING}
        assert codes_van(marieke, HERINNER + EEN) == {"partners.nabellen"}
        assert codes_van(hanneke, COORDINATOR) == set()
        assert codes_van(hanneke, COORDINATOR + EEN) == {"partners.coordinator"}
        # the caseworker's own row is late from then on; that of the coordinator is not the caseworker's
        assert codes_van(marieke, COORDINATOR + EEN) == {"partners.nabellen"}
        with namens(marieke, op=COORDINATOR):
            assert te_laat(marieke, COORDINATOR) == 0
        with namens(marieke, op=COORDINATOR + EEN):
            assert te_laat(marieke, COORDINATOR + EEN) == 1

    def test_een_antwoord_van_de_partner_zelf_maakt_het_af(self, rima, verwijs, els, marieke, hanneke):
        verwijzing, op = verwijs(rima), COORDINATOR + EEN
        with namens(els, op=op):
            actions.neem_aan(verwijzing, op=op, door=els)
        assert termijn("nabellen").voldaan_op == termijn("coordinator").voldaan_op == op
        assert codes_van(marieke, op) == codes_van(hanneke, op) == set()

    def test_wie_op_tijd_antwoordt_is_geen_termijn(self, rima, verwijs, els):
        actions.neem_aan(verwijs(rima), op=HERINNER, door=els)
        assert not Termijn.objects.filter(code__startswith="partners.").exists()

    def test_na_een_nee_zoekt_de_regisseur_een_ander(self, rima, verwijs, els, marieke):
        verwijzing = verwijs(rima)
        with namens(els, op=DAG):
            actions.wijs_af(verwijzing, reden="Geen plaats", op=DAG, door=els)
        rij = termijn("opnieuw")
        assert (rij.begint_op, rij.vervalt_op, rij.voldaan_op) == (DAG, HERINNER, None)
        assert codes_van(marieke, DAG) == {"partners.opnieuw"}
        verwijs(rima, op=DAG + EEN)
        assert termijn("opnieuw").voldaan_op == DAG + EEN

    def test_na_verlopen_ook(self, rima, verwijs):
        verwijs(rima)
        bewaak_verwijzingen(op=LAATSTE + EEN)
        rij = termijn("opnieuw")
        assert (rij.begint_op, rij.vervalt_op) == (LAATSTE + EEN, LAATSTE + 8 * EEN)
        assert termijn("nabellen").voldaan_op == LAATSTE + EEN

    def test_wat_is_ingetrokken_vraagt_niets_meer(self, rima, verwijs, marieke):
        actions.trek_verwijzing_in(verwijs(rima), reden="Verhuisd", op=DAG, door=marieke)
        assert not Termijn.objects.filter(code__startswith="partners.").exists()

    def test_een_partner_leest_deze_termijnen_niet(self, rima, verwijs, els):
        verwijzing = verwijs(rima)
        actions.neem_aan(verwijzing, op=HERINNER + EEN, door=els)
        with namens(els, op=HERINNER + EEN):
            assert not figures.termijnen(HERINNER + EEN, els).filter(code__startswith="partners.").exists()
        assert Termijn.objects.filter(code="partners.nabellen").exists()


def test_alleen_de_rol_van_de_regel(rima, verwijs):
    """A colleague with another role than the rule names never gets its row."""
    consulent = Gebruiker.objects.create_user(
        "c@wassenaar.example", rol=Rol.CONSULENT, naam="C", password=None
    )
    verwijs(rima)
    assert codes_van(consulent, COORDINATOR + EEN) == set()
