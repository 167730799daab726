"""The one way in for files: receive, read, look, save or stop, and take back."""

from uitwisseling.actions.besluiten import sla_op, stop, vraag_opslaan
from uitwisseling.actions.ineens import Fout, Opzij, Uitslag, importeer
from uitwisseling.actions.keuren import soort_van
from uitwisseling.actions.lezen import lees, lees_in, ontvang
from uitwisseling.actions.terugnemen import Behouden, Terugname, maak_ongedaan, terugneembaar

__all__ = [
    "Behouden",
    "Fout",
    "Opzij",
    "Terugname",
    "Uitslag",
    "importeer",
    "lees",
    "lees_in",
    "maak_ongedaan",
    "ontvang",
    "sla_op",
    "soort_van",
    "stop",
    "terugneembaar",
    "vraag_opslaan",
]
