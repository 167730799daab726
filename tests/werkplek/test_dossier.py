"""The page of a person: what the register gives, as far as the user may read it."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from dossiers.models import Contactmoment, Regie, Relatie, Signaal, Taak, Waarneming
from kern.contract import Gebeurtenis, Paneel, Snelactie
from kern.register import register
from tests.begeleiding.factories import TrajectFactory, planlijst
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.dossiers.vastleggen.factories import ContactFactory, SignaalFactory, TaakFactory
from tests.huisvesting.factories import PlaatsingFactory, TellingFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
VANDAAG = date(2017, 5, 1)
# A sixth domain, and what would be an eighth line and a third action.
LANG = [(f"Regel {nummer}", "x") for nummer in range(1, 10)]


def paneel(**anders):
    return lambda _persoon, _gebruiker, _dag: Paneel(kop="Sport", icoon="vlag", **{"feiten": LANG, **anders})


def tekst_van(client, persoon):
    return client.get(persoon.get_absolute_url()).content.decode()


# Names that are words of the case itself too: whose case it is, and a list with days.
OOK_GEWONE_WOORDEN = {"regie", "termijnen"}
ANDERE_DOMEINEN = set(settings.EIGEN_APPS) - {"kern", "toegang", "dossiers", "werkplek"} - OOK_GEWONE_WOORDEN


def genoemd(bron):
    return [naam for naam in sorted(ANDERE_DOMEINEN) if naam in bron]


class TestZonderNamen:
    @pytest.mark.parametrize("map_", ["werkplek", "templates/werkplek"])
    def test_geen_domein_heeft_hier_een_naam(self, map_):
        paden = (settings.BASIS / map_).rglob("*")
        bron = {pad.name: pad.read_text() for pad in paden if pad.suffix in {".py", ".html"}}
        assert {"dossier.py", "dossier.html"} & set(bron)
        assert {naam: genoemd(tekst) for naam, tekst in bron.items() if genoemd(tekst)} == {}

    def test_de_controle_ziet_een_naam(self):
        assert genoemd('if domein.code == "huisvesting":') == ["huisvesting"]

    def test_de_pagina_staat_bij_de_dossiers(self, rima):
        assert (
            rima.get_absolute_url()
            == f"/dossiers/{rima.sleutel}/"
            == reverse("werkplek:dossier", args=[rima.sleutel])
        )


@pytest.mark.usefixtures("ik")
class TestKop:
    def test_feiten_in_een_regel(self, client, rima):
        VestigingFactory(statushouder=rima)
        rima.tolktaal = "ar"
        rima.save()
        assert client.get(rima.get_absolute_url()).context["feiten"] == [
            ("Dossier", rima.nummer),
            ("Leeftijd op 1 mei 2017", "36 jaar"),
            ("Gevestigd sinds", "28 maart 2017"),
            ("Tolk", "Arabisch"),
            ("Regisseur", "Nog niet toegewezen"),
        ]

    @pytest.mark.parametrize(
        ("van", "tot", "zin"),
        [
            (VANDAAG, date(2017, 5, 8), "Jan Vos, nu waargenomen door Els Bos"),
            (date(2017, 5, 2), date(2017, 5, 8), "Jan Vos"),
            (date(2017, 4, 1), date(2017, 5, 2), "Jan Vos, nu waargenomen door Els Bos"),
            (date(2017, 4, 1), VANDAAG, "Jan Vos"),
        ],
    )
    def test_de_regisseur_met_de_waarnemer_van_vandaag(self, client, rima, van, tot, zin):
        jan, els = GebruikerFactory(naam="Jan Vos"), GebruikerFactory(naam="Els Bos")
        Regie.objects.filter(statushouder=rima).update(regisseur=jan)
        Waarneming.objects.create(afwezige=jan, waarnemer=els, van=van, tot=tot)
        assert dict(client.get(rima.get_absolute_url()).context["feiten"])["Regisseur"] == zin

    def test_kruimels_leiden_naar_het_gezin(self, client, rima):
        tekst = tekst_van(client, rima)
        assert f'href="/dossiers/{rima.sleutel}/gezin/">Gezin Haddad</a>' in tekst
        alleen = StatushouderFactory()
        assert "Gezin afdrukken" not in tekst_van(client, alleen)
        assert "Deze persoon hoort bij geen gezin." in tekst_van(client, alleen)


@pytest.mark.usefixtures("ik")
class TestGezin:
    def test_wie_zij_zijn_en_waar_zij_staan(self, client, rima):
        gezin = rima.lidmaatschappen.get().gezin
        zoon = StatushouderFactory(
            voornamen="Youssef", achternaam="Haddad", geslacht="M", geboren_vroegst=date(2001, 2, 3),
            geboren_laatst=date(2001, 2, 3),
        )  # fmt: skip
        man = StatushouderFactory(voornamen="Khaled", achternaam="Nasser", wijze_van_komst="nareiziger")
        GezinslidFactory(gezin=gezin, statushouder=zoon, rol="kind")
        GezinslidFactory(gezin=gezin, statushouder=man, rol="partner")
        weg = GezinslidFactory(gezin=gezin, rol="kind", tot=VANDAAG)
        leden = client.get(rima.get_absolute_url()).context["leden"]
        assert [(lid["naam"], lid["rol"], lid["stand"], lid["huidig"]) for lid in leden] == [
            ("Rima Haddad", "36 jaar, hoofd van het gezin", "Geregistreerd", True),
            ("Khaled Nasser", "36 jaar, partner", "Nareiziger verwacht", False),
            ("Youssef", "16 jaar, zoon", "Geregistreerd", False),
        ]
        assert weg.statushouder.naam not in [lid["naam"] for lid in leden]


@pytest.mark.usefixtures("ik")
class TestPanelen:
    def test_een_domein_erbij_is_een_paneel_erbij(self, client, rima, domein):
        voor = len(client.get(rima.get_absolute_url()).context["panelen"])
        domein("zesde", paneel=paneel(acties=[("Een", "/a/", ""), ("Twee", "/b/", ""), ("Drie", "/c/", "")]))
        panelen = client.get(rima.get_absolute_url()).context["panelen"]
        assert len(panelen) == voor + 1
        assert panelen[-1].kop == "Sport"  # the register's order
        assert [naam for naam, _ in panelen[-1].feiten] == [f"Regel {nummer}" for nummer in range(1, 8)]
        assert [label for label, *_ in panelen[-1].acties] == ["Een", "Twee"]

    def test_wat_niemand_mag_lezen_wordt_ook_niet_gevraagd(self, client, rima, domein):
        def verboden(*_):
            raise AssertionError("dit domein mag de gebruiker niet lezen")

        domein(
            "zesde", rechten=set(), paneel=verboden, tijdlijn=verboden, vooraf=verboden,
            snelacties=[Snelactie(label="Sport", url="dossiers:wijzigen", icoon="vlag", recht="inzien")],
        )  # fmt: skip
        tekst = tekst_van(client, rima)
        assert "Sport" not in tekst

    def test_een_leeg_paneel_zegt_waarom(self, client, rima, domein):
        domein("zesde", paneel=paneel(feiten=[], leeg="Doet nog niet aan sport."))
        assert "Doet nog niet aan sport." in tekst_van(client, rima)


class TestRail:
    def test_snelacties_van_elk_domein_en_de_eerste_is_de_grote_knop(self, client, rima, domein, ik):
        domein(
            "zesde",
            rechten={"inzien", "wijzigen"},
            snelacties=[Snelactie(label="Sport", url="dossiers:wijzigen", icoon="vlag", volgorde=-1)],
        )
        antwoord = client.get(rima.get_absolute_url())
        assert antwoord.context["snelacties"][0]["label"] == "Sport"
        assert antwoord.context["knoppen"][-1]["label"] == "Sport vastleggen"

    def test_open_taken_en_signalen_met_hoe_laat_het_is(self, client, rima, ik):
        for dag in (date(2017, 4, 30), VANDAAG, date(2017, 5, 2), date(2017, 4, 27)):
            TaakFactory(statushouder=rima, wat=f"Voor {dag.day}", uiterlijk_op=dag)
        TaakFactory(statushouder=rima, wat="Klaar", gedaan_op=VANDAAG)
        signaal = SignaalFactory(statushouder=rima, antwoord_voor=date(2017, 5, 3))
        SignaalFactory(statushouder=rima, beantwoord_op=VANDAAG, antwoord="Besproken")
        TaakFactory(wat="Van een ander")
        rijen = client.get(rima.get_absolute_url()).context["open"]
        assert [(rij["wat"], rij["stand"]) for rij in rijen] == [
            ("Voor 27", ("slecht", "4 dagen te laat, uiterlijk 27-4-2017")),
            ("Voor 30", ("slecht", "1 dag te laat, uiterlijk 30-4-2017")),
            ("Voor 1", ("neutraal", "uiterlijk 1-5-2017")),
            ("Voor 2", ("neutraal", "uiterlijk 2-5-2017")),
            (f"Signaal van {signaal.melder}", ("neutraal", "uiterlijk 3-5-2017")),
        ]

    def test_van_een_uitgestelde_taak_ook_waarom_en_de_eerste_dag(self, client, rima, ik):
        TaakFactory(statushouder=rima, eigenaar=ik)
        TaakFactory(
            statushouder=rima,
            eigenaar=ik,
            uiterlijk_op=date(2017, 5, 15),
            eerst_uiterlijk_op=date(2017, 5, 8),
            uitstel_reden="Ziek",
        )
        gewoon, later = client.get(rima.get_absolute_url()).context["open"]
        assert gewoon["wie"] == f"Taak voor {ik}"
        assert later["wie"] == f"Taak voor {ik} · uitgesteld: Ziek · was uiterlijk 8-5-2017"
        assert later["stand"] == ("neutraal", "uiterlijk 15-5-2017")

    def test_een_taak_is_vanaf_hier_af_te_vinken(self, client, rima, ik):
        taak = TaakFactory(statushouder=rima)
        (rij,) = client.get(rima.get_absolute_url()).context["open"]
        client.post(rij["afvinken"], {"versie": rij["deel"].versie})
        taak.refresh_from_db()
        assert taak.gedaan_op == VANDAAG
        assert client.get(rima.get_absolute_url()).context["open"] == []

    def test_wie_alleen_leest_vinkt_alleen_het_eigene_af(self, client, rima):
        client.force_login(consulent := GebruikerFactory(rol=Rol.CONSULENT))
        TaakFactory(statushouder=rima, wat="Van mij", eigenaar=consulent)
        TaakFactory(statushouder=rima, wat="Van een ander", uiterlijk_op=date(2017, 5, 9))
        mijn, ander = client.get(rima.get_absolute_url()).context["open"]
        assert mijn["afvinken"]
        assert not ander["afvinken"]

    def test_relaties_van_twee_kanten_zolang_zij_duren(self, client, rima, ik):
        khaled, oud = StatushouderFactory(voornamen="Khaled"), StatushouderFactory()
        Relatie.objects.create(persoon=khaled, verwant=rima, soort="referent", van=date(2017, 1, 1))
        Relatie.objects.create(persoon=rima, verwant=khaled, soort="voogd", van=date(2017, 1, 1))
        Relatie.objects.create(persoon=rima, verwant=oud, soort="ouder", van=date(2016, 1, 1), tot=VANDAAG)
        relaties = client.get(rima.get_absolute_url()).context["relaties"]
        assert {(rij["wie"], rij["wat"]) for rij in relaties} == {(khaled, "Nareiziger"), (khaled, "Voogd")}

    def test_een_bsn_is_nooit_te_lezen_en_alleen_wie_het_mag_zien_kan_ernaar_vragen(self, client, rima, ik):
        rima.bsn, rima.bsn_index = "123456782", "x"
        rima.save()
        tekst = tekst_van(client, rima)
        assert "123456782" not in tekst
        assert reverse("dossiers:bsn", args=[rima.sleutel]) in tekst
        client.force_login(GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory()))
        assert "BSN" not in tekst_van(client, rima)


class TestNotitie:
    def test_twee_toetsen_en_een_zin(self, client, rima, ik):
        tekst = tekst_van(client, rima)
        assert 'accesskey="n"' in tekst
        antwoord = client.post(
            reverse("dossiers:noteren", args=[rima.sleutel]), {"tekst": "Belt morgen terug."}
        )
        assert antwoord.url == f"{rima.get_absolute_url()}#tijdlijn"
        assert (Contactmoment.objects.get().tekst, Contactmoment.objects.get().op) == (
            "Belt morgen terug.",
            VANDAAG,
        )
        assert "Belt morgen terug." in tekst_van(client, rima)

    def test_wie_alleen_leest_heeft_geen_veld(self, client, rima):
        client.force_login(GebruikerFactory(rol=Rol.CONSULENT))
        assert "accesskey" not in tekst_van(client, rima)


def geschiedenis_van(persoon, gebruiker, aantal):
    """So many rows of each kind that can be many."""
    deel = {"statushouder": persoon, "auteur": gebruiker}
    dagen = [VANDAAG - timedelta(days=nummer) for nummer in range(aantal)]
    Contactmoment.objects.bulk_create(Contactmoment(**deel, op=dag, tekst="Gebeld") for dag in dagen)
    taak = {**deel, "wat": "Bellen", "eigenaar": gebruiker}
    Taak.objects.bulk_create(Taak(**taak, uiterlijk_op=dag, gedaan_op=dag) for dag in dagen)
    Taak.objects.bulk_create(Taak(**taak, uiterlijk_op=dag) for dag in dagen)
    signaal = {**deel, "wat": "Te laat", "melder": "Mentor", "eigenaar": gebruiker}
    Signaal.objects.bulk_create(
        Signaal(**signaal, gemeld_op=dag, antwoord_voor=dag, beantwoord_op=dag, antwoord="Ja")
        for dag in dagen
    )


@pytest.mark.parametrize(("aantal", "leden"), [(1, 1), (125, 50)])
def test_de_pagina_kost_altijd_evenveel_queries(client, django_assert_num_queries, rima, ik, aantal, leden):
    """Four kinds of 125 rows are a history of 500."""
    geschiedenis_van(rima, ik, aantal)
    Regie.objects.filter(statushouder=rima).update(regisseur=ik)
    GezinslidFactory.create_batch(leden, gezin=rima.lidmaatschappen.get().gezin, rol="kind")
    TellingFactory(statushouder=rima, plaatsing=PlaatsingFactory(statushouder=rima))
    planlijst()
    VestigingFactory(statushouder=rima, van=date(2017, 4, 1))
    register.werk_bij([rima])
    TrajectFactory(statushouder=rima)
    Waarneming.objects.create(afwezige=ik, waarnemer=GebruikerFactory(), van=VANDAAG, tot=date(2017, 6, 1))
    # session, user, person; assignments with who covers, spells; homes, offers, counts, expectations; steps of the
    # first month, guidance; members; and of this person terms, contacts, documents, tasks, signals, kinship, referrals
    with django_assert_num_queries(19):
        antwoord = client.get(rima.get_absolute_url())
    assert len(antwoord.context["leden"]) == leden + 1
    assert "nu waargenomen door" in antwoord.context["regisseur"]
    assert "Eerste maand afronden" in antwoord.content.decode()


def test_de_tijdlijn_van_een_zesde_domein(client, rima, ik, domein):
    domein(
        "zesde",
        tijdlijn=lambda _p, _g, _t: [
            Gebeurtenis(op=date(2017, 4, 2), soort="domein", icoon="vlag", titel="Lid van de voetbalclub")
        ],
    )
    ContactFactory(statushouder=rima, op=date(2017, 4, 1), tekst="Eerder")
    ContactFactory(statushouder=rima, op=date(2017, 4, 3), tekst="Later")
    (maand, regels), *_rest = client.get(rima.get_absolute_url()).context["tijdlijn"]["maanden"]
    assert maand == "April 2017"
    assert [(regel["dag"], regel["soort"]) for regel in regels] == [
        ("3 april", "Contact"),
        ("2 april", "Zesde"),
        ("1 april", "Contact"),
    ]
    assert "zesde" in {domein.code for domein in register}
