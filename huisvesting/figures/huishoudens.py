"""Households that wait for a home: a tenant with the family, however many there are in as many queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from dossiers.models import Gezinslid, Statushouder, WijzeVanKomst
from dossiers.models.persoon import StatushouderQuerySet
from huisvesting.models import Aanbod, Plaatsing, Verwachting, Woonvraag
from huisvesting.models.taakstelling import VerwachtingQuerySet
from kern.contract import Gebruiker


@dataclass(frozen=True, kw_only=True)
class Huishouden:
    """A tenant and who would live there; `personen` holds the tenant too, in the order of the family.

    With `woonvraag` GROTER the whole family moves, else those who have no home here yet. `woont` is
    the placement of the tenant that runs or was promised; `aanbod` the offer that is open.
    """

    huurder: Statushouder
    personen: tuple[Statushouder, ...]
    woonvraag: str
    verwacht_op: date | None = None
    woont: Plaatsing | None = None
    aanbod: Aanbod | None = None

    @property
    def gekoppeld_op(self) -> date | None:
        return self.huurder.coa_koppeldatum

    @property
    def vraagt_woning(self) -> bool:
        """AMVs ask for a place in an AMV home."""
        return self.woonvraag != Woonvraag.AMV


@dataclass
class _Bekend:
    """What is stored around these persons, by primary key."""

    gezin: dict[int, int] = field(default_factory=dict)
    leden: dict[int, list[Statushouder]] = field(default_factory=lambda: defaultdict(list))
    woont: dict[int, Plaatsing] = field(default_factory=dict)
    aanbod: dict[int, Aanbod] = field(default_factory=dict)


def verwacht_zonder_woning(peildatum: date) -> VerwachtingQuerySet:
    """Who is expected up to the end of the peildatum's year, and has no home here nor the promise of one."""
    geplaatst = Plaatsing.objects.actueel().filter(Q(tot=None) | Q(tot__gt=peildatum))
    rijen = Verwachting.objects.nog_niet_geteld(peildatum).filter(
        verwacht_op__lte=date(peildatum.year, 12, 31)
    )
    return rijen.exclude(statushouder__in=geplaatst.values("statushouder"))


def gekoppeld_zonder_datum(peildatum: date) -> StatushouderQuerySet:
    """Who was linked, never had a home here, and of whom nobody said when it is expected."""
    return Statushouder.objects.actueel().filter(
        coa_koppeldatum__lte=peildatum,
        wijze_van_komst=WijzeVanKomst.KOPPELING,
        plaatsingen=None,
        verwachtingen=None,
        vestigingen=None,
    )


def zoekend(peildatum: date, gebruiker: Gebruiker | None = None) -> list[Huishouden]:
    """Each household that needs a home or a place in an AMV home; who joins a family needs none.

    With `gebruiker` only those of whom this user may see the tenant; without it everybody. Eight queries.
    """
    verwacht = {
        rij.statushouder_id: rij for rij in verwacht_zonder_woning(peildatum).select_related("statushouder")
    }
    zonder_datum = list(gekoppeld_zonder_datum(peildatum))
    personen = [*(rij.statushouder for rij in verwacht.values()), *zonder_datum]
    bekend = _rondom(personen, peildatum)
    vragen = {pk: rij.woonvraag for pk, rij in verwacht.items()} | dict.fromkeys(
        (persoon.pk for persoon in zonder_datum), Woonvraag.EIGEN.value
    )
    huishoudens = [
        _huishouden(groep, vragen, verwacht, bekend)
        for groep in _per_gezin(personen, bekend)
        if any(vragen[persoon.pk] != Woonvraag.FAMILIE for persoon in groep)
    ]
    amv = [rij for groep in huishoudens for rij in groep]
    if gebruiker is None:
        return amv
    pks = [rij.huurder.pk for rij in amv]
    gezien = set(
        Statushouder.objects.met_inzage(gebruiker, "huisvesting")
        .filter(pk__in=pks)
        .order_by()
        .values_list("pk", flat=True)
    )
    return [rij for rij in amv if rij.huurder.pk in gezien]


