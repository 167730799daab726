"""The table of persons that goes out: one row for each person, in the columns in which it can come in again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import FilteredRelation, OuterRef, Q, QuerySet, Subquery

from dossiers.models import Statushouder, Vestiging
from dossiers.rules.inzage import mag_veld
from kern.contract import Peiling
from kern.leeftijd import Geboortedatum

KOLOMMEN = (
    "dossier",
    "gezin",
    "rol",
    "achternaam",
    "voorvoegsel",
    "voornamen",
    "geboortedatum",
    "geslacht",
    "nationaliteit",
    "bsn",
    "vnummer",
    "wijze_van_komst",
    "vergunning",
    "opvang",
    "vergunning_op",
    "coa_koppeldatum",
    "gevestigd_op",
    "brp_op",
    "vertrokken_op",
    "regisseur",
)
# What is read of a person, in the order of the columns; two dates make one birth date, the BSN is not read.
VELDEN = (
    "nummer",
    "lid__gezin",
    "lid__rol",
    "achternaam",
    "voorvoegsel",
    "voornamen",
    "geboren_vroegst",
    "geboren_laatst",
    "geslacht",
    "nationaliteit",
    "vnummer",
    "wijze_van_komst",
    "vergunning",
    "opvang",
    "vergunning_op",
    "coa_koppeldatum",
    "gevestigd_op",
    "brp_op",
    "vertrokken_op",
    "nu__regisseur__email",
)
# Rows that are in memory at once; the rest waits in the database.
STAPEL = 5_000


def persoonsrijen(peiling: Peiling) -> Iterator[list[Any]]:
    """Everybody whom the user may see, also who has not settled or has left; one query, read in parts.

    Family, role and caseworker are those on the peildatum, the spell is the last one begun on or
    before it. The key of a family is the same in every export. The BSN never goes out; what a partner
    may not read stays empty for a partner.
    """
    dicht = [plek for plek, kolom in enumerate(KOLOMMEN) if not mag_veld(peiling.gebruiker, kolom)]
    for rij in _waarden(peiling).iterator(chunk_size=STAPEL):
        nummer, gezin, rol, achter, voor, namen, vroegst, laatst, geslacht, nationaliteit, *rest = rij
        geboren = _geboren(vroegst, laatst)
        sleutel = f"G-{gezin}" if gezin else ""
        cellen = [nummer, sleutel, rol, achter, voor, namen, geboren, geslacht, nationaliteit, "", *rest]
        for plek in dicht:
            cellen[plek] = ""
        yield cellen


def persoonssleutels(peiling: Peiling) -> QuerySet[Any, Any]:
    """The keys of those same persons, for the read log."""
    personen = Statushouder.objects.actueel()
    if peiling.gebruiker:
        personen = personen.zichtbaar_voor(peiling.gebruiker)
    return personen.order_by().values_list("sleutel", flat=True)


def _waarden(peiling: Peiling) -> QuerySet[Any, Any]:
    """The fields of `VELDEN` of everybody whom the user may see, in the order of registration."""
    dag = peiling.peildatum
    personen = Statushouder.objects.actueel()
    if peiling.gebruiker:
        personen = personen.zichtbaar_voor(peiling.gebruiker)
    spel = Vestiging.objects.filter(statushouder=OuterRef("pk"), van__lte=dag).order_by("-van", "-pk")
    met_alles = personen.annotate(
        lid=FilteredRelation("lidmaatschappen", condition=_loopt("lidmaatschappen", dag)),
        nu=FilteredRelation("regie", condition=_loopt("regie", dag)),
        gevestigd_op=Subquery(spel.values("van")[:1]),
        brp_op=Subquery(spel.values("brp_op")[:1]),
        vertrokken_op=Subquery(spel.values("tot")[:1]),
    )
    return met_alles.order_by("pk").values_list(*VELDEN)


def _loopt(relatie: str, dag: date) -> Q:
    """Rows of this relation that run at the end of `dag`; a person has one at most."""
    return Q(**{f"{relatie}__van__lte": dag}) & (
        Q(**{f"{relatie}__tot": None}) | Q(**{f"{relatie}__tot__gt": dag})
    )


def _geboren(vroegst: date | None, laatst: date | None) -> date | str:
    """The day; with 00 for what is not known of it: 00-03-1981, 00-00-1981. Empty when nothing is."""
    if vroegst is None:
        return ""
    geboren = Geboortedatum(vroegst, laatst)
    if geboren.is_volledig:
        return vroegst
    maand = vroegst.month if geboren.is_maand else 0
    return f"00-{maand:02d}-{vroegst.year:04d}"
