"""People move into homes and out of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from dossiers.actions import vestig
from dossiers.models import Statushouder, Vestiging
from huisvesting import rules
from huisvesting.figures.inhuizen import omgeving
from huisvesting.models import Plaatsing, Telling, Woning
from huisvesting.rules import Bezwaar, Inhuizing
from kern.register import register
from kern.weigering import botsing_als_weigering


def plaats(personen: Sequence[Statushouder], *, woning: Woning, van: date) -> list[Plaatsing]:
    """Persons move into a home on `van`; who counts for the quota counts from that day.

    All or nothing, a fixed number of queries; a file with many homes goes by the same rules
    (`huisvesting.imports`). Opens a Vestiging on `van` for whom none runs. ValidationError, in
    Dutch, with the source of the rule: on `woning` when it is full or not to be let, on `van` when it lies
    before the permit or the settling date, without a field when a constraint refuses.
    """
    with transaction.atomic(), botsing_als_weigering(Plaatsing, Telling, Vestiging):
        # Two clerks and one last place: the second waits here and then sees the first's placement.
        woning = Woning.objects.select_for_update().get(pk=woning.pk)
        inhuizingen = [Inhuizing(persoon=persoon.pk, woning=woning.pk, van=van) for persoon in personen]
        bekend = omgeving(inhuizingen)
        _weiger(rules.woningbezwaren(inhuizingen, bekend), len(personen))
        _weiger(rules.vergunningsbezwaren(inhuizingen, bekend), len(personen))
        _weiger(rules.vestigingsbezwaren(inhuizingen, bekend), len(personen))
        plaatsingen = Plaatsing.objects.bulk_create(
            Plaatsing(statushouder=persoon, woning=woning, van=van) for persoon in personen
        )
        vestig([personen[nummer] for nummer in rules.te_vestigen(inhuizingen, bekend)], van=van)
        register.werk_bij(personen)  # counts them too: huisvesting.actions.hertel
    return plaatsingen


def _weiger(bezwaren: Sequence[Bezwaar], aantal: int) -> None:
    """The first refusal; where a part of the family fits, it says for how many there is room."""
    if not bezwaren:
        return
    eerste = bezwaren[0]
    vrij = aantal - len(bezwaren)
    if eerste.code == "woning_vol" and vrij:
        zin = f"In deze woning is plek voor {vrij}, en u koos {aantal} personen."
        raise ValidationError({eerste.veld: zin})
    raise ValidationError({eerste.veld: eerste.met_bron})


def beeindig(plaatsing: Plaatsing, *, versie: int, tot: date) -> Plaatsing:
    """A placement ends: `tot` is the first day on which the person no longer lives there.

    Somebody who later moves stays counted (H6). Verouderd when the row changed since `versie`.
    """
    with transaction.atomic(), botsing_als_weigering(Plaatsing):
        rij = Plaatsing.vergrendeld(plaatsing.pk, versie)
        rij.tot = tot
        rij.bewaar_volgende()
        register.werk_bij([rij.statushouder])
    return rij
