"""Names of people, however they are spelled and in whatever script: their words, their sounds, their keys."""

from kern.namen.klank import klinkt_als
from kern.namen.schrift import Woord, latijn, schriften, woorden
from kern.namen.sleutels import paarsleutels, paren, sleutels, woordsleutels

__all__ = [
    "Woord",
    "klinkt_als",
    "latijn",
    "paarsleutels",
    "paren",
    "schriften",
    "sleutels",
    "woorden",
    "woordsleutels",
]
