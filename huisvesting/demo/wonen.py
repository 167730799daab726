"""Where homes come from in the demonstration: agreements, possible homes and offers. All of it is invented.

The plan names the landlord and the two AMV homes and no more; what stands here says so in its source. The
numbers follow the example screen: of 8 homes that are needed 6 are in sight.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from dossiers import figures as dossierfiguren
from dossiers.models import WijzeVanKomst
from huisvesting.actions import bied_aan, zet_stap
from huisvesting.models import (
    Herkomst,
    MogelijkeWoning,
    MogelijkeWoningStatus,
    Prestatieafspraak,
    Stuurcode,
    Stuurgetal,
    Woning,
    Woningsoort,
)
from huisvesting.rules import Stap
from kern.contract import Demo
from kern.register import register
from toegang.models import Organisatie

BRON = "Verzonnen voorbeeld"
PARTICULIER = "Duinvoet Verhuur"
_WONINGEN_IN_WIJK = {"Centrum": 3100, "Kerkehout": 1900, "Oostdorp": 2300, "De Kieviet": 1500}
# Street, number, neighbourhood, places, the first day: two are offered, one was declined, one is free.
_KOMEND = (
    ("Meidoornhof", 101, "Zuid", 3, date(2017, 6, 12)),
    ("Strandwalstraat", 102, "De Kieviet", 1, date(2017, 6, 1)),
    ("Duindoornpad", 103, "Kerkehout", 2, date(2017, 5, 15)),
    ("Zandhagedislaan", 104, "Oostdorp", 6, date(2017, 8, 1)),
)
_TIJDELIJK_TOT_EN_MET = date(2017, 11, 30)


_S, _H = MogelijkeWoningStatus, Herkomst
# Invented: building, neighbourhood, from whom, homes, places in each, how far it is, expected on.
_MOGELIJK: tuple[tuple[str, str, Herkomst, int, int | None, str, date | None], ...] = (
    ("Kamers boven het oude postkantoor", "Centrum", _H.GEMEENTE, 1, 4, _S.TOEGEZEGD, date(2017, 9, 1)),
    ("Hoekhuis Duindoornpad", "Kerkehout", _H.CORPORATIE, 1, 5, _S.TOEGEZEGD, date(2017, 10, 15)),
    ("Kantoorpand aan de rand", "Oostdorp", _H.COMMERCIEEL, 4, 2, _S.ONDERZOEK, date(2018, 3, 1)),
    ("Bovenwoning winkelstraat", "Centrum", _H.PARTICULIER, 1, 2, _S.IDEE, None),
    ("Noodlokaal oude school", "Zuid", _H.GEMEENTE, 2, None, _S.AFGEVALLEN, None),
    ("Eengezinswoning Zandhagedislaan", "Oostdorp", _H.CORPORATIE, 1, 6, _S.WONING, None),
)


def maak_woningaanbod(demo: Demo) -> None:
    """Agreements, homes that come, possible homes, and the offers of the weeks before 1 May 2017."""
    verhuurder = Organisatie.objects.filter(prestatieafspraken=None, woning__isnull=False).first()
    particulier, _nieuw = Organisatie.objects.get_or_create(
        naam=PARTICULIER, defaults={"rol": "Verhuurder (verzonnen voorbeeld)"}
    )
    _afspraken(verhuurder, particulier)
    komend = _komende_woningen(verhuurder, particulier)
    _mogelijke_woningen(komend[3])
    _een_tijdelijke_woning()
    Stuurgetal.objects.bulk_create(
        Stuurgetal(
            code=Stuurcode.WONINGEN_WIJK,
            wijk=wijk,
            waarde=Decimal(aantal),
            vanaf=date(2016, 1, 1),
            bron=BRON,
        )
        for wijk, aantal in _WONINGEN_IN_WIJK.items()
    )
    _aanbod(demo, komend)


def _afspraken(verhuurder: Organisatie | None, particulier: Organisatie) -> None:
    jaren = [(date(2016, 1, 1), date(2016, 12, 31), 30, 2), (date(2017, 1, 1), date(2017, 12, 31), 18, 0)]
    afspraken = [
        Prestatieafspraak(
            verhuurder=verhuurder, van=van, tot_en_met=tot_en_met, woningen=aantal, waarvan_amv=amv, bron=BRON
        )
        for van, tot_en_met, aantal, amv in jaren
        if verhuurder
    ]
    afspraken.append(
        Prestatieafspraak(
            verhuurder=particulier,
            van=date(2017, 1, 1),
            tot_en_met=date(2017, 6, 30),
            woningen=2,
            bron=BRON,
        )
    )
    Prestatieafspraak.objects.bulk_create(afspraken)
    register.werk_onderwerpen_bij("huisvesting")


def _komende_woningen(verhuurder: Organisatie | None, particulier: Organisatie) -> list[Woning]:
    return Woning.objects.bulk_create(
        Woning(
            straat=straat,
            huisnummer=huisnummer,
            postcode="2243ZZ",
            wijk=wijk,
            verhuurder=particulier if huisnummer % 2 else verhuurder,
            capaciteit=plaatsen,
            beschikbaar_van=vanaf,
        )
        for straat, huisnummer, wijk, plaatsen, vanaf in _KOMEND
    )


def _mogelijke_woningen(geworden: Woning) -> None:
    behandelaar = dossierfiguren.eigenaren().first()
    MogelijkeWoning.objects.bulk_create(
        MogelijkeWoning(
            omschrijving=omschrijving,
            wijk=wijk,
            herkomst=herkomst,
            woningen=aantal,
            plaatsen=plaatsen,
            status=status,
            verwacht_op=verwacht_op,
            behandelaar=None if status == MogelijkeWoningStatus.IDEE else behandelaar,
            toelichting=BRON,
            woning=geworden if status == MogelijkeWoningStatus.WONING else None,
        )
        for omschrijving, wijk, herkomst, aantal, plaatsen, status, verwacht_op in _MOGELIJK
    )


def _een_tijdelijke_woning() -> None:
    """One single of 2016 lives in a temporary home that ends this year."""
    woning = Woning.objects.filter(capaciteit=1, beschikbaar_van__year=2016).order_by("pk").last()
    if woning:
        woning.soort = Woningsoort.DOORSTROOM
        woning.beschikbaar_tot_en_met = _TIJDELIJK_TOT_EN_MET
        woning.save()


def _aanbod(demo: Demo, komend: list[Woning]) -> None:
    """Of the linked households the first two have an offer; the third declined one."""
    gekoppeld: list[Any] = [
        gezin
        for gezin in sorted(demo.gezinnen, key=lambda gezin: gezin.verwacht_op or date.max)
        if gezin.verwacht_op and gezin.soort == WijzeVanKomst.KOPPELING
    ]
    for gezin, dagen_eerder in zip(gekoppeld, (9, 16, 12), strict=False):
        for persoon in gezin.personen:
            persoon.vergunning_op = persoon.coa_koppeldatum - timedelta(days=dagen_eerder)
            persoon.bewaar_volgende()
    dagen = (date(2017, 4, 26), date(2017, 4, 28), date(2017, 4, 25))
    aanbod = [
        bied_aan(
            huurder=gezin.personen[0],
            woning=woning,
            personen=len(gezin.personen),
            aangeboden_op=op,
            vandaag=demo.vandaag,
        )
        for gezin, woning, op in zip(gekoppeld, komend, dagen, strict=False)
        if op <= demo.vandaag
    ]
    if len(aanbod) == len(dagen):
        eerste, _tweede, derde = aanbod
        zet_stap(eerste, stap=Stap.BEZICHTIGD, versie=1, op=date(2017, 4, 28), vandaag=demo.vandaag)
        zet_stap(eerste, stap=Stap.GEACCEPTEERD, versie=2, op=date(2017, 5, 1), vandaag=demo.vandaag)
        zet_stap(
            derde,
            stap=Stap.GEWEIGERD,
            versie=1,
            op=date(2017, 4, 28),
            vandaag=demo.vandaag,
            reden="Wil in een andere wijk wonen",
        )
