"""People move into homes and out of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from dossiers.actions import vestig
from dossiers.models import Statushouder, Vestiging
from dossiers.models.sloten import vergrendel
from huisvesting import rules
from huisvesting.figures.inhuizen import omgeving
from huisvesting.models import Aanbod, Plaatsing, Telling, Verwachting, Woning, Woonvraag
from huisvesting.rules import Bezwaar, Inhuizing
from kern.register import register
from kern.weigering import botsing_als_weigering

# Refusals that are about the home, whoever moves in.
_VAN_DE_WONING = frozenset({"niet_beschikbaar", "woning_vol", "woning_aangeboden"})


def plaats(
    personen: Sequence[Statushouder], *, woning: Woning, van: date, aanbod: Aanbod | None = None
) -> list[Plaatsing]:
    """Persons move into a home on `van`; who counts for the quota counts from that day.

    All or nothing, a fixed number of queries; a file with many homes goes by the same rules
    (`huisvesting.imports`). Opens a Vestiging on `van` for whom none runs. ValidationError, in
    Dutch, with the source of the rule: on `woning` when it is full or not to be let, on `van` when it lies
    before the permit or the settling date or they live elsewhere by then, without a field when a constraint
    refuses. Where another offer than `aanbod` is open that they would pass by: on `woning` of this home, on
    `personen` to one of them.
    """
    with transaction.atomic(), botsing_als_weigering(Plaatsing, Telling, Vestiging):
        vergrendel(persoon.pk for persoon in personen)
        # Two clerks and one last place: the second waits here and then sees the first's placement.
        woning = Woning.objects.select_for_update().get(pk=woning.pk)
        inhuizingen = [Inhuizing(persoon=persoon.pk, woning=woning.pk, van=van) for persoon in personen]
        bekend = omgeving(inhuizingen, behalve=aanbod)
        for bezwaren in (
            rules.aanbodbezwaren,
            rules.woningbezwaren,
            rules.vergunningsbezwaren,
            rules.vestigingsbezwaren,
            rules.overlapbezwaren,
        ):
            _weiger(bezwaren(inhuizingen, bekend), personen)
        plaatsingen = Plaatsing.objects.bulk_create(
            Plaatsing(statushouder=persoon, woning=woning, van=van) for persoon in personen
        )
        vestig([personen[nummer] for nummer in rules.te_vestigen(inhuizingen, bekend)], van=van)
        # who waited for a bigger home has it, also where that is before the day on which it was expected
        groter = Verwachting.objects.filter(statushouder__in=personen, woonvraag=Woonvraag.GROTER)
        groter.filter(verwacht_op__gt=van).update(verwacht_op=van, versie=F("versie") + 1)
        register.werk_bij(personen)  # counts them too: huisvesting.actions.hertel
    return plaatsingen


def _weiger(bezwaren: Sequence[Bezwaar], personen: Sequence[Statushouder]) -> None:
    """The first refusal; where a part of the family fits, it says for how many there is room."""
    if not bezwaren:
        return
    eerste = bezwaren[0]
    zin, vrij = eerste.met_bron, len(personen) - len(bezwaren)
    if eerste.code == "woning_vol" and vrij:
        zin = f"In deze woning is plek voor {vrij}, en u koos {len(personen)} personen."
        zin = f"{zin} Bron: {rules.BRONNEN[eerste.code]}."
    elif len(personen) > 1 and eerste.code not in _VAN_DE_WONING:
        zin = f"{personen[eerste.nummer].naam}: {zin}"
    raise ValidationError({eerste.veld: zin})


def beeindig(plaatsing: Plaatsing, *, versie: int, tot: date) -> Plaatsing:
    """A placement ends: `tot` is the first day on which the person no longer lives there.

    Somebody who later moves stays counted (H6). Verouderd when the row changed since `versie`.
    """
    with transaction.atomic(), botsing_als_weigering(Plaatsing):
        vergrendel([plaatsing.statushouder_id])
        rij = Plaatsing.vergrendeld(plaatsing.pk, versie)
        rij.tot = tot
        rij.bewaar_volgende()
        register.werk_bij([rij.statushouder])
    return rij
