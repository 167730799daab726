"""The register: no code twice, an order to rely on, and a fresh one for a test."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured

from kern import checks
from kern.checks import verwijzingsfouten
from kern.contract import (
    Bevinding,
    Domein,
    Exporttabel,
    Feit,
    Hoofdstuk,
    Importsoort,
    Invariant,
    Kerncijfer,
    Peiling,
    Verwijzing,
    Zoekbron,
)
from kern.models import Bronverschil
from kern.register import Register, register


def cijfer(code: str, **rest: object) -> Kerncijfer:
    vast = {
        "label": code,
        "eenheid": "personen",
        "thema": "proef",
        "definitie": "Een proef.",
        "bron": "De test",
    }
    return Kerncijfer(code=code, rijen=lambda _peiling: Bronverschil.objects.all(), **{**vast, **rest})


def domein(code: str, *cijfers: str, **rest: object) -> Domein:
    return Domein(code=code, label=code.title(), kerncijfers=[cijfer(deel) for deel in cijfers], **rest)


def hoofdstuk(code: str, volgorde: int, *rapporten: str) -> Hoofdstuk:
    return Hoofdstuk(
        code=code, titel=code, volgorde=volgorde, rapporten=frozenset(rapporten), gegevens=lambda _peiling: {}
    )


def niets() -> object:
    return Bronverschil.objects.none()


# Each part that is known by a code: the word of the refusal, its name in Domein, and how one is made.
MET_CODE = {
    "Feit": ("feiten", lambda code: Feit(code=code, label=code, rijen=niets)),
    "Controle": ("controles", lambda code: Invariant(code=code, regel=code, toets=lambda: Bevinding(0))),
    "Zoekbron": ("zoekbronnen", lambda code: Zoekbron(code=code, label=code, zoek=lambda _tekst: niets())),
    "Export": (
        "exporten",
        lambda code: Exporttabel(soort=code, label=code, kolommen=[], rijen=lambda _p: []),
    ),
    "Importsoort": (
        "importen",
        lambda code: Importsoort(soort=code, label=code, kolommen=[], verwerker=dict),
    ),
}


@pytest.fixture
def vers() -> Register:
    vers = Register()
    vers.registreer(domein("zorg", "zorg.personen"))
    vers.registreer(domein("asiel", "asiel.personen"))
    return vers


class TestCodes:
    def test_een_domein_twee_keer(self, vers):
        with pytest.raises(ImproperlyConfigured, match="Domein zorg is al geregistreerd"):
            vers.registreer(domein("zorg"))

    def test_een_cijfer_van_een_ander_domein(self, vers):
        with pytest.raises(ImproperlyConfigured, match=r"Kerncijfer zorg\.personen is al geregistreerd"):
            vers.registreer(domein("nieuw", "nieuw.personen", "zorg.personen"))
        assert "nieuw" not in vers
        assert vers.kerncijfer("nieuw.personen") is None

    def test_een_cijfer_twee_keer_in_een_domein(self, vers):
        with pytest.raises(ImproperlyConfigured, match=r"Kerncijfer nieuw\.a is al geregistreerd"):
            vers.registreer(domein("nieuw", "nieuw.a", "nieuw.a"))

    @pytest.mark.parametrize("woord", MET_CODE)
    def test_elk_deel_met_een_code_is_er_een_keer(self, woord):
        vers, (deel, maak) = Register(), MET_CODE[woord]
        vers.registreer(domein("eerste", **{deel: [maak("a"), maak("b")]}))
        with pytest.raises(ImproperlyConfigured, match=f"{woord} b is al geregistreerd"):
            vers.registreer(domein("tweede", **{deel: [maak("c"), maak("b")]}))
        with pytest.raises(ImproperlyConfigured, match=f"{woord} d is al geregistreerd"):
            vers.registreer(domein("tweede", **{deel: [maak("d"), maak("d")]}))
        assert [domein.code for domein in vers] == ["eerste"]

    def test_twee_soorten_mogen_een_code_delen(self):
        vers = Register()
        vers.registreer(domein("een", **{deel: [maak("personen")] for deel, maak in MET_CODE.values()}))
        assert [soort.soort for _domein, soort in vers.importen()] == ["personen"]

    def test_een_onbekende_code(self, vers):
        assert vers.kerncijfer("zorg.onbekend") is None
        assert vers.feit("zorg.onbekend") is None
        with pytest.raises(KeyError):
            vers["onbekend"]


class TestVolgorde:
    def test_die_van_registreren(self, vers):
        assert [deel.code for deel in vers] == ["zorg", "asiel"]
        assert [deel.code for deel in vers.kerncijfers()] == ["zorg.personen", "asiel.personen"]

    def test_elk_deel_in_de_volgorde_van_de_domeinen(self):
        vers = Register()
        for code in ("b", "a"):
            delen = {deel: [maak(f"{code}{n}") for n in (2, 1)] for deel, maak in MET_CODE.values()}
            vers.registreer(domein(code, **delen))
        verwacht = ["b2", "b1", "a2", "a1"]
        for delen in (vers.feiten(), vers.controles(), vers.zoekbronnen()):
            assert [deel.code for deel in delen] == verwacht
        for paren in (vers.exporten(), vers.importen()):
            assert [(eigenaar.code, deel.soort) for eigenaar, deel in paren] == [
                (code[0], code) for code in verwacht
            ]
        assert vers.feit("b1") is vers.feiten()[1]

    def test_hoofdstukken_van_een_rapport_op_hun_nummer(self):
        vers = Register()
        for code, nummer, rapporten in [
            ("c", 30, ["voortgang"]),
            ("a", 10, ["voortgang", "budget"]),
            ("b", 20, ["budget"]),
        ]:
            vers.registreer(domein(code, hoofdstuk=hoofdstuk(code, nummer, *rapporten)))
        vers.registreer(domein("zonder"))
        assert [deel.code for deel in vers.hoofdstukken("voortgang")] == ["a", "c"]
        assert [deel.code for deel in vers.hoofdstukken("budget")] == ["a", "b"]
        assert vers.hoofdstukken("onbekend") == []


class TestVers:
    def test_een_vers_register_is_leeg_en_raakt_het_andere_niet(self, vers):
        assert list(Register()) == []
        assert "zorg" not in register

    def test_bijwerken_mag_voor_er_termijnen_zijn(self, vers):
        vers.werk_bij(["dossier"])

    def test_bijwerken_roept_wie_de_plek_vulde(self, vers):
        gemeld: list[object] = []
        vers.vul_bijwerker(gemeld.append)
        vers.werk_bij(["dossier"])
        assert gemeld == [["dossier"]]

    def test_in_een_keer_wacht_tot_het_eind_en_noemt_elk_dossier_een_keer(self, vers):
        gemeld: list[object] = []
        vers.vul_bijwerker(gemeld.append)
        een, ander = SimpleNamespace(pk=1), SimpleNamespace(pk=2)
        with vers.in_een_keer():
            vers.werk_bij([een, ander])
            with vers.in_een_keer():
                vers.werk_bij(iter([een]))
            assert gemeld == []
        assert gemeld == [[een, ander]]
        vers.werk_bij([ander])
        assert gemeld == [[een, ander], [ander]]

    def test_in_een_keer_doet_niets_van_wat_mislukte(self, vers):
        gemeld: list[object] = []
        vers.vul_bijwerker(gemeld.append)

        def mislukt() -> None:
            with vers.in_een_keer():
                vers.werk_bij([SimpleNamespace(pk=1)])
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            mislukt()
        assert gemeld == []


class TestControle:
    def fouten(self, vers: Register) -> list[str]:
        return [fout.msg for fout in verwijzingsfouten(vers) if fout.id == "kern.E001"]

    def verwijs(self, vers: Register, *verwijzingen: Verwijzing) -> Register:
        vers.registreer(domein("lezer", verwijzingen=verwijzingen))
        return vers

    def test_een_verwijzing_naar_niets(self, vers):
        [fout] = self.fouten(self.verwijs(vers, Verwijzing("zorg.onbekend")))
        assert fout == "Domein lezer verwijst naar kerncijfer zorg.onbekend, dat niet bestaat."

    def test_een_verwijzing_naar_een_feit(self, vers):
        self.verwijs(vers, Verwijzing("zorg.begin", soort="feit"), Verwijzing("zorg.eind", soort="feit"))
        vers.registreer(domein("meer", feiten=[Feit(code="zorg.begin", label="Begin", rijen=niets)]))
        assert self.fouten(vers) == ["Domein lezer verwijst naar feit zorg.eind, dat niet bestaat."]

    def test_een_kerncijfer_is_geen_feit(self, vers):
        assert self.fouten(self.verwijs(vers, Verwijzing("zorg.personen", soort="feit")))

    def test_mits_aanwezig_mag_ontbreken(self, vers):
        assert self.fouten(self.verwijs(vers, Verwijzing("zorg.onbekend", mits_aanwezig=True))) == []

    def test_wat_er_is_mag(self, vers):
        zeker, misschien = Verwijzing("zorg.personen"), Verwijzing("asiel.personen", mits_aanwezig=True)
        assert self.fouten(self.verwijs(vers, zeker, misschien)) == []

    def test_een_later_domein_telt_ook(self, vers):
        self.verwijs(vers, Verwijzing("later.personen"))
        assert self.fouten(vers)
        vers.registreer(domein("later", "later.personen"))
        assert self.fouten(vers) == []

    def test_django_voert_hem_uit_bij_het_starten(self, vers, monkeypatch):
        monkeypatch.setattr(checks, "register", self.verwijs(vers, Verwijzing("zorg.onbekend")))
        assert "kern.E001" in {fout.id for fout in run_checks()}

    def test_de_eigen_domeinen_verwijzen_naar_wat_er_is(self):
        assert verwijzingsfouten(register) == []


class TestPeiling:
    def test_standaard_van_1_januari_tot_en_met_de_peildatum(self):
        peiling = Peiling.op(date(2017, 5, 1))
        assert (peiling.van, peiling.tot_en_met) == (date(2017, 1, 1), date(2017, 5, 1))

    @pytest.mark.parametrize(
        ("tot_en_met", "geteld"),
        [("2017-04-30", "2017-04-30"), ("2017-05-01", "2017-05-01"), ("2017-05-02", "2017-05-01")],
    )
    def test_niets_telt_na_de_peildatum(self, tot_en_met, geteld):
        peiling = Peiling.op(date(2017, 5, 1), tot_en_met=date.fromisoformat(tot_en_met))
        assert peiling.geteld_tot_en_met == date.fromisoformat(geteld)

    @pytest.mark.django_db
    def test_een_cijfer_is_het_aantal_rijen_of_zijn_eigen_waarde(self):
        Bronverschil.objects.create(code="a", onderwerp="A", waarden=[], verklaring="A")
        peiling = Peiling.op(date(2017, 5, 1))
        assert cijfer("a").bereken(peiling) == 1
        assert cijfer("a", waarde=lambda _peiling: 7).bereken(peiling) == 7
        assert cijfer("a", waarde=lambda _peiling: None).bereken(peiling) is None


def test_het_document_van_een_hoofdstuk(vers):
    deel = Hoofdstuk(
        code="geld",
        titel="Geld",
        volgorde=1,
        rapporten=frozenset(),
        gegevens=lambda _peiling: {},
        document=("kas", lambda peiling: {"peildatum": peiling.peildatum.isoformat()}),
    )
    vers.registreer(domein("geld", hoofdstuk=deel))
    van, document = vers.document("kas")
    assert van.code == "geld"
    assert document(Peiling.op(date(2017, 5, 1))) == {"peildatum": "2017-05-01"}
    assert vers.document("onbekend") is None
