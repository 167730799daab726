"""What is stored around those who move in: a fixed number of queries, for one family or a whole file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from django.db.models import Q

from dossiers.models import Vestiging
from huisvesting.figures.telling import persoonsfeiten
from huisvesting.models import Aanbod, Plaatsing, Woning
from huisvesting.rules import Inhuizing, Omgeving, Openstaand, Verblijf, Woningfeiten


def omgeving(inhuizingen: Sequence[Inhuizing], *, behalve: Aanbod | None = None) -> Omgeving:
    """All that the rules of moving in ask about these persons and homes; five queries, one more with offers.

    `behalve` is the offer by which they move in.
    """
    personen = {inhuizing.persoon for inhuizing in inhuizingen}
    woningen = _woningen({inhuizing.woning for inhuizing in inhuizingen if inhuizing.woning})
    in_woning, van_persoon = _verblijven(personen, woningen)
    return Omgeving(
        woningen=woningen,
        in_woning=in_woning,
        van_persoon=van_persoon,
        vestigingen=_vestigingen(personen),
        personen=persoonsfeiten(personen),
        aanbod=_aanbod(personen, woningen, behalve),
    )


def _woningen(sleutels: Collection[int]) -> dict[int, Woningfeiten]:
    rijen = Woning.objects.filter(pk__in=sleutels).order_by()
    return {
        woning.pk: Woningfeiten(
            capaciteit=woning.capaciteit,
            per_plek=woning.per_plek,
            beschikbaar_van=woning.beschikbaar_van,
            beschikbaar_tot_en_met=woning.beschikbaar_tot_en_met,
        )
        for woning in rijen
    }


Stand = dict[int, dict[int, Verblijf]]


def _verblijven(personen: Collection[int], woningen: dict[int, Woningfeiten]) -> tuple[Stand, Stand]:
    """Stored placements by home (of those with a limit) and by person."""
    met_grens = [pk for pk, feiten in woningen.items() if feiten.capaciteit is not None]
    rijen = (
        Plaatsing.objects.actueel().filter(Q(statushouder__in=personen) | Q(woning__in=met_grens)).order_by()
    )
    in_woning: Stand = {pk: {} for pk in met_grens}
    van_persoon: Stand = {pk: {} for pk in personen}
    for pk, persoon, woning, van, tot in rijen.values_list(
        "pk", "statushouder_id", "woning_id", "van", "tot"
    ):
        if woning in in_woning:
            in_woning[woning][pk] = Verblijf(van, tot)
        if persoon in van_persoon:
            van_persoon[persoon][pk] = Verblijf(van, tot)
    return in_woning, van_persoon


def _aanbod(personen: Collection[int], woningen: Collection[int], behalve: Aanbod | None) -> list[Openstaand]:
    van_hen = Q(statushouder__in=personen) | Q(woning__in=list(woningen))
    rijen = Aanbod.objects.zonder_uitkomst().filter(van_hen).order_by()
    if behalve:
        rijen = rijen.exclude(pk=behalve.pk)
    aanbod = [
        Openstaand(huurder=huurder, woning=woning, op=op, personen=aantal)
        for huurder, woning, op, aantal in rijen.values_list(
            "statushouder_id", "woning_id", "aangeboden_op", "personen"
        )
    ]
    thuis = _gezinnen_in({rij.woning for rij in aanbod}, personen)
    return [
        replace(rij, thuis=frozenset(persoon for persoon, tijd in thuis[rij.woning] if tijd.loopt_op(rij.op)))
        for rij in aanbod
    ]


def _gezinnen_in(
    woningen: Collection[int], personen: Collection[int]
) -> Mapping[int, list[tuple[int, Verblijf]]]:
    """By home: of which of these persons a family member lives there, and when, as far as both are of that family."""
    gevonden: dict[int, list[tuple[int, Verblijf]]] = defaultdict(list)
    if not woningen:
        return gevonden
    lid = "statushouder__lidmaatschappen"
    ander = f"{lid}__gezin__leden"
    rijen = Plaatsing.objects.actueel().filter(
        **{"woning__in": list(woningen), f"{ander}__statushouder__in": list(personen)}
    )
    velden = ("woning_id", f"{ander}__statushouder_id", "van", "tot", f"{lid}__tot", f"{ander}__tot")
    for woning, persoon, van, *einden in rijen.order_by().values_list(*velden):
        tot = min((einde for einde in einden if einde), default=None)
        gevonden[woning].append((persoon, Verblijf(van, tot)))
    return gevonden


def _vestigingen(personen: Collection[int]) -> dict[int, list[Verblijf]]:
    spellen: dict[int, list[Verblijf]] = defaultdict(list)
    rijen = Vestiging.objects.filter(statushouder__in=personen).order_by()
    for persoon, van, tot in rijen.values_list("statushouder_id", "van", "tot"):
        spellen[persoon].append(Verblijf(van, tot))
    return spellen
