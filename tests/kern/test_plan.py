"""Reading a table of the plan file: each kind of fault, named by its key, all of them in one go."""

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from kern.plan import Planbestand, Planfout, Planrij

GOED = """
[plan]
naam = "Plan"
kenmerk = "Z-17"
aantal = 22
tarief = 2370.5
begin = 2017-01-01
jaren = [2017, 2018]
actief = true
[[regels]]
code = "A"
[[regels]]
code = "B"
"""


def bestand(tekst: str, tmp_path) -> Planbestand:
    pad = tmp_path / "plan.toml"
    pad.write_text(tekst)
    return Planbestand.open(pad)


def rij(**waarden: object) -> Planrij:
    return Planrij(Planbestand({}, ""), "plan", waarden)


def test_een_goed_bestand(tmp_path):
    plan = bestand(GOED, tmp_path)
    kop = plan.tabel("plan")
    assert (kop.tekst("naam"), kop.code("kenmerk"), kop.geheel("aantal")) == ("Plan", "Z-17", 22)
    assert (kop.bedrag("tarief"), kop.bedrag("aantal")) == (Decimal("2370.50"), Decimal("22.00"))
    assert (kop.datum("begin"), kop.lijst("jaren", int)) == (date(2017, 1, 1), [2017, 2018])
    assert (kop.waarheid("actief"), kop.waarheid("ontbreekt")) == (True, False)
    assert kop.keuze("naam", ["Plan", "Ander"]) == "Plan"
    assert [deel.pad for deel in plan.rijen("regels", "code")] == ["regels[A]", "regels[B]"]
    assert [deel.pad for deel in plan.rijen("regels")] == ["regels[1]", "regels[2]"]
    assert plan.fouten == []
    assert plan.sha256 == hashlib.sha256(GOED.encode()).hexdigest()


FOUTEN = [
    ("tekst", {}, "plan.s: ontbreekt"),
    ("tekst", {"s": ""}, "plan.s: mag niet leeg zijn"),
    ("tekst", {"s": "  "}, "plan.s: mag niet leeg zijn"),
    ("tekst", {"s": 7}, "plan.s: moet een tekst zijn, niet 7"),
    ("code", {"s": "a b"}, "plan.s: mag alleen letters, cijfers, - en _ hebben, niet 'a b'"),
    ("geheel", {"s": "7"}, "plan.s: moet een geheel getal zijn, niet '7'"),
    ("geheel", {"s": 7.0}, "plan.s: moet een geheel getal zijn, niet 7.0"),
    ("geheel", {"s": True}, "plan.s: moet een geheel getal zijn"),
    ("bedrag", {}, "plan.s: ontbreekt"),
    ("bedrag", {"s": "1"}, "plan.s: moet een bedrag in euro zijn"),
    ("bedrag", {"s": False}, "plan.s: moet een bedrag in euro zijn"),
    ("bedrag", {"s": 0.001}, "plan.s: moet een bedrag in euro zijn, met ten hoogste twee decimalen"),
    ("bedrag", {"s": float("nan")}, "plan.s: moet een bedrag in euro zijn, met ten hoogste twee decimalen"),
    ("bedrag", {"s": float("inf")}, "plan.s: moet een bedrag in euro zijn, met ten hoogste twee decimalen"),
    ("bedrag", {"s": 10**10}, "plan.s: moet een bedrag in euro zijn, met ten hoogste twee decimalen"),
    ("waarheid", {"s": "ja"}, "plan.s: moet true of false zijn, niet 'ja'"),
    ("datum", {"s": "2017-01-01"}, "plan.s: moet een datum (JJJJ-MM-DD) zijn, niet '2017-01-01'"),
]


@pytest.mark.parametrize(("lezer", "waarden", "fout"), FOUTEN)
def test_elke_soort_fout_noemt_haar_sleutel(lezer, waarden, fout):
    deel = rij(**waarden)
    getattr(deel, lezer)("s")
    assert deel.bestand.fouten == [fout]
    assert deel.heeft_fout("s")
    assert not deel.heeft_fout("anders")


