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
        _noem(rijen, namen, reden=reden, op=op, tot=None)
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
    persoon: Statushouder, *, collega: Gebruiker, reden: str, op: date, tot: date | None = None
) -> Inzagerecht:
    """This colleague may know of a shielded dossier from `op` up to `tot` (exclusive; None: without end).

    Somebody who is named already gets the new last day. ValidationError at `collega` or `reden`, at `tot`
    before tomorrow, or where nobody would be left without a last day.
    """
    _eis_reden(reden)
    if tot and tot <= op:
        raise ValidationError({"tot": "Deze dag is al voorbij. Kies vandaag of een dag daarna."})
    with transaction.atomic(), botsing_als_weigering(Statushouder, Inzagerecht):
        rijen = _vergrendeld([persoon])
        _eis_afgeschermd(rijen[0])
        _eis_collegas(persoon, [collega.pk], op, veld="collega")
        _noem(rijen, {collega.pk: collega}, reden=reden, op=op, tot=tot)
        _eis_iemand(persoon)
        register.werk_bij(rijen)
    return figures.inzagerechten(persoon, op).get(gebruiker=collega.pk)


def beeindig_inzage(recht: Inzagerecht, *, versie: int, op: date, door: Gebruiker | None = None) -> None:
    """This colleague no longer knows of the dossier, from `op` on. A second time changes nothing.

    Verouderd; ValidationError where nobody would be left without a last day, and for who ends their own
    (`door`) while the dossier is theirs.
    """
    with transaction.atomic(), botsing_als_weigering(Statushouder, Inzagerecht):
        personen = _vergrendeld([recht.statushouder])
        rij = Inzagerecht.objects.select_for_update(of=("self",)).filter(pk=recht.pk).first()
        if rij is None or (rij.tot and rij.tot <= op):
            return
        if rij.versie != versie:
            raise Verouderd(rij)
        # First: who takes their own name away sees no names after it.
        _eis_iemand(recht.statushouder, zonder=recht.pk)
        _eis_niet_eigen_regie(rij, door, op)
        if rij.van >= op:
            rij.delete()  # it has not held on any day that was ended; a row needs a day
        else:
            rij.tot = op
            rij.bewaar_volgende()
        register.werk_bij(personen)


def hef_afscherming_op(personen: Sequence[Statushouder], *, op: date) -> list[Statushouder]:
    """These dossiers are as all others again; named access ends. A second time changes nothing."""
    with transaction.atomic(), botsing_als_weigering(Statushouder, Inzagerecht):
        rijen = [persoon for persoon in _vergrendeld(personen) if persoon.afgeschermd]
        sleutels = [persoon.pk for persoon in rijen]
        rechten = Inzagerecht.objects.filter(statushouder__in=sleutels)
        # Once it is open nobody needs a name: first that, or the last name could not go.
        Statushouder.objects.filter(pk__in=sleutels).update(afgeschermd=False, versie=F("versie") + 1)
        rechten.filter(van__gte=op).delete()
        rechten.filter(Q(tot=None) | Q(tot__gt=op)).update(tot=op, versie=F("versie") + 1)
        register.werk_bij(rijen)
    return rijen


def _noem(
    personen: Sequence[Statushouder],
    gebruikers: dict[int, Gebruiker],
    *,
    reden: str,
    op: date,
    tot: date | None,
) -> None:
    """Name these users for all these dossiers; a row that runs or comes takes the new last day and reason."""
    bekend = Inzagerecht.objects.filter(statushouder__in=personen, gebruiker__in=gebruikers)
    lopend = bekend.filter(Q(tot=None) | Q(tot__gte=op))
    paren = set(lopend.values_list("statushouder_id", "gebruiker_id"))
    lopend.update(tot=tot, reden=reden.strip(), versie=F("versie") + 1)
    Inzagerecht.objects.bulk_create(
        Inzagerecht(statushouder=persoon, gebruiker_id=gebruiker, van=op, tot=tot, reden=reden.strip())
        for persoon in personen
        for gebruiker in gebruikers
        if (persoon.pk, gebruiker) not in paren
    )


def _vergrendeld(personen: Sequence[Statushouder]) -> list[Statushouder]:
    sleutels = [persoon.pk for persoon in personen]
    return list(
        Statushouder.objects.select_for_update(no_key=True, of=("self",))
        .filter(pk__in=sleutels)
        .order_by("pk")
    )


def _eis_afgeschermd(persoon: Statushouder) -> None:
    if not persoon.afgeschermd:
        raise ValidationError("Dit dossier is niet meer afgeschermd.")


def _eis_iemand(persoon: Statushouder, *, zonder: int | None = None) -> None:
    """The database holds it too, at the end of the transaction; here with what to do about it."""
    blijvend = Inzagerecht.objects.filter(statushouder=persoon, tot=None, gebruiker__is_active=True)
    if not blijvend.exclude(pk=zonder or 0).exists():
        raise ValidationError(_LAATSTE)


def _eis_niet_eigen_regie(recht: Inzagerecht, door: Gebruiker | None, op: date) -> None:
    """Whose case it is must be able to open it; the lock on the person holds handing over off meanwhile."""
    if door is None or recht.gebruiker_id != door.pk:
        return
    if Regie.objects.lopend_op(op).filter(statushouder=recht.statushouder_id, regisseur=door.pk).exists():
        raise ValidationError(_EIGEN_REGIE)


def _eis_reden(reden: str) -> None:
    if not reden.strip():
        raise ValidationError({"reden": "Vul in waarom dit nodig is."})


def _eis_collegas(
    persoon: Statushouder, sleutels: Collection[int], op: date, *, veld: str = "collegas"
) -> None:
    keuze = figures.inzagekeuze(persoon, op).filter(pk__in=sleutels)
    if keuze.count() != len(set(sleutels)):
        raise ValidationError({veld: "Kies een collega die dossiers mag zien."})
