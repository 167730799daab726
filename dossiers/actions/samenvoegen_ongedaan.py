"""A merge is taken back from its log: both dossiers are again as they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, Exists, F, OuterRef, Value, When

from dossiers.figures.nummers import van_een_ander
from dossiers.figures.samenvoeging_terug import PERSOON, terugweg
from dossiers.models import Samenvoeging, Samenvoegregel, Statushouder
from dossiers.models.sloten import vergrendel
from dossiers.rules.samenvoegen import verbindingen, vooraf
from kern.contract import Gebruiker
from kern.models import VersieModel
from kern.namens import namens
from kern.register import register
from kern.weigering import botsing_als_weigering

Soort = Samenvoegregel.Soort


def maak_ongedaan(
    samenvoeging: Samenvoeging, *, op: date, door: Gebruiker | None, nieuw_blijft: bool = False
) -> Samenvoeging:
    """Undo a merge: everything is again where it was, with the values that it had.

    ValidationError, in Dutch, when it was undone before, or something was built on it since: it names what.
    What was only written since (a contact, a task, a document, a signal) also refuses, unless `nieuw_blijft`
    says that it may stay at the dossier that stays.
    """
    modellen = {deel.model for deel in verbindingen()}
    with transaction.atomic(), botsing_als_weigering(Statushouder, Samenvoeging, *modellen):
        beide = [samenvoeging.blijft_id, samenvoeging.vervalt_id]
        vergrendel(beide, geheel=True)
        personen = Statushouder.objects.filter(pk__in=beide)
        per_sleutel = {persoon.pk: persoon for persoon in personen}
        rij = Samenvoeging.objects.select_for_update().get(pk=samenvoeging.pk)
        rij.blijft, rij.vervalt = per_sleutel[rij.blijft_id], per_sleutel[rij.vervalt_id]
        _eis_terugweg(rij, nieuw_blijft=nieuw_blijft)
        regels = list(rij.regels.all())
        eerst = {(deel.label, deel.veld): plaats for plaats, deel in enumerate(vooraf())}
        # First who stays, so that a number is free again for the other, and who may know of that one.
        _herstel_persoon(rij.blijft, regels)
        toegang = [regel for regel in regels if (regel.model, regel.veld) in eerst]
        _herstel_rijen(sorted(toegang, key=lambda regel: eerst[regel.model, regel.veld]))
        _herstel_persoon(rij.vervalt, regels)
        # By now one of both may be hidden again, also from who undoes this: the rest is the municipality's.
        with namens(None, op=op):
            _herstel_rijen([regel for regel in regels if regel.veld and regel not in toegang])
            _werk_eerdere_logboeken_bij(rij)
            rij.ongedaan_op, rij.ongedaan_door_id = op, door.pk if door else None
            rij.save()
            register.werk_bij([rij.blijft, rij.vervalt])
    return rij


def _eis_terugweg(samenvoeging: Samenvoeging, *, nieuw_blijft: bool) -> None:
    if samenvoeging.ongedaan_op:
        raise ValidationError("Deze samenvoeging is al ongedaan gemaakt.")
    terug = terugweg(samenvoeging)
    bezwaren = [*terug.beletsels, *([] if nieuw_blijft else terug.blijft_staan)]
    if bezwaren:
        raise ValidationError(
            f"Dit kan niet meer ongedaan, want er is daarna iets op gebouwd. {_zin(bezwaren)}.",
            code="gebouwd",
        )


def _zin(bezwaren: Sequence[str]) -> str:
    tekst = "; ".join(bezwaren)
    return tekst[:1].upper() + tekst[1:]


def _herstel_persoon(persoon: Statushouder, regels: Sequence[Samenvoegregel]) -> None:
    """The fields of this person as the log has them, as the next version."""
    for regel in regels:
        if (regel.model, regel.veld, regel.object_id) == (PERSOON, "", persoon.pk):
            had = (persoon.vnummer, persoon.bsn_index)
            for naam, waarde in _gelezen(Statushouder, regel.waarden).items():
                setattr(persoon, naam, waarde)
            if had != (persoon.vnummer, persoon.bsn_index) and (reden := van_een_ander(persoon)):
                raise ValidationError(reden)
            persoon.bewaar_volgende()


def _herstel_rijen(regels: Sequence[Samenvoegregel]) -> None:
    """Rows of all tables: what was made goes, what was changed gets its values, what moved goes back.

    What had stayed behind is written once more as it is: it holds again, so the database looks at it again.
    """
    per_tabel: dict[tuple[str, str], dict[str, list[Samenvoegregel]]] = defaultdict(lambda: defaultdict(list))
    for regel in regels:
        per_tabel[(regel.model, regel.veld)][regel.soort].append(regel)
    for (label, veld), per_soort in per_tabel.items():
        model = apps.get_model(label)
        _sleutels(model, per_soort[Soort.GEMAAKT]).delete()
        for regel in per_soort[Soort.GEWIJZIGD]:
            oud = _gelezen(model, regel.waarden)
            model._base_manager.filter(pk=regel.object_id).update(**oud, **_volgende(model))
        _zet_terug(model, veld, per_soort[Soort.VERPLAATST], **_volgende(model))
        _zet_terug(model, veld, per_soort[Soort.ACHTERGEBLEVEN])


def _sleutels(model: type[models.Model], regels: Sequence[Samenvoegregel]) -> models.QuerySet[Any]:
    return model._base_manager.filter(pk__in=[regel.object_id for regel in regels])


def _zet_terug(model: type[models.Model], veld: str, regels: Sequence[Samenvoegregel], **erbij: Any) -> None:
    """Write the keys that the log has, for all rows in one statement, so that two can change places."""
    per_oud: dict[int | None, list[int]] = defaultdict(list)
    for regel in regels:
        per_oud[regel.oud].append(regel.object_id)
    if per_oud:
        oud = Case(*(When(pk__in=sleutels, then=Value(sleutel)) for sleutel, sleutels in per_oud.items()))
        _sleutels(model, regels).update(**{veld: oud}, **erbij)


def _volgende(model: type[models.Model]) -> dict[str, Any]:
    return {"versie": F("versie") + 1} if issubclass(model, VersieModel) else {}


def _gelezen(model: type[models.Model], waarden: dict[str, Any]) -> dict[str, Any]:
    """Values as the model has them, from what the log keeps; a key may be the name of the column."""
    velden = {veld.attname: veld for veld in model._meta.local_fields}
    return {naam: velden[naam].to_python(waarde) for naam, waarde in waarden.items()}


def _werk_eerdere_logboeken_bij(samenvoeging: Samenvoeging) -> None:
    """Merging and undoing raised the version of rows that an earlier merge knows: for it nothing happened."""
    hier = Samenvoegregel.objects.filter(
        samenvoeging=samenvoeging,
        soort__in=[Soort.VERPLAATST, Soort.GEWIJZIGD],
        model=OuterRef("model"),
        object_id=OuterRef("object_id"),
        versie=OuterRef("versie") + 1,
    )
    eerder = Samenvoegregel.objects.filter(
        Exists(hier), samenvoeging__in=Samenvoeging.objects.geldig().exclude(pk=samenvoeging.pk)
    )
    eerder.update(versie=F("versie") + 2)