def test_een_datum_met_tijd(tmp_path):
    plan = bestand("[plan]\nbegin = 2017-01-01T12:00:00\n", tmp_path)
    plan.tabel("plan").datum("begin")
    assert plan.fouten == ["plan.begin: moet een datum zonder tijd zijn"]


@pytest.mark.parametrize("waarde", [["a"], [1, True], [1, "b"]])
def test_een_lijst_van_iets_anders(waarde):
    deel = rij(s=waarde)
    assert deel.lijst("s", int) == []
    assert deel.bestand.fouten == ["plan.s: moet een lijst van gehele getallen zijn"]


def test_een_onbekende_sleutel_en_een_onbekende_keuze():
    deel = rij(naam="x", namm="y")
    deel.alleen("naam", "rol")
    deel.keuze("naam", ["a", "b"])
    assert deel.bestand.fouten == [
        "plan.namm: deze sleutel bestaat hier niet; wel: naam, rol",
        "plan.naam: 'x' bestaat niet; kies uit a, b",
    ]


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        ({}, "regels: ontbreekt"),
        ({"regels": {}}, "regels: moet een lijst van tabellen zijn"),
        ({"regels": [1]}, "regels: moet een lijst van tabellen zijn"),
        (
            {"regels": [{"code": "A"}, {"code": "A"}]},
            "regels[A].code: komt twee keer voor; een code hoort bij één rij",
        ),
    ],
)
def test_een_sectie_van_rijen(inhoud, fout):
    plan = Planbestand(inhoud, "")
    plan.rijen("regels", "code")
    assert plan.fouten == [fout]


@pytest.mark.parametrize(
    ("inhoud", "fout"), [({}, "plan: ontbreekt"), ({"plan": []}, "plan: moet één tabel zijn")]
)
def test_een_sectie_die_een_tabel_is(inhoud, fout):
    plan = Planbestand(inhoud, "")
    assert plan.tabel("plan").waarden == {}
    assert plan.fouten == [fout]


def test_alle_fouten_in_een_keer_en_elk_een_keer():
    deel = rij(a=1, b="")
    for sleutel in ("a", "b", "c", "a"):
        deel.tekst(sleutel)
    assert deel.bestand.fouten == [
        "plan.a: moet een tekst zijn, niet 1",
        "plan.b: mag niet leeg zijn",
        "plan.c: ontbreekt",
    ]


@pytest.mark.parametrize(
    ("gevraagd", "gevonden"),
    [
        ("regels", True),
        ("regels[A]", True),
        ("regels[A].bedrag", True),
        ("regel", False),
        ("regels[AB]", False),
    ],
)
def test_een_fout_hoort_bij_haar_rij_en_haar_sectie_en_bij_geen_andere(gevraagd, gevonden):
    plan = Planbestand({}, "")
    plan.fout("regels[A].bedrag", "klopt niet")
    assert plan.heeft_fout(gevraagd) is gevonden


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"[plan\n", "is geen geldig TOML, zie regel 1, teken 6."),
        (b'naam = "\xff"', "is geen geldig TOML: het is geen UTF-8."),
    ],
)
def test_een_bestand_dat_geen_toml_is(tmp_path, inhoud, melding):
    pad = tmp_path / "plan.toml"
    pad.write_bytes(inhoud)
    with pytest.raises(Planfout) as fout:
        Planbestand.open(pad)
    assert fout.value.fouten == [f"Het planbestand {pad} {melding}"]


def test_een_bestand_dat_er_niet_is(tmp_path):
    with pytest.raises(Planfout, match=r"weg\.toml bestaat niet"):
        Planbestand.open(tmp_path / "weg.toml")
    with pytest.raises(Planfout, match="niet te lezen"):
        Planbestand.open(tmp_path)
