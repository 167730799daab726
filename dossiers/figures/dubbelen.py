"""Who of the stored persons may be the same as somebody, or as each other.

Candidates come by the keys of the name (`kern.namen`) with the year of birth; the rule that decides is
`dossiers.rules.gelijkenis`, the same for the form, for files and for the list of doubles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q

from dossiers.models import Gezinslid, Statushouder
from dossiers.models.persoon import StatushouderQuerySet
from dossiers.rules.gelijkenis import Gelijkenis, Kandidaat, vergelijk
from kern.leeftijd import Geboortedatum
from kern.namen import paren

MEESTE_VOORSTELLEN = 3
_MEESTE_KANDIDATEN = 500
_VELDEN = (
    "pk", "achternaam", "voorvoegsel", "voornamen", "geboren_vroegst", "geboren_laatst", "geslacht",
    "nationaliteit", "vnummer", "bsn_index",
)  # fmt: skip

# Two numbers are of two people, unless one digit differs or two neighbours changed places: a slip.
_VERSCHREVEN = " OR ".join(
    f"(left(een.vnummer, {voor}) = left(ander.vnummer, {voor})"
    f" AND right(een.vnummer, {8 - voor}) = right(ander.vnummer, {8 - voor}))"
    for voor in range(9)
)
# SQL over `een` and `ander`, who have both columns: the rule (`gelijkenis`) may still hold for these two. Nearly
# everybody has a V-number, so that this leaves few of the pairs that have two words of their names alike.
_VNUMMERS_KUNNEN = f"(een.vnummer IS NULL OR ander.vnummer IS NULL OR {_VERSCHREVEN})"
NUMMERS_KUNNEN = f"(een.bsn_index <> ander.bsn_index) IS NOT TRUE AND {_VNUMMERS_KUNNEN}"


@dataclass(frozen=True)
class Voorstel:
    """A stored person, by primary key, who may be the same."""

    persoon: int
    bekend: Kandidaat
    gelijkenis: Gelijkenis


@dataclass(frozen=True)
class Paar:
    """Two stored persons, by primary key, the lower one first, who may be one."""

    een: int
    ander: int
    gelijkenis: Gelijkenis


def mogelijke_dubbelen(
    kandidaten: Sequence[Kandidaat], *, rijen: StatushouderQuerySet, limiet: int = MEESTE_VOORSTELLEN
) -> list[list[Voorstel]]:
    """For each of some people who of `rijen` may be the same, the most alike first.

    Two queries for any number; for the people of a form. Whole files join the keys themselves.
    """
    zoek = Q(pk__in=[])
    for kandidaat in kandidaten:
        zoek |= _op_naam(kandidaat)
        zoek |= Q(vnummer=kandidaat.vnummer) if kandidaat.vnummer else Q()
        zoek |= Q(bsn_index=kandidaat.bsn_index) if kandidaat.bsn_index else Q()
    bekenden = _kandidaten(rijen.filter(zoek).order_by("pk")[:_MEESTE_KANDIDATEN])
    return [_beste(kandidaat, bekenden, limiet) for kandidaat in kandidaten]


def dubbelen_in_bestand(rijen: StatushouderQuerySet) -> list[Paar]:
    """All pairs among `rijen` that may be one person, the most alike first; two or three queries."""
    paren_van_pk = _paren_in_bestand(rijen)
    bekenden = _kandidaten(rijen.filter(pk__in={pk for paar in paren_van_pk for pk in paar}))
    gevonden = []
    for een, ander in paren_van_pk:
        gelijkenis = vergelijk(bekenden[een], bekenden[ander])
        if gelijkenis:
            gevonden.append(Paar(een, ander, gelijkenis))
    return sorted(gevonden, key=lambda paar: (-paar.gelijkenis.score, paar.een, paar.ander))


def kandidaat_van(persoon: Statushouder, gezin: int | None = None) -> Kandidaat:
    """A stored person as the rule compares them; `gezin` is the primary key of the family, where it matters."""
    return Kandidaat(
        achternaam=persoon.achternaam,
        voorvoegsel=persoon.voorvoegsel,
        voornamen=persoon.voornamen,
        geboren=persoon.geboren,
        geslacht=persoon.geslacht,
        nationaliteit=persoon.nationaliteit,
        vnummer=persoon.vnummer,
        bsn_index=persoon.bsn_index,
        gezin=gezin,
    )


def _op_naam(kandidaat: Kandidaat) -> Q:
    """Two words of the name alike, in the year of birth or where no birth date is known."""
    namen = Q(pk__in=[])
    for een, ander in paren(*_naam(kandidaat)):
        namen |= Q(zoeksleutels__overlap=list(een)) & Q(zoeksleutels__overlap=list(ander))
    jaar = _jaar(kandidaat.geboren)
    if jaar is None:
        return namen
    binnen = Q(geboren_vroegst__range=(date(jaar, 1, 1), date(jaar, 12, 31)))
    return namen & (binnen | Q(geboren_vroegst=None))


def _paren_in_bestand(rijen: StatushouderQuerySet) -> list[tuple[int, int]]:
    """Pairs with two words alike in one year of birth, or of which one has no birth date."""
    vraag, parameters = rijen.order_by().values("pk").query.sql_with_params()
    sleutels = f"""SELECT persoon.id, paar.sleutel, persoon.vnummer FROM dossiers_statushouder persoon
        CROSS JOIN LATERAL unnest(persoon.paarsleutels) AS paar (sleutel) WHERE persoon.id IN ({vraag})"""  # noqa: S608
    with connection.cursor() as cursor:
        # narrow rows: this sorts a few for everybody; the rule looks at the other fields of the pairs that are left
        cursor.execute(
            f"""
            WITH met_jaar AS MATERIALIZED ({sleutels} AND paar.sleutel >= 0),
            zonder AS MATERIALIZED ({sleutels} AND paar.sleutel < 0 AND persoon.geboren_vroegst IS NULL)
            SELECT een.id, ander.id FROM met_jaar een JOIN met_jaar ander
                ON een.sleutel = ander.sleutel AND een.id < ander.id AND {_VNUMMERS_KUNNEN}
            UNION
            SELECT least(een.id, ander.id), greatest(een.id, ander.id) FROM zonder een
                JOIN ({sleutels} AND paar.sleutel < 0 AND persoon.geboren_vroegst IS NOT NULL) ander
                ON een.sleutel = ander.sleutel AND {_VNUMMERS_KUNNEN}
            """,  # noqa: S608  (the inner query is Django's)
            parameters * 3,
        )
        return [(een, ander) for een, ander in cursor.fetchall()]


def _kandidaten(rijen: StatushouderQuerySet) -> dict[int, Kandidaat]:
    """The persons as the rule compares them, by primary key, each with a family that they are or were in."""
    waarden = list(rijen.values_list(*_VELDEN))
    gezinnen = dict(
        Gezinslid.objects.filter(statushouder__in=[rij[0] for rij in waarden])
        .order_by("van", "pk")
        .values_list("statushouder", "gezin")
    )
    return {
        pk: Kandidaat(
            achternaam=achternaam,
            voorvoegsel=voorvoegsel,
            voornamen=voornamen,
            geboren=Geboortedatum(vroegst, laatst),
            geslacht=geslacht,
            nationaliteit=nationaliteit,
            vnummer=vnummer,
            bsn_index=bsn_index,
            gezin=gezinnen.get(pk),
        )
        for (
            pk, achternaam, voorvoegsel, voornamen, vroegst, laatst, geslacht, nationaliteit, vnummer, bsn_index,
        ) in waarden
    }  # fmt: skip


def _beste(kandidaat: Kandidaat, bekenden: Mapping[int, Kandidaat], limiet: int) -> list[Voorstel]:
    """Those that may be the same, the most alike first."""
    voorstellen = [
        Voorstel(pk, bekende, gelijkenis)
        for pk, bekende in bekenden.items()
        if (gelijkenis := vergelijk(kandidaat, bekende))
    ]
    voorstellen.sort(key=lambda voorstel: (-voorstel.gelijkenis.score, voorstel.persoon))
    return voorstellen[:limiet]


def _naam(kandidaat: Kandidaat) -> tuple[str, str, str]:
    return kandidaat.achternaam, kandidaat.voorvoegsel, kandidaat.voornamen


def _jaar(geboren: Geboortedatum) -> int | None:
    return geboren.vroegst.year if geboren.vroegst else None
