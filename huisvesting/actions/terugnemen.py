"""A tenancy that should not have been there: what it placed, ended and opened goes back, as its own history says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from dossiers.actions.steunen import eis_steun
from dossiers.models import Statushouder, Vestiging
from huisvesting.models import Aanbod, Overname, Plaatsing, Verwachting, Woning
from huisvesting.rules import met_bron
from kern.models import VersieModel
from kern.namens import als_gemeente

# No names: who is hidden from this user goes back too.
_ONBEKEND = "Van deze huur is niet bekend wie er kwam wonen. Zet einddatums bij de woning zelf."
_ANDERS = "Wie met deze huur kwam wonen, heeft nu een andere woning of ingangsdatum. Herstel dat eerst."
_ELDERS = "Iemand die met deze huur kwam wonen, woont daarna ergens anders. Neem eerst die huur terug."
_OVERGENOMEN = "Een andere gemeente heeft iemand overgenomen die met deze huur kwam wonen. Herstel dat eerst."
_LATER = "Na deze huur is de dag veranderd waarop iemand de vorige woning verliet. Herstel die dag eerst."
_OUDE_WONING = "De woning waar zij vandaan kwamen, is intussen aangeboden. Rond dat aanbod eerst af."


def neem_huur_terug(rij: Aanbod, *, op: date) -> list[Statushouder]:
    """Undo what `teken` wrote on this offer with `op` as its day, inside the caller's transaction; who moved in by it.

    As the municipality: who is hidden from this user goes back too. Gives `rij` the number of persons that it was
    offered to. ValidationError where somebody built on it: a changed placement, a report of another municipality,
    something that needs the spell that it opened, an old home that is theirs no longer. A placement that ended
    since goes too, where nobody of them lives elsewhere after it.
    """
    with als_gemeente():
        moment, rij.personen, aantal = _getekend(rij)
        plaatsingen = list(
            Plaatsing.objects.select_for_update(of=("self",), no_key=True)
            .filter(pk__in=_toen(Plaatsing, moment, "nieuw"), woning=rij.woning, van=op)
            .select_related("statushouder")
        )
        personen = [plaatsing.statushouder for plaatsing in plaatsingen]
        if len(plaatsingen) != aantal:
            raise _weigering(_ANDERS)
        if Plaatsing.objects.filter(statushouder__in=personen, van__gt=op).exists():
            raise _weigering(_ELDERS)
        if Overname.objects.filter(statushouder__in=personen).exists():
            raise _weigering(_OVERGENOMEN)
        Plaatsing.objects.filter(pk__in=[plaatsing.pk for plaatsing in plaatsingen]).delete()
        _woon_weer(rij, personen, moment)
        _verwacht_weer(op, personen, moment)
        _sluit_vestiging(op, personen, moment)
    return personen


def _weigering(zin: str) -> ValidationError:
    return ValidationError(met_bron(zin, "gebouwd_op"))


def _getekend(rij: Aanbod) -> tuple[datetime, int, int]:
    """When the contract was written down, for how many persons the offer was before it, and for how many after.

    What one transaction writes has one time in the history.
    """
    versies: Any = rij.events.order_by("-versie", "-pgh_id")  # type: ignore[attr-defined]
    moment, aantal = None, 0
    for contract_op, op, personen in versies.values_list("contract_op", "pgh_created_at", "personen"):
        if contract_op is None:
            if moment:
                return moment, personen, aantal
            break
        moment, aantal = op, personen
    raise _weigering(_ONBEKEND)


def _toen(model: type[Model], moment: datetime, soort: str) -> Any:
    """The rows of this model that were made or changed at that moment, by primary key."""
    gebeurd: Any = model._meta.get_field("events").related_model
    rijen = gebeurd._default_manager.filter(pgh_created_at=moment, pgh_label=soort)
    return rijen.order_by().values("pgh_obj_id")


def _vorige(rijen: Sequence[VersieModel], moment: datetime, veld: str) -> dict[int, Any]:
    """What each of these rows had in this field before that moment; who changed it since comes first; one query.

    ValidationError when one of them is no longer as it was left then.
    """
    versies = _versies(rijen)
    waarden = {}
    for rij in rijen:
        toen, eerder = _twee_versies(versies[rij.pk], moment)
        if toen is None or eerder is None or getattr(rij, veld) != getattr(toen, veld):
            raise _weigering(_LATER)
        waarden[rij.pk] = getattr(eerder, veld)
    return waarden


def _versies(rijen: Sequence[VersieModel]) -> dict[int, list[Any]]:
    """The history of these rows by primary key, the newest first."""
    versies: dict[int, list[Any]] = {rij.pk: [] for rij in rijen}
    if rijen:
        model: Any = type(rijen[0])
        gebeurd: Any = model._meta.get_field("events").related_model
        for een in gebeurd._default_manager.filter(pgh_obj_id__in=versies).order_by("-versie", "-pgh_id"):
            versies[een.pgh_obj_id].append(een)
    return versies


def _twee_versies(versies: Iterable[Any], moment: datetime) -> tuple[Any, Any]:
    """As it was written at that moment, and the version before it; None where the history does not say."""
    toen = None
    for een in versies:
        if toen and een.versie < toen.versie:
            return toen, een
        if toen is None and een.pgh_created_at == moment and een.pgh_label == "gewijzigd":
            toen = een
    return toen, None


def _zet_terug(rijen: Sequence[Any], veld: str, waarden: Mapping[int, Any]) -> None:
    """Give each of these rows that value, as its next version; one statement."""
    for rij in rijen:
        setattr(rij, veld, waarden[rij.pk])
        rij.versie += 1
    if rijen:
        type(rijen[0])._default_manager.bulk_update(rijen, [veld, "versie"])


def _woon_weer(rij: Aanbod, personen: list[Statushouder], moment: datetime) -> None:
    """The homes that they left for this one are theirs again, up to the day that stood there before."""
    verlaten = list(
        Plaatsing.objects.filter(pk__in=_toen(Plaatsing, moment, "gewijzigd"), statushouder__in=personen)
        .exclude(woning=rij.woning)
        .order_by("pk")
    )
    tot = _vorige(verlaten, moment, "tot")
    woningen = Woning.objects.select_for_update(no_key=True).filter(
        pk__in=[oud.woning_id for oud in verlaten]
    )
    geheel = [woning.pk for woning in woningen.order_by("pk") if not woning.per_plek]
    if Aanbod.objects.zonder_uitkomst().filter(woning__in=geheel).exists():
        raise ValidationError(met_bron(_OUDE_WONING, "woning_aangeboden"))
    _zet_terug(verlaten, "tot", tot)


def _verwacht_weer(op: date, personen: list[Statushouder], moment: datetime) -> None:
    """Who waited for a bigger home does so again, up to the day that stood there before."""
    verwacht = list(
        Verwachting.objects.filter(
            pk__in=_toen(Verwachting, moment, "gewijzigd"),
            statushouder__in=personen,
            verwacht_op=op,
        )
    )
    dagen = _vorige(verwacht, moment, "verwacht_op")
    _zet_terug(verwacht, "verwacht_op", dagen)


def _sluit_vestiging(op: date, personen: list[Statushouder], moment: datetime) -> None:
    """The spells that it opened were none, as long as nobody changed one and nothing needs it."""
    geopend = Vestiging.objects.filter(
        pk__in=_toen(Vestiging, moment, "nieuw"), statushouder__in=personen, van=op, versie=1
    )
    for vestiging in geopend:
        vestiging.van, vestiging.tot = date.max, None  # as if it never was
        eis_steun(vestiging, veld="__all__")
    geopend.delete()
