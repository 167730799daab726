"""Persons from a file: recognised, checked and written for all rows at once."""

from __future__ import annotations

from collections.abc import Collection

from dossiers.imports import gezinnen, herkennen, regie, schrijven, sleutels, vestigingen
from dossiers.imports.dubbelen import zet_dubbelen_opzij
from dossiers.models import Statushouder
from kern.register import register
from uitwisseling.inlezen import Werk

# A number that a dossier has that went up in this one stays there.
_VRIJ = (
    f"""NOT EXISTS (SELECT FROM {Statushouder._meta.db_table} x WHERE x.{{0}} = w.{{0}} AND x.id <> d.id)"""
)
# Fields that are what the file says of them, where it says something; unknown is nothing said.
_GEWOON = {
    veld: f"w.{veld}"
    for veld in (
        "achternaam",
        "voorvoegsel",
        "voornamen",
        "wijze_van_komst",
        "vergunning",
        "opvang",
        "vergunning_op",
        "coa_koppeldatum",
    )
} | {
    "vnummer": f"CASE WHEN {_VRIJ.format('vnummer')} THEN w.vnummer END",
    "geslacht": "nullif(w.geslacht, 'O')",
    "nationaliteit": "nullif(w.nationaliteit, 'Onbekend')",
}


class Personen:
    """What the kind `personen` does with a file (`kern.contract.Verwerker`)."""

    def controleer(self, werk: Werk) -> None:
        """Recognise who is known, then mark what is wrong, what is doubtful and what changes."""
        herkennen.herken(werk)
        herkennen.keur_dubbele_rijen(werk)
        regie.keur(werk)
        vestigingen.keur(werk)
        gezinnen.keur(werk)
        werk.vergelijk(Statushouder, _GEWOON)
        # A date that is known better than the file has it stays.
        werk.vergelijk(
            Statushouder,
            {
                "geboren_vroegst": "w.geboortedatum_vroegst",
                "geboren_laatst": "w.geboortedatum_laatst",
            },
            waar="""NOT coalesce(d.geboren_vroegst >= w.geboortedatum_vroegst
                AND d.geboren_laatst <= w.geboortedatum_laatst, false)""",
            bij={"geboren_vroegst": "geboortedatum", "geboren_laatst": "geboortedatum"},
        )
        werk.vergelijk(
            Statushouder,
            {"bsn": "w.bsn", "bsn_index": "w.bsn_index"},
            waar=f"d.bsn_index IS DISTINCT FROM w.bsn_index AND {_VRIJ.format('bsn_index')}",
        )
        gezinnen.vergelijk(werk)
        vestigingen.vergelijk(werk)
        regie.vergelijk(werk)
        sleutels.van_nieuwe_rijen()
        zet_dubbelen_opzij(werk)

    def schrijf(self, werk: Werk) -> None:
        """Make the new persons with all that belongs to them, and work out what follows from it."""
        schrijven.maak_personen(werk)
        gezinnen.maak(werk)
        vestigingen.maak(werk)
        regie.maak(werk)
        sleutels.werk_gewijzigde_bij(werk)
        register.werk_bij(Statushouder.objects.filter(pk__in=werk.geraakte_dossiers()))


def werk_afgeleide_bij(pks: Collection[int]) -> None:
    """After fields got their old values back: the search keys, and what other domains derive."""
    sleutels.werk_bij(Statushouder.objects.filter(pk__in=pks))
    register.werk_bij(Statushouder.objects.filter(pk__in=pks))
