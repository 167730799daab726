"""Postponing a task: until when and why, once, and taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from dossiers import actions
from dossiers.models import Taak
from kern.opmaak.datum import lees_datum
from kern.weigering import Verouderd
from tests.dossiers.samenvoegen.hulp import tekst
from tests.dossiers.vastleggen.factories import TaakFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
VANDAAG, EEN = date(2017, 5, 1), timedelta(days=1)
WAS, WORDT = date(2017, 5, 8), date(2017, 5, 15)
REDEN = "Wacht op een document"
INVOER = {"nieuwe_datum": "15-5-2017", "waarom": REDEN, "reden": "", "versie": "1"}


def stel_uit(taak, nieuwe_datum=WORDT, *, reden=REDEN, versie=None, op=VANDAAG):
    return actions.stel_taak_uit(
        taak, versie=versie or taak.versie, nieuwe_datum=nieuwe_datum, reden=reden, op=op
    )


def uitstel(taak) -> tuple[date, date | None, str]:
    taak.refresh_from_db()
    return taak.uiterlijk_op, taak.eerst_uiterlijk_op, taak.uitstel_reden


def adres(taak, handeling="uitstellen") -> str:
    return reverse(f"dossiers:taak-{handeling}", args=[taak.pk])


class TestRegel:
    @pytest.mark.parametrize(
        ("was", "wordt", "zin"),
        [
            (VANDAAG - 9 * EEN, VANDAAG - EEN, "Kies een dag na vandaag."),
            (VANDAAG - 9 * EEN, VANDAAG, "Kies een dag na vandaag."),
            (VANDAAG - 9 * EEN, VANDAAG + EEN, ""),
            (WAS, WAS - EEN, "De laatste dag is al 8-5-2017. Kies een dag daarna."),
            (WAS, WAS, "De laatste dag is al 8-5-2017. Kies een dag daarna."),
            (WAS, WAS + EEN, ""),
        ],
    )
    def test_na_vandaag_en_na_de_laatste_dag(self, was, wordt, zin):
        taak = TaakFactory(uiterlijk_op=was)
        if not zin:
            assert uitstel(stel_uit(taak, wordt)) == (wordt, was, REDEN)
            return
        with pytest.raises(ValidationError) as fout:
            stel_uit(taak, wordt)
        assert fout.value.message_dict == {"nieuwe_datum": [zin]}
        assert uitstel(taak) == (was, None, "")

    @pytest.mark.parametrize("reden", ["", "  "])
    def test_niet_zonder_reden(self, reden):
        with pytest.raises(ValidationError) as fout:
            stel_uit(TaakFactory(), reden=reden)
        assert fout.value.message_dict == {"reden": ["Schrijf op waarom."]}

    def test_niet_wat_gedaan_is_of_doorgehaald(self):
        gedaan, weg, wie = TaakFactory(), TaakFactory(), GebruikerFactory()
        gedaan = actions.taak_gedaan(gedaan, versie=1, op=VANDAAG, door=wie)
        weg = actions.haal_door(weg, versie=1, op=VANDAAG, door=wie, reden="Dubbel")
        with pytest.raises(ValidationError, match="al gedaan op 1-5-2017"):
            stel_uit(gedaan)
        with pytest.raises(ValidationError, match="doorgehaald"):
            stel_uit(weg)

    def test_wie_weer_uitstelt_houdt_de_eerste_dag_en_geeft_een_nieuwe_reden(self):
        taak = stel_uit(TaakFactory())
        stel_uit(taak, WORDT + EEN, reden="De persoon kan nu niet")
        assert uitstel(taak) == (WORDT + EEN, WAS, "De persoon kan nu niet")
        assert [rij.uitstel_reden for rij in taak.events.order_by("pgh_id")] == [
            "",
            REDEN,
            "De persoon kan nu niet",
        ]

    @pytest.mark.parametrize(
        ("velden", "naam"),
        [
            ({"eerst_uiterlijk_op": WAS - EEN}, "taak_uitstel_met_reden"),
            ({"uitstel_reden": "x"}, "taak_uitstel_met_reden"),
            ({"eerst_uiterlijk_op": WAS, "uitstel_reden": "x"}, "taak_uitstel_naar_later"),
        ],
    )
    def test_de_databank_houdt_reden_en_dag_bij_elkaar(self, velden, naam):
        with pytest.raises(IntegrityError, match=naam), transaction.atomic():
            TaakFactory(uiterlijk_op=WAS, **velden)

    def test_een_andere_dag_door_wijzigen_is_geen_uitstel_meer(self):
        taak = stel_uit(TaakFactory())
        taak = actions.wijzig_taak(taak, versie=2, gegevens={"wat": "Bel", "uiterlijk_op": WORDT}, op=VANDAAG)
        assert uitstel(taak) == (WORDT, WAS, REDEN)
        actions.wijzig_taak(taak, versie=3, gegevens={"uiterlijk_op": WORDT + EEN}, op=VANDAAG)
        assert uitstel(taak) == (WORDT + EEN, None, "")


class TestTegelijk:
    def test_twee_keer_verstuurd_is_een_keer_uitgesteld(self):
        taak = TaakFactory()
        stel_uit(taak, versie=1)
        assert stel_uit(taak, versie=1).versie == 2
        assert taak.events.count() == 2

    @pytest.mark.parametrize(("dag", "reden"), [(WORDT + EEN, REDEN), (WORDT, "De persoon kan nu niet")])
    def test_een_ander_uitstel_van_een_collega_gaat_niet_verloren(self, dag, reden):
        taak = TaakFactory()
        stel_uit(taak, versie=1)
        with pytest.raises(Verouderd):
            stel_uit(taak, dag, reden=reden, versie=1)
        assert uitstel(taak) == (WORDT, WAS, REDEN)

    def test_twee_keer_ongedaan_gemaakt_neemt_een_uitstel_terug(self):
        taak = stel_uit(stel_uit(TaakFactory()), WORDT + 5 * EEN, reden="De persoon kan nu niet")
        for _ in range(2):
            assert actions.draai_taakuitstel_terug(taak, versie=3).versie == 4
        assert uitstel(taak) == (WORDT, WAS, REDEN)
        for _ in range(2):
            assert actions.draai_taakuitstel_terug(taak, versie=4).versie == 5
        assert uitstel(taak) == (WAS, None, "")

    def test_ongedaan_gemaakt_wat_een_collega_intussen_anders_deed_is_verouderd(self):
        taak = stel_uit(TaakFactory())
        actions.wijzig_taak(taak, versie=2, gegevens={"uiterlijk_op": WAS - EEN}, op=VANDAAG)
        with pytest.raises(Verouderd):
            actions.draai_taakuitstel_terug(taak, versie=2)
        assert uitstel(taak) == (WAS - EEN, None, "")

    def test_twee_keer_verstuurd_maar_intussen_overgedragen_is_verouderd(self):
        taak = stel_uit(TaakFactory())
        actions.draag_taak_over(taak, versie=2, eigenaar=GebruikerFactory())
        with pytest.raises(Verouderd):
            stel_uit(taak, versie=1)


class TestTerug:
    def test_zoals_het_ervoor_stond(self):
        taak = stel_uit(TaakFactory())
        taak = stel_uit(taak, WORDT + EEN, reden="De persoon kan nu niet")
        taak = actions.draag_taak_over(taak, versie=3, eigenaar=GebruikerFactory())
        taak = actions.draai_taakuitstel_terug(taak, versie=4)
        assert uitstel(taak) == (WORDT, WAS, REDEN)
        taak = actions.draai_taakuitstel_terug(taak, versie=5)
        assert uitstel(taak) == (WAS, None, "")
        with pytest.raises(ValidationError, match="niet \\(meer\\) uitgesteld"):
            actions.draai_taakuitstel_terug(taak, versie=6)

    def test_wie_na_het_terugdraaien_weer_uitstelt_komt_daar_weer_uit(self):
        taak = stel_uit(TaakFactory())
        taak = actions.draai_taakuitstel_terug(stel_uit(taak, WORDT + EEN), versie=3)
        taak = actions.draai_taakuitstel_terug(stel_uit(taak, WORDT + 5 * EEN), versie=5)
        assert uitstel(taak) == (WORDT, WAS, REDEN)

    def test_een_dag_die_tussendoor_is_gewijzigd_is_waar_het_op_uitkomt(self):
        taak = stel_uit(TaakFactory())
        taak = actions.wijzig_taak(taak, versie=2, gegevens={"uiterlijk_op": WAS + EEN}, op=VANDAAG)
        taak = actions.draai_taakuitstel_terug(stel_uit(taak), versie=4)
        assert uitstel(taak) == (WAS + EEN, None, "")

    def test_ook_zonder_geschiedenis(self):
        taak = TaakFactory(uiterlijk_op=WORDT, eerst_uiterlijk_op=WAS, uitstel_reden=REDEN)
        assert uitstel(actions.draai_taakuitstel_terug(taak, versie=1)) == (WAS, None, "")

    def test_niet_van_wat_gedaan_is_of_doorgehaald(self):
        gedaan, weg, wie = stel_uit(TaakFactory()), stel_uit(TaakFactory()), GebruikerFactory()
        gedaan = actions.taak_gedaan(gedaan, versie=2, op=VANDAAG, door=wie)
        weg = actions.haal_door(weg, versie=2, op=VANDAAG, door=wie, reden="Dubbel")
        with pytest.raises(ValidationError, match="al gedaan op 1-5-2017"):
            actions.draai_taakuitstel_terug(gedaan, versie=3)
        with pytest.raises(ValidationError, match="doorgehaald"):
            actions.draai_taakuitstel_terug(weg, versie=3)
        assert uitstel(gedaan) == uitstel(weg) == (WORDT, WAS, REDEN)

    def test_van_een_oude_pagina_niet(self):
        taak = stel_uit(TaakFactory())
        with pytest.raises(Verouderd):
            actions.draai_taakuitstel_terug(taak, versie=1)


@pytest.mark.usefixtures("ik")
class TestPagina:
    def test_met_datum_en_reden_en_weer_terug(self, client):
        taak = TaakFactory()
        pagina = tekst(client.get(adres(taak)))
        assert "Taak uitstellen" in pagina
        antwoord = client.post(adres(taak), INVOER, follow=True)
        assert uitstel(taak) == (WORDT, WAS, REDEN)
        pagina = tekst(antwoord)
        assert "De taak is uitgesteld tot en met 15-5-2017: Toeslagen aanvragen." in pagina
        assert "Maak ongedaan" in pagina
        assert f"Was uiterlijk op 8-5-2017. {REDEN}" in pagina
        assert adres(taak, "uitstel-terug") in antwoord.content.decode()
        client.post(adres(taak, "uitstel-terug"), {"versie": "2"})
        assert uitstel(taak) == (WAS, None, "")

    def test_twee_keer_klikken(self, client):
        taak = TaakFactory()
        for _ in range(2):
            antwoord = client.post(f"{adres(taak)}?terug=/werk/", INVOER)
            assert antwoord["Location"] == "/werk/"
        assert Taak.objects.get().versie == 2

    def test_twee_keer_klikken_op_ongedaan_maken(self, client):
        taak = stel_uit(stel_uit(TaakFactory()), WORDT + 5 * EEN)
        for _ in range(2):
            antwoord = client.post(f"{adres(taak, 'uitstel-terug')}?terug=/werk/", {"versie": "3"})
            assert antwoord["Location"] == "/werk/"
        assert uitstel(taak)[0] == WORDT

    def test_de_pagina_zegt_welke_dag_terugkomt(self, client):
        taak = stel_uit(stel_uit(TaakFactory()), WORDT + 5 * EEN)
        for dag, versie in (("15-5-2017", "3"), ("8-5-2017", "4")):
            assert f"De laatste dag wordt weer {dag}." in tekst(client.get(adres(taak, "uitstel-terug")))
            client.post(adres(taak, "uitstel-terug"), {"versie": versie})
            assert uitstel(taak)[0] == lees_datum(dag)

    @pytest.mark.parametrize("handeling", ["uitstellen", "uitstel-terug"])
    def test_wat_gedaan_is_gaat_niet_open(self, client, handeling):
        taak = actions.taak_gedaan(stel_uit(TaakFactory()), versie=2, op=VANDAAG, door=GebruikerFactory())
        antwoord = client.get(adres(taak, handeling), follow=True)
        assert antwoord.redirect_chain == [(taak.get_absolute_url(), 302)]
        assert "Deze taak is al gedaan op 1-5-2017." in tekst(antwoord)
        antwoord = client.post(adres(taak, handeling), {**INVOER, "versie": "3"})
        assert "Deze taak is al gedaan op 1-5-2017." in tekst(antwoord)
        assert uitstel(taak) == (WORDT, WAS, REDEN)

    def test_wat_niet_is_uitgesteld_gaat_niet_open_om_het_ongedaan_te_maken(self, client):
        taak = TaakFactory()
        antwoord = client.get(adres(taak, "uitstel-terug"), follow=True)
        assert antwoord.redirect_chain == [(taak.get_absolute_url(), 302)]
        assert "Deze taak is niet (meer) uitgesteld." in tekst(antwoord)

    @pytest.mark.parametrize(
        ("anders", "veld", "zin"),
        [
            ({"nieuwe_datum": ""}, "nieuwe_datum", "Vul een datum in."),
            ({"nieuwe_datum": "1-5-2017"}, "nieuwe_datum", "Kies een dag na vandaag."),
            ({"nieuwe_datum": "30-4-2017", "reden": "paspoort"}, "nieuwe_datum", "Kies een dag na vandaag."),
            ({"waarom": ""}, "reden", "Schrijf op waarom."),
        ],
    )
    def test_een_fout_bij_het_veld_en_wat_is_getypt_blijft(self, client, anders, veld, zin):
        taak = TaakFactory()
        antwoord = client.post(adres(taak), {**INVOER, **anders})
        assert list(antwoord.context["form"].errors) == [veld]
        pagina = antwoord.content.decode()
        assert zin in pagina
        getypt = {**INVOER, **anders}
        for naam, blijft in (
            ("nieuwe_datum", 'value="{}"'),
            ("waarom", '<option value="{}" selected'),
            ("reden", 'value="{}"'),
        ):
            assert not getypt[naam] or blijft.format(getypt[naam]) in pagina, naam
        assert uitstel(taak) == (WAS, None, "")

    def test_een_eigen_reden_en_een_gekozen_met_toelichting(self, client):
        eigen, samen = TaakFactory.create_batch(2)
        client.post(adres(eigen), {**INVOER, "waarom": "", "reden": "Ziek"})
        client.post(adres(samen), {**INVOER, "reden": "paspoort"})
        assert [uitstel(taak)[2] for taak in (eigen, samen)] == ["Ziek", f"{REDEN}: paspoort"]

    def test_de_tijdlijn_van_het_dossier_zegt_het(self, client):
        taak = stel_uit(TaakFactory())
        pagina = tekst(client.get(taak.statushouder.get_absolute_url()))
        assert f"Uitgesteld, was uiterlijk op 8-5-2017: {REDEN}" in pagina


@pytest.mark.parametrize("handeling", ["uitstellen", "uitstel-terug"])
def test_niet_voor_wie_alleen_leest(client, handeling):
    taak = stel_uit(TaakFactory())
    client.force_login(GebruikerFactory(rol=Rol.CONSULENT))
    assert client.get(taak.get_absolute_url()).status_code == 200
    assert adres(taak, handeling) not in client.get(taak.get_absolute_url()).content.decode()
    assert client.get(adres(taak, handeling)).status_code == 404
