"""Commitments and a ledger of January to April 2017 on the plan's own lines. All of it is invented.

The plan names lines and amounts, no bookings. Five entries have no line, so that there is something to link.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from financien.actions import Verdeling, bewaar_verplichting, koppel_vanzelf
from financien.models import Activiteit, Boeking, Rekening, Verplichting
from kern.register import register


@dataclass(frozen=True)
class _Belofte:
    nummer: str
    soort: str
    omschrijving: str
    relatie: str
    activiteit: str
    bedrag: str
    op: date
    verdeling: Verdeling | None = None
    kerncijfer: str = ""


_VERPLICHTINGEN = (
    _Belofte(
        "V-17-001",
        "subsidie",
        "Maatschappelijke begeleiding 2017",
        "Stichting VluchtelingenWerk Wassenaar",
        "MB",
        "34600.00",
        date(2017, 1, 10),
        Verdeling(4, date(2017, 1, 1), 3),
        "begeleiding.in_begeleiding",
    ),
    _Belofte(
        "V-17-002",
        "contract",
        "Sport en taal voor jongeren",
        "Jongerenwerk De Duin",
        "JONG",
        "5000.00",
        date(2017, 2, 1),
        Verdeling(5, date(2017, 2, 1)),
    ),
    _Belofte(
        "V-17-004",
        "contract",
        "Werkervaring met taal en coaching",
        "Duinwerk BV",
        "WI",
        "27000.00",
        date(2017, 1, 20),
        Verdeling(10, date(2017, 2, 1)),
    ),
    _Belofte(
        "V-17-005",
        "inhuur",
        "Medewerker WODV, 24 maanden",
        "Werkorganisatie Duivenvoorde",
        "WODV",
        "36400.00",
        date(2017, 1, 1),
        Verdeling(24, date(2017, 1, 1)),
    ),
    _Belofte(
        "V-17-006",
        "contract",
        "Begeleiding in de AMV-woningen",
        "Jeugdformaat",
        "AMV",
        "11000.00",
        date(2017, 1, 15),
        Verdeling(6, date(2017, 1, 1)),
    ),
    _Belofte(
        "V-17-007",
        "inhuur",
        "Projectleider, 2 dagen per week",
        "Kust Interim",
        "INHUUR",
        "24766.00",
        date(2017, 1, 2),
    ),
    _Belofte(
        "V-17-008",
        "contract",
        "Uitnodigingen participatieverklaring",
        "Drukkerij De Horst",
        "PVT",
        "312.50",
        date(2017, 4, 3),
    ),
)
# day, line (or nothing), with whom, what, amount in the sign of the ledger, commitment
_BOEKINGEN = (
    ("2017-01-16", "OVH-2016", "Gemeente Wassenaar", "Overheveling uit 2016", "-107701.00", ""),
    (
        "2017-01-20",
        "MB",
        "Stichting VluchtelingenWerk Wassenaar",
        "Subsidie, eerste kwartaal",
        "8650.00",
        "V-17-001",
    ),
    ("2017-01-27", "WODV", "Werkorganisatie Duivenvoorde", "Inzet januari", "1516.67", "V-17-005"),
    ("2017-01-31", "AMV", "Jeugdformaat", "Begeleiding januari", "1833.33", "V-17-006"),
    ("2017-01-31", "INHUUR", "Kust Interim", "Projectleiding januari", "2370.00", "V-17-007"),
    ("2017-02-03", "RMBA-2016Q4", "COA", "RMBA vierde kwartaal 2016", "-18960.00", ""),
    ("2017-02-07", "MB", "Taxi Duinrand", "Rit naar het azc", "92.80", ""),
    ("2017-02-14", "PVT", "Taalhuis Wassenaar", "Drie workshops", "1350.00", ""),
    ("2017-02-24", "WODV", "Werkorganisatie Duivenvoorde", "Inzet februari", "1516.67", "V-17-005"),
    ("2017-02-28", "AMV", "Jeugdformaat", "Begeleiding februari", "1833.33", "V-17-006"),
    ("2017-02-28", "INHUUR", "Kust Interim", "Projectleiding februari", "2370.00", "V-17-007"),
    ("2017-02-28", "WI", "Duinwerk BV", "Werkervaring februari", "2700.00", "V-17-004"),
    ("2017-03-01", "JONG", "Jongerenwerk De Duin", "Sport en taal", "1000.00", "V-17-002"),
    ("2017-03-06", "MB", "Boekhandel Noord", "Leesboeken", "190.00", ""),
    ("2017-03-10", "RMBA-2017", "COA", "RMBA, zeven personen", "-16590.00", ""),
    ("2017-03-14", "PVT", "Taalhuis Wassenaar", "Drie workshops", "1350.00", ""),
    ("2017-03-20", "JONG", "Sportfonds Kust", "Lidmaatschappen", "1150.00", ""),
    ("2017-03-27", "WODV", "Werkorganisatie Duivenvoorde", "Inzet maart", "1516.67", "V-17-005"),
    ("2017-03-31", "WI", "Duinwerk BV", "Werkervaring maart", "2700.00", "V-17-004"),
    ("2017-03-31", "INHUUR", "Kust Interim", "Projectleiding maart", "2370.00", "V-17-007"),
    ("2017-04-05", "WI", "ROC Mondriaan", "Schakelprogramma", "3540.50", ""),
    (
        "2017-04-07",
        "DU-2017",
        "Gemeentefonds",
        "Decentralisatie-uitkering, vijftien personen",
        "-66450.00",
        "",
    ),
    ("2017-04-11", "PVT", "Taalhuis Wassenaar", "Drie workshops", "1350.00", ""),
    ("2017-04-18", "MB", "Speelwerk Centrum", "Materiaal", "1617.20", ""),
    (
        "2017-04-20",
        "MB",
        "Stichting VluchtelingenWerk Wassenaar",
        "Subsidie, voorschot",
        "1950.00",
        "V-17-001",
    ),
    ("2017-04-25", "WODV", "Werkorganisatie Duivenvoorde", "Inzet april", "1516.67", "V-17-005"),
    ("2017-04-28", "INHUUR", "Kust Interim", "Projectleiding april", "2370.00", "V-17-007"),
    ("2017-03-22", "", "Boekhandel Noord", "Creditnota bij leesboeken", "-190.00", ""),
    ("2017-04-03", "", "Bibliotheek Wassenaar", "Zaalhuur", "1875.97", ""),
    ("2017-04-12", "", "Taxi Duinrand", "Rit naar het ziekenhuis", "86.40", ""),
    ("2017-04-24", "", "Jeugdformaat", "Maart", "1833.33", ""),
    ("2017-04-26", "", "Drukkerij De Horst", "Uitnodigingen", "312.50", ""),
)
# An account of no line.
_ONBEKEND = ("67199", "43999")
_EERSTE_STUK = 4_468_700


def maak_boekingen(*, op: date) -> int:
    """Make them, once: where there is an entry already nothing is made. How many entries there are of it.

    `op` is the day on which they are put on their lines.
    """
    if Boeking.objects.exists():
        return 0
    for rij in _VERPLICHTINGEN:
        _verplicht(rij)
    rekening = {
        str(een.inkomstenpost_id or een.activiteit_id): (een.kostenplaats, een.grootboekrekening)
        for een in Rekening.objects.order_by("-pk")
    }
    boekingen = Boeking.objects.bulk_create(
        Boeking(
            boekstuk=str(_EERSTE_STUK + 11 * nummer),
            regelnummer=1,
            boekdatum=date.fromisoformat(dag),
            boekjaar=2017,
            kostenplaats=rekening.get(regel, _ONBEKEND)[0],
            grootboekrekening=rekening.get(regel, _ONBEKEND)[1],
            omschrijving=wat,
            relatie=wie,
            bedrag=Decimal(bedrag),
            verplichting=verplichting,
        )
        for nummer, (dag, regel, wie, wat, bedrag, verplichting) in enumerate(sorted(_BOEKINGEN))
    )
    koppel_vanzelf(door=None, op=op)
    register.werk_onderwerpen_bij("financien")
    return len(boekingen)


def _verplicht(belofte: _Belofte) -> None:
    regel = Activiteit.objects.filter(code=belofte.activiteit).first()
    if regel is None:
        return
    bewaar_verplichting(
        Verplichting(),
        gegevens={
            "nummer": belofte.nummer,
            "soort": belofte.soort,
            "omschrijving": belofte.omschrijving,
            "relatie": belofte.relatie,
            "activiteit": regel,
            "jaar": belofte.op.year,
            "bedrag": Decimal(belofte.bedrag),
            "aangegaan_op": belofte.op,
            "kerncijfer": belofte.kerncijfer if register.kerncijfer(belofte.kerncijfer) else "",
        },
        verdeling=belofte.verdeling,
    )
