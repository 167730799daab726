"""Who a row is about: by V-nummer, by BSN, or by given names with a birth date; and rows that are one person."""

from __future__ import annotations

from dossiers.models import Statushouder
from dossiers.models.keuzes import NIET_TE_GEBRUIKEN, WAT_DAN
from uitwisseling.inlezen import Werk, zin

_TABEL = Statushouder._meta.db_table
_ALLEEN_OP_NAAM = "w.herkend_aan = 'voornamen'"


def herken(werk: Werk) -> None:
    """Fill `herkend_aan`, `onderwerp` and `dossier`, and mark the rows that cannot be recognised."""
    werk.bereken(
        {
            "naamsleutel": "zoeknaam(w.achternaam || ' ' || coalesce(w.voornamen, ''))",
            "herkend_aan": """CASE WHEN w.vnummer IS NOT NULL THEN 'vnummer' WHEN w.bsn_index IS NOT NULL THEN 'bsn'
                WHEN w.voornamen IS NOT NULL AND w.geboortedatum_vroegst IS NOT NULL THEN 'voornamen' END""",
        }
    )
    _keur_sleutel(werk)
    _zoek_bekenden(werk)
    _keur_verborgen(werk)
    _keur_nummers(werk)
    werk.vraag("UPDATE inleeswerk SET dossier = onderwerp WHERE onderwerp IS NOT NULL")
    werk.ververs()
    if werk.opslaan:
        werk.vraag("SELECT wi_vergrendel(ARRAY(SELECT onderwerp FROM inleeswerk WHERE onderwerp > 0), false)")


def _keur_sleutel(werk: Werk) -> None:
    """A row without any key; one with a key that cannot be read has that fault already."""
    kolom = next(naam for naam in ("vnummer", "bsn", "geboortedatum") if naam in werk.aanwezig)
    werk.fout(
        "ontbreekt",
        kolom,
        waar="""w.herkend_aan IS NULL AND NOT EXISTS (
            SELECT FROM uitwisseling_inleesfout f WHERE f.inlezing_id = %(inlezing)s AND f.rij = w.rij
            AND f.kolom IN ('vnummer', 'bsn', 'geboortedatum', 'voornamen'))""",
        melding=zin("Aan deze rij is niet te zien om wie het gaat."),
        goed=zin("Een V-nummer, een BSN, of voornamen met een geboortedatum."),
    )


def _zoek_bekenden(werk: Werk) -> None:
    """A dossier that went up in another stands for that other one."""
    wie = "coalesce(s.samengevoegd_met_id, s.id)"
    werk.vraag("UPDATE inleeswerk SET onderwerp = besluit WHERE besluit > 0")
    for kolom in ("vnummer", "bsn_index"):
        werk.vraag(
            f"""UPDATE inleeswerk w SET onderwerp = {wie} FROM {_TABEL} s
            WHERE w.onderwerp IS NULL AND w.{kolom} IS NOT NULL AND s.{kolom} = w.{kolom}"""
        )
    op_naam = f"""SELECT w.rij, min({wie}) AS wie, count(DISTINCT {wie}) AS aantal
        FROM inleeswerk w JOIN {_TABEL} s ON s.sorteernaam = w.naamsleutel
            AND s.geboren_vroegst = w.geboortedatum_vroegst AND s.geboren_laatst = w.geboortedatum_laatst
        WHERE {_ALLEEN_OP_NAAM} AND w.onderwerp IS NULL GROUP BY w.rij"""
    werk.vraag(
        f"UPDATE inleeswerk w SET onderwerp = n.wie FROM ({op_naam}) n WHERE n.rij = w.rij AND n.aantal = 1"
    )
    werk.fout(
        "niet_eenduidig",
        "voornamen",
        waar=f"""{_ALLEEN_OP_NAAM} AND w.besluit IS NULL AND w.rij IN (
            SELECT n.rij FROM ({op_naam}) n WHERE n.aantal > 1)""",
        melding=zin("Er zijn meer mensen met deze naam en geboortedatum."),
        goed=zin("Vul ook het V-nummer of het BSN in."),
    )


