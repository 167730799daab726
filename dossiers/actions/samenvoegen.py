"""Two dossiers of one person become one; or somebody decides that they are of two people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, F, Min, Value, When

from dossiers.actions.regie import wijs_toe
from dossiers.models import (
    Dubbelbesluit,
    Regie,
    Samenvoeging,
    Samenvoegreden,
    Samenvoegregel,
    Statushouder,
    Vestiging,
)
from dossiers.models.sloten import vergrendel
from dossiers.rules.samenvoegen import Verbinding, botsend, verbindingen, vooraf
from dossiers.rules.samenvoegvelden import VERVALT, Waarden, uitkomst
from kern.contract import Gebruiker
from kern.register import register
from kern.velden import Versleuteld
from kern.weigering import Verouderd, botsing_als_weigering

Soort = Samenvoegregel.Soort


class Logboek:
    """The rows of the log of one merge, by what they are about; one row for each."""

    def __init__(self, samenvoeging: Samenvoeging) -> None:
        self.samenvoeging = samenvoeging
        self.regels: dict[tuple[str, str, int], Samenvoegregel] = {}

    def schrijf(
        self, soort: str, rij: models.Model, *, veld: str = "", waarden: Waarden | None = None
    ) -> None:
        """A row that was changed or made here, by its present version."""
        self.zet(
            Samenvoegregel(
                soort=soort,
                model=rij._meta.label_lower,
                object_id=rij.pk,
                veld=veld,
                oud=getattr(rij, f"{veld}_id") if veld else None,
                versie=getattr(rij, "versie", None),
                waarden={naam: bewaarbaar(waarde) for naam, waarde in (waarden or {}).items()},
            )
        )

    def zet(self, regel: Samenvoegregel) -> None:
        """Put a row in the log, in the place of an earlier one about the same."""
        regel.samenvoeging = self.samenvoeging
        self.regels[(regel.model, regel.veld, regel.object_id)] = regel

    def bewaar(self) -> None:
        """Write all rows, in one statement."""
        Samenvoegregel.objects.bulk_create(self.regels.values())


def bewaarbaar(waarde: Any) -> Any:
    """A value as the log keeps it: of a BSN the ciphertext."""
    return waarde.cijfertekst if isinstance(waarde, Versleuteld) else waarde


def voeg_samen(
    blijft: Statushouder,
    vervalt: Statushouder,
    *,
    versies: tuple[int, int],
    keuzes: Mapping[str, str],
    reden: str,
    op: date,
    door: Gebruiker | None,
) -> Samenvoeging:
    """Make `vervalt` part of `blijft`: all that refers to it moves, and a log is kept that takes it back.

    `versies` are those that were seen, in the same order. `keuzes` names "blijft" or "vervalt" by the code of
    a choice (`keuzevelden`, and `regisseur`). `reden` is one of Samenvoegreden, or in other words how somebody
    knows it. What its own constraint keeps from moving stays at `vervalt`, in the log as such. Verouderd;
    ValidationError, in Dutch: one dossier, one that was merged before, a number that differs and was not chosen.
    """
    code = reden if reden in Samenvoegreden.values else Samenvoegreden.ANDERS
    with transaction.atomic(), botsing_als_weigering(Statushouder, Samenvoeging, *_modellen()):
        blijft, vervalt = _vergrendeld(blijft, vervalt, versies)
        erbij, eraf = uitkomst(blijft, vervalt, keuzes)
        if blijft.afgeschermd or vervalt.afgeschermd:  # who was shielded under one number is so under both
            erbij, eraf = erbij | {"afgeschermd": True}, eraf | {"afgeschermd": True}
        samenvoeging = Samenvoeging.objects.create(
            blijft=blijft,
            vervalt=vervalt,
            op=op,
            door_id=door.pk if door else None,
            reden=code,
            toelichting="" if code == reden else reden.strip(),
        )
        logboek = Logboek(samenvoeging)
        _zet_over(blijft, vervalt, erbij, {**eraf, "samengevoegd_met_id": blijft.pk}, logboek)
        if keuzes.get("regisseur") == VERVALT:
            _neem_regisseur_over(blijft, vervalt, op, logboek)
        logboek.bewaar()
        register.werk_bij([blijft, vervalt])
    return samenvoeging


def _zet_over(
    blijft: Statushouder,
    vervalt: Statushouder,
    erbij: Waarden,
    eraf: Waarden,
    logboek: Logboek,
) -> None:
    """The fields of both, and every row that refers to `vervalt`, in the order in which they can."""
    # First what goes out: a number is of one dossier at a time.
    _wijzig(vervalt, eraf, logboek)
    # Then who may know of it: whoever does this would lose sight of a dossier that is shielded sooner.
    eerst = vooraf()
    for deel in eerst:
        _verhuis(deel, vervalt, blijft, logboek)
    _wijzig(blijft, erbij, logboek)
    for deel in verbindingen():
        if deel not in eerst:
            _verhuis(deel, vervalt, blijft, logboek)
    _voeg_vestigingen_aaneen(blijft, vervalt, logboek)


def zijn_twee_mensen(
    een: Statushouder, ander: Statushouder, *, op: date, door: Gebruiker | None, reden: str = ""
) -> Dubbelbesluit:
    """These two dossiers are of two people: the pair is not proposed again. A second time keeps the first."""
    if een.pk == ander.pk:
        raise ValidationError("Kies twee verschillende dossiers.")
    eerste, tweede = sorted((een, ander), key=lambda persoon: persoon.pk)
    with transaction.atomic():
        besluit, _ = Dubbelbesluit.objects.get_or_create(
            eerste=eerste,
            tweede=tweede,
            defaults={"op": op, "door_id": door.pk if door else None, "reden": reden},
        )
        register.werk_bij([een, ander])
    return besluit


def _modellen() -> set[type[models.Model]]:
    return {deel.model for deel in verbindingen()}


def _vergrendeld(
    blijft: Statushouder, vervalt: Statushouder, versies: tuple[int, int]
) -> tuple[Statushouder, Statushouder]:
    """Both rows, locked with their families: two clerks who merge them the other way round wait."""
    if blijft.pk == vervalt.pk:
        raise ValidationError("Kies twee verschillende dossiers.")
    sleutels = [blijft.pk, vervalt.pk]
    vergrendel(sleutels, geheel=True)
    rijen = Statushouder.objects.filter(pk__in=sleutels)
    per_sleutel = {rij.pk: rij for rij in rijen}
    for sleutel, versie in zip(sleutels, versies, strict=True):
        rij = per_sleutel[sleutel]
        if rij.samengevoegd_met_id:
            raise ValidationError(f"{rij.nummer} is al samengevoegd met een ander dossier.")
        if rij.versie != versie:
            raise Verouderd(rij)
    return per_sleutel[blijft.pk], per_sleutel[vervalt.pk]


def _wijzig(persoon: Statushouder, waarden: Waarden, logboek: Logboek) -> None:
    """Change fields of a person as the next version, with what stood there in the log."""
    oud = {naam: getattr(persoon, naam) for naam in waarden}
    for naam, waarde in waarden.items():
        setattr(persoon, naam, waarde)
    persoon.bewaar_volgende()
    logboek.schrijf(Soort.GEWIJZIGD, persoon, waarden=oud)


def _verhuis(deel: Verbinding, van: Statushouder, naar: Statushouder, logboek: Logboek) -> None:
    """Move the rows of one table, and log every row of both persons with where it is now."""
    velden = ["pk", f"{deel.veld}_id", *(["versie"] if deel.met_versie else [])]
    rijen = list(deel.rijen(van, naar).select_for_update().values_list(*velden))
    mee = {rij[0] for rij in rijen if rij[1] == van.pk}
    blijven = set(botsend(deel, van=van, naar=naar).values_list("pk", flat=True)) if mee else set()
    gaan = mee - blijven
    wisselen = _wisselt(deel, van, naar) if blijven else set()
    _verplaats(deel, gaan, {van.pk: naar.pk})
    _verplaats(deel, wisselen, {van.pk: naar.pk, naar.pk: van.pk})
    for sleutel, oud, *versie in rijen:
        verplaatst = sleutel in gaan or sleutel in wisselen
        logboek.zet(
            Samenvoegregel(
                soort=Soort.VERPLAATST
                if verplaatst
                else Soort.ACHTERGEBLEVEN
                if sleutel in mee
                else Soort.STOND_ER,
                model=deel.label,
                object_id=sleutel,
                veld=deel.veld,
                oud=oud,
                versie=versie[0] + verplaatst if versie else None,
            )
        )


def _wisselt(deel: Verbinding, van: Statushouder, naar: Statushouder) -> set[int]:
    """Rows that change places: of what stands once for a person, the earliest goes to the dossier that stays.

    Only where the model says by `voorrang`, the name of a date, that it is so (`voorrangszin` is that in words);
    else what stays has it. What has no such date gives way to what has one.
    """
    voorrang = getattr(deel.model, "voorrang", None)
    if voorrang is None:
        return set()
    hier, daar = botsend(deel, van=van, naar=naar), botsend(deel, van=naar, naar=van)
    eerst, tegen = (rijen.aggregate(vroegst=Min(voorrang))["vroegst"] for rijen in (hier, daar))
    if eerst is None or (tegen is not None and tegen <= eerst):
        return set()
    return {*hier.values_list("pk", flat=True), *daar.values_list("pk", flat=True)}


def _verplaats(deel: Verbinding, sleutels: Iterable[int], naar: Mapping[int, int]) -> None:
    """Write the keys anew in one statement, so that rows can change places, as the next version."""
    if sleutels := list(sleutels):
        nieuw = Case(*(When(**{deel.veld: oud}, then=Value(sleutel)) for oud, sleutel in naar.items()))
        volgende = {"versie": F("versie") + 1} if deel.met_versie else {}
        deel.model._base_manager.filter(pk__in=sleutels).update(**{deel.veld: nieuw}, **volgende)


def _voeg_vestigingen_aaneen(blijft: Statushouder, vervalt: Statushouder, logboek: Logboek) -> None:
    """Two spells of one person that overlap are one: that of the dossier that stays is widened over both.

    So the figures of every day are those of somebody who was registered once. What it covers stays behind.
    """
    achter = list(Vestiging.objects.filter(statushouder=vervalt).order_by("van"))
    eigen = list(Vestiging.objects.filter(statushouder=blijft).order_by("van", "pk")) if achter else []
    for nummer, spel in enumerate(eigen):
        raakt = [deel for deel in achter if _overlapt(spel, deel)]
        if not raakt:
            continue
        oud = {naam: getattr(spel, naam) for naam in ("van", "tot", "brp_op", "reden_vertrek")}
        vorige = eigen[nummer - 1] if nummer else None
        volgende = eigen[nummer + 1] if nummer + 1 < len(eigen) else None
        _verbreed(spel, raakt, vorige, volgende)
        if oud != {naam: getattr(spel, naam) for naam in oud}:
            spel.bewaar_volgende()
            logboek.schrijf(Soort.GEWIJZIGD, spel, veld="statushouder", waarden=oud)


def _overlapt(een: Vestiging, ander: Vestiging) -> bool:
    """Do they share a day? One that ended on its first day has none."""
    if een.van == een.tot or ander.van == ander.tot:
        return False
    return (een.tot is None or ander.van < een.tot) and (ander.tot is None or een.van < ander.tot)


def _verbreed(
    spel: Vestiging, raakt: list[Vestiging], vorige: Vestiging | None, volgende: Vestiging | None
) -> None:
    """Widen a spell over what it touches, up to the spells before and after it."""
    spel.van = min(spel.van, *(deel.van for deel in raakt))
    if vorige and vorige.tot and vorige.tot > spel.van:
        spel.van = vorige.tot
    laatste = max((spel, *raakt), key=lambda deel: deel.tot or date.max)
    spel.tot, spel.reden_vertrek = laatste.tot, laatste.reden_vertrek
    if volgende and (spel.tot is None or spel.tot > volgende.van):
        spel.tot, spel.reden_vertrek = volgende.van, ""
    spel.brp_op = min((deel.brp_op for deel in (spel, *raakt) if deel.brp_op), default=None)


def _neem_regisseur_over(blijft: Statushouder, vervalt: Statushouder, op: date, logboek: Logboek) -> None:
    """From `op` on it is the case of whose the other was; what the handing over wrote comes into the log."""
    voor = {rij.pk: rij for rij in Regie.objects.filter(statushouder=blijft)}
    regisseur = Regie.objects.select_related("regisseur").get(statushouder=vervalt, tot=None).regisseur
    wijs_toe([blijft], regisseur=regisseur, van=op, op=op)
    for rij in Regie.objects.filter(statushouder=blijft):
        if rij.pk not in voor:
            logboek.schrijf(Soort.GEMAAKT, rij, veld="statushouder")
        elif rij.versie != voor[rij.pk].versie:
            logboek.schrijf(Soort.GEWIJZIGD, rij, veld="statushouder", waarden={"tot": voor[rij.pk].tot})
