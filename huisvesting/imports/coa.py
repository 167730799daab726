"""COA's list: who COA counts for us, with COA's own dates, beside our count.

A V-number without a dossier is no fault: the row is kept with its name and set aside, for it is one of
the differences that the comparison shows. Of who has a dossier only COA's dates are kept. A row follows the
dossier that has its V-number now: after a correction the row by the old number lets go of that dossier.

A new list of a half-year replaces the one before it: who was on that and is on this no more stays, off the list,
and the check says how many. A file that has less than half of the persons of that list is no list of the half-year:
it changes and adds, and takes off nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossiers.models import Statushouder
from dossiers.models.keuzes import NIET_TE_GEBRUIKEN, WAT_DAN
from huisvesting.imports.plaatsingen import personen
from huisvesting.models import CoaRegel
from huisvesting.models.periode import HALFJAAREIND
from kern.contract import Celsoort, Importsoort, Kolom
from uitwisseling.inlezen import Werk
from uitwisseling.inlezen.werk import TABEL, zin

MEESTE_GEZINSLEDEN = 50
_PERSOON = Statushouder._meta.db_table
_REGEL = CoaRegel._meta.db_table
_ONBEKEND = (
    "Dit V-nummer heeft bij ons geen dossier. De rij staat in de vergelijking met COA bij de verschillen."
)
_VERHUIST = (
    "De regel van COA met dit V-nummer hoort nog bij een dossier dat nu een ander V-nummer heeft. "
    "Dat maken we met dit bestand eerst los."
)
# Both steps write the link with a dossier, which only one row can have: first who loses it, then who gets it.
_LOS, _VAST, _ERAF = 0, 1, 2


_ERAF_TABEL = "coa_eraf"
# Who goes off the list: of each half-year that this file is a list of, those who are not in it at all. It is such a
# list with at least half of who was on the one before it.
_VERDWENEN = f"""WITH vorig AS (
        SELECT r.id, r.statushouder_id, {HALFJAAREIND.format(dag="r.gehuisvest_op")} AS halfjaar,
            EXISTS (SELECT FROM {TABEL} w WHERE w.vnummer = r.vnummer OR w.vorige = r.id) AS in_bestand,
            EXISTS (SELECT FROM {TABEL} w WHERE w.goed AND (w.onderwerp = r.id OR w.vorige = r.id)
                AND {HALFJAAREIND.format(dag="coalesce(w.gehuisvest_op, r.gehuisvest_op)")}
                    = {HALFJAAREIND.format(dag="r.gehuisvest_op")}) AS gedeeld
        FROM {_REGEL} r WHERE r.op_lijst AND r.gehuisvest_op IS NOT NULL
    )
    SELECT id, statushouder_id FROM vorig WHERE NOT in_bestand AND halfjaar IN (
        SELECT halfjaar FROM vorig GROUP BY 1 HAVING 2 * count(*) FILTER (WHERE gedeeld) >= count(*))"""
_GENOEMD = 10


def _zonder_dossier(kolom: str) -> str:
    """What the list says of who has no dossier; of who has one we know it ourselves."""
    return f"CASE WHEN w.dossier IS NULL THEN w.{kolom} END"


_VELDEN = {
    "statushouder_id": "w.dossier",
    "achternaam": _zonder_dossier("achternaam"),
    "voornamen": _zonder_dossier("voornamen"),
    "geboren_vroegst": _zonder_dossier("geboortedatum_vroegst"),
    "geboren_laatst": _zonder_dossier("geboortedatum_laatst"),
    "koppeldatum": "w.koppeldatum",
    "gehuisvest_op": "w.gehuisvest_op",
    "gezinsgrootte": "w.gezinsgrootte",
    "op_lijst": "true",
}


def _verdwijnt(aantal: int, nummers: Sequence[str]) -> str:
    """How many go off the list, and the numbers of the first dossiers among them."""
    tekst = (
        "1 persoon van de vorige lijst staat niet in dit bestand. Die valt van de lijst."
        if aantal == 1
        else f"{aantal} personen van de vorige lijst staan niet in dit bestand. Zij vallen van de lijst."
    )
    if not nummers:
        return tekst
    meer = f" en nog {over}" if (over := len(nummers) - _GENOEMD) > 0 else ""
    return f"{tekst} Met een dossier: {', '.join(nummers[:_GENOEMD])}{meer}."


class CoaLijst:
    """The rows of one file; see `kern.contract.Verwerker`."""

    def controleer(self, werk: Werk) -> None:
        """Recognise rows and persons by V-number; mark faults, what is unknown here, and what changes."""
        self._keur(werk)
        self._herken(werk)
        if werk.opslaan:
            werk.vraag(
                f"""SELECT id FROM {_REGEL} WHERE id IN (SELECT unnest(ARRAY[onderwerp, vorige]) FROM {TABEL})
                ORDER BY id FOR NO KEY UPDATE"""
            )
        self._laat_los(werk)
        werk.vergelijk(
            CoaRegel,
            _VELDEN,
            stap=_VAST,
            bij={
                "statushouder_id": "vnummer",
                "geboren_vroegst": "geboortedatum",
                "geboren_laatst": "geboortedatum",
            },
        )
        werk.opzij("coa_onbekend", waar="w.onderwerp IS NULL AND w.dossier IS NULL", melding=zin(_ONBEKEND))
        self._zeg_wie_verdwijnt(werk)

    def schrijf(self, werk: Werk) -> None:
        """Take off the list who is on it no more, and make the rows that are new."""
        werk.wijzig_overige(
            CoaRegel,
            "op_lijst",
            "false",
            sleutels=f"SELECT id FROM {_ERAF_TABEL}",
            dossier="d.statushouder_id",
            stap=_ERAF,
        )
        leeg = ("achternaam", "voornamen")
        gevuld = {naam: f"coalesce({sql}, '')" if naam in leeg else sql for naam, sql in _VELDEN.items()}
        werk.maak(CoaRegel, {"vnummer": "w.vnummer", **gevuld})

    def _zeg_wie_verdwijnt(self, werk: Werk) -> None:
        """Settle who goes off the list while nothing is written yet, and say it of the file as a whole."""
        werk.vraag(f"CREATE INDEX ON {TABEL} (vnummer); CREATE INDEX ON {TABEL} (vorige)")
        werk.vraag(f"CREATE INDEX ON {TABEL} (onderwerp)")
        werk.vraag(f"DROP TABLE IF EXISTS pg_temp.{_ERAF_TABEL}")
        werk.vraag(f"CREATE TEMPORARY TABLE {_ERAF_TABEL} ON COMMIT DROP AS {_VERDWENEN}")
        dossiers = [pk for (pk,) in werk.rijen(f"SELECT statushouder_id FROM {_ERAF_TABEL}")]
        if dossiers:
            bekend = (
                personen([pk for pk in dossiers if pk])
                .filter(afgeschermd=False)
                .order_by("pk")
                .values_list("nummer", flat=True)
            )
            werk.opzij_als_geheel("niet_meer_op_lijst", _verdwijnt(len(dossiers), list(bekend)))

    def _herken(self, werk: Werk) -> None:
        """Which row of ours it is, whose dossier, and which other row (`vorige`) still has that dossier.

        The number decides; what a row was linked with counts only where no row of the file has that number.
        """
        werk.vraag(
            f"""UPDATE {TABEL} w SET dossier = s.id FROM {_PERSOON} s
            WHERE w.goed AND s.vnummer = w.vnummer"""
        )
        werk.vraag(
            f"""UPDATE {TABEL} w SET onderwerp = r.id, dossier = coalesce(w.dossier, (
                SELECT r.statushouder_id WHERE NOT EXISTS (
                    SELECT FROM {TABEL} v WHERE v.goed AND v.dossier = r.statushouder_id)))
            FROM {_REGEL} r WHERE w.goed AND r.vnummer = w.vnummer"""
        )
        werk.fout(
            "coa_regel_verhuist",
            "vnummer",
            waar=f"""w.goed AND EXISTS (
                SELECT FROM {_REGEL} r JOIN {TABEL} v ON v.goed AND v.dossier = r.statushouder_id
                WHERE r.id = w.onderwerp AND r.statushouder_id <> w.dossier)""",
            melding=zin(_VERHUIST),
            goed=zin("Lees deze rij daarna nog een keer in."),
        )
        werk.kolom("vorige", "bigint")
        werk.vraag(
            f"""UPDATE {TABEL} w SET vorige = r.id FROM {_REGEL} r
            WHERE w.goed AND r.statushouder_id = w.dossier AND r.vnummer <> w.vnummer"""
        )

    def _laat_los(self, werk: Werk) -> None:
        """The row by the old number lets go of the dossier; who is not in the file by it counts no more by it."""
        in_bestand = f"EXISTS (SELECT FROM {TABEL} v WHERE v.vnummer = d.vnummer)"
        werk.vergelijk(
            CoaRegel,
            {
                "statushouder_id": "NULL::bigint",
                "gehuisvest_op": f"CASE WHEN {in_bestand} THEN d.gehuisvest_op END",
            },
            pk="w.vorige",
            leeg_telt=True,
            stap=_LOS,
            bij={"statushouder_id": "vnummer"},
        )

    def _keur(self, werk: Werk) -> None:
        werk.fout(
            "nummer_niet_in_te_lezen",
            "vnummer",
            waar=f"""w.vnummer IN (SELECT wi_verborgen_vnummers(
                ARRAY(SELECT x.vnummer::text FROM {TABEL} x WHERE x.vnummer IS NOT NULL)))""",
            melding=zin(NIET_TE_GEBRUIKEN),
            goed=zin(WAT_DAN),
        )
        werk.fout(
            "dubbel_in_bestand",
            "vnummer",
            waar=f"""w.vnummer IS NOT NULL AND EXISTS (
                SELECT FROM {TABEL} v WHERE v.vnummer = w.vnummer AND v.rij < w.rij)""",
            melding=zin("Deze persoon staat al eerder in dit bestand."),
            goed=zin("Eén rij voor elke persoon."),
        )
        werk.fout(
            "gehuisvest_voor_koppeling",
            "gehuisvest_op",
            waar="w.gehuisvest_op < w.koppeldatum",
            melding=zin("Deze dag ligt voor de koppeldatum."),
            goed="'Een dag vanaf ' || to_char(w.koppeldatum, 'FMDD-FMMM-YYYY') || ', of een lege cel.'",
        )
        werk.fout(
            "getal_ongeldig",
            "gezinsgrootte",
            waar="w.gezinsgrootte NOT BETWEEN 1 AND %(meeste)s",
            melding=zin("Zo groot kan een gezin niet zijn."),
            goed=zin(f"Een getal van 1 tot en met {MEESTE_GEZINSLEDEN}."),
            meeste=MEESTE_GEZINSLEDEN,
        )


COA = Importsoort(
    soort="coa",
    label="Lijst van COA",
    kolommen=(
        Kolom("vnummer", "V-nummer", voorbeeld="2741603318", verplicht=True, soort=Celsoort.VNUMMER),
        Kolom("achternaam", "Achternaam", voorbeeld="Barakat"),
        Kolom("voornamen", "Voornamen", voorbeeld="Nour"),
        Kolom(
            "geboortedatum",
            "Geboortedatum",
            "Dag-maand-jaar; 00 voor een onbekende dag of maand",
            "14-02-1981",
            soort=Celsoort.GEBOORTEDATUM,
        ),
        Kolom("koppeldatum", "Koppeldatum", "Dag-maand-jaar", "06-02-2017", soort=Celsoort.DATUM),
        Kolom(
            "gehuisvest_op",
            "Gehuisvest op",
            "De dag waarop de persoon voor COA telt. Leeg: nog niet",
            "28-03-2017",
            soort=Celsoort.DATUM,
        ),
        Kolom("gezinsgrootte", "Gezinsgrootte", "Aantal personen", "4", soort=Celsoort.GETAL),
    ),
    verwerker=CoaLijst,
    rijnaam=("voornamen", "achternaam"),
    dossiers=personen,
)
