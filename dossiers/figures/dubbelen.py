"""Who of the stored persons, or of the other rows of a file, may be the same as somebody.

Candidates come by the keys of the name (`kern.namen`) with the year of birth; the rule that decides is
`dossiers.rules.gelijkenis`, the same for the form, for files and for the list of doubles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q

from dossiers.models import Gezinslid, Statushouder
from dossiers.models.persoon import StatushouderQuerySet
from dossiers.rules.gelijkenis import Gelijkenis, Kandidaat, vergelijk
from kern.leeftijd import Geboortedatum
from kern.namen import paarsleutels, paren, zoekparen

MEESTE_VOORSTELLEN = 3
_MEESTE_KANDIDATEN = 500
_VELDEN = (
    "pk", "achternaam", "voorvoegsel", "voornamen", "geboren_vroegst", "geboren_laatst", "geslacht",
    "nationaliteit", "vnummer", "bsn_index",
)  # fmt: skip


@dataclass(frozen=True)
class Voorstel:
    """A person who may be the same: stored (`persoon` is the primary key) or an earlier row of the file.

    `rij` is then the place of that row in what was asked, from 0. Exactly one of the two is set.
    """

    bekend: Kandidaat
    gelijkenis: Gelijkenis
    persoon: int | None = None
    rij: int | None = None


@dataclass(frozen=True)
class Paar:
    """Two stored persons, by primary key, the lower one first, who may be one."""

    een: int
    ander: int
    gelijkenis: Gelijkenis


def mogelijke_dubbelen(
    kandidaat: Kandidaat,
    *,
    rijen: StatushouderQuerySet,
    limiet: int = MEESTE_VOORSTELLEN,
    behalve: Collection[int] = (),
) -> list[Voorstel]:
    """Who of `rijen` may be this person, the most alike first; `behalve` are primary keys to leave out.

    Two queries, whatever is found.
    """
    zoek = _op_naam(kandidaat)
    if kandidaat.vnummer:
        zoek |= Q(vnummer=kandidaat.vnummer)
    if kandidaat.bsn_index:
        zoek |= Q(bsn_index=kandidaat.bsn_index)
    gevonden = rijen.filter(zoek).exclude(pk__in=behalve).order_by("pk")
    bekenden = _kandidaten(gevonden[:_MEESTE_KANDIDATEN])
    return _beste(kandidaat, ((pk, None, bekende) for pk, bekende in bekenden.items()), limiet)


def dubbelen_van_rijen(
    kandidaten: Sequence[Kandidaat],
    *,
    rijen: StatushouderQuerySet,
    limiet: int = MEESTE_VOORSTELLEN,
    onderling: bool = True,
) -> list[list[Voorstel]]:
    """For each row of a file who may be the same, the most alike first: of `rijen`, and of the rows before it.

    A fixed number of queries for any number of rows. Without `onderling` rows are not compared with
    each other.
    """
    zoeken = [zoekparen(*_naam(kandidaat), _jaar(kandidaat.geboren)) for kandidaat in kandidaten]
    per_rij = _opgeslagen_bij(kandidaten, zoeken, rijen)
    bekenden = _kandidaten(rijen.filter(pk__in={pk for pks in per_rij.values() for pk in pks}))
    eerder = _eerdere_rijen(kandidaten, zoeken) if onderling else {}
    return [
        _beste(
            kandidaat,
            (
                *((pk, None, bekenden[pk]) for pk in sorted(per_rij.get(nummer, ())) if pk in bekenden),
                *((None, rij, kandidaten[rij]) for rij in sorted(eerder.get(nummer, ()))),
            ),
            limiet,
        )
        for nummer, kandidaat in enumerate(kandidaten)
    ]


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


def _opgeslagen_bij(
    kandidaten: Sequence[Kandidaat], zoeken: Sequence[Sequence[int]], rijen: StatushouderQuerySet
) -> dict[int, set[int]]:
    """Primary keys of stored persons by row: a pair of words in common, or a number."""
    per_rij: dict[int, set[int]] = defaultdict(set)
    vraag, parameters = rijen.order_by().values("pk").query.sql_with_params()
    nummers = [nummer for nummer, sleutels in enumerate(zoeken) for _ in sleutels]
    sleutels = [sleutel for rij in zoeken for sleutel in rij]
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH gevraagd AS MATERIALIZED (SELECT unnest(%s::int[]) AS rij, unnest(%s::int[]) AS sleutel)
            SELECT DISTINCT gevraagd.rij, persoon.id
            FROM dossiers_statushouder persoon
            CROSS JOIN LATERAL unnest(persoon.paarsleutels) AS eigen (sleutel)
            JOIN gevraagd ON gevraagd.sleutel = eigen.sleutel
            WHERE persoon.id IN ({vraag})
            """,  # noqa: S608  (the inner query is Django's)
            [nummers, sleutels, *parameters],
        )
        for rij, pk in cursor.fetchall():
            per_rij[rij].add(pk)
    for veld in ("vnummer", "bsn_index"):
        van = {getattr(kandidaat, veld): nummer for nummer, kandidaat in enumerate(kandidaten)}
        van.pop(None, None)
        for pk, waarde in rijen.filter(**{f"{veld}__in": list(van)}).values_list("pk", veld).order_by():
            per_rij[van[waarde]].add(pk)
    return per_rij


