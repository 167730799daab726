"""Families from a file: rows bound by `gezin`; a person who is known keeps the family."""

from __future__ import annotations

from dossiers.models import Gezin, Gezinslid
from uitwisseling.inlezen import Werk, volgende, zin

_LID = Gezinslid._meta.db_table
# In what family a row ends up: the known one, or the new one of its group.
_GEZIN = "coalesce('g' || w.gezin_id, 'n' || w.groep)"


def keur(werk: Werk) -> None:
    """Find the family of each row (`gezin_id`; none: a new one), its head, and mark a second head."""
    werk.bereken(
        {
            "groep": "coalesce(w.gezin, 'rij ' || w.rij)",
            "gezin_id": "l.gezin_id",
            "lid_id": "l.id",
            "rol_nu": "l.rol",
        },
        bij=f"LEFT JOIN {_LID} l ON l.statushouder_id = w.onderwerp AND l.tot IS NULL",
    )
    werk.vraag(
        """UPDATE inleeswerk w SET gezin_id = b.gezin_id FROM (
            SELECT DISTINCT ON (groep) groep, gezin_id FROM inleeswerk
            WHERE gezin_id IS NOT NULL AND gezin IS NOT NULL ORDER BY groep, rij
        ) b WHERE b.groep = w.groep AND w.onderwerp IS NULL"""
    )
    werk.ververs()
    _keur_hoofden(werk)


def _keur_hoofden(werk: Werk) -> None:
    """Rows that make somebody head of a family: the second of the file, or beside one who stays it."""
    wordt_hoofd = "{0}.rol = 'hoofd' AND {0}.rol_nu IS DISTINCT FROM 'hoofd'"
    werk.fout(
        "twee_hoofden",
        "rol",
        waar=f"""{wordt_hoofd.format("w")} AND (w.onderwerp IS NULL OR w.lid_id IS NOT NULL) AND (
            w.rij NOT IN (
                SELECT DISTINCT ON ({_GEZIN}) w.rij FROM inleeswerk w
                WHERE {wordt_hoofd.format("w")} ORDER BY {_GEZIN}, w.rij)
            OR EXISTS (
                SELECT FROM {_LID} h WHERE h.gezin_id = w.gezin_id AND h.tot IS NULL AND h.rol = 'hoofd'
                AND NOT EXISTS (SELECT FROM inleeswerk i WHERE i.lid_id = h.id AND i.rol <> 'hoofd')))""",
        melding=zin("Dit gezin heeft al een hoofd."),
        goed=zin("Eén hoofd voor elk gezin; de anderen zijn partner, kind of overig."),
    )


def vergelijk(werk: Werk) -> None:
    """Another place in the family; who is no longer head makes room first."""
    werk.vergelijk(Gezinslid, {"rol": "w.rol"}, pk="w.lid_id", waar="w.rol <> 'hoofd'", stap=1)
    werk.vergelijk(Gezinslid, {"rol": "w.rol"}, pk="w.lid_id", waar="w.rol = 'hoofd'", stap=2)


def maak(werk: Werk) -> None:
    """The new families, named after their head, and the places in them of all new persons."""
    nieuw = "uitkomst = 'nieuw' AND gezin_id IS NULL"
    werk.bereken(
        {
            "rol_nieuw": """CASE
                WHEN r.rij IS NULL OR w.rol IS NOT NULL THEN w.rol
                WHEN w.gezin_id IS NULL AND r.eerste AND NOT r.met_hoofd THEN 'hoofd'
                ELSE 'overig' END""",
            "geeft_naam": "r.plaats = 1",
            "gezin_id": "coalesce(w.gezin_id, g.id)",
        },
        # Materialized: as a plain subquery a nested loop takes a new key for each row of the family.
        met=f"""WITH g AS MATERIALIZED (
            SELECT groep, {volgende(Gezin)} AS id FROM (
                SELECT groep FROM inleeswerk WHERE {nieuw} GROUP BY groep ORDER BY min(rij)) n
        )""",
        bij=f"""LEFT JOIN (
            SELECT rij, row_number() OVER (PARTITION BY groep ORDER BY rij) = 1 AS eerste,
                bool_or(rol = 'hoofd') OVER (PARTITION BY groep) IS TRUE AS met_hoofd,
                CASE WHEN {nieuw} THEN row_number() OVER (
                    PARTITION BY groep ORDER BY rol IS DISTINCT FROM 'hoofd', rij) END AS plaats
            FROM inleeswerk WHERE uitkomst = 'nieuw'
        ) r ON r.rij = w.rij LEFT JOIN g ON g.groep = w.groep AND w.uitkomst = 'nieuw'""",
    )
    # A family is of no one person: it goes when nobody is left in it.
    werk.maak(
        Gezin,
        {"id": "w.gezin_id", "naam": "w.achternaam"},
        van="(SELECT rij, NULL::bigint AS dossier, gezin_id, achternaam FROM inleeswerk WHERE geeft_naam) w",
        waar="true",
    )
    werk.maak(
        Gezinslid,
        {
            "gezin_id": "w.gezin_id",
            "statushouder_id": "w.dossier",
            "rol": "w.rol_nieuw",
            "van": "least(%(op)s::date, w.gevestigd_op)",
        },
    )
