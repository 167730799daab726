"""Households that wait for a home: a tenant with the family, however many there are in as many queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q, Subquery

from dossiers.models import Gezinslid, Statushouder, Vestiging, WijzeVanKomst
from dossiers.models.persoon import StatushouderQuerySet
from huisvesting.figures.aanbod import vraagt_amv_plek
from huisvesting.models import Aanbod, Plaatsing, Verwachting, Woonvraag
from huisvesting.models.taakstelling import VerwachtingQuerySet
from huisvesting.models.woning import PlaatsingQuerySet
from kern.leeftijd import MEERDERJARIG, uiterlijk_geboren

# Besides what was written down of who is expected: an AMV who leaves the AMV home at 18, and who lives in a
# home that is let no longer.
WORDT_18, EINDIGT = "wordt_18", "eindigt"
ZOEKT: Mapping[str, str] = {
    Woonvraag.EIGEN: "Een eigen woning",
    Woonvraag.GROTER: "Een grotere woning",
    Woonvraag.AMV: "Een plek in een AMV-woning",
    WORDT_18: "Een eigen woning vanaf 18 jaar",
    EINDIGT: "Een andere woning: deze houdt op",
}

# What no list of households says of a person, and takes most of the time to read.
ONNODIG = ("bsn", "bsn_index", "zoeksleutels", "paarsleutels")
_VIA_PERSOON = tuple(f"statushouder__{veld}" for veld in ONNODIG)


@dataclass(frozen=True, kw_only=True)
class Huishouden:
    """A tenant and who would live there; `personen` holds the tenant too, in the order of the family.

    `woonvraag` is a key of ZOEKT. With GROTER and EINDIGT the whole family moves, else those who have no home
    here yet. `woont` is the placement of the tenant that runs or was promised; `aanbod` the offer that is open.
    """

    huurder: Statushouder
    personen: tuple[Statushouder, ...]
    woonvraag: str
    verwacht_op: date | None = None
    woont: Plaatsing | None = None
    aanbod: Aanbod | None = None

    @property
    def gekoppeld_op(self) -> date | None:
        """Since when a household without a home here waits; None for who lives here."""
        return None if self.woont else self.huurder.coa_koppeldatum

    @property
    def zoekt(self) -> str:
        """What this household looks for, in words."""
        return ZOEKT[self.woonvraag]

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


def verwacht_in_een_woning(peildatum: date) -> VerwachtingQuerySet:
    """Who is expected in a home up to the end of the peildatum's year, and has none here nor the promise of one.

    Or lives in an ordinary home that is too small, and is expected in a bigger one on a day still to come, later
    than that on which they came to live in it.
    """
    rijen = Verwachting.objects.filter(verwacht_op__lte=date(peildatum.year, 12, 31))
    eigen = {"statushouder": OuterRef("statushouder")}
    woont = Plaatsing.objects.filter(Q(tot=None) | Q(tot__gt=peildatum), **eigen)
    zonder = Q(pk__in=rijen.nog_niet_geteld(peildatum).exclude(Exists(woont)))
    te_klein = woont.lopend_op(peildatum).filter(tot=None, woning__amv_woning=False)
    te_klein = te_klein.filter(van__lt=OuterRef("verwacht_op"))
    groter = Q(Exists(te_klein), woonvraag=Woonvraag.GROTER, verwacht_op__gte=peildatum)
    return rijen.filter(zonder | groter, statushouder__samengevoegd_met=None)


def gekoppeld_zonder_datum(peildatum: date) -> StatushouderQuerySet:
    """Who was linked, never had a home here, and of whom nobody said when it is expected."""
    eigen = {"statushouder": OuterRef("pk")}
    return Statushouder.objects.actueel().filter(
        ~Exists(Plaatsing.objects.filter(**eigen)),
        ~Exists(Verwachting.objects.filter(**eigen)),
        ~Exists(Vestiging.objects.filter(**eigen)),
        coa_koppeldatum__lte=peildatum,
        wijze_van_komst=WijzeVanKomst.KOPPELING,
    )


def moet_verhuizen(peildatum: date) -> PlaatsingQuerySet:
    """Who lives in a home and needs another in the peildatum's year: its last day comes, or an AMV turns 18.

    The 18th birthday is the first day on which it can be (A2); `eigen_op` is the day on which an AMV is expected
    in a home of the own, also before that. Source: plan, rehousing at 18; J1.
    """
    eind = date(peildatum.year, 12, 31)
    van_hen = Verwachting.objects.filter(statushouder=OuterRef("statushouder"), woonvraag=Woonvraag.EIGEN)
    verwacht = van_hen.filter(verwacht_op__range=(peildatum, eind))
    jong = Q(statushouder__geboren_vroegst__lte=uiterlijk_geboren(MEERDERJARIG, eind))
    eigen = Q(woning__amv_woning=True, statushouder__wijze_van_komst=WijzeVanKomst.AMV)
    rijen = Plaatsing.objects.actueel().lopend_op(peildatum).filter(tot=None)
    rijen = rijen.annotate(eigen_op=Subquery(verwacht.values("verwacht_op")[:1]))
    houdt_op = Q(woning__beschikbaar_tot_en_met__lte=eind)
    moet = rijen.filter(eigen & (jong | Q(eigen_op__isnull=False)) | houdt_op)
    return moet.select_related("statushouder", "woning").order_by("van", "pk")


def huishouden_van(persoon: Statushouder, op: date) -> Huishouden:
    """The household of this person on a day, with them as tenant: who of the family has no home here yet.

    Where all of them have one, or one who is expected needs a bigger home for all, everybody. A place in an AMV
    home is for one. `aanbod` is also that of a member who would move along.
    """
    bekend = _rondom([persoon], op)
    leden = _leden(persoon, bekend)
    verwacht = list(Verwachting.objects.filter(statushouder__in=leden).order_by("verwacht_op"))
    eigen = next((rij for rij in verwacht if rij.statushouder_id == persoon.pk), None)
    woont = bekend.woont.get(persoon.pk)
    in_amv_woning = woont is not None and woont.woning.amv_woning and woont.van <= op
    if not in_amv_woning and vraagt_amv_plek(persoon, eigen.woonvraag if eigen else None, op):
        samen, mee, vraag = [persoon], [persoon], Woonvraag.AMV
    elif any(rij.woonvraag == Woonvraag.GROTER and _geldt(rij, bekend) for rij in verwacht):
        samen, mee, vraag = leden, leden, Woonvraag.GROTER
    else:
        zonder = [lid for lid in leden if lid.pk not in bekend.woont]
        samen, mee, vraag = zonder or leden, zonder or [persoon], Woonvraag.EIGEN
    return Huishouden(
        huurder=persoon,
        personen=tuple(samen),
        woonvraag=vraag.value,
        verwacht_op=eigen.verwacht_op if eigen else None,
        woont=woont,
        aanbod=_samen_aangeboden(persoon, mee, bekend),
    )


def _geldt(rij: Verwachting, bekend: _Bekend) -> bool:
    """Who came to live here on that day or later has the home that was expected."""
    woont = bekend.woont.get(rij.statushouder_id)
    return woont is None or woont.van < rij.verwacht_op


def _samen_aangeboden(persoon: Statushouder, mee: Sequence[Statushouder], bekend: _Bekend) -> Aanbod | None:
    """The open offer of this person, else of a member who moves along: a place for an AMV is for one."""
    van_leden = (bekend.aanbod[lid.pk] for lid in mee if lid.pk in bekend.aanbod)
    return bekend.aanbod.get(persoon.pk) or next(
        (rij for rij in van_leden if not rij.woning.amv_woning), None
    )


def _rondom(personen: Sequence[Statushouder], op: date) -> _Bekend:
    """Families, homes and open offers of these persons and their families; four queries."""
    bekend = _Bekend()
    lopend = Gezinslid.objects.lopend_op(op)
    gezinnen = lopend.filter(statushouder__in=personen).values("gezin")
    rijen = lopend.filter(gezin__in=gezinnen, statushouder__samengevoegd_met=None)
    for lid in rijen.select_related("statushouder").defer(*_VIA_PERSOON).hoofd_eerst():
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
