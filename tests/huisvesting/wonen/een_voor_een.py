"""The households that wait, put together person by person: slow, and the oracle of what the database answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from dossiers.models import Gezinslid, Statushouder, WijzeVanKomst
from huisvesting import figures, rules
from huisvesting.figures.huishoudens import (
    EINDIGT,
    WORDT_18,
    Huishouden,
    gekoppeld_zonder_datum,
    moet_verhuizen,
    verwacht_in_een_woning,
)
from huisvesting.figures.norm import Normrij, normdagen
from huisvesting.models import Aanbod, Plaatsing, Verwachting, Woonvraag
from huisvesting.rules import delen
from kern.contract import Gebruiker
from kern.leeftijd import MEERDERJARIG, eerste_verjaardag


@dataclass
class _Bekend:
    """What is stored around these persons, by primary key."""

    gezin: dict[int, int] = field(default_factory=dict)
    leden: dict[int, list[Statushouder]] = field(default_factory=lambda: defaultdict(list))
    woont: dict[int, Plaatsing] = field(default_factory=dict)
    aanbod: dict[int, Aanbod] = field(default_factory=dict)


def zoekend(peildatum: date, gebruiker: Gebruiker | None = None) -> list[Huishouden]:
    """Each household that needs a home or a place in an AMV home; who joins a family needs none.

    With `gebruiker` only those of whom this user may see the tenant; without it everybody.
    """
    verwacht = {
        rij.statushouder_id: rij for rij in verwacht_in_een_woning(peildatum).select_related("statushouder")
    }
    zonder_datum = list(gekoppeld_zonder_datum(peildatum))
    weg = list(moet_verhuizen(peildatum))
    personen = [*(rij.statushouder for rij in verwacht.values()), *zonder_datum]
    bekend = _rondom([*personen, *(rij.statushouder for rij in weg)], peildatum)
    vragen = {pk: rij.woonvraag for pk, rij in verwacht.items()} | dict.fromkeys(
        (persoon.pk for persoon in zonder_datum), Woonvraag.EIGEN.value
    )
    huishoudens = [
        huishouden
        for groep in _per_gezin(personen, bekend)
        for huishouden in _huishoudens(groep, vragen, verwacht, bekend)
    ]
    bezig = {lid.pk for huishouden in huishoudens for lid in huishouden.personen}
    huishoudens += _die_weg_moeten([rij for rij in weg if rij.statushouder_id not in bezig], bekend)
    return huishoudens if gebruiker is None else gezien(huishoudens, gebruiker)


def gezien(huishoudens: Sequence[Huishouden], gebruiker: Gebruiker) -> list[Huishouden]:
    """Those of which this user may see the tenant; one query."""
    zichtbaar = Statushouder.objects.met_inzage(gebruiker, "huisvesting")
    huurders = zichtbaar.filter(pk__in=[rij.huurder.pk for rij in huishoudens]).order_by()
    zichtbaar_pk = set(huurders.values_list("pk", flat=True))
    return [rij for rij in huishoudens if rij.huurder.pk in zichtbaar_pk]


def _die_weg_moeten(plaatsingen: Sequence[Plaatsing], bekend: _Bekend) -> Iterable[Huishouden]:
    """One household for each AMV who turns 18, and for those of one family in a home that ends."""
    per_gezin: dict[tuple[int, int], list[Plaatsing]] = defaultdict(list)
    for rij in plaatsingen:
        sleutel = -rij.statushouder_id if rij.woning.amv_woning else rij.woning_id
        gezin = bekend.gezin.get(rij.statushouder_id, -rij.statushouder_id)
        per_gezin[(sleutel, gezin)].append(rij)
    for groep in per_gezin.values():
        eerste, personen = groep[0], [rij.statushouder for rij in groep]
        amv = eerste.woning.amv_woning
        huurder = personen[0]
        yield Huishouden(
            huurder=huurder,
            personen=tuple(personen),
            woonvraag=WORDT_18 if amv else EINDIGT,
            verwacht_op=_nodig_op(eerste),
            woont=eerste,
            aanbod=next((bekend.aanbod[lid.pk] for lid in personen if lid.pk in bekend.aanbod), None),
        )


def _nodig_op(rij: Plaatsing) -> date | None:
    """When a row of `moet_verhuizen` needs the other home."""
    if not rij.woning.amv_woning:
        return rij.woning.beschikbaar_tot_en_met
    verwacht: date | None = rij.eigen_op  # type: ignore[attr-defined]
    return verwacht or eerste_verjaardag(rij.statushouder.geboren, MEERDERJARIG)


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


def _huishoudens(
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


def normlijst(peildatum: date, gebruiker: Gebruiker) -> list[Normrij]:
    """Households that were linked and wait, and those with a tenancy that did not move; most overdue first.

    Who joins a family and who gets a place in an AMV home was not linked for a home: they are not in it.
    """
    wachtend = {
        rij.huurder.pk: rij
        for rij in zoekend(peildatum, gebruiker)
        if rij.vraagt_woning and rij.huurder.wijze_van_komst == WijzeVanKomst.KOPPELING and not rij.woont
    }
    getekend = {
        rij.statushouder_id: rij
        for rij in Aanbod.objects.zichtbaar_voor(gebruiker)
        .filter(Q(sleutel_op=None) | Q(sleutel_op__gt=peildatum), contract_op__isnull=False)
        .select_related("statushouder", "woning")
    }
    huurders = {pk: rij.huurder for pk, rij in wachtend.items()} | {
        pk: rij.statushouder for pk, rij in getekend.items()
    }
    dagen = normdagen(huurders.values(), peildatum)
    rijen = [
        Normrij(
            huurder=persoon,
            delen=delen(dagen[pk], peildatum),
            huishouden=wachtend.get(pk),
            aanbod=getekend.get(pk) or (wachtend[pk].aanbod if pk in wachtend else None),
        )
        for pk, persoon in huurders.items()
        if dagen[pk].verhuisd_op is None or dagen[pk].verhuisd_op > peildatum  # type: ignore[operator]
    ]
    return sorted(rijen, key=lambda rij: (-rij.over, rij.huurder.sorteernaam, rij.huurder.pk))


def passend(woning, peildatum, gebruiker):
    """Who could live in a home, each household read in full."""
    familie = figures.familie_in(woning, peildatum)
    vragen = [
        (rij, _vraag(rij, woning, familie.get(rij.huurder.pk, 0))) for rij in zoekend(peildatum, gebruiker)
    ]
    return rules.rangschik(vragen, figures.ruimte(woning, peildatum))


def _vraag(rij, woning, familie):
    aanbod = rij.aanbod
    return rules.Vraag(
        personen=len(rij.personen),
        amv=not rij.vraagt_woning,
        nodig_op=rij.verwacht_op,
        aanbod=("deze woning" if aanbod.woning_id == woning.pk else str(aanbod.woning)) if aanbod else "",
        familie=familie,
        gekoppeld_op=rij.gekoppeld_op,
    )
