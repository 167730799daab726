"""The people of the demonstration: invented, and as many as the plan counts.

Persons housed in 2016: 34 adults and 12 children; in 2017 up to 1 May: 20; expected in 2017: 25.
The seed changes names only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dossiers.actions import NieuwePersoon, NieuwGezin, registreer_gezinnen
from dossiers.demo.gezin import Demogezin
from dossiers.demo.leden import Nummers
from dossiers.demo.namen import NAMEN
from dossiers.demo.vastgelegd import leg_vast, regisseurs
from dossiers.models import (
    Geslacht,
    Opvang,
    Rol,
    Vergunning,
    WijzeVanKomst,
)
from kern.contract import Demo
from kern.leeftijd import Geboortedatum
from kern.register import register


@dataclass(frozen=True)
class Huishouden:
    """A household as the plan's people have it: adults, children, and the day of their home.

    `verwacht` are persons who still come, with the day on which they are expected. `geboren` is the birth
    of an AMV of whom the day matters.
    """

    volwassenen: int
    kinderen: int
    gehuisvest_op: date | None
    soort: str = WijzeVanKomst.KOPPELING
    verwacht_op: date | None = None
    bij: int | None = None  # nareizigers: number of the household that they join
    geboren: date | None = None


def _d(maand: int, dag: int, jaar: int = 2017) -> date:
    return date(jaar, maand, dag)


# 16 + 3×2 + 5 families + 2 single parents: with the six AMV below 34 adults and 12 children in 2016.
_IN_2016 = [
    *(Huishouden(1, 0, _d(1 + nummer % 12, 4 + nummer, 2016)) for nummer in range(16)),
    Huishouden(2, 0, _d(2, 15, 2016)),
    Huishouden(2, 0, _d(7, 4, 2016)),
    Huishouden(2, 0, _d(11, 21, 2016)),
    Huishouden(2, 1, _d(3, 31, 2016)),
    Huishouden(2, 1, _d(5, 17, 2016)),
    Huishouden(2, 0, _d(8, 22, 2016)),
    Huishouden(2, 1, _d(9, 12, 2016)),
    Huishouden(2, 1, _d(12, 5, 2016)),
    Huishouden(1, 1, _d(6, 13, 2016)),
    Huishouden(1, 1, _d(10, 3, 2016)),
]
# 4, 5, 6 and 5 persons from January to April: 20 on 1 May 2017.
_IN_2017 = [
    Huishouden(1, 2, _d(1, 16)),
    Huishouden(1, 0, _d(1, 30)),
    Huishouden(2, 3, _d(2, 14)),
    Huishouden(2, 1, _d(3, 6)),
    Huishouden(1, 0, _d(3, 13)),
    Huishouden(2, 0, _d(3, 28)),
    *(Huishouden(1, 0, _d(4, dag)) for dag in (3, 10, 13, 18, 24)),
]
_NAREIS, _AMV = WijzeVanKomst.NAREIZIGER, WijzeVanKomst.AMV
# 25 who still come: 17 nareizigers, 5 linked persons and 3 AMV; 8 of them before 1 July.
_VERWACHT = [
    Huishouden(1, 2, None, _NAREIS, _d(6, 12), bij=0),
    Huishouden(1, 1, None, _NAREIS, _d(6, 26), bij=3),
    Huishouden(1, 3, None, _NAREIS, _d(8, 14), bij=5),
    Huishouden(1, 2, None, _NAREIS, _d(9, 18), bij=7),
    Huishouden(1, 1, None, _NAREIS, _d(10, 23), bij=9),
    Huishouden(0, 3, None, _NAREIS, _d(11, 27), bij=24),
    Huishouden(2, 1, None, verwacht_op=_d(6, 19)),
    Huishouden(1, 0, None, verwacht_op=_d(9, 4)),
    Huishouden(1, 0, None, verwacht_op=_d(12, 4)),
    *(Huishouden(1, 0, None, _AMV, _d(maand, 1)) for maand in (8, 10, 12)),
]
# Six minors in the plan's two AMV homes, who counted on coming in (H7): three years of 18th birthdays.
_IN_AMV_WONING = [
    Huishouden(1, 0, _d(1, 18, 2016), _AMV, geboren=_d(9, 19, 1999)),
    Huishouden(1, 0, _d(3, 7, 2016), _AMV, geboren=_d(2, 14, 2000)),
    Huishouden(1, 0, _d(5, 9, 2016), _AMV, geboren=_d(5, 3, 2000)),
    Huishouden(1, 0, _d(7, 18, 2016), _AMV, geboren=_d(11, 21, 2000)),
    Huishouden(1, 0, _d(9, 26, 2016), _AMV, geboren=_d(1, 9, 2001)),
    Huishouden(1, 0, _d(11, 14, 2016), _AMV, geboren=_d(6, 30, 2001)),
]
HUISHOUDENS = [*_IN_2016, *_IN_2017, *_VERWACHT, *_IN_AMV_WONING]


def maak_planpersonen(demo: Demo) -> None:
    """Register all households in the order of `HUISHOUDENS`, each on its own day."""
    kies = Random(demo.zaad)  # noqa: S311  (names, no secret)
    nummers, toewijzing = Nummers(0), regisseurs()
    with register.in_een_keer():
        for plaats, huishouden in enumerate(HUISHOUDENS):
            gast = demo.gezinnen[huishouden.bij] if huishouden.bij is not None else None
            nationaliteit = gast.personen[0].nationaliteit if gast else kies.choice(sorted(NAMEN))
            namen = NAMEN[nationaliteit]
            achternaam = (
                gast.personen[0].achternaam if gast else kies.choice(namen.achternamen or namen.mannen)[0]
            )
            personen = _leden(huishouden, achternaam, nationaliteit, kies, nummers)
            op = huishouden.gehuisvest_op or demo.vandaag - timedelta(days=14)
            # who still comes waits in the work stock until somebody takes the case
            regisseur = (
                toewijzing[plaats % len(toewijzing)] if toewijzing and not huishouden.verwacht_op else None
            )
            nieuw = NieuwGezin(
                naam=achternaam, gezin=gast.gezin if gast else None, personen=personen, regisseur=regisseur
            )
            leden = tuple(registreer_gezinnen([nieuw], op=op))
            gezin = gast.gezin if gast else leden[0].lidmaatschappen.get().gezin
            demo.gezinnen.append(
                Demogezin(gezin, leden, huishouden.gehuisvest_op, huishouden.verwacht_op, huishouden.soort)
            )
            demo.kenmerken += [f"{lid.nummer} {lid.naam} {lid.geboren}" for lid in leden]
    leg_vast(demo)


def _leden(
    huishouden: Huishouden, achternaam: str, nationaliteit: str, kies: Random, nummers: Nummers
) -> list[NieuwePersoon]:
    """The members: head and partner, then children; ages follow from their place, not from chance."""
    komst = huishouden.soort
    peil = huishouden.gehuisvest_op or huishouden.verwacht_op or date(2017, 5, 1)
    gewone_velden = {
        "nationaliteit": nationaliteit,
        "tolktaal": NAMEN[nationaliteit].tolktaal,
        "wijze_van_komst": komst,
        "vergunning": Vergunning.NAREIS if komst == _NAREIS else Vergunning.ASIEL,
        "opvang": {_NAREIS: Opvang.GEEN, _AMV: Opvang.KSO}.get(WijzeVanKomst(komst), Opvang.AZC),
        "coa_koppeldatum": min(peil - timedelta(days=70), date(2017, 4, 24)),
    }
    leden = []
    for plaats in range(huishouden.volwassenen + huishouden.kinderen):
        man = plaats % 2 == 0
        voornaam = kies.choice(NAMEN[nationaliteit].mannen if man else NAMEN[nationaliteit].vrouwen)[0]
        leden.append(
            NieuwePersoon(
                achternaam=achternaam,
                voornamen=voornaam,
                geboren=_geboren(huishouden, plaats, peil),
                rol=_rol(huishouden, plaats),
                bsn=nummers.bsn() if huishouden.gehuisvest_op else "",
                vnummer=nummers.vnummer(),
                velden={
                    **gewone_velden,
                    "geslacht": Geslacht.MAN if man else Geslacht.VROUW,
                    **_bereikbaar(huishouden, plaats, nummers),
                },
            )
        )
    return leden


def _bereikbaar(huishouden: Huishouden, plaats: int, nummers: Nummers) -> dict[str, str]:
    """Phone and e-mail of most adults who live here; of who still comes COA has them."""
    if plaats >= huishouden.volwassenen or not huishouden.gehuisvest_op:
        return {}
    telefoon = nummers.telefoon()
    email = f"{telefoon[-6:]}@post.example" if huishouden.gehuisvest_op.day % 2 else ""
    return {"telefoon": telefoon if huishouden.gehuisvest_op.day % 7 else "", "email": email}


def _rol(huishouden: Huishouden, plaats: int) -> str:
    if plaats >= huishouden.volwassenen:
        return Rol.KIND
    if huishouden.bij is not None:  # who follows joins a family that has its head
        return Rol.PARTNER if plaats == 0 else Rol.OVERIG
    return Rol.HOOFD if plaats == 0 else Rol.PARTNER


def _geboren(huishouden: Huishouden, plaats: int, peil: date) -> Geboortedatum:
    """Adults of 24 to 48, children of 3 to 16, an AMV of 17; some birth dates known to the year only."""
    if huishouden.geboren:
        return Geboortedatum.op(huishouden.geboren)
    if huishouden.soort == _AMV:
        return Geboortedatum.op(date(peil.year - 17, 1 + plaats, 14))
    if plaats >= huishouden.volwassenen:
        jaar = peil.year - 3 - 4 * (plaats - huishouden.volwassenen) - peil.month % 3
        return Geboortedatum.op(date(jaar, 1 + peil.month % 12, 9))
    jaar = peil.year - 24 - (peil.month * 2 + peil.day) % 24 - plaats
    if peil.day % 5 == 0:
        return Geboortedatum(date(jaar, 1, 1), date(jaar, 12, 31))
    return Geboortedatum.op(date(jaar, 1 + peil.month % 12, 1 + peil.day % 28))
