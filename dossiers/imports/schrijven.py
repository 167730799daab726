"""New persons of a file, with numbers in the order of its rows."""

from __future__ import annotations

from dossiers.actions import neem_nummers
from dossiers.models import Statushouder
from uitwisseling.inlezen import Werk, volgende


def maak_personen(werk: Werk) -> None:
    """Give each new row a primary key (`dossier`) and a dossier number, and make the persons."""
    [(aantal,)] = werk.rijen("SELECT count(*) FROM inleeswerk WHERE uitkomst = 'nieuw'")
    if not aantal:
        return
    werk.bereken(
        {
            "nummer": "n.nummer",
            "dossier": f"CASE WHEN w.uitkomst = 'nieuw' THEN {volgende(Statushouder)} ELSE w.dossier END",
        },
        bij="""LEFT JOIN (
            SELECT rij, row_number() OVER (ORDER BY rij) AS plaats FROM inleeswerk WHERE uitkomst = 'nieuw'
        ) r ON r.rij = w.rij
        LEFT JOIN unnest(%(nummers)s::text[]) WITH ORDINALITY AS n(nummer, plaats) ON n.plaats = r.plaats""",
        nummers=neem_nummers(aantal, jaar=werk.op.year),
    )
    werk.maak(
        Statushouder,
        {
            "id": "w.dossier",
            "nummer": "w.nummer",
            "achternaam": "w.achternaam",
            "geboren_vroegst": "w.geboortedatum_vroegst",
            "geboren_laatst": "w.geboortedatum_laatst",
            "bsn": "coalesce(w.bsn, '')",
            "bsn_index": "w.bsn_index",
            "vnummer": "w.vnummer",
            "vergunning_op": "w.vergunning_op",
            "coa_koppeldatum": "w.coa_koppeldatum",
            "zoeksleutels": "k.zoeksleutels",
            "paarsleutels": "k.paarsleutels",
            **_met_standaard(
                "voorvoegsel",
                "voornamen",
                "geslacht",
                "nationaliteit",
                "vergunning",
                "wijze_van_komst",
                "opvang",
            ),
        },
        van="inleeswerk w JOIN inleessleutels k ON k.nummer = w.rij",
    )


def _met_standaard(*velden: str) -> dict[str, str]:
    """An empty cell of a new person is the default of the model."""
    leeg = Statushouder()
    return {veld: f"coalesce(w.{veld}, '{getattr(leeg, veld)}')" for veld in velden}
