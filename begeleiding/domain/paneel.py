"""Guidance on the page of a person: the first month, and who guides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F, Prefetch, prefetch_related_objects
from django.urls import reverse

from begeleiding.domain import woorden
from begeleiding.models import Begeleidingstraject, EersteMaand, Stapstand, gestopt_op
from dossiers.models import Statushouder
from kern.contract import Gebruiker, Paneel
from kern.opmaak.datum import schrijf_datum
from kern.schrijfwijze import opsomming
from toegang.rules import WIJZIGEN, mag, van_gemeente


def vooraf(personen: Sequence[Statushouder]) -> None:
    """Read at once lists, their steps and trajectories of all these persons, where that was not done yet.

    Two queries. The list of a family is shown to who reads the dossier of its head, with each member.
    """
    nieuw = [persoon for persoon in personen if not hasattr(persoon, "eerste_maand_lijsten")]
    if not nieuw:
        return
    rijen: Any = Stapstand.objects.all()
    stappen = (
        rijen.annotate(
            lid=F("eerste_maand__gezin__leden__statushouder"), gestopt_op=gestopt_op("eerste_maand__")
        )
        .filter(lid__in=[persoon.pk for persoon in nieuw], eerste_maand__begint_op__isnull=False)
        .select_related("eerste_maand__gezin", "stap", "door")
        .order_by("eerste_maand__begint_op", "eerste_maand", "stap__volgorde", "pk")
    )
    per_persoon: dict[int, dict[int, EersteMaand]] = defaultdict(dict)
    for rij in stappen:
        lijst = per_persoon[rij.lid].setdefault(rij.eerste_maand_id, rij.eerste_maand)
        lijst.gestopt_op = rij.gestopt_op
        gelezen = vars(lijst).setdefault("gelezen_stappen", {})
        gelezen[rij.pk] = rij  # once, also of who left the family and came back
    for persoon in nieuw:
        persoon.eerste_maand_lijsten = list(per_persoon[persoon.pk].values())  # type: ignore[attr-defined]
    prefetch_related_objects(
        nieuw,
        Prefetch(
            "begeleidingstrajecten",
            Begeleidingstraject.objects.select_related("organisatie", "begeleider").order_by("van", "pk"),
        ),
    )


def lijsten_van(persoon: Statushouder) -> list[EersteMaand]:
    """The lists of the family of this person that have begun to run, in order."""
    vooraf([persoon])
    lijsten: list[EersteMaand] = persoon.eerste_maand_lijsten  # type: ignore[attr-defined]
    return lijsten


def geldende_stappen(lijst: EersteMaand) -> list[Stapstand]:
    """The steps that apply to this family, of a list that `vooraf` read."""
    stappen: dict[int, Stapstand] = vars(lijst)["gelezen_stappen"]
    return [rij for rij in stappen.values() if lijst.met_kinderen or not rij.stap.alleen_met_kinderen]


def paneel(persoon: Statushouder, gebruiker: Gebruiker, peildatum: date) -> Paneel:
    """How far the first month is, and who guides this person."""
    lijsten = lijsten_van(persoon)
    lijst = lijsten[-1] if lijsten else None
    stappen = woorden.stapbeelden(lijst, geldende_stappen(lijst), peildatum) if lijst else []
    open_ = [stap for stap in stappen if not stap.klaar]
    lopend = [
        rij
        for rij in persoon.begeleidingstrajecten.all()
        if rij.van <= peildatum and (rij.tot is None or rij.tot > peildatum)
    ]
    return Paneel(
        kop="Begeleiding",
        icoon="begeleiding",
        stand=woorden.badge(lijst, len(open_), peildatum) if lijst else None,
        feiten=[
            *(_eerste_maand(lijst, stappen, open_) if lijst else []),
            *((str(rij.organisatie), _traject(rij)) for rij in lopend),
        ],
        leeg="Er is nog geen begeleiding.",
        acties=_acties(persoon, lijst, lopend, gebruiker),
    )


def _eerste_maand(
    lijst: EersteMaand, stappen: list[woorden.Stapbeeld], open_: list[woorden.Stapbeeld]
) -> list[tuple[str, str]]:
    gedaan = len(stappen) - len(open_)
    regels = [
        ("Eerste maand", f"{gedaan} van {len(stappen)} klaar, uiterlijk {schrijf_datum(lijst.uiterlijk_op)}")
    ]
    if open_:
        regels.append(("Nog te doen", opsomming([str(stap.rij.stap) for stap in open_])))
    return regels


def _traject(rij: Begeleidingstraject) -> str:
    wie = rij.wie or "nog niemand"
    return f"{wie}, {rij.get_intensiteit_display().lower()}, vanaf {schrijf_datum(rij.van)}"


def _acties(
    persoon: Statushouder,
    lijst: EersteMaand | None,
    lopend: list[Begeleidingstraject],
    gebruiker: Gebruiker,
) -> list[tuple[str, str, str]]:
    """The first month, then guidance: changing what runs, or beginning it."""
    acties = []
    if lijst:
        adres = reverse("begeleiding:eerste-maand", args=[lijst.pk])
        acties.append(("Eerste maand openen", adres, f"van gezin {lijst.gezin.naam}"))
    if not mag(gebruiker, "begeleiding", WIJZIGEN):
        return acties
    eigen = [
        rij for rij in lopend if van_gemeente(gebruiker) or rij.organisatie_id == gebruiker.organisatie_id
    ]
    if eigen:
        adres = reverse("begeleiding:traject", args=[eigen[-1].pk])
        acties.append(("Begeleiding wijzigen", adres, f"van {persoon.naam}"))
    elif mag(gebruiker, "dossiers", WIJZIGEN):
        adres = reverse("begeleiding:traject-nieuw", args=[persoon.sleutel])
        acties.append(("Begeleiding beginnen", adres, f"voor {persoon.naam}"))
    return acties
