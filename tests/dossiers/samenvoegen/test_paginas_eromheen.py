"""Around the comparison: the list of doubles, by number, the quota, after merging, and taking back."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from dossiers.actions import noteer
from dossiers.actions.samenvoegen import voeg_samen
from dossiers.figures import gekoppeld, gevestigd, ingeschreven
from dossiers.models import Contactmoment, Dubbelbesluit, Samenvoeging, Statushouder
from tests.dossiers.factories import StatushouderFactory, VestigingFactory
from tests.dossiers.samenvoegen.hulp import adres, invoer, tekst
from tests.huisvesting.factories import (
    OpgaveFactory,
    PeriodeFactory,
    TellingFactory,
)
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_vandaag")]
DAG = date(2017, 5, 1)
PERSOON = (
    "voornamen", "achternaam", "geslacht", "nationaliteit", "vergunning", "wijze_van_komst", "opvang", "telefoon",
)  # fmt: skip


@pytest.mark.usefixtures("regisseur")
class TestTaakstelling:
    @pytest.fixture(autouse=True)
    def _periode(self):
        OpgaveFactory(periode=PeriodeFactory(), aantal=20)

    @pytest.mark.parametrize(
        ("geteld", "zin"),
        [
            ((), "verandert niet: deze persoon telt nog niet mee"),
            ((0,), "verandert niet: alleen D-16-0031 telt mee, vanaf 28 maart 2017"),
            ((1,), "verandert niet: alleen D-17-0064 telt mee"),
            (
                (0, 1),
                "verandert: deze persoon telde 2 keer. Alleen de telling van 28 maart 2017 blijft over. "
                "2017-H1 gaat van 2 naar 1.",
            ),
        ],
    )
    def test_de_pagina_zegt_wat_er_met_de_taakstelling_gebeurt(self, client, paar, geteld, zin):
        for kant in geteld:
            TellingFactory(statushouder=paar[kant])
        assert zin in tekst(client.get(adres("samenvoegen", *paar)))


@pytest.mark.usefixtures("regisseur")
class TestTweeMensen:
    def test_het_paar_verdwijnt_uit_de_lijst(self, client, paar):
        lijst = reverse("dossiers:dubbelen")
        assert [rij["een"] for rij in client.get(lijst).context["paren"]] == [paar[0]]
        antwoord = client.post(adres("twee-mensen", *paar))
        assert antwoord.url == lijst
        assert Dubbelbesluit.objects.count() == 1
        assert client.get(lijst).context["paren"] == []

    def test_alleen_met_post(self, client, paar):
        assert client.get(adres("twee-mensen", *paar)).status_code == 405


@pytest.mark.usefixtures("regisseur")
class TestNaHetSamenvoegen:
    @pytest.fixture
    def samen(self, client, paar):
        client.post(adres("samenvoegen", *paar), invoer(paar))
        return Samenvoeging.objects.get()

    @pytest.mark.parametrize("naam", ["dossier", "wijzigen", "contact-nieuw", "samenvoegen-met"])
    def test_elk_adres_van_het_vervallen_dossier_leidt_naar_het_andere(self, client, paar, samen, naam):
        antwoord = client.get(paar[1].get_absolute_url() if naam == "dossier" else adres(naam, paar[1]))
        doel = paar[0].get_absolute_url() if naam == "dossier" else adres(naam, paar[0])
        assert (antwoord.status_code, antwoord.url) == (302, doel)
        gezegd = str(list(get_messages(antwoord.wsgi_request))[-1])
        assert gezegd == "D-17-0064 is samengevoegd met dit dossier."

    def test_een_notitie_van_een_pagina_van_daarvoor_gaat_niet_verloren(self, client, paar, samen):
        client.post(adres("noteren", paar[1]), {"tekst": "Belde terug"})
        assert Contactmoment.objects.get().statushouder == paar[0]

    def test_ook_niet_als_het_samenvoegen_er_net_tussen_komt(self, paar):
        oud = Statushouder.objects.get(pk=paar[1].pk)  # read before the merge
        voeg_samen(*paar, versies=(1, 1), keuzes={}, reden="gezien", op=DAG, door=None)
        assert noteer(oud, "Belde terug", op=DAG, auteur=None).statushouder == paar[0]

    def test_een_formulier_van_daarvoor_overschrijft_het_andere_dossier_niet(self, client, paar, samen):
        """Also where the versions happen to be equal."""
        blijft = Statushouder.objects.get(pk=paar[0].pk)
        data = {naam: waarde for naam in PERSOON if (waarde := getattr(paar[1], naam))}
        antwoord = client.post(
            adres("wijzigen", paar[1]), data | {"geboren": "5-6-1990", "versie": blijft.versie}
        )
        assert "intussen samengevoegd met D-16-0031" in tekst(antwoord)
        assert 'value="Ghebre Selassie"' in antwoord.content.decode()
        blijft.refresh_from_db()
        assert blijft.achternaam == "Gebreselassie"

    @pytest.mark.parametrize("naam", ["samenvoegen", "twee-mensen"])
    @pytest.mark.parametrize("andersom", [False, True])
    def test_een_collega_voegde_ze_al_samen(self, client, paar, samen, naam, andersom):
        personen = paar[::-1] if andersom else paar
        antwoord = client.post(adres(naam, *personen), invoer(paar))
        assert (antwoord.status_code, antwoord.url) == (302, paar[0].get_absolute_url())
        gezegd = str(list(get_messages(antwoord.wsgi_request))[-1])
        assert gezegd == "D-17-0064 is samengevoegd met dit dossier."
        assert not Dubbelbesluit.objects.exists()

    def test_een_oude_koppeling_naar_het_paar_leidt_naar_het_dossier(self, client, paar, samen):
        for personen in (paar, paar[::-1]):
            antwoord = client.get(adres("samenvoegen", *personen), follow=True)
            assert antwoord.redirect_chain[-1][0] == paar[0].get_absolute_url()

    def test_de_geschiedenis_van_het_vervallen_dossier_staat_bij_het_andere(self, client, paar):
        noteer(paar[1], "Van voor het samenvoegen", op=DAG, auteur=None)
        client.post(adres("samenvoegen", *paar), invoer(paar))
        gelezen = tekst(client.get(reverse("werkplek:geschiedenis", args=[paar[0].sleutel])))
        assert "Van voor het samenvoegen" in gelezen
        assert "Gegevens van de persoon in D-17-0064 toegevoegd" in gelezen
        assert "Gegevens van de persoon toegevoegd" in gelezen

    def test_ongedaan_maken(self, client, paar, samen):
        pad = reverse("dossiers:samenvoeging-ongedaan", args=[paar[0].sleutel, samen.pk])
        assert "worden weer zoals ze waren" in tekst(client.get(pad))
        assert client.post(pad).url == paar[0].get_absolute_url()
        paar[1].refresh_from_db()
        assert paar[1].samengevoegd_met is None
        assert client.get(paar[1].get_absolute_url()).status_code == 200

    def test_wat_later_geschreven_is_vraagt_een_vinkje(self, client, paar, samen):
        Contactmoment.objects.create(statushouder=paar[0], op=DAG, tekst="x")
        pad = reverse("dossiers:samenvoeging-ongedaan", args=[paar[0].sleutel, samen.pk])
        assert "nieuw: contact van 1 mei 2017" in tekst(client.get(pad))
        assert "Vink aan" in client.post(pad).content.decode()
        assert client.post(pad, {"nieuw_blijft": "on"}).status_code == 302

    def test_wat_erop_gebouwd_is_staat_op_de_pagina_en_er_is_geen_knop(self, client, paar, samen):
        VestigingFactory(statushouder=paar[0])
        pad = reverse("dossiers:samenvoeging-ongedaan", args=[paar[0].sleutel, samen.pk])
        pagina = tekst(client.get(pad))
        assert "nieuw: vestiging van 28 maart 2017" in pagina
        assert "Maak ongedaan" not in pagina
        assert "iets op gebouwd" in tekst(client.post(pad))

    def test_een_samenvoeging_van_een_ander_dossier_bestaat_hier_niet(self, client, samen):
        ander = StatushouderFactory()
        pad = reverse("dossiers:samenvoeging-ongedaan", args=[ander.sleutel, samen.pk])
        assert client.get(pad).status_code == 404


@pytest.mark.usefixtures("regisseur")
class TestOpNummer:
    def test_een_nummer_leidt_naar_de_vergelijking(self, client, paar):
        antwoord = client.post(adres("samenvoegen-met", paar[0]), {"nummer": " d-17-0064 "})
        assert antwoord.url == adres("samenvoegen", *paar)

    @pytest.mark.parametrize(
        ("nummer", "zin"), [("D-99-9999", "geen dossier met dit nummer"), ("D-16-0031", "het dossier zelf")]
    )
    def test_een_nummer_dat_niet_kan(self, client, paar, nummer, zin):
        assert zin in tekst(client.post(adres("samenvoegen-met", paar[0]), {"nummer": nummer}))


class TestRecht:
    @pytest.mark.parametrize("rol", [Rol.CONSULENT, Rol.PARTNER, Rol.FINANCIEN])
    def test_wie_niet_mag_wijzigen_ziet_niets(self, client, paar, rol):
        client.force_login(GebruikerFactory(rol=rol, organisatie=OrganisatieFactory()))
        for pad in (
            adres("samenvoegen", *paar),
            adres("samenvoegen-met", paar[0]),
            reverse("dossiers:dubbelen"),
        ):
            assert client.get(pad).status_code == 404
        assert client.post(adres("twee-mensen", *paar)).status_code == 404

    def test_een_dossier_met_zichzelf_bestaat_niet(self, client, paar, regisseur):
        assert client.get(adres("samenvoegen", paar[0], paar[0])).status_code == 404


@pytest.mark.usefixtures("regisseur")
@pytest.mark.parametrize("aantal", [1, 50])
def test_de_vergelijking_vraagt_evenveel_voor_een_rij_als_voor_vijftig(
    client, paar, aantal, django_assert_num_queries
):
    for persoon in paar:
        Contactmoment.objects.bulk_create(
            Contactmoment(statushouder=persoon, op=DAG, tekst="x") for _ in range(aantal)
        )
    with django_assert_num_queries(10):
        client.get(adres("samenvoegen", *paar))


@pytest.mark.usefixtures("regisseur")
@pytest.mark.parametrize("aantal", [1, 20])
def test_de_lijst_van_dubbelen_vraagt_evenveel_voor_een_paar_als_voor_twintig(
    client, aantal, django_assert_num_queries
):
    for nummer in range(aantal):
        for _ in range(2):
            StatushouderFactory(
                voornamen=f"Amanuel{chr(97 + nummer)}",
                achternaam="Gebreselassie",
                geboren_vroegst=date(1980, 1, 1 + nummer),
                geboren_laatst=date(1980, 1, 1 + nummer),
            )
    with django_assert_num_queries(7):
        client.get(reverse("dossiers:dubbelen"))


def test_een_feit_staat_een_keer_bij_wie_twee_keer_is_geregistreerd(paar):
    Statushouder.objects.filter(pk__in=[persoon.pk for persoon in paar]).update(coa_koppeldatum=DAG)
    for persoon in paar:
        VestigingFactory(statushouder=persoon, brp_op=DAG)
    gelezen = [(feit, "dossier") for feit in (gevestigd, ingeschreven, gekoppeld)]
    assert [len(feit()) for feit, _ in gelezen] == [2, 2, 2]
    blijft, vervalt = (Statushouder.objects.get(pk=persoon.pk) for persoon in paar)
    voeg_samen(blijft, vervalt, versies=(1, 1), keuzes={}, reden="gezien", op=DAG, door=None)
    assert [[rij[naam] for rij in feit()] for feit, naam in gelezen] == [[blijft.pk]] * 3
