"""Whose case it is, from a file: by the e-mail address of a user."""

from __future__ import annotations

from dossiers import figures
from dossiers.models import Regie
from uitwisseling.inlezen import Werk, zin

_TABEL = Regie._meta.db_table


def keur(werk: Werk) -> None:
    """Find the users (`regisseur_id`) and what runs now (`regie_id`), and mark who cannot have a case."""
    for naam in ("regisseur_id", "regie_id"):
        werk.kolom(naam, "bigint")
    adressen = werk.rijen("SELECT DISTINCT regisseur FROM inleeswerk WHERE regisseur IS NOT NULL")
    gevonden = figures.regisseurkeuze().filter(email__in=[adres for (adres,) in adressen])
    for pk, email in gevonden.values_list("pk", "email"):
        werk.vraag(
            "UPDATE inleeswerk SET regisseur_id = %(pk)s WHERE regisseur = %(email)s", pk=pk, email=email
        )
    werk.vraag(
        f"""UPDATE inleeswerk w SET regie_id = r.id FROM {_TABEL} r
        WHERE r.statushouder_id = w.onderwerp AND r.tot IS NULL"""
    )
    werk.fout(
        "waarde_onbekend",
        "regisseur",
        waar="w.regisseur IS NOT NULL AND w.regisseur_id IS NULL",
        melding=zin("Er is geen collega met dit e-mailadres die dossiers mag wijzigen."),
        goed=zin("Het e-mailadres van zo'n collega, of een lege cel."),
    )


# A known dossier that gets another caseworker: the assignment that runs ends, and one begins today. One
# that began today or is planned for later is changed itself.
_ANDERS = f"""w.regisseur_id IS NOT NULL AND EXISTS (SELECT FROM {_TABEL} r
    WHERE r.id = w.regie_id AND r.regisseur_id IS DISTINCT FROM w.regisseur_id)"""
_LOOPT_AL = f"EXISTS (SELECT FROM {_TABEL} r WHERE r.id = w.regie_id AND r.van < %(op)s)"


def vergelijk(werk: Werk) -> None:
    """What changes in the assignment that runs."""
    werk.vergelijk(
        Regie, {"tot": "%(op)s::date"}, pk="w.regie_id", waar=f"{_ANDERS} AND {_LOOPT_AL}", bij={"tot": ""}
    )
    werk.vergelijk(
        Regie,
        {"regisseur_id": "w.regisseur_id"},
        pk="w.regie_id",
        waar=f"{_ANDERS} AND NOT {_LOOPT_AL}",
        bij={"regisseur_id": ""},
    )
    werk.meld(
        "regisseur",
        was=f"""(SELECT u.email FROM {_TABEL} r JOIN toegang_gebruiker u ON u.id = r.regisseur_id
            WHERE r.id = w.regie_id)""",
        wordt="w.regisseur",
        waar=_ANDERS,
    )
    werk.kolom("krijgt_regie", "boolean")
    werk.vraag(f"UPDATE inleeswerk w SET krijgt_regie = true WHERE w.goed AND {_ANDERS} AND {_LOOPT_AL}")


def maak(werk: Werk) -> None:
    """The assignments that begin; without a caseworker a new dossier is open work."""
    werk.maak(
        Regie,
        {"statushouder_id": "w.dossier", "regisseur_id": "w.regisseur_id", "van": "%(op)s::date"},
        waar="w.uitkomst = 'nieuw' OR w.krijgt_regie",
    )
