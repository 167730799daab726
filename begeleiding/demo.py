"""What the families of the demonstration did in their first month, and who guides them.

Nothing in it depends on the seed: days follow from the day of settling and the place of the family.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection

from begeleiding.actions import volg_vestigingen
from begeleiding.models import Begeleidingstraject, EersteMaand, Intensiteit, Stapstand
from dossiers.models import Statushouder
from kern.contract import Demo
from kern.register import register
from toegang.models import Organisatie, Rol

ORGANISATIE = "Stichting VluchtelingenWerk Wassenaar"
# Volunteers without an account, all invented.
VRIJWILLIGERS = ("Bram Kok", "Yvonne Smit", "Hans de Boer", "")
# How many days after settling each step of the list is done, and how many days before today at the latest.
_DAGEN = (2, 1, 0, 1, 3, 13, 2, 24)
_NVT = {"telefoon": "Had al een Nederlands nummer"}
_NET_TE_LAAT = 40
# Guidance lasts about a year.
_JAAR = 365
_VINK = """
UPDATE begeleiding_stapstand s SET gedaan_op = n.op, niet_van_toepassing = n.nvt, reden = n.reden,
    door_id = %(door)s, organisatie_id = %(organisatie)s, versie = 2
FROM unnest(%(sleutels)s::bigint[], %(dagen)s::date[], %(nvt)s::boolean[], %(redenen)s::text[]) n (id, op, nvt, reden)
WHERE s.id = n.id
"""


def maak_begeleiding(demo: Demo) -> None:
    """Tick the lists of the families of this portion, and give each adult a guide; a fixed number of statements."""
    personen = [persoon for gezin in demo.gezinnen for persoon in gezin.personen]
    volg_vestigingen(personen)
    organisatie = Organisatie.objects.filter(naam=ORGANISATIE).first()
    door = get_user_model()._default_manager.filter(organisatie=organisatie, rol=Rol.PARTNER).first()
    gezinnen = [gezin.gezin.pk for gezin in demo.gezinnen]
    lijsten = list(
        EersteMaand.objects.filter(gezin__in=gezinnen, begint_op__lte=demo.vandaag)
        .select_related("gezin")
        .prefetch_related("stappen__stap")
        .order_by("begint_op", "pk")
    )
    rijen = [rij for plek, lijst in enumerate(lijsten) for rij in _gedaan(plek, lijst, demo.vandaag)]
    _vink(rijen, door)
    if organisatie:
        Begeleidingstraject.objects.bulk_create(_trajecten(demo, organisatie))
    register.werk_bij(personen)


def _vink(rijen: list[Stapstand], door: Any) -> None:
    """Save what was ticked in one statement: the ORM's own compares every row with every other of its batch."""
    with connection.cursor() as cursor:
        cursor.execute(
            _VINK,
            {
                "door": door and door.pk,
                "organisatie": door and door.organisatie_id,
                "sleutels": [rij.pk for rij in rijen],
                "dagen": [rij.gedaan_op for rij in rijen],
                "nvt": [rij.niet_van_toepassing for rij in rijen],
                "redenen": [rij.reden for rij in rijen],
            },
        )


def _gedaan(plek: int, lijst: EersteMaand, vandaag: date) -> list[Stapstand]:
    """The steps of one family that are done: of most all in time, of one in five something late."""
    gedaan: list[Stapstand] = []
    if lijst.begint_op is None:
        return gedaan
    for nummer, rij in enumerate(lijst.stappen.all()):
        if rij.feit_op or (rij.stap.alleen_met_kinderen and not lijst.met_kinderen):
            continue
        op = lijst.begint_op + timedelta(days=_DAGEN[nummer % len(_DAGEN)] + plek % 4)
        if rij.stap.code == "toeslagen" and (vandaag - lijst.begint_op).days <= _NET_TE_LAAT:
            continue  # who settled in the last weeks still has to, and who did just before is late
        if rij.stap.code == "toeslagen" and plek % 5 == 3:
            op += timedelta(days=12)
        if op > vandaag:
            continue
        rij.gedaan_op = op
        if plek % 6 == 2 and rij.stap.code in _NVT:
            rij.niet_van_toepassing, rij.reden = True, _NVT[rij.stap.code]
        gedaan.append(rij)
    return gedaan


def _trajecten(demo: Demo, organisatie: Organisatie) -> list[Begeleidingstraject]:
    """Guidance for the adults of families that live here; it ended where a year is over."""
    rijen = []
    for plek, gezin in enumerate(demo.gezinnen):
        van = gezin.gehuisvest_op or (gezin.verblijven[0][0] if gezin.verblijven else None)
        if van is None or van > demo.vandaag:
            continue
        einde = van + timedelta(days=_JAAR)
        if gezin.verblijven and gezin.verblijven[-1][1]:
            einde = min(einde, gezin.verblijven[-1][1])
        rijen += [
            Begeleidingstraject(
                statushouder=persoon,
                organisatie=organisatie,
                vrijwilliger=VRIJWILLIGERS[plek % len(VRIJWILLIGERS)],
                intensiteit=Intensiteit.values[plek % len(Intensiteit.values)],
                van=van,
                tot=einde if van < einde <= demo.vandaag else None,
            )
            for persoon in _volwassenen(gezin.personen, van)
        ]
    return rijen


def _volwassenen(personen: Sequence[Statushouder], op: date) -> list[Statushouder]:
    """Who is certainly 18 on this day."""
    grens = date(op.year - 18, op.month, min(op.day, 28))
    return [persoon for persoon in personen if persoon.geboren_laatst and persoon.geboren_laatst <= grens]
