"""What becomes of home and quota when two dossiers are made one."""

from __future__ import annotations

from datetime import date

from dossiers.models import Statushouder
from huisvesting.figures import grootboek
from huisvesting.models import Plaatsing, Telling
from kern.contract import Samenvoegbeeld
from kern.opmaak.datum import schrijf_datum
from kern.schrijfwijze import dag


def samenvoegbeeld(blijft: Statushouder, vervalt: Statushouder, peildatum: date) -> Samenvoegbeeld:
    """The last home of both, and whether the quota changes: who was registered twice counts once."""
    woningen = {
        plaatsing.statushouder_id: f"{schrijf_datum(plaatsing.van)}, {plaatsing.woning}"
        for plaatsing in Plaatsing.objects.filter(
            statushouder__in=[blijft, vervalt], van__lte=peildatum
        ).select_related("woning")
    }
    tellingen = {
        telling.statushouder_id: telling
        for telling in Telling.objects.filter(statushouder__in=[blijft, vervalt], waarde=1)
    }
    return Samenvoegbeeld(
        feiten=[("Gehuisvest", woningen.get(blijft.pk, ""), woningen.get(vervalt.pk, ""))],
        gevolg=_gevolg(blijft, vervalt, tellingen, peildatum),
    )


def _gevolg(
    blijft: Statushouder, vervalt: Statushouder, tellingen: dict[int, Telling], peildatum: date
) -> str:
    if not tellingen:
        return "De taakstelling verandert niet: deze persoon telt nog niet mee."
    if len(tellingen) == 1:
        (telling,) = tellingen.values()
        wie = blijft if telling.statushouder_id == blijft.pk else vervalt
        return f"De taakstelling verandert niet: alleen {wie.nummer} telt mee, vanaf {dag(telling.telt_op)}."
    eerste, dubbel = sorted(
        tellingen.values(), key=lambda telling: (telling.telt_op, telling.statushouder_id != blijft.pk)
    )
    return (
        "De taakstelling verandert: deze persoon telde 2 keer. Alleen de telling van "
        f"{dag(eerste.telt_op)} blijft over. {_in_cijfers(dubbel, peildatum)}"
    )


def _in_cijfers(dubbel: Telling, peildatum: date) -> str:
    """What the ledger's period loses; a total without names stays, with one name less behind it."""
    for stand in grootboek(peildatum):
        if stand.periode.van <= dubbel.telt_op <= min(stand.periode.tot_en_met, peildatum):
            begin = getattr(stand.periode, "beginstand", None)
            if stand.beginstand_geldt and begin and dubbel.telt_op <= begin.stand_op:
                benoemd = stand.gerealiseerd_benoemd
                return (
                    f"In {stand.periode} blijft het totaal {stand.gerealiseerd}. Daarvan kennen we er nu {benoemd} "
                    f"bij naam, en straks {benoemd - 1}."
                )
            return f"{stand.periode} gaat van {stand.gerealiseerd} naar {stand.gerealiseerd - 1}."
    return f"De telling van {dag(dubbel.telt_op)} vervalt."
