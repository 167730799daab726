"""Shielding a dossier: only named users know of it, and there is always somebody who does."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from django.contrib.postgres.aggregates import BoolAnd
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q

from dossiers import figures
from dossiers.models import Gezin, Gezinslid, Inzagerecht, Regie, Statushouder
from dossiers.models.afscherming import InzagerechtQuerySet
from dossiers.models.sloten import vergrendel
from kern.contract import Gebruiker
from kern.register import register
from kern.weigering import Verouderd, botsing_als_weigering

_LAATSTE = "Noem eerst een andere collega zonder einddatum: iemand moet dit dossier kunnen zien."
_EIGEN_REGIE = "U bent regisseur van dit dossier. Draag het eerst over."


def scherm_af(
    personen: Sequence[Statushouder],
    *,
    reden: str,
    collegas: Collection[Gebruiker],
    op: date,
    door: Gebruiker,
) -> list[Statushouder]:
    """From `op` on only `door` and these colleagues know of these dossiers, until somebody ends that.

    One that is shielded already stays so, and gets the colleagues besides. ValidationError at `reden`
    without one, at `collegas` for somebody who reads no dossiers.
    """
    _eis_reden(reden)
    namen = {door.pk: door, **{collega.pk: collega for collega in collegas}}
    with transaction.atomic(), botsing_als_weigering(Statushouder, Inzagerecht):
        rijen = _vergrendeld(personen)
        for persoon in rijen:
            _eis_collegas(persoon, [collega.pk for collega in collegas], op)
        _noem(rijen, namen, eigen=personen[:1], reden=reden, op=op, tot=None)
        open_ = [persoon.pk for persoon in rijen if not persoon.afgeschermd]
        Statushouder.objects.filter(pk__in=open_).update(afgeschermd=True, versie=F("versie") + 1)
        register.werk_bij(rijen)
    return rijen


def scherm_nieuwe_leden_af(leden: Sequence[tuple[Gezin, Statushouder]], *, op: date) -> None:
    """Who comes into a family of which everybody is shielded, is so too, for the same colleagues.

    Else the name of a newborn would tell of the family. One query where no family is shielded.
    """
    if not leden:
        return
    nieuw = [persoon.pk for _, persoon in leden]
    bekend = Gezinslid.objects.lopend_op(op).filter(gezin__in={gezin.pk for gezin, _ in leden})
    bekend = bekend.exclude(statushouder__in=nieuw)
    geheel = bekend.values("gezin").annotate(geheel=BoolAnd("statushouder__afgeschermd")).filter(geheel=True)
    dicht = set(geheel.order_by().values_list("gezin", flat=True))
    if not dicht:
        return
    namen: dict[int, dict[int, Inzagerecht]] = {gezin: {} for gezin in dicht}
    gezin_van = dict(bekend.filter(gezin__in=dicht).values_list("statushouder_id", "gezin_id"))
    for recht in Inzagerecht.objects.lopend_op(op).filter(statushouder__in=gezin_van):
        eerder = namen[gezin_van[recht.statushouder_id]].get(recht.gebruiker_id)
        if eerder is None or (eerder.tot and (recht.tot is None or recht.tot > eerder.tot)):
            namen[gezin_van[recht.statushouder_id]][recht.gebruiker_id] = recht
    Inzagerecht.objects.bulk_create(
        Inzagerecht(
            statushouder=persoon, gebruiker_id=recht.gebruiker_id, van=op, tot=recht.tot, reden=recht.reden
        )
        for gezin, persoon in leden
        for recht in namen.get(gezin.pk, {}).values()
    )
    mee = [persoon for gezin, persoon in leden if gezin.pk in dicht]
    Statushouder.objects.filter(pk__in=[persoon.pk for persoon in mee]).update(afgeschermd=True)
    for persoon in mee:
        persoon.afgeschermd = True


def noem_collega(
    personen: Sequence[Statushouder], *, collega: Gebruiker, reden: str, op: date, tot: date | None = None
) -> list[Inzagerecht]:
    """This colleague may know of these shielded dossiers from `op` up to `tot` (exclusive; None: without end).

    All of them, or none. Who is named already gets the new last day and reason for the first, which is the
    one that was opened; for the others only a later last day. ValidationError at `collega` or `reden`, at
    `tot` before tomorrow, where one is not shielded, or where nobody would be left without a last day.
    """
    _eis_reden(reden)
    if tot and tot <= op:
        raise ValidationError({"tot": "Deze dag is al voorbij. Kies vandaag of een dag daarna."})
    with transaction.atomic(), botsing_als_weigering(Statushouder, Inzagerecht):
        rijen = _vergrendeld(personen)
        for persoon in rijen:
            bij = _bij(persoon, rijen)
            _eis_afgeschermd(persoon, bij)
            _eis_collegas(persoon, [collega.pk], op, veld="collega", bij=bij)
        _noem(rijen, {collega.pk: collega}, eigen=personen[:1], reden=reden, op=op, tot=tot)
        _eis_iemand(rijen)
        register.werk_bij(rijen)
    return list(figures.inzagerechten(rijen, op).filter(gebruiker=collega.pk))


def beeindig_inzage(
    recht: Inzagerecht,
    *,
    versie: int,
    reden: str,
    op: date,
    ook: Sequence[Statushouder] = (),
    door: Gebruiker | None = None,
) -> list[Statushouder]:
    """This colleague no longer knows of the dossier, nor of those of `ook`, from `op` on; gives which ended.

    All of them, or none; a second time changes nothing. `versie` is that of `recht`, the row that was opened:
    those of `ook` end as they are. The reason is kept with the row, and in the history of one that has not
    held on any day. Verouderd; ValidationError at `reden` without one, where nobody would
    be left without a last day, and for who ends their own (`door`) while the dossier is theirs.
    """
    _eis_reden(reden)
    with transaction.atomic(), botsing_als_weigering(Statushouder, Inzagerecht):
        personen = _vergrendeld([recht.statushouder, *ook])
        rijen = _lopende_namen(personen, recht.gebruiker_id, op)
        eigen = next((rij for rij in rijen if rij.pk == recht.pk), None)
        if eigen is None:
            return []
        if eigen.versie != versie:
            raise Verouderd(eigen)
        geraakt = {rij.statushouder_id for rij in rijen}
        personen = [persoon for persoon in personen if persoon.pk in geraakt]
        # First: who takes their own name away sees no names after it.
        _eis_iemand(personen, zonder=[rij.pk for rij in rijen])
        _eis_niet_eigen_regie(recht.gebruiker_id, personen, door, op)
        _beeindig(Inzagerecht.objects.filter(pk__in=[rij.pk for rij in rijen]), reden, op)
        register.werk_bij(personen)
    return personen


def hef_afscherming_op(personen: Sequence[Statushouder], *, reden: str, op: date) -> list[Statushouder]:
    """These dossiers are as all others again; named access ends, and says why. A second time changes nothing.

    ValidationError at `reden` without one.
    """
    _eis_reden(reden)
    with transaction.atomic(), botsing_als_weigering(Statushouder, Inzagerecht):
        rijen = [persoon for persoon in _vergrendeld(personen) if persoon.afgeschermd]
        sleutels = [persoon.pk for persoon in rijen]
        # Once it is open nobody needs a name: first that, or the last name could not go.
        Statushouder.objects.filter(pk__in=sleutels).update(afgeschermd=False, versie=F("versie") + 1)
        rechten = Inzagerecht.objects.filter(statushouder__in=sleutels)
        _beeindig(rechten.filter(Q(tot=None) | Q(tot__gt=op)), reden, op)
        register.werk_bij(rijen)
    return rijen


def _beeindig(rechten: InzagerechtQuerySet, reden: str, op: date) -> None:
    """End these rows with a reason. One that has not held on any day goes: a row needs a day."""
    nooit_gegolden = list(rechten.filter(van__gte=op).values_list("pk", flat=True))
    waarom = {"reden_einde": reden.strip(), "versie": F("versie") + 1}
    rechten.filter(pk__in=nooit_gegolden).update(**waarom)
    rechten.exclude(pk__in=nooit_gegolden).update(tot=op, **waarom)
    Inzagerecht.objects.filter(pk__in=nooit_gegolden).delete()


def _lopende_namen(personen: Sequence[Statushouder], gebruiker: int, op: date) -> list[Inzagerecht]:
    """The rows by which this user knows of these persons now or later, locked."""
    rijen = Inzagerecht.objects.select_for_update(of=("self",)).filter(gebruiker=gebruiker)
    return list(rijen.filter(Q(tot=None) | Q(tot__gt=op), statushouder__in=personen).order_by("pk"))


def _noem(
    personen: Sequence[Statushouder],
    gebruikers: dict[int, Gebruiker],
    *,
    eigen: Sequence[Statushouder],
    reden: str,
    op: date,
    tot: date | None,
) -> None:
    """Name these users for all these dossiers; a row that runs or comes takes the new last day and reason.

    Of a dossier that is not among `eigen` it keeps its reason, and its last day where that is not earlier: it
    may have been given there for longer, for something else.
    """
    bekend = Inzagerecht.objects.filter(statushouder__in=personen, gebruiker__in=gebruikers)
    lopend = bekend.filter(Q(tot=None) | Q(tot__gt=op))
    paren = set(lopend.values_list("statushouder_id", "gebruiker_id"))
    verlengd = {"tot": tot, "reden_einde": "", "versie": F("versie") + 1}
    anders = lopend.exclude(statushouder__in=eigen)
    anders.filter(Q(tot__lt=tot) if tot else Q(tot__isnull=False)).update(**verlengd)
    lopend.filter(statushouder__in=eigen).update(reden=reden.strip(), **verlengd)
    Inzagerecht.objects.bulk_create(
        Inzagerecht(statushouder=persoon, gebruiker_id=gebruiker, van=op, tot=tot, reden=reden.strip())
        for persoon in personen
        for gebruiker in gebruikers
        if (persoon.pk, gebruiker) not in paren
    )


def _vergrendeld(personen: Sequence[Statushouder]) -> list[Statushouder]:
    sleutels = [persoon.pk for persoon in personen]
    vergrendel(sleutels)
    return list(Statushouder.objects.filter(pk__in=sleutels).order_by("pk"))


def _bij(persoon: Statushouder, samen: Sequence[Statushouder]) -> str:
    """Which dossier a refusal is about, where there is more than one."""
    return f"{persoon.naam}, {persoon.nummer}: " if len(samen) > 1 else ""


def _eis_afgeschermd(persoon: Statushouder, bij: str) -> None:
    if not persoon.afgeschermd:
        raise ValidationError(f"{bij}Dit dossier is niet meer afgeschermd.")


def _eis_iemand(personen: Sequence[Statushouder], *, zonder: Collection[int] = ()) -> None:
    """The database holds it too, at the end of the transaction; here with what to do about it."""
    blijvend = Inzagerecht.objects.filter(statushouder__in=personen, tot=None, gebruiker__is_active=True)
    met_iemand = set(blijvend.exclude(pk__in=zonder).values_list("statushouder_id", flat=True))
    for persoon in personen:
        if persoon.pk not in met_iemand:
            raise ValidationError(_bij(persoon, personen) + _LAATSTE)


def _eis_niet_eigen_regie(
    gebruiker: int, personen: Sequence[Statushouder], door: Gebruiker | None, op: date
) -> None:
    """Whose case it is must be able to open it; the lock on the person holds handing over off meanwhile."""
    if door is None or gebruiker != door.pk:
        return
    regie = Regie.objects.lopend_op(op).filter(statushouder__in=personen, regisseur=door.pk)
    eigen = set(regie.values_list("statushouder_id", flat=True))
    for persoon in personen:
        if persoon.pk in eigen:
            raise ValidationError(_bij(persoon, personen) + _EIGEN_REGIE)


def _eis_reden(reden: str) -> None:
    if not reden.strip():
        raise ValidationError({"reden": "Vul in waarom dit nodig is."})


def _eis_collegas(
    persoon: Statushouder, sleutels: Collection[int], op: date, *, veld: str = "collegas", bij: str = ""
) -> None:
    keuze = figures.inzagekeuze(persoon, op).filter(pk__in=sleutels)
    if keuze.count() != len(set(sleutels)):
        raise ValidationError({veld: f"{bij}Kies een collega die dit dossier mag zien."})
