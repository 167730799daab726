"""The plan goes in whole or not at all: every kind of wrong file is named by its key and changes nothing."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from financien.models import Activiteit, Inkomstenpost
from kern import planlader
from kern.contract import Controle, Domein, Laadtelling, Plandeel
from kern.management.commands.laad_plan import EIGEN_PLAN
from kern.opdrachten import Geweigerd
from kern.register import register
from tests.kern.planproef import JONG, inhoud, laad

pytestmark = pytest.mark.django_db

COR = 'bedrag = -33225                  # 2/12 of DU-2017\ntegenpost = "DU-2017-ND"'
FOUT = [
    # (replacements, the key that must be named, words that say what is wrong or would be right)
    (
        [("bedrag = 52140", "bedrag = 52141")],
        "inkomsten[RMBA-2017].bedrag",
        "52.141 klopt niet, 22 × 2.370 = 52.140",
    ),
    ([("bedrag = 52140", "bedrag = 52141")], "controle_inkomsten.totaal_2017", "344.926 klopt niet"),
    ([("aantal = 22\n", "aantal = 23\n")], "inkomsten[RMBA-2017].bedrag", "23 × 2.370 = 54.510"),
    (
        [("aantal = 50\ntarief = 450\n", "aantal = 50\ntarief = 450.5\n")],
        "activiteiten[PVT].bedrag",
        "50 × 450,50 = 22.525",
    ),
    ([("totaal_2017 = 344926", "totaal_2017 = 344927")], "controle_inkomsten.totaal_2017", "samen = 344.926"),
    ([("totaal_2018 = 68775", "totaal_2018 = 68774")], "controle_inkomsten.totaal_2018", "68.774 klopt niet"),
    ([("totaal = 413701", "totaal = 413700")], "controle_inkomsten.totaal", "alle inkomsten samen = 413.701"),
    ([("totaal = 282666", "totaal = 282665.99")], "controle_activiteiten.totaal", "282.665,99 klopt niet"),
    ([("totaal = 137", "totaal = 138")], "controle_taakstelling.totaal", "138 klopt niet"),
    (
        [(JONG, JONG.replace("20000", "20001"))],
        "controle_activiteiten.totaal",
        "alle activiteiten samen = 282.667",
    ),
    ([("[controle_inkomsten]", "[controle_inkomst]")], "controle_inkomsten", "ontbreekt"),
    ([("[controle_inkomsten]", "[controle_inkomst]")], "controle_inkomsten.totaal_2018", "ontbreekt"),
    ([("[controle_activiteiten]", "[iets_anders]")], "controle_activiteiten", "ontbreekt"),
    ([("[plan]", "[kop]")], "plan", "ontbreekt"),
    ([("totaal_2018 = 68775\n", "")], "controle_inkomsten.totaal_2018", "ontbreekt"),
    ([("totaal_2018 = 68775", "totaal_2019 = 68775")], "controle_inkomsten.totaal_2019", "bestaat hier niet"),
    ([("jaren = [2017, 2018]", "jaren = [2018, 2017]")], "plan.jaren", "opeenvolgende jaren"),
    ([("jaren = [2017, 2018]", 'jaren = ["2017"]')], "plan.jaren", "gehele getallen"),
    ([("bedrag = 52140", 'bedrag = "veel"')], "inkomsten[RMBA-2017].bedrag", "moet een bedrag in euro zijn"),
    ([("bedrag = 52140\n", "")], "inkomsten[RMBA-2017].bedrag", "ontbreekt"),
    ([("bedrag = 52140", "bedrag = nan")], "inkomsten[RMBA-2017].bedrag", "moet een bedrag in euro zijn"),
    ([("bedrag = 52140", "bedrag = 52140.001")], "inkomsten[RMBA-2017].bedrag", "twee decimalen"),
    (
        [("bedrag = 52140", "bedrag = 99999999999")],
        "inkomsten[RMBA-2017].bedrag",
        "moet een bedrag in euro zijn",
    ),
    ([("aantal = 22\n", "aantal = true\n")], "inkomsten[RMBA-2017].aantal", "moet een geheel getal zijn"),
    ([("aantal = 22\n", "aantal = -22\n")], "inkomsten[RMBA-2017].aantal", "-22 kan niet"),
    ([("aantal = 22\n", "")], "inkomsten[RMBA-2017].aantal", "ontbreekt; tarief staat er wel"),
    ([("aantal = 22\n", "aantl = 22\n")], "inkomsten[RMBA-2017].aantl", "bestaat hier niet; wel: code, jaar"),
    (
        [('code = "RMBA-2017"\njaar = 2017', 'code = "RMBA-2017"\njaar = 2019')],
        "inkomsten[RMBA-2017].jaar",
        "kies uit 2017, 2018",
    ),
    (
        [('soort = "correctie"', 'soort = "korting"')],
        "inkomsten[DU-2017-COR].soort",
        "kies uit overheveling, rmba",
    ),
    ([('code = "RMBA-2018"', 'code = "RMBA-2017"')], "inkomsten[RMBA-2017].code", "komt twee keer voor"),
    (
        [('code = "MB"', 'code = "RMBA-2017"')],
        "activiteiten[RMBA-2017].code",
        "ook de code van een inkomstenregel",
    ),
    ([('code = "MB"', 'code = "M B"')], "activiteiten[M B].code", "alleen letters, cijfers"),
    ([('code = "MB"', "code = 7")], "activiteiten[7].code", "moet een tekst zijn, niet 7"),
    ([('code = "MB"', "code = []")], "activiteiten[1].code", "moet een tekst zijn"),
    (
        [(COR, COR.replace("DU-2017-ND", "DU-2016-ND"))],
        "inkomsten[DU-2017-COR].tegenpost",
        "'DU-2016-ND' is geen andere regel",
    ),
    (
        [(COR, COR.replace("DU-2017-ND", "DU-2017-COR"))],
        "inkomsten[DU-2017-COR].tegenpost",
        "is geen andere regel",
    ),
    (
        [(COR, COR.replace("DU-2017-ND", "RMBA-2018"))],
        "inkomsten[DU-2017-COR].tegenpost",
        "RMBA-2018 moet ook DU-2017-COR",
    ),
    (
        [(COR, COR.replace("-33225", "-33224"))],
        "inkomsten[DU-2017-COR].tegenpost",
        "0 klopt niet, -33.224 + 33.225 van DU-2017-ND = 1",
    ),
    ([(COR, COR.replace("tegenpost", "tegnpost"))], "inkomsten[DU-2017-COR].tegnpost", "bestaat hier niet"),
    ([(JONG, JONG.replace("20000", "-20000"))], "activiteiten[JONG].bedrag", "-20.000 kan niet"),
    (
        [('code = "AMV"\nhoofdstuk = "huisvesting"', 'code = "AMV"\nhoofdstuk = "wonen"')],
        "activiteiten[AMV].hoofdstuk",
        "'wonen' bestaat niet",
    ),
    ([('regel = "JONG"', 'regel = "JONGEREN"')], "rekeningen[10].regel", "'JONGEREN' bestaat niet"),
    (
        [
            (
                'grootboekrekening = "80211"\n[[rekeningen]]\nregel = "DU-2017"',
                'grootboekrekening = "80210"\n[[rekeningen]]\nregel = "DU-2017"',
            )
        ],
        "rekeningen[3].grootboekrekening",
        "al bij RMBA-2016Q4",
    ),
    ([('naam = "SMOW"', 'naam = "wodv"')], "organisaties[WODV].naam", "komt twee keer voor"),
    ([('rol = "welzijn"', 'rol = ""')], "organisaties[SMOW].rol", "mag niet leeg zijn"),
    ([('rol = "welzijn"', f'rol = "{"w" * 201}"')], "organisaties[SMOW].rol", "hoogstens 200 tekens"),
    ([('rol = "welzijn"', 'rol = "wel\\u0000zijn"')], "organisaties[SMOW].rol", "NUL"),
    (
        [("alleen_met_kinderen = true", 'alleen_met_kinderen = "ja"')],
        "eerste_maand[onderwijs].alleen_met_kinderen",
        "true of false",
    ),
    (
        [('titel = "Eigen casemanagers inzetten"', 'titel = "Opdracht van partners aanpassen"')],
        "actiepunten[19].titel",
        "staat al in dit hoofdstuk",
    ),
    (
        [('code = "schakelklas"\nonderwerp', 'code = "schakelklas"\nonderwrp')],
        "bronverschillen[schakelklas].onderwerp",
        "ontbreekt",
    ),
    (
        [('{ bron = "zinsverband", waarde = "juli 2017" }', '{ bron = "zinsverband" }')],
        "bronverschillen[schakelklas].waarden",
        "lijst van { bron",
    ),
]


class TestFout:
    @pytest.fixture(params=["leeg", "geladen"])
    def vooraf(self, request):
        """Refused before anything is there, and after; neither may change a row."""
        if request.param == "geladen":
            laad()
        return inhoud()

    def weiger(self, pad: Path) -> str:
        uit = StringIO()
        with pytest.raises(Geweigerd) as fout:
            call_command("laad_plan", str(pad), "--json", stdout=uit)
        assert fout.value.returncode == 2
        assert uit.getvalue() == ""
        assert str(fout.value).startswith("Het plan is niet geladen, er is niets gewijzigd.\n")
        return str(fout.value)

    @pytest.mark.parametrize(
        ("paren", "sleutel", "woorden"), FOUT, ids=[f"{n}-{f[1]}" for n, f in enumerate(FOUT)]
    )
    def test_de_sleutel_wordt_genoemd_en_er_verandert_niets(self, anders, paren, sleutel, woorden, vooraf):
        meldingen = self.weiger(anders(*paren)).splitlines()
        assert [m for m in meldingen if m.startswith(f"{sleutel}: ") and woorden in m], meldingen
        assert inhoud() == vooraf

    def test_elke_fout_in_een_keer(self, anders):
        pad = anders(
            ("bedrag = 52140", "bedrag = 52141"),
            ('regel = "JONG"', 'regel = "JONGEREN"'),
            ("totaal = 137", "totaal = 138"),
            ('rol = "welzijn"', "rol = 3"),
        )
        melding = self.weiger(pad)
        for sleutel in (
            "inkomsten[RMBA-2017].bedrag",
            "rekeningen[10].regel",
            "controle_taakstelling.totaal",
            "organisaties[SMOW].rol",
        ):
            assert f"\n{sleutel}: " in melding

    def test_een_onleesbaar_bedrag_maakt_geen_totaal_fout(self, anders):
        assert "controle_inkomsten" not in self.weiger(anders(("bedrag = 52140", 'bedrag = "veel"')))

    @pytest.mark.parametrize(
        ("bytes_", "woorden"),
        [
            (b"x = 1\n[plan\n", "is geen geldig TOML, zie regel 2, teken 6."),
            (b"x = ", "is geen geldig TOML, "),
            (b"x = 1\nx = 2\n", "is geen geldig TOML, zie regel 2, "),
            (b"\xff\xfe[plan]", "is geen geldig TOML: het is geen UTF-8."),
            (b"", "plan: ontbreekt"),
            (b"inkomsten = 3", "inkomsten: moet een lijst van tabellen zijn"),
            (b"plan = 3", "plan: moet één tabel zijn"),
        ],
    )
    def test_geen_plan(self, tmp_path, bytes_, woorden, vooraf):
        pad = tmp_path / "plan.toml"
        pad.write_bytes(bytes_)
        assert woorden in self.weiger(pad)
        assert inhoud() == vooraf

    @pytest.mark.parametrize(
        ("naam", "woorden"), [("bestaat-niet.toml", "bestaat niet"), (".", "is niet te lezen")]
    )
    def test_geen_bestand(self, tmp_path, naam, woorden):
        assert woorden in self.weiger(tmp_path / naam)

    def test_de_uitgang_is_twee(self, anders, capsys, monkeypatch):
        from kern.management.commands.laad_plan import Command

        monkeypatch.setattr("django.core.management.base.connections.close_all", lambda: None)
        with pytest.raises(SystemExit) as einde:
            Command().run_from_argv(["manage.py", "laad_plan", str(anders(("bedrag = 52140", "bedrag = 1")))])
        uit, fout = capsys.readouterr()
        assert einde.value.code == 2
        assert uit == ""
        assert "inkomsten[RMBA-2017].bedrag: 1 klopt niet, 22 × 2.370 = 52.140" in fout

    def test_zonder_de_controle_zou_het_geladen_zijn(self, anders, monkeypatch):
        """The control: what the tests above see refused is written when sums are not judged."""
        monkeypatch.setattr(Controle, "ok", True)
        laad(anders((JONG, JONG.replace("20000", "20001"))))
        assert Activiteit.objects.get(code="JONG").bedrag == 20001

    def test_gaat_een_deel_mis_dan_blijft_niets(self):
        def mis(_bestand: Any) -> Laadtelling:
            assert Inkomstenpost.objects.exists()
            raise RuntimeError

        vooraf = inhoud()
        laatste = Domein(code="laatste", label="Laatste", plan=Plandeel((), lambda _bestand: [], mis))
        with pytest.raises(RuntimeError):
            planlader.laad(EIGEN_PLAN, [*register, laatste])
        assert inhoud() == vooraf
