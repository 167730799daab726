"""Terms as rows for a page, a command, an export and a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from dossiers.figures.eenmaal import eenmaal_voor_elk
from dossiers.models import Gezinslid, Statushouder
from kern.contract import Bevinding, Domein, Gebruiker, Peiling, Termijnregel
from kern.controles import MEESTE_VOORBEELDEN
from kern.register import register
from termijnen import motor
from termijnen.models import OPEN, Termijn, Uitzondering
from termijnen.models.termijn import TermijnQuerySet
from toegang.rules import INZIEN, VERWEZEN, Bereik, bereik, mag, van_gemeente

# Below this name a person keeps who else stands on the page.
_SAMEN = "_termijnen_samen"


@dataclass(frozen=True)
class Gekend:
    """A rule and the domain that it is of."""

    domein: Domein
    regel: Termijnregel


def regels() -> Mapping[str, Gekend]:
    """All rules by their code."""
    return {regel.code: Gekend(domein, regel) for domein, regel in register.termijnregels()}


def termijnen(peildatum: date, gebruiker: Gebruiker | None = None) -> TermijnQuerySet:
    """Terms with their status at the peildatum, in the order of their last day; with a user those they may read.

    Without a user it is the municipality that asks.
    """
    rijen = Termijn.objects.actueel().met_status(peildatum)
    if gebruiker is None:
        return rijen
    if bereik(gebruiker) != Bereik.VERWEZEN:  # of each dossier the same domains, so it is asked once
        leesbaar = [regel.code for regel, domein in _regels_met_domein() if mag(gebruiker, domein, INZIEN)]
        return rijen.filter(
            code__in=leesbaar, statushouder__in=Statushouder.objects.zichtbaar_voor(gebruiker)
        )
    van_hem = Q(pk__in=[])
    for domein in {domein for _regel, domein in _regels_met_domein() if mag(gebruiker, domein, VERWEZEN)}:
        van_hem |= Q(pk__in=Termijn.objects.zichtbaar_voor(gebruiker, domein).values("pk"))
    return rijen.filter(van_hem)


def _regels_met_domein() -> list[tuple[Termijnregel, str]]:
    return [(regel, domein.code) for domein, regel in register.termijnregels()]


def zonder_dossier(peildatum: date, gebruiker: Gebruiker | None = None) -> TermijnQuerySet:
    """As `termijnen`, of what is of no dossier: of the domains that this user may read; a partner reads none."""
    rijen = Termijn.objects.zonder_dossier().met_status(peildatum)
    if gebruiker is None:
        return rijen
    return rijen.filter(code__in=_leesbaar_zonder_dossier(gebruiker))


def _leesbaar_zonder_dossier(gebruiker: Gebruiker) -> list[str]:
    if not van_gemeente(gebruiker):
        return []
    alle = [(regel.code, domein) for regel, domein in _regels_met_domein() if regel.zonder_dossier]
    return [code for code, domein in alle if mag(gebruiker, domein, INZIEN)]


def noem(rijen: Iterable[Termijn]) -> None:
    """Set `naam` of these terms of known rules to what their subject is called; one query for each rule that asks."""
    per_code: dict[str, list[Termijn]] = {}
    for termijn in rijen:
        if termijn.onderwerp:
            per_code.setdefault(termijn.code, []).append(termijn)
    bekend = regels()
    for code, groep in per_code.items():
        if namen := bekend[code].regel.namen:
            gevonden = namen({termijn.onderwerp for termijn in groep})
            for termijn in groep:
                termijn.naam = gevonden.get(termijn.onderwerp, "")


def zet_voortgang(rijen: Iterable[Termijn], dag: date) -> None:
    """Set `voortgang` of these terms to how far each is, where its rule can say; one query for each such rule."""
    per_code: dict[str, list[Termijn]] = {}
    for termijn in rijen:
        per_code.setdefault(termijn.code, []).append(termijn)
    bekend = regels()
    for code, groep in per_code.items():
        if voortgang := bekend[code].regel.voortgang:
            woorden = voortgang({termijn.gelegenheid for termijn in groep}, dag)
            for termijn in groep:
                termijn.voortgang = woorden.get(termijn.gelegenheid, "")


def titel(termijn: Termijn, regel: Termijnregel) -> str:
    """The label of the rule, with what the subject is called (`noem`) and how far it is where that was asked."""
    return ": ".join(deel for deel in (regel.label, termijn.naam, termijn.voortgang) if deel)


def van_dossier(persoon: Statushouder, peildatum: date, gebruiker: Gebruiker | None) -> TermijnQuerySet:
    """The terms of this person and of the family they are in, which stand with its head."""
    gezinnen = Gezinslid.objects.filter(statushouder=persoon, tot=None).values("gezin")
    return termijnen(peildatum, gebruiker).filter(Q(statushouder=persoon) | Q(gezin__in=gezinnen))


def samen(personen: Sequence[Statushouder]) -> None:
    """These persons stand on one page: what is open of the first is then read for all of them. No query."""
    for persoon in personen:
        vars(persoon)[_SAMEN] = personen


def open_van(persoon: Statushouder, peildatum: date, gebruiker: Gebruiker) -> list[Termijn]:
    """As `van_dossier`, what is not done and not exempted; one query for all who stand on the page."""

    def lees(nog: list[Statushouder]) -> dict[int, list[Termijn]]:
        leden = Gezinslid.objects.filter(statushouder__in=nog, tot=None)
        met = leden.filter(gezin=OuterRef("gezin")).order_by().values("statushouder")
        rijen: Any = termijnen(peildatum, gebruiker).filter(
            Q(statushouder__in=nog) | Q(gezin__in=leden.values("gezin"))
        )
        gevonden: dict[int, list[Termijn]] = {wie.pk: [] for wie in nog}
        for rij in rijen.filter(Q(status__in=OPEN)).annotate(leden=ArraySubquery(met)):
            for wie in {rij.statushouder_id, *rij.leden} & gevonden.keys():
                gevonden[wie].append(rij)
        return gevonden

    wie = vars(persoon).get(_SAMEN, [persoon])
    return eenmaal_voor_elk(wie, "termijnen", peildatum, gebruiker.pk, lees=lees)[persoon.pk]


def van_dossier_als_json(
    persoon: Statushouder, gebruiker: Gebruiker | None, peildatum: date
) -> list[dict[str, Any]]:
    """The same as JSON values, for the document of one dossier."""
    return document(van_dossier(persoon, peildatum, gebruiker).select_related("statushouder", "gezin"))


def besluiten(rijen: Iterable[Termijn]) -> dict[int, list[Uitzondering]]:
    """All decisions about these terms, by the key of the term, taken back or not, the newest first; one query."""
    termijnen_ = list(rijen)
    van_wie = Q(statushouder__in={rij.statushouder_id for rij in termijnen_})
    van_wie |= Q(gezin__in={rij.gezin_id for rij in termijnen_} - {None})
    van_wie |= Q(statushouder=None, onderwerp__in={rij.onderwerp for rij in termijnen_} - {""})
    alle = list(Uitzondering.objects.filter(van_wie).select_related("door").order_by("-pk"))
    return {rij.pk: [besluit for besluit in alle if gaat_over(besluit, rij)] for rij in termijnen_}


def gaat_over(besluit: Uitzondering, termijn: Termijn) -> bool:
    """As `van_termijn` of the decisions, of rows that were read."""
    zelfde = (besluit.code, besluit.gelegenheid) == (termijn.code, termijn.gelegenheid)
    if besluit.gezin_id is not None:
        return zelfde and besluit.gezin_id == termijn.gezin_id
    return zelfde and (besluit.statushouder_id, besluit.onderwerp) == (
        termijn.statushouder_id,
        termijn.onderwerp,
    )


def laatste_besluit(termijn: Termijn) -> Uitzondering | None:
    """The decision about this term that holds now; one query."""
    geldend = (besluit for besluit in besluiten([termijn])[termijn.pk] if not besluit.ingetrokken_op)
    return max(geldend, key=lambda besluit: (besluit.besloten_op, besluit.pk), default=None)


def te_laat(peiling: Peiling) -> TermijnQuerySet:
    """Open terms past their last day at the peildatum, or past the last day of their postponement.

    Of dossiers and of other subjects, as far as who asks may read them.
    """
    van_dossiers, andere = (_te_laat(rijen, peiling) for rijen in _beide(peiling))
    sleutels = van_dossiers.order_by().values("pk").union(andere.order_by().values("pk"), all=True)
    return Termijn.objects.filter(pk__in=sleutels).met_status(peiling.peildatum)


def te_laat_zonder_dossier(peiling: Peiling) -> list[str]:
    """What those are about that are of no dossier: one sentence for each, in the order of their last day."""
    bekend, rijen = regels(), list(_te_laat(_beide(peiling)[1], peiling))
    noem(rij for rij in rijen if rij.code in bekend)
    return [titel(rij, bekend[rij.code].regel) if rij.code in bekend else rij.code for rij in rijen]


def _beide(peiling: Peiling) -> tuple[TermijnQuerySet, TermijnQuerySet]:
    """Terms of dossiers, and those of other subjects."""
    wie = peiling.peildatum, peiling.gebruiker
    return termijnen(*wie), zonder_dossier(*wie)


def _te_laat(rijen: TermijnQuerySet, peiling: Peiling) -> TermijnQuerySet:
    return rijen.te_doen(peiling.peildatum, tot_en_met=peiling.peildatum - timedelta(days=1))


def document(rijen: Iterable[Termijn]) -> list[dict[str, Any]]:
    """Terms (annotated, with `statushouder` and `gezin`) as the JSON of `termijnen`; see `rij`."""
    bekend = regels()
    gekend = [termijn for termijn in rijen if termijn.code in bekend]
    noem(gekend)
    return [rij(termijn, bekend[termijn.code]) for termijn in gekend]


def rij(termijn: Termijn, gekend: Gekend) -> dict[str, Any]:
    """One term as JSON values; a day on which it was done after the peildatum is not known yet (None).

    Without a dossier the label says what it is about.
    """
    regel = gekend.regel
    return {
        "dossier": termijn.statushouder.nummer if termijn.statushouder else None,
        "gezin": str(termijn.gezin.sleutel) if termijn.gezin else None,
        "domein": gekend.domein.code,
        "code": regel.code,
        "label": titel(termijn, regel),
        "soort": regel.soort,
        "keten": regel.keten or None,
        "begint_op": termijn.begint_op.isoformat(),
        "vervalt_op": termijn.vervalt_op.isoformat(),
        "voldaan_op": termijn.gedaan_op.isoformat() if termijn.gedaan_op else None,
        "status": termijn.status,
        "uitgesteld_tot": termijn.uitgesteld_tot.isoformat() if termijn.uitgesteld_tot else None,
        "reden": termijn.reden or None,
        "bron": regel.bron,
    }


def op_volgorde(van_dossiers: Iterable[Termijn], andere: Iterable[Termijn]) -> list[Termijn]:
    """Terms of dossiers and those of other subjects, both by their last day, as one list."""
    return list(merge(van_dossiers, andere, key=lambda termijn: (termijn.vervalt_op, termijn.pk)))


KOLOMMEN = (
    "dossier", "gezin", "domein", "code", "label", "soort", "keten", "begint_op", "vervalt_op", "voldaan_op",
    "status", "uitgesteld_tot", "reden", "bron",
)  # fmt: skip


def exportrijen(peiling: Peiling) -> Iterable[tuple[Any, ...]]:
    """Every term, whatever its status; dates stay dates."""
    bekend = regels()
    van_dossiers = termijnen(peiling.peildatum, peiling.gebruiker).select_related("statushouder", "gezin")
    andere = list(zonder_dossier(peiling.peildatum, peiling.gebruiker).filter(code__in=bekend))
    noem(andere)
    for termijn in op_volgorde(van_dossiers, andere):
        gekend = bekend.get(termijn.code)
        if gekend is None:
            continue
        dagen = {
            "begint_op": termijn.begint_op,
            "vervalt_op": termijn.vervalt_op,
            "voldaan_op": termijn.gedaan_op,
        }
        cellen = rij(termijn, gekend) | dagen | {"uitgesteld_tot": termijn.uitgesteld_tot}
        yield tuple(cellen[kolom] for kolom in KOLOMMEN)


def exportsleutels(peiling: Peiling) -> Iterable[UUID]:
    """The keys of the persons in the export, for the read log."""
    rijen = termijnen(peiling.peildatum, peiling.gebruiker)
    return rijen.order_by().values_list("statushouder__sleutel", flat=True).distinct()


def termijnen_vers() -> Bevinding:
    """Terms that stand there otherwise than their rule says now, by code of the rule."""
    gevonden = motor.onvers()
    return Bevinding(
        sum(aantal for _code, aantal in gevonden),
        [f"{code}: {aantal}" for code, aantal in gevonden][:MEESTE_VOORBEELDEN],
    )
