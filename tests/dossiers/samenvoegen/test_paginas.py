"""Two dossiers beside each other: what is shown, chosen and refused."""

from datetime import date

import pytest
from django.contrib.messages import get_messages

from dossiers.models import Contactmoment, Regie, Samenvoeging, Statushouder
from kern.velden import Versleuteld, blinde_index
from tests.dossiers.factories import GezinslidFactory
from tests.dossiers.samenvoegen.hulp import adres, invoer, tekst
from tests.huisvesting.factories import (
    PlaatsingFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_vandaag")]
DAG = date(2017, 5, 1)


@pytest.mark.usefixtures("regisseur")
class TestVergelijken:
    def test_wat_verschilt_is_te_kiezen_en_wat_vaststaat_niet(self, client, paar):
        antwoord = client.get(adres("samenvoegen", *paar))
        form = antwoord.context["form"]
        assert form.codes == ["naam", "geboren", "telefoon"]
        assert form["geboren"].value() == "vervalt"
        pagina = tekst(antwoord)
        assert "Gebreselassie" in pagina
        assert "dag en maand onbekend" in pagina
        assert "1 keer bekend" in pagina
        assert "geboren op 5 juni 1990" in pagina

    def test_wat_meegaat_staat_er_met_aantallen_die_kloppen(self, client, paar):
        for persoon in (paar[0], paar[0], paar[1]):
            Contactmoment.objects.create(statushouder=persoon, op=DAG, tekst="x")
        PlaatsingFactory(statushouder=paar[0])
        PlaatsingFactory(statushouder=paar[1])
        mee = {
            deel.namen: (deel, zin) for deel, zin in client.get(adres("samenvoegen", *paar)).context["mee"]
        }
        contacten, _ = mee["contacten"]
        assert (contacten.blijft, contacten.vervalt, contacten.samen) == (2, 1, 3)
        plaatsingen, let_op = mee["plaatsingen"]
        assert (plaatsingen.samen, let_op) == (
            1,
            "kan niet twee keer tegelijk: de woning van de vroegste telling blijft staan",
        )

    def test_samenvoegen_leidt_naar_het_dossier_met_een_melding(self, client, paar, regisseur):
        antwoord = client.post(adres("samenvoegen", *paar), invoer(paar))
        assert antwoord.url == paar[0].get_absolute_url()
        paar[0].refresh_from_db()
        gedaan = Samenvoeging.objects.get()
        assert (paar[0].telefoon, str(paar[0].geboren), paar[0].achternaam) == (
            "0612340090",
            "5-6-1990",
            "Gebreselassie",
        )
        assert (gedaan.op, gedaan.door, gedaan.reden) == (DAG, regisseur, "gezien")
        assert "D-17-0064 is samengevoegd met dit dossier" in str(*get_messages(antwoord.wsgi_request))

    def test_een_pagina_van_voor_een_wijziging_verandert_niets_en_toont_wat_er_nu_is(self, client, paar):
        oud = invoer(paar, telefoon="blijft")
        paar[1].telefoon = "0687654321"
        paar[1].bewaar_volgende()
        antwoord = client.post(adres("samenvoegen", *paar), oud)
        assert antwoord.status_code == 200
        assert "is intussen gewijzigd" in tekst(antwoord)
        assert "0687654321" in tekst(antwoord)
        assert antwoord.context["form"]["telefoon"].value() == "blijft"
        assert f'name="versie_vervalt" value="{paar[1].versie}"' in antwoord.content.decode()
        assert not Samenvoeging.objects.exists()

    @pytest.mark.parametrize(
        ("fout", "zin"),
        [
            ({"reden": ""}, "Waarom is dit dezelfde persoon?"),
            ({"reden": "anders"}, "schrijf op hoe u het weet"),
            ({"naam": ""}, "kies welk gegeven klopt"),
            ({"versie_blijft": "x"}, "niet volledig verstuurd"),
        ],
    )
    def test_wat_ontbreekt_staat_in_de_samenvatting(self, client, paar, fout, zin):
        antwoord = client.post(adres("samenvoegen", *paar), invoer(paar, **fout))
        assert zin.lower() in tekst(antwoord).lower()
        assert not Samenvoeging.objects.exists()

    def test_twee_bsns_zijn_te_onderscheiden_en_moeten_gekozen_worden(self, client, paar):
        for persoon, bsn in zip(paar, ("123456782", "111222333"), strict=True):
            Statushouder.objects.filter(pk=persoon.pk).update(
                bsn=Versleuteld.van(bsn), bsn_index=blinde_index(bsn)
            )
        antwoord = client.get(adres("samenvoegen", *paar))
        assert "•••••• 782" in tekst(antwoord)
        assert "123456782" not in tekst(antwoord)
        assert antwoord.context["form"]["bsn"].value() == ""
        assert "kies welk gegeven klopt: BSN" in tekst(client.post(adres("samenvoegen", *paar), invoer(paar)))
        client.post(adres("samenvoegen", *paar), invoer(paar, bsn="vervalt"))
        paar[0].refresh_from_db()
        assert paar[0].bsn.ontsleutel() == "111222333"

    def test_de_regisseur_is_te_kiezen(self, client, paar, regisseur):
        Regie.objects.filter(statushouder=paar[1]).update(regisseur=regisseur)
        form = client.get(adres("samenvoegen", *paar)).context["form"]
        assert form["regisseur"].value() == "vervalt"
        client.post(adres("samenvoegen", *paar), invoer(paar, regisseur="vervalt"))
        assert Regie.objects.get(statushouder=paar[0], tot=None).regisseur == regisseur

    def test_in_een_gezin_waarschuwt_de_pagina_voor_een_tweeling(self, client, paar):
        lid = GezinslidFactory(statushouder=paar[0])
        assert "er is geen gezin" not in tekst(client.get(adres("samenvoegen", *paar)))
        GezinslidFactory(statushouder=paar[1], gezin=lid.gezin, rol="kind")
        assert "tweeling" in tekst(client.get(adres("samenvoegen", *paar)))
