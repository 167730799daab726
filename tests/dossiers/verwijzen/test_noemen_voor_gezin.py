"""Naming a colleague for a shielded family in one act, all or nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse

from dossiers import actions
from dossiers.models import Inzagerecht, Regie
from tests.dossiers.factories import DoorverwijzingFactory, InzagerechtFactory, StatushouderFactory
from tests.dossiers.samenvoegen.hulp import tekst
from tests.dossiers.verwijzen.conftest import DAG, EEN_DAG, scherm_af, ziet
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
WEG = {"reden": "Niet meer nodig"}


@pytest.fixture(autouse=True)
def _vandaag(settings):
    settings.VANDAAG = DAG.isoformat()


def adres(naam: str, persoon, *rest) -> str:
    return reverse(f"dossiers:{naam}", args=[persoon.sleutel, *rest])


def wie_ziet(gebruiker, personen) -> list[bool]:
    return [ziet(gebruiker, persoon) for persoon in personen]


class TestAllesOfNiets:
    def test_voor_iedereen_in_een_keer(self, familie, joost):
        rechten = actions.noem_collega(familie, collega=joost, reden="Neemt over", op=DAG)
        assert len(rechten) == 2
        assert wie_ziet(joost, familie) == [True, True]

    def test_kan_het_voor_een_niet_dan_voor_niemand(self, familie, els):
        rima, lina = familie
        DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
        with pytest.raises(ValidationError) as weigering:
            actions.noem_collega(familie, collega=els, reden="Begeleidt", op=DAG)
        [zin] = weigering.value.message_dict["collega"]
        assert zin.startswith(f"{lina.naam}, {lina.nummer}: ")
        assert not Inzagerecht.objects.filter(gebruiker=els).exists()

    def test_ook_niet_als_er_een_niet_is_afgeschermd(self, familie, joost):
        with pytest.raises(ValidationError, match="niet meer afgeschermd"):
            actions.noem_collega([*familie, StatushouderFactory()], collega=joost, reden="Nodig", op=DAG)
        assert wie_ziet(joost, familie) == [False, False]

    def test_weghalen_voor_iedereen(self, familie, joost):
        recht, _ander = actions.noem_collega(familie, collega=joost, reden="Neemt over", op=DAG)
        geraakt = actions.beeindig_inzage(recht, versie=1, op=DAG, ook=familie[1:], **WEG)
        assert geraakt == familie
        assert wie_ziet(joost, familie) == [False, False]

    def test_blijft_er_bij_een_niemand_over_dan_gaat_er_niets_weg(self, familie, joost, marieke):
        rima, lina = familie
        actions.noem_collega([rima], collega=joost, reden="Neemt over", op=DAG)
        recht = Inzagerecht.objects.get(statushouder=rima, gebruiker=marieke)
        with pytest.raises(ValidationError, match=f"{lina.nummer}: Noem eerst een andere collega"):
            actions.beeindig_inzage(recht, versie=1, op=DAG, ook=[lina], **WEG)
        assert wie_ziet(marieke, familie) == [True, True]

    def test_wie_er_niet_voor_genoemd_is_wordt_niet_geraakt(self, familie, joost):
        rima, lina = familie
        [recht] = actions.noem_collega([rima], collega=joost, reden="Neemt over", op=DAG)
        assert actions.beeindig_inzage(recht, versie=1, op=DAG, ook=[lina], **WEG) == [rima]


class TestWatDeAnderenAlHadden:
    """Naming for the family gives to the other dossiers, and takes nothing: the form is about the one opened."""

    TOT = date(2017, 6, 1)

    @pytest.mark.parametrize(
        ("had", "krijgt", "heeft"),
        [
            (None, TOT, None),
            (None, None, None),
            (TOT + EEN_DAG, TOT, TOT + EEN_DAG),
            (TOT, TOT, TOT),
            (TOT - EEN_DAG, TOT, TOT),
            (TOT, None, None),
        ],
    )
    def test_nooit_een_eerder_einde_en_de_eigen_reden(self, familie, joost, had, krijgt, heeft):
        rima, lina = familie
        actions.noem_collega([lina], collega=joost, reden="Begeleidt Lina", op=DAG, tot=had)
        actions.noem_collega([rima, lina], collega=joost, reden="Waarneming", op=DAG, tot=krijgt)
        [recht] = Inzagerecht.objects.filter(gebruiker=joost, statushouder=lina)
        assert (recht.tot, recht.reden) == (heeft, "Begeleidt Lina")
        assert recht.versie == (1 if had == heeft else 2)

    @pytest.mark.parametrize("eerst", [0, 1])
    def test_het_geopende_dossier_krijgt_wat_er_staat(self, familie, joost, eerst):
        open_, ander = familie[eerst], familie[1 - eerst]
        actions.noem_collega(familie, collega=joost, reden="Begeleidt", op=DAG)
        actions.noem_collega([open_, ander], collega=joost, reden="Waarneming", op=DAG, tot=self.TOT)
        rechten = Inzagerecht.objects.filter(gebruiker=joost)
        assert {rij.statushouder: (rij.tot, rij.reden) for rij in rechten} == {
            open_: (self.TOT, "Waarneming"),
            ander: (None, "Begeleidt"),
        }

    def test_het_formulier_zegt_het(self, client, ik, familie):
        assert "blijft het recht zoals het is" in tekst(client.get(adres("afscherming", familie[0])))


class TestPaginas:
    """The same by hand, with whom it is about said before the button."""

    def test_een_collega_voor_het_gezin(self, client, ik, familie, joost):
        rima, lina = familie
        pagina = adres("afscherming", rima)
        assert f"Ook voor het andere afgeschermde gezinslid ({lina.naam})" in tekst(client.get(pagina))
        invoer = {"collega": joost.pk, "reden": "Neemt over", "heel_gezin": "on"}
        antwoord = client.post(pagina, invoer, follow=True)
        assert "Joost van den Berg mag deze 2 dossiers van het gezin zien." in tekst(antwoord)
        assert f"Ook voor {lina.naam}" in tekst(antwoord)
        assert wie_ziet(joost, familie) == [True, True]

    def test_zonder_vinkje_alleen_deze_persoon(self, client, ik, familie, joost):
        client.post(adres("afscherming", familie[0]), {"collega": joost.pk, "reden": "Neemt over"})
        assert wie_ziet(joost, familie) == [True, False]

    def test_wie_de_ander_niet_kent_leest_er_niets_van(self, client, familie, joost):
        rima, lina = familie
        actions.noem_collega([rima], collega=joost, reden="Neemt over", op=DAG)
        Regie.objects.filter(statushouder=rima).update(regisseur=joost)
        client.force_login(joost)
        woorden = tekst(client.get(adres("afscherming", rima)))
        assert "Ook voor" not in woorden
        assert lina.voornamen not in woorden

    def test_weghalen_met_reden(self, client, ik, familie, joost):
        recht, _ander = actions.noem_collega(familie, collega=joost, reden="Neemt over", op=DAG - EEN_DAG)
        pagina = adres("inzage-weghalen", familie[0], recht.pk)
        zonder = client.post(pagina, {"heel_gezin": "on"})
        assert zonder.context["form"].errors.keys() == {"reden"}
        antwoord = client.post(pagina, {"heel_gezin": "on", **WEG}, follow=True)
        assert "mag deze 2 dossiers van het gezin niet meer zien" in tekst(antwoord)
        assert {rij.reden_einde for rij in Inzagerecht.objects.filter(gebruiker=joost)} == {"Niet meer nodig"}

    def test_de_melding_telt_wat_er_is_weggehaald(self, client, ik, familie, joost, monkeypatch):
        rima = familie[0]
        recht, bij_lina = actions.noem_collega(familie, collega=joost, reden="Over", op=DAG - EEN_DAG)
        echt = actions.beeindig_inzage

        def net_te_laat(*args, **kwargs):
            echt(bij_lina, versie=1, op=DAG, reden="Een ander was eerder")
            return echt(*args, **kwargs)

        monkeypatch.setattr(actions, "beeindig_inzage", net_te_laat)
        pagina = adres("inzage-weghalen", rima, recht.pk)
        antwoord = client.post(pagina, {"heel_gezin": "on", **WEG}, follow=True)
        assert f"{joost} mag dit dossier niet meer zien." in tekst(antwoord)

    def test_alleen_wie_er_nog_niet_staat_wordt_aangeboden(self, client, ik, familie, joost):
        rima, pagina = familie[0], adres("afscherming", familie[0])
        ander = GebruikerFactory(naam="Karin Smit")
        tot = date(2017, 6, 1)
        actions.noem_collega([rima], collega=joost, reden="Waarneming", op=DAG, tot=tot)
        keuzes = [str(label) for _, label in client.get(pagina).context["form"].fields["collega"].choices]
        assert keuzes == [
            "Kies een collega",
            "Joost van den Berg (Klantregisseur), nu tot en met 31-5-2017",
            f"{ander} (Klantregisseur)",
        ]
        # sent a second time, by the back button, it is no fault
        for _ in range(2):
            assert client.post(pagina, {"collega": ander.pk, "reden": "Nodig"}).status_code == 302

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_queries(self, client, django_assert_num_queries, ik, familie, aantal):
        InzagerechtFactory.create_batch(aantal, statushouder=familie[0])
        # session, user, person, case, family with its members, named access, who can be named
        with django_assert_num_queries(7):
            client.get(adres("afscherming", familie[0]))


class TestUitweg:
    """`noem_collega --heel-gezin`."""

    def test_voor_wie_er_van_het_gezin_is_afgeschermd(self, familie, joost, capsys):
        call_command("noem_collega", familie[0].nummer, joost.email, "--reden", "Over", "--heel-gezin")
        regels = capsys.readouterr().out.strip().splitlines()
        assert [regel.split()[3] for regel in regels] == [persoon.nummer for persoon in familie]
        assert wie_ziet(joost, familie) == [True, True]

    def test_zonder_alleen_dit_dossier(self, familie, joost):
        call_command("noem_collega", familie[0].nummer, joost.email, "--reden", "Over")
        assert wie_ziet(joost, familie) == [True, False]


class TestGedeeld:
    """What the shield leaves a partner to see stands with the partner."""

    NIET = "Afgeschermd: deze partner ziet het dossier nu niet."

    @pytest.mark.parametrize("pagina", ["gedeeld", "dossier"])
    def test_de_partner_ziet_het_nu_niet(self, client, ik, rima, lina, els, marieke, pagina):
        url = adres("gedeeld", rima) if pagina == "gedeeld" else rima.get_absolute_url()
        DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
        assert self.NIET not in tekst(client.get(url))
        scherm_af(marieke, rima)
        assert self.NIET in tekst(client.get(url))
        actions.noem_collega([rima], collega=els, reden="Begeleidt", op=DAG)
        woorden = tekst(client.get(url))
        assert self.NIET not in woorden
        assert "van deze partner ziet alleen Els Brouwer het dossier" in woorden

    def test_twee_namen_zien_het(self, client, ik, rima, els, marieke):
        ander = GebruikerFactory(rol=els.rol, organisatie=els.organisatie, naam="Tom Bakker")
        DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
        scherm_af(marieke, rima, collegas=[els, ander])
        woorden = tekst(client.get(adres("gedeeld", rima)))
        assert "van deze partner zien alleen Els Brouwer en Tom Bakker het dossier" in woorden

    def test_bij_wat_voorbij_is_staat_het_niet(self, client, ik, familie, els):
        DoorverwijzingFactory(
            statushouder=familie[0], organisatie=els.organisatie, beeindigd_op=DAG, einde="afgerond"
        )
        assert self.NIET not in tekst(client.get(adres("gedeeld", familie[0])))

    def test_het_verschil_tussen_intrekken_en_afronden(self, client, ik, rima, els):
        zin = "Trek in als u niet langer wilt delen"
        assert zin not in tekst(client.get(adres("gedeeld", rima)))
        DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
        assert zin in tekst(client.get(adres("gedeeld", rima)))
