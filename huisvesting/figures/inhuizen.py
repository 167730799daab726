"""What is stored around those who move in: a fixed number of queries, for one family or a whole file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import Min, Q

from dossiers.models import Gezinslid, Statushouder, Vestiging
from huisvesting.models import Plaatsing, Telling, Woning
from huisvesting.rules import Inhuizing, Omgeving, Persoonsfeiten, Verblijf, Woningfeiten
from kern.leeftijd import Geboortedatum


def omgeving(inhuizingen: Sequence[Inhuizing]) -> Omgeving:
    """All that the rules of moving in ask about these persons and homes; seven queries."""
    personen = {inhuizing.persoon for inhuizing in inhuizingen}
    woningen = _woningen({inhuizing.woning for inhuizing in inhuizingen if inhuizing.woning})
    in_woning, van_persoon = _verblijven(personen, woningen)
    lidmaatschappen = _lidmaatschappen(personen)
    gezinnen = {gezin for rijen in lidmaatschappen.values() for gezin, _tijd in rijen}
    return Omgeving(
        woningen=woningen,
        in_woning=in_woning,
        van_persoon=van_persoon,
        vestigingen=_vestigingen(personen),
        personen=_persoonsfeiten(personen),
        al_geteld=_al_geteld(personen),
        lidmaatschappen=lidmaatschappen,
        gezin_gehuisvest=_gezin_gehuisvest(gezinnen),
    )


def _woningen(sleutels: Collection[int]) -> dict[int, Woningfeiten]:
    rijen = Woning.objects.filter(pk__in=sleutels).order_by()
    return {
        pk: Woningfeiten(capaciteit=capaciteit, beschikbaar_van=van, beschikbaar_tot_en_met=tot_en_met)
        for pk, capaciteit, van, tot_en_met in rijen.values_list(
            "pk", "capaciteit", "beschikbaar_van", "beschikbaar_tot_en_met"
        )
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


def _vestigingen(personen: Collection[int]) -> dict[int, list[Verblijf]]:
    spellen: dict[int, list[Verblijf]] = defaultdict(list)
    rijen = Vestiging.objects.filter(statushouder__in=personen).order_by()
    for persoon, van, tot in rijen.values_list("statushouder_id", "van", "tot"):
        spellen[persoon].append(Verblijf(van, tot))
    return spellen


def _persoonsfeiten(personen: Collection[int]) -> dict[int, Persoonsfeiten]:
    rijen = Statushouder.objects.filter(pk__in=personen).order_by()
    return {
        pk: Persoonsfeiten(
            vergunning=vergunning,
            wijze_van_komst=wijze,
            opvang=opvang,
            geboren=Geboortedatum(vroegst, laatst),
        )
        for pk, vergunning, wijze, opvang, vroegst, laatst in rijen.values_list(
            "pk", "vergunning", "wijze_van_komst", "opvang", "geboren_vroegst", "geboren_laatst"
        )
    }


def _al_geteld(personen: Collection[int]) -> set[int]:
    rijen = Telling.objects.filter(statushouder__in=personen, waarde=1).order_by()
    return set(rijen.values_list("statushouder_id", flat=True))


def _lidmaatschappen(personen: Collection[int]) -> dict[int, list[tuple[int, Verblijf]]]:
    gezinnen: dict[int, list[tuple[int, Verblijf]]] = defaultdict(list)
    rijen = Gezinslid.objects.filter(statushouder__in=personen).order_by()
    for persoon, gezin, van, tot in rijen.values_list("statushouder_id", "gezin_id", "van", "tot"):
        gezinnen[persoon].append((gezin, Verblijf(van, tot)))
    return gezinnen


def _gezin_gehuisvest(gezinnen: Collection[int]) -> dict[int, date]:
    """By family: the first day on which a member had a home here."""
    rijen = Plaatsing.objects.actueel().filter(statushouder__lidmaatschappen__gezin__in=gezinnen).order_by()
    gezin = "statushouder__lidmaatschappen__gezin"
    return dict(rijen.values(gezin).annotate(eerste=Min("van")).values_list(gezin, "eerste"))
