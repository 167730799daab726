"""COA's list: who COA counts for us, with COA's own dates, beside our count.

A V-number without a dossier is no fault: the row is kept with its name and set aside, for it is one of
the differences that the comparison shows. Of who has a dossier only COA's dates are kept.
"""

from __future__ import annotations

from dossiers.models import Statushouder
from dossiers.models.keuzes import NIET_TE_GEBRUIKEN, WAT_DAN
from huisvesting.imports.plaatsingen import personen
from huisvesting.models import CoaRegel
from kern.contract import Celsoort, Importsoort, Kolom
from uitwisseling.inlezen import Werk
from uitwisseling.inlezen.werk import TABEL, zin

MEESTE_GEZINSLEDEN = 50
_PERSOON = Statushouder._meta.db_table
_REGEL = CoaRegel._meta.db_table
_ONBEKEND = (
    "Dit V-nummer heeft bij ons geen dossier. De rij staat in de vergelijking met COA bij de verschillen."
)


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
}


class CoaLijst:
    """The rows of one file; see `kern.contract.Verwerker`."""

    def controleer(self, werk: Werk) -> None:
        """Recognise rows and persons by V-number; mark faults, what is unknown here, and what changes."""
        self._keur(werk)
        werk.vraag(
            f"""UPDATE {TABEL} w SET dossier = s.id FROM {_PERSOON} s
            WHERE w.goed AND s.vnummer = w.vnummer"""
        )
        werk.vraag(
            f"""UPDATE {TABEL} w SET onderwerp = r.id, dossier = coalesce(r.statushouder_id, w.dossier)
            FROM {_REGEL} r WHERE w.goed AND r.vnummer = w.vnummer"""
        )
        if werk.opslaan:
            werk.vraag(
                f"""SELECT id FROM {_REGEL} WHERE id IN (SELECT onderwerp FROM {TABEL})
                ORDER BY id FOR NO KEY UPDATE"""
            )
        werk.vergelijk(
            CoaRegel,
            _VELDEN,
            bij={
                "statushouder_id": "vnummer",
                "geboren_vroegst": "geboortedatum",
                "geboren_laatst": "geboortedatum",
            },
        )
        werk.opzij("coa_onbekend", waar="w.onderwerp IS NULL AND w.dossier IS NULL", melding=zin(_ONBEKEND))

    def schrijf(self, werk: Werk) -> None:
        """Make the rows that are new."""
        leeg = ("achternaam", "voornamen")
        gevuld = {naam: f"coalesce({sql}, '')" if naam in leeg else sql for naam, sql in _VELDEN.items()}
        werk.maak(CoaRegel, {"vnummer": "w.vnummer", **gevuld})

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
