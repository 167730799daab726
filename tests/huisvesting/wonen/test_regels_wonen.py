"""The rules about homes: steps of an offer, the 14 weeks, who fits, and the shortage. No database."""

from datetime import date, timedelta

import pytest

from huisvesting.rules import (
    Aanbodstand,
    Normdagen,
    Ruimte,
    Stap,
    Vraag,
    Woningtekort,
    delen,
    mogelijk,
    rangschik,
    redenen,
    staat_al_vast,
    stapbezwaar,
    terug_te_nemen,
    weigering,
)

AANGEBODEN, VANDAAG = date(2017, 4, 3), date(2017, 5, 1)
DAG = timedelta(days=1)
OPEN = Aanbodstand(aangeboden_op=AANGEBODEN)
JA = Aanbodstand(aangeboden_op=AANGEBODEN, bezichtigd_op=date(2017, 4, 5), geaccepteerd_op=date(2017, 4, 10))
GETEKEND = Aanbodstand(
    aangeboden_op=AANGEBODEN, geaccepteerd_op=date(2017, 4, 10), contract_op=date(2017, 4, 20)
)


class TestStappen:
    @pytest.mark.parametrize(
        ("stap", "stand", "grens"),
        [
            (Stap.BEZICHTIGD, OPEN, AANGEBODEN),
            (Stap.GEACCEPTEERD, OPEN, AANGEBODEN),
            (Stap.GEWEIGERD, OPEN, AANGEBODEN),
            (Stap.INGETROKKEN, OPEN, AANGEBODEN),
            (Stap.INGETROKKEN, JA, JA.geaccepteerd_op),
            (Stap.CONTRACT, JA, JA.geaccepteerd_op),
            (Stap.SLEUTEL, GETEKEND, GETEKEND.contract_op),
        ],
    )
    def test_niet_voor_de_stap_ervoor(self, stap, stand, grens):
        assert "een dag erna" in stapbezwaar(stap, stand, op=grens - DAG, vandaag=VANDAAG)
        assert stapbezwaar(stap, stand, op=grens, vandaag=VANDAAG) == ""
        assert stapbezwaar(stap, stand, op=grens + DAG, vandaag=VANDAAG) == ""

    def test_geaccepteerd_niet_voor_de_bezichtiging(self):
        stand = Aanbodstand(aangeboden_op=AANGEBODEN, bezichtigd_op=date(2017, 4, 7))
        zin = stapbezwaar(Stap.GEACCEPTEERD, stand, op=date(2017, 4, 6), vandaag=VANDAAG)
        assert zin == "De woning is bezichtigd op 7-4-2017. Kies die dag of een dag erna."
        assert stapbezwaar(Stap.GEACCEPTEERD, stand, op=date(2017, 4, 7), vandaag=VANDAAG) == ""

    @pytest.mark.parametrize("stap", [Stap.BEZICHTIGD, Stap.GEACCEPTEERD, Stap.GEWEIGERD, Stap.INGETROKKEN])
    def test_niet_op_een_dag_die_nog_komt(self, stap):
        assert stapbezwaar(stap, OPEN, op=VANDAAG, vandaag=VANDAAG) == ""
        assert stapbezwaar(stap, OPEN, op=VANDAAG + DAG, vandaag=VANDAAG) == "Deze dag is nog niet geweest."

    def test_de_huur_mag_wel_later_ingaan(self):
        assert stapbezwaar(Stap.CONTRACT, JA, op=VANDAAG + 30 * DAG, vandaag=VANDAAG) == ""

    def test_de_huur_gaat_pas_in_na_een_ja_en_de_sleutel_na_de_huur(self):
        assert "geaccepteerd" in stapbezwaar(Stap.CONTRACT, OPEN, op=VANDAAG, vandaag=VANDAAG)
        assert "wanneer de huur" in stapbezwaar(Stap.SLEUTEL, JA, op=VANDAAG, vandaag=VANDAAG)

    @pytest.mark.parametrize("nee", [Stap.GEWEIGERD, Stap.INGETROKKEN])
    @pytest.mark.parametrize("stap", list(Stap))
    def test_na_een_nee_kan_er_niets_meer_bij(self, nee, stap):
        stand = Aanbodstand(aangeboden_op=AANGEBODEN, **{nee.veld: date(2017, 4, 6)})
        assert "6-4-2017" in staat_al_vast(stap, stand)
        assert not stand.open

    def test_twee_keer_dezelfde_stap_is_een_zin(self):
        assert staat_al_vast(Stap.BEZICHTIGD, JA) == (
            "De woning is bezichtigd op 5-4-2017. Dat staat al vast."
        )

    def test_wat_er_nu_kan(self):
        assert mogelijk(OPEN) == [Stap.BEZICHTIGD, Stap.GEACCEPTEERD, Stap.GEWEIGERD, Stap.INGETROKKEN]
        assert mogelijk(JA) == [Stap.GEWEIGERD, Stap.INGETROKKEN, Stap.CONTRACT]
        assert mogelijk(GETEKEND) == [Stap.SLEUTEL]

    def test_terug_kan_de_laatste_stap(self):
        assert terug_te_nemen(JA)[0] is Stap.GEACCEPTEERD
        assert terug_te_nemen(GETEKEND) == (Stap.CONTRACT, "")
        assert "trek het dan in" in terug_te_nemen(OPEN)[1]


