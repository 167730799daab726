"""A year of 600 entries as an office sends it: encodings, quotes, empty lines, and what is promised of each row."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass, field
from datetime import date, timedelta

KOPPEN = (  # in another order than the promise names them
    *("Bedrag", " boekstuk", "REGELNUMMER", "boekjaar", "boekdatum", "relatie", "omschrijving"),
    *("kostenplaats", "grootboekrekening", "verplichting"),
)
PVT, POST, ONBEKEND, ZOMER = ("67110", "43210"), ("67110", "80010"), ("67199", "43999"), ("67120", "43300")
NIETS: list[str] = []
# written, cents (None: a fault), the fault's code
BEDRAGEN: list[tuple[str, int | None, str]] = [
    ("1234", 123_400, ""),
    ("1.234", 123_400, ""),
    ("1234,5", 123_450, ""),
    ("1.234,56", 123_456, ""),
    ("1.234.567,89", 123_456_789, ""),
    ("\u20ac 1.000,00", 100_000, ""),
    (" 75,00 ", 7_500, ""),
    ("1\u00a0234,50", 123_450, ""),
    ("0,00", 0, ""),
    ("1,234.56", None, "bedrag_dubbelzinnig"),
    ("1234.56", None, "bedrag_dubbelzinnig"),
    ("-12.5", None, "bedrag_dubbelzinnig"),
    ("1,234", None, "bedrag_dubbelzinnig"),
    ("1,234,567.00", None, "bedrag_dubbelzinnig"),
    ("0.500", None, "bedrag_dubbelzinnig"),
    ("99.95-", None, "bedrag_dubbelzinnig"),
    ("(12,50)", None, "bedrag_ongeldig"),
    ("n.v.t.", None, "bedrag_ongeldig"),
    ("12.34,56", None, "bedrag_ongeldig"),
    ("1,2,3", None, "bedrag_ongeldig"),
    ("--5", None, "bedrag_ongeldig"),
    ("#REF!", None, "bedrag_ongeldig"),
    ("", None, "ontbreekt"),
]


@dataclass
class Grootboek:
    """The file so far, and what is promised of it. `bekend` stood in the ledger before."""

    zaad: int
    regels: list[list[str]] = field(default_factory=lambda: [list(KOPPEN)])
    fouten: set[tuple[int, str, str]] = field(default_factory=set)
    opzij: set[tuple[int, str]] = field(default_factory=set)
    bekend: list[dict[str, object]] = field(default_factory=list)
    gelezen: int = 0
    ongewijzigd: int = 0
    centen: dict[int, int] = field(default_factory=dict)
    stuk: int = 900_000

    def __post_init__(self) -> None:
        self.kans = random.Random(self.zaad)

    def rij(
        self,
        bedrag: str = "10,00",
        *,
        cent: int | None = 1_000,
        waar: tuple[str, str] = PVT,
        fout: tuple[str, str] | None = None,
        opzij: str = "",
        **anders: str,
    ) -> str:
        """Add a row, with what is promised of it; its document."""
        self.stuk += 1
        cel = {
            "boekstuk": str(self.stuk),
            "regelnummer": "1",
            "boekjaar": "2017",
            "boekdatum": "10-05-2017",
            "relatie": f"Leverancier {self.stuk}",
            "omschrijving": "Nota",
            "kostenplaats": waar[0],
            "grootboekrekening": waar[1],
            "bedrag": bedrag,
            "verplichting": "",
            **anders,
        }
        self.regels.append([cel[kop.strip().lower()] for kop in KOPPEN])
        nummer = len(self.regels)
        self.gelezen += 1
        if fout:
            self.fouten.add((nummer, *fout))
        elif cent is not None:
            self.centen[nummer] = cent
        if opzij:
            self.opzij.add((nummer, opzij))
        return cel["boekstuk"]

    def leeg(self) -> None:
        """A line that is no row: truly empty, or only separators and spaces."""
        self.regels.append(self.kans.choice([NIETS, [""] * 10, [" ", "", "\t"]]))

    def bestand(self, tekenset: str) -> bytes:
        """As a program writes it: quotes where they are needed, and here and there where not."""
        uit = io.StringIO()
        for nummer, regel in enumerate(self.regels):
            stijl = csv.QUOTE_ALL if nummer % 7 == 3 and any(regel) else csv.QUOTE_MINIMAL
            csv.writer(uit, delimiter=";", lineterminator="\r\n", quoting=stijl).writerow(regel)
        return uit.getvalue().encode(tekenset)


def maak(zaad: int) -> Grootboek:
    """Every case a few times among plain rows, on other places with another seed."""
    boek = Grootboek(zaad)
    soorten = [_bedragen, _tekst, _sleutels, _dubbel, _terug, _verplichting, _dagen, _al_geboekt, _scheef]
    beurten = soorten * 3
    boek.kans.shuffle(beurten)
    for beurt in beurten:
        beurt(boek)
        if boek.kans.random() < 0.4:
            boek.leeg()
    while boek.gelezen < 600:
        cent = boek.kans.randrange(100, 90_000)
        dag = date(2017, 1, 1) + timedelta(days=boek.kans.randrange(364))
        if dag.month != 2:  # closed
            boek.rij(
                f"{cent // 100},{cent % 100:02}",
                cent=cent,
                waar=boek.kans.choice([PVT, POST]),
                boekdatum=f"{dag:%d-%m-%Y}",
            )
    return boek


def _bedragen(boek: Grootboek) -> None:
    for tekst, cent, code in BEDRAGEN:
        boek.rij(tekst, cent=cent, fout=("bedrag", code) if code else None)


def _tekst(boek: Grootboek) -> None:
    """Newlines, separators and quotes in a cell; letters that the encodings write otherwise."""
    for wat in (
        "Twee\nregels",
        "Twee\r\nregels",
        "a;b",
        'Zegt "ja"',
        "",
        "Caf\u00e9 \u20ac \u201etaal\u201d",
    ):
        boek.rij(omschrijving=wat, relatie=f"Zo\u00eb {boek.stuk}")
    boek.rij(relatie="")
    boek.rij(omschrijving="x" * 201, fout=("omschrijving", "te_lang"))


def _sleutels(boek: Grootboek) -> None:
    """A row of the same document, number and year comes once, whatever else it says."""
    stuk = boek.rij(regelnummer="1")
    boek.rij(boekstuk=stuk, regelnummer="2")
    boek.rij(boekstuk=stuk, regelnummer="1", boekjaar="2018")
    boek.rij("99,00", boekstuk=stuk, regelnummer="01", fout=("boekstuk", "dubbel_in_bestand"))
    boek.rij(boekstuk=stuk, regelnummer="2", waar=ONBEKEND, fout=("boekstuk", "dubbel_in_bestand"))
    boek.rij(boekstuk=f" {stuk} ", regelnummer="1", fout=("boekstuk", "dubbel_in_bestand"))
    for kolom in ("boekstuk", "regelnummer", "boekjaar", "boekdatum", "kostenplaats", "grootboekrekening"):
        boek.rij(**{kolom: " "}, fout=(kolom, "ontbreekt"))
    boek.rij(regelnummer="een", fout=("regelnummer", "getal_ongeldig"))


def _dubbel(boek: Grootboek) -> None:
    """Same relation and amount within seven days under another number, written in whatever way."""
    wie = f"Dubbel {boek.stuk}"
    stuk = boek.rij("1.250,00", cent=125_000, relatie=wie, boekdatum="10-10-2017")
    boek.rij("1.250,00", cent=125_000, relatie=wie, boekdatum="10-10-2017", boekstuk=stuk, regelnummer="2")
    boek.rij("1250", cent=125_000, relatie=wie, boekdatum="17-10-2017", opzij="mogelijk_dubbel")
    boek.rij("1250", cent=125_000, relatie=wie, boekdatum="25-10-2017")
    boek.rij("1250,01", cent=125_001, relatie=wie, boekdatum="17-10-2017")
    fout = f"Fout {boek.stuk}"
    boek.rij(relatie=fout, boekdatum="31-11-2017", fout=("boekdatum", "datum_ongeldig"))
    boek.rij(relatie=fout, boekdatum="30-11-2017")
    eerder = f"Eerder {boek.stuk}"
    boek.bekend.append({"relatie": eerder, "bedrag": "75.00", "boekdatum": date(2017, 9, 1)})
    boek.rij("75,00", cent=7_500, relatie=eerder, boekdatum="08-09-2017", opzij="mogelijk_dubbel")
    boek.rij("75,00", cent=7_500, relatie=eerder, boekdatum="16-09-2017")


def _terug(boek: Grootboek) -> None:
    """A credit needs one earlier amount that is at least as large; two smaller ones are not."""
    zonder = "tegenboeking_zonder_origineel"
    wie = f"Terug {boek.stuk}"
    boek.rij("40,00", cent=4_000, relatie=wie, boekdatum="01-03-2017")
    boek.rij("60,00", cent=6_000, relatie=wie, boekdatum="01-06-2017")
    boek.rij("60,00-", cent=-6_000, relatie=wie, boekdatum="01-06-2017")
    boek.rij("-60,01", cent=-6_001, relatie=wie, boekdatum="20-06-2017", opzij=zonder)
    boek.rij("-50,00", cent=-5_000, relatie=wie, boekdatum="31-05-2017", opzij=zonder)
    later = f"Later in het bestand {boek.stuk}"
    boek.rij("- 30,00", cent=-3_000, relatie=later, boekdatum="02-08-2017")
    boek.rij(
        "30,00", cent=3_000, relatie=later, boekdatum="01-08-2017", waar=ONBEKEND, opzij="niet_toegewezen"
    )
    boek.rij("-5.000,00", cent=-500_000, waar=POST)
    boek.rij("-5,00", cent=-500, waar=ONBEKEND, opzij="niet_toegewezen")
    boek.rij("-7,00", cent=-700, relatie="", opzij=zonder)


def _verplichting(boek: Grootboek) -> None:
    """The number of a commitment goes before the account; one that nobody knows says nothing."""
    boek.rij(verplichting="v-17-006", waar=ONBEKEND)
    boek.rij(verplichting="V-17-006", waar=POST)
    boek.rij(verplichting="V-99-999")
    boek.rij(verplichting="V-99-999", waar=ONBEKEND, opzij="niet_toegewezen")
    boek.rij(waar=(PVT[0], ONBEKEND[1]), opzij="niet_toegewezen")


def _dagen(boek: Grootboek) -> None:
    """Years of the plan, closed months, and an account that begins on 1 July."""
    boek.rij(boekdatum="01-01-2017")
    boek.rij(boekdatum="31-12-2018", boekjaar="2018")
    boek.rij(boekdatum="31-12-2016", boekjaar="2016", fout=("boekdatum", "datum_buiten_plan"))
    boek.rij(boekdatum="01-01-2019", fout=("boekdatum", "datum_buiten_plan"))
    boek.rij(boekdatum="15-01-2017", boekjaar="2016", fout=("boekjaar", "datum_buiten_plan"))
    boek.rij(boekdatum="28-02-2017", fout=("boekdatum", "maand_gesloten"))
    boek.rij(boekdatum="01-03-2017")
    for dag in ("29-02-2017", "05-17-2017", "17 mei 2017", "17-05-17"):
        boek.rij(boekdatum=dag, fout=("boekdatum", "datum_ongeldig"))
    boek.rij(boekdatum="30-06-2017", waar=ZOMER, opzij="niet_toegewezen")
    boek.rij(boekdatum="01-07-2017", waar=ZOMER)


def _al_geboekt(boek: Grootboek) -> None:
    """What stands in the ledger already: the same in any writing is unchanged, else it is refused."""
    for anders, kolom in (
        ({}, ""),
        ({"bedrag": "1.312,5"}, ""),
        ({"boekdatum": "1-2-2017", "omschrijving": "", "relatie": "", "verplichting": ""}, ""),
        ({"bedrag": "1312,51"}, "bedrag"),
        ({"bedrag": "-1312,50"}, "bedrag"),
        ({"boekdatum": "02-02-2017"}, "boekdatum"),
        ({"grootboekrekening": ONBEKEND[1]}, "grootboekrekening"),
        ({"omschrijving": "Anders"}, "omschrijving"),
    ):
        bekend = {"relatie": f"Bekend {boek.stuk}", "boekstuk": f"B{boek.stuk}", "omschrijving": "Nota"}
        boek.bekend.append(bekend | {"bedrag": "1312.50", "boekdatum": date(2017, 2, 1)})
        cellen = {"boekdatum": "01-02-2017", "bedrag": "1312,50", **bekend, **anders}
        boek.rij(
            cellen.pop("bedrag"), cent=None, fout=(kolom, "al_geboekt_anders") if kolom else None, **cellen
        )
        boek.ongewijzigd += not kolom


def _scheef(boek: Grootboek) -> None:
    """Two faults in one row are two faults and one row."""
    boek.rij("1234.56", boekdatum="31-02-2017", fout=("bedrag", "bedrag_dubbelzinnig"))
    boek.fouten.add((len(boek.regels), "boekdatum", "datum_ongeldig"))
