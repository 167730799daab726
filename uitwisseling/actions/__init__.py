"""The one way in for files: receive, read, look, save or stop, and take back."""

from uitwisseling.actions.besluiten import sla_op, stop, vraag_opslaan
from uitwisseling.actions.lezen import lees, lees_in, ontvang
from uitwisseling.actions.terugnemen import Behouden, Terugname, maak_ongedaan, terugneembaar

__all__ = [
    "Behouden",
    "Terugname",
    "lees",
    "lees_in",
    "maak_ongedaan",
    "ontvang",
    "sla_op",
    "stop",
    "terugneembaar",
    "vraag_opslaan",
]