def huishouden_van(persoon: Statushouder, op: date) -> Huishouden:
    """The household of this person on a day, with them as tenant: who of the family has no home here yet.

    Where all of them have one, or one who is expected needs a bigger home for all, everybody.
    """
    bekend = _rondom([persoon], op)
    leden = _leden(persoon, bekend)
    verwacht = list(Verwachting.objects.filter(statushouder__in=leden).order_by("verwacht_op"))
    eigen = next((rij for rij in verwacht if rij.statushouder_id == persoon.pk), None)
    groter = any(rij.woonvraag == Woonvraag.GROTER for rij in verwacht)
    zonder = [lid for lid in leden if lid.pk not in bekend.woont]
    alle = groter or not zonder
    vraag = eigen.woonvraag if eigen and not alle else Woonvraag.EIGEN.value
    return Huishouden(
        huurder=persoon,
        personen=tuple(leden if alle else zonder),
        woonvraag=Woonvraag.GROTER.value if groter else vraag,
        verwacht_op=eigen.verwacht_op if eigen else None,
        woont=bekend.woont.get(persoon.pk),
        aanbod=bekend.aanbod.get(persoon.pk),
    )


def _rondom(personen: Sequence[Statushouder], op: date) -> _Bekend:
    """Families, homes and open offers of these persons and their families; four queries."""
    bekend = _Bekend()
    lopend = Gezinslid.objects.lopend_op(op)
    gezinnen = lopend.filter(statushouder__in=personen).values("gezin")
    rijen = lopend.filter(gezin__in=gezinnen, statushouder__samengevoegd_met=None)
    for lid in rijen.select_related("statushouder").hoofd_eerst():
        bekend.gezin[lid.statushouder_id] = lid.gezin_id
        bekend.leden[lid.gezin_id].append(lid.statushouder)
    alle = {persoon.pk for persoon in personen} | set(bekend.gezin)
    plaatsingen = Plaatsing.objects.filter(Q(tot=None) | Q(tot__gt=op), statushouder__in=alle)
    for plaatsing in plaatsingen.select_related("woning").order_by("-van"):
        bekend.woont[plaatsing.statushouder_id] = plaatsing
    for aanbod in Aanbod.objects.open_op(op).filter(statushouder__in=alle).select_related("woning"):
        bekend.aanbod[aanbod.statushouder_id] = aanbod
    return bekend


def _leden(persoon: Statushouder, bekend: _Bekend) -> list[Statushouder]:
    gezin = bekend.gezin.get(persoon.pk)
    return [persoon] if gezin is None else list(bekend.leden[gezin])


def _per_gezin(personen: Collection[Statushouder], bekend: _Bekend) -> Iterable[list[Statushouder]]:
    """Those of one family together; an AMV or who has no family alone."""
    groepen: dict[tuple[bool, int], list[Statushouder]] = defaultdict(list)
    for persoon in personen:
        gezin = bekend.gezin.get(persoon.pk)
        groepen[(gezin is None, persoon.pk if gezin is None else gezin)].append(persoon)
    return groepen.values()


def _huishouden(
    groep: Sequence[Statushouder],
    vragen: dict[int, str],
    verwacht: dict[int, Verwachting],
    bekend: _Bekend,
) -> list[Huishouden]:
    """One household for a family that looks for a home, and one for each AMV in it."""
    amv = [persoon for persoon in groep if vragen[persoon.pk] == Woonvraag.AMV]
    plekken = [_maak([persoon], persoon, Woonvraag.AMV.value, verwacht, bekend) for persoon in amv]
    groter = any(vragen[persoon.pk] == Woonvraag.GROTER for persoon in groep)
    eigen = [persoon for persoon in groep if vragen[persoon.pk] in {Woonvraag.EIGEN, Woonvraag.GROTER}]
    if not eigen:
        return plekken
    leden = _leden(eigen[0], bekend)
    if not groter:
        leden = [lid for lid in leden if lid.pk not in bekend.woont and lid not in amv]
    kandidaten = {persoon.pk for persoon in (leden if groter else eigen)}
    huurder = next((lid for lid in leden if lid.pk in kandidaten), eigen[0])
    soort = Woonvraag.GROTER.value if groter else Woonvraag.EIGEN.value
    return [*plekken, _maak(leden, huurder, soort, verwacht, bekend)]


def _maak(
    leden: Sequence[Statushouder],
    huurder: Statushouder,
    soort: str,
    verwacht: dict[int, Verwachting],
    bekend: _Bekend,
) -> Huishouden:
    dagen = [verwacht[lid.pk].verwacht_op for lid in leden if lid.pk in verwacht]
    aanbod = next((bekend.aanbod[lid.pk] for lid in leden if lid.pk in bekend.aanbod), None)
    return Huishouden(
        huurder=huurder,
        personen=tuple(leden),
        woonvraag=soort,
        verwacht_op=min(dagen, default=None),
        woont=bekend.woont.get(huurder.pk),
        aanbod=aanbod,
    )
