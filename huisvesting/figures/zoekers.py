"""Households that wait for a home, put together by the database: counted, and read by page instead of all.

Who waits is said in `figures.huishoudens`; here they become households. Those of one family who look for a home of
their own or a bigger one are one: with who of the family has no home here, and with everybody where a bigger one is
asked. Each AMV who needs a place is one. Who must leave a home and is in none of those comes last.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple, overload

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.functional import cached_property

from dossiers.models import Gezinslid, Statushouder
from dossiers.models.persoon import StatushouderQuerySet
from huisvesting.figures.huishoudens import (
    EINDIGT,
    ONNODIG,
    WORDT_18,
    Huishouden,
    gekoppeld_zonder_datum,
    moet_verhuizen,
    verwacht_in_een_woning,
)
from huisvesting.models import Aanbod, Plaatsing, Woonvraag
from kern.contract import Gebruiker
from kern.leeftijd import MEERDERJARIG, eerste_verjaardag

# In the order of the list: families by who of them is expected first, then who must leave a home. Members stand in
# the order of the family, head first; of two homes the one that began first counts, of two offers the last.
_EIGEN, _GROTER, _AMV = (f"'{vraag.value}'" for vraag in (Woonvraag.EIGEN, Woonvraag.GROTER, Woonvraag.AMV))
_HUISHOUDENS = f"""
vraag(persoon, vraag, dag, plek) AS MATERIALIZED (
    SELECT persoon, vraag, dag, row_number() OVER (ORDER BY dag, id) FROM verwacht UNION ALL
    SELECT persoon, {_EIGEN}, NULL, 1000000000 + row_number() OVER (ORDER BY naam, persoon) FROM zonder_dag
), weg AS MATERIALIZED (
    SELECT *, row_number() OVER (ORDER BY van, plaatsing) AS plek FROM moet_weg
), lid AS MATERIALIZED (
    SELECT gezin, persoon, row_number() OVER (PARTITION BY gezin ORDER BY rol, id) AS rang FROM gezinslid
    WHERE gezin IN (SELECT g.gezin FROM gezinslid g JOIN (
        SELECT persoon FROM vraag UNION SELECT persoon FROM weg) wie ON wie.persoon = g.persoon)
), woont AS MATERIALIZED (
    SELECT DISTINCT ON (persoon) persoon, plaatsing FROM wonend
    WHERE persoon IN (SELECT persoon FROM vraag UNION SELECT persoon FROM lid) ORDER BY persoon, van
), bod AS MATERIALIZED (
    SELECT DISTINCT ON (persoon) persoon, aanbod FROM aangeboden ORDER BY persoon, dag DESC, aanbod DESC
), wie AS MATERIALIZED (
    SELECT v.*, l.gezin, coalesce(l.gezin, -v.persoon) AS groep FROM vraag v LEFT JOIN lid l ON l.persoon = v.persoon
), groep AS (
    SELECT groep, min(gezin) AS gezin, min(plek) AS plek, bool_or(vraag = {_GROTER}) AS groter,
        (array_agg(persoon ORDER BY plek) FILTER (WHERE vraag IN ({_EIGEN}, {_GROTER})))[1] AS eerste
    FROM wie GROUP BY groep
), bewoner AS (
    SELECT g.groep, g.plek, g.groter, g.eerste, l.persoon, l.rang, w.dag,
        g.groter OR coalesce(w.vraag IN ({_EIGEN}, {_GROTER}), false) AS kandidaat
    FROM groep g JOIN lid l ON l.gezin = g.gezin
    LEFT JOIN wie w ON w.persoon = l.persoon LEFT JOIN woont h ON h.persoon = l.persoon
    WHERE g.eerste IS NOT NULL
    AND (g.groter OR (h.persoon IS NULL AND w.vraag IS DISTINCT FROM {_AMV}))
    UNION ALL
    SELECT g.groep, g.plek, g.groter, g.eerste, w.persoon, 1, w.dag, true
    FROM groep g JOIN wie w ON w.groep = g.groep WHERE g.gezin IS NULL AND g.eerste IS NOT NULL
), zoekt AS (
    SELECT 0 AS blok, g.plek, 0 AS deel, w.plek AS binnen, w.persoon AS huurder, ARRAY[w.persoon] AS personen,
        w.vraag, w.dag, h.plaatsing AS woont, b.aanbod
    FROM wie w JOIN groep g ON g.groep = w.groep
    LEFT JOIN woont h ON h.persoon = w.persoon LEFT JOIN bod b ON b.persoon = w.persoon
    WHERE w.vraag = {_AMV}
    UNION ALL
    SELECT 0, f.plek, 1, 0, f.huurder, f.personen, f.vraag, f.dag, h.plaatsing, f.aanbod FROM (
        SELECT r.plek, min(r.dag) AS dag, CASE WHEN r.groter THEN {_GROTER} ELSE {_EIGEN} END AS vraag,
            coalesce((array_agg(r.persoon ORDER BY r.rang) FILTER (WHERE r.kandidaat))[1], r.eerste) AS huurder,
            array_agg(r.persoon ORDER BY r.rang) AS personen,
            (array_agg(b.aanbod ORDER BY r.rang) FILTER (WHERE b.aanbod IS NOT NULL))[1] AS aanbod
        FROM bewoner r LEFT JOIN bod b ON b.persoon = r.persoon GROUP BY r.groep, r.plek, r.groter, r.eerste
    ) f LEFT JOIN woont h ON h.persoon = f.huurder
), huishouden AS MATERIALIZED (
    SELECT * FROM zoekt
    UNION ALL
    SELECT 1, min(w.plek), 0, 0, (array_agg(w.persoon ORDER BY w.plek))[1], array_agg(w.persoon ORDER BY w.plek),
        CASE WHEN bool_or(w.amv) THEN '{WORDT_18}' ELSE '{EINDIGT}' END,
        min(CASE WHEN w.amv THEN w.eigen_op ELSE w.laatste END),
        (array_agg(w.plaatsing ORDER BY w.plek))[1],
        (array_agg(b.aanbod ORDER BY w.plek) FILTER (WHERE b.aanbod IS NOT NULL))[1]
    FROM weg w LEFT JOIN lid l ON l.persoon = w.persoon LEFT JOIN bod b ON b.persoon = w.persoon
    WHERE NOT EXISTS (SELECT FROM zoekt z WHERE w.persoon = ANY (z.personen))
    GROUP BY CASE WHEN w.amv THEN -w.persoon ELSE w.woning END, coalesce(l.gezin, -w.persoon)
)"""
_VOLGORDE = "ORDER BY blok, plek, deel, binnen"


class Wachttelling(NamedTuple):
    """How many households ask the same, by the way the tenant came; `met_dag`: they are expected on a day."""

    woonvraag: str
    komst: str
    met_dag: bool
    aangeboden: bool
    huishoudens: int

    @property
    def vraagt_woning(self) -> bool:
        """AMVs ask for a place in an AMV home."""
        return self.woonvraag != Woonvraag.AMV


def tel_zoekers(peildatum: date) -> list[Wachttelling]:
    """Everybody who waits, by what they ask, how they came and whether a home was offered; one query."""
    return [
        Wachttelling(*rij)
        for rij in _rijen(
            _bron(peildatum),
            """SELECT h.vraag, s.wijze_van_komst, h.dag IS NOT NULL, h.aanbod IS NOT NULL, count(*)
            FROM huishouden h JOIN dossiers_statushouder s ON s.id = h.huurder
            GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4""",
        )
    ]


def huurders(peildatum: date) -> StatushouderQuerySet:
    """The tenants of the households that need a home, as a question to the database."""
    sql, params = _bron(peildatum)
    vraag = f"WITH {sql} SELECT huurder FROM huishouden WHERE vraag <> {_AMV}"
    return Statushouder.objects.filter(pk__in=RawSQL(vraag, params))


class Zoekers(Sequence[Huishouden]):
    """The households that wait, in the order of the list; read only as far as they are asked for.

    With `gebruiker` those of which this user may see the tenant. `soorten` are the keys of ZOEKT that are asked,
    empty for all; with `aangeboden` only those with an open offer. A slice costs four queries at most.
    """

    def __init__(
        self,
        peildatum: date,
        gebruiker: Gebruiker | None = None,
        *,
        soorten: Collection[str] = (),
        aangeboden: bool = False,
    ) -> None:
        bron, params = _bron(peildatum)
        waar: list[str] = []
        if gebruiker:
            gezien = Statushouder.objects.met_inzage(gebruiker, "huisvesting").order_by().values("pk")
            sql, erbij = gezien.query.sql_with_params()
            waar.append(f"huurder IN ({sql})")
            params = (*params, *erbij)
        if soorten:
            waar.append("vraag = ANY (%s)")
            params = (*params, list(soorten))
        if aangeboden:
            waar.append("aanbod IS NOT NULL")
        self._bron = (bron, params)
        self._waar = f"WHERE {' AND '.join(waar)}" if waar else ""

    @cached_property
    def _aantal(self) -> int:
        [(aantal,)] = _rijen(self._bron, f"SELECT count(*) FROM huishouden {self._waar}")
        return int(aantal)

    def __len__(self) -> int:
        return self._aantal

    @overload
    def __getitem__(self, plek: int) -> Huishouden: ...
    @overload
    def __getitem__(self, plek: slice) -> list[Huishouden]: ...
    def __getitem__(self, plek: int | slice) -> Huishouden | list[Huishouden]:
        if isinstance(plek, slice):
            begin, eind, _stap = plek.indices(len(self))
            return self._lees(begin, max(eind - begin, 0))
        rijen = self._lees(plek, 1)
        if not rijen:
            raise IndexError(plek)
        return rijen[0]

    def alle(self) -> list[Huishouden]:
        """All of them, without counting them first."""
        return self._lees(0, None)

    def _lees(self, begin: int, aantal: int | None) -> list[Huishouden]:
        if aantal == 0:
            return []
        hoeveel = f"OFFSET {begin}" + (f" LIMIT {aantal}" if aantal is not None else "")
        vraag = f"SELECT huurder, personen, vraag, dag, woont, aanbod FROM huishouden {self._waar}"
        return _huishoudens([_Rij(*rij) for rij in _rijen(self._bron, f"{vraag} {_VOLGORDE} {hoeveel}")])


def zoekend(peildatum: date, gebruiker: Gebruiker | None = None) -> list[Huishouden]:
    """Each household that needs a home or a place in an AMV home; who joins a family needs none.

    With `gebruiker` only those of which this user may see the tenant; without it everybody. Four queries at most.
    """
    return Zoekers(peildatum, gebruiker).alle()


class _Rij(NamedTuple):
    """A household as keys."""

    huurder: int
    personen: list[int]
    vraag: str
    dag: date | None
    woont: int | None
    aanbod: int | None


def _huishoudens(rijen: Sequence[_Rij]) -> list[Huishouden]:
    """These rows with who and what they name; three queries."""
    sleutels = {pk for rij in rijen for pk in (rij.huurder, *rij.personen)}
    personen = Statushouder.objects.defer(*ONNODIG).in_bulk(sleutels)
    plaatsingen = Plaatsing.objects.select_related("woning").in_bulk({rij.woont for rij in rijen} - {None})
    aanbod = Aanbod.objects.select_related("woning").in_bulk({rij.aanbod for rij in rijen} - {None})
    return [
        Huishouden(
            huurder=personen[rij.huurder],
            personen=tuple(personen[pk] for pk in rij.personen),
            woonvraag=rij.vraag,
            verwacht_op=rij.dag or _wordt_18(personen[rij.huurder], rij.vraag),
            woont=plaatsingen.get(rij.woont or 0),
            aanbod=aanbod.get(rij.aanbod or 0),
        )
        for rij in rijen
    ]


def _wordt_18(persoon: Statushouder, vraag: str) -> date | None:
    """Of whom no day is known for the home at 18: the birthday."""
    return eerste_verjaardag(persoon.geboren, MEERDERJARIG) if vraag == WORDT_18 else None


def _bron(peildatum: date) -> tuple[str, tuple[Any, ...]]:
    """The common table expressions up to `huishouden`, with their parameters."""
    wonend = Plaatsing.objects.filter(Q(tot=None) | Q(tot__gt=peildatum))
    leden = Gezinslid.objects.lopend_op(peildatum).filter(statushouder__samengevoegd_met=None).hoofd_eerst()
    rol = leden.query.order_by[0]
    delen: dict[str, QuerySet[Any, Any]] = {
        "verwacht(id, persoon, vraag, dag)": verwacht_in_een_woning(peildatum).values_list(
            "pk", "statushouder", "woonvraag", "verwacht_op"
        ),
        "zonder_dag(persoon, naam)": gekoppeld_zonder_datum(peildatum).values_list("pk", "sorteernaam"),
        "moet_weg(plaatsing, persoon, woning, van, amv, laatste, eigen_op)": moet_verhuizen(
            peildatum
        ).values_list(
            "pk",
            "statushouder",
            "woning",
            "van",
            "woning__amv_woning",
            "woning__beschikbaar_tot_en_met",
            F("eigen_op"),
        ),
        "gezinslid(id, gezin, persoon, rol)": leden.values_list("pk", "gezin", "statushouder", rol),
        "wonend(plaatsing, persoon, van)": wonend.values_list("pk", "statushouder", "van"),
        "aangeboden(aanbod, persoon, dag)": Aanbod.objects.open_op(peildatum).values_list(
            "pk", "statushouder", "aangeboden_op"
        ),
    }
    sql, params = [], []
    for naam, rijen in delen.items():
        deel, erbij = rijen.order_by().query.sql_with_params()
        sql.append(f"{naam} AS NOT MATERIALIZED ({deel})")
        params += erbij
    return ", ".join([*sql, _HUISHOUDENS.strip()]), tuple(params)


def _rijen(bron: tuple[str, tuple[Any, ...]], vraag: str) -> list[tuple[Any, ...]]:
    sql, params = bron
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {sql} {vraag}", params)
        return list(cursor.fetchall())