def _keur_verborgen(werk: Werk) -> None:
    """A number of a dossier of which this user may not know: refused, in words that say nothing of who it is."""
    for naam, kolom, functie in (
        ("vnummer", "vnummer", "wi_verborgen_vnummers"),
        ("bsn", "bsn_index", "wi_verborgen_bsns"),
    ):
        werk.fout(
            "nummer_niet_in_te_lezen",
            naam,
            waar=f"""w.{kolom} IN (SELECT {functie}(
                ARRAY(SELECT x.{kolom}::text FROM inleeswerk x WHERE x.{kolom} IS NOT NULL)))""",
            melding=zin(NIET_TE_GEBRUIKEN),
            goed=zin(WAT_DAN),
        )


def _keur_nummers(werk: Werk) -> None:
    """Two numbers of one row that belong to two people."""
    werk.fout(
        "nummers_botsen",
        "bsn",
        waar=f"""w.besluit IS NULL AND EXISTS (SELECT FROM {_TABEL} s WHERE s.bsn_index = w.bsn_index
            AND coalesce(s.samengevoegd_met_id, s.id) <> w.onderwerp)""",
        melding=zin("Dit BSN hoort bij een ander dossier dan het V-nummer in deze rij."),
        goed=zin("Een BSN en een V-nummer van dezelfde persoon."),
    )
    werk.fout(
        "nummers_botsen",
        "vnummer",
        waar=f"""w.besluit IS NULL AND w.bsn_index IS NOT NULL AND EXISTS (
            SELECT FROM {_TABEL} s WHERE s.id = w.onderwerp AND s.bsn_index = w.bsn_index
            AND s.vnummer <> w.vnummer)""",
        melding=zin("Het BSN in deze rij hoort bij een dossier met een ander V-nummer."),
        goed=zin("Een BSN en een V-nummer van dezelfde persoon."),
    )


def keur_dubbele_rijen(werk: Werk) -> None:
    """The second row of one person, at the column by which they were recognised."""
    for kolom, per in (("vnummer", "vnummer"), ("bsn", "bsn_index")):
        _dubbel(
            werk,
            kolom,
            f"SELECT rij, row_number() OVER (PARTITION BY {per} ORDER BY rij) > 1 AS dubbel"
            f" FROM inleeswerk WHERE {per} IS NOT NULL",
        )
    for kolom in ("vnummer", "bsn", "voornamen"):
        _dubbel(
            werk,
            kolom,
            "SELECT rij, row_number() OVER (PARTITION BY onderwerp ORDER BY rij) > 1 AS dubbel"
            " FROM inleeswerk WHERE onderwerp IS NOT NULL",
            waar="w.herkend_aan = %(herkend)s",
        )
    eerder = "(PARTITION BY naamsleutel, geboortedatum_vroegst, geboortedatum_laatst ORDER BY rij"
    _dubbel(
        werk,
        "voornamen",
        f"""SELECT rij, row_number() OVER {eerder}) > 1 AND coalesce(herkend_aan = 'voornamen' OR
            bool_or(herkend_aan = 'voornamen')
                OVER {eerder} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS dubbel
        FROM inleeswerk WHERE voornamen IS NOT NULL AND geboortedatum_vroegst IS NOT NULL""",
    )


def _dubbel(werk: Werk, kolom: str, rijen: str, *, waar: str = "true") -> None:
    werk.fout(
        "dubbel_in_bestand",
        kolom,
        waar=f"""({waar}) AND w.rij IN (SELECT t.rij FROM ({rijen}) t WHERE t.dubbel) AND NOT EXISTS (
            SELECT FROM uitwisseling_inleesfout f WHERE f.inlezing_id = %(inlezing)s AND f.rij = w.rij
            AND f.code = 'dubbel_in_bestand')""",
        melding=zin("Deze persoon staat al eerder in dit bestand."),
        goed=zin("Eén rij voor elke persoon."),
        herkend=kolom,
    )
