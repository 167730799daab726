"""The one way in for files: receive, read, look, save or stop, and take back."""

from uitwisseling.actions.besluiten import sla_op, stop, vraag_opslaan
from uitwisseling.actions.ineens import Fout, Opzij, Uitslag, importeer
from uitwisseling.actions.keuren import soort_van
from uitwisseling.actions.lezen import lees, lees_in, ontvang
from uitwisseling.actions.opnieuw import gooi_weg, kijk_opnieuw, koppel_anders, lees_kop, past, zet_terug
from uitwisseling.actions.terugnemen import Behouden, Terugname, maak_ongedaan, terugneembaar
from uitwisseling.actions.uitvoer import lezing_van_tabel

__all__ = [
    "Behouden",
    "Fout",
    "Opzij",
    "Terugname",
    "Uitslag",
    "gooi_weg",
    "importeer",
    "kijk_opnieuw",
    "koppel_anders",
    "lees",
    "lees_in",
    "lees_kop",
    "lezing_van_tabel",
    "maak_ongedaan",
    "ontvang",
    "past",
    "sla_op",
    "soort_van",
    "stop",
    "terugneembaar",
    "vraag_opslaan",
    "zet_terug",
]