class TestVeertienWeken:
    """H11; boundary case 19: linked 2017-03-06, home by 2017-05-15, moved by 2017-05-29."""

    GEKOPPELD = date(2017, 3, 6)

    def _woning(self, peildatum, huur=None):
        return delen(Normdagen(gekoppeld_op=self.GEKOPPELD, huur_op=huur), peildatum)[1]

    def test_grensgeval_19(self):
        _koppelen, woning, verhuizen = delen(Normdagen(gekoppeld_op=self.GEKOPPELD), date(2017, 5, 1))
        assert woning.uiterlijk == date(2017, 5, 15)
        assert verhuizen.uiterlijk == date(2017, 5, 29)

    @pytest.mark.parametrize(
        ("peildatum", "over"), [("2017-05-14", -1), ("2017-05-15", 0), ("2017-05-16", 1)]
    )
    def test_een_woning_zoeken_loopt(self, peildatum, over):
        deel = self._woning(date.fromisoformat(peildatum))
        assert (deel.loopt, deel.over, deel.te_laat) == (True, over, over > 0)

    @pytest.mark.parametrize(
        ("huur", "te_laat"), [("2017-05-14", False), ("2017-05-15", False), ("2017-05-16", True)]
    )
    def test_op_de_laatste_dag_is_op_tijd(self, huur, te_laat):
        deel = self._woning(date(2017, 8, 1), date.fromisoformat(huur))
        assert (deel.loopt, deel.te_laat) == (False, te_laat)

    def test_verhuizen_telt_vanaf_de_huur(self):
        dagen = Normdagen(
            gekoppeld_op=self.GEKOPPELD, huur_op=date(2017, 4, 3), verhuisd_op=date(2017, 4, 18)
        )
        deel = delen(dagen, date(2017, 5, 1))[2]
        assert (deel.dagen, deel.over, deel.uiterlijk) == (15, 1, date(2017, 4, 17))

    def test_koppelen_binnen_twee_weken(self):
        deel = delen(Normdagen(vergunning_op=date(2017, 2, 20), gekoppeld_op=self.GEKOPPELD), VANDAAG)[0]
        assert (deel.dagen, deel.over) == (14, 0)

    def test_huur_die_later_ingaat_is_nog_geen_einde(self):
        deel = self._woning(VANDAAG, VANDAAG + DAG)
        assert deel.loopt

    def test_zonder_begin_is_er_geen_duur(self):
        assert [deel.dagen for deel in delen(Normdagen(), VANDAAG)] == [None, None, None]


VRIJ = date(2017, 7, 1)


