"""New rows that may be somebody who is known: saved, and set aside for a person's decision.

Candidates are pairs that share a key of two words of the name (`kern.namen.paarsleutels`), found by one
join; the rule that decides is `dossiers.rules.gelijkenis`, the same as for the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from dossiers.figures.dubbelen import NUMMERS_KUNNEN
from dossiers.models import Gezinslid, Statushouder
from dossiers.rules.gelijkenis import Gelijkenis, Kandidaat, vergelijk
from kern.leeftijd import Geboortedatum
from uitwisseling.inlezen import Werk
from uitwisseling.models import Inleesopzij

_PARTIJ = 5000
_NIEUW = "w.goed AND w.onderwerp IS NULL AND w.besluit IS NULL"
# Of one year of birth (or of an unknown one), or of any where one of the two has none: see `paarsleutels`.
_ZELFDE = "(een.sleutel >= 0 OR een.zonder OR ander.zonder)"
# A key that so many share says nothing: half a file has such a name, and every two of them would be a pair.
_MEESTE_MET_EEN_SLEUTEL = 100
_RIJ = """w.achternaam, coalesce(w.voorvoegsel, ''), coalesce(w.voornamen, ''), w.geboortedatum_vroegst,
    w.geboortedatum_laatst, coalesce(w.geslacht, 'O'), coalesce(w.nationaliteit, 'Onbekend'), w.vnummer,
    w.bsn_index, coalesce(w.gezin_id::text, 'n' || w.groep)"""
_PERSOON = f"""s.achternaam, s.voorvoegsel, s.voornamen, s.geboren_vroegst, s.geboren_laatst, s.geslacht,
    s.nationaliteit, s.vnummer, s.bsn_index,
    (SELECT l.gezin_id::text FROM {Gezinslid._meta.db_table} l WHERE l.statushouder_id = s.id AND l.tot IS NULL)"""
_BREEDTE = 10


@dataclass(frozen=True)
class _Beste:
    rij: int
    bekend: int | None
    melding: str
    gelijkenis: Gelijkenis


def zet_dubbelen_opzij(werk: Werk) -> None:
    """Set good new rows aside that may be a stored person, or an earlier row of the file."""
    _zoek_paren(werk)
    gevonden: dict[int, _Beste] = {}
    for paar in _beoordeeld():
        beste = gevonden.get(paar.rij)
        if beste is None or paar.gelijkenis.score > beste.gelijkenis.score:
            gevonden[paar.rij] = paar
    Inleesopzij.objects.bulk_create(
        (
            Inleesopzij(
                inlezing=werk.inlezing,
                rij=rij,
                code="mogelijk_dubbel",
                melding=een.melding,
                bekend=een.bekend,
            )
            for rij, een in sorted(gevonden.items())
        ),
        batch_size=_PARTIJ,
    )


def _zoek_paren(werk: Werk) -> None:
    """Fill `inleesparen`: row, and the person or the earlier row that shares two words of the name."""
    werk.vraag("DROP TABLE IF EXISTS pg_temp.inleeswoorden, pg_temp.inleesbekenden, pg_temp.inleesparen")
    werk.vraag(
        f"""CREATE TEMPORARY TABLE inleeswoorden ON COMMIT DROP AS
        SELECT w.rij AS id, p.sleutel, w.geboortedatum_vroegst IS NULL AS zonder, w.vnummer, w.bsn_index
        FROM inleeswerk w JOIN inleessleutels k ON k.nummer = w.rij
        CROSS JOIN LATERAL unnest(k.paarsleutels) AS p (sleutel) WHERE {_NIEUW}"""
    )
    werk.vraag("ANALYZE inleeswoorden")
    werk.vraag(
        f"""CREATE TEMPORARY TABLE inleesbekenden ON COMMIT DROP AS
        SELECT s.id, p.sleutel, s.geboren_vroegst IS NULL AS zonder, s.vnummer, s.bsn_index
        FROM {Statushouder._meta.db_table} s CROSS JOIN LATERAL unnest(s.paarsleutels) AS p (sleutel)
        WHERE s.samengevoegd_met_id IS NULL AND p.sleutel IN (SELECT i.sleutel FROM inleeswoorden i)"""
    )
    werk.vraag("ANALYZE inleesbekenden")
    werk.vraag(
        """DELETE FROM inleeswoorden WHERE sleutel IN (
            SELECT b.sleutel FROM (
                SELECT sleutel FROM inleeswoorden UNION ALL SELECT sleutel FROM inleesbekenden
            ) b GROUP BY b.sleutel HAVING count(*) > %(meeste)s)""",
        meeste=_MEESTE_MET_EEN_SLEUTEL,
    )
    werk.vraag(
        f"""CREATE TEMPORARY TABLE inleesparen ON COMMIT DROP AS
        SELECT een.id AS rij, ander.id AS persoon, NULL::integer AS eerder
        FROM inleeswoorden een JOIN inleesbekenden ander ON ander.sleutel = een.sleutel
            AND {_ZELFDE} AND {NUMMERS_KUNNEN}
        UNION
        SELECT een.id, NULL, ander.id FROM inleeswoorden een JOIN inleeswoorden ander
            ON ander.sleutel = een.sleutel AND ander.id < een.id AND {_ZELFDE} AND {NUMMERS_KUNNEN}"""
    )


def _beoordeeld() -> Iterator[_Beste]:
    """The pairs that may be one person, as the rule judges them."""
    persoon = Statushouder._meta.db_table
    with connection.chunked_cursor() as cursor:
        cursor.execute(
            f"""SELECT p.rij, s.id, s.nummer, {_RIJ}, {_PERSOON} FROM inleesparen p
            JOIN inleeswerk w ON w.rij = p.rij JOIN {persoon} s ON s.id = p.persoon
            UNION ALL
            SELECT p.rij, NULL, 'rij ' || p.eerder, {_RIJ}, {_RIJ.replace("w.", "e.")} FROM inleesparen p
            JOIN inleeswerk w ON w.rij = p.rij JOIN inleeswerk e ON e.rij = p.eerder"""
        )
        while partij := cursor.fetchmany(_PARTIJ):
            for rij, bekend, waar, *velden in partij:
                ander = _kandidaat(velden[_BREEDTE:])
                gelijkenis = vergelijk(_kandidaat(velden[:_BREEDTE]), ander)
                if gelijkenis:
                    yield _Beste(rij, bekend, _melding(ander, waar, gelijkenis), gelijkenis)


def _kandidaat(velden: list[Any]) -> Kandidaat:
    vroegst: date | None = velden[3]
    return Kandidaat(
        achternaam=velden[0],
        voorvoegsel=velden[1],
        voornamen=velden[2],
        geboren=Geboortedatum(vroegst, velden[4]),
        geslacht=velden[5],
        nationaliteit=velden[6],
        vnummer=velden[7],
        bsn_index=velden[8],
        gezin=velden[9],
    )


def _melding(ander: Kandidaat, waar: str, gelijkenis: Gelijkenis) -> str:
    naam = " ".join(deel for deel in (ander.voornamen, ander.voorvoegsel, ander.achternaam) if deel)
    verschillen = [veld.woorden for veld in gelijkenis.velden if veld.soort == "lijkt"]
    return "; ".join([f"{gelijkenis.oordeel} op {naam} ({waar})", *verschillen]) + "."