def _eerdere_rijen(kandidaten: Sequence[Kandidaat], zoeken: Sequence[Sequence[int]]) -> dict[int, set[int]]:
    """Places of rows by the place of a later row that shares a pair of words or has no birth date."""
    op_sleutel: dict[int, list[int]] = defaultdict(list)
    gevonden: dict[int, set[int]] = defaultdict(set)
    for nummer, (kandidaat, gevraagd) in enumerate(zip(kandidaten, zoeken, strict=True)):
        for sleutel in gevraagd:
            if sleutel in op_sleutel:
                gevonden[nummer].update(op_sleutel[sleutel])
        for sleutel in paarsleutels(*_naam(kandidaat), _jaar(kandidaat.geboren)):
            op_sleutel[sleutel].append(nummer)
    return gevonden


def _paren_in_bestand(rijen: StatushouderQuerySet) -> list[tuple[int, int]]:
    """Pairs with two words alike in one year of birth, or of which one has no birth date."""
    vraag, parameters = rijen.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH eigen AS MATERIALIZED (
                SELECT persoon.id, paar.sleutel, persoon.geboren_vroegst IS NULL AS zonder
                FROM dossiers_statushouder persoon
                CROSS JOIN LATERAL unnest(persoon.paarsleutels) AS paar (sleutel)
                WHERE persoon.id IN ({vraag})
            )
            SELECT een.id, ander.id FROM eigen een JOIN eigen ander
                ON een.sleutel = ander.sleutel AND een.id < ander.id AND een.sleutel >= 0
            UNION
            SELECT least(een.id, ander.id), greatest(een.id, ander.id) FROM eigen een JOIN eigen ander
                ON een.sleutel = ander.sleutel AND een.sleutel < 0 AND een.zonder AND NOT ander.zonder
            """,  # noqa: S608  (the inner query is Django's)
            parameters,
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


def _beste(
    kandidaat: Kandidaat, anderen: Iterable[tuple[int | None, int | None, Kandidaat]], limiet: int
) -> list[Voorstel]:
    """Those that may be the same, the most alike first."""
    voorstellen = [
        Voorstel(bekende, gelijkenis, persoon=pk, rij=rij)
        for pk, rij, bekende in anderen
        if (gelijkenis := vergelijk(kandidaat, bekende))
    ]
    voorstellen.sort(key=lambda voorstel: -voorstel.gelijkenis.score)
    return voorstellen[:limiet]


def _naam(kandidaat: Kandidaat) -> tuple[str, str, str]:
    return kandidaat.achternaam, kandidaat.voorvoegsel, kandidaat.voornamen


def _jaar(geboren: Geboortedatum) -> int | None:
    return geboren.vroegst.year if geboren.vroegst else None