class TestWiePast:
    def _nee(self, vraag, ruimte):
        return [reden.tekst for reden in redenen(vraag, ruimte) if not reden.ja]

    @pytest.mark.parametrize(("personen", "past"), [(2, True), (3, True), (4, False)])
    def test_grootte(self, personen, past):
        ruimte = Ruimte(plaatsen=3, vrij_van=VRIJ)
        assert (not self._nee(Vraag(personen=personen), ruimte)) is past

    def test_zonder_aantal_plekken_past_iedereen(self):
        assert not self._nee(Vraag(personen=9), Ruimte(plaatsen=None, vrij_van=VRIJ))

    @pytest.mark.parametrize(
        ("amv", "amv_woning", "past"),
        [(True, True, True), (False, False, True), (True, False, False), (False, True, False)],
    )
    def test_amv(self, amv, amv_woning, past):
        nee = self._nee(Vraag(personen=1, amv=amv), Ruimte(plaatsen=6, vrij_van=VRIJ, amv=amv_woning))
        assert (not nee) is past

    @pytest.mark.parametrize(
        ("tot_en_met", "past"), [("2017-06-30", False), ("2017-07-01", True), ("2017-07-02", True)]
    )
    def test_de_woning_moet_er_dan_nog_zijn(self, tot_en_met, past):
        ruimte = Ruimte(plaatsen=6, vrij_van=date(2017, 5, 1), vrij_tot_en_met=date.fromisoformat(tot_en_met))
        assert (not self._nee(Vraag(personen=1, nodig_op=VRIJ), ruimte)) is past

    def test_een_latere_woning_past_en_zegt_hoeveel_later(self):
        vraag = Vraag(personen=1, nodig_op=date(2017, 6, 29))
        teksten = [reden.tekst for reden in redenen(vraag, Ruimte(plaatsen=1, vrij_van=VRIJ))]
        assert "Vrij vanaf 1-7-2017, 2 dagen na de verwachte datum" in teksten

    @pytest.mark.parametrize(("amv", "past"), [(False, False), (True, True)])
    def test_bij_anderen_in_kan_alleen_in_een_amv_woning(self, amv, past):
        ruimte = Ruimte(plaatsen=3, vrij_van=VRIJ, blijven=1, amv=amv, per_plek=amv)
        assert (not self._nee(Vraag(personen=1, amv=amv), ruimte)) is past

    def test_een_open_aanbod_is_een_nee(self):
        nee = self._nee(Vraag(personen=1, aanbod="Helmweg 3"), Ruimte(plaatsen=1, vrij_van=VRIJ))
        assert nee == ["Er staat al een aanbod open: Helmweg 3"]
        nee = self._nee(Vraag(personen=1), Ruimte(plaatsen=1, vrij_van=VRIJ, aanbod=True))
        assert nee == ["Deze woning is al aan een ander aangeboden"]

    @pytest.mark.parametrize(
        ("vraag", "ruimte", "zin", "bron"),
        [
            ({}, {}, "", ""),
            ({"personen": 4}, {}, "plek voor 3, en er zijn 4 personen.", "aantal plaatsen"),
            ({}, {"plaatsen": 0}, "geen plek meer, en er is 1 persoon.", "aantal plaatsen"),
            ({}, {"amv": True}, "Dit is een AMV-woning. Kies een gewone woning.", "plan"),
            ({"amv": True}, {}, "Kies een AMV-woning.", "plan"),
            ({}, {"blijven": 1}, "wonen al mensen die blijven.", "werkwijze"),
            (
                {},
                {"vrij_tot_en_met": VRIJ - DAG},
                "beschikbaar tot en met 30-6-2017.",
                "afspraak met de verhuurder",
            ),
            ({"aanbod": "Helmweg 3"}, {}, "staat al een aanbod open.", "werkwijze"),
            ({}, {"aanbod": True}, "al aan iemand aangeboden.", "werkwijze"),
        ],
    )
    def test_wat_niet_past_wordt_niet_aangeboden(self, vraag, ruimte, zin, bron):
        """What the page of a home gives as a reason is what offering it is refused for."""
        vraag = Vraag(**{"personen": 1} | vraag)
        ruimte = Ruimte(**{"plaatsen": 3, "vrij_van": VRIJ} | ruimte)
        gezegd = weigering(vraag, ruimte)
        assert (not gezegd) == all(reden.ja for reden in redenen(vraag, ruimte)) == (not zin)
        assert zin in gezegd
        assert not zin or f"Bron: {bron}" in gezegd

    def test_wie_past_eerst_en_dan_wie_het_langst_wacht(self):
        vragen = [
            ("te groot", Vraag(personen=9, gekoppeld_op=date(2016, 1, 1))),
            ("zonder koppeling", Vraag(personen=1)),
            ("laat", Vraag(personen=1, gekoppeld_op=date(2017, 4, 1))),
            ("vroeg", Vraag(personen=1, gekoppeld_op=date(2017, 3, 6))),
        ]
        rijen = rangschik(vragen, Ruimte(plaatsen=4, vrij_van=VRIJ))
        assert [rij.wie for rij in rijen] == ["vroeg", "laat", "zonder koppeling", "te groot"]


class TestTekort:
    def _stand(self, **anders):
        basis = {
            "eigen": 0,
            "groter": 0,
            "wordt_18": 0,
            "eindigt": 0,
            "aangeboden": 0,
            "vrij": 0,
            "toegezegd": 0,
            "komt_vrij": 0,
        }
        return Woningtekort(**basis | anders)

    def test_zoals_het_plan_het_laat_zien(self):
        stand = self._stand(eigen=3, groter=3, wordt_18=1, eindigt=1, aangeboden=2, vrij=2, toegezegd=2)
        assert (stand.nodig, stand.in_beeld, stand.tekort) == (8, 6, 2)

    def test_wie_groter_gaat_wonen_laat_een_woning_achter(self):
        stand = self._stand(groter=1, aangeboden=1, komt_vrij=1)
        assert stand.tekort == -1
